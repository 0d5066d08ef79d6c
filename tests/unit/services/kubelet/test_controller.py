"""Reconciling, with a supervisor that only writes down what it is told."""

from __future__ import annotations

import asyncio
import base64
import stat
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import structlog
import yaml
from msgspec.structs import replace

from libtalos.bus.errors import FailedPreconditionError
from libtalos.gen.talos.kubelet.v1 import RenderRequest
from libtalos.resources.definitions.k8s import KubeletSpec, Nodename
from libtalos.resources.store import ResourceStore
from libtalos.supervise.gate import Gate
from libtalos.supervise.spec import Operation, ServiceSpec
from services.kubelet.controller import Controller
from services.kubelet.facts import Facts
from services.kubelet.files import KubeletFiles
from services.kubelet.identity import ClientIdentity
from services.kubelet.resources import Publisher
from services.kubelet.rpc import KubeletRpc
from services.kubelet.service import ABSENT
from services.kubelet.version import Kubelet, Version, find
from tests.unit.services.kubelet.samples import SECRETS, facts, kubelet_section

KUBELET = Kubelet(Path("/usr/bin/kubelet"), Version(1, 20))


class FakeSupervisor:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: asyncio.Queue[str] = asyncio.Queue()
        self.spec: ServiceSpec | None = None

    def load(self, specs: Iterable[ServiceSpec]) -> None:
        (self.spec,) = specs

    def replace(self, spec: ServiceSpec) -> None:
        self.spec = spec

    async def start(self, service_id: str) -> None:
        self.told.put_nowait(f"start {service_id}")

    async def restart(self, service_id: str) -> None:
        self.told.put_nowait(f"restart {service_id}")


class Fixture:
    """The controller with all around it."""

    def __init__(self, directory: Path, kubelet: Kubelet | None) -> None:
        self.directory = directory
        self.decided = asyncio.Event()
        self.supervisor = FakeSupervisor()
        self.store = ResourceStore("kubelet", lambda: 0.0, publishes=(KubeletSpec, Nodename))
        self.controller = Controller(
            supervisor=self.supervisor,
            volumes=Gate(),
            files=KubeletFiles(directory),
            identity=ClientIdentity(directory / "client.pem"),
            kubelet=kubelet,
            publish=Publisher(self.store).plan,
            decided=self.decided.set,
            log=structlog.get_logger(),
        )

    @property
    def spec(self) -> ServiceSpec:
        """The service as it was specified last."""
        assert self.supervisor.spec is not None
        return self.supervisor.spec

    async def told(self) -> str:
        """What the supervisor is told next."""
        async with asyncio.timeout(5):
            return await self.supervisor.told.get()


@asynccontextmanager
async def running(directory: Path, kubelet: Kubelet | None) -> AsyncIterator[Fixture]:
    """A controller at work."""
    fixture = Fixture(directory, kubelet)
    task = asyncio.create_task(fixture.controller.run())
    try:
        yield fixture
    finally:
        task.cancel()
        await asyncio.wait([task])


async def test_without_a_kubelet_the_service_is_skipped_and_nothing_is_written(tmp_path: Path) -> None:
    async with running(tmp_path, None) as fixture:
        assert await fixture.told() == "start kubelet"
        assert fixture.spec.skip() == ABSENT
        assert fixture.decided.is_set()
        fixture.controller.take(facts())
        watch = fixture.store.watch(Nodename.DEFINITION.type)
        async for event in watch:
            if event.resource is not None:
                break
        assert fixture.store.get(Nodename, "nodename").spec.nodename == "node-1"
        assert fixture.supervisor.told.empty()
        assert list(tmp_path.iterdir()) == []


