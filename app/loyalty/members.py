"""Where a customer stands in the programme: her tier, what she can have, and what there is to tell her."""

from datetime import date, timedelta

from app.keeping.database import Book
from app.keeping.settings import SettingsBook
from app.loyalty.bills import Message
from app.loyalty.earning import Terms
from app.loyalty.lots import WHO
from app.loyalty.points import Points
from app.loyalty.programme import Programme, Reward, Tier, after_months
from app.people.birthday import Birthday
from app.people.customers import UnknownCustomer

_YEAR = 12  # months


class Members:
    """Asked about people; writes nothing."""

    def __init__(self, book: Book, points: Points, settings: SettingsBook) -> None:
        self._book, self._points, self._settings = book, points, settings

    def resolve(self, customer: int) -> int:
        """Who she is now, where she was merged into another. Raises `UnknownCustomer`."""
        row = self._book.execute(
            "SELECT now.id, now.removed AS gone FROM customers c"
            " JOIN customers now ON now.id = ifnull(c.merged_into, c.id) WHERE c.id = ?",
            (customer,),
        ).fetchone()
        if row is None or row["gone"]:
            raise UnknownCustomer(id=customer)
        return int(row["id"])

    def now(self, customer: int) -> int:
        """Who she is now, also when she is in the book no more: her sales can still come back."""
        merged = "SELECT ifnull(merged_into, id) FROM customers WHERE id = ?"
        return int(self._book.value(merged, (customer,)))

    def tier(self, customer: int, programme: Programme, on: date) -> Tier | None:
        """The highest tier reached on that day, or within the days of grace before it."""
        if not programme.tiers:
            return None
        most = max(
            self._counted(customer, programme, day) for day in self._days(customer, programme, on)
        )
        reached = [tier for tier in programme.tiers if tier.at <= most]
        return reached[-1] if reached else None

    def can_have(self, programme: Programme, points: int) -> list[Reward]:
        """The rewards that so many points pay, the dearest first."""
        return [one for one in reversed(programme.ladder()) if one.points <= points]

    def next_reward(self, programme: Programme, points: int) -> Reward | None:
        return next((one for one in programme.ladder() if one.points > points), None)

    def is_birthday(self, customer: int, on: date) -> bool:
        """Whether it is her day and its bonus was not given this year."""
        said = self._book.value("SELECT birthday FROM customers WHERE id = ?", (customer,))
        leap_day = self._settings.read().leap_day
        if not said or Birthday.read(said).kept_in(on.year, leap_day) != on:
            return False
        given = self._book.column(
            f"SELECT id FROM points_entries WHERE customer IN {WHO} AND kind = 'birthday'"
            " AND day BETWEEN ? AND ?",
            (customer, customer, f"{on.year}-01-01", f"{on.year}-12-31"),
        )
        return not any(map(self._points.stands, given))

    def messages(
        self,
        programme: Programme,
        before: int,
        now: int,
        deal: Terms,
        tiers: tuple[Tier | None, ...],
    ) -> tuple[Message, ...]:
        """What there is to say after a sale: of several rewards that came into reach, the dearest."""
        said = [Message(what="promotion", name=deal.promotion)] if deal.promotion else []
        old, new = tiers
        if new and new != old:
            said.append(Message(what="tier", name=new.name, points=new.at))
        reached = [one for one in self.can_have(programme, now) if one.points > before]
        if reached:
            said.append(Message(what="reward", name=reached[0].name, points=reached[0].points))
        following = self.next_reward(programme, now)
        if following and following.near() <= now:
            missing = following.points - now
            said.append(Message(what="near", name=following.name, points=missing))
        return tuple(said)

    def _counted(self, customer: int, programme: Programme, on: date) -> int:
        is_ever = programme.tiers_by == "lifetime"
        since = date.min if is_ever else after_months(on, -_YEAR) + timedelta(days=1)
        return self._points.lifetime(customer, on, since)

    def _days(self, customer: int, programme: Programme, on: date) -> list[date]:
        """The day itself, and those within the grace on which something was earned."""
        if not programme.grace_days:
            return [on]
        since = on - timedelta(days=programme.grace_days)
        days = self._book.column(
            f"SELECT DISTINCT day FROM points_entries WHERE customer IN {WHO}"
            " AND lifetime <> 0 AND day BETWEEN ? AND ?",
            (customer, customer, since.isoformat(), on.isoformat()),
        )
        return [on, since, *map(date.fromisoformat, days)]
