"""What the mount table's rows need to know that the table cannot say."""

import os
import uuid
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from libtalos.mounts.rows import Generator, VolumeRow
from libtalos.mounts.sizes import parse_size


def new_machine_id() -> str:
    """Return a random machine ID: 32 lower-case hexadecimal digits, as machine-id(5) has it."""
    return uuid.uuid4().hex


def hostname() -> str:
    """Return the hostname that the kernel has now."""
    return os.uname().nodename


def nothing_written(name: str) -> bytes | None:  # noqa: ARG001 - nobody writes any file
    """Return what the file of that name below /etc is to hold: nobody knows."""
    return None


class Facts(msgspec.Struct, frozen=True):
    """What rows need to know.

    Sizes of volumes by label (bytes) where they differ from the table's, the makers of first contents, and what has
    been written since to files under /etc, by name.
    """

    sizes: Mapping[str, int] = msgspec.field(default_factory=dict)
    dev: Path = Path("/dev")
    hostname: Callable[[], str] = hostname
    new_machine_id: Callable[[], str] = new_machine_id
    written: Callable[[str], bytes | None] = nothing_written

    def size(self, row: VolumeRow) -> int:
        """Return how large the volume is to be made, in bytes."""
        return self.sizes.get(row.label, parse_size(row.size))

    def generate(self, generator: Generator) -> bytes:
        """Return first contents."""
        maker = {Generator.HOSTNAME: self.hostname, Generator.MACHINE_ID: self.new_machine_id}[generator]
        return f"{maker()}\n".encode()
