"""Archives of real trees, as GNU tar unpacks them, and of trees that change meanwhile."""

import os
import socket
import subprocess
import tarfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest

from services.filesystem import archiving
from services.filesystem.archiving import Archive, Part, Problem

LARGE = (1 << 20) + 5


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """One of everything that needs no privileges."""
    top = tmp_path / "top"
    (top / "b/c").mkdir(parents=True)
    (top / "empty").touch()
    (top / "a").write_bytes(b"abc")
    (top / "b/large").write_bytes(os.urandom(LARGE))
    (top / "b/c" / ("n" * 200)).write_bytes(bytes(512))
    (top / "b/again").hardlink_to(top / "a")
    (top / "link").symlink_to("b/" + "../b/" * 50)
    (top / "a").chmod(0o4751)
    (top / "b").chmod(0o2750)
    os.mkfifo(top / "pipe")
    os.utime(top / "a", (1, 1_600_000_000))
    os.utime(top / "b", (1, 1_500_000_000))
    Path(os.fsdecode(os.fsencode(top) + b"/\xff")).write_text("no UTF-8")
    return top


def split(parts: Iterator[Part]) -> tuple[bytes, list[Problem]]:
    """The archive and what it says of itself."""
    data, problems = bytearray(), []
    for part in parts:
        if isinstance(part, Problem):
            problems.append(part)
        else:
            data += part
    return bytes(data), problems


def members(archive: bytes) -> dict[str, tarfile.TarInfo]:
    """Its entries by name."""
    with tarfile.open(fileobj=BytesIO(archive)) as file:
        return {member.name: member for member in file}


def described(top: Path) -> dict[str, tuple[object, ...]]:
    """Everything below a directory as find(1) has it, and the contents of files."""
    fields = r"%P\0%y %m %U %G %T@ %l\0"
    output = subprocess.run(["find", top, "-printf", fields], check=True, capture_output=True).stdout
    words = [os.fsdecode(word) for word in output.split(b"\0")[:-1]]
    found: dict[str, tuple[object, ...]] = {}
    for name, text in zip(words[::2], words[1::2], strict=True):
        path = top / name
        regular = path.is_file() and not path.is_symlink()
        # archives have whole seconds
        kind, mode, uid, gid, moment, *link = text.split(" ")
        found[name] = (kind, mode, uid, gid, moment.split(".")[0], link, path.read_bytes() if regular else b"")
    return found


def test_what_gnu_tar_unpacks_is_the_tree(tree: Path, tmp_path: Path) -> None:
    archive, problems = split(Archive(tree, "/").parts())
    assert problems == []
    (tmp_path / "copy").mkdir()
    command = ["tar", "-x", "-p", "-C", str(tmp_path / "copy")]
    unpacked = subprocess.run(command, input=archive, check=True, capture_output=True)
    assert unpacked.stderr == b""
    assert described(tmp_path / "copy") == described(tree)


def test_directories_come_before_what_is_in_them_and_names_are_relative(tree: Path) -> None:
    names = list(members(split(Archive(tree, "/b").parts())[0]))
    assert names == [".", "again", "large", "c", f"c/{'n' * 200}"]


@pytest.mark.parametrize("path", ["/a", "/b/../a", "/a/."])
def test_a_file_alone_has_its_own_name(tree: Path, path: str) -> None:
    if path == "/a/.":
        with pytest.raises(NotADirectoryError):
            split(Archive(tree, path).parts())
        return
    archive, _ = split(Archive(tree, path).parts())
    assert [(entry.name, entry.size) for entry in members(archive).values()] == [("a", 3)]


def test_a_pipe_and_a_device_are_archived_as_such_and_not_opened(tree: Path) -> None:
    assert members(split(Archive(tree, "/pipe").parts())[0])["pipe"].isfifo()
    null = members(split(Archive(Path("/"), "/dev/null").parts())[0])["null"]
    assert (null.ischr(), null.devmajor, null.devminor) == (True, 1, 3)


@pytest.mark.parametrize("path", ["/", "/socket"])
def test_a_socket_is_left_out_with_a_word(tmp_path: Path, path: str) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "socket"))
        archive, problems = split(Archive(tmp_path, path).parts())
    assert problems == [Problem("socket", "a socket: an archive cannot hold it")]
    assert "socket" not in members(archive)


def test_files_of_proc_and_sys_have_their_contents() -> None:
    # one says it is empty, the other that it has 4096 bytes
    for path in ("/proc/sys/kernel/ostype", "/sys/kernel/mm/transparent_hugepage/enabled", "/proc/self/mounts"):
        archive, problems = split(Archive(Path("/"), path).parts())
        with tarfile.open(fileobj=BytesIO(archive)) as file:
            contents = file.extractfile(file.getmembers()[0])
            assert contents is not None
            assert contents.read() == Path(path).read_bytes() != b""
        assert problems == []


def test_a_missing_top_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        split(Archive(tmp_path, "/absent").parts())


