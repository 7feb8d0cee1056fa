"""What customers said, told through the till bridge and files, and read back as scores."""

import json
import subprocess

import pytest

from app.voice.scales import ENDS


def tell(till, *requests):
    lines = "\n".join(map(json.dumps, requests)).encode()
    done = subprocess.run(
        till.command("till"),
        input=lines,
        env=till.environ,
        capture_output=True,
        check=True,
        timeout=60,
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def say(**said):
    return {"do": "feedback", **said}


def test_four_answers_make_the_scores_of_the_contract(brno):
    answers = tell(
        brno, say(nps=10, csat=5), say(nps=7, csat=4), say(nps=3, csat=2), say(nps=9, csat=1)
    )
    assert all(one["ok"] for one in answers)
    found = brno.run("scores", "--json").json()
    assert found["nps"] == {
        "n": 4,
        "skipped": 0,
        "score": 25,
        "promoters": 2,
        "passives": 1,
        "detractors": 1,
        "low": -56.3,
        "high": 100.0,
    }
    assert found["csat"] == {
        "n": 4,
        "skipped": 0,
        "percent": 50,
        "mean": "3.00",
        "low": 15.0,
        "high": 85.0,
    }
    assert found["effort"] == {"n": 0, "skipped": 0, "mean": None, "low": None, "high": None}


def test_a_new_shop_has_no_scores(till):
    found = till.run("scores", "--json").json()
    assert (found["nps"]["score"], found["csat"]["percent"], found["csat"]["mean"]) == (None,) * 3
    assert till.run("scores").out.count("no answers yet") == 3


def test_what_was_not_asked_and_what_was_skipped_are_told_apart(brno):
    tell(brno, say(csat=5, nps=None), say(csat=5, skipped=["nps"]), say(skipped=["effort"]))
    found = brno.run("scores", "--json").json()
    assert (found["nps"]["n"], found["nps"]["skipped"]) == (0, 1)
    assert (found["csat"]["n"], found["effort"]["skipped"]) == (2, 1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({}, "comment"),
        ({"theme": "staff"}, "comment"),
        ({"comment": "   "}, "comment"),
        ({"csat": 0}, "csat"),
        ({"csat": 6}, "csat"),
        ({"nps": 11}, "nps"),
        ({"nps": -1}, "nps"),
        ({"effort": 8}, "effort"),
        ({"csat": "5"}, "csat"),
        ({"csat": 4.0}, "csat"),
        ({"csat": True}, "csat"),
        ({"csat": 4, "skipped": "nps"}, "skipped"),
        ({"csat": 4, "skipped": ["speed"]}, "skipped"),
        ({"csat": 4, "skipped": ["csat"]}, "skipped"),
        ({"csat": 4, "theme": "x" * 41}, "theme"),
        ({"csat": 4, "channel": 5}, "channel"),
        ({"csat": 4, "customer": "Anna"}, "customer"),
    ],
)
def test_what_is_wrong_is_refused_by_its_field(brno, wrong, field):
    (answer,) = tell(brno, say(**wrong))
    assert answer == {"ok": False, "error": "bad_request", "field": field}
    assert brno.run("scores", "--json").json()["csat"]["n"] == 0


def test_an_answer_of_nobody_in_the_book_is_refused(brno):
    (answer,) = tell(brno, say(csat=4, customer=99))
    assert answer["error"] == "unknown_customer"


def test_the_same_key_is_one_answer(brno):
    one = say(csat=4, key="k1")
    first, again, other = tell(brno, one, one, say(csat=5, key="k1"))
    assert first == again
    assert other["error"] == "bad_request"
    assert brno.run("scores", "--json").json()["csat"]["n"] == 1


def test_a_period_has_both_its_days(brno):
    tell(
        brno,
        *(say(nps=10, at=f"2026-11-{day}T{hour}") for day, hour in [(20, "00:00"), (21, "23:59")]),
    )
    for asked, n in [
        (("--from", "2026-11-20", "--to", "2026-11-21"), 2),
        (("--from", "2026-11-21"), 1),
        (("--to", "2026-11-20"), 1),
        (("--from", "2026-11-22"), 0),
    ]:
        assert brno.run("scores", *asked, "--json").json()["nps"]["n"] == n, asked


def test_a_period_that_ends_before_it_begins_is_wrong_usage(brno):
    asked = ("--from", "2026-11-22", "--to", "2026-11-21", "--json")
    assert "--from" in brno.run("scores", *asked).wrong_usage()


def test_a_low_answer_puts_its_customer_on_the_list(brno):
    tell(brno, say(csat=1, customer=1, comment="Studené"))
    assert brno.run("list", "unhappy", "--json").json() == [1]
    assert brno.run("list", "to-ask", "--json").json() == []


def test_a_file_of_answers_counts_once(brno):
    file = brno.file(
        "date,customer,csat,nps,effort,comment,theme,channel\n"
        "2026-11-20,007,5,10,7,Výborné,staff,slip\n"
        "2026-11-21,,2,x,,,,\n"
        "2026-11-21,,9,,,,,\n",
        "answers.csv",
    )
    first = brno.run("import-feedback", file, "--json").json()
    counts = {name: first[name] for name in ("added", "updated", "unchanged", "skipped")}
    assert counts == {"added": 2, "updated": 0, "unchanged": 0, "skipped": 1}
    assert [(one["row"], one["field"]) for one in first["problems"]] == [(4, "csat")]
    again = brno.run("import-feedback", file, "--json").json()
    assert (again["added"], again["unchanged"], again["skipped"]) == (0, 2, 1)
    assert brno.run("scores", "--json").json()["csat"]["n"] == 2
    assert brno.run("check").code == 0


def test_a_file_without_answers_is_refused_in_one_line(brno):
    file = brno.file("date,customer\n2026-11-20,007\n", "nothing.csv")
    assert "csat" in brno.run("import-feedback", file).refusal()


def test_every_scale_of_the_bridge_has_its_ends():
    assert {scale: ENDS[scale] for scale in ("csat", "nps", "effort")} == {
        "csat": (1, 5),
        "nps": (0, 10),
        "effort": (1, 7),
    }
