"""Where one customer stands, in words: everything that the counter shows of her."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.loyalty import codes, rhythm
from app.loyalty.coupon import State
from app.loyalty.favourites import favourites
from app.loyalty.points import Balance
from app.loyalty.programme import Programme, Reward
from app.people.customer import Customer
from app.people.photos import file_of
from app.shop import Shop
from reports.offers import whole_offer
from resources.words import Words
from ui.customers.saying import About, gone_by
from ui.customers.signed import NoteLine, note_line
from ui.loyalty import saying

SOON = 2
"""So many rewards that she cannot have yet are shown."""
EXPIRES_SOON = timedelta(days=60)
SEVERAL = 3
"""So many coupons are shown at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A reward. What is not reached yet has a `share` of its price, 0 to 1, and says what is missing."""

    name: str
    detail: str
    icon: str
    missing: str = ""
    share: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A coupon of hers that can be used today."""

    code: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamping:
    """Her running stamp card: how many of the goal; `waits` is what a full one gives."""

    name: str
    count: str
    stamps: int
    goal: int
    waits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All of it; `line` stands under the name, `hint` under the balance. Without `id` nobody knows her."""

    id: int | None
    name: str
    line: str
    uid: str = ""
    photo: str = ""
    tier: str = ""
    notes: tuple[NoteLine, ...] = ()
    points: int = 0
    unit: str = ""
    hint: str = ""
    rule: str = ""
    now_title: str = ""
    now_count: str = ""
    now: tuple[Offer, ...] = ()
    soon: tuple[Offer, ...] = ()
    likes_title: str = ""
    likes: tuple[str, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    stamping: Stamping | None = None
    has_rewards: bool = False


def passer_by(words: Words) -> Standing:
    """Somebody who buys and is not known."""
    return Standing(
        id=None,
        name=words("Sale without a customer"),
        line=words("Scan a card or type a name to say who it is."),
    )


def coupon_said(shop: Shop, code: str, words: Words) -> str:
    """What the coupon of that code gives, and until when."""
    return _coupon(shop.coupons.look_up(code, shop.moment()), shop, words).words


def standing(shop: Shop, customer: int, words: Words) -> Standing:
    """As of now. Raises `UnknownCustomer`."""
    till, about = shop.till, About.of(shop, words)
    one = shop.customers.get(till.members.resolve(customer))
    programme = till.programmes.current()
    balance = till.points.balance(one.id, about.on)
    ladder = programme.ladder()
    now = tuple(
        _offer(r, balance, till.currency, words) for r in ladder if r.points <= balance.points
    )
    later = [r for r in ladder if r.points > balance.points][:SOON]
    tier = till.members.tier(one.id, programme, about.on)
    zone = shop.settings.read().zone
    return Standing(
        id=one.id,
        uid=one.uid,
        name=about.phone(one.name) if one.name.startswith("+") else one.name,
        photo=file_of(shop.folder, one.photo),
        tier=tier.name if tier else "",
        line=_line(shop, one, about),
        notes=tuple(note_line(note, about, zone) for note in one.notes if note.pops_up),
        points=balance.points,
        unit=words.plural("point", "points", balance.points),
        hint=_hint(balance, programme, about),
        rule=saying.rule(programme.earn, till.currency, words),
        now_title=saying.title("now", one.form_of_address, words),
        now_count=words.plural("{n} reward", "{n} rewards", len(now)) if now else "",
        now=now,
        soon=tuple(_offer(r, balance, till.currency, words) for r in later),
        likes_title=saying.title("likes", one.form_of_address, words),
        likes=tuple(favourites(shop.book, one.id)),
        waiting=_waiting(shop, one.id, words),
        stamping=_stamping(shop, one.id, programme, words),
        has_rewards=bool(ladder),
    )


def _offer(reward: Reward, balance: Balance, currency: str, words: Words) -> Offer:
    missing = _missing(reward, balance)
    price, worth = saying.points(reward.points, words), saying.worth(reward, currency, words)
    return Offer(
        name=reward.name,
        detail=words("{price} · {worth}", price=price, worth=worth) if worth else price,
        icon=saying.ICONS[reward.kind],
        missing=words.plural("{n} to go", "{n} to go", missing) if missing > 0 else "",
        share=min(1.0, balance.points / reward.points) if reward.points else 1.0,
    )


def _missing(reward: Reward, balance: Balance) -> int:
    """How many points more it takes; what is owed is paid first."""
    return reward.points - balance.points + balance.debt


def _line(shop: Shop, one: Customer, about: About) -> str:
    words, parts = about.words, []
    if one.card_number:
        parts.append(words("Card {number}.", number=words.isolated(codes.grouped(one.card_number))))
    known = rhythm.of(shop.book, [one.id]).get(one.id)
    if known:
        day = gone_by(date.fromisoformat(known.last_day), about)
        said = words("Last here: {day}.", day=day)
        # Where the day ends in a dot of its own, the sentence needs no other.
        parts.append(f"{said.rstrip('.')}.")
    else:
        parts.append(words("Nothing bought yet."))
    return " ".join(parts)


def _hint(balance: Balance, programme: Programme, about: About) -> str:
    words, parts = about.words, []
    following = next((r for r in programme.ladder() if r.points > balance.points), None)
    if balance.debt:
        parts.append(
            words.plural(
                "{n} point is owed after a refund.",
                "{n} points are owed after a refund.",
                balance.debt,
            )
        )
    if following:
        parts.append(
            words.plural(
                "{n} more for {reward}.",
                "{n} more for {reward}.",
                _missing(following, balance),
                reward=words.isolated(following.name),
            )
        )
    lot = next((one for one in balance.lots if one.expires), None)
    if lot and lot.expires and lot.expires <= about.on + EXPIRES_SOON:
        day = words.date(lot.expires, "MMMMd")
        parts.append(
            words.plural(
                "{n} point expires on {day}.", "{n} points expire on {day}.", lot.points, day=day
            )
        )
    return " ".join(parts)


def _waiting(shop: Shop, customer: int, words: Words) -> tuple[Waiting, ...]:
    states = shop.coupons.of_customer(customer, shop.moment())
    return tuple(_coupon(one, shop, words) for one in states if one.why_not is None)[:SEVERAL]


def _coupon(state: State, shop: Shop, words: Words) -> Waiting:
    terms = state.coupon.terms
    gives = whole_offer(terms, words, shop.till.currency)
    return Waiting(code=state.coupon.code, words=saying.until(gives, terms.valid_to, words))


def _stamping(shop: Shop, customer: int, programme: Programme, words: Words) -> Stamping | None:
    deal = programme.stamps
    cards = shop.till.stamps.cards(customer)
    waits = next((what for card in cards for what in card.waits()), "")
    running = shop.till.stamps.running(customer)
    if running is not None:
        deal = running.deal
    if deal is None:
        return None
    stamps = running.stamps if running else deal.head_start
    return Stamping(
        name=deal.name or words("Stamp card"),
        count=words("{n} of {goal}", n=words.number(stamps), goal=words.number(deal.goal)),
        stamps=stamps,
        goal=deal.goal,
        waits=waits,
    )
