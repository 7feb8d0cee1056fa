"""Names for things that stay unique when the books of two tills are joined."""

import os
from datetime import datetime

_RANDOM_BYTES = 10  # 74 bits are used; `secrets` would load all of hashlib for the same


def new_uid(at: datetime) -> str:
    """A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    millis = int(at.timestamp() * 1000)
    noise = int.from_bytes(os.urandom(_RANDOM_BYTES)) >> 6
    low = 0b10 << 62 | noise & (2**62 - 1)
    text = f"{millis & (2**48 - 1):012x}{0x7000 | noise >> 62:04x}{low:016x}"
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
