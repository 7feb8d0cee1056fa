"""What points are given for: rewards, or money off a bill."""

from dataclasses import replace
from typing import TYPE_CHECKING

from app.loyalty.bills import NotABill, Spent, UnknownReward
from app.loyalty.moment import Moment
from app.loyalty.points import Movement
from app.loyalty.programme import Reward

if TYPE_CHECKING:
    from app.loyalty.till import Till

MOST_TIMES = 10_000
_WHOLE = 10_000  # hundredths of a percent in the whole


def redeem(
    till: "Till", customer: int, reward: str, moment: Moment, *, times: int, sale: int | None
) -> Spent:
    """Gives a reward `times` times; see `Till.redeem`."""
    programme = till.programmes.current()
    found = programme.reward(reward)
    if found is None:
        raise UnknownReward(name=reward)
    if not 1 <= times <= MOST_TIMES:
        raise NotABill(what="times")
    bill = None if sale is None else _bill(till, sale, customer)
    cost, off = _cost(found, times, bill)
    entry = Movement(customer=customer, kind="reward", points=-cost, reason=found.name, sale=sale)
    return _take(till, entry, moment, off)


def spend(till: "Till", customer: int, points: int, moment: Moment, *, sale: int | None) -> Spent:
    """Spends points as money; see `Till.spend`."""
    if points <= 0:
        raise NotABill(what="points")
    if sale is not None:
        _bill(till, sale, customer)
    off = till.money_of(points, till.programmes.current())
    return _take(
        till, Movement(customer=customer, kind="spend", points=-points, sale=sale), moment, off
    )


def _bill(till: "Till", sale: int, customer: int) -> int:
    """What the sale came to; it is hers, or nobody's who is known."""
    found = till.sales.get(sale)
    buyer = found["customer"]
    if buyer is not None and till.members.now(buyer) != till.members.resolve(customer):
        raise NotABill(what="sale")
    return int(found["total"])


def _cost(reward: Reward, times: int, bill: int | None) -> tuple[int, int]:
    """Points, and what they take off. One that is capped costs only the part that it takes off."""
    price = reward.price(times)
    if reward.kind == "amount":
        nominal = reward.value * times
    elif reward.kind == "percent" and bill is not None:
        nominal = (bill * reward.value * times + _WHOLE // 2) // _WHOLE
    else:
        return price, 0
    limits = [nominal, *([reward.cap] if reward.cap is not None else [])]
    off = min(limits if bill is None else [*limits, bill])
    return (-(-price * off // nominal) if nominal else 0), off


def _take(till: "Till", entry: Movement, moment: Moment, off: int) -> Spent:
    who = till.members.resolve(entry.customer)
    verb = "redeem" if entry.reason else "spend points"
    step = till.history.begin(verb, by=moment.by, n=1, points=-entry.points, reward=entry.reason)
    if entry.points:
        till.points.spend(step, replace(entry, customer=who), moment)
    left = till.points.available(who, moment.day)
    return Spent(cost=-entry.points, points=left, off=off, step=step)
