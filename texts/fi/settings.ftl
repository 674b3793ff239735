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
nav-teams = Tiimit
nav-agents = Neuvojat
nav-api = Rajapinta
nav-audit = Loki
no-permission = Tämä sivu ei ole sinun roolillesi
no-permission-what = Esihenkilösi tai omistaja voi muuttaa näitä asetuksia.
at = { $day } kello { $time }
cancel = Peruuta
try-again = Yritä uudelleen
load-failed = Asetuksia ei saatu haettua
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
me-sound-hint = Pehmeä ääni uudesta chatista, uudesta viestistä muualla ja kun 75 % vastausajasta on kulunut.
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
clients-lead = Keiden puolesta vastaat. Jokaisella on oma chat, aukioloajat ja kielet.
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
client-languages-hint = Chat puhuu kävijän kieltä, jos se on joku näistä.
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
preview = Näin se näyttää
preview-field = Kirjoita viesti
hours-lead = Chat on auki näinä aikoina, kun joku on paikalla. Kellonajat ovat aikavyöhykkeen { $zone } aikaa.
hours-week = Viikko
open-until = Auki { $time } asti
open-now = Auki nyt
closed-now = Kiinni nyt
time-zone = Aikavyöhyke
time-zone-hint = Esimerkiksi Europe/Helsinki.
closed-by-hand = Chat on suljettu käsin
closed-by-hand-hint = Chat pysyy kiinni, kunnes otat tämän pois. Kävijä voi jättää viestin.
exceptions = Poikkeukset ja juhlapyhät
exceptions-none = Ei poikkeuksia. Lisää päivät, joina aukioloaika on toinen.
exception-add = Lisää poikkeus
exception-date = Päivä
exception-name = Syy
exception-hours = Aika
exception-closed = Kiinni
exception-hint = Tyhjä aika tarkoittaa, että chat on kiinni. Kirjoita muuten esimerkiksi 9.00–12.00, 13.00–15.00.
exception-remove = Poista poikkeus { $date }
answering-lead = Mitä lupaat, ja mitä chat tekee itse.
answer-target = Kuinka pian lupaat vastata?
answer-target-hint = Aika ensimmäiseen ihmisen vastaukseen. Useimmat aloittavat minuutista.
queue-ceiling = Jonon katto
queue-ceiling-hint = Kun kaikki luukut ovat täynnä ja jonossa on näin monta, chat sulkeutuu uusilta.
silence = Hiljaisuus päättää chatin
silence-hint = Kun kumpikaan ei ole kirjoittanut näin pitkään aikaan.
thanks-grace = Kiitos ei avaa asiaa uudelleen
thanks-grace-hint = Näin kauan ratkaisun jälkeen pelkkä kiitos ei avaa asiaa.
unit-seconds = sekuntia
unit-minutes = minuuttia
unit-people = odottajaa
greetings = Tervehdys
greetings-hint = Chat sanoo tämän ensin, ja se on merkitty automaattiseksi. Se ei pysäytä vastauskelloa. Tyhjä jää sanomatta.
wrong-client-name = Kirjoita asiakkuuden nimi
wrong-languages = Valitse ainakin yksi kieli
wrong-time-zone = Kirjoita aikavyöhyke, esimerkiksi Europe/Helsinki
wrong-colour = Kirjoita väri muodossa #005970
wrong-colour-contrast = Valitse väri, jolla teksti erottuu
wrong-website = ”{ $typed }” ei ole verkkosivun osoite. Kirjoita se muodossa www.esimerkki.fi
wrong-week = Korjaa aukioloajat
wrong-exception-date = Valitse poikkeukselle päivä
wrong-exception-hours = Kirjoita poikkeuksen aika muodossa 9.00–12.00
wrong-number = Kirjoita luku väliltä { $from }–{ $to }

# Teams.
teams-lead = Tiimi palvelee asiakkuuksia. Sen jäsenet näkevät niiden jonon ja asiat.
teams-none = Tiimejä ei vielä ole
teams-none-what = Kukaan ei voi ottaa chatteja, ennen kuin joku tiimi palvelee asiakkuutta.
team-new = Uusi tiimi
team-members = { NUMBER($count) ->
        [0] ei jäseniä
        [one] yksi jäsen
       *[other] { $count } jäsentä
    }
team-no-clients = ei palvele vielä ketään
team-lead = Jäsenet saavat ottaa chatteja asiakkuuksilta, joita tiimi palvelee.
team-name = Tiimin nimi
team-clients = Palvelee
team-clients-hint = Asiakkuuden chat aukeaa vain, kun joku sitä palvelevasta tiimistä on paikalla.
team-agents = Jäsenet
team-remove = Poista tiimi
team-remove-title = Poistetaanko { $name }?
team-remove-what = Asiat ja niiden historia säilyvät. Tiimille siirretyt odottajat palaavat yhteiseen jonoon.
team-removed = { $name } on poistettu
wrong-team-name = Kirjoita tiimin nimi

# Agents.
agents-lead = Ihmiset, jotka saavat kirjautua Luukkuun.
agent-new = Kutsu neuvoja
agent-new-lead = Saat linkin, jolla hän valitsee salasanansa itse.
agent-invited = kutsuttu
agent-shut = ei käytössä
agent-name = Nimi
agent-name-hint = Kollegat näkevät koko nimen.
agent-first-name = Etunimi asiakkaalle
agent-first-name-hint = Jätä tyhjäksi, jos se on nimen alku.
agent-email = Sähköposti
agent-email-hint = Tällä osoitteella kirjaudutaan.
agent-role = Rooli
agent-slots = Luukkuja yhtä aikaa
agent-slots-hint = Näin monta chattia neuvojalla voi olla auki. Neljä sopii useimmille, perehtyvälle kaksi.
agent-languages = Kielet
agent-active = Saa kirjautua
agent-active-hint = Kun otat tämän pois, hän kirjautuu ulos heti ja avoimet chatit palaavat jonoon.
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
tokens-none-what = Tee avain jokaiselle ohjelmalle erikseen, niin voit lopettaa yhden muita häiritsemättä.
token-forever = ei vanhene
token-until = voimassa { $date } asti
token-unused = ei vielä käytetty
token-used = käytetty viimeksi { $at }
token-end = Lopeta
token-end-named = Lopeta avain { $name }
token-end-title = Lopetetaanko avain { $name }?
token-end-what = Ohjelma, joka käyttää avainta, lakkaa toimimasta heti.
token-ended = Avain { $name } on lopetettu
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
scope-write-cases = Kirjoittaa ja toimia asioissa
scope-read-settings = Lukea asetuksia
scope-write-settings = Muuttaa asetuksia
wrong-token-name = Kirjoita, mihin avainta käytetään
wrong-scopes = Valitse ainakin yksi oikeus

# The log of changes and sign-ins.
audit-lead = Kirjautumiset ja asetusten muutokset. Kukaan ei voi muuttaa tätä luetteloa.
audit-when = Milloin
audit-who = Kuka
audit-what = Mitä
audit-address = Mistä
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
act-set-up = Otti Luukun käyttöön:
act-client-added = Lisäsi asiakkuuden
act-client-changed = Muutti asiakkuutta
act-team-added = Lisäsi tiimin
act-team-changed = Muutti tiimiä
act-team-removed = Poisti tiimin
act-agent-invited = Kutsui neuvojan
act-agent-changed = Muutti neuvojan tietoja:
act-api-token-made = Teki avaimen
act-api-token-revoked = Lopetti avaimen
