# The page of a closed chat: fetched only when it is shown.

# Why, and what becomes of words.
closed-nobody-hint = Chat aukeaa itsestään, kun joku meistä palaa. Voit myös jättää viestin.
closed-full-hint = Voit jättää viestin tai kokeilla hetken kuluttua uudelleen.
closed-target = Juuri nyt kysyjiä on niin paljon, ettemme ehtisi vastata sinulle ajoissa
closed-as-message = Voit jättää sen viestinä.
closed-nobody-later = Chat aukeaa itsestään, kun joku meistä palaa.
closed-full-later = Kokeile hetken kuluttua uudelleen.
closed-while-waiting = Chat meni kiinni, kun odotit vastausta.
closed-kept = Viestisi on tallessa asiana { $number }.
closed-answer = Vastaamme tähän ikkunaan. Näet vastauksen, kun palaat tälle sivustolle samalla laitteella ja selaimella.
closed-kept-mail = Voit jättää myös sähköpostiosoitteesi, jotta tavoitamme sinut.
closed-address = Tavoitamme sinut myös antamastasi osoitteesta.
closed-my-address = Minut tavoittaa myös sähköpostilla.
closed-reopened = Chat aukesi. Voit kysyä nyt suoraan.
closed-to-chat = Siirry chattiin

# Hours.
hours-title = Aukioloajat
hours-named = { $name }, { $hours }
hours-zone = Kellonajat ovat Suomen aikaa.

# The form for a message.
form-title = Jätä viesti, niin vastaamme tähän ikkunaan
form-optional = Ei pakollinen. Osoitteen avulla tavoitamme sinut, jos et palaa tänne.
form-email = Sähköpostiosoite
form-email-wrong = Kirjoita osoite muodossa nimi@esimerkki.fi
form-text = Mitä asia koskee?
form-text-empty = Kerro muutamalla sanalla, mitä asia koskee
form-send = Lähetä viesti
form-send-address = Lähetä osoite
form-sending = Lähetetään…
form-failed = Ei lähetetty, teksti on tallessa. Yritä uudelleen.
sent-title = Kiitos, viestisi on tallessa
sent-number = Asianumerosi on { $number }.
sent-address = Tavoitamme sinut myös osoitteesta { $email }.
sent-more = Täydennä viestiäsi

# Holidays, and how a sentence about one begins or ends.
day-closed = { $day } olemme kiinni.
day-open = { $day } olemme auki { $hours }.
day-closed-named = Tänään kiinni: { $name }.
day-open-named = Tänään auki { $hours }: { $name }.
holiday = { $day ->
    [new_year] Uudenvuodenpäivä
    [epiphany_eve] Loppiaisaatto
    [epiphany] Loppiainen
    [maundy_thursday] Kiirastorstai
    [good_friday] Pitkäperjantai
    [easter_eve] Lankalauantai
    [easter_sunday] Pääsiäispäivä
    [easter_monday] Toinen pääsiäispäivä
    [may_day_eve] Vapunaatto
    [may_day] Vappu
    [ascension] Helatorstai
    [whitsun] Helluntaipäivä
    [swedish_national_day] Ruotsin kansallispäivä
    [midsummer_eve] Juhannusaatto
    [midsummer_day] Juhannuspäivä
    [all_saints_eve] Pyhäinpäivän aatto
    [all_saints] Pyhäinpäivä
    [independence_day] Itsenäisyyspäivä
    [christmas_eve] Jouluaatto
    [christmas_day] Joulupäivä
    [second_christmas_day] Tapaninpäivä
   *[other] Uudenvuodenaatto
}
holiday-on = { $day ->
    [new_year] Uudenvuodenpäivänä
    [epiphany_eve] Loppiaisaattona
    [epiphany] Loppiaisena
    [maundy_thursday] Kiirastorstaina
    [good_friday] Pitkänäperjantaina
    [easter_eve] Lankalauantaina
    [easter_sunday] Pääsiäispäivänä
    [easter_monday] Toisena pääsiäispäivänä
    [may_day_eve] Vapunaattona
    [may_day] Vappuna
    [ascension] Helatorstaina
    [whitsun] Helluntaipäivänä
    [swedish_national_day] Ruotsin kansallispäivänä
    [midsummer_eve] Juhannusaattona
    [midsummer_day] Juhannuspäivänä
    [all_saints_eve] Pyhäinpäivän aattona
    [all_saints] Pyhäinpäivänä
    [independence_day] Itsenäisyyspäivänä
    [christmas_eve] Jouluaattona
    [christmas_day] Joulupäivänä
    [second_christmas_day] Tapaninpäivänä
   *[other] Uudenvuodenaattona
}

# Where nobody who is there speaks the visitor's language.
closed-no-speaker = { $language ->
    [sv] Juuri nyt kukaan meistä ei vastaa ruotsiksi
    [en] Juuri nyt kukaan meistä ei vastaa englanniksi
   *[fi] Juuri nyt kukaan meistä ei vastaa suomeksi
}
closed-no-speaker-hint = { $language ->
    [sv] Voit jättää viestin. Vastaamme, kun joku ruotsia puhuva on taas paikalla.
    [en] Voit jättää viestin. Vastaamme, kun joku englantia puhuva on taas paikalla.
   *[fi] Voit jättää viestin. Vastaamme, kun joku suomea puhuva on taas paikalla.
}
closed-no-speaker-later = { $language ->
    [sv] Chat aukeaa itsestään, kun joku ruotsia puhuva on taas paikalla.
    [en] Chat aukeaa itsestään, kun joku englantia puhuva on taas paikalla.
   *[fi] Chat aukeaa itsestään, kun joku suomea puhuva on taas paikalla.
}
closed-unknown-hint = Tekstisi on tallessa alla. Lähetä se viestinä, niin asian tunteva vastaa sinulle.
closed-unknown-leave = Jätä viesti, niin asian tunteva vastaa sinulle.
closed-unknown-later = Tekstisi on tallessa. Kokeile myöhemmin uudelleen.
closed-other-language = { $language ->
    [sv] Kysy ruotsiksi
    [en] Kysy englanniksi
   *[fi] Kysy suomeksi
}
