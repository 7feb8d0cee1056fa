"""Designs to begin from, laid out by shares so that they suit a label of any size."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from app.keeping.settings import Settings
from app.money import Money, decimals
from reports.amounts import said
from reports.label_design import (
    LEAST,
    Box,
    CodeBox,
    Design,
    Place,
    ShapeBox,
    TextBox,
    Tint,
    mirrored,
)
from reports.label_design_file import as_parts, from_parts
from reports.labels import margins
from reports.stock import Stock
from resources import path
from resources.words import RIGHT_TO_LEFT, Words, mark

TITLES: Mapping[str, str] = {
    "address": mark("Address"),
    "price": mark("Price label"),
    "badge": mark("Name badge"),
    "loyalty": mark("Sticker for a customer card"),
    "birthday": mark("Birthday gift tag"),
    "jar": mark("Jar label"),
    "empty": mark("Empty label"),
}
_SAID: Mapping[str, str] = {
    "product": mark("Sourdough loaf"),
    "piece": mark("a piece"),
    "guest": mark("Guest"),
    "wish": mark("All the best for your birthday!"),
    "jar": mark("Strawberry jam"),
    "made": mark("Made on {today}"),
}
_PRICE = 49
"""Of what the price label is for: crowns, or tenths of a euro, for it is a loaf of bread."""
_SMALL = frozenset({"CZK", "DKK", "HUF", "ILS", "NOK", "PLN", "SEK"})
_USUAL = 35.0
"""Millimetres of the shorter side of the label for which the sizes of a start are written."""
_MOST_LARGER = 2.2
_GAP = 2.0
_OF_THE_WIDTH, _OF_THE_HEIGHT = 0.44, 0.55
"""So much of a wide label, or a high one, the square of a code takes at the most."""


@dataclass(frozen=True, slots=True)
class Area:
    """Millimetres on the label, of which the shares are."""

    left: float
    top: float
    wide: float
    high: float

    def place(self, shares: list[float], least_high: float = LEAST) -> Place:
        left, top, wide, high = shares
        return Place(
            left=round(self.left + left * self.wide, 2),
            top=round(self.top + top * self.high, 2),
            wide=max(round(wide * self.wide, 2), LEAST),
            high=max(round(high * self.high, 2), least_high),
        )


def starts() -> tuple[str, ...]:
    """The names of all, in the order in which they are offered; `empty` is the last."""
    return (*_files(), "empty")


def begun(name: str, stock: Stock, words: Words, settings: Settings) -> Design:
    """The design of that name for the labels of `stock`, in the shop's words."""
    size = stock.label
    if name == "empty":
        return Design(size=size, stock=stock.name)
    file = _files()[name]
    said_here = _said(words, settings)
    whole, inner = Area(0.0, 0.0, *size), _inner(stock)
    square, rest = _parted(inner) if "square" in file else (None, inner)
    scale = min(min(size) / _USUAL, _MOST_LARGER)
    boxes: list[Box] = [_box(one, whole, scale, said_here) for one in file.get("ground", ())]
    boxes += [_box(one, rest, scale, said_here) for one in file.get("box", ())]
    if square:
        boxes.append(CodeBox(place=square, text=file["square"]["text"]))
    design = Design(size=size, stock=stock.name, boxes=tuple(boxes))
    made = mirrored(design) if words.language in RIGHT_TO_LEFT else design
    return from_parts(as_parts(made))


def _inner(stock: Stock) -> Area:
    side, above = margins(stock)
    wide, high = stock.label
    return Area(side, above, wide - 2 * side, high - 2 * above)


def _parted(inner: Area) -> tuple[Place, Area]:
    """A square at the end of a wide label or at the foot of a high one, and what it leaves."""
    if inner.high > inner.wide:
        side = min(inner.wide, inner.high * _OF_THE_HEIGHT)
        left, top = inner.left + (inner.wide - side) / 2, inner.top + inner.high - side
        rest = Area(inner.left, inner.top, inner.wide, inner.high - side - _GAP)
    else:
        side = min(inner.high, inner.wide * _OF_THE_WIDTH)
        left, top = inner.left + inner.wide - side, inner.top + (inner.high - side) / 2
        rest = Area(inner.left, inner.top, inner.wide - side - _GAP, inner.high)
    place = Place(left=round(left, 2), top=round(top, 2), wide=round(side, 2), high=round(side, 2))
    return place, rest


def _box(one: Mapping[str, Any], area: Area, scale: float, said_here: Mapping[str, str]) -> Box:
    inset = one.get("inset", 0.0)
    inner = Area(area.left + inset, area.top + inset, area.wide - 2 * inset, area.high - 2 * inset)
    place = inner.place(one["at"], one.get("high", LEAST))
    if one.get("kind") == "shape":
        return ShapeBox(
            place=place,
            look=one.get("look", "filled"),
            colour=Tint(one["colour"]),
            radius=one.get("radius", 0.0),
        )
    text = one["text"]
    for name, here in said_here.items():
        text = text.replace(f"[{name}]", here)
    largest = max(round(one["largest"] * scale * 2) / 2, 5.0)
    kept = {name: one[name] for name in ("align", "stands", "weight", "colour") if name in one}
    return TextBox(
        place=place, text=text, largest=largest, smallest=min(one["smallest"], largest), **kept
    )


def _said(words: Words, settings: Settings) -> Mapping[str, str]:
    units = _PRICE * 10 if settings.currency == "KZT" else _PRICE
    whole = settings.currency in _SMALL or not decimals(settings.currency) or units > _PRICE
    minor = units * 10 ** decimals(settings.currency)
    price = Money(minor if whole else minor // 10, settings.currency)
    here = {name: words(what) for name, what in _SAID.items() if name != "made"}
    # What is put in later stands in braces, and is not put in now.
    here["made"] = words(_SAID["made"], today="{today}")
    return {**here, "price": said(price, words)}


@cache
def _files() -> Mapping[str, Mapping[str, Any]]:
    read = dict(_read())
    return dict(sorted(read.items(), key=lambda one: one[1]["order"]))


def _read() -> Iterator[tuple[str, Mapping[str, Any]]]:
    for file in path("designs", "labels").glob("*.toml"):
        yield file.stem, tomllib.loads(file.read_text("utf-8"))
