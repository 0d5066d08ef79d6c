"""Which kubelet the image has: flags come and go between versions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import msgspec

PLACES: Final = (Path("/usr/bin/kubelet"), Path("/usr/local/bin/kubelet"))


class VersionError(Exception):
    """The program does not say which version it is."""


class Version(msgspec.Struct, frozen=True, order=True):
    """Major and minor version of Kubernetes."""

    major: int
    minor: int

    def __str__(self) -> str:
        return f"v{self.major}.{self.minor}"


# what is rendered while the image has no kubelet: no flags of the past
CURRENT: Final = Version(1, 34)
# --container-runtime went, containerRuntimeEndpoint came (Kubernetes' changelog of 1.27)
CONFIGURES_RUNTIME: Final = Version(1, 27)
# failCgroupV1 came; from 1.35 on it is true unless set (changelogs of 1.31 and 1.35)
JUDGES_CGROUPS: Final = Version(1, 31)
# the gate GracefulNodeShutdown is on; before, a kubelet with a grace period does not start (changelog of 1.21)
SHUTS_DOWN_GRACEFULLY: Final = Version(1, 21)
# the gate SeccompDefault is on; 1.22 has the field, but does not start with it (changelogs of 1.22 and 1.25)
DEFAULTS_SECCOMP: Final = Version(1, 25)
# registerWithTaints came into the configuration (changelog of 1.23)
CONFIGURES_TAINTS: Final = Version(1, 23)


class Kubelet(msgspec.Struct, frozen=True):
    """A kubelet program."""

    path: Path
    version: Version


def find(places: tuple[Path, ...] = PLACES) -> Path | None:
    """Where the kubelet is, if anywhere."""
    return next((path for path in places if path.is_file()), None)


def parse_version(text: str) -> Version:
    """From what `kubelet --version` prints, such as `Kubernetes v1.31.1`. Raises VersionError."""
    match = re.search(r"Kubernetes v(\d+)\.(\d+)", text)
    if match is None:
        raise VersionError(f"kubelet --version says {text[:80]!r}, expected something like 'Kubernetes v1.31.1'")
    return Version(int(match[1]), int(match[2]))
