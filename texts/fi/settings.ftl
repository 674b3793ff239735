# Settings: one's own and the desk's.
nav = Asetukset
nav-mine = Omat
nav-desk = Palvelu
nav-me = Oma työpöytä
nav-password = Salasana
nav-devices = Laitteet
nav-clients = Asiakkuudet
nav-general = Yleistä
nav-site = Chat sivulla
nav-hours = Aukioloajat
nav-answering = Vastaaminen
nav-prepared = Valmiit vastaukset
nav-teams = Tiimit
nav-agents = Neuvojat
nav-api = Rajapinta
nav-audit = Loki
no-permission = Et näe tätä sivua roolillasi
no-permission-what = Esihenkilösi tai omistaja voi muuttaa näitä asetuksia.
at = { $day } kello { $time }
cancel = Peruuta
try-again = Yritä uudelleen
load-failed = Asetusten haku ei onnistunut
load-failed-what = Yhteys voi olla poikki. Mitään ei ole kadonnut.
load-missing = Tätä ei ole enää
load-missing-what = Joku on voinut poistaa sen. Palaa luetteloon ja katso, mitä siellä on nyt.

# The bar that keeps changes.
save = Tallenna
save-saving = Tallennetaan…
save-saved = Muutokset on tallennettu
save-discard = Hylkää muutokset
save-changes = { NUMBER($count) ->
        [0] ei muutoksia
        [one] 1 muutos tallentamatta
       *[other] { $count } muutosta tallentamatta
    }
save-errors = { NUMBER($count) ->
        [one] 1 virhe
       *[other] { $count } virhettä
    }
save-failed = Tallennus ei onnistunut. Muutoksesi ovat vielä tällä sivulla. Yritä uudelleen.
save-first = Tallenna tai hylkää ennen kuin lähdet

# My own workspace.
me-title = Oma työpöytä
me-lead = Nämä koskevat vain sinua. Jokainen valinta tulee voimaan heti.
me-look-hint = Vain tällä laitteella.
me-sound = Äänet
me-sound-hint = Kuulet pehmeän äänen, kun saat uuden chatin, kun toisessa keskustelussa tulee viesti ja kun 75 % vastausajasta on kulunut.
me-sound-try = Kuuntele
me-notifications = Selaimen ilmoitukset
me-notifications-hint = Ilmoitus tulee vain, kun et katso työpöytää. Muistiinpanoista ei ilmoiteta.
me-notifications-allow = Salli ilmoitukset tässä selaimessa
me-notifications-denied = Tämä selain on estänyt ilmoitukset. Voit sallia ne selaimen asetuksista.
me-shortcuts = Yhden kirjaimen pikanäppäimet
me-shortcuts-hint = Esimerkiksi R ratkaisee ja T siirtää, kun et kirjoita. Muut pikanäppäimet toimivat aina.
me-kept = Tallennettu
me-not-kept = Valinta ei tallentunut. Yritä uudelleen.
password-lead = Kun vaihdat salasanan, kirjaudut ulos kaikilta muilta laitteilta.
password-current = Nykyinen salasana
password-current-empty = Kirjoita nykyinen salasanasi
password-new = Uusi salasana
password-change = Vaihda salasana
password-changed = Salasana on vaihdettu. Muut laitteet on kirjattu ulos.
devices-lead = Näillä laitteilla olet kirjautuneena. Kirjaa ulos se, jota et tunne, ja vaihda salasana.
device-this = tämä laite
device-more = { $address }, kirjauduit { $at }, käytit viimeksi { $used }
device-end = Kirjaa ulos
device-end-named = Kirjaa ulos: { $name }
device-ended = { $name } on kirjattu ulos

