"""Two screens on one book thank the same person at once; she is given what was promised once, every time."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from app.voice.survey import Thanks
from tests.app.voice.answering import give
from tests.shop import open_scenario

ROUNDS, SCREENS = 25, 2


def test_two_screens_never_thank_somebody_twice(shop):
    people = [shop.customer("Anna", f"Nováková {one}").id for one in range(ROUNDS)]
    answers = [give(shop, csat=5, customer=one) for one in people]
    start = Barrier(SCREENS)

    def thank_everybody():
        screen = open_scenario(shop.folder)
        try:
            return [thank(screen, one) for one in answers]
        finally:
            screen.close()

    def thank(screen, answer):
        start.wait(60)
        number = screen.voice.answers.get(answer)
        return screen.voice.thanking.thank(number, Thanks(points=5), screen.moment()).points

    with ThreadPoolExecutor(SCREENS) as screens:
        given = [screens.submit(thank_everybody) for _ in range(SCREENS)]
        one, other = (each.result(120) for each in given)
    assert [sum(pair) for pair in zip(one, other, strict=True)] == [5] * ROUNDS
    assert {shop.till.points.available(who, shop.today()) for who in people} == {5}
