"""What the owner overruled is kept with its reason, for that person, letter and day alone."""

from datetime import date

from app.thanks.overruling import Overruling, overrule, overruled, usual_reasons

DAY = date(2026, 12, 2)


def overruled_for(shop, one, reason, letter="birthday"):
    said = Overruling(customer=one.id, letter=letter, occasion=DAY, what="lately", reason=reason)
    overrule(shop.book, said)
    return said


def test_an_overruling_is_kept_for_its_letter_and_person(shop):
    one, other = shop.customer("Tereza"), shop.customer("Olga")
    said = overruled_for(shop, one, "She asked for it")
    assert overruled(shop.book, "birthday", [one.id, other.id]) == [said]
    assert overruled(shop.book, "birthday", [other.id]) == []
    assert overruled(shop.book, "thank_you", [one.id]) == []


def test_reasons_given_often_are_offered_first(shop):
    one = shop.customer("Tereza")
    for reason in ("Big day", "She asked", "She asked", ""):
        overruled_for(shop, one, reason)
    assert usual_reasons(shop.book) == ["She asked", "Big day"]
