# The frame on the customer's own website: its name for screen readers.
loader-title = Chatt
