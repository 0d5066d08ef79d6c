"""Thousands of addresses and routes: planned, applied and read back beside `ip -batch` and systemd-networkd.

Each contender has a network namespace of its own with one end of a veth pair, which ends with the round. Of ours, also
how long a link event takes to be answered, and the memory of it.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from ipaddress import IPv4Network, ip_address, ip_interface
from pathlib import Path

from libtalos.linux.mount import MS_BIND, MS_PRIVATE, MS_RDONLY, MS_REC, mount
from services.network.layers import AddressSpec, Contribution, Layer, LinkSpec, RouteSpec
from services.network.layers.words import Family
from services.network.monitor import RTMGRP_IPV4_ROUTE
from services.network.netlink import NETLINK_ROUTE, split
from services.network.rtnetlink import RTM_NEWROUTE
from services.network.state import RTPROT_STATIC, LinkName
from tests.bench.child import child
from tests.bench.report import Row, Samples
from tests.bench.setting import OURS, ROOT, Setting
from tests.bench.systemd_tree import prepared_tree

ADDRESSES, ROUTES = 1_000, 10_000
APPLY = f"{ADDRESSES:,} addresses and {ROUTES:,} routes"
PROCESSOR = f"{APPLY}, processor time"
IP, IP_READ, NETWORKD = "ip -batch", "ip -batch, then ip address and ip route", "systemd-networkd"
# of the time that ip -batch takes, which reads nothing back
GOAL = 0.8
ETH0, GATEWAY = LinkName("eth0"), ip_address("10.0.255.1")
CLONE_NEWNS, CLONE_NEWNET = 0x00020000, 0x40000000
_PROTOCOL = 5  # of struct rtmsg
_PATIENCE = 120.0
# asm-generic/socket.h
_SO_RCVBUFFORCE = 33
NOTES = {
    OURS: "planned, applied, read back and planned again by a process that runs already",
    NETWORKD: "from its start until the kernel has said of every route that it is new",
}


def run(setting: Setting) -> list[Row]:
    """Measure everything in every round, in turns."""
    samples = Samples()
    tree = prepared_tree(setting.kept, setting.say)
    contenders: list[Callable[[], list[tuple[str, str, float, str]]]] = [_ours, lambda: _ip(setting.work)]
    if tree is not None:
        contenders.append(lambda: _networkd(tree))
    for number in range(1, setting.rounds + 1):
        setting.say(f"network: round {number} of {setting.rounds}")
        for contender in contenders:
            setting.settle()
            with ThreadPoolExecutor(max_workers=1, initializer=_leave) as thread:
                for sample in thread.submit(contender).result():
                    samples.add(*sample)
    return _rows(samples)


def wanted(addresses: int = ADDRESSES, routes: int = ROUTES) -> Contribution:
    """A link with so many addresses in one network, and so many routes by a gateway in it."""
    return Contribution(
        layer=Layer.CONFIGURATION,
        links=(LinkSpec(name=ETH0, up=True, mtu=1500),),
        addresses=tuple(
            AddressSpec(link=ETH0, address=ip_interface(f"10.0.{number // 250}.{number % 250 + 1}/16"))
            for number in range(addresses)
        ),
        routes=tuple(
            RouteSpec(
                family=Family.INET4,
                link=ETH0,
                gateway=GATEWAY,
                destination=IPv4Network((0x0B000000 + (number << 8), 24)),
            )
            for number in range(routes)
        ),
    )


def _rows(samples: Samples) -> list[Row]:
    rows = samples.rows(ours=OURS, notes=NOTES)
    ours, peer = (next(row for row in rows if (row.name, row.contender) == (APPLY, who)) for who in (OURS, IP))
    times = tuple(own / other for own, other in zip(ours.values, peer.values, strict=True))
    return [*rows, Row(APPLY, f"{OURS} / {IP}", times, "times", goal=GOAL)]


def _ours() -> list[tuple[str, str, float, str]]:
    command = [sys.executable, "-m", "tests.bench.network_ours"]
    result = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, timeout=_PATIENCE)
    return [(what, OURS, value, unit) for what, value, unit in json.loads(result.stdout)]


def _ip(work: Path) -> list[tuple[str, str, float, str]]:
    spec = wanted()
    addresses = [f"address add {each.address} dev {each.link}\n" for each in spec.addresses]
    routes = [
        f"route add {each.destination} via {each.gateway} dev {each.link} metric {each.priority} proto static\n"
        for each in spec.routes
    ]
    batch = work / "batch"
    batch.write_text("".join(addresses + routes))
    started, busy = time.monotonic(), _processor_time()
    _call("ip", "-batch", str(batch))
    applied, busy_applied = time.monotonic(), _processor_time()
    _call("ip", "address", "show", "dev", ETH0)
    _call("ip", "route", "show")
    read, busy_read = time.monotonic(), _processor_time()
    return [
        (APPLY, IP, applied - started, "s"),
        (APPLY, IP_READ, read - started, "s"),
        (PROCESSOR, IP, busy_applied - busy, "s"),
        (PROCESSOR, IP_READ, busy_read - busy, "s"),
    ]


def _processor_time() -> float:
    """Seconds of all children that have ended, the kernel's included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _networkd(tree: Path) -> list[tuple[str, str, float, str]]:
    mount(str(tree), tree, None, MS_BIND)
    mount("proc", tree / "proc", "proc")
    # read-only, by which it knows that no udevd will say of links that they are ready
    mount("sysfs", tree / "sys", "sysfs", MS_RDONLY)
    mount("tmpfs", tree / "run", "tmpfs")
    config = tree / "run/systemd/network/eth0.network"
    config.parent.mkdir(parents=True)
    config.write_text(_unit(wanted()))
    state = tree / "run/systemd/netif"
    state.mkdir(mode=0o755)
    owner = next(line.split(":") for line in (tree / "etc/passwd").read_text().splitlines() if "-network:" in line)
    os.chown(state, int(owner[2]), int(owner[3]))
    with closing(_listen()) as news:
        started = time.monotonic()
        with child(["chroot", str(tree), "/usr/lib/systemd/systemd-networkd"], stderr=subprocess.DEVNULL):
            _await_routes(news, ROUTES)
            return [(APPLY, NETWORKD, time.monotonic() - started, "s")]


