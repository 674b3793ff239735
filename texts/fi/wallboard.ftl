# The page for the big screen.
title = Seinätaulu
back = Takaisin tiimisivulle
full-screen = Koko näyttö
full-screen-end = Pois koko näytöstä
no-line = Luukkuun ei saada yhteyttä
no-line-what = Yritämme itse uudelleen. Sivu aukeaa heti, kun yhteys palaa.
try-now = Yritä nyt
stale = Yhteys katkesi. Tiedot ovat kello { $at }.
stale-what = Yritämme yhdistää uudelleen.
over-count = { NUMBER($count) ->
        [0] Kenenkään odotus ei ole yli tavoitteen
        [one] Yhden asiakkaan odotus on yli tavoitteen
       *[other] { $count } asiakkaan odotus on yli tavoitteen
    }
waiting = Jonossa
waiting-none = jono on tyhjä
waiting-longest = pisin { $time }
longest = Pisin odotus
longest-left = tavoitteeseen { $time }
longest-none = chatissa ei odota kukaan
kept = Tavoitteessa
kept-none = ei vielä vastauksia
kept-few = liian vähän prosentiksi
kept-of = { $kept } / { $of } chattia
waiting-one = jonossa
longest-one = pisin odotus
kept-one = tavoitteessa
kept-of-one = tavoitteessa { $kept } / { $of }
median = mediaani
mean = ka { $time }
p90 = 90 % alle { $time }
going = käynnissä
present = paikalla
free = vapaana
closed = kiinni aukioloaikana
teams = Tiimit
team-now = { $present } paikalla, { $free } / { $all } luukkua vapaana
foot-present = { $count } paikalla
foot-away = { $count } tauolla
foot-free = { $free } / { $all } luukkua vapaana
foot-going = { NUMBER($count) ->
        [one] 1 chat käynnissä
       *[other] { $count } chattia käynnissä
    }
foot-mean = vastausaika keskimäärin { $time }
foot-median = mediaani { $time }
foot-p90 = 90 % alle { $time }
foot-closed = kiinni aukioloaikana yhteensä { $time }
foot-left = { NUMBER($count) ->
        [one] 1 jätetty viesti odottaa
       *[other] { $count } jätettyä viestiä odottaa
    }
