"""The etcd component: composition root."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from libtalos.bus.address import TcpAddress
from libtalos.component.run import run
from libtalos.component.runtime import Assembly, Runtime
from libtalos.linux.cgroup import Cgroups
from libtalos.resources.definitions.network import AddressStatus, HostnameStatus
from libtalos.resources.definitions.runtime import MachineConfigSpec, MountStatus
from libtalos.resources.definitions.time import TimeStatus
from libtalos.resources.mirror import mirror_of
from libtalos.supervise import groups
from libtalos.supervise.rpc import SERVICE_NAME
from libtalos.supervise.wiring import Supervision, held_volumes, supervision
from services.etcd.arguments import CLIENT_PORT
from services.etcd.certificates import FILES
from services.etcd.clients import EtcdClient
from services.etcd.component import DECLARATION
from services.etcd.controller import Controller
from services.etcd.files import EtcdFiles
from services.etcd.identity import Identity
from services.etcd.lostfiles import follow_files
from services.etcd.observer import Observer
from services.etcd.patient import PatientEtcd
from services.etcd.resources import Publisher
from services.etcd.rpc import EtcdRpc
from services.etcd.service import CGROUP, SERVICE, VOLUMES

if TYPE_CHECKING:
    from libtalos.resources.spec import ResourceSpec

    S = TypeVar("S", bound=ResourceSpec)

# beside the bus, not in it: where etcd, or what replaces it, would announce that it is ready
NOTIFY = "etcd-notify.sock"
# below the 15 s that init gives a component to stop, draining its calls included
STOP_WITHIN = 10.0


def compose(runtime: Runtime) -> Assembly:
    """Build the component."""
    runtime.health.hold(SERVICE_NAME)
    cgroups = Cgroups.find()
    supervised = _supervision(runtime, cgroups)
    files = EtcdFiles()
    client = EtcdClient(secrets=files.secrets, address=TcpAddress("127.0.0.1", CLIENT_PORT))
    publisher = Publisher(runtime.store)
    volumes = held_volumes(supervised, runtime.bus.channel("filesystem"), SERVICE, VOLUMES, runtime.log)
    controller = Controller(
        supervisor=supervised.supervisor,
        volumes=volumes,
        files=files,
        etcd=client,
        client=client,
        publisher=publisher,
        now=lambda: datetime.now(UTC),
        decided=lambda: runtime.health.release(SERVICE_NAME),
        log=runtime.log,
    )
    identity = Identity(etcd=client, publish=publisher.member, log=runtime.log)
    supervised.supervisor.listen(identity)
    observer = Observer(changed=controller.take, log=runtime.log)
    secrets = partial(follow_files, [files.secrets / name for name in FILES], controller.look)
    work: dict[str, Callable[[], Any]] = {"controller": controller.run, "identity": identity.run, "secrets": secrets}
    work |= _watches(runtime, observer)

    async def start() -> None:
        supervised.open()
        # what a predecessor left would hold etcd's ports and its data
        await groups.clear(cgroups.group(CGROUP))
        for name, task in work.items():
            runtime.tasks.spawn(name, task())

    async def stop() -> None:
        await runtime.tasks.stop_all()
        await supervised.supervisor.stop_all(STOP_WITHIN)
        await volumes.released()
        supervised.close()
        client.renew()

    return Assembly(
        handlers=[EtcdRpc(PatientEtcd(client, clock=runtime.clock)), supervised.rpc], start=start, stop=stop
    )


def _supervision(runtime: Runtime, cgroups: Cgroups) -> Supervision:
    return supervision(
        component=DECLARATION.name,
        cgroups=cgroups,
        store=runtime.store,
        publish=runtime.events.publish,
        clock=runtime.clock,
        environment={"PATH": "/usr/bin:/bin"},
        notify_path=runtime.bus.directory.beside(NOTIFY),
        problem=runtime.log.warning,
        make_helper=None,
    )


def _watches(runtime: Runtime, observer: Observer) -> dict[str, Callable[[], Any]]:
    """The eternal tasks that follow what others publish."""

    def follow(component: str, spec_class: type[S], changed: Callable[[dict[str, S]], None]) -> Callable[[], Any]:
        return mirror_of(runtime.bus.channel(component), spec_class, changed=changed, log=runtime.log).run

    return {
        "watch config": follow("init", MachineConfigSpec, observer.config),
        "watch mounts": follow("filesystem", MountStatus, observer.mounts),
        "watch addresses": follow("network", AddressStatus, observer.addresses),
        "watch hostname": follow("network", HostnameStatus, observer.hostname),
        "watch time": follow("network", TimeStatus, observer.time),
    }


if __name__ == "__main__":
    run(DECLARATION, compose)
