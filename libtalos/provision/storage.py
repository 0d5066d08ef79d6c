"""What outlives a node's processes: directories, machine config and secrets, disks."""

import contextlib
import fcntl
import os
import shutil
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

import msgspec

from libtalos.linux import loop, mountinfo
from libtalos.linux.files import sync_directory, write_atomic
from libtalos.provision.errors import ProvisionError
from libtalos.provision.paths import ClusterPaths, NodeName, NodePaths
from libtalos.provision.state import ClusterState, StateStore
from libtalos.provision.units import format_size

EPHEMERAL: Final = "EPHEMERAL.img"
# mkfs.xfs (6.1) refuses less: "Filesystem must be larger than 300MB".
DISK_MIN: Final = 300 * 2**20

_LOOP_GET_STATUS64: Final = 0x4C05
_LOOP_INFO64_SIZE: Final = 232


class MakeDirectories(msgspec.Struct, frozen=True):
    """Make the cluster's directories and write down what is wanted."""

    store: StateStore
    paths: ClusterPaths
    state: ClusterState

    def describe(self) -> str:
        """Say what execute() does."""
        return f"make {self.paths.directory}"

    def execute(self) -> None:
        """Make the directories, readable by root alone since they hold secrets, and save the state."""
        self.paths.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.store.save(self.state)
        for node in self.state.nodes:
            places = self.paths.node(NodeName(node.name))
            for directory in (places.directory, places.bundle, places.bus, places.disks):
                directory.mkdir(mode=0o700, exist_ok=True)
        sync_directory(self.paths.directory)

    def undo(self) -> None:
        """Remove the cluster's directory with everything in it. Raises ProvisionError if something is mounted there."""
        directory = self.paths.directory
        if not directory.exists():
            return
        mounted = [found.target for found in mountinfo.read() if directory.resolve() in Path(found.target).parents]
        if mounted:
            raise ProvisionError(f"{', '.join(mounted)}: still mounted; unmount it")
        shutil.rmtree(directory)


class Generated(msgspec.Struct, frozen=True):
    """A cluster's secrets and the machine config made from them, each as a YAML document."""

    secrets: bytes
    machine_config: bytes


class ConfigRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What a machine config is made for; addresses are with prefix length where the name says interface."""

    cluster: str
    hostname: str
    interface: str
    node_address: str
    gateway: str


class ConfigSource(Protocol):
    """Makes secrets and machine configs."""

    def generate(self, request: ConfigRequest, secrets: bytes | None) -> Generated:
        """Return the config for a control-plane node, from these secrets or from new ones."""


class WriteConfig(msgspec.Struct, frozen=True):
    """Make the cluster's secrets and the node's machine config, unless they are there."""

    source: ConfigSource
    request: ConfigRequest
    secrets: Path
    config: Path

    def describe(self) -> str:
        """Say what execute() does."""
        return f"generate the machine config of {self.request.hostname}"

    def execute(self) -> None:
        """Write both files; a node that is started again keeps what it was created with."""
        if self.config.exists():
            return
        secrets = self.secrets.read_bytes() if self.secrets.exists() else None
        generated = self.source.generate(self.request, secrets)
        if secrets is None:
            write_atomic(self.secrets, generated.secrets)
        write_atomic(self.config, generated.machine_config)

    def undo(self) -> None:
        """Remove both files."""
        self.config.unlink(missing_ok=True)
        self.secrets.unlink(missing_ok=True)


class MakeDisk(msgspec.Struct, frozen=True):
    """Make the image of the node's EPHEMERAL volume: a sparse file, formatted by the node."""

    paths: NodePaths
    size: int

    def describe(self) -> str:
        """Say what execute() does."""
        return f"make a disk of {format_size(self.size)}"

    def execute(self) -> None:
        """Make the file, unless it is there."""
        with contextlib.suppress(FileExistsError), (self.paths.disks / EPHEMERAL).open("xb") as stream:
            os.truncate(stream.fileno(), self.size)

    def undo(self) -> None:
        """Detach loop devices that the node left on its disks, and remove what is on them."""
        if not self.paths.disks.is_dir():
            return
        images = {(status.st_dev, status.st_ino) for status in map(os.stat, self.paths.disks.iterdir())}
        for device, backing in _loop_devices():
            if backing in images:
                loop.detach(device)
        for entry in self.paths.disks.iterdir():
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)  # a volume that is a directory, such as STATE
            else:
                entry.unlink()


def check_disk_size(size: int) -> int:
    """Return size (bytes). Raises ProvisionError if XFS cannot be made on so little."""
    if size < DISK_MIN:
        raise ProvisionError(f"--disk-size {format_size(size)}: XFS needs at least {format_size(DISK_MIN)}")
    return size


def _loop_devices() -> Iterator[tuple[Path, tuple[int, int]]]:
    """Yield every attached loop device with the device and inode numbers of the file behind it.

    By number and not by path: sysfs shows the path that the file had in the namespace of whoever attached it.
    """
    for attached in Path("/sys/block").glob("loop*/loop"):
        device = Path("/dev") / attached.parent.name
        with contextlib.suppress(OSError):
            yield device, _backing(device)


def _backing(device: Path) -> tuple[int, int]:
    fd = os.open(device, os.O_RDONLY | os.O_CLOEXEC)
    try:
        info = fcntl.ioctl(fd, _LOOP_GET_STATUS64, bytes(_LOOP_INFO64_SIZE))
    finally:
        os.close(fd)
    number, inode = struct.unpack_from("=QQ", info)
    return number, inode
