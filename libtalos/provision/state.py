"""What is remembered of a cluster: what was asked for. What is really there is looked up, never remembered."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import msgspec

from libtalos.linux.files import write_atomic
from libtalos.provision.errors import ProvisionError
from libtalos.provision.operations import Progress
from libtalos.provision.paths import ClusterName, ClusterPaths

VERSION: Final = 1


class ImageState(msgspec.Struct, frozen=True, kw_only=True):
    """The image a cluster was created from; size and modification time (ns) tell whether the file was replaced."""

    path: str
    size: int
    mtime_ns: int


class NodeState(msgspec.Struct, frozen=True, kw_only=True):
    """One node: its name (also its host name) and its address with prefix length."""

    name: str
    address: str


class ClusterState(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A cluster as it was asked for; `created` is an RFC 3339 time, `disk_size` bytes."""

    name: str
    created: str
    image: ImageState
    cidr: str
    gateway: str
    disk_size: int
    nodes: tuple[NodeState, ...]
    version: int = VERSION


def image_state(image: Path) -> ImageState:
    """Return what identifies the file at image now. Raises ProvisionError if there is no such file."""
    try:
        status = image.stat()
    except OSError as error:
        raise ProvisionError(f"image {image}: {error.strerror}; build one with `talos image build`") from error
    return ImageState(path=str(image.absolute()), size=status.st_size, mtime_ns=status.st_mtime_ns)


class StateStore(msgspec.Struct, frozen=True):
    """The clusters of one TALOS_HOME."""

    home: Path

    def paths(self, name: ClusterName) -> ClusterPaths:
        """Return the places of the cluster called name."""
        return ClusterPaths(self.home, name)

    def names(self) -> list[ClusterName]:
        """Return the names of all clusters of which there is anything, sorted."""
        try:
            entries = sorted(entry.name for entry in (self.home / "clusters").iterdir() if entry.is_dir())
        except FileNotFoundError:
            return []
        return [ClusterName(entry) for entry in entries]

    def exists(self, name: ClusterName) -> bool:
        """Tell whether there is anything of the cluster called name, whole or not."""
        return self.paths(name).directory.is_dir()

    def load(self, name: ClusterName) -> ClusterState | None:
        """Return the state of the cluster called name, or None if it was never (or not quite) written.

        Raises ProvisionError if the file is damaged or of another version.
        """
        path = self.paths(name).state
        try:
            state = msgspec.json.decode(path.read_bytes(), type=ClusterState)
        except FileNotFoundError:
            return None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ProvisionError(f"{path}: damaged ({error}); run `talos cluster destroy --name {name}`") from error
        if state.version != VERSION:
            raise ProvisionError(f"{path}: version {state.version}, this program writes version {VERSION}")
        return state

    def save(self, state: ClusterState) -> None:
        """Write state, whole or not at all."""
        content = msgspec.json.format(msgspec.json.encode(state), indent=2)
        write_atomic(self.paths(ClusterName(state.name)).state, content + b"\n")

    @contextmanager
    def locked(self, progress: Progress) -> Iterator[None]:
        """Keep other `talos cluster` commands of this TALOS_HOME out; wait for one that is at work, and say so.

        The lock is on the directory: it leaves no file behind, and goes with the process that holds it.
        """
        clusters = self.home / "clusters"
        clusters.mkdir(parents=True, exist_ok=True, mode=0o700)
        fd = os.open(clusters, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            try:
                fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                progress("wait for another `talos cluster` command to finish")
                fcntl.flock(fd, fcntl.LOCK_EX)
            yield
        finally:
            os.close(fd)
