"""The node's files: what cannot be written, what can, and where each is from."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

import libtalos
from libtalos.linux import mountinfo
from libtalos.linux.mountinfo import MountInfo
from tests.e2e.lab import Lab

pytestmark = pytest.mark.root
ETC = ("hosts", "hostname", "resolv.conf", "machine-id")


def error_of_writing(lab: Lab, path: str) -> str:
    """What the kernel says to root who opens a file of the node for writing."""
    try:
        os.close(os.open(lab.file(path), os.O_WRONLY | os.O_CREAT, 0o600))
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    return ""


def mounts(lab: Lab) -> dict[str, MountInfo]:
    """The node's mounts by target; of several at one place the last, which is the one that is seen."""
    return {mount.target: mount for mount in mountinfo.read(Path(f"/proc/{lab.pid()}/mountinfo"))}


@pytest.mark.parametrize(
    "path",
    ["/new", "/usr/new", "/usr/bin/python3.11", "/etc/new", "/etc/os-release", *(f"/etc/{name}" for name in ETC)],
)
def test_nothing_of_the_image_can_be_written(lab: Lab, path: str) -> None:
    assert error_of_writing(lab, path) == "EROFS"


def test_the_root_is_the_image(lab: Lab) -> None:
    root = mounts(lab)["/"]
    assert root.fstype == "squashfs"
    assert "ro" in root.options


def test_nothing_at_all_in_etc_and_usr_can_be_written_but_the_overlays(lab: Lab) -> None:
    """Each file and each directory: opened for writing, or a new file made in it."""
    root = lab.file("/")
    tried = {f"/{path.relative_to(root)}": error for path, error in refusals(root)}
    writable = {path for path, error in tried.items() if not error}
    # a link is followed: to what lies beside /etc and /usr, too
    overlays = ("/etc/cni", "/etc/kubernetes", "/usr/libexec/kubernetes")
    assert {path for path in writable if not path.startswith(overlays)} == set()
    assert set(overlays) <= writable
    assert {error for path, error in tried.items() if path not in writable} == {"EROFS"}
    assert len(tried) > 1000


def refusals(root: Path) -> Iterator[tuple[Path, str]]:
    """Every file and directory in /etc and /usr with what the kernel says to a write."""
    for top in ("etc", "usr"):
        for path in (root / top, *(root / top).rglob("*")):
            if not path.is_symlink():
                yield path, refusal(path)


def refusal(path: Path) -> str:
    """The errno with which a write to a file, or a new file in a directory, is refused."""
    place = path / "e2e" if path.is_dir() else path
    try:
        os.close(os.open(place, os.O_WRONLY | (os.O_CREAT if path.is_dir() else 0), 0o600))
    except OSError as error:
        return errno.errorcode[error.errno or 0]
    if path.is_dir():
        place.unlink()
    return ""


@pytest.mark.parametrize("name", ETC)
def test_each_changing_file_under_etc_is_a_mount_of_its_own(lab: Lab, name: str) -> None:
    assert mounts(lab)[f"/etc/{name}"].fstype == "tmpfs"
    assert lab.file(f"/etc/{name}").read_bytes() == lab.file(f"/system/etc/{name}").read_bytes() != b""


@pytest.mark.parametrize("directory", ["/var", "/run", "/tmp", "/system", "/opt", "/etc/cni", "/etc/kubernetes"])
def test_what_is_writable(lab: Lab, directory: str) -> None:
    path = f"{directory}/e2e"
    assert error_of_writing(lab, path) == ""
    lab.file(path).unlink()


def test_the_release_is_told_in_the_usual_place(lab: Lab) -> None:
    fields = dict(line.split("=", 1) for line in lab.talos("read", "/etc/os-release").splitlines())
    assert (fields["ID"], fields["ID_LIKE"], fields["VERSION_ID"]) == ("libtalos", "talos", libtalos.__version__)
    assert fields["PRETTY_NAME"] == f'"libtalos ({libtalos.__version__})"'


def test_there_is_no_shell(lab: Lab) -> None:
    names = {path.name for place in ("/usr/bin", "/usr/sbin") for path in lab.file(place).iterdir()}
    assert not names & {"sh", "bash", "dash", "busybox", "ssh", "sshd", "login", "su"}
    assert "python3.11" in names


def test_the_disk_is_behind_var(lab: Lab) -> None:
    size = os.statvfs(lab.file("/var"))
    assert mounts(lab)["/var"].fstype == "xfs"
    assert 0.8 * 2**30 < size.f_blocks * size.f_frsize <= 2**30


def test_a_directory_is_copied_through_the_api(lab: Lab, tmp_path: Path) -> None:
    lab.talos("copy", "/etc/ssl/certs", str(tmp_path / "certs"))
    there = {path.name: path for path in lab.file("/etc/ssl/certs").iterdir()}
    copied = {path.name: path for path in (tmp_path / "certs").iterdir()}
    assert copied.keys() == there.keys() != set()
    for name, path in copied.items():
        if path.is_symlink():
            assert path.readlink() == there[name].readlink()
        else:
            assert path.read_bytes() == there[name].read_bytes()


def test_what_the_disk_holds_is_counted(lab: Lab) -> None:
    (found,) = lab.documents("usage", "/var/lib", "-d", "1")
    sizes = {entry["name"]: entry["size"] for entry in found}
    assert sizes["/var/lib/etcd"] > 60 << 20, "etcd preallocates its log"
    assert sizes["/var/lib"] >= sum(size for name, size in sizes.items() if name != "/var/lib")
