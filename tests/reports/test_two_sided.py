"""A printer of paper: whatever way it stacks and takes its sheets, backs come behind their fronts."""

from dataclasses import dataclass, field
from itertools import product

import pytest

from reports.papers import Edge
from reports.two_sided import Side, Tried, Turning, learned, passes

ODDITIES = tuple(product((False, True), repeat=4))


@dataclass
class Sheet:
    """Its two faces, each what was printed on it and whether its head is at the sheet's head end."""

    faces: list = field(default_factory=lambda: [None, None])


@dataclass
class Leaf:
    """A sheet as it lies in a stack: which face is up, and which end is away from the owner."""

    sheet: Sheet
    up: int = 0
    away: bool = True


class Printer:
    """How it takes its sheets in and lays them out; whoever carries the stack turns nothing."""

    def __init__(self, prints_upper, takes_top, falls_on_its_face, turns_round):
        self.prints_upper, self.takes_top = prints_upper, takes_top
        self.falls_on_its_face, self.turns_round = falls_on_its_face, turns_round

    def print(self, tray, sides):
        """Tray and outlet are stacks, the lowest sheet first; sheets fall on one another."""
        outlet, tray = [], list(tray)
        for side in sides:
            leaf = tray.pop() if self.takes_top else tray.pop(0)
            face = leaf.up if self.prints_upper else 1 - leaf.up
            if side.page is not None:
                # The head of what is printed goes to the end that is away, unless it stands on its head.
                head = leaf.away != side.on_its_head
                assert leaf.sheet.faces[face] is None
                leaf.sheet.faces[face] = (side.page, head)
            up = 1 - face if self.falls_on_its_face else face
            outlet.append(Leaf(leaf.sheet, up, leaf.away != self.turns_round))
        assert not tray
        return outlet


def turned_over(stack):
    """The whole stack, like a leaf of a book: its ends stay, its faces and its order change."""
    return [Leaf(leaf.sheet, 1 - leaf.up, leaf.away) for leaf in reversed(stack)]


def fresh(count):
    return [Leaf(Sheet()) for _ in range(count)]


class TwiceOverPrinter(Printer):
    """For the test alone: a second print on the same face is remembered, too."""

    def try_out(self):
        """What the owner sees on two sheets that went in again as they came out."""
        stack = self.print(fresh(2), (Side(0), Side(2)))
        order = [leaf.sheet for leaf in stack]
        tray = list(stack)
        leaf = tray.pop() if self.takes_top else tray.pop(0)
        face = leaf.up if self.prints_upper else 1 - leaf.up
        on_first = next(one for one in order if (0, True) in one.faces or (0, False) in one.faces)
        behind = leaf.sheet.faces[face] is None
        head_of_front = next(one for one in leaf.sheet.faces if one is not None)[1]
        return Tried(
            behind=behind,
            with_the_first=leaf.sheet is on_first,
            arrows_agree=leaf.away == head_of_front,
        )


@pytest.mark.parametrize("oddities", ODDITIES)
@pytest.mark.parametrize("pages", [2, 6, 7])
@pytest.mark.parametrize("edge", Edge)
def test_backs_come_behind_their_fronts_whatever_the_printer_does(oddities, pages, edge):
    printer = TwiceOverPrinter(*oddities)
    turning = learned(printer.try_out())
    first, second = passes(pages, turning, edge)
    stack = printer.print(fresh(len(first)), first)
    stack = printer.print(turned_over(stack) if turning.over else stack, second)
    sheets = [leaf.sheet for leaf in stack]
    assert len(sheets) == (pages + 1) // 2
    for sheet in sheets:
        front, front_head = next(one for one in sheet.faces if one and one[0] % 2 == 0)
        back = next((one for one in sheet.faces if one and one[0] % 2), None)
        if front + 1 == pages:
            assert back is None
            continue
        assert back[0] == front + 1
        # Over its long edge a sheet keeps its head up, over its short one it stands on it.
        assert (back[1] == front_head) == (edge is Edge.LONG)


def test_a_page_without_a_back_sends_an_empty_side_through():
    _, backs = passes(3, Turning(), Edge.LONG)
    assert backs == (Side(1), Side(None))


def test_what_is_taken_in_backwards_is_printed_backwards():
    _, backs = passes(6, Turning(backwards=True), Edge.LONG)
    assert [side.page for side in backs] == [5, 3, 1]
