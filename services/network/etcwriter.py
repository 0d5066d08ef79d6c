"""Handing the rendered files to the component that owns /etc, until it has them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final, Protocol

from libtalos.bus.errors import BusError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from structlog.stdlib import BoundLogger


# What a node is not ready without, and in a container: there the resolvers are the business of whoever made it.
NEEDED: Final = ("hosts", "resolv.conf")
NEEDED_IN_CONTAINER: Final = ("hosts",)


class EtcFiles(Protocol):
    """Who writes files under /etc."""

    async def write(self, name: str, contents: bytes) -> None:
        """Replace the contents of a file; raises BusError."""


class Backoff(Protocol):
    """Pauses between tries."""

    def succeeded(self) -> None:
        """Begin again with the shortest pause."""

    async def wait(self) -> None:
        """Wait before the next try."""


class EtcWriter:
    """Keeps files under /etc as wanted."""

    def __init__(
        self,
        *,
        files: EtcFiles,
        backoff: Backoff,
        written: Callable[[], None],
        log: BoundLogger,
        needed: Collection[str] = NEEDED,
    ) -> None:
        """Build it; needed: what has to be written for it to be ready; written is called when it has become so."""
        self._files = files
        self._backoff = backoff
        self._needed = needed
        self._became_ready = written
        self._was_ready = False
        self._log = log
        self._wanted: dict[str, bytes] = {}
        self._written: dict[str, bytes] = {}
        self._errors: dict[str, str] = {}
        self._changed = asyncio.Event()

    @property
    def ready(self) -> bool:
        """Whether those that are needed are wanted, and written as they are wanted."""
        due = self._due()
        return all(name in self._wanted and name not in due for name in self._needed)

    def want(self, files: Mapping[str, bytes]) -> None:
        """Take new contents; run does the rest."""
        self._wanted = dict(files)
        if self._due():
            self._was_ready = self.ready
            self._changed.set()

    async def run(self) -> None:
        """Write what is due, for ever. Nothing is given up: the owner may come up later, or be restarted."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            while due := self._due():
                written = [await self._write(name, self._wanted[name]) for name in due]
                self._tell()
                if all(written):
                    self._backoff.succeeded()
                else:
                    await self._backoff.wait()

    def _tell(self) -> None:
        if self.ready and not self._was_ready:
            self._became_ready()
        self._was_ready = self.ready

    async def _write(self, name: str, contents: bytes) -> bool:
        try:
            await self._files.write(name, contents)
        except (BusError, OSError) as error:
            self._complain(name, str(error) or type(error).__name__)
            return False
        self._written[name] = contents
        self._errors.pop(name, None)
        self._log.info("file written", file=f"/etc/{name}", size=len(contents))
        return True

    def _due(self) -> list[str]:
        return [name for name, contents in self._wanted.items() if self._written.get(name) != contents]

    def _complain(self, name: str, error: str) -> None:
        # once for each reason, not once for each try
        if self._errors.get(name) != error:
            self._errors[name] = error
            self._log.warning("file not written; trying again", file=f"/etc/{name}", error=error)
