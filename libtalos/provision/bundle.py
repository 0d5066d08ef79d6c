"""The OCI bundle of a node (format: OCI runtime specification 1.0.2, config.md and config-linux.md)."""

import base64
from collections.abc import Sequence
from typing import Any, Final

import msgspec

from libtalos.linux.files import write_atomic
from libtalos.provision import capabilities, cgroups
from libtalos.provision.cgroups import Layout
from libtalos.provision.errors import ProvisionError
from libtalos.provision.paths import NodePaths

BUS: Final = "/run/talos/bus"  # the node has a link to it, /system/run/bus
DISKS: Final = "/system/disks"
SEARCH_PATH: Final = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
NAMESPACES: Final = ("pid", "network", "ipc", "uts", "mount", "cgroup")
# What runc's own default set lacks; block nodes are made in the node when a loop device is attached there.
_DEVICES: Final = (("/dev/loop-control", 10, 237), ("/dev/kmsg", 1, 11), ("/dev/fuse", 10, 229))
# execve(2): no single environment string may be longer than 32 pages (MAX_ARG_STRLEN).
USERDATA_MAX: Final = 32 * 4096 - len("USERDATA=") - 1

_PSEUDO: Final = ["nosuid", "noexec", "nodev"]


class BundleSpec(msgspec.Struct, frozen=True, kw_only=True):
    """What a node's bundle is made from."""

    hostname: str
    group: str
    paths: NodePaths
    layout: Layout
    capabilities: Sequence[str]


def config(spec: BundleSpec, machine_config: bytes) -> dict[str, Any]:
    """Return the content of config.json: a container with every privilege this host can give, on a read-only root.

    Raises ProvisionError if the machine config does not fit into the environment.
    """
    return {
        "ociVersion": "1.0.2",
        "hostname": spec.hostname,
        "root": {"path": str(spec.paths.rootfs), "readonly": True},
        "process": _process(spec, machine_config),
        "mounts": _mounts(spec),
        "linux": {
            "cgroupsPath": cgroups.container_path(spec.layout, spec.group),
            "namespaces": [{"type": kind} for kind in NAMESPACES],
            "resources": {"devices": [{"allow": True, "access": "rwm"}]},
            "devices": [_device(*device) for device in _DEVICES],
            # No rootfsPropagation: runc (1.1) makes a root that is a mount point private whatever is asked for, so the
            # node makes its own "/" shared; and its default, rslave, lets nothing out to the host.
            "maskedPaths": [],
            "readonlyPaths": [],
        },
    }


def _process(spec: BundleSpec, machine_config: bytes) -> dict[str, Any]:
    return {
        "terminal": False,
        "user": {"uid": 0, "gid": 0},
        "cwd": "/",
        "args": ["/sbin/init"],
        "env": [f"PATH={SEARCH_PATH}", "PLATFORM=container", f"USERDATA={_userdata(machine_config)}"],
        "capabilities": {kind: list(spec.capabilities) for kind in ("bounding", "effective", "permitted")},
        "noNewPrivileges": False,
    }


def _userdata(machine_config: bytes) -> str:
    encoded = base64.b64encode(machine_config).decode()
    if len(encoded) > USERDATA_MAX:
        raise ProvisionError(
            f"machine config: {len(machine_config)} bytes, more than an environment variable holds "
            f"({USERDATA_MAX * 3 // 4}); shorten it"
        )
    return encoded


def _mounts(spec: BundleSpec) -> list[dict[str, Any]]:
    mounts = [
        _mount("/proc", "proc", "proc", []),
        _mount("/dev", "tmpfs", "tmpfs", ["nosuid", "strictatime", "mode=755", "size=65536k"]),
        _mount(
            "/dev/pts", "devpts", "devpts", ["nosuid", "noexec", "newinstance", "ptmxmode=0666", "mode=0620", "gid=5"]
        ),
        _mount("/dev/shm", "tmpfs", "shm", [*_PSEUDO, "mode=1777", "size=65536k"]),  # noqa: S108 - the node's own
        _mount("/dev/mqueue", "mqueue", "mqueue", _PSEUDO),
        _mount("/sys", "sysfs", "sysfs", [*_PSEUDO, "rw"]),
        _mount("/sys/fs/cgroup", "cgroup", "cgroup", [*_PSEUDO, "rw"]),
    ]
    if spec.layout is Layout.HYBRID:
        # runc puts the container into a v2 group of its own, but shows it the v1 hierarchies only.
        mounts.append(_mount(cgroups.HYBRID, "cgroup2", "cgroup2", [*_PSEUDO, "rw"]))
    mounts += [
        _mount("/run", "tmpfs", "tmpfs", ["nosuid", "nodev", "mode=755"]),
        _mount("/tmp", "tmpfs", "tmpfs", ["nosuid", "nodev", "mode=1777"]),  # noqa: S108 - the node's own
        _mount("/system", "tmpfs", "tmpfs", ["nosuid", "nodev", "mode=755"]),
        # Private: what the node mounts below must not show up on a host whose own mounts are shared.
        _mount(BUS, "bind", str(spec.paths.bus), ["rbind", "rw", "rprivate"]),
        _mount(DISKS, "bind", str(spec.paths.disks), ["rbind", "rw", "rprivate"]),
    ]
    return mounts


def _mount(destination: str, kind: str, source: str, options: Sequence[str]) -> dict[str, Any]:
    return {"destination": destination, "type": kind, "source": source, "options": list(options)}


def _device(path: str, major: int, minor: int) -> dict[str, Any]:
    return {"path": path, "type": "c", "major": major, "minor": minor, "fileMode": 0o660, "uid": 0, "gid": 0}


class WriteBundle(msgspec.Struct, frozen=True):
    """Write config.json. It holds the machine config, secrets and all: for root's eyes only."""

    spec: BundleSpec

    def describe(self) -> str:
        """Say what execute() does."""
        return f"write the OCI bundle of {self.spec.hostname}"

    def execute(self) -> None:
        """Write config.json from the node's machine config."""
        content = config(self.spec, self.spec.paths.config.read_bytes())
        write_atomic(self.spec.paths.bundle / "config.json", msgspec.json.format(msgspec.json.encode(content)))

    def undo(self) -> None:
        """Remove config.json."""
        (self.spec.paths.bundle / "config.json").unlink(missing_ok=True)


def host_spec(*, hostname: str, group: str, paths: NodePaths) -> BundleSpec:
    """Return the spec of a node on this host: its cgroup layout, the capabilities that its root has."""
    return BundleSpec(
        hostname=hostname,
        group=group,
        paths=paths,
        layout=cgroups.detect(cgroups.mounts_of_host()),
        capabilities=capabilities.bounding_set(),
    )
