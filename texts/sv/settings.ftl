# Settings: one's own and the desk's.
nav = Inställningar
nav-mine = Egna
nav-desk = Tjänsten
nav-me = Mitt arbetsbord
nav-password = Lösenord
nav-devices = Enheter
nav-clients = Kundorganisationer
nav-general = Allmänt
nav-site = Chatt på webbplatsen
nav-hours = Öppettider
nav-answering = Svar och kö
nav-prepared = Svarsmallar
nav-teams = Team
nav-agents = Rådgivare
nav-api = Gränssnitt
nav-audit = Logg
no-permission = Du ser inte den här sidan med din roll
no-permission-what = Din teamledare eller ägaren kan ändra de här inställningarna.
at = { $day } klockan { $time }
cancel = Avbryt
try-again = Försök igen
load-failed = Inställningarna kunde inte hämtas
load-failed-what = Förbindelsen kan vara bruten. Inget har gått förlorat.
load-missing = Det här finns inte längre
load-missing-what = Någon kan ha tagit bort det. Gå tillbaka till listan och se vad som finns där nu.

# The bar that keeps changes.
save = Spara
save-saving = Sparar…
save-saved = Ändringarna har sparats
save-discard = Förkasta ändringarna
save-changes = { NUMBER($count) ->
        [0] inga ändringar
        [one] 1 osparad ändring
       *[other] { $count } osparade ändringar
    }
save-errors = { NUMBER($count) ->
        [one] 1 fel
       *[other] { $count } fel
    }
save-failed = Det gick inte att spara. Dina ändringar finns kvar på sidan. Försök igen.
save-first = Spara eller förkasta innan du går

# My own workspace.
me-title = Mitt arbetsbord
me-lead = De här gäller bara dig. Varje val träder i kraft genast.
me-look-hint = Bara på den här enheten.
me-sound = Ljud
me-sound-hint = Du hör ett mjukt ljud när du får en ny chatt, när det kommer ett meddelande i ett annat samtal och när 75 % av svarstiden har gått.
me-sound-try = Lyssna
me-notifications = Webbläsarens aviseringar
me-notifications-hint = En avisering kommer bara när du inte tittar på arbetsbordet. Anteckningar aviseras inte.
me-notifications-allow = Tillåt aviseringar i den här webbläsaren
me-notifications-denied = Den här webbläsaren har blockerat aviseringar. Du kan tillåta dem i webbläsarens inställningar.
me-shortcuts = Kortkommandon med en bokstav
me-shortcuts-hint = Till exempel R löser och T flyttar när du inte skriver. Övriga kortkommandon fungerar alltid.
me-kept = Sparat
me-not-kept = Valet sparades inte. Försök igen.
password-lead = När du byter lösenord loggas du ut från alla andra enheter.
password-current = Nuvarande lösenord
password-current-empty = Skriv ditt nuvarande lösenord
password-new = Nytt lösenord
password-change = Byt lösenord
password-changed = Lösenordet har bytts. Andra enheter har loggats ut.
devices-lead = På de här enheterna är du inloggad. Logga ut den som du inte känner igen och byt lösenord.
device-this = den här enheten
device-more = { $address }, du loggade in { $at }, använde senast { $used }
device-end = Logga ut
device-end-named = Logga ut: { $name }
device-ended = { $name } har loggats ut

