"""What documents that are each right by themselves must not say together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from libtalos.config.container import Documents

# kinds of volumes by the labels of their partitions; those without a partition are mounted beside the user's volumes
LABELS: Final = {
    "UserVolumeConfig": "u",
    "ExistingVolumeConfig": "u",
    "ExternalVolumeConfig": "u",
    "RawVolumeConfig": "r",
    "SwapVolumeConfig": "s",
}


def conflicts(documents: Documents) -> Iterator[str]:
    """Each conflict, with the manifest id of the later document."""
    yield from _same_volume_names(documents)
    yield from _without_discovery(documents)
    config = documents.machine_config
    if config is not None and config.machine is not None:
        for document in documents.others:
            yield from (f"{document.manifest}: {fault}" for fault in document.conflicts(config.machine))


def _without_discovery(documents: Documents) -> Iterator[str]:
    config = documents.machine_config
    if config is None or config.cluster is None or config.cluster.discovery.enabled:
        return
    if config.machine is not None and config.machine.network.kubespan and config.machine.network.kubespan.enabled:
        yield "machine.network.kubespan: KubeSpan needs cluster.discovery.enabled"
    for document in documents.others:
        # by its keys: the kind's module is not imported for a config that has none
        if type(document).__name__ == "KubeSpanConfig" and getattr(document, "enabled", False):
            yield f"{document.manifest}: KubeSpan needs cluster.discovery.enabled"


def _same_volume_names(documents: Documents) -> Iterator[str]:
    seen: set[tuple[str, str]] = set()
    for document in documents.others:
        label = LABELS.get(type(document).__name__)
        if label is not None:
            name = document.identity.lower()  # names of partitions and directories may not differ by case alone
            if (label, name) in seen:
                yield f"{document.manifest}: another one has that name"
            seen.add((label, name))
