"""What the editor says of a label and of the box that is chosen."""

from collections.abc import Sequence

from reports.cautions import Caution, NothingToWrite, TextLeftOut, WrittenSmall
from reports.label_design import Box, CodeBox, Look, PictureBox, Place, ShapeBox, Sort, TextBox
from reports.sentences import caution
from resources.words import Words
from ui.printing.sheets.stock_said import millimetres

MOST_NAMES = 3


def box_said(box: Box | None, words: Words) -> str:
    """The chosen box for whoever does not see it."""
    if box is None:
        return words("Nothing is chosen.")
    place = {name: millimetres(getattr(box.place, name), words) for name in Place.__slots__}
    return words(
        "{what}: {left} mm across, {top} mm down, {wide} by {high} mm",
        what=_kind(box, words),
        **place,
    )


def cautions_said(
    here: Sequence[Caution], everywhere: Sequence[Caution], words: Words
) -> list[tuple[str, str]]:
    """What to know before it is printed, each with the person to whom one may go: first of who is shown,
    then for whom else the text is too long.
    """
    told = [one for one in here if not isinstance(one, NothingToWrite)]
    lines = [(caution(one, words), "") for one in told]
    shown = {one.name for one in here}
    for kinds, said in ((TextLeftOut, _left_out), (WrittenSmall, _small)):
        names = [one.name for one in everywhere if isinstance(one, kinds)]
        others = [name for name in dict.fromkeys(names) if name not in shown]
        if others:
            lines.append((said(others, words), others[0]))
    return lines


def _left_out(names: Sequence[str], words: Words) -> str:
    return words("Does not fit and is left out: {names}", names=_named(names, words))


def _small(names: Sequence[str], words: Words) -> str:
    return words("Written smaller than you want: {names}", names=_named(names, words))


def _named(names: Sequence[str], words: Words) -> str:
    first = ", ".join(map(words.isolated, names[:MOST_NAMES]))
    more = len(names) - MOST_NAMES
    if more <= 0:
        return first
    return words.plural("{names} and {n} more", "{names} and {n} more", more, names=first)


def _kind(box: Box, words: Words) -> str:
    if isinstance(box, TextBox):
        return words("Text “{text}”", text=box.text)
    if isinstance(box, CodeBox):
        return words("QR code") if box.sort is Sort.QR else words("Barcode")
    if isinstance(box, PictureBox):
        return words("Picture")
    is_frame = isinstance(box, ShapeBox) and box.look is Look.FRAME
    return words("Frame") if is_frame else words("Filled shape")
