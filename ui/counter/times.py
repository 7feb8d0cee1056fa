"""How long the counter waits for what; a test waits less."""

from app.values import value


@value
class Times:
    """All in milliseconds."""

    idle: int = 20_000
    """Without a touch, until the next person may begin."""
    warning: int = 5_000
    """The last part of it, in which that is said."""
    thanks: int = 8_000
    gift: int = 30_000
    """The thank-you page; longer where there is a code to take a picture of."""
    hold: int = 2_000
    """The owner's finger on the shop's mark."""
    deaf: int = 350
    """After a page came, so that a finger that taps twice answers once."""
    look: int = 15_000
    """Between two looks at the clock, and at what waits to be written."""
