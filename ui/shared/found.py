"""What a search finds, ready to be shown."""

from app.values import value


@value(kw_only=False)
class Found:
    """One result. With `uid` it shows that person's circle, or her `photo`, else `icon`."""

    key: str
    title: str
    detail: str = ""
    aside: str = ""
    uid: str = ""
    photo: str = ""
    icon: str = "magnify"
