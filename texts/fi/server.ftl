# What the server itself says: refusals, letters, automatic messages.

## Refusals: one sentence, and a -detail when there is something to do

refusal-malformed = Pyyntöä ei voi lukea
refusal-malformed-detail = Tarkista, että lähetät kelvollista JSONia ja UTF-8-merkkejä.
refusal-too-slow = Pyyntö tuli liian hitaasti
refusal-too-slow-detail = Yhteys on hidas tai katkesi. Lähetä uudelleen.
refusal-invalid = Jokin kohta pitää korjata
refusal-too-large = Lähetit liikaa kerralla
refusal-too-large-detail = Lyhennä tekstiä tai lähetä se osissa.
refusal-wrong-media-type = Lähetä tiedot JSON-muodossa
refusal-not-found = Tätä ei löydy
refusal-not-found-detail = Se on ehkä poistettu, tai sinulla ei ole oikeutta nähdä sitä.
refusal-no-such-method = Tämä osoite ei tee sitä, mitä pyysit
refusal-not-signed-in = Kirjaudu ensin sisään
refusal-wrong-sign-in = Osoite tai salasana ei täsmää
refusal-wrong-sign-in-detail = Tarkista molemmat ja yritä uudelleen. Jos salasana on unohtunut, pyydä omistajalta uusi linkki.
refusal-may-not = Sinulla ei ole oikeutta tähän
refusal-may-not-detail = Pyydä oikeutta työpöydän omistajalta.
refusal-cross-site = Pyyntö tuli toiselta sivustolta
refusal-cross-site-detail = Avaa työpöytä sen omasta osoitteesta ja yritä uudelleen.
refusal-unknown-host = Tässä osoitteessa ei ole työpöytää
refusal-too-many = Liian monta yritystä peräkkäin
refusal-too-many-detail = Odota hetki ja yritä sitten uudelleen.
refusal-too-many-searches = Sinulla on jo liian monta hakua kesken
refusal-too-many-searches-detail = Odota hetki ja hae uudelleen.
refusal-not-stored = Tallennus ei onnistunut
refusal-not-stored-detail = Mitään ei hävinnyt. Yritä hetken päästä uudelleen.
refusal-disk-full = Palvelimen levy on täynnä
refusal-disk-full-detail = Tekstisi ei tallentunut. Pidä se tallessa ja yritä myöhemmin uudelleen.
refusal-broken = Palvelimessa tapahtui virhe
refusal-broken-detail = Yritä uudelleen. Jos virhe toistuu, kerro siitä ylläpitäjälle.
refusal-id-reused = Samalla tunnisteella on jo lähetetty jotain muuta
refusal-email-taken = Tällä osoitteella on jo tunnus
refusal-last-owner = Työpöydällä pitää olla omistaja
refusal-last-owner-detail = Anna ensin omistajan rooli jollekulle toiselle.
refusal-in-use = Tätä ei voi poistaa, koska sitä käytetään
refusal-in-use-detail = Tiimille on jonossa keskusteluja. Poista tiimi, kun ne on hoidettu.
refusal-screen-gone = Yhteys on vanhentunut
refusal-screen-gone-detail = Avaa yhteys uudelleen.
refusal-held-by-another = { $name } hoitaa jo tätä
refusal-offered-to-another = Juuri nyt tätä tarjotaan: { $name }
refusal-offered-to-another-detail = Jos tarjous menee ohi, voit ottaa keskustelun.
refusal-slots-full = Luukkusi ovat täynnä
refusal-slots-full-detail = Päätä tai siirrä ensin jokin keskustelu.
refusal-may-not-exceed = Luukkusi ovat täynnä
refusal-may-not-exceed-detail = Et voi ottaa yli luukkujesi. Yhden lisää voi ottaa: { $names }
refusal-not-held-by-you = Tämä keskustelu ei ole sinulla
refusal-not-held-by-you-detail = Ota keskustelu itsellesi, niin voit vastata.
refusal-contact-ended = Keskustelu on päättynyt
refusal-case-closed = Asia on suljettu
refusal-case-closed-detail = Uusi viesti avaa uuden asian.
refusal-colleague-answered = Työkaverisi ehti vastata
refusal-colleague-answered-detail = Lue vastaus ensin. Voit lähettää omasi sen jälkeen.
refusal-target-gone = Keskustelua ei voi siirtää sinne
refusal-target-gone-detail = Vastaanottaja ei ole paikalla, tai hänen luukkunsa ovat täynnä.
refusal-empty = Kirjoita ensin jotain
refusal-too-long = Teksti on liian pitkä
refusal-too-long-detail = Lyhennä tekstiä tai lähetä se osissa.
refusal-pictures-wait = Moni kuva odottaa vuoroaan
refusal-pictures-wait-detail = Kuvaa ei vielä tallennettu. Lähetä se hetken päästä uudelleen.
refusal-files-unsent = Liian moni tiedosto odottaa viestiään
refusal-files-unsent-detail = Lähetä ensin viesti, johon lisäsit tiedostoja. Jos et lisännyt niitä, yritä hetken päästä uudelleen: joku muu voi käyttää samaa verkkoa.
refusal-too-many-files = Liian monta tiedostoa
refusal-too-many-files-detail = Yhdessä viestissä voi olla enintään { $limit } tiedostoa. Lähetä loput toisessa viestissä.
refusal-chat-closed = Chat on nyt kiinni
refusal-nobody-knows = Tämän aiheen osaaja ei ole juuri nyt paikalla
opening-full = Tämän aiheen osaajat ovat juuri nyt varattuja
refusal-chat-closed-detail = Voit jättää viestin, niin vastaamme siihen.
refusal-too-late-to-undo = Ratkaisua ei voi enää perua
refusal-too-late-to-undo-detail = Voit avata asian uudelleen. Chat on jo päättynyt, mutta asiakas voi kirjoittaa samaan asiaan.
refusal-for-another-team = Keskustelu odottaa toista tiimiä
refusal-lacks-language = { $language ->
    [fi] Tähän tarvitaan suomen kieltä
    [sv] Tähän tarvitaan ruotsin kieltä
   *[en] Tähän tarvitaan englannin kieltä
}
refusal-lacks-level = { $level ->
    [copes] { $language ->
        [fi] Tähän pitää pärjätä suomeksi
        [sv] Tähän pitää pärjätä ruotsiksi
       *[en] Tähän pitää pärjätä englanniksi
    }
    [native] { $language ->
        [fi] Tähän tarvitaan suomea äidinkielen tasoisesti
        [sv] Tähän tarvitaan ruotsia äidinkielen tasoisesti
       *[en] Tähän tarvitaan englantia äidinkielen tasoisesti
    }
   *[other] { $language ->
        [fi] Tähän tarvitaan sujuvaa suomea
        [sv] Tähän tarvitaan sujuvaa ruotsia
       *[en] Tähän tarvitaan sujuvaa englantia
    }
}
refusal-lacks-skill = Tähän tarvitaan taito { $skill }
field-levels = Valitse jokaiselle kielelle taso 1–3.
refusal-not-by-hand = Tätä tilaa ei aseteta käsin
refusal-one-target = Valitse yksi vastaanottaja
refusal-one-target-detail = Siirrä joko neuvojalle tai tiimille.
refusal-file-too-large = Tiedosto on liian suuri
refusal-file-too-large-detail = Tiedosto saa olla enintään { $limit } megatavua.
refusal-unknown-label = Luokkaa tai tunnistetta ei voi käyttää
refusal-unknown-label-detail = Se on poistettu käytöstä, se kuuluu toiselle asiakkuudelle tai tunnisteita on yli 10. Valitse uudelleen.
refusal-labels-missing = Asialta puuttuu luokka tai tunniste
refusal-labels-missing-detail = Tämä asiakkuus tarvitsee sen ennen kuin asian voi ratkaista tai sulkea.
refusal-place-missing = Valitse tai kirjoita, minne asiakas ohjattiin
refusal-remedy-missing = Valitse tai kirjoita, millä asia olisi ratkennut täällä
refusal-newer-case = Kävijällä on jo uudempi asia
refusal-newer-case-detail = Avaa se ja estä kävijä siitä: silloin myös hänen avoin chattinsa päättyy.
refusal-launch-open = Chattia ei voi vielä avata asiakkaille
refusal-launch-open-detail = Käyttöönotossa on vielä avoimia pakollisia kohtia.
refusal-cannot-be-named = Tässä mainitaan joku, jolle tämä asia ei näy
refusal-cannot-be-named-detail = Mainitse vain niitä, jotka saavat lukea asian. Muistiinpano ei tallentunut.
refusal-promise-time = Tätä aikaa ei voi luvata
refusal-promise-time-detail = Valitse aika, joka on vähintään minuutin ja enintään kuukauden päässä.
refusal-token-refused = Sivuston tunnistetta ei hyväksytty
refusal-token-refused-detail = Keskustelu jatkuu ilman tunnistautumista. Syy on palvelimen lokissa.

