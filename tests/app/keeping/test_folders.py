from pathlib import Path

import pytest

from app.keeping.folders import Danger, danger_of, network_mount

MOUNTS = [
    "/dev/sda1 / ext4 rw 0 0",
    "//server/shop /mnt/my\\040shop cifs rw 0 0",
    "server:/home /mnt nfs4 rw 0 0",
    "/dev/sdb1 /mnt/usb vfat rw 0 0",
]


@pytest.mark.parametrize(
    "folder",
    ["/home/jana/Dropbox/shop", "/home/jana/OneDrive - Mlýn/shop", "/Users/jana/Google Drive/x"],
)
def test_a_folder_that_a_program_syncs_is_noticed(folder):
    assert danger_of(Path(folder)) is Danger.SYNCED


def test_an_ordinary_folder_is_fine(tmp_path):
    assert danger_of(tmp_path) is None


@pytest.mark.parametrize(
    ("folder", "on_network"),
    [
        ("/home/jana", False),
        ("/mnt/my shop/book", True),
        ("/mnt/other", True),
        ("/mnt/usb/shop", False),
    ],
)
def test_a_folder_on_another_computer_is_noticed(folder, on_network):
    assert network_mount(Path(folder), MOUNTS) is on_network
