# The page for the big screen.
title = Wallboard
back = Back to the team's page
full-screen = Full screen
full-screen-end = Leave full screen
no-line = Luukku cannot be reached
no-line-what = We keep trying. The page opens as soon as the connection is back.
try-now = Try now
stale = The connection was lost. This is how it was at { $at }.
stale-what = We are trying to connect again.
over-count = { NUMBER($count) ->
        [0] Nobody has waited longer than the target
        [one] One customer has waited longer than the target
       *[other] { $count } customers have waited longer than the target
    }
waiting = In the queue
waiting-none = the queue is empty
waiting-longest = longest { $time }
longest = Longest wait
longest-left = { $time } to the target
longest-none = nobody waits in the chat
kept = Within target
kept-none = no answers yet
kept-few = too few for per cent
kept-of = { $kept } / { $of } chats
waiting-one = in queue
longest-one = longest wait
kept-one = within target
kept-of-one = within target { $kept } / { $of }
median = median
mean = mean { $time }
p90 = 90 % under { $time }
going = going on
present = present
free = free
closed = closed in opening hours
teams = Teams
team-now = { $present } present, { $free } / { $all } slots free
foot-present = { $count } present
foot-away = { $count } on a break
foot-free = { $free } / { $all } slots free
foot-going = { NUMBER($count) ->
        [one] 1 chat going on
       *[other] { $count } chats going on
    }
foot-mean = mean answer { $time }
foot-median = median { $time }
foot-p90 = 90 % under { $time }
foot-closed = closed in opening hours { $time } in all
foot-left = { NUMBER($count) ->
        [one] 1 left message waits
       *[other] { $count } left messages wait
    }
