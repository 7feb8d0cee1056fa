"""Requests from a till, a line each, answered in the same order as soon as they are on disk."""

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import suppress
from time import perf_counter
from typing import BinaryIO

from app.changes import Kind
from app.errors import ShopError
from app.keeping.database import as_json
from app.loyalty.requests import Requests
from app.shop import Shop
from ui.console.bridge.awake import Awake, Input
from ui.console.bridge.refusals import refusal
from ui.console.bridge.request import (
    LARGEST,
    Request,
    ask_the_same,
    key_of,
    read_request,
    text_of,
)
from ui.console.bridge.verbs import Verbs

Line = bytes | None
"""None is a line that was too long."""

_CHUNK = 1 << 16
_MOST_TOGETHER = 100
"""So many requests are kept with one look at the disk; other tills wait hundredths of a second meanwhile."""
_NOT_KEPT = {"ok": False, "error": "not_kept"}
_SAID_ONLY = {"bad_request", "busy", "not_kept"}  # refusals that no key keeps
_LOOKS = 0.05
"""Seconds. So often it is looked whether another program changed the settings: of what a busy till waits for,
that is less than a thousandth."""

_log = logging.getLogger("regulars")


class Bridge:
    """Answers requests one after the other; none can stop it.

    Those that came together are kept together: a till that does not wait for each answer is served in a
    fraction of the time.
    """

    def __init__(self, shop: Shop) -> None:
        self._shop, self._requests = shop, Requests(shop.book)
        self._follow()

    def serve(self, asked: Input, answers: BinaryIO) -> None:
        """Until the input ends."""
        for lines in lines_of(Awake(asked)):
            if perf_counter() > self._looked + _LOOKS:
                self.keep_up()
            said = self.answer_all(lines)
            answers.write("".join(f"{answer}\n" for answer in said).encode("utf-8"))
            answers.flush()

    def keep_up(self) -> None:
        """Money, clock and language are from now on those that another program gave the shop."""
        with suppress(sqlite3.Error, ShopError):
            if self._shop.settings.read() != self._verbs.settings:
                self._shop.renew_till()
                self._follow()
        self._looked = perf_counter()

    def _follow(self) -> None:
        self._verbs = Verbs(self._shop)
        settings = self._verbs.settings
        self._currency, self._zone = settings.currency, settings.zone
        self._looked = perf_counter()

    def answer_all(self, lines: Sequence[Line]) -> list[str]:
        """The answers, once all that was done for them is on disk; where that fails, nothing was done."""
        if len(lines) == 1:
            return [self.answer(lines[0])]
        try:
            with self._shop.book.atomic(Kind.LOYALTY):
                return [self._tried(line) for line in lines]
        except ShopError as error:  # another program held the book too long
            return [as_json(refusal(error, self._currency))] * len(lines)
        except sqlite3.Error:
            return [as_json(_NOT_KEPT)] * len(lines)

    def answer(self, line: Line) -> str:
        """The answer to one line."""
        try:
            return self._tried(line)
        except sqlite3.Error:
            return as_json(_NOT_KEPT)

    def _tried(self, line: Line) -> str:
        """Nothing is left of what was begun for a line that is refused, and those before it stand."""
        try:
            asked = text_of(line or b"")
            request = read_request(asked, self._currency, self._zone)
            key = key_of(request)
            if key:
                return self._once(key, asked, request)
            with self._shop.book.apart():
                return as_json(self._verbs.do(request))
        except ShopError as error:
            return as_json(refusal(error, self._currency))
        except sqlite3.Error:
            raise
        except Exception:  # noqa: BLE001 - a bug stops no till; what was begun is taken back
            _log.debug("a bug", exc_info=True)
            return as_json({"ok": False, "error": "bad_request"})

    def _once(self, key: str, asked: str, request: Request) -> str:
        """The answer that is kept with a key: a refusal, too, once nothing is left of what was begun."""
        try:
            with self._shop.book.apart():
                return self._requests.once(
                    key, asked, lambda: as_json(self._verbs.do(request)), ask_the_same
                )
        except ShopError as error:
            answer = refusal(error, self._currency)
            if answer["error"] in _SAID_ONLY:
                raise
        return self._requests.once(key, asked, lambda: as_json(answer), ask_the_same)


def lines_of(asked: Awake) -> Iterator[list[Line]]:
    """Lines without their ends, those together that came together; what is too long is never kept."""
    rest = b""
    while chunk := asked.read1(_CHUNK):
        *whole, rest = (rest + chunk).split(b"\n")
        rest = rest[: LARGEST + 2]
        for start in range(0, len(whole), _MOST_TOGETHER):
            yield [_line(line) for line in whole[start : start + _MOST_TOGETHER]]
    if rest:
        yield [_line(rest)]


def _line(read: bytes) -> Line:
    line = read.rstrip(b"\r")
    return None if len(line) > LARGEST else line
