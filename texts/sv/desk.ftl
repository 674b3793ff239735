# The work table: luukut, queue, conversation, composer, case panel.

# Names and spans.
visitor = Besökare { $number }
someone = Någon
nobody = Ingen
you = Du
automatic = Automatiskt
span-short = under en minut
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
spoken-seconds = { NUMBER($seconds) ->
    [one] en sekund
   *[other] { $seconds } sekunder
}
spoken-minutes = { NUMBER($minutes) ->
    [one] en minut
   *[other] { $minutes } minuter
} { NUMBER($seconds) ->
    [0] { "" }
    [one] en sekund
   *[other] { $seconds } sekunder
}
spoken-hours = { NUMBER($hours) ->
    [one] en timme
   *[other] { $hours } timmar
} { NUMBER($minutes) ->
    [0] { "" }
    [one] en minut
   *[other] { $minutes } minuter
}
at-time = kl. { $time }
today-at = I dag { $time }
case = Ärende
case-number = Ärende { $number }
language-fi = finska
language-sv = svenska
language-en = engelska
channel-chat = Chatt
channel-message = Lämnat meddelande
state-new = Nytt
state-open = Öppet
state-waiting-for-customer = Väntar på kunden
state-waiting-for-others = Väntar på andra
state-solved = Löst
state-closed = Stängt

# The answer clock.
clock-target = mål { $time }
clock-left = { $seconds } s
clock-over = { $time } över
clock-theirs = hos kunden
clock-theirs-now = kundens tur
clock-kept = besvarad
clock-said-waits = har väntat { $time }
clock-said-warn = har väntat { $time }, { $seconds } sekunder till målet
clock-said-over = har väntat { $time }, över målet
clock-said-theirs = kundens tur sedan { $time }
clock-said-kept = besvarad inom målet, svaret tog { $time }

# Loading and failing.
loading = Samtalen hämtas
open-failed = Samtalet öppnades inte.
open-failed-more = Servern svarade inte. Ingenting har försvunnit.
refused-no-answer = Servern svarade inte, så vi vet inte om ändringen kom fram.
refused-unsent = Ditt svar har inte gått iväg ännu
refused-unsent-more = Vänta en stund eller ta tillbaka det och försök sedan igen.
refused-try-again = Försök igen om en stund.

# My luukut and the queue.
list = Egna luckor och kön
luukut = Egna luckor
luukut-count = { $taken } / { $all }
luukut-next = Nästa
beside = Sida vid sida
row-beside = bredvid
beside-close = Stäng kolumnen: { $name }
beside-writing = Du skriver till: { $name }
beside-ended = { $channel ->
    [message] Kontakten
    [call_back] Samtalsbegäran
   *[chat] Chatten
} är avslutad. Kolumnen står kvar tills du stänger den eller väljer en annan chatt.
luukku-name = Lucka { $number }, { $name }
luukku-free = Ledig lucka
luukku-free-next = En ny chatt öppnas här
said-warning = Lucka { $number }, { $name }: svarstiden är snart slut
said-breach = Lucka { $number }, { $name }: över målet
said-hurry = I kön { $name }: svarstiden är snart slut
said-given = Lucka { $number }: { $name } flyttades till dig
said-offered = Erbjuds dig: { $name }. Ta: Alt O.
unread = { NUMBER($count) ->
    [one] ett nytt meddelande
   *[other] { $count } nya meddelanden
}
row-typing = skriver
row-draft = Utkast:
row-note-draft = Oavslutad anteckning:
row-mine = Du: { $text }
row-answer = Svar: { $text }
row-file = Bilaga
row-not-sent = Inte skickat:
queue = Kö
queue-count = { NUMBER($count) ->
    [one] En väntar
   *[other] { $count } väntar
} · längst { $longest }
queue-left = { NUMBER($count) ->
    [one] ett lämnat meddelande
   *[other] { $count } lämnade meddelanden
}
queue-rest = { NUMBER($count) ->
    [one] och en till
   *[other] och { $count } till
}
queue-empty = Ingen i kön
queue-full = Dina luckor är fulla. Du kan ta en ny när en blir ledig.
exceed = Ta chatten
exceed-ask = Ta ändå…
exceed-title = Ta { $name } utöver dina luckor?
exceed-more = Du har redan { NUMBER($count) } samtal. Orsaken syns i ärendet och på sidan Team.
exceed-reason = Varför tar du en till?
exceed-because-urgent = Det är bråttom
exceed-because-known = Jag känner ärendet från förut
exceed-because-nobody_else = Ingen annan kan ta den
exceed-because-other = Annan orsak
exceed-choose = Välj en orsak
exceed-write = Skriv orsaken
exceed-note = Orsaken med egna ord
exceed-note-optional = Orsaken med egna ord (inte obligatoriskt)
exceed-note-hint = Blir en anteckning i ärendet. Kunden ser den inte.
queue-full-who = Dina luckor är fulla. En till kan tas av: { $names }
happened-exceeded-me = Du tog den här utöver dina luckor:
happened-exceeded = { $agent } tog den här utöver sina luckor:
queue-lacking = Du saknar språket eller kunskapen som de här behöver.
queue-not-yours = De här väntar på ett annat team.
queue-show = Visa
queue-hide = Dölj
take = Ta
take-name = Ta { $name }
take-none = Det finns ingen i kön som du kan ta
news-open = Öppna
news-given = Du har fått en chatt: { $name }
news-ended = { $by ->
    [silence] Tystnad avslutade chatten: { $name }. Ärende { $number } är fortfarande öppet.
   *[customer] { $name } avslutade chatten. Ärende { $number } är fortfarande öppet.
}
news-lost = { $name } är inte längre hos dig
news-missed = Svarsmålet överskreds: { $name }, { $client }
offer-to-you = Erbjuds dig
offer-left = { $seconds } s
offer-elsewhere = Erbjuds dig: { $name }
queue-offered-to = erbjuds: { $agent }
queue-known = bekant kund: senast { $agent }
queue-known-me = bekant kund: senast du
queue-for-team = hör till teamet { $team }
queue-also-for = även: { $team }
queue-all-offered = De här erbjuds just nu till andra.
paused-let-pass = En erbjuden chatt gick dig förbi, så vi satte dig på paus.
paused-let-pass-what = Dina öppna chattar är kvar hos dig. Du får nya när du är tillbaka.

