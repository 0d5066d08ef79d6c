"""The other end of a link: a network namespace with a real DHCP server or router in it."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

LINK, PEER = "eth0", "peer0"
ADDRESSES = ("10.9.0.1/24", "fd00:9::1/64")


def run(*command: str) -> str:
    """Run a program to its end."""
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=30).stdout


class Program:
    """A program that runs, and what it says."""

    def __init__(self, command: Sequence[str], *, ready: str) -> None:
        """Start it, and return when it has said that it is ready."""
        self.said: list[str] = []
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self.said.append(line)
            if ready in line:
                break
        self._listener = threading.Thread(target=self._listen)
        self._listener.start()

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(timeout=10)
        self._listener.join(timeout=10)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        self.said.extend(self._process.stdout)


@dataclass
class Site:
    """A namespace that lives as long as a process in it. Made from the thread in whose namespace the link is to be."""

    directory: Path
    holder: subprocess.Popen[bytes]
    running: dict[str, Program] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def inside(self, *command: str) -> tuple[str, ...]:
        """Return the command that runs another one in the namespace."""
        return ("nsenter", f"--net=/proc/{self.holder.pid}/ns/net", *command)

    def run(self, *command: str) -> str:
        """Run a program in the namespace to its end."""
        return run(*self.inside(*command))

    def stop(self, name: str) -> None:
        """Stop a program."""
        program = self.running.pop(name)
        program.stop()
        self.said += program.said

    def stop_all(self) -> None:
        """Stop every program."""
        for name in list(self.running):
            self.stop(name)

    def told(self) -> str:
        """Stop everything, and return what was said, all of it."""
        self.stop_all()
        return "".join(self.said)

    def dnsmasq(self, *options: str) -> None:
        """Serve DHCP, with nothing but these options."""
        command = (
            *("dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--port=0", "--user=root", "--pid-file="),
            *("--no-ping", "--log-dhcp", "--log-facility=-", f"--dhcp-leasefile={self.directory / 'leases.txt'}"),
            *(f"--interface={PEER}", "--bind-interfaces", *options),
        )
        self.running["dnsmasq"] = Program(self.inside(*command), ready="IP range")

    def radvd(self, lines: Sequence[str]) -> None:
        """Advertise a router."""
        config, pid = self.directory / "radvd.conf", self.directory / "radvd.pid"
        config.write_text("\n".join([f"interface {PEER} {{", *lines, "};", ""]))
        command = ("radvd", "--nodaemon", "--config", str(config), "--pidfile", str(pid), "--logmethod", "stderr")
        self.running["radvd"] = Program(self.inside(*command), ready="started")


@contextmanager
def site(directory: Path, addresses: Sequence[str] = ADDRESSES) -> Iterator[Site]:
    """Make the other end of a new link of the thread's namespace; all of it is gone at the end."""
    with ExitStack() as ending:
        # says something once it is where it is to be
        command = ("unshare", "--net", "--kill-child", "sh", "-c", "echo; exec sleep 600")
        holder = ending.enter_context(subprocess.Popen(command, stdout=subprocess.PIPE))
        ending.callback(holder.kill)
        assert holder.stdout is not None
        holder.stdout.readline()
        place = Site(directory=directory, holder=holder)
        ending.callback(place.stop_all)
        run("ip", "link", "add", LINK, "type", "veth", "peer", "name", PEER, "netns", str(holder.pid))
        place.run("sysctl", "-qw", "net.ipv6.conf.all.forwarding=1", f"net.ipv6.conf.{PEER}.accept_dad=0")
        for address in addresses:
            place.run("ip", "address", "add", address, "dev", PEER)
        place.run("ip", "link", "set", PEER, "up")
        yield place


def hardware_address() -> str:
    """Return that of the thread's end of the link."""
    (link,) = json.loads(run("ip", "-json", "link", "show", LINK))
    return str(link["address"])
