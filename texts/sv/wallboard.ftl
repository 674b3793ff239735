# The page for the big screen.
title = Väggtavla
back = Tillbaka till teamets sida
full-screen = Helskärm
full-screen-end = Avsluta helskärm
no-line = Luukku kan inte nås
no-line-what = Vi försöker själva på nytt. Sidan öppnas genast när anslutningen är tillbaka.
try-now = Försök nu
stale = Anslutningen bröts. Uppgifterna är från kl. { $at }.
stale-what = Vi försöker ansluta på nytt.
over-count = { NUMBER($count) ->
        [0] Ingen har väntat längre än målet
        [one] En kund har väntat längre än målet
       *[other] { $count } kunder har väntat längre än målet
    }
waiting = I kön
waiting-none = kön är tom
waiting-longest = längst { $time }
longest = Längsta väntan
longest-left = till målet { $time }
longest-none = ingen väntar i chatten
kept = Inom målet
kept-none = inga svar ännu
kept-few = för få för procent
kept-of = { $kept } / { $of } chattar
waiting-one = i kön
longest-one = längsta väntan
kept-one = inom målet
kept-of-one = inom målet { $kept } / { $of }
median = median
mean = snitt { $time }
p90 = 90 % under { $time }
going = pågår
present = på plats
free = lediga
closed = stängt under öppettiden
teams = Team
team-now = { $present } på plats, { $free } / { $all } luckor lediga
foot-present = { $count } på plats
foot-away = { $count } på paus
foot-free = { $free } / { $all } luckor lediga
foot-going = { NUMBER($count) ->
        [one] 1 chatt pågår
       *[other] { $count } chattar pågår
    }
foot-mean = svarstid i snitt { $time }
foot-median = median { $time }
foot-p90 = 90 % under { $time }
foot-closed = stängt under öppettiderna sammanlagt { $time }
foot-left = { NUMBER($count) ->
        [one] 1 lämnat meddelande väntar
       *[other] { $count } lämnade meddelanden väntar
    }