# Nothing open.
table = Arbetsbord
talk = Samtal
empty-unknown = Ärendet hittades inte
empty-unknown-more = Numret är fel, eller så hör ärendet till en kundorganisation som du inte betjänar.
empty-no-team = Du hör ännu inte till något team
empty-no-team-more = Be din teamledare lägga till dig i ett team. Sedan ser du teamets kö och ärenden här.
empty-waiting = { NUMBER($count) ->
    [one] En väntar i kön
   *[other] { $count } väntar i kön
}
empty-waiting-more = Näst på tur är { $name }.
empty-left = { NUMBER($count) ->
    [one] Ett lämnat meddelande väntar på svar
   *[other] { $count } lämnade meddelanden väntar på svar
}
empty-left-more = Längst har { $name } väntat.
empty-left-too = { NUMBER($count) ->
    [one] Dessutom finns ett lämnat meddelande i kön.
   *[other] Dessutom finns { $count } lämnade meddelanden i kön.
}
empty-take = Ta den första
empty-away = Du har paus
empty-away-more = { NUMBER($count) ->
    [0] Öppna chattar stannar hos dig. Ingen annan är på plats.
    [one] Öppna chattar stannar hos dig. En kollega är på plats.
   *[other] Öppna chattar stannar hos dig. { $count } kollegor är på plats.
}
empty-reader = Välj ett ärende att läsa
empty-reader-more = Du har läsrättigheter: du ser samtalen men svarar inte.
empty-come-back = Kom tillbaka
empty-choose = Välj en lucka
empty-choose-more = Samtalet öppnas här. Du kan också trycka Alt och luckans nummer.
empty-quiet = Ingen i kön
empty-quiet-more = { NUMBER($count) ->
    [one] Du är på plats och en lucka är ledig.
   *[other] Du är på plats och { $count } luckor är lediga.
}

# Whose chat is open.
doors = Chatten nu
open-until = Öppet till { $time }
open-now = Öppet
closed-hours = Stängt
closed-hours-next = Stängt, öppnar { $when }
closed-nobody = Stängt: ingen är på plats
closed-full = Stängt: kön är full
closed-target = Stängd: vi hinner inte svara i tid
closed-by-hand = Stängt: stängt för hand
on-day-at = { $day } klockan { $time }
no-websites = Syns ännu inte på någon webbplats
doors-rules = Regler
doors-hours = Ändra öppettiderna
doors-add-website = Lägg till en webbplats
doors-no-team = Inget team betjänar den här.
doors-choose-team = Välj ett team
doors-rest = { NUMBER($count) ->
    [one] och en till
   *[other] och { $count } till
}

# The head of the conversation.
head-started = började kl. { $time }
head-started-on = började { $date } kl. { $time }
looking = { NUMBER($count) ->
    [one] { $names } tittar
   *[other] { $names } tittar
}
back-to-list = Tillbaka till luckorna
more = Andra åtgärder
transfer = Flytta
end = Avsluta
end-chat = Avsluta { $channel ->
    [message] kontakten
    [call_back] samtalsbegäran
   *[chat] chatten
}
solve = Lös
reopen = Öppna på nytt
give-back = Lämna tillbaka till kön
copy = Kopiera
copy-link = Kopiera länken
transcript = Ladda ner samtalet

