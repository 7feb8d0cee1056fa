"""What was typed of a new offer, read: its terms, who gets it, and what stands on the paper."""

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import cast

from app.amounts import typed, typed_number
from app.loyalty.codes import LONGEST_OWN, fold
from app.loyalty.coupon_terms import CouponKind, Terms
from app.money import NotMoney
from app.people import search
from app.shop import Shop
from app.thanks.given import day_meant
from reports.offers import whole_offer
from reports.sentences import sentence
from resources.words import Words
from ui.coupons.asked import ANYONE, LETTER, ONE, WHY, Texts
from ui.loyalty.programme_fields import Misread

MOST, MOST_DAYS = 2_000, 3_650
_HUNDRED, _PLACES = 100, 2
_HOURS = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*[-\N{EN DASH}]\s*(\d{1,2})(?:[:.](\d\d))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A new offer. It goes to `whom`: anyone, one person (of `people`), a list, or with a `letter`.

    It lasts so many `days` from when it is issued, else as its terms say.
    """

    terms: Terms
    name: str
    words: str
    whom: str
    days: int | None
    people: tuple[int, ...] = ()
    count: int = 1
    code: str = ""
    letter: str = ""

    def terms_on(self, day: date) -> Terms:
        """The terms as they are issued on that day."""
        return self.terms.lasting(self.days, day)


class Reader:
    """Reads the fields of a form in one shop. Raises `Misread`."""

    def __init__(self, shop: Shop, words: Words) -> None:
        self._shop, self._words = shop, words
        self._settings, self._on = shop.settings.read(), shop.today()

    def wish(self, texts: Texts) -> Wish:
        terms, whom = self._terms(texts), texts["whom"] or ANYONE
        days = self.whole("days", texts, least=0, most=MOST_DAYS) if texts["days"] else None
        if days is not None and texts["last"] and whom != LETTER:
            raise Misread("days", self._words("Either of the two, not both."))
        found = Wish(
            terms=terms,
            name=self._name(texts, terms),
            words=texts["words"],
            whom=whom,
            days=days,
            people=(self.person("person", texts),) if whom == ONE else (),
            letter=texts["letter"] if whom == LETTER else "",
        )
        return self._on_paper(found, texts) if whom == ANYONE else found

    def whole(self, key: str, texts: Texts, *, least: int = 1, most: int = MOST) -> int:
        found = typed_number(texts[key], 0)
        if found is None or not least <= found <= most:
            limit = self._words.number(most)
            said = self._words(
                "Please write a whole number from {least} to {most}.", least=least, most=limit
            )
            raise Misread(key, said)
        return int(found)

    def money(self, key: str, texts: Texts) -> int:
        """Minor units; nothing typed is nought."""
        if not texts[key]:
            return 0
        try:
            return typed(texts[key], self._settings.currency).minor
        except NotMoney as refused:
            raise Misread(key, sentence(refused, self._words)) from refused

    def day(self, key: str, texts: Texts) -> date | None:
        """A day that is not over."""
        if not texts[key]:
            return None
        day = day_meant(texts[key], self._on, self._settings.country or None)
        if day is None:
            raise Misread(key, self._words("Please write a day, such as 24. 12. 2026."))
        if day < self._on:
            raise Misread(key, self._words("This day is over."))
        return day

    def person(self, key: str, texts: Texts) -> int:
        """The one customer who is called so."""
        found = search.find(self._shop.book, texts[key], 2) if texts[key] else []
        if len(found) == 1:
            return found[0]
        if not texts[key]:
            raise Misread(key, self._words("Please say who."))
        if found:
            raise Misread(key, self._words("Several people are called so. Please write more."))
        raise Misread(key, self._words("Nobody of that name or number is in the book"))

    def _terms(self, texts: Texts) -> Terms:
        kind = cast("CouponKind", texts["kind"])
        first, last = (self.day(key, texts) for key in ("first", "last"))
        if texts["why"] == "next":
            first = first or self._on + timedelta(days=1)
        if first and last and last < first:
            raise Misread("last", self._words("That is before it begins."))
        if texts["whom"] == LETTER:
            first = last = None
        since, until = self._hours(texts)
        terms = Terms(
            kind=kind,
            item=self._item(kind, texts),
            value=self._value(kind, texts),
            buy=self.whole("buy", texts, most=_HUNDRED) if kind == "bundle" else 0,
            get=self.whole("get", texts, most=_HUNDRED) if kind == "bundle" else 0,
            cap=(self.money("cap", texts) or None) if kind == "percent" else None,
            min_total=self.money("min_total", texts),
            valid_from=first,
            valid_to=last,
            from_hour=since,
            to_hour=until,
        )
        return self._counted(terms, texts)

    def _counted(self, terms: Terms, texts: Texts) -> Terms:
        is_paper = texts["whom"] == ANYONE and texts["each"]
        return replace(
            terms,
            weekdays=frozenset(map(int, filter(None, texts["weekdays"].split(",")))),
            uses=self.whole("uses", texts) if texts["uses"] else None,
            uses_per_customer=self.whole("each", texts) if is_paper else None,
        )

    def _item(self, kind: str, texts: Texts) -> str:
        if kind == "item" and not texts["item"]:
            raise Misread("item", self._words("Please say what is free."))
        return texts["item"]

    def _value(self, kind: str, texts: Texts) -> int:
        if kind == "percent":
            share = typed_number(texts["value"].replace("%", ""), _PLACES)
            if not share or share > _HUNDRED:
                raise Misread("value", self._words("Please write a percentage up to 100."))
            return int(share * _HUNDRED)
        if kind == "amount":
            if amount := self.money("value", texts):
                return amount
            raise Misread("value", self._words("Please say how much it takes off."))
        return self.whole("pieces", texts, most=_HUNDRED) if kind == "item" else 0

    def _hours(self, texts: Texts) -> tuple[str | None, str | None]:
        if not texts["hours"]:
            return None, None
        found = _HOURS.fullmatch(texts["hours"])
        hours = [f"{int(found[n]):02}:{found[n + 1] or '00'}" for n in (1, 3)] if found else []
        if not hours or max(hours) > "24:00" or any(hour[3:] > "59" for hour in hours):
            raise Misread("hours", self._words("Please write hours, such as 14:00–17:00."))
        since, until = ("23:59" if hour == "24:00" else hour for hour in hours)
        return since, until

    def _name(self, texts: Texts, terms: Terms) -> str:
        """What the owner calls it, else what it is for, else what it gives."""
        usual = dict(WHY)[texts["why"]] if texts["why"] else ""
        plain = whole_offer(terms, self._words, self._settings.currency)
        return texts["name"] or (self._words(usual) if usual else plain)

    def _on_paper(self, wish: Wish, texts: Texts) -> Wish:
        count, code = self.whole("count", texts), texts["code"]
        if code and not 0 < len(fold(code)) <= LONGEST_OWN:
            raise Misread("code", self._words("A code needs a letter or a digit."))
        if code and count > 1 and wish.terms.uses == 1:
            raise Misread("uses", self._words("Printed several times, it must be good for more."))
        return replace(wish, count=count, code=code)
