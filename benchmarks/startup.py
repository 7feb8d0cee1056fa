"""How long it takes from opening the program to its first usable screen, beside a bare window.

python benchmarks/startup.py [--customers 100000] [--runs 9] [--shop DIR]

Both start as fresh processes, offscreen, in turn. A window counts when it has been painted and the
event loop has nothing left to do; for Today that means with its 100,000 customers read and shown.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
GOAL = 2.0
CUSTOMERS, RUNS = 100_000, 9

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
import time
class Bare(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, ready)
def ready():
    print(time.time())
    app.quit()
app = QApplication(sys.argv)
window = Bare()
window.resize(1440, 900)
window.show()
app.exec()
"""

# The program itself from its front door; only the moment of being ready is looked for, and it quits.
OURS = '''
import sys
from main import main
def watch(module):
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication
    import time
    class Ready(module.TodayPage):
        full = told = False
        def show_page(self, page):
            super().show_page(page)
            self.full = True
        def paintEvent(self, event):
            if self.full and not self.told:
                self.told = True
                QTimer.singleShot(0, self.ready)
        def ready(self):
            print(time.time())
            QApplication.quit()
    module.TodayPage = Ready
class Finder:
    """Puts `Ready` in the place of the page as soon as the program itself imports it."""
    def find_spec(self, name, path=None, target=None):
        if name != "ui.today.view":
            return None
        sys.meta_path.remove(self)
        from importlib.util import find_spec
        spec = find_spec(name)
        run = spec.loader.exec_module
        def exec_module(module):
            run(module)
            watch(module)
        spec.loader.exec_module = exec_module
        return spec
sys.meta_path.insert(0, Finder())
sys.argv = ["main.py", "--shop", sys.argv[1]]
sys.exit(main())
'''


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--customers", type=int, default=CUSTOMERS)
    asked.add_argument("--runs", type=int, default=RUNS)
    asked.add_argument("--shop", type=Path, help="a folder to fill once and keep")
    chosen = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        shop = chosen.shop or Path(folder)
        fill(shop, chosen.customers)
        compile_all()
        ours, bare = measured(shop, chosen.runs)
    ratio = median(ours) / median(bare)
    print(f"bare window        {median(bare) * 1000:6.0f} ms")
    print(f"Today, {chosen.customers:,} people {median(ours) * 1000:6.0f} ms")
    print(f"ratio {ratio:.2f} (goal: at most {GOAL})")
    return 0 if ratio <= GOAL else 1


def fill(shop: Path, customers: int) -> None:
    """A demo shop of that size, unless it is there already."""
    if not (shop / "regulars.sqlite3").exists():
        print(f"filling a shop with {customers:,} people …")
        command = ["main.py", "--shop", str(shop), "demo", "--customers", str(customers)]
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def compile_all() -> None:
    """As an installed program is; the packages it is measured against are compiled, too."""
    command = ["-m", "compileall", "-q", "app", "ui", "reports", "resources", "main.py"]
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True)


def measured(shop: Path, runs: int) -> tuple[list[float], list[float]]:
    """Seconds of each run, ours and bare, in turn; the first of each only warms the disk."""
    ours, bare = [], []
    for number in range(runs + 1):
        times = seconds(["-c", OURS, str(shop)]), seconds(["-c", BARE])
        if number:
            ours.append(times[0])
            bare.append(times[1])
    return ours, bare


def seconds(arguments: Sequence[str]) -> float:
    """From starting the process until it says that its window is ready."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    before = time.time()
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, check=True, env=environ, capture_output=True
    )
    return float(done.stdout) - before


if __name__ == "__main__":
    sys.exit(main())
