"""The kubelet component over its socket, without a kubelet and with a program that stands for one."""

from __future__ import annotations

import asyncio
import stat

import pytest
import yaml

from libtalos.bus.errors import FailedPreconditionError
from libtalos.contracts import lock
from libtalos.contracts.conformance import Conformance
from libtalos.contracts.fuzz import fuzz
from libtalos.contracts.layout import Finding
from libtalos.contracts.target import Target
from libtalos.gen.talos.kubelet.v1 import KubeletServiceStub, RenderRequest, RenderResponse
from libtalos.gen.talos.supervisor.v1 import RestartServiceRequest, Service
from libtalos.resources.definitions.k8s import KubeletSpec, Nodename
from tests.contract.etcd.node import Node, healthy, running

pytestmark = pytest.mark.root
# What the component needs of a kubelet: it says its version, and answers on its health port.
STAND_IN = """\
#!/usr/bin/python3
import http.server, sys

if "--version" in sys.argv:
    print("Kubernetes v1.20.2")
    sys.exit()


class Healthz(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200 if self.path == "/healthz" else 404)
        self.end_headers()


print("arguments:", *sys.argv[1:], flush=True)
http.server.HTTPServer(("127.0.0.1", 10248), Healthz).serve_forever()
"""


async def render(node: Node) -> RenderResponse:
    """Ask what the kubelet runs with."""
    return await node.channel.stub(KubeletServiceStub).render(RenderRequest())


async def test_without_a_kubelet_the_service_is_skipped_and_rendering_works() -> None:
    async with running("kubelet") as node:
        skipped = await node.until_service(
            lambda service: service is not None and service.state.name == "SKIPPED", name="kubelet"
        )
        assert skipped is not None
        assert skipped.events[-1].message.startswith("Service skipped: the image has no kubelet")
        with pytest.raises(FailedPreconditionError, match="no machine config yet"):
            await render(node)
        node.configure(hostname="Node-1.example.org")
        assert await node.until(Nodename, bool) == {"nodename": Nodename(nodename="node-1")}
        rendered = await render(node)
        assert "--hostname-override=node-1" in rendered.args
        config = yaml.safe_load(rendered.config)
        assert (config["kind"], config["clusterDNS"]) == ("KubeletConfiguration", ["10.96.0.10"])
        specs = await node.until(KubeletSpec, bool)
        assert specs["kubelet"].config == config
        assert list(specs["kubelet"].args) == rendered.args
        assert await asyncio.to_thread(check_contract, node) == []


def check_contract(node: Node) -> list[Finding]:
    """Hold the process to the recordings."""
    findings: list[Finding] = []
    for contract in ("talos.kubelet.v1", "talos.supervisor.v1"):
        with Target(node.process.socket) as target:
            conformance = Conformance(target, lock.packaged(), contract)
            findings += [finding for check in conformance.checks().values() for finding in check()]
            findings += fuzz(conformance, examples=5)
    return findings


def waiting(service: Service | None) -> bool:
    """Whether the service waits for something."""
    return service is not None and service.state.name == "WAITING"


async def test_a_kubelet_is_run_once_its_volumes_are_there() -> None:
    async with running("kubelet", programs={"kubelet": STAND_IN}) as node:
        node.configure()
        service = await node.until_service(waiting, name="kubelet")
        assert service is not None
        assert service.events[-1].message == (
            "Waiting for volume /var to be mounted, volume /etc/kubernetes to be mounted, "
            "address 10.5.0.2 to be assigned"
        )
        node.mount("/var")
        node.mount("/etc/kubernetes")
        node.assign()
        service = await node.until_service(healthy, name="kubelet")
        assert service is not None
        assert ("service/kubelet", "KUBELET") in node.volumes.held
        command = (node.root / f"proc/{service.pid}/cmdline").read_text()
        assert "--container-runtime=remote" in command  # 1.20 still wants it
        assert "--register-with-taints=node-role.kubernetes.io/control-plane=:NoSchedule" in command
        check_files(node)
        await node.supervisor.restart_service(RestartServiceRequest(id="kubelet"))
        before = service.pid
        await node.until_service(lambda now: healthy(now) and now is not None and now.pid != before, name="kubelet")


def check_files(node: Node) -> None:
    """The kubelet's files are for root alone, and the bootstrap token is in one of them only."""
    directory = node.root / "etc/kubernetes"
    names = ("kubelet.yaml", "bootstrap-kubeconfig", "pki/ca.crt")
    assert [stat.S_IMODE((directory / name).stat().st_mode) for name in names] == [0o600] * 3
    token = node.secrets.secrets.bootstrap_token.reveal()
    assert [token in (directory / name).read_text() for name in names] == [False, True, False]
    kubeconfig = yaml.safe_load((directory / "bootstrap-kubeconfig").read_text())
    assert kubeconfig["clusters"][0]["cluster"]["server"] == "https://10.5.0.2:6443"


async def test_a_protected_field_is_refused_and_what_runs_goes_on() -> None:
    def edit(text: str) -> str:
        return text.replace("\n  kubelet:\n", "\n  kubelet:\n    extraConfig: {port: 1}\n")

    async with running("kubelet", programs={"kubelet": STAND_IN}) as node:
        node.configure()
        for target in ("/var", "/etc/kubernetes"):
            node.mount(target)
        node.assign()
        before = await node.until_service(healthy, name="kubelet")
        node.configure(edit=edit)
        with pytest.raises(FailedPreconditionError, match='field "port" can\'t be overridden'):
            await until_refused(node)
        after = await node.service("kubelet")
        assert before is not None
        assert after is not None
        assert after.pid == before.pid


async def until_refused(node: Node) -> None:
    """Render until it fails. The component tells nobody when it has read a config that it refuses."""
    async with asyncio.timeout(10):
        while (await render(node)).args:  # noqa: ASYNC110 - there is no event to wait for
            await asyncio.sleep(0)