## What is wrong with a field

field-unknown = Tätä kohtaa ei ole
field-missing = Tämä puuttuu
field-wrong-type = Tässä on vääränlainen arvo
field-nul = Tekstissä on merkki, jota ei voi tallentaa
field-empty = Täytä tämä
field-too-long = Lyhennä enintään { $limit } merkkiin
field-one-line = Kirjoita yhdelle riville
field-one-word = Kirjoita yksi sana: kirjaimia, numeroita ja väliviivoja
field-name-taken = Tällä kielellä on jo samanniminen valmis vastaus
field-unknown-variable = Muuttujaa { $variable } ei ole. Käytä näitä: { $known }
field-lone-brace = Aaltosulkeet ovat vain muuttujille: { $known }
field-automatic-variable = Neuvoja voi täyttää muuttujan { $variable }, chat ei. Ota se pois tai valitse, että neuvoja saa tekstin valmiina.
field-range = Anna luku väliltä { $from }–{ $to }
field-email = Kirjoita sähköpostiosoite muodossa nimi@esimerkki.fi
field-email-taken = Tällä osoitteella on jo tunnus
field-password-short = Valitse vähintään { $shortest } merkin salasana
field-password-long = Valitse enintään { $longest } tavun salasana
field-password-wrong = Nykyinen salasana ei täsmää
field-languages = Valitse vähintään yksi kieli, kukin vain kerran
field-time-zone = Kirjoita aikavyöhyke kaupungin mukaan, esimerkiksi Europe/Helsinki
field-week = Anna aukiolo seitsemälle päivälle, ajat järjestyksessä ja ilman päällekkäisyyksiä
field-date = Valitse päivä, kukin vain kerran
field-website = Kirjoita osoite muodossa https://www.esimerkki.fi
field-colour = Anna väri muodossa #0b5cad
field-colour-contrast = Väri ei erotu tarpeeksi. Lähin kelpaava on { $nearest }
field-unknown-id = Tätä ei löydy
field-team-removed = Tätä tiimiä ei enää ole. Valitse toinen.
field-overflow-cycle = Näin chat palaisi tiimille, jolla se on jo ollut. Valitse toinen tiimi.
field-overflow-rights = Tiimi ei itse voi antaa toiselle tiimille oikeutta nähdä sen asiakkuuksia. Valitse tiimi, joka palvelee niitä jo, tai pyydä esihenkilöä.
field-overflow-too-long = Chat voi siirtyä eteenpäin enintään kahdelle tiimille. Valitse toinen tiimi.
field-scopes = Valitse vähintään yksi oikeus, kukin vain kerran
field-too-many = Näitä voi olla enintään { $limit }
field-page = Aloita polku kauttaviivalla, esimerkiksi /hinnat
field-public-key = Liitä Ed25519-avain PEM-muodossa tai base64:nä
field-label-taken = Tämä nimi on jo listassa
field-presence = Valitse paikalla tai poissa
field-day = Anna päivä muodossa 2026-12-06
field-launch-open = Tämä kohta on vielä auki
field-launch-measured = Luukku katsoo tämän asetuksista
field-page-query = Kirjoita osoite ilman kysymysmerkkiä ja ristikkomerkkiä: niiden jälkeisiä osia säännöt eivät katso
field-page-path = Aloita polku kauttaviivalla, esimerkiksi /palkka