# Clients.
clients-lead = Kundorganisationer är de som du svarar för. Var och en har egen chatt, egna öppettider och egna språk.
clients-none = Det finns inga kundorganisationer ännu
clients-none-what = Lägg till den första, så får du en chatt på webbplatsen.
client-new = Ny kundorganisation
client-no-websites = ingen webbplats ännu
client-closed-tag = Stängd för hand
client-lead = Kunderna ser de här i chatten.
client-name = Namn
client-name-hint = Chattens rubrik.
client-desk-name = Servicepunktens namn
client-desk-name-hint = Till exempel IT-stöd. Lämna tomt om namnet räcker.
client-languages = Språk
client-languages-hint = Chatten talar besökarens språk om det är ett av de här.
client-first-language = Språk när besökarens språk inte är känt
site-lead = Chatten öppnas bara på webbplatser som du räknar upp här.
embed = Rad för webbplatsen
embed-hint = Lägg till i slutet av sidan, strax före </body>.
embed-pinned = Rad som bara laddar den här versionen
embed-pinned-hint = Välj den här om din webbplats bara kör kontrollerade skript (SRI). Raden fungerar också när Luukku uppdateras. En ny version får du när du byter rad.
embed-copy = Kopiera
embed-copied = Raden finns i urklipp
websites = Webbplatser
websites-hint = En adress per rad, till exempel www.exempel.fi eller *.exempel.fi.
colour = Chattens färg
colour-hint = I formen #005970. Lämna tomt om Luukkus egen färg passar.
colour-pick = Välj färg
colour-good = Texten syns bra: kontrast { $rate }.
colour-poor = Texten syns inte tillräckligt: kontrast { $rate }, 4,5 behövs.
colour-use = Använd { $colour }, kontrast { $rate }
preview = Så här ser det ut
preview-field = Skriv ett meddelande
hours-lead = Chatten är öppen de här tiderna när någon är på plats. Klockslagen gäller tidszonen { $zone }.
hours-week = Vecka
time-zone = Tidszon
time-zone-hint = Till exempel Europe/Helsinki.
closed-by-hand = Chatten är stängd för hand
closed-by-hand-hint = Chatten är stängd tills du tar bort det här.
when-closed = När chatten är stängd
when-closed-hint = Ändringen syns genast i öppna chattfönster. Ett pågående samtal fortsätter alltid.
when-closed-message = Besökaren kan lämna ett meddelande
when-closed-message-hint = Öppettider, nästa öppning och ett formulär. Meddelandet blir ett ärende.
when-closed-hours = Bara öppettiderna
when-closed-hours-hint = Besökaren ser när chatten öppnar.
when-closed-hidden = Chatten visas inte
when-closed-hidden-hint = Chattfönstret kommer tillbaka på webbplatsen när chatten öppnar.
holidays = Helgdagar
holidays-hint = Chatten känner till helgdagar och aftnar år efter år och berättar för besökaren vilken dag det är.
holidays-finland = Finlands helgdagar
holidays-sweden = Sveriges helgdagar
holidays-none = Dagar som alla andra
holidays-on-holidays = Öppet på helgdagar
holidays-on-hint = Tomt betyder att chatten är stängd. Skriv annars till exempel 9.00–12.00.
holidays-on-eves = Öppet på aftnar
holidays-eves-finland = Midsommarafton och julafton. Tomt betyder att chatten är stängd.
holidays-eves-sweden = Påskafton, midsommarafton, julafton och nyårsafton. Tomt betyder att chatten är stängd.
holidays-short-differ = Korta dagar har en egen tid
holidays-short-finland = Skärtorsdagen, valborgsmässoafton och nyårsafton. Annars gäller veckodagens tid.
holidays-short-sweden = Trettondagsafton, skärtorsdagen, valborgsmässoafton och allhelgonaafton. Annars gäller veckodagens tid.
holidays-on-short-days = Öppet på korta dagar
wrong-holidays = Skriv tiden i formen 9.00–12.00
exceptions = Undantag
exceptions-none = Inga undantag. Lägg till dagar med andra öppettider.
exception-add = Lägg till ett undantag
exception-date = Dag
exception-name = Orsak
exception-hours = Tid
exception-closed = Stängt
exception-hint = En tom tid betyder att chatten är stängd. Skriv annars till exempel 9.00–12.00, 13.00–15.00.
exception-remove = Ta bort undantaget { $date }
answering-lead = Vad du lovar och när chatten stängs eller avslutas av sig själv.
answer-target = Hur snart lovar du svara?
answer-target-hint = Tiden till det första svaret från en människa. De flesta börjar med en minut.
queue-ceiling = Köns maximala längd
queue-ceiling-hint = När alla luckor är fulla och så här många står i kö stängs chatten för nya.
target-closes = Stäng för nya om vi inte hinner svara i tid
target-closes-hint = Chatten tar inte emot nya besökare när alltför många har blivit utan svar inom svarstiden och någon väntar. De som redan väntar behåller sin plats. Chatten öppnas av sig själv när läget är klart bättre.
target-window = Hur lång tid som räknas
target-window-hint = Om det har varit färre än fem chattar räknas andelen inte ännu.
target-least = Stäng om färre än så många fick svar i tid
target-least-hint = Chatten öppnas igen när andelen är 10 procentenheter större, eller genast när ingen väntar och någon har en ledig lucka.
target-longest = Stäng om någon har väntat längre än
target-longest-hint = Chatten öppnas igen när ingen väntar längre än svarstiden.
target-times = gånger svarstiden
target-never = stängs inte
target-when = under { $least } % i tid på { $window } minuter, eller någon har väntat över { $longest } gånger svarstiden
silence = Tystnad avslutar chatten
silence-hint = När ingen av parterna har skrivit på så här länge.
thanks-grace = Ett tack öppnar inte ärendet på nytt
thanks-grace-hint = Så här länge efter lösningen öppnar bara ett tack inte ärendet.
unit-seconds = sekunder
unit-minutes = minuter
unit-people = väntande
greetings = Hälsning
wrong-client-name = Skriv kundorganisationens namn
wrong-languages = Välj minst ett språk
wrong-time-zone = Skriv tidszonen, till exempel Europe/Helsinki
wrong-colour = Skriv färgen i formen #005970
wrong-colour-contrast = Välj en färg som texten syns på
wrong-website = ”{ $typed }” är inte en webbadress. Skriv den i formen www.exempel.fi
wrong-week = Rätta öppettiderna
wrong-exception-date = Välj en dag för undantaget
wrong-exception-twice = Samma dag finns två gånger bland undantagen. Skriv alla dess tider på en rad
clashed = Någon ändrade det här under tiden. Spara igen om du vill behålla ditt.
clashed-as = Någon ändrade det här till { $theirs } under tiden. Spara igen om du vill behålla ditt.
wrong-exception-hours = Tiden ”{ $typed }” går inte. Skriv tiderna i ordning och var för sig, till exempel 9.00–12.00, 13.00–15.00
wrong-number = Skriv ett tal mellan { $from } och { $to }

# Prepared replies.
prepared-lead = Med dem svarar rådgivaren snabbt på vanliga frågor. Hen skriver ett snedstreck i början av en rad, väljer en mall och kan ännu ändra texten innan den skickas.
prepared-none = Det finns inga svarsmallar ännu
prepared-none-what = Skriv den första: till exempel en hälsning eller en anvisning som ni ger varje dag.
prepared-new = Ny svarsmall
prepared-all-clients = Alla kundorganisationer
prepared-form-lead = Rådgivarna kan använda ändringarna genast.
prepared-client = Kundorganisation
prepared-language = Språk
prepared-name = Kort namn
prepared-name-hint = Rådgivaren hittar mallen genom att skriva snedstreck och namnet. Ett ord, till exempel hälsning.
prepared-text = Text
prepared-text-hint = Variabeln ersätts med rätt uppgift i grundform när mallen infogas i ett svar.
prepared-variables = Infoga variabel
variable-customer-name = Kundens namn
variable-agent-first-name = Rådgivarens förnamn
variable-case-number = Ärendets nummer
variable-client-name = Kundorganisationens namn
prepared-preview = Så här läser kunden den
prepared-preview-named = När kunden har berättat sitt namn
prepared-preview-nameless = När namnet inte är känt
prepared-preview-empty = Skriv texten så ser du den här.
prepared-example-customer = Ebba
prepared-remove = Ta bort svarsmallen
prepared-remove-title = Ta bort /{ $name }?
prepared-remove-what = Rådgivarna hittar den inte längre. Meddelanden som redan har skickats finns kvar.
prepared-removed = /{ $name } har tagits bort
wrong-prepared-name = Skriv ett namn, ett ord
wrong-prepared-text = Skriv en text

