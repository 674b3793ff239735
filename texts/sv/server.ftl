# What the server itself says: refusals, letters, automatic messages.

## Refusals: one sentence, and a -detail when there is something to do

refusal-malformed = Begäran går inte att läsa
refusal-malformed-detail = Kontrollera att du skickar giltig JSON i UTF-8.
refusal-too-slow = Begäran kom för långsamt
refusal-too-slow-detail = Förbindelsen är långsam eller bröts. Skicka igen.
refusal-invalid = Något behöver rättas
refusal-too-large = Du skickade för mycket på en gång
refusal-too-large-detail = Korta texten eller skicka den i delar.
refusal-wrong-media-type = Skicka uppgifterna som JSON
refusal-not-found = Det här finns inte
refusal-not-found-detail = Det kan ha tagits bort, eller så har du inte rätt att se det.
refusal-no-such-method = Den här adressen gör inte det du bad om
refusal-not-signed-in = Logga in först
refusal-wrong-sign-in = Adressen eller lösenordet stämmer inte
refusal-wrong-sign-in-detail = Kontrollera båda och försök igen. Har du glömt lösenordet, be ägaren om en ny länk.
refusal-may-not = Du har inte rätt till det här
refusal-may-not-detail = Be skrivbordets ägare om rätten.
refusal-cross-site = Begäran kom från en annan webbplats
refusal-cross-site-detail = Öppna skrivbordet på dess egen adress och försök igen.
refusal-unknown-host = Det finns inget skrivbord på den här adressen
refusal-too-many = För många försök efter varandra
refusal-too-many-detail = Vänta en stund och försök sedan igen.
refusal-too-many-searches = Du har redan för många sökningar på gång
refusal-too-many-searches-detail = Vänta en stund och sök igen.
refusal-not-stored = Det gick inte att spara
refusal-not-stored-detail = Inget har försvunnit. Försök igen om en stund.
refusal-disk-full = Serverns disk är full
refusal-disk-full-detail = Din text sparades inte. Behåll den och försök igen senare.
refusal-broken = Ett fel uppstod på servern
refusal-broken-detail = Försök igen. Om felet återkommer, berätta det för administratören.
refusal-id-reused = Något annat har redan skickats med samma id
refusal-email-taken = Det finns redan en användare med den här adressen
refusal-last-owner = Skrivbordet måste ha en ägare
refusal-last-owner-detail = Ge först ägarrollen till någon annan.
refusal-in-use = Det här går inte att ta bort, för det används
refusal-in-use-detail = Det finns samtal i kö till teamet. Ta bort teamet när de är skötta.
refusal-screen-gone = Förbindelsen har gått ut
refusal-screen-gone-detail = Öppna förbindelsen på nytt.
refusal-held-by-another = { $name } sköter redan det här
refusal-offered-to-another = Erbjuds just nu till { $name }
refusal-offered-to-another-detail = Om erbjudandet går förbi kan du ta samtalet.
refusal-slots-full = Dina luckor är fulla
refusal-slots-full-detail = Avsluta eller lämna över ett samtal först.
refusal-may-not-exceed = Dina luckor är fulla
refusal-may-not-exceed-detail = Du kan inte ta fler än du har luckor. En till kan tas av: { $names }
refusal-not-held-by-you = Du har inte det här samtalet
refusal-not-held-by-you-detail = Ta samtalet, så kan du svara.
refusal-contact-ended = Samtalet är avslutat
refusal-case-closed = Ärendet är stängt
refusal-case-closed-detail = Ett nytt meddelande öppnar ett nytt ärende.
refusal-colleague-answered = Din kollega hann svara
refusal-colleague-answered-detail = Läs svaret först. Sedan kan du skicka ditt.
refusal-target-gone = Samtalet kan inte lämnas över dit
refusal-target-gone-detail = Mottagaren är inte på plats, eller så är luckorna fulla.
refusal-empty = Skriv något först
refusal-too-long = Texten är för lång
refusal-too-long-detail = Korta texten eller skicka den i delar.
refusal-pictures-wait = Många bilder väntar på sin tur
refusal-pictures-wait-detail = Bilden sparades inte ännu. Skicka den på nytt om en stund.
refusal-files-unsent = För många filer väntar på sitt meddelande
refusal-files-unsent-detail = Skicka först meddelandet som du har lagt filer till. Har du inte lagt till några, försök igen om en stund: någon annan kan använda samma nätverk.
refusal-too-many-files = För många filer
refusal-too-many-files-detail = Ett meddelande får ha högst { $limit } filer. Skicka resten i ett annat meddelande.
refusal-chat-closed = Chatten är stängd just nu
refusal-nobody-knows = Den som kan det här är inte på plats just nu
opening-full = De som kan det här är upptagna just nu
refusal-chat-closed-detail = Du kan lämna ett meddelande, så svarar vi på det.
refusal-too-late-to-undo = Lösningen kan inte längre ångras
refusal-too-late-to-undo-detail = Du kan öppna ärendet på nytt. Chatten är redan avslutad, men kunden kan skriva i samma ärende.
refusal-for-another-team = Samtalet väntar på ett annat team
refusal-lacks-language = { $language ->
    [fi] Det här kräver finska
    [sv] Det här kräver svenska
   *[en] Det här kräver engelska
}
refusal-lacks-level = { $level ->
    [copes] { $language ->
        [fi] Här måste man klara sig på finska
        [sv] Här måste man klara sig på svenska
       *[en] Här måste man klara sig på engelska
    }
    [native] { $language ->
        [fi] Det här kräver finska på modersmålsnivå
        [sv] Det här kräver svenska på modersmålsnivå
       *[en] Det här kräver engelska på modersmålsnivå
    }
   *[other] { $language ->
        [fi] Det här kräver flytande finska
        [sv] Det här kräver flytande svenska
       *[en] Det här kräver flytande engelska
    }
}
refusal-lacks-skill = Det här kräver kunskapen { $skill }
field-levels = Välj en nivå 1–3 för varje språk.
refusal-not-by-hand = Det här läget ställs inte in för hand
refusal-one-target = Välj en mottagare
refusal-one-target-detail = Lämna över antingen till en rådgivare eller till ett team.
refusal-file-too-large = Filen är för stor
refusal-file-too-large-detail = En fil får vara högst { $limit } megabyte.
refusal-unknown-label = Kategorin eller taggen går inte att använda
refusal-unknown-label-detail = Den har tagits ur bruk, den hör till en annan kundorganisation eller så är taggarna fler än 10. Välj på nytt.
refusal-labels-missing = Ärendet saknar kategori eller tagg
refusal-labels-missing-detail = Kundorganisationen behöver den innan ärendet kan lösas eller stängas.
refusal-place-missing = Välj eller skriv vart kunden hänvisades
refusal-remedy-missing = Välj eller skriv vad som hade löst ärendet här
refusal-newer-case = Besökaren har redan ett nyare ärende
refusal-newer-case-detail = Öppna det och blockera besökaren där: då avslutas också den öppna chatten.
refusal-launch-open = Chatten kan inte öppnas för kunder ännu
refusal-launch-open-detail = Det finns obligatoriska punkter kvar i ibruktagandet.
refusal-cannot-be-named = Du nämner någon som inte ser det här ärendet
refusal-cannot-be-named-detail = Nämn bara dem som får läsa ärendet. Anteckningen sparades inte.
refusal-promise-time = Den tiden går inte att lova
refusal-promise-time-detail = Välj en tid som är minst en minut och högst en månad bort.
refusal-token-refused = Webbplatsens intyg godkändes inte
refusal-token-refused-detail = Chatten fortsätter utan identifiering. Orsaken finns i serverns logg.