# The thread.
thread-name = Samtal, { $name }
older-loading = Äldre meddelanden hämtas
new-below = { NUMBER($count) ->
    [one] Ett nytt meddelande
   *[other] { $count } nya meddelanden
}
said-name = { $name }, { $time }
said-answered = besvarad { $time }
said-masked = maskerades före lagring
said-read = läst
said-sent = skickat
masked-identity-code = personbeteckning maskerad
masked-swedish-number = svenskt personnummer maskerat
masked-card = kortnummer maskerat
masked-account = kontonummer maskerat
file-picture = Bild: { $name }
note-head = Anteckning · syns bara på arbetsbordet · { $name } { $time }
note-name = Anteckning, { $name }, { $time }
unsent-name = Ditt meddelande, ännu inte framme
unsent-leaves = { NUMBER($seconds) ->
    [one] Skickas om en sekund
   *[other] Skickas om { $seconds } sekunder
}
unsent-take-back = Ångra
unsent-sending = Skickas
unsent-waiting = Väntar på förbindelse
unsent-refused = Inte skickat, texten finns kvar
unsent-edit = Tillbaka till fältet
elsewhere-leaves = Svaret går iväg om { NUMBER($seconds) ->
    [one] en sekund
   *[other] { $seconds } sekunder
}: { $name }
elsewhere-refused = Ditt meddelande skickades inte, texten finns kvar: { $name }
elsewhere-open = Visa
again = Försök igen
typing = { $name } skriver
typing-reply = { $name } skriver ett svar
typing-note = { $name } skriver en anteckning

# What happened.
happened-started = { $customer } började chatta
happened-started-on = { $customer } började på sidan
happened-by-rule = regel:
happened-invited = Samtalet började med en inbjudan:
happened-chose = Kunden valde:
happened-left-message = { $customer } lämnade ett meddelande
happened-taken = { $agent } tog { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
}
happened-taken-me = Du tog { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
}
happened-back-gone = { $agent } tappade förbindelsen, { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
} gick tillbaka till kön
happened-back-gone-me = Din förbindelse var bruten, { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
} gick tillbaka till kön
happened-back-left = { $agent } svarar inte längre kunder, { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
} gick tillbaka till kön
happened-freed = Ingen i teamet { $team } var på plats, så även andra kan ta det här
happened-overflowed = Chatten har väntat så länge att den också kan tas av
team-is-removed = ett borttaget team
happened-target-missed = Svarsmålet { $target } överskreds
happened-back-given-me = Du lämnade tillbaka { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
} till kön
happened-subject-me = Du skrev ämnet:
happened-back-given = { $agent } lämnade tillbaka { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
} till kön
happened-offered = Samtalet erbjöds: { $agent }
happened-offered-me = Samtalet erbjöds dig
happened-offer-ended = { $why ->
    [let_pass] Erbjudandet gick förbi: { $agent }
   *[withdrawn] Erbjudandet drogs tillbaka: { $agent }
}
happened-offer-ended-me = { $why ->
    [let_pass] Erbjudandet gick dig förbi
   *[withdrawn] Erbjudandet till dig drogs tillbaka
}
happened-transferred = { $agent } flyttade { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
}:
happened-transferred-me = Du flyttade { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
}:
happened-ended-customer = { $customer } avslutade { $channel ->
    [message] kontakten
    [call_back] samtalsbegäran
   *[chat] chatten
}
happened-ended-agent = { $agent } avslutade { $channel ->
    [message] kontakten
    [call_back] samtalsbegäran
   *[chat] chatten
}
happened-ended-me = Du avslutade { $channel ->
    [message] kontakten
    [call_back] samtalsbegäran
   *[chat] chatten
}
happened-ended-silence = { $channel ->
    [message] Kontakten
    [call_back] Samtalsbegäran
   *[chat] Chatten
} tog slut eftersom ingen skrev
happened-resumed = { $channel ->
    [message] Meddelandet är öppet igen: { $agent } fortsatte
    [call_back] Samtalsbegäran är öppen igen: { $agent } fortsatte
   *[chat] Chatten är öppen igen: { $agent } fortsatte
}
happened-resumed-me = { $channel ->
    [message] Meddelandet är öppet igen: du fortsatte
    [call_back] Samtalsbegäran är öppen igen: du fortsatte
   *[chat] Chatten är öppen igen: du fortsatte
}
happened-state = { $agent } ändrade status:
happened-state-me = Du ändrade status:
happened-reopened = { $customer } skrev igen och ärendet öppnades
happened-owner = Ägare:
happened-subject = { $agent } skrev ämnet:

