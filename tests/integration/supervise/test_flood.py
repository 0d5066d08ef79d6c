import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from libtalos.supervise.assembly import Parts
from libtalos.supervise.restart import RestartPolicy
from libtalos.supervise.status import ServiceState, ServiceStatus

from .conftest import until

pytestmark = pytest.mark.root
LINES = 300_000


async def test_a_flood_of_lines_is_rotated_without_splitting_one(
    parts: Parts, run: Callable[..., Awaitable[ServiceStatus]], tmp_path: Path
) -> None:
    parts.logs.use_directory(tmp_path / "log")
    script = f"seq -f '%099.0f' {LINES}"
    await run(script, restart=RestartPolicy.once())
    await until(parts, lambda s: s.state is ServiceState.FINISHED)
    old, new = tmp_path / "log/one.log.1", tmp_path / "log/one.log"
    assert old.stat().st_size <= 5 << 20
    lines = (old.read_bytes() + new.read_bytes()).splitlines()
    assert {len(line) for line in lines} == {99}
    numbers = [int(line) for line in lines]
    assert numbers == list(range(numbers[0], LINES + 1))
    kept = b"".join([piece async for piece in parts.logs.read("one", tail_lines=2)])
    assert [int(line) for line in kept.splitlines()] == [LINES - 1, LINES]


async def test_a_full_disk_does_not_stop_a_service(
    parts: Parts, run: Callable[..., Awaitable[ServiceStatus]], tmp_path: Path, problems: list[str]
) -> None:
    (tmp_path / "log").mkdir()
    (tmp_path / "log/one.log").symlink_to("/dev/full")
    parts.logs.use_directory(tmp_path / "log")
    await run("seq 100000; echo end; exec sleep 600")
    async with asyncio.timeout(10):
        while parts.logs.open("one").ring.last_line() != "end":
            await parts.logs.open("one").changed(parts.logs.open("one").ring.end)
    assert parts.supervisor.services()[0].state is ServiceState.RUNNING
    assert [text for text in problems if "No space left on device" in text] == problems
    assert len(problems) == 1
