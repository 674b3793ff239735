# The chat panel inside the frame.

# The launcher. $desk is already in the right case ("IT-tuelta").
launcher-ask = Kysy { $desk }
launcher-ask-us = Kysy meiltä
launcher-open = Chat on auki
launcher-leave = Jätä viesti
launcher-opens = Chat aukeaa { $when }
launcher-continue = Jatka keskustelua
launcher-replied = { $name } vastasi
launcher-replied-somebody = Sinulle vastattiin

# The top of the panel.
head-language = Kieli
head-minimise = Pienennä
head-answers = { $channel ->
    [call_back] { $name } soittaa sinulle
   *[other] { $name } vastaa sinulle
}
head-ended = Keskustelu päättyi { $time }
head-closed = Chat on nyt kiinni
head-case = Asia { $number }
head-sent = Viestisi on tallessa

# Before the first message.
ask-title = Mitä haluat kysyä?
ask-person = Sinulle vastaa ihminen. Kerro asiasi omin sanoin.

# Waiting.
queue-place = { $place ->
    [1] Olet jonossa seuraavana
    [2] Olet jonossa toisena
    [3] Olet jonossa kolmantena
    [4] Olet jonossa neljäntenä
    [5] Olet jonossa viidentenä
   *[other] Olet jonossa sijalla { $place }
}
queue-waiting = Viestisi on tallessa
queue-estimate = Arvioitu odotus: { $wait }.
queue-stays = Paikkasi säilyy, vaikka vaihdat sivua.
queue-soon = Neuvoja vastaa tähän, kun hän vapautuu.
queue-waited = Olet odottanut { $time }
launcher-estimate = Arvioitu odotus { $wait }
wait-under = alle minuutti
wait-range = { $from }–{ $to } minuuttia
wait-about = noin { $minutes } minuuttia
wait-hour = yli tunti
waited-hours = { $hours } h { $minutes } min
waited-minutes = { $minutes }:{ $seconds }

# The thread.
thread-name = Keskustelu
thread-you = Sinä
thread-desk = Neuvoja
thread-started = { $when } · asianumerosi on { $number }
thread-again = Palasit jonoon. Odotusaikasi säilyi.
thread-moved = Keskustelusi siirtyi oikeaan jonoon
thread-moved-to = Keskustelusi siirtyi. { $name } vastaa sinulle.
thread-ended = Keskustelu päättyi { $time }
thread-ended-by-me = Päätit keskustelun { $time }
thread-solved = Merkitsimme asian ratkaistuksi
thread-referred = Ohjasimme sinut muualle
thread-automatic = Automaattinen
thread-typing = { $name } kirjoittaa
thread-new = { $count ->
    [one] 1 uusi viesti
   *[other] { $count } uutta viestiä
}
day-today = Tänään
day-yesterday = Eilen
message-leaving = Lähtee
message-stored = Tallessa
message-stored-first = Tallessa. Neuvoja lukee tämän ensin.
message-read = Luettu
message-not-sent = Ei lähetetty, teksti on tallessa
message-again = Yritä uudelleen
message-take-back = Muokkaa
mask-identity_code = henkilötunnus peitetty
mask-swedish_number = henkilönumero peitetty
mask-payment_card = kortin numero peitetty, loppu { $end }
mask-bank_account = tilinumero peitetty, loppu { $end }

# Writing.
write-label = Viesti
write-hint = Kirjoita viesti
write-hint-waiting = Kerro lisää
write-send = Lähetä
write-attach = Liitä tiedosto
write-smile = Lisää hymiö
write-too-long = { $count ->
    [one] Viestissä on yksi merkki liikaa. Lyhennä sitä tai lähetä kahdessa osassa.
   *[other] Viestissä on { $count } merkkiä liikaa. Lyhennä sitä tai lähetä kahdessa osassa.
}
write-closed = Kukaan ei ehdi vastata juuri nyt. Viestisi jää talteen asiaan { $number }, ja vastaamme tähän ikkunaan.
warn-identity_code = Viestissä näyttää olevan henkilötunnus.
warn-swedish_number = Viestissä näyttää olevan ruotsalainen henkilönumero.
warn-payment_card = Viestissä näyttää olevan maksukortin numero.
warn-bank_account = Viestissä näyttää olevan tilinumero.
warn-mask = Sitä ei tarvita. Peitämme sen, ennen kuin viesti lähtee.

# Files.
file-remove = Poista { $name }
file-progress = Lähetämme tiedostoa { $name }
file-ready = Valmis
file-waiting = Viesti lähtee, kun tiedosto on perillä.
file-too-large = { $name } on liian suuri. Suurin koko on { $limit }.
file-empty = { $name } on tyhjä.
file-failed = { $name } ei lähtenyt. Tarkista yhteys ja liitä se uudelleen.
file-download = Lataa
file-picture = Kuva: { $name }
file-missing = Tiedosto ei auennut. Yritä uudelleen.
size-kb = { $size } kt
size-mb = { $size } Mt

# The connection.
link-lost = Yhteys katkesi.
link-retry = Yritämme uudelleen { $seconds } s kuluttua. Voit kirjoittaa rauhassa.
link-trying = Yritämme uudelleen. Voit kirjoittaa rauhassa.
link-back = Yhteys palasi.
link-now = Yritä nyt

# Closed.
closed-today = Avaamme tänään kello { $time }
closed-tomorrow = Avaamme huomenna { $day } kello { $time }
closed-weekday = Avaamme { $day } kello { $time }
closed-date = Avaamme { $date } kello { $time }
closed-nobody = Neuvojat ovat juuri nyt poissa
closed-full = Jono on juuri nyt täynnä
closed-while-writing = Chat meni juuri kiinni. Tekstisi on tallessa.
closed-while-filling = Jono ehti juuri täyttyä. Tekstisi on tallessa.

# Hours.
hours-none = Kiinni
hours-all-day = ympäri vuorokauden
hours-today = Auki tänään { $hours }
hours-today-closed = Tänään kiinni
weekday-on = { $weekday ->
    [1] maanantaina
    [2] tiistaina
    [3] keskiviikkona
    [4] torstaina
    [5] perjantaina
    [6] lauantaina
   *[other] sunnuntaina
}
weekday = { $weekday ->
    [1] ma
    [2] ti
    [3] ke
    [4] to
    [5] pe
    [6] la
   *[other] su
}
clock = { $hour }.{ $minute }
when-today = kello { $time }

# The end.
end-ask = Lopeta keskustelu
end-ask-queue = Poistu jonosta
end-sure = Lopetetaanko keskustelu?
end-sure-queue = Poistutko jonosta? Kysymyksesi jää talteen.
end-yes = Lopeta
end-yes-queue = Poistu
end-no = Jatka
end-failed = Keskustelu ei päättynyt. Yritä uudelleen.
end-title = Kiitos, että kysyit
end-blocked = Et voi nyt kirjoittaa tähän chattiin
end-number = Asianumerosi on { $number }. Voit palata tähän asiaan tällä laitteella.
end-solved = Asia { $number } on ratkaistu. Jos jokin jäi auki, jatka samaa asiaa.
end-referred = Asiassa { $number } ohjasimme sinut muualle. Jos jokin jäi auki, jatka samaa asiaa.
end-save = Tallenna keskustelu
end-continue = Jatka samaa asiaa
end-new = Aloita uusi keskustelu
end-closed = Asia { $number } on valmis. Uusi viesti aloittaa uuden asian.
save-file = keskustelu-{ $number }.txt
save-failed = Tallennus ei onnistunut. Yritä uudelleen.
rules = Pelisäännöt
matter = Aihe
matter-none = En valitse
