"""The scenario builder: a shop for a test, and time that stands still until it is told to pass."""

from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from app.clock import system_clock
from app.keeping.database import FILE_NAME, open_shop
from app.people.customer import Customer
from app.shop import Shop

SUNDAY = date(2026, 11, 22)


class Time:
    """A clock that only moves when the test says so."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **delta: int) -> None:
        self.at += timedelta(**delta)


class ScenarioShop(Shop):
    """A shop in Brno on a Sunday morning, spoken to in the words of a scenario."""

    time: Time

    def customer(
        self, first_name: str | None = None, last_name: str | None = None, **more: Any
    ) -> Customer:
        return self.customers.add(self.today(), first_name=first_name, last_name=last_name, **more)

    def names(self, ids: list[int]) -> list[str]:
        return [one.name for one in self.customers.several(ids)]


@cache
def new_book() -> bytes:
    """A book in which nothing is written yet, laid out once, since that takes as long as many a test."""
    with TemporaryDirectory() as folder:
        open_shop(Path(folder), system_clock).close()
        return (Path(folder) / FILE_NAME).read_bytes()


def lay_down_a_new_book(folder: Path) -> None:
    """In `folder`, where none lies yet."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / FILE_NAME).exists():
        (folder / FILE_NAME).write_bytes(new_book())


def open_scenario(folder: Path, **settings: str) -> ScenarioShop:
    lay_down_a_new_book(folder)
    return open_as_it_lies(folder, **settings)


def open_as_it_lies(folder: Path, **settings: str) -> ScenarioShop:
    """Where no book lies yet, the program makes it."""
    time = Time(datetime(SUNDAY.year, SUNDAY.month, SUNDAY.day, 8, tzinfo=UTC))
    shop = ScenarioShop.open(folder, time, {"USER": "Jana", "LANG": "C", "TZ": "Europe/Prague"})
    assert isinstance(shop, ScenarioShop)
    shop.time = time
    brno = {"name": "Pekárna U Mlýna", "country": "CZ", "language": "cs", "zone": "Europe/Prague"}
    shop.settings.change(set_up=True, **(brno | settings))
    return shop


@cache
def book_of(*names: str) -> bytes:
    """The book of a shop with these people, made once and laid down for each history."""
    with TemporaryDirectory() as folder:
        shop = open_scenario(Path(folder))
        for name in names:
            shop.customer(name)
        shop.close()
        return (Path(folder) / FILE_NAME).read_bytes()
