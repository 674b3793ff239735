# The chat panel inside the frame.
widget-opening = Vi öppnar chatten