# Clients.
clients-lead = Asiakkuudet ovat ne, joiden puolesta vastaat. Jokaisella on oma chat, omat aukioloajat ja omat kielet.
clients-none = Asiakkuuksia ei vielä ole
clients-none-what = Lisää ensimmäinen, niin saat chatin verkkosivulle.
client-new = Uusi asiakkuus
client-no-websites = ei vielä verkkosivua
client-closed-tag = Suljettu käsin
client-lead = Asiakkaat näkevät nämä chatissa.
client-name = Nimi
client-name-hint = Chatin otsikko.
client-desk-name = Palvelupisteen nimi
client-desk-name-hint = Esimerkiksi IT-tuki. Jätä tyhjäksi, jos nimi riittää.
client-languages = Kielet
client-languages-hint = Chat puhuu kävijän kieltä, jos se on jokin näistä.
client-first-language = Kieli, kun kävijän kieltä ei tiedetä
site-lead = Chat aukeaa vain sivuilla, jotka luettelet tässä.
embed = Rivi verkkosivulle
embed-hint = Lisää sivun loppuun, juuri ennen merkintää </body>.
embed-pinned = Rivi, joka lataa vain tämän version
embed-pinned-hint = Valitse tämä, jos sivustosi ajaa vain tarkistettuja skriptejä (SRI). Rivi toimii myös Luukun päivitysten jälkeen. Uuden version saat, kun vaihdat rivin.
embed-copy = Kopioi
embed-copied = Rivi on leikepöydällä
websites = Verkkosivut
websites-hint = Yksi osoite riville, esimerkiksi www.esimerkki.fi tai *.esimerkki.fi.
colour = Chatin väri
colour-hint = Muodossa #005970. Jätä tyhjäksi, jos Luukun oma väri sopii.
colour-pick = Valitse väri
colour-good = Teksti erottuu hyvin: kontrasti { $rate }.
colour-poor = Teksti ei erotu tarpeeksi: kontrasti { $rate }, tarvitaan 4,5.
colour-use = Käytä väriä { $colour }, kontrasti { $rate }
preview = Tältä se näyttää
preview-field = Kirjoita viesti
hours-lead = Chat on auki näinä aikoina, kun joku on paikalla. Kellonajat ovat aikavyöhykkeen { $zone } mukaiset.
hours-week = Viikko
time-zone = Aikavyöhyke
time-zone-hint = Esimerkiksi Europe/Helsinki.
closed-by-hand = Chat on suljettu käsin
closed-by-hand-hint = Chat pysyy kiinni, kunnes otat tämän pois.
when-closed = Kun chat on kiinni
when-closed-hint = Muutos näkyy avoimissa chat-ikkunoissa heti. Kesken oleva keskustelu jatkuu aina.
when-closed-message = Kävijä voi jättää viestin
when-closed-message-hint = Aukioloajat, seuraava aukeaminen ja lomake. Viestistä tulee asia.
when-closed-hours = Vain aukioloajat
when-closed-hours-hint = Kävijä näkee, milloin chat aukeaa.
when-closed-hidden = Chattia ei näytetä
when-closed-hidden-hint = Chat-ikkuna palaa sivustolle, kun chat aukeaa.
holidays = Juhlapyhät
holidays-hint = Chat tuntee pyhät ja aatot joka vuosi ja kertoo kävijälle, mikä pyhä on.
holidays-finland = Suomen pyhät
holidays-sweden = Ruotsin pyhät
holidays-none = Ei pyhiä
holidays-on-holidays = Aukiolo pyhinä
holidays-on-hint = Tyhjä tarkoittaa, että chat on kiinni. Kirjoita muuten esimerkiksi 9.00–12.00.
holidays-on-eves = Aukiolo aattoina
holidays-eves-finland = Juhannusaatto ja jouluaatto. Tyhjä tarkoittaa, että chat on kiinni.
holidays-eves-sweden = Lankalauantai, juhannusaatto, jouluaatto ja uudenvuodenaatto. Tyhjä tarkoittaa, että chat on kiinni.
holidays-short-differ = Lyhyillä päivillä on oma aika
holidays-short-finland = Kiirastorstai, vapunaatto ja uudenvuodenaatto. Muuten niillä on viikonpäivänsä aika.
holidays-short-sweden = Loppiaisaatto, kiirastorstai, vapunaatto ja pyhäinpäivän aatto. Muuten niillä on viikonpäivänsä aika.
holidays-on-short-days = Aukiolo lyhyinä päivinä
wrong-holidays = Kirjoita aika muodossa 9.00–12.00
exceptions = Poikkeukset
exceptions-none = Ei poikkeuksia. Lisää päivät, joina aukioloaika on toinen.
exception-add = Lisää poikkeus
exception-date = Päivä
exception-name = Syy
exception-hours = Aika
exception-closed = Kiinni
exception-hint = Tyhjä aika tarkoittaa, että chat on kiinni. Kirjoita muuten esimerkiksi 9.00–12.00, 13.00–15.00.
exception-remove = Poista poikkeus { $date }
answering-lead = Mitä lupaat, ja milloin chat sulkeutuu tai päättyy itsestään.
answer-target = Kuinka pian lupaat vastata?
answer-target-hint = Aika ensimmäiseen ihmisen vastaukseen. Useimmat aloittavat minuutista.
queue-ceiling = Jonon enimmäispituus
queue-ceiling-hint = Kun kaikki luukut ovat täynnä ja jonossa on näin monta, chat sulkeutuu uusilta.
target-closes = Suljetaan uusilta, jos emme ehdi vastata ajoissa
target-closes-hint = Chat ei ota uusia kävijöitä, kun liian moni on jäänyt ilman vastausta vastausajassa ja joku odottaa. Jo odottavat pitävät paikkansa. Chat aukeaa itsestään, kun tilanne on selvästi parempi.
target-window = Miten pitkältä ajalta lasketaan
target-window-hint = Jos chatteja on ollut alle viisi, osuutta ei vielä lasketa.
target-least = Suljetaan, jos ajoissa vastattiin harvempaan kuin
target-least-hint = Chat aukeaa uudelleen, kun osuus on 10 prosenttiyksikköä suurempi, tai heti kun kukaan ei odota ja jollakulla on vapaa luukku.
target-longest = Suljetaan, jos joku on odottanut pidempään kuin
target-longest-hint = Chat aukeaa uudelleen, kun kukaan ei odota yli vastausajan.
target-times = kertaa vastausaika
target-never = ei suljeta
target-when = alle { $least } % ajoissa { $window } minuutin aikana, tai joku on odottanut yli { $longest } kertaa vastausajan
silence = Hiljainen chat päättyy
silence-hint = Kun kumpikaan ei ole kirjoittanut näin pitkään aikaan.
thanks-grace = Kiitos ei avaa asiaa uudelleen
thanks-grace-hint = Näin kauan ratkaisun jälkeen pelkkä kiitos ei avaa asiaa.
unit-seconds = sekuntia
unit-minutes = minuuttia
unit-people = odottajaa
greetings = Tervehdys
wrong-client-name = Kirjoita asiakkuuden nimi
wrong-languages = Valitse ainakin yksi kieli
wrong-time-zone = Kirjoita aikavyöhyke, esimerkiksi Europe/Helsinki
wrong-colour = Kirjoita väri muodossa #005970
wrong-colour-contrast = Valitse väri, jolla teksti erottuu
wrong-website = ”{ $typed }” ei ole verkkosivun osoite. Kirjoita se muodossa www.esimerkki.fi
wrong-week = Korjaa aukioloajat
wrong-exception-date = Valitse poikkeukselle päivä
wrong-exception-twice = Sama päivä on poikkeuksissa kahdesti. Kirjoita sen kaikki ajat yhteen
clashed = Joku muutti tätä sillä välin. Tallenna uudelleen, jos haluat pitää omasi.
clashed-as = Joku muutti tähän sillä välin { $theirs }. Tallenna uudelleen, jos haluat pitää omasi.
wrong-exception-hours = Aika ”{ $typed }” ei käy. Kirjoita ajat järjestyksessä ja erikseen, esimerkiksi 9.00–12.00, 13.00–15.00
wrong-number = Kirjoita luku väliltä { $from }–{ $to }

# Prepared replies.
prepared-lead = Näillä neuvoja vastaa nopeasti siihen, mitä kysytään usein. Hän kirjoittaa rivin alkuun kauttaviivan, valitsee vastauksen ja voi vielä muuttaa sitä, ennen kuin lähettää.
prepared-none = Valmiita vastauksia ei vielä ole
prepared-none-what = Kirjoita ensimmäinen: esimerkiksi tervehdys tai ohje, jota annatte joka päivä.
prepared-new = Uusi valmis vastaus
prepared-all-clients = Kaikki asiakkuudet
prepared-form-lead = Neuvojat saavat muutokset käyttöönsä heti.
prepared-client = Asiakkuus
prepared-language = Kieli
prepared-name = Lyhyt nimi
prepared-name-hint = Neuvoja löytää vastauksen, kun hän kirjoittaa kauttaviivan ja nimen. Yksi sana, esimerkiksi tervehdys.
prepared-text = Teksti
prepared-text-hint = Muuttujan tilalle tulee oikea tieto perusmuodossa, kun vastaus lisätään viestiin.
prepared-variables = Lisää muuttuja
variable-customer-name = Asiakkaan nimi
variable-agent-first-name = Neuvojan etunimi
variable-case-number = Asian numero
variable-client-name = Asiakkuuden nimi
prepared-preview = Näin asiakas lukee sen
prepared-preview-named = Kun asiakas on kertonut nimensä
prepared-preview-nameless = Kun nimeä ei tiedetä
prepared-preview-empty = Kirjoita teksti, niin näet sen tässä.
prepared-example-customer = Kaisa
prepared-remove = Poista valmis vastaus
prepared-remove-title = Poistetaanko /{ $name }?
prepared-remove-what = Neuvojat eivät enää löydä sitä. Viestit, jotka on jo lähetetty, säilyvät.
prepared-removed = /{ $name } on poistettu
wrong-prepared-name = Kirjoita nimi, yksi sana
wrong-prepared-text = Kirjoita teksti

