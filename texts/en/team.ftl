# The supervisor's page.
title = The team now
all-clients = All clients
client-filter = Client
updates = Updates by itself · { $at }
wallboard = Wallboard
new-tab = opens in a new tab
figure-queue = In the queue
figure-queue-longest = longest wait { $time }
figure-queue-empty = nobody is waiting
figure-kept = Answered within target today
figure-kept-of = { $kept }/{ $of } chats
figure-too-little = too few for a percentage
figure-none = no chats yet
figure-not-answered-yet = { NUMBER($count) ->
        [one] one chat started, not answered yet
       *[other] { $count } chats started, none answered yet
    }
figure-median = Answer time, median
figure-p90 = 90 % under { $time }
figure-free = Free slots
figure-free-people = { $present } present, { $away } on a break
figure-called-instead = asked today to be called instead: { NUMBER($count) }
figure-calls = Called by the promised time today
figure-calls-late = late: { NUMBER($count) }
figure-calls-not-reached = not reached: { NUMBER($count) }
figure-exceeded = taken over full slots today: { NUMBER($count) }
percent = { $value } %
attention = Needs attention now
attention-none = Nobody waits too long in a chat. A customer whose wait has passed 75 % of the target comes here.
attention-left = { NUMBER($count) ->
        [one] One left message has waited { $time } for an answer.
       *[other] { $count } left messages wait for an answer, the oldest has waited { $time }.
    }
attention-count = { NUMBER($count) ->
        [0] Nobody waits too long in a chat
        [one] One customer needs attention
       *[other] { $count } customers need attention
    }
attention-in-queue = in the queue
attention-holder = { $name }, { NUMBER($count) ->
        [one] one open slot
       *[other] { $count } open slots
    }
attention-open = Open
attention-open-case = Open case { $number }
attention-take = Take
attention-take-case = Take case { $number }
attention-not-taken = Case { $number } could not be taken. A colleague may have been first.
agents = Agents
column-agent = Agent
column-slots = Slots
column-presence = Presence
column-languages = Languages
column-since = Since
hatch-free = free
hatch-ours = agent's turn
hatch-theirs = customer's turn
hatch-warn = 75 %
hatch-over = over
hatch-said = Slot { $number }: { $state }
no-ranking = People are not ranked. The page tells who is free, not who is fastest.
nobody = No agents have been invited yet
nobody-what = Invite the first one, and you see here who is present and what they have open.
nobody-invite = Invite an agent
queues = Queues
presence-let-pass = On a break, missed an offer
column-client = Client
column-waiting = Waiting
column-kept = In target
attention-all = Show all { $count }
attention-fewer = Show the most urgent
happenings = What happened
happenings-none = No transfers, no chats given back, no cases opened again.
happenings-case = Case { $number } · { $name }
happenings-more = { NUMBER($count) ->
        [one] and 1 more like this
       *[other] and { NUMBER($count) } more like this
    }

# When a chat was open.
availability-of = when the chat was open
availability-title = When the chat was open: { $client }
availability-day = Day
availability-before = Previous day
availability-after = Next day
availability-open = Open
availability-missed = Closed during its hours
availability-missed-what = Customers could not start a chat although it should have been open.
availability-met = Visitors who met it closed
availability-met-what = At least so many opened the chat and saw that it was closed. Each counts once for each time that it closed. Browsers that look alike in one network are one visitor.
availability-visitors = Visitors
availability-from = From
availability-until = Until
availability-state = State
availability-length = Length
availability-now = now
availability-midnight = midnight
availability-unknown = Nothing is on record for { $day }
availability-unknown-what = Luukku keeps a record of when the chat opens and closes. This day is before the first entry, or still to come.
availability-failed = The day could not be loaded
availability-failed-what = The connection may be down. Try again.
availability-none = The client was not found
availability-none-what = It may have been removed, or you do not serve it.
try-again = Try again
was-open = Open
was-hours = Closed by its hours
was-nobody = Closed: nobody was present
was-no-speaker = Closed: nobody present spoke its languages
was-full = Closed: the queue was full
was-target = Closed: we could not answer in time
was-by-hand = Closed by hand
was-down = Luukku was not running
was-not-live = Not opened to customers yet

# Chats that should be looked through.
reviews = Settings waiting to be reviewed
review-was-due = due for review on { $date }

attention-stuck = Cases that are stuck
attention-why = { $why ->
        [broken] A promised time has passed
       *[raised] Another agent has come { $count } times
    }
# Visitors who are kept out.
blocks = Blocked visitors
blocks-until = is blocked, the block ends { $until }
blocks-lift = Lift the block
blocks-lifted = { $name } can write again.
blocks-failed = The block was not lifted. Try again.

# Customers who were sent elsewhere.
referrals-link = Referred elsewhere
referrals-title = Cases referred elsewhere: { $client }
referrals-span = Period
referrals-last = Last { $days } days
referrals-count = Referred elsewhere
referrals-count-what = So many of the cases that ended.
referrals-remedies = What would have solved it here
referrals-remedies-what = Rights and knowledge that the agents lacked.
referrals-places = Where they were sent
referrals-reasons = Why
referrals-reason = { $reason ->
        [not_ours] The matter was not ours
        [no_right] The right was missing
       *[no_knowledge] Nobody knew the answer
    }
referrals-matters = What it was about
referrals-cases = Cases
referrals-of = Referred / ended
referrals-in-notes = Only in the note
referrals-unsorted = No category
referrals-none = Nobody was sent elsewhere
referrals-none-what = { $ended ->
        [0] No case ended in this time.
        [one] The one case that ended was solved here.
       *[other] All { $ended } cases that ended were solved here.
    }
referrals-failed = The figures could not be loaded

# Triage.
figure-triage = Time to triage, median
figure-triage-of = of today’s chats, triaged: { $count }, before the first answer: { $inTime }
