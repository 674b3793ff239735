# The chat panel inside the frame.

# The launcher. $desk is already in the right case ("IT-tuelta").
launcher-ask = Fråga { $desk }
launcher-ask-us = Fråga oss
launcher-open = Chatten är öppen
launcher-leave = Lämna ett meddelande
launcher-opens = Chatten öppnar { $when }
launcher-continue = Fortsätt chatten
launcher-replied = { $name } svarade
launcher-replied-somebody = Du har fått svar

# The top of the panel.
head-language = Språk
head-minimise = Minimera
head-answers = { $channel ->
    [call_back] { $name } ringer dig
   *[other] { $name } svarar dig
}
head-ended = Samtalet avslutades { $time }
head-closed = Chatten är stängd nu
head-case = Ärende { $number }
head-sent = Ditt meddelande är sparat

# Before the first message.
ask-title = Vad vill du fråga?
ask-person = En människa svarar dig. Berätta med egna ord.

# Waiting.
queue-place = { $place ->
    [1] Du står först i kön
    [2] Du är nummer två i kön
    [3] Du är nummer tre i kön
    [4] Du är nummer fyra i kön
    [5] Du är nummer fem i kön
   *[other] Du är nummer { $place } i kön
}
queue-waiting = Ditt meddelande är sparat
queue-estimate = Beräknad väntetid: { $wait }.
queue-stays = Du behåller din plats även om du byter sida.
queue-soon = En rådgivare svarar här så snart någon är ledig.
queue-waited = Du har väntat { $time }
launcher-estimate = Beräknad väntetid { $wait }
wait-under = under en minut
wait-range = { $from }–{ $to } minuter
wait-about = cirka { $minutes } minuter
wait-hour = över en timme
waited-hours = { $hours } h { $minutes } min
waited-minutes = { $minutes }:{ $seconds }

# The thread.
thread-name = Samtal
thread-you = Du
thread-desk = Rådgivaren
thread-started = { $when } · ditt ärendenummer är { $number }
thread-again = Du är tillbaka i kön. Din väntetid räknas.
thread-moved = Ditt samtal flyttades till rätt kö
thread-moved-to = Ditt samtal flyttades. { $name } svarar dig.
thread-ended = Samtalet avslutades { $time }
thread-ended-by-me = Du avslutade chatten { $time }
thread-solved = Vi markerade ärendet som löst
thread-referred = Vi hänvisade dig vidare
thread-automatic = Automatiskt
thread-typing = { $name } skriver
thread-new = { $count ->
    [one] 1 nytt meddelande
   *[other] { $count } nya meddelanden
}
day-today = I dag
day-yesterday = I går
message-leaving = Skickas
message-stored = Sparat
message-stored-first = Sparat. Rådgivaren läser detta först.
message-read = Läst
message-not-sent = Inte skickat, texten finns kvar
message-again = Försök igen
message-take-back = Redigera
mask-identity_code = personbeteckning dold
mask-swedish_number = personnummer dolt
mask-payment_card = kortnummer dolt, slutar på { $end }
mask-bank_account = kontonummer dolt, slutar på { $end }

# Writing.
write-label = Meddelande
write-hint = Skriv här
write-hint-waiting = Berätta mer
write-send = Skicka
write-attach = Bifoga en fil
write-smile = Lägg till en smiley
write-too-long = { $count ->
    [one] Meddelandet är ett tecken för långt. Korta det eller skicka det i två delar.
   *[other] Meddelandet är { $count } tecken för långt. Korta det eller skicka det i två delar.
}
write-closed = Ingen hinner svara just nu. Meddelandet sparas i ärende { $number }, och vi svarar i det här fönstret.
warn-identity_code = Meddelandet verkar innehålla en personbeteckning.
warn-swedish_number = Meddelandet verkar innehålla ett svenskt personnummer.
warn-payment_card = Meddelandet verkar innehålla ett kortnummer.
warn-bank_account = Meddelandet verkar innehålla ett kontonummer.
warn-mask = Det behövs inte. Vi döljer det innan meddelandet skickas.

# Files.
file-remove = Ta bort { $name }
file-progress = Vi skickar filen { $name }
file-ready = Klar
file-waiting = Meddelandet skickas när filen är framme.
file-too-large = { $name } är för stor. Den största tillåtna storleken är { $limit }.
file-empty = { $name } är tom.
file-failed = { $name } kom inte fram. Kontrollera förbindelsen och bifoga den på nytt.
file-download = Ladda ner
file-picture = Bild: { $name }
file-missing = Filen gick inte att öppna. Försök igen.
size-kb = { $size } kB
size-mb = { $size } MB

# The connection.
link-lost = Förbindelsen bröts.
link-retry = Vi försöker igen om { $seconds } s. Du kan skriva i lugn och ro.
link-trying = Vi försöker igen. Du kan skriva i lugn och ro.
link-back = Förbindelsen är tillbaka.
link-now = Försök nu

# Closed.
closed-today = Vi öppnar i dag klockan { $time }
closed-tomorrow = Vi öppnar i morgon { $day } klockan { $time }
closed-weekday = Vi öppnar på { $day } klockan { $time }
closed-date = Vi öppnar { $date } klockan { $time }
closed-nobody = Rådgivarna är inte på plats just nu
closed-full = Kön är full just nu
closed-while-writing = Chatten stängde just. Texten finns kvar.
closed-while-filling = Kön hann just bli full. Texten finns kvar.

# Hours.
hours-none = Stängt
hours-all-day = dygnet runt
hours-today = Öppet i dag { $hours }
hours-today-closed = Stängt i dag
weekday-on = { $weekday ->
    [1] måndag
    [2] tisdag
    [3] onsdag
    [4] torsdag
    [5] fredag
    [6] lördag
   *[other] söndag
}
weekday = { $weekday ->
    [1] mån
    [2] tis
    [3] ons
    [4] tors
    [5] fre
    [6] lör
   *[other] sön
}
clock = { $hour }.{ $minute }
when-today = klockan { $time }

# The end.
end-ask = Avsluta chatten
end-ask-queue = Lämna kön
end-sure = Vill du avsluta chatten?
end-sure-queue = Vill du lämna kön? Din fråga sparas.
end-yes = Avsluta
end-yes-queue = Lämna
end-no = Fortsätt
end-failed = Samtalet avslutades inte. Försök igen.
end-title = Tack för din fråga
end-blocked = Du kan inte skriva i den här chatten nu
end-number = Ditt ärendenummer är { $number }. Du kan återkomma till ärendet på den här enheten.
end-solved = Ärende { $number } är löst. Om något är öppet kan du fortsätta samma ärende.
end-referred = I ärende { $number } hänvisade vi dig vidare. Om något är öppet kan du fortsätta samma ärende.
end-save = Spara chatten
end-continue = Fortsätt samma ärende
end-new = Börja ett nytt samtal
end-closed = Ärende { $number } är klart. Ett nytt meddelande börjar ett nytt ärende.
save-file = samtal-{ $number }.txt
save-failed = Det gick inte att spara. Försök igen.
rules = Spelregler
matter = Ämne
matter-none = Inget valt
