"""The supervisors that are measured, each in a pid and mount namespace of its own, at their fastest settings."""

import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from libtalos.linux.cgroup import Cgroups

ROOT = Path(__file__).parents[2]
_UNSHARE = ("unshare", "--pid", "--mount", "--fork", "--kill-child", "--mount-proc")


@dataclass(frozen=True)
class Job:
    """A program to be run: its id, its words, and whether its output is to be kept."""

    id: str
    argv: tuple[str, ...]
    log: bool = False


class Peer:
    """One supervisor. Subclasses know its configuration."""

    name = ""
    note = ""
    stop_signal: int = signal.SIGTERM
    captures = True

    def __init__(self, directory: Path) -> None:
        self.directory = directory

    @classmethod
    def missing(cls) -> str | None:
        """What is not installed, None if it can run."""
        return None

    def configure(self, jobs: Sequence[Job]) -> None:
        """Write the configuration."""
        raise NotImplementedError

    def command(self) -> tuple[str, ...]:
        """How it is started."""
        raise NotImplementedError

    def stop_one(self, pid: int) -> None:
        """Stop job "0"; pid is the supervisor's."""
        raise NotImplementedError

    def log_files(self) -> list[Path]:
        """Where the output of job "0" is, the oldest first."""
        return []

    def launch(self) -> subprocess.Popen[bytes]:
        """Start it."""
        with (self.directory / "output").open("wb") as output:
            return subprocess.Popen(
                (*self.wrapper(), *self.command()), stdin=subprocess.DEVNULL, stdout=output, stderr=output
            )

    def wrapper(self) -> tuple[str, ...]:
        """What comes before the command."""
        return _UNSHARE

    def clean(self) -> None:
        """Remove what is left outside the directory."""


class Ours(Peer):
    """libtalos.supervise, one cgroup per service, logs kept in one file as the others do."""

    name = "libtalos"
    rotate_at = 0

    def configure(self, jobs: Sequence[Job]) -> None:
        wanted = {
            "services": [(job.id, job.argv) for job in jobs],
            "logs": any(job.log for job in jobs),
            "rotate_at": self.rotate_at,
            "cgroup": self.group,
            "record": jobs[0].argv[2],
        }
        (self.directory / "services.json").write_text(json.dumps(wanted))

    @property
    def group(self) -> str:
        return f"libtalos-bench-{os.getpid()}"

    def command(self) -> tuple[str, ...]:
        # as on a node: the interpreter itself, without a virtual environment or what this machine's packages have
        # the interpreter do at its start (*.pth; a node has none), and modules that are compiled already
        packages = sysconfig.get_path("platlib")
        python = str(Path(sys.executable).resolve())
        path = "import sys; sys.path.insert(0, sys.argv[1]); sys.path.append(sys.argv[2])"
        run = f"{path}; from tests.bench.supervise_ours import Path, run; run(Path(sys.argv[3]))"
        return (python, "-I", "-S", "-c", run, str(ROOT), packages, str(self.directory))

    def stop_one(self, pid: int) -> None:
        os.kill(pid, signal.SIGUSR1)

    def log_files(self) -> list[Path]:
        return sorted((self.directory / "log").glob("0.log*"), reverse=True)

    def clean(self) -> None:
        remove_group(self.group)


def remove_group(name: str) -> None:
    """End everything in a group and remove it."""
    group = Cgroups.find().group(name)
    end = time.monotonic() + 10
    while group.path.exists():
        group.kill()
        if not group.remove() and time.monotonic() > end:
            raise TimeoutError(f"{group.path} does not get empty")
        time.sleep(0.005)


class OursRotated(Ours):
    """The same with its default rotation."""

    name = "libtalos, 5 MiB files"
    rotate_at = 5 << 20


