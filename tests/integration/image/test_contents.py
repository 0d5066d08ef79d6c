"""The finished image, mounted read-only through a loop device, with its programs started in it."""

from __future__ import annotations

import json
import shlex
import subprocess
from pathlib import Path

import pytest

from libtalos.image.manifest import IMAGE, Manifest

pytestmark = [pytest.mark.root, pytest.mark.timeout(240)]

MOUNT = "mkdir -p {place} && mount -t squashfs -o loop,ro {image} {place} && exec chroot {place} "


def inside(image: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the image in a mount namespace of its own; mount and loop device go when it ends."""
    place = image / "mount"
    script = MOUNT.format(place=shlex.quote(str(place)), image=shlex.quote(str(image / IMAGE))) + shlex.join(command)
    isolated = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "sh", "-c", script]
    try:
        return subprocess.run(isolated, capture_output=True, text=True, check=False, timeout=60)
    finally:
        place.rmdir()


def python(image: Path, code: str) -> subprocess.CompletedProcess[str]:
    return inside(image, "/usr/bin/python3.11", "-I", "-c", code)


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["/usr/bin/etcd", "--version"], "etcd Version: 3."),
        (["/usr/bin/containerd", "--version"], "containerd github.com/containerd/containerd"),
        (["/usr/bin/containerd", "--config", "/etc/cri/containerd.toml", "config", "dump"], "/opt/cni/bin"),
        (["/usr/bin/containerd-shim-runc-v2", "-v"], "Version:"),
        (["/usr/sbin/runc", "--version"], "runc version"),
        (["/sbin/mkfs.xfs", "-V"], "mkfs.xfs version"),
        (["/sbin/xfs_repair", "-V"], "xfs_repair version"),
        (["/usr/sbin/xfs_growfs", "-V"], "xfs_growfs version"),
        (["/usr/sbin/sfdisk", "--version"], "sfdisk from util-linux"),
        (["/usr/sbin/mkfs.vfat", "--help"], "mkfs.fat"),
        (["/usr/sbin/iptables", "--version"], "iptables v1."),
        (["/opt/cni/bin/bridge"], "CNI bridge plugin"),
        (["/opt/cni/bin/host-local"], "CNI host-local plugin"),
        (["/opt/cni/bin/loopback"], "CNI loopback plugin"),
        (["/opt/cni/bin/portmap"], "CNI portmap plugin"),
        (["/usr/bin/python3", "--version"], "Python 3.11"),
    ],
)
def test_a_program_of_the_image_starts(image: Path, command: list[str], said: str) -> None:
    done = inside(image, *command)
    assert said in done.stdout + done.stderr
    assert done.returncode == 0


IMPORT_ALL = """
import importlib, pkgutil, sys
import libtalos, services, betterproto2, cryptography.x509, grpclib.client, grpclib.server, msgspec, structlog, uvloop
for package in (libtalos, services):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
print(len(sys.modules))
"""


def test_every_module_of_the_suite_imports(image: Path) -> None:
    done = python(image, IMPORT_ALL)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 300


def test_modules_come_from_valid_bytecode(image: Path) -> None:
    code = (
        "import importlib.util as u, sys, asyncio, libtalos.gen.index, cryptography.x509\n"
        "for m in list(sys.modules.values()):\n"
        "    s = getattr(m, '__spec__', None)\n"
        "    if s and s.origin and s.origin.endswith('.py'):\n"
        "        head = open(s.cached, 'rb').read(16)\n"
        "        assert head[:8] == u.MAGIC_NUMBER + b'\\x01\\0\\0\\0', s.cached\n"
        "        print(m.__loader__.get_code(m.__name__).co_filename == s.origin)\n"
    )
    done = python(image, code)
    assert done.returncode == 0, done.stderr
    assert set(done.stdout.split()) == {"True"}


CODEC = """
from pathlib import Path
from libtalos.bus import wire
from libtalos.gen import compiled
from libtalos.gen.common import Metadata
message = Metadata(hostname="node")
assert wire.decoder_of(Metadata)(wire.encoder_of(Metadata)(message)) == message
shared = Path(compiled.__file__)
beside = [path.suffix for path in shared.parent.glob("compiled.*")]
print(wire.implementation(), b".symtab" in shared.read_bytes(), *beside)
"""


def test_messages_are_read_and_written_by_the_compiled_codec(image: Path) -> None:
    """It is stripped, and neither its source nor the C between is there."""
    done = python(image, CODEC)
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["compiled", "False", ".so"]


def test_the_root_is_read_only(image: Path) -> None:
    done = python(image, "open('/etc/hosts', 'w')")
    assert "Read-only file system" in done.stderr


def test_the_certificates_are_usable(image: Path) -> None:
    context = "ssl.create_default_context(cafile='/etc/ssl/certs/ca-certificates.crt')"
    assert int(python(image, f"import ssl; print(len({context}.get_ca_certs()))").stdout) > 100


LIST = """
import hashlib, json, os
found = {}
for folder, names, files in os.walk("/"):
    for name in names + files:
        path = os.path.join(folder, name)
        if os.path.islink(path):
            found[path] = os.readlink(path)
        elif os.path.isfile(path):
            found[path] = hashlib.sha256(open(path, "rb").read()).hexdigest()
        status = os.lstat(path)
        assert (status.st_uid, status.st_gid) == (0, 0), path
        assert int(status.st_mtime) == EPOCH, path
print(json.dumps(found))
"""


def test_the_manifest_lists_every_file_with_its_digest(image: Path, manifest: Manifest) -> None:
    done = python(image, LIST.replace("EPOCH", str(int(manifest.created.timestamp()))))
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {path: item.sha256 or item.target for path, item in manifest.files.items()}


def test_packages_add_up_and_have_versions(manifest: Manifest) -> None:
    assert sum(package.size for package in manifest.packages) == manifest.image.unpacked
    assert sum(package.files for package in manifest.packages) == len(manifest.files)
    assert all(package.version and package.sha256 for package in manifest.packages)
    assert {"etcd-server", "containerd", "runc", "libtalos", "cryptography"} <= {
        item.name for item in manifest.packages
    }


def test_contracts_are_those_of_the_suite(manifest: Manifest) -> None:
    assert manifest.contracts["talos.init.v1"].startswith("sha256:")


def test_nothing_that_a_node_does_not_need(manifest: Manifest) -> None:
    unwanted = (
        "/bin/sh",
        "/usr/bin/dash",
        "/usr/bin/bash",
        "/usr/bin/gcc",
        "/usr/bin/pip",
        "/usr/bin/apt",
        "/usr/bin/ctr",
    )
    assert not set(unwanted) & set(manifest.files)
    parts = ("/share/doc/", "/share/man/", "/share/locale/", "/tests/", "/test/", "/idlelib/", "/ensurepip/", "/var/")
    assert not [path for path in manifest.files if any(part in path for part in parts)]
    assert not [path for path in manifest.files if path.endswith((".pyi", ".c", ".a", ".o"))]


def test_no_file_is_set_uid_or_writable_for_others(manifest: Manifest) -> None:
    assert not [path for path, item in manifest.files.items() if item.mode & 0o7022]
    assert [path for path, mode in manifest.directories.items() if mode & 0o022] == ["/tmp"]
