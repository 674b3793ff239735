# The small button on the customer's own website.
loader-open = Ask us
