"""The files that the kubelet reads."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

import msgspec

from libtalos.config import MachineConfig
from libtalos.config.schema import Cluster

CONTEXT: Final = "local"
USER: Final = "kubelet"


class File(msgspec.Struct, frozen=True):
    """A file to write, mode 0600; its content stays out of repr."""

    path: Path
    content: bytes

    def __repr__(self) -> str:
        return f"File({str(self.path)!r})"


class KubeletFiles(msgspec.Struct, frozen=True):
    """The files below the directory of Kubernetes' configuration."""

    directory: Path = Path("/etc/kubernetes")

    def render(self, config: MachineConfig, configuration: dict[str, Any]) -> tuple[File, ...]:
        """Configuration, bootstrap kubeconfig and the cluster's CA."""
        cluster = config.cluster or Cluster()
        return (
            File(self.directory / "kubelet.yaml", yaml_text(configuration).encode()),
            File(self.directory / "bootstrap-kubeconfig", yaml_text(bootstrap_kubeconfig(cluster)).encode()),
            File(self.directory / "pki/ca.crt", cluster.ca.crt if cluster.ca else b""),
        )

    def write(self, files: Iterable[File]) -> None:
        """Write each file at once or not at all, and make the directory of static pods. Raises OSError."""
        (self.directory / "manifests").mkdir(mode=0o700, parents=True, exist_ok=True)
        for file in files:
            file.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(file)


def yaml_text(document: dict[str, Any]) -> str:
    """A document in YAML, keys in the order given."""
    import yaml  # noqa: PLC0415 - 12 ms, only where a document is written

    return yaml.dump(document, Dumper=yaml.CSafeDumper, sort_keys=False, width=1 << 20)


def bootstrap_kubeconfig(cluster: Cluster) -> dict[str, Any]:
    """How the kubelet reaches the API server before it has a certificate: with the bootstrap token."""
    authority = base64.b64encode(cluster.ca.crt).decode() if cluster.ca else ""
    token = cluster.token.reveal() if cluster.token else ""
    return {
        "apiVersion": "v1",
        "kind": "Config",
        "clusters": [
            {
                "name": CONTEXT,
                "cluster": {"server": cluster.control_plane.endpoint, "certificate-authority-data": authority},
            }
        ],
        "users": [{"name": USER, "user": {"token": token}}],
        "contexts": [{"name": f"{USER}@{CONTEXT}", "context": {"cluster": CONTEXT, "user": USER}}],
        "current-context": f"{USER}@{CONTEXT}",
    }


def _write(file: File) -> None:
    temporary = file.path.with_name(f".{file.path.name}.new")
    temporary.unlink(missing_ok=True)
    fd = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    with os.fdopen(fd, "wb") as stream:
        stream.write(file.content)
        stream.flush()
        os.fsync(fd)
    temporary.replace(file.path)
    directory = os.open(file.path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(directory)
    finally:
        os.close(directory)
