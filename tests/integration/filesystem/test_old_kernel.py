"""The image's mount table where the kernel refuses the mount API of Linux 5.2: a seccomp filter, as engines have it."""

import ctypes
import errno
from pathlib import Path

import pytest

from libtalos.linux import fsmount
from libtalos.linux.mount import MS_BIND, MS_RDONLY, MS_REMOUNT, mount
from libtalos.linux.mounterror import MountError
from libtalos.linux.prctl import prctl
from libtalos.mounts import StepError, take_down
from libtalos.mounts.rows import MOUNTING
from tests.integration.filesystem.conftest import Inside
from tests.integration.filesystem.test_tree import ROWS, TABLE, Scratch, scratch

pytestmark = pytest.mark.root
# open_tree(2) to fspick(2), mount_setattr(2)
NEW_CALLS = (*range(428, 434), 442)
PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 22, 2
# linux/bpf_common.h, linux/seccomp.h: load the call's number, compare, return
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, ERRNO = 0x7FFF0000, 0x00050000


class Instruction(ctypes.Structure):
    """struct sock_filter."""

    _fields_ = (("code", ctypes.c_uint16), ("jt", ctypes.c_uint8), ("jf", ctypes.c_uint8), ("k", ctypes.c_uint32))


class Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("length", ctypes.c_uint16), ("filter", ctypes.POINTER(Instruction)))


def refuse_new_calls(number: int) -> None:
    """Have the kernel answer them so to this thread, and to the programs that it runs, from now on."""
    count = len(NEW_CALLS)
    compared = [(EQUAL, count - index, 0, call) for index, call in enumerate(NEW_CALLS)]
    code = [(LOAD, 0, 0, 0), *compared, (RETURN, 0, 0, ALLOW), (RETURN, 0, 0, ERRNO | number)]
    instructions = (Instruction * len(code))(*(Instruction(*each) for each in code))
    program = Program(len(code), instructions)
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, ctypes.addressof(program))
    with pytest.raises(MountError) as refused:
        fsmount.fsopen("tmpfs")
    assert refused.value.errno == number


def drift(root: Path) -> None:
    """A mount without its flags, a file system that is read-only, a file that was replaced, a file without its seal."""
    mount(None, root / "dev/shm", flags=MS_REMOUNT | MS_BIND)
    mount(None, root / "system/state", flags=MS_REMOUNT | MS_RDONLY)
    mount(None, root / "etc/machine-id", flags=MS_REMOUNT | MS_BIND)
    (root / "system/etc/new").write_text("renamed over it\n")
    (root / "system/etc/new").rename(root / "system/etc/hosts")


def options(node: Scratch) -> dict[str, set[str]]:
    """The flags of every mount of the table."""
    view = node.look()
    seen = {row.target: view.mounted(row.target) for row in ROWS if isinstance(row, MOUNTING)}
    return {target: set(mount.options) for target, mount in seen.items() if mount is not None}


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EPERM])
def test_the_whole_table_goes_up_is_kept_and_goes_down(inside: Inside, tmp_path: Path, number: int) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        node.up()
        expected = options(node)
        node.down()

        refuse_new_calls(number)
        node = scratch(tmp_path)
        before = node.targets()
        node.up()
        assert options(node) == expected
        assert node.up() == []
        drift(node.root)
        assert len(node.up()) >= 4
        assert node.up() == []
        assert options(node) == expected
        assert (node.root / "etc/hosts").read_text() == "renamed over it\n"
        for row in TABLE.files():
            with pytest.raises(OSError, match="Read-only file system"):
                (node.root / row.target.lstrip("/")).write_text("past the component")
        list(take_down(ROWS, look=node.look))
        assert node.targets() == before

    inside(body)


def test_an_error_of_mount_has_all_its_parts(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        (node.root / "dev").mkdir()
        (node.root / "dev/shm").write_text("in the way")
        refuse_new_calls(errno.ENOSYS)
        with pytest.raises(
            StepError,
            match=r"/dev/shm \(mount\): cannot mount tmpfs .*: mount\(source=tmpfs, target=.*/dev/shm, type=tmpfs, .*"
            r"ENOTDIR: Not a directory \(source and target have to be both directories or both files\)",
        ):
            node.up()

    inside(body)
