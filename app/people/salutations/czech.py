"""Czech letters: `Milá paní Dvořáková,` `Vážený pane inženýre Nováku,` `Milí Novákovi,`."""

import re

from app.people.salutations import vocative
from app.people.salutations.name_lists import pairs
from app.people.salutations.slavic import Slavic

_POSSESSIVE = re.compile(r"\w{2}(?:ov[áa]|ových)$")
_ADJECTIVE = re.compile(r"[ýá]$")
# Polish names are adjectives, too; those of women only where no Czech man is called so, as Líska is.
_POLISH = re.compile(r"(?:[sc]ki|dzk[ia]|\w{2}[wlńnrj]ska|wicka|\w{3}ocka)$")
_AS_IT_IS = re.compile(r"(?:ů|[ýí]ch)$")
# Whose own name ends so; every other one in í is the plural of an adjective: Novotní, Malí.
_SOFT = re.compile(
    r"(?:[čj]í|jší|(?:zim|les|pol|jar|let|hor|dol|pře|před|zad|sled|střed|kraj|ran|měst|voj|říč|noč)ní)$",
    re.IGNORECASE,
)
# Endings of adjectives soften before the í of several: Dlouhý, Dlouzí; Slovanský, Slovanští.
_SOFTENED = (("sk", "ští"), ("ck", "čtí"), ("ch", "ší"), ("h", "zí"), ("k", "cí"), ("r", "ří"))
_OPEN = re.compile(r"[ao]$")
_NO_PLURAL = re.compile(r"[eéěíůúô]$")


def family(last: str) -> str:
    """`Novákovi` of Novák and Nováková, `rodino Novotných` of Novotný and Novotná; "" where unsure."""
    if not vocative.is_latin(last):
        return ""
    known = pairs("cs", "families").get(last.lower())
    if known or last.endswith(("ovi", "ovci")):
        return known or last
    if _POSSESSIVE.search(last):
        return f"{last[: last.rindex('ov')]}ovi"
    if _AS_IT_IS.search(last):
        return f"rodino {last}"
    if is_adjective(last):
        return f"rodino {last[:-1]}ých"
    if _SOFT.search(last):
        return f"rodino {last}ch"
    if last.endswith("í"):
        return f"rodino {_hardened(last)}ých"
    if _OPEN.search(last):
        return f"{last[:-1]}ovi"
    return _of_stem(last)


def softened(stem: str) -> str:
    """`Dlouzí` of Dlouh, `Slovanští` of Slovansk: the adjective of several."""
    for ending, soft in _SOFTENED:
        if stem.endswith(ending):
            return f"{stem.removesuffix(ending)}{soft}"
    return f"{stem}í"


def _hardened(several: str) -> str:
    """`Dlouh` of Dlouzí, which is how Dlouhý and Dlouhá are called together."""
    for ending, soft in _SOFTENED:
        if several.endswith(soft):
            return f"{several.removesuffix(soft)}{ending}"
    return several[:-1]


def is_adjective(last: str) -> bool:
    """Whether the surname bends as an adjective does: Novotný, Novotná, Kowalski, Kowalska."""
    return bool(_ADJECTIVE.search(last) or _POLISH.search(last))


def _of_stem(last: str) -> str:
    """The vocative shows the stem: `Vaňku` that of Vaňkovi, `Ševče` that of Ševcovi."""
    if _NO_PLURAL.search(last):
        return ""
    called = vocative.last_name(last, "m").name
    if called == last:
        return f"{last}ovi"
    return f"{called[:-2]}{last[-1]}ovi"


CZECH = Slavic(
    hello="Dobrý den,",
    openings={
        "warm": {"f": "Milá", "m": "Milý", "family": "Milí"},
        "formal": {"f": "Vážená", "m": "Vážený", "family": "Vážení"},
    },
    honorifics={"f": "paní", "m": "pane"},
    ranks={
        "professor": {"f": "profesorko", "m": "profesore"},
        "docent": {"f": "docentko", "m": "docente"},
        "doctor": {"f": "doktorko", "m": "doktore"},
        "architect": {"f": "architektko", "m": "architekte"},
        "engineer": {"f": "inženýrko", "m": "inženýre"},
        "magister": {"f": "magistro", "m": "magistře"},
    },
    friends={"warm": "Milí přátelé,", "formal": "Vážení,"},
    call_first=vocative.first_name,
    call_last=vocative.last_name,
    family_name=family,
)