# Writing.
composer-modes = Vad du skriver
tab-reply = Svar till kunden
tab-note = Anteckning
tab-side = Sidosamtal
mode-reply = Du skriver ett svar till kunden.
mode-note = Du skriver en anteckning. Kunden ser den inte.
mode-side = Du skriver till kollegerna. Kunden ser det inte.
field-reply = Svar: { $name }
field-note = Anteckning, kunden ser den inte
field-side = Sidosamtal, kunden ser det inte
hint-note = Syns bara på arbetsbordet
hint-side = Skriv till kollegerna
draft-kept = Utkastet sparat { $time }
tab-unsent = påbörjat
enter-sends = Enter skickar
left-message-hint = Kunden ser svaret när chatten öppnas på nytt
enter-notes = Enter sparar
enter-sends-aside = Enter skickar till kollegerna
send = Skicka
note-it = Spara
say-aside = Skicka till kollegerna
send-later = Skickas när förbindelsen är tillbaka
send-anyway = Skicka ändå
too-long = { NUMBER($count) ->
    [one] Ett tecken för mycket
   *[other] { $count } tecken för mycket
}
uploading = Filen är ännu på väg
attach = Bifoga
files = Bilagor
file-progress = Laddas upp: { $name }
file-remove = Ta bort { $name }
file-failed = Kom inte fram.
file-too-large = Filen är över { $size }. Förminska den och bifoga på nytt.
file-too-many = Ett meddelande rymmer 10 filer. Skicka den här i nästa.
file-stops = { NUMBER($count) ->
    [one] En bilaga går inte iväg. Ta bort den, så kan du skicka.
   *[other] { $count } bilagor går inte iväg. Ta bort dem, så kan du skicka.
}
file-again = Försök igen: { $name }
note-no-files = En anteckning kan inte ha bilagor. Bifoga filen i svaret.
locked-closed = Ärendet är stängt. Om { $name } skriver igen blir det ett nytt ärende. En anteckning kan du ändå skriva.
locked-full = { $channel ->
    [message] Kontakten
    [call_back] Samtalsbegäran
   *[chat] Chatten
} är avslutad. Du kan fortsätta den när någon av dina luckor blir ledig. En anteckning kan du skriva redan nu.
resumes = Det avslutade samtalet fortsätter med ditt svar
locked-waiting = Ta { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
} för att svara. En anteckning kan du skriva redan nu.
locked-held = { $name } svarar { $channel ->
    [message] på det här meddelandet
    [call_back] i den här samtalsbegäran
   *[chat] i den här chatten
}. En anteckning kan du ändå skriva.
locked-read-only = Du kan läsa men inte skriva.
collision = { $name } svarade här kl. { $time },
collision-more = medan du skrev. Läs meddelandet innan du skickar ditt.
collision-show = Visa meddelandet
emoji = Emoji
emoji-choose = Välj emoji
emoji-find = Sök emoji
emoji-group = Grupp
emoji-none = Inga träffar.
emoji-failed = Emojierna laddades inte. Stäng och försök igen.
emoji-smileys = Smilisar
emoji-people = Människor
emoji-nature = Djur och natur
emoji-food = Mat och dryck
emoji-travel = Resor och platser
emoji-activities = Aktiviteter
emoji-objects = Föremål
emoji-symbols = Symboler
emoji-flags = Flaggor

# Prepared replies.
prepared = Svarsmallar
prepared-short = Svarsmallar
prepared-count = { NUMBER($count) ->
    [0] Inga träffar
    [one] 1 träff
   *[other] { $count } träffar
}
prepared-aloud = { NUMBER($count) ->
    [0] Ingen svarsmall passar här.
    [one] 1 svarsmall. Infoga den med Enter.
   *[other] { $count } svarsmallar. Välj med piltangenterna och infoga med Enter.
}

# The case.
facts = Om ärendet
subject = Ämne
subject-hint = Skriv ett ämne
subject-none = Inget ämne
state = Status
owner = Ägare
changed-state-by = { $name } ändrade statusen: { $to }
changed-owner-by = { $name } bytte ägare: { $to }
start-page = Sida där kontakten började
came-from = Kom från { $page }
contacts = Kontakter i ärendet
answered-in = besvarad { $time }
earlier = Tidigare ärenden
earlier-none = Inga tidigare ärenden.

# Dialogs and toasts.
cancel = Avbryt
close = Stäng
undo = Ångra
end-title = Avsluta { $channel ->
    [message] kontakten
    [call_back] samtalsbegäran
   *[chat] chatten
}: { $name }?
end-more = Luckan blir ledig och ärende { $number } förblir öppet. Kunden kan fortsätta samma ärende genom att skriva igen.
end-draft = I fältet finns ett svar som du inte har skickat. Om du avslutar nu blir det kvar som utkast och går inte till kunden.
solve-unsent = Ditt svar är fortfarande i fältet
solve-unsent-more = { $name } har inte fått det. Ska det skickas innan ärendet löses?
solve-unsent-anyway = Lös utan att skicka
solve-unsent-send = Skicka och lös
transfer-title = Flytta { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
}: { $name }
transfer-to = Till vem
transfer-nobody = Ingen har en ledig lucka just nu. { $channel ->
    [message] Meddelandet
    [call_back] Samtalsbegäran
   *[chat] Chatten
} stannar hos dig.
transfer-choose = Välj vem { $channel ->
    [message] meddelandet
    [call_back] samtalsbegäran
   *[chat] chatten
} flyttas till
transfer-write = Skriv vad det gäller och vad som är känt
transfer-note = Anteckning
transfer-note-hint = Vad gäller det och vad är redan känt? Kunden ser inte detta.
transfer-sees = Kunden ser:
transfer-sees-agent = Ditt samtal flyttades. { $name } svarar dig.
transfer-sees-team = Ditt samtal flyttades till rätt kö
transferring = Flyttas…
receiver-free = { NUMBER($free) ->
    [one] en ledig lucka av { $slots }
   *[other] { $free } lediga luckor av { $slots }
}
receiver-team = Team: { $name }
receiver-present = { NUMBER($count) ->
    [one] en på plats
   *[other] { $count } på plats
}
toast-solved = Ärende { $number } löst
toast-not-undone = Ärende { $number } är fortfarande löst: { $title }. { $detail }
toast-reopened = Ärende { $number } är öppet igen
toast-link-copied = Länken till ärende { $number } kopierades
toast-transferred = Ärende { $number } flyttat: { $to }

