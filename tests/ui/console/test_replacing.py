"""A lost card is replaced from the command line."""

from tests.reports import scanning


def test_a_lost_card_is_replaced_and_the_new_one_printed(brno):
    (ludmila,) = brno.run("find", "Ludmila", "--json").json()
    brno.run("loyalty-cards", "--to", "all", "-o", brno.desk / "cards.pdf")
    (with_card,) = brno.run("find", "Ludmila", "--json").json()
    lost = with_card["card_number"]
    done = brno.run("replace-card", lost, "-o", brno.desk / "new.pdf", "--json").json()
    assert (done["customer"], done["old"]) == (ludmila["id"], lost)
    assert scanning.texts((brno.desk / "new.pdf").read_bytes())["QR"] == [done["new"]]
    assert "was replaced on" in brno.run("replace-card", lost).refusal()


def test_a_card_of_another_maker_takes_its_place(brno):
    brno.run("loyalty-cards", "--to", "all", "-o", brno.desk / "cards.pdf")
    (one,) = brno.run("find", "Ludmila", "--json").json()
    assert brno.run("replace-card", one["card_number"], "--number", "0815").out == "0815\n"
    (now,) = brno.run("find", "Ludmila", "--json").json()
    assert now["card_number"] == "0815"


def test_what_cannot_be_written_replaces_nothing(brno):
    brno.run("loyalty-cards", "--to", "all", "-o", brno.desk / "cards.pdf")
    (one,) = brno.run("find", "Ludmila", "--json").json()
    lost = one["card_number"]
    brno.run("replace-card", lost, "-o", brno.desk / "nowhere" / "new.pdf").refusal()
    assert brno.run("find", "Ludmila", "--json").json()[0]["card_number"] == lost


def test_a_card_that_is_nobody_s_says_so(brno):
    assert "There is no code 4711" in brno.run("replace-card", "4711").refusal()
