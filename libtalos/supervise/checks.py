"""Ready-made health checks. Each one is called without arguments and raises if the service is not healthy."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Sequence
from urllib.parse import urlsplit

import msgspec

from libtalos.supervise.errors import CheckFailedError
from libtalos.supervise.programs import Completed

_STATUS_LINE_LIMIT = 8192


class TcpConnect(msgspec.Struct, frozen=True):
    """Healthy if a TCP connection can be made."""

    host: str
    port: int

    async def __call__(self) -> None:
        """Connect and hang up. Raises OSError."""
        _, writer = await asyncio.open_connection(self.host, self.port)
        await _hang_up(writer)


class UnixConnect(msgspec.Struct, frozen=True):
    """Healthy if someone accepts on a unix socket."""

    path: str

    async def __call__(self) -> None:
        """Connect and hang up. Raises OSError."""
        _, writer = await asyncio.open_unix_connection(self.path)
        await _hang_up(writer)


class HttpGet(msgspec.Struct, frozen=True):
    """Healthy if an HTTP/1.1 GET is answered with a status below 400 (http only, as kubelet's healthz)."""

    url: str

    async def __call__(self) -> None:
        """Ask. Raises OSError, CheckFailedError with the status line."""
        parts = urlsplit(self.url)
        host = parts.hostname or "127.0.0.1"
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        reader, writer = await asyncio.open_connection(host, parts.port or 80, limit=_STATUS_LINE_LIMIT)
        try:
            writer.write(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
            await writer.drain()
            self._judge(await reader.readline())
        finally:
            await _hang_up(writer)

    def _judge(self, line: bytes) -> None:
        words = line.decode("latin-1").split()
        if len(words) < 2 or not words[1].isdigit():
            raise CheckFailedError(f"GET {self.url}: not an HTTP answer: {line[:80]!r}")
        if int(words[1]) >= 400:
            raise CheckFailedError(f"GET {self.url}: {' '.join(words[1:])}")


class Exec(msgspec.Struct, frozen=True):
    """Healthy if a program ends with exit code 0. `run` is Programs.run."""

    command: Sequence[str]
    run: Callable[[Sequence[str]], Awaitable[Completed]]

    async def __call__(self) -> None:
        """Run it. Raises CheckFailedError with how it ended and the last line it said."""
        done = await self.run(self.command)
        if not done.exit.ok:
            said = done.output.decode("utf-8", "replace").strip().rpartition("\n")[2]
            raise CheckFailedError(f"{self.command[0]}: {done.exit.describe()}" + (f": {said}" if said else ""))


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with contextlib.suppress(OSError):  # the answer is known; how the peer takes the hang-up does not matter
        await writer.wait_closed()
