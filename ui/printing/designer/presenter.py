"""The editor of a label: its design, the people it is tried on, and what they make of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from app.keeping.history import StepId
from app.people import directory
from app.people.directory import Shown
from app.printing.designs import LabelDesign
from app.shop import Shop
from reports.cautions import Caution
from reports.designed_labels import DesignedLabel, means_of
from reports.keepsake_pictures import keep_picture
from reports.label_design import Box, Design, PictureBox, Place, moved
from reports.label_design_file import as_parts, from_parts
from reports.label_fields import Merged, asked
from reports.label_layout import Means, lay_out, length
from reports.label_people import People, nobody
from reports.stock import Stock
from resources.words import Words
from ui.printing.designer.editing import Editing, new_box
from ui.printing.designer.snapping import grown, stepped

MOST_PEOPLE = 2000
"""So many are looked through for the longest text."""
_LOOKED_AT = 60
"""Of those with the longest texts so many are laid out, to tell for whom it is too long."""
_AT_ONCE = 500
_FIRST = 50
"""People among whom one is looked for to begin with."""
_FIRST_TEXT = {"hand": "{greeting}", "text": "{name}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedOver:
    """Who has the longest text, counted as the pager counts, and what is to be known of some people."""

    design: Design
    longest: int
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EditorShown:
    """What the page shows; `pager` says which of how many people it is."""

    label: DesignedLabel
    chosen: int | None
    person: str
    pager: str
    can_undo: bool
    can_redo: bool
    is_full: bool
    has_people: bool


class EditorView(Protocol):
    """What the presenter sees of the page."""

    def show_editor(self, shown: EditorShown) -> None: ...
    def look_over(self) -> None:
        """Everybody is to be looked over anew, once nothing changes for a moment."""


class EditorPresenter:
    """For one design at a time."""

    def __init__(self, shop: Shop, words: Words, view: EditorView) -> None:
        self._shop, self._words, self._view = shop, words, view
        self.id = 0
        self.name = ""
        self.editing = Editing(Design(size=(63.5, 38.1)))
        self.people: Sequence[int] = ()
        self.at = 0
        self.longest: int | None = None
        """Who has the longest text; None until everybody was looked over."""
        self._wants_longest = False
        self._facts: tuple[int, frozenset[str], Merged] | None = None
        self._means: tuple[object, Means] | None = None

    @property
    def design(self) -> Design:
        return self.editing.design

    def open(self, one: LabelDesign) -> None:
        """Raises `NewerDesign` and `BrokenDesign`."""
        self.editing = Editing(from_parts(one.parts))
        self.id, self.name = one.id, one.name
        self.editing.choose(None)
        self.at, self.longest = 0, None
        self.refresh_people()
        self.go_to(self._well_known())

    def refresh_people(self) -> None:
        """The people in the book may be others by now, and so may what is known of them."""
        self.people = directory.ids(self._shop.book, Shown())
        self.at = min(self.at, max(0, len(self.people) - 1))
        self._facts = self._means = None
        self.refresh()
        self._view.look_over()

    def refresh(self) -> None:
        facts = self.facts()
        total = len(self.people)
        words, editing = self._words, self.editing
        self._view.show_editor(
            EditorShown(
                label=DesignedLabel(design=self.design, facts=facts, means=self.means()),
                chosen=editing.chosen,
                person=facts.name,
                pager=words(
                    "{n} of {total}", n=words.number(self.at + 1), total=words.number(total)
                )
                if total
                else "",
                can_undo=editing.can_undo,
                can_redo=editing.can_redo,
                is_full=editing.is_full,
                has_people=bool(total),
            )
        )

    def facts(self) -> Merged:
        """Of the person who is shown."""
        wanted = asked(self.design.texts)
        who = self.people[self.at] if self.people else 0
        if self._facts is None or self._facts[:2] != (who, wanted):
            self._facts = (who, wanted, self._merged(who, wanted))
        return self._facts[2]

    def means(self) -> Means:
        wanted = (self.design.pictures, self.design.pens)
        if self._means is None or self._means[0] != wanted:
            self._means = (wanted, means_of(self._shop, self.design))
        return self._means[1]

    def choose(self, at: int | None) -> None:
        self.editing.choose(at if at is not None and at >= 0 else None)
        self.refresh()

    def step(self, way: int) -> None:
        self.editing.step(way)
        self.refresh()

    def place(self, place: Place, run: str) -> None:
        self.editing.place(place, run)
        self._changed()

    def put(self, box: Box, run: str = "") -> None:
        """The chosen box as it is to be; it stays on the label."""
        size, still = self.design.size, (0.0, 0.0)
        self.editing.put(moved(box, grown(stepped(box.place, still, size), still, size)), run)
        self._changed()

    def add(self, kind: str) -> None:
        if not self.editing.is_full:
            self.editing.add(new_box(kind, self.design.size, _FIRST_TEXT.get(kind, "")))
            self._changed()

    def act(self, name: str) -> None:
        """remove, double, forward, back, undo or redo."""
        editing = self.editing
        acts = {
            "remove": editing.remove,
            "double": editing.double,
            "forward": lambda: editing.lift(1),
            "back": lambda: editing.lift(-1),
            "undo": editing.undo,
            "redo": editing.redo,
        }
        acts[name]()
        self._changed()

    def fit(self, stock: Stock) -> None:
        """For the labels of another sheet."""
        self.editing.fit(stock.label, stock.name)
        self._changed()

    def show_picture(self, path: Path) -> None:
        """Puts the picture at `path` into the chosen box. Raises `PictureRefused`."""
        box = self.editing.box
        if isinstance(box, PictureBox):
            self.put(replace(box, picture=keep_picture(self._shop.keepsakes, path)))

    def turn(self, way: int) -> None:
        """To the next person, or the one before."""
        self.go_to(self.at + way)

    def go_to(self, at: int) -> None:
        if self.people:
            self.at = max(0, min(at, len(self.people) - 1))
            self.refresh()

    def go_to_longest(self) -> None:
        """As soon as it is known who that is."""
        self._wants_longest = self.longest is None
        if self.longest is not None:
            self.go_to(self.longest)

    def know_longest(self, at: int) -> None:
        self.longest = at
        if self._wants_longest:
            self.go_to_longest()

    def go_to_person(self, name: str) -> None:
        """The first of those people who is called so."""
        for start in range(0, min(len(self.people), MOST_PEOPLE), _AT_ONCE):
            some = self._shop.customers.several(self.people[start : start + _AT_ONCE])
            for at, one in enumerate(some, start=start):
                if one.name == name:
                    self.go_to(at)
                    return

    def save(self, name: str) -> StepId | None:
        """None where nothing was changed. Raises `NotInPrinting`, `Unnamed` and `NameTaken`."""
        if not self.editing.changed and name == self.name:
            return None
        step = self._shop.printing.designs.change(self.id, name, as_parts(self.design))
        self.name = self._shop.printing.designs.one(self.id).name
        self.editing.saved()
        return step

    def _well_known(self) -> int:
        """The first of whom nearly all is known that the label asks for."""
        some = self._shop.customers.several(self.people[:_FIRST])
        known = People(self._shop, asked(self.design.texts)).merged(some)
        counts = [sum(map(bool, one.values.values())) for one in known]
        return counts.index(max(counts)) if counts else 0

    def _changed(self) -> None:
        self.longest = None
        self.refresh()
        self._view.look_over()

    def _merged(self, who: int, wanted: frozenset[str]) -> Merged:
        people = self._shop.customers.several([who]) if who else []
        if not people:
            return nobody(self._words, self._shop.settings.read())
        return People(self._shop, wanted).merged(people, first=self.at + 1)[0]


def looked_over(shop: Shop, design: Design, ids: Sequence[int], means: Means) -> LookedOver:
    """May be called in any thread, with a shop of its own."""
    people = People(shop, asked(design.texts))
    found: list[tuple[int, int, Merged]] = []
    for start in range(0, min(len(ids), MOST_PEOPLE), _AT_ONCE):
        some = shop.customers.several(ids[start : start + _AT_ONCE])
        for at, facts in enumerate(people.merged(some, first=start + 1), start=start):
            found.append((length(design, facts), at, facts))
    found.sort(key=lambda one: (-one[0], one[1]))
    cautions = [
        caution
        for _long, _at, facts in found[:_LOOKED_AT]
        for caution in lay_out(design, facts, means).cautions
    ]
    return LookedOver(design=design, longest=found[0][1] if found else 0, cautions=tuple(cautions))
