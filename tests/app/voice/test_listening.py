"""What was said reaches the lists and the letters: who is unhappy, and what was changed for whom."""

from datetime import date, timedelta

import pytest

from app.thanks.heard import cited
from app.thanks.lists import people_on, why
from app.thanks.prints import record
from app.voice.improvements import Draft, NotAnImprovement
from app.voice.unhappy import unhappy as listed
from reports.list_words import because
from resources.words import words_in
from tests.app.voice.answering import give


@pytest.fixture
def jana(shop):
    return shop.customer("Jana", "Nováková", language="cs").id


def unhappy(shop):
    return people_on(shop.book, "unhappy", shop.asked())


def test_who_gave_a_low_score_is_unhappy_until_her_case_is_closed(shop, jana):
    give(shop, csat=1, customer=jana, comment="Studená káva", days_ago=3)
    assert unhappy(shop) == [jana]
    reasons = why(shop.book, "unhappy", [jana], shop.asked())
    assert because(reasons[jana], words_in("en")) == "“Studená káva”, 3 days ago"
    (case,) = shop.voice.cases.to_do(shop.today())
    shop.voice.cases.close(case.id, "Dobré", shop.moment())
    assert unhappy(shop) == []


def test_who_was_happy_since_is_not_unhappy(shop, jana):
    give(shop, csat=1, customer=jana, days_ago=3)
    (case,) = shop.voice.cases.to_do(shop.today())
    shop.voice.cases.close(case.id, "", shop.moment())
    give(shop, csat=5, customer=jana)
    assert unhappy(shop) == []


def test_the_merged_and_the_dead_are_looked_after(shop, jana):
    other = shop.customer("Jana", "Novakova").id
    give(shop, nps=0, customer=other)
    shop.customers.merge(jana, other)
    assert unhappy(shop) == [jana]
    shop.customers.change(jana, deceased=True)
    assert unhappy(shop) == []


def written(shop, letter, who):
    return shop.letters.compose(shop.customers.several([who]), letter, shop.today())


def improve(shop, **more):
    draft = {
        "theme": "speed",
        "said": "dlouhé čekání",
        "done": "máme druhou pokladnu",
        "language": "cs",
        "since": date(2026, 9, 1),
    }
    return shop.voice.improvements.add(Draft(**(draft | more)), shop.moment())


def test_everybody_who_raised_a_theme_is_told_of_what_was_changed(shop, jana):
    petr, eva = shop.customer("Petr").id, shop.customer("Eva").id
    give(shop, csat=2, themes=["speed"], customer=jana, days_ago=10)
    give(shop, csat=3, themes=["speed"], customer=petr, days_ago=100)
    give(shop, csat=5, themes=["speed"], customer=eva, days_ago=10)
    one = improve(shop)
    assert shop.voice.improvements.to_tell(one) == [jana]
    (letter,) = written(shop, "you_said_we_did", jana)
    assert "dlouhé čekání" in letter.text
    assert "máme druhou pokladnu" in letter.text


def test_who_is_to_be_told_is_a_list_until_her_card_came_out(shop, jana):
    give(shop, csat=2, themes=["speed"], customer=jana, days_ago=10)
    improve(shop)
    assert people_on(shop.book, "to-tell", shop.asked()) == [jana]
    shop.time.passes(hours=1)
    record(shop.book, "you_said_we_did", [(jana, None)])
    assert people_on(shop.book, "to-tell", shop.asked()) == []


def test_who_was_told_before_she_was_merged_is_not_told_again(shop, jana):
    give(shop, csat=2, themes=["speed"], customer=jana, days_ago=10)
    one = improve(shop)
    shop.time.passes(hours=1)
    record(shop.book, "you_said_we_did", [(jana, None)])
    other = shop.customer("Jana", "Novakova").id
    shop.customers.merge(other, jana)
    assert shop.voice.improvements.raised_by(one) == [other]
    assert shop.voice.improvements.to_tell(one) == []
    assert people_on(shop.book, "to-tell", shop.asked()) == []


def test_who_writes_in_another_language_is_not_told_in_czech(shop, jana):
    shop.customers.set_language([jana], "da")
    give(shop, csat=2, themes=["speed"], customer=jana)
    improve(shop)
    (letter,) = written(shop, "thank_you", jana)
    assert "pokladnu" not in letter.text


def test_what_was_changed_can_be_taken_out_and_back(shop, jana):
    give(shop, csat=2, themes=["speed"], customer=jana)
    one = improve(shop)
    shop.voice.improvements.remove(one.id)
    assert shop.voice.improvements.all() == []
    shop.undo.undo_last()
    assert shop.voice.improvements.all() == [one]
    shop.undo.undo_last()
    assert shop.voice.improvements.all() == []


def test_a_change_says_what_about_and_what_was_done(shop):
    with pytest.raises(NotAnImprovement):
        improve(shop, done=" ")


def test_a_case_of_long_ago_is_still_the_shops(shop, jana):
    give(shop, csat=1, customer=jana, days_ago=300)
    assert unhappy(shop) == [jana]
    assert shop.voice.cases.to_do(shop.today())[0].due < shop.today() - timedelta(days=1)


def test_an_apology_says_her_own_words_back(shop, jana):
    give(shop, csat=1, customer=jana, comment="Káva byla studená a čekala jsem dlouho.\n")
    (letter,) = written(shop, "apology", jana)
    assert "„Káva byla studená a čekala jsem dlouho“." in letter.text


def test_a_long_complaint_is_cited_by_its_beginning(shop, jana):
    give(shop, csat=1, customer=jana, comment="Káva byla studená, " * 20)
    (letter,) = written(shop, "apology", jana)
    assert (
        "„Káva byla studená, Káva byla studená, Káva byla studená, Káva byla studená, Káva byla…“."
        in letter.text
    )


def test_without_words_an_apology_cites_nothing(shop, jana):
    give(shop, csat=1, customer=jana)
    (letter,) = written(shop, "apology", jana)
    assert "„" not in letter.text


@pytest.mark.parametrize(
    ("comment", "written_by_hand"),
    [
        ("Studená káva 😡😡 a zima 👍🏽.", "Studená káva a zima"),
        ("Pálilo❤️‍🔥, fakt", "Pálilo, fakt"),
        ("Nic moc...", "Nic moc..."),
        ("חיכיתי שעה", "חיכיתי שעה"),
        ("😡", ""),
        ("!!!", ""),
    ],
)
def test_an_apology_cites_words_and_no_pictures(comment, written_by_hand):
    assert cited(comment) == written_by_hand


def test_who_complained_twice_is_answered_for_what_she_said_last(shop, jana):
    for days_ago, comment in ((5, "Zima"), (3, "Bláto"), (1, "")):
        give(shop, csat=1, customer=jana, comment=comment, days_ago=days_ago)
    (found,) = listed(shop.book, shop.today())
    assert (found.comment, found.day) == ("Bláto", shop.today() - timedelta(days=5))
