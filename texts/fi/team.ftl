# The supervisor's page.
title = Tiimi nyt
all-clients = Kaikki asiakkuudet
client-filter = Asiakkuus
updates = Päivittyy itsestään · { $at }
wallboard = Seinätaulu
new-tab = avautuu uuteen välilehteen
figure-queue = Jonossa
figure-queue-longest = pisin odotus { $time }
figure-queue-empty = kukaan ei odota
figure-kept = Vastattu tavoitteessa tänään
figure-kept-of = { $kept }/{ $of } chattia
figure-too-little = vastauksia on vielä liian vähän prosenttilukuun
figure-none = ei vielä chatteja
figure-not-answered-yet = { NUMBER($count) ->
        [one] yksi chat alkanut, ei vielä vastattu
       *[other] { $count } chattia alkanut, yhteenkään ei ole vielä vastattu
    }
figure-median = Vastausaika, mediaani
figure-p90 = 90 % alle { $time }
figure-free = Vapaita luukkuja
figure-free-people = { $present } paikalla, { $away } tauolla
figure-called-instead = pyysi tänään soittoa odottamisen sijaan: { NUMBER($count) }
figure-calls = Soitettu luvattuun aikaan tänään
figure-calls-late = myöhässä { NUMBER($count) }
figure-calls-not-reached = ei tavoitettu { NUMBER($count) }
figure-exceeded = yli luukkujen otettu tänään { NUMBER($count) }
percent = { $value } %
attention = Vaatii nyt huomiota
attention-none = Kukaan ei odota chatissa liian kauan. Tähän nousee asiakas, jonka odotuksesta on kulunut 75 % tavoitteesta.
attention-left = { NUMBER($count) ->
        [one] Yksi jätetty viesti on odottanut vastausta { $time }.
       *[other] { $count } jätettyä viestiä odottaa vastausta, vanhin on odottanut { $time }.
    }
attention-count = { NUMBER($count) ->
        [0] Kukaan ei odota chatissa liian kauan
        [one] Yksi asiakas vaatii huomiota
       *[other] { $count } asiakasta vaatii huomiota
    }
attention-in-queue = jonossa
attention-holder = { $name }, { NUMBER($count) ->
        [one] yksi luukku auki
       *[other] { $count } luukkua auki
    }
attention-open = Avaa
attention-open-case = Avaa asia { $number }
attention-take = Ota
attention-take-case = Ota asia { $number }
attention-not-taken = Asiaa { $number } ei saatu sinulle. Kollega ehti ehkä ensin.
agents = Neuvojat
column-agent = Neuvoja
column-slots = Luukut
column-presence = Tila
column-languages = Kielet
column-since = Mistä alkaen
hatch-free = vapaa
hatch-ours = vuoro neuvojalla
hatch-theirs = vuoro asiakkaalla
hatch-warn = 75 %
hatch-over = yli
hatch-said = Luukku { $number }: { $state }
no-ranking = Neuvojia ei laiteta järjestykseen. Sivu kertoo, kuka on vapaana, ei kuka on nopein.
nobody = Neuvojia ei ole vielä kutsuttu
nobody-what = Kutsu ensimmäinen, niin näet täällä, kuka on paikalla ja mitä hänellä on auki.
nobody-invite = Kutsu neuvoja
queues = Jonot
presence-let-pass = Tauolla, tarjous meni ohi
column-client = Asiakkuus
column-waiting = Odottaa
column-kept = Tavoitteessa
attention-all = Näytä kaikki { $count }
attention-fewer = Näytä kiireisimmät
happenings = Mitä tapahtui
happenings-none = Ei siirtoja, palautuksia eikä uudelleen avattuja asioita.
happenings-case = Asia { $number } · { $name }
happenings-more = { NUMBER($count) ->
        [one] ja 1 muu samanlainen
       *[other] ja { NUMBER($count) } muuta samanlaista
    }

