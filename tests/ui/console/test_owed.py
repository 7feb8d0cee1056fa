"""What the shop owes in points, told by the month in which they expire."""

import json
import subprocess

RULES = """
[earn]
per = "10.00"
[expiry]
days = 90
[points]
value = "0.50"
"""


def test_what_is_owed_is_told_by_the_month_in_which_it_expires(brno, tmp_path):
    file = tmp_path / "programme.toml"
    file.write_text(RULES, "utf-8")
    assert brno.run("programme", "load", file).code == 0
    sales = [
        {"do": "sale", "customer": 1, "total": "200.00", "at": "2026-01-10T10:00"},
        {"do": "sale", "customer": 2, "total": "50.00", "at": "2026-01-30T10:00"},
        {"do": "sale", "customer": 1, "total": "30.00", "at": "2026-02-20T10:00"},
    ]
    lines = "\n".join(map(json.dumps, sales)).encode()
    subprocess.run(brno.command("till"), input=lines, env=brno.environ, check=True, timeout=60)
    on = ("--on", "2026-03-01")
    told = json.loads(brno.run("programme", "owed", *on, "--json").out)
    assert told == [
        {"month": "2026-04", "points": 25, "people": 2, "worth": "12.50"},
        {"month": "2026-05", "points": 3, "people": 1, "worth": "1.50"},
    ]
    assert brno.run("programme", "owed", *on).out.splitlines()[0] == "2026-04  25  2  12.50"
    assert json.loads(brno.run("programme", "owed", "--on", "2026-05-30", "--json").out) == []
