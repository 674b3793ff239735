# The chat panel inside the frame.
widget-opening = Opening the chat
