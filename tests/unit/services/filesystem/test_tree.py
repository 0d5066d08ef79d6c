"""The tree: which mounts it names, what it remarks, what it publishes."""

from pathlib import Path

import pytest

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
    publisher = Publisher(store=store, tree=tree, etc_files=EtcFiles(rows=table.files(), root=node.root))
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
    files = EtcFiles(rows=table.files(), root=node.root)
    publisher = Publisher(store=store, tree=MountTree(table=table, look=node.look, facts=Facts()), etc_files=files)
    await publisher.publish_etc_files()
    assert list(store.list(EtcFileStatus)) == []
    (node.root / "hosts").write_text("one")
    await publisher.publish_etc_files()
    first = store.get(EtcFileStatus, "hosts").spec.spec_version
    files.write("hosts", b"two")
    await publisher.publish_etc_files()
    assert store.get(EtcFileStatus, "hosts").spec.spec_version != first
    assert store.get(EtcFileStatus, "hosts").metadata.version == 2
