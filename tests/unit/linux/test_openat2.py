"""openat2(2): what stays below a directory, and what its errors say."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from libtalos.linux import openat2 as linux
from libtalos.linux.openat2 import RESOLVE_BENEATH, RESOLVE_IN_ROOT, RESOLVE_NO_SYMLINKS, openat2


@pytest.fixture
def root(tmp_path: Path) -> Iterator[int]:
    """A directory with secret beside it, and links to that in it."""
    (tmp_path / "secret").write_text("outside")
    inside = tmp_path / "root"
    (inside / "d").mkdir(parents=True)
    (inside / "secret").write_text("inside")
    (inside / "absolute").symlink_to("/secret")
    (inside / "d/up").symlink_to("../../secret")
    fd = os.open(inside, os.O_PATH)
    yield fd
    os.close(fd)


def contents(fd: int) -> str:
    """What is in a file, which is closed."""
    with open(fd) as file:
        return file.read()


@pytest.mark.parametrize("path", ["secret", "/secret", "../secret", "absolute", "d/up", "d/../../../secret"])
def test_every_path_ends_below_the_root(root: int, path: str) -> None:
    assert contents(openat2(root, path, os.O_RDONLY, resolve=RESOLVE_IN_ROOT)) == "inside"


@pytest.mark.parametrize("path", ["/secret", "../secret", "absolute", "d/up"])
def test_a_path_that_leaves_is_refused_with_the_reason(root: int, path: str) -> None:
    with pytest.raises(OSError, match="the path leads out of the directory") as caught:
        openat2(root, path, os.O_RDONLY, resolve=RESOLVE_BENEATH)
    assert (caught.value.errno, caught.value.filename) == (errno.EXDEV, path)


def test_links_can_be_refused(root: int) -> None:
    with pytest.raises(OSError, match="a symbolic link where none is followed"):
        openat2(root, "d/up", os.O_RDONLY, resolve=RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS)


def test_a_file_is_made_with_its_mode_and_closed_by_exec(root: int) -> None:
    fd = openat2(root, "d/new", os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode=0o640, resolve=RESOLVE_BENEATH)
    try:
        assert os.fstat(fd).st_mode & 0o777 == 0o640
        assert not os.get_inheritable(fd)
    finally:
        os.close(fd)


def test_a_null_byte_is_refused_and_not_taken_for_the_end(root: int) -> None:
    with pytest.raises(ValueError, match="null byte"):
        openat2(root, "secret\0/../..", os.O_RDONLY)


class Kernel:
    """A libc that answers with errors first."""

    def __init__(self, numbers: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
        self._numbers = numbers
        self.calls = 0
        monkeypatch.setattr(linux, "_libc", self)
        monkeypatch.setattr(
            "libtalos.linux.openat2.ctypes.get_errno", lambda: self._numbers[min(self.calls, len(self._numbers)) - 1]
        )

    def syscall(self, *_arguments: object) -> int:
        """Fail as often as there are errors."""
        self.calls += 1
        return -1 if self.calls <= len(self._numbers) else 7


def test_a_kernel_without_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    Kernel([errno.ENOSYS], monkeypatch)
    with pytest.raises(OSError, match=r"needs Linux 5\.6 or later"):
        openat2(0, "a", os.O_RDONLY)


def test_what_a_rename_or_a_signal_disturbed_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = Kernel([errno.EAGAIN, errno.EINTR, errno.EAGAIN], monkeypatch)
    assert openat2(0, "a", os.O_RDONLY) == 7
    assert kernel.calls == 4


def test_it_is_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    Kernel([errno.EAGAIN] * 5000, monkeypatch)
    with pytest.raises(BlockingIOError):
        openat2(0, "a", os.O_RDONLY)
