# Being called instead of waiting: fetched only when it is offered.

call-me = Be om att bli uppringd
call-title = Be om att bli uppringd
call-phone = Ditt telefonnummer
call-about = Vad gäller det?
call-when = När ska vi ringa?
call-soon = Så snart ni hinner
call-soon-by = Snart, senast { $when }
call-send = Skicka begäran
call-sending = Skickar…
call-not = Avbryt
call-failed = Begäran kom inte fram. Försök igen.
call-no-phone = Skriv ditt telefonnummer
call-no-about = Skriv vad det gäller
call-ordered = Du väntar på att vi ska ringa
call-cancel = Avboka samtalet
