"""Kazakh letters: `Құрметті Әйгерім ханым!`, by name and father's name where a letter is formal."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from app.people.salutations.salutation import Manner, Person, Salutation

_HONORIFICS = {"f": "ханым", "m": "мырза"}
_FATHERS = (
    r"\w{2,}(?:ұлы|улы|қызы|кызы|ович|евич|овна|евна|ична)|\w+ (?:ұлы|улы|оғлы|оглы|қызы|кызы)"
)
_FATHERS_NAME = re.compile(_FATHERS, re.IGNORECASE)
_WITH_FATHERS_NAME = re.compile(rf"(?P<given>.+?) (?P<fathers>{_FATHERS})$", re.IGNORECASE)
_SURNAME = re.compile(r"(?:[оеё]в|ин)а?$")
_RUSSIAN = re.compile(r"(?:ск|цк)(?:ий|ая)$")
_CYRILLIC = re.compile(r"[А-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі]+")
_BACK, _FRONT = "аоұыуюяё", "әеөүіэ"
_VOWELS = f"{_BACK}{_FRONT}и"
_VOICELESS = frozenset("пфкқтсшщчцхһбвгд")
_LATIN_SOUNDS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "абсдефгһіжклмнопқрстуввсйз")


class Kazakh:
    """A `Custom`. Those who are near are `Қымбатты`, everybody else `Құрметті`."""

    def one(self, person: Person, manner: Manner) -> Salutation:
        if person.called:
            return self.called(person.called, person.gender, manner)
        given, fathers = _given_and_fathers(person)
        if manner.familiar and given:
            return _line(given, manner)
        if manner.formal and given and fathers:
            return _line(f"{given} {fathers}")
        honorific = _HONORIFICS.get(person.gender, "")
        certain = bool(honorific) or person.is_neutral
        return _line(f"{given or person.last} {honorific}".strip(), certain=certain)

    def several(self, people: Sequence[Person], manner: Manner) -> Salutation:
        lasts = {_mans(person.last) for person in people}
        if len(lasts) == 1 and not all(person.called or person.first for person in people):
            return self.family(people[0].last, manner)
        *others, last = (one.called or _given_and_fathers(one)[0] or one.last for one in people)
        return _line(f"{', '.join(others)} {and_after(others[-1])} {last}", manner)

    def family(self, name: str, manner: Manner) -> Salutation:
        together = plural(name) if _CYRILLIC.fullmatch(name) else name
        return _line(f"{together} отбасы", manner)

    def company(self, name: str, manner: Manner) -> Salutation:  # noqa: ARG002 - the same in both tones
        return _line(f"{name} ұжымы")

    def nobody(self, manner: Manner) -> Salutation:  # noqa: ARG002 - the same in both tones
        return Salutation(salutation="Сәлеметсіз бе!", certain=False)

    def called(self, name: str, gender: str, manner: Manner) -> Salutation:  # noqa: ARG002 - one word for all
        return _line(name, manner)


def _line(name: str, manner: Manner | None = None, *, certain: bool = True) -> Salutation:
    is_near = manner is not None and manner.familiar and not manner.formal
    dear = "Қымбатты" if is_near else "Құрметті"
    return Salutation(salutation=f"{dear} {name}!", name_in_greeting=name, certain=certain)


def _given_and_fathers(person: Person) -> tuple[str, str]:
    """`Асқар` and `Серікұлы`, wherever the father's name was written; "" for what is not known."""
    found = _WITH_FATHERS_NAME.match(person.first)
    if found:
        return found["given"], found["fathers"]
    return person.first, person.last if _FATHERS_NAME.fullmatch(person.last) else ""


def and_after(name: str) -> str:
    """`мен`, `бен` or `пен`, as the last sound of `name` asks."""
    sound = unicodedata.normalize("NFD", name.lower()[-1:])[:1].translate(_LATIN_SOUNDS)
    if sound in _VOICELESS:
        return "пен"
    return "бен" if sound in frozenset("жз") else "мен"


def plural(surname: str) -> str:
    """`Ахметовтер`, `Назарбаевтар`: the ending follows the last sound, and the vowels of the stem."""
    name = _mans(surname)
    sound = name[-1:].lower()
    ending = "л" if sound in f"{_VOWELS}рй" else "д" if sound in "лмнңзж" else "т"
    return f"{name}{ending}{'е' if _is_front(name) else 'а'}р"


def together(surname: str) -> str:
    """The plural of a surname of Russian making, which a man and a woman bear in two forms; of others ""."""
    is_russian = _SURNAME.search(surname) or _RUSSIAN.search(surname)
    return plural(surname) if _CYRILLIC.fullmatch(surname) and is_russian else ""


def _mans(surname: str) -> str:
    """`Ахметов` of `Ахметова`, `Достоевский` of `Достоевская`: a family is called by it."""
    if _RUSSIAN.search(surname):
        return f"{surname[:-2]}ий"
    return surname.removesuffix("а") if _SURNAME.search(surname) else surname


def _is_front(name: str) -> bool:
    """Russian endings do not count: Ахметов is soft as Ахмет, Назарбаев hard as Назарбай."""
    if name.endswith(("ин", "иев")):
        return True
    stem = _SURNAME.sub("", name).lower()
    vowels: Mapping[str, bool] = dict.fromkeys(_BACK, False) | dict.fromkeys(_FRONT, True)
    return next((vowels[char] for char in reversed(stem) if char in vowels), False)


KAZAKH = Kazakh()
