"""Accepting connections: none is lost from sight, and none holds the end up."""

from __future__ import annotations

import asyncio
import errno
import socket
import ssl
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import structlog
import trustme
from structlog.testing import capture_logs

from libtalos.bus import listener as module
from libtalos.bus.connections import Lost
from libtalos.bus.listener import AT_ONCE, Listener

# turns of the loop in which a connection that waits is accepted and made
TURNS = 10


class Echo(asyncio.Protocol):
    """A connection of a server: notes what happens to it, and sends back what it gets."""

    transport: asyncio.Transport

    def __init__(self, lost: Lost, changed: asyncio.Event) -> None:
        self.lost = lost
        self.changed = changed
        self.told = 0

    @property
    def protocol(self) -> asyncio.BaseProtocol:
        return self

    def go_away(self) -> None:
        self.told += 1

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport  # type: ignore[assignment]
        self.changed.set()

    def data_received(self, data: bytes) -> None:
        self.transport.write(data)

    def connection_lost(self, exc: BaseException | None) -> None:
        self.lost(self)
        self.changed.set()


class Running:
    """A listener with the connections that it has made."""

    def __init__(self, path: Path, tls: ssl.SSLContext | None = None) -> None:
        self.path = path
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.bind(str(path))
        self.sock.listen(512)
        self.sock.setblocking(False)
        self.made: list[Echo] = []
        # a connection was made or lost
        self.changed = asyncio.Event()
        self.listener = Listener(sock=self.sock, make=self._make, log=structlog.stdlib.get_logger(), tls=tls)

    def _make(self, lost: Lost) -> Echo:
        self.made.append(Echo(lost, self.changed))
        return self.made[-1]

    async def until_open(self, count: int) -> None:
        """Return when so many connections are open, and each of them is made."""
        async with asyncio.timeout(5):
            while self.listener.connections != count:
                self.changed.clear()
                await self.changed.wait()

    async def until_none(self) -> None:
        """Return when no connection is open, also if none was ever made."""
        await asyncio.wait_for(self.listener._empty.wait(), 5)
        assert self.listener.connections == 0

    def connect(self) -> socket.socket:
        """A client's socket; the connection waits to be accepted."""
        client = socket.socket(socket.AF_UNIX)
        client.connect(str(self.path))
        client.setblocking(False)
        return client


@pytest.fixture
async def running(tmp_path: Path) -> AsyncIterator[Running]:
    """A listener that is started."""
    running = Running(tmp_path / "s.sock")
    running.listener.start()
    yield running
    if running.sock.fileno() >= 0:
        await running.listener.stop()
    await running.listener.close()


async def turns(count: int = TURNS) -> None:
    """Let the loop turn."""
    for _ in range(count):
        await asyncio.sleep(0)


async def test_a_connection_is_known_until_it_is_closed(running: Running) -> None:
    with running.connect() as client:
        await running.until_open(1)
        await asyncio.get_running_loop().sock_sendall(client, b"text")
        assert await asyncio.get_running_loop().sock_recv(client, 100) == b"text"
    await running.until_open(0)
    assert len(running.made) == 1


async def test_many_that_wait_are_all_taken_a_batch_at_a_time(tmp_path: Path) -> None:
    """The loop turns to something else between them."""
    running = Running(tmp_path / "s.sock")
    clients = [running.connect() for _ in range(2 * AT_ONCE + 1)]
    running.listener._accept()
    assert len(running.listener._connecting) == AT_ONCE
    running.listener.start()
    await running.until_open(len(clients))
    for client in clients:
        client.close()
    await running.listener.stop()
    await running.listener.close()


async def test_what_was_not_accepted_is_left_in_the_backlog_for_the_next(tmp_path: Path) -> None:
    """Somebody else keeps the socket open, as init does."""
    running = Running(tmp_path / "s.sock")
    kept = running.sock.dup()
    running.listener.start()
    await running.listener.stop()
    with running.connect() as client:
        await turns()
        assert running.made == []
        accepted, _ = kept.accept()
        accepted.close()
        assert client.recv(1) == b""
    kept.close()
    await running.listener.close()


