import os
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from reports.files import CannotWrite, pdf_called, scratch_file, whole_file


def names(folder):
    return [file.name for file in folder.iterdir()]


def why(refusal):
    return refusal.value.facts["why"]


def test_a_file_takes_its_place_when_it_is_whole(tmp_path):
    with whole_file(tmp_path / "karty.pdf") as file:
        file.write(b"new")
        assert not (tmp_path / "karty.pdf").exists()
    assert (tmp_path / "karty.pdf").read_bytes() == b"new"
    assert names(tmp_path) == ["karty.pdf"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    place = tmp_path / "karty.pdf"
    place.write_bytes(b"old")

    def fail():
        with whole_file(place) as file:
            file.write(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail()
    assert place.read_bytes() == b"old"
    assert names(tmp_path) == ["karty.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_writer_that_is_killed_leaves_the_old_file(tmp_path):
    place = tmp_path / "karty.pdf"
    place.write_bytes(b"old")
    program = (
        "import sys, time, pathlib\n"
        "from reports.files import whole_file\n"
        "with whole_file(pathlib.Path(sys.argv[1])) as file:\n"
        "    file.write(b'half'); file.flush(); print('half', flush=True); time.sleep(60)\n"
    )
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", program, str(place)], cwd=root, stdout=subprocess.PIPE
    ) as writer:
        assert writer.stdout.readline() == b"half\n"
        writer.send_signal(signal.SIGKILL)
    assert place.read_bytes() == b"old"


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.pdf").write_bytes(b"old")
    (tmp_path / "link.pdf").symlink_to("real.pdf")
    with whole_file(tmp_path / "link.pdf") as file:
        file.write(b"new")
    assert (tmp_path / "link.pdf").is_symlink()
    assert (tmp_path / "real.pdf").read_bytes() == b"new"


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(CannotWrite) as refusal, whole_file(tmp_path / "nowhere" / "karty.pdf"):
        pass
    assert why(refusal) == "no_folder"
    assert names(tmp_path) == []


def test_a_folder_in_the_way_is_said(tmp_path):
    with pytest.raises(CannotWrite) as refusal, whole_file(tmp_path):
        pass
    assert why(refusal) == "is_folder"


def test_a_file_in_the_place_of_a_folder_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite) as refusal, whole_file(tmp_path / "file" / "karty.pdf"):
        pass
    assert why(refusal) == "no_folder"


@pytest.mark.parametrize("name", ["x" * 300 + ".pdf", "a\0b.pdf"])
def test_a_name_that_cannot_be_is_said(tmp_path, name):
    with pytest.raises(CannotWrite) as refusal, whole_file(tmp_path / name):
        pass
    assert why(refusal) == "bad_name"
    assert names(tmp_path) == []


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere"
)
def test_a_folder_that_may_not_be_written_is_said(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(CannotWrite) as refusal, whole_file(tmp_path / "karty.pdf"):
        pass
    tmp_path.chmod(0o700)
    assert why(refusal) == "not_allowed"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")
def test_a_full_disk_is_said():
    with pytest.raises(CannotWrite) as refusal, whole_file(Path("/dev/full")) as file:
        file.write(b"x" * 100_000)
    assert why(refusal) == "disk_full"
    assert Path("/dev/full").exists()


@contextmanager
def room_for(size):
    """As on a disk on which no more than that has room."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def much(file):
    for _ in range(20):
        file.write(b"x" * 10_000)


NO_LIMITS = pytest.mark.skipif(os.name == "nt", reason="Windows has no limit on the size of files")


@NO_LIMITS
def test_a_disk_that_fills_up_leaves_the_old_file_and_nothing_half_written(tmp_path):
    path = tmp_path / "labels.pdf"
    path.write_bytes(b"old")
    with room_for(50_000), pytest.raises(CannotWrite) as refusal, whole_file(path) as file:
        much(file)
    assert why(refusal) == "disk_full"
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["labels.pdf"]


@NO_LIMITS
def test_what_is_made_before_it_is_printed_says_when_the_disk_is_full():
    with room_for(50_000), pytest.raises(CannotWrite) as refusal, scratch_file() as file:
        much(file)
    assert why(refusal) == "disk_full"


def pulled_out(file, folder):
    file.write(b"x")
    shutil.rmtree(folder)


@NO_LIMITS
def test_a_folder_that_goes_away_while_it_is_written_into_is_said(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    with pytest.raises(CannotWrite) as refusal, whole_file(folder / "labels.pdf") as file:
        pulled_out(file, folder)
    assert why(refusal) == "no_folder"
    assert names(tmp_path) == []


def test_an_error_of_the_drawing_is_not_blamed_on_the_file(tmp_path):
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "karty.pdf"):
        (tmp_path / "no font").read_bytes()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Address labels, Coupons: Advent", "Address labels, Coupons Advent.pdf"),
        ("\u2066Jam/Honey?\u2069", "Jam Honey.pdf"),
        ("...", "Regulars.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title, name):
    assert pdf_called(title) == name
