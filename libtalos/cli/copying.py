"""`talos copy`."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import aclosing
from pathlib import Path
from typing import Annotated

import typer

from libtalos.bus.streams import as_generator
from libtalos.cli import completion
from libtalos.cli.failures import EXIT_FAILED
from libtalos.cli.output import put, say
from libtalos.cli.target import Target, node_command
from libtalos.cli.unpack import unpack
from libtalos.gen.common import Data
from libtalos.gen.machine import CopyRequest, MachineServiceStub

STDOUT = "-"


@node_command
async def copy(
    target: Target,
    path: Annotated[
        str,
        typer.Argument(metavar="PATH", help="Directory or file on the node.", autocompletion=completion.paths),
    ],
    destination: Annotated[
        str, typer.Argument(metavar="DEST", help="Directory here, new or empty; - for a tar.gz on stdout.")
    ],
) -> None:
    """Copy a directory or a file of the node, as files or as a tar.gz.

    In a directory the copies have the rights and the owner of new files; an archive has those of the node. What could
    not be copied as it is, is named on stderr, and the exit code is 1.

    Example: talos copy /var/log ./logs

    Example: talos copy /etc - | tar tzv
    """
    place = None if destination == STDOUT else _empty(Path(destination))
    if place is None and sys.stdout.isatty():
        raise typer.BadParameter("an archive is nothing for a terminal: name a directory, or use a pipe")
    left_out: list[str] = []
    with target.bus() as bus:
        replies = bus.channel("api").stub(MachineServiceStub).copy(CopyRequest(root_path=path))
        async with aclosing(as_generator(_data(replies, left_out))) as data:
            if place is None:
                async for part in data:
                    put(part)
            else:
                left_out += [f"{name}: neither a file, a directory nor a link" for name in await _unpacked(data, place)]
    for text in left_out:
        say(f"warning: {text}")
    if left_out:
        raise typer.Exit(EXIT_FAILED)


def _empty(directory: Path) -> Path:
    """Make the directory if it is not there. Nothing that is there is overwritten, so there may be nothing."""
    directory.mkdir(parents=True, exist_ok=True)
    if next(directory.iterdir(), None) is not None:
        raise typer.BadParameter(f"{directory} is not empty: name a new or an empty directory", param_hint="DEST")
    return directory


async def _data(replies: AsyncIterator[Data], left_out: list[str]) -> AsyncIterator[bytes]:
    async with aclosing(as_generator(replies)) as parts:
        async for part in parts:
            if part.metadata is not None and part.metadata.error:
                left_out.append(part.metadata.error)
            if part.bytes:
                yield part.bytes


async def _unpacked(data: AsyncIterator[bytes], directory: Path) -> list[str]:
    """Unpack while the data comes; a disk that is slow makes the node wait. Return what was left out."""
    source, sink = os.pipe()
    unpacking = asyncio.ensure_future(asyncio.to_thread(unpack, source, directory))
    try:
        async for part in data:
            await asyncio.to_thread(_write, sink, part)
    except BrokenPipeError:
        pass  # the other end has given up, and says why below
    except BaseException:
        os.close(sink)
        await asyncio.gather(unpacking, return_exceptions=True)
        raise
    os.close(sink)
    return await unpacking


def _write(sink: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(sink, rest) :]
