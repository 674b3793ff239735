# The work table: luukut, queue, conversation, composer, case panel.

# Names and spans.
visitor = Visitor { $number }
someone = Somebody
nobody = Nobody
you = You
automatic = Automatic
span-short = under a minute
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
at-time = at { $time }
today-at = Today { $time }
case = Case
case-number = Case { $number }
language-fi = Finnish
language-sv = Swedish
language-en = English
channel-chat = Chat
channel-message = Left message
state-new = New
state-open = Open
state-waiting-for-customer = Waiting for the customer
state-waiting-for-others = Waiting for others
state-solved = Solved
state-closed = Closed

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
clock-said-kept = answered within the target, it took { $time }

# Loading and failing.
loading = Fetching conversations
open-failed = The conversation did not open.
open-failed-more = The server did not answer. Nothing is lost.
refused-no-answer = The server did not answer, so we do not know whether the change got through.
refused-unsent = Your answer has not left yet
refused-unsent-more = Wait a moment or take it back, and try again.
refused-try-again = Try again in a moment.

# My luukut and the queue.
list = My slots and the queue
luukut = My slots
luukut-count = { $taken } / { $all }
luukut-next = Next
beside = Side by side
row-beside = beside
beside-close = Close the column: { $name }
beside-writing = You write to: { $name }
beside-ended = { $channel ->
    [message] The contact
    [call_back] The call-back
   *[chat] The chat
} has ended. The column stays here until you close it or choose another chat.
luukku-name = Slot { $number }, { $name }
luukku-free = Free slot
luukku-free-next = A new chat opens here
said-warning = Slot { $number }, { $name }: the answer time is nearly up
said-breach = Slot { $number }, { $name }: over the target
said-hurry = In the queue { $name }: the answer time is nearly up
said-given = Slot { $number }: { $name } was transferred to you
said-offered = Offered to you: { $name }. Take: Alt O.
unread = { NUMBER($count) ->
    [one] one new message
   *[other] { $count } new messages
}
row-typing = is writing
row-draft = Draft:
row-note-draft = Unfinished note:
row-mine = You: { $text }
row-answer = Answer: { $text }
row-file = Attachment
row-not-sent = Not sent:
queue = Queue
queue-count = { NUMBER($count) ->
    [one] One waiting
   *[other] { $count } waiting
} · longest { $longest }
queue-left = { NUMBER($count) ->
    [one] one left message
   *[other] { $count } left messages
}
queue-rest = { NUMBER($count) ->
    [one] and one more
   *[other] and { $count } more
}
queue-empty = Nobody in the queue
queue-full = Your slots are full. You can take a new one when one is free.
exceed = Take the chat
exceed-ask = Take anyway…
exceed-title = Take { $name } although your slots are full?
exceed-more = You already have { NUMBER($count) } conversations. The reason is shown in the case and on the Team page.
exceed-reason = Why do you take one more?
exceed-because-urgent = It cannot wait
exceed-because-known = I know the matter already
exceed-because-nobody_else = Nobody else can take it
exceed-because-other = Another reason
exceed-choose = Choose a reason
exceed-write = Write the reason
exceed-note = The reason in your own words
exceed-note-optional = The reason in your own words (optional)
exceed-note-hint = Stays in the case as a note. The customer does not see it.
queue-full-who = Your slots are full. One more can be taken by: { $names }
happened-exceeded-me = You took this over your slots:
happened-exceeded = { $agent } took this over their slots:
queue-lacking = You lack the language or the skill that these need.
queue-not-yours = These wait for another team.
queue-show = Show
queue-hide = Hide
take = Take
take-name = Take { $name }
take-none = There is nobody in the queue whom you could take
news-open = Open
news-given = Handed to you: { $name }
news-ended = { $by ->
    [silence] Silence ended the chat: { $name }. Case { $number } is still open.
   *[customer] { $name } ended the chat. Case { $number } is still open.
}
news-lost = { $name } is no longer with you
news-missed = Answer target missed: { $name }, { $client }
offer-to-you = Offered to you
offer-left = { $seconds } s
offer-elsewhere = Offered to you: { $name }
queue-offered-to = offered to { $agent }
queue-known = known customer: last with { $agent }
queue-known-me = known customer: last with you
queue-for-team = for the team { $team }
queue-also-for = also: { $team }
queue-all-offered = These are being offered to others right now.
paused-let-pass = You missed a chat that was offered to you, so we put you on a break.
paused-let-pass-what = Your open chats stay with you. You will be offered new ones when you come back.

