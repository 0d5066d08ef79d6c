"""What a client knows of a watched type, so that a restart of the server reads as ordinary changes."""

from collections.abc import Iterator
from typing import Generic, TypeVar

import msgspec

from libtalos.resources.spec import Kind, Resource

S = TypeVar("S")


class Change(msgspec.Struct, Generic[S], frozen=True):
    """A change as a client sees it. BOOTSTRAPPED has no resource; `bookmark` may be empty."""

    kind: Kind
    resource: Resource[S] | None
    bookmark: str = ""


class View(Generic[S]):
    """Follows one watch over several connections.

    A listing on a later connection is turned into what differs from what is known: created, updated, destroyed.
    BOOTSTRAPPED comes out once. A view that began with somebody else's bookmark does not know what was there before,
    so it cannot take a new listing (`can_relist` is false).
    """

    def __init__(self, bookmark: str = "") -> None:
        self.bookmark = bookmark
        self.can_relist = not bookmark
        self._known: dict[str, Resource[S]] = {}
        self._bootstrapped = bool(bookmark)
        self._listed: set[str] | None = None

    def connect(self) -> None:
        """Begin a connection: without a bookmark it starts with a listing."""
        self._listed = None if self.bookmark else set()

    def forget_bookmark(self) -> None:
        """List anew on the next connection: the server cannot resume."""
        self.bookmark = ""

    def apply(self, change: Change[S]) -> Iterator[Change[S]]:
        """Take a received change and return what the consumer has to be told."""
        self.bookmark = change.bookmark or self.bookmark
        if change.kind is Kind.BOOTSTRAPPED:
            yield from self._finish_listing(change)
        elif change.resource is not None:
            yield from self._take(change, change.resource)

    def _take(self, change: Change[S], resource: Resource[S]) -> Iterator[Change[S]]:
        known = self._known.get(resource.id)
        if change.kind is Kind.DESTROYED:
            self._known.pop(resource.id, None)
            yield change
            return
        if self.can_relist:
            self._known[resource.id] = resource
        if self._listed is None:
            yield change
            return
        self._listed.add(resource.id)
        if known is None:
            yield change
        elif (known.spec, known.metadata.labels) != (resource.spec, resource.metadata.labels):
            yield Change(Kind.UPDATED, resource, change.bookmark)

    def _finish_listing(self, change: Change[S]) -> Iterator[Change[S]]:
        gone = sorted(set(self._known) - (self._listed or set())) if self._listed is not None else []
        self._listed = None
        for resource_id in gone:
            yield Change(Kind.DESTROYED, self._known.pop(resource_id))
        if not self._bootstrapped:
            self._bootstrapped = True
            yield change
