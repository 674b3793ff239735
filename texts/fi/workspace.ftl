# The agents' workspace.
workspace-opening = Avaamme työpöydän
