"""mount(2) and its relatives: what their errors say (no privileges needed: the kernel looks up the paths first)."""

import errno
from pathlib import Path

import pytest

from libtalos.linux import mount as linux
from libtalos.linux.mount import DATA_MAX, mount, pivot_root, umount2
from libtalos.linux.mounterror import MountError


def test_an_error_names_call_source_target_type_and_a_reason(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(MountError) as caught:
        mount("disk", missing, "xfs", linux.MS_RDONLY, "noquota")
    expected = (
        f"mount(source=disk, target={missing}, type=xfs, flags=0x1, data='noquota'): ENOENT: No such file or directory"
    )
    assert caught.value.strerror == f"{expected} (the source or the target does not exist)"
    assert caught.value.errno == errno.ENOENT
    assert caught.value.path == str(missing)
    assert caught.value.hint == "the source or the target does not exist"


def test_options_that_the_kernel_would_cut_off_are_refused(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=f"longer than {DATA_MAX} bytes") as caught:
        mount("tmpfs", tmp_path, "tmpfs", 0, "x" * (DATA_MAX + 1))
    assert caught.value.errno == errno.E2BIG


def test_a_null_byte_is_refused_and_not_taken_for_the_end(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="null byte"):
        mount("tmpfs\0evil", tmp_path, "tmpfs")


def test_umount_names_its_target(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(MountError, match=rf"umount2\(target={missing}, flags=0x2\)"):
        umount2(missing, linux.MNT_DETACH)


def test_pivot_root_names_both_paths(tmp_path: Path) -> None:
    missing = tmp_path / "missing"
    with pytest.raises(OSError, match=rf"pivot_root\(new_root={missing}, put_old={missing}\)"):
        pivot_root(missing, missing)


def test_pivot_root_on_a_strange_architecture_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Uname:
        machine = "pdp11"

    monkeypatch.setattr("os.uname", Uname)
    with pytest.raises(NotImplementedError, match="pdp11"):
        pivot_root("/", "/")
