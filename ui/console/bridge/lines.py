"""Requests from a till, a line each, answered in the same order as soon as they are on disk."""

import json
import logging
import sqlite3
from collections.abc import Iterator
from typing import BinaryIO

from app.errors import ShopError
from app.loyalty.requests import Requests
from app.shop import Shop
from ui.console.bridge.refusals import refusal
from ui.console.bridge.request import LARGEST, BadRequest, Request, key_of, read_request
from ui.console.bridge.verbs import Verbs

_log = logging.getLogger("regulars")


class Bridge:
    """Answers requests one after the other; none can stop it."""

    def __init__(self, shop: Shop) -> None:
        self._shop, self._verbs = shop, Verbs(shop)
        self._requests = Requests(shop.book)
        settings = self._verbs.settings
        self._currency, self._zone = settings.currency, settings.zone

    def serve(self, asked: BinaryIO, answers: BinaryIO) -> None:
        """Until the input ends."""
        for line in lines_of(asked):
            answers.write(self.answer(line).encode("utf-8") + b"\n")
            answers.flush()

    def answer(self, line: bytes | None) -> str:
        """The answer to one line; None is one that was too long."""
        try:
            request = read_request(line or b"", self._currency, self._zone)
            key = key_of(request)
            if not key:
                return _json(self._verbs.do(request))
            return self._requests.once(key, request.plain, lambda: self._kept(request))
        except ShopError as error:
            return _json(refusal(error, self._currency))
        except sqlite3.Error:
            return _json({"ok": False, "error": "not_kept"})
        except Exception:  # noqa: BLE001 - a bug stops no till; what was begun is taken back
            _log.debug("a bug", exc_info=True)
            return _json({"ok": False, "error": "bad_request"})

    def _kept(self, request: Request) -> str:
        """The answer that is kept with a key: a refusal, too, once nothing is left of what was begun."""
        book = self._shop.book
        book.execute("SAVEPOINT request")
        try:
            answer = self._verbs.do(request)
        except BadRequest:
            raise
        except ShopError as error:
            book.execute("ROLLBACK TO request")
            answer = refusal(error, self._currency)
            if answer["error"] == "bad_request":
                raise
        book.execute("RELEASE request")
        return _json(answer)


def lines_of(asked: BinaryIO) -> Iterator[bytes | None]:
    """Lines without their ends; None for one that is too long, which is read past and never kept."""
    while line := asked.readline(LARGEST + 2):
        if line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
        elif len(line) <= LARGEST:
            yield line  # the last, which has no end
        else:
            while (rest := asked.readline(LARGEST)) and not rest.endswith(b"\n"):
                pass
            yield None


def _json(answer: dict[str, object]) -> str:
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
