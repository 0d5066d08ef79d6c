"""Partitions of user volumes on a real (loop) disk: made in what is free, step by step, beside what others have."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from libtalos.config.sizes import Maximum
from libtalos.mounts import filesystems
from services.filesystem.disks.look import Look
from services.filesystem.disks.probe import probe
from services.filesystem.volumes.asked import Asked
from services.filesystem.volumes.known import KnownDisks, OnDisks, OnPartitions
from services.filesystem.volumes.making.maker import Maker, Steps
from tests.integration.filesystem.blank import SYS, Blank, blank, run
from tests.integration.filesystem.disks import forget

pytestmark = pytest.mark.root
MIB = 1 << 20
SIZE = 1000 * MIB
FOREIGN = 'label: gpt\nsize=100MiB, name="windows"\nstart=500MiB, size=50MiB, name="u-other"\n'


class Machine:
    """What a machine with that disk does about volumes."""

    def __init__(self, disk: Blank) -> None:
        look = Look(sys=SYS, dev=Path("/dev"), make_nodes=True)
        self.disk = disk
        self.known = KnownDisks(look)
        self.maker = Maker(look=look, sys=SYS, changed=self.known.changed)
        self.partitions = OnPartitions(look=look, sys=SYS, changed=self.known.changed)
        self.disks = OnDisks(look=look, sys=SYS, changed=self.known.changed)

    def asked(self, **more: object) -> Asked:
        """A wish for this disk and no other one."""
        match = f'disk.dev_path == "{self.disk.device}"'
        return Asked("u-data", **{"match": match, "minimum": 200 * MIB, "where": "here", **more})  # type: ignore[arg-type]

    def do(self, steps: Steps) -> list[str]:
        """Do steps, and tell which."""
        for step in steps:
            step.execute()
        return [step.describe() for step in steps]

    def size(self) -> int:
        """The size of the volume."""
        found = self.known.find("u-data")
        assert found is not None
        return found.location.size

    def partition(self) -> Path:
        """The node of the volume."""
        found = self.known.find("u-data")
        assert found is not None
        return found.node


@contextmanager
def machine(directory: Path, table: str = "", *, sector: int = 512) -> Iterator[Machine]:
    with blank(directory, size=SIZE, sector=sector) as disk:
        if table:
            subprocess.run(["sfdisk", "-q", str(disk.device)], input=table, text=True, check=True, capture_output=True)
            forget(disk.device)
            run("partx", "-a", disk.device)
        yield Machine(disk)


@pytest.mark.parametrize("sector", [512, 4096])
def test_a_blank_disk_gets_a_table_and_all_of_it_is_the_volumes(sector: int, tmp_path: Path) -> None:
    with machine(tmp_path, sector=sector) as node:
        done = node.do(node.maker.partition(node.asked()))
        assert done[0] == f"write an empty GPT to {node.disk.device}"
        assert done[2] == f"add a partition labelled u-data to {node.disk.device}: 1.0 GB"
        assert node.disk.labels() == ["u-data"]
        assert node.size() == SIZE - 2 * MIB
        run("sfdisk", "--verify", node.disk.device)


def test_what_is_free_is_taken_and_what_others_have_stays(tmp_path: Path) -> None:
    with machine(tmp_path, FOREIGN) as node:
        for number in (1, 2):
            node.disk.part(number).write_bytes(os.urandom(50 * MIB))
        before = [node.disk.part(number).read_bytes() for number in (1, 2)]
        entries = node.disk.table()["partitions"]
        node.do(node.maker.partition(node.asked(maximum=Maximum(300 * MIB))))
        assert node.disk.table()["partitions"][:2] == entries
        assert node.disk.labels() == ["windows", "u-other", "u-data"]
        assert node.size() == 300 * MIB
        assert [node.disk.part(number).read_bytes() for number in (1, 2)] == before


@pytest.mark.parametrize(
    ("more", "size"),
    [
        ({"maximum": Maximum(percent=50)}, 224 * MIB),
        ({"maximum": Maximum(100 * MIB, stays_free=True)}, 349 * MIB),
        ({"maximum": Maximum(10**12)}, 449 * MIB),
        ({}, 449 * MIB),
    ],
)
def test_sizes_are_of_the_largest_gap(more: dict[str, object], size: int, tmp_path: Path) -> None:
    with machine(tmp_path, FOREIGN) as node:
        node.do(node.maker.partition(node.asked(**more)))
        assert node.size() == size


def test_what_lay_there_before_is_not_taken_for_the_volume(tmp_path: Path) -> None:
    with machine(tmp_path, 'label: gpt\nsize=400MiB, name="old"\n') as node:
        run("mkfs.xfs", "-q", node.disk.part(1))
        forget(node.disk.device)
        run("sfdisk", "-q", "--no-tell-kernel", "--no-reread", "--delete", node.disk.device, "1")
        node.do(node.maker.partition(node.asked(maximum=Maximum(400 * MIB))))
        assert node.disk.table()["partitions"][0]["start"] == 2048
        assert probe(node.partition()).name == ""


def test_a_plan_after_a_death_at_any_step_does_the_rest(tmp_path: Path) -> None:
    with machine(tmp_path, FOREIGN) as node:
        entries = node.disk.table()["partitions"]
        for count in range(3):  # each of the three is the last one of a run that is cut short
            for step in node.maker.partition(node.asked())[: count + 1]:
                step.execute()
            assert node.disk.table()["partitions"][:2] == entries
        node.do(node.maker.partition(node.asked()))
        assert node.disk.labels() == ["windows", "u-other", "u-data"]
        assert node.size() == 449 * MIB


def test_a_partition_that_the_kernel_does_not_know_is_shown_and_not_made_again(tmp_path: Path) -> None:
    with machine(tmp_path, FOREIGN) as node:
        erase, add, _ = node.maker.partition(node.asked())
        node.do([erase, add])
        shown = node.maker.partition(node.asked())
        assert node.do(shown) == [f"tell the kernel where the partition labelled u-data on {node.disk.device} is"]
        assert node.size() == 449 * MIB


def test_a_plan_that_is_out_of_date_writes_nothing(tmp_path: Path) -> None:
    with machine(tmp_path, FOREIGN) as node:
        late = node.maker.partition(node.asked())
        node.do(node.maker.partition(node.asked()))
        run("mkfs.xfs", "-q", node.partition())
        for step in late[:2]:
            with pytest.raises(OSError, match="has another partition table by now"):
                step.execute()
        assert probe(node.partition()).name == "xfs"


@pytest.mark.parametrize("fstype", ["xfs", "ext4"])
def test_a_volume_grows_into_what_becomes_free_behind_it(fstype: str, tmp_path: Path) -> None:
    with machine(tmp_path) as node:
        wish = node.asked(grow=True, maximum=Maximum(400 * MIB), filesystem=fstype)
        node.do(node.maker.partition(wish))
        filesystems.make(node.partition(), fstype, label="u-data")
        assert node.maker.growth(wish, str(node.disk.device), node.partition()) == []
        larger = wish._replace(maximum=Maximum(600 * MIB))
        grow_partition, grow_filesystem = [*node.maker.growth(larger, str(node.disk.device), node.partition())]
        grow_partition.execute()  # a death between the two
        assert node.size() == 600 * MIB
        (last,) = node.maker.growth(larger, str(node.disk.device), node.partition())
        assert last == grow_filesystem
        last.execute()
        assert filesystems.size(node.partition(), fstype) > 590 * MIB
        assert node.maker.growth(larger, str(node.disk.device), node.partition()) == []


def test_no_room_says_so_for_each_disk(tmp_path: Path) -> None:
    with machine(tmp_path, FOREIGN) as node:
        with pytest.raises(OSError, match=rf"{node.disk.device}: 471 MB are free, and 2.1 GB are the least"):
            node.maker.partition(node.asked(minimum=2000 * MIB))
        with pytest.raises(OSError, match="here takes none of the disks: `talos get disks` lists them"):
            node.maker.partition(node.asked(match="disk.size > 10u * EB"))
        with pytest.raises(ValueError, match=r"here: 'disk\.sizes': no such member"):
            node.maker.partition(node.asked(match="disk.sizes"))


def test_a_disk_with_something_on_it_is_left_alone(tmp_path: Path) -> None:
    with machine(tmp_path) as node:
        run("mkfs.ext4", "-q", node.disk.device)
        with pytest.raises(OSError, match="it has extfs and no GPT"):
            node.maker.partition(node.asked())
        with pytest.raises(OSError, match="has extfs: wipe it, or select another one"):
            node.disks.make(node.asked())


def test_a_whole_disk_is_a_volume_found_by_its_label(tmp_path: Path) -> None:
    with machine(tmp_path) as node:
        wish = node.asked(filesystem="ext4")
        assert node.known.find_disk("u-data", longest=16) is None
        assert node.do(node.disks.make(wish)) == [f"make ext4 on {node.disk.device}, label u-data"]
        found = node.known.find_disk("u-data", longest=16)
        assert found is not None
        assert (found.location.path, found.location.size) == (str(node.disk.device), SIZE)
        assert node.disks.grow(wish, found) == []
