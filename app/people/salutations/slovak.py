"""Slovak letters: `Milá pani Horváthová,` `Vážený pán inžinier Novák,` `Milí Horváthovci,`."""

import re

from app.people.salutations import czech
from app.people.salutations.slavic import Slavic
from app.people.salutations.vocative import Called, is_latin

_HERS = re.compile(r"\w{2}ová$")
_AS_IT_IS = re.compile(r"(?:ů|[ýí]ch)$")
_LONG = r"(?:[áéíóúýĺŕô]|i[aeu])[^aeiouyáéíóúýô]*"  # after a long syllable the ending is short
_SHORT_ADJECTIVE = re.compile(rf"{_LONG}(?<=[nlrksc])y$")
_SOFT = re.compile(r"[čšžcj]í$")
_DROPS_E = re.compile(r"e([ck])$")
_UNSURE = re.compile(r"(?:[eo]l|[^aeiouyáéíóúýô]{2}e[ck]|eň|ok|ě[ck]|[eéě])$")
_OPEN = re.compile(r"[ao]$")


def family(last: str) -> str:
    """`Horváthovci` of Horváth and Horváthová, `rodina Ťažkých` of Ťažký and Ťažká; "" where unsure."""
    if not is_latin(last):
        return ""
    if last.endswith(("ovci", "ovi")):
        return last
    if _HERS.search(last):
        return f"{last[:-1]}ci"
    if _AS_IT_IS.search(last):
        return f"rodina {last}"
    if czech.is_adjective(last):
        return f"rodina {last[:-1]}ých"
    if last.endswith("í") and not _SOFT.search(last):  # of several: Malí, Ťažkí
        return f"rodina {last[:-1]}ých"
    if last.endswith("í") or _SHORT_ADJECTIVE.search(last):
        return f"rodina {last}ch"
    return _of_stem(last)


def _of_stem(last: str) -> str:
    if last == "Švec":
        return "Ševcovci"
    if _UNSURE.search(last):
        return ""
    stem = _OPEN.sub("", _DROPS_E.sub(r"\1", last))
    return f"{stem}ovci"


def _as_it_is(name: str, gender: str) -> Called:  # noqa: ARG001 - the vocative of Slovak is the nominative
    return Called(name, certain=True)


SLOVAK = Slavic(
    hello="Dobrý deň,",
    openings={
        "warm": {"f": "Milá", "m": "Milý", "family": "Milí"},
        "formal": {"f": "Vážená", "m": "Vážený", "family": "Vážení"},
    },
    honorifics={"f": "pani", "m": "pán"},
    ranks={
        "professor": {"f": "profesorka", "m": "profesor"},
        "docent": {"f": "docentka", "m": "docent"},
        "doctor": {"f": "doktorka", "m": "doktor"},
        "architect": {"f": "architektka", "m": "architekt"},
        "engineer": {"f": "inžinierka", "m": "inžinier"},
        "magister": {"f": "magistra", "m": "magister"},
    },
    friends={"warm": "Milí priatelia,", "formal": "Vážení,"},
    call_first=_as_it_is,
    call_last=_as_it_is,
    family_name=family,
)
