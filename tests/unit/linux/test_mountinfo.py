"""mountinfo: lines as kernels write them."""

import select
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libtalos.linux import mountinfo
from libtalos.linux.mountinfo import MountInfo, MountWatch, parse_line, unescape

ROOT = "25 1 254:0 / / rw,relatime - ext4 /dev/vda rw"
VAR = "67 25 7:0 / /var rw,nosuid,nodev shared:4 master:2 - xfs /dev/loop0 rw,inode64,noquota"


def test_every_field_is_read() -> None:
    assert parse_line(VAR) == MountInfo(
        mount_id=67,
        parent_id=25,
        major=7,
        minor=0,
        root="/",
        target="/var",
        options=("rw", "nosuid", "nodev"),
        optional=("shared:4", "master:2"),
        fstype="xfs",
        source="/dev/loop0",
        super_options=("rw", "inode64", "noquota"),
    )


def test_shared_is_told_from_slave() -> None:
    assert parse_line(VAR).shared
    assert not parse_line(VAR.replace("shared:4 ", "")).shared
    assert not parse_line(ROOT).shared


@pytest.mark.parametrize(
    ("line", "read_only"),
    [
        (ROOT, False),
        (ROOT.replace("/ / rw", "/ / ro"), True),
        (ROOT.replace("vda rw", "vda ro"), True),
        (ROOT.replace("vda rw", "vda rw,errors=remount-ro"), False),
    ],
)
def test_read_only_is_of_the_mount_or_of_the_file_system(line: str, read_only: bool) -> None:
    assert parse_line(line).read_only is read_only


def test_escapes_are_undone() -> None:
    line = r"70 25 0:39 /a\040b /mnt/x\134y\012z rw - tmpfs with\011tab rw,lowerdir=/l\040x"
    found = parse_line(line)
    assert (found.root, found.target, found.source) == ("/a b", "/mnt/x\\y\nz", "with\ttab")
    assert found.super_options == ("rw", "lowerdir=/l x")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_the_kernel_escapes_comes_back(text: str) -> None:
    escaped = "".join(rf"\{ord(char):03o}" if char in " \t\n\\#" else char for char in text)
    assert unescape(escaped) == text


@pytest.mark.parametrize("line", ["", "25 1 254:0 / / rw ext4 /dev/vda rw", "25 1 254:0 / / rw - ext4", "x" + ROOT])
def test_a_bad_line_is_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"expected|separator|invalid literal"):
        parse_line(line)


def test_a_bad_file_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "mountinfo"
    path.write_text(f"{ROOT}\nnonsense\n")
    with pytest.raises(ValueError, match=f"{path}, line 2: no separator"):
        mountinfo.read(path)


def test_names_that_are_no_utf8_and_odd_line_ends_survive(tmp_path: Path) -> None:
    path = tmp_path / "mountinfo"
    path.write_bytes(b"70 25 0:39 / /mnt/\xff\x0c\x85 rw - tmpfs t rw\n")
    (found,) = mountinfo.read(path)
    assert found.target.encode(errors="surrogateescape") == b"/mnt/\xff\x0c\x85"


def test_the_running_kernel_is_understood() -> None:
    assert mountinfo.at(mountinfo.read(), "/") is not None


def test_the_topmost_of_a_stack_is_seen_whatever_the_order() -> None:
    upper = VAR.replace("67 25", "40 67").replace("xfs", "tmpfs")
    for lines in ([ROOT, VAR, upper], [upper, ROOT, VAR]):
        found = mountinfo.at([parse_line(line) for line in lines], Path("/var"))
        assert found is not None
        assert found.fstype == "tmpfs"


def test_nothing_is_at_a_target_without_a_mount() -> None:
    assert mountinfo.at([parse_line(ROOT)], "/var") is None


def test_without_a_change_a_watch_is_not_readable() -> None:
    with MountWatch() as watch:
        watch.acknowledge()
        assert select.select([watch], [], [], 0)[0] == []


def test_a_mount_of_a_removed_file_is_stale() -> None:
    assert parse_line(VAR.replace("7:0 /", "7:0 /etc/hosts//deleted")).stale
    assert not parse_line(VAR).stale
