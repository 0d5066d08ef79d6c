"""The files under /etc that follow from the network. Formats: hosts(5), resolv.conf(5), hostname(5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from services.network.state import Ip
    from services.network.wanted import HostEntry, HostName, Resolvers

# glibc's MAXNS: further name servers are not asked
_MAX_NAMESERVERS = 3


def render_etc(
    *, hostname: HostName | None, address: Ip | None, resolvers: Resolvers, hosts: Iterable[HostEntry]
) -> dict[str, bytes]:
    """Return the contents of each file by its name below /etc; hostname is absent while the node has none."""
    files = {
        "hosts": render_hosts(hostname, address, hosts),
        "resolv.conf": render_resolv_conf(resolvers, hostname),
    }
    if hostname is not None:
        files["hostname"] = f"{hostname.hostname}\n"
    return {name: contents.encode() for name, contents in files.items()}


def render_hosts(hostname: HostName | None, address: Ip | None, entries: Iterable[HostEntry]) -> str:
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


def render_resolv_conf(resolvers: Resolvers, hostname: HostName | None) -> str:
    """Return at most three name servers, then the search domains or else the node's own domain."""
    servers = "".join(f"nameserver {server}\n" for server in resolvers.servers[:_MAX_NAMESERVERS])
    search = search_domains(resolvers, hostname)
    return f"{servers}\nsearch {' '.join(search)}\n" if search else servers


def search_domains(resolvers: Resolvers, hostname: HostName | None) -> tuple[str, ...]:
    """Return the search domains that hold: those given, else the node's own domain unless that is switched off."""
    if resolvers.search or resolvers.no_default_search or hostname is None or not hostname.domainname:
        return resolvers.search
    return (hostname.domainname,)


def ip_order(address: Ip) -> tuple[int, int]:
    """Return the key by which upstream sorts addresses: IPv4 first, then by number."""
    return (address.version, int(address))
