# The work table: luukut, queue, conversation, composer, case panel.

# Names and spans.
visitor = Vierailija { $number }
someone = Joku
nobody = Ei kukaan
you = Sinä
automatic = Automaattinen
span-short = alle minuutin
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
spoken-seconds = { NUMBER($seconds) ->
    [one] yhden sekunnin
   *[other] { $seconds } sekuntia
}
spoken-minutes = { NUMBER($minutes) ->
    [one] yhden minuutin
   *[other] { $minutes } minuuttia
} { NUMBER($seconds) ->
    [0] { "" }
    [one] yhden sekunnin
   *[other] { $seconds } sekuntia
}
spoken-hours = { NUMBER($hours) ->
    [one] yhden tunnin
   *[other] { $hours } tuntia
} { NUMBER($minutes) ->
    [0] { "" }
    [one] yhden minuutin
   *[other] { $minutes } minuuttia
}
at-time = kello { $time }
today-at = Tänään { $time }
case = Asia
case-number = Asia { $number }
language-fi = suomi
language-sv = ruotsi
language-en = englanti
channel-chat = Chat
channel-message = Jätetty viesti
state-new = Uusi
state-open = Avoin
state-waiting-for-customer = Odottaa asiakasta
state-waiting-for-others = Odottaa muita
state-solved = Ratkaistu
state-closed = Suljettu

# The answer clock.
clock-target = tavoite { $time }
clock-left = { $seconds } s
clock-over = yli { $time }
clock-theirs = asiakkaalla
clock-theirs-now = vuoro asiakkaalla
clock-kept = vastattu
clock-said-waits = odottanut { $time }
clock-said-warn = odottanut { $time }, tavoitteeseen { $seconds } sekuntia
clock-said-over = odottanut { $time }, yli tavoitteen
clock-said-theirs = vuoro asiakkaalla jo { $time }
clock-said-kept = vastattu tavoitteessa, vastaukseen meni { $time }

# Loading and failing.
loading = Haetaan keskusteluja
open-failed = Keskustelu ei auennut.
open-failed-more = Palvelin ei vastannut. Mitään ei ole kadonnut.
refused-no-answer = Palvelin ei vastannut, joten emme tiedä, ehtikö muutos perille.
refused-unsent = Vastauksesi ei ole vielä lähtenyt
refused-unsent-more = Odota hetki tai ota se takaisin, ja yritä sitten uudelleen.
refused-try-again = Yritä hetken päästä uudelleen.

# My luukut and the queue.
list = Omat luukut ja jono
luukut = Omat luukut
luukut-count = { $taken } / { $all }
luukut-next = Seuraava
beside = Rinnakkain
row-beside = rinnakkain
beside-close = Sulje sarake: { $name }
beside-writing = Kirjoitat: { $name }
beside-ended = { $channel ->
    [message] Yhteydenotto
    [call_back] Soittopyyntö
   *[chat] Chat
} on päättynyt. Sarake pysyy tässä, kunnes suljet sen tai valitset toisen chatin.
luukku-name = Luukku { $number }, { $name }
luukku-free = Vapaa luukku
luukku-free-next = Uusi chat avautuu tähän
said-warning = Luukku { $number }, { $name }: vastausaika on pian täynnä
said-breach = Luukku { $number }, { $name }: yli tavoitteen
said-hurry = Jonossa { $name }: vastausaika on pian täynnä
said-given = Luukku { $number }: { $name } siirrettiin sinulle
said-offered = Sinulle tarjotaan: { $name }. Ota: Alt O.
unread = { NUMBER($count) ->
    [one] yksi uusi viesti
   *[other] { $count } uutta viestiä
}
row-typing = kirjoittaa
row-draft = Luonnos:
row-note-draft = Muistiinpano kesken:
row-mine = Sinä: { $text }
row-answer = Vastaus: { $text }
row-file = Liite
row-not-sent = Ei lähetetty:
queue = Jono
queue-count = { NUMBER($count) ->
    [one] Yksi odottaa
   *[other] { $count } odottaa
} · pisin { $longest }
queue-left = { NUMBER($count) ->
    [one] yksi jätetty viesti
   *[other] { $count } jätettyä viestiä
}
queue-rest = { NUMBER($count) ->
    [one] ja yksi muu
   *[other] ja { $count } muuta
}
queue-empty = Ei ketään jonossa
queue-full = Luukkusi ovat täynnä. Voit ottaa uuden, kun jokin niistä vapautuu.
exceed = Ota chat
exceed-ask = Ota silti…
exceed-title = Otatko vielä yhden: { $name }?
exceed-more = Sinulla on jo { NUMBER($count) } keskustelua. Syy näkyy asiassa ja Tiimi-sivulla.
exceed-reason = Miksi otat yhden lisää?
exceed-because-urgent = Asialla on kiire
exceed-because-known = Tunnen asian ennestään
exceed-because-nobody_else = Kukaan muu ei voi ottaa
exceed-because-other = Muu syy
exceed-choose = Valitse syy
exceed-write = Kirjoita syy
exceed-note = Syy omin sanoin
exceed-note-optional = Syy omin sanoin (ei pakollinen)
exceed-note-hint = Jää asiaan muistiinpanoksi. Asiakas ei näe sitä.
queue-full-who = Luukkusi ovat täynnä. Yhden lisää voi ottaa: { $names }
happened-exceeded-me = Otit tämän yli luukkujesi:
happened-exceeded = { $agent } otti tämän yli luukkujensa:
queue-lacking = Sinulta puuttuu näihin tarvittava kieli tai osaaminen.
queue-not-yours = Nämä odottavat toista tiimiä.
queue-show = Näytä
queue-hide = Piilota
take = Ota
take-name = Ota { $name }
take-none = Jonossa ei ole ketään, jonka voisit ottaa
news-open = Avaa
news-given = Sinulle siirrettiin: { $name }
news-ended = { $by ->
    [silence] Hiljaisuus päätti chatin: { $name }. Asia { $number } jäi auki.
   *[customer] { $name } päätti chatin. Asia { $number } jäi auki.
}
news-lost = { $name } ei ole enää sinulla
news-missed = Tavoite ylittyi: { $name }, { $client }
offer-to-you = Tarjotaan sinulle
offer-left = { $seconds } s
offer-elsewhere = Sinulle tarjotaan: { $name }
queue-offered-to = tarjolla: { $agent }
queue-known = tuttu asiakas: viimeksi { $agent }
queue-known-me = tuttu asiakas: viimeksi sinä
queue-for-team = kuuluu tiimille { $team }
queue-also-for = myös: { $team }
queue-all-offered = Näitä tarjotaan juuri nyt muille.
paused-let-pass = Tarjottu chat meni sinulta ohi, joten panimme sinut tauolle.
paused-let-pass-what = Avoimet chatit pysyvät sinulla. Uusia tarjotaan, kun palaat.

