"""What the machine config says of the clock, besides the servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from libtalos.config.documents.network.host import TimeSyncConfig
    from libtalos.config.network import TimeSection
    from libtalos.config.written import Duration


class TimeSettings(msgspec.Struct, frozen=True, kw_only=True):
    """Whether servers set the clock. boot_timeout: seconds after which nothing waits for that; None is never."""

    enabled: bool = True
    boot_timeout: float | None = None


def read_time(section: TimeSection | None) -> TimeSettings:
    """Read machine.time; a timeout of 0 is none, as upstream has it."""
    if section is None:
        return TimeSettings()
    return TimeSettings(enabled=not section.disabled, boot_timeout=_seconds(section.boot_timeout))


def read_time_document(document: TimeSyncConfig) -> TimeSettings:
    """Read the document that stands in for machine.time."""
    return TimeSettings(enabled=document.enabled is not False, boot_timeout=_seconds(document.boot_timeout))


def _seconds(timeout: Duration | None) -> float | None:
    return None if timeout is None else timeout.seconds or None
