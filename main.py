"""Regulars: starts the desktop, or runs one command."""

import os
import sys


def main() -> int:
    """The console's own output is UTF-8 everywhere, also on a Windows console of another code page."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # NumPy asks when it is loaded. Matrices here are small: threads for them mostly wait for each other.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from ui.front_door import run

    return run(sys.argv[1:], os.environ)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # so early that nothing had begun
        sys.exit(1)
