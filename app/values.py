"""Values: facts put together once under one name, never changed, and equal when they say the same."""

from collections.abc import Callable
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from functools import partial
from operator import attrgetter
from typing import Any, TypeVar, dataclass_transform, overload

Kind = TypeVar("Kind")


@overload
def value(kind: type[Kind]) -> type[Kind]: ...
@overload
def value(*, kw_only: bool) -> Callable[[type[Kind]], type[Kind]]: ...
@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(kind: type[Kind] | None = None, *, kw_only: bool = True) -> Any:
    """Makes `kind` what `@dataclass(frozen=True, slots=True, kw_only=True)` would make of it.

    For each class `dataclass` writes six functions as text and compiles them, which takes 0.6 ms;
    the first screen alone needs thirty. Here the same few serve every class. A default is a value,
    too: there are no factories. With `kw_only=False` the facts may also be given in their order.
    """
    return partial(_made, kw_only=kw_only) if kind is None else _made(kind, kw_only=kw_only)


def _made(kind: type, *, kw_only: bool) -> Any:
    # Left without a sentence, `dataclass` would have `inspect` word the signature.
    kind.__doc__ = kind.__doc__ or kind.__name__
    made: Any = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(kind)
    names = tuple(part.name for part in fields(made))
    shared: dict[str, Callable[..., Any]] = {
        "__init__": _filling(made, names, in_order=not kw_only),
        "__setattr__": _refuse_to_change,
        "__delattr__": _refuse_to_change,
        **_comparing(names),
    }
    for name, act in shared.items():
        if name not in vars(kind):
            setattr(made, name, act)
    return made


def _filling(made: Any, names: tuple[str, ...], *, in_order: bool) -> Callable[..., None]:
    defaults = {part.name: part.default for part in fields(made) if part.default is not MISSING}
    # The slots themselves, for `setattr` is refused.
    slots = [(name, getattr(made, name).__set__) for name in names]
    known = frozenset(names)
    examine = getattr(made, "__post_init__", None)

    def fill(self: Any, /, **facts: Any) -> None:
        facts = {**defaults, **facts}
        if facts.keys() != known:
            wrong = ", ".join(sorted(facts.keys() ^ known))
            raise TypeError(f"{made.__name__} lacks, or does not know: {wrong}")
        for name, put in slots:
            put(self, facts[name])
        if examine is not None:
            examine(self)

    def fill_in_order(self: Any, /, *given: Any, **facts: Any) -> None:
        if len(given) > len(names):
            raise TypeError(f"{made.__name__} is made of {len(names)} facts, not {len(given)}")
        fill(self, **dict(zip(names, given, strict=False)), **facts)

    return fill_in_order if in_order else fill


def _comparing(names: tuple[str, ...]) -> dict[str, Callable[..., Any]]:
    facts_of = attrgetter(*names)

    def equals(self: Any, other: object) -> bool:
        return type(other) is type(self) and facts_of(self) == facts_of(other)

    def mix(self: Any) -> int:
        return hash(facts_of(self))

    def tell(self: Any) -> str:
        facts = ", ".join(f"{name}={getattr(self, name)!r}" for name in names)
        return f"{type(self).__qualname__}({facts})"

    return {"__eq__": equals, "__hash__": mix, "__repr__": tell}


def _refuse_to_change(self: Any, name: str, _value: Any = None) -> None:
    raise FrozenInstanceError(f"{type(self).__name__} never changes: {name}")
