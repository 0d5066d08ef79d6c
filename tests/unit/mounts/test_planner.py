"""What the planner finds missing, from rows and a made-up view; nothing is mounted here."""

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from libtalos.linux.mount import MS_NODEV, MS_NOEXEC, MS_NOSUID, MS_RDONLY
from libtalos.linux.mountinfo import MountInfo, parse_line
from libtalos.mounts import Facts, Owner, View, missing, plan
from libtalos.mounts.operations import Operation
from libtalos.mounts.operations.files import Attributes, MakeDirectory, MakeFile, MakeLink, MakeNode, SetAttributes
from libtalos.mounts.operations.images import FormatImage, MakeImage, MountImage
from libtalos.mounts.operations.mounting import Bind, MakeWritable, Mount, Rebind, SetFlags, Share, Unmount
from libtalos.mounts.rows import (
    DirectoryRow,
    FileRow,
    Generator,
    LinkRow,
    MountRow,
    NodeRow,
    OverlayRow,
    ShareRow,
    VolumeRow,
)

SEALED = MS_RDONLY | MS_NOSUID | MS_NODEV | MS_NOEXEC
FACTS = Facts(hostname=lambda: "node1", new_machine_id=lambda: "0" * 32)
RUN = MountRow(target="/run", type="tmpfs", options=("nosuid", "mode=0755"))
VAR = VolumeRow(target="/var", image="/disks/E.img", label="EPHEMERAL", size="1GiB", options=("nodev",))
HOSTS = FileRow(target="/etc/hosts", source="/system/etc/hosts", contents="127.0.0.1 localhost\n")
OPT = OverlayRow(target="/opt", state="/var/overlays", options=("nosuid",))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty tree."""
    path = tmp_path / "root"
    path.mkdir()
    return path.resolve()


def seen(root: Path, *mounts: MountInfo) -> View:
    """A view with these mounts."""
    return View(root, mounts)


def mounted(root: Path, target: str, fstype: str = "tmpfs", options: str = "rw", optional: str = "") -> MountInfo:
    """A mount below the root."""
    return parse_line(f"70 25 0:39 / {root}{target} {options} {optional}{' ' * bool(optional)}- {fstype} none rw")


def steps_of(*steps: Operation) -> list[Operation]:
    """A plan, of these steps."""
    return list(steps)


def directories(steps: Sequence[object]) -> list[Path]:
    """The directories that the steps make."""
    return [step.path for step in steps if isinstance(step, MakeDirectory)]


def test_a_missing_mount_is_planned_with_its_mount_point(root: Path) -> None:
    steps = missing(RUN, seen(root), FACTS)
    assert steps == steps_of(MakeDirectory(root / "run"), Mount("tmpfs", root / "run", "tmpfs", 2, "mode=0755"))


def test_whatever_is_mounted_already_is_left_alone(root: Path) -> None:
    assert missing(RUN, seen(root, mounted(root, "/run", "ext4", "rw,nosuid")), FACTS) == []


def test_a_directory_gets_its_parents_too(root: Path) -> None:
    row = DirectoryRow(target="/a/b/c", mode=0o700, uid=60, gid=61)
    steps = missing(row, seen(root), FACTS)
    assert directories(steps) == [root / "a", root / "a/b", root / "a/b/c"]
    assert steps[-1] == MakeDirectory(root / "a/b/c", Attributes(0o700, 60, 61))


def test_a_directorys_mode_is_put_right(root: Path) -> None:
    path = root / "a"
    path.mkdir()
    path.chmod(0o751)
    before = Attributes.of(path.stat())
    row = DirectoryRow(target="/a", mode=0o700, uid=before.uid, gid=before.gid)
    assert missing(row, seen(root), FACTS) == [SetAttributes(path, Attributes(0o700, before.uid, before.gid), before)]
    path.chmod(0o700)
    assert missing(row, seen(root), FACTS) == []


def test_a_file_in_the_place_of_a_directory_is_refused(root: Path) -> None:
    (root / "a").write_text("")
    with pytest.raises(NotADirectoryError, match=f"{root}/a has to be a directory but is none"):
        missing(DirectoryRow(target="/a"), seen(root), FACTS)


def test_a_link_is_made_unless_it_is_right(root: Path) -> None:
    row = LinkRow(target="/var/run", to="../run")
    assert missing(row, seen(root), FACTS) == steps_of(
        MakeDirectory(root / "var"), MakeLink(root / "var/run", "../run")
    )
    (root / "var").mkdir()
    (root / "var/run").symlink_to("elsewhere")
    assert missing(row, seen(root), FACTS) == [MakeLink(root / "var/run", "../run")]
    (root / "var/run").unlink()
    (root / "var/run").symlink_to("../run")
    assert missing(row, seen(root), FACTS) == []


def test_a_mount_in_the_place_of_a_link_is_left_alone(root: Path) -> None:
    (root / "bus").mkdir()
    assert missing(LinkRow(target="/bus", to="x"), seen(root, mounted(root, "/bus")), FACTS) == []


def test_a_node_is_made_if_nothing_is_there(root: Path) -> None:
    row = NodeRow(target="/dev/kmsg", major=1, minor=11)
    assert missing(row, seen(root), FACTS)[-1] == MakeNode(root / "dev/kmsg", 1, 11)
    (root / "dev").mkdir()
    (root / "dev/kmsg").write_text("")
    assert missing(row, seen(root), FACTS) == []


def test_a_new_volume_is_made_and_mounted(root: Path) -> None:
    steps = missing(VAR, seen(root), Facts(dev=root / "dev"))
    assert steps == steps_of(
        MakeDirectory(root / "disks"),
        MakeImage(root / "disks/E.img", "EPHEMERAL", 1 << 30),
        MakeDirectory(root / "var"),
        MountImage(root / "disks/E.img", root / "var", "xfs", 4, "", root / "dev"),
        SetAttributes(root / "var", Attributes(0o755)),
    )


def test_the_size_of_a_volume_can_be_set(root: Path) -> None:
    steps = missing(VAR, seen(root), Facts(sizes={"EPHEMERAL": 5 << 30}))
    assert MakeImage(root / "disks/E.img", "EPHEMERAL", 5 << 30) in steps


@pytest.mark.parametrize(
    ("in_progress", "expected"), [(None, [False]), (b"\x01", [True]), (b"\x00", [])], ids=["none", "cut short", "done"]
)
def test_an_image_is_formatted_only_without_a_finished_file_system(
    root: Path, in_progress: bytes | None, expected: list[bool]
) -> None:
    (root / "disks").mkdir()
    head = b"\0" * 512 if in_progress is None else b"XFSB".ljust(126, b"\0") + in_progress
    (root / "disks/E.img").write_bytes(head)
    steps = missing(VAR, seen(root), FACTS)
    assert [step.unfinished for step in steps if isinstance(step, FormatImage)] == expected
    assert not [step for step in steps if isinstance(step, MakeImage)]


def test_a_mounted_volume_is_left_alone(root: Path) -> None:
    assert missing(VAR, seen(root, mounted(root, "/var", "xfs", "rw,nodev")), FACTS) == []


def test_a_mount_that_covers_a_volume_is_taken_away(root: Path) -> None:
    stack = [mounted(root, "/var", "xfs", "rw,nodev"), replace(mounted(root, "/var"), mount_id=71, parent_id=70)]
    assert missing(VAR, seen(root, *stack), FACTS) == [Unmount(root / "var", lazily=True)]


def test_flags_that_a_mount_has_lost_or_got_are_put_right(root: Path) -> None:
    shm = MountRow(target="/dev/shm", type="tmpfs", options=("nosuid", "nodev", "noexec"))
    for has, lost in {"rw,nosuid,nodev": 0, "ro,nosuid,nodev,noexec": MS_RDONLY}.items():
        steps = missing(shm, seen(root, mounted(root, "/dev/shm", options=has)), FACTS)
        assert steps == [SetFlags(root / "dev/shm", MS_NOSUID | MS_NODEV | MS_NOEXEC, lost)]
    assert missing(shm, seen(root, mounted(root, "/dev/shm", options="rw,nosuid,nodev,noexec,relatime")), FACTS) == []


def test_what_init_or_an_engine_mounted_keeps_its_flags(root: Path) -> None:
    row = MountRow(target="/run", type="tmpfs", options=("noexec",), owner=Owner.INIT)
    assert missing(row, seen(root, mounted(root, "/run", options="rw")), FACTS) == []


def test_a_file_system_that_became_read_only_is_made_writable(root: Path) -> None:
    failed = replace(mounted(root, "/var", "xfs", "rw,nodev"), super_options=("ro",))
    assert missing(VAR, seen(root, failed), FACTS) == [MakeWritable(root / "var")]


def test_the_mode_of_a_mounted_directory_is_put_right(root: Path) -> None:
    (root / "var").mkdir()
    (root / "var").chmod(0o777)
    before = Attributes.of((root / "var").stat())
    wanted = Attributes(0o755)
    steps = missing(VAR, seen(root, mounted(root, "/var", "xfs", "rw,nodev")), FACTS)
    assert steps == [SetAttributes(root / "var", wanted, before)]


def test_a_file_is_made_bound_and_sealed(root: Path) -> None:
    (root / "etc").mkdir()
    source, target = root / "system/etc/hosts", root / "etc/hosts"
    assert missing(HOSTS, seen(root), FACTS) == steps_of(
        MakeDirectory(root / "system"),
        MakeDirectory(root / "system/etc"),
        MakeFile(source, b"127.0.0.1 localhost\n"),
        MakeFile(target, b""),
        Bind(source, target, SEALED),
    )


def bound(root: Path, options: str) -> View:
    """HOSTS in place: a hard link has the same inode, as a bind has."""
    for path in ("system/etc", "etc"):
        (root / path).mkdir(parents=True)
    (root / "system/etc/hosts").write_text("written since")
    (root / "etc/hosts").hardlink_to(root / "system/etc/hosts")
    device = (root / "etc").stat().st_dev
    mount = replace(mounted(root, "/etc/hosts", options=options), major=os.major(device), minor=os.minor(device))
    return seen(root, mount)


GUARDED = "ro,nosuid,nodev,noexec"


def test_a_file_in_place_keeps_its_contents(root: Path) -> None:
    assert missing(HOSTS, bound(root, GUARDED), FACTS) == []


def test_a_file_that_is_bound_but_not_sealed_is_sealed(root: Path) -> None:
    assert missing(HOSTS, bound(root, "rw,nosuid"), FACTS) == [SetFlags(root / "etc/hosts", SEALED)]


def test_other_contents_replace_the_file_and_its_bind(root: Path) -> None:
    view = bound(root, GUARDED)
    wanted = Facts(written={"hosts": b"rendered\n"}.get)
    assert missing(HOSTS, view, wanted) == steps_of(
        MakeFile(root / "system/etc/hosts", b"rendered\n", Attributes(0o644)),
        Rebind(root / "system/etc/hosts", root / "etc/hosts", SEALED),
    )
    assert missing(HOSTS, view, Facts(written={"hosts": b"written since"}.get)) == []


def test_another_mode_of_a_source_is_put_right(root: Path) -> None:
    view = bound(root, GUARDED)
    (root / "system/etc/hosts").chmod(0o666)
    before = Attributes.of((root / "system/etc/hosts").stat())
    steps = missing(HOSTS, view, FACTS)
    assert steps == [SetAttributes(root / "system/etc/hosts", Attributes(0o644), before)]


def test_a_bind_whose_source_was_replaced_is_bound_anew(root: Path) -> None:
    view = bound(root, GUARDED)
    (root / "system/etc/hosts").unlink()
    (root / "system/etc/hosts").write_text("another inode")
    assert missing(HOSTS, view, FACTS) == [Rebind(root / "system/etc/hosts", root / "etc/hosts", SEALED)]


def test_what_lies_on_a_bind_is_taken_away_before_it_is_bound_anew(root: Path) -> None:
    """The old bind, after a death between the new one and its end; an engine's below them stays."""
    view = bound(root, GUARDED)
    new = replace(view.mounts[0], mount_id=80)
    old = replace(view.mounts[0], mount_id=71, parent_id=80, root="/system/etc/hosts//deleted")
    engines = replace(view.mounts[0], mount_id=60, minor=view.mounts[0].minor + 1)
    anew = steps_of(
        Unmount(root / "etc/hosts", lazily=True),
        Rebind(root / "system/etc/hosts", root / "etc/hosts", SEALED),
    )
    assert missing(HOSTS, seen(root, old, new), FACTS) == anew
    assert missing(HOSTS, seen(root, replace(new, parent_id=60), engines, old), FACTS) == anew
    assert missing(HOSTS, seen(root, engines, replace(new, parent_id=60)), FACTS) == []


