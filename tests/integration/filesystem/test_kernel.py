"""mount(2), mountinfo, loop devices and device nodes against the running kernel."""

import errno
import select
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.linux import loop, mountinfo
from libtalos.linux.mount import MS_BIND, MS_NOSUID, MS_SHARED, mount, umount2
from libtalos.linux.mountinfo import MountWatch
from libtalos.linux.node import is_node, make_node
from tests.integration.filesystem.conftest import MOUNTINFO, Inside

pytestmark = pytest.mark.root
MIB = 1 << 20


def scratch(tmp_path: Path) -> Path:
    """A tmpfs to play on."""
    path = tmp_path.resolve() / "a b"
    path.mkdir()
    mount("scratch", path, "tmpfs", MS_NOSUID, "size=32M,mode=0755")
    return path


def image(path: Path) -> Path:
    """A sparse file."""
    with path.open("wb") as file:
        file.truncate(MIB)
    return path


def at(path: Path) -> mountinfo.MountInfo | None:
    """What this thread sees mounted at path."""
    return mountinfo.at(mountinfo.read(MOUNTINFO), path)


def test_a_mount_is_seen_and_gone_after_umount(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        path = scratch(tmp_path)
        found = at(path)
        assert found is not None
        assert (found.fstype, found.source) == ("tmpfs", "scratch")
        assert "nosuid" in found.options
        assert "size=32768k" in found.super_options
        mount(None, path, flags=MS_SHARED)
        shared = at(path)
        assert shared is not None
        assert shared.shared
        umount2(path)
        assert at(path) is None

    inside(body)


def test_the_kernels_refusals_have_a_reason(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        path = scratch(tmp_path)
        with pytest.raises(OSError, match="does not know that file system type") as unknown:
            mount("x", path, "no-such-type")
        assert unknown.value.errno == errno.ENODEV
        with pytest.raises(OSError, match=r"data='bad=1'\): EINVAL: Invalid argument .an option is unknown"):
            mount("x", path, "tmpfs", data="bad=1")
        (path / "file").write_text("")
        with pytest.raises(OSError, match="both directories or both files"):
            mount(path / "file", path, flags=MS_BIND)
        with pytest.raises(OSError, match="not a mount point"):
            umount2(path / "file")
        with (path / "file").open("rb"), pytest.raises(OSError, match="a process still uses it"):
            umount2(path)

    inside(body)


def test_changes_are_news_once(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        with MountWatch(MOUNTINFO) as watch:
            watch.acknowledge()
            path = scratch(tmp_path)
            assert select.select([watch], [], [], 5)[0]
            watch.acknowledge()
            assert not select.select([watch], [], [], 0)[0]
            umount2(path)
            assert select.select([watch], [], [], 5)[0]

    inside(body)


def test_a_loop_device_is_attached_with_nodes_made_and_goes_with_its_last_user(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        path = scratch(tmp_path)
        (path / "dev").mkdir()
        backing = image(path / "disk.img")
        with loop.attach(backing, dev=path / "dev") as device:
            assert is_node(path / "dev/loop-control", stat.S_IFCHR, loop.LOOP_CONTROL)
            assert device.path == path / f"dev/loop{device.number}"
            assert stat.S_ISBLK(device.path.stat().st_mode)
            assert (loop.backing_file(device.number) or "").endswith("disk.img")
            with device.path.open("r+b") as block:
                block.write(b"through the device")
        assert backing.read_bytes()[:18] == b"through the device"
        assert not (loop.backing_file(device.number) or "").endswith("disk.img")

    inside(body)


def test_a_read_only_loop_device_cannot_be_written(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        path = scratch(tmp_path)
        with (
            loop.attach(image(path / "disk.img"), read_only=True, dev=path) as device,
            device.path.open("r+b", buffering=0) as block,
            pytest.raises(PermissionError),
        ):
            block.write(b"x" * 4096)

    inside(body)


def test_a_lasting_loop_device_is_detached_by_hand(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        path = scratch(tmp_path)
        device = loop.attach(image(path / "disk.img"), autoclear=False, dev=path)
        try:
            device.close()
            assert loop.backing_file(device.number) is not None
        finally:
            loop.detach(device.path)
        assert not (loop.backing_file(device.number) or "").endswith("disk.img")

    inside(body)


def test_many_attach_at_once_and_none_gets_anothers_device(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        path = scratch(tmp_path)
        devices = [loop.attach(image(path / f"{number}.img"), dev=path) for number in range(12)]
        try:
            assert len({device.number for device in devices}) == 12
            for number, device in enumerate(devices):
                assert (loop.backing_file(device.number) or "").endswith(f"{number}.img")
        finally:
            for device in devices:
                device.close()

    inside(body)


def test_a_device_that_is_taken_meanwhile_is_passed_over(
    inside: Inside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """EBUSY from LOOP_CONFIGURE: another process was faster."""

    def body() -> None:
        path = scratch(tmp_path)
        with loop.attach(image(path / "first.img"), dev=path) as taken:
            real: Callable[..., int] = loop.fcntl.ioctl  # type: ignore[attr-defined] # the module's own import
            answers = [taken.number]

            def ioctl(fd: int, request: int, *arguments: object) -> int:
                if request == loop.LOOP_CTL_GET_FREE and answers:
                    return answers.pop()
                return real(fd, request, *arguments)

            monkeypatch.setattr("fcntl.ioctl", ioctl)
            with loop.attach(image(path / "second.img"), dev=path) as device:
                assert device.number != taken.number
            assert answers == []

    inside(body)


def test_a_node_is_made_once(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        path = scratch(tmp_path) / "null"
        assert make_node(path, stat.S_IFCHR, (1, 3)) is True
        assert make_node(path, stat.S_IFCHR, (1, 3)) is False
        assert path.read_bytes() == b""

    inside(body)
