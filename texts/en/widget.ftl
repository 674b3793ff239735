# The chat panel inside the frame.

# The launcher. $desk is already in the right case ("IT-tuelta").
launcher-ask = Ask { $desk }
launcher-ask-us = Ask us
launcher-open = The chat is open
launcher-leave = Leave a message
launcher-opens = The chat opens { $when }
launcher-continue = Continue the chat
launcher-replied = { $name } replied
launcher-replied-somebody = You have a reply

# The top of the panel.
head-language = Language
head-minimise = Minimise
head-answers = { $channel ->
    [call_back] { $name } is calling you
   *[other] { $name } is answering you
}
head-ended = The chat ended at { $time }
head-closed = The chat is closed now
head-case = Case { $number }
head-sent = Your message is saved

# Before the first message.
ask-title = What would you like to ask?
ask-person = A person will answer you. Ask in your own words.

# Waiting.
queue-place = { $place ->
    [1] You are next in line
    [2] You are second in line
    [3] You are third in line
    [4] You are fourth in line
    [5] You are fifth in line
   *[other] You are number { $place } in line
}
queue-waiting = Your message is saved
queue-estimate = Estimated wait: { $wait }.
queue-stays = You keep your place even if you change pages.
queue-soon = An adviser answers here as soon as one is free.
queue-waited = You have waited { $time }
launcher-estimate = Estimated wait { $wait }
wait-under = under a minute
wait-range = { $from }–{ $to } minutes
wait-about = about { $minutes } minutes
wait-hour = over an hour
waited-hours = { $hours } h { $minutes } min
waited-minutes = { $minutes }:{ $seconds }

# The thread.
thread-name = Conversation
thread-you = You
thread-desk = The adviser
thread-started = { $when } · your case number is { $number }
thread-again = You are back in the queue. Your wait still counts.
thread-moved = Your chat moved to the right queue
thread-moved-to = Your chat moved. { $name } is answering you.
thread-ended = The chat ended at { $time }
thread-ended-by-me = You ended the chat at { $time }
thread-solved = We marked the case as solved
thread-referred = We directed you elsewhere
thread-automatic = Automatic
thread-typing = { $name } is writing
thread-new = { $count ->
    [one] 1 new message
   *[other] { $count } new messages
}
day-today = Today
day-yesterday = Yesterday
message-leaving = Sending
message-stored = Saved
message-stored-first = Saved. The adviser reads this first.
message-read = Read
message-not-sent = Not sent, your text is safe
message-again = Try again
message-take-back = Edit
mask-identity_code = personal identity code hidden
mask-swedish_number = personal number hidden
mask-payment_card = card number hidden, ends in { $end }
mask-bank_account = account number hidden, ends in { $end }

# Writing.
write-label = Message
write-hint = Write a message
write-hint-waiting = Tell us more
write-send = Send
write-attach = Attach a file
write-smile = Add a smiley
write-too-long = { $count ->
    [one] The message is one character too long. Shorten it or send it in two parts.
   *[other] The message is { $count } characters too long. Shorten it or send it in two parts.
}
write-closed = Nobody can answer right now. Your message is kept with case { $number }, and we will answer in this window.
warn-identity_code = The message seems to have a personal identity code in it.
warn-swedish_number = The message seems to have a Swedish personal number in it.
warn-payment_card = The message seems to have a card number in it.
warn-bank_account = The message seems to have an account number in it.
warn-mask = It is not needed. We hide it before the message is sent.

# Files.
file-remove = Remove { $name }
file-progress = Sending the file { $name }
file-ready = Ready
file-waiting = The message is sent when the file has arrived.
file-too-large = { $name } is too large. The largest size is { $limit }.
file-empty = { $name } is empty.
file-failed = { $name } was not sent. Check your connection and attach it again.
file-download = Download
file-picture = Picture: { $name }
file-missing = The file did not open. Try again.
size-kb = { $size } kB
size-mb = { $size } MB

# The connection.
link-lost = The connection was lost.
link-retry = We try again in { $seconds } s. You can keep writing.
link-trying = We are trying again. You can keep writing.
link-back = The connection is back.
link-now = Try now

# Closed.
closed-today = We open today at { $time }
closed-tomorrow = We open tomorrow, { $day }, at { $time }
closed-weekday = We open on { $day } at { $time }
closed-date = We open on { $date } at { $time }
closed-nobody = The advisers are away right now
closed-full = The line is full right now
closed-while-writing = The chat has just closed. Your text is safe.
closed-while-filling = The line has just filled up. Your text is safe.

# Hours.
hours-none = Closed
hours-all-day = around the clock
hours-today = Open today { $hours }
hours-today-closed = Closed today
weekday-on = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[other] Sunday
}
weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[other] Sun
}
clock = { $hour }:{ $minute }
when-today = at { $time }

# The end.
end-ask = End the chat
end-ask-queue = Leave the line
end-sure = End the chat?
end-sure-queue = Leave the line? Your question is kept.
end-yes = End
end-yes-queue = Leave
end-no = Continue
end-failed = The chat did not end. Try again.
end-title = Thank you for asking
end-blocked = You cannot write in this chat now
end-number = Your case number is { $number }. You can come back to this case on this device.
end-solved = Case { $number } is solved. If something is still open, continue the same case.
end-referred = We directed you elsewhere with case { $number }. If something is still open, continue the same case.
end-save = Save the conversation
end-continue = Continue the same case
end-new = Start a new chat
end-closed = Case { $number } is finished. A new message starts a new case.
save-file = conversation-{ $number }.txt
save-failed = Saving did not work. Try again.
rules = House rules
matter = Topic
matter-none = None chosen