# Teams.
teams-lead = Ett team betjänar kundorganisationer. Medlemmarna ser deras kö och ärenden.
teams-none = Det finns inga team ännu
teams-none-what = Ingen kan ta chattar förrän något team betjänar kundorganisationen.
team-new = Nytt team
team-members = { NUMBER($count) ->
        [0] inga medlemmar
        [one] en medlem
       *[other] { $count } medlemmar
    }
team-no-clients = betjänar ingen ännu
team-lead = Medlemmarna får ta chattar från de kundorganisationer som teamet betjänar.
team-name = Teamets namn
team-offers = Hur chattar fördelas
team-offers-hint = Man kan alltid också själv ta ur kön. Ingen erbjuds mer än hen har luckor för.
team-offers-by-hand = Medlemmarna tar själva
team-offers-by-hand-what = Alla ser samma kö.
team-offers-at-once = Luukku erbjuder genast
team-offers-at-once-what = I tur är den som har minst chattar, och av dem den som väntat längst på en ny.
team-offers-later = Luukku erbjuder om ingen tar
team-offers-later-what = Medlemmarna tar själva, men ingen blir kvar och väntar.
team-offers-after = Erbjuds när chatten har väntat
team-offers-within = Tid att ta
team-offers-within-hint = Sedan erbjuds chatten nästa, och den som lät den gå förbi sätts på paus.
team-overflow = Om en chatt blir väntande
team-overflow-hint = Ett annat team kan hjälpa till: chatten finns då även i dess kö, och vem som helst i de båda teamen kan ta den. Medlemmarna i det hjälpande teamet ser ärendena hos det här teamets kunder.
team-overflow-none = Chatten väntar bara på det här teamet
team-overflow-removed = Borttaget team
team-overflow-removed-what = Det hjälpande teamet har tagits bort, så chattarna väntar nu bara på det här teamet. Välj ett annat team eller ta bort hjälpen.
team-overflow-after = Det andra teamet hjälper till när kunden har väntat
team-overflow-after-hint = Tiden räknas från att chatten kom till det här teamet.
team-decides = Vem bestämmer om teamets regler
team-decides-supervisors = Teamledarna
team-decides-supervisors-what = Namn, fördelningen av chattar och hjälp från ett annat team ändras bara här.
team-decides-together = Teamet självt
team-decides-together-what = Teamets rådgivare föreslår och bestämmer om dem tillsammans. Du kan ändå ändra dem här, och medlemmarna ser det.
team-clients = Betjänar
team-clients-hint = En kundorganisations chatt öppnas bara när någon i ett team som betjänar den är på plats.
team-agents = Medlemmar
team-remove = Ta bort teamet
team-remove-title = Ska { $name } tas bort?
team-remove-what = Ärendena och deras historia finns kvar. Om någon ännu väntar på just det här teamet går det inte att ta bort förrän den personen har fått svar.
team-remove-clients = Efter det betjänar inget team dessa kundorganisationer, och deras chattar öppnas inte: { $names }.
team-remove-rules = Dessa regler slutar styra till teamet: { $names }.
team-removed = { $name } har tagits bort
wrong-team-name = Skriv teamets namn

# Agents.
agents-lead = Människor som får logga in i Luukku.
agent-new = Bjud in en rådgivare
agent-new-lead = Du får en länk med vilken personen själv väljer sitt lösenord.
agent-invited = inbjuden
agent-shut = får inte logga in
agent-name = Namn
agent-name-hint = Kollegerna ser hela namnet.
agent-first-name = Förnamn som kunden ser
agent-first-name-hint = Lämna tomt om det är namnets början.
agent-email = E-post
agent-email-hint = Med den här adressen loggar man in.
agent-role = Roll
agent-slots = Luckor samtidigt
agent-slots-hint = Så här många chattar kan vara öppna. Fyra passar de flesta, två den som är ny.
agent-may-exceed = Får ta en till fast luckorna är fulla
agent-may-exceed-hint = Högst åtta samtal på samma gång. Varje gång frågas efter en orsak, och den syns på sidan Team. Ägare och teamledare får alltid.
agent-teams = Team
agent-teams-hint = Personen ser teamens köer och ärenden.
agent-teams-none = Välj minst ett: utan team ser personen varken kö eller ärenden.
agent-no-team = inget team
agent-languages = Språk
agent-active = Får logga in
agent-active-hint = När du tar bort det här loggas personen ut genast och öppna chattar återgår till kön.
agent-owner-only = Bara en ägare ändrar en ägares uppgifter
agent-owner-only-what = Be en ägare göra ändringen.
agent-has-password = Lösenordet är valt.
agent-no-password = Lösenordet har inte valts ännu.
role-owner = Ägare
role-owner-what = Allt, även gränssnittets nycklar och andra ägare
role-supervisor = Teamledare
role-supervisor-what = Svarar, ser alla kundorganisationer och ändrar inställningar
role-agent = Rådgivare
role-agent-what = Svarar kunderna i sina teams kundorganisationer
role-reader = Läsare
role-reader-what = Tittar, svarar inte
invitation = Inbjudningslänk
invitation-made = Inbjudningslänken är klar: { $name }.
invitation-once = Du ser den bara nu. Skicka den själv till personen.
invitation-link = Länk för att välja lösenord
invitation-until = Fungerar en gång, till { $at }.
invitation-copied = Länken finns i urklipp
invitation-again = Gör en ny inbjudningslänk
invitation-new-password = Gör en länk till ett nytt lösenord
wrong-agent-name = Skriv namnet
wrong-email = Skriv adressen i formen namn@exempel.fi

