"""The tree: which mounts it names, what it remarks, what it publishes."""

import os
from pathlib import Path

import pytest
from msgspec import structs

from libtalos.linux.mountinfo import parse_line
from libtalos.mounts import Facts, MountTable, View, parse
from libtalos.resources.definitions.runtime import EtcFileStatus, MountStatus
from libtalos.resources.store import ResourceStore
from services.filesystem.etcfiles import EtcFiles
from services.filesystem.resources import Publisher
from services.filesystem.tree import MountTree

TABLE = """
[[row]]
kind = "mount"
owner = "init"
target = "/run"
type = "tmpfs"
[[row]]
kind = "volume"
target = "/var"
image = "/e.img"
label = "EPHEMERAL"
size = "4GiB"
[[row]]
kind = "overlay"
target = "/opt"
state = "/var/overlays"
[[row]]
kind = "file"
target = "/etc/hosts"
source = "/hosts"
"""


@pytest.fixture
def table() -> MountTable:
    """One row of each kind that matters here."""
    return parse(TABLE, "here")


class Node:
    """A node whose mounts the test says."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lines: list[str] = []

    def mount(self, target: str, text: str) -> None:
        """Mount something at target."""
        self.lines.append(f"{len(self.lines) + 50} 1 0:9 / {self.root}{target} {text}")

    def look(self) -> View:
        """What is mounted now."""
        return View(self.root, tuple(parse_line(line) for line in self.lines))


def files_of(table: MountTable, node: Node) -> EtcFiles:
    """The declared files, which nobody writes here."""
    return EtcFiles(rows=table.files(), root=node.root, written={}, bring_about=lambda _: None)


@pytest.fixture
def node(tmp_path: Path) -> Node:
    """A node with an engine's /run and a mount that no table knows."""
    node = Node(tmp_path)
    node.mount("/run", "rw,nosuid shared:1 - tmpfs tmpfs rw,mode=755")
    node.mount("/run/containerd/x", "rw - overlay overlay rw")
    node.mount("/var", "rw,nodev - xfs /dev/loop0 rw,noquota")
    return node


def test_mounts_are_named_by_label_or_target_and_strangers_left_out(table: MountTable, node: Node) -> None:
    tree = MountTree(table=table, look=node.look, facts=Facts())
    assert [(mount.name, mount.target) for mount in tree.in_place()] == [("/run", "/run"), ("EPHEMERAL", "/var")]


def test_only_the_components_own_rows_are_missing(table: MountTable, node: Node) -> None:
    node.lines.clear()
    tree = MountTree(table=table, look=node.look, facts=Facts())
    steps = "\n".join(step.describe() for step in tree.missing())
    assert f"{node.root}/var through a loop device" in steps
    assert f"{node.root}/run" not in steps


def test_a_volume_of_another_size_than_asked_for_is_remarked(table: MountTable, node: Node) -> None:
    with (node.root / "e.img").open("wb") as file:
        file.truncate(1 << 30)
    tree = MountTree(table=table, look=node.look, facts=Facts(sizes={"EPHEMERAL": 2 << 30}))
    assert tree.remarks() == [
        "volume EPHEMERAL has 1 GiB and keeps them, though 2 GiB are asked for: it is sized when it is made"
    ]
    assert MountTree(table=table, look=node.look, facts=Facts(sizes={"EPHEMERAL": 1 << 30})).remarks() == []


async def test_resources_follow_what_is_seen(table: MountTable, node: Node) -> None:
    store = ResourceStore("filesystem", lambda: 0.0, publishes=[MountStatus, EtcFileStatus])
    tree = MountTree(table=table, look=node.look, facts=Facts())
    publisher = Publisher(store=store, tree=tree, etc_files=files_of(table, node))
    await publisher.publish_mounts()
    status = store.get(MountStatus, "EPHEMERAL").spec
    assert (status.source, status.target, status.filesystem_type) == ("/dev/loop0", "/var", "xfs")
    assert status.options == ("rw", "nodev", "noquota")
    version = store.get(MountStatus, "EPHEMERAL").metadata.version
    del node.lines[0]
    await publisher.publish_mounts()
    assert [resource.id for resource in store.list(MountStatus)] == ["EPHEMERAL"]
    assert store.get(MountStatus, "EPHEMERAL").metadata.version == version


async def test_files_are_published_once_they_are_there(table: MountTable, node: Node) -> None:
    store = ResourceStore("filesystem", lambda: 0.0, publishes=[MountStatus, EtcFileStatus])
    files = files_of(table, node)
    publisher = Publisher(store=store, tree=MountTree(table=table, look=node.look, facts=Facts()), etc_files=files)
    await publisher.publish_etc_files()
    assert list(store.list(EtcFileStatus)) == []
    (node.root / "hosts").write_text("one")
    await publisher.publish_etc_files()
    first = store.get(EtcFileStatus, "hosts").spec.spec_version
    (node.root / "hosts").write_text("two")
    await publisher.publish_etc_files()
    assert store.get(EtcFileStatus, "hosts").spec.spec_version != first
    assert store.get(EtcFileStatus, "hosts").metadata.version == 2


KEPT = """
[[row]]
kind = "mount"
owner = "init"
target = "/proc"
type = "no-such-type"
[[row]]
kind = "directory"
owner = "init"
target = "/system"
mode = 0o700
[[row]]
kind = "directory"
target = "/system/etc"
[[row]]
kind = "link"
target = "/link"
to = "system"
"""


def kept_tree(root: Path) -> MountTree:
    """A tree whose owner is who runs the test, and whose first row nobody can bring about."""
    table = parse(KEPT, "here")
    rows = [
        structs.replace(row, uid=os.getuid(), gid=os.getgid()) if hasattr(row, "uid") else row for row in table.rows
    ]
    (root / "system").mkdir(mode=0o700)
    (root / "system").chmod(0o700)
    look = lambda: View(root, ())  # noqa: E731 - nothing is mounted
    tree = MountTree(table=MountTable(tuple(rows)), look=look, facts=Facts())
    list(tree.complete())
    tree.settle()
    return tree


def test_what_was_in_place_is_kept_whoever_made_it(tmp_path: Path) -> None:
    tree = kept_tree(tmp_path)
    assert tree.repair() == []
    (tmp_path / "system/etc").rmdir()
    (tmp_path / "system").rmdir()
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("elsewhere")
    repairs = {repair.row.target: repair for repair in tree.repair()}
    assert list(repairs) == ["/system", "/system/etc", "/link"]
    assert repairs["/link"].steps == (f"link {tmp_path}/link to system",)
    assert not any(repair.error for repair in repairs.values())
    assert (tmp_path / "system").stat().st_mode & 0o777 == 0o700
    assert tree.repair() == []


def test_a_row_that_cannot_be_repaired_does_not_hold_up_the_others(tmp_path: Path) -> None:
    tree = kept_tree(tmp_path)
    (tmp_path / "system/etc").rmdir()
    (tmp_path / "system/etc").write_text("in the way")
    (tmp_path / "link").unlink()
    first, second = tree.repair()
    assert (first.row.target, second.row.target) == ("/system/etc", "/link")
    assert "has to be a directory but is none; remove it" in first.error
    assert second.error == ""
    (tmp_path / "system/etc").unlink()
    assert [repair.error for repair in tree.repair()] == [""]
