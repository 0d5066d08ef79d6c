"""Files are handed over until their owner has them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import structlog
from structlog.testing import capture_logs

from libtalos.bus.errors import NotFoundError, UnavailableError
from services.network.etcwriter import NEEDED, NEEDED_IN_CONTAINER, EtcWriter


class Owner:
    """Takes files, after some refusals."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.calls: list[tuple[str, bytes]] = []

    async def write(self, name: str, contents: bytes) -> None:
        """Take one."""
        if self.errors:
            raise self.errors.pop(0)
        self.calls.append((name, contents))


class Backoff:
    """Counts waits."""

    def __init__(self) -> None:
        self.waits = 0

    def succeeded(self) -> None:
        """Nothing to forget."""

    async def wait(self) -> None:
        """Count."""
        self.waits += 1
        await asyncio.sleep(0)


class Lab:
    """A writer with its owner."""

    def __init__(self, *errors: Exception, needed: Sequence[str] = ("hosts",)) -> None:
        self.owner, self.backoff, self.written = Owner(*errors), Backoff(), asyncio.Event()
        self.writer = EtcWriter(
            files=self.owner,
            backoff=self.backoff,
            written=self.written.set,
            log=structlog.stdlib.get_logger(),
            needed=needed,
        )

    async def settle(self) -> None:
        """Run until everything that is needed is written."""
        self.written.clear()
        task = asyncio.create_task(self.writer.run())
        async with asyncio.timeout(5):
            await self.written.wait()
        task.cancel()
        await asyncio.wait([task])


async def test_only_what_differs_is_written() -> None:
    lab = Lab(needed=("hosts", "hostname"))
    assert not lab.writer.ready
    lab.writer.want({"hosts": b"a", "hostname": b"b"})
    await lab.settle()
    assert lab.writer.ready
    lab.writer.want({"hosts": b"a", "hostname": b"c"})
    assert not lab.writer.ready
    await lab.settle()
    assert lab.owner.calls == [("hosts", b"a"), ("hostname", b"b"), ("hostname", b"c")]


async def test_an_owner_that_is_not_there_yet_is_asked_again_and_told_of_once() -> None:
    refusals = [UnavailableError("no"), UnavailableError("no"), NotFoundError("not declared"), ConnectionResetError()]
    lab = Lab(*refusals)
    lab.writer.want({"hosts": b"a"})
    with capture_logs() as logs:
        await lab.settle()
    assert lab.owner.calls == [("hosts", b"a")]
    assert lab.backoff.waits == 4
    assert [each["error"] for each in logs if each["log_level"] == "warning"] == [
        "no",
        "not declared",
        "ConnectionResetError",
    ]


async def test_one_file_that_is_refused_does_not_keep_the_others_back() -> None:
    lab = Lab(NotFoundError("not declared"), needed=("hosts", "hostname"))
    lab.writer.want({"hosts": b"a", "hostname": b"b"})
    await lab.settle()
    assert lab.owner.calls == [("hostname", b"b"), ("hosts", b"a")]


async def test_a_container_is_ready_without_resolv_conf_and_another_node_is_not() -> None:
    files = {"resolv.conf": b"a", "hosts": b"b"}
    calls = []
    for needed in (NEEDED_IN_CONTAINER, NEEDED):
        lab = Lab(NotFoundError("not declared"), needed=needed)
        lab.writer.want(files)
        await lab.settle()
        assert lab.writer.ready
        calls.append(lab.owner.calls)
        lab.writer.want({"resolv.conf": b"a"})
        assert not lab.writer.ready
    assert calls == [[("hosts", b"b")], [("hosts", b"b"), ("resolv.conf", b"a")]]