def test_an_engines_file_is_covered_and_not_taken_away(root: Path) -> None:
    view = bound(root, GUARDED)
    (root / "system/etc/hosts").unlink()
    (root / "system/etc/hosts").write_text("another inode")
    engines = replace(view.mounts[0], minor=view.mounts[0].minor + 1)
    assert missing(HOSTS, seen(root, engines), FACTS) == [Bind(root / "system/etc/hosts", root / "etc/hosts", SEALED)]


def test_a_file_that_was_removed_comes_back_as_its_bind_shows_it(root: Path) -> None:
    view = bound(root, GUARDED)
    stale = replace(view.mounts[0], root="/system/etc/hosts//deleted")
    (root / "system/etc/hosts").unlink()
    assert missing(HOSTS, seen(root, stale), FACTS) == steps_of(
        MakeFile(root / "system/etc/hosts", b"written since", Attributes(0o644)),
        Rebind(root / "system/etc/hosts", root / "etc/hosts", SEALED),
    )


def test_what_was_written_last_comes_back_before_what_a_bind_shows(root: Path) -> None:
    view = bound(root, GUARDED)
    stale = replace(view.mounts[0], root="/system/etc/hosts//deleted")
    (root / "system/etc/hosts").unlink()
    wanted = Facts(written={"hosts": b"rendered\n"}.get)
    assert MakeFile(root / "system/etc/hosts", b"rendered\n") in missing(HOSTS, seen(root, stale), wanted)