# Nothing open.
table = Workspace
talk = Conversation
empty-unknown = No such case
empty-unknown-more = The number is wrong, or the case belongs to a client you do not serve.
empty-no-team = You are not in a team yet
empty-no-team-more = Ask your supervisor to add you to a team. After that you see its queue and cases here.
empty-waiting = { NUMBER($count) ->
    [one] One is waiting in the queue
   *[other] { $count } are waiting in the queue
}
empty-waiting-more = { $name } is next.
empty-left = { NUMBER($count) ->
    [one] One left message is waiting for an answer
   *[other] { $count } left messages are waiting for an answer
}
empty-left-more = { $name } has waited longest.
empty-left-too = { NUMBER($count) ->
    [one] There is also one left message in the queue.
   *[other] There are also { $count } left messages in the queue.
}
empty-take = Take the first one
empty-away = You are on a break
empty-away-more = { NUMBER($count) ->
    [0] Open chats stay with you. Nobody else is here.
    [one] Open chats stay with you. One colleague is here.
   *[other] Open chats stay with you. { $count } colleagues are here.
}
empty-reader = Choose a case to read
empty-reader-more = You can read: you see the conversations but do not answer them.
empty-come-back = Come back
empty-choose = Choose a slot
empty-choose-more = The conversation opens here. You can also press Alt and the slot’s number.
empty-quiet = Nobody in the queue
empty-quiet-more = { NUMBER($count) ->
    [one] You are here and one slot is free.
   *[other] You are here and { $count } slots are free.
}

# Whose chat is open.
doors = The chat now
open-until = Open until { $time }
open-now = Open
closed-hours = Closed
closed-hours-next = Closed, opens { $when }
closed-nobody = Closed: nobody is present
closed-full = Closed: the queue is full
closed-target = Closed: we cannot answer in time
closed-by-hand = Closed: closed by hand
on-day-at = { $day } at { $time }
no-websites = Not shown on any website yet
doors-rules = Rules
doors-hours = Change the hours
doors-add-website = Add a website
doors-no-team = No team serves this one.
doors-choose-team = Choose a team
doors-rest = { NUMBER($count) ->
    [one] and one more
   *[other] and { $count } more
}

# The head of the conversation.
head-started = started at { $time }
head-started-on = started on { $date } at { $time }
looking = { NUMBER($count) ->
    [one] { $names } is looking
   *[other] { $names } are looking
}
back-to-list = Back to the slots
more = More actions
transfer = Transfer
end = End
end-chat = End { $channel ->
    [message] the contact
    [call_back] the call-back
   *[chat] the chat
}
solve = Solve
reopen = Reopen
give-back = Give back to the queue
copy = Copy
copy-link = Copy the link
transcript = Download the conversation

# The thread.
thread-name = Conversation, { $name }
older-loading = Fetching older messages
new-below = { NUMBER($count) ->
    [one] One new message
   *[other] { $count } new messages
}
said-name = { $name }, { $time }
said-answered = answered { $time }
said-masked = masked before storing
said-read = read
said-sent = sent
masked-identity-code = identity code masked
masked-swedish-number = Swedish personal number masked
masked-card = card number masked
masked-account = account number masked
file-picture = Picture: { $name }
note-head = Note · seen only in the workspace · { $name } { $time }
note-name = Note, { $name }, { $time }
unsent-name = Your message, not there yet
unsent-leaves = { NUMBER($seconds) ->
    [one] Leaves in a second
   *[other] Leaves in { $seconds } seconds
}
unsent-take-back = Take back
unsent-sending = Sending
unsent-waiting = Waiting for the connection
unsent-refused = Not sent, the text is safe
unsent-edit = Back to the field
elsewhere-leaves = Your reply leaves in { NUMBER($seconds) ->
    [one] a second
   *[other] { $seconds } seconds
}: { $name }
elsewhere-refused = Your message was not sent, the text is safe: { $name }
elsewhere-open = Show
again = Try again
typing = { $name } is writing
typing-reply = { $name } is writing a reply
typing-note = { $name } is writing a note

