"""Handing the rendered files to the component that owns /etc, until it has them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from libtalos.bus.errors import BusError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from structlog.stdlib import BoundLogger


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

    def __init__(self, *, files: EtcFiles, backoff: Backoff, written: Callable[[], None], log: BoundLogger) -> None:
        """Build it; written is called when all files have become as wanted."""
        self._files = files
        self._backoff = backoff
        self._written_all = written
        self._log = log
        self._wanted: dict[str, bytes] = {}
        self._written: dict[str, bytes] = {}
        self._errors: dict[str, str] = {}
        self._changed = asyncio.Event()

    @property
    def ready(self) -> bool:
        """Whether files are wanted and all of them are written."""
        return bool(self._wanted) and not self._due()

    def want(self, files: Mapping[str, bytes]) -> None:
        """Take new contents; run does the rest."""
        self._wanted = dict(files)
        if self._due():
            self._changed.set()

    async def run(self) -> None:
        """Write what is due, for ever. Nothing is given up: the owner may come up later, or be restarted."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            while due := self._due():
                if all([await self._write(name, self._wanted[name]) for name in due]):
                    self._backoff.succeeded()
                else:
                    await self._backoff.wait()
            self._written_all()

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
