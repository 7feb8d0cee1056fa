"""What a label says of people: each field that is asked for, in their own language and its formats."""

from collections.abc import Callable, Collection, Mapping, Sequence

from app.keeping.settings import Settings
from app.loyalty.codes import grouped
from app.loyalty.programme import Programme
from app.people.customer import Customer
from app.shop import Shop
from app.thanks.greeting import greet
from reports.codes import NOT_DRAWN
from reports.coupon_words import language_for
from reports.hand.noise import seed_of
from reports.label_fields import FIELDS, Merged
from reports.mail import label_lines
from resources.words import Words, words_in

_LOYALTY = frozenset({"points", "next_reward", "points_missing"})
_MONTH_AND_DAY = "MMMMd"


class People:
    """Knows the shop as it stands now; only what is `asked` for is looked up."""

    def __init__(self, shop: Shop, asked: Collection[str]) -> None:
        self._shop, self._asked = shop, asked
        self._settings: Settings = shop.settings.read()
        self._on = shop.today()
        self._programme: Programme | None = None
        self._answers: Mapping[str, Callable[[Customer, Words], str]] = {
            "greeting": lambda one, words: greet(one, words.language).salutation,
            "name_in_greeting": lambda one, words: greet(one, words.language).name_in_greeting,
            "birthday": self._birthday,
            "tags": lambda one, _words: ", ".join(one.tags),
            "address": lambda one, _words: "\n".join(label_lines(one, self._settings)),
            "country": self._country,
            "phone": lambda one, _words: next(iter(one.phones), ""),
            "email": lambda one, _words: next(iter(one.emails), ""),
            "card_number": lambda one, words: words.isolated(grouped(one.card_number or "")),
            "tier": self._tier,
            "since": lambda one, _words: (one.member_since or "")[:4],
            "shop": lambda _one, _words: self._settings.name,
            "owner": lambda _one, _words: self._settings.owner,
            "today": lambda _one, words: words.date(self._on),
        }

    def merged(self, people: Sequence[Customer], first: int = 1) -> list[Merged]:
        """In the same order, numbered from `first` on."""
        points = self._points(people)
        return [
            self._merged(one, number, points.get(one.id, 0))
            for number, one in enumerate(people, start=first)
        ]

    def _merged(self, one: Customer, number: int, points: int) -> Merged:
        words = words_in(language_for(one, self._settings))
        values = {name: self._value(name, one, words) for name in self._asked}
        if "number" in self._asked:
            values["number"] = words.number(number)
        if _LOYALTY & set(self._asked):
            values |= self._standing(points, words)
        return Merged(
            id=one.id,
            name=one.name,
            language=words.language,
            values=values,
            plain={"card_number": one.card_number or ""},
            seed=seed_of(one.uid, "label") >> 1,
        )

    def _value(self, name: str, one: Customer, words: Words) -> str:
        answer = self._answers.get(name)
        return answer(one, words) if answer else str(getattr(one, name, None) or "")

    def _standing(self, points: int, words: Words) -> Mapping[str, str]:
        following = self._shop.till.members.next_reward(self._rules(), points)
        return {
            "points": words.number(points),
            "next_reward": following.name if following else "",
            "points_missing": words.number(following.points - points) if following else "",
        }

    def _tier(self, one: Customer, _words: Words) -> str:
        tier = self._shop.till.members.tier(one.id, self._rules(), self._on)
        return tier.name if tier else ""

    def _points(self, people: Sequence[Customer]) -> Mapping[int, int]:
        if not _LOYALTY & set(self._asked):
            return {}
        return self._shop.till.points.of_several([one.id for one in people], self._on)

    def _rules(self) -> Programme:
        if self._programme is None:
            self._programme = self._shop.till.programmes.current()
        return self._programme

    def _birthday(self, one: Customer, words: Words) -> str:
        if one.birthday is None:
            return ""
        kept = one.birthday.kept_in(self._on.year, self._settings.leap_day)
        return words.date(kept, _MONTH_AND_DAY)

    def _country(self, one: Customer, _words: Words) -> str:
        return words_in(self._settings.language).country(one.country) if one.country else ""


def copies(shop: Shop, count: int) -> list[Merged]:
    """Of nobody, in the shop's language: what a label says that is printed `count` times."""
    settings = shop.settings.read()
    words = words_in(settings.language)
    here = {"shop": settings.name, "owner": settings.owner, "today": words.date(shop.today())}
    return [
        Merged(
            id=None,
            name=words("Label {n}", n=words.number(number)),
            language=words.language,
            values={**here, "number": words.number(number)},
            seed=seed_of(number, "label") >> 1,
        )
        for number in range(1, count + 1)
    ]


def nobody(words: Words, settings: Settings) -> Merged:
    """Stands in where the book has nobody yet: each field says what it is."""
    named = {name: f"‹{words(said)}›" for name, said in FIELDS.items()}
    if settings.name:
        named["shop"] = settings.name
    return Merged(
        id=None,
        name=words("Nobody yet"),
        language=words.language,
        values=named,
        plain={"card_number": NOT_DRAWN},
    )