# What happened.
happened-started = { $customer } started a chat
happened-started-on = { $customer } started on
happened-by-rule = rule:
happened-invited = The conversation began with an invitation:
happened-chose = The customer chose:
happened-left-message = { $customer } left a message
happened-taken = { $agent } took { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
}
happened-taken-me = You took { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
}
happened-back-gone = { $agent } lost the connection, { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
} went back to the queue
happened-back-gone-me = You lost the connection, { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
} went back to the queue
happened-back-left = { $agent } does not answer customers any more, { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
} went back to the queue
happened-freed = Nobody of the team { $team } was there, so others may take this as well
happened-overflowed = The chat has waited so long that it may also be taken by
team-is-removed = a removed team
happened-target-missed = The answer target of { $target } was missed
happened-back-given-me = You gave { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
} back to the queue
happened-subject-me = You wrote the subject:
happened-back-given = { $agent } gave { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
} back to the queue
happened-offered = The chat was offered to { $agent }
happened-offered-me = The chat was offered to you
happened-offer-ended = { $why ->
    [let_pass] { $agent } missed the offer
   *[withdrawn] The offer to { $agent } was withdrawn
}
happened-offer-ended-me = { $why ->
    [let_pass] You missed the offer
   *[withdrawn] The offer to you was withdrawn
}
happened-transferred = { $agent } transferred { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
}:
happened-transferred-me = You transferred { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
}:
happened-ended-customer = { $customer } ended { $channel ->
    [message] the contact
    [call_back] the call-back
   *[chat] the chat
}
happened-ended-agent = { $agent } ended { $channel ->
    [message] the contact
    [call_back] the call-back
   *[chat] the chat
}
happened-ended-me = You ended { $channel ->
    [message] the contact
    [call_back] the call-back
   *[chat] the chat
}
happened-ended-silence = { $channel ->
    [message] The contact
    [call_back] The call-back
   *[chat] The chat
} ended because nobody wrote
happened-resumed = { $channel ->
    [message] The message is open again: { $agent } went on with it
    [call_back] The call-back is open again: { $agent } went on with it
   *[chat] The chat is open again: { $agent } went on with it
}
happened-resumed-me = { $channel ->
    [message] The message is open again: you went on with it
    [call_back] The call-back is open again: you went on with it
   *[chat] The chat is open again: you went on with it
}
happened-state = { $agent } changed the state:
happened-state-me = You changed the state:
happened-reopened = { $customer } wrote again, and the case was opened
happened-owner = Owner:
happened-subject = { $agent } wrote the subject:

# Writing.
composer-modes = What you write
tab-reply = Reply to the customer
tab-note = Note
tab-side = Side conversation
mode-reply = You are writing a reply to the customer.
mode-note = You are writing a note. The customer does not see it.
mode-side = You are writing to colleagues. The customer does not see it.
field-reply = Reply to { $name }
field-note = Note, not seen by the customer
field-side = Side conversation, not seen by the customer
hint-note = Seen only in the workspace
hint-side = Write to colleagues
draft-kept = Draft kept { $time }
tab-unsent = unfinished
enter-sends = Enter sends
left-message-hint = The customer sees the answer on opening the chat again
enter-notes = Enter saves
enter-sends-aside = Enter sends to colleagues
send = Send
note-it = Save
say-aside = Send to colleagues
send-later = Leaves when the connection is back
send-anyway = Send anyway
too-long = { NUMBER($count) ->
    [one] One character too many
   *[other] { $count } characters too many
}
uploading = The file is still on its way
attach = Attach
files = Attachments
file-progress = Uploading: { $name }
file-remove = Remove { $name }
file-failed = Did not get through.
file-too-large = The file is over { $size }. Make it smaller and attach it again.
file-too-many = A message takes 10 files. Send this in the next one.
file-stops = { NUMBER($count) ->
    [one] One file can not go. Remove it, and you can send.
   *[other] { $count } files can not go. Remove them, and you can send.
}
file-again = Try again: { $name }
note-no-files = A note can not have files. Attach it to the reply.
locked-closed = The case is closed. If { $name } writes again, it becomes a new case. You can still write a note.
locked-full = { $channel ->
    [message] The contact
    [call_back] The call-back
   *[chat] The chat
} has ended. You can go on with it when one of your hatches is free. You can write a note now.
resumes = The ended conversation goes on with your answer
locked-waiting = Take { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
} to answer. You can write a note already.
locked-held = { $name } answers { $channel ->
    [message] this message
    [call_back] in this call-back
   *[chat] in this chat
}. You can still write a note.
locked-read-only = You can read, not write.
collision = { $name } answered this at { $time },
collision-more = while you wrote. Read the message before you send yours.
collision-show = Show the message
emoji = Emoji
emoji-choose = Choose an emoji
emoji-find = Find an emoji
emoji-group = Group
emoji-none = Nothing found.
emoji-failed = The emoji did not load. Close and try again.
emoji-smileys = Smileys
emoji-people = People
emoji-nature = Animals and nature
emoji-food = Food and drink
emoji-travel = Travel and places
emoji-activities = Activities
emoji-objects = Objects
emoji-symbols = Symbols
emoji-flags = Flags

