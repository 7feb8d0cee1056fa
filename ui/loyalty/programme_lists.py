"""Rules of which there may be several: each with its fields as texts, and read from them again."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from app.loyalty.programme import Extra, Programme, Promotion, Reward, Tier
from app.loyalty.programme_file import MOST_TIMES
from resources.words import mark
from ui.loyalty.programme_fields import Pen, Texts

_TIMES_PLACES = 3
_MOST_PIECES = 1_000
_NEEDED = mark("Please say how much it takes off.")


class Extras:
    """Points more for an item, or for anything of a category."""

    def texts(self, rule: Extra, _pen: Pen) -> Texts:
        return {
            "meant": "item" if rule.item else "category",
            "name": rule.item or rule.category,
            "points": str(rule.points),
        }

    def read(self, texts: Texts, pen: Pen) -> Extra:
        name, is_item = pen.read_name(texts), texts["meant"] == "item"
        return Extra(
            item=name if is_item else "",
            category="" if is_item else name,
            points=pen.read_whole("points", texts, least=1),
        )


class Rewards:
    """What can be had for points."""

    def texts(self, rule: Reward, pen: Pen) -> Texts:
        return {
            "name": rule.name,
            "points": str(rule.points),
            "kind": rule.kind,
            "amount": pen.money(rule.value) if rule.kind == "amount" else "",
            "percent": pen.percent(rule.value) if rule.kind == "percent" else "",
            "text": rule.text if rule.kind == "item" else "",
            "own": rule.text if rule.kind == "text" else "",
            "cap": pen.money(rule.cap),
            "pack": str(rule.pack) if rule.pack > 1 else "",
        }

    def read(self, texts: Texts, pen: Pen) -> Reward:
        plain = Reward(
            name=pen.read_name(texts),
            points=pen.read_whole("points", texts, least=1),
            kind=texts["kind"],
        )
        whole = self._with_value(plain, texts, pen)
        return replace(whole, pack=pen.read_whole("pack", texts, most=_MOST_PIECES) or 1)

    def _with_value(self, reward: Reward, texts: Texts, pen: Pen) -> Reward:
        match reward.kind:
            case "amount":
                return replace(reward, value=pen.read_money("amount", texts, needed=_NEEDED))
            case "percent":
                cap = pen.read_money("cap", texts) or None
                return replace(reward, value=pen.read_percent("percent", texts), cap=cap)
            case "item":
                return replace(reward, text=texts["text"])
        return replace(reward, text=texts["own"])


class Tiers:
    """Ranks that are reached at so many points."""

    def texts(self, rule: Tier, _pen: Pen) -> Texts:
        return {"name": rule.name, "at": str(rule.at), "benefit": rule.benefit}

    def read(self, texts: Texts, pen: Pen) -> Tier:
        name, at = pen.read_name(texts), pen.read_whole("at", texts)
        return Tier(name=name, at=at, benefit=texts["benefit"])


class Promotions:
    """Points multiplied, or more of them, for a time."""

    def texts(self, rule: Promotion, pen: Pen) -> Texts:
        is_bonus = bool(rule.bonus)
        return {
            "name": rule.name,
            "gives": "bonus" if is_bonus else "times",
            "times": "" if is_bonus else pen.decimal(rule.multiplier),
            "bonus": str(rule.bonus) if is_bonus else "",
            "first": pen.day(rule.window.starts),
            "last": pen.day(rule.window.ends),
            **pen.window(rule.window),
        }

    def read(self, texts: Texts, pen: Pen) -> Promotion:
        name, times, bonus = pen.read_name(texts), Decimal(1), 0
        if texts["gives"] == "bonus":
            bonus = pen.read_whole("bonus", texts, least=1)
        else:
            said = mark("Please write a number up to 10, such as 1.5.")
            times = pen.read_decimal(
                "times", texts, places=_TIMES_PLACES, most=MOST_TIMES, said=said
            )
        starts, ends = pen.read_day("first", texts), pen.read_day("last", texts)
        if starts and ends and ends < starts:
            raise pen.misread("last", mark("That is before it begins."))
        window = replace(pen.read_window(texts), starts=starts, ends=ends)
        return Promotion(name=name, multiplier=times, bonus=bonus, window=window)


def must_be_called_otherwise(rule: Any, others: Sequence[Any], pen: Pen) -> None:
    """Rewards and tiers are asked for by their names. Raises `Misread`."""
    if not isinstance(rule, Reward | Tier):
        return
    if rule.name.casefold() in {one.name.casefold() for one in others}:
        raise pen.misread("name", mark("There is one of that name already."))


def with_rules(programme: Programme, part: str, rules: Sequence[Any]) -> Programme:
    """The programme with these as that part; tiers stand in the order in which they are reached."""
    match part:
        case "tiers":
            return replace(programme, tiers=tuple(sorted(rules, key=lambda one: one.at)))
        case "rewards":
            return replace(programme, rewards=tuple(rules))
        case "extras":
            return replace(programme, extras=tuple(rules))
    return replace(programme, promotions=tuple(rules))
