"""Rules of the programme as texts to be changed, and texts that were typed as rules again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Protocol

from app.loyalty.programme import Programme
from ui.loyalty import programme_lists as lists
from ui.loyalty import programme_singles as singles
from ui.loyalty.programme_asked import LISTS
from ui.loyalty.programme_fields import Pen, Texts


class Single(Protocol):
    """A rule of which there is one."""

    def texts(self, programme: Programme, pen: Pen) -> Texts: ...

    def read(self, programme: Programme, texts: Texts, pen: Pen) -> Programme:
        """The programme with the rule as it was typed. Raises `Misread`."""


class Listed(Protocol):
    """A rule of which there are several."""

    def texts(self, rule: Any, pen: Pen) -> Texts: ...

    def read(self, texts: Texts, pen: Pen) -> Any:
        """The rule as it was typed. Raises `Misread`."""


_SINGLES: Mapping[str, Single] = {
    "earning": singles.Earning(),
    "visit": singles.Visit(),
    "gifts": singles.Gifts(),
    "times": singles.Times(),
    "exclude": singles.Exclude(),
    "paid": singles.Paid(),
    "limit": singles.Limit(),
    "expiry": singles.Expiring(),
    "worth": singles.Worth(),
    "climbing": singles.Climbing(),
    "stamps": singles.Stamping(),
}
_LISTED: Mapping[str, Listed] = {
    "extras": lists.Extras(),
    "rewards": lists.Rewards(),
    "tiers": lists.Tiers(),
    "promotions": lists.Promotions(),
}


@dataclass(frozen=True, slots=True)
class Scribe:
    """Knows how each part is written in one shop."""

    pen: Pen

    def texts_of(self, part: str, programme: Programme, index: int) -> Texts:
        """What stands in the fields of that rule; `index` -1 is a new one."""
        if part not in LISTS:
            return _SINGLES[part].texts(programme, self.pen)
        rules = getattr(programme, part)
        return _LISTED[part].texts(rules[index], self.pen) if index >= 0 else {}

    def changed(self, part: str, programme: Programme, index: int, texts: Texts) -> Programme:
        """The programme with that rule as it was typed. Raises `Misread`."""
        if part not in LISTS:
            return _SINGLES[part].read(programme, texts, self.pen)
        rules = list(getattr(programme, part))
        rule = _LISTED[part].read(texts, self.pen)
        others = rules if index < 0 else [*rules[:index], *rules[index + 1 :]]
        lists.must_be_called_otherwise(rule, others, self.pen)
        if index < 0:
            rules.append(rule)
        else:
            rules[index] = rule
        return lists.with_rules(programme, part, rules)

    def without(self, part: str, programme: Programme, index: int) -> Programme:
        if part == "stamps":
            return replace(programme, stamps=None)
        rules = getattr(programme, part)
        return lists.with_rules(programme, part, [one for n, one in enumerate(rules) if n != index])

    def moved(self, part: str, programme: Programme, index: int, by: int) -> Programme:
        """The rule stands so many places further on; at either end it stays."""
        rules = list(getattr(programme, part))
        place = min(max(index + by, 0), len(rules) - 1)
        rules.insert(place, rules.pop(index))
        return lists.with_rules(programme, part, rules)