## What is wrong with a field

field-unknown = Det här fältet finns inte
field-missing = Det här saknas
field-wrong-type = Värdet är av fel slag
field-nul = Texten innehåller ett tecken som inte kan sparas
field-empty = Fyll i det här
field-too-long = Korta till högst { $limit } tecken
field-one-line = Skriv på en rad
field-one-word = Skriv ett ord: bokstäver, siffror och bindestreck
field-name-taken = Det finns redan en svarsmall med samma namn på det här språket
field-unknown-variable = Variabeln { $variable } finns inte. Använd dessa: { $known }
field-lone-brace = Klammerparenteser är bara för variabler: { $known }
field-automatic-variable = En rådgivare kan fylla i variabeln { $variable }, men inte chatten. Ta bort den eller välj att rådgivaren får texten färdig.
field-range = Ange ett tal mellan { $from } och { $to }
field-email = Skriv en e-postadress i formen namn@exempel.fi
field-email-taken = Det finns redan en användare med den här adressen
field-password-short = Välj ett lösenord med minst { $shortest } tecken
field-password-long = Välj ett lösenord på högst { $longest } byte
field-password-wrong = Det nuvarande lösenordet stämmer inte
field-languages = Välj minst ett språk, vart och ett bara en gång
field-time-zone = Skriv tidszonen efter stad, till exempel Europe/Helsinki
field-week = Ange öppettider för sju dagar, i ordning och utan överlappning
field-date = Välj en dag, var och en bara en gång
field-website = Skriv adressen i formen https://www.exempel.fi
field-colour = Ange färgen i formen #0b5cad
field-colour-contrast = Färgen syns inte tillräckligt. Närmaste som duger är { $nearest }
field-unknown-id = Det här finns inte
field-team-removed = Det här teamet finns inte längre. Välj ett annat.
field-overflow-cycle = Så skulle chatten komma tillbaka till ett team som den redan har varit hos. Välj ett annat team.
field-overflow-rights = Teamet kan inte självt ge ett annat team rätt att se dess kundorganisationer. Välj ett team som redan betjänar dem, eller be en teamledare.
field-overflow-too-long = En chatt kan gå vidare till högst två team. Välj ett annat team.
field-scopes = Välj minst en rättighet, var och en bara en gång
field-too-many = Det kan finnas högst { $limit } sådana
field-page = Skriv en sökväg som börjar med ett snedstreck, till exempel /priser
field-public-key = Klistra in en Ed25519-nyckel som PEM eller base64
field-label-taken = Namnet finns redan i listan
field-presence = Välj på plats eller borta
field-day = Ange dagen i formen 2026-12-06
field-launch-open = Den här punkten är ännu öppen
field-launch-measured = Luukku ser det här i inställningarna
field-page-query = Skriv adressen utan frågetecken och nummertecken: reglerna ser inte på det som följer efter dem
field-page-path = Börja sökvägen med ett snedstreck, till exempel /lon

