"""Composing a letter: the text, the personal points and the names, put together for one person.

What is chosen depends on the person, the letter, its day and the seed alone, and on what she was written
before: the same text of a letter never comes twice running, nor the same personal point.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from app.keeping.settings import Settings
from app.people.customer import Customer, CustomerId
from app.thanks.choosing import pick
from app.thanks.doubts import Doubt, Doubted, doubts_about
from app.thanks.fields import FIELDS, Facts, all_filled, asks_for, check, fill
from app.thanks.greeting import Greeting, greet
from app.thanks.letter_days import LetterDay, letter_day
from app.thanks.letters import Letter, Text, letter_kind, read_letter
from app.thanks.manner import Manner, read_manner
from app.thanks.personal import Point, Telling, chosen, points_of
from app.thanks.story import Story
from app.thanks.written import Written

MOST_WORDS = 70
_NOTHING_KNOWN = Story()
_BEFORE_SIGN = re.compile(r"(?<=\d) (?=[%‰€$£₪₸]|Kč|kr\b|тг\b|₽)")  # no line ends between the two

Fact = str | int | date


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """What is to be written: which letter, as of which day, and what the shop has to say besides.

    `facts` are fields by name (a coupon, an event); days and numbers are put into each person's language.
    """

    letter: str
    on: date
    settings: Settings
    seed: int = 0
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A letter in its parts, and what it was made of."""

    customer: CustomerId
    uid: str
    name: str
    letter: str
    language: str
    on: date
    occasion: date | None
    text_name: str
    points: tuple[Point, ...]
    salutation: str
    body: str
    sign_off: str
    signature: str
    title: str
    shop: str
    doubts: tuple[Doubted, ...] = ()
    edited: str | None = None
    """The words that the owner put in the place of all the others; she may also have left none."""

    @property
    def text(self) -> str:
        """As it is written: greeting, letter and sign-off, with an empty line between them."""
        if self.edited is not None:
            return self.edited
        return "\n\n".join(part for part in (self.salutation, self.body, self.closing) if part)

    @property
    def closing(self) -> str:
        """`Warmly,` and beneath it `Jana, The Mill`, or with a title `Jana Malá, baker` above `The Mill`."""
        signed = self.signed
        # A comma leads to a name; where nobody has told one it would hang there.
        return f"{self.sign_off}\n{signed}".strip() if signed else self.sign_off.rstrip(",")

    @property
    def signed(self) -> str:
        """The part of the closing that stands beneath a signature."""
        between = "\n" if self.title else ", "
        signed = ", ".join(part for part in (self.signature, self.title) if part)
        return between.join(part for part in (signed, self.shop) if part)

    @property
    def beneath(self) -> int:
        """How many lines at the end of the text those are; none where the owner wrote another end."""
        signed = self.signed.splitlines()
        ends = self.text.rstrip().splitlines()[-len(signed) :]
        return len(signed) if signed and [line.strip() for line in ends] == signed else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """What one letter is written from."""

    one: Customer
    brief: Brief
    letter: Letter
    manner: Manner
    greeting: Greeting
    day: LetterDay | None
    story: Story
    before: Sequence[Written]

    @property
    def occasion(self) -> date | None:
        return self.day.on if self.day else None

    @property
    def key(self) -> str:
        """What every choice for this letter follows from."""
        day = self.occasion or self.brief.on
        return f"{self.one.uid} {self.letter.name} {day} {self.brief.seed}"


def compose(
    one: Customer,
    brief: Brief,
    story: Story = _NOTHING_KNOWN,
    before: Sequence[Written] = (),
    *,
    edited: str | None = None,
) -> Composed:
    """The letter for `one`; `before` is what stands written to her, the oldest first.

    What the owner `edited` stands in the place of all the words, its fields filled. Raises
    `UnknownLetter`, and `UnknownField` and `UnclosedBrace` for a text that is not sound.
    """
    sheet = _sheet(one, brief, story, before)
    text = _text(sheet)
    bare = _composed(sheet, text, ())
    points = _points(sheet, room=MOST_WORDS - len(bare.text.split()))
    whole = _composed(sheet, text, points) if points else bare
    lines: Sequence[str] = (*text.reason, *text.wish)
    if edited is not None:
        check(edited)
        facts = Facts(values=_values(sheet, points), form=sheet.greeting.form)
        whole, lines = replace(whole, edited=fill(edited, facts)), edited.splitlines()
    wanted = one.language or brief.settings.language
    doubts = doubts_about(whole, sheet.greeting, wanted, sheet.before)
    return replace(whole, doubts=(*_unsaid(sheet, lines), *doubts))


def _unsaid(sheet: _Sheet, lines: Sequence[str]) -> Iterator[Doubted]:
    """What these lines ask for and nobody has said, where the letter needs it."""
    needs, facts = letter_kind(sheet.letter.name).needs, sheet.brief.facts
    lacks = tuple(name for name in needs if not facts.get(name) and asks_for(lines, name))
    if lacks:
        yield Doubted(what=Doubt.UNSAID, fields=lacks)