# Teams.
teams-lead = Tiimi palvelee asiakkuuksia. Sen jäsenet näkevät niiden jonon ja asiat.
teams-none = Tiimejä ei vielä ole
teams-none-what = Neuvoja ei voi ottaa chatteja, ennen kuin hänen tiiminsä palvelee jotakin asiakkuutta.
team-new = Uusi tiimi
team-members = { NUMBER($count) ->
        [0] ei jäseniä
        [one] yksi jäsen
       *[other] { $count } jäsentä
    }
team-no-clients = ei palvele vielä ketään
team-lead = Jäsenet saavat ottaa chatteja asiakkuuksilta, joita tiimi palvelee.
team-name = Tiimin nimi
team-offers = Miten chatit jaetaan
team-offers-hint = Jonosta voi aina ottaa myös itse. Jäsenelle tarjotaan enintään niin monta chattia kuin hänellä on luukkuja.
team-offers-by-hand = Jäsenet ottavat itse
team-offers-by-hand-what = Kaikki näkevät saman jonon.
team-offers-at-once = Luukku tarjoaa heti
team-offers-at-once-what = Vuorossa on se, jolla on vähiten chatteja, ja heistä se, joka on ollut pisimpään ilman uutta.
team-offers-later = Luukku tarjoaa, jos kukaan ei ota
team-offers-later-what = Jäsenet ottavat itse, mutta kukaan ei jää odottamaan.
team-offers-after = Tarjotaan, kun chat on odottanut
team-offers-within = Aikaa ottaa
team-offers-within-hint = Sen jälkeen chattia tarjotaan seuraavalle, ja se, jolta tarjous meni ohi, siirtyy tauolle.
team-overflow = Jos chat jää odottamaan
team-overflow-hint = Toinen tiimi voi auttaa: chat on silloin myös sen jonossa, ja kuka tahansa kummastakin tiimistä voi ottaa sen. Auttavan tiimin jäsenet näkevät tämän tiimin asiakkuuksien asiat.
team-overflow-none = Chat odottaa vain tätä tiimiä
team-overflow-removed = Poistettu tiimi
team-overflow-removed-what = Auttava tiimi on poistettu, joten chatit odottavat nyt vain tätä tiimiä. Valitse toinen tiimi tai jätä auttaminen pois.
team-overflow-after = Toinen tiimi auttaa, kun asiakas on odottanut
team-overflow-after-hint = Aika lasketaan siitä, kun chat tuli tälle tiimille.
team-decides = Kuka päättää tiimin säännöistä
team-decides-supervisors = Esihenkilöt
team-decides-supervisors-what = Nimeä, chattien jakamista ja toisen tiimin apua voi muuttaa vain täällä.
team-decides-together = Tiimi itse
team-decides-together-what = Tiimin neuvojat ehdottavat ja päättävät niistä yhdessä. Voit silti muuttaa niitä täältä, ja jäsenet näkevät sen.
team-clients = Palvelee
team-clients-hint = Asiakkuuden chat aukeaa vain, kun joku sitä palvelevasta tiimistä on paikalla.
team-agents = Jäsenet
team-remove = Poista tiimi
team-remove-title = Poistetaanko { $name }?
team-remove-what = Asiat ja niiden historia säilyvät. Jos joku vielä odottaa juuri tätä tiimiä, poisto ei onnistu ennen kuin hänelle on vastattu.
team-remove-clients = Mikään tiimi ei sen jälkeen palvele näitä asiakkuuksia, eikä niiden chat aukea: { $names }.
team-remove-rules = Nämä säännöt lakkaavat ohjaamasta tiimille: { $names }.
team-removed = { $name } on poistettu
wrong-team-name = Kirjoita tiimin nimi

# Agents.
agents-lead = Ihmiset, jotka saavat kirjautua Luukkuun.
agent-new = Kutsu neuvoja
agent-new-lead = Saat linkin, jolla hän valitsee salasanansa itse.
agent-invited = kutsuttu
agent-shut = ei saa kirjautua
agent-name = Nimi
agent-name-hint = Kollegat näkevät koko nimen.
agent-first-name = Etunimi asiakkaalle
agent-first-name-hint = Jätä tyhjäksi, jos etunimi on nimen ensimmäinen sana.
agent-email = Sähköposti
agent-email-hint = Tällä osoitteella kirjaudutaan.
agent-role = Rooli
agent-slots = Luukkuja yhtä aikaa
agent-slots-hint = Näin monta chattia neuvojalla voi olla auki. Neljä sopii useimmille, perehtyvälle kaksi.
agent-may-exceed = Saa ottaa yhden lisää, vaikka luukut ovat täynnä
agent-may-exceed-hint = Enintään kahdeksan keskustelua yhtä aikaa. Joka kerta kysytään syy, ja se näkyy Tiimi-sivulla. Omistajat ja esihenkilöt saavat aina.
agent-teams = Tiimit
agent-teams-hint = Hän näkee tiimiensä jonot ja asiat.
agent-teams-none = Valitse ainakin yksi: ilman tiimiä hän ei näe jonoa eikä asioita.
agent-no-team = ei tiimiä
agent-languages = Kielet
agent-active = Saa kirjautua
agent-active-hint = Kun otat tämän pois, hänet kirjataan heti ulos ja avoimet chatit palaavat jonoon.
agent-owner-only = Omistajan tietoja muuttaa vain omistaja
agent-owner-only-what = Pyydä muutosta omistajalta.
agent-has-password = Salasana on valittu.
agent-no-password = Salasanaa ei ole vielä valittu.
role-owner = Omistaja
role-owner-what = Kaikki, myös rajapinnan avaimet ja muut omistajat
role-supervisor = Esihenkilö
role-supervisor-what = Vastaa, näkee kaikki asiakkuudet ja muuttaa asetuksia
role-agent = Neuvoja
role-agent-what = Vastaa tiimiensä asiakkuuksien asiakkaille
role-reader = Lukija
role-reader-what = Katsoo, ei vastaa
invitation = Kutsulinkki
invitation-made = Kutsulinkki on valmis: { $name }.
invitation-once = Näet sen vain nyt. Lähetä se hänelle itse.
invitation-link = Linkki salasanan valintaan
invitation-until = Toimii kerran, { $at } asti.
invitation-copied = Linkki on leikepöydällä
invitation-again = Tee uusi kutsulinkki
invitation-new-password = Tee linkki uuteen salasanaan
wrong-agent-name = Kirjoita nimi
wrong-email = Kirjoita osoite muodossa nimi@esimerkki.fi

