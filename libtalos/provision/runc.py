"""runc, as far as a node needs it (command line and state format: runc(8), OCI runtime specification 1.0.2)."""

import shutil
import subprocess
from pathlib import Path
from typing import Final, NoReturn

import msgspec

from libtalos.provision import process
from libtalos.provision.errors import ProvisionError

COMMAND_TIMEOUT: Final = 30.0
"""Seconds that one runc command may take; the slowest, create, takes about 0.05."""
_LAST_WORDS: Final = 10


class ContainerState(msgspec.Struct, frozen=True):
    """What `runc state` says: status is creating, created, running, paused or stopped; pid is 0 once stopped."""

    status: str
    pid: int

    @property
    def alive(self) -> bool:
        """Whether there is a process."""
        return self.status in {"created", "running", "paused"}


class Runc(msgspec.Struct, frozen=True):
    """runc with a state directory of its own."""

    root: Path
    program: str = "runc"

    def state(self, container: str) -> ContainerState | None:
        """Return the container's state, or None if runc does not know it, or not any more.

        Raises ProvisionError if runc is missing or hangs.
        """
        if not (self.root / container).exists():
            return None
        result = self._run("state", container)
        if result.returncode:
            # A directory without a whole state.json is what a create that was killed leaves. What runs all the same
            # is found by its control groups.
            return None
        return msgspec.json.decode(result.stdout, type=ContainerState)

    def create(self, container: str, bundle: Path, console: Path) -> None:
        """Create the container up to, but not including, its PID 1's program; its output goes to the file console.

        Raises ProvisionError with what runc said.
        """
        with console.open("wb") as output:
            result = self._run("create", "--bundle", str(bundle), container, output=output.fileno())
        if result.returncode:
            self._fail("create", container, console.read_text(errors="replace"))

    def start(self, container: str) -> None:
        """Let the created container's PID 1 run its program. Raises ProvisionError with what runc said."""
        self._checked("start", container)

    def kill(self, container: str, signal: str) -> None:
        """Send a signal ("TERM", "KILL") to the container's PID 1. Raises ProvisionError with what runc said."""
        self._checked("kill", container, signal)

    def delete(self, container: str) -> None:
        """Kill what still runs of the container and remove its groups and its state; one that is gone is no error.

        Raises ProvisionError with what runc said.
        """
        if (self.root / container).exists():
            self._checked("delete", "--force", container)

    def forget(self, container: str) -> None:
        """Remove what runc could not: the directory of a container that it knows nothing (more) about."""
        shutil.rmtree(self.root / container, ignore_errors=True)

    def _checked(self, *command: str) -> None:
        result = self._run(*command)
        if result.returncode:
            self._fail(command[0], command[-1], result.stderr)

    def _run(self, *command: str, output: int | None = None) -> subprocess.CompletedProcess[str]:
        arguments = (self.program, "--root", str(self.root), *command)
        try:
            return process.run(arguments, output=output, timeout=COMMAND_TIMEOUT)
        except FileNotFoundError as error:
            raise ProvisionError(f"{self.program}: not found; install runc (Debian: apt-get install runc)") from error
        except subprocess.TimeoutExpired as error:
            raise ProvisionError(f"runc {command[0]}: no answer within {COMMAND_TIMEOUT:g} s") from error

    def _fail(self, command: str, container: str, output: str) -> NoReturn:
        said = "\n".join(output.strip().splitlines()[-_LAST_WORDS:]) or "it did not say why"
        raise ProvisionError(f"runc {command} {container}: {said}")
