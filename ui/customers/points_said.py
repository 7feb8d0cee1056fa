"""What somebody has on her account, in words, for the head of the pane."""

from dataclasses import dataclass

from app.people.customer import Customer
from app.shop import Shop
from resources.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsSaid:
    """The figure, what stands beside it, the next reward, and how much of its price is there, 0 to 1."""

    figure: str
    unit: str
    following: str = ""
    share: float = 0.0


def points_said(shop: Shop, customer: Customer, words: Words) -> PointsSaid:
    """As of today."""
    till, on = shop.till, shop.today()
    programme = till.programmes.current()
    there = till.points.available(customer.id, on)
    reward = till.members.next_reward(programme, there)
    following = ""
    if reward is not None:
        missing = reward.points - there
        following = words.plural(
            "{n} more for {reward}",
            "{n} more for {reward}",
            missing,
            reward=words.isolated(reward.name),
        )
    return PointsSaid(
        figure=words.isolated(words.number(there)),
        unit=words.plural("point", "points", there),
        following=following,
        share=there / reward.points if reward else 0.0,
    )
