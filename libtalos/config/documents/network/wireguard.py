"""WireGuard links and their peers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from libtalos.config.devicecheck import KEY_SIZE, is_key
from libtalos.config.document import Fault, prefixed
from libtalos.config.documents.network.common import LinkDocument
from libtalos.config.section import Section, Uint16, Uint32
from libtalos.config.written import AddressPort, Duration, Prefix
from libtalos.pki.secret import Secret

LONGEST_KEEPALIVE: Final = 65_535  # seconds; a 16-bit attribute of the kernel


class WireguardPeer(Section, frozen=True, kw_only=True):
    """peers[]: without an endpoint the peer must begin; keepalive_interval is rounded to seconds by the kernel."""

    public_key: str
    preshared_key: Secret | None = None
    endpoint: AddressPort | None = None
    keepalive_interval: Duration | None = msgspec.field(default=None, name="persistentKeepaliveInterval")
    allowed_ips: tuple[Prefix, ...] = msgspec.field(default=(), name="allowedIPs")

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the peer."""
        yield from key_faults("publicKey", self.public_key)
        if self.preshared_key is not None:
            yield from key_faults("presharedKey", self.preshared_key.reveal())
        interval = self.keepalive_interval.seconds if self.keepalive_interval else 0
        if not 0 <= interval <= LONGEST_KEEPALIVE:
            yield Fault("persistentKeepaliveInterval", f"must be between 0s and {LONGEST_KEEPALIVE}s")


class WireguardConfig(LinkDocument, frozen=True, kw_only=True):
    """A WireGuard link; listen_port 0 lets the kernel choose."""

    private_key: Secret
    listen_port: Uint16 = 0
    firewall_mark: Uint32 = 0
    peers: tuple[WireguardPeer, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """See Document."""
        yield from super().faults()
        yield from key_faults("privateKey", self.private_key.reveal())
        seen: set[str] = set()
        for index, peer in enumerate(self.peers):
            yield from prefixed(f"peers[{index}]", peer.faults())
            if peer.public_key in seen:
                yield Fault(f"peers[{index}].publicKey", "another peer has that key")
            seen.add(peer.public_key)


def key_faults(path: str, text: str) -> Iterator[Fault]:
    """Tell if a text is no key, without showing it."""
    if not is_key(text):
        yield Fault(path, f"expected a key: {KEY_SIZE} octets in base64, as `wg genkey` prints")
