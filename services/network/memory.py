"""What has to outlive a restart of this component, but not one of the node: a file on a tmpfs."""

from __future__ import annotations

from ipaddress import ip_address
from typing import TYPE_CHECKING

import msgspec

from libtalos.linux.files import write_atomic
from services.network.hostname import is_named
from services.network.layers.platform import Platform
from services.network.layers.specs import HostnameSpec
from services.network.ledger import Ledger
from services.network.links.owned import LinkKey, OwnedLinks, SlaveKey
from services.network.rules import RuleKey
from services.network.state import AddressKey, RouteKey

if TYPE_CHECKING:
    from pathlib import Path

    from services.network.state import Ip


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """The platform as it was found first, and what is ours in the kernel."""

    platform: Platform = msgspec.field(default_factory=Platform)
    ledger: Ledger = msgspec.field(default_factory=Ledger)


class _Stored(msgspec.Struct, frozen=True):
    """The file: JSON of version 1."""

    version: int
    hostname: str
    nameservers: list[str]
    search: list[str]
    addresses: list[AddressKey]
    routes: list[RouteKey]
    links: list[LinkKey] = []
    slaves: list[SlaveKey] = []
    rules: list[RuleKey] = []


class MemoryFile:
    """The file."""

    def __init__(self, path: Path) -> None:
        """Use the file at path; its directory is made when it is needed."""
        self._path = path

    def load(self) -> Memory | None:
        """Return what was stored, None if nothing was; raises ValueError if it cannot be understood, OSError."""
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return None
        return _decode(msgspec.json.decode(data, type=_Stored))

    def save(self, memory: Memory) -> None:
        """Replace the file at once and for good; raises OSError."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        write_atomic(self._path, msgspec.json.encode(_encode(memory)), mode=0o644)


def find_platform(*, hostname: str, domainname: str, resolv_conf: str) -> Platform:
    """Read the platform's settings from the kernel's names and the text of a resolv.conf(5)."""
    name = HostnameSpec.parse(hostname) if is_named(hostname) else None
    if name is not None and domainname and not name.domainname:
        name = HostnameSpec(hostname=name.hostname, domainname=domainname)
    words = [line.split() for line in resolv_conf.splitlines()]
    servers = [each[1] for each in words if len(each) > 1 and each[0] == "nameserver"]
    search = [tuple(each[1:]) for each in words if each and each[0] == "search"]
    return Platform(
        hostname=name,
        nameservers=tuple(address for text in servers if (address := _address(text)) is not None),
        search=search[-1] if search else (),
    )


def _address(text: str) -> Ip | None:
    try:
        return ip_address(text)
    except ValueError:
        return None


def _decode(stored: _Stored) -> Memory:
    if stored.version != 1:
        raise ValueError(f"version {stored.version} is not known; this program writes version 1")
    platform = Platform(
        hostname=HostnameSpec.parse(stored.hostname) if stored.hostname else None,
        nameservers=tuple(ip_address(each) for each in stored.nameservers),
        search=tuple(stored.search),
    )
    ledger = Ledger(
        addresses=frozenset(stored.addresses),
        routes=frozenset(stored.routes),
        rules=frozenset(stored.rules),
        owned=OwnedLinks(links=frozenset(stored.links), slaves=frozenset(stored.slaves)),
    )
    return Memory(platform=platform, ledger=ledger)


def _encode(memory: Memory) -> _Stored:
    platform, ledger = memory.platform, memory.ledger
    return _Stored(
        version=1,
        hostname="" if platform.hostname is None else platform.hostname.fqdn,
        nameservers=[str(each) for each in platform.nameservers],
        search=list(platform.search),
        addresses=sorted(ledger.addresses),
        routes=sorted(ledger.routes),
        links=sorted(ledger.owned.links),
        slaves=sorted(ledger.owned.slaves),
        rules=sorted(ledger.rules),
    )