async def test_with_one_it_runs_once_its_files_are_written(tmp_path: Path) -> None:
    async with running(tmp_path, KUBELET) as fixture:
        fixture.controller.take(replace(facts(), mounts=frozenset()))
        assert not fixture.decided.is_set()
        assert await fixture.told() == "start kubelet"
        assert fixture.decided.is_set()
        assert fixture.spec.command[0] == "/usr/bin/kubelet"
        assert fixture.spec.operations == {Operation.START, Operation.RESTART}
        assert list(tmp_path.iterdir()) == [], "the directory is on a volume that is not there yet"
        (tmp_path / "client.pem").write_text("another node's")
        await fixture.spec.prepare()
        assert not (tmp_path / "client.pem").exists()
        config = yaml.safe_load((tmp_path / "kubelet.yaml").read_text())
        assert config == fixture.controller.plan().configuration
        assert (tmp_path / "pki/ca.crt").read_bytes() == SECRETS.certs.k8s.crt
        assert stat.S_IMODE((tmp_path / "bootstrap-kubeconfig").stat().st_mode) == 0o600


async def test_the_bootstrap_kubeconfig_holds_token_and_authority(tmp_path: Path) -> None:
    async with running(tmp_path, KUBELET) as fixture:
        fixture.controller.take(facts())
        await fixture.told()
        await fixture.spec.prepare()
    kubeconfig = yaml.safe_load((tmp_path / "bootstrap-kubeconfig").read_text())
    cluster = kubeconfig["clusters"][0]["cluster"]
    assert cluster["server"] == "https://10.5.0.2:6443"
    assert base64.b64decode(cluster["certificate-authority-data"]) == SECRETS.certs.k8s.crt
    assert kubeconfig["users"][0]["user"]["token"] == SECRETS.secrets.bootstrap_token.reveal()
    assert kubeconfig["current-context"] == kubeconfig["contexts"][0]["name"]


async def test_any_change_of_arguments_or_configuration_restarts(tmp_path: Path) -> None:
    async with running(tmp_path, KUBELET) as fixture:
        fixture.controller.take(facts())
        assert await fixture.told() == "start kubelet"
        fixture.controller.take(facts(kubelet_section("extraConfig: {maxPods: 1}")))
        assert await fixture.told() == "restart kubelet"
        fixture.controller.take(facts(kubelet_section("extraArgs: {v: 3}")))
        assert await fixture.told() == "restart kubelet"
        assert "--v=3" in fixture.spec.command


async def test_what_cannot_be_followed_changes_nothing_and_rendering_says_why(tmp_path: Path) -> None:
    async with running(tmp_path, KUBELET) as fixture:
        rpc = KubeletRpc(fixture.controller)
        fixture.controller.take(Facts(heard=True))
        with pytest.raises(FailedPreconditionError, match="no machine config yet"):
            await rpc.render(RenderRequest())
        fixture.controller.take(facts())
        await fixture.told()
        rendered = await rpc.render(RenderRequest())
        assert rendered.args == list(fixture.spec.command[1:])
        assert yaml.safe_load(rendered.config) == fixture.controller.plan().configuration
        fixture.controller.take(facts(kubelet_section("extraConfig: {port: 1}")))
        with pytest.raises(FailedPreconditionError, match='field "port" can\'t be overridden'):
            await rpc.render(RenderRequest())
        fixture.controller.take(facts(kubelet_section("extraArgs: {v: 3}")))
        assert await fixture.told() == "restart kubelet"


async def test_rendering_waits_for_what_was_not_told_yet(tmp_path: Path) -> None:
    async with running(tmp_path, KUBELET) as fixture:
        rendering = asyncio.create_task(KubeletRpc(fixture.controller).render(RenderRequest()))
        known = facts()
        for told in (Facts(), replace(known, config=None)):
            fixture.controller.take(told)
            await asyncio.sleep(0)
            assert not rendering.done()
        fixture.controller.take(known)
        assert (await rendering).args


def test_the_first_place_with_a_kubelet_counts(tmp_path: Path) -> None:
    places = (tmp_path / "a", tmp_path / "b")
    assert find(places) is None
    places[1].touch()
    assert find(places) == places[1]
    places[0].mkdir()
    assert find(places) == places[1]
