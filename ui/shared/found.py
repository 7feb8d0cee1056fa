"""What a search finds, ready to be shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """One result. With `uid` it shows that person's circle, or her `photo`, else `icon`."""

    key: str
    title: str
    detail: str = ""
    aside: str = ""
    uid: str = ""
    photo: str = ""
    icon: str = "magnify"
