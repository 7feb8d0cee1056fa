"""Rules of which there is one: each with its fields as texts, and read from them again."""

from dataclasses import replace

from app.loyalty.programme import Expiry, Programme, StampDeal
from resources.words import mark
from ui.loyalty.programme_fields import Pen, Texts

_VALUE_PLACES, _MOST_VALUE = 4, 10**6
_MOST_DAYS, _MOST_MONTHS = 36_500, 1_177
_MOST_STAMPS, _MOST_MINUTES = 100, 100_000
_AMOUNT = mark("Please write an amount.")


class Earning:
    """So many points for each so much, from a bill of a certain size on."""

    def texts(self, programme: Programme, pen: Pen) -> Texts:
        earn = programme.earn
        return {
            "points": str(earn.points),
            "per": pen.money(earn.per),
            "min_total": pen.money(earn.min_total),
        }

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        earn = replace(
            programme.earn,
            points=pen.read_whole("points", texts),
            per=pen.read_money("per", texts, needed=_AMOUNT),
            min_total=pen.read_money("min_total", texts),
        )
        return replace(programme, earn=earn)


class Visit:
    """Points for coming."""

    def texts(self, programme: Programme, _pen: Pen) -> Texts:
        return {"visit": str(programme.earn.visit or "")}

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        return replace(
            programme, earn=replace(programme.earn, visit=pen.read_whole("visit", texts))
        )


class Gifts:
    """Points for signing up, and on the birthday."""

    def texts(self, programme: Programme, _pen: Pen) -> Texts:
        earn = programme.earn
        return {"signup": str(earn.signup or ""), "birthday": str(earn.birthday or "")}

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        earn = replace(
            programme.earn,
            signup=pen.read_whole("signup", texts),
            birthday=pen.read_whole("birthday", texts),
        )
        return replace(programme, earn=earn)


class Times:
    """The days of the week and hours in which anything is earned."""

    def texts(self, programme: Programme, pen: Pen) -> Texts:
        return pen.window(programme.earn.window)

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        return replace(programme, earn=replace(programme.earn, window=pen.read_window(texts)))


class Exclude:
    """What earns nothing."""

    def texts(self, programme: Programme, _pen: Pen) -> Texts:
        return {"exclude": ", ".join(programme.earn.exclude)}

    def read(self, programme: Programme, texts: Texts, _pen: Pen) -> Programme:
        names = (name.strip() for name in texts["exclude"].replace(";", ",").split(","))
        exclude = tuple(dict.fromkeys(filter(None, names)))
        return replace(programme, earn=replace(programme.earn, exclude=exclude))


class Paid:
    """Whether what is not paid in money earns points."""

    def texts(self, programme: Programme, _pen: Pen) -> Texts:
        earn = programme.earn
        return {
            "on_points_paid": "yes" if earn.on_points_paid else "no",
            "on_gift_card": "yes" if earn.on_gift_card else "no",
        }

    def read(self, programme: Programme, texts: Texts, _pen: Pen) -> Programme:
        earn = replace(
            programme.earn,
            on_points_paid=texts["on_points_paid"] == "yes",
            on_gift_card=texts["on_gift_card"] == "yes",
        )
        return replace(programme, earn=earn)


class Limit:
    """The most that somebody earns in a day."""

    def texts(self, programme: Programme, _pen: Pen) -> Texts:
        return {"daily_limit": str(programme.earn.daily_limit or "")}

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        limit = pen.read_whole("daily_limit", texts) or None
        return replace(programme, earn=replace(programme.earn, daily_limit=limit))


class Expiring:
    """How long points live."""

    def texts(self, programme: Programme, _pen: Pen) -> Texts:
        rule = programme.expiry
        lives = "days" if rule.days is not None else "never"
        if rule.months is not None:
            lives = "months"
        if rule.end_of_month and rule.days is None:
            lives = "end"
        number = rule.months if rule.months is not None else rule.days
        return {
            "lives": lives,
            "number": str(number or (0 if lives == "end" else "")),
            "inactivity": str(rule.inactivity_days or ""),
        }

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        lives, number = texts["lives"], None
        if lives != "never":
            most = _MOST_DAYS if lives == "days" else _MOST_MONTHS
            # The end of the month in which they were earned is that after no months.
            least = 0 if lives == "end" and texts["number"] else 1
            number = pen.read_whole("number", texts, least=least, most=most)
        # Days that are rounded up to the end of their month can only come from a file, and stay so.
        keeps_end = lives == "days" and programme.expiry.end_of_month and programme.expiry.days
        rule = Expiry(
            days=number if lives == "days" else None,
            months=(number or None) if lives in {"months", "end"} else None,
            end_of_month=lives == "end" or bool(keeps_end),
            inactivity_days=pen.read_whole("inactivity", texts, most=_MOST_DAYS) or None,
        )
        return replace(programme, expiry=rule)


class Worth:
    """What a point pays when it is spent as money."""

    def texts(self, programme: Programme, pen: Pen) -> Texts:
        return {"value": pen.decimal(programme.value)}

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        value = pen.read_decimal(
            "value", texts, places=_VALUE_PLACES, most=_MOST_VALUE, said=_AMOUNT
        )
        return replace(programme, value=value)


class Climbing:
    """What counts for a tier, and how long it is kept."""

    def texts(self, programme: Programme, _pen: Pen) -> Texts:
        return {"tiers_by": programme.tiers_by, "grace": str(programme.grace_days or "")}

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        grace = pen.read_whole("grace", texts, most=_MOST_DAYS)
        return replace(programme, tiers_by=texts["tiers_by"], grace_days=grace)


class Stamping:
    """The deal of the stamp card; cards that are running keep theirs."""

    def texts(self, programme: Programme, _pen: Pen) -> Texts:
        deal = programme.stamps or StampDeal()
        return {
            "name": deal.name,
            "goal": str(deal.goal),
            "reward": deal.reward,
            "head_start": str(deal.head_start or ""),
            "interim_at": str(deal.interim_at or ""),
            "interim": deal.interim,
            "minutes": str(deal.minutes_between or ""),
        }

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        goal = pen.read_whole("goal", texts, least=1, most=_MOST_STAMPS)
        if not texts["reward"]:
            raise pen.misread("reward", mark("Please say what a full card brings."))
        interim_at = pen.read_whole("interim_at", texts, most=goal) or None
        if interim_at and not texts["interim"]:
            raise pen.misread("interim", mark("Please say what it is."))
        deal = StampDeal(
            name=texts["name"],
            goal=goal,
            reward=texts["reward"],
            head_start=pen.read_whole("head_start", texts, most=goal - 1),
            interim_at=interim_at,
            interim=texts["interim"],
            minutes_between=pen.read_whole("minutes", texts, most=_MOST_MINUTES),
        )
        return replace(programme, stamps=deal)
