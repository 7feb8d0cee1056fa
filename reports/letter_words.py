"""What each letter is called, in the words of whoever chooses one."""

from collections.abc import Mapping

from resources.words import Words, mark

LETTERS: Mapping[str, str] = {
    "thank_you": mark("Thank you"),
    "first_visit": mark("First visit"),
    "birthday": mark("Birthday"),
    "name_day": mark("Name day"),
    "anniversary": mark("Anniversary as a customer"),
    "miss_you": mark("We miss you"),
    "come_again": mark("Come again"),
    "thanks_for_feedback": mark("Thanks for feedback"),
    "apology": mark("Apology"),
    "you_said_we_did": mark("You said, we did"),
    "points_reward": mark("Reward for points"),
    "referral_thanks": mark("Thanks for a referral"),
    "early_access": mark("Early access"),
    "appreciation_day": mark("Customer appreciation day"),
    "event_invitation": mark("Invitation to an event"),
    "thanks_for_coming": mark("Thanks for coming"),
    "seasons_greetings": mark("Season's greetings"),
}


def letter_called(name: str, words: Words) -> str:
    """A letter that nobody has named here goes by its own name."""
    return words(LETTERS[name]) if name in LETTERS else name
