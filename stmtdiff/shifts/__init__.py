"""Name each changed phrase: its kind, whether it is routine, and what runs through the text."""
