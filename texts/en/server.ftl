# What the server itself says: refusals, letters, automatic messages.

## Refusals: one sentence, and a -detail when there is something to do

refusal-malformed = The request cannot be read
refusal-malformed-detail = Check that you send valid JSON in UTF-8.
refusal-too-slow = The request came too slowly
refusal-too-slow-detail = The connection is slow or broke off. Send it again.
refusal-invalid = Something needs to be corrected
refusal-too-large = You sent too much at once
refusal-too-large-detail = Shorten the text or send it in parts.
refusal-wrong-media-type = Send the data as JSON
refusal-not-found = We cannot find this
refusal-not-found-detail = It may have been removed, or you may not have the right to see it.
refusal-no-such-method = This address does not do what you asked
refusal-not-signed-in = Sign in first
refusal-wrong-sign-in = The address or the password is not right
refusal-wrong-sign-in-detail = Check both and try again. If you have forgotten the password, ask the owner for a new link.
refusal-may-not = You do not have the right to do this
refusal-may-not-detail = Ask the owner of the desk for it.
refusal-cross-site = The request came from another site
refusal-cross-site-detail = Open the desk at its own address and try again.
refusal-unknown-host = There is no desk at this address
refusal-too-many = Too many attempts in a row
refusal-too-many-detail = Wait a moment and try again.
refusal-too-many-searches = You have too many searches under way
refusal-too-many-searches-detail = Wait a moment and search again.
refusal-not-stored = It could not be stored
refusal-not-stored-detail = Nothing was lost. Try again in a moment.
refusal-disk-full = The server's disk is full
refusal-disk-full-detail = Your text was not stored. Keep it and try again later.
refusal-broken = Something went wrong on the server
refusal-broken-detail = Try again. If it happens again, tell the administrator.
refusal-id-reused = Something else has already been sent with this id
refusal-email-taken = There is already a user with this address
refusal-last-owner = The desk must have an owner
refusal-last-owner-detail = Make somebody else an owner first.
refusal-in-use = This cannot be removed, because it is in use
refusal-in-use-detail = Chats are waiting for the team. Remove it when they have been handled.
refusal-screen-gone = The connection has expired
refusal-screen-gone-detail = Open it again.
refusal-held-by-another = { $name } already has this
refusal-offered-to-another = Offered to { $name } right now
refusal-offered-to-another-detail = If nobody takes it in a moment, you can.
refusal-slots-full = All your hatches are taken
refusal-slots-full-detail = End or hand over a chat first.
refusal-may-not-exceed = All your hatches are taken
refusal-may-not-exceed-detail = You cannot take more than you have slots. One more can be taken by: { $names }
refusal-not-held-by-you = You do not have this chat
refusal-not-held-by-you-detail = Take the chat, and you can answer.
refusal-contact-ended = The chat has ended
refusal-case-closed = The case is closed
refusal-case-closed-detail = A new message opens a new case.
refusal-colleague-answered = A colleague was quicker
refusal-colleague-answered-detail = Read their answer first. You can send yours after that.
refusal-target-gone = The chat cannot be handed over there
refusal-target-gone-detail = The receiver is not there, or has no free hatch.
refusal-empty = Write something first
refusal-too-long = The text is too long
refusal-too-long-detail = Shorten it or send it in parts.
refusal-pictures-wait = Many pictures are waiting their turn
refusal-pictures-wait-detail = Your picture was not saved yet. Send it again in a moment.
refusal-files-unsent = Too many files are waiting for their message
refusal-files-unsent-detail = First send the message that you added files to. If you added none, try again in a moment: somebody else may be using the same network.
refusal-too-many-files = Too many files
refusal-too-many-files-detail = One message can have at most { $limit } files. Send the rest in another message.
refusal-chat-closed = The chat is closed now
refusal-nobody-knows = Nobody who knows about this is here right now
opening-full = Those who know about this are all busy right now
refusal-chat-closed-detail = You can leave a message, and we will answer it.
refusal-too-late-to-undo = It is too late to undo the solution
refusal-too-late-to-undo-detail = You can reopen the case. The chat has ended, but the customer can write in the same case.
refusal-for-another-team = The chat is waiting for another team
refusal-lacks-language = { $language ->
    [fi] This needs Finnish
    [sv] This needs Swedish
   *[en] This needs English
}
refusal-lacks-level = { $level ->
    [copes] { $language ->
        [fi] This needs basic Finnish
        [sv] This needs basic Swedish
       *[en] This needs basic English
    }
    [native] { $language ->
        [fi] This needs native Finnish
        [sv] This needs native Swedish
       *[en] This needs native English
    }
   *[other] { $language ->
        [fi] This needs fluent Finnish
        [sv] This needs fluent Swedish
       *[en] This needs fluent English
    }
}
refusal-lacks-skill = This needs the skill { $skill }
field-levels = Choose a level from 1 to 3 for each language.
refusal-not-by-hand = This state is not set by hand
refusal-one-target = Choose one receiver
refusal-one-target-detail = Hand over either to a person or to a team.
refusal-file-too-large = The file is too large
refusal-file-too-large-detail = A file may be { $limit } megabytes at most.
refusal-unknown-label = The category or tag cannot be used
refusal-unknown-label-detail = It has been retired, it belongs to another client, or there are more than 10 tags. Choose again.
refusal-labels-missing = The case lacks a category or a tag
refusal-labels-missing-detail = This client needs it before the case can be solved or closed.
refusal-place-missing = Choose or write where the customer was sent
refusal-remedy-missing = Choose or write what would have solved the case here
refusal-newer-case = The visitor has a newer case already
refusal-newer-case-detail = Open it and block the visitor there: then their open chat ends as well.
refusal-launch-open = The chat cannot be opened to customers yet
refusal-launch-open-detail = Mandatory points of the launch are still open.
refusal-cannot-be-named = This names somebody who cannot see the case
refusal-cannot-be-named-detail = Mention only people and teams who may read the case. The note was not saved.
refusal-promise-time = That time cannot be promised
refusal-promise-time-detail = Choose a time that is at least a minute and at most a month away.
refusal-token-refused = The website's token was not accepted
refusal-token-refused-detail = The chat goes on without identification. The reason is in the server's log.