# Keys of integrations.
api-lead = Med en nyckel använder ett annat program Luukku för din räkning. Det får inte mer än du.
api-description = Gränssnittets beskrivning
tokens-none = Det finns inga nycklar
tokens-none-what = Gör en egen nyckel för varje program, så kan du ta en ur bruk utan att störa de andra.
token-forever = går inte ut
token-until = gäller till { $date }
token-unused = inte använd ännu
token-used = använd senast { $at }
token-end = Ta ur bruk
token-end-named = Ta nyckeln { $name } ur bruk
token-end-title = Ska nyckeln { $name } tas ur bruk?
token-end-what = Programmet som använder nyckeln slutar fungera genast.
token-ended = Nyckeln { $name } har tagits ur bruk
token-made = Nyckeln { $name } är klar.
token-once = Du ser den bara nu. Spara den.
token-secret = Nyckel
token-copied = Nyckeln finns i urklipp
token-new = Ny nyckel
token-name = Vad används nyckeln till?
token-name-hint = Till exempel Rapportering.
token-scopes = Vad får man göra med den?
token-life = Gäller
token-days = { $days } dagar
token-make = Gör nyckeln
scope-read-cases = Läsa ärenden
scope-write-cases = Skriva i ärenden och hantera dem
scope-read-settings = Läsa inställningar
scope-write-settings = Ändra inställningar
wrong-token-name = Skriv vad nyckeln används till
wrong-scopes = Välj minst en rättighet

# The log of changes and sign-ins.
audit-lead = Inloggningar och ändringar av inställningar. Ingen kan ändra den här listan.
audit-when = När
audit-who = Vem
audit-what = Vad
audit-address = Varifrån
audit-nobody = okänd
audit-more = Visa äldre
audit-none = Loggen är tom
audit-none-what = Den första anteckningen kommer när någon loggar in.
act-signed-in = Loggade in
act-sign-in-failed = Inloggningen misslyckades
act-signed-out = Loggade ut
act-device-signed-out = Loggade ut en enhet
act-password-changed = Bytte lösenord
act-password-chosen = Valde lösenord
act-password-link-made = En lösenordslänk gjordes på servern för
act-set-up = Tog Luukku i bruk:
act-client-added = Lade till kundorganisationen
act-client-changed = Ändrade kundorganisationen
act-prepared-reply-added = Lade till svarsmallen
act-prepared-reply-changed = Ändrade svarsmallen
act-prepared-reply-removed = Tog bort svarsmallen
act-team-added = Lade till teamet
act-team-changed = Ändrade teamet
act-team-removed = Tog bort teamet
act-team-decided = Beslöt tillsammans om teamets regler:
audit-proposed-by = Föreslaget av
audit-consented = Understött av
team-self-directed = Teamet bestämmer själv om sina regler
act-agent-invited = Bjöd in rådgivaren
act-agent-changed = Ändrade rådgivarens uppgifter:
act-agent-teams-changed = Ändrade rådgivarens team:
act-api-token-made = Gjorde nyckeln
act-api-token-revoked = Tog nyckeln ur bruk

# Categories and tags of a client.
nav-labels = Kategorier och taggar
labels-lead = Kategorin säger vad ärendet gäller. Med en tagg märker du det som du vill hitta senare. Du kan också lista vart kunder hänvisas.
labels-of-kind = { $kind ->
        [category] Kategorier
        [tag] Taggar
        [place] Platser dit kunder hänvisas
       *[remedy] Vad som hade löst ärendet här
    }
labels-of-kind-hint = { $kind ->
        [category] Ett ärende har en kategori. Håll listan kort, så hittar rådgivaren genast den rätta.
        [tag] Ett ärende kan ha många taggar.
        [place] När ärendet inte löses här väljer rådgivaren vart kunden hänvisades.
       *[remedy] Rättigheter och kunskaper som rådgivarna saknar. Teamsidan räknar hur många ärenden var och en hade löst.
    }
labels-none = { $kind ->
        [category] Det finns inga kategorier ännu.
        [tag] Det finns inga taggar ännu.
        [place] Det finns inga platser ännu. Rådgivaren skriver platsen i anteckningen.
       *[remedy] Det finns ingen lista ännu. Rådgivaren skriver det som saknades i anteckningen.
    }
labels-name = { $kind ->
        [category] Kategorins namn
        [tag] Taggens namn
        [place] Platsens namn
       *[remedy] Rättighetens eller kunskapens namn
    }
labels-add = { $kind ->
        [category] Lägg till kategori
        [tag] Lägg till tagg
        [place] Lägg till plats
       *[remedy] Lägg till rättighet eller kunskap
    }
labels-retired = inte i bruk
labels-retire = Ta ur bruk
labels-retire-of = Ta ur bruk: { $name }
labels-use = Ta i bruk
labels-use-of = Ta i bruk: { $name }
labels-remove = Ta bort
labels-remove-of = Ta bort { $name }
labels-offer-hint = Du kan låta kunden själv välja kategori. Då frågar chatten efter ämnet före det första meddelandet och erbjuder de kategorier som du har märkt. Kunden behöver inte välja. Om du inte skriver en egen text för kunden visas kategorins namn.
labels-offer = Kunden kan välja
labels-offer-of = Kunden kan välja: { $name }
labels-offered = För kunden
labels-requires = Innan ett ärende kan lösas
labels-requires-category = En kategori ska vara vald
labels-requires-category-hint = Om kategorin saknas frågar arbetsbordet efter den när rådgivaren löser eller stänger ärendet.
labels-requires-tag = Minst en tagg ska vara vald
labels-requires-tag-hint = Av en chatt som slutar i tystnad frågas ingenting.
wrong-label-name = Skriv ett namn eller ta ur bruk
wrong-label-twice = Namnet finns redan i listan
act-labels-changed = Ändrade kategorier eller taggar

# The launch of a client's chat.
nav-launch = Ibruktagande
launch-tag = Ännu inte öppen för kunder
launch-lead = Elva saker som är bra att tänka igenom innan chatten öppnas. En del ser Luukku i inställningarna, resten bekräftar du.
launch-not-live = Chatten syns ännu inte för kunder.
launch-ready = Alla obligatoriska punkter är i ordning.
launch-open-count = { NUMBER($count) ->
        [one] En obligatorisk punkt är ännu öppen.
       *[other] { $count } obligatoriska punkter är ännu öppna.
    }
