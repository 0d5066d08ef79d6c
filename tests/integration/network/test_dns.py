"""The host DNS before real name servers (dnsmasq), asked by real clients (dig, getent)."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import Awaitable, Callable
from functools import partial
from ipaddress import ip_address

import pytest
from msgspec.structs import replace

from services.network.dns.endpoint import Endpoint
from services.network.dns.hostdns import Wanted
from services.network.dns.hosts import make_hosts
from tests.integration.network.dnslab import FIRST, HERE, LIMITS, SECOND, addresses, ask, dnsmasq, host_dns

pytestmark = pytest.mark.root
Run = Callable[[Callable[[], None]], None]

A_TEST = "--address=/a.test/192.0.2.1"
HOSTS = make_hosts(
    [
        (ip_address("10.5.0.9"), ("Registry.example.org",)),
        (ip_address("10.5.0.2"), ("node.example.org", "node")),
        (ip_address("fd00:5::2"), ("node.example.org", "node")),
    ]
)


def lab(body: Callable[[], Awaitable[None]]) -> Callable[[Run], None]:
    """A test whose body runs in a namespace of its own."""

    async def bounded() -> None:
        async with asyncio.timeout(60):
            await body()

    def alone() -> None:
        addresses()
        asyncio.run(bounded())

    def test(inside: Run) -> None:
        inside(alone)

    test.__doc__ = body.__doc__
    return test


@lab
async def test_an_answer_outlives_its_upstream() -> None:
    """And its records age meanwhile, which the next test of the cache's clock shows without waiting."""
    async with host_dns(FIRST) as node:
        async with dnsmasq(FIRST, A_TEST):
            assert "192.0.2.1" in await ask("a.test", "+short")
        assert "192.0.2.1" in await ask("A.TEST", "+short")
        assert "SERVFAIL" in await ask("b.test")
        await node.until(well=[False])


@lab
async def test_the_next_upstream_answers_for_one_that_is_gone() -> None:
    async with dnsmasq(SECOND, A_TEST), host_dns(FIRST, SECOND) as node:
        assert "192.0.2.1" in await ask("a.test", "+short")
        status = await node.until(well=[False, True])
        assert "refused" in status.upstreams[0].failure.lower()
        async with dnsmasq(FIRST, "--address=/b.test/192.0.2.2"):
            await node.until(well=[True, True])
            assert "192.0.2.2" in await ask("b.test", "+short")


@lab
async def test_a_silent_upstream_costs_one_try() -> None:
    """Nothing has the address, and nothing says so: a black hole."""
    nowhere = Endpoint(ip_address("192.0.2.53"))
    blackhole = ["ip", "route", "add", "192.0.2.53", "dev", "lo"]
    await asyncio.to_thread(partial(subprocess.run, blackhole, check=True))
    async with dnsmasq(SECOND, A_TEST), host_dns(nowhere, SECOND) as node:
        assert "192.0.2.1" in await ask("a.test", "+short")
        await node.until(well=[False, True])


@lab
async def test_names_of_the_node_itself() -> None:
    async with dnsmasq(FIRST, A_TEST, "--mx-host=node.example.org,mail.test"), host_dns(FIRST, hosts=HOSTS):
        assert await ask("node.example.org", "+short") == "10.5.0.2\n"
        assert await ask("node", "AAAA", "+short") == "fd00:5::2\n"
        assert await ask("registry.example.org", "+short") == "10.5.0.9\n"
        nothing = await ask("registry.example.org", "AAAA")
        assert "NOERROR" in nothing
        assert "ANSWER: 0" in nothing
        assert await ask("-x", "10.5.0.9", "+short") == "registry.example.org.\n"
        assert await ask("-x", "fd00:5::2", "+short") == "node.example.org.\nnode.\n"
        assert await ask("any.localhost", "+short") == "127.0.0.1\n"
        assert "mail.test" in await ask("node.example.org", "MX", "+short")


@lab
async def test_large_answers_come_whole() -> None:
    """The upstream cuts them for UDP, so that they come over TCP, and so does the client where it must."""
    texts = [f"--txt-record=big.test,{number:03}{'x' * 200}" for number in range(12)]
    async with dnsmasq(FIRST, *texts), host_dns(FIRST):
        for options in (("+bufsize=512",), ("+bufsize=4096",), ("+noedns",), ("+tcp",)):
            answer = await ask("big.test", "TXT", *options)
            assert answer.count('xxx"') == 12, options
            assert ("(TCP)" in answer) is (options != ("+bufsize=4096",)), answer
        cut = await ask("big.test", "TXT", "+bufsize=512", "+ignore")
        assert "flags: qr tc rd ra" in cut


@lab
async def test_names_that_are_not() -> None:
    async with dnsmasq(FIRST, "--local=/test/", A_TEST, "--host-record=c.test,192.0.2.3"), host_dns(FIRST):
        assert "NXDOMAIN" in await ask("nothing.test")
        empty = await ask("c.test", "AAAA")
        assert "NOERROR" in empty
        assert "ANSWER: 0" in empty


@lab
async def test_what_is_refused() -> None:
    async with dnsmasq(FIRST, A_TEST), host_dns(FIRST):
        assert "REFUSED" in await ask("version.bind", "CH", "TXT")
        assert "NOTIMP" in await ask("a.test", "+opcode=status")
        assert "BADVERS" in await ask("a.test", "+edns=7", "+noednsneg")
        assert "REFUSED" in await ask("a.test", "AXFR") or "Transfer failed" in await ask("a.test", "AXFR")


@lab
async def test_the_c_library_finds_names() -> None:
    """With the node's address in a resolv.conf of its own mount namespace."""
    script = "mount -t tmpfs t /mnt && cat >/mnt/r && mount --bind /mnt/r /etc/resolv.conf && getent ahostsv4 a.test"
    command = ["unshare", "--mount", "sh", "-c", script]
    text = f"nameserver {HERE.address}\n"
    async with dnsmasq(FIRST, A_TEST), host_dns(FIRST):
        done = await asyncio.to_thread(
            partial(subprocess.run, command, input=text, capture_output=True, text=True, check=False, timeout=20)
        )
        assert "192.0.2.1" in done.stdout, done.stderr


@lab
async def test_too_many_tcp_clients_are_sent_away_and_silent_ones_later() -> None:
    async with dnsmasq(FIRST, A_TEST), host_dns(FIRST, limits=replace(LIMITS, connections=2)):
        streams = [await asyncio.open_connection(str(HERE.address), 53) for _ in range(3)]
        assert await streams[2][0].read() == b""
        assert await streams[0][0].read() == b""  # after idle_timeout
        assert "192.0.2.1" in await ask("a.test", "+short", "+tcp")
        for _, writer in streams:
            writer.close()


@lab
async def test_switching_off_frees_the_address() -> None:
    async with host_dns(FIRST) as node:
        node.dns.want(Wanted())
        await node.until(listening=False)
        async with dnsmasq(HERE, A_TEST):
            node.dns.want(Wanted(listen=(HERE,), upstreams=(FIRST,)))
            assert "192.0.2.1" in await ask("a.test", "+short")
            while not node.dns.status().failures:
                node.changes.clear()
                await node.changes.wait()
        await node.until(listening=True)
