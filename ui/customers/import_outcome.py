"""What came of an import, in words."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from app.people.exchange.problems import Reason
from resources.words import Words
from ui.customers.import_preview import problem_said
from ui.customers.import_refused import column_at_fault, to_mend
from ui.customers.import_shown import Outcome, ProblemLine

if TYPE_CHECKING:
    from app.people.exchange.lists import OpenedList
    from app.people.exchange.problems import Problem
    from app.people.importing import Result


def outcome_said(result: "Result", words: Words, *, stands: bool) -> Outcome:
    """`stands` as long as the import was not taken back."""
    figures = (
        (result.added, words("added")),
        (result.updated, words("updated")),
        (result.unchanged, words("unchanged")),
        (result.skipped, words("skipped")),
    )
    return Outcome(
        title=_title(result, words) if stands else words("The import was taken back."),
        figures=tuple((words.number(n), said) for n, said in figures),
        problems=len(result.problems),
        problems_said=words.number(len(result.problems)) if result.problems else "",
        shows_new=stands and result.added > 0,
        saves=bool(to_mend(result.problems)),
        undoes=stands and result.step is not None,
    )


def told_after(result: "Result", words: Words) -> str:
    """The notice, for those who have gone elsewhere in the meantime."""
    return words(
        "{added} added, {updated} updated",
        added=words.number(result.added),
        updated=words.number(result.updated),
    )


def problem_lines(
    problems: Sequence["Problem"], wanted: Sequence[int], opened: "OpenedList", words: Words
) -> Mapping[int, ProblemLine]:
    """Those that are drawn, by their place."""
    return {at: _line(problems[at], opened, words) for at in wanted if at < len(problems)}


def _line(one: "Problem", opened: "OpenedList", words: Words) -> ProblemLine:
    is_phone = one.field == "phone" or one.reason is Reason.DAMAGED_NUMBER
    return ProblemLine(
        row=words.number(one.row),
        column=column_at_fault(one, opened, words),
        value=words.isolated(one.value) if is_phone else one.value,
        reason=problem_said(one, words),
    )


def _title(result: "Result", words: Words) -> str:
    if result.added:
        return words.plural(
            "{n} new person is in your book.", "{n} new people are in your book.", result.added
        )
    if result.updated:
        return words.plural("{n} person was updated.", "{n} people were updated.", result.updated)
    if result.unchanged:
        return words("Nothing new: everybody on this list is in the book already.")
    return words("Nobody on this list could be taken over.")
