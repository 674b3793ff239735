# The agents' workspace.
workspace-opening = Vi öppnar arbetsbordet