server-web-not-built = Det här programmet har byggts utan skärmar. Bygg det igen utan inställningen LUUKKU_WEB=skip.

## A conversation to keep

transcript-file = samtal
transcript-heading = { $client }, ärende { $number }
transcript-me = Kund
transcript-automatic = Automatiskt
transcript-file-sent = (fil: { $name })

## What is said by itself

parked-today = { $agent } utreder ditt ärende och återkommer hit i dag kl. { $time }. Du kan skriva hit också innan dess.
parked-tomorrow = { $agent } utreder ditt ärende och återkommer hit i morgon kl. { $time }. Du kan skriva hit också innan dess.
parked-on = { $agent } utreder ditt ärende och återkommer hit den { $day }.{ $month } kl. { $time }. Du kan skriva hit också innan dess.
refusal-blocked = Du kan inte skriva i den här chatten nu
refusal-blocked-detail = Samtalet var osakligt. Du kan skriva igen om { $hours } h.
refusal-emoji-limited = Ett meddelande får ha högst en emoji
refusal-emoji-limited-detail = Lämna kvar en och skicka igen.
refusal-emoji-forbidden = Hos den här kundorganisationen använder rådgivarna inga emojier
refusal-emoji-forbidden-detail = Ta bort dem och skicka igen.
refusal-rules-changed = Spelreglerna har ändrats
refusal-rules-changed-detail = Läs den nya texten och kvittera den.

# What is known of customers
refusal-unknown-known-field = Den här uppgiften sparas inte längre
refusal-unknown-known-field-detail = Fältet har tagits ur bruk eller så hör det till en annan kundorganisation.

