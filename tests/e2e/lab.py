"""A cluster of its own: home, image, network and name that no developer's cluster has."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from libtalos.provision.cluster import CreateRequest, Provisioner
from libtalos.provision.links import NODE_LINK, Subnet, subnet
from libtalos.provision.machineconfig import GeneratedConfig
from libtalos.provision.netlink import Netlink
from libtalos.provision.paths import ClusterName, ClusterPaths, NodeName, NodePaths
from libtalos.provision.plan import Planner
from libtalos.provision.state import StateStore
from libtalos.provision.storage import ConfigSource

ROOT = Path(__file__).parents[2]
# where no `talos cluster create` looks for an image to boot
IMAGE = ROOT / "_out/cache/e2e/rootfs.sqsh"
COMMAND_TIMEOUT = 60.0
DISK_SIZE = 2**30


def command(*arguments: str) -> list[str]:
    """The `talos` command of this checkout."""
    return [sys.executable, "-c", "from libtalos.cli import main; main()", *arguments]


def build_image() -> Path:
    """The image of this checkout, as `make up` builds it but packed faster; built only if its inputs changed."""
    subprocess.run(
        command("image", "build", "--compression-level", "3", "--output", str(IMAGE.parent)),
        check=True,
        cwd=ROOT,
        timeout=600,
        capture_output=True,
    )
    return IMAGE


@dataclass(frozen=True, kw_only=True)
class Lab:
    """One cluster of one node, and the `talos` command for it."""

    home: Path
    image: Path
    name: ClusterName
    cidr: str
    said: list[str] = field(default_factory=list)

    @property
    def paths(self) -> ClusterPaths:
        return StateStore(self.home).paths(self.name)

    @property
    def node_name(self) -> NodeName:
        return NodeName(f"{self.name}-controlplane-1")

    @property
    def node(self) -> NodePaths:
        return self.paths.node(self.node_name)

    @property
    def subnet(self) -> Subnet:
        """The addresses of the cluster."""
        return subnet(self.cidr)

    @property
    def host_link(self) -> str:
        """The host's end of the node's link."""
        return f"talos{self.paths.tag}"

    def provisioner(self, source: ConfigSource | None = None) -> Provisioner:
        store = StateStore(self.home)
        planner = Planner(store=store, network=Netlink(), source=source or GeneratedConfig())
        return Provisioner(store=store, planner=planner, find_image=lambda: self.image, progress=self.said.append)

    def request(self, disk_size: int = DISK_SIZE) -> CreateRequest:
        return CreateRequest(name=self.name, image=self.image, cidr=self.cidr, disk_size=disk_size)

    def pid(self) -> int:
        """The host's pid of the node's PID 1, or 0."""
        return self.provisioner().planner.container(self.paths, self.node_name).pid() or 0

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run `talos` with these arguments, whatever it returns."""
        return subprocess.run(
            command(*arguments),
            env=self._environment(),
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=COMMAND_TIMEOUT,
            check=False,
        )

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start `talos` with these arguments; nobody reads what it says."""
        quiet = subprocess.DEVNULL
        return subprocess.Popen(command(*arguments), env=self._environment(), cwd=ROOT, stdout=quiet, stderr=quiet)

    def _environment(self) -> dict[str, str]:
        own = {"TALOS_HOME": str(self.home), "NO_COLOR": "1", "COLUMNS": "400"}
        return {name: value for name, value in os.environ.items() if name != "TALOS_BUS_DIR"} | own

    def talos(self, *arguments: str) -> str:
        """Run `talos` on the node and return its stdout; it must succeed."""
        done = self.run(*arguments, "--cluster", self.name)
        assert done.returncode == 0, f"talos {' '.join(arguments)}: exit code {done.returncode}\n{done.stderr}"
        return done.stdout

    def documents(self, *arguments: str) -> list[Any]:
        """What `talos` prints as JSON, one document after the other (as upstream does)."""
        text, found, decoder = self.talos(*arguments, "-o", "json").strip(), [], json.JSONDecoder()
        while text:
            document, end = decoder.raw_decode(text)
            found.append(document)
            text = text[end:].lstrip()
        return found

    @property
    def create_options(self) -> tuple[str, ...]:
        """What `talos` is told to make this cluster."""
        where = ("--name", self.name, "--image", str(self.image), "--cidr", self.cidr)
        return ("cluster", "create", *where, "--disk-size", f"{DISK_SIZE}B")

    def create(self, *options: str) -> subprocess.CompletedProcess[str]:
        """`talos cluster create`, as `make up` calls it."""
        done = self.run(*self.create_options, *options)
        assert done.returncode == 0, f"talos cluster create: {done.stderr}{done.stdout}"
        return done

    def destroy(self) -> None:
        """`talos cluster destroy`."""
        done = self.run("cluster", "destroy", "--name", self.name)
        assert done.returncode == 0, f"talos cluster destroy: {done.stderr}"

    def file(self, path: str) -> Path:
        """A file of the node, seen from here through its own mounts."""
        return Path(f"/proc/{self.pid()}/root") / path.lstrip("/")

    def ip(self, *arguments: str) -> str:
        """Run ip(8) in the node's network namespace."""
        done = subprocess.run(
            ["nsenter", "-t", str(self.pid()), "-n", "ip", *arguments], check=True, capture_output=True, text=True
        )
        return done.stdout


def next_cidr(number: int) -> str:
    """A small network that no developer's cluster has: for benchmarks (RFC 2544), another for each run."""
    return f"198.19.{os.getpid() % 250}.{8 * number}/29"


@contextmanager
def made_lab(image: Path, number: int) -> Iterator[Lab]:
    """A lab without a cluster yet; whatever is left of one is taken away in the end."""
    # not tmp_path: the paths of unix sockets are short
    home = Path(tempfile.mkdtemp(prefix="te-"))
    # a copy: then every loop device and mount of it is known to be ours
    lab = Lab(
        home=home,
        image=Path(shutil.copy(image, home / "rootfs.sqsh")),
        name=ClusterName(f"e2e-{number}"),
        cidr=next_cidr(number),
    )
    try:
        yield lab
    finally:
        for name in StateStore(home).names():
            lab.provisioner().destroy(name, stop_timeout=0)
        shutil.rmtree(home)


__all__ = ["DISK_SIZE", "NODE_LINK", "Lab", "build_image", "made_lab"]
