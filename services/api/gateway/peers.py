"""Channels to other nodes, and to this one for a caller who names it."""

from __future__ import annotations

import ssl
from collections.abc import Callable

from libtalos.bus.address import TcpAddress
from libtalos.bus.channel import Channel
from libtalos.bus.errors import PermissionDeniedError

PORT = 50000  # upstream: constants.ApidPort


class Peers:
    """One channel for each node, made with the certificate that the node has then.

    own is the channel to this component's own socket; is_own tells whether a target is this node.
    """

    def __init__(self, *, own: Callable[[], Channel], is_own: Callable[[str], bool], port: int = PORT) -> None:
        self._own = own
        self._is_own = is_own
        self._port = port
        self._tls: ssl.SSLContext | None = None
        self._channels: dict[str, Channel] = {}

    def renew(self, tls: ssl.SSLContext | None) -> None:
        """Use another certificate from now on, or none; calls under way go on with theirs."""
        self._tls = tls
        self._channels.clear()

    def channel(self, target: str) -> Channel:
        """The channel to a node. Raises PermissionDeniedError if this node has nothing to show to others."""
        if self._is_own(target):
            return self._own()
        if self._tls is None:
            raise PermissionDeniedError("no request forwarding")
        if target not in self._channels:
            self._channels[target] = Channel(TcpAddress(target, self._port), tls=self._tls)
        return self._channels[target]

    def close(self) -> None:
        """Close the connections."""
        for channel in self._channels.values():
            channel.close()
        self._channels.clear()