# What a team decides about its own rules
refusal-not-self-directed = Det här teamet bestämmer inte själv om sina regler
refusal-not-self-directed-detail = En teamledare eller ägare kan göra teamet självstyrande.
refusal-proposal-over = Det här förslaget avgörs inte längre
refusal-proposal-over-detail = Se bland teamets beslut hur det gick.
refusal-proposal-changed = Förslaget ändrades nyss
refusal-proposal-changed-detail = Läs det nya förslaget och säg vad du tycker om det.
refusal-own-proposal = Det här är ditt eget förslag
refusal-own-proposal-detail = Den som föreslår står bakom förslaget. Du kan ändra det eller ta tillbaka det.
refusal-too-many-proposals = Det finns redan 20 öppna förslag
refusal-too-many-proposals-detail = Avgör först något av dem.
field-nothing-changes = Förslaget skulle inte ändra något. Byt något.
# A customer who asks to be called.
refusal-calls-off = Det går inte att be om att bli uppringd just nu
refusal-call-ordered = Du har redan bett om att bli uppringd
refusal-call-ordered-detail = Avboka den först om du vill byta tid eller nummer.
refusal-asks-for-call = Kunden bad just om att bli uppringd i stället för att chatta
refusal-asks-for-call-detail = Ärendet finns nu under Att ringa upp. Du kan ta det där.
refusal-began-anew = Kunden har redan börjat ett nytt ärende
refusal-began-anew-detail = Fortsätt där. Det här ärendet förblir löst.
refusal-awaits-call = Kunden väntar på att bli uppringd
refusal-awaits-call-detail = Anteckna samtalet (S), så kan du komma överens om en ny tid.
refusal-number-ordered = Någon har redan bett om att bli uppringd på det här numret
refusal-number-ordered-detail = Avboka den tidigare begäran eller vänta på samtalet.
refusal-calls-full = Vi kan inte lova fler samtal just nu
refusal-calls-full-detail = Skriv ditt ärende till oss, så svarar vi skriftligt.
call-off = Vi ringer dig inte längre om det här ärendet. Du kan fortsätta genom att skriva här.
call-cancelled = Du avbokade samtalet. Vi ringer dig inte.
refusal-no-call = Ingen har bett om att bli uppringd i det här ärendet
refusal-call-time = Den tiden hann gå förbi
refusal-call-time-detail = Välj en annan tid.
refusal-already-answered = { $name } svarar dig redan här
refusal-already-answered-detail = Du kan be om att bli uppringd här.
refusal-routing-rules-changed = Reglerna ändrades nyss
refusal-routing-rules-changed-detail = Dina ändringar finns kvar på den här sidan. Spara igen. Om det här upprepas har någon ändrat samma regel som du: ladda om sidan för att se vad.
refusal-too-many-estimates = Hur brådskande det är har redan bedömts 20 gånger
refusal-too-many-estimates-detail = Den senaste bedömningen gäller. Skriv en anteckning om den inte stämmer längre.
field-phone = Skriv numret till exempel så här: 040 123 4567 eller +46 70 123 45 67
field-phone-short = Det numret kan vi inte ringa. Skriv hela numret med riktnummer.
field-phone-premium = Vi ringer inte betalnummer. Skriv ett annat nummer.
# A month in a date, after its day and a full stop.
told-month = { $month ->
    [m1] 1
    [m2] 2
    [m3] 3
    [m4] 4
    [m5] 5
    [m6] 6
    [m7] 7
    [m8] 8
    [m9] 9
    [m10] 10
    [m11] 11
   *[other] 12
}
call-soon-today = Vi ringer dig (numret slutar på { $number }) senast i dag klockan { $time }. Skriv gärna här om du vill berätta mer.
call-soon-tomorrow = Vi ringer dig (numret slutar på { $number }) senast i morgon klockan { $time }. Skriv gärna här om du vill berätta mer.
call-soon-on = Vi ringer dig (numret slutar på { $number }) senast den { $day }.{ $month } klockan { $time }. Skriv gärna här om du vill berätta mer.
call-at-today = Vi ringer dig (numret slutar på { $number }) i dag klockan { $from }–{ $time }. Skriv gärna här om du vill berätta mer.
call-at-tomorrow = Vi ringer dig (numret slutar på { $number }) i morgon klockan { $from }–{ $time }. Skriv gärna här om du vill berätta mer.
call-at-on = Vi ringer dig (numret slutar på { $number }) den { $day }.{ $month } klockan { $from }–{ $time }. Skriv gärna här om du vill berätta mer.
call-again-today = Vi ringde dig men nådde dig inte. Vi ringer igen senast i dag klockan { $time }.
call-again-tomorrow = Vi ringde dig men nådde dig inte. Vi ringer igen senast i morgon klockan { $time }.
call-again-on = Vi ringde dig men nådde dig inte. Vi ringer igen senast den { $day }.{ $month } klockan { $time }.
called-in-vain = Vi ringde dig men nådde dig inte. Vi ringer inte igen, men du kan fortsätta genom att skriva här.
called-by = { $agent } ringde dig.