# Keys of integrations.
api-lead = Avaimella toinen ohjelma käyttää Luukkua puolestasi. Se ei saa enempää kuin sinä.
api-description = Rajapinnan kuvaus
tokens-none = Avaimia ei ole
tokens-none-what = Tee jokaiselle ohjelmalle oma avain, niin voit poistaa yhden käytöstä häiritsemättä muita.
token-forever = ei vanhene
token-until = voimassa { $date } asti
token-unused = ei vielä käytetty
token-used = käytetty viimeksi { $at }
token-end = Poista käytöstä
token-end-named = Poista avain { $name } käytöstä
token-end-title = Poistetaanko avain { $name } käytöstä?
token-end-what = Ohjelma, joka käyttää avainta, lakkaa toimimasta heti.
token-ended = Avain { $name } on poistettu käytöstä
token-made = Avain { $name } on valmis.
token-once = Näet sen vain nyt. Ota se talteen.
token-secret = Avain
token-copied = Avain on leikepöydällä
token-new = Uusi avain
token-name = Mihin avainta käytetään?
token-name-hint = Esimerkiksi Raportointi.
token-scopes = Mitä sillä saa tehdä?
token-life = Voimassa
token-days = { $days } päivää
token-make = Tee avain
scope-read-cases = Lukea asioita
scope-write-cases = Kirjoittaa asioihin ja käsitellä niitä
scope-read-settings = Lukea asetuksia
scope-write-settings = Muuttaa asetuksia
wrong-token-name = Kirjoita, mihin avainta käytetään
wrong-scopes = Valitse ainakin yksi oikeus

# The log of changes and sign-ins.
audit-lead = Kirjautumiset ja asetusten muutokset. Kukaan ei voi muuttaa tätä luetteloa.
audit-when = Milloin
audit-who = Kuka
audit-what = Mitä
audit-address = Osoite
audit-nobody = tuntematon
audit-more = Näytä vanhempia
audit-none = Loki on tyhjä
audit-none-what = Ensimmäinen merkintä tulee, kun joku kirjautuu.
act-signed-in = Kirjautui
act-sign-in-failed = Kirjautuminen ei onnistunut
act-signed-out = Kirjautui ulos
act-device-signed-out = Kirjasi laitteen ulos
act-password-changed = Vaihtoi salasanan
act-password-chosen = Valitsi salasanan
act-password-link-made = Salasanalinkki tehtiin palvelimella henkilölle
act-set-up = Otti Luukun käyttöön:
act-client-added = Lisäsi asiakkuuden
act-client-changed = Muutti asiakkuutta
act-prepared-reply-added = Lisäsi valmiin vastauksen
act-prepared-reply-changed = Muutti valmista vastausta
act-prepared-reply-removed = Poisti valmiin vastauksen
act-team-added = Lisäsi tiimin
act-team-changed = Muutti tiimiä
act-team-removed = Poisti tiimin
act-team-decided = Päätti yhdessä tiimin säännöistä:
audit-proposed-by = Ehdottaja
audit-consented = Kannattajat
team-self-directed = Tiimi päättää säännöistään itse
act-agent-invited = Kutsui neuvojan
act-agent-changed = Muutti neuvojan tietoja:
act-agent-teams-changed = Muutti neuvojan tiimejä:
act-api-token-made = Teki avaimen
act-api-token-revoked = Poisti avaimen käytöstä

# Categories and tags of a client.
nav-labels = Luokat ja tunnisteet
labels-lead = Luokka kertoo, mistä asiassa on kyse. Tunnisteella merkitset sen, minkä haluat löytää myöhemmin. Lisäksi voit listata, minne asiakkaita ohjataan.
labels-of-kind = { $kind ->
        [category] Luokat
        [tag] Tunnisteet
        [place] Paikat, joihin ohjataan
       *[remedy] Mikä olisi ratkaissut asian täällä
    }
labels-of-kind-hint = { $kind ->
        [category] Asialla on yksi luokka. Pidä lista lyhyenä, niin neuvoja löytää oikean heti.
        [tag] Asialla voi olla monta tunnistetta.
        [place] Kun asiaa ei ratkaista täällä, neuvoja valitsee, minne hän ohjasi asiakkaan.
       *[remedy] Oikeudet ja tiedot, joita neuvojilta puuttuu. Tiimi-sivu laskee, kuinka monta asiaa kukin niistä olisi ratkaissut.
    }
labels-none = { $kind ->
        [category] Luokkia ei vielä ole.
        [tag] Tunnisteita ei vielä ole.
        [place] Paikkoja ei vielä ole. Neuvoja kirjoittaa paikan muistiinpanoon.
       *[remedy] Listaa ei vielä ole. Neuvoja kirjoittaa puuttuvan asian muistiinpanoon.
    }
labels-name = { $kind ->
        [category] Luokan nimi
        [tag] Tunnisteen nimi
        [place] Paikan nimi
       *[remedy] Oikeuden tai tiedon nimi
    }
labels-add = { $kind ->
        [category] Lisää luokka
        [tag] Lisää tunniste
        [place] Lisää paikka
       *[remedy] Lisää oikeus tai tieto
    }
labels-retired = ei käytössä
labels-retire = Poista käytöstä
labels-retire-of = Poista käytöstä: { $name }
labels-use = Ota käyttöön
labels-use-of = Ota käyttöön: { $name }
labels-remove = Poista
labels-remove-of = Poista { $name }
labels-offer-hint = Voit antaa asiakkaan itse valita luokan. Silloin chat kysyy aihetta ennen ensimmäistä viestiä ja tarjoaa merkitsemäsi luokat. Aiheen voi jättää valitsematta. Jos et kirjoita asiakkaalle omaa tekstiä, hän näkee luokan nimen.
labels-offer = Asiakas voi valita
labels-offer-of = Asiakas voi valita: { $name }
labels-offered = Asiakkaalle
labels-requires = Ennen kuin asian voi ratkaista
labels-requires-category = Asialla pitää olla luokka
labels-requires-category-hint = Jos luokka puuttuu, työpöytä kysyy sitä samalla, kun neuvoja ratkaisee tai sulkee asian.
labels-requires-tag = Asialla pitää olla vähintään yksi tunniste
labels-requires-tag-hint = Chat, joka päättyy hiljaisuuteen, ei jää odottamaan tunnistetta.
wrong-label-name = Kirjoita nimi tai poista käytöstä
wrong-label-twice = Tämä nimi on jo listassa
act-labels-changed = Muutti luokkia tai tunnisteita

# The launch of a client's chat.
nav-launch = Käyttöönotto
launch-tag = Ei vielä avattu asiakkaille
launch-lead = Yksitoista asiaa, jotka kannattaa miettiä, ennen kuin chat aukeaa. Osan Luukku tarkistaa asetuksista, loput vahvistat sinä.
launch-not-live = Chattia ei ole vielä avattu asiakkaille.
launch-ready = Kaikki pakolliset kohdat ovat kunnossa.
launch-open-count = { NUMBER($count) ->
        [one] Yksi pakollinen kohta on vielä auki.
       *[other] { $count } pakollista kohtaa on vielä auki.
    }
