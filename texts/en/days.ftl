# Holidays, and how a sentence about one begins or ends.
day-closed = We are closed on { $day }.
day-open = We are open { $hours } on { $day }.
day-closed-named = Closed today: { $name }.
day-open-named = Open today { $hours }: { $name }.
holiday = { $day ->
    [new_year] New Year’s Day
    [epiphany_eve] Twelfth Night
    [epiphany] Epiphany
    [maundy_thursday] Maundy Thursday
    [good_friday] Good Friday
    [easter_eve] Easter Saturday
    [easter_sunday] Easter Sunday
    [easter_monday] Easter Monday
    [may_day_eve] May Day Eve
    [may_day] May Day
    [ascension] Ascension Day
    [whitsun] Whit Sunday
    [swedish_national_day] Sweden’s National Day
    [midsummer_eve] Midsummer Eve
    [midsummer_day] Midsummer Day
    [all_saints_eve] All Saints’ Eve
    [all_saints] All Saints’ Day
    [independence_day] Independence Day
    [christmas_eve] Christmas Eve
    [christmas_day] Christmas Day
    [second_christmas_day] Boxing Day
   *[other] New Year’s Eve
}
holiday-on = { $day ->
    [new_year] New Year’s Day
    [epiphany_eve] Twelfth Night
    [epiphany] Epiphany
    [maundy_thursday] Maundy Thursday
    [good_friday] Good Friday
    [easter_eve] Easter Saturday
    [easter_sunday] Easter Sunday
    [easter_monday] Easter Monday
    [may_day_eve] May Day Eve
    [may_day] May Day
    [ascension] Ascension Day
    [whitsun] Whit Sunday
    [swedish_national_day] Sweden’s National Day
    [midsummer_eve] Midsummer Eve
    [midsummer_day] Midsummer Day
    [all_saints_eve] All Saints’ Eve
    [all_saints] All Saints’ Day
    [independence_day] Independence Day
    [christmas_eve] Christmas Eve
    [christmas_day] Christmas Day
    [second_christmas_day] Boxing Day
   *[other] New Year’s Eve
}