# Nothing open.
table = Työpöytä
talk = Keskustelu
empty-unknown = Asiaa ei löytynyt
empty-unknown-more = Numero on väärä, tai asia kuuluu asiakkuudelle, jota et palvele.
empty-no-team = Et kuulu vielä mihinkään tiimiin
empty-no-team-more = Pyydä esihenkilöäsi lisäämään sinut tiimiin. Sen jälkeen näet täällä tiimisi jonon ja asiat.
empty-waiting = { NUMBER($count) ->
    [one] Yksi odottaa jonossa
   *[other] { $count } odottaa jonossa
}
empty-waiting-more = Seuraavana on { $name }.
empty-left = { NUMBER($count) ->
    [one] Yksi jätetty viesti odottaa vastausta
   *[other] { $count } jätettyä viestiä odottaa vastausta
}
empty-left-more = Kauimmin on odottanut { $name }.
empty-left-too = { NUMBER($count) ->
    [one] Lisäksi jonossa on yksi jätetty viesti.
   *[other] Lisäksi jonossa on { $count } jätettyä viestiä.
}
empty-take = Ota ensimmäinen
empty-away = Olet tauolla
empty-away-more = { NUMBER($count) ->
    [0] Avoimet chatit pysyvät sinulla. Kukaan muu ei ole paikalla.
    [one] Avoimet chatit pysyvät sinulla. Kollegoja on paikalla yksi.
   *[other] Avoimet chatit pysyvät sinulla. Kollegoja on paikalla { $count }.
}
empty-reader = Valitse asia luettavaksi
empty-reader-more = Sinulla on lukuoikeus: näet keskustelut, mutta et vastaa niihin.
empty-come-back = Palaa paikalle
empty-choose = Valitse luukku
empty-choose-more = Keskustelu aukeaa tähän. Voit myös painaa Alt ja luukun numeroa.
empty-quiet = Ei ketään jonossa
empty-quiet-more = { NUMBER($count) ->
    [one] Olet paikalla ja yksi luukku on vapaana.
   *[other] Olet paikalla ja { $count } luukkua on vapaana.
}

# Whose chat is open.
doors = Chat nyt
open-until = Auki { $time } asti
open-now = Auki
closed-hours = Kiinni
closed-hours-next = Kiinni, aukeaa { $when }
closed-nobody = Kiinni: ketään ei ole paikalla
closed-full = Kiinni: jono on täynnä
closed-target = Kiinni: emme ehdi vastata ajoissa
closed-by-hand = Kiinni: suljettu käsin
on-day-at = { $day } kello { $time }
no-websites = Ei näy vielä millään verkkosivulla
doors-rules = Säännöt
doors-hours = Muuta aukioloa
doors-add-website = Lisää verkkosivu
doors-no-team = Mikään tiimi ei palvele tätä.
doors-choose-team = Valitse tiimi
doors-rest = { NUMBER($count) ->
    [one] ja yksi muu
   *[other] ja { $count } muuta
}

# The head of the conversation.
head-started = aloitti kello { $time }
head-started-on = aloitti { $date } kello { $time }
looking = { NUMBER($count) ->
    [one] { $names } katsoo
   *[other] { $names } katsovat
}
back-to-list = Takaisin luukkuihin
more = Muut toiminnot
transfer = Siirrä
end = Päätä
end-chat = Päätä { $channel ->
    [message] yhteydenotto
    [call_back] soittopyyntö
   *[chat] chat
}
solve = Ratkaise
reopen = Avaa uudelleen
give-back = Palauta jonoon
copy = Kopioi
copy-link = Kopioi linkki
transcript = Lataa keskustelu

# The thread.
thread-name = Keskustelu, { $name }
older-loading = Haetaan vanhempia viestejä
new-below = { NUMBER($count) ->
    [one] Yksi uusi viesti
   *[other] { $count } uutta viestiä
}
said-name = { $name }, { $time }
said-answered = vastattu { $time }
said-masked = peitettiin ennen tallennusta
said-read = luettu
said-sent = lähetetty
masked-identity-code = henkilötunnus peitetty
masked-swedish-number = ruotsalainen henkilötunnus peitetty
masked-card = korttinumero peitetty
masked-account = tilinumero peitetty
file-picture = Kuva: { $name }
note-head = Muistiinpano · näkyy vain työpöydällä · { $name } { $time }
note-name = Muistiinpano, { $name }, { $time }
unsent-name = Viestisi, ei vielä perillä
unsent-leaves = { NUMBER($seconds) ->
    [one] Lähtee sekunnin kuluttua
   *[other] Lähtee { $seconds } sekunnin kuluttua
}
unsent-take-back = Peru lähetys
unsent-sending = Lähetetään
unsent-waiting = Odottaa yhteyttä
unsent-refused = Ei lähetetty, teksti on tallessa
unsent-edit = Palauta kenttään
elsewhere-leaves = Vastaus lähtee { NUMBER($seconds) ->
    [one] sekunnin
   *[other] { $seconds } sekunnin
} kuluttua: { $name }
elsewhere-refused = Viestisi ei lähtenyt, teksti on tallessa: { $name }
elsewhere-open = Näytä
again = Yritä uudelleen
typing = { $name } kirjoittaa
typing-reply = { $name } kirjoittaa vastausta
typing-note = { $name } kirjoittaa muistiinpanoa

