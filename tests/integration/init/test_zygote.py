"""The components of a node are forked from a zygote, and are what they would be after exec."""

from __future__ import annotations

import contextlib
import os
import signal
from pathlib import Path

import pytest

from libtalos.component.declaration import ALL_CAPABILITIES
from libtalos.component.registry import load_registry
from libtalos.gen.talos.supervisor.v1 import RestartServiceRequest, Service, SupervisorServiceStub
from libtalos.linux import caps
from libtalos.linux.cgroup import Group
from tests.integration.init.node import COMPONENTS, PYTHON, Node, booted, running

pytestmark = [pytest.mark.root, pytest.mark.timeout(120)]
# a component of another make: here the same one, by exec and through a shell
REPLACEMENT = f"#!/bin/sh\nREPLACED=yes exec {PYTHON} -I -m services.network\n"


async def test_components_are_forked_replaced_and_outlive_their_zygote() -> None:
    async with booted() as node:
        services = await node.until(running)
        [zygote] = zygotes(node)
        for component in COMPONENTS.values():
            check_identity(node, component)
            check_descriptors(node, component)
            check_capabilities(node, component)
        first = await check_restart_after_a_kill(node, services)
        assert zygotes(node) == [zygote]
        await check_a_new_zygote(node, zygote, first)


def zygotes(node: Node) -> list[int]:
    """Who is in init's own group beside init."""
    return sorted(set(Group(node.group.path / "init", node.group.control).pids()) - {node.pid})


def process_of(node: Node, component: str) -> int:
    """The component's own process: etcd's and kubelet's have others below them."""
    [pid] = [pid for pid in node.pids(component) if status_of(pid)["PPid"] == str(node.pid)]
    return pid


def status_of(pid: int) -> dict[str, str]:
    """/proc/PID/status."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def descriptors(pid: int) -> dict[int, str]:
    """What a process has open."""
    found = {}
    for path in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # closed in the meantime
            found[int(path.name)] = str(path.readlink())
    return found


def check_identity(node: Node, component: str) -> None:
    """In its group, a child of init, in a session of its own, shown as what it is."""
    pid = process_of(node, component)
    status = status_of(pid)
    assert (status["PPid"], status["Name"]) == (str(node.pid), component)
    inner = status["NSpid"].split()[-1]
    assert status["NSsid"].split()[-1] == inner
    words = Path(f"/proc/{pid}/cmdline").read_text().rstrip("\0").split("\0")
    assert words == [PYTHON, "-I", "-m", f"services.{component}"]
    assert f"LISTEN_PID={inner}" in Path(f"/proc/{pid}/environ").read_text().split("\0")


def check_descriptors(node: Node, component: str) -> None:
    """Nothing of init's or of the zygote's: not the console, not the sockets of others."""
    pid = process_of(node, component)
    own = descriptors(pid)
    assert (own[0], own[1].split(":")[0], own[2]) == ("/dev/null", "pipe", own[1])
    assert own[3].startswith("socket:")
    assert not [link for link in own.values() if str(node.console) in link]
    held = {link for other in (node.pid, *zygotes(node)) for link in descriptors(other).values()}
    assert {link for link in own.values() if link in held and "socket" in link} == {own[3]}


def check_capabilities(node: Node, component: str) -> None:
    """What is declared, and nothing to get more from."""
    declared = load_registry().components[component].capabilities
    pid = process_of(node, component)
    allowed = 2**64 - 1 if ALL_CAPABILITIES in declared else caps.mask(declared)
    parent, status = status_of(node.pid), status_of(pid)
    for name in ("CapPrm", "CapEff", "CapBnd"):
        assert int(status[name], 16) == int(parent[name], 16) & allowed, name


async def check_restart_after_a_kill(node: Node, services: dict[str, Service]) -> int:
    """The next process of a component that was killed; it comes from the same zygote."""
    pid = process_of(node, "network")
    os.kill(pid, signal.SIGKILL)
    await node.until(lambda now: running(now) and now["network"].pid != services["network"].pid)
    check_identity(node, "network")
    return process_of(node, "network")


async def check_a_new_zygote(node: Node, zygote: int, before: int) -> None:
    """A component is started although the zygote is gone, from a new one, and that is told."""
    os.kill(zygote, signal.SIGKILL)
    await node.channel().stub(SupervisorServiceStub).restart_service(RestartServiceRequest(id="network"))
    await node.until(lambda now: running(now) and node.pids("network") not in ([], [before]))
    await node.until_said("init", "the process that starts others is made anew")
    check_identity(node, "network")
    check_descriptors(node, "network")
    [new] = zygotes(node)
    assert new != zygote
    assert Path(f"/proc/{new}/cmdline").read_text() == "zygote\0"


async def test_a_program_takes_the_place_of_a_component() -> None:
    async with booted(replaced={"network": REPLACEMENT}) as node:
        await node.until(running)
        replaced, forked = process_of(node, "network"), process_of(node, "api")
        assert b"REPLACED=yes" in Path(f"/proc/{replaced}/environ").read_bytes()
        assert b"REPLACED=yes" not in Path(f"/proc/{forked}/environ").read_bytes()
        assert status_of(replaced)["Name"] == Path(PYTHON).name
        check_capabilities(node, "network")
