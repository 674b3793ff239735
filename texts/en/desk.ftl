# The work table: luukut, queue, conversation, composer, case panel.

# Names and spans.
visitor = Visitor { $number }
someone = Somebody
span-minutes = { $minutes } min
span-hours = { $hours } h { $minutes } min
spoken-seconds = { NUMBER($seconds) ->
    [one] one second
   *[other] { $seconds } seconds
}
spoken-minutes = { NUMBER($minutes) ->
    [one] one minute
   *[other] { $minutes } minutes
} { NUMBER($seconds) ->
    [0] { "" }
    [one] one second
   *[other] { $seconds } seconds
}
spoken-hours = { NUMBER($hours) ->
    [one] one hour
   *[other] { $hours } hours
} { NUMBER($minutes) ->
    [0] { "" }
    [one] one minute
   *[other] { $minutes } minutes
}

# The answer clock.
clock-target = target { $time }
clock-left = { $seconds } s
clock-over = { $time } over
clock-theirs = with customer
clock-theirs-now = customer’s turn
clock-kept = answered
clock-said-waits = has waited { $time }
clock-said-warn = has waited { $time }, { $seconds } seconds to the target
clock-said-over = has waited { $time }, over the target
clock-said-theirs = customer’s turn for { $time }
clock-said-kept = answered within the target, in { $time }

undo = Undo