class S6(Peer):
    """s6-svscan with one s6-supervise per service."""

    name = "s6"
    note = "waits 1 s between starts"

    @classmethod
    def missing(cls) -> str | None:
        return None if shutil.which("s6-svscan") else "apt-get install s6"

    def configure(self, jobs: Sequence[Job]) -> None:
        (self.directory / "scan").mkdir()
        for job in jobs:
            place = self.directory / "scan" / job.id
            place.mkdir()
            _script(place / "run", job.argv)
            if job.log:
                (place / "log").mkdir()
                _script(place / "log/run", ("s6-log", "n3", "s268435455", str(self.directory / "log0")))

    def command(self) -> tuple[str, ...]:
        return ("s6-svscan", "-c", "1000", str(self.directory / "scan"))

    def stop_one(self, pid: int) -> None:
        subprocess.run(("s6-svc", "-wd", "-T", "5000", "-d", str(self.directory / "scan/0")), check=True)

    def log_files(self) -> list[Path]:
        return [*sorted((self.directory / "log0").glob("@*")), self.directory / "log0/current"]


class Runit(Peer):
    """runsvdir with one runsv per service."""

    name = "runit"
    note = "starts once a second"
    stop_signal = signal.SIGHUP

    @classmethod
    def missing(cls) -> str | None:
        return None if shutil.which("runsvdir") else "apt-get install runit"

    def configure(self, jobs: Sequence[Job]) -> None:
        (self.directory / "scan").mkdir()
        for job in jobs:
            place = self.directory / "scan" / job.id
            place.mkdir()
            _script(place / "run", job.argv)
            if job.log:
                (place / "log").mkdir()
                (self.directory / "log0").mkdir()
                (self.directory / "log0/config").write_text("s1000000000\n")
                _script(place / "log/run", ("svlogd", str(self.directory / "log0")))

    def command(self) -> tuple[str, ...]:
        return ("runsvdir", str(self.directory / "scan"))

    def stop_one(self, pid: int) -> None:
        subprocess.run(("sv", "-w", "5", "down", str(self.directory / "scan/0")), check=True, stdout=subprocess.DEVNULL)

    def log_files(self) -> list[Path]:
        return [*sorted((self.directory / "log0").glob("@*")), self.directory / "log0/current"]


class Supervisord(Peer):
    """supervisord, the supervisor in Python that most people know."""

    name = "supervisord"
    note = "polls once a second"

    @classmethod
    def missing(cls) -> str | None:
        return None if shutil.which("supervisord") else "apt-get install supervisor"

    def configure(self, jobs: Sequence[Job]) -> None:
        here = self.directory
        text = f"[unix_http_server]\nfile={here}/sock\n[supervisord]\nnodaemon=true\nuser=root\n"
        text += f"logfile={here}/own.log\npidfile={here}/pid\nminfds=1024\n[rpcinterface:supervisor]\n"
        text += "supervisor.rpcinterface_factory=supervisor.rpcinterface:make_main_rpcinterface\n"
        text += f"[supervisorctl]\nserverurl=unix://{here}/sock\n"
        for job in jobs:
            log = f"{here}/log0" if job.log else "/dev/null"
            text += f"[program:{job.id}]\ncommand={' '.join(job.argv)}\nautorestart=true\nstartsecs=0\n"
            text += f"stdout_logfile={log}\nstdout_logfile_maxbytes=0\nstderr_logfile=NONE\n"
        (here / "supervisord.conf").write_text(text)

    def command(self) -> tuple[str, ...]:
        return ("supervisord", "-c", str(self.directory / "supervisord.conf"))

    def stop_one(self, pid: int) -> None:
        control = ("supervisorctl", "-c", str(self.directory / "supervisord.conf"), "stop", "0")
        subprocess.run(control, check=True, stdout=subprocess.DEVNULL)

    def log_files(self) -> list[Path]:
        return [self.directory / "log0"]


def _script(path: Path, argv: Sequence[str]) -> None:
    path.write_text("#!/bin/sh\nexec " + " ".join(argv) + "\n")
    path.chmod(0o755)
