# The supervisor's page.
title = Teamet nu
all-clients = Alla kundorganisationer
client-filter = Kundorganisation
updates = Uppdateras av sig själv · { $at }
wallboard = Väggtavla
new-tab = öppnas i en ny flik
figure-queue = I kön
figure-queue-longest = längsta väntan { $time }
figure-queue-empty = ingen väntar
figure-kept = Besvarade inom målet i dag
figure-kept-of = { $kept }/{ $of } chattar
figure-too-little = för få för en procentsiffra
figure-none = inga chattar ännu
figure-not-answered-yet = { NUMBER($count) ->
        [one] en chatt har börjat, inte besvarad ännu
       *[other] { $count } chattar har börjat, ingen är besvarad ännu
    }
figure-median = Svarstid, median
figure-p90 = 90 % under { $time }
figure-free = Lediga luckor
figure-free-people = { $present } på plats, { $away } på paus
figure-called-instead = bad i dag om samtal i stället för att vänta: { NUMBER($count) }
figure-calls = Uppringda i utlovad tid i dag
figure-calls-late = försenade: { NUMBER($count) }
figure-calls-not-reached = ej nådda: { NUMBER($count) }
figure-exceeded = tagna utöver luckorna i dag: { NUMBER($count) }
percent = { $value } %
attention = Kräver uppmärksamhet nu
attention-none = Ingen väntar för länge i chatten. Här visas en kund vars väntan har passerat 75 % av målet.
attention-left = { NUMBER($count) ->
        [one] Ett lämnat meddelande har väntat på svar i { $time }.
       *[other] { $count } lämnade meddelanden väntar på svar, det äldsta har väntat i { $time }.
    }
attention-count = { NUMBER($count) ->
        [0] Ingen väntar för länge i en chatt
        [one] En kund kräver uppmärksamhet
       *[other] { $count } kunder kräver uppmärksamhet
    }
attention-in-queue = i kön
attention-holder = { $name }, { NUMBER($count) ->
        [one] en lucka öppen
       *[other] { $count } luckor öppna
    }
attention-open = Öppna
attention-open-case = Öppna ärende { $number }
attention-take = Ta
attention-take-case = Ta ärende { $number }
attention-not-taken = Ärende { $number } kunde inte tas. En kollega kanske hann först.
agents = Rådgivare
column-agent = Rådgivare
column-slots = Luckor
column-presence = Närvaro
column-languages = Språk
column-since = Sedan
hatch-free = ledig
hatch-ours = rådgivarens tur
hatch-theirs = kundens tur
hatch-warn = 75 %
hatch-over = över
hatch-said = Lucka { $number }: { $state }
no-ranking = Rådgivare rangordnas inte. Sidan berättar vem som är ledig, inte vem som är snabbast.
nobody = Inga rådgivare har bjudits in ännu
nobody-what = Bjud in den första, så ser du här vem som är på plats och vad som är öppet.
nobody-invite = Bjud in en rådgivare
queues = Köer
presence-let-pass = På paus, erbjudandet gick förbi
column-client = Kundorganisation
column-waiting = Väntar
column-kept = Inom målet
attention-all = Visa alla { $count }
attention-fewer = Visa de mest brådskande
happenings = Vad som har hänt
happenings-none = Inga flyttar, återlämnade chattar eller ärenden som öppnats på nytt.
happenings-case = Ärende { $number } · { $name }
happenings-more = { NUMBER($count) ->
        [one] och 1 annan likadan
       *[other] och { NUMBER($count) } andra likadana
    }

# When a chat was open.
availability-of = när chatten var öppen
availability-title = När chatten var öppen: { $client }
availability-day = Dag
availability-before = Föregående dag
availability-after = Nästa dag
availability-open = Öppet
availability-missed = Stängt under öppettiden
availability-missed-what = Kunden kom inte in i chatten fast den skulle ha varit öppen.
availability-met = Besökare när chatten var stängd
availability-met-what = Minst så här många öppnade chatten och såg att den var stängd. Var och en räknas en gång per stängning. Likadana webbläsare i samma nät är en besökare.
availability-visitors = Besökare
availability-from = Från
availability-until = Till
availability-state = Läge
availability-length = Längd
availability-now = nu
availability-midnight = midnatt
availability-unknown = Det finns inga anteckningar för { $day }
availability-unknown-what = Luukku antecknar när chatten öppnar och stänger. Den här dagen är före den första anteckningen eller har inte kommit ännu.
availability-failed = Dagen kunde inte hämtas
availability-failed-what = Anslutningen kan vara bruten. Försök igen.
availability-none = Kundorganisationen hittades inte
availability-none-what = Den kan ha tagits bort, eller så betjänar du den inte.
try-again = Försök igen
was-open = Öppet
was-hours = Stängt enligt öppettiderna
was-nobody = Stängt: ingen var på plats
was-no-speaker = Stängt: ingen på plats talade chattens språk
was-full = Stängt: kön var full
was-target = Stängd: vi hann inte svara i tid
was-by-hand = Stängt: stängt för hand
was-down = Luukku var inte i gång
was-not-live = Ännu inte öppnad för kunder

# Chats that should be looked through.
reviews = Inställningar som väntar på genomgång
review-was-due = skulle ha gåtts igenom { $date }

attention-stuck = Ärenden som har fastnat
attention-why = { $why ->
        [broken] Den lovade tiden gick förbi
       *[raised] Rådgivaren har bytts { $count } gånger
    }
# Visitors who are kept out.
blocks = Spärrade besökare
blocks-until = är spärrad, spärren upphör { $until }
blocks-lift = Häv spärren
blocks-lifted = { $name } kan skriva igen.
blocks-failed = Spärren hävdes inte. Försök igen.

# Customers who were sent elsewhere.
referrals-link = Hänvisade vidare
referrals-title = Ärenden som hänvisats vidare: { $client }
referrals-span = Period
referrals-last = De senaste { $days } dagarna
referrals-count = Hänvisade vidare
referrals-count-what = Så många av de avslutade ärendena.
referrals-remedies = Vad som hade löst ärendet här
referrals-remedies-what = Rättigheter och kunskaper som rådgivarna saknade.
referrals-places = Vart de hänvisades
referrals-reasons = Varför
referrals-reason = { $reason ->
        [not_ours] Ärendet hörde inte till oss
        [no_right] Rättigheterna räckte inte till
       *[no_knowledge] Ingen visste svaret
    }
referrals-matters = Vad det gällde
referrals-cases = Ärenden
referrals-of = Hänvisade / avslutade
referrals-in-notes = Bara i anteckningen
referrals-unsorted = Ingen kategori
referrals-none = Ingen har hänvisats vidare
referrals-none-what = { $ended ->
        [0] Inga ärenden avslutades under perioden.
        [one] Det enda avslutade ärendet löstes här.
       *[other] Alla { $ended } avslutade ärenden löstes här.
    }
referrals-failed = Siffrorna gick inte att hämta

# Triage.
figure-triage = Tid till första bedömning, median
figure-triage-of = bedömda av dagens: { $count }, före första svaret: { $inTime }