@pytest.mark.parametrize(
    ("generator", "contents"), [(Generator.HOSTNAME, b"node1\n"), (Generator.MACHINE_ID, b"0" * 32 + b"\n")]
)
def test_first_contents_are_generated(root: Path, generator: Generator, contents: bytes) -> None:
    row = FileRow(target="/etc/x", source="/system/x", generate=generator)
    assert MakeFile(root / "system/x", contents) in missing(row, seen(root), FACTS)


def test_first_contents_are_inherited_from_the_image_or_an_engine(root: Path) -> None:
    row = FileRow(target="/etc/resolv.conf", source="/system/r", contents="# none\n", inherit=True)
    assert MakeFile(root / "system/r", b"# none\n") in missing(row, seen(root), FACTS)
    (root / "etc").mkdir()
    (root / "etc/resolv.conf").write_text("nameserver 192.0.2.1\n")
    assert MakeFile(root / "system/r", b"nameserver 192.0.2.1\n") in missing(row, seen(root), FACTS)


def test_kept_contents_are_the_same_at_every_boot(root: Path) -> None:
    row = FileRow(target="/etc/id", source="/system/id", generate=Generator.MACHINE_ID, keep="/var/id", mode=0o444)
    first = [step for step in missing(row, seen(root), FACTS) if isinstance(step, MakeFile)]
    assert [(step.path, step.contents) for step in first[:2]] == [
        (root / "var/id", b"0" * 32 + b"\n"),
        (root / "system/id", b"0" * 32 + b"\n"),
    ]
    (root / "var").mkdir()
    (root / "var/id").write_bytes(b"kept\n")
    second = [step for step in missing(row, seen(root), FACTS) if isinstance(step, MakeFile)]
    assert [(step.path, step.contents) for step in second[:1]] == [(root / "system/id", b"kept\n")]


