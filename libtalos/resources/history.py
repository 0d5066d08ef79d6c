"""The events of one resource type: numbered, bounded, and resumable after a bookmark."""

from collections import deque
from collections.abc import Iterator
from typing import Any

import msgspec

from libtalos.bus.errors import FailedPreconditionError
from libtalos.resources.spec import Kind, Resource

# no process makes more changes than this has digits; int() refuses texts of thousands of digits with a ValueError
_DIGITS = 20


class WatchEvent(msgspec.Struct, frozen=True):
    """What happened to a resource.

    bookmark: a watch that resumes after it misses nothing. Empty on the initial contents, which are whole only with
    their BOOTSTRAPPED.
    """

    kind: Kind
    resource: Resource[Any] | None
    bookmark: str = ""


class Bookmarks(msgspec.Struct, frozen=True):
    """Makes and reads the bookmarks of one process: `<instance>.<number>`. Other processes cannot read them."""

    instance: str

    def write(self, number: int) -> str:
        """Return the bookmark of an event."""
        return f"{self.instance}.{number}"

    def read(self, bookmark: str) -> int:
        """Return the number of the event. Raises FailedPreconditionError if another process wrote the bookmark."""
        instance, _, number = bookmark.rpartition(".")
        if instance != self.instance or not number.isdecimal() or len(number) > _DIGITS:
            raise FailedPreconditionError(
                f'bookmark "{bookmark[:80]}" is not of this process (it may have restarted): watch without a bookmark'
            )
        return int(number)


class History:
    """The last `limit` events of one type. Not for several threads."""

    def __init__(self, *, limit: int) -> None:
        self._events: deque[tuple[int, WatchEvent]] = deque(maxlen=limit)
        self._forgotten = 0

    def append(self, number: int, event: WatchEvent) -> None:
        """Add the newest event and forget the oldest one if there are too many."""
        if len(self._events) == self._events.maxlen:
            self._forgotten = self._events[0][0]
        self._events.append((number, event))

    def after(self, number: int) -> Iterator[WatchEvent]:
        """Return the events after one.

        Raises FailedPreconditionError if some of them are forgotten.
        """
        if number < self._forgotten:
            raise FailedPreconditionError("bookmark is too old, changes after it are forgotten: watch without it")
        return (event for known, event in self._events if known > number)
