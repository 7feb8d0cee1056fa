"""Rules of the programme as texts to be changed, and texts that were typed as rules again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from app.amounts import typed, typed_number
from app.loyalty.programme import Expiry, Programme, Promotion, Reward, Tier, Window
from app.money import Money, NotMoney
from app.thanks.given import day_meant
from reports.amounts import written
from reports.sentences import sentence
from resources.words import mark
from ui.customers.saying import About

Texts = Mapping[str, str]
_HUNDRED = 100
_MOST_POINTS = 10**9
_VALUE_PLACES, _TIMES_PLACES = 6, 3
_LISTS = frozenset({"rewards", "tiers", "promotions"})
_NUMBER = mark("Please write a whole number.")


class Misread(Exception):
    """What was typed into `field` cannot be: `said` says why."""

    def __init__(self, field: str, said: str) -> None:
        super().__init__(said)
        self.field, self.said = field, said


@dataclass(frozen=True, slots=True)
class Scribe:
    """Writes and reads the fields of one shop: its currency, its language, its days."""

    about: About
    currency: str

    def texts_of(self, part: str, programme: Programme, index: int) -> dict[str, str]:
        """What stands in the fields of that rule; `index` -1 is a new one."""
        if part in _LISTS:
            rules = getattr(programme, part)
            return getattr(self, f"_{part}")(rules[index]) if index >= 0 else {}
        return dict(getattr(self, f"_{part}")(programme))

    def changed(self, part: str, programme: Programme, index: int, texts: Texts) -> Programme:
        """The programme with that rule as it was typed. Raises `Misread`."""
        if part not in _LISTS:
            change: Callable[..., Programme] = getattr(self, f"_read_{part}")
            return change(programme, texts)
        rules = list(getattr(programme, part))
        is_new = index < 0
        rule = getattr(self, f"_read_{part}")(None if is_new else rules[index], texts)
        if is_new:
            rules.append(rule)
        else:
            rules[index] = rule
        return _with(programme, part, rules)

    def without(self, part: str, programme: Programme, index: int) -> Programme:
        rules = getattr(programme, part)
        return _with(programme, part, [one for n, one in enumerate(rules) if n != index])

    def _earning(self, programme: Programme) -> Texts:
        earn = programme.earn
        return {
            "points": str(earn.points),
            "per": self._money(earn.per),
            "min_total": self._money(earn.min_total) if earn.min_total else "",
            "signup": str(earn.signup or ""),
            "birthday": str(earn.birthday or ""),
        }

    def _read_earning(self, programme: Programme, texts: Texts) -> Programme:
        per = self._read_money("per", texts)
        if not per:
            raise Misread("per", self.about.words("Please write an amount."))
        earn = replace(
            programme.earn,
            points=self._whole("points", texts),
            per=per,
            min_total=self._read_money("min_total", texts),
            signup=self._whole("signup", texts),
            birthday=self._whole("birthday", texts),
        )
        return replace(programme, earn=earn)

    def _expiry(self, programme: Programme) -> Texts:
        rule = programme.expiry
        lives = "days" if rule.days is not None else "never"
        if rule.months is not None:
            lives = "end" if rule.end_of_month else "months"
        number = rule.months if rule.months is not None else rule.days
        return {
            "lives": lives,
            "number": str(number or ""),
            "inactivity": str(rule.inactivity_days or ""),
        }

    def _read_expiry(self, programme: Programme, texts: Texts) -> Programme:
        lives = texts["lives"]
        number = None if lives == "never" else self._whole("number", texts, least=1)
        rule = Expiry(
            days=number if lives == "days" else None,
            months=number if lives in {"months", "end"} else None,
            end_of_month=lives == "end",
            inactivity_days=self._whole("inactivity", texts) or None,
        )
        return replace(programme, expiry=rule)

    def _worth(self, programme: Programme) -> Texts:
        return {"value": self._decimal(programme.value)}

    def _read_worth(self, programme: Programme, texts: Texts) -> Programme:
        value = typed_number(texts["value"], _VALUE_PLACES)
        if not value:
            raise Misread("value", self.about.words("Please write an amount."))
        return replace(programme, value=value)

    def _rewards(self, one: Reward) -> Texts:
        value = one.text
        if one.kind == "amount":
            value = self._money(one.value)
        elif one.kind == "percent":
            value = self._decimal(Decimal(one.value) / _HUNDRED)
        cap = "" if one.cap is None else self._money(one.cap)
        facts = {"name": one.name, "points": str(one.points), "kind": one.kind}
        return facts | {"value": value, "cap": cap}

    def _read_rewards(self, before: Reward | None, texts: Texts) -> Reward:
        kind, value, text = texts["kind"] or "text", 0, ""
        if kind == "amount":
            value = self._read_money("value", texts)
        elif kind == "percent":
            value = self._percent(texts)
        else:
            text = texts["value"]
        if kind in {"amount", "percent"} and not value:
            raise Misread("value", self.about.words("Please say how much it takes off."))
        return replace(
            before or Reward(name="", points=0),
            name=self._name(texts),
            points=self._whole("points", texts, least=1),
            kind=kind,
            value=value,
            text=text,
            cap=self._read_money("cap", texts) or None,
        )

    def _tiers(self, one: Tier) -> Texts:
        return {"name": one.name, "at": str(one.at), "benefit": one.benefit}

    def _read_tiers(self, _before: Tier | None, texts: Texts) -> Tier:
        at = self._whole("at", texts, least=1)
        return Tier(name=self._name(texts), at=at, benefit=texts["benefit"])

    def _promotions(self, one: Promotion) -> Texts:
        return {
            "name": one.name,
            "times": "" if one.bonus else self._decimal(one.multiplier),
            "bonus": str(one.bonus or ""),
            "first": self._day(one.window.starts),
            "last": self._day(one.window.ends),
        }

    def _read_promotions(self, before: Promotion | None, texts: Texts) -> Promotion:
        words, bonus = self.about.words, self._whole("bonus", texts)
        times = typed_number(texts["times"], _TIMES_PLACES) if texts["times"] else Decimal(1)
        if times is None or not 0 < times <= 10:  # noqa: PLR2004 - as the rules of points have it
            raise Misread("times", words("Please write a number up to 10."))
        if texts["times"] and bonus:
            raise Misread("bonus", words("Either of the two, not both."))
        window = replace(
            before.window if before else Window(),
            starts=self._read_day("first", texts),
            ends=self._read_day("last", texts),
        )
        if window.starts and window.ends and window.ends < window.starts:
            raise Misread("last", words("That is before it begins."))
        return Promotion(name=self._name(texts), multiplier=times, bonus=bonus, window=window)

    def _name(self, texts: Texts) -> str:
        if not texts["name"].strip():
            raise Misread("name", self.about.words("Please write a name."))
        return texts["name"].strip()

    def _whole(self, key: str, texts: Texts, *, least: int = 0) -> int:
        found = typed_number(texts[key], 0) if texts[key] else Decimal(0)
        if found is None or not least <= found <= _MOST_POINTS:
            raise Misread(key, self.about.words(_NUMBER))
        return int(found)

    def _percent(self, texts: Texts) -> int:
        found = typed_number(texts["value"].replace("%", ""), 2)
        if found is None or found > _HUNDRED:
            raise Misread("value", self.about.words("Please write a percentage up to 100."))
        return int(found * _HUNDRED)

    def _read_money(self, key: str, texts: Texts) -> int:
        if not texts[key]:
            return 0
        try:
            return typed(texts[key], self.currency).minor
        except NotMoney as refused:
            raise Misread(key, sentence(refused, self.about.words)) from refused

    def _read_day(self, key: str, texts: Texts) -> Any:
        if not texts[key]:
            return None
        day = day_meant(texts[key], self.about.on, self.about.country or None)
        if day is None:
            raise Misread(key, self.about.words("Please write a day, such as 24. 12. 2026."))
        return day

    def _money(self, minor: int) -> str:
        return written(Money(minor, self.currency), self.about.words)

    def _decimal(self, number: Decimal) -> str:
        from babel.numbers import format_decimal

        return format_decimal(number, "0.######", locale=self.about.words.locale)

    def _day(self, day: Any) -> str:
        return self.about.words.date(day, "long") if day else ""


def _with(programme: Programme, part: str, rules: list[Any]) -> Programme:
    """Tiers stand in the order in which they are reached."""
    if part == "tiers":
        return replace(programme, tiers=tuple(sorted(rules, key=lambda one: one.at)))
    if part == "rewards":
        return replace(programme, rewards=tuple(rules))
    return replace(programme, promotions=tuple(rules))