# Keys.
keys-luukku = Lucka 1–8
keys-longest = Den som väntat längst
keys-step = Föregående / nästa
keys-take = Ta från kön
keys-beside = Sida vid sida på och av
keys-send = Skicka
keys-line = Ny rad
keys-undo = Ångra sändning, 5 s
keys-note-toggle = Anteckning på och av
keys-send-solve = Skicka och lös
keys-escape = Ut ur fältet
keys-pane = Nästa ruta
keys-reply = Svara
keys-note = Anteckning
keys-side = Sidosamtal
keys-transfer = Flytta
keys-solve = Lös
keys-end = Avsluta chatten
keys-walk = Meddelande upp / ner

# Whom a waiting chat would be offered to now, for supervisors.
routing = Vem skulle få den här nu?
routing-by-rule = Av regeln: { $rule }
routing-again = Titta igen
routing-failed = Servern svarade inte. Titta igen om en stund.
routing-waits-not = Den här väntar inte längre i kön.
routing-nobody-here = Ingen är på plats.
routing-offered = Erbjuds nu: { $agent }
routing-chosen = Skulle nu erbjudas: { $agent }
routing-by-hand = Den erbjuds ingen nu, utan tas ur kön.
routing-nobody = Just nu kan ingen ta den här.
routing-may = kan ta, { NUMBER($count) ->
    [0] inga chattar
    [one] en chatt
   *[other] { $count } chattar
}, har väntat på en ny { $time }
routing-was-last = senast med den här kunden
routing-passed = gick redan förbi eller kom tillbaka till kön, tillfrågas sist
routing-takes = tar själv ur kön
routing-elsewhere = kunde ta, men den erbjuds någon annan
routing-full = luckorna fulla
routing-absent = på paus
routing-skill = saknar kunskapen som behövs
routing-level = språknivån räcker inte
routing-language = talar inte det här språket
routing-client = betjänar inte den här kundorganisationen
routing-team = hör inte till teamet som den väntar på
routing-teams = hör inte till teamen som kan ta den här

# Categories and tags of a case.
labels = Kategori och taggar
labels-choose = Välj kategori
labels-change = Ändra
labels-title = Vad gäller ärendet?
labels-title-asked = Vad gällde ärendet?
labels-asked-more = { $name } vill veta det här innan ärendet är klart.
labels-find = Sök kategori eller tagg
labels-kind = { $kind ->
        [category] Kategorier
       *[tag] Taggar
    }
labels-nothing = Ingen kategori eller tagg motsvarar ”{ $query }”
labels-now = Valt: { $names }
labels-now-none = Ingen kategori ännu
labels-missing = { $kind ->
        [category] Välj en kategori
       *[tag] Välj minst en tagg
    }
labels-done = Klar
labels-close = Stäng ärendet
labels-send = Skicka och lös
happened-labelled-me = Du sorterade ärendet:
happened-labelled = { $agent } sorterade ärendet:
happened-unlabelled-me = Du tog bort ärendets kategori och taggar
happened-unlabelled = { $agent } tog bort ärendets kategori och taggar
keys-labels = Välj kategori och taggar

# How urgent a contact is said to be, and how it is best handled.
triage = Brådska och handläggning
triage-do = Bedöm brådskan
triage-again = Ändra bedömningen
triage-by-rule = En regel har satt brådskan. Ingen har bedömt ännu.
triage-none = Inte bedömt ännu
triage-title = Hur brådskande: { $name }
triage-how = Hur ska det här skötas: { $name }
triage-more = Raden säger hur stor påverkan är och kolumnen hur snart hjälpen behövs. Brådskande ärenden går före i kön, men inte före dem som har väntat länge.
triage-impact-step = { $step ->
        [most] Stor påverkan
        [some] Viss påverkan
       *[least] Liten påverkan
    }
triage-urgency-step = { $step ->
        [most] Genast
        [some] I dag
       *[least] Det går bra senare
    }
triage-estimate = { $impact } · { $urgency }
triage-priority = { $step ->
        [most] Brådskande
        [some] Vanligt
       *[least] Kan vänta
    }
triage-path = { $path ->
        [now] Besvaras nu
        [later] Vi återkommer senare
        [colleague] Flyttas till någon annan
       *[elsewhere] Hänvisas vidare
    }
triage-mark = { $priority } · { $path }
triage-back = Ändra brådskan
toast-triaged = Ärende { $number }: { $mark }
happened-triaged-me = Du bedömde:
happened-triaged = { $agent } bedömde:
keys-triage = Bedöm brådska och handläggning

# A chat that is not opened to customers yet.
closed-not-live = Ännu inte öppnad för kunder
doors-launch = Öppna ibruktagandet

