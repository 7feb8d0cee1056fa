"""A print server of our own, with a printer that writes what comes out of it as PDF."""

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from time import monotonic
from uuid import uuid4

HOUSE = Path(__file__).parents[4]
DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
SERVER = "/usr/sbin/cupsd"
PATIENCE = 60.0
_FILES = """
ServerRoot {home}/etc
RequestRoot {home}/spool
TempDir {home}/spool/tmp
CacheDir {home}/cache
StateDir {home}/state
AccessLog {home}/log/access
ErrorLog {home}/log/error
PageLog {home}/log/page
FileDevice Yes
SystemGroup root
Sandboxing relaxed
"""
_SERVER = """
Listen {home}/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow all
</Location>
<Location /admin>
Order allow,deny
Allow all
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""


def why_not() -> str:
    """Why there is no virtual printer here; empty where there is one."""
    if not sys.platform.startswith("linux"):
        return "CUPS with its virtual printer is looked for on Linux only"
    if os.geteuid() != 0:
        return "the virtual printer of CUPS must be started by root"
    missing = [one for one in (SERVER, str(BACKEND), str(DRIVER)) if not Path(one).exists()]
    if missing or shutil.which("lpadmin") is None:
        return f"CUPS or its virtual printer is not installed: {', '.join(missing) or 'lpadmin'}"
    return ""


@contextmanager
def virtual_printers(home: Path) -> Iterator["VirtualPrinters"]:
    """The server runs as long as the block lasts, under `home`, which must be short for its socket."""
    for folder in ("etc/ppd", "spool/tmp", "cache", "state", "log", "out"):
        (home / folder).mkdir(parents=True)
    (home / "etc/cups-files.conf").write_text(_FILES.format(home=home))
    (home / "etc/cupsd.conf").write_text(_SERVER.format(home=home))
    server = subprocess.Popen(
        [SERVER, "-f", "-c", f"{home}/etc/cupsd.conf", "-s", f"{home}/etc/cups-files.conf"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        printers = VirtualPrinters(home)
        wait_until((home / "cups.sock").exists)
        printers.add("Virtual", "cups-pdf:/", "-P", str(DRIVER))
        yield printers
    finally:
        server.terminate()
        server.wait()


def wait_until(is_so) -> None:
    until, pause = monotonic() + PATIENCE, Event()
    while not is_so():
        assert monotonic() < until, "the print server takes too long"
        pause.wait(0.1)


class VirtualPrinters:
    """The printers of that server, reached as any other program reaches them."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._environ = os.environ | {
            "CUPS_SERVER": str(home / "cups.sock"),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(HOUSE),
        }
        self._drawer = Path(pwd.getpwuid(os.geteuid()).pw_dir, "PDF")

    def add(self, name, device, *driver) -> None:
        self._run("lpadmin", "-p", name, "-E", "-v", device, *driver)

    def set(self, name, option) -> None:
        self._run("lpadmin", "-p", name, "-o", option)

    def asked(self, script: str) -> str:
        """What the script prints, run in a program of its own that knows this server alone."""
        return self._run(sys.executable, "-c", script)

    def print(self, pdf: Path, page, way="Way()") -> bytes:
        """What comes out when `PaperPrinter` puts that file on the virtual printer."""
        title = f"print{uuid4().hex}"  # the drawer is one for all servers of this user
        self.send(pdf, page, way, title=title)
        (out,) = self._drawer.glob(f"{title}*.pdf")
        try:
            return out.read_bytes()
        finally:
            out.unlink()

    def send(self, pdf: Path, page, way="Way()", name="Virtual", tray="", title="print") -> None:
        """Prints, and waits until the server has done its work."""
        self.asked(
            "from ui.shared.theme import application\n"
            "app = application()\n"
            "from reports.correction import Off\n"
            "from reports.papers import Edge\n"
            "from ui.cards.printing import PaperPrinter, Way\n"
            "from ui.printing.devices import SystemDevices\n"
            f"printer = SystemDevices().printer({name!r}, {tray!r})\n"
            f"printer.setDocName({title!r})\n"
            f"PaperPrinter(printer, {page!r}, {way}).put(open({str(pdf)!r}, 'rb'), print)\n"
        )
        wait_until(lambda: not self._run("lpstat", "-W", "not-completed", "-o").strip())

    def _run(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self._environ, capture_output=True, text=True, check=False, cwd=HOUSE
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
