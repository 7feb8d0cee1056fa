"""A file for what is drawn to be looked at: it takes no more when nobody looks any more."""

from io import BytesIO
from typing import Any

from app.progress import Report


class StoppingFile(BytesIO):
    """Whoever draws into it pushes it out page by page, and is stopped there: raises `Cancelled`."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report

    def write(self, content: Any, /) -> int:
        self._report(0, 0)
        return super().write(content)

    def flush(self) -> None:
        self._report(0, 0)
