"""The image's mount table on a scratch root: brought about, interrupted anywhere, repaired, used."""

import errno
import itertools
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from libtalos.linux import mountinfo
from libtalos.linux.mount import MS_BIND, MS_RDONLY, MS_REMOUNT, mount, umount2
from libtalos.mounts import Facts, Owner, StepError, View, carry_out, load, plan, take_down
from libtalos.mounts.operations.files import MakeDirectory
from libtalos.mounts.operations.images import MakeImage
from libtalos.mounts.operations.mounting import Bind, Mount, Share
from libtalos.mounts.rows import MOUNTING
from tests.integration.filesystem.conftest import MOUNTINFO, Inside

pytestmark = pytest.mark.root
TABLE = load(Path(__file__).parents[3] / "rootfs/mounts.toml")
ROWS = TABLE.owned_by(Owner.FILESYSTEM)
SIZES = {"EPHEMERAL": 300 << 20}


@dataclass(frozen=True)
class Scratch:
    """A node's tree on a tmpfs, with its disks outside of it, as on a node."""

    root: Path
    disks: Path

    def look(self) -> View:
        """What this thread sees."""
        return View.take(self.root, MOUNTINFO)

    @property
    def facts(self) -> Facts:
        """A small volume, and device nodes inside of the tree."""
        return Facts(sizes=SIZES, dev=self.root / "dev")

    def up(self, steps: int | None = None) -> list[str]:
        """Bring the tree about, or only its first steps, as one who dies then."""
        work = carry_out(ROWS, look=self.look, facts=self.facts)
        return [step.describe() for step in itertools.islice(work, steps)]

    def forget(self) -> None:
        """Remove the disks."""
        for image in self.disks.iterdir():
            image.unlink()

    def targets(self) -> list[str]:
        """Every mount below the root."""
        found = [mount.target for mount in mountinfo.read(MOUNTINFO)]
        return sorted(target for target in found if target.startswith(f"{self.root}/"))

    def down(self) -> None:
        """Unmount everything, the latest first."""
        found = [mount.target for mount in mountinfo.read(MOUNTINFO) if mount.target.startswith(str(self.root))]
        for target in reversed(found):
            umount2(target)


def scratch(tmp_path: Path) -> Scratch:
    """An empty tree."""
    found = Scratch(tmp_path.resolve() / "root", tmp_path.resolve() / "disks")
    for path in (found.root, found.disks):
        path.mkdir(exist_ok=True)
    mount("scratch", found.root, "tmpfs", 0, "mode=0755")
    (found.root / "system/disks").mkdir(parents=True)
    mount(found.disks, found.root / "system/disks", flags=MS_BIND)
    return found


