"""When something happened and who did it, as every verb of the till is told."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.clock import stamp
from app.values import value


@value
class Moment:
    """`at` as the book writes moments (UTC); `day` and `hour` ("HH:MM") by the shop's clock."""

    at: str
    day: date
    hour: str
    by: str


def moment_of(at: datetime, zone: str, by: str) -> Moment:
    """`at`, which is aware, in the shop; `zone` is an IANA name such as `Europe/Prague`."""
    local = at.astimezone(ZoneInfo(zone))
    return Moment(at=stamp(at), day=local.date(), hour=f"{local.hour:02}:{local.minute:02}", by=by)
