# Holidays, and how a sentence about one begins or ends.
day-closed = { $day } olemme kiinni.
day-open = { $day } olemme auki { $hours }.
day-closed-named = Tänään kiinni: { $name }.
day-open-named = Tänään auki { $hours }: { $name }.
holiday = { $day ->
    [new_year] Uudenvuodenpäivä
    [epiphany_eve] Loppiaisaatto
    [epiphany] Loppiainen
    [maundy_thursday] Kiirastorstai
    [good_friday] Pitkäperjantai
    [easter_eve] Lankalauantai
    [easter_sunday] Pääsiäispäivä
    [easter_monday] Toinen pääsiäispäivä
    [may_day_eve] Vapunaatto
    [may_day] Vappu
    [ascension] Helatorstai
    [whitsun] Helluntaipäivä
    [swedish_national_day] Ruotsin kansallispäivä
    [midsummer_eve] Juhannusaatto
    [midsummer_day] Juhannuspäivä
    [all_saints_eve] Pyhäinpäivän aatto
    [all_saints] Pyhäinpäivä
    [independence_day] Itsenäisyyspäivä
    [christmas_eve] Jouluaatto
    [christmas_day] Joulupäivä
    [second_christmas_day] Tapaninpäivä
   *[other] Uudenvuodenaatto
}
holiday-on = { $day ->
    [new_year] Uudenvuodenpäivänä
    [epiphany_eve] Loppiaisaattona
    [epiphany] Loppiaisena
    [maundy_thursday] Kiirastorstaina
    [good_friday] Pitkänäperjantaina
    [easter_eve] Lankalauantaina
    [easter_sunday] Pääsiäispäivänä
    [easter_monday] Toisena pääsiäispäivänä
    [may_day_eve] Vapunaattona
    [may_day] Vappuna
    [ascension] Helatorstaina
    [whitsun] Helluntaipäivänä
    [swedish_national_day] Ruotsin kansallispäivänä
    [midsummer_eve] Juhannusaattona
    [midsummer_day] Juhannuspäivänä
    [all_saints_eve] Pyhäinpäivän aattona
    [all_saints] Pyhäinpäivänä
    [independence_day] Itsenäisyyspäivänä
    [christmas_eve] Jouluaattona
    [christmas_day] Joulupäivänä
    [second_christmas_day] Tapaninpäivänä
   *[other] Uudenvuodenaattona
}