def test_the_tree_is_as_the_design_says(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        assert len(node.up()) > 40
        view, root = node.look(), node.root
        expected = {
            "/system/state": "xfs",
            "/var": "xfs",
            "/opt": "overlay",
            "/etc/cni": "overlay",
            "/dev/shm": "tmpfs",
        }
        for target, fstype in expected.items():
            found = view.mounted(target)
            assert found is not None
            assert found.fstype == fstype
        for target in ("/", "/var", "/etc/cni"):
            shared = view.mounted(target)
            assert shared is not None
            assert shared.shared
        assert (root / "etc/hosts").read_text().startswith("127.0.0.1 localhost\n")
        assert (root / "etc/hostname").read_text() == f"{os.uname().nodename}\n"
        assert (root / "var/lib/etcd").stat().st_mode & 0o7777 == 0o700
        assert (root / "var/lib/etcd").stat().st_uid == 60
        assert (root / "var/run").readlink() == Path("../run")
        assert (node.disks / "EPHEMERAL.img").stat().st_mode & 0o7777 == 0o600

    inside(body)


def test_a_second_run_changes_nothing_and_a_plan_says_so(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        expected = [step.describe() for step in plan(ROWS, node.look(), node.facts)]
        done = node.up()
        assert [step for step in expected if not step.startswith("make directory")] == [
            step for step in done if not step.startswith("make directory")
        ]
        assert plan(ROWS, node.look(), node.facts) == []
        before = node.targets()
        assert node.up() == []
        assert node.targets() == before

    inside(body)


def test_a_death_after_any_step_is_repaired(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        everything = len(node.up())
        complete = node.targets()
        node.down()
        node.forget()
        for steps in range(1, everything, 2):
            node = scratch(tmp_path)
            assert len(node.up(steps)) == steps
            node.up()
            assert node.targets() == complete, f"after a death after step {steps}"
            assert node.up() == []
            node.down()
            node.forget()

    inside(body)


def test_what_is_kept_survives_a_reboot_and_what_is_not_does_not(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        first = scratch(tmp_path)
        first.up()
        machine_id = (first.root / "etc/machine-id").read_text()
        assert len(machine_id) == 33
        (first.root / "opt/plugin").write_text("in a layer")
        (first.root / "var/lib/etcd/member").write_text("data")
        (first.root / "system/etc/hosts").write_text("rendered")
        first.down()
        second = scratch(tmp_path)
        assert not [step for step in second.up() if "XFS" in step]
        assert (second.root / "etc/machine-id").read_text() == machine_id
        assert (second.root / "opt/plugin").read_text() == "in a layer"
        assert (second.root / "var/lib/etcd/member").read_text() == "data"
        assert (second.root / "etc/hosts").read_text() != "rendered"

    inside(body)


def test_a_declared_file_cannot_be_written_under_etc(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        node.up()
        for row in TABLE.files():
            with pytest.raises(OSError, match="Read-only file system") as caught:
                (node.root / row.target.lstrip("/")).write_text("past the component")
            assert caught.value.errno == errno.EROFS

    inside(body)


def test_a_mount_that_was_taken_away_is_put_back_alone(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        node.up()
        umount2(node.root / "opt")
        assert [step.partition(" at ")[0] for step in node.up()] == ["mount overlay overlay"]

    inside(body)


def test_a_replaced_source_is_bound_anew(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        node.up()
        source = node.root / "system/etc/hosts"
        (node.root / "system/etc/new").write_text("renamed over it")
        (node.root / "system/etc/new").rename(source)
        assert (node.root / "etc/hosts").read_text() != "renamed over it"
        assert [step.partition(" ")[0] for step in node.up()] == ["bind"]
        assert (node.root / "etc/hosts").read_text() == "renamed over it"
        assert node.up() == []

    inside(body)


def test_an_image_that_is_mounted_already_is_refused_with_its_name(inside: Inside, tmp_path: Path) -> None:
    """Two nodes on one disk directory would destroy the file system: XFS refuses the second."""

    def body() -> None:
        node = scratch(tmp_path)
        node.up()
        (tmp_path / "second").mkdir()
        other = Scratch(tmp_path.resolve() / "second", node.disks)
        mount("scratch", other.root, "tmpfs")
        (other.root / "system/disks").mkdir(parents=True)
        mount(node.disks, other.root / "system/disks", flags=MS_BIND)
        with pytest.raises(
            StepError, match=r"/system/state .volume.: cannot mount xfs .*only one node can use at a time"
        ):
            other.up()
        assert other.look().mounted("/system/state") is None
        assert (node.root / "var/lib").is_dir()

    inside(body)


def test_an_engines_mounts_are_left_alone_but_its_files_covered(inside: Inside, tmp_path: Path) -> None:
    """As a container engine starts a node: /var is a volume of its own, /etc/resolv.conf a file of its own."""

    def body() -> None:
        node = scratch(tmp_path)
        for path in ("var", "etc"):
            (node.root / path).mkdir()
        mount("engine", node.root / "var", "tmpfs")
        (node.root / "etc/resolv.conf").write_text("")
        (node.disks / "resolv.conf").write_text("nameserver 192.0.2.53\n")
        mount(node.disks / "resolv.conf", node.root / "etc/resolv.conf", flags=MS_BIND)
        node.up()
        found = node.look().mounted("/var")
        assert found is not None
        assert found.source == "engine"
        assert not (node.disks / "EPHEMERAL.img").exists()
        assert (node.root / "etc/resolv.conf").read_text() == "nameserver 192.0.2.53\n"
        (node.root / "system/etc/new").write_text("nameserver 192.0.2.1\n")
        (node.root / "system/etc/new").rename(node.root / "system/etc/resolv.conf")
        assert len(node.up()) == 1
        assert (node.root / "etc/resolv.conf").read_text() == "nameserver 192.0.2.1\n"
        assert (node.disks / "resolv.conf").read_text() == "nameserver 192.0.2.53\n"
        assert node.up() == []

    inside(body)


def test_drift_is_put_right(inside: Inside, tmp_path: Path) -> None:
    """Flags, modes and owners that changed, a file system that became read-only, a mount that covers a volume."""

    def body() -> None:
        node = scratch(tmp_path)
        node.up()
        root = node.root
        mount(None, root / "dev/shm", flags=MS_REMOUNT | MS_BIND)
        mount(None, root / "etc/hosts", flags=MS_REMOUNT | MS_BIND)
        mount(None, root / "system/state", flags=MS_REMOUNT | MS_RDONLY)
        mount("cover", root / "var", "tmpfs")
        (root / "dev/shm").chmod(0o700)
        assert [step.removeprefix("set ").partition(f"{root}/")[::2] for step in node.up()] == [
            ("nosuid,nodev,noexec on ", "dev/shm"),
            ("mode 1777, owner 0:0 on ", "dev/shm (was mode 0700, owner 0:0)"),
            ("make the file system at ", "system/state writable"),
            ("nosuid,nodev,noexec on ", "system/state, no more ro"),
            ("unmount ", "var"),
            ("ro,nosuid,nodev,noexec on ", "etc/hosts"),
        ]
        assert node.up() == []
        (root / "system/state/file").write_text("writable")
        assert (root / "var/lib/etcd").is_dir()

    inside(body)


def test_the_tree_is_taken_down_in_reverse_and_comes_up_again(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        before = node.targets()
        node.up()
        mounted = node.targets()
        done = [step.describe().removeprefix("unmount ") for step in take_down(ROWS, look=node.look)]
        rows = [str(node.root / row.target.lstrip("/")) for row in ROWS if isinstance(row, MOUNTING)]
        assert done == rows[::-1]
        assert node.targets() == before
        node.up()
        assert node.targets() == mounted

    inside(body)


def test_a_mount_in_use_is_named_when_the_tree_is_taken_down(inside: Inside, tmp_path: Path) -> None:
    def body() -> None:
        node = scratch(tmp_path)
        node.up()
        with (
            (node.root / "opt/file").open("wb"),
            pytest.raises(StepError, match=r"/opt .overlay.: cannot unmount .*EBUSY.*process \d+ .* uses .*/opt/file"),
        ):
            list(take_down(ROWS, look=node.look))
        assert node.up() == []

    inside(body)


def check_undo(node: Scratch, make: Callable[[Path], list[Mount | Bind | Share | MakeDirectory | MakeImage]]) -> None:
    """Execute, undo in reverse, and find everything as before."""
    place = node.root / "place"
    place.mkdir()
    before = (node.targets(), sorted(place.rglob("*")))
    steps = make(place)
    for step in steps:
        step.execute()
    assert (node.targets(), sorted(place.rglob("*"))) != before
    for step in reversed(steps):
        step.undo()
    assert (node.targets(), sorted(place.rglob("*"))) == before


@pytest.mark.parametrize(
    "make",
    [
        lambda place: [MakeDirectory(place / "m"), Mount("x", place / "m", "tmpfs"), Share(place / "m")],
        lambda place: [MakeDirectory(place / "m"), Bind(place, place / "m", MS_RDONLY)],
        lambda place: [MakeImage(place / "i", "L", 300 << 20)],
    ],
    ids=["mount", "bind", "image"],
)
def test_operations_can_be_taken_back(
    inside: Inside,
    tmp_path: Path,
    make: Callable[[Path], list[Mount | Bind | Share | MakeDirectory | MakeImage]],
) -> None:
    inside(lambda: check_undo(scratch(tmp_path), make))
