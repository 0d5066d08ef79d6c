"""A node's host DNS and real name servers in one network namespace."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import partial
from ipaddress import ip_address

import structlog
from pyroute2 import IPRoute

from libtalos.resources.backoff import BackoffPolicy
from services.network.dns.endpoint import Endpoint, Status
from services.network.dns.engine import Engine
from services.network.dns.hostdns import HostDns, Wanted
from services.network.dns.hosts import Hosts
from services.network.dns.limits import Limits

HERE = Endpoint(ip_address("127.0.0.53"))
FIRST = Endpoint(ip_address("10.53.0.1"))
SECOND = Endpoint(ip_address("10.53.0.2"))
# short, so that a dead server costs a test little; the node's own are in limits.py
LIMITS = Limits(try_timeout=0.4, query_timeout=3.0, idle_timeout=2.0)


def addresses() -> None:
    """Bring up the loopback link, with the addresses of the name servers."""
    with IPRoute() as ip:
        ip.link("set", index=1, state="up")
        for each in (FIRST, SECOND):
            ip.addr("add", index=1, address=str(each.address), prefixlen=32)


def dig(*args: str, server: Endpoint = HERE) -> str:
    """What dig prints; one try of 3 s."""
    command = ["dig", f"@{server.address}", "+tries=1", "+time=3", *args]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout


async def ask(*args: str) -> str:
    """What dig prints, asked off the event loop that answers it."""
    return await asyncio.to_thread(partial(dig, *args))


@asynccontextmanager
async def dnsmasq(endpoint: Endpoint, *options: str) -> AsyncIterator[None]:
    """Run a name server until the end of the block, or until it is killed before."""
    fixed = ("--keep-in-foreground", "--no-resolv", "--no-hosts", "--conf-file=/dev/null", "--pid-file=")
    where = (f"--listen-address={endpoint.address}", "--bind-interfaces", "--user=root", "--local-ttl=60")
    process = await asyncio.create_subprocess_exec(
        "dnsmasq", *fixed, *where, "--log-facility=-", *options, stderr=asyncio.subprocess.PIPE
    )
    try:
        assert process.stderr is not None
        async with asyncio.timeout(5):
            # it has bound its sockets by then
            while b"started" not in (line := await process.stderr.readline()):
                assert line, "dnsmasq has ended"
        yield
    finally:
        process.kill()
        await process.communicate()


class Lab:
    """The host DNS, and what it told."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self.changes = asyncio.Event()
        log = structlog.stdlib.get_logger()
        make = partial(Engine, limits=limits, clock=asyncio.get_running_loop().time, log=log)
        self.dns = HostDns(
            make_engine=lambda changed: make(changed=changed),
            retry=BackoffPolicy(first=0.05),
            changed=self.changes.set,
            log=log,
        )

    async def until(self, listening: bool = True, well: Sequence[bool] | None = None) -> Status:
        """Wait until it listens, or no longer, and the upstreams are as said."""
        async with asyncio.timeout(10):
            while True:
                status = self.dns.status()
                if bool(status.listening) is listening and well in (None, [not up.failure for up in status.upstreams]):
                    return status
                self.changes.clear()
                await self.changes.wait()


@asynccontextmanager
async def host_dns(
    *upstreams: Endpoint, hosts: Hosts | None = None, limits: Limits = LIMITS, listen: Sequence[Endpoint] = (HERE,)
) -> AsyncIterator[Lab]:
    """Serve on the node's own address until the end of the block."""
    lab = Lab(limits)
    task = asyncio.create_task(lab.dns.run())
    lab.dns.want(Wanted(listen=tuple(listen), upstreams=upstreams, hosts=hosts or Hosts()))
    try:
        await lab.until()
        yield lab
    finally:
        task.cancel()
        await asyncio.wait([task])
