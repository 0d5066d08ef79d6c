"""/proc/net/dev: what every device has received and sent since it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator


class Counters(msgspec.Struct, frozen=True):
    """The counters of a device, in the order of the file's columns."""

    name: str
    rx_bytes: int
    rx_packets: int
    rx_errors: int
    rx_dropped: int
    rx_fifo: int
    rx_frame: int
    rx_compressed: int
    rx_multicast: int
    tx_bytes: int
    tx_packets: int
    tx_errors: int
    tx_dropped: int
    tx_fifo: int
    tx_collisions: int
    tx_carrier: int
    tx_compressed: int


def parse_devices(text: str) -> Iterator[Counters]:
    """Read the file; raises ValueError for what is none."""
    for line in text.splitlines()[2:]:
        # the name of a device may have a colon
        name, _, numbers = line.rpartition(":")
        try:
            yield Counters(name.strip(), *map(int, numbers.split()))
        except (ValueError, TypeError) as error:
            raise ValueError(f"cannot understand a line of /proc/net/dev: {line!r}") from error
