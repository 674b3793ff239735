# The frame of the agents' workspace: opening, signing in, navigation.
workspace-opening = Avaamme työpöytää
workspace-unreachable = Emme saa yhteyttä Luukkuun
workspace-unreachable-what = Tarkista verkkoyhteytesi. Yritämme automaattisesti uudelleen, kun yhteys palaa.
try-again = Yritä uudelleen
skip-to-content = Siirry sisältöön
close = Sulje
loading = Haetaan
nav-main = Päävalikko
page-desk = Työpöytä
page-cases = Asiat
page-case = Asia { $number }
page-team = Tiimi
page-decisions = Päätökset
page-decisions-long = Tiimin päätökset
decisions-waiting = { NUMBER($count) ->
        [one] yksi ehdotus odottaa kantaasi
       *[other] { $count } ehdotusta odottaa kantaasi
    }
decision-proposed = { $name } ehdottaa muutosta: { $team }
decision-taken_effect = Tiimin ehdotus tuli voimaan: { $team }
decision-objected = Ehdotustasi vastustetaan: { $team }
decision-direct = { $name } muutti suoraan tiimin sääntöjä: { $team }
decision-open = Katso
page-availability = Aukiolo
page-referrals = Muualle ohjatut
page-settings = Asetukset
page-not-found = Sivua ei löydy
not-found-what = Osoitteessa voi olla kirjoitusvirhe, tai sivu on poistettu.
not-found-home = Avaa työpöytä
no-permission = Tämä sivu on esihenkilölle
no-permission-what = Et näe tätä sivua roolillasi. Pyydä oikeutta esihenkilöltäsi.
page-failed = Sivu ei auennut
page-failed-what = Verkkoyhteys voi olla poikki, tai Luukku on juuri päivitetty. Mitään ei ole kadonnut.
title-over = ({ $count }) yli – Luukku
title-page = { $page } – Luukku
find-or-do = Etsi tai tee

# Presence and my own menu.
presence-present = Paikalla
presence-away = Tauolla
presence-gone = Poissa
presence-unknown = Paikallaolo
presence-menu = Paikallaolo: { $presence }
presence-slots = { $taken }/{ $slots } luukkua
presence-present-what = Voit ottaa jonosta uusia chatteja
presence-away-what = Avoimet chatit pysyvät sinulla. Kun kukaan ei ole paikalla, chat menee kiinni.
presence-failed = Paikallaolo ei vaihtunut. Yritä uudelleen.
me-menu = Oma valikko: { $name }
me-settings = Omat asetukset
me-shortcuts = Pikanäppäimet
me-sign-out = Kirjaudu ulos
look = Ulkoasu
look-system = Laitteen mukaan
look-light = Vaalea
look-dark = Tumma
language = Kieli

# The connection.
connection-lost = Yhteys katkesi kello { $at }.
connection-lost-what = Näet tilanteen, joka oli ennen katkoa. Kirjoittamasi on tallessa, ja yritämme uudelleen.
connection-none = Emme saa yhteyttä Luukkuun.
connection-none-what = Tarkista verkkoyhteytesi. Yritämme automaattisesti uudelleen.
connection-try-now = Yritä nyt
connection-back = Yhteys palasi.
connection-retry-in = Seuraava yritys { $seconds } s kuluttua.
connection-back-what = { NUMBER($messages) ->
        [0] Kaikki on tallessa.
        [one] Sillä välin tuli yksi viesti, ja kaikki on tallessa.
       *[other] Sillä välin tuli { $messages } viestiä, ja kaikki on tallessa.
    }
key-presence = Paikalla tai tauolla

