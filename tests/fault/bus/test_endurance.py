"""Many calls, connections and streams: afterwards both ends hold what they held before."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
END = (sys.executable, "-m", "tests.fault.bus.endure")
# objects that a process may have more of: what is known of an end that has not been heard of yet
SLACK = 1000
MIB = 1024  # in KiB


@pytest.mark.parametrize(
    ("load", "count", "fragments"),
    # what the allocator may keep between what it gave back: 4 bytes a call, 1.6 KiB a connection or stream
    [("calls", 1_000_000, 4 * MIB), ("connections", 10_000, 16 * MIB), ("streams", 10_000, 16 * MIB)],
)
def test_nothing_is_held_that_was_not_held_before(tmp_path: Path, load: str, count: int, fragments: int) -> None:
    socket = tmp_path / "bus.sock"
    with _server(socket):
        run = subprocess.run(
            [*END, load, socket, str(count)], cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=100
        )
    *_, before, after = json.loads(run.stdout)
    for end in ("client", "server"):
        print(end, before[end], after[end])
        assert after[end]["descriptors"] == before[end]["descriptors"]
        assert after[end]["tasks"] == before[end]["tasks"]
        assert after[end]["objects"] <= before[end]["objects"] + SLACK
        assert after[end]["memory"] <= before[end]["memory"] + fragments


@contextmanager
def _server(socket: Path) -> Iterator[None]:
    with subprocess.Popen([*END, "serve", socket], cwd=ROOT, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            yield
            process.terminate()
            assert process.wait(20) == 0
        finally:
            process.kill()