# Prepared replies.
prepared = Prepared replies
prepared-short = Prepared
prepared-count = { NUMBER($count) ->
    [0] No matches
    [one] 1 match
   *[other] { $count } matches
}
prepared-aloud = { NUMBER($count) ->
    [0] No prepared reply fits this.
    [one] 1 prepared reply. Insert it with Enter.
   *[other] { $count } prepared replies. Choose with the arrow keys and insert with Enter.
}

# The case.
facts = About the case
subject = Subject
subject-hint = Write a subject
subject-none = No subject
state = State
owner = Owner
changed-state-by = { $name } changed the state: { $to }
changed-owner-by = { $name } changed the owner: { $to }
start-page = Page where the contact began
came-from = Came from { $page }
contacts = Contacts of this case
answered-in = answered { $time }
earlier = Earlier cases
earlier-none = No earlier cases.

# Dialogs and toasts.
cancel = Cancel
close = Close
undo = Undo
end-title = End { $channel ->
    [message] the contact
    [call_back] the call-back
   *[chat] the chat
}: { $name }?
end-more = The slot becomes free and case { $number } stays open. The customer can go on with the same case by writing again.
end-draft = There is an answer in the field that you have not sent. If you end now, it stays a draft and does not reach the customer.
solve-unsent = Your answer is still in the field
solve-unsent-more = { $name } has not received it. Send it before the case is solved?
solve-unsent-anyway = Solve without sending
solve-unsent-send = Send and solve
transfer-title = Transfer { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
}: { $name }
transfer-to = To whom
transfer-nobody = Nobody has a free slot now. { $channel ->
    [message] The message
    [call_back] The call-back
   *[chat] The chat
} stays with you.
transfer-choose = Choose who gets { $channel ->
    [message] the message
    [call_back] the call-back
   *[chat] the chat
}
transfer-write = Write what it is about and what is known
transfer-note = Note
transfer-note-hint = What is it about and what is known already? The customer does not see this.
transfer-sees = The customer sees:
transfer-sees-agent = Your chat moved. { $name } is answering you.
transfer-sees-team = Your chat moved to the right queue
transferring = Transferring…
receiver-free = { NUMBER($free) ->
    [one] one free slot of { $slots }
   *[other] { $free } free slots of { $slots }
}
receiver-team = Team: { $name }
receiver-present = { NUMBER($count) ->
    [one] one present
   *[other] { $count } present
}
toast-solved = Case { $number } solved
toast-not-undone = Case { $number } is still solved: { $title }. { $detail }
toast-reopened = Case { $number } is open again
toast-link-copied = Link to case { $number } copied
toast-transferred = Case { $number } transferred: { $to }

