"""The files under /etc that follow from the network. Formats: hosts(5), resolv.conf(5), hostname(5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from services.network.state import Ip

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.network.layers.specs import HostnameSpec, ResolverSpec

# glibc's MAXNS: further name servers are not asked
_MAX_NAMESERVERS = 3


class HostEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of /etc/hosts."""

    address: Ip
    names: tuple[str, ...]


class EtcSettings(msgspec.Struct, frozen=True, kw_only=True):
    """What the config says of the files: more lines of /etc/hosts, and whether the node's own domain is searched."""

    hosts: tuple[HostEntry, ...] = ()
    default_search: bool = True


def render_etc(
    settings: EtcSettings, *, hostname: HostnameSpec | None, address: Ip | None, resolvers: ResolverSpec | None
) -> dict[str, bytes]:
    """Return the contents of each file by its name below /etc; hostname is absent while the node has none."""
    servers = () if resolvers is None else resolvers.servers
    files = {
        "hosts": render_hosts(hostname, address, settings.hosts),
        "resolv.conf": render_resolv_conf(servers, search_domains(settings, resolvers, hostname)),
    }
    if hostname is not None:
        files["hostname"] = f"{hostname.hostname}\n"
    return {name: contents.encode() for name, contents in files.items()}


def render_hosts(hostname: HostnameSpec | None, address: Ip | None, entries: Iterable[HostEntry]) -> str:
    """Return upstream's lines, the first column padded to its widest entry and one space."""
    lines: list[tuple[str, tuple[str, ...]]] = [("127.0.0.1", ("localhost",))]
    if hostname is not None and address is not None:
        lines.append((str(address), tuple(dict.fromkeys((hostname.fqdn, hostname.hostname)))))
    lines += [
        ("::1", ("localhost", "ip6-localhost", "ip6-loopback")),
        ("ff02::1", ("ip6-allnodes",)),
        ("ff02::2", ("ip6-allrouters",)),
    ]
    lines += [(str(each.address), each.names) for each in sorted(entries, key=lambda each: ip_order(each.address))]
    width = max(len(address) for address, _ in lines) + 1
    return "".join(f"{address:<{width}}{' '.join(names)}\n" for address, names in lines)


def render_resolv_conf(servers: Iterable[Ip], search: tuple[str, ...]) -> str:
    """Return at most three name servers, then the search domains."""
    lines = "".join(f"nameserver {server}\n" for server in tuple(servers)[:_MAX_NAMESERVERS])
    return f"{lines}\nsearch {' '.join(search)}\n" if search else lines


def search_domains(
    settings: EtcSettings, resolvers: ResolverSpec | None, hostname: HostnameSpec | None
) -> tuple[str, ...]:
    """Return the search domains that hold: those given, else the node's own domain unless that is switched off."""
    search = () if resolvers is None else resolvers.search
    if search or not settings.default_search or hostname is None or not hostname.domainname:
        return search
    return (hostname.domainname,)


def ip_order(address: Ip) -> tuple[int, int]:
    """Return the key by which upstream sorts addresses: IPv4 first, then by number."""
    return (address.version, int(address))
