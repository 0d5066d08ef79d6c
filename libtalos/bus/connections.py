"""What a transport is to the server: connections that are made, served, told to end, and closed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol


class Connection(Protocol):
    """One accepted connection."""

    # what the event loop talks to
    @property
    def protocol(self) -> asyncio.BaseProtocol:
        """The protocol for the event loop."""
        ...

    @property
    def transport(self) -> asyncio.Transport:
        """The connection's transport, once it is made."""
        ...

    def go_away(self) -> None:
        """Tell the peer that no new calls are begun here."""
        ...


Lost = Callable[[Connection], None]
# gives a connection that waits for its transport; it calls what it is given when it is lost
Make = Callable[[Lost], Connection]
