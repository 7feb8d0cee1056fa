"""A shop with two screens: customers have one, and on the other there is nothing to be seen or done."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.shop import ScenarioShop

HOUSE = Path(__file__).parents[3]
SIDE_BY_SIDE = {
    "screens": [
        {"name": name, "x": x, "y": 0, "width": wide, "height": high}
        | {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, wide, high in (("till", 0, 1440, 900), ("counter", 1440, 1280, 800))
    ]
}
WHOLE = True


@pytest.fixture
def told(bakery: ScenarioShop, tmp_path: Path) -> dict[str, dict[str, object]]:
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps(SIDE_BY_SIDE))
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.counter.two_screens", str(bakery.folder)],
        cwd=HOUSE,
        env=os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}"},
        capture_output=True,
        text=True,
        check=True,
    )
    answer: dict[str, dict[str, object]] = json.loads(done.stdout)
    return answer


def test_the_counter_fills_its_own_screen_and_the_other_is_covered(
    told: dict[str, dict[str, object]],
) -> None:
    assert told["begun"] == {"counter": ["CounterWindow", WHOLE], "till": ["Cover", WHOLE]}
    assert told["moved"] == {"till": ["CounterWindow", WHOLE], "counter": ["Cover", WHOLE]}
    # Its screen is gone: it goes to the main one, and the other is covered.
    assert told["unplugged"] == told["begun"]
    # Neither can be closed.
    assert told["escaped"] == {"closed": [False, False]}
    assert told["closed"] == told["unplugged"]
    assert told["left"] == {}
