"""What differs between a WireGuard link as it is wanted and as it is."""

from __future__ import annotations

import base64
from ipaddress import ip_address
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from libtalos.pki.secret import Secret
from services.network.layers.links import Wireguard, WireguardPeer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from services.network.state import Ip, Prefix

NO_KEY = Secret("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")


class Endpoint(NamedTuple):
    """Where a peer is."""

    address: Ip
    port: int

    @classmethod
    def parse(cls, text: str) -> Endpoint:
        """Read `10.5.0.2:51820` or `[fd00::2]:51820`; raises ValueError."""
        host, _, port = text.rpartition(":")
        try:
            return cls(ip_address(host.removeprefix("[").removesuffix("]")), int(port))
        except ValueError as error:
            raise ValueError(f'"{text}" is no address with a port, such as 10.5.0.2:51820') from error

    def __str__(self) -> str:
        """Return it as it is written."""
        return f"[{self.address}]:{self.port}" if self.address.version == 6 else f"{self.address}:{self.port}"


class PeerChange(msgspec.Struct, frozen=True, kw_only=True):
    """What is to change of a peer; None leaves as it is. new: whether it is not there yet."""

    public_key: str
    new: bool = False
    remove: bool = False
    preshared_key: Secret | None = None
    endpoint: Endpoint | None = None
    keepalive: int | None = None
    allowed_ips: tuple[Prefix, ...] | None = None

    def describe(self) -> str:
        """Tell it in words for people. Keys that are secret are not in them."""
        verb = "remove" if self.remove else "add" if self.new else "change"
        return f"{verb} peer {self.public_key}"


class DeviceChange(msgspec.Struct, frozen=True, kw_only=True):
    """What is to change of a WireGuard link; None leaves as it is."""

    private_key: Secret | None = None
    listen_port: int | None = None
    firewall_mark: int | None = None
    peers: tuple[PeerChange, ...] = ()

    def describe(self) -> str:
        """Tell it in words for people. Keys that are secret are not in them."""
        facts = ["set private key"] if self.private_key is not None else []
        facts += [f"set listen port {self.listen_port}"] if self.listen_port is not None else []
        facts += [f"set firewall mark {self.firewall_mark}"] if self.firewall_mark is not None else []
        return ", ".join([*facts, *(each.describe() for each in self.peers)])

    def __bool__(self) -> bool:
        """Whether there is anything to change."""
        return self != DeviceChange()


def check(wanted: Wireguard) -> None:
    """Refuse what the kernel could not take or not keep; raises ValueError, in words for people."""
    allowed: dict[Prefix, str] = {}
    for peer in wanted.peers:
        if peer.endpoint:
            try:
                Endpoint.parse(peer.endpoint)
            except ValueError as error:
                raise ValueError(f"peer {peer.public_key}: endpoint {error}") from error
        for network in peer.allowed_ips:
            other = allowed.setdefault(network, peer.public_key)
            if other != peer.public_key:
                raise ValueError(
                    f"{network} is allowed to the peers {other} and {peer.public_key}: only one can have it"
                )


def change_between(seen: Wireguard, wanted: Wireguard) -> DeviceChange:
    """Return what makes one of the other. No private key, port 0 and no endpoint leave what is there."""
    key = wanted.private_key
    return DeviceChange(
        private_key=None if key is None or _clamped(key) == _clamped(seen.private_key) else key,
        listen_port=None if wanted.listen_port in {0, seen.listen_port} else wanted.listen_port,
        firewall_mark=None if wanted.firewall_mark == seen.firewall_mark else wanted.firewall_mark,
        peers=tuple(_peers(seen, wanted)),
    )


def _clamped(key: Secret | None) -> Secret | None:
    """Return a private key as the kernel keeps it: Curve25519 does not use five of its bits (RFC 7748, 5)."""
    if key is None:
        return None
    try:
        first, *middle, last = base64.b64decode(key.reveal(), validate=True)
    except ValueError:  # too short or no base64: it is refused where it is written
        return key
    return Secret(base64.b64encode(bytes([first & 248, *middle, last & 127 | 64])).decode())


def _peers(seen: Wireguard, wanted: Wireguard) -> Iterator[PeerChange]:
    there = {each.public_key: each for each in seen.peers}
    named = {each.public_key: each for each in wanted.peers}
    for key in there:
        if key not in named:
            yield PeerChange(public_key=key, remove=True)
    for key, peer in named.items():
        change = _peer(there.get(key), peer)
        if change is not None:
            yield change


def _peer(seen: WireguardPeer | None, wanted: WireguardPeer) -> PeerChange | None:
    old = WireguardPeer(public_key=wanted.public_key) if seen is None else seen
    endpoint = Endpoint.parse(wanted.endpoint) if wanted.endpoint else None
    change = PeerChange(
        public_key=wanted.public_key,
        new=seen is None,
        preshared_key=None if wanted.preshared_key == old.preshared_key else wanted.preshared_key or NO_KEY,
        endpoint=None if endpoint is None or str(endpoint) == old.endpoint else endpoint,
        keepalive=None if wanted.keepalive == old.keepalive else wanted.keepalive,
        allowed_ips=None if set(wanted.allowed_ips) == set(old.allowed_ips) else wanted.allowed_ips,
    )
    return None if change == PeerChange(public_key=wanted.public_key) else change
