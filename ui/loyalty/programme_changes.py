"""What a draft changes in the programme that holds, rule by rule."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.loyalty.programme import Programme
from ui.loyalty.programme_asked import LISTS
from ui.loyalty.programme_lists import with_rules
from ui.loyalty.programme_said import Ruled, Voice


@dataclass(frozen=True, slots=True)
class Row:
    """One rule where it stands: `index` is its place among those of its part.

    `is_gone` says that it will be no more; its place is the one that it has now.
    """

    part: str
    index: int
    rule: Ruled
    is_gone: bool = False

    @property
    def is_changed(self) -> bool:
        return self.is_gone or self.rule.was is not None


def rows_of(part: str, now: Programme, draft: Programme, voice: Voice) -> list[Row]:
    """The rules of the draft with what holds now where that differs, then those that will be gone."""
    before, after = voice.rules(part, now), voice.rules(part, draft)
    if part not in LISTS:
        return _once(part, before, after)
    known = {_name(rule): rule for rule in before}
    rows = [
        Row(part, place, _marked(rule, known.get(_name(rule)))) for place, rule in enumerate(after)
    ]
    there = {_name(rule) for rule in after}
    gone = [place for place, rule in enumerate(before) if _name(rule) not in there]
    if part == "promotions":
        rows.sort(key=lambda row: row.rule.is_over)
    return rows + [Row(part, place, before[place], is_gone=True) for place in gone]


def with_it_again(part: str, now: Programme, draft: Programme, index: int) -> Programme:
    """The draft in which a rule that was to be gone stays."""
    if part not in LISTS:
        return replace(draft, stamps=now.stamps)
    rules = list(getattr(draft, part))
    rules.insert(min(index, len(rules)), getattr(now, part)[index])
    return with_rules(draft, part, rules)


def _once(part: str, before: Sequence[Ruled], after: Sequence[Ruled]) -> list[Row]:
    if before and not after:
        return [Row(part, 0, before[0], is_gone=True)] if part == "stamps" else []
    return [Row(part, 0, _marked(rule, before[0] if before else None)) for rule in after]


def _marked(rule: Ruled, before: Ruled | None) -> Ruled:
    if before is None:
        return replace(rule, was="")
    same = (rule.words, rule.detail, rule.aside) == (before.words, before.detail, before.aside)
    if same:
        return rule
    parts = (before.words if before.words != rule.words else "", before.aside, before.detail)
    return replace(rule, was=" · ".join(part for part in parts if part))


def _name(rule: Ruled) -> str:
    return rule.words.casefold()
