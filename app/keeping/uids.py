"""Names for things that stay unique when the books of two tills are joined."""

import os
from datetime import datetime
from functools import lru_cache

_NOISE = 20  # hexadecimal digits, of which 74 bits are used; `secrets` would load all of hashlib
_VARIANT = {digit: "89ab"[int(digit, 16) & 3] for digit in "0123456789abcdef"}


def new_uid(at: datetime) -> str:
    """A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    return _written(_moment(at), os.urandom(_NOISE // 2).hex())


def new_uids(at: datetime, count: int) -> list[str]:
    """As many as are wanted of one moment, for the price of one look at the system's chance."""
    moment, noise = _moment(at), os.urandom(_NOISE // 2 * count).hex()
    return [
        _written(moment, noise[start : start + _NOISE]) for start in range(0, len(noise), _NOISE)
    ]


@lru_cache(maxsize=8)  # what is done at once is of one moment
def _moment(at: datetime) -> str:
    time = f"{int(at.timestamp() * 1000) & (2**48 - 1):012x}"
    return f"{time[:8]}-{time[8:]}-7"


def _written(moment: str, noise: str) -> str:
    return f"{moment}{noise[:3]}-{_VARIANT[noise[3]]}{noise[4:7]}-{noise[7:19]}"
