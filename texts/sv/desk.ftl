# The work table: luukut, queue, conversation, composer, case panel.

# Names and spans.
visitor = Besökare { $number }
someone = Någon
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
clock-said-kept = besvarad inom målet, på { $time }

undo = Ångra