# What happened.
happened-started = { $customer } aloitti chatin
happened-started-on = { $customer } aloitti sivulta
happened-by-rule = sääntö:
happened-invited = Keskustelu alkoi kutsusta:
happened-chose = Asiakas valitsi:
happened-left-message = { $customer } jätti viestin
happened-taken = { $agent } otti { $channel ->
    [message] viestin
    [call_back] soittopyynnön
   *[chat] chatin
}
happened-taken-me = Otit { $channel ->
    [message] viestin
    [call_back] soittopyynnön
   *[chat] chatin
}
happened-back-gone = { $agent } ei ollut enää yhteydessä, { $channel ->
    [message] viesti
    [call_back] soittopyyntö
   *[chat] chat
} palasi jonoon
happened-back-gone-me = Yhteytesi oli poikki, { $channel ->
    [message] viesti
    [call_back] soittopyyntö
   *[chat] chat
} palasi jonoon
happened-back-left = { $agent } ei enää vastaa asiakkaille, { $channel ->
    [message] viesti
    [call_back] soittopyyntö
   *[chat] chat
} palasi jonoon
happened-freed = Tiimistä { $team } ei ollut ketään paikalla, joten muutkin voivat ottaa tämän
happened-overflowed = Chat on odottanut niin pitkään, että sen voi ottaa myös
team-is-removed = poistettu tiimi
happened-target-missed = Vastaustavoite { $target } ylittyi
happened-back-given-me = Palautit { $channel ->
    [message] viestin
    [call_back] soittopyynnön
   *[chat] chatin
} jonoon
happened-subject-me = Kirjoitit aiheen:
happened-back-given = { $agent } palautti { $channel ->
    [message] viestin
    [call_back] soittopyynnön
   *[chat] chatin
} jonoon
happened-offered = Keskustelua tarjottiin: { $agent }
happened-offered-me = Keskustelua tarjottiin sinulle
happened-offer-ended = { $why ->
    [let_pass] Tarjous meni ohi: { $agent }
   *[withdrawn] Tarjous peruuntui: { $agent }
}
happened-offer-ended-me = { $why ->
    [let_pass] Tarjous meni sinulta ohi
   *[withdrawn] Tarjous sinulle peruuntui
}
happened-transferred = { $agent } siirsi { $channel ->
    [message] viestin
    [call_back] soittopyynnön
   *[chat] chatin
}:
happened-transferred-me = Siirsit { $channel ->
    [message] viestin
    [call_back] soittopyynnön
   *[chat] chatin
}:
happened-ended-customer = { $customer } päätti { $channel ->
    [message] yhteydenoton
    [call_back] soittopyynnön
   *[chat] chatin
}
happened-ended-agent = { $agent } päätti { $channel ->
    [message] yhteydenoton
    [call_back] soittopyynnön
   *[chat] chatin
}
happened-ended-me = Päätit { $channel ->
    [message] yhteydenoton
    [call_back] soittopyynnön
   *[chat] chatin
}
happened-ended-silence = { $channel ->
    [message] Yhteydenotto
    [call_back] Soittopyyntö
   *[chat] Chat
} päättyi, koska kukaan ei kirjoittanut
happened-resumed = { $channel ->
    [message] Viesti on taas auki: { $agent } jatkoi sitä
    [call_back] Soittopyyntö on taas auki: { $agent } jatkoi sitä
   *[chat] Chat on taas auki: { $agent } jatkoi sitä
}
happened-resumed-me = { $channel ->
    [message] Viesti on taas auki: jatkoit sitä
    [call_back] Soittopyyntö on taas auki: jatkoit sitä
   *[chat] Chat on taas auki: jatkoit sitä
}
happened-state = { $agent } muutti tilan:
happened-state-me = Muutit tilan:
happened-reopened = { $customer } kirjoitti uudelleen, ja asia avautui
happened-owner = Omistaja:
happened-subject = { $agent } kirjoitti aiheen:

# Writing.
composer-modes = Mitä kirjoitat
tab-reply = Vastaus asiakkaalle
tab-note = Muistiinpano
tab-side = Sivukeskustelu
mode-reply = Kirjoitat vastausta asiakkaalle.
mode-note = Kirjoitat muistiinpanoa. Asiakas ei näe sitä.
mode-side = Kirjoitat työkavereille. Asiakas ei näe sitä.
field-reply = Vastaus: { $name }
field-note = Muistiinpano, asiakas ei näe
field-side = Sivukeskustelu, asiakas ei näe
hint-note = Näkyy vain työpöydällä
hint-side = Kirjoita työkavereille
draft-kept = Luonnos tallessa { $time }
tab-unsent = kesken
enter-sends = Enter lähettää
left-message-hint = Asiakas näkee vastauksen, kun hän avaa chatin uudelleen
enter-notes = Enter tallentaa
enter-sends-aside = Enter lähettää työkavereille
send = Lähetä
note-it = Tallenna
say-aside = Lähetä työkavereille
send-later = Lähtee, kun yhteys palaa
send-anyway = Lähetä silti
too-long = { NUMBER($count) ->
    [one] Yksi merkki liikaa
   *[other] { $count } merkkiä liikaa
}
uploading = Tiedosto on vielä matkalla
attach = Liitä
files = Liitteet
file-progress = Ladataan: { $name }
file-remove = Poista { $name }
file-failed = Ei siirtynyt.
file-too-large = Tiedosto on yli { $size }. Pienennä se ja liitä uudelleen.
file-too-many = Viestiin mahtuu 10 tiedostoa. Lähetä tämä seuraavassa.
file-stops = { NUMBER($count) ->
    [one] Yksi liite ei lähde. Poista se, niin voit lähettää.
   *[other] { $count } liitettä ei lähde. Poista ne, niin voit lähettää.
}
file-again = Yritä uudelleen: { $name }
note-no-files = Muistiinpanoon ei voi liittää tiedostoa. Liitä se vastaukseen.
locked-closed = Asia on suljettu. Jos { $name } kirjoittaa uudelleen, siitä tulee uusi asia. Muistiinpanon voit silti kirjoittaa.
locked-full = { $channel ->
    [message] Yhteydenotto
    [call_back] Soittopyyntö
   *[chat] Chat
} on päättynyt. Voit jatkaa sitä, kun jokin luukuistasi vapautuu. Muistiinpanon voit kirjoittaa jo nyt.
resumes = Päättynyt keskustelu jatkuu vastauksestasi
locked-waiting = Ota { $channel ->
    [message] viesti
    [call_back] soittopyyntö
   *[chat] chat
}, niin voit vastata. Muistiinpanon voit kirjoittaa jo nyt.
locked-held = { $name } vastaa { $channel ->
    [message] tähän viestiin
    [call_back] tähän soittopyyntöön
   *[chat] tässä chatissa
}. Muistiinpanon voit silti kirjoittaa.
locked-read-only = Voit lukea, et kirjoittaa.
collision = { $name } vastasi tähän kello { $time },
collision-more = sillä aikaa kun kirjoitit. Lue viesti, ennen kuin lähetät omasi.
collision-show = Näytä viesti
emoji = Hymiö
emoji-choose = Valitse hymiö
emoji-find = Etsi hymiö
emoji-group = Ryhmä
emoji-none = Ei osumia.
emoji-failed = Hymiöt eivät latautuneet. Sulje ja yritä uudelleen.
emoji-smileys = Hymiöt
emoji-people = Ihmiset
emoji-nature = Eläimet ja luonto
emoji-food = Ruoka ja juoma
emoji-travel = Matkat ja paikat
emoji-activities = Harrastukset
emoji-objects = Esineet
emoji-symbols = Merkit
emoji-flags = Liput

# Prepared replies.
prepared = Valmiit vastaukset
prepared-short = Valmiit
prepared-count = { NUMBER($count) ->
    [0] Ei osumia
    [one] 1 osuma
   *[other] { $count } osumaa
}
prepared-aloud = { NUMBER($count) ->
    [0] Mikään valmis vastaus ei sovi tähän.
    [one] 1 valmis vastaus. Lisää se Enterillä.
   *[other] { $count } valmista vastausta. Valitse nuolilla ja lisää Enterillä.
}

# The case.
facts = Asian tiedot
subject = Aihe
subject-hint = Kirjoita aihe
subject-none = Ei aihetta
state = Tila
owner = Omistaja
changed-state-by = { $name } vaihtoi tilan: { $to }
changed-owner-by = { $name } vaihtoi omistajan: { $to }
start-page = Sivu, jolta asiakas aloitti
came-from = Tuli sivulta { $page }
contacts = Tämän asian yhteydenotot
answered-in = vastattu { $time }
earlier = Aiemmat asiat
earlier-none = Ei aiempia asioita.

# Dialogs and toasts.
cancel = Peruuta
close = Sulje
undo = Peru
end-title = Päätetäänkö { $channel ->
    [message] yhteydenotto
    [call_back] soittopyyntö
   *[chat] chat
}: { $name }?
end-more = Luukku vapautuu, ja asia { $number } jää auki. Asiakas voi jatkaa samaa asiaa kirjoittamalla uudelleen.
end-draft = Kentässä on vielä vastaus, jota et ole lähettänyt. Jos päätät nyt, se jää luonnokseksi eikä lähde asiakkaalle.
solve-unsent = Vastauksesi on vielä kentässä
solve-unsent-more = { $name } ei ole saanut sitä. Lähetetäänkö se ennen kuin asia ratkaistaan?
solve-unsent-anyway = Ratkaise lähettämättä
solve-unsent-send = Lähetä ja ratkaise
transfer-title = Siirrä { $channel ->
    [message] viesti
    [call_back] soittopyyntö
   *[chat] chat
}: { $name }
transfer-to = Kenelle
transfer-nobody = Kenelläkään ei ole nyt vapaata luukkua. { $channel ->
    [message] Viesti
    [call_back] Soittopyyntö
   *[chat] Chat
} pysyy sinulla.
transfer-choose = Valitse, kenelle { $channel ->
    [message] viesti
    [call_back] soittopyyntö
   *[chat] chat
} siirtyy
transfer-write = Kirjoita, mistä on kyse ja mitä tiedetään
transfer-note = Muistiinpano
transfer-note-hint = Mistä on kyse ja mitä jo tiedetään? Asiakas ei näe tätä.
transfer-sees = Asiakas näkee:
transfer-sees-agent = Keskustelusi siirtyi. { $name } vastaa sinulle.
transfer-sees-team = Keskustelusi siirtyi oikeaan jonoon
transferring = Siirretään…
receiver-free = { NUMBER($free) ->
    [one] yksi luukku vapaana, yhteensä { $slots }
   *[other] { $free } luukkua vapaana, yhteensä { $slots }
}
receiver-team = Tiimi: { $name }
receiver-present = { NUMBER($count) ->
    [one] yksi paikalla
   *[other] { $count } paikalla
}
toast-solved = Asia { $number } ratkaistu
toast-not-undone = Asia { $number } on yhä ratkaistu: { $title }. { $detail }
toast-reopened = Asia { $number } on taas auki
toast-link-copied = Asian { $number } linkki kopioitu
toast-transferred = Asia { $number } siirretty: { $to }