# Naming people and teams in a note.
mention = Nämn
mention-there = på plats
mention-away = inte på plats
mention-team = { NUMBER($count) ->
    [0] team, ingen på plats
    [one] team, en på plats
   *[other] team, { $count } på plats
}
mention-aloud = { NUMBER($count) ->
    [one] En som du kan nämna. Välj med Enter.
   *[other] { $count } som du kan nämna. Bläddra med pilarna, välj med Enter.
}
# Sales texts among the prepared replies.
sales-lock-unsolved = Låst tills ärendet är löst eller markerat som väntande
sales-lock-kept-waiting = Låst: kunden har just fått vänta för länge
# A chat that is parked with a promised time.
park = Återkommer…
park-title = När återkommer du: { $name }
park-when = Lova en tid
park-choice = { $choice ->
        [half] Om 30 minuter
        [hour] Om en timme
       *[other] En annan tid
    }
park-today = I dag kl. { $time }
park-tomorrow = I morgon kl. { $time }
park-other = Dag och klockslag
park-zone = Kundorganisationens klocka: { $zone }
park-write = Skriv dag och klockslag
park-sees = Kunden får ett meddelande med den här tiden. Din lucka blir ledig, och du får en påminnelse när tiden närmar sig.
park-sees-waits = Kunden får ett meddelande med den här tiden. Kunden väntar ännu på ditt svar: löftet stoppar inte klockan.
park-do = Lova och frigör luckan
parked = Överenskommet
go-on = Fortsätt
promise = Överenskommet
promise-by = { $agent } återkommer { $when }
promise-at = kl. { $time }
promise-on = { $day } kl. { $time }
promise-left = { $time } kvar
promise-said-left = { $time } kvar
promise-said-over = { $time } över den överenskomna tiden
toast-parked = Ärende { $number }: du återkommer { $when }
news-promise-near = { $channel ->
    [call_back] Du lovade ringa om 10 minuter: { $name }, ärende { $number }
   *[chat] Du lovade återkomma om 10 minuter: { $name }, ärende { $number }
}
news-promise-due = { $channel ->
    [call_back] Du lovade ringa nu: { $name }, ärende { $number }
   *[chat] Du lovade återkomma nu: { $name }, ärende { $number }
}
happened-parked-me = { $channel ->
    [call_back] Du lovade ringa på nytt
   *[chat] Du lovade återkomma
}
happened-parked = { $channel ->
    [call_back] { $agent } lovade ringa på nytt
   *[chat] { $agent } lovade återkomma
}
happened-kept-me = Du återkom i tid
happened-kept = Kunden fick svar inom den tid som { $agent } lovade
happened-broken-me = { $channel ->
    [call_back] Du lovade ringa, men tiden gick förbi:
   *[chat] Du lovade återkomma, men tiden gick förbi:
}
happened-broken = { $channel ->
    [call_back] { $agent } lovade ringa, men tiden gick förbi:
   *[chat] { $agent } lovade återkomma, men tiden gick förbi:
}
happened-back-wrote = { $customer } skrev, och { $channel ->
        [message] meddelandet
        [call_back] samtalsbegäran
       *[chat] chatten
    } gick tillbaka till kön
keys-park = Lova att återkomma

# Handovers that the customer feels.
handovers = Byten
handovers-count = { NUMBER($count) ->
        [one] rådgivaren har bytts en gång
       *[other] rådgivaren har bytts { $count } gånger
    }
happened-raised = Rådgivaren har bytts { $count } gånger: ärendet lyftes till teamledaren
news-raised = Rådgivaren har bytts för tredje gången: { $name }, ärende { $number }
news-broken = Den lovade tiden gick förbi: { $name }, ärende { $number }

# A hostile customer.
conduct = Osakligt meddelande
conduct-title = Osakligt meddelande: { $name }
conduct-flag = Märk som osakligt
conduct-flag-more = Märkningen sparas bland ärendets händelser, och teamledaren får veta om den genast. Kunden ser den inte.
conduct-flagged = Meddelandet är märkt som osakligt och teamledaren vet om det. Vad gör vi nu?
conduct-warn = Varna.
conduct-warn-more = En färdig varning kommer till svarsfältet på kundens språk. Läs den och skicka den själv.
conduct-warn-do = Sätt in varningen i svaret
conduct-warning-words = Jag hjälper dig gärna, men osakliga meddelanden svarar jag inte på. Fortsätter samtalet så här måste jag avsluta det.
conduct-end = Avsluta.
conduct-end-more = Du behöver inte fortsätta ett sådant samtal.
conduct-ended = Chatten är avslutad.
conduct-block = Spärra besökaren
conduct-block-more = Besökaren kan inte skriva i den här chatten och inte börja en ny. Teamledaren kan häva spärren tidigare. En öppen chatt avslutas.
conduct-how-long = { $howLong ->
    [hour] för en timme
    [day] för ett dygn
   *[week] för en vecka
}
conduct-reason = Varför? Syns bara på arbetsbordet.
conduct-reason-missing = Skriv varför du spärrar besökaren
conduct-block-do = Spärra
conduct-blocked = { $name } är nu spärrad.
blocked-until = Spärrad till { $until }
conduct-break = Vill du hämta andan? Dina chattar stannar hos dig.
conduct-break-go = Ta paus
happened-flagged-me = Du märkte ett meddelande som osakligt
happened-flagged = { $agent } märkte ett meddelande som osakligt
happened-blocked-me = Du spärrade besökaren
happened-blocked = { $agent } spärrade besökaren
news-flagged = Osakligt meddelande: { $name }, ärende { $number }

