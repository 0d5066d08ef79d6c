"""When the node's certificates are made anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
import structlog
from cryptography import x509

from libtalos.pki import bundle
from libtalos.resources.definitions.network import HostnameStatus, NodeAddress
from libtalos.resources.definitions.runtime import MachineConfigSpec
from services.api.gateway.identity import Identity
from services.api.gateway.issuer import ask
from services.api.gateway.issuing import Issued, IssueRequest, issue
from tests.unit.services.api.gateway.world import config_text

NOW = datetime.now(UTC)
CONFIG = {"v1alpha1": MachineConfigSpec(yaml="config")}


@dataclass
class Office:
    """Issues what it is asked for, and says how often."""

    problem: str = ""
    asked: list[IssueRequest] = field(default_factory=list)
    taken: int = 0
    event: asyncio.Event = field(default_factory=asyncio.Event)

    async def issue(self, request: IssueRequest) -> Issued:
        self.asked.append(request)
        self.event.set()
        return Issued(problem=self.problem)

    async def take(self, issued: Issued) -> None:
        assert issued.problem == ""
        self.taken += 1

    async def next(self) -> IssueRequest:
        """What it is asked for next."""
        async with asyncio.timeout(5):
            await self.event.wait()
        self.event.clear()
        return self.asked[-1]


@asynccontextmanager
async def running(office: Office, half_life: float = 1000.0) -> AsyncIterator[Identity]:
    """An identity at work."""
    log = structlog.stdlib.get_logger()
    identity = Identity(issue=office.issue, changed=office.take, log=log, half_life=half_life)
    task = asyncio.create_task(identity.run())
    yield identity
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_they_follow_config_addresses_and_name() -> None:
    office = Office()
    async with running(office) as identity:
        identity.addresses({"current": NodeAddress(addresses=("10.5.0.3/24", "10.5.0.2/24"))})
        identity.hostname({"hostname": HostnameStatus(hostname="n1", domainname="example")})
        identity.config(CONFIG)
        wanted = IssueRequest(config="config", addresses=("10.5.0.2", "10.5.0.3"), hostname="n1", domainname="example")
        assert await office.next() == wanted
        identity.addresses({"current": NodeAddress(addresses=("10.5.0.2/24", "10.5.0.3/16"))})
        identity.addresses({"current": NodeAddress(addresses=("10.5.0.4/24",))})
        assert (await office.next()).addresses == ("10.5.0.4",)
        for own in ("10.5.0.4", "n1", "n1.example"):
            assert identity.is_own(own)
        for other in ("10.5.0.2", "n2", "example", ""):
            assert not identity.is_own(other)
    assert (len(office.asked), office.taken) == (2, 2)


async def test_they_are_renewed_and_a_failure_is_tried_again() -> None:
    office = Office()
    async with running(office, half_life=0.01) as identity:
        identity.config(CONFIG)
        assert await office.next() == await office.next()
    failing = Office(problem="no key")
    async with running(failing) as identity:
        identity.config(CONFIG)
        await failing.next()
        identity.config({"v1alpha1": MachineConfigSpec(yaml="other")})
        assert (await failing.next()).config == "other"
    assert failing.taken == 0


async def test_they_are_issued_in_a_process_of_their_own() -> None:
    request = IssueRequest(config=config_text(), addresses=("10.5.0.2",), hostname="n1", domainname="example")
    issued = await ask(request)
    certificate = x509.load_pem_x509_certificate(issued.server.encode())
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["n1", "n1.example"]
    assert list(map(str, names.get_values_for_type(x509.IPAddress))) == ["10.5.0.2", "127.0.0.1", "::1"]
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc == timedelta(hours=24)
    client = x509.load_pem_x509_certificate(issued.client.encode())
    assert "O=os:impersonator" in client.subject.rfc4514_string()
    failed = await ask(request, command=("/bin/false",))
    assert failed.problem.startswith("no certificates were issued: ")


def test_names_of_the_config_are_added_and_problems_told() -> None:
    secrets = bundle.generate(now=NOW)
    text = config_text(secrets).replace("machine:\n", "machine:\n  certSANs: [api.example, 192.0.2.1]\n", 1)
    server = issue(IssueRequest(config=text, addresses=(), hostname=""), NOW).server
    names = x509.load_pem_x509_certificate(server.encode()).extensions.get_extension_for_class(
        x509.SubjectAlternativeName
    )
    assert names.value.get_values_for_type(x509.DNSName) == ["api.example"]
    assert "192.0.2.1" in map(str, names.value.get_values_for_type(x509.IPAddress))
    for config, said in (("a: [", "not YAML"), ("machine: {type: worker}", "no machine.ca.key"), ("", "not found")):
        assert said in issue(IssueRequest(config=config, addresses=(), hostname=""), NOW).problem
    late = NOW + timedelta(days=4000)
    assert "expired" in issue(IssueRequest(config=text, addresses=(), hostname=""), late).problem
