"""Draws a coupon, a voucher or a gift card in a design, in the shop's dress, on paper of any size."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.loyalty.codes import grouped
from reports.codes import Symbol, bars, bars_within, qr
from reports.design import Block, Row
from reports.dress import Dress, Wearing
from reports.field import WHITE, Field, Room, Spot, Written
from reports.fonts import typeface
from reports.nameplate import Nameplate, draw_nameplate
from reports.ornaments import draw_ornament
from reports.promise import Promise
from reports.regions import Area, Regions
from reports.sheet import MM
from reports.slim import draw_slim, is_slim
from resources.words import words_in

FACES: Mapping[str, tuple[str, ...]] = {
    "plain": ("Rubik-Regular",),
    "medium": ("Rubik-Medium",),
    "light": ("Rubik-Light",),
    "black": ("Rubik-Black",),
    "serif": ("Lora-Regular", "FrankRuhlLibre-Regular"),
    "serif-medium": ("Lora-Medium", "FrankRuhlLibre-Medium"),
    "narrow": ("AmaticSC-Bold",),
    "script": ("Pacifico-Regular", "FrankRuhlLibre-Medium"),
}
_LAST = ("Rubik-Medium", "Lora-Regular")
_TINY: Mapping[str, float] = {"offer": 8.0, "shop": 4.5, "kind": 5.0}
_LEAST = 4.5  # points
_MODULE, _THREE_DOTS = 0.0042, 0.376
"""Of the card's height, and in millimetres: three dots of a printer of 203 an inch."""
_GAP = 0.028  # of the card's height, between rows
_ROUND = 0.022
_SPOKEN = 0.2  # of the card's height, what a code in letters needs beside its bars
_WIDER, _TRIES = 1.3, 9


def draw_designed(one: Field, facts: Promise, wearing: Wearing) -> None:
    """The whole of it, on a field of any size. Raises `TextTooLong`."""
    if is_slim(one.size):
        draw_slim(one, facts, wearing.dress)
        return
    draw_ground(one, wearing)
    regions = Regions(wearing.design, one.size)
    for block in wearing.design.blocks:
        _Filling(one, facts, wearing, regions).fill(block, regions.of(block))


def draw_ground(one: Field, wearing: Wearing) -> None:
    """What lies beneath its words, as far as the edges."""
    if not is_slim(one.size):
        regions = Regions(wearing.design, one.size)
        one.once(_key(one, wearing), lambda: _grounds(one, regions, wearing.dress))


def _key(one: Field, wearing: Wearing) -> str:
    """What is drawn once in a file is the same on every card of that size and direction."""
    size = "x".join(f"{side:g}" for side in one.size)
    way = "rtl" if one.right_to_left else "ltr"
    return f"{wearing.design.name}.{size}.{way}"


def _grounds(one: Field, regions: Regions, dress: Dress) -> None:
    design = regions.design
    if design.ground != "white":
        one.box((0.0, 0.0), one.size, dress.colours.named(design.ground))
    for shape in design.shapes:
        at, room = regions.of(shape)
        look = (dress.colours, shape.colour, shape.more)
        draw_ornament(one, at, room, regions.unit, kind=shape.kind, look=look)


@dataclass(frozen=True, slots=True)
class _Filling:
    """Fills the blocks of one card; what has nothing to say leaves its room to the others."""

    one: Field
    facts: Promise
    wearing: Wearing
    regions: Regions

    @property
    def unit(self) -> float:
        return self.regions.unit

    def fill(self, block: Block, area: Area) -> None:
        for row, at, room in self._laid(block, area):
            draw = self._drawn.get(row.what)
            if draw:
                draw(row, at, room)
            else:
                self.one.text(self._text(row.what), at, room, self._written(row))

    def _laid(self, block: Block, area: Area) -> list[tuple[Row, Spot, Room]]:
        """The rows; where all of them are long, the shop's words stay away."""
        there = [row for row in block.rows if self._is_there(row)]
        fewer = [row for row in there if row.what != "words"]
        return (
            self._fitted(there, area) or self._fitted(fewer, area) or list(self._rows(fewer, area))
        )

    def _fitted(self, rows: Sequence[Row], area: Area) -> list[tuple[Row, Spot, Room]]:
        """Each so high that its text can be read: what is long gets more; nothing where that cannot be."""
        for _ in range(_TRIES):
            laid = list(self._rows(rows, area))
            held = [self._holds(row, room) for row, _, room in laid]
            if all(held):
                return laid
            grown = zip(rows, held, strict=True)
            rows = [row if fits else _wider(row) for row, fits in grown]
        return []

    def _holds(self, row: Row, room: Room) -> bool:
        if row.what == "hand":
            return self.one.can_hold(self.facts.line, room, self.facts.style)
        if row.what == "shop":
            beside = (room[0] - 1.3 * self._mark(room), room[1])
            return self.one.can_set(self._name, beside, self._written(row))
        if row.what in self._drawn:
            return True
        return self.one.can_set(self._text(row.what), room, self._written(row))

    def _rows(self, rows: Sequence[Row], area: Area) -> Iterator[tuple[Row, Spot, Room]]:
        (left, top), (wide, high) = area
        gap = _GAP * self.unit
        fixed = {row.what: self._side(wide, high) for row in rows if row.what == "qr"}
        free = high - sum(fixed.values()) - gap * (len(rows) - 1)
        parts = sum(row.share for row in rows if row.what not in fixed)
        for row in rows:
            tall = fixed.get(row.what, free * row.share / parts if parts else 0.0)
            yield row, (left, top), (wide, tall)
            top += tall + gap

    def _side(self, wide: float, high: float) -> float:
        return min(wide, high)

    def _is_there(self, row: Row) -> bool:
        drawn = {"hand": self.facts.line, "shop": self._name or self.wearing.dress.logo}
        if row.what in {"qr", "upright", "line", "bars", "code"}:
            return True
        return bool(drawn.get(row.what) if row.what in drawn else self._text(row.what))

    @property
    def _name(self) -> str:
        return self.facts.shop

    def _text(self, what: str) -> str:
        facts = self.facts
        conditions = " · ".join(facts.conditions)
        texts = {
            "kind": facts.kind,
            "offer": facts.offer,
            "conditions": conditions,
            "validity": facts.validity,
            "small": " · ".join(filter(None, (conditions, facts.validity))),
            "words": self.wearing.dress.words,
            "code": words_in(facts.language).isolated(grouped(facts.code)),
        }
        return texts[what]

    @property
    def _drawn(self) -> Mapping[str, Callable[[Row, Spot, Room], None]]:
        return {
            "shop": self._shop,
            "hand": self._hand,
            "qr": self._qr,
            "bars": self._bars,
            "line": self._line,
            "upright": self._upright,
        }

    def _written(self, row: Row) -> Written:
        largest = max(row.size * self.unit * MM, _LEAST)
        return Written(
            largest=largest,
            tiny=min(largest, _TINY.get(row.what, _LEAST)),
            colour=self.wearing.dress.colours.named(row.colour),
            fonts=led_by(self._said(row), self._fonts(row)),
            leading=row.leading,
            align=row.align,
            sits=row.sits,
        )

    def _said(self, row: Row) -> str:
        return self._name if row.what == "shop" else self._text(row.what)

    def _fonts(self, row: Row) -> tuple[str, ...]:
        face = self.wearing.design.face if row.face == "display" else row.face
        return (*FACES[face], *_LAST)

    def _hand(self, row: Row, at: Spot, room: Room) -> None:
        facts, in_middle = self.facts, row.align == "middle"
        self.one.hand(facts.line, at, room, facts.style, facts.seed, in_middle=in_middle)

    def _shop(self, row: Row, at: Spot, room: Room) -> None:
        """Its logo, or its mark, and its name beside it."""
        dress = replace(self.wearing.dress, name=self._name)
        on_field = row.colour in {"on_field", "quiet_on_field"}
        place = Nameplate(self._mark(room), self._written(row), on_field=on_field)
        draw_nameplate(self.one, dress, at, room, place)

    def _mark(self, room: Room) -> float:
        """How high the shop's mark or logo is."""
        return min(room[1], 0.16 * self.unit)

    def _qr(self, _row: Row, at: Spot, room: Room) -> None:
        side = min(room)
        spot = (at[0] + (room[0] - side) / 2, at[1])
        self._code(qr(self.facts.code), spot, (side, side))

    def _bars(self, _row: Row, at: Spot, room: Room) -> None:
        fitting = bars_within(self.facts.code, self._module, room[0])
        if fitting:
            symbol, module = fitting
            wide = symbol.wide * module
            self._code(symbol, (at[0] + (room[0] - wide) / 2, at[1]), (wide, room[1]))

    def _line(self, row: Row, at: Spot, room: Room) -> None:
        """The bars and, at the end of the line beneath the QR code, what they say."""
        fitting = bars_within(self.facts.code, self._module, room[0] - _SPOKEN * self.unit)
        taken = 0.0
        if fitting:
            symbol, module = fitting
            taken = symbol.wide * module
            self._code(symbol, at, (taken, room[1]))
        code = replace(row, what="code", align="middle")
        left = max(taken, self.one.size[0] - self.regions.stub - at[0])
        beside = (room[0] - left, room[1])
        self.one.text(self._text("code"), (at[0] + left, at[1]), beside, self._written(code))

    def _upright(self, _row: Row, at: Spot, room: Room) -> None:
        """The bars from above to below, as on a ticket."""
        fitting = bars_within(self.facts.code, self._module, room[1])
        if fitting:
            symbol, module = fitting
            long = symbol.wide * module
            spot = (at[0], at[1] + (room[1] - long) / 2)
            self._code(bars(self.facts.code).turned(), spot, (room[0], long))

    @property
    def _module(self) -> float:
        return max(_THREE_DOTS, _MODULE * self.unit)

    def _code(self, symbol: Symbol, at: Spot, room: Room) -> None:
        """On white, whatever lies beneath; the round corners lie outside of the quiet zone."""
        radius = min(_ROUND * self.unit, 1.5)
        more = 0.3 * radius
        plate = (room[0] + 2 * more, room[1] + 2 * more)
        self.one.box((at[0] - more, at[1] - more), plate, WHITE, radius=radius)
        self.one.symbol(symbol, at, room)


def _wider(row: Row) -> Row:
    return replace(row, share=row.share * _WIDER)


def led_by(text: str, fonts: tuple[str, ...]) -> tuple[str, ...]:
    """The same fonts, first the one that can write all of it: a word in two fonts looks like a slip."""
    whole = (name for name in fonts if typeface(name).writes(_letters(text)))
    first = next(whole, fonts[0])
    return (first, *(name for name in fonts if name != first))


def _letters(text: str) -> str:
    """Without what is not drawn."""
    return "".join(one for one in text if one.isprintable() and not one.isspace())
