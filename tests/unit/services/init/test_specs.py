"""What init runs."""

import socket
from collections.abc import Awaitable, Callable
from pathlib import Path

from libtalos.component.declaration import ALL_CAPABILITIES
from libtalos.component.registry import RegisteredComponent
from libtalos.supervise.gate import Gate
from services.init.specs import component_specs, containerd_spec


async def healthy() -> None:
    """Always."""


def check_of(component: str) -> Callable[[], Awaitable[None]]:
    return healthy


def component(name: str, *capabilities: str) -> RegisteredComponent:
    return RegisteredComponent(
        name=name, module=f"services.{name}", summary="", uses=frozenset(), capabilities=capabilities
    )


def test_a_component_gets_its_socket_group_and_capabilities() -> None:
    with socket.socket(socket.AF_UNIX) as sock:
        [spec] = component_specs(
            [component("network", "CAP_NET_ADMIN")],
            python="/usr/bin/python3",
            sockets={"network": sock},
            environment={"A": "b"},
            health=check_of,
        )
    assert spec.id == "network"
    assert spec.command == ("/usr/bin/python3", "-I", "-m", "services.network")
    assert spec.module == "services.network"
    assert spec.group == "system/network"
    assert spec.capabilities == frozenset({"CAP_NET_ADMIN"})
    assert list(spec.listen) == ["network.sock"]
    assert spec.notify
    assert spec.env == {"A": "b"}


def test_supervisors_are_called_so_and_may_keep_everything() -> None:
    with socket.socket(socket.AF_UNIX) as sock:
        [spec] = component_specs(
            [component("kubelet", ALL_CAPABILITIES)],
            python="/usr/bin/python3",
            sockets={"kubelet": sock},
            environment={},
            health=check_of,
        )
    assert spec.id == "kubelet-supervisor"
    assert spec.capabilities is None


def test_a_program_of_its_name_takes_the_place_of_a_component(tmp_path: Path) -> None:
    (tmp_path / "network").touch(mode=0o755)
    (tmp_path / "etcd").touch(mode=0o644)  # no program
    with socket.socket(socket.AF_UNIX) as sock:
        network, etcd = component_specs(
            [component("network", "CAP_NET_ADMIN"), component("etcd")],
            python="/usr/bin/python3",
            sockets={"network": sock, "etcd": sock},
            environment={},
            health=check_of,
            replacements=tmp_path,
        )
    assert (network.command, network.module) == ((str(tmp_path / "network"),), None)
    assert network.capabilities == frozenset({"CAP_NET_ADMIN"})
    assert list(network.listen) == ["network.sock"]
    assert etcd.module == "services.etcd"


def test_containerd_waits_for_the_file_system() -> None:
    spec = containerd_spec(environment={}, condition=Gate())
    assert spec.depends_on == ("filesystem",)
    assert spec.group == "system/runtime"