launch-open = Öppna chatten för kunder
launch-opened = { $name }: chatten är nu öppen för kunder
launch-live = Kunderna har kunnat använda chatten sedan { $date }.
launch-live-open = { NUMBER($count) ->
    [one] En obligatorisk punkt är ännu inte genomgången.
   *[other] { $count } obligatoriska punkter är ännu inte genomgångna.
}
launch-mandatory = Obligatoriska
launch-optional = Att tänka på
launch-done = i ordning
launch-not-done = inte gjord
launch-write = Skriv och bekräfta
launch-change = Ändra
launch-confirm = Bekräfta
launch-words = Hur har ni kommit överens om det?
launch-confirmed = { $name } bekräftade { $date }
launch-go = Se: { $page }
launch-purpose = Vad chatten är till för
launch-purpose-what = Rådgivning, information, försäljning eller marknadsföring? Skriv vad kunderna kan fråga om.
launch-answerers = Vem som svarar
launch-answerers-what = På varje språk finns det någon som svarar: ett team betjänar kundorganisationen och en medlem kan språket.
launch-hours = Öppettider
launch-hours-what = Besökaren ser när chatten är öppen och när den öppnar nästa gång.
launch-website = Var chatten finns
launch-website-what = Chatten syns bara på de webbplatser som du har listat.
launch-closed = När ingen svarar
launch-closed-what = Vad ser besökaren när chatten är stängd, och vem går igenom lämnade meddelanden?
launch-greeting = Hur ett samtal börjar
launch-greeting-what = På varje språk finns en hälsning eller åtminstone en svarsmall, eller så inleder rådgivaren med egna ord.
launch-asking = Vad man får fråga kunden
launch-asking-what = Till exempel personbeteckning: ber vi om den, och var kan kunden ge den tryggt?
launch-criticism = Kritik och osakliga meddelanden
launch-criticism-what = Hur svarar vi på kritik, och när får man avsluta samtalet?
launch-rules = Spelregler och ärendets gång
launch-rules-what = Hur går ett ärende från mottagande till lösning, och vilka regler gäller för rådgivare och kunder?
launch-offers = Att berätta om erbjudanden
launch-offers-what = Får man berätta om erbjudanden i chatten? Rätt stund är när ärendet är löst och samtalet har gått bra.
launch-invitations = Inbjudningar till chatten
launch-invitations-what = Väntar chatten på att kunden frågar, eller bjuder den själv in?
launch-review = Underhåll
launch-review-what = Varje chatt har någon som tar hand om den. När dagen kommer syns en påminnelse på sidan Team.
launch-minded-by = Vem tar hand om den
launch-nobody = Ingen ännu
launch-review-on = Nästa genomgång
launch-reviewed = Jag gick igenom den i dag
lack-confirmation = Ingen har ännu bekräftat det här.
lack-hours = Det finns inga öppettider i veckan.
lack-website = Ingen webbplats är listad.
lack-answerer = Ingen svarar { $language }.
lack-beginning = Ingen hälsning och ingen svarsmall { $language }.
in-finnish = på finska
in-swedish = på svenska
in-english = på engelska
wrong-launch-words = Skriv hur ni har kommit överens om det
act-client-opened = Öppnade chatten för kunder:
act-client-review-changed = Ändrade chattens underhåll:
act-launch-point-confirmed = Bekräftade en punkt i ibruktagandet:

# The log: what it is narrowed by, and what was changed.
audit-filter = Avgränsa loggen
audit-anybody = Alla
audit-anything = Allt
audit-signing-in = Inloggningar
audit-from = Från
audit-until = Till
audit-none-found = Inget hittades med de här avgränsningarna
audit-none-found-what = Gör avgränsningen vidare, så ser du mer.
audit-show-all = Visa hela loggen
audit-changes = { NUMBER($count) ->
        [one] En ändring
       *[other] { $count } ändringar
    }
audit-before = förut
audit-after = nu
audit-empty = tomt
audit-yes = ja
audit-no = nej
audit-exception = Undantag { $date }
audit-field-name = Namn

# What a prepared reply is for.
prepared-kind = Vad texten är till för
prepared-kind-reply = Svar
prepared-kind-sales = Erbjudandetext
prepared-kind-sales-what = Berättar om ett erbjudande. Rådgivaren kan infoga den först när ärendet är löst eller markerat som väntande och kunden inte just har fått vänta för länge.
act-block-lifted = Hävde spärren av en besökare i ärende

# How a client speaks.
nav-speech = Sätt att tala
speech-lead = Vem som inleder och avslutar samtalet, och med vilka ord.
speech-who = { $which ->
    [greeting] Vem inleder?
   *[closing] Vem avslutar?
}
speech-who-hint = { $which ->
    [greeting] De första orden när besökaren har skrivit.
   *[closing] De sista orden när en rådgivare löser ärendet eller avslutar chatten.
}
said-how = { $how ->
    [live] Rådgivaren med egna ord
    [prepared] Rådgivaren med färdig text
   *[automatic] Chatten själv
}
said-prepared-hint = Texten erbjuds ovanför svarsfältet. Rådgivaren lägger till den med en tangent och kan ändra den.
said-automatic-hint = Kunden och rådgivaren ser att texten är automatisk. Den stoppar inte svarsklockan.
said-variables = Du kan använda samma variabler som i svarsmallarna. Skriv dem inom klammerparenteser: kund, rådgivare, ärendenummer, kundorganisation.
closings = Avslutning

