# What the server itself says: refusals, letters, automatic messages.
