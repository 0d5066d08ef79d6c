"""Reconciling, with a supervisor that only writes down what it is told."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator, Iterable, Sequence
from pathlib import Path

import pytest
import structlog
from msgspec.structs import replace

from libtalos.pki import AuthorityKind, KeyPair, create_authority
from libtalos.resources.definitions.etcd import EtcdMember, EtcdSpec, PKIStatus
from libtalos.resources.store import ResourceStore
from libtalos.supervise.gate import Gate
from libtalos.supervise.spec import ServiceSpec
from services.etcd.certificates import FILES
from services.etcd.controller import Controller
from services.etcd.facts import Facts
from services.etcd.files import EtcdFiles
from services.etcd.membership import Member, MemberStatus
from services.etcd.resources import Publisher
from tests.unit.services.etcd.samples import CONFIG, FACTS, NOW, addresses


class FakeSupervisor:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.spec: ServiceSpec | None = None

    def load(self, specs: Iterable[ServiceSpec]) -> None:
        (self.spec,) = specs
        self.told.append("load")

    def replace(self, spec: ServiceSpec) -> None:
        self.spec = spec
        self.told.append("replace")

    async def start(self, service_id: str) -> None:
        self.told.append(f"start {service_id}")

    async def restart(self, service_id: str) -> None:
        self.told.append(f"restart {service_id}")

    async def stop(self, service_id: str) -> None:
        self.told.append(f"stop {service_id}")


class FakeEtcd:
    """Counts how often its certificates were renewed; there is no etcd to ask."""

    def __init__(self) -> None:
        self.renewals = 0

    def renew(self) -> None:
        self.renewals += 1

    async def healthy(self) -> None:
        raise AssertionError("nobody asks")

    async def members(self) -> Sequence[Member]:
        raise AssertionError("nobody asks")

    async def status(self) -> MemberStatus:
        raise AssertionError("nobody asks")

    async def snapshot(self) -> AsyncIterator[bytes]:
        raise AssertionError("nobody asks")
        yield b""


class Fixture:
    """The controller with all around it."""

    def __init__(self, tmp_path: Path) -> None:
        self.supervisor = FakeSupervisor()
        self.etcd = FakeEtcd()
        self.decided = False
        self.store = ResourceStore("etcd", lambda: 0.0, publishes=(EtcdSpec, PKIStatus, EtcdMember))
        self.files = EtcdFiles(secrets=tmp_path / "secrets", data=tmp_path / "data", uid=os.getuid(), gid=os.getgid())
        self.controller = Controller(
            supervisor=self.supervisor,
            volumes=Gate(),
            files=self.files,
            etcd=self.etcd,
            client=self.etcd,
            publisher=Publisher(self.store),
            now=lambda: NOW,
            decided=self.decide,
            log=structlog.get_logger(),
        )

    def decide(self) -> None:
        """The service is known, or that there is none."""
        self.decided = True

    @property
    def spec(self) -> ServiceSpec:
        """The service as it was specified last."""
        assert self.supervisor.spec is not None
        return self.supervisor.spec


@pytest.fixture
def fixture(tmp_path: Path) -> Fixture:
    """A controller that has seen nothing."""
    return Fixture(tmp_path)


async def test_facts_bring_certificates_service_and_resources(fixture: Fixture) -> None:
    await fixture.controller.reconcile(Facts())
    assert fixture.supervisor.told == []
    await fixture.controller.reconcile(FACTS)
    assert fixture.supervisor.told == ["load", "start etcd"]
    assert (fixture.files.secrets / "server.key").exists()
    assert fixture.store.get(PKIStatus, "etcd").spec.ready
    assert fixture.store.get(EtcdSpec, "etcd").spec.advertised_addresses == ("10.5.0.2",)
    assert fixture.spec.cgroup == "podruntime/etcd"
    assert fixture.spec.capabilities == frozenset()
    health = fixture.spec.health
    assert health is not None
    assert (health.initial_delay, health.period, health.timeout) == (5.0, 20.0, 15.0)
    await fixture.spec.prepare()
    assert fixture.files.data.is_dir()


@pytest.mark.parametrize(
    ("facts", "decided"),
    [
        (Facts(), False),
        (replace(FACTS, config=replace(CONFIG, hostname=""), hostname=""), False),
        (replace(FACTS, mounts=frozenset()), True),
        (replace(FACTS, config=replace(CONFIG, authority=None)), True),
    ],
    ids=["no config", "no name", "waits for a mount", "a worker"],
)
async def test_it_says_when_it_is_decided_whether_there_is_an_etcd(
    fixture: Fixture, facts: Facts, decided: bool
) -> None:
    await fixture.controller.reconcile(facts)
    assert fixture.decided is decided


async def test_the_same_facts_change_nothing(fixture: Fixture) -> None:
    await fixture.controller.reconcile(FACTS)
    certificate = (fixture.files.secrets / "server.crt").read_bytes()
    await fixture.controller.reconcile(FACTS)
    assert fixture.supervisor.told == ["load", "start etcd"]
    assert (fixture.files.secrets / "server.crt").read_bytes() == certificate
    assert fixture.etcd.renewals == 1


async def test_certificates_that_are_lost_or_changed_are_written_again(fixture: Fixture) -> None:
    await fixture.controller.reconcile(FACTS)
    secrets = fixture.files.secrets
    before = {path.name: path.read_bytes() for path in secrets.iterdir()}
    assert set(before) == set(FILES)
    shutil.rmtree(secrets.parent)
    await fixture.controller.reconcile(FACTS)
    assert {path.name: path.read_bytes() for path in secrets.iterdir()} == before
    (secrets / "peer.key").write_bytes(b"another")
    await fixture.controller.reconcile(FACTS)
    assert {path.name: path.read_bytes() for path in secrets.iterdir()} == before
    assert fixture.supervisor.told == ["load", "start etcd"]
    assert fixture.etcd.renewals == 3


async def test_the_gate_is_closed_until_nothing_is_missing(fixture: Fixture) -> None:
    await fixture.controller.reconcile(replace(FACTS, mounts=frozenset()))
    condition = fixture.spec.condition
    assert condition is not None
    assert condition.describe() == "volume /var to be mounted"
    await fixture.controller.reconcile(FACTS)
    await condition.wait()
    assert fixture.supervisor.told == ["load", "start etcd"]


async def test_another_address_renews_certificates_and_does_not_restart(fixture: Fixture) -> None:
    await fixture.controller.reconcile(FACTS)
    await fixture.controller.reconcile(replace(FACTS, addresses=addresses("10.5.0.2", "10.5.0.9")))
    assert fixture.supervisor.told == ["load", "start etcd"]
    assert fixture.etcd.renewals == 2


async def test_another_argument_restarts(fixture: Fixture) -> None:
    await fixture.controller.reconcile(FACTS)
    await fixture.controller.reconcile(replace(FACTS, config=replace(CONFIG, extra_args={"heartbeat-interval": "7"})))
    assert fixture.supervisor.told == ["load", "start etcd", "replace", "restart etcd"]
    assert "--heartbeat-interval=7" in fixture.spec.command


async def test_another_authority_restarts(fixture: Fixture) -> None:
    await fixture.controller.reconcile(FACTS)
    other = create_authority(AuthorityKind.ETCD, now=NOW)
    await fixture.controller.reconcile(replace(FACTS, config=replace(CONFIG, authority=other)))
    assert fixture.supervisor.told == ["load", "start etcd", "replace", "restart etcd"]
    assert (fixture.files.secrets / "ca.crt").read_bytes() == other.certificate


async def test_a_bad_argument_fails_the_service_until_it_is_mended(fixture: Fixture) -> None:
    bad = replace(FACTS, config=replace(CONFIG, extra_args={"name": "x"}))
    await fixture.controller.reconcile(bad)
    await fixture.controller.reconcile(replace(bad, addresses=()))
    with pytest.raises(Exception, match='extra arg "name" is not allowed'):
        await fixture.spec.prepare()
    await fixture.controller.reconcile(FACTS)
    assert fixture.supervisor.told == ["load", "start etcd", "replace", "restart etcd"]
    await fixture.spec.prepare()


async def test_what_runs_goes_on_when_a_new_config_cannot_be_followed(fixture: Fixture) -> None:
    await fixture.controller.reconcile(FACTS)
    other = create_authority(AuthorityKind.KUBERNETES, now=NOW)
    assert CONFIG.authority is not None
    for config in (
        replace(CONFIG, extra_args={"name": "x"}),
        replace(CONFIG, authority=KeyPair(CONFIG.authority.certificate, other.key), hostname="n2"),
    ):
        await fixture.controller.reconcile(replace(FACTS, config=config))
    assert fixture.supervisor.told == ["load", "start etcd"]


async def test_a_machine_that_leaves_the_control_plane_stops_its_etcd(fixture: Fixture) -> None:
    await fixture.controller.reconcile(FACTS)
    await fixture.controller.reconcile(replace(FACTS, config=replace(CONFIG, authority=None)))
    assert fixture.supervisor.told == ["load", "start etcd", "stop etcd"]
    assert fixture.store.list(EtcdSpec) == []
    await fixture.controller.reconcile(FACTS)
    assert fixture.supervisor.told[3:] == ["replace", "restart etcd"]
    assert fixture.store.get(PKIStatus, "etcd").spec.ready