launch-open = Avaa chat asiakkaille
launch-opened = { $name }: chat näkyy nyt asiakkaille
launch-live = Chat avattiin asiakkaille { $date }.
launch-live-open = { NUMBER($count) ->
    [one] Yksi pakollinen kohta on vielä käymättä läpi.
   *[other] { $count } pakollista kohtaa on vielä käymättä läpi.
}
launch-mandatory = Pakolliset
launch-optional = Mietittäväksi
launch-done = kunnossa
launch-not-done = kesken
launch-write = Kirjoita ja vahvista
launch-change = Muuta
launch-confirm = Vahvista
launch-words = Miten tämä on sovittu?
launch-confirmed = { $name } vahvisti { $date }
launch-go = Katso: { $page }
launch-purpose = Mitä varten chat on
launch-purpose-what = Neuvontaa, tiedottamista, myyntiä vai markkinointia? Kirjoita, mistä asiakkaat saavat kysyä.
launch-answerers = Kuka vastaa
launch-answerers-what = Jokaisella kielellä on joku, joka vastaa: tiimi palvelee asiakkuutta, ja joku sen jäsenistä puhuu kieltä.
launch-hours = Aukioloajat
launch-hours-what = Kävijä näkee, milloin chat on auki ja milloin se aukeaa seuraavan kerran.
launch-website = Missä chat on
launch-website-what = Chat näkyy vain sivuilla, jotka olet luetellut.
launch-closed = Kun kukaan ei vastaa
launch-closed-what = Mitä kävijä näkee, kun chat on kiinni, ja kuka käy läpi jätetyt viestit?
launch-greeting = Miten keskustelu alkaa
launch-greeting-what = Jokaisella kielellä on tervehdys tai ainakin yksi valmis vastaus, tai neuvoja aloittaa omin sanoin.
launch-asking = Mitä asiakkaalta saa kysyä
launch-asking-what = Esimerkiksi henkilötunnus: pyydetäänkö sitä, ja missä asiakas sen turvallisesti antaa?
launch-criticism = Kritiikki ja asiaton kirjoittelu
launch-criticism-what = Miten kritiikkiin vastataan ja milloin keskustelun saa lopettaa?
launch-rules = Pelisäännöt ja asian kulku
launch-rules-what = Miten asia etenee vastaanotosta ratkaisuun, ja mitä säännöt ovat neuvojille ja asiakkaille?
launch-offers = Tarjouksista kertominen
launch-offers-what = Saako chatissa kertoa tarjouksista? Oikea hetki on, kun asia on ratkennut ja keskustelu on sujunut hyvin.
launch-invitations = Kutsut chattiin
launch-invitations-what = Odottaako chat, että asiakas kysyy, vai kutsuuko se itse?
launch-review = Ylläpito
launch-review-what = Jokaisella chatilla on joku, joka pitää siitä huolta. Kun päivä tulee, muistutus näkyy Tiimi-sivulla.
launch-minded-by = Kuka pitää huolta
launch-nobody = Ei vielä kukaan
launch-review-on = Seuraava läpikäynti
launch-reviewed = Kävin läpi tänään
lack-confirmation = Kukaan ei ole vielä vahvistanut tätä.
lack-hours = Viikossa ei ole yhtään aukioloaikaa.
lack-website = Yhtään verkkosivua ei ole lueteltu.
lack-answerer = Kukaan ei vastaa { $language }.
lack-beginning = Ei tervehdystä eikä valmista vastausta { $language }.
in-finnish = suomeksi
in-swedish = ruotsiksi
in-english = englanniksi
wrong-launch-words = Kirjoita, miten tämä on sovittu
act-client-opened = Avasi chatin asiakkaille:
act-client-review-changed = Muutti chatin ylläpitoa:
act-launch-point-confirmed = Vahvisti käyttöönoton kohdan:

# The log: what it is narrowed by, and what was changed.
audit-filter = Rajaa lokia
audit-anybody = Kuka tahansa
audit-anything = Kaikki
audit-signing-in = Kirjautumiset
audit-from = Mistä päivästä
audit-until = Mihin päivään
audit-none-found = Näillä rajauksilla ei löydy mitään
audit-none-found-what = Väljennä rajauksia, niin näet lisää.
audit-show-all = Näytä koko loki
audit-changes = { NUMBER($count) ->
        [one] Yksi muutos
       *[other] { $count } muutosta
    }
audit-before = ennen
audit-after = nyt
audit-empty = tyhjä
audit-yes = kyllä
audit-no = ei
audit-exception = Poikkeus { $date }
audit-field-name = Nimi

# What a prepared reply is for.
prepared-kind = Mihin tekstiä käytetään
prepared-kind-reply = Vastaus
prepared-kind-sales = Tarjousteksti
prepared-kind-sales-what = Kertoo tarjouksesta. Neuvoja saa lisätä sen vasta, kun asia on ratkaistu tai merkitty odottamaan eikä asiakas ole juuri joutunut odottamaan liian kauan.
act-block-lifted = Poisti kävijän eston asiassa

# How a client speaks.
nav-speech = Tapa puhua
speech-lead = Kuka aloittaa ja lopettaa keskustelun, ja millä sanoilla.
speech-who = { $which ->
    [greeting] Kuka aloittaa?
   *[closing] Kuka lopettaa?
}
speech-who-hint = { $which ->
    [greeting] Ensimmäiset sanat, kun kävijä on kirjoittanut.
   *[closing] Viimeiset sanat, kun neuvoja ratkaisee asian tai päättää chatin.
}
said-how = { $how ->
    [live] Neuvoja omin sanoin
    [prepared] Neuvoja, teksti valmiina
   *[automatic] Chat itse
}
said-prepared-hint = Teksti tulee tarjolle vastauskentän ylle. Neuvoja lisää sen yhdellä näppäimellä ja voi muuttaa sitä.
said-automatic-hint = Asiakas ja neuvoja näkevät, että teksti on automaattinen. Se ei pysäytä vastauskelloa.
said-variables = Voit käyttää samoja muuttujia kuin valmiissa vastauksissa. Kirjoita ne aaltosulkeisiin: asiakas, neuvoja, asianumero, asiakkuus.
closings = Lopetus

