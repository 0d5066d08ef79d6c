"""News of the files that etcd reads: a set of certificates that somebody wiped is written again."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from pathlib import Path

from libtalos.linux.placewatch import PlaceWatch


async def follow_files(paths: Iterable[Path], changed: Callable[[], None], *, root: Path = Path("/")) -> None:
    """Call changed whenever one of the files may be lost or another, for ever. Raises OSError."""
    loop = asyncio.get_running_loop()
    watch = PlaceWatch(root=root, places=(), files=paths)

    def take() -> None:
        watch.acknowledge()
        if watch.heard():
            watch.refresh()
            changed()

    try:
        watch.refresh()
        loop.add_reader(watch.fileno(), take)
        await asyncio.Event().wait()
    finally:
        loop.remove_reader(watch.fileno())
        watch.close()
