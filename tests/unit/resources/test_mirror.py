"""A mirror tells what is there, then every change, over failures of the source."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
import structlog

from libtalos.bus.errors import PermissionDeniedError
from libtalos.resources.definitions.runtime import MountStatus
from libtalos.resources.mirror import Mirror
from libtalos.resources.spec import Kind, Metadata, Resource
from libtalos.resources.view import Change

LOG = structlog.get_logger()
NOW = datetime.now(UTC)


def mount(kind: Kind, name: str) -> Change[MountStatus]:
    """A change of a mount."""
    metadata = Metadata(namespace="runtime", type="t", id=name, version=1, owner="filesystem", created=NOW, updated=NOW)
    return Change(kind, Resource(metadata, MountStatus(source="x", target=f"/{name}", filesystem_type="xfs")))


class Source:
    """Plays changes, then fails once, then ends the test."""

    def __init__(self, *plays: list[Any]) -> None:
        self.plays = list(plays)

    async def watch(self, spec_class: type[MountStatus]) -> AsyncIterator[Change[MountStatus]]:
        for item in self.plays.pop(0):
            if isinstance(item, BaseException):
                raise item
            yield item


class Pause:
    """Counts the pauses."""

    def __init__(self) -> None:
        self.waits = 0

    def succeeded(self) -> None:
        """Nothing to count."""

    async def wait(self) -> None:
        """Count."""
        self.waits += 1


async def test_a_mirror_tells_what_is_there_and_every_change_and_tries_again() -> None:
    told: list[set[str]] = []
    pause = Pause()
    source = Source(
        [
            mount(Kind.CREATED, "a"),
            mount(Kind.CREATED, "b"),
            Change(Kind.BOOTSTRAPPED, None),
            mount(Kind.DESTROYED, "a"),
        ],
        [PermissionDeniedError("not declared")],
        [mount(Kind.CREATED, "c"), Change(Kind.BOOTSTRAPPED, None), asyncio.CancelledError()],
    )
    mirror: Mirror[MountStatus] = Mirror(
        source=source,  # type: ignore[arg-type] # plays one type only
        spec_class=MountStatus,
        changed=lambda known: told.append(set(known)),
        pause=pause,
        log=LOG,
    )
    with pytest.raises(asyncio.CancelledError):
        await mirror.run()
    assert told == [{"a", "b"}, {"b"}, {"c"}]
    assert pause.waits == 2
