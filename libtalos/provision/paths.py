"""Where a cluster's state lives: $TALOS_HOME/clusters/<cluster>/<node>/."""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NewType

import msgspec

from libtalos.provision.errors import ProvisionError

ClusterName = NewType("ClusterName", str)
NodeName = NewType("NodeName", str)

_NAME: Final = re.compile(r"[a-z0-9]([-a-z0-9]{0,36}[a-z0-9])?")
# sockaddr_un.sun_path, with the terminating null (unix(7)).
_SOCKET_PATH_MAX: Final = 107
_LONGEST_SOCKET: Final = "filesystem.sock"


def talos_home(environ: Mapping[str, str]) -> Path:
    """Return $TALOS_HOME, or ~/.talos if it is not set, as an absolute path."""
    home = environ.get("TALOS_HOME")
    return Path(home).absolute() if home else Path(environ.get("HOME") or "/root") / ".talos"


def cluster_name(text: str) -> ClusterName:
    """Return text as a cluster's name. Raises ProvisionError if it cannot be one (it becomes part of host names)."""
    if not _NAME.fullmatch(text):
        raise ProvisionError(
            f"not a cluster name: {text!r}; use at most 38 of a-z, 0-9 and '-', with no '-' at either end"
        )
    return ClusterName(text)


class NodePaths(msgspec.Struct, frozen=True):
    """The places of one node."""

    directory: Path

    @property
    def bundle(self) -> Path:
        """The OCI bundle: config.json and the mount point of the root file system."""
        return self.directory / "bundle"

    @property
    def rootfs(self) -> Path:
        """Where the image is mounted, read-only."""
        return self.bundle / "rootfs"

    @property
    def bus(self) -> Path:
        """The node's sockets: /run/talos/bus of the node, to which its /system/run/bus leads."""
        return self.directory / "bus"

    @property
    def disks(self) -> Path:
        """The images of the node's disks: /system/disks of the node."""
        return self.directory / "disks"

    @property
    def console(self) -> Path:
        """What PID 1 wrote to stdout and stderr, since the last start."""
        return self.directory / "console.log"

    @property
    def config(self) -> Path:
        """The machine config that the node was created with."""
        return self.directory / "config.yaml"


class ClusterPaths(msgspec.Struct, frozen=True):
    """The places of one cluster."""

    home: Path
    name: ClusterName

    @property
    def directory(self) -> Path:
        """All of the cluster's state."""
        return self.home / "clusters" / self.name

    @property
    def state(self) -> Path:
        """What was asked for: see libtalos.provision.state."""
        return self.directory / "state.json"

    @property
    def secrets(self) -> Path:
        """The cluster's authorities and tokens."""
        return self.directory / "secrets.yaml"

    @property
    def runc(self) -> Path:
        """runc's own state directory (its --root)."""
        return self.directory / "runc"

    @property
    def tag(self) -> str:
        """Eight hex digits that tell this cluster from one of the same name in another TALOS_HOME."""
        return hashlib.sha256(str(self.directory.resolve()).encode()).hexdigest()[:8]

    def node(self, name: NodeName) -> NodePaths:
        """Return the places of the node called name."""
        return NodePaths(self.directory / name)

    def check_socket_paths(self, name: NodeName) -> None:
        """Raise ProvisionError if the node's sockets would have a longer path than a unix socket can have."""
        longest = len(str(self.node(name).bus / _LONGEST_SOCKET).encode())
        if longest > _SOCKET_PATH_MAX:
            raise ProvisionError(
                f"{self.node(name).bus}: too long for unix sockets by {longest - _SOCKET_PATH_MAX} bytes; "
                "set TALOS_HOME to a shorter path or choose a shorter cluster name"
            )
