"""What the till tells a customer, in words."""

from app.loyalty.bills import Message
from resources.words import Words


def told(message: Message, words: Words) -> str:
    """The sentence of a message."""
    name = words.isolated(message.name)
    match message.what:
        case "promotion":
            return words("{name}: more points today", name=name)
        case "tier":
            return words("Welcome to {name}", name=name)
        case "reward":
            return words("Enough points for {name}", name=name)
        case _:
            return words.plural(
                "{n} point more for {name}", "{n} points more for {name}", message.points, name=name
            )