def changed(monkeypatch: pytest.MonkeyPatch, top: Path, change: Callable[[], object]) -> tuple[bytes, list[Problem]]:
    """The archive of top that changes as soon as its first file is archived."""
    monkeypatch.setattr(archiving, "BLOCK", 4096)
    parts = Archive(top, "/").parts()
    first = next(parts)
    change()
    data, problems = split(parts)
    assert isinstance(first, bytes)
    return first + data, problems


@pytest.fixture
def changing(tmp_path: Path) -> Path:
    """a is archived first; b, c and the directory d come next."""
    (tmp_path / "d").mkdir()
    for name in ("a", "b", "c", "d/e"):
        (tmp_path / name).write_bytes(name.encode() * 5000)
    return tmp_path


def test_what_vanishes_is_left_out_with_a_word(changing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vanish() -> None:
        (changing / "b").unlink()
        (changing / "d/e").unlink()
        (changing / "d").rmdir()

    archive, problems = changed(monkeypatch, changing, vanish)
    assert problems == [Problem("b", "No such file or directory"), Problem("d", "No such file or directory")]
    assert list(members(archive)) == [".", "a", "c"]


def test_a_link_that_takes_the_place_of_a_file_or_a_directory_is_not_followed(
    changing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace() -> None:
        (changing / "b").unlink()
        (changing / "b").symlink_to("/etc/passwd")
        (changing / "d").rename(changing / "aside")
        (changing / "d").symlink_to("/etc")

    archive, problems = changed(monkeypatch, changing, replace)
    assert [(problem.relative, problem.error.split(" (")[0]) for problem in problems] == [
        ("b", "Too many levels of symbolic links"),
        ("d", "Too many levels of symbolic links"),
    ]
    assert list(members(archive)) == [".", "a", "c"]


def test_a_pipe_that_takes_the_place_of_a_file_is_not_waited_for(
    changing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace() -> None:
        (changing / "b").unlink()
        os.mkfifo(changing / "b")

    archive, problems = changed(monkeypatch, changing, replace)
    assert problems == [Problem("b", "was replaced by something else meanwhile")]
    assert list(members(archive)) == [".", "a", "c", "d", "d/e"]


@pytest.mark.parametrize(
    ("size", "word"), [(LARGE // 2, "shrank while it was read"), (2 * LARGE, "grew while it was read")]
)
def test_a_large_file_that_changes_its_size_leaves_a_valid_archive(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, word: str
) -> None:
    (tmp_path / "a").write_bytes(b"x" * LARGE)
    (tmp_path / "b").write_text("whole")
    archive, problems = changed(monkeypatch, tmp_path, lambda: os.truncate(tmp_path / "a", size))
    found = members(archive)
    assert (found["a"].size, found["b"].size, len(archive) % 512) == (LARGE, 5, 0)
    (problem,) = problems
    assert problem.relative == "a"
    assert word in problem.error


def test_a_file_that_cannot_be_read_is_left_out_with_a_word(changing: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = (changing / "b").stat().st_ino
    real = os.read

    def read(fd: int, count: int) -> bytes:
        if os.fstat(fd).st_ino == bad:
            raise OSError(5, "Input/output error")
        return real(fd, count)

    monkeypatch.setattr("services.filesystem.archiving.os.read", read)
    archive, problems = split(Archive(changing, "/").parts())
    assert problems == [Problem("b", "Input/output error")]
    assert list(members(archive)) == [".", "a", "c", "d", "d/e"]


def test_a_read_that_fails_in_the_middle_is_filled_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"x" * LARGE)
    real, reads = os.read, iter([True, False, False])

    def read(fd: int, count: int) -> bytes:
        if next(reads):
            return real(fd, count)
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("services.filesystem.archiving.os.read", read)
    archive, problems = split(Archive(tmp_path, "/").parts())
    left = LARGE - archiving.BLOCK
    assert problems == [Problem("a", f"Input/output error: the last {left} bytes are zeros")]
    assert members(archive)["a"].size == LARGE
    assert archive[1024 : 1024 + LARGE] == b"x" * archiving.BLOCK + bytes(left)


def test_a_file_that_never_ends_is_cut(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").touch()
    monkeypatch.setattr("services.filesystem.archiving.os.read", lambda _fd, count: b"x" * count)
    archive, problems = split(Archive(tmp_path, "/").parts())
    assert problems == [Problem("a", "grew while it was read: what came last is missing")]
    assert 1 << 20 < members(archive)["a"].size < 2 << 20


def test_blocks_are_bounded_and_so_is_what_is_held(tmp_path: Path) -> None:
    with (tmp_path / "hole").open("wb") as file:
        file.truncate(64 << 20)
    sizes = [len(part) for part in Archive(tmp_path, "/").parts() if isinstance(part, bytes)]
    assert max(sizes) <= 2 * archiving.BLOCK
    assert sum(sizes) == 512 * 2 + (64 << 20) + 1024


def test_an_archive_that_is_left_gives_its_descriptors_back(tree: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    parts = Archive(tree, "/").parts()
    next(parts)
    assert len(list(Path("/proc/self/fd").iterdir())) > before
    parts.close()
    assert len(list(Path("/proc/self/fd").iterdir())) == before