async def test_stop_tells_every_connection_also_those_that_are_being_made(running: Running) -> None:
    with running.connect(), running.connect():
        running.listener._accept()  # no turn of the loop yet: they are accepted, and not made
        assert running.listener.connections == 0
        await running.listener.stop()
        assert [echo.told for echo in running.made] == [1, 1]
        assert running.listener.connections == 2
        await running.listener.close()
        assert running.listener.connections == 0


async def test_close_does_not_wait_for_a_peer_that_does_not_read(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FLUSH_TIMEOUT", 0.02)
    with running.connect():
        await running.until_open(1)
        running.made[0].transport.write(bytes(8 << 20))
        await running.listener.close()
        await running.until_open(0)  # it was cut off


async def test_accepting_pauses_when_descriptors_have_run_out(
    running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PAUSE", 0.02)
    failing = Failing(running.sock, OSError(errno.EMFILE, "Too many open files"))
    with capture_logs() as logs, running.connect():
        running.listener._sock = failing  # type: ignore[assignment]
        running.listener._log = structlog.stdlib.get_logger()
        await running.until_open(1)
    assert failing.failed == 1
    told = [(each["event"], each["error"], each["again_in"]) for each in logs]
    assert told == [("cannot accept connections", "Too many open files", 0.02)]


@pytest.mark.parametrize("error", [BlockingIOError(), InterruptedError(), ConnectionAbortedError()])
async def test_a_client_that_has_gone_again_is_no_error(running: Running, error: OSError) -> None:
    failing = Failing(running.sock, error)
    with capture_logs() as logs, running.connect():
        running.listener._sock = failing  # type: ignore[assignment]
        running.listener._log = structlog.stdlib.get_logger()
        await running.until_open(1)
    assert (failing.failed, logs) == (1, [])


class Failing:
    """A listening socket whose first accept fails."""

    def __init__(self, sock: socket.socket, error: OSError) -> None:
        self._sock = sock
        self._error = error
        self.failed = 0

    def accept(self) -> Any:
        if not self.failed:
            self.failed = 1
            raise self._error
        return self._sock.accept()

    def fileno(self) -> int:
        return self._sock.fileno()

    def close(self) -> None:
        self._sock.close()


async def test_stop_while_accepting_pauses(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not taken up again on a socket that is closed."""
    monkeypatch.setattr(module, "PAUSE", 0.01)
    with running.connect():
        running.listener._sock = Failing(running.sock, OSError(errno.ENFILE, "none"))  # type: ignore[assignment]
        running.listener._accept()
        await running.listener.stop()
        await asyncio.sleep(0.02)
    assert running.made == []


async def test_a_peer_that_speaks_no_tls_is_forgotten_and_logged(tmp_path: Path) -> None:
    running = Running(tmp_path / "s.sock", tls=server_context())
    running.listener.start()
    with capture_logs() as logs:
        running.listener._log = structlog.stdlib.get_logger()
        with running.connect() as client:
            client.send(b"GET / HTTP/1.1\r\n\r\n")
            await running.until_none()
    assert [each["event"] for each in logs] == ["a connection was lost before it was made"]
    await running.listener.stop()
    await running.listener.close()


async def test_a_peer_that_does_not_go_on_with_tls_does_not_hold_stop_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FLUSH_TIMEOUT", 0.02)
    running = Running(tmp_path / "s.sock", tls=server_context())
    running.listener.start()
    with running.connect():
        await turns()
        assert running.listener.connections == 1
        await asyncio.wait_for(running.listener.stop(), 5)
        await running.until_none()
    await running.listener.close()


def server_context() -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    trustme.CA().issue_cert("localhost").configure_cert(context)
    return context