# Signing in.
sign-in-title = Kirjaudu Luukkuun
sign-in-email = Sähköposti
sign-in-password = Salasana
sign-in-show = Näytä
sign-in-hide = Piilota
sign-in-show-password = Näytä salasana
sign-in-hide-password = Piilota salasana
sign-in = Kirjaudu
sign-in-busy = Kirjaudutaan…
sign-in-forgotten = Unohtuiko salasana? Pyydä esihenkilöltäsi uusi kutsulinkki.
sign-in-wrong = Sähköposti tai salasana ei täsmää
sign-in-wrong-what = Tarkista molemmat. Liian monen yrityksen jälkeen kirjautuminen lukittuu hetkeksi.
sign-in-too-often = Liian monta yritystä
sign-in-too-often-what = Yritä uudelleen { $minutes ->
        [one] minuutin
       *[other] { $minutes } minuutin
    } kuluttua.
sign-in-unreachable = Emme saa yhteyttä Luukkuun
sign-in-unreachable-what = Tarkista verkkoyhteytesi ja yritä uudelleen. Kirjoittamasi on yhä tässä.
sign-in-empty-email = Kirjoita sähköpostiosoitteesi
sign-in-empty-password = Kirjoita salasanasi
sign-in-languages = Kieli

# Choosing a password through an invitation.
invitation-title = Tervetuloa, { $name }
invitation-lead = Valitse salasana, niin pääset työpöydälle. Kirjaudut osoitteella { $email }.
invitation-password = Uusi salasana
password-hint = Vähintään 12 merkkiä. Hyvä salasana on pitkä: vaikka neljä tavallista sanaa.
password-short = Kirjoita vähintään 12 merkkiä, nyt niitä on { $count }
password-long = Salasana on liian pitkä: enintään 1 024 merkkiä
invitation-accept = Ota käyttöön ja kirjaudu
invitation-gone = Kutsulinkki ei ole enää voimassa
invitation-gone-what = Linkki toimii vain kerran ja vanhenee kolmessa vuorokaudessa. Pyydä esihenkilöltäsi uusi.
invitation-sign-in = Siirry kirjautumiseen

# States of a case.
state-new = Uusi
state-open = Avoin
state-waiting-for-customer = Odottaa asiakasta
state-waiting-for-others = Odottaa muita
state-solved = Ratkaistu
state-closed = Suljettu

# The list of all cases.
cases-filter = Rajaa asioita
cases-number = Asian numero
cases-number-wrong = Kirjoita numero, esimerkiksi 4821
cases-find = Etsi
cases-case = Asia
cases-state = Tila
cases-client = Asiakkuus
cases-owner = Omistaja
cases-changed = Muuttui
cases-all-states = Kaikki tilat
cases-all-clients = Kaikki asiakkuudet
cases-all-owners = Kaikki omistajat
cases-mine = Omat asiani
cases-more = Näytä lisää
cases-clear = Tyhjennä rajaus
cases-count = { NUMBER($count) ->
        [0] Ei asioita
        [one] Yksi asia
       *[other] { $count } asiaa
    }
cases-none = Asioita ei vielä ole
cases-none-what = Ensimmäinen syntyy, kun joku kirjoittaa chattiin tai jättää viestin.
cases-no-match = Ei asioita tällä rajauksella
cases-no-number = Ei osumia numerolla { $number }
cases-no-match-what = Tarkista rajaus, tai tyhjennä se ja katso kaikki asiat.
cases-failed = Asioiden haku ei onnistunut
cases-failed-what = Yhteys voi olla poikki. Mitään ei ole kadonnut. Yritä uudelleen.

# The overview of shortcuts.
shortcuts-luukut = Luukut
shortcuts-anywhere = Missä tahansa
shortcuts-writing = Kirjoittaessa
shortcuts-case = Asia, kun et kirjoita
shortcuts-toggle = Avaa ja sulje
shortcuts-on = Yhden kirjaimen näppäimet voi kytkeä pois:
shortcuts-off = Yhden kirjaimen näppäimet ovat pois päältä. Ota ne käyttöön:

