# The page of a closed chat: fetched only when it is shown.

# Why, and what becomes of words.
closed-nobody-hint = Chatten öppnar av sig själv när någon av oss är tillbaka. Du kan också lämna ett meddelande.
closed-full-hint = Du kan lämna ett meddelande eller försöka igen om en stund.
closed-target = Just nu är det så många som frågar att vi inte skulle hinna svara dig i tid
closed-as-message = Du kan lämna den som ett meddelande.
closed-nobody-later = Chatten öppnar av sig själv när någon av oss är tillbaka.
closed-full-later = Försök igen om en stund.
closed-while-waiting = Chatten stängdes medan du väntade på svar.
closed-kept = Ditt meddelande är sparat som ärende { $number }.
closed-answer = Vi svarar i det här fönstret. Du ser svaret när du kommer tillbaka till webbplatsen med samma enhet och webbläsare.
closed-kept-mail = Du kan också lämna din e-postadress så att vi når dig.
closed-address = Vi når dig också på adressen du gav.
closed-my-address = Jag nås också per e-post.
closed-reopened = Chatten öppnade. Du kan fråga direkt nu.
closed-to-chat = Gå till chatten

# Hours.
hours-title = Öppettider
hours-named = { $name }, { $hours }
hours-zone = Tiderna anges i finländsk tid.

# The form for a message.
form-title = Lämna ett meddelande så svarar vi i det här fönstret
form-optional = Inte obligatorisk. Med adressen når vi dig om du inte kommer tillbaka hit.
form-email = E-postadress
form-email-wrong = Skriv adressen i formen namn@exempel.fi
form-text = Vad gäller ärendet?
form-text-empty = Berätta med några ord vad ärendet gäller
form-send = Skicka meddelandet
form-send-address = Skicka adressen
form-sending = Skickas…
form-failed = Inte skickat, texten finns kvar. Försök igen.
sent-title = Tack, ditt meddelande är sparat
sent-number = Ditt ärendenummer är { $number }.
sent-address = Vi når dig också på { $email }.
sent-more = Lägg till något

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

# Where nobody who is there speaks the visitor's language.
closed-no-speaker = { $language ->
    [sv] Just nu kan ingen av oss svara på svenska
    [en] Just nu kan ingen av oss svara på engelska
   *[fi] Just nu kan ingen av oss svara på finska
}
closed-no-speaker-hint = { $language ->
    [sv] Du kan lämna ett meddelande. Vi svarar när någon som talar svenska är här igen.
    [en] Du kan lämna ett meddelande. Vi svarar när någon som talar engelska är här igen.
   *[fi] Du kan lämna ett meddelande. Vi svarar när någon som talar finska är här igen.
}
closed-no-speaker-later = { $language ->
    [sv] Chatten öppnar av sig själv när någon som talar svenska är här igen.
    [en] Chatten öppnar av sig själv när någon som talar engelska är här igen.
   *[fi] Chatten öppnar av sig själv när någon som talar finska är här igen.
}
closed-unknown-hint = Din text finns kvar nedan. Skicka den som ett meddelande så svarar någon som är insatt.
closed-unknown-leave = Lämna ett meddelande så svarar någon som är insatt.
closed-unknown-later = Din text finns kvar. Försök igen senare.
closed-other-language = { $language ->
    [sv] Fråga på svenska
    [en] Fråga på engelska
   *[fi] Fråga på finska
}