# Keys.
keys-luukku = Slot 1–8
keys-longest = Longest wait
keys-step = Previous / next
keys-take = Take from the queue
keys-beside = Side by side on and off
keys-send = Send
keys-line = New line
keys-undo = Take back, 5 s
keys-note-toggle = Note on and off
keys-send-solve = Send and solve
keys-escape = Out of the field
keys-pane = Next pane
keys-reply = Answer
keys-note = Note
keys-side = Side conversation
keys-transfer = Transfer
keys-solve = Solve
keys-end = End the chat
keys-walk = Message up / down

# Whom a waiting chat would be offered to now, for supervisors.
routing = Who would get this now?
routing-by-rule = By the rule: { $rule }
routing-again = Look again
routing-failed = The server did not answer. Look again in a moment.
routing-waits-not = This does not wait in the queue any more.
routing-nobody-here = Nobody is there.
routing-offered = Offered now to: { $agent }
routing-chosen = Would now be offered to: { $agent }
routing-by-hand = It is offered to nobody now, but taken from the queue.
routing-nobody = Nobody can take this right now.
routing-may = can take it, { NUMBER($count) ->
    [0] no chats
    [one] one chat
   *[other] { $count } chats
}, has waited for a new one { $time }
routing-was-last = last with this customer
routing-passed = let it pass already or it came back to the queue, is asked last
routing-takes = takes from the queue themselves
routing-elsewhere = could take it, but it is offered to somebody else
routing-full = slots are full
routing-absent = on a break
routing-skill = lacks the skill that is needed
routing-level = speaks the language less well than needed
routing-language = does not speak this language
routing-client = does not serve this client
routing-team = is not in the team that this waits for
routing-teams = is in none of the teams that may take this

# Categories and tags of a case.
labels = Category and tags
labels-choose = Choose a category
labels-change = Change
labels-title = What is the case about?
labels-title-asked = What was the case about?
labels-asked-more = { $name } wants to know this before the case is done.
labels-find = Find a category or a tag
labels-kind = { $kind ->
        [category] Categories
       *[tag] Tags
    }
labels-nothing = No category or tag is found by “{ $query }”
labels-now = Chosen: { $names }
labels-now-none = No category yet
labels-missing = { $kind ->
        [category] Choose a category
       *[tag] Choose at least one tag
    }
labels-done = Done
labels-close = Close the case
labels-send = Send and solve
happened-labelled-me = You sorted the case:
happened-labelled = { $agent } sorted the case:
happened-unlabelled-me = You removed the category and tags of the case
happened-unlabelled = { $agent } removed the category and tags of the case
keys-labels = Choose category and tags

# How urgent a contact is said to be, and how it is best handled.
triage = Urgency and handling
triage-do = Say how urgent it is
triage-again = Change it
triage-by-rule = A rule has set this. Nobody has triaged yet.
triage-none = Not triaged yet
triage-title = How urgent: { $name }
triage-how = How is this best handled: { $name }
triage-more = The row says how great the impact is, the column how soon help is needed. What is urgent goes first in the queue, but not before those who have waited long.
triage-impact-step = { $step ->
        [most] Great impact
        [some] Some impact
       *[least] Little impact
    }
triage-urgency-step = { $step ->
        [most] At once
        [some] Today
       *[least] Later is fine
    }
triage-estimate = { $impact } · { $urgency }
triage-priority = { $step ->
        [most] Urgent
        [some] As usual
       *[least] Can wait
    }
triage-path = { $path ->
        [now] Answer now
        [later] Come back later
        [colleague] Hand to somebody else
       *[elsewhere] Refer elsewhere
    }
triage-mark = { $priority } · { $path }
triage-back = Change the urgency
toast-triaged = Case { $number }: { $mark }
happened-triaged-me = You triaged it:
happened-triaged = { $agent } triaged it:
keys-triage = Triage: urgency and handling

# A chat that is not opened to customers yet.
closed-not-live = Not opened to customers yet
doors-launch = Open the launch page

