"""An owner who has forgotten the PIN of counter mode gets her desktop back from the command line."""

from app.clock import system_clock
from app.keeping.pins import hashed
from app.shop import Shop


def test_a_forgotten_pin_is_forgotten_for_good(brno):
    shop = Shop.open(brno.shop, system_clock, {})
    shop.settings.change(counter_pin=hashed("2468"))
    shop.settings.remember("counter.on", "1")
    shop.settings.remember("counter.tries", "9 2026-11-22T08:00:30.000Z")
    assert brno.run("forget-pin").code == 0
    assert shop.settings.read().counter_pin == ""
    assert shop.settings.recall("counter.on") == ""
    assert shop.settings.recall("counter.tries") == ""
    shop.close()


def test_where_there_is_none_nothing_happens(brno):
    assert brno.run("forget-pin").code == 0
