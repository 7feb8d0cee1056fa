"""The programme written out as the TOML file that it can be read from again."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from app.loyalty.programme import TIERS_BY, Earn, Programme, Promotion, Reward, Window
from app.money import Money

_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def written(programme: Programme, currency: str) -> str:
    """The file. Reading it gives the same programme."""
    return "\n".join(_Writer(currency).lines(programme)).strip() + "\n"


class _Writer:
    def __init__(self, currency: str) -> None:
        self._currency = currency

    def lines(self, whole: Programme) -> Iterator[str]:
        yield from self._table("[earn]", self._earn(whole.earn))
        for extra in whole.extras:
            yield from self._table(
                "[[extra]]",
                {"item": extra.item, "category": extra.category, "points": extra.points},
            )
        expiry = whole.expiry
        yield from self._table(
            "[expiry]",
            {
                "days": expiry.days,
                "months": expiry.months,
                "end_of_month": expiry.end_of_month or None,
                "inactivity_days": expiry.inactivity_days,
            },
        )
        yield from self._table("[points]", {"value": f"{whole.value:f}"})
        for promotion in whole.promotions:
            yield from self._table("[[promotion]]", _promotion(promotion))
        for reward in whole.rewards:
            yield from self._table("[[reward]]", self._reward(reward))
        yield from self._tiers(whole)
        yield from self._stamps(whole)

    def _earn(self, earn: Earn) -> dict[str, Any]:
        return {
            "points": earn.points,
            "per": self._money(earn.per),
            "min_total": self._money(earn.min_total),
            "on_points_paid": earn.on_points_paid,
            "on_gift_card": earn.on_gift_card,
            "visit": earn.visit or None,
            "signup": earn.signup or None,
            "birthday": earn.birthday or None,
            "daily_limit": earn.daily_limit,
            "exclude": list(earn.exclude),
            **_window(earn.window),
        }

    def _reward(self, reward: Reward) -> dict[str, Any]:
        value = {
            "amount": self._money(reward.value),
            "percent": _plain(Decimal(reward.value) / 100),
        }.get(reward.kind, reward.text)
        return {
            "name": reward.name,
            "points": reward.points,
            "kind": reward.kind,
            "value": value,
            "cap": None if reward.cap is None else self._money(reward.cap),
            "pack": reward.pack if reward.pack > 1 else None,
        }

    def _tiers(self, whole: Programme) -> Iterator[str]:
        if whole.tiers or whole.tiers_by != TIERS_BY[0] or whole.grace_days:
            yield from self._table(
                "[tiers]", {"by": whole.tiers_by, "grace_days": whole.grace_days}
            )
        for tier in whole.tiers:
            facts = {"name": tier.name, "at": tier.at, "benefit": tier.benefit}
            yield from self._table("[[tier]]", facts)

    def _stamps(self, whole: Programme) -> Iterator[str]:
        deal = whole.stamps
        if deal is None:
            return
        yield from self._table(
            "[stamps]",
            {
                "name": deal.name,
                "goal": deal.goal,
                "reward": deal.reward,
                "head_start": deal.head_start or None,
                "interim_at": deal.interim_at,
                "interim": deal.interim,
                "minutes_between": deal.minutes_between or None,
            },
        )

    def _table(self, head: str, facts: dict[str, Any]) -> Iterator[str]:
        said = {key: value for key, value in facts.items() if value not in (None, "", [])}
        if said:
            yield from ("", head)
            yield from (f"{key} = {_literal(value)}" for key, value in said.items())

    def _money(self, minor: int) -> str:
        return str(Money(minor, self._currency))


def _promotion(promotion: Promotion) -> dict[str, Any]:
    times = promotion.multiplier
    return {
        "name": promotion.name,
        "multiplier": None if promotion.bonus else _plain(times),
        "bonus": promotion.bonus or None,
        **_window(promotion.window),
    }


def _window(window: Window) -> dict[str, Any]:
    return {
        "from": window.starts and window.starts.isoformat(),
        "to": window.ends and window.ends.isoformat(),
        "weekdays": list(window.weekdays),
        "from_hour": window.from_hour,
        "to_hour": window.to_hour,
    }


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _literal(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return f"[{', '.join(map(_literal, value))}]"
    return str(value) if isinstance(value, int) else f'"{_quoted(value)}"'


def _quoted(text: str) -> str:
    return "".join(
        _ESCAPED.get(sign) or (sign if sign.isprintable() else f"\\U{ord(sign):08X}")
        for sign in text
    )
