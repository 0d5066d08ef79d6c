"""Metrics of a process: named readings, taken when somebody asks."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec


class Reading(msgspec.Struct, frozen=True):
    """One metric: its unit is "bytes", "seconds" or "1" for a count."""

    name: str
    unit: str
    read: Callable[[], float]
    labels: Mapping[str, str]


class Metrics:
    """The readings of one process."""

    def __init__(self) -> None:
        self._readings: list[Reading] = []

    def add(self, name: str, unit: str, read: Callable[[], float], labels: Mapping[str, str] | None = None) -> None:
        """Register a reading; read is called at each request and must be quick."""
        self._readings.append(Reading(name=name, unit=unit, read=read, labels=labels or {}))

    @property
    def readings(self) -> tuple[Reading, ...]:
        """All readings, in the order of registration."""
        return tuple(self._readings)


def add_process_metrics(metrics: Metrics) -> None:
    """Memory, processor time, descriptors and tasks of this process."""
    metrics.add("process_resident_memory_bytes", "bytes", resident_memory)
    metrics.add("process_cpu_seconds_total", "seconds", time.process_time)
    metrics.add("process_open_fds", "1", lambda: float(sum(1 for _ in Path("/proc/self/fd").iterdir())))
    metrics.add("asyncio_tasks", "1", lambda: float(len(asyncio.all_tasks())))


def resident_memory() -> float:
    """Resident set size in bytes (second field of /proc/self/statm, in pages)."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return float(pages * os.sysconf("SC_PAGE_SIZE"))