# Keys.
keys-luukku = Luukku 1–8
keys-longest = Pisimpään odottanut
keys-step = Edellinen / seuraava
keys-take = Ota jonosta
keys-beside = Rinnakkain päälle ja pois
keys-send = Lähetä
keys-line = Rivinvaihto
keys-undo = Peru lähetys, 5 s
keys-note-toggle = Muistiinpano päälle ja pois
keys-send-solve = Lähetä ja ratkaise
keys-escape = Pois kentästä
keys-pane = Seuraava alue
keys-reply = Vastaa
keys-note = Muistiinpano
keys-side = Sivukeskustelu
keys-transfer = Siirrä
keys-solve = Ratkaise
keys-end = Päätä chat
keys-walk = Viesti ylös / alas

# Whom a waiting chat would be offered to now, for supervisors.
routing = Kenelle tämä kuuluisi nyt?
routing-by-rule = Säännöstä: { $rule }
routing-again = Katso uudelleen
routing-failed = Palvelin ei vastannut. Katso uudelleen hetken päästä.
routing-waits-not = Tämä ei enää odota jonossa.
routing-nobody-here = Kukaan ei ole paikalla.
routing-offered = Tätä tarjotaan nyt: { $agent }
routing-chosen = Nyt tätä tarjottaisiin: { $agent }
routing-by-hand = Tätä ei tarjota nyt kenellekään, vaan se otetaan jonosta.
routing-nobody = Juuri nyt kukaan ei voi ottaa tätä.
routing-may = voi ottaa, { NUMBER($count) ->
    [0] ei chatteja
    [one] yksi chat
   *[other] { $count } chattia
}, odottanut uutta { $time }
routing-was-last = viimeksi tämän asiakkaan kanssa
routing-passed = meni jo häneltä ohi tai palasi jonoon, kysytään viimeisenä
routing-takes = ottaa itse jonosta
routing-elsewhere = voisi ottaa, mutta tätä tarjotaan toiselle
routing-full = luukut täynnä
routing-absent = tauolla
routing-skill = tarvittava taito puuttuu
routing-level = kielitaito ei riitä
routing-language = ei puhu tätä kieltä
routing-client = ei palvele tätä asiakkuutta
routing-team = ei kuulu tiimiin, jota tämä odottaa
routing-teams = ei kuulu tiimeihin, joille tämä on tarjolla

# Categories and tags of a case.
labels = Luokka ja tunnisteet
labels-choose = Valitse luokka
labels-change = Muuta
labels-title = Mistä asiassa on kyse?
labels-title-asked = Mistä asiassa oli kyse?
labels-asked-more = { $name } tarvitsee tämän tiedon, ennen kuin asian voi ratkaista.
labels-find = Hae luokkaa tai tunnistetta
labels-kind = { $kind ->
        [category] Luokat
       *[tag] Tunnisteet
    }
labels-nothing = Haulla ”{ $query }” ei löydy luokkaa eikä tunnistetta
labels-now = Valittuna: { $names }
labels-now-none = Ei vielä luokkaa
labels-missing = { $kind ->
        [category] Valitse luokka
       *[tag] Valitse vähintään yksi tunniste
    }
labels-done = Valmis
labels-close = Sulje asia
labels-send = Lähetä ja ratkaise
happened-labelled-me = Luokittelit asian:
happened-labelled = { $agent } luokitteli asian:
happened-unlabelled-me = Poistit asian luokan ja tunnisteet
happened-unlabelled = { $agent } poisti asian luokan ja tunnisteet
keys-labels = Valitse luokka ja tunnisteet

# How urgent a contact is said to be, and how it is best handled.
triage = Kiireellisyys ja käsittely
triage-do = Arvioi kiireellisyys
triage-again = Muuta arviota
triage-by-rule = Sääntö antoi kiireellisyyden. Kukaan ei ole vielä arvioinut.
triage-none = Ei vielä arvioitu
triage-title = Kiireellisyys: { $name }
triage-how = Miten tämä hoidetaan: { $name }
triage-more = Rivi kertoo, kuinka paljon haittaa on, ja sarake, kuinka pian apua tarvitaan. Kiireelliset menevät jonossa muiden edelle, mutta eivät niiden, jotka ovat odottaneet jo kauan.
triage-impact-step = { $step ->
        [most] Suuri haitta
        [some] Jonkin verran haittaa
       *[least] Pieni haitta
    }
triage-urgency-step = { $step ->
        [most] Heti
        [some] Tänään
       *[least] Ehtii myöhemminkin
    }
triage-estimate = { $impact } · { $urgency }
triage-priority = { $step ->
        [most] Kiireellinen
        [some] Tavallinen
       *[least] Voi odottaa
    }
triage-path = { $path ->
        [now] Vastataan nyt
        [later] Palataan myöhemmin
        [colleague] Siirretään toiselle
       *[elsewhere] Ohjataan muualle
    }
triage-mark = { $priority } · { $path }
triage-back = Muuta kiireellisyyttä
toast-triaged = Asia { $number }: { $mark }
happened-triaged-me = Arvioit:
happened-triaged = { $agent } arvioi:
keys-triage = Arvioi kiireellisyys ja käsittely

