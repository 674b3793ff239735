# The chat panel inside the frame.
widget-opening = Avaamme chatin
