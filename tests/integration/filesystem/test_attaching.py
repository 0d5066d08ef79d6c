"""The mount API with descriptors against the running kernel, and mount(2) where there is none."""

import errno
import itertools
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from libtalos.linux import fsmount, mountinfo
from libtalos.linux.mount import MS_NODEV, MS_NOEXEC, MS_NOSUID, MS_RDONLY, MS_SHARED, mount
from libtalos.linux.mounterror import MountError
from libtalos.mounts import attaching
from tests.integration.filesystem.conftest import MOUNTINFO, Inside

pytestmark = pytest.mark.root
SEALED = MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC


@pytest.fixture(params=["descriptors", "mount(2)"])
def api(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Everything is tried with the kernel's own API, and with one that refuses the new calls."""
    if request.param == "mount(2)":
        for name in ("fsopen", "fspick", "open_tree", "mount_setattr"):
            monkeypatch.setattr(fsmount, name, refuse(name))
    return str(request.param)


def refuse(name: str) -> Callable[..., object]:
    """A call that the kernel does not have."""

    def refused(*_: object, **__: object) -> object:
        raise MountError(errno.ENOSYS, call=name, path="")

    return refused


def scratch(tmp_path: Path) -> Path:
    """A tmpfs to play on."""
    mount("scratch", tmp_path, "tmpfs")
    return tmp_path.resolve()


def at(path: Path) -> mountinfo.MountInfo:
    """What this thread sees mounted at path."""
    found = mountinfo.at(mountinfo.read(MOUNTINFO), path)
    assert found is not None
    return found


def test_a_file_system_has_its_source_flags_and_options(inside: Inside, tmp_path: Path, api: str) -> None:
    def body() -> None:
        place = scratch(tmp_path) / api
        place.mkdir()
        attaching.attach("mine", place, "tmpfs", MS_NOSUID | MS_RDONLY, "size=1M,mode=0711")
        found = at(place)
        assert (found.source, found.fstype) == ("mine", "tmpfs")
        assert {"nosuid", "ro", "relatime"} <= set(found.options)
        assert {"size=1024k", "mode=711", "ro"} <= set(found.super_options)
        attaching.make_writable(place)
        assert "nosuid" in at(place).options, "other flags stay"
        attaching.set_flags(place, MS_NOEXEC, MS_RDONLY | MS_NOSUID)
        (place / "file").write_text("writable")
        assert not {"ro", "nosuid"} & set(at(place).options)
        assert "noexec" in at(place).options
        attaching.propagate(place, MS_SHARED)
        assert at(place).shared

    inside(body)


def test_odd_paths_of_an_overlay_are_what_they_are(inside: Inside, tmp_path: Path, api: str) -> None:
    def body() -> None:
        root = scratch(tmp_path) / "a,b:c \\d"
        for name in ("lower", "upper", "work"):
            (root / name).mkdir(parents=True)
        (root / "lower/file").write_text(api)
        hidden = {
            name: str(root / name).replace("\\", "\\\\").replace(":", "\\:").replace(",", "\\,")
            for name in ("lower", "upper", "work")
        }
        data = f"lowerdir={hidden['lower']},upperdir={hidden['upper']},workdir={hidden['work']}"
        attaching.attach("overlay", root / "lower", "overlay", MS_NOSUID, data)
        (root / "lower/new").write_text("")
        assert (root / "lower/file").read_text() == api
        assert (root / "upper/new").exists()

    inside(body)


def test_a_bind_is_sealed_and_its_source_is_not(inside: Inside, tmp_path: Path, api: str) -> None:
    def body() -> None:
        root = scratch(tmp_path)
        (root / "source").write_text(api)
        (root / "target").write_text("")
        attaching.bind(root / "source", root / "target", SEALED)
        with pytest.raises(OSError, match="Read-only file system"):
            (root / "target").write_text("")
        (root / "source").write_text("writable")
        assert {"ro", "nosuid", "nodev", "noexec"} <= set(at(root / "target").options)

    inside(body)


def test_what_covers_a_bind_does_not_cover_its_source(inside: Inside, tmp_path: Path, api: str) -> None:
    """Where the root is shared, as a node's is."""

    def body() -> None:
        root = scratch(tmp_path)
        mount(None, root, flags=MS_SHARED)
        for name in ("source", "target", "other"):
            (root / name).write_text(name)
        attaching.bind(root / "source", root / "target", SEALED)
        attaching.bind(root / "other", root / "target", SEALED)
        assert (root / "target").read_text() == "other", api
        assert (root / "source").read_text() == "source"

    inside(body)


def test_a_bind_takes_the_place_of_another(inside: Inside, tmp_path: Path, api: str) -> None:
    def body() -> None:
        root = scratch(tmp_path)
        (root / "source").write_text("old")
        (root / "target").write_text(api)
        attaching.bind(root / "source", root / "target", SEALED)
        before = len(mountinfo.read(MOUNTINFO))
        (root / "new").write_text("new")
        (root / "new").rename(root / "source")
        assert (root / "target").read_text() == "old"
        attaching.rebind(root / "source", root / "target", SEALED)
        assert (root / "target").read_text() == "new"
        assert len(mountinfo.read(MOUNTINFO)) == before
        assert "ro" in at(root / "target").options

    inside(body)


def test_without_a_place_below_a_mount_the_old_bind_goes_first(
    inside: Inside, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before Linux 6.5."""
    monkeypatch.setattr(fsmount, "MOVE_MOUNT_BENEATH", 0x80000000)
    test_a_bind_takes_the_place_of_another(inside, tmp_path, "old")


def test_who_reads_while_a_file_is_replaced_sees_all_of_one_or_of_the_other(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        root = scratch(tmp_path)
        texts = ["a" * 10_000, "b" * 20_000]
        (root / "source").write_text(texts[0])
        (root / "target").write_text("what the image has")
        attaching.bind(root / "source", root / "target", SEALED)
        seen: list[str] = []
        begun, done = threading.Event(), threading.Event()

        def reader() -> None:
            # a thread of this one, so in the same namespace
            while not done.is_set():
                seen.append((root / "target").read_text())
                begun.set()

        thread = threading.Thread(target=reader)
        thread.start()
        try:
            assert begun.wait(10)
            for text in itertools.islice(itertools.cycle(texts), 300):
                (root / "new").write_text(text)
                (root / "new").rename(root / "source")
                attaching.rebind(root / "source", root / "target", SEALED)
        finally:
            done.set()
            thread.join()
        assert set(seen) <= set(texts)

    inside(body)


def test_an_error_has_call_path_errno_the_kernels_words_and_a_hint(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        root = scratch(tmp_path)
        with pytest.raises(MountError) as caught:
            attaching.attach("x", root, "tmpfs", 0, "bad=1")
        error = caught.value
        assert (error.errno, error.path) == (errno.EINVAL, str(root))
        assert error.call == f"fsconfig(set bad=1) for {root}"
        assert error.kernel == ("tmpfs: Unknown parameter 'bad'",)
        assert str(error).startswith(f"[Errno 22] fsconfig(set bad=1) for {root}: EINVAL: Invalid argument; the kernel")
        assert "says: tmpfs: Unknown parameter 'bad' (an option is unknown" in str(error)
        with pytest.raises(MountError, match=r"fsopen\(no-such-type\): ENODEV: .*does not know that file system type"):
            attaching.attach("x", root, "no-such-type")
        with pytest.raises(MountError, match=r"move_mount\(target=.*/absent.*ENOENT"):
            attaching.attach("x", root / "absent", "tmpfs")
        with pytest.raises(MountError, match=r"open_tree\(.*/absent\): ENOENT"):
            attaching.bind(root / "absent", root)

    inside(body)


def test_a_device_that_cannot_be_mounted_nowhere_is_named(tmp_path: Path) -> None:
    (tmp_path / "device").touch()
    mounting = attaching.detached(tmp_path / "device", "xfs")
    with pytest.raises(MountError, match=r"fsconfig\(create\) for .*/device: ENOTBLK: .*has to be a block device"):
        mounting.__enter__()


def test_a_mount_that_failed_leaves_no_descriptor(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        root = scratch(tmp_path)
        before = len(list(Path("/proc/thread-self/fd").iterdir()))
        for fstype, data in (("tmpfs", "bad=1"), ("overlay", ""), ("xfs", "")):
            with pytest.raises(MountError):
                attaching.attach("x", root, fstype, 0, data)
        with pytest.raises(MountError):
            attaching.bind(root, root / "absent", SEALED)
        assert len(list(Path("/proc/thread-self/fd").iterdir())) == before

    inside(body)


def test_who_may_not_mount_hears_it_from_mount_itself(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An old seccomp filter answers EPERM to calls that it does not know; so mount(2) is asked in any case."""

    def refused(_: str) -> fsmount.Context:
        raise MountError(errno.EPERM, call="fsopen", path="")

    monkeypatch.setattr(fsmount, "fsopen", refused)
    with pytest.raises(MountError, match=r"mount\(source=x, target=.*/absent, type=tmpfs"):
        attaching.attach("x", tmp_path / "absent", "tmpfs")