## What is wrong with a field

field-unknown = There is no such field
field-missing = This is missing
field-wrong-type = This is the wrong kind of value
field-nul = The text has a character that cannot be stored
field-empty = Fill this in
field-too-long = Shorten to at most { $limit } characters
field-one-line = Write on one line
field-one-word = Write one word of letters, digits and hyphens
field-name-taken = There is already a prepared reply with this name in this language
field-unknown-variable = There is no variable { $variable }. Use these: { $known }
field-lone-brace = Braces are only for variables: { $known }
field-automatic-variable = An agent can fill the variable { $variable }, the chat cannot. Take it out, or choose that agents get the text prepared.
field-range = Give a number from { $from } to { $to }
field-email = Write an e-mail address such as name@example.com
field-email-taken = There is already a user with this address
field-password-short = Choose a password of at least { $shortest } characters
field-password-long = Choose a password of at most { $longest } bytes
field-password-wrong = The present password is not right
field-languages = Choose at least one language, each only once
field-time-zone = Write the time zone by its city, for example Europe/Helsinki
field-week = Give hours for seven days, in order and without overlaps
field-date = Choose a day, each only once
field-website = Write the address as in https://www.example.com
field-colour = Give the colour as in #0b5cad
field-colour-contrast = The colour does not stand out enough. The nearest that does is { $nearest }
field-unknown-id = We cannot find this
field-team-removed = This team does not exist any more. Choose another one.
field-overflow-cycle = This way the chat would come back to a team that has had it. Choose another team.
field-overflow-rights = The team cannot itself let another team see its clients. Choose a team that serves them already, or ask a supervisor.
field-overflow-too-long = A chat can go on to two teams at most. Choose another team.
field-scopes = Choose at least one right, each only once
field-too-many = There can be at most { $limit } of these
field-page = Write a path that begins with a slash, for example /prices
field-public-key = Paste an Ed25519 key as PEM or base64
field-label-taken = This name is in the list already
field-presence = Choose present or away
field-day = Give the day as 2026-12-06
field-launch-open = This point is still open
field-launch-measured = Luukku reads this from the settings
field-page-query = Write the address without question mark and hash: rules do not look at what follows them
field-page-path = Begin the path with a slash, for example /payroll

server-web-not-built = This program was built without its screens. Build it again without the setting LUUKKU_WEB=skip.

## A conversation to keep

transcript-file = conversation
transcript-heading = { $client }, case { $number }
transcript-me = Customer
transcript-automatic = Automatic
transcript-file-sent = (file: { $name })

## What is said by itself