def _unit(spec: Contribution) -> str:
    addresses = [f"[Address]\nAddress={each.address}\n" for each in spec.addresses]
    routes = [
        f"[Route]\nDestination={each.destination}\nGateway={each.gateway}\nMetric={each.priority}\n"
        for each in spec.routes
    ]
    head = f"[Match]\nName={ETH0}\n[Network]\nIPv6AcceptRA=no\nLinkLocalAddressing=no\n"
    return "".join((head, *addresses, *routes))


def _listen() -> socket.socket:
    news = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW | socket.SOCK_CLOEXEC, NETLINK_ROUTE)
    news.setsockopt(socket.SOL_SOCKET, _SO_RCVBUFFORCE, 1 << 28)
    news.settimeout(_PATIENCE)
    news.bind((0, RTMGRP_IPV4_ROUTE))
    return news


def _await_routes(news: socket.socket, count: int) -> None:
    while count > 0:
        told = [each.payload[_PROTOCOL] for each in split(news.recv(65536)) if each.type == RTM_NEWROUTE]
        count -= told.count(RTPROT_STATIC)


def _call(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, timeout=_PATIENCE)


def _plug(commands: Sequence[str]) -> None:
    for command in commands:
        _call("ip", *command.split())


def _leave() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(CLONE_NEWNS | CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), f"unshare: {os.strerror(ctypes.get_errno())}")
    mount(None, "/", None, MS_REC | MS_PRIVATE)
    _plug(
        (
            f"link add {ETH0} type veth peer name peer",
            "link set peer up",
            "link set lo up",
            f"link set {ETH0} up",
        )
    )