server-web-not-built = Tähän ohjelmaan ei ole koottu näyttöjä. Kokoa se uudelleen ilman asetusta LUUKKU_WEB=skip.

## A conversation to keep

transcript-file = keskustelu
transcript-heading = { $client }, asia { $number }
transcript-me = Asiakas
transcript-automatic = Automaattinen
transcript-file-sent = (tiedosto: { $name })

## What is said by itself

parked-today = { $agent } selvittää asiaasi ja palaa tähän keskusteluun tänään kello { $time }. Voit kirjoittaa tähän myös sitä ennen.
parked-tomorrow = { $agent } selvittää asiaasi ja palaa tähän keskusteluun huomenna kello { $time }. Voit kirjoittaa tähän myös sitä ennen.
parked-on = { $agent } selvittää asiaasi ja palaa tähän keskusteluun { $day }.{ $month }. kello { $time }. Voit kirjoittaa tähän myös sitä ennen.
refusal-blocked = Et voi nyt kirjoittaa tähän chattiin
refusal-blocked-detail = Keskustelu oli asiaton, joten voit kirjoittaa seuraavan kerran { $hours } h kuluttua.
refusal-emoji-limited = Viestissä saa olla enintään yksi emoji
refusal-emoji-limited-detail = Jätä yksi ja lähetä uudelleen.
refusal-emoji-forbidden = Tässä asiakkuudessa neuvojat eivät käytä emojeja
refusal-emoji-forbidden-detail = Poista emojit ja lähetä uudelleen.
refusal-rules-changed = Pelisäännöt ovat muuttuneet
refusal-rules-changed-detail = Lue uusi teksti ja kuittaa se.