# A chat that is not opened to customers yet.
closed-not-live = Ei vielä avattu asiakkaille
doors-launch = Avaa käyttöönotto

# Naming people and teams in a note.
mention = Mainitse
mention-there = paikalla
mention-away = ei paikalla
mention-team = { NUMBER($count) ->
    [0] tiimi, ketään ei ole paikalla
    [one] tiimi, yksi paikalla
   *[other] tiimi, { $count } paikalla
}
mention-aloud = { NUMBER($count) ->
    [one] Yksi, jonka voit mainita. Valitse se Enterillä.
   *[other] { $count }, jotka voit mainita. Selaa nuolilla, valitse Enterillä.
}
# Sales texts among the prepared replies.
sales-lock-unsolved = Lukossa, kunnes asia on ratkaistu tai merkitty odottamaan
sales-lock-kept-waiting = Lukossa: asiakas joutui juuri odottamaan liian kauan
# A chat that is parked with a promised time.
park = Palaan…
park-title = Milloin palaat: { $name }
park-when = Lupaa aika
park-choice = { $choice ->
        [half] 30 minuutin kuluttua
        [hour] Tunnin kuluttua
       *[other] Muu aika
    }
park-today = Tänään kello { $time }
park-tomorrow = Huomenna kello { $time }
park-other = Päivä ja kellonaika
park-zone = Asiakkuuden kello: { $zone }
park-write = Kirjoita päivä ja kellonaika
park-sees = Asiakas saa viestin, jossa on tämä aika. Luukkusi vapautuu, ja saat muistutuksen, kun aika lähestyy.
park-sees-waits = Asiakas saa viestin, jossa on tämä aika. Hän odottaa yhä vastaustasi: lupaus ei pysäytä kelloa.
park-do = Lupaa ja vapauta luukku
parked = Sovitut
go-on = Jatka
promise = Sovittu
promise-by = { $agent } palaa { $when }
promise-at = kello { $time }
promise-on = { $day } kello { $time }
promise-left = vielä { $time }
promise-said-left = aikaa { $time }
promise-said-over = sovitusta ajasta { $time } yli
toast-parked = Asia { $number }: palaat { $when }
news-promise-near = { $channel ->
    [call_back] Lupasit soittaa 10 minuutin kuluttua: { $name }, asia { $number }
   *[chat] Lupasit palata 10 minuutin kuluttua: { $name }, asia { $number }
}
news-promise-due = { $channel ->
    [call_back] Lupasit soittaa nyt: { $name }, asia { $number }
   *[chat] Lupasit palata nyt: { $name }, asia { $number }
}
happened-parked-me = { $channel ->
    [call_back] Lupasit soittaa uudelleen
   *[chat] Lupasit palata
}
happened-parked = { $channel ->
    [call_back] { $agent } lupasi soittaa uudelleen
   *[chat] { $agent } lupasi palata
}
happened-kept-me = Palasit sovittuun aikaan
happened-kept = Asiakas sai vastauksen aikaan, jonka { $agent } lupasi
happened-broken-me = { $channel ->
    [call_back] Lupasit soittaa, mutta aika meni ohi:
   *[chat] Lupasit palata, mutta aika meni ohi:
}
happened-broken = { $channel ->
    [call_back] { $agent } lupasi soittaa, mutta aika meni ohi:
   *[chat] { $agent } lupasi palata, mutta aika meni ohi:
}
happened-back-wrote = { $customer } kirjoitti, ja { $channel ->
        [message] viesti
        [call_back] soittopyyntö
       *[chat] chat
    } palasi jonoon
keys-park = Lupaa palata

# Handovers that the customer feels.
handovers = Vaihdot
handovers-count = { NUMBER($count) ->
        [one] neuvoja on vaihtunut kerran
       *[other] neuvoja on vaihtunut { $count } kertaa
    }
happened-raised = Neuvoja on vaihtunut { $count } kertaa: asia nousi esihenkilölle
news-raised = Neuvoja on vaihtunut kolmannen kerran: { $name }, asia { $number }
news-broken = Luvattu aika meni ohi: { $name }, asia { $number }

# A hostile customer.
conduct = Asiaton viesti
conduct-title = Asiaton viesti: { $name }
conduct-flag = Merkitse asiattomaksi
conduct-flag-more = Merkintä jää asian tapahtumiin, ja esihenkilö saa siitä tiedon heti. Asiakas ei näe sitä.
conduct-flagged = Viesti on merkitty asiattomaksi, ja tieto meni esihenkilölle. Mitä tehdään seuraavaksi?
conduct-warn = Varoita.
conduct-warn-more = Valmis varoitus tulee vastauskenttään asiakkaan kielellä. Lue se ja lähetä itse.
conduct-warn-do = Vie varoitus vastaukseen
conduct-warning-words = Autan sinua mielelläni, mutta asiattomiin viesteihin en vastaa. Jos keskustelu jatkuu näin, joudun päättämään sen.
conduct-end = Päätä.
conduct-end-more = Sinun ei tarvitse jatkaa tällaista keskustelua.
conduct-ended = Chat on päättynyt.
conduct-block = Estä kävijä
conduct-block-more = Kävijä ei voi kirjoittaa tähän chattiin eikä aloittaa uutta. Esihenkilö voi poistaa eston aikaisemmin. Avoin chat päättyy.
conduct-how-long = { $howLong ->
    [hour] tunniksi
    [day] vuorokaudeksi
   *[week] viikoksi
}
conduct-reason = Miksi? Näkyy vain työpöydällä.
conduct-reason-missing = Kirjoita, miksi estät kävijän
conduct-block-do = Estä
conduct-blocked = { $name } on nyt estetty.
blocked-until = Estetty { $until } asti
conduct-break = Haluatko hengähtää? Chattisi pysyvät sinulla.
conduct-break-go = Tauolle
happened-flagged-me = Merkitsit viestin asiattomaksi
happened-flagged = { $agent } merkitsi viestin asiattomaksi
happened-blocked-me = Estit kävijän
happened-blocked = { $agent } esti kävijän
news-flagged = Asiaton viesti: { $name }, asia { $number }