# When a chat was open.
availability-of = milloin chat oli auki
availability-title = Milloin chat oli auki: { $client }
availability-day = Päivä
availability-before = Edellinen päivä
availability-after = Seuraava päivä
availability-open = Auki
availability-missed = Kiinni aukioloaikana
availability-missed-what = Asiakas ei päässyt chattiin, vaikka sen piti olla auki.
availability-met = Kävijöitä, kun chat oli kiinni
availability-met-what = Vähintään näin moni avasi chatin ja näki, että se on kiinni. Kukin lasketaan kerran joka sulkemista kohti. Saman verkon samanlaiset selaimet ovat yksi kävijä.
availability-visitors = Kävijöitä
availability-from = Alkoi
availability-until = Päättyi
availability-state = Tila
availability-length = Kesto
availability-now = nyt
availability-midnight = keskiyö
availability-unknown = Päivältä { $day } ei ole merkintöjä
availability-unknown-what = Luukku merkitsee muistiin, milloin chat aukeaa ja sulkeutuu. Tämä päivä on ennen ensimmäistä merkintää tai vasta tulossa.
availability-failed = Päivän haku ei onnistunut
availability-failed-what = Yhteys voi olla poikki. Yritä uudelleen.
availability-none = Asiakkuutta ei löytynyt
availability-none-what = Se on ehkä poistettu, tai et palvele sitä.
try-again = Yritä uudelleen
was-open = Auki
was-hours = Kiinni aukioloajan mukaan
was-nobody = Kiinni: ketään ei ollut paikalla
was-no-speaker = Kiinni: kukaan paikalla ollut ei puhunut chatin kieliä
was-full = Kiinni: jono oli täynnä
was-target = Kiinni: emme ehtineet vastata ajoissa
was-by-hand = Kiinni: suljettu käsin
was-down = Luukku ei ollut käynnissä
was-not-live = Ei vielä avattu asiakkaille

# Chats that should be looked through.
reviews = Asetukset odottavat läpikäyntiä
review-was-due = oli määrä käydä läpi { $date }

attention-stuck = Jumissa olevat asiat
attention-why = { $why ->
        [broken] Luvattu aika meni ohi
       *[raised] Neuvoja vaihtunut { $count } kertaa
    }
# Visitors who are kept out.
blocks = Estetyt kävijät
blocks-until = on estetty, esto päättyy { $until }
blocks-lift = Poista esto
blocks-lifted = { $name } voi taas kirjoittaa.
blocks-failed = Esto ei poistunut. Yritä uudelleen.

# Customers who were sent elsewhere.
referrals-link = Muualle ohjatut
referrals-title = Muualle ohjatut asiat: { $client }
referrals-span = Aikaväli
referrals-last = { $days } viime päivää
referrals-count = Ohjattu muualle
referrals-count-what = Näin moni päättyneistä asioista.
referrals-remedies = Millä asia olisi ratkennut täällä
referrals-remedies-what = Oikeudet ja tiedot, joita neuvojilta puuttui.
referrals-places = Minne ohjattiin
referrals-reasons = Miksi
referrals-reason = { $reason ->
        [not_ours] Asia ei kuulunut meille
        [no_right] Oikeudet eivät riittäneet
       *[no_knowledge] Vastausta ei tiedetty
    }
referrals-matters = Mistä oli kyse
referrals-cases = Asioita
referrals-of = Ohjattu / päättyneitä
referrals-in-notes = Vain muistiinpanossa
referrals-unsorted = Ei luokkaa
referrals-none = Ketään ei ohjattu muualle
referrals-none-what = { $ended ->
        [0] Tänä aikana ei päättynyt yhtään asiaa.
        [one] Ainoa päättynyt asia ratkaistiin täällä.
       *[other] Kaikki { $ended } päättynyttä asiaa ratkaistiin täällä.
    }
referrals-failed = Lukujen haku ei onnistunut

# Triage.
figure-triage = Aika ensiarvioon, mediaani
figure-triage-of = tänään alkaneista arvioitu { $count }, ennen ensimmäistä vastausta { $inTime }
