# The frame of the agents' workspace: opening, signing in, navigation.
workspace-opening = Vi öppnar arbetsbordet
workspace-unreachable = Vi når inte Luukku
workspace-unreachable-what = Kontrollera din nätförbindelse. Vi försöker igen automatiskt när förbindelsen är tillbaka.
try-again = Försök igen
skip-to-content = Gå till innehållet
close = Stäng
loading = Hämtar
nav-main = Huvudmeny
page-desk = Arbetsbord
page-cases = Ärenden
page-case = Ärende { $number }
page-team = Team
page-decisions = Beslut
page-decisions-long = Teamets beslut
decisions-waiting = { NUMBER($count) ->
        [one] ett förslag väntar på din åsikt
       *[other] { $count } förslag väntar på din åsikt
    }
decision-proposed = { $name } föreslår en ändring: { $team }
decision-taken_effect = Teamets förslag trädde i kraft: { $team }
decision-objected = Någon motsätter sig ditt förslag: { $team }
decision-direct = { $name } ändrade teamets regler direkt: { $team }
decision-open = Visa
page-availability = Öppethållning
page-referrals = Hänvisade vidare
page-settings = Inställningar
page-not-found = Sidan finns inte
not-found-what = Adressen kan vara felskriven, eller så har sidan tagits bort.
not-found-home = Öppna arbetsbordet
no-permission = Den här sidan är för teamledare
no-permission-what = Du ser inte den här sidan med din roll. Be din teamledare om behörighet.
page-failed = Sidan kunde inte öppnas
page-failed-what = Nätförbindelsen kan vara bruten, eller så har Luukku just uppdaterats. Inget har gått förlorat.
title-over = ({ $count }) över – Luukku
title-page = { $page } – Luukku
find-or-do = Sök eller gör

# Presence and my own menu.
presence-present = På plats
presence-away = På paus
presence-gone = Borta
presence-unknown = Närvaro
presence-menu = Närvaro: { $presence }
presence-slots = { $taken }/{ $slots } luckor
presence-present-what = Du kan ta nya chattar från kön
presence-away-what = Öppna chattar stannar hos dig. När ingen är på plats stängs chatten.
presence-failed = Närvaron ändrades inte. Försök igen.
me-menu = Egen meny: { $name }
me-settings = Egna inställningar
me-shortcuts = Kortkommandon
me-sign-out = Logga ut
look = Utseende
look-system = Enligt enheten
look-light = Ljust
look-dark = Mörkt
language = Språk

# The connection.
connection-lost = Förbindelsen bröts klockan { $at }.
connection-lost-what = Du ser det senaste läget. Det du skrivit är i tryggt förvar, och vi försöker igen.
connection-none = Vi når inte Luukku.
connection-none-what = Kontrollera din nätförbindelse. Vi försöker igen automatiskt.
connection-try-now = Försök nu
connection-back = Förbindelsen är tillbaka.
connection-retry-in = Nästa försök om { $seconds } s.
connection-back-what = { NUMBER($messages) ->
        [0] Allt finns i behåll.
        [one] Under tiden kom ett meddelande, allt finns i behåll.
       *[other] Under tiden kom { $messages } meddelanden, allt finns i behåll.
    }
key-presence = På plats eller på paus

# Signing in.
sign-in-title = Logga in i Luukku
sign-in-email = E-post
sign-in-password = Lösenord
sign-in-show = Visa
sign-in-hide = Dölj
sign-in-show-password = Visa lösenordet
sign-in-hide-password = Dölj lösenordet
sign-in = Logga in
sign-in-busy = Loggar in…
sign-in-forgotten = Har du glömt lösenordet? Be din teamledare om en ny inbjudan.
sign-in-wrong = E-postadressen och lösenordet stämmer inte överens
sign-in-wrong-what = Kontrollera båda. Efter för många försök låses inloggningen en stund.
sign-in-too-often = För många försök
sign-in-too-often-what = Försök igen om { $minutes ->
        [one] en minut
       *[other] { $minutes } minuter
    }.
sign-in-unreachable = Vi når inte Luukku
sign-in-unreachable-what = Kontrollera nätförbindelsen och försök igen. Det du skrev finns kvar.
sign-in-empty-email = Skriv din e-postadress
sign-in-empty-password = Skriv ditt lösenord
sign-in-languages = Språk

# Choosing a password through an invitation.
invitation-title = Välkommen, { $name }
invitation-lead = Välj ett lösenord så kommer du till arbetsbordet. Du loggar in med { $email }.
invitation-password = Nytt lösenord
password-hint = Minst 12 tecken. Ett bra lösenord är långt: till exempel fyra vanliga ord.
password-short = Skriv minst 12 tecken, nu är de { $count }
password-long = Lösenordet är för långt: högst 1 024 tecken
invitation-accept = Ta i bruk och logga in
invitation-gone = Inbjudningslänken gäller inte längre
invitation-gone-what = Länken fungerar bara en gång och gäller i tre dygn. Be din teamledare om en ny.
invitation-sign-in = Gå till inloggningen

# States of a case.
state-new = Nytt
state-open = Öppet
state-waiting-for-customer = Väntar på kunden
state-waiting-for-others = Väntar på andra
state-solved = Löst
state-closed = Stängt

