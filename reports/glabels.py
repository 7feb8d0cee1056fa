"""Sheets of labels out of gLabels' template files (libglabels 3 and 4), which other people have measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.parsers import expat

from app.errors import ShopError
from reports.glabels_measures import NotAMeasure, measures_of, purpose_of
from reports.stock import Stock, UnknownStock, folded, names_of, nearest

MOST_BYTES = 4_000_000  # the largest that gLabels brings has 94,000
_MOST_TEMPLATES = 2_000  # its own have 318


class TemplatesRefused(ShopError):
    """The file at `path` cannot be used.

    `why` is absent, unreadable, too_large, defines, broken_xml or no_templates.
    """


class TemplateWrong(ShopError):
    """The template `name` in the file at `path` cannot be: its `what` is written as `value`."""


class WhichTemplate(ShopError):
    """The file at `path` has several templates, `count` of them; `example` names one as it is asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Templates:
    """What a file holds; those that are `unfit` do not lie on their page or lie over one another."""

    stocks: tuple[Stock, ...]

    @property
    def unfit(self) -> tuple[Stock, ...]:
        return tuple(one for one in self.stocks if one.amiss)


def read_templates(file: Path) -> Templates:
    """Every template of a gLabels file. Raises `TemplatesRefused` and `TemplateWrong`."""
    templates = [one for one in _tree(file).iter() if one.tag == "Template"]
    if not templates:
        raise TemplatesRefused(path=file, why="no_templates")
    if len(templates) > _MOST_TEMPLATES:
        raise TemplatesRefused(path=file, why="too_large")
    known = {_key(one, "part"): one for one in templates}
    twins: dict[tuple[str, str], list[str]] = {}
    for one in templates:
        if one.get("equiv"):
            twins.setdefault(_key(one, "equiv"), []).append(one.get("part", ""))
    return Templates(stocks=tuple(_stock(one, known, twins, file) for one in templates))


def template(asked: str) -> Stock:
    """The sheet in `FILE.xml`, or that of several which `FILE.xml#NAME` names; it fits its page.

    Raises `WhichTemplate`, `UnknownStock`, `BadStock` and what `read_templates` raises.
    """
    file, _, name = asked.partition("#")
    found = read_templates(Path(file)).stocks
    if not name and len(found) > 1:
        raise WhichTemplate(path=file, count=len(found), example=f"{file}#{found[0].part}")
    for called in (lambda one: (folded(one.part), folded(one.name)), names_of):
        for one in found:
            if not name or folded(name) in called(one):
                one.check()
                return one
    raise UnknownStock(name=name, near=nearest(name, found))


def is_template(asked: str) -> bool:
    """Whether `asked` names a file rather than a sheet that is known."""
    return asked.partition("#")[0].casefold().endswith((".xml", ".template"))


def _tree(file: Path) -> ET.Element:
    """The file's elements without namespaces; nothing is looked up and nothing unfolds."""
    content = _content(file)
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, said: builder.start(tag.rpartition(":")[2], said)
    parser.EndElementHandler = lambda tag: builder.end(tag.rpartition(":")[2])

    def refuse(*_declared: object) -> None:
        raise TemplatesRefused(path=file, why="defines")

    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise TemplatesRefused(path=file, why="broken_xml") from error
    return builder.close()


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            content = opened.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise TemplatesRefused(path=file, why="absent") from error
    except (OSError, ValueError) as error:
        raise TemplatesRefused(path=file, why="unreadable") from error
    if len(content) > MOST_BYTES:
        raise TemplatesRefused(path=file, why="too_large")
    return content


def _key(element: ET.Element, part: str) -> tuple[str, str]:
    return (element.get("brand", ""), element.get(part, ""))


def _stock(
    element: ET.Element,
    known: Mapping[tuple[str, str], ET.Element],
    twins: Mapping[tuple[str, str], Sequence[str]],
    file: Path,
) -> Stock:
    """A template of its own, or the one to which it is equivalent under its own number."""
    brand, part = element.get("brand", ""), element.get("part", "") or element.get("name", "")
    twin = element.get("equiv", "")
    try:
        drawn = _drawn(element, known)
        return Stock(
            brand=brand,
            part=part,
            aliases=(twin,) if twin else tuple(dict.fromkeys(twins.get((brand, part), ()))),
            purpose=purpose_of([*element, *drawn]),
            as_written=True,
            **measures_of(drawn),
        )
    except NotAMeasure as wrong:
        name = f"{brand} {part}".strip()
        raise TemplateWrong(path=file, name=name, what=wrong.what, value=wrong.value) from wrong


def _drawn(element: ET.Element, known: Mapping[tuple[str, str], ET.Element]) -> ET.Element:
    """The template that says the measures: a twin's twin may say them."""
    now, seen = element, {id(element)}
    while twin := now.get("equiv"):
        found = known.get(_key(now, "equiv"))
        if found is None or id(found) in seen:
            raise NotAMeasure("equiv", twin)
        now = found
        seen.add(id(now))
    return now
