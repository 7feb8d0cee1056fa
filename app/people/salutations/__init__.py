"""How somebody is greeted on a card: in her language, in the right case, never by a guess."""
