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
nav-answering = Svarande
nav-teams = Team
nav-agents = Rådgivare
nav-api = Gränssnitt
nav-audit = Logg
no-permission = Den här sidan är inte för din roll
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
me-sound-hint = Ett mjukt ljud vid en ny chatt, ett nytt meddelande någon annanstans och när 75 % av svarstiden har gått.
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
clients-lead = För vilka du svarar. Var och en har egen chatt, egna öppettider och språk.
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
open-until = Öppet till { $time }
open-now = Öppet nu
closed-now = Stängt nu
time-zone = Tidszon
time-zone-hint = Till exempel Europe/Helsinki.
closed-by-hand = Chatten är stängd för hand
closed-by-hand-hint = Chatten är stängd tills du tar bort det här. Besökaren kan lämna ett meddelande.
exceptions = Undantag och helgdagar
exceptions-none = Inga undantag. Lägg till dagar med andra öppettider.
exception-add = Lägg till ett undantag
exception-date = Dag
exception-name = Orsak
exception-hours = Tid
exception-closed = Stängt
exception-hint = En tom tid betyder att chatten är stängd. Skriv annars till exempel 9.00–12.00, 13.00–15.00.
exception-remove = Ta bort undantaget { $date }
answering-lead = Vad du lovar och vad chatten gör själv.
answer-target = Hur snart lovar du svara?
answer-target-hint = Tiden till det första svaret från en människa. De flesta börjar med en minut.
queue-ceiling = Köns tak
queue-ceiling-hint = När alla luckor är fulla och så här många står i kö stängs chatten för nya.
silence = Tystnad avslutar chatten
silence-hint = När ingendera har skrivit på så här länge.
thanks-grace = Ett tack öppnar inte ärendet på nytt
thanks-grace-hint = Så här länge efter lösningen öppnar ett blott tack inte ärendet.
unit-seconds = sekunder
unit-minutes = minuter
unit-people = väntande
greetings = Hälsning
greetings-hint = Chatten säger det här först, märkt som automatiskt. Det stoppar inte svarsklockan. Tomt lämnas osagt.
wrong-client-name = Skriv kundorganisationens namn
wrong-languages = Välj minst ett språk
wrong-time-zone = Skriv tidszonen, till exempel Europe/Helsinki
wrong-colour = Skriv färgen i formen #005970
wrong-colour-contrast = Välj en färg som texten syns på
wrong-website = ”{ $typed }” är inte en webbadress. Skriv den i formen www.exempel.fi
wrong-week = Rätta öppettiderna
wrong-exception-date = Välj en dag för undantaget
wrong-exception-hours = Skriv undantagets tid i formen 9.00–12.00
wrong-number = Skriv ett tal mellan { $from } och { $to }

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
team-clients = Betjänar
team-clients-hint = En kundorganisations chatt öppnas bara när någon i ett team som betjänar den är på plats.
team-agents = Medlemmar
team-remove = Ta bort teamet
team-remove-title = Ska { $name } tas bort?
team-remove-what = Ärendena och deras historia finns kvar. Väntande som flyttats till teamet återgår till den gemensamma kön.
team-removed = { $name } har tagits bort
wrong-team-name = Skriv teamets namn

# Agents.
agents-lead = Människor som får logga in i Luukku.
agent-new = Bjud in en rådgivare
agent-new-lead = Du får en länk med vilken personen själv väljer sitt lösenord.
agent-invited = inbjuden
agent-shut = inte i bruk
agent-name = Namn
agent-name-hint = Kollegerna ser hela namnet.
agent-first-name = Förnamn för kunden
agent-first-name-hint = Lämna tomt om det är namnets början.
agent-email = E-post
agent-email-hint = Med den här adressen loggar man in.
agent-role = Roll
agent-slots = Luckor samtidigt
agent-slots-hint = Så här många chattar kan vara öppna. Fyra passar de flesta, två den som är ny.
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
tokens-none-what = Gör en nyckel för varje program, så kan du avsluta en utan att störa de andra.
token-forever = går inte ut
token-until = gäller till { $date }
token-unused = inte använd ännu
token-used = använd senast { $at }
token-end = Avsluta
token-end-named = Avsluta nyckeln { $name }
token-end-title = Ska nyckeln { $name } avslutas?
token-end-what = Programmet som använder nyckeln slutar fungera genast.
token-ended = Nyckeln { $name } har avslutats
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
scope-write-cases = Skriva och agera i ärenden
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
act-set-up = Tog Luukku i bruk:
act-client-added = Lade till kundorganisationen
act-client-changed = Ändrade kundorganisationen
act-team-added = Lade till teamet
act-team-changed = Ändrade teamet
act-team-removed = Tog bort teamet
act-agent-invited = Bjöd in rådgivaren
act-agent-changed = Ändrade rådgivarens uppgifter:
act-api-token-made = Gjorde nyckeln
act-api-token-revoked = Avslutade nyckeln
