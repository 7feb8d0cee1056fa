"""A thousand different cards in one PDF, as the card studio and as the command line make it.

python benchmarks/thousand_cards.py [--cards 1000]

Told are the time beside that of merely looking the cards over, how much memory the most took above what the
program holds when it has written a single card, the size of a card, and what a stopped run leaves behind.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ON = date(2026, 11, 28)
MOST_KB, MOST_MB = 60, 30
"""A card at most, and above a single card's run at most."""
RUNS = ("studio", "console", "look", "stopped")


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--cards", type=int, default=1000)
    asked.add_argument("--run", choices=RUNS, help=argparse.SUPPRESS)
    asked.add_argument("--shop", type=Path, help=argparse.SUPPRESS)
    given = asked.parse_args()
    if given.run:
        print(json.dumps(RUN[given.run](given.shop, given.cards)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "shop"
        some = str(given.cards + given.cards // 10)
        program = (sys.executable, ROOT / "main.py", "--shop", shop, "--lang", "cs")
        subprocess.run([*program, "demo", "--customers", some], check=True)
        return told(shop, given.cards)


def told(shop: Path, cards: int) -> int:
    """Every run in a process of its own, so that each has a memory of its own."""
    run = {(name, n): apart(name, shop, n) for name in RUNS[:2] for n in (1, cards)}
    look, stopped = apart("look", shop, cards), apart("stopped", shop, cards)
    fine = not stopped["left"]
    print(f"looked over       {look['n'] / look['seconds']:7.0f} cards/s")
    for name in RUNS[:2]:
        one, many = run[name, 1], run[name, cards]
        more, size = many["mb"] - one["mb"], many["bytes"] / many["n"] / 1000
        fine = fine and size <= MOST_KB and more <= MOST_MB
        print(
            f"{name:<10} {many['n']} {many['n'] / many['seconds']:7.0f} cards/s, {size:.1f} KB a card,"
            f" {one['mb']:.0f} MB for one, {more:+.0f} MB for all of them"
        )
    print(f"stopped after {stopped['done']} cards it left: {stopped['left'] or 'nothing'}")
    return 0 if fine else 1


def apart(name: str, shop: Path, cards: int) -> dict:
    command = [sys.executable, __file__, "--run", name, "--shop", shop, "--cards", str(cards)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def studio(shop: Path, cards: int) -> dict:
    """Saved from the card studio."""
    from app.progress import unheard
    from ui.cards.order import saved

    opened, order = ordered(shop, cards)
    to = shop / "studio.pdf"
    started = time.process_time()
    came = saved(opened, order, to, unheard)
    return measured(came.n, started, to)


def console(shop: Path, cards: int) -> dict:
    """The same on the command line."""
    from ui.front_door import run

    opened, order = ordered(shop, cards)
    opened.close()
    to, ids = shop / "console.pdf", ",".join(map(str, order.ids))
    started = time.process_time()
    command = ["--shop", str(shop), "cards", "--letter", "thank_you", "--to", f"ids:{ids}"]
    if run([*command, "--on", ON.isoformat(), "-o", str(to)], os.environ):
        raise SystemExit(1)
    return measured(len(order.ids), started, to)


def look(shop: Path, cards: int) -> dict:
    """What the studio does with a list of them, on the side."""
    from app.progress import unheard
    from ui.cards.looking_over import Look, look_over
    from ui.cards.making import Making
    from ui.cards.recipients import Wanted, gather
    from ui.cards.sources import Source

    opened, order = ordered(shop, cards)
    wanted = Wanted(list_name=f"ids:{','.join(map(str, order.ids))}", letter="thank_you", on=ON)
    people = tuple(gather(opened, wanted, unheard))
    source = Source(
        list_name=wanted.list_name,
        letter="thank_you",
        on=ON,
        title="Cards",
        making=Making(),
        drafts={},
        facts={},
    )
    look_over(opened, Look(source=source, people=people[:1]), unheard)
    started = time.process_time()
    look_over(opened, Look(source=source, people=people), unheard)
    return {"n": len(people), "seconds": time.process_time() - started}


def stopped(shop: Path, cards: int) -> dict:
    """Cancelled half way."""
    from app.progress import Cancelled
    from ui.cards.order import saved

    opened, order = ordered(shop, cards)
    before, heard = things(opened, shop), [0]

    def stop(done: int, _total: int) -> None:
        heard[0] = done
        if done >= cards // 2:
            raise Cancelled

    with suppress(Cancelled):
        saved(opened, order, shop / "stopped.pdf", stop)
    return {"done": heard[0], "left": sorted(things(opened, shop) - before)}


def things(opened: object, shop: Path) -> set[str]:
    prints = opened.book.value("SELECT count(*) FROM prints")
    files = {str(file.relative_to(shop)) for file in shop.rglob("*") if "sqlite" not in file.name}
    return {*files, f"{prints} prints"}


def ordered(shop: Path, cards: int) -> tuple[object, object]:
    from app.clock import system_clock
    from app.shop import Shop
    from app.thanks.post import why_not
    from ui.cards.order import CardOrder

    opened = Shop.open(shop, system_clock, {"LANG": "cs_CZ", "TZ": "Europe/Prague"})
    everybody = opened.customers.several(opened.book.column("SELECT id FROM customers ORDER BY id"))
    ids = tuple(one.id for one in everybody if why_not(one) is None)[:cards]
    return opened, CardOrder(ids=ids, letter="thank_you", on=ON, title="Cards")


def measured(n: int, started: float, to: Path) -> dict:
    """`ru_maxrss` is in kilobytes, on macOS in bytes."""
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return {
        "n": n,
        "seconds": time.process_time() - started,
        "bytes": to.stat().st_size,
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit,
    }


RUN = {"studio": studio, "console": console, "look": look, "stopped": stopped}

if __name__ == "__main__":
    sys.exit(main())