# The list of all cases.
cases-filter = Avgränsa ärenden
cases-number = Ärendenummer
cases-number-wrong = Skriv ett nummer, till exempel 4821
cases-find = Sök
cases-case = Ärende
cases-state = Status
cases-client = Kundorganisation
cases-owner = Ansvarig
cases-changed = Ändrat
cases-all-states = Alla statusar
cases-all-clients = Alla kundorganisationer
cases-all-owners = Alla ansvariga
cases-mine = Mina ärenden
cases-more = Visa fler
cases-clear = Töm avgränsningen
cases-count = { NUMBER($count) ->
        [0] Inga ärenden
        [one] Ett ärende
       *[other] { $count } ärenden
    }
cases-none = Det finns inga ärenden ännu
cases-none-what = Det första uppstår när någon skriver i chatten eller lämnar ett meddelande.
cases-no-match = Inga ärenden med den här avgränsningen
cases-no-number = Inga träffar på nummer { $number }
cases-no-match-what = Kontrollera avgränsningen, eller töm den och se alla ärenden.
cases-failed = Ärendena kunde inte hämtas
cases-failed-what = Förbindelsen kan vara bruten. Inget har gått förlorat. Försök igen.

# The overview of shortcuts.
shortcuts-luukut = Luckor
shortcuts-anywhere = Var som helst
shortcuts-writing = När du skriver
shortcuts-case = Ärendet, när du inte skriver
shortcuts-toggle = Öppna och stäng
shortcuts-on = Kommandon med en bokstav kan stängas av:
shortcuts-off = Kommandon med en bokstav är avstängda. Slå på dem:

# Notifications of the browser.
notify-waiting = I kön: { $name }
notify-given = Ny chatt: { $name }
notify-offered = Erbjuds dig: { $name }
notify-let-pass = En erbjuden chatt gick förbi, du är nu på paus
notify-message = { $name } skrev
notify-warning = { $name } väntar, svarstiden går snart ut
notify-hurry = I kön { $name }, svarstiden går snart ut
notify-missed = Svarsmålet överskreds: { $name }
notify-breach = { $name } väntar över målet
notify-lost = { $name } flyttades från dig

# The palette.
palette-hint = Nummer, namn, ett ord ur ett meddelande eller vad du vill göra
palette-results = Träffar
palette-do = Gör med det här ärendet: { $number } { $name }
palette-cases = Ärenden
palette-queue = Kö
palette-pages = Sidor
palette-reply = Svara
palette-note = Skriv en anteckning
palette-go-on = Fortsätt med det här
palette-solve = Lös
palette-transfer = Flytta…
palette-end = Avsluta { $channel ->
    [message] kontakten
    [call_back] samtalsbegäran
   *[chat] chatten
}…
palette-give-back = Lämna tillbaka till kön
palette-reopen = Öppna på nytt
palette-copy = Kopiera länken
palette-take-this = Ta den här
palette-take = Ta: { $name }
palette-clients = Kundorganisationer och öppettider
palette-prepared = Svarsmallar
palette-teams = Team
palette-agents = Rådgivare
palette-write-more = Skriv minst två bokstäver eller ett nummer.
palette-nothing = Inga träffar på ”{ $query }”.
palette-nothing-what = Prova ärendets nummer, början av kundens namn eller ett ord ur ett meddelande.
palette-count = { NUMBER($count) ->
        [one] En träff
       *[other] { $count } träffar
    }
palette-choose = välj
palette-act = gör

cases-category = Kategori
cases-tag = Tagg
cases-all-categories = Alla kategorier
cases-all-tags = Alla taggar
palette-labels = Välj kategori och taggar
palette-triage = Bedöm brådska och handläggning
# Notes that name me.
mentions = Omnämnanden
mentions-menu = { NUMBER($count) ->
    [0] Omnämnanden
    [one] Omnämnanden: ett oläst
   *[other] Omnämnanden: { $count } olästa
}
mentions-none = Ingen har nämnt dig ännu. När en kollega skriver @ och ditt namn i en anteckning hittar du den här.
mentions-unread = Oläst
mentions-news = { $name } nämnde dig: { $about }
mentions-open = Öppna

palette-park = Lova att återkomma senare
notify-promise-near = { $channel ->
    [call_back] Du lovade ringa om 10 minuter: { $name }
   *[chat] Du lovade återkomma om 10 minuter: { $name }
}
notify-promise-due = { $channel ->
    [call_back] Du lovade ringa nu: { $name }
   *[chat] Du lovade återkomma nu: { $name }
}

notify-raised = Rådgivaren har bytts för tredje gången: { $name }
notify-broken = Den lovade tiden gick förbi: { $name }
notify-flagged = Osakligt meddelande: { $name }

# What the desk finds.
palette-customers = Kunder
palette-words = Meddelanden och anteckningar
palette-newest-case = senaste ärendet { $number }
palette-customer-said = kunden skrev
palette-said = { $name } skrev
palette-noted = { $name } antecknade
palette-searching = Söker…
palette-failed = Sökningen lyckades inte.
palette-more = Det finns fler träffar än vad som visas här. Precisera sökningen.

# A side conversation in which I take part.
side = Sidosamtal
side-news = { $name } skrev i sidosamtalet: { $about }
side-more = { NUMBER($count) ->
        [one] och en till
       *[other] och { $count } till
    }
side-many = och minst { NUMBER($count) } till
palette-side = Skriv i sidosamtalet
palette-said-aside = { $name } skrev i sidosamtalet