# Whether the customer is still on the website.
on-page = på sidan
on-page-left = lämnade sidan kl. { $time }
on-page-left-on = lämnade sidan { $date }

# First and last words that the client has prepared.
first-last = { $which ->
    [greeting] Hälsning
   *[closing] Avslutning
}
first-last-put = { $which ->
    [greeting] Lägg till hälsningen
   *[closing] Lägg till avslutningen
}
keys-first-last = Lägg till hälsning eller avslutning

# What I lack for a contact that waits.
lack-language = { $language ->
    [fi] kräver finska
    [sv] kräver svenska
   *[en] kräver engelska
}
lack-level = { $level ->
    [copes] { $language ->
        [fi] kräver att man klarar sig på finska
        [sv] kräver att man klarar sig på svenska
       *[en] kräver att man klarar sig på engelska
    }
    [native] { $language ->
        [fi] kräver finska på modersmålsnivå
        [sv] kräver svenska på modersmålsnivå
       *[en] kräver engelska på modersmålsnivå
    }
   *[other] { $language ->
        [fi] kräver flytande finska
        [sv] kräver flytande svenska
       *[en] kräver flytande engelska
    }
}
lack-skill = kräver kunskapen { $skill }
# Ending with the customer sent elsewhere.
refer = Hänvisad vidare
refer-title = Hänvisad vidare: { $name }
refer-lead = Ärendet markeras som löst och chatten avslutas. Kunden ser inte vad du skriver här.
refer-rather = Kan du ge ärendet direkt till en kollega eller ett team? Då slipper kunden ta kontakt på nytt.
refer-place = Vart hänvisade du kunden?
refer-why = Varför?
refer-reason = { $reason ->
        [not_ours] Ärendet hör inte till oss
        [no_right] Våra rättigheter räckte inte till
       *[no_knowledge] Vi visste inte svaret
    }
refer-remedy = Vad hade löst ärendet här?
refer-remedy-hint = Svaren blir en lista över rättigheter och kunskaper som det lönar sig att skaffa.
refer-choose = Välj
refer-else = Annat, jag skriver det nedan
refer-write = Skriv det nedan.
refer-note = Anteckning
refer-place-missing = Välj vart du hänvisade
refer-reason-missing = Välj en orsak
refer-remedy-missing = Välj vad som hade löst ärendet
refer-note-missing = Skriv vart du hänvisade kunden eller vad som hade löst ärendet
refer-do = Lös ärendet
refer-unsent = Ditt svar är kvar i fältet. Skicka det först.
referral = Hänvisad
referral-in-note = se anteckningen
happened-referred-me = { $reason ->
        [not_ours] Du hänvisade kunden vidare, för ärendet hör inte till oss:
        [no_right] Du hänvisade kunden vidare, för rättigheterna räckte inte till:
       *[no_knowledge] Du hänvisade kunden vidare, för ingen visste svaret:
    }
happened-referred = { $reason ->
        [not_ours] { $agent } hänvisade kunden vidare, för ärendet hör inte till oss:
        [no_right] { $agent } hänvisade kunden vidare, för rättigheterna räckte inte till:
       *[no_knowledge] { $agent } hänvisade kunden vidare, för ingen visste svaret:
    }
queue-full-exceed = Dina luckor är fulla. Du får ändå ta en till när du säger varför.
conduct-pass = Vidare till varning och blockering
conduct-flagged-before = Du har märkt ett meddelande i den här konversationen tidigare.
news-came-back = { $name } skrev före tiden du lovade: ärende { $number } står i kön
locked-parked-full = Dina luckor är fulla. Du kan fortsätta den här chatten när en blir ledig. En anteckning kan du skriva redan nu.

# Languages in which an open chat takes nobody.
closed-no-speaker = Stängt: ingen av dem som är på plats talar det språk som behövs
closed-in = { $language ->
    [fi] inte på finska
    [sv] inte på svenska
   *[en] inte på engelska
}
closed-in-full = { $language ->
    [fi] kön är full på finska
    [sv] kön är full på svenska
   *[en] kön är full på engelska
}
# Rules by their names, where nobody who is there knows what they ask for.
closed-by-rules = { $count ->
    [one] stängt för en del på grund av regeln { $rules }
   *[other] stängt för en del på grund av reglerna { $rules }
}
# A name among other words.
quoted = ”{ $text }”
# How the client asks its agents to write.
style = Stilanvisning
style-avoid = Undvik orden:
style-emoji = { $rule ->
    [limit] Ett meddelande får ha högst en emoji
   *[forbid] Här använder rådgivarna inga emojier
}
avoid-words = Undvik hos den här kunden: { $words }

# What a client asks of its agents.
agent-rules-new = Nya spelregler: { $client }
agent-rules-done = Läst

