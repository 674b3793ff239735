# An invitation to the chat, in the launcher's place on the customer's website.
approach-label = Inbjudan till chatten
approach-automatic = Automatisk inbjudan
approach-yes = Fråga oss
approach-no = Nej tack
