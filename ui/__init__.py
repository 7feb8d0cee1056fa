"""Two faces over the same verbs: the desktop and the console."""
