"""The loyalty programme: what earns points, what they are worth, and what they can be given for."""

from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from app.money import decimals
from app.values import value

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
REWARD_KINDS = ("amount", "percent", "item", "text")
TIERS_BY = ("lifetime", "year")
_NEAR = 9, 10  # of a reward's price: who has so much is near it


@value
class Window:
    """Days and hours in which something holds; what is empty always does. Ends belong to it."""

    starts: date | None = None
    ends: date | None = None
    weekdays: tuple[str, ...] = ()
    from_hour: str = ""
    to_hour: str = ""

    def holds(self, day: date, hour: str) -> bool:
        """`hour` is the shop's own time, `HH:MM`. Hours past midnight belong to the day they began on."""
        first, last = self.from_hour or "00:00", self.to_hour or "24:00"
        if first <= last:
            return first <= hour <= last and self._is_on(day)
        began = day if hour >= first else day - timedelta(days=1)
        return (hour >= first or hour <= last) and self._is_on(began)

    def _is_on(self, day: date) -> bool:
        if (self.starts and day < self.starts) or (self.ends and day > self.ends):
            return False
        return not self.weekdays or WEEKDAYS[day.weekday()] in self.weekdays


@value
class Earn:
    """`points` for each `per` minor units that are paid, from a bill of `min_total` on.

    `visit` points come with every sale, `signup` once, `birthday` with the first sale on the day itself.
    Items and categories in `exclude` earn nothing; `daily_limit` is the most a person earns a day.
    """

    points: int = 1
    per: int = 1000
    min_total: int = 0
    on_points_paid: bool = False
    on_gift_card: bool = False
    visit: int = 0
    signup: int = 0
    birthday: int = 0
    daily_limit: int | None = None
    exclude: tuple[str, ...] = ()
    window: Window = Window()


@value
class Extra:
    """So many `points` more for each piece of an item, or of anything in a category."""

    points: int
    item: str = ""
    category: str = ""


@value
class Expiry:
    """How long a lot of points lives. The last day belongs to it."""

    days: int | None = None
    months: int | None = None
    end_of_month: bool = False
    inactivity_days: int | None = None

    def of(self, earned: date) -> date | None:
        """The last day of points earned on `earned`; None when they stay.

        The end of the month alone is that of the month in which they were earned.
        """
        if self.days is None and self.months is None and not self.end_of_month:
            return None
        last = after_months(earned, self.months or 0) + timedelta(days=self.days or 0)
        return end_of_month(last) if self.end_of_month else last


@value
class Promotion:
    """For a time, points are multiplied (at most tenfold, three decimals) or a bonus is added."""

    name: str
    multiplier: Decimal = Decimal(1)
    bonus: int = 0
    window: Window = Window()


@value
class Reward:
    """What can be had for points: `pack` pieces for the price.

    `value` is minor units of an amount, or hundredths of a percent; `cap` the most it takes off.
    """

    name: str
    points: int
    kind: str = "text"
    value: int = 0
    text: str = ""
    cap: int | None = None
    pack: int = 1

    def price(self, times: int) -> int:
        """Points for `times` pieces; a pack that is begun is paid whole."""
        return -(-times // self.pack) * self.points

    def near(self) -> int:
        """From so many points on somebody is near it."""
        part, whole = _NEAR
        return -(-self.points * part // whole)


@value
class Tier:
    """A rank that is reached `at` so many points, and what comes with it."""

    name: str
    at: int
    benefit: str = ""


@value
class StampDeal:
    """A card of `goal` stamps for a `reward`. A card that is running keeps the deal it began with."""

    name: str = ""
    goal: int = 10
    reward: str = ""
    head_start: int = 0
    interim_at: int | None = None
    interim: str = ""
    minutes_between: int = 0


@value
class Programme:
    """All the rules that hold at one time; `value` is the money that one point pays."""

    earn: Earn = Earn()
    extras: tuple[Extra, ...] = ()
    expiry: Expiry = Expiry()
    value: Decimal = Decimal("0.01")
    promotions: tuple[Promotion, ...] = ()
    rewards: tuple[Reward, ...] = ()
    tiers: tuple[Tier, ...] = ()
    tiers_by: str = "lifetime"
    grace_days: int = 0
    stamps: StampDeal | None = None

    def reward(self, name: str) -> Reward | None:
        """By its name, however that is spelled."""
        return next((r for r in self.rewards if r.name.casefold() == name.strip().casefold()), None)

    def worth(self, points: int, currency: str) -> int:
        """Minor units that so many points pay; fractions are dropped."""
        return int((points * self._unit(currency)).to_integral_value(ROUND_FLOOR))

    def points_for(self, minor: int, currency: str) -> int:
        """The fewest points that pay so much."""
        return int((Decimal(minor) / self._unit(currency)).to_integral_value(ROUND_CEILING))

    def _unit(self, currency: str) -> Decimal:
        return self.value.scaleb(decimals(currency))

    def ladder(self) -> tuple[Reward, ...]:
        """The rewards, the cheapest first."""
        return tuple(sorted(self.rewards, key=lambda reward: reward.points))


def after_months(day: date, months: int) -> date:
    """The same day so many months later, or the last of a month that is too short."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    first = date(year, month + 1, 1)
    return min(first + timedelta(days=day.day - 1), end_of_month(first))


def end_of_month(day: date) -> date:
    following = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return following - timedelta(days=1)
