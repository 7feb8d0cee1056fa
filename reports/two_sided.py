"""Printing both sides: what is printed first and what then, as the printer stacks and takes its sheets."""

from dataclasses import dataclass

from reports.papers import Edge


@dataclass(frozen=True, slots=True, kw_only=True)
class Turning:
    """What is true of a printer when the sheets it has printed go into its tray once more.

    `over`: they are turned over first, as a leaf of a book is turned. `backwards`: the sheet that was printed
    last is then taken in first. `upright`: what is printed then stands as the first side does when the sheet
    is turned like a leaf; else on its head.
    """

    over: bool = True
    backwards: bool = False
    upright: bool = True


@dataclass(frozen=True, slots=True)
class Side:
    """A page (counted from 0) as it goes into the printer; None is a side on which nothing stands."""

    page: int | None
    on_its_head: bool = False


Pass = tuple[Side, ...]
"""All that goes through the printer without a hand on the paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What the owner saw on the two sheets of the two-sided test, that went in again as they came out:
    whether A stands behind a number, whether it is on the sheet of the 1, whether its arrow points as theirs
    when the sheet is turned like a leaf (where it is on the same side, as it lies).
    """

    behind: bool
    with_the_first: bool
    arrows_agree: bool


def learned(tried: Tried) -> Turning:
    """Turning the stack over also brings its last sheet to where the first one was."""
    over = not tried.behind
    first = tried.with_the_first != over
    return Turning(over=over, backwards=not first, upright=tried.arrows_agree)


def passes(pages: int, turning: Turning, edge: Edge) -> tuple[Pass, Pass]:
    """First all fronts, then all backs, of a document in which backs follow their fronts.

    Its backs are laid for a sheet turned over `edge`. A back that is wanting is an empty side, so that
    every sheet goes through as often as the others.
    """
    fronts = tuple(Side(at) for at in range(0, pages, 2))
    turned = turning.upright != (edge is Edge.LONG)
    backs = [Side(at + 1 if at + 1 < pages else None, turned) for at in range(0, pages, 2)]
    return fronts, tuple(reversed(backs) if turning.backwards else backs)