# Skills and how well languages are spoken.
nav-skills = Taidot
skills-lead = Taito kertoo, mitä neuvoja osaa. Keskustelun, joka tarvitsee taidon, saa vain se, jolla se on.
skills-none = Taitoja ei vielä ole
skills-none-what = Lisää taito, jos jotkin asiat kuuluvat vain osalle neuvojista.
skill-new = Uusi taito
skill-lead = Kuka taidon osaa, valitaan neuvojan omalla sivulla.
skill-has = Tämän osaa: { $names }
skill-nobody = ei vielä kenelläkään
skill-name = Nimi
skill-name-hint = Esimerkiksi ”Laskut ja maksut”.
wrong-skill-name = Anna taidolle nimi.
skill-remove = Poista taito
skill-remove-from = Taito poistuu näiltä neuvojilta: { $names }.
skill-remove-unused = Taitoa ei ole kenelläkään.
skill-remove-rules = Nämä säännöt eivät enää pyydä taitoa: { $names }.
skill-remove-waiting = { NUMBER($count) ->
    [one] Yksi asiakas odottaa juuri nyt jotakuta, jolla on tämä taito. Poiston jälkeen hänet voi ottaa kuka tahansa, joka puhuu hänen kieltään.
   *[other] { NUMBER($count) } asiakasta odottaa juuri nyt jotakuta, jolla on tämä taito. Poiston jälkeen heidät voi ottaa kuka tahansa, joka puhuu heidän kieltään.
}
agent-languages-hint = Kuinka hyvin neuvoja kirjoittaa kieltä chatissa. Kielellä, jota hän ei puhu, hän ei saa keskusteluja.
agent-skills = Taidot
agent-skills-hint = Mitä neuvoja osaa. Taidot lisätään kohdassa Taidot.
language-fi = Suomi
language-sv = Ruotsi
language-en = Englanti
level-none = ei puhu
level-copes = pärjää
level-fluent = sujuva
level-native = äidinkielen tasoinen
act-skill-added = Lisäsi taidon
act-skill-changed = Muutti taidon nimen:
act-skill-removed = Poisti taidon

# How a client asks its agents to write.
style = Tyyliohje
style-hint = Sinuttelu vai teitittely, sävy, mitä sanoja käytetään. Neuvoja avaa ohjeen vastauskentän vierestä. Enintään 500 merkkiä.
avoid = Vältettävät sanat
avoid-hint = Yksi sana riville. Neuvoja näkee huomautuksen ennen lähettämistä, myös kun sana on taivutettu.
emoji-who = Neuvojien emojit
emoji-hint = Asiakkaan emojit säilyvät aina. Tekstihymiön :) saa kirjoittaa vapaasti.
emoji-rule = { $rule ->
    [allow] Vapaasti
    [limit] Enintään yksi viestissä
   *[forbid] Ei emojeja
}
warnings = Varoitus asiattomista viesteistä
warnings-hint = Kun viesti on merkitty asiattomaksi, neuvoja saa tämän vastauskenttään ja voi muuttaa sitä ennen lähettämistä.
warning-own = Jos jätät kentän tyhjäksi: ”{ $words }”
rules = Pelisäännöt asiakkaille
rules-hint = Asiakas löytää ne chatista ennen ensimmäistä viestiään. Kerro lyhyesti, mitä odotatte ja mitä lupaatte. Tyhjä kenttä ei näytä mitään.
agent-rules = Pelisäännöt neuvojille
agent-rules-hint = Jokainen neuvoja kuittaa tekstin luetuksi kerran, ja uudestaan kun se muuttuu. Kuittaus ei estä työtä.
agent-rules-readers = Kuka on lukenut
agent-rules-nobody = Asiakkuudella ei ole vielä neuvojia.
agent-rules-not-yet = ei vielä
agent-rules-read-on = luettu { $date }
act-agent-rules-read = Luki pelisäännöt

# Whom the client's website names.
nav-identity = Tunnistus
identity-lead = Kun asiakas on kirjautunut sivustollesi, sivusto voi kertoa Luukulle, kuka hän on. Neuvoja näkee silloin asiakkaan nimen ja aiemmat asiat ennen ensimmäistä sanaa.
identity-none = Avaimia ei ole
identity-none-what = Kaikki kävijät ovat nimettömiä, kunnes sivusto allekirjoittaa ensimmäisen tunnisteen.
identity-new = Uusi avain
identity-name-hint = Esimerkiksi sivuston nimi ja vuosi. Kun vaihdat avainta, tee uusi ja poista vanha vasta sitten.
identity-algorithm = Allekirjoitus
identity-hs256 = Yhteinen salaisuus (HS256)
identity-hs256-what = Luukku tekee salaisuuden, ja sivuston palvelin allekirjoittaa sillä.
identity-eddsa = Avainpari (EdDSA, Ed25519)
identity-eddsa-what = Yksityinen avain ei lähde sivuston palvelimelta. Luukku saa vain julkisen.
identity-public-key = Julkinen avain
identity-public-key-hint = PEM-muodossa tai base64:nä
wrong-public-key = Liitä julkinen avain
identity-since = tehty { $date }
identity-retires = poistuu käytöstä { $at }
identity-out = ei käytössä
identity-secret = Salaisuus
identity-secret-hint = Pidä se sivuston palvelimella, ei koskaan selaimessa. Kuka sen saa, voi esiintyä kenenä tahansa asiakkaana.
identity-how = Näin sivusto kertoo, kuka kävijä on
identity-how-what = Palvelin tekee jokaiselle sivulle oman allekirjoitetun tunnuksen, joka on voimassa enintään tunnin. Jos tunnus on väärä, vanhentunut tai puuttuu, kävijä on nimetön. Syy on palvelimen lokissa.
identity-signing = Palvelimella
identity-signing-hint = Esimerkki Node.js:lle. Mikä tahansa JWT-kirjasto käy.
identity-line = Sivulla
identity-line-hint = Pane tunniste sanan TOKEN paikalle. Jos asiakas kirjautuu vasta myöhemmin, kutsu Luukku.identify(tunniste), ja uloskirjautuessa Luukku.identify(null).
identity-copied = Esimerkki on leikepöydällä
identity-retire-title = Poistetaanko avain { $name } käytöstä?
identity-retire-when = Milloin avain poistuu käytöstä
identity-retire-day = Vuorokauden päästä
identity-retire-day-what = Sivusto ehtii vaihtaa uuteen avaimeen.
identity-retire-week = Viikon päästä
identity-retire-now = Heti
identity-retire-now-what = Jos avain on voinut päätyä vääriin käsiin. Myös sillä alkaneet käynnit katkeavat.
identity-retired-toast = Avaimen { $name } käyttö päättyy
identity-in-hours = { NUMBER($hours) ->
        [0] heti
        [one] tunnin päästä
       *[other] { $hours } tunnin päästä
    }
act-identity-key-added = Lisäsi tunnistusavaimen
act-identity-key-retired = Poisti käytöstä tunnistusavaimen

