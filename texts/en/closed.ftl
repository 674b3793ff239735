# The page of a closed chat: fetched only when it is shown.

# Why, and what becomes of words.
closed-nobody-hint = The chat opens by itself when one of us is back. You can also leave a message.
closed-full-hint = You can leave a message or try again in a moment.
closed-target = Right now so many people ask that we could not answer you in time
closed-as-message = You can leave it as a message.
closed-nobody-later = The chat opens by itself when one of us is back.
closed-full-later = Please try again in a moment.
closed-while-waiting = The chat closed while you were waiting for an answer.
closed-kept = Your message is saved as case { $number }.
closed-answer = We will answer in this window. You will see the answer when you come back to this website on the same device and browser.
closed-kept-mail = You can also leave your e-mail address, so that we can reach you.
closed-address = We can also reach you at the address you gave.
closed-my-address = You can also reach me by e-mail.
closed-reopened = The chat has opened. You can ask directly now.
closed-to-chat = Go to the chat

# Hours.
hours-title = Opening hours
hours-named = { $name }, { $hours }
hours-zone = Times are Finnish time.

# The form for a message.
form-title = Leave a message and we will answer in this window
form-optional = Optional. With it we can reach you if you do not come back here.
form-email = E-mail address
form-email-wrong = Write the address like name@example.com
form-text = What is it about?
form-text-empty = Say in a few words what it is about
form-send = Send the message
form-send-address = Send the address
form-sending = Sending…
form-failed = Not sent, your text is safe. Try again.
sent-title = Thank you, your message is saved
sent-number = Your case number is { $number }.
sent-address = We can also reach you at { $email }.
sent-more = Add something

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

# Where nobody who is there speaks the visitor's language.
closed-no-speaker = { $language ->
    [sv] Right now none of us can answer in Swedish
    [en] Right now none of us can answer in English
   *[fi] Right now none of us can answer in Finnish
}
closed-no-speaker-hint = { $language ->
    [sv] You can leave a message. We will answer when somebody who speaks Swedish is here again.
    [en] You can leave a message. We will answer when somebody who speaks English is here again.
   *[fi] You can leave a message. We will answer when somebody who speaks Finnish is here again.
}
closed-no-speaker-later = { $language ->
    [sv] The chat opens by itself when somebody who speaks Swedish is here again.
    [en] The chat opens by itself when somebody who speaks English is here again.
   *[fi] The chat opens by itself when somebody who speaks Finnish is here again.
}
closed-unknown-hint = Your text is kept below. Send it as a message, and somebody who knows the matter will answer.
closed-unknown-leave = Leave a message, and somebody who knows the matter will answer.
closed-unknown-later = Your text is kept. Try again later.
closed-other-language = { $language ->
    [sv] Ask in Swedish
    [en] Ask in English
   *[fi] Ask in Finnish
}
