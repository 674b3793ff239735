# The work table: luukut, queue, conversation, composer, case panel.

# Names and spans.
visitor = Vierailija { $number }
someone = Joku
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
spoken-seconds = { NUMBER($seconds) ->
    [one] yhden sekunnin
   *[other] { $seconds } sekuntia
}
spoken-minutes = { NUMBER($minutes) ->
    [one] yhden minuutin
   *[other] { $minutes } minuuttia
} { NUMBER($seconds) ->
    [0] { "" }
    [one] yhden sekunnin
   *[other] { $seconds } sekuntia
}
spoken-hours = { NUMBER($hours) ->
    [one] yhden tunnin
   *[other] { $hours } tuntia
} { NUMBER($minutes) ->
    [0] { "" }
    [one] yhden minuutin
   *[other] { $minutes } minuuttia
}

# The answer clock.
clock-target = tavoite { $time }
clock-left = { $seconds } s
clock-over = yli { $time }
clock-theirs = asiakkaalla
clock-theirs-now = vuoro asiakkaalla
clock-kept = vastattu
clock-said-waits = odottanut { $time }
clock-said-warn = odottanut { $time }, tavoitteeseen { $seconds } sekuntia
clock-said-over = odottanut { $time }, yli tavoitteen
clock-said-theirs = vuoro asiakkaalla { $time }
clock-said-kept = vastattu tavoitteessa, aikaa kului { $time }

undo = Peru
