"""What acts when the node does not, and when memory runs out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from libtalos.config.document import Document, Fault
from libtalos.config.written import Duration

SECOND: Final = 10**9  # nanoseconds
SHORTEST_TIMEOUT: Final = Duration(10 * SECOND)  # upstream's limit
DEFAULT_TIMEOUT: Final = Duration(60 * SECOND)


class WatchdogTimerConfig(Document, frozen=True, kw_only=True):
    """The machine is reset once the node has said nothing for timeout."""

    device: str
    timeout: Duration = msgspec.field(default_factory=lambda: DEFAULT_TIMEOUT)

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        if not self.device.startswith("/dev/"):
            yield Fault("device", f'"{self.device}" is not a device such as /dev/watchdog0')
        if self.timeout.value < SHORTEST_TIMEOUT.value:
            yield Fault("timeout", f"{self.timeout} is less than {SHORTEST_TIMEOUT}")


class OOMConfig(Document, frozen=True):
    """When something is to be killed for its memory, and what: expressions in the Common Expression Language.

    Empty ones, and no interval, leave it to the defaults.
    """

    trigger_expression: str = ""
    cgroup_ranking_expression: str = ""
    sample_interval: Duration | None = None

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        if self.sample_interval is not None and self.sample_interval.value <= 0:
            yield Fault("sampleInterval", "must be more than 0s")
