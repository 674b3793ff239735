# The agents' workspace.
workspace-opening = Opening the workspace
