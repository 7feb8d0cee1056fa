"""PINs: kept as a hash that is dear to guess, and a wait that grows with every wrong try."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Self

from app.clock import moment, stamp
from app.errors import ShopError
from app.values import value

FEWEST, MOST = 4, 12
"""How many digits a PIN has."""
FREE_TRIES = 5
"""So many wrong tries are free; from then on each one costs a wait."""
FIRST_WAIT, LONGEST_WAIT = 30, 3600
"""Seconds."""


class NotAPin(ShopError):
    """A PIN has `fewest` to `most` digits and nothing else."""


def hashed(pin: str) -> str:
    """What is kept of `pin`: Argon2id as RFC 9106 recommends second (section 4). Raises `NotAPin`."""
    from argon2 import PasswordHasher
    from argon2.profiles import RFC_9106_LOW_MEMORY

    if not (FEWEST <= len(pin) <= MOST and pin.isascii() and pin.isdigit()):
        raise NotAPin(fewest=FEWEST, most=MOST)
    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY).hash(pin)


def matches(kept: str, pin: str) -> bool:
    """Whether `pin` is the one of which `kept` is the hash."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(kept, pin)
    except (InvalidHashError, VerificationError):
        return False


@value
class Tries:
    """How often in a row the PIN was wrong, and until when nothing more is taken."""

    wrong: int = 0
    until: datetime | None = None

    def failed(self, at: datetime) -> Self:
        """One more wrong try: 30 seconds after the fifth, and twice as long after each further one."""
        wrong = self.wrong + 1
        if wrong < FREE_TRIES:
            return replace(self, wrong=wrong, until=None)
        wait = min(FIRST_WAIT * 2 ** min(wrong - FREE_TRIES, 20), LONGEST_WAIT)
        return replace(self, wrong=wrong, until=at + timedelta(seconds=wait))

    def wait(self, at: datetime) -> int:
        """Seconds that are still to be waited; never more than the longest, should a clock be put back."""
        if self.until is None:
            return 0
        return min(max(0, -int((at - self.until).total_seconds() // 1)), LONGEST_WAIT)

    def text(self) -> str:
        """As it is remembered, so that starting the program anew frees nobody from waiting."""
        return f"{self.wrong} {stamp(self.until) if self.until else ''}".strip()


def read_tries(text: str) -> Tries:
    """What `Tries.text` wrote; no tries where it is nothing of the kind."""
    wrong, _, until = text.partition(" ")
    if not wrong.isdigit():
        return Tries()
    return Tries(wrong=int(wrong), until=moment(until) if until else None)