# Skills and how well languages are spoken.
nav-skills = Kunskaper
skills-lead = En kunskap säger vad en rådgivare kan. Ett samtal som kräver kunskapen kan bara tas av den som har den.
skills-none = Det finns inga kunskaper än
skills-none-what = Lägg till en kunskap om vissa ärenden bara hör till en del av rådgivarna.
skill-new = Ny kunskap
skill-lead = Vem som har kunskapen väljer du på rådgivarens egen sida.
skill-has = Den här kunskapen har: { $names }
skill-nobody = ingen har den än
skill-name = Namn
skill-name-hint = Till exempel ”Fakturor och betalningar”.
wrong-skill-name = Ge kunskapen ett namn.
skill-remove = Ta bort kunskapen
skill-remove-from = Kunskapen tas bort från: { $names }.
skill-remove-unused = Ingen har kunskapen.
skill-remove-rules = Dessa regler kräver inte längre kunskapen: { $names }.
skill-remove-waiting = { NUMBER($count) ->
    [one] En kund väntar just nu på någon med den här kunskapen. Därefter kan vem som helst som talar kundens språk ta samtalet.
   *[other] { NUMBER($count) } kunder väntar just nu på någon med den här kunskapen. Därefter kan vem som helst som talar deras språk ta samtalen.
}
agent-languages-hint = Hur bra rådgivaren skriver språket i chatten. Samtal på ett språk som hen inte talar får hen inte.
agent-skills = Kunskaper
agent-skills-hint = Vad rådgivaren kan. Kunskaper lägger du till under Kunskaper.
language-fi = Finska
language-sv = Svenska
language-en = Engelska
level-none = talar inte
level-copes = klarar sig
level-fluent = flytande
level-native = modersmålsnivå
act-skill-added = Lade till kunskapen
act-skill-changed = Ändrade kunskapens namn:
act-skill-removed = Tog bort kunskapen

# How a client asks its agents to write.
style = Stilanvisning
style-hint = Du eller ni, ton och vilka ord som används. Rådgivaren öppnar anvisningen bredvid svarsfältet. Högst 500 tecken.
avoid = Ord att undvika
avoid-hint = Ett ord per rad. Rådgivaren ser en påminnelse före sändningen, också när ordet är böjt.
emoji-who = Rådgivarnas emojier
emoji-hint = Kundens emojier bevaras alltid. Smileyn :) får skrivas fritt.
emoji-rule = { $rule ->
    [allow] Fritt
    [limit] Högst en per meddelande
   *[forbid] Inga emojier
}
warnings = Varning för osakliga meddelanden
warnings-hint = När ett meddelande är märkt som osakligt får rådgivaren det här i svarsfältet och kan ändra det före sändningen.
warning-own = Om du lämnar fältet tomt: ”{ $words }”
rules = Spelregler för kunder
rules-hint = Kunden hittar dem i chatten före sitt första meddelande. Berätta kort vad ni väntar er och vad ni lovar. Ett tomt fält visar ingenting.
agent-rules = Spelregler för rådgivare
agent-rules-hint = Varje rådgivare kvitterar texten som läst en gång, och på nytt när den ändras. Kvitteringen hindrar inte arbetet.
agent-rules-readers = Vem som har läst
agent-rules-nobody = Kundorganisationen har inga rådgivare ännu.
agent-rules-not-yet = inte ännu
agent-rules-read-on = läst { $date }
act-agent-rules-read = Läste spelreglerna

# Whom the client's website names.
nav-identity = Identifiering
identity-lead = När kunden har loggat in på din webbplats kan webbplatsen berätta för Luukku vem kunden är. Rådgivaren ser då kundens namn och tidigare ärenden före första ordet.
identity-none = Det finns inga nycklar
identity-none-what = Alla besökare är anonyma tills webbplatsen signerar det första intyget.
identity-new = Ny nyckel
identity-name-hint = Till exempel webbplatsens namn och årtalet. När du byter nyckel: gör en ny och ta den gamla ur bruk först därefter.
identity-algorithm = Signatur
identity-hs256 = Delad hemlighet (HS256)
identity-hs256-what = Luukku gör hemligheten och webbplatsens server signerar med den.
identity-eddsa = Nyckelpar (EdDSA, Ed25519)
identity-eddsa-what = Den privata nyckeln lämnar inte webbplatsens server. Luukku får bara den publika.
identity-public-key = Publik nyckel
identity-public-key-hint = Som PEM eller base64
wrong-public-key = Klistra in den publika nyckeln
identity-since = gjord { $date }
identity-retires = tas ur bruk { $at }
identity-out = inte i bruk
identity-secret = Hemlighet
identity-secret-hint = Förvara den på webbplatsens server, aldrig i webbläsaren. Den som får tag på den kan uppträda som vilken kund som helst.
identity-how = Så berättar webbplatsen vem besökaren är
identity-how-what = Servern gör för varje sida ett eget intyg som gäller högst en timme. Med ett felaktigt eller utgånget intyg, eller utan intyg, är besökaren anonym. Orsaken finns i serverns logg.
identity-signing = På servern
identity-signing-hint = Exempel för Node.js. Vilket JWT-bibliotek som helst duger.
identity-line = På sidan
identity-line-hint = Ersätt ordet TOKEN med intyget. Om kunden loggar in först senare, anropa Luukku.identify(intyg), och vid utloggning Luukku.identify(null).
identity-copied = Exemplet finns i urklipp
identity-retire-title = Ska nyckeln { $name } tas ur bruk?
identity-retire-when = När nyckeln tas ur bruk
identity-retire-day = Om ett dygn
identity-retire-day-what = Webbplatsen hinner byta till en ny nyckel.
identity-retire-week = Om en vecka
identity-retire-now = Genast
identity-retire-now-what = Om nyckeln kan ha hamnat i orätta händer. Även besök som har börjat med den avbryts.
identity-retired-toast = Nyckeln { $name } tas ur bruk
identity-in-hours = { NUMBER($hours) ->
        [0] genast
        [one] om en timme
       *[other] om { $hours } timmar
    }
act-identity-key-added = Lade till identifieringsnyckeln
act-identity-key-retired = Tog identifieringsnyckeln ur bruk

