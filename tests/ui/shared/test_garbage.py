import gc
from threading import get_ident
from weakref import finalize

from PySide6.QtWidgets import QWidget

from ui.shared.garbage import GarbageRound
from ui.shared.jobs import Job


class Ring(QWidget):
    """A widget that refers to itself, as widgets and their callbacks do."""

    def __init__(self) -> None:
        super().__init__()
        self.me = self


def test_a_ring_of_widgets_dies_in_the_thread_of_the_screens_even_while_work_is_done_elsewhere(
    qtbot,
):
    rounds, died_in = GarbageRound(), []
    finalize(Ring(), lambda: died_in.append(get_ident()))

    def work(_report):
        return len([[number] for number in range(200_000)])

    with qtbot.waitSignal(Job(work).start().done):
        pass
    assert died_in == []
    rounds.go()
    assert died_in == [get_ident()]
    rounds.leave()
    assert gc.isenabled()
