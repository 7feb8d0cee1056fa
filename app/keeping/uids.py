"""Names for things that stay unique when the books of two tills are joined."""

import os
from datetime import datetime

_RANDOM_BYTES = 10  # 74 bits are used; `secrets` would load all of hashlib for the same


def new_uid(at: datetime) -> str:
    """A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    return new_uids(at, 1)[0]


def new_uids(at: datetime, count: int) -> list[str]:
    """As many as are wanted of one moment, for the price of one look at the system's chance."""
    moment = f"{int(at.timestamp() * 1000) & (2**48 - 1):012x}"
    noise = os.urandom(_RANDOM_BYTES * count)
    return [
        _written(moment, int.from_bytes(noise[start : start + _RANDOM_BYTES]) >> 6)
        for start in range(0, len(noise), _RANDOM_BYTES)
    ]


def _written(moment: str, noise: int) -> str:
    low = f"{0b10 << 62 | noise & (2**62 - 1):016x}"
    return f"{moment[:8]}-{moment[8:]}-7{noise >> 62:03x}-{low[:4]}-{low[4:]}"