# Invitations to the chat.
nav-approaches = Inbjudningar till chatten
approaches-lead = Luukku kan bjuda in besökare till chatten när någon rådgivare är ledig. Få inbjudningar hjälper, många stör: börja med en och se om den gör nytta.
approaches-on = Bjud in besökare till chatten
approaches-on-hint = Inbjudan visas bara när chatten är öppen, någon är ledig och ingen väntar. Den märks som automatisk.
approaches-line = Rad på webbplatsen
approaches-line-hint = Bara besökare vars sida har data-invite i raden får inbjudningar. Webbläsaren minns vilka inbjudningar besökaren har sett, så lägg till data-invite först när besökaren har gett sitt tillstånd.
approaches-none = Det finns inga inbjudningar ännu
approaches-none-what = Lägg till en inbjudan och säg på vilken sida och när den kommer.
approach-add = Lägg till en inbjudan
approach-title = Inbjudan { $number }
approach-remove = Ta bort
approach-remove-of = Ta bort inbjudan { $number }
approach-words = Text
approach-words-hint = Högst 200 tecken. Besökare på ett språk utan text bjuds inte in.
approach-pages = Sidor
approach-pages-hint = En per rad, till exempel /priser. Undersidorna är med; bara / är startsidan. Tomt betyder alla sidor.
approach-after = Tid på sidan, minst
approach-scrolled = Läst av sidan, minst
approach-whom = För vem
approach-whom-is =
    { $whom ->
        [new] De som kommer första gången
        [returning] De som kommer tillbaka
       *[everybody] Alla
    }
approach-all-pages = alla sidor
approach-when = { $seconds } s på sidan{ $percent ->
        [0] {""}
       *[other] , läst { $percent } %
    }
percent-of = { $value } %
approach-wrong-words = Skriv inbjudan på minst ett språk
approach-caps = Hur ofta
approach-per-visit = Under samma besök, högst
approach-per-day = Per dag, högst
approach-per-week = Per vecka, högst
approach-times = gånger
approach-peace = Den som tackat nej lämnas i fred
approach-peace-hint = När besökaren svarar ”Nej tack” minns webbläsaren det så länge.
approach-days = dagar
approach-held-out = Jämförelsegrupp
approach-held-out-hint = Så stor del av besökarna bjuds inte in, fast villkoren är uppfyllda. Genom att jämföra med dem ser du om inbjudningarna gör nytta.
approach-results = De senaste { $days } dagarna
approach-no-results = Ingen har fått den här inbjudan ännu.
approach-invited =
    { $count ->
        [one] En besökare bjöds in: öppnade chatten { $opened }, tackade nej { $refused }, började chatta { $chatted }.
       *[other] { $count } besökare bjöds in: öppnade chatten { $opened }, tackade nej { $refused }, började chatta { $chatted }.
    }
approach-compared =
    { $count ->
        [0] Det finns ingen i jämförelsegruppen ännu.
        [one] En besökare i jämförelsegruppen: började chatta { $chatted }.
       *[other] { $count } besökare i jämförelsegruppen: började chatta { $chatted }.
    }
approach-effect =
    { $is ->
        [more] De inbjudna började chatta oftare: skillnaden är { $points } procentenheter (95 % intervall { $low } … { $high }).
        [fewer] De inbjudna började chatta mer sällan: skillnaden är { $points } procentenheter (95 % intervall { $low } … { $high }).
       *[unknown] Det går ännu inte att säga något om effekten: skillnaden är { $points } procentenheter (95 % intervall { $low } … { $high }).
    }
act-approaches-changed = Ändrade inbjudningarna till chatten
approach-field = Inbjudningar

# Fewer luukut for whoever has been in chat for long.
ease = Lättas när rådgivaren har chattat länge
ease-hint = Efter varje full period har rådgivaren en lucka mindre. Luckorna kommer tillbaka efter en paus på fem minuter. Det här ser bara rådgivaren själv. För den som betjänar flera kundorganisationer gäller den strängaste regeln.
ease-after = Periodens längd
ease-after-hint = Sammanhängande tid i chattar. Ett mellanrum på under fem minuter avbryter den inte.
ease-least = Minst så många luckor är alltid kvar
ease-least-hint = Färre än så blir de inte.
ease-slots = luckor
ease-never = lättas inte
ease-when = var { $after }:e minut, minst { $least } luckor

