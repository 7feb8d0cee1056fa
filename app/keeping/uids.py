"""Names for things that stay unique when the books of two tills are joined."""

import secrets
import uuid
from datetime import datetime

_RANDOM_BITS = 74


def new_uid(at: datetime) -> str:
    """A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, then 74 random bits."""
    millis = int(at.timestamp() * 1000)
    noise = secrets.randbits(_RANDOM_BITS)
    value = (millis & (2**48 - 1)) << 80 | 0x7 << 76 | (noise >> 62) << 64 | 0b10 << 62
    return str(uuid.UUID(int=value | noise & (2**62 - 1)))