def test_an_overlay_gets_its_layers_with_the_declared_mode(root: Path) -> None:
    (root / "opt").mkdir()
    attributes = Attributes(0o711, 1, 2)
    state = root / "var/overlays"
    opt = OverlayRow(target="/opt", state="/var/overlays", options=("nosuid",), mode=0o711, uid=1, gid=2)
    assert missing(opt, seen(root), FACTS) == steps_of(
        MakeDirectory(root / "var"),
        MakeDirectory(state),
        MakeDirectory(state / "opt-diff", attributes),
        MakeDirectory(state / "opt-workdir", attributes),
        Mount(
            "overlay",
            root / "opt",
            "overlay",
            2,
            f"lowerdir={root}/opt,upperdir={state}/opt-diff,workdir={state}/opt-workdir",
        ),
    )


def test_separators_in_overlay_paths_are_hidden(tmp_path: Path) -> None:
    odd = tmp_path / "a:b,c"
    (odd / "opt").mkdir(parents=True)
    mount = missing(OPT, seen(odd), FACTS)[-1]
    assert isinstance(mount, Mount)
    assert mount.data.startswith(f"lowerdir={tmp_path}/a\\:b\\,c/opt,upperdir=")


def test_an_overlay_in_place_is_left_alone_but_another_mount_is_covered(root: Path) -> None:
    (root / "opt").mkdir()
    (root / "opt").chmod(0o755)
    assert missing(OPT, seen(root, mounted(root, "/opt", "overlay", "rw,nosuid")), FACTS) == []
    assert missing(OPT, seen(root, mounted(root, "/opt", "ext4")), FACTS) != []


