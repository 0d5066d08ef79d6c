"""Headers, as Python's tarfile reads them; archives as a whole are read by GNU tar (test_archiving)."""

import io
import os
import stat
import tarfile
from typing import Any

import pytest

from services.filesystem.tarformat import END, RECORD, has_header, header, padding


def status(mode: int = stat.S_IFREG | 0o644, *, uid: int = 0, gid: int = 0, mtime: int = 0, rdev: int = 0) -> Any:
    """What lstat(2) says of a file."""
    values = [mode, 0, 0, 1, uid, gid, 0, 0, 0, 0]
    return os.stat_result(values, {"st_mtime_ns": mtime * 10**9, "st_rdev": rdev})


def reread(raw: bytes, contents: bytes = b"") -> tarfile.TarInfo:
    """The one file of an archive."""
    archive = raw + contents + padding(len(contents)) + END
    assert len(archive) % RECORD == 0
    with tarfile.open(fileobj=io.BytesIO(archive), errors="surrogateescape") as file:
        (found,) = file.getmembers()
    return found


def test_everything_that_lstat_tells_is_in_it() -> None:
    found = reread(header(b"a/b", status(uid=1000, gid=2_000_000, mtime=1_700_000_000), size=3), b"abc")
    assert (found.name, found.size, found.mode) == ("a/b", 3, 0o644)
    assert (found.uid, found.gid, found.mtime) == (1000, 2_000_000, 1_700_000_000)
    assert (found.uname, found.gname) == ("", "")


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        (stat.S_IFREG | 0o6755, tarfile.REGTYPE),
        (stat.S_IFDIR | 0o1777, tarfile.DIRTYPE),
        (stat.S_IFLNK | 0o777, tarfile.SYMTYPE),
        (stat.S_IFIFO | 0o600, tarfile.FIFOTYPE),
        (stat.S_IFCHR | 0o666, tarfile.CHRTYPE),
        (stat.S_IFBLK | 0o660, tarfile.BLKTYPE),
    ],
)
def test_kinds_and_modes(mode: int, kind: bytes) -> None:
    found = reread(header(b"x", status(mode, rdev=os.makedev(259, 70_000)), link=b"to" if stat.S_ISLNK(mode) else b""))
    assert (found.type, found.mode) == (kind, stat.S_IMODE(mode))
    assert found.linkname == ("to" if stat.S_ISLNK(mode) else "")
    if kind in (tarfile.CHRTYPE, tarfile.BLKTYPE):
        assert (found.devmajor, found.devminor) == (259, 70_000)


def test_only_sockets_have_no_header() -> None:
    assert not has_header(stat.S_IFSOCK | 0o777)
    with pytest.raises(KeyError):
        header(b"x", status(stat.S_IFSOCK))


@pytest.mark.parametrize("length", [99, 100, 101, 511, 512, 513, 5000])
def test_names_and_links_of_any_length_and_of_any_bytes(length: int) -> None:
    name, link = b"n\xff" + b"a" * (length - 2), b"l\xfe" + b"b" * (length - 2)
    found = reread(header(name, status(stat.S_IFLNK | 0o777), link=link))
    assert (os.fsencode(found.name), os.fsencode(found.linkname)) == (name, link)


@pytest.mark.parametrize("size", [0o77777777777, 0o100000000000, 1 << 62])
def test_sizes_beyond_eleven_octal_digits(size: int) -> None:
    raw = header(b"x", status(), size=size)
    assert tarfile.TarInfo.frombuf(raw, "utf-8", "strict").size == size


@pytest.mark.parametrize("mtime", [-1, -(1 << 31), 0o77777777777 + 1])
def test_times_before_1970_and_far_off(mtime: int) -> None:
    assert reread(header(b"x", status(mtime=mtime))).mtime == mtime


@pytest.mark.parametrize("owner", [0o7777777, 0o10000000, 4_294_967_294])
def test_owners_beyond_seven_octal_digits(owner: int) -> None:
    found = reread(header(b"x", status(uid=owner, gid=owner)))
    assert (found.uid, found.gid) == (owner, owner)


@pytest.mark.parametrize("size", [0, 1, 511, 512, 513])
def test_contents_are_filled_up_to_a_record(size: int) -> None:
    assert (size + len(padding(size))) % RECORD == 0
    assert len(padding(size)) < RECORD