# What is known of customers
refusal-unknown-known-field = Tätä tietoa ei enää pidetä
refusal-unknown-known-field-detail = Kenttä on poistettu käytöstä tai se kuuluu toiselle asiakkuudelle.

# What a team decides about its own rules
refusal-not-self-directed = Tämä tiimi ei päätä säännöistään itse
refusal-not-self-directed-detail = Itseohjautuvaksi tiimin voi asettaa esihenkilö tai omistaja.
refusal-proposal-over = Tästä ehdotuksesta ei enää päätetä
refusal-proposal-over-detail = Katso tiimin päätöksistä, miten siinä kävi.
refusal-proposal-changed = Ehdotusta muutettiin juuri
refusal-proposal-changed-detail = Lue uusi ehdotus ja kerro kantasi siihen.
refusal-own-proposal = Tämä on oma ehdotuksesi
refusal-own-proposal-detail = Ehdottaja on ehdotuksen kannalla. Voit muuttaa sitä tai perua sen.
refusal-too-many-proposals = Avoimia ehdotuksia on jo 20
refusal-too-many-proposals-detail = Päättäkää ensin niistä jokin.
field-nothing-changes = Ehdotus ei muuttaisi mitään. Vaihda jotain.
# A customer who asks to be called.
refusal-calls-off = Soittopyyntöjä ei oteta nyt vastaan
refusal-call-ordered = Soittopyyntösi on jo meillä
refusal-call-ordered-detail = Peru se ensin, jos haluat vaihtaa ajan tai numeron.
refusal-asks-for-call = Asiakas pyysi juuri soittoa chatin sijaan
refusal-asks-for-call-detail = Asia on nyt soittopyynnöissä. Voit ottaa sen sieltä.
refusal-began-anew = Asiakas aloitti jo uuden asian
refusal-began-anew-detail = Jatka siinä. Tämä asia pysyy ratkaistuna.
refusal-awaits-call = Asiakas odottaa soittoa
refusal-awaits-call-detail = Kirjaa soitto (S), niin voit sopia uuden ajan.
refusal-number-ordered = Tähän numeroon on jo pyydetty soittoa
refusal-number-ordered-detail = Peru aiempi pyyntö tai odota soittoa.
refusal-calls-full = Emme voi nyt luvata enempää soittoja
refusal-calls-full-detail = Kirjoita asiasi meille, niin vastaamme siihen kirjoittamalla.
call-off = Emme soita sinulle enää tästä asiasta. Voit jatkaa kirjoittamalla tähän.
call-cancelled = Peruit soittopyynnön. Emme soita sinulle.
refusal-no-call = Tästä asiasta ei ole soittopyyntöä
refusal-call-time = Tämä aika ehti mennä
refusal-call-time-detail = Valitse toinen aika.
refusal-already-answered = { $name } vastaa sinulle jo täällä
refusal-already-answered-detail = Voit pyytää soittoa häneltä.
refusal-routing-rules-changed = Sääntöjä muutettiin juuri
refusal-routing-rules-changed-detail = Muutoksesi ovat yhä tällä sivulla. Tallenna uudelleen. Jos tämä toistuu, joku on muuttanut samaa sääntöä kuin sinä: lataa sivu uudelleen, niin näet mitä.
refusal-too-many-estimates = Kiireellisyyttä on arvioitu jo 20 kertaa
refusal-too-many-estimates-detail = Viimeisin arvio jää voimaan. Kirjoita muistiinpano, jos se ei enää pidä paikkaansa.
field-phone = Kirjoita numero esimerkiksi muodossa 040 123 4567 tai +46 70 123 45 67
field-phone-short = Tähän numeroon emme voi soittaa. Kirjoita koko numero suuntanumeron kanssa.
field-phone-premium = Maksulliseen palvelunumeroon emme soita. Kirjoita toinen numero.
# A month in a date, after its day and a full stop.
told-month = { $month ->
    [m1] 1
    [m2] 2
    [m3] 3
    [m4] 4
    [m5] 5
    [m6] 6
    [m7] 7
    [m8] 8
    [m9] 9
    [m10] 10
    [m11] 11
   *[other] 12
}
call-soon-today = Soitamme sinulle (numero päättyy { $number }) viimeistään tänään kello { $time }. Voit kirjoittaa tähän, jos haluat kertoa lisää.
call-soon-tomorrow = Soitamme sinulle (numero päättyy { $number }) viimeistään huomenna kello { $time }. Voit kirjoittaa tähän, jos haluat kertoa lisää.
call-soon-on = Soitamme sinulle (numero päättyy { $number }) viimeistään { $day }.{ $month }. kello { $time }. Voit kirjoittaa tähän, jos haluat kertoa lisää.
call-at-today = Soitamme sinulle (numero päättyy { $number }) tänään kello { $from }–{ $time }. Voit kirjoittaa tähän, jos haluat kertoa lisää.
call-at-tomorrow = Soitamme sinulle (numero päättyy { $number }) huomenna kello { $from }–{ $time }. Voit kirjoittaa tähän, jos haluat kertoa lisää.
call-at-on = Soitamme sinulle (numero päättyy { $number }) { $day }.{ $month }. kello { $from }–{ $time }. Voit kirjoittaa tähän, jos haluat kertoa lisää.
call-again-today = Soitimme sinulle, mutta emme tavoittaneet sinua. Soitamme uudelleen viimeistään tänään kello { $time }.
call-again-tomorrow = Soitimme sinulle, mutta emme tavoittaneet sinua. Soitamme uudelleen viimeistään huomenna kello { $time }.
call-again-on = Soitimme sinulle, mutta emme tavoittaneet sinua. Soitamme uudelleen viimeistään { $day }.{ $month }. kello { $time }.
called-in-vain = Soitimme sinulle, mutta emme tavoittaneet sinua. Emme soita enää, mutta voit jatkaa kirjoittamalla tähän.
called-by = { $agent } soitti sinulle.