# Naming people and teams in a note.
mention = Mention
mention-there = present
mention-away = not present
mention-team = { NUMBER($count) ->
    [0] team, nobody present
    [one] team, one present
   *[other] team, { $count } present
}
mention-aloud = { NUMBER($count) ->
    [one] One you can mention. Choose with Enter.
   *[other] { $count } you can mention. Arrows to browse, Enter to choose.
}
# Sales texts among the prepared replies.
sales-lock-unsolved = Locked until the case is solved or marked as waiting
sales-lock-kept-waiting = Locked: the customer has just been kept waiting too long
# A chat that is parked with a promised time.
park = Come back…
park-title = When will you be back? { $name }
park-when = Promise a time
park-choice = { $choice ->
        [half] In 30 minutes
        [hour] In an hour
       *[other] Another time
    }
park-today = Today at { $time }
park-tomorrow = Tomorrow at { $time }
park-other = Day and time
park-zone = The client’s clock: { $zone }
park-write = Write a day and a time
park-sees = The customer gets a message with this time. Your slot becomes free, and you are reminded when the time comes near.
park-sees-waits = The customer gets a message with this time. They still wait for your answer: a promise does not stop the clock.
park-do = Promise and free the slot
parked = Promised
go-on = Go on
promise = Promised
promise-by = { $agent } comes back { $when }
promise-at = at { $time }
promise-on = { $day } at { $time }
promise-left = { $time } left
promise-said-left = { $time } left
promise-said-over = { $time } past the promised time
toast-parked = Case { $number }: you come back { $when }
news-promise-near = { $channel ->
    [call_back] You promised to call in 10 minutes: { $name }, case { $number }
   *[chat] You promised to come back in 10 minutes: { $name }, case { $number }
}
news-promise-due = { $channel ->
    [call_back] You promised to call now: { $name }, case { $number }
   *[chat] You promised to come back now: { $name }, case { $number }
}
happened-parked-me = { $channel ->
    [call_back] You promised to call again
   *[chat] You promised to come back
}
happened-parked = { $channel ->
    [call_back] { $agent } promised to call again
   *[chat] { $agent } promised to come back
}
happened-kept-me = You came back in time
happened-kept = The customer was answered by the time that { $agent } promised
happened-broken-me = { $channel ->
    [call_back] You promised to call, but the time passed:
   *[chat] You promised to come back, but the time passed:
}
happened-broken = { $channel ->
    [call_back] { $agent } promised to call, but the time passed:
   *[chat] { $agent } promised to come back, but the time passed:
}
happened-back-wrote = { $customer } wrote, and the { $channel ->
        [message] message
        [call_back] call-back
       *[chat] chat
    } went back to the queue
keys-park = Promise to come back

# Handovers that the customer feels.
handovers = Handovers
handovers-count = { NUMBER($count) ->
        [one] another agent has come to the customer once
       *[other] another agent has come to the customer { $count } times
    }
happened-raised = Another agent has come { $count } times: the case was raised to the supervisor
news-raised = Another agent has come for the third time: { $name }, case { $number }
news-broken = A promised time has passed: { $name }, case { $number }

# A hostile customer.
conduct = Abusive message
conduct-title = Abusive message: { $name }
conduct-flag = Mark as abusive
conduct-flag-more = The mark stays in the history of the case, and the supervisor is told at once. The customer does not see it.
conduct-flagged = The message is marked as abusive, and the supervisor knows. What next?
conduct-warn = Warn.
conduct-warn-more = A prepared warning goes to the reply field in the customer's language. Read it and send it yourself.
conduct-warn-do = Put the warning in the reply
conduct-warning-words = I am glad to help you, but I do not answer abusive messages. If the conversation goes on like this, I have to end it.
conduct-end = End.
conduct-end-more = You do not have to go on with a conversation like this.
conduct-ended = The chat has ended.
conduct-block = Block the visitor
conduct-block-more = The visitor cannot write in this chat or start a new one. A supervisor can lift the block earlier. An open chat ends.
conduct-how-long = { $howLong ->
    [hour] for an hour
    [day] for a day
   *[week] for a week
}
conduct-reason = Why? Seen only in the workspace.
conduct-reason-missing = Write why you block the visitor
conduct-block-do = Block
conduct-blocked = { $name } is now blocked.
blocked-until = Blocked until { $until }
conduct-break = Do you want to take a breath? Your chats stay with you.
conduct-break-go = Take a break
happened-flagged-me = You marked a message as abusive
happened-flagged = { $agent } marked a message as abusive
happened-blocked-me = You blocked the visitor
happened-blocked = { $agent } blocked the visitor
news-flagged = Abusive message: { $name }, case { $number }

