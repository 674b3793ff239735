# The demo websites and what the demo prints.
