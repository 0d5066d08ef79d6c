"""The program nft: it reads and writes nftables in JSON, a whole list of commands as one transaction.

Why the program and not its library: docs/decisions/0021-nftables.md.
"""

from __future__ import annotations

import asyncio
import errno
from typing import TYPE_CHECKING, Any, Final, Protocol

import msgspec

from services.network.firewall.netfilter import table_flags
from services.network.firewall.table import FAMILY, NAME, Table, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

# seconds; a transaction of a thousand rules takes less than one
_TIMEOUT: Final = 30.0
_SAID: Final = 3


class Ruleset(Protocol):
    """The kernel's packet filter. Both raise OSError."""

    async def read(self) -> Table | None:
        """Return the node's table, None if there is none."""

    async def execute(self, commands: Sequence[Any]) -> None:
        """Carry out commands, all or none."""


class Nft:
    """nftables, in the network namespace of the process."""

    def __init__(self, *, flags: Callable[[], int | None] = table_flags, program: str = "nft") -> None:
        """Use a program; flags asks the kernel for the table's flags, None if there is no table."""
        self._flags = flags
        self._program = program

    async def read(self) -> Table | None:
        """Return the node's table; the program is not started if there is none."""
        flags = self._flags()
        if flags is None:
            return None
        listing = await self._run("-j", "list", "table", FAMILY, NAME)
        try:
            return read_table(listing, flags)
        except (ValueError, KeyError, TypeError) as error:
            raise OSError(
                errno.EBADMSG, f"cannot understand what {self._program} tells of its rules: {error}"
            ) from error

    async def execute(self, commands: Sequence[Any]) -> None:
        """Carry out commands in one transaction."""
        await self._run("-j", "-f", "-", text=msgspec.json.encode({"nftables": commands}))

    async def _run(self, *arguments: str, text: bytes = b"") -> bytes:
        return await asyncio.to_thread(run, (self._program, *arguments), text)


def run(command: Sequence[str], text: bytes) -> bytes:
    """Run a program to its end with text as its input and return its output. Raises OSError with what it said."""
    import subprocess  # noqa: PLC0415 - only a node with a firewall needs it

    try:
        done = subprocess.run(command, input=text, capture_output=True, timeout=_TIMEOUT, check=False)
    except FileNotFoundError as error:
        raise OSError(errno.ENOPKG, f"{command[0]} is not in PATH: the image needs it for a firewall") from error
    except subprocess.TimeoutExpired as error:
        raise TimeoutError(errno.ETIMEDOUT, f"{' '.join(command)}: not done in {_TIMEOUT:.0f} s") from error
    if done.returncode:
        said = " / ".join((done.stderr or done.stdout).decode(errors="replace").strip().splitlines()[:_SAID])
        raise OSError(errno.EIO, f"{' '.join(command)}: exit status {done.returncode}: {said}")
    return done.stdout
