"""What points are given for: rewards, or money off a bill."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from app.loyalty.bills import NotABill, Spent, UnknownReward
from app.loyalty.moment import Moment
from app.loyalty.paid_later import due_of, in_money, paid_later
from app.loyalty.points import Movement
from app.loyalty.programme import Reward
from app.money import CurrenciesDiffer

if TYPE_CHECKING:
    from app.loyalty.till import Till

MOST_TIMES = 10_000
_WHOLE = 10_000  # hundredths of a percent in the whole


@dataclass(frozen=True, slots=True)
class _Bill:
    """What the sale came to, how much of it was not given back, and what of that is paid in money so far."""

    total: int
    kept: int
    left: int


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
    return _take(till, entry, moment, off, bill)


def spend(till: "Till", customer: int, points: int, moment: Moment, *, sale: int | None) -> Spent:
    """Spends points as money; see `Till.spend`."""
    if points <= 0:
        raise NotABill(what="points")
    bill = None if sale is None else _bill(till, sale, customer)
    programme = till.programmes.current()
    off, cost = till.money_of(points, programme), points
    if bill and off > bill.left:  # more than the bill takes: they must be there all the same
        till.points.must_be_there(till.members.resolve(customer), points, moment.day)
        off, cost = bill.left, till.points_for(bill.left, programme)
    entry = Movement(customer=customer, kind="spend", points=-cost, sale=sale)
    return _take(till, entry, moment, off, bill)


def _bill(till: "Till", number: int, customer: int) -> _Bill:
    """The sale is hers, or nobody's who is known."""
    sale = till.sales.get(number)
    buyer = sale["customer"]
    if buyer is not None and till.members.now(buyer) != till.members.resolve(customer):
        raise NotABill(what="sale")
    if sale["currency"] != till.currency:
        raise CurrenciesDiffer(one=sale["currency"], other=till.currency, field="sale")
    kept = due_of(sale) - till.sales.refunded(number)
    left = in_money(sale, kept, paid_later(till.book, till.points, number))
    return _Bill(total=sale["total"], kept=kept, left=left)


def _cost(reward: Reward, times: int, bill: _Bill | None) -> tuple[int, int]:
    """Points, and what they take off. One that is capped costs only the part that it takes off."""
    price = reward.price(times)
    if reward.kind == "amount":
        nominal = reward.value * times
    elif reward.kind == "percent" and bill is not None:
        nominal = (bill.total * reward.value * times + _WHOLE // 2) // _WHOLE
    else:
        return price, 0
    limits = [nominal, *([reward.cap] if reward.cap is not None else [])]
    off = min(limits if bill is None else [*limits, bill.left])
    return (-(-price * off // nominal) if nominal else 0), off


def _take(till: "Till", entry: Movement, moment: Moment, off: int, bill: _Bill | None) -> Spent:
    who = till.members.resolve(entry.customer)
    verb = "redeem" if entry.reason else "spend points"
    facts: dict[str, Any] = {"off": off, "kept": bill.kept} if bill and off else {}
    step = till.history.begin(
        verb, by=moment.by, n=1, points=-entry.points, reward=entry.reason, **facts
    )
    if entry.points:
        till.points.spend(step, replace(entry, customer=who), moment)
    left = till.points.available(who, moment.day)
    return Spent(cost=-entry.points, points=left, off=off, step=step)
