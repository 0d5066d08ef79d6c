"""What the node says of itself."""

from __future__ import annotations

import platform
import socket
from collections.abc import Mapping
from pathlib import Path

import msgspec

from services.api import meminfo

# Go's names of architectures, which upstream's clients expect
_ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}


class Version(msgspec.Struct, frozen=True):
    """Version and platform. `runtime` is the language that this is written in, where upstream names its Go."""

    tag: str
    platform: str
    mode: str
    runtime: str
    os: str
    arch: str


class Node(msgspec.Struct, frozen=True):
    """This machine. proc is where /proc is."""

    version: Version
    proc: Path = Path("/proc")

    def hostname(self) -> str:
        """Return the host name."""
        return socket.gethostname()

    def memory(self) -> Mapping[str, int]:
        """Return /proc/meminfo by upstream's field names, in kB."""
        return meminfo.parse((self.proc / "meminfo").read_text())


def this_version(*, version: str, platform_name: str) -> Version:
    """Return the version of this process. A container's mode is `container`, everything else's is `metal`."""
    machine = platform.machine()
    return Version(
        tag=f"v{version}",
        platform=platform_name,
        mode="container" if platform_name == "container" else "metal",
        runtime=f"python{platform.python_version()}",
        os=platform.system().lower(),
        arch=_ARCHITECTURES.get(machine, machine),
    )
