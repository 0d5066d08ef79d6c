"""Checks of the smaller parts of machine and cluster; texts are upstream's where upstream has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from libtalos.config.machineparts import MachineDisk
from libtalos.config.schema import CNI, Cluster, Machine
from libtalos.config.urls import url_problem

CNI_NAMES: Final = ("flannel", "custom", "none")
LOG_SCHEMES: Final = ("tcp", "udp")
LOG_FORMAT: Final = "json_lines"
AUTHORIZERS: Final = ("Node", "RBAC", "Webhook")


def check_machine_parts(machine: Machine) -> Iterator[str]:
    """What is wrong with files, disks, registries, logs, modules and profiles."""
    for index, file in enumerate(machine.files):
        if not file.path.startswith("/"):
            yield f'machine.files[{index}].path: "{file.path}" is not an absolute path'
    for disk in machine.disks:
        yield from _disk_problems(disk)
    yield from _registry_problems(machine)
    yield from _log_problems(machine)
    for index, module in enumerate(machine.kernel.modules if machine.kernel else ()):
        if not module.name or "/" in module.name:
            yield f'machine.kernel.modules[{index}].name: "{module.name}" is not the name of a module'
    for index, profile in enumerate(machine.seccomp_profiles):
        if not profile.name or "/" in profile.name:
            yield f'machine.seccompProfiles[{index}].name: "{profile.name}" is not the name of a file'


def check_cluster_parts(cluster: Cluster) -> Iterator[str]:
    """What is wrong with the CNI, authorizers and manifests."""
    if cluster.discovery.enabled:
        for key, value in (("id", cluster.id), ("secret", cluster.secret)):
            if not value:
                yield f"cluster.{key} is required for cluster.discovery"
    if cluster.network.cni is not None:
        yield from _cni_problems(cluster.network.cni)
    for index, authorizer in enumerate(cluster.api_server.authorization_config if cluster.api_server else ()):
        path = f"cluster.apiServer.authorizationConfig[{index}]"
        if authorizer.type not in AUTHORIZERS:
            yield f'{path}.type: "{authorizer.type}" is none of {", ".join(AUTHORIZERS)}'
        if not authorizer.name:
            yield f"{path}.name is required"
    provider = cluster.external_cloud_provider
    for path, urls in (
        ("cluster.extraManifests", cluster.extra_manifests),
        ("cluster.externalCloudProvider.manifests", provider.manifests if provider else ()),
    ):
        yield from _url_problems(path, urls)
    yield from _manifest_name_problems(cluster)


def _disk_problems(disk: MachineDisk) -> Iterator[str]:
    if not disk.device:
        yield "machine.disks: device is required"
    for index, partition in enumerate(disk.partitions):
        if partition.size in {"", "0"} and index < len(disk.partitions) - 1:
            yield (
                f'partition for disk "{disk.device}" is set to occupy full disk, '
                "but it's not the last partition in the list"
            )


def _registry_problems(machine: Machine) -> Iterator[str]:
    registries = machine.registries
    for host, mirror in (registries.mirrors if registries else {}).items():
        if mirror is None:
            yield f'registries.mirrors["{host}"] is null'
        else:
            yield from _url_problems(f'registries.mirrors["{host}"].endpoints', mirror.endpoints)
    for host, config in (registries.config if registries else {}).items():
        if config is None:
            yield f'registries.config["{host}"] is null'


def _log_problems(machine: Machine) -> Iterator[str]:
    for index, destination in enumerate(machine.logging.destinations if machine.logging else ()):
        path = f"machine.logging.destinations[{index}]"
        problem = url_problem(destination.endpoint.value, *LOG_SCHEMES)
        if problem or not destination.endpoint.parts.port:
            yield f"{path}.endpoint: {problem or 'a port is required'}"
        if destination.format not in {"", LOG_FORMAT}:
            yield f'{path}.format: "{destination.format}" is not {LOG_FORMAT}'


def _cni_problems(cni: CNI) -> Iterator[str]:
    path = "cluster.network.cni"
    if cni.name not in {"", *CNI_NAMES}:
        yield f'{path}.name: "{cni.name}" is none of {", ".join(CNI_NAMES)}'
    if cni.name == "custom" and not cni.urls:
        yield f"{path}.urls: at least one is required for a custom CNI"
    if cni.name != "custom" and cni.urls:
        yield f"{path}.urls: only a custom CNI has them"
    if cni.name not in {"", "flannel"} and cni.flannel is not None:
        yield f"{path}.flannel: only the CNI flannel has it"
    yield from _url_problems(f"{path}.urls", cni.urls)


def _url_problems(path: str, urls: tuple[str, ...]) -> Iterator[str]:
    for index, url in enumerate(urls):
        problem = url_problem(url, "https", "http")
        if problem:
            yield f'{path}[{index}]: "{url}": {problem}'


def _manifest_name_problems(cluster: Cluster) -> Iterator[str]:
    seen: set[str] = set()
    for index, manifest in enumerate(cluster.inline_manifests):
        path = f"cluster.inlineManifests[{index}].name"
        if not manifest.name:
            yield f"{path} is required"
        elif manifest.name in seen:
            yield f'{path}: "{manifest.name}" is given twice'
        seen.add(manifest.name)