# Rules: what contacts need.
nav-rules = Regler
act-rules-changed = Ändrade regler
rules-lead = Reglerna säger vad en kontakt behöver. Den översta regeln som passar avgör. Om ingen som är på plats kan det som regeln kräver är chatten stängd för dem som regeln gäller.
rules-none = Det finns inga regler än. Vem som helst av kundorganisationens rådgivare som talar kundens språk kan ta en kontakt.
rules-add = Lägg till en regel
rules-most = Det kan finnas högst { $most } regler.
rule-name = Namn
rule-name-hint = Syns bland ärendets händelser, aldrig för kunden.
rule-unnamed = Regel utan namn
rule-when = När
rule-always = alltid
rule-languages = Språk
rule-languages-hint = Om du inte väljer något passar regeln alla språk.
rule-page = Sidan som kunden skriver från
rule-page-any = Vilken som helst
rule-page-under = Sidan eller en undersida
rule-page-containing = Adressen innehåller
rule-page-text = { $how ->
    [under] Sidans sökväg
   *[containing] Del av adressen
}
rule-page-hint = { $how ->
    [under] Till exempel /lon. Undersidorna räknas med; bara / är startsidan. Det som följer efter ett frågetecken räknas inte.
   *[containing] Till exempel intra eller /blankett. Det som följer efter ett frågetecken räknas inte.
}
rule-customer = Kund
rule-customer-hint = En bekant har fått svar tidigare eller är bekräftad av webbplatsen.
rule-customer-any = Alla
rule-customer-known = Bekant
rule-customer-new = Ny
rule-category = Kunden valde
rule-category-hint = Före sitt första meddelande. Om du inte väljer något passar regeln alla.
rule-category-not-offered = erbjuds inte
rule-chose = kunden valde: { $names }
rule-asks = Vad som behövs
rule-skill = Kunskap
rule-skill-none = Ingen kunskap
rule-skill-removed = Borttagen kunskap
rule-level = Språkkunskap
rule-level-hint = Hur väl rådgivaren ska skriva kundens språk.
rule-level-any = Vilken som helst
rule-level-fluent = Minst flytande
rule-level-native = Som modersmål
rule-priority = Brådska
priority-first = Brådskande, före de andra
priority-usual = Vanlig
priority-last = Kan vänta, efter de andra
rule-team = Team
rule-team-hint = Om ingen i teamet är på plats går chatten till alla kundorganisationens rådgivare.
rule-team-any = Vilket som helst
rule-team-removed = Borttaget team
rule-up = Flytta upp: { $name }
rule-down = Flytta ned: { $name }
rule-moved = { $name } är nu regel { $place } av { $count }
rule-edit = Ändra
rule-edit-of = Ändra: { $name }
rule-remove = Ta bort
rule-remove-of = Ta bort: { $name }
rule-removed = { $name } tas bort när du sparar
rule-in-vain-skill = Kunskapen finns inte längre, eller ingen av kundorganisationens rådgivare har den. Regeln ber inte om den.
rule-in-vain-level = Ingen av kundorganisationens rådgivare talar språket så bra. Regeln ber inte om språkkunskap.
rule-in-vain-team = Teamet finns inte längre, eller ingen i det kan ta en sådan här kontakt. Regeln fungerar som om inget team var valt.
rule-never = { $count ->
    [one] Den här regeln används aldrig, eftersom { $names } alltid passar först. Flytta den här ovanför den eller ta bort den här.
   *[other] Den här regeln används aldrig, eftersom någon av de övre alltid passar först: { $names }. Flytta den här ovanför dem eller ta bort den här.
}
wrong-rule-name = Skriv regelns namn
wrong-rule-page = Skriv vad som söks i adressen
wrong-rule-path = Börja sökvägen med ett snedstreck, till exempel /lon
trial-title = Prova reglerna
trial-lead = Du provar reglerna så som de står på den här sidan, även innan du sparar dem. Provet startar ingenting.
trial-language = Språk
trial-page = Sidans adress
trial-page-hint = Till exempel www.kommun.fi/lon. Du kan lämna den tom.
trial-category-none = Ingenting
trial-try = Prova
trial-failed = Servern svarade inte. Försök igen om en stund.
trial-by = Regeln som avgör: { $name }
trial-by-none = Ingen regel passar
trial-needs = Behövs: { $needs }
trial-needs-nothing = inget särskilt
trial-begins = Chatten kan börja nu.
trial-closed = Chatten kan inte börja nu. { $why }.
trial-nobody = Ingen som är på plats kan det här, så chatten är stängd för den saken.
trial-outdated = Reglerna eller kontakten har ändrats efter det här försöket. Försök på nytt.
trial-rules = Reglerna i ordning
trial-agents = Vem skulle få den här nu?
judged-decides = passar och avgör
judged-too-late = skulle passa, men en regel ovanför avgjorde
judged-language = passar inte: annat språk
judged-page = passar inte: annan sida
judged-customer = passar inte: annan kund
judged-category = passar inte: annat ärende

# A text in one of the languages: the label goes before.
in-language = { $language ->
    [sv] på svenska
    [en] på engelska
   *[fi] på finska
}
identity-make = Skapa nyckeln

# What left messages take of a luukku.
nav-weights = Luckor
weights-lead = En chatt tar alltid en hel lucka. Ett lämnat meddelande kan ta mindre, för ingen sitter och väntar på svaret.
weights-message = Ett lämnat meddelande tar av luckan
weights-message-hint = 0–100. Skriv 100 om meddelanden tar lika mycket tid som chattar.
weights-unit = %
weights-nothing = Meddelanden tar inga luckor. Man kan ändå ha högst åtta åt gången.
weights-fit = { NUMBER($count) ->
    [one] Ett meddelande ryms i en lucka.
   *[other] { $count } meddelanden ryms i en lucka.
}
act-weights-changed = Ändrade luckornas vikter

# What a client keeps of its customers.
nav-known = Kända uppgifter
known-lead = Välj vad som skrivs upp om kunden, till exempel enhet eller verksamhetsställe. Rådgivaren ser uppgifterna när kunden kommer tillbaka, och ingen frågar samma sak på nytt. Kunden ser dem inte. Be inte om hemligheter här: personbeteckningar och kortnummer döljs.
known-fields = Kända uppgifter
known-fields-none = Inga uppgifter ännu. Rådgivaren ser inte den här delen förrän du lägger till den första.
known-field-add = Lägg till uppgift
known-name = Uppgiftens namn
known-unnamed = Uppgift utan namn
known-up = Flytta upp { $name }
known-down = Flytta ner { $name }
known-moved = { $name } är nu { NUMBER($place) }/{ NUMBER($count) }
known-full = Uppgifterna är { NUMBER($most) }, fler ryms inte. Ta någon ur bruk.
wrong-known-row = Rad { NUMBER($place) } är tom. Skriv ett namn eller ta bort raden.
wrong-known-name = { $language ->
        [fi] Skriv namnet på finska
        [sv] Skriv namnet på svenska
       *[en] Skriv namnet på engelska
    }
act-known-fields-changed = Ändrade vilka uppgifter som sparas om kunder

# The line with which a website tells the pages of a visit.
embed-pages = Rad som också berättar vilka sidor besökaren har varit på
embed-pages-hint = Då ser rådgivaren på vilka sidor kunden har varit under besöket: högst de 20 senaste. Webbläsaren minns dem under besöket, så ta raden i bruk först när besökaren har godkänt det. Sidorna raderas när kontakten avslutas.
# Calls that customers ask for.
call-back = Kunden kan be om att bli uppringd
call-back-hint = Den som väntar kan lämna sitt nummer, också när chatten är stängd. Kunden lämnar chattkön, och rådgivarna ser begäran under Att ringa upp.
call-within = Vi lovar att ringa inom
call-within-hint = Öppettid räknat från begäran, om kunden inte väljer en tid.
call-tries = Vi ringer högst
call-tries-hint = Om kunden inte svarar. Därefter ber vi kunden skriva.
call-times = gånger
call-never = tas inte emot
call-when = inom { $within } minuter, högst { $tries } gånger
