"""One look at all disks: what the kernel has, what the partition tables say, what is on each device."""

import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from libtalos.linux.node import is_node, make_block_node
from services.filesystem import gpt
from services.filesystem.disks.device import Device, devices
from services.filesystem.disks.probe import NOTHING, Found, probe


class Volume(msgspec.Struct, frozen=True):
    """A device, what is on it, and for a partition its entry in the table of its disk."""

    device: Device
    found: Found
    entry: gpt.Partition | None = None


class Seen(msgspec.Struct, frozen=True):
    """What a look found: each device once, sorted by name, and what could not be read."""

    volumes: tuple[Volume, ...] = ()
    problems: tuple[str, ...] = ()

    @property
    def disks(self) -> tuple[Device, ...]:
        """The devices that are no partitions."""
        return tuple(volume.device for volume in self.volumes if not volume.device.number)


class Look:
    """Looks at the disks. Blocks.

    A device is read through its node in dev. Where make_nodes is set a missing one is made; a container, which sees the
    disks of its host, reads only those that have been given to it, and knows of the others what sysfs says.
    """

    def __init__(
        self,
        *,
        sys: Path,
        dev: Path,
        make_nodes: bool,
        enrich: Callable[[Device], Device] = lambda device: device,
    ) -> None:
        """Take where to look; enrich adds what udev knows."""
        self._sys = sys
        self._dev = dev
        self._make_nodes = make_nodes
        self._enrich = enrich

    def __call__(self) -> Seen:
        """Return what is there. Raises OSError if there is no sysfs or no libblkid."""
        found = [self._enrich(each) for each in devices(self._sys)]
        problems: list[str] = []
        tables = {disk.name: self._table(disk, problems) for disk in _partitioned(found)}
        volumes = tuple(Volume(each, self._probe(each, problems), _entry(each, tables)) for each in found)
        return Seen(volumes, tuple(dict.fromkeys(problems)))

    def labelled(self, label: str) -> list[Path]:
        """Return the nodes of all partitions with that name in a GPT, and probe none; an unreadable disk has none.

        Raises OSError if there is no sysfs, or if a node cannot be made.
        """
        found = devices(self._sys)
        tables = {disk.name: self._table(disk, []) for disk in _partitioned(found)}
        entries = {each: _entry(each, tables) for each in found}
        nodes = [self.node(each) for each, entry in entries.items() if entry is not None and entry.name == label]
        return [node for node in nodes if node is not None]

    def node(self, device: Device) -> Path | None:
        """Return the node of a device, None if there is none and none is to be made. Raises OSError."""
        path = self._dev / device.name
        if self._make_nodes:
            path.parent.mkdir(parents=True, exist_ok=True)
            make_block_node(path, device.numbers, sys=self._sys)
            return path
        with suppress(FileNotFoundError):
            return path if is_node(path, stat.S_IFBLK, device.numbers) else None
        return None

    def _table(self, disk: Device, problems: list[str]) -> Mapping[int, gpt.Partition]:
        with _noted(disk, problems):
            node = self.node(disk)
            table = None if node is None else read_table(node, disk)
            return {part.number: part for part in table.partitions} if table else {}
        return {}

    def _probe(self, device: Device, problems: list[str]) -> Found:
        with _noted(device, problems):
            node = self.node(device)
            return NOTHING if node is None else probe(node)
        return NOTHING


@contextmanager
def _noted(device: Device, problems: list[str]) -> Iterator[None]:
    """Note that a device cannot be read: the others can."""
    try:
        yield
    except FileNotFoundError:
        pass  # it has gone since it was listed, of which there is news
    except OSError as error:
        problems.append(f"{device.dev_path}: {error.strerror or error}")


def _partitioned(found: Iterable[Device]) -> list[Device]:
    parents = {each.parent for each in found}
    return [each for each in found if each.name in parents]


def read_table(node: Path, disk: Device) -> gpt.Table | None:
    """Return the partition table of a disk, None if it has no GPT. Raises OSError."""
    with node.open("rb", buffering=0) as stream:
        return gpt.read(stream, block=disk.sector_size, last=disk.size // disk.sector_size - 1)


def _entry(device: Device, tables: Mapping[str, Mapping[int, gpt.Partition]]) -> gpt.Partition | None:
    return tables.get(device.parent, {}).get(device.number) if device.number else None
