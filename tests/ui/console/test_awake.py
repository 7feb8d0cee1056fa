"""The bridge's input: what comes is heard at once, whether it comes soon, late or never."""

import os
from threading import Timer

import pytest

from ui.console.bridge.awake import LISTENS, Awake


@pytest.fixture
def pipe():
    reads, writes = os.pipe()
    with os.fdopen(reads, "rb") as asked, os.fdopen(writes, "wb", buffering=0) as says:
        yield Awake(asked), says


def test_what_waits_is_heard(pipe):
    asked, says = pipe
    says.write(b"one\ntwo\n")
    assert asked.read1(100) == b"one\ntwo\n"


@pytest.mark.parametrize("after", [LISTENS / 5, LISTENS * 40])
def test_what_comes_later_is_waited_for(pipe, after):
    asked, says = pipe
    Timer(after, lambda: says.write(b"late\n")).start()
    assert asked.read1(100) == b"late\n"


def test_it_is_heard_that_a_till_has_gone(pipe):
    asked, says = pipe
    says.close()
    assert asked.read1(100) == b""