# Invitations to the chat.
nav-approaches = Kutsut chattiin
approaches-lead = Luukku voi kutsua sivuston kävijän chattiin, kun joku neuvojista on vapaana. Harva kutsu palvelee, moni ärsyttää: aloita yhdellä ja katso, onko siitä apua.
approaches-on = Kutsu kävijöitä chattiin
approaches-on-hint = Kutsu näkyy vain, kun chat on auki, joku on vapaana eikä kukaan odota. Se merkitään automaattiseksi.
approaches-line = Sivuston rivi
approaches-line-hint = Kutsuja saavat vain kävijät, joiden sivulla rivissä on data-invite. Selain muistaa, mitkä kutsut kävijä on nähnyt. Lisää siksi data-invite vasta, kun kävijä on antanut siihen luvan.
approaches-none = Kutsuja ei ole vielä
approaches-none-what = Lisää kutsu ja kerro, millä sivulla ja milloin se tulee.
approach-add = Lisää kutsu
approach-title = Kutsu { $number }
approach-remove = Poista
approach-remove-of = Poista kutsu { $number }
approach-words = Teksti
approach-words-hint = Enintään 200 merkkiä. Jos teksti puuttuu, tämänkielisiä kävijöitä ei kutsuta.
approach-pages = Sivut
approach-pages-hint = Yksi riville, esimerkiksi /hinnat. Mukana ovat myös sen alasivut; pelkkä / on etusivu. Tyhjä tarkoittaa kaikkia sivuja.
approach-after = Aikaa sivulla vähintään
approach-scrolled = Sivusta luettu vähintään
approach-whom = Kenelle
approach-whom-is =
    { $whom ->
        [new] Ensi kertaa tuleville
        [returning] Palaaville
       *[everybody] Kaikille
    }
approach-all-pages = kaikki sivut
approach-when = aikaa sivulla { $seconds } s{ $percent ->
        [0] {""}
       *[other] , luettu { $percent } %
    }
percent-of = { $value } %
approach-wrong-words = Kirjoita kutsu ainakin yhdellä kielellä
approach-caps = Kuinka usein
approach-per-visit = Samalla käynnillä enintään
approach-per-day = Päivässä enintään
approach-per-week = Viikossa enintään
approach-times = kertaa
approach-peace = Kieltäytynyttä ei kutsuta
approach-peace-hint = Kun kävijä vastaa ”Ei kiitos”, selain muistaa sen näin kauan.
approach-days = päivään
approach-held-out = Vertailuryhmä
approach-held-out-hint = Näin suuri osa kävijöistä jää kutsumatta, vaikka ehdot täyttyvät. Heihin vertaamalla nähdään, onko kutsuista hyötyä.
approach-results = Viimeiset { $days } päivää
approach-no-results = Kukaan ei ole vielä saanut tätä kutsua.
approach-invited =
    { $count ->
        [one] Kutsuttu yksi kävijä: avasi chatin { $opened }, kieltäytyi { $refused }, aloitti keskustelun { $chatted }.
       *[other] Kutsuttu { $count } kävijää: avasi chatin { $opened }, kieltäytyi { $refused }, aloitti keskustelun { $chatted }.
    }
approach-compared =
    { $count ->
        [0] Vertailuryhmässä ei ole vielä ketään.
        [one] Vertailuryhmässä yksi kävijä: aloitti keskustelun { $chatted }.
       *[other] Vertailuryhmässä { $count } kävijää: aloitti keskustelun { $chatted }.
    }
approach-effect =
    { $is ->
        [more] Kutsutut aloittivat keskustelun useammin: ero { $points } prosenttiyksikköä (95 % väli { $low } … { $high }).
        [fewer] Kutsutut aloittivat keskustelun harvemmin: ero { $points } prosenttiyksikköä (95 % väli { $low } … { $high }).
       *[unknown] Vaikutuksesta ei voi vielä sanoa mitään: ero { $points } prosenttiyksikköä (95 % väli { $low } … { $high }).
    }
act-approaches-changed = Muutti kutsuja chattiin
approach-field = Kutsut

# Fewer luukut for whoever has been in chat for long.
ease = Kevennetään, kun neuvoja on ollut pitkään chateissa
ease-hint = Jokaisen täyden jakson jälkeen neuvojalla on yksi luukku vähemmän. Luukut palaavat, kun hän on pitänyt viiden minuutin tauon. Tieto näkyy vain neuvojalle itselleen. Jos neuvoja palvelee useaa asiakkuutta, häntä koskee tiukin sääntö.
ease-after = Jakson pituus
ease-after-hint = Yhtäjaksoista aikaa chateissa. Alle viiden minuutin väli ei katkaise sitä.
ease-least = Luukkuja jää aina vähintään
ease-least-hint = Tätä vähemmäksi emme kevennä.
ease-slots = luukkua
ease-never = ei kevennetä
ease-when = { $after } minuutin välein, vähintään { $least } luukkua