# Whether the customer is still on the website.
on-page = on the page
on-page-left = left the page at { $time }
on-page-left-on = left the page on { $date }

# First and last words that the client has prepared.
first-last = { $which ->
    [greeting] Greeting
   *[closing] Closing
}
first-last-put = { $which ->
    [greeting] Put in the greeting
   *[closing] Put in the closing
}
keys-first-last = Put in the greeting or the closing

# What I lack for a contact that waits.
lack-language = { $language ->
    [fi] needs Finnish
    [sv] needs Swedish
   *[en] needs English
}
lack-level = { $level ->
    [copes] { $language ->
        [fi] needs basic Finnish
        [sv] needs basic Swedish
       *[en] needs basic English
    }
    [native] { $language ->
        [fi] needs native Finnish
        [sv] needs native Swedish
       *[en] needs native English
    }
   *[other] { $language ->
        [fi] needs fluent Finnish
        [sv] needs fluent Swedish
       *[en] needs fluent English
    }
}
lack-skill = needs the skill { $skill }
# Ending with the customer sent elsewhere.
refer = Referred elsewhere
refer-title = Referred elsewhere: { $name }
refer-lead = The case is marked as solved, and the chat ends. The customer does not see what you write here.
refer-rather = Can you hand the case straight to a colleague or a team? Then the customer need not start again.
refer-place = Where did you send the customer?
refer-why = Why?
refer-reason = { $reason ->
        [not_ours] The matter is not ours
        [no_right] We did not have the rights it takes
       *[no_knowledge] We did not know the answer
    }
refer-remedy = What would have solved it here?
refer-remedy-hint = The answers become a list of rights and knowledge worth getting.
refer-choose = Choose
refer-else = Something else, I write it below
refer-write = Write it below.
refer-note = Note
refer-place-missing = Choose where you sent the customer
refer-reason-missing = Choose a reason
refer-remedy-missing = Choose what would have solved it
refer-note-missing = Write where you sent the customer, or what would have solved it
refer-do = Solve the case
refer-unsent = Your answer is still in the field. Send it first.
referral = Referred
referral-in-note = see the note
happened-referred-me = { $reason ->
        [not_ours] You sent the customer elsewhere because the matter is not ours:
        [no_right] You sent the customer elsewhere because the right was missing:
       *[no_knowledge] You sent the customer elsewhere because nobody knew the answer:
    }
happened-referred = { $reason ->
        [not_ours] { $agent } sent the customer elsewhere because the matter is not ours:
        [no_right] { $agent } sent the customer elsewhere because the right was missing:
       *[no_knowledge] { $agent } sent the customer elsewhere because nobody knew the answer:
    }
queue-full-exceed = Your slots are full. You may still take one more when you say why.
conduct-pass = Go on to warning and blocking
conduct-flagged-before = A message in this conversation was marked earlier.
news-came-back = { $name } wrote before the time you promised: case { $number } is in the queue
locked-parked-full = Your slots are full. You can go on with this chat when one is free. A note you can write now.

# Languages in which an open chat takes nobody.
closed-no-speaker = Closed: nobody here speaks the language that is needed
closed-in = { $language ->
    [fi] not in Finnish
    [sv] not in Swedish
   *[en] not in English
}
closed-in-full = { $language ->
    [fi] the queue is full in Finnish
    [sv] the queue is full in Swedish
   *[en] the queue is full in English
}
# Rules by their names, where nobody who is there knows what they ask for.
closed-by-rules = { $count ->
    [one] closed to some by the rule { $rules }
   *[other] closed to some by the rules { $rules }
}
# A name among other words.
quoted = “{ $text }”
# How the client asks its agents to write.
style = Style note
style-avoid = Avoid the words:
style-emoji = { $rule ->
    [limit] A message may have at most one emoji
   *[forbid] Agents use no emoji here
}
avoid-words = To avoid for this client: { $words }

# What a client asks of its agents.
agent-rules-new = New house rules: { $client }
agent-rules-done = I have read them