# Notifications of the browser.
notify-waiting = Jonossa: { $name }
notify-given = Uusi chat: { $name }
notify-offered = Sinulle tarjotaan: { $name }
notify-let-pass = Tarjottu chat meni ohi, olet nyt tauolla
notify-message = { $name } kirjoitti
notify-warning = { $name } odottaa, vastausaika täyttyy pian
notify-hurry = Jonossa { $name }, vastausaika täyttyy pian
notify-missed = Vastaustavoite ylittyi: { $name }
notify-breach = { $name } odottaa yli tavoitteen
notify-lost = { $name } siirtyi pois sinulta

# The palette.
palette-hint = Numero, nimi, sana viestistä tai mitä haluat tehdä
palette-results = Osumat
palette-do = Tee tälle asialle: { $number } { $name }
palette-cases = Asiat
palette-queue = Jono
palette-pages = Sivut
palette-reply = Vastaa
palette-note = Kirjoita muistiinpano
palette-go-on = Jatka tätä
palette-solve = Ratkaise
palette-transfer = Siirrä…
palette-end = Päätä { $channel ->
    [message] yhteydenotto
    [call_back] soittopyyntö
   *[chat] chat
}…
palette-give-back = Palauta jonoon
palette-reopen = Avaa uudelleen
palette-copy = Kopioi linkki
palette-take-this = Ota tämä itsellesi
palette-take = Ota: { $name }
palette-clients = Asiakkuudet ja aukioloajat
palette-prepared = Valmiit vastaukset
palette-teams = Tiimit
palette-agents = Neuvojat
palette-write-more = Kirjoita vähintään kaksi kirjainta tai numero.
palette-nothing = Ei osumia haulla ”{ $query }”.
palette-nothing-what = Kokeile asian numeroa, asiakkaan nimen alkua tai sanaa viestistä.
palette-count = { NUMBER($count) ->
        [one] Yksi osuma
       *[other] { $count } osumaa
    }
palette-choose = valitse
palette-act = tee

cases-category = Luokka
cases-tag = Tunniste
cases-all-categories = Kaikki luokat
cases-all-tags = Kaikki tunnisteet
palette-labels = Valitse luokka ja tunnisteet
palette-triage = Arvioi kiireellisyys ja käsittely
# Notes that name me.
mentions = Maininnat
mentions-menu = { NUMBER($count) ->
    [0] Maininnat
    [one] Maininnat: yksi lukematta
   *[other] Maininnat: { $count } lukematta
}
mentions-none = Kukaan ei ole vielä maininnut sinua. Kun työkaveri kirjoittaa muistiinpanoon @ ja nimesi, löydät sen täältä.
mentions-unread = Lukematta
mentions-news = { $name } mainitsi sinut: { $about }
mentions-open = Avaa

palette-park = Lupaa palata myöhemmin
notify-promise-near = { $channel ->
    [call_back] Lupasit soittaa 10 minuutin kuluttua: { $name }
   *[chat] Lupasit palata 10 minuutin kuluttua: { $name }
}
notify-promise-due = { $channel ->
    [call_back] Lupasit soittaa nyt: { $name }
   *[chat] Lupasit palata nyt: { $name }
}

notify-raised = Neuvoja on vaihtunut kolmannen kerran: { $name }
notify-broken = Luvattu aika meni ohi: { $name }
notify-flagged = Asiaton viesti: { $name }

# What the desk finds.
palette-customers = Asiakkaat
palette-words = Viestit ja muistiinpanot
palette-newest-case = uusin asia { $number }
palette-customer-said = asiakas kirjoitti
palette-said = { $name } kirjoitti
palette-noted = { $name } merkitsi muistiin
palette-searching = Haetaan…
palette-failed = Haku ei onnistunut.
palette-more = Osumia on enemmän kuin tässä näkyy. Tarkenna hakua.

# A side conversation in which I take part.
side = Sivukeskustelu
side-news = { $name } kirjoitti sivukeskusteluun: { $about }
side-more = { NUMBER($count) ->
        [one] ja yksi muu
       *[other] ja { $count } muuta
    }
side-many = ja ainakin { NUMBER($count) } muuta
palette-side = Kirjoita sivukeskusteluun
palette-said-aside = { $name } kirjoitti sivukeskusteluun