parked-today = { $agent } is looking into your matter and will come back here today at { $time }. You can write here before that, too.
parked-tomorrow = { $agent } is looking into your matter and will come back here tomorrow at { $time }. You can write here before that, too.
parked-on = { $agent } is looking into your matter and will come back here on { $day } { $month } at { $time }. You can write here before that, too.
refusal-blocked = You cannot write in this chat now
refusal-blocked-detail = The conversation was abusive. You can write again in { $hours } h.
refusal-emoji-limited = A message may have at most one emoji
refusal-emoji-limited-detail = Leave one and send it again.
refusal-emoji-forbidden = Agents use no emoji for this client
refusal-emoji-forbidden-detail = Take them out and send it again.
refusal-rules-changed = The rules have changed
refusal-rules-changed-detail = Read the new text and say so again.

# What is known of customers
refusal-unknown-known-field = This is not kept any more
refusal-unknown-known-field-detail = The field has been retired, or it belongs to another client.

# What a team decides about its own rules
refusal-not-self-directed = This team does not decide about its rules itself
refusal-not-self-directed-detail = A supervisor or an owner can make a team self-directed.
refusal-proposal-over = This proposal is not open any more
refusal-proposal-over-detail = See among the team’s decisions what became of it.
refusal-proposal-changed = The proposal has just been changed
refusal-proposal-changed-detail = Read the new one and say what you think of it.
refusal-own-proposal = This is your own proposal
refusal-own-proposal-detail = Who proposes stands behind the proposal. You can change it or withdraw it.
refusal-too-many-proposals = There are already 20 open proposals
refusal-too-many-proposals-detail = Decide about one of them first.
field-nothing-changes = The proposal would change nothing. Change something.
# A customer who asks to be called.
refusal-calls-off = You cannot ask for a call now
refusal-call-ordered = We have your request for a call already
refusal-call-ordered-detail = Cancel it first if you want another time or number.
refusal-asks-for-call = The customer has just asked for a call instead of a chat
refusal-asks-for-call-detail = The case is among the call-backs now. You can take it there.
refusal-began-anew = The customer has begun a new case already
refusal-began-anew-detail = Go on there. This case stays solved.
refusal-awaits-call = The customer is waiting for a call
refusal-awaits-call-detail = Note the call (S) to agree on another time.
refusal-number-ordered = A call to this number has been asked for already
refusal-number-ordered-detail = Cancel the earlier request, or wait for the call.
refusal-calls-full = We cannot promise more calls now
refusal-calls-full-detail = Write to us what it is about, and we will answer in writing.
call-off = We will not call you about this any more. You can go on by writing here.
call-cancelled = You cancelled the call. We will not call you.
refusal-no-call = Nobody has asked for a call in this case
refusal-call-time = That time has passed
refusal-call-time-detail = Choose another one.
refusal-already-answered = { $name } is answering you here already
refusal-already-answered-detail = You can ask for a call here.
refusal-routing-rules-changed = The rules have just been changed
refusal-routing-rules-changed-detail = Your changes are still on this page. Save again. If this comes up again, somebody has changed the same rule as you: load the page again to see what.
refusal-too-many-estimates = The urgency has been estimated 20 times already
refusal-too-many-estimates-detail = The latest estimate stays. Write a note if it is no longer right.
field-phone = Write the number like 040 123 4567 or +46 70 123 45 67
field-phone-short = We cannot call that number. Write the whole number with its area code.
field-phone-premium = We do not call premium numbers. Write another number.
# A month in a date: 1/12 is read in two ways.
told-month = { $month ->
    [m1] Jan
    [m2] Feb
    [m3] Mar
    [m4] Apr
    [m5] May
    [m6] Jun
    [m7] Jul
    [m8] Aug
    [m9] Sep
    [m10] Oct
    [m11] Nov
   *[other] Dec
}
call-soon-today = We will call you (number ending in { $number }) today at { $time } at the latest. Write here if you want to tell us more.
call-soon-tomorrow = We will call you (number ending in { $number }) tomorrow at { $time } at the latest. Write here if you want to tell us more.
call-soon-on = We will call you (number ending in { $number }) on { $day } { $month } at { $time } at the latest. Write here if you want to tell us more.
call-at-today = We will call you (number ending in { $number }) today between { $from } and { $time }. Write here if you want to tell us more.
call-at-tomorrow = We will call you (number ending in { $number }) tomorrow between { $from } and { $time }. Write here if you want to tell us more.
call-at-on = We will call you (number ending in { $number }) on { $day } { $month } between { $from } and { $time }. Write here if you want to tell us more.
call-again-today = We called you but could not reach you. We will call again today at { $time } at the latest.
call-again-tomorrow = We called you but could not reach you. We will call again tomorrow at { $time } at the latest.
call-again-on = We called you but could not reach you. We will call again on { $day } { $month } at { $time } at the latest.
called-in-vain = We called you but could not reach you. We will not call again, but you can go on by writing here.
called-by = { $agent } called you.
