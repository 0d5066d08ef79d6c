"""A tiny node image, clusters made from it, and the check that nothing of them stays behind."""

import asyncio
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from libtalos.linux import mountinfo
from libtalos.provision import cgroups
from libtalos.provision.appear import appeared
from libtalos.provision.cluster import CreateRequest, Provisioner
from libtalos.provision.links import HostLink, HostNetwork
from libtalos.provision.netlink import Netlink
from libtalos.provision.paths import ClusterName
from libtalos.provision.plan import Planner
from libtalos.provision.state import StateStore
from libtalos.provision.storage import ConfigRequest, Generated

# Documentation and benchmarking networks (RFC 2544): nobody routes them.
CIDR = "198.18.77.0/29"
NAME = ClusterName("tiny")

# The node's PID 1 runs the test's script, which comes in as a machine config does.
INIT = """#!/bin/sh
echo "$USERDATA" | base64 -d > /run/script
# A real machine config: do nothing, and do it well.
grep -q '^version: v1alpha1' /run/script && echo "$IDLE" > /run/script
. /run/script
"""
LOOP = "touch /run/talos/bus/up; while :; do sleep 1000 & wait; done"
IDLE = "trap 'echo stopping; exit 0' TERM; " + LOOP
APPLETS = (
    *("sh", "base64", "cat", "cut", "echo", "grep", "head", "hostname", "ip", "kill", "ls", "losetup"),
    *("mkdir", "mknod", "mount", "rmdir", "sleep", "tail", "touch", "wc"),
)
DIRECTORIES = ["bin", "sbin", "proc", "sys", "dev", "run", "tmp", "system", "etc", "var"]


@pytest.fixture(scope="session")
def image(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A squashfs of one megabyte with busybox and INIT."""
    busybox = shutil.which("busybox")
    if busybox is None:
        pytest.fail("busybox is missing: apt-get install busybox-static")
    directory = tmp_path_factory.mktemp("image")
    tree = directory / "tree"
    for name in DIRECTORIES:
        (tree / name).mkdir(parents=True)
    shutil.copy(busybox, tree / "bin/busybox")
    for applet in APPLETS:
        (tree / "bin" / applet).symlink_to("busybox")
    (tree / "sbin/init").write_text(INIT.replace("$IDLE", IDLE))
    (tree / "sbin/init").chmod(0o755)
    image = directory / "rootfs.sqsh"
    options = ["-noappend", "-all-root", "-quiet", "-no-progress", "-comp", "zstd", "-Xcompression-level", "3"]
    subprocess.run(["mksquashfs", tree, image, *options], check=True)
    return image


@dataclass(frozen=True)
class Scripts:
    """A config source whose machine config is a script for INIT."""

    script: str

    def generate(self, request: ConfigRequest, secrets: bytes | None) -> Generated:
        return Generated(secrets=secrets or os.urandom(8).hex().encode(), machine_config=self.script.encode())


@dataclass
class Lab:
    """A TALOS_HOME of its own, with what provisioners said."""

    home: Path
    image: Path
    said: list[str] = field(default_factory=list)
    name: ClusterName = NAME
    cidr: str = CIDR
    idle: str = IDLE
    loop: str = LOOP

    @property
    def store(self) -> StateStore:
        return StateStore(self.home)

    def provisioner(self, script: str = IDLE, network: HostNetwork | None = None) -> Provisioner:
        planner = Planner(store=self.store, network=network or Netlink(), source=Scripts(script))
        return Provisioner(store=self.store, planner=planner, find_image=lambda: self.image, progress=self.said.append)

    async def create(self, script: str = IDLE) -> Provisioner:
        provisioner = self.provisioner(script)
        await asyncio.to_thread(provisioner.create, self.request)
        return provisioner

    @property
    def request(self) -> CreateRequest:
        return CreateRequest(name=NAME, cidr=CIDR, disk_size=300 * 2**20)

    @property
    def node(self) -> Path:
        return self.home / "clusters" / NAME / f"{NAME}-controlplane-1"

    def console(self) -> str:
        return (self.node / "console.log").read_text()

    def command(self, *arguments: str) -> list[str]:
        """`talos cluster` with these arguments, for a process of its own."""
        return [
            sys.executable,
            "-c",
            "from libtalos.cli import main; main()",
            "cluster",
            *arguments,
            "--name",
            self.name,
        ]

    @property
    def environment(self) -> dict[str, str]:
        """What such a process needs to work in this home."""
        return {**os.environ, "TALOS_HOME": str(self.home)}

    async def up(self) -> str:
        """Wait until the script said so, and return the console."""
        try:
            async with asyncio.timeout(30):
                await appeared(self.node / "bus/up")
        except TimeoutError:
            pytest.fail(f"the node's script did not come to its end; its console:\n{self.console()}")
        return self.console()

    async def leftovers(self) -> list[str]:
        """Everything of this home's clusters that the host still has."""
        paths = self.store.paths(NAME)
        group = f"talos-{paths.tag}-{NAME}-controlplane-1"
        return [
            *(mount.target for mount in mountinfo.read() if mount.target.startswith(str(self.home))),
            *map(str, cgroups.find(group, mountinfo.read())),
            *(link.name for link in await self.links()),
            *self._loops(),
            *map(str, self.home.glob("clusters/*")),
        ]

    async def links(self) -> list[HostLink]:
        """The host's links that are of this home's clusters."""
        links = await asyncio.to_thread(Netlink().links)
        return [link for link in links if str(self.home) in link.alias]

    def _loops(self) -> list[str]:
        ours = (str(self.home), str(self.image))
        backing = Path("/sys/block").glob("loop*/loop/backing_file")
        return [str(file.parent.parent) for file in backing if file.read_text().startswith(ours)]


@pytest.fixture
def lab(image: Path) -> Iterator[Lab]:
    """A Lab that must be empty in the end; what a failed test left is taken away."""
    # Not tmp_path: the paths of unix sockets are short.
    home = Path(tempfile.mkdtemp(prefix="talos-"))
    lab = Lab(home, image)
    try:
        yield lab
        for name in lab.store.names():
            lab.provisioner().destroy(name, stop_timeout=0)
        assert asyncio.run(lab.leftovers()) == []
    finally:
        for name in lab.store.names():
            lab.provisioner().destroy(name, stop_timeout=0)
        shutil.rmtree(home)
