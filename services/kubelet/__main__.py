"""The kubelet component: composition root."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

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
from services.kubelet.component import DECLARATION
from services.kubelet.controller import Controller
from services.kubelet.files import KubeletFiles
from services.kubelet.identity import ClientIdentity
from services.kubelet.observer import Observer
from services.kubelet.resources import Publisher
from services.kubelet.rpc import KubeletRpc
from services.kubelet.service import CGROUP, SERVICE, VOLUMES
from services.kubelet.version import Kubelet, VersionError, find, parse_version

if TYPE_CHECKING:
    from libtalos.resources.spec import ResourceSpec

    S = TypeVar("S", bound=ResourceSpec)

# beside the bus, not in it
NOTIFY = "kubelet-notify.sock"
PATHS = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/cni/bin"
# where the kubelet looks whether cgroup2 is all there is
KUBELETS_CGROUPS = Path("/sys/fs/cgroup")
# below the 15 s that init gives a component to stop, draining its calls included
STOP_WITHIN = 10.0
VERSION_TIMEOUT = 20.0


def compose(runtime: Runtime) -> Assembly:
    """Build the component. Exits with status 2 if the image's kubelet cannot be used."""
    runtime.health.hold(SERVICE_NAME)
    cgroups = Cgroups.find()
    supervised = _supervision(runtime, cgroups)
    try:
        kubelet = find_kubelet()
    except (VersionError, OSError, subprocess.SubprocessError) as error:
        runtime.log.error("the image's kubelet cannot be used", error=str(error))  # noqa: TRY400 - the message says it
        raise SystemExit(2) from error
    volumes = held_volumes(supervised, runtime.bus.channel("filesystem"), SERVICE, VOLUMES, runtime.log)
    controller = Controller(
        supervisor=supervised.supervisor,
        volumes=volumes,
        files=KubeletFiles(),
        identity=ClientIdentity(),
        kubelet=kubelet,
        publish=Publisher(runtime.store).plan,
        decided=lambda: runtime.health.release(SERVICE_NAME),
        log=runtime.log,
    )
    observer = Observer(unified=cgroups.root == KUBELETS_CGROUPS, changed=controller.take, log=runtime.log)
    work = {"controller": controller.run} | _watches(runtime, observer)

    async def start() -> None:
        supervised.open()
        # what a predecessor left would hold the kubelet's ports
        await groups.clear(cgroups.group(CGROUP))
        for name, task in work.items():
            runtime.tasks.spawn(name, task())

    async def stop() -> None:
        await runtime.tasks.stop_all()
        await supervised.supervisor.stop_all(STOP_WITHIN)
        await volumes.released()
        supervised.close()

    return Assembly(handlers=[KubeletRpc(controller), supervised.rpc], start=start, stop=stop)


def find_kubelet() -> Kubelet | None:
    """The image's kubelet. Raises VersionError, OSError, SubprocessError if there is one that cannot be used."""
    path = find()
    if path is None:
        return None
    said = subprocess.run([path, "--version"], capture_output=True, check=True, text=True, timeout=VERSION_TIMEOUT)
    return Kubelet(path, parse_version(said.stdout))


def _supervision(runtime: Runtime, cgroups: Cgroups) -> Supervision:
    return supervision(
        component=DECLARATION.name,
        cgroups=cgroups,
        store=runtime.store,
        publish=runtime.events.publish,
        clock=runtime.clock,
        environment={"PATH": PATHS},
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