# Whether the customer is still on the website.
on-page = sivulla
on-page-left = lähti sivulta { $time }
on-page-left-on = lähti sivulta { $date }

# First and last words that the client has prepared.
first-last = { $which ->
    [greeting] Tervehdys
   *[closing] Lopetus
}
first-last-put = { $which ->
    [greeting] Lisää tervehdys
   *[closing] Lisää lopetus
}
keys-first-last = Lisää tervehdys tai lopetus

# What I lack for a contact that waits.
lack-language = { $language ->
    [fi] tarvitaan suomea
    [sv] tarvitaan ruotsia
   *[en] tarvitaan englantia
}
lack-level = { $level ->
    [copes] { $language ->
        [fi] pitää pärjätä suomeksi
        [sv] pitää pärjätä ruotsiksi
       *[en] pitää pärjätä englanniksi
    }
    [native] { $language ->
        [fi] tarvitaan suomea äidinkielen tasoisesti
        [sv] tarvitaan ruotsia äidinkielen tasoisesti
       *[en] tarvitaan englantia äidinkielen tasoisesti
    }
   *[other] { $language ->
        [fi] tarvitaan sujuvaa suomea
        [sv] tarvitaan sujuvaa ruotsia
       *[en] tarvitaan sujuvaa englantia
    }
}
lack-skill = tarvitaan taito { $skill }
# Ending with the customer sent elsewhere.
refer = Ohjattu muualle
refer-title = Ohjattu muualle: { $name }
refer-lead = Asia merkitään ratkaistuksi, ja chat päättyy. Asiakas ei näe, mitä tähän kirjoitat.
refer-rather = Voitko antaa asian suoraan kollegalle tai tiimille? Siirto säästää asiakkaalta uuden yhteydenoton.
refer-place = Minne ohjasit asiakkaan?
refer-why = Miksi?
refer-reason = { $reason ->
        [not_ours] Asia ei kuulu meille
        [no_right] Oikeutemme eivät riittäneet
       *[no_knowledge] Emme tienneet vastausta
    }
refer-remedy = Millä asia olisi ratkennut täällä?
refer-remedy-hint = Vastauksista kootaan lista oikeuksista ja tiedoista, jotka kannattaa hankkia.
refer-choose = Valitse
refer-else = Muu, kirjoitan sen alle
refer-write = Kirjoita se alle.
refer-note = Muistiinpano
refer-place-missing = Valitse, minne ohjasit
refer-reason-missing = Valitse syy
refer-remedy-missing = Valitse, millä asia olisi ratkennut
refer-note-missing = Kirjoita, minne ohjasit asiakkaan tai mikä olisi ratkaissut asian
refer-do = Ratkaise asia
refer-unsent = Vastauksesi on vielä kentässä. Lähetä se ensin.
referral = Ohjattu
referral-in-note = lisätietoja muistiinpanossa
happened-referred-me = { $reason ->
        [not_ours] Ohjasit asiakkaan muualle, koska asia ei kuulu meille:
        [no_right] Ohjasit asiakkaan muualle, koska oikeudet eivät riittäneet:
       *[no_knowledge] Ohjasit asiakkaan muualle, koska vastausta ei tiedetty:
    }
happened-referred = { $reason ->
        [not_ours] { $agent } ohjasi asiakkaan muualle, koska asia ei kuulu meille:
        [no_right] { $agent } ohjasi asiakkaan muualle, koska oikeudet eivät riittäneet:
       *[no_knowledge] { $agent } ohjasi asiakkaan muualle, koska vastausta ei tiedetty:
    }
queue-full-exceed = Luukkusi ovat täynnä. Saat silti ottaa yhden lisää, kun kerrot syyn.
conduct-pass = Siirry varoitukseen ja estoon
conduct-flagged-before = Olet merkinnyt tämän keskustelun viestin aiemmin asiattomaksi.
news-came-back = { $name } kirjoitti ennen lupaamaasi aikaa: asia { $number } on jonossa
locked-parked-full = Luukkusi ovat täynnä. Voit jatkaa tätä chattia, kun jokin niistä vapautuu. Muistiinpanon voit kirjoittaa jo nyt.

# Languages in which an open chat takes nobody.
closed-no-speaker = Kiinni: kukaan paikalla olevista ei puhu tarvittavaa kieltä
closed-in = { $language ->
    [fi] ei suomeksi
    [sv] ei ruotsiksi
   *[en] ei englanniksi
}
closed-in-full = { $language ->
    [fi] jono on täynnä suomeksi
    [sv] jono on täynnä ruotsiksi
   *[en] jono on täynnä englanniksi
}
# Rules by their names, where nobody who is there knows what they ask for.
closed-by-rules = { $count ->
    [one] osittain kiinni säännön { $rules } takia
   *[other] osittain kiinni sääntöjen { $rules } takia
}
# A name among other words.
quoted = ”{ $text }”
# How the client asks its agents to write.
style = Tyyliohje
style-avoid = Vältä sanoja:
style-emoji = { $rule ->
    [limit] Viestissä saa olla enintään yksi emoji
   *[forbid] Täällä neuvojat eivät käytä emojeja
}
avoid-words = Vältä tässä asiakkuudessa: { $words }

