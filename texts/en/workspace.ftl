# The frame of the agents' workspace: opening, signing in, navigation.
workspace-opening = Opening the workspace
workspace-unreachable = Luukku can not be reached
workspace-unreachable-what = Check your network connection. We try again by ourselves when it is back.
try-again = Try again
skip-to-content = Skip to content
close = Close
loading = Loading
nav-main = Main menu
page-desk = Workspace
page-cases = Cases
page-case = Case { $number }
page-team = Team
page-decisions = Decisions
page-decisions-long = The team’s decisions
decisions-waiting = { NUMBER($count) ->
        [one] one proposal waits for your word
       *[other] { $count } proposals wait for your word
    }
decision-proposed = { $name } proposes a change: { $team }
decision-taken_effect = The team’s proposal has taken effect: { $team }
decision-objected = Somebody objects to your proposal: { $team }
decision-direct = { $name } changed the team’s rules directly: { $team }
decision-open = Look
page-availability = Availability
page-referrals = Referred elsewhere
page-settings = Settings
page-not-found = There is no such page
not-found-what = The address may be mistyped, or the page has been removed.
not-found-home = Open the workspace
no-permission = This page is for supervisors
no-permission-what = Your role does not see this page. Ask your supervisor for access.
page-failed = The page could not be opened
page-failed-what = The network may be down, or Luukku has just been updated. Nothing is lost.
title-over = ({ $count }) over – Luukku
title-page = { $page } – Luukku
find-or-do = Find or do

# Presence and my own menu.
presence-present = Present
presence-away = On a break
presence-gone = Gone
presence-unknown = Presence
presence-menu = Presence: { $presence }
presence-slots = { $taken }/{ $slots } slots
presence-present-what = You can take new chats from the queue
presence-away-what = Open chats stay with you. With nobody present the chat closes.
presence-failed = Your presence did not change. Try again.
me-menu = My menu: { $name }
me-settings = My settings
me-shortcuts = Shortcuts
me-sign-out = Sign out
look = Appearance
look-system = As the device
look-light = Light
look-dark = Dark
language = Language

# The connection.
connection-lost = The connection was lost at { $at }.
connection-lost-what = You see the latest we know. What you wrote is kept, and we try again.
connection-none = Luukku can not be reached.
connection-none-what = Check your network connection. We keep trying by ourselves.
connection-try-now = Try now
connection-back = The connection is back.
connection-retry-in = Next try in { $seconds } s.
connection-back-what = { NUMBER($messages) ->
        [0] Everything is kept.
        [one] One message came meanwhile, everything is kept.
       *[other] { $messages } messages came meanwhile, everything is kept.
    }
key-presence = Present or on a break

# Signing in.
sign-in-title = Sign in to Luukku
sign-in-email = E-mail
sign-in-password = Password
sign-in-show = Show
sign-in-hide = Hide
sign-in-show-password = Show the password
sign-in-hide-password = Hide the password
sign-in = Sign in
sign-in-busy = Signing in…
sign-in-forgotten = Forgotten your password? Ask your supervisor for a new invitation link.
sign-in-wrong = The e-mail and the password do not match
sign-in-wrong-what = Check both. After too many tries, signing in is locked for a while.
sign-in-too-often = Too many tries
sign-in-too-often-what = Try again in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }.
sign-in-unreachable = Luukku can not be reached
sign-in-unreachable-what = Check your network connection and try again. What you wrote is still here.
sign-in-empty-email = Write your e-mail address
sign-in-empty-password = Write your password
sign-in-languages = Language

# Choosing a password through an invitation.
invitation-title = Welcome, { $name }
invitation-lead = Choose a password to get to the workspace. You sign in with { $email }.
invitation-password = New password
password-hint = At least 12 characters. A good password is long: four ordinary words, for example.
password-short = Write at least 12 characters, now there are { $count }
password-long = The password is too long: at most 1,024 characters
invitation-accept = Set it and sign in
invitation-gone = The invitation link is no longer valid
invitation-gone-what = The link works only once and for three days. Ask your supervisor for a new one.
invitation-sign-in = Go to sign-in

# States of a case.
state-new = New
state-open = Open
state-waiting-for-customer = Waiting for the customer
state-waiting-for-others = Waiting for others
state-solved = Solved
state-closed = Closed

# The list of all cases.
cases-filter = Narrow down the cases
cases-number = Case number
cases-number-wrong = Type a number, such as 4821
cases-find = Find
cases-case = Case
cases-state = State
cases-client = Client
cases-owner = Owner
cases-changed = Changed
cases-all-states = All states
cases-all-clients = All clients
cases-all-owners = All owners
cases-mine = My cases
cases-more = Show more
cases-clear = Clear the filter
cases-count = { NUMBER($count) ->
        [0] No cases
        [one] One case
       *[other] { $count } cases
    }
cases-none = There are no cases yet
cases-none-what = The first one begins when somebody writes in the chat or leaves a message.
cases-no-match = No cases match this filter
cases-no-number = No case has the number { $number }
cases-no-match-what = Check the filter, or clear it and see all cases.
cases-failed = The cases could not be fetched
cases-failed-what = The connection may be down. Nothing is lost. Try again.

# The overview of shortcuts.
shortcuts-luukut = Slots
shortcuts-anywhere = Anywhere
shortcuts-writing = While writing
shortcuts-case = The case, when you are not writing
shortcuts-toggle = Open and close
shortcuts-on = Single-letter shortcuts can be switched off:
shortcuts-off = Single-letter shortcuts are off. Switch them on:

# Notifications of the browser.
notify-waiting = In the queue: { $name }
notify-given = New chat: { $name }
notify-offered = Offered to you: { $name }
notify-let-pass = You missed an offered chat and are now on a break
notify-message = { $name } wrote
notify-warning = { $name } waits, the answer time is nearly over
notify-hurry = In the queue { $name }, the answer time is nearly up
notify-missed = Answer target missed: { $name }
notify-breach = { $name } waits over the target
notify-lost = { $name } was moved from you

# The palette.
palette-hint = A number, a name, a word of a message, or what you want to do
palette-results = Results
palette-do = Do to this case: { $number } { $name }
palette-cases = Cases
palette-queue = Queue
palette-pages = Pages
palette-reply = Answer
palette-note = Write a note
palette-go-on = Go on with this
palette-solve = Solve
palette-transfer = Transfer…
palette-end = End { $channel ->
    [message] the contact
    [call_back] the call-back
   *[chat] the chat
}…
palette-give-back = Give back to the queue
palette-reopen = Reopen
palette-copy = Copy the link
palette-take-this = Take this one
palette-take = Take: { $name }
palette-clients = Clients and opening hours
palette-prepared = Prepared replies
palette-teams = Teams
palette-agents = Agents
palette-write-more = Write at least two letters, or a number.
palette-nothing = Nothing found for “{ $query }”.
palette-nothing-what = Try a case number, the beginning of a customer's name or a word of a message.
palette-count = { NUMBER($count) ->
        [one] One result
       *[other] { $count } results
    }
palette-choose = choose
palette-act = do

cases-category = Category
cases-tag = Tag
cases-all-categories = All categories
cases-all-tags = All tags
palette-labels = Choose category and tags
palette-triage = Triage: urgency and handling
# Notes that name me.
mentions = Mentions
mentions-menu = { NUMBER($count) ->
    [0] Mentions
    [one] Mentions: one unread
   *[other] Mentions: { $count } unread
}
mentions-none = Nobody has mentioned you yet. When a colleague writes @ and your name in a note, you find it here.
mentions-unread = Unread
mentions-news = { $name } mentioned you: { $about }
mentions-open = Open

palette-park = Promise to come back later
notify-promise-near = { $channel ->
    [call_back] You promised to call in 10 minutes: { $name }
   *[chat] You promised to come back in 10 minutes: { $name }
}
notify-promise-due = { $channel ->
    [call_back] You promised to call now: { $name }
   *[chat] You promised to come back now: { $name }
}

notify-raised = Another agent has come for the third time: { $name }
notify-broken = A promised time has passed: { $name }
notify-flagged = Abusive message: { $name }

# What the desk finds.
palette-customers = Customers
palette-words = Messages and notes
palette-newest-case = newest case { $number }
palette-customer-said = the customer wrote
palette-said = { $name } wrote
palette-noted = { $name } noted
palette-searching = Searching…
palette-failed = The search failed.
palette-more = There is more than is shown here. Add a word.

# A side conversation in which I take part.
side = Side conversation
side-news = { $name } wrote in a side conversation: { $about }
side-more = { NUMBER($count) ->
        [one] and one more
       *[other] and { $count } more
    }
side-many = and at least { NUMBER($count) } more
palette-side = Write in the side conversation
palette-said-aside = { $name } wrote in the side conversation