def _sheet(one: Customer, brief: Brief, story: Story, before: Sequence[Written]) -> _Sheet:
    letter = read_letter(brief.letter, one.language or brief.settings.language)
    manner = read_manner(letter.language)
    day = letter_day(one, letter.name, brief.settings, brief.on)
    return _Sheet(
        one=one,
        brief=brief,
        letter=letter,
        manner=manner,
        greeting=greet(one, letter.language),
        day=day,
        story=story,
        before=_before(before, letter.name, day, brief.on),
    )


def _before(
    before: Sequence[Written], letter: str, day: LetterDay | None, on: date
) -> Sequence[Written]:
    """What was written before this very letter: written a second time, it comes out the same."""
    for at, one in enumerate(before):
        about = one.occasion == day.on if day else one.on == on
        if one.letter == letter and about:
            return before[:at]
    return before


def _text(sheet: _Sheet) -> Text:
    """One that this letter was not written with yet, else the one of longest ago; never that of last time."""
    texts = sheet.letter.texts
    written = [one.text_name for one in reversed(sheet.before) if one.letter == sheet.letter.name]
    lately = list(dict.fromkeys(written))[: len(texts) - 1]
    return pick([text for text in texts if text.name not in lately], sheet.key)


def _points(sheet: _Sheet, room: int) -> tuple[Point, ...]:
    telling = Telling(
        story=sheet.story,
        on=sheet.brief.on,
        manner=sheet.manner,
        form=sheet.greeting.form,
        turning=sheet.day.turning if sheet.day else None,
        occasion=sheet.occasion,
    )
    last = {name.partition(".")[0] for one in sheet.before[-1:] for name in one.points}
    kind = letter_kind(sheet.letter.name)
    return chosen(points_of(telling, kind, sheet.key), avoid=last, room=room)


def _composed(sheet: _Sheet, text: Text, points: tuple[Point, ...]) -> Composed:
    told = [point for point in points if not point.is_farewell]
    facts = Facts(values=_values(sheet, told), form=sheet.greeting.form)
    farewell = [point.text for point in points if point.is_farewell]
    settings = sheet.brief.settings
    sign_offs = all_filled(sheet.letter.sign_off or sheet.manner.sign_off, facts)
    return Composed(
        customer=sheet.one.id,
        uid=sheet.one.uid,
        name=sheet.one.name,
        letter=sheet.letter.name,
        language=sheet.letter.language,
        on=sheet.brief.on,
        occasion=sheet.occasion,
        text_name=text.name,
        points=points,
        salutation=sheet.greeting.salutation,
        body=_body(sheet, text, facts, farewell),
        sign_off=pick(sign_offs, sheet.key) if sign_offs else "",
        signature=settings.owner,
        title=settings.owner_title if settings.owner else "",
        shop=settings.name,
    )


def _body(sheet: _Sheet, text: Text, facts: Facts, farewell: Sequence[str]) -> str:
    """Reason, points (where the text asks for them, else here), wish, farewell and coupon."""
    told = () if asks_for((*text.reason, *text.wish), "points") else ("{points}",)
    lines = all_filled((*text.reason, *told, *text.wish), facts)
    coupon = all_filled(sheet.letter.coupon or sheet.manner.coupon, facts)
    goes_on = int(sheet.greeting.salutation.endswith(","))
    return " ".join((*lines[:goes_on], *map(_led, lines[goes_on:]), *farewell, *coupon[:1]))


def _led(line: str) -> str:
    """With a capital, also where a fact comes first: `A concert was the better for it.`"""
    return line[:1].upper() + line[1:]


def _values(sheet: _Sheet, points: Sequence[Point]) -> Mapping[str, str]:
    one, brief = sheet.one, sheet.brief
    return {
        "salutation": sheet.greeting.salutation,
        "name_in_greeting": sheet.greeting.name_in_greeting,
        "first_name": one.first_name or "",
        "last_name": one.last_name or "",
        "company": one.company or "",
        "city": one.city or "",
        "points": " ".join(point.text for point in points),
        "shop": brief.settings.name,
        "owner": brief.settings.owner,
        "owner_title": brief.settings.owner_title,
        **_days(sheet),
        **{name: _said(fact, sheet) for name, fact in brief.facts.items()},
    }


def _days(sheet: _Sheet) -> Mapping[str, str]:
    manner, on, day = sheet.manner, sheet.brief.on, sheet.day
    values = {"today": manner.day(on, on), "year": str(on.year)}
    since = sheet.story.since
    if since:
        values |= {"since": manner.day(since, on), "since_month": manner.in_month(since)}
    if day:
        values[letter_kind(sheet.letter.name).day] = manner.day(day.on, on)
    if day and day.turning:
        values |= _numbered("turning", day.turning, manner)
    if day and day.years:
        values |= _numbered("years", day.years, manner)
        values["years"] = manner.span(day.years, "years")
    return {name: value for name, value in values.items() if name in FIELDS}


def _numbered(name: str, n: int, manner: Manner) -> Mapping[str, str]:
    return {name: manner.number(n), f"{name}_th": manner.ordinal(n)}


def _said(fact: Fact, sheet: _Sheet) -> str:
    if isinstance(fact, date):
        return sheet.manner.day(fact, sheet.brief.on)
    return sheet.manner.number(fact) if isinstance(fact, int) else _BEFORE_SIGN.sub("\xa0", fact)
