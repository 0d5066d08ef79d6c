"""What was seen, as resources."""

from collections.abc import Mapping
from typing import Any

import pytest

from libtalos.resources.definitions.block import DiscoveredVolume, Disk, SystemDisk
from libtalos.resources.spec import ResourceSpec
from services.filesystem import gpt
from services.filesystem.disks.device import Device
from services.filesystem.disks.look import Seen, Volume
from services.filesystem.disks.probe import NOTHING, Found
from services.filesystem.disks.resources import pretty, publish

DATA = "0fc63daf-8483-4772-8e79-3d69d8477de4"


class Store:
    """Remembers what was published last."""

    def __init__(self) -> None:
        self.specs: dict[type[ResourceSpec], Mapping[str, Any]] = {}

    def replace(self, spec_class: type[Any], specs: Mapping[str, Any]) -> None:
        self.specs[spec_class] = specs


def disk(name: str) -> Volume:
    return Volume(Device(name=name, numbers=(8, 0), path=f"/devices/x/block/{name}", size=10**10), Found(name="gpt"))


def part(name: str, parent: str, number: int, label: str, found: Found = NOTHING) -> Volume:
    device = Device(
        name=name, numbers=(8, number), path="/devices/x", size=1 << 20, number=number, parent=parent, start=1 << 20
    )
    return Volume(device, found, gpt.Partition(number, DATA, "u", 2048, 4095, 0, label))


def published(*volumes: Volume, container: bool = False) -> Store:
    store = Store()
    publish(store, Seen(volumes), container=container)
    return store


def test_disks_and_volumes_have_what_was_seen() -> None:
    store = published(disk("sda"), part("sda4", "sda", 4, "META", Found(name="talosmeta")))
    assert list(store.specs[Disk]) == ["sda"]
    assert store.specs[Disk]["sda"].pretty_size == "10 GB"
    assert store.specs[DiscoveredVolume]["sda"].type == "disk"
    assert store.specs[DiscoveredVolume]["sda4"] == DiscoveredVolume(
        dev_path="/dev/sda4",
        type="partition",
        device_path="/devices/x",
        parent="sda",
        parent_dev_path="/dev/sda",
        offset=1 << 20,
        size=1 << 20,
        pretty_size="1.0 MB",
        sector_size=512,
        io_size=512,
        name="talosmeta",
        partition_uuid="u",
        partition_type=DATA,
        partition_label="META",
        partition_index=4,
    )
    assert store.specs[SystemDisk] == {"system-disk": SystemDisk(disk_id="sda", dev_path="/dev/sda")}


def test_the_system_disk_is_the_one_that_has_meta_if_one_alone_has_it() -> None:
    one, other = (disk("sda"), part("sda4", "sda", 4, "META")), (disk("sdb"), part("sdb1", "sdb", 1, "META"))
    assert published(disk("sda"), part("sda1", "sda", 1, "EFI")).specs[SystemDisk] == {}
    assert list(published(*one).specs[SystemDisk]) == ["system-disk"]
    assert published(*one, *other).specs[SystemDisk] == {}
    assert published(*one, container=True).specs[SystemDisk] == {}, "it is the host's"


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (999, "999 B"),
        (1000, "1.0 kB"),
        (9949, "9.9 kB"),
        (9999, "10 kB"),
        (77_070_336, "77 MB"),
        (1 << 20, "1.0 MB"),
        (12884901888, "13 GB"),
        (2**64, "18 EB"),
    ],
)
def test_a_size_looks_as_upstreams(size: int, text: str) -> None:
    assert pretty(size) == text
