# Settings: one's own and the desk's.
nav = Settings
nav-mine = Mine
nav-desk = The service
nav-me = My workspace
nav-password = Password
nav-devices = Devices
nav-clients = Clients
nav-general = General
nav-site = Chat on the website
nav-hours = Opening hours
nav-answering = Answering
nav-prepared = Prepared replies
nav-teams = Teams
nav-agents = Agents
nav-api = API
nav-audit = Log
no-permission = Your role does not see this page
no-permission-what = Your supervisor or the owner can change these settings.
at = { $day } at { $time }
cancel = Cancel
try-again = Try again
load-failed = The settings could not be fetched
load-failed-what = The connection may be down. Nothing is lost.
load-missing = This is no longer here
load-missing-what = Somebody may have removed it. Go back to the list and see what is there now.

# The bar that keeps changes.
save = Save
save-saving = Saving…
save-saved = The changes are saved
save-discard = Discard the changes
save-changes = { NUMBER($count) ->
        [0] no changes
        [one] 1 unsaved change
       *[other] { $count } unsaved changes
    }
save-errors = { NUMBER($count) ->
        [one] 1 error
       *[other] { $count } errors
    }
save-failed = Saving did not succeed. Your changes are still on this page. Try again.
save-first = Save or discard before you leave

# My own workspace.
me-title = My workspace
me-lead = These are yours alone. Every choice takes effect at once.
me-look-hint = On this device only.
me-sound = Sounds
me-sound-hint = You hear a soft sound when you get a new chat, when a message comes in another conversation and when 75 % of the answer time has passed.
me-sound-try = Listen
me-notifications = Notifications of the browser
me-notifications-hint = A notification comes only when you are not looking at the workspace. Notes are never notified.
me-notifications-allow = Allow notifications in this browser
me-notifications-denied = This browser has blocked notifications. You can allow them in its settings.
me-shortcuts = Single-letter shortcuts
me-shortcuts-hint = For example R solves and T transfers while you are not writing. Other shortcuts always work.
me-kept = Saved
me-not-kept = The choice was not saved. Try again.
password-lead = When you change it, you are signed out on every other device.
password-current = Current password
password-current-empty = Write your current password
password-new = New password
password-change = Change the password
password-changed = The password is changed. Other devices are signed out.
devices-lead = You are signed in on these devices. Sign out the one you do not know, and change your password.
device-this = this device
device-more = { $address }, signed in { $at }, last used { $used }
device-end = Sign out
device-end-named = Sign out: { $name }
device-ended = { $name } is signed out

# Clients.
clients-lead = Clients are those on whose behalf you answer. Each has its own chat, hours and languages.
clients-none = There are no clients yet
clients-none-what = Add the first one, and you get a chat for the website.
client-new = New client
client-no-websites = no website yet
client-closed-tag = Closed by hand
client-lead = Customers see these in the chat.
client-name = Name
client-name-hint = The title of the chat.
client-desk-name = Name of the desk
client-desk-name-hint = For example IT support. Leave it empty when the name says it all.
client-languages = Languages
client-languages-hint = The chat speaks the visitor's language when it is one of these.
client-first-language = Language when the visitor's is not known
site-lead = The chat opens only on websites that you list here.
embed = The line for the website
embed-hint = Add it at the end of the page, just before </body>.
embed-pinned = The line that loads this version only
embed-pinned-hint = Choose this when your website runs checked scripts only (SRI). The line goes on working when Luukku is upgraded. Change it when you want the new version.
embed-copy = Copy
embed-copied = The line is on the clipboard
websites = Websites
websites-hint = One address per line, such as www.example.fi or *.example.fi.
colour = Colour of the chat
colour-hint = In the form #005970. Leave it empty when Luukku's own colour will do.
colour-pick = Pick a colour
colour-good = Text is easy to read on it: contrast { $rate }.
colour-poor = Text is hard to read on it: contrast { $rate }, 4.5 is needed.
colour-use = Use { $colour }, contrast { $rate }
preview = This is how it looks
preview-field = Write a message
hours-lead = The chat is open at these hours when somebody is present. Times are those of { $zone }.
hours-week = Week
time-zone = Time zone
time-zone-hint = For example Europe/Helsinki.
closed-by-hand = The chat is closed by hand
closed-by-hand-hint = The chat stays closed until you clear this.
when-closed = While the chat is closed
when-closed-hint = Open chat windows show the change at once. A conversation that has begun always goes on.
when-closed-message = Visitors can leave a message
when-closed-message-hint = The hours, the next opening and a form. The message becomes a case.
when-closed-hours = Only the hours
when-closed-hours-hint = Visitors see when the chat opens.
when-closed-hidden = The chat is not shown
when-closed-hidden-hint = It comes back to the website when the chat opens.
holidays = Public holidays
holidays-hint = The chat knows the holidays and eves of every year and tells the visitor which day it is.
holidays-finland = Finnish holidays
holidays-sweden = Swedish holidays
holidays-none = Days like any other
holidays-on-holidays = Open on public holidays
holidays-on-hint = Empty means that the chat is closed. Otherwise write for example 9.00–12.00.
holidays-on-eves = Open on eves
holidays-eves-finland = Midsummer Eve and Christmas Eve. Empty means that the chat is closed.
holidays-eves-sweden = Easter Saturday, Midsummer Eve, Christmas Eve and New Year’s Eve. Empty means that the chat is closed.
holidays-short-differ = Short days have hours of their own
holidays-short-finland = Maundy Thursday, May Day Eve and New Year’s Eve. Otherwise the hours of their weekday hold.
holidays-short-sweden = Twelfth Night, Maundy Thursday, May Day Eve and All Saints’ Eve. Otherwise the hours of their weekday hold.
holidays-on-short-days = Open on short days
wrong-holidays = Write the hours as 9.00–12.00
exceptions = Exceptions
exceptions-none = No exceptions. Add the days when the hours are different.
exception-add = Add an exception
exception-date = Day
exception-name = Reason
exception-hours = Hours
exception-closed = Closed
exception-hint = Empty hours mean that the chat is closed. Otherwise write for example 9.00–12.00, 13.00–15.00.
exception-remove = Remove the exception { $date }
answering-lead = What you promise, and when the chat closes or ends by itself.
answer-target = How soon do you promise to answer?
answer-target-hint = Time to the first answer from a person. Most start with one minute.
queue-ceiling = Longest queue
queue-ceiling-hint = When every slot is full and this many wait, the chat closes for new visitors.
target-closes = Close to new visitors when we cannot answer in time
target-closes-hint = The chat takes no new visitors when too many were left without an answer within the answer target and somebody waits. Those who wait keep their place. The chat opens by itself when things are clearly better.
target-window = Over how long it is counted
target-window-hint = With fewer than five chats the share is not counted yet.
target-least = Close when fewer than this were answered in time
target-least-hint = The chat opens again when the share is 10 percentage points larger, or as soon as nobody waits and somebody has a free slot.
target-longest = Close when somebody has waited for longer than
target-longest-hint = The chat opens again when nobody waits past the answer target.
target-times = times the answer target
target-never = not closed
target-when = under { $least } % in time within { $window } minutes, or somebody has waited over { $longest } times the answer time
silence = Silence ends the chat
silence-hint = When neither side has written for this long.
thanks-grace = A thank-you does not reopen
thanks-grace-hint = For this long after solving, a mere thank-you does not reopen the case.
unit-seconds = seconds
unit-minutes = minutes
unit-people = waiting
greetings = Greeting
wrong-client-name = Write the name of the client
wrong-languages = Choose at least one language
wrong-time-zone = Write the time zone, such as Europe/Helsinki
wrong-colour = Write the colour in the form #005970
wrong-colour-contrast = Choose a colour on which text can be read
wrong-website = “{ $typed }” is not the address of a website. Write it in the form www.example.fi
wrong-week = Fix the opening hours
wrong-exception-date = Choose a day for the exception
wrong-exception-twice = The same day is among the exceptions twice. Write all its hours in one
clashed = Somebody changed this meanwhile. Save again if you want to keep yours.
clashed-as = Somebody changed this to { $theirs } meanwhile. Save again if you want to keep yours.
wrong-exception-hours = The hours “{ $typed }” do not work. Write them in order and apart, for example 9.00–12.00, 13.00–15.00
wrong-number = Write a number from { $from } to { $to }

# Prepared replies.
prepared-lead = Quick answers to what is often asked. An agent types a slash at the beginning of a line, chooses one, and can still change it before sending.
prepared-none = There are no prepared replies yet
prepared-none-what = Write the first one: a greeting, say, or an instruction that you give every day.
prepared-new = New prepared reply
prepared-all-clients = All clients
prepared-form-lead = Agents can use changes at once.
prepared-client = Client
prepared-language = Language
prepared-name = Short name
prepared-name-hint = An agent finds the reply by typing a slash and its name. One word, such as greeting.
prepared-text = Text
prepared-text-hint = Each variable is filled in when the reply is inserted into a message.
prepared-variables = Insert a variable
variable-customer-name = Customer’s name
variable-agent-first-name = Agent’s first name
variable-case-number = Case number
variable-client-name = Client’s name
prepared-preview = How the customer reads it
prepared-preview-named = When the customer has told their name
prepared-preview-nameless = When the name is not known
prepared-preview-empty = Write the text and you will see it here.
prepared-example-customer = Emma
prepared-remove = Remove this prepared reply
prepared-remove-title = Remove /{ $name }?
prepared-remove-what = Agents will no longer find it. Messages that have been sent stay.
prepared-removed = /{ $name } has been removed
wrong-prepared-name = Write a name, one word
wrong-prepared-text = Write a text

# Teams.
teams-lead = A team serves clients. Its members see their queue and cases.
teams-none = There are no teams yet
teams-none-what = Nobody can take chats before a team serves the client.
team-new = New team
team-members = { NUMBER($count) ->
        [0] no members
        [one] one member
       *[other] { $count } members
    }
team-no-clients = serves nobody yet
team-lead = Members may take chats of the clients that the team serves.
team-name = Name of the team
team-offers = How chats are shared out
team-offers-hint = Anybody can always take from the queue as well. Nobody is offered more chats than they have slots.
team-offers-by-hand = Members take them
team-offers-by-hand-what = Everybody sees the same queue.
team-offers-at-once = Luukku offers at once
team-offers-at-once-what = First to whoever has the fewest chats, and of those to whoever has gone longest without a new one.
team-offers-later = Luukku offers what nobody takes
team-offers-later-what = Members take them, but nobody is left waiting.
team-offers-after = Offered when a chat has waited
team-offers-within = Time to take it
team-offers-within-hint = Then the chat is offered to the next one, and whoever missed it is put on a break.
team-overflow = If a chat is left waiting
team-overflow-hint = Another team can help: the chat then stands in its queue as well, and anybody of either team can take it. Members of the helping team see the cases of this team’s clients.
team-overflow-none = Chats wait for this team only
team-overflow-removed = Removed team
team-overflow-removed-what = The helping team has been removed, so chats now wait for this team only. Choose another team, or do without help.
team-overflow-after = The other team helps when the customer has waited
team-overflow-after-hint = Counted from when the chat came to this team.
team-decides = Who decides about the team’s rules
team-decides-supervisors = Supervisors
team-decides-supervisors-what = The name, how chats are shared out and help from another team are changed only here.
team-decides-together = The team itself
team-decides-together-what = The agents of the team propose and decide about them together. You can still change them here, and the members see it.
team-clients = Serves
team-clients-hint = A client's chat opens only when somebody of a team that serves it is present.
team-agents = Members
team-remove = Remove the team
team-remove-title = Remove { $name }?
team-remove-what = The cases and their history stay. While somebody is still waiting for this very team, it cannot be removed until they have been answered.
team-remove-clients = No team serves these clients after that, and their chats do not open: { $names }.
team-remove-rules = These rules no longer send anybody to the team: { $names }.
team-removed = { $name } is removed
wrong-team-name = Write the name of the team

# Agents.
agents-lead = People who may sign in to Luukku.
agent-new = Invite an agent
agent-new-lead = You get a link with which they choose their own password.
agent-invited = invited
agent-shut = may not sign in
agent-name = Name
agent-name-hint = Colleagues see the full name.
agent-first-name = First name for customers
agent-first-name-hint = Leave it empty when it is the beginning of the name.
agent-email = E-mail
agent-email-hint = This is the address for signing in.
agent-role = Role
agent-slots = Slots at once
agent-slots-hint = This many chats can be open at once. Four suits most, two somebody new.
agent-may-exceed = May take one more although their slots are full
agent-may-exceed-hint = Eight conversations at once at most. A reason is asked for each time and is shown on the Team page. Owners and supervisors always may.
agent-teams = Teams
agent-teams-hint = They see the queues and cases of their teams.
agent-teams-none = Choose at least one: without a team they see neither queue nor cases.
agent-no-team = no team
agent-languages = Languages
agent-active = May sign in
agent-active-hint = When you clear this, they are signed out at once and open chats go back to the queue.
agent-owner-only = Only an owner changes an owner
agent-owner-only-what = Ask an owner to make the change.
agent-has-password = The password has been chosen.
agent-no-password = The password has not been chosen yet.
role-owner = Owner
role-owner-what = Everything, API tokens and other owners included
role-supervisor = Supervisor
role-supervisor-what = Answers, sees every client and changes settings
role-agent = Agent
role-agent-what = Answers the customers of their teams' clients
role-reader = Reader
role-reader-what = Looks, does not answer
invitation = Invitation link
invitation-made = The invitation link is ready: { $name }.
invitation-once = You see it only now. Send it to them yourself.
invitation-link = Link for choosing the password
invitation-until = Works once, until { $at }.
invitation-copied = The link is on the clipboard
invitation-again = Make a new invitation link
invitation-new-password = Make a link for a new password
wrong-agent-name = Write the name
wrong-email = Write the address in the form name@example.fi

# Keys of integrations.
api-lead = With a token another program uses Luukku for you. It may do no more than you.
api-description = Description of the API
tokens-none = There are no tokens
tokens-none-what = Make one for each program, so that you can revoke one without disturbing the others.
token-forever = no expiry
token-until = good until { $date }
token-unused = not used yet
token-used = last used { $at }
token-end = Revoke
token-end-named = Revoke the token { $name }
token-end-title = Revoke the token { $name }?
token-end-what = The program that uses it stops working at once.
token-ended = The token { $name } has been revoked
token-made = The token { $name } is ready.
token-once = You see it only now. Save it somewhere safe.
token-secret = Token
token-copied = The token is on the clipboard
token-new = New token
token-name = What is it for?
token-name-hint = For example Reporting.
token-scopes = What may it do?
token-life = Valid for
token-days = { $days } days
token-make = Make the token
scope-read-cases = Read cases
scope-write-cases = Write in cases and handle them
scope-read-settings = Read settings
scope-write-settings = Change settings
wrong-token-name = Write what it is for
wrong-scopes = Choose at least one right

# The log of changes and sign-ins.
audit-lead = Sign-ins and changes of settings. Nobody can change this list.
audit-when = When
audit-who = Who
audit-what = What
audit-address = From where
audit-nobody = unknown
audit-more = Show older
audit-none = The log is empty
audit-none-what = The first entry comes when somebody signs in.
act-signed-in = Signed in
act-sign-in-failed = Sign-in failed
act-signed-out = Signed out
act-device-signed-out = Signed a device out
act-password-changed = Changed the password
act-password-chosen = Chose a password
act-password-link-made = A password link was made on the server for
act-set-up = Set Luukku up:
act-client-added = Added the client
act-client-changed = Changed the client
act-prepared-reply-added = Added the prepared reply
act-prepared-reply-changed = Changed the prepared reply
act-prepared-reply-removed = Removed the prepared reply
act-team-added = Added the team
act-team-changed = Changed the team
act-team-removed = Removed the team
act-team-decided = Decided together about the rules of
audit-proposed-by = Proposed by
audit-consented = Consented
team-self-directed = The team decides about its rules itself
act-agent-invited = Invited the agent
act-agent-changed = Changed the agent
act-agent-teams-changed = Changed the teams of
act-api-token-made = Made the token
act-api-token-revoked = Revoked the token

# Categories and tags of a client.
nav-labels = Categories and tags
labels-lead = A category says what a case is about. With a tag you mark what you want to find later. You can also list where customers are sent.
labels-of-kind = { $kind ->
        [category] Categories
        [tag] Tags
        [place] Places where customers are sent
       *[remedy] What would have solved it here
    }
labels-of-kind-hint = { $kind ->
        [category] A case has one category. Keep the list short, so that an agent finds the right one at once.
        [tag] A case can have many tags.
        [place] When a case is not solved here, the agent chooses where the customer was sent.
       *[remedy] Rights and knowledge that agents lack. The team page counts how many cases each of them would have solved.
    }
labels-none = { $kind ->
        [category] There are no categories yet.
        [tag] There are no tags yet.
        [place] There are no places yet. The agent writes the place into the note.
       *[remedy] There is no list yet. The agent writes what was missing into the note.
    }
labels-name = { $kind ->
        [category] Name of the category
        [tag] Name of the tag
        [place] Name of the place
       *[remedy] Name of the right or the knowledge
    }
labels-add = { $kind ->
        [category] Add a category
        [tag] Add a tag
        [place] Add a place
       *[remedy] Add a right or knowledge
    }
labels-retired = not in use
labels-retire = Retire
labels-retire-of = Retire: { $name }
labels-use = Use again
labels-use-of = Use again: { $name }
labels-remove = Remove
labels-remove-of = Remove { $name }
labels-offer-hint = You can let customers choose a category themselves. The chat then asks for the topic before the first message and offers the categories that you have marked. Choosing is optional. When you write no text for customers, they read the category’s name.
labels-offer = Customers can choose
labels-offer-of = Customers can choose: { $name }
labels-offered = For customers
labels-requires = Before a case can be solved
labels-requires-category = A category must be chosen
labels-requires-category-hint = When it is missing, the workspace asks for it as the agent solves or closes the case.
labels-requires-tag = At least one tag must be chosen
labels-requires-tag-hint = Nothing is asked of a chat that ends in silence.
wrong-label-name = Write a name or retire it
wrong-label-twice = This name is in the list already
act-labels-changed = Changed categories or tags

# The launch of a client's chat.
nav-launch = Launch
launch-tag = Not open to customers yet
launch-lead = Eleven things worth thinking about before the chat opens. Some of them Luukku reads from the settings; the rest you confirm.
launch-not-live = Customers do not see the chat yet.
launch-ready = Every mandatory point is in order.
launch-open-count = { NUMBER($count) ->
        [one] One mandatory point is still open.
       *[other] { $count } mandatory points are still open.
    }
launch-open = Open the chat to customers
launch-opened = { $name }: the chat is now open to customers
launch-live = Customers have been able to use the chat since { $date }.
launch-live-open = { NUMBER($count) ->
    [one] One mandatory point has not been gone through yet.
   *[other] { $count } mandatory points have not been gone through yet.
}
launch-mandatory = Mandatory
launch-optional = To think about
launch-done = in order
launch-not-done = to do
launch-write = Write and confirm
launch-change = Change
launch-confirm = Confirm
launch-words = How has this been agreed?
launch-confirmed = Confirmed by { $name } on { $date }
launch-go = See: { $page }
launch-purpose = What the chat is for
launch-purpose-what = Advice, informing, sales or marketing? Write what customers may ask about.
launch-answerers = Who answers
launch-answerers-what = In every language there is somebody who answers: a team serves the client, and a member speaks the language.
launch-hours = Opening hours
launch-hours-what = Visitors see when the chat is open and when it opens next.
launch-website = Where the chat is
launch-website-what = The chat shows only on the websites that you have listed.
launch-closed = When nobody answers
launch-closed-what = What do visitors see while the chat is closed, and who goes through the messages that were left?
launch-greeting = How a conversation begins
launch-greeting-what = In every language there is a greeting, or at least one prepared reply, or the agent begins in their own words.
launch-asking = What may be asked of the customer
launch-asking-what = A personal identity code, for example: do we ask for it, and where can the customer give it safely?
launch-criticism = Criticism and hostile messages
launch-criticism-what = How do we answer criticism, and when may a conversation be ended?
launch-rules = House rules and how a case moves on
launch-rules-what = How does a case go from intake to solved, and what are the rules for agents and customers?
launch-offers = Mentioning offers
launch-offers-what = May offers be mentioned in the chat? The right moment is when the case is solved and the conversation went well.
launch-invitations = Invitations to the chat
launch-invitations-what = Does the chat wait for the customer to ask, or does it invite by itself?
launch-review = Upkeep
launch-review-what = Every chat has somebody who minds it. When the day comes, a reminder shows on the Team page.
launch-minded-by = Who minds it
launch-nobody = Nobody yet
launch-review-on = Next review
launch-reviewed = I went through it today
lack-confirmation = Nobody has confirmed this yet.
lack-hours = There are no opening hours in the week.
lack-website = No website is listed.
lack-answerer = Nobody answers { $language }.
lack-beginning = No greeting and no prepared reply { $language }.
in-finnish = in Finnish
in-swedish = in Swedish
in-english = in English
wrong-launch-words = Write how this has been agreed
act-client-opened = Opened the chat to customers:
act-client-review-changed = Changed the upkeep of the chat:
act-launch-point-confirmed = Confirmed a point of the launch:

# The log: what it is narrowed by, and what was changed.
audit-filter = Narrow the log
audit-anybody = Anybody
audit-anything = Everything
audit-signing-in = Sign-ins
audit-from = From
audit-until = Until
audit-none-found = Nothing was found
audit-none-found-what = Look for less, and you will see more.
audit-show-all = Show the whole log
audit-changes = { NUMBER($count) ->
        [one] One change
       *[other] { $count } changes
    }
audit-before = before
audit-after = now
audit-empty = empty
audit-yes = yes
audit-no = no
audit-exception = Exception { $date }
audit-field-name = Name

# What a prepared reply is for.
prepared-kind = What the text is for
prepared-kind-reply = Reply
prepared-kind-sales = Sales text
prepared-kind-sales-what = Tells of an offer. It can be inserted only when the case is solved or marked as waiting, and the customer has not just been kept waiting too long.
act-block-lifted = Let a visitor in again in case

# How a client speaks.
nav-speech = Way of speaking
speech-lead = Who begins and ends a conversation, and in which words.
speech-who = { $which ->
    [greeting] Who begins?
   *[closing] Who ends?
}
speech-who-hint = { $which ->
    [greeting] The first words after the visitor has written.
   *[closing] The last words when an agent solves the case or ends the chat.
}
said-how = { $how ->
    [live] The agent, in their own words
    [prepared] The agent, with a prepared text
   *[automatic] The chat itself
}
said-prepared-hint = The text is offered above the reply field. One key puts it in, and the agent can change it.
said-automatic-hint = The customer and the agent see that the text is automatic. It does not stop the answer clock.
said-variables = You can use the same variables as in prepared replies. Write them in braces: customer, agent, case-number, client.
closings = Closing

# Skills and how well languages are spoken.
nav-skills = Skills
skills-lead = A skill says what an agent knows. A conversation that needs it can be taken only by somebody who has it.
skills-none = There are no skills yet
skills-none-what = Add a skill when some matters belong to only some of the agents.
skill-new = New skill
skill-lead = Who has the skill is chosen on each agent’s own page.
skill-has = Who has it: { $names }
skill-nobody = nobody has it yet
skill-name = Name
skill-name-hint = For example “Invoices and payments”.
wrong-skill-name = Give the skill a name.
skill-remove = Remove the skill
skill-remove-from = These agents lose the skill: { $names }.
skill-remove-unused = Nobody has the skill.
skill-remove-rules = These rules no longer ask for the skill: { $names }.
skill-remove-waiting = { NUMBER($count) ->
    [one] One customer is waiting right now for somebody with this skill. After that anybody who speaks their language can take them.
   *[other] { NUMBER($count) } customers are waiting right now for somebody with this skill. After that anybody who speaks their language can take them.
}
agent-languages-hint = How well the agent writes the language in chat. They get no conversations in a language that they do not speak.
agent-skills = Skills
agent-skills-hint = What the agent knows. Skills are added under Skills.
language-fi = Finnish
language-sv = Swedish
language-en = English
level-none = does not speak it
level-copes = copes
level-fluent = fluent
level-native = native level
act-skill-added = Added the skill
act-skill-changed = Renamed the skill:
act-skill-removed = Removed the skill

# How a client asks its agents to write.
style = Style note
style-hint = Formal or not, the tone, which words to use. Agents open the note beside the reply field. At most 500 characters.
avoid = Words to avoid
avoid-hint = One word on each line. Agents see a reminder before sending, for inflected words too.
emoji-who = Agents' emoji
emoji-hint = Customers' emoji always stay. Smileys such as :) are always allowed.
emoji-rule = { $rule ->
    [allow] Freely
    [limit] At most one in a message
   *[forbid] No emoji
}
warnings = Warning about abusive messages
warnings-hint = When a message is marked as abusive, the agent gets this in the reply field and can change it before sending.
warning-own = If you leave it empty: “{ $words }”
rules = House rules for customers
rules-hint = Customers find them in the chat before their first message. Tell briefly what you expect and what you promise. An empty field shows nothing.
agent-rules = House rules for agents
agent-rules-hint = Every agent says once that they have read the text, and again when it changes. It does not stop anyone's work.
agent-rules-readers = Who has read it
agent-rules-nobody = The client has no agents yet.
agent-rules-not-yet = not yet
agent-rules-read-on = read { $date }
act-agent-rules-read = Read the house rules

# Whom the client's website names.
nav-identity = Identification
identity-lead = When a customer has signed in on your website, it can tell Luukku who they are. The agent then sees the customer's name and earlier cases before the first word.
identity-none = There are no keys
identity-none-what = Every visitor is anonymous until the website signs its first token.
identity-new = New key
identity-name-hint = For example the website's name and the year. To change a key, make a new one first and revoke the old one after that.
identity-algorithm = Signature
identity-hs256 = Shared secret (HS256)
identity-hs256-what = Luukku makes the secret, and the website's server signs with it.
identity-eddsa = Key pair (EdDSA, Ed25519)
identity-eddsa-what = The private key does not leave the website's server. Luukku gets the public one only.
identity-public-key = Public key
identity-public-key-hint = As PEM or base64
wrong-public-key = Paste the public key
identity-since = made { $date }
identity-retires = goes out of use { $at }
identity-out = not in use
identity-secret = Secret
identity-secret-hint = Keep it on the website's server, never in the browser. Whoever has it can speak as any customer.
identity-how = How the website says who the visitor is
identity-how-what = The server makes each page a token of its own, which is good for at most an hour. With a wrong, expired or missing token the visitor is anonymous. The reason is in the server's log.
identity-signing = On the server
identity-signing-hint = An example for Node.js. Any JWT library will do.
identity-line = On the page
identity-line-hint = Replace the word TOKEN with the token. If the customer signs in later, call Luukku.identify(token), and when they sign out, Luukku.identify(null).
identity-copied = The example is on the clipboard
identity-retire-title = Take the key { $name } out of use?
identity-retire-when = When the key goes out of use
identity-retire-day = In a day
identity-retire-day-what = The website has time to change to a new key.
identity-retire-week = In a week
identity-retire-now = At once
identity-retire-now-what = If somebody else may have the key. Visits that began with it end too.
identity-retired-toast = The key { $name } goes out of use
identity-in-hours = { NUMBER($hours) ->
        [0] at once
        [one] in an hour
       *[other] in { $hours } hours
    }
act-identity-key-added = Added the identification key
act-identity-key-retired = Took out of use the identification key

# Invitations to the chat.
nav-approaches = Invitations to the chat
approaches-lead = Luukku can invite a visitor to the chat while an agent is free. A few invitations help, many annoy: begin with one and see whether it is of use.
approaches-on = Invite visitors to the chat
approaches-on-hint = An invitation shows only while the chat is open, somebody is free and nobody is waiting. It is marked as automatic.
approaches-line = The website's line
approaches-line-hint = Only visitors whose page has data-invite in this line are invited. The browser remembers which invitations its visitor has seen, so add it once the visitor has agreed to that.
approaches-none = There are no invitations yet
approaches-none-what = Add one and say on which page and when it comes.
approach-add = Add an invitation
approach-title = Invitation { $number }
approach-remove = Remove
approach-remove-of = Remove invitation { $number }
approach-words = Text
approach-words-hint = At most 200 characters. Visitors in a language without a text are not invited.
approach-pages = Pages
approach-pages-hint = One on each line, for example /prices. The pages under it belong to it; / alone is the front page. Empty means every page.
approach-after = Time on the page, at least
approach-scrolled = Read of the page, at least
approach-whom = For whom
approach-whom-is =
    { $whom ->
        [new] Those who come for the first time
        [returning] Those who come back
       *[everybody] Everybody
    }
approach-all-pages = all pages
approach-when = { $seconds } s on the page{ $percent ->
        [0] {""}
       *[other] , { $percent }% read
    }
percent-of = { $value }%
approach-wrong-words = Write the invitation in at least one language
approach-caps = How often
approach-per-visit = In one visit, at most
approach-per-day = In a day, at most
approach-per-week = In a week, at most
approach-times = times
approach-peace = Leave visitors who said no in peace for
approach-peace-hint = When a visitor answers “No, thanks”, their browser remembers it for this long.
approach-days = days
approach-held-out = Comparison group
approach-held-out-hint = This share of visitors is not invited although the conditions are met. They show whether invitations are of use.
approach-results = The last { $days } days
approach-no-results = Nobody has had this invitation yet.
approach-invited =
    { $count ->
        [one] One visitor was invited: { $opened } opened the chat, { $refused } said no, { $chatted } began a conversation.
       *[other] { $count } visitors were invited: { $opened } opened the chat, { $refused } said no, { $chatted } began a conversation.
    }
approach-compared =
    { $count ->
        [0] Nobody is in the comparison group yet.
        [one] One visitor in the comparison group: { $chatted } began a conversation.
       *[other] { $count } visitors in the comparison group: { $chatted } began a conversation.
    }
approach-effect =
    { $is ->
        [more] The invited began a conversation more often: the difference is { $points } percentage points (95 % interval { $low } … { $high }).
        [fewer] The invited began a conversation less often: the difference is { $points } percentage points (95 % interval { $low } … { $high }).
       *[unknown] Nothing can be said of the effect yet: the difference is { $points } percentage points (95 % interval { $low } … { $high }).
    }
act-approaches-changed = Changed the invitations to the chat
approach-field = Invitations

# Fewer slots for whoever has been in chat for long.
ease = Ease the load of whoever has been in chat for long
ease-hint = After each full stretch the agent has one slot less. Slots come back after a break of five minutes. Only the agent sees this. Whoever serves several clients follows the strictest rule.
ease-after = Length of a stretch
ease-after-hint = Time in chat without a break. Less than five minutes between two chats does not end it.
ease-least = Slots that always remain
ease-least-hint = It never becomes fewer than this.
ease-slots = slots
ease-never = never
ease-when = every { $after } minutes, at least { $least } slots

# Rules: what contacts need.
nav-rules = Rules
act-rules-changed = Changed rules
rules-lead = Rules say what a contact needs. The topmost rule that matches decides. When nobody who is there can do what the rule asks for, the chat is closed to those whom the rule is about.
rules-none = There are no rules yet. Any agent of this client who speaks the customer’s language may take a contact.
rules-add = Add a rule
rules-most = There can be at most { $most } rules.
rule-name = Name
rule-name-hint = Shown among the events of a case, never to the customer.
rule-unnamed = Unnamed rule
rule-when = When
rule-always = always
rule-languages = Language
rule-languages-hint = If you choose none, the rule matches every language.
rule-page = Page that the customer writes from
rule-page-any = Any
rule-page-under = The page or one under it
rule-page-containing = Address contains
rule-page-text = { $how ->
    [under] Path of the page
   *[containing] Part of the address
}
rule-page-hint = { $how ->
    [under] For example /payroll. The pages under it are included; / alone is the front page. What follows a question mark is not looked at.
   *[containing] For example intra or /form. What follows a question mark is not looked at.
}
rule-customer = Customer
rule-customer-hint = Somebody known has been answered before, or the website has verified them.
rule-customer-any = Anybody
rule-customer-known = Known
rule-customer-new = New
rule-category = Customer chose
rule-category-hint = Before their first message. If you choose none, the rule matches whatever was chosen.
rule-category-not-offered = not offered
rule-chose = customer chose: { $names }
rule-asks = What is needed
rule-skill = Skill
rule-skill-none = No skill
rule-skill-removed = Removed skill
rule-level = Language level
rule-level-hint = How well the agent must write the customer’s language.
rule-level-any = Any
rule-level-fluent = At least fluent
rule-level-native = Native
rule-priority = Priority
priority-first = Urgent, before the others
priority-usual = Normal
priority-last = Can wait, after the others
rule-team = Team
rule-team-hint = When nobody of the team is there, the chat goes to every agent of the client.
rule-team-any = Any
rule-team-removed = Removed team
rule-up = Move up: { $name }
rule-down = Move down: { $name }
rule-moved = { $name } is now rule { $place } of { $count }
rule-edit = Edit
rule-edit-of = Edit: { $name }
rule-remove = Remove
rule-remove-of = Remove: { $name }
rule-removed = { $name } is removed when you save
rule-in-vain-skill = The skill is gone, or none of this client’s agents has it. The rule works as if no team had been chosen.
rule-in-vain-level = None of this client’s agents speaks the language so well. The rule does not ask for a level.
rule-in-vain-team = The team is gone, or nobody in it can take such a contact. The rule does not ask for it.
rule-never = { $count ->
    [one] This rule is never used, because { $names } always matches first. Move this one above it, or remove this one.
   *[other] This rule is never used, because one of those above always matches first: { $names }. Move this one above them, or remove this one.
}
wrong-rule-name = Write the name of the rule
wrong-rule-page = Write what is looked for in the address
wrong-rule-path = Begin the path with a slash, for example /payroll
trial-title = Try the rules
trial-lead = You try the rules as they stand on this page, even before you save them. Trying starts nothing.
trial-language = Language
trial-page = Address of the page
trial-page-hint = For example www.town.fi/payroll. You can leave it empty.
trial-category-none = Nothing
trial-try = Try
trial-failed = The server did not answer. Try again in a moment.
trial-by = The rule that decides: { $name }
trial-by-none = No rule matches
trial-needs = Needed: { $needs }
trial-needs-nothing = nothing special
trial-begins = A chat can begin now.
trial-closed = A chat cannot begin now. { $why }.
trial-nobody = Nobody who is there can do this, so the chat is closed for this matter.
trial-outdated = The rules or the contact have changed since this trial. Try again.
trial-rules = The rules in their order
trial-agents = Who would get this now?
judged-decides = matches and decides
judged-too-late = would match, but a rule above decided
judged-language = does not match: other language
judged-page = does not match: other page
judged-customer = does not match: other customer
judged-category = does not match: other matter

# A text in one of the languages: the label goes before.
in-language = { $language ->
    [sv] in Swedish
    [en] in English
   *[fi] in Finnish
}
identity-make = Make the key

# What left messages take of a slot.
nav-weights = Slots
weights-lead = A chat always takes a whole slot. A left message can take less, because nobody sits and waits for the answer.
weights-message = A left message takes this much of a slot
weights-message-hint = 0–100. Write 100 if messages take as much time as chats.
weights-unit = %
weights-nothing = Messages take no slots. One person can still have at most eight things at a time.
weights-fit = { NUMBER($count) ->
    [one] One message fits into a slot.
   *[other] { $count } messages fit into a slot.
}
act-weights-changed = Changed the weights of slots

# What a client keeps of its customers.
nav-known = What is known
known-lead = Choose what is written down about a customer, such as their device or office. Agents see it when the customer comes back, and nobody asks the same again. Customers do not see it. Do not ask for secrets here: identity codes and card numbers are masked.
known-fields = What is known
known-fields-none = Nothing yet. Agents do not see this part until you add the first one.
known-field-add = Add a field
known-name = Name of the field
known-unnamed = Unnamed field
known-up = Move { $name } up
known-down = Move { $name } down
known-moved = { $name } is now { NUMBER($place) }/{ NUMBER($count) }
known-full = There are { NUMBER($most) } fields, and there is no room for more. Retire one.
wrong-known-row = Row { NUMBER($place) } is empty. Write a name or remove the row.
wrong-known-name = { $language ->
        [fi] Write the name in Finnish
        [sv] Write the name in Swedish
       *[en] Write the name in English
    }
act-known-fields-changed = Changed what is kept of customers

# The line with which a website tells the pages of a visit.
embed-pages = The line that also tells the pages of the visit
embed-pages-hint = Agents then see which pages the customer has been on during this visit: the last 20 at most. The browser remembers them for the visit, so use this line once the visitor has agreed to that. The pages are deleted when the contact ends.
# Calls that customers ask for.
call-back = Customers can ask for a call
call-back-hint = Whoever waits can leave their number, and so can visitors while the chat is closed. They leave the queue of the chat, and agents see them among the call-backs.
call-within = A call is promised within
call-within-hint = Opening time counted from the request, when the customer chooses no time.
call-tries = We call at most
call-tries-hint = When the customer does not answer. After that they are asked to write.
call-times = times
call-never = not taken
call-when = within { $within } minutes, at most { $tries } times
