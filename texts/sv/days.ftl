# Holidays, and how a sentence about one begins or ends.
day-closed = { $day } har vi stängt.
day-open = { $day } har vi öppet { $hours }.
day-closed-named = Stängt i dag: { $name }.
day-open-named = Öppet i dag { $hours }: { $name }.
holiday = { $day ->
    [new_year] Nyårsdagen
    [epiphany_eve] Trettondagsafton
    [epiphany] Trettondagen
    [maundy_thursday] Skärtorsdagen
    [good_friday] Långfredagen
    [easter_eve] Påskafton
    [easter_sunday] Påskdagen
    [easter_monday] Annandag påsk
    [may_day_eve] Valborgsmässoafton
    [may_day] Första maj
    [ascension] Kristi himmelsfärdsdag
    [whitsun] Pingstdagen
    [swedish_national_day] Sveriges nationaldag
    [midsummer_eve] Midsommarafton
    [midsummer_day] Midsommardagen
    [all_saints_eve] Allhelgonaafton
    [all_saints] Alla helgons dag
    [independence_day] Självständighetsdagen
    [christmas_eve] Julafton
    [christmas_day] Juldagen
    [second_christmas_day] Annandag jul
   *[other] Nyårsafton
}
holiday-on = { $day ->
    [new_year] På nyårsdagen
    [epiphany_eve] På trettondagsafton
    [epiphany] På trettondagen
    [maundy_thursday] På skärtorsdagen
    [good_friday] På långfredagen
    [easter_eve] På påskafton
    [easter_sunday] På påskdagen
    [easter_monday] På annandag påsk
    [may_day_eve] På valborgsmässoafton
    [may_day] På första maj
    [ascension] På Kristi himmelsfärdsdag
    [whitsun] På pingstdagen
    [swedish_national_day] På Sveriges nationaldag
    [midsummer_eve] På midsommarafton
    [midsummer_day] På midsommardagen
    [all_saints_eve] På allhelgonaafton
    [all_saints] På alla helgons dag
    [independence_day] På självständighetsdagen
    [christmas_eve] På julafton
    [christmas_day] På juldagen
    [second_christmas_day] På annandag jul
   *[other] På nyårsafton
}
