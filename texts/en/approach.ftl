# An invitation to the chat, in the launcher's place on the customer's website.
approach-label = Invitation to the chat
approach-automatic = Automatic invitation
approach-yes = Ask us
approach-no = No, thanks