# Where the customer's contact before this one was left.
left = Så här slutade det senast
left-solved = { $name } löste ärendet
left-solved-itself = Ärendet löstes
left-referred = { $name } hänvisade kunden vidare
left-promised = { $name } lovade återkomma
left-ended = Samtalet avslutades, senast sköttes det av { $name }
left-unanswered = Samtalet avslutades utan svar
left-open-promise = { $name } har lovat återkomma senast { $time }.

# Who the customer is.
verified = Identifierad
verified-what = Kunden har loggat in på webbplatsen, och webbplatsen har bekräftat vem det är.
verified-typed = Webbplatsen har identifierat kunden. Namnet och adressen har kunden skrivit själv.
unverified-nameless = Inte identifierad.
unverified-what = Inte identifierad. Namnet och adressen är det som kunden själv har uppgett.
customer = Kund

# How my own day weighs on me: shown to me alone.
load-own = Din egen dag
load-only-you = Det här ser bara du.
load-long = Du har svarat i chattar i { $time } utan paus. Tar du en paus?
load-rest = Ta en paus
load-later = Senare
load-in-chat = I chattar utan paus
load-since-break = Sedan förra pausen
load-no-break = ingen paus i dag
load-at-once = Chattar samtidigt
load-at-once-of-late = nu { $now }, i snitt { $late } under en timme
load-answers = Du svarar oftast
load-answers-of-late = nu på { $late } s, tidigare i dag på { $earlier } s
load-slots = Luckor nu
load-slots-now = { $now }, vanligen { $usual }
load-eased = { $slots ->
    [one] Du har nu en lucka, och resten kommer tillbaka efter pausen.
   *[other] Du har nu { $slots } luckor, och resten kommer tillbaka efter pausen.
}

# What colleagues say to one another beside the customer's thread.
side-head = Sidosamtal · syns bara på arbetsbordet
side-none = Här kan du prata med kollegerna om ärendet. Bjud in någon med @. Kunden ser det inte.
side-unread = { NUMBER($count) ->
    [one] En oläst rad i sidosamtalet
   *[other] { $count } olästa rader i sidosamtalet
}
side-lines = { NUMBER($count) ->
    [one] en rad
   *[other] { $count } rader
}

# What is known of the customer: written once, so that nobody asks it again.
known = Det här vet vi
known-none = Inget ännu.
known-add = Lägg till
known-empty = tomt
known-by = Skrivet av { $agent }, { $when }
known-emptied-by = Borttaget av { $agent }, { $when }
known-kept = Sparat: { $field }
known-removed = Borttaget: { $field }
known-put-back = Återställt: { $field }
known-newer = { $agent } hann ändra uppgiften: { $field }
known-meanwhile = { $agent } skrev just: { $text }
known-retired = inte i bruk
known-remove = Ta bort
known-remove-of = Ta bort: { $field }
known-remove-ask = Ska uppgiften tas bort för gott? Fältet är inte längre i bruk, så uppgiften kan inte skrivas tillbaka.
known-remove-sure = Ta bort för gott

# Where the customer has been on the website, where it tells that.
visit-pages-all = Visa alla { $count }
visit-pages = Sidor under besöket
# Customers who ask to be called.
empty-call = En kund väntar på att bli uppringd
empty-call-more = { $name } väntar på ett samtal.
channel-call-back = Samtalsbegäran
phone = Telefon
calls = Att ringa upp
call-number = Ring { $phone }
call-by = senast kl. { $time }
call-by-on = senast { $day } kl. { $time }
call-no-room = dina luckor räcker inte till ett samtal nu
call-tries = { NUMBER($count) ->
    [one] ett försök
   *[other] { $count } försök
}
call-mark = Anteckna samtal
call-title = Samtal: { $name }
call-came = Hur gick det?
call-spoken = Vi talades vid
call-not-reached = Jag nådde inte kunden
call-note = Vad kom ni överens om?
call-note-missing = Skriv vad ni kom överens om
call-again-when = När försöker vi igen?
call-last = Det här var försök { $tries }, det sista. Vi ringer inte mer och ber kunden skriva.
call-sees = Kunden ser att du ringde. Anteckningen ser hen inte.
call-sees-again = Kunden ser när vi ringer igen.
call-do = Anteckna
toast-called = Ärende { $number }: samtalet är antecknat
toast-not-reached = Ärende { $number }: antecknat att kunden inte nåddes
left-open-call = Ett samtal är utlovat senast { $time }.
happened-call-asked = { $customer } bad om att bli uppringd
happened-ended-call = { $customer } bad om att bli uppringd i stället för att vänta
happened-call-promised = Ett samtal utlovades
happened-called = { $agent } ringde och talade med kunden
happened-called-me = Du ringde och talade med kunden
happened-not-reached = { $agent } ringde men nådde inte kunden (gång { NUMBER($count) })
happened-not-reached-me = Du ringde men nådde inte kunden (gång { NUMBER($count) })
happened-kept-call = Kunden blev uppringd inom utlovad tid
happened-broken-call = Samtalet blev försenat från utlovad tid:
