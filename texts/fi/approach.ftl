# An invitation to the chat, in the launcher's place on the customer's website.
approach-label = Kutsu chattiin
approach-automatic = Automaattinen kutsu
approach-yes = Kysy meiltä
approach-no = Ei kiitos