# Rules: what contacts need.
nav-rules = Säännöt
act-rules-changed = Muutti sääntöjä
rules-lead = Säännöt kertovat, mitä yhteydenotto tarvitsee. Ylin sääntö, joka sopii, ratkaisee. Jos kukaan paikalla olevista ei osaa sitä, mitä sääntö vaatii, chat on kiinni niiltä, joita sääntö koskee.
rules-none = Sääntöjä ei vielä ole. Kuka tahansa tämän asiakkuuden neuvojista, joka puhuu asiakkaan kieltä, voi ottaa yhteydenoton.
rules-add = Lisää sääntö
rules-most = Sääntöjä voi olla enintään { $most }.
rule-name = Nimi
rule-name-hint = Näkyy asian tapahtumissa, ei koskaan asiakkaalle.
rule-unnamed = Nimetön sääntö
rule-when = Milloin
rule-always = aina
rule-languages = Kieli
rule-languages-hint = Jos et valitse mitään, sääntö sopii kaikkiin kieliin.
rule-page = Sivu, jolta asiakas kirjoittaa
rule-page-any = Mikä tahansa
rule-page-under = Sivu tai sen alasivu
rule-page-containing = Osoitteessa on
rule-page-text = { $how ->
    [under] Sivun polku
   *[containing] Osoitteen osa
}
rule-page-hint = { $how ->
    [under] Esimerkiksi /palkka. Mukana ovat myös sen alasivut; pelkkä / on etusivu. Kysymysmerkin jälkeistä osaa ei katsota.
   *[containing] Esimerkiksi intra tai /lomake. Kysymysmerkin jälkeistä osaa ei katsota.
}
rule-customer = Asiakas
rule-customer-hint = Tutulle on vastattu aiemmin, tai verkkosivu on vahvistanut hänet.
rule-customer-any = Kuka tahansa
rule-customer-known = Tuttu
rule-customer-new = Uusi
rule-category = Asiakas valitsi
rule-category-hint = Ennen ensimmäistä viestiään. Jos et valitse mitään, sääntö sopii kaikkiin.
rule-category-not-offered = ei tarjolla
rule-chose = asiakas valitsi: { $names }
rule-asks = Mitä tarvitaan
rule-skill = Taito
rule-skill-none = Ei taitoa
rule-skill-removed = Poistettu taito
rule-level = Kielitaito
rule-level-hint = Kuinka hyvin neuvojan pitää kirjoittaa asiakkaan kieltä.
rule-level-any = Mikä tahansa
rule-level-fluent = Vähintään sujuva
rule-level-native = Äidinkielen tasoinen
rule-priority = Kiireellisyys
priority-first = Kiireellinen, muiden edelle
priority-usual = Tavallinen
priority-last = Voi odottaa, muiden jälkeen
rule-team = Tiimi
rule-team-hint = Jos tiimistä ei ole ketään paikalla, chat menee kaikille asiakkuuden neuvojille.
rule-team-any = Mikä tahansa
rule-team-removed = Poistettu tiimi
rule-up = Siirrä ylemmäs: { $name }
rule-down = Siirrä alemmas: { $name }
rule-moved = { $name } on nyt { $place }. sääntö, kaikkiaan { $count }
rule-edit = Muokkaa
rule-edit-of = Muokkaa: { $name }
rule-remove = Poista
rule-remove-of = Poista: { $name }
rule-removed = { $name } poistuu, kun tallennat
rule-in-vain-skill = Taitoa ei enää ole, tai kukaan tämän asiakkuuden neuvojista ei osaa sitä. Sääntö ei pyydä taitoa.
rule-in-vain-level = Kukaan tämän asiakkuuden neuvojista ei puhu kieltä näin hyvin. Sääntö ei pyydä kielitaitoa.
rule-in-vain-team = Säännön tiimissä ei ole ketään, joka voisi ottaa tämän, tai tiimiä ei enää ole. Sääntö toimii kuin tiimiä ei olisi valittu.
rule-never = { $count ->
    [one] Tämä sääntö ei tule koskaan käyttöön, koska { $names } sopii aina ensin. Siirrä tämä sen yläpuolelle tai poista tämä.
   *[other] Tämä sääntö ei tule koskaan käyttöön, koska jokin ylemmistä sopii aina ensin: { $names }. Siirrä tämä niiden yläpuolelle tai poista tämä.
}
wrong-rule-name = Kirjoita säännön nimi
wrong-rule-page = Kirjoita, mitä osoitteesta etsitään
wrong-rule-path = Aloita polku kauttaviivalla, esimerkiksi /palkka
trial-title = Kokeile sääntöjä
trial-lead = Kokeilet sääntöjä sellaisina kuin ne ovat tällä sivulla, myös ennen kuin tallennat ne. Kokeilu ei aloita mitään.
trial-language = Kieli
trial-page = Sivun osoite
trial-page-hint = Esimerkiksi www.kunta.fi/palkka. Voit jättää tyhjäksi.
trial-category-none = Ei mitään
trial-try = Kokeile
trial-failed = Palvelin ei vastannut. Kokeile hetken päästä uudelleen.
trial-by = Ratkaiseva sääntö: { $name }
trial-by-none = Mikään sääntö ei sovi
trial-needs = Tarvitaan: { $needs }
trial-needs-nothing = ei mitään erityistä
trial-begins = Chat voi alkaa nyt.
trial-closed = Chat ei voi alkaa nyt. { $why }.
trial-nobody = Kukaan paikalla oleva ei osaa tätä, joten chat on tältä asialta kiinni.
trial-outdated = Säännöt tai yhteydenotto ovat muuttuneet tämän kokeilun jälkeen. Kokeile uudelleen.
trial-rules = Säännöt järjestyksessä
trial-agents = Kenelle tämä kuuluisi nyt?
judged-decides = sopii ja ratkaisee
judged-too-late = sopisi, mutta ylempi sääntö ratkaisi
judged-language = ei sovi: eri kieli
judged-page = ei sovi: eri sivu
judged-customer = ei sovi: eri asiakas
judged-category = ei sovi: eri asia

# A text in one of the languages: the label goes before.
in-language = { $language ->
    [sv] ruotsiksi
    [en] englanniksi
   *[fi] suomeksi
}
identity-make = Tee avain

# What left messages take of a luukku.
nav-weights = Luukut
weights-lead = Chat vie aina kokonaisen luukun. Jätetty viesti voi viedä vähemmän, koska kukaan ei odota vastausta ruudun ääressä.
weights-message = Jätetty viesti vie luukusta
weights-message-hint = 0–100. Jos viestit vievät yhtä paljon aikaa kuin chatit, kirjoita 100.
weights-unit = %
weights-nothing = Viestit eivät vie luukkuja. Yhdellä neuvojalla voi silti olla niitä enintään kahdeksan kerralla.
weights-fit = { NUMBER($count) ->
    [one] Yhteen luukkuun mahtuu yksi viesti.
   *[other] Yhteen luukkuun mahtuu { $count } viestiä.
}
act-weights-changed = Muutti luukkujen painoja

# What a client keeps of its customers.
nav-known = Asiakkaasta tiedossa
known-lead = Valitse, mitä asiakkaasta kirjataan muistiin, vaikkapa laite tai toimipaikka. Neuvoja näkee tiedot, kun asiakas palaa, eikä kukaan kysy samaa uudelleen. Asiakkaalle tietoja ei näytetä. Älä pyydä tänne salaisuuksia: henkilötunnukset ja korttien numerot peitetään.
known-fields = Asiakkaasta tiedossa
known-fields-none = Ei vielä yhtään tietoa. Neuvoja näkee tämän osan vasta, kun olet lisännyt ensimmäisen tiedon.
known-field-add = Lisää tieto
known-name = Tiedon nimi
known-unnamed = Nimetön tieto
known-up = Siirrä { $name } ylemmäs
known-down = Siirrä { $name } alemmas
known-moved = { $name } on nyt { NUMBER($place) }/{ NUMBER($count) }
known-full = Tietoja on { NUMBER($most) }, enempää ei mahdu. Poista jokin käytöstä.
wrong-known-row = Rivi { NUMBER($place) } on tyhjä. Kirjoita nimi tai poista rivi.
wrong-known-name = { $language ->
        [fi] Kirjoita nimi suomeksi
        [sv] Kirjoita nimi ruotsiksi
       *[en] Kirjoita nimi englanniksi
    }
act-known-fields-changed = Muutti, mitä asiakkaista pidetään tiedossa

# The line with which a website tells the pages of a visit.
embed-pages = Rivi, joka kertoo myös käynnin sivut
embed-pages-hint = Neuvoja näkee silloin, millä sivuilla asiakas on tällä käynnillä ollut: enintään 20 viimeisintä. Selain muistaa ne käynnin ajan, joten ota rivi käyttöön vasta, kun kävijä on hyväksynyt sen. Kun yhteydenotto päättyy, sivut poistetaan.
# Calls that customers ask for.
call-back = Asiakas voi pyytää soittoa
call-back-hint = Odottava kävijä voi jättää numeronsa, ja myös silloin kun chat on kiinni. Hän poistuu chatin jonosta, ja pyyntö näkyy neuvojille soittopyynnöissä.
call-within = Soitto luvataan viimeistään
call-within-hint = Aukioloaikaa laskettuna pyynnöstä, jos asiakas ei valitse aikaa.
call-tries = Soitetaan enintään
call-tries-hint = Jos asiakas ei vastaa. Sen jälkeen häntä pyydetään kirjoittamaan.
call-times = kertaa
call-never = ei oteta vastaan
call-when = { $within } minuutin kuluessa, enintään { $tries } kertaa
