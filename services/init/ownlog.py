"""init's own log: on the console, and readable over the contract as the log of any service."""

from __future__ import annotations

from typing import Protocol, TextIO

# bytes that are kept until there is a log to write to: the early mounts say a few lines
EARLY = 64 * 1024


class Log(Protocol):
    """A log of libtalos.supervise."""

    def write(self, data: bytes) -> None:
        """Append."""
        ...


class OwnLog:
    """A text stream for make_logger, which writes to the console and, once there is one, to a log."""

    def __init__(self, console: TextIO) -> None:
        self._console = console
        self._log: Log | None = None
        self._early = bytearray()
        self._writing = False

    def attach(self, log: Log) -> None:
        """Write to this log too, beginning with what was said before."""
        self._log = log
        self._append(bytes(self._early))
        self._early.clear()

    def write(self, text: str) -> int:
        """Write. Something that goes wrong with the log is told on the console only, or it would go round and round."""
        if self._log is None:
            self._early += text.encode()[: EARLY - len(self._early)]
        else:
            self._append(text.encode())
        return self._console.write(text)

    def flush(self) -> None:
        """Flush the console."""
        self._console.flush()

    def isatty(self) -> bool:
        """Whether the console is a terminal."""
        return self._console.isatty()

    def _append(self, data: bytes) -> None:
        if self._log is None or self._writing:
            return
        self._writing = True
        try:
            self._log.write(data)
        finally:
            self._writing = False
