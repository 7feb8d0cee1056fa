"""The scenario builder: a shop for a test, and time that stands still until it is told to pass."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

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


def open_scenario(folder: Path, **settings: str) -> ScenarioShop:
    time = Time(datetime(SUNDAY.year, SUNDAY.month, SUNDAY.day, 8, tzinfo=UTC))
    shop = ScenarioShop.open(folder, time, {"USER": "Jana", "LANG": "C", "TZ": "Europe/Prague"})
    assert isinstance(shop, ScenarioShop)
    shop.time = time
    brno = {"name": "Pekárna U Mlýna", "country": "CZ", "language": "cs", "zone": "Europe/Prague"}
    shop.settings.change(set_up=True, **(brno | settings))
    return shop