def test_a_mount_is_shared_once(root: Path) -> None:
    row = ShareRow(target="/run")
    assert missing(row, seen(root, mounted(root, "/run")), FACTS) == [Share(root / "run")]
    assert missing(row, seen(root, mounted(root, "/run", optional="shared:7")), FACTS) == []


def test_what_is_no_mount_of_its_own_is_shared_with_the_one_above(root: Path) -> None:
    assert missing(ShareRow(target="/run"), seen(root), FACTS) == []
    assert missing(ShareRow(target="/"), seen(root), FACTS) == [Share(root)]


def test_a_plan_sees_nothing_of_what_a_mount_is_going_to_hide(root: Path) -> None:
    (root / "var/lib").mkdir(parents=True)
    (root / "disks").mkdir()
    steps = plan([VAR, DirectoryRow(target="/var/lib")], seen(root), FACTS)
    assert directories(steps) == [root / "var/lib"]
    assert steps.index(MakeDirectory(root / "var/lib")) > 0


def test_a_plan_makes_each_directory_once(root: Path) -> None:
    rows = [DirectoryRow(target="/a/b"), DirectoryRow(target="/a/c"), DirectoryRow(target="/a/b/d")]
    made = directories(plan(rows, seen(root), FACTS))
    assert made == [root / "a", root / "a/b", root / "a/c", root / "a/b/d"]


def test_without_proc_everything_is_missing(root: Path) -> None:
    view = View.take(root, root / "proc/self/mountinfo")
    assert view.mounts == ()
    assert missing(RUN, view, FACTS) != []


@pytest.mark.parametrize(
    ("path", "name"), [("", "/"), ("/etc", "/etc"), ("-other/etc", None)], ids=["root", "below", "beside"]
)
def test_paths_are_named_as_on_the_node(root: Path, path: str, name: str | None) -> None:
    assert seen(root).node_path(f"{root}{path}") == name
    assert View(Path("/"), ()).node_path("/etc") == "/etc"
