"""How numbers and times look to people, and the one form that times have for machines."""

from __future__ import annotations

import datetime as dt

from libtalos.provision.units import format_size

__all__ = ["ago", "duration", "size", "timestamp"]

size = format_size


def timestamp(moment: dt.datetime | None, *, precision: str = "milliseconds") -> str:
    """A moment as RFC 3339 in UTC, such as 2026-01-31T08:15:00.250Z. Nothing for None.

    precision is a timespec of datetime.isoformat.
    """
    if moment is None:
        return ""
    return moment.astimezone(dt.UTC).isoformat(timespec=precision).replace("+00:00", "Z")


def duration(span: dt.timedelta) -> str:
    """A span in its two largest units, as upstream prints it: 3d4h, 4h12m, 12m5s, 5s; 0s if it is negative."""
    seconds = max(0, int(span.total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if days:
        return f"{days}d{hours % 24}h"
    if hours:
        return f"{hours}h{minutes % 60}m"
    return f"{minutes}m{seconds % 60}s" if minutes else f"{seconds}s"


def ago(moment: dt.datetime | None, now: dt.datetime) -> str:
    """How long before now a moment was. Nothing for None."""
    return f"{duration(now - moment)} ago" if moment else ""
