"""What the import will do, as its button says it before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from resources.words import Words

if TYPE_CHECKING:
    from app.people.exchange.rows import Row
    from app.people.importing import Foreseen

CREATE, UPDATE = "create", "update"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How many rows there are; and whom they will add and change, None where not all were looked at."""

    rows: int
    added: int | None = None
    updated: int = 0

    def said(self, mode: str, words: Words) -> tuple[str, str]:
        """The words of the button when `mode` may happen, and what is to be known before it is pressed."""
        if self.added is None:
            return words.plural("Import {n} row", "Import {n} rows", self.rows), ""
        added, updated = self.added * (mode != UPDATE), self.updated * (mode != CREATE)
        if not added and not updated:
            return words("Import"), words("Nothing in this list would change your book.")
        if not updated:
            return words.plural("Add {n} person", "Add {n} people", added), ""
        if not added:
            return words.plural("Update {n} person", "Update {n} people", updated), ""
        said = words.plural(
            "Add {n} person, update {updated}",
            "Add {n} people, update {updated}",
            added,
            updated=words.number(updated),
        )
        return said, ""


def plan_of(rows: Sequence["Row"], known: Mapping[int, "Foreseen"] | None, total: int) -> Plan:
    """Of a list of `total` rows, of which `rows` were looked at; `known` is None where that was in vain."""
    from app.people.importing import Fate

    if known is None or total > len(rows):
        return Plan(rows=total)
    changed = [one for one in known.values() if one.fate is Fate.UPDATED and one.row is None]
    new = [row for row in rows if not row.is_refused and row.number not in known]
    return Plan(rows=total, added=len(new), updated=len(changed))
