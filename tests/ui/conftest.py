"""Screens in tests live as in the program: garbage is looked for in their own thread only."""

import gc
from collections.abc import Iterator

import pytest

from ui.shared.theme import STYLE


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Qt's application is made for tests as the program makes its own: `ui.shared.theme.application`."""
    return ["regulars", *STYLE]


@pytest.fixture(scope="module", autouse=True)
def what_was_there_before_is_no_garbage() -> None:
    """A round looks through what its file of tests brought, not each time through all that is loaded."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def garbage_is_left_to_the_thread_of_the_screens() -> Iterator[None]:
    """See `ui.shared.garbage`; here the round is made when a test is over and its threads are done."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()