# What a client asks of its agents.
agent-rules-new = Uudet pelisäännöt: { $client }
agent-rules-done = Luettu

# Where the customer's contact before this one was left.
left = Mihin viimeksi jäätiin
left-solved = { $name } ratkaisi asian
left-solved-itself = Asia ratkesi
left-referred = { $name } ohjasi asiakkaan muualle
left-promised = { $name } lupasi palata asiaan
left-ended = Keskustelu päättyi, viimeksi sitä hoiti { $name }
left-unanswered = Keskustelu päättyi ilman vastausta
left-open-promise = { $name } on luvannut palata viimeistään { $time }.

# Who the customer is.
verified = Tunnistettu
verified-what = Asiakas on kirjautunut sivustolle, ja sivusto on vahvistanut, kuka hän on.
verified-typed = Sivusto on tunnistanut asiakkaan. Nimen ja osoitteen hän on kirjoittanut itse.
unverified-nameless = Ei tunnistettu.
unverified-what = Ei tunnistettu. Nimi ja osoite ovat hänen itse antamiaan.
customer = Asiakas

# How my own day weighs on me: shown to me alone.
load-own = Oma päiväsi
load-only-you = Tämän näet vain sinä.
load-long = Olet vastannut chateissa { $time } ilman taukoa. Pidä tauko?
load-rest = Pidä tauko
load-later = Myöhemmin
load-in-chat = Chateissa ilman taukoa
load-since-break = Edellisestä tauosta
load-no-break = ei taukoa tänään
load-at-once = Chatteja yhtä aikaa
load-at-once-of-late = nyt { $now }, tunnin keskiarvo { $late }
load-answers = Vastaat yleensä
load-answers-of-late = nyt { $late } s, aiemmin tänään { $earlier } s
load-slots = Luukkuja nyt
load-slots-now = { $now }, yleensä { $usual }
load-eased = { $slots ->
    [one] Sinulla on nyt yksi luukku, ja loput palaavat tauon jälkeen.
   *[other] Sinulla on nyt { $slots } luukkua, ja loput palaavat tauon jälkeen.
}

# What colleagues say to one another beside the customer's thread.
side-head = Sivukeskustelu · näkyy vain työpöydällä
side-none = Täällä voit jutella työkavereiden kanssa tästä asiasta. Kutsu mukaan @-merkillä. Asiakas ei näe tätä.
side-unread = { NUMBER($count) ->
    [one] Sivukeskustelussa yksi lukematon
   *[other] Sivukeskustelussa { $count } lukematonta
}
side-lines = { NUMBER($count) ->
    [one] yksi viesti
   *[other] { $count } viestiä
}

# What is known of the customer: written once, so that nobody asks it again.
known = Tiedossa
known-none = Ei vielä mitään.
known-add = Lisää
known-empty = tyhjä
known-by = Kirjoitti { $agent }, { $when }
known-emptied-by = Poisti { $agent }, { $when }
known-kept = Tallennettu: { $field }
known-removed = Poistettu: { $field }
known-put-back = Ennallaan: { $field }
known-newer = { $agent } ehti muuttaa tietoa: { $field }
known-meanwhile = { $agent } kirjoitti juuri: { $text }
known-retired = ei käytössä
known-remove = Poista
known-remove-of = Poista: { $field }
known-remove-ask = Poistetaanko tieto lopullisesti? Kenttä ei ole enää käytössä, joten tietoa ei voi kirjoittaa takaisin.
known-remove-sure = Poista lopullisesti

# Where the customer has been on the website, where it tells that.
visit-pages-all = Näytä kaikki { $count }
visit-pages = Sivut tällä käynnillä
# Customers who ask to be called.
empty-call = Soittopyyntö odottaa
empty-call-more = Asiakas { $name } odottaa soittoa.
channel-call-back = Soittopyyntö
phone = Puhelin
calls = Soittopyynnöt
call-number = Soita { $phone }
call-by = viimeistään kello { $time }
call-by-on = viimeistään { $day } kello { $time }
call-no-room = luukkusi eivät nyt riitä puheluun
call-tries = { NUMBER($count) ->
    [one] yritetty kerran
   *[other] yritetty { $count } kertaa
}
call-mark = Kirjaa soitto
call-title = Soitto: { $name }
call-came = Miten kävi?
call-spoken = Puhuimme
call-not-reached = En tavoittanut
call-note = Mitä sovitte?
call-note-missing = Kirjoita, mitä sovitte
call-again-when = Milloin yritetään uudelleen?
call-last = Tämä oli { $tries }. ja viimeinen yritys. Emme soita enää, ja pyydämme asiakasta kirjoittamaan.
call-sees = Asiakas näkee, että soitit. Muistiinpanoa hän ei näe.
call-sees-again = Asiakas näkee, milloin soitamme uudelleen.
call-do = Kirjaa
toast-called = Asia { $number }: soitto kirjattu
toast-not-reached = Asia { $number }: kirjattu, ettei asiakasta tavoitettu
left-open-call = Soitto on luvattu viimeistään { $time }.
happened-call-asked = { $customer } pyysi soittoa
happened-ended-call = { $customer } pyysi soittoa odottamisen sijaan
happened-call-promised = Soitto luvattiin
happened-called = { $agent } soitti ja puhui asiakkaan kanssa
happened-called-me = Soitit ja puhuit asiakkaan kanssa
happened-not-reached = { $agent } soitti eikä tavoittanut asiakasta (kerta { NUMBER($count) })
happened-not-reached-me = Soitit etkä tavoittanut asiakasta (kerta { NUMBER($count) })
happened-kept-call = Asiakkaalle soitettiin luvattuun aikaan mennessä
happened-broken-call = Soitto myöhästyi luvatusta ajasta:
