"""A signature from an SVG file: its paths and nothing else of it."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as ET

import numpy as np

from reports.hand.outlines import Outline, joined, of_cubics, of_polygon
from reports.hand.signature import PEN, Signature, from_outline
from reports.hand.strokes import Array, ribbon

LARGEST_FILE = 2_000_000
_MOST_NUMBERS = 200_000
_DEEPEST = 40
_FARTHEST = 1e6
_HARMLESS = frozenset("svg g path title desc metadata defs RDF Work format type namedview".split())
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PIECE = re.compile(r"([MmLlHhVvCcSsQqTtZz])([^A-Za-z]*(?:[eE][-+]?\d+[^A-Za-z]*)*)")
_TRANSFORM = re.compile(r"(matrix|translate|scale|rotate)\s*\(([^)]*)\)")
_STYLE = re.compile(r"\s*([\w-]+)\s*:\s*([^;]+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "Z": 0}


class NotADrawing(Exception):
    """The file is no SVG of paths alone, or asks for what a signature does not need."""


class _Line(NamedTuple):
    """A line as it is drawn, and how broad."""

    points: Array
    breadth: float

    def breadths(self, scale: float) -> Array:
        return np.full(len(self.points), self.breadth * scale)


def from_svg(content: bytes) -> Signature:
    """The paths of an SVG; filled ones as they are, others as strokes of a pen like the card's.

    Raises `NotADrawing` and `NoInk`.
    """
    if len(content) > LARGEST_FILE or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise NotADrawing  # nothing is looked up and nothing unfolds
    try:
        root = ET.fromstring(content)  # noqa: S314 - without a document type nothing can be declared
    except ET.ParseError as error:
        raise NotADrawing from error
    if _name(root) != "svg":
        raise NotADrawing
    try:
        drawn = list(_drawn(root, np.eye(3), {}, 0))
        return from_outline(joined(_with_a_pen(drawn)))
    except (ValueError, IndexError, OverflowError) as error:
        raise NotADrawing from error


def _with_a_pen(drawn: Sequence["Outline | _Line"]) -> list[Outline]:
    """Lines as strokes that are as broad as those of a pen, one thinner than another as they were drawn."""
    lines = [one for one in drawn if isinstance(one, _Line)]
    if not lines:
        return [one for one in drawn if isinstance(one, Outline)]
    heights = np.concatenate([one.points[:, 1] for one in drawn])
    size = max(float(np.ptp(heights)), 1e-9)
    usual = max(float(np.median([one.breadth for one in lines])), 1e-9)
    return [
        _grown(of_polygon(ribbon(one.points / size, one.breadths(PEN / usual))), size)
        if isinstance(one, _Line)
        else one
        for one in drawn
    ]


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _drawn(
    element: ET.Element, matrix: Array, style: dict[str, str], depth: int
) -> Iterator[Outline | _Line]:
    if _name(element) not in _HARMLESS or depth > _DEEPEST:
        raise NotADrawing
    if any(name.rpartition("}")[2].startswith(("on", "href")) for name in element.attrib):
        raise NotADrawing
    matrix = matrix @ _transform(element.get("transform", ""))
    style = style | {
        k: element.attrib[k] for k in ("fill", "stroke", "stroke-width") if k in element.attrib
    }
    style |= dict(_STYLE.findall(element.get("style", "")))
    if _name(element) == "path":
        yield from _inked(element.get("d", ""), matrix, style)
    for child in element:
        if _name(element) not in {"defs", "metadata"}:
            yield from _drawn(child, matrix, style, depth + 1)


def _inked(path: str, matrix: Array, style: dict[str, str]) -> Iterator[Outline | _Line]:
    if len(path) > LARGEST_FILE or len(_NUMBER.findall(path)) > _MOST_NUMBERS:
        raise NotADrawing
    contours = [_placed(one, matrix) for one in _contours(path) if len(one)]
    if not contours:
        return
    if style.get("fill", "black").strip() != "none":
        points = np.concatenate([one.reshape(-1, 2) for one in contours])
        scale = max(float(np.ptp(points[:, 1])), 1e-9)
        yield _grown(of_cubics([_closed(one / scale) for one in contours]), scale)
        return
    wide = float((_NUMBER.findall(style.get("stroke-width", "1")) or ["1"])[0])
    wide *= float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    yield from (_Line(_line(one), wide) for one in contours)


def _grown(outline: Outline, scale: float) -> Outline:
    return Outline(verbs=outline.verbs, points=outline.points * scale)


def _placed(contour: Array, matrix: Array) -> Array:
    points = contour.reshape(-1, 2) @ matrix[:2, :2].T + matrix[:2, 2]
    return np.asarray(points * (1.0, -1.0)).reshape(-1, 4, 2)  # y runs downwards in SVG


def _closed(contour: Array) -> Array:
    start, end = contour[0, 0], contour[-1, 3]
    if np.abs(start - end).max() < 1e-9:
        return contour
    step = (start - end) / 3
    return np.concatenate((contour, [[end, end + step, start - step, start]]))


def _line(contour: Array) -> Array:
    t = np.linspace(0, 1, 9)[:-1, None, None]
    back = 1 - t
    a, b, c, d = (contour[None, :, n] for n in range(4))
    points = back**3 * a + 3 * t * back**2 * b + 3 * t**2 * back * c + t**3 * d
    return np.concatenate((points.transpose(1, 0, 2).reshape(-1, 2), contour[-1:, 3]))


def _transform(text: str) -> Array:
    matrix = np.eye(3)
    for kind, inside in _TRANSFORM.findall(text):
        numbers = [float(one) for one in _NUMBER.findall(inside)]
        if any(abs(one) > _FARTHEST for one in numbers):
            raise NotADrawing
        matrix = matrix @ _matrix(kind, numbers)
    return matrix


def _matrix(kind: str, n: Sequence[float]) -> Array:
    if kind == "translate":
        return np.array([[1, 0, n[0]], [0, 1, n[1] if len(n) > 1 else 0], [0, 0, 1]])
    if kind == "scale":
        return np.diag([n[0], n[1] if len(n) > 1 else n[0], 1.0])
    if kind == "rotate":
        cos, sin = np.cos(np.radians(n[0])), np.sin(np.radians(n[0]))
        x, y = n[1:3] if len(n) > 2 else (0.0, 0.0)
        turn = np.array([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])
        there = np.array([[1, 0, x], [0, 1, y], [0, 0, 1.0]])
        back = np.array([[1, 0, -x], [0, 1, -y], [0, 0, 1.0]])
        return np.asarray(there @ turn @ back)
    return np.array([[n[0], n[2], n[4]], [n[1], n[3], n[5]], [0, 0, 1.0]])


def _contours(path: str) -> Iterator[Array]:
    """Each contour of path data as cubics, (n, 4, 2). Arcs are refused: no pen program writes them."""
    if re.search(r"[^MmLlHhVvCcSsQqTtZz0-9eE+\-.,\s]", path):
        raise NotADrawing
    pen = _Pen()
    for letter, inside in _PIECE.findall(path):
        numbers = [float(one) for one in _NUMBER.findall(inside)]
        if any(abs(one) > _FARTHEST for one in numbers):
            raise NotADrawing
        takes = _TAKES[letter.upper()]
        groups = [numbers[n : n + takes] for n in range(0, len(numbers), takes)] if takes else [[]]
        for n, group in enumerate(groups):
            if len(group) != takes:
                raise NotADrawing
            pen.go("Ll"[letter.islower()] if letter in "Mm" and n else letter, group)
    yield from (np.array(one).reshape(-1, 4, 2) for one in pen.contours if one)


class _Pen:
    """Follows the commands of path data (SVG 1.1, 8.3)."""

    def __init__(self) -> None:
        self.contours: list[list[Array]] = []
        self._at = self._start = np.zeros(2)
        self._control, self._last = np.zeros(2), ""

    def go(self, letter: str, numbers: Sequence[float]) -> None:
        kind, base = letter.upper(), self._at if letter.islower() else np.zeros(2)
        if kind == "M":
            self._at = self._start = base + numbers
            self.contours.append([])
        elif kind == "Z":
            self._to(self._at, self._start, self._start)
        elif kind in "HV":
            end = self._at.copy()
            end["HV".index(kind)] = numbers[0] + base["HV".index(kind)]
            self._to(self._at, end, end)
        elif kind == "L":
            self._to(self._at, base + numbers, base + numbers)
        else:
            self._bend(kind, (np.array(numbers).reshape(-1, 2) + base))
        self._last = kind

    def _bend(self, kind: str, points: Array) -> None:
        family = "CS" if kind in "CS" else "QT"
        mirrored = 2 * self._at - self._control if self._last in tuple(family) else self._at
        if kind in "ST":
            points = np.concatenate(([mirrored], points))
        control = points[-2].copy()
        if family == "QT":
            one = self._at + (points[0] - self._at) * 2 / 3
            points = np.stack((one, points[1] + (points[0] - points[1]) * 2 / 3, points[1]))
        self._to(*points)
        self._control = control

    def _to(self, one: Array, two: Array, end: Array) -> None:
        if not self.contours:
            raise NotADrawing
        self.contours[-1].append(np.stack((self._at, one, two, end)))
        self._at = self._control = np.array(end, dtype=np.float64)
