"""Posters, results and slips from the command line."""

import json
import subprocess

from tests.reports import reading


def answered(till, *scores):
    asked = "\n".join(json.dumps({"do": "feedback", "csat": score}) for score in scores)
    subprocess.run(
        till.command("till"),
        input=asked.encode(),
        env=till.environ,
        capture_output=True,
        check=True,
        timeout=60,
    )


def made(till, *command, to="paper.pdf"):
    said = till.run(*command, "-o", till.desk / to)
    assert (said.code, said.err) == (0, ""), said
    return " ".join(reading.words_by_pypdf((till.desk / to).read_bytes()))


def test_a_poster_needs_thirty_answers(brno):
    answered(brno, *[5] * 29)
    refused = brno.run("poster", "-o", brno.desk / "poster.pdf").refusal()
    assert refused.startswith("29 answers are too few for a poster: with about 30")
    assert not (brno.desk / "poster.pdf").exists()
    answered(brno, 5, 5)
    assert "100%" in made(brno, "poster")
    assert "100 %" in made(brno, "poster", "--lang", "cs", "--paper", "A3")


def test_a_poor_score_is_no_poster_but_a_sheet(brno):
    answered(brno, *[5, 4, 1, 2] * 30)
    refused = brno.run("poster", "-o", brno.desk / "poster.pdf").refusal()
    assert refused.startswith("50 of 100 were satisfied; a poster needs 80.")
    assert "50%" in made(brno, "results")


def test_results_of_a_time_without_answers_are_refused_in_one_line(brno):
    answered(brno, 5)
    days = ("--from", "2020-01-01", "--to", "2020-03-31")
    refused = brno.run("results", *days, "-o", brno.desk / "r.pdf").refusal()
    assert refused == "There are no answers in this time yet."
    assert "too few to tell" in made(brno, "results")


def test_days_the_wrong_way_round_are_wrong_usage(brno):
    days = ("--from", "2026-02-01", "--to", "2026-01-01")
    assert "--from is after --to." in brno.run("poster", *days, "-o", "p.pdf").wrong_usage()


def test_slips_are_numbered_on_from_sheet_to_sheet(brno):
    assert "Slip 1001" in made(brno, "slips")
    text = made(brno, "slips", "--count", "2", "--paper", "A5", "--lang", "da")
    assert {"1005", "1006"} <= set(text.split())
    assert "Hvordan var dit besøg i dag?" in text


def test_a_sheet_that_cannot_be_written_uses_up_no_numbers(brno):
    brno.run("slips", "-o", brno.desk / "nowhere" / "slips.pdf").refusal()
    brno.run("slips", "--survey", "yearly", "-o", brno.desk / "slips.pdf").refusal()
    assert "Slip 1001" in made(brno, "slips", "--survey", "yearly", "--paper", "A4")


def test_an_unknown_survey_is_refused(brno):
    refused = brno.run("slips", "--survey", "nonsense", "-o", brno.desk / "s.pdf").refusal()
    assert refused == "There is no survey called nonsense."
