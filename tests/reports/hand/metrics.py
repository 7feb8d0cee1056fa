"""Measures a written page as somebody would who doubts it: from the paths of its PDF alone.

Nothing of the engine is used here. Lengths are millimetres unless they are divided by the x-height.
"""

import io
import itertools
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pypdf

MM = 72 / 25.4
CURVE_STEPS = 6
OUTLINE_POINTS = 72
DESCENDING = set("gjpqyfßQJ,;()[]@$&çþ/|{}цщруфдзҙџјђћўқңғҗұүһ„‚“”\"'’‘–—-*:!?.«»ןךףץקל") | set(
    "ДЦЩҚҢЗ"
)
HANGING = set("\u0327\u0328\u0323\u05b7\u05b8\u05b4\u05b5\u05b6\u05bb\u05b0\u05b1\u05b2\u05b3")
NO_BASE = DESCENDING | set("׳״")
X_LETTERS = set("acemnorsuvwxzæøàáâãäåèéêëìíîïòóôõöùúûüаеиклмнопстхчшыьэюягжвә") | set(
    "אבגדהוחטכמםנסעפצרשת"
)
TALL = set("lthkbdfiIJTFEHLPRBDKNMUр") | set("ІҺГПНТРЕ")


@dataclass(frozen=True)
class Drawn:
    """A letter of a page: the polygons of its outline in millimetres, y upwards."""

    text: str
    contours: tuple

    @property
    def points(self):
        return np.concatenate(self.contours)

    @property
    def box(self):
        points = self.points
        return (*points.min(axis=0), *points.max(axis=0))


def graphemes(text):
    """The visible letters of a text with their marks, in reading order."""
    letters = []
    for sign in unicodedata.normalize("NFC", text):
        if sign.isspace():
            continue
        if letters and unicodedata.category(sign) in {"Mn", "Me"}:
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


def paths(pdf, page=0):
    """Every filled path of a page as polygons in millimetres, in the order in which they are drawn."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    content = reader.pages[page].get_contents().get_data()
    return list(_filled(content.split()))


def _filled(tokens):  # noqa: C901 - a reader of operators is a list of cases
    matrix, kept = np.eye(3), []
    numbers, contours, current = [], [], []
    for token in tokens:
        try:
            numbers.append(float(token))
            continue
        except ValueError:
            pass
        if token == b"q":
            kept.append(matrix)
        elif token == b"Q":
            matrix = kept.pop()
        elif token == b"cm":
            a, b, c, d, e, f = numbers[-6:]
            matrix = np.array([[a, b, 0], [c, d, 0], [e, f, 1]]) @ matrix
        elif token == b"m":
            current = [tuple(numbers[-2:])]
            contours.append(current)
        elif token == b"l":
            current.append(tuple(numbers[-2:]))
        elif token == b"c":
            current.extend(_curve(current[-1], numbers[-6:]))
        elif token == b"f":
            yield tuple(_placed(one, matrix) for one in contours)
            contours = []
        elif token == b"S":
            contours = []
        numbers = []


STEPS = np.linspace(0, 1, CURVE_STEPS + 1)[1:, None]


def _curve(start, numbers):
    p = [np.array(start), *np.array(numbers).reshape(3, 2)]
    t = STEPS
    on = (
        (1 - t) ** 3 * p[0] + 3 * t * (1 - t) ** 2 * p[1] + 3 * t * t * (1 - t) * p[2] + t**3 * p[3]
    )
    return [tuple(point) for point in on]


def _placed(contour, matrix):
    points = np.array(contour)
    return (np.column_stack((points, np.ones(len(points)))) @ matrix)[:, :2] / MM


def letters_of(pdf, text, page=0):
    """The letters of a page with their outlines. One filled path for each letter, or it fails."""
    drawn, signs = paths(pdf, page), graphemes(text)
    assert len(drawn) == len(signs), f"{len(drawn)} paths for {len(signs)} letters"
    return [Drawn(sign, contours) for sign, contours in zip(signs, drawn, strict=True)]


@dataclass(frozen=True)
class Sheet:
    """Letters, and for each its word and its line."""

    letters: list
    words: list  # indexes of letters, a list for each word
    lines: list  # indexes of words, a list for each line

    @cached_property
    def x_height(self):
        heights = [_height_above(one) for one in self.letters if one.text in X_LETTERS]
        return float(np.median(heights))


def _height_above(letter):
    body = max(letter.contours, key=lambda contour: np.ptp(contour[:, 0]) * np.ptp(contour[:, 1]))
    return float(np.ptp(body[:, 1]))


def sheet_of(pdf, text, page=0):
    letters = letters_of(pdf, text, page)
    words, at = [], 0
    for word in text.split():
        size = len(graphemes(word))
        words.append(list(range(at, at + size)))
        at += size
    return Sheet(letters, words, _lines(letters, words))


def _lines(letters, words):
    """Words to lines: a new one begins where a word stands lower and does not go on from the last."""
    lines, last = [], None
    for n, word in enumerate(words):
        centre = np.mean([_base(letters[k]) for k in word])
        if last is None or last - centre > 3.2:
            lines.append([])
        lines[-1].append(n)
        last = centre
    return lines


def stands(letter):
    """Whether the letter's foot is on the line: it has neither descender nor anything hanging below."""
    plain = unicodedata.normalize("NFD", letter.text)
    return plain[0] not in NO_BASE and not any(mark in HANGING for mark in plain[1:])


def _base(letter):
    return letter.box[1] if stands(letter) else (letter.box[1] + letter.box[3]) / 2 - 1.0


# ---- shape


def outline(letter):
    """Points at even steps along the outline, freed of place and size, in units of its own size."""
    pieces, lengths = [], []
    for contour in letter.contours:
        ring = np.vstack((contour, contour[:1]))
        steps = np.sqrt((np.diff(ring, axis=0) ** 2).sum(axis=1))
        pieces.append((ring, np.concatenate(([0], np.cumsum(steps)))))
        lengths.append(steps.sum())
    total = sum(lengths)
    found = []
    for (ring, along), length in zip(pieces, lengths, strict=True):
        count = max(6, round(OUTLINE_POINTS * length / total))
        at = np.linspace(0, length, count, endpoint=False)
        found.append(np.column_stack([np.interp(at, along, ring[:, k]) for k in (0, 1)]))
    return np.vstack(found)


def freed(points):
    points = points - points.mean(axis=0)
    return points, float(np.sqrt((points**2).sum(axis=1).mean()))


def unlikeness(one, other):
    """Mean distance from each outline to the nearest of the other, both brought to one place and size."""
    (a, size_a), (b, size_b) = freed(one), freed(other)
    size = (size_a + size_b) / 2
    a, b = a * (size / size_a), b * (size / size_b)
    apart = np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2))
    return float((apart.min(axis=1).mean() + apart.min(axis=0).mean()) / 2)


def shapes(sheet, most=9):
    """Unlikeness of pairs, in hundredths of the x-height: all, the nearest of each, and doubles."""
    by_text = defaultdict(list)
    for n, letter in enumerate(sheet.letters):
        if letter.text[:1].isalpha():
            by_text[letter.text].append(n)
    word_of = {k: n for n, word in enumerate(sheet.words) for k in word}
    pairs, nearest, doubles = [], [], []
    for some in by_text.values():
        outlines = {n: outline(sheet.letters[n]) for n in some[:most]}
        best = {}
        for a, b in itertools.combinations(outlines, 2):
            far = unlikeness(outlines[a], outlines[b]) / sheet.x_height * 100
            pairs.append(far)
            best[a], best[b] = min(far, best.get(a, 99)), min(far, best.get(b, 99))
            if b - a == 1 and word_of[a] == word_of[b]:
                doubles.append(far)
        nearest += best.values()
    return pairs, nearest, doubles


# ---- lines


def base_heights(sheet, line):
    """(x, y) of the foot of each letter of a line that stands on it."""
    found = []
    for n in line:
        for k in sheet.words[n]:
            letter = sheet.letters[k]
            if letter.text[:1].isalpha() and stands(letter):
                left, bottom, right, _ = letter.box
                found.append(((left + right) / 2, bottom))
    feet = np.array(found)
    if not len(feet):
        return feet
    # In some hands other letters, too, go below the line.
    return feet[np.abs(feet[:, 1] - np.median(feet[:, 1])) < 0.4 * sheet.x_height]


def base_line(sheet):
    """Residuals of the feet about each line's own slope, lag-1 pairs, slopes in degrees."""
    left_over, pairs, slopes = [], [], []
    for line in sheet.lines:
        feet = base_heights(sheet, line)
        if len(feet) < 8 or np.ptp(feet[:, 0]) < 25:
            continue
        slope, start = np.polyfit(feet[:, 0], feet[:, 1], 1)
        rest = feet[:, 1] - slope * feet[:, 0] - start
        rest = rest - np.mean(rest)
        left_over += list(rest)
        order = np.argsort(feet[:, 0])
        pairs += list(itertools.pairwise(rest[order]))
        if np.ptp(feet[:, 0]) > 45:
            slopes.append(float(np.degrees(np.arctan(slope))))
    return left_over, pairs, slopes


def word_gaps(sheet):
    """Ink gaps between the words of each line, in x-heights."""
    found = []
    for line in sheet.lines:
        boxes = [np.array([sheet.letters[k].box for k in sheet.words[n]]) for n in line]
        spans = sorted((b[:, 0].min(), b[:, 2].max()) for b in boxes)
        found += [(b[0] - a[1]) / sheet.x_height for a, b in itertools.pairwise(spans)]
    return found


def line_starts(sheet, *, right_to_left=False):
    starts = []
    for line in sheet.lines:
        boxes = np.array([sheet.letters[k].box for n in line for k in sheet.words[n]])
        starts.append(boxes[:, 2].max() if right_to_left else boxes[:, 0].min())
    return starts


def pitches(sheet):
    """Distances from line to line, without those over an empty line."""
    bases = []
    for line in sheet.lines:
        feet = base_heights(sheet, line)
        bases.append(np.median(feet[:, 1]) if len(feet) else np.nan)
    steps = -np.diff(bases)
    return [s for s in steps if s < 1.28 * np.nanmedian(steps)]


# ---- ink


def area_and_moments(letter):
    """Signed area, centroid and second moments of the outline (Green's theorem)."""
    total = np.zeros(6)
    for p in letter.contours:
        x, y = p[:, 0], p[:, 1]
        u, v = np.roll(x, -1), np.roll(y, -1)
        cross = x * v - u * y
        total += [
            cross.sum() / 2,
            ((x + u) * cross).sum() / 6,
            ((y + v) * cross).sum() / 6,
            ((x * x + x * u + u * u) * cross).sum() / 12,
            ((x * v + 2 * x * y + 2 * u * v + u * y) * cross).sum() / 24,
            ((y * y + y * v + v * v) * cross).sum() / 12,
        ]
    return total


def stroke(letter):
    edge = sum(
        float(np.sqrt(((np.roll(p, -1, axis=0) - p) ** 2).sum(axis=1)).sum())
        for p in letter.contours
    )
    return 2 * abs(float(area_and_moments(letter)[0])) / edge


def slant(letter):
    """The lean of a letter in degrees: how far x follows y over its ink."""
    area, sx, sy, _, sxy, syy = area_and_moments(letter)
    x, y = sx / area, sy / area
    return float(np.degrees(np.arctan2(sxy / area - x * y, syy / area - y * y)))


def relative(sheet, measure, *, divide):
    """A measure of each letter against the mean of that letter on the sheet."""
    by_text = defaultdict(list)
    for letter in sheet.letters:
        if letter.text[:1].isalpha():
            by_text[letter.text].append(measure(letter))
    found = []
    for values in by_text.values():
        if len(values) > 2:
            mean = np.mean(values)
            found += [v / mean - 1 if divide else v - mean for v in values]
    return found


def dots(sheet):
    """Where each i and j has its dot, from the top of its body, against the mean of that letter."""
    by_text = defaultdict(list)
    for letter in sheet.letters:
        if letter.text in set("ijіј") and len(letter.contours) > 1:
            tops = sorted(letter.contours, key=lambda c: c[:, 1].mean())
            body = np.concatenate(tops[:-1])
            foot = body[np.argmax(body[:, 1])]
            by_text[letter.text].append(tops[-1].mean(axis=0) - [body[:, 0].mean(), foot[1]])
    return [v - np.mean(some, axis=0) for some in by_text.values() if len(some) > 2 for v in some]