# Where the customer's contact before this one was left.
left = Where it was left last time
left-solved = { $name } solved the case
left-solved-itself = The case was solved
left-referred = { $name } referred the customer elsewhere
left-promised = { $name } promised to come back
left-ended = The conversation ended, { $name } had it last
left-unanswered = The conversation ended without an answer
left-open-promise = { $name } has promised to come back by { $time }.

# Who the customer is.
verified = Verified
verified-what = The customer has signed in on the website, and the website has confirmed who they are.
verified-typed = The website has confirmed who the customer is. The name and address are what they have typed themselves.
unverified-nameless = Not verified.
unverified-what = Not verified. The name and address are what they have told themselves.
customer = Customer

# How my own day weighs on me: shown to me alone.
load-own = Your own day
load-only-you = Only you see this.
load-long = You have been answering chats for { $time } without a break. Take one?
load-rest = Take a break
load-later = Later
load-in-chat = In chats without a break
load-since-break = Since your last break
load-no-break = no break today
load-at-once = Chats at once
load-at-once-of-late = { $now } now, { $late } on average over an hour
load-answers = You usually answer
load-answers-of-late = in { $late } s now, in { $earlier } s earlier today
load-slots = Slots now
load-slots-now = { $now }, usually { $usual }
load-eased = { $slots ->
    [one] You have one slot for now; the rest come back after a break.
   *[other] You have { $slots } slots for now; the rest come back after a break.
}

# What colleagues say to one another beside the customer's thread.
side-head = Side conversation · seen only in the workspace
side-none = Talk with colleagues about this case here. Bring somebody in with @. The customer does not see it.
side-unread = { NUMBER($count) ->
    [one] One unread in the side conversation
   *[other] { $count } unread in the side conversation
}
side-lines = { NUMBER($count) ->
    [one] one line
   *[other] { $count } lines
}

# What is known of the customer: written once, so that nobody asks it again.
known = Already known
known-none = Nothing yet.
known-add = Add
known-empty = empty
known-by = Written by { $agent }, { $when }
known-emptied-by = Taken out by { $agent }, { $when }
known-kept = Saved: { $field }
known-removed = Taken out: { $field }
known-put-back = Put back: { $field }
known-newer = { $agent } has changed it since: { $field }
known-meanwhile = { $agent } has just written: { $text }
known-retired = not in use
known-remove = Remove
known-remove-of = Remove: { $field }
known-remove-ask = Remove this for good? The field is no longer in use, so it cannot be written back.
known-remove-sure = Remove for good

# Where the customer has been on the website, where it tells that.
visit-pages-all = Show all { $count }
visit-pages = Pages of this visit
# Customers who ask to be called.
empty-call = A customer waits for a call
empty-call-more = { $name } waits to be called.
channel-call-back = Call-back
phone = Telephone
calls = Call-backs
call-number = Call { $phone }
call-by = by { $time }
call-by-on = by { $day } at { $time }
call-no-room = you have no slots free for a call now
call-tries = { NUMBER($count) ->
    [one] tried once
   *[other] tried { $count } times
}
call-mark = Note the call
call-title = Call: { $name }
call-came = How did it go?
call-spoken = We spoke
call-not-reached = Could not reach them
call-note = What did you agree on?
call-note-missing = Write what you agreed on
call-again-when = When do we try again?
call-last = This was try { $tries }, the last one. We do not call again and ask the customer to write.
call-sees = The customer sees that you called. They do not see the note.
call-sees-again = The customer sees when we call again.
call-do = Note it
toast-called = Case { $number }: the call is noted
toast-not-reached = Case { $number }: noted that the customer was not reached
left-open-call = A call is promised by { $time }.
happened-call-asked = { $customer } asked for a call
happened-ended-call = { $customer } asked for a call instead of waiting
happened-call-promised = A call was promised
happened-called = { $agent } called and spoke with the customer
happened-called-me = You called and spoke with the customer
happened-not-reached = { $agent } called and did not reach the customer (try { NUMBER($count) })
happened-not-reached-me = You called and did not reach the customer (try { NUMBER($count) })
happened-kept-call = The customer was called by the promised time
happened-broken-call = The call was later than promised:
