"""Supervisors side by side: start of 100 services, restart, stop, orphans, log capture. Needs root and a C compiler.

Contenders take turns within each round. Times are from CLOCK_MONOTONIC stamps that the supervised program makes with
its first instruction.
"""

import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from libtalos.provision.process import Pid, kill, opened, wait_for_exit
from tests.bench.report import Row, Samples
from tests.bench.setting import Setting
from tests.bench.supervise_peers import S6, Job, Ours, OursRotated, Peer, Runit, Supervisord
from tests.bench.supervise_systemd import Systemd
from tests.bench.systemd_tree import prepared_tree

SERVICES = 100
MEGABYTES = 200
START = f"start of {SERVICES} services"
WARM = f"start of {SERVICES} services, supervisor running"
RESTART = "kill -9 to new process"
STOP = f"stop of {SERVICES} services"
ORPHANS = "orphans left after a stop"
LOG = f"{MEGABYTES} MB of log lines"
SPLIT = "log lines split"
GOALS = {START: 150.0, RESTART: 5.0, STOP: 15.0, ORPHANS: 0.0, LOG: 0.25, SPLIT: 0.0}
PEERS: tuple[type[Peer], ...] = (Ours, S6, Runit, Supervisord, Systemd)


def run(setting: Setting) -> list[Row]:
    """Measure; one row per thing and contender. Contenders that are not installed are named and left out."""
    samples = Samples()
    prepared_tree(setting.kept, setting.say)
    with tempfile.TemporaryDirectory(prefix="libtalos-bench-") as made:
        work = Path(made)
        probe = _compile(work)
        peers = _present(setting.say)
        for number in range(1, setting.rounds + 1):
            setting.say(f"supervisor: round {number} of {setting.rounds}")
            for peer in peers:
                setting.settle()
                _lives(peer, work, probe, samples)
            for peer in (*peers, OursRotated):
                if peer.captures:
                    setting.settle()
                    with _session(peer, work, probe, samples) as session:
                        session.flood()
    return samples.rows(ours=Ours.name, goals=GOALS, notes={peer.name: peer.note for peer in peers})


def _lives(peer: type[Peer], work: Path, probe: Path, samples: Samples) -> None:
    with _session(peer, work, probe, samples) as session:
        session.life()
    with _session(peer, work, probe, samples) as session:
        session.orphan()


def _present(say: Callable[[str], None]) -> list[type[Peer]]:
    missing = {peer.name: text for peer in PEERS if (text := peer.missing()) is not None}
    for name, text in missing.items():
        say(f"{name} is left out: {text}")
    return [peer for peer in PEERS if peer.name not in missing]


def _compile(work: Path) -> Path:
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise SystemExit("the supervisor benchmark needs a C compiler: apt-get install gcc libc6-dev")
    source, probe = Path(__file__).with_name("probe.c"), work / "probe"
    subprocess.run((compiler, "-O2", "-static", "-o", str(probe), str(source)), check=True)
    return probe


@contextmanager
def _session(kind: type[Peer], work: Path, probe: Path, samples: Samples) -> Iterator["_Session"]:
    directory = Path(tempfile.mkdtemp(dir=work))
    session = _Session(kind(directory), probe, samples)
    try:
        yield session
    finally:
        session.close()
        shutil.rmtree(directory)


class _Session:
    """One contender from its start to its end."""

    def __init__(self, peer: Peer, probe: Path, samples: Samples) -> None:
        self.peer = peer
        self._probe = probe
        self._samples = samples
        self._record = peer.directory / "record"
        self._record.touch()
        self._process: subprocess.Popen[bytes] | None = None
        self._began = 0.0

    def life(self) -> None:
        """Start of many, restarts, stop of all."""
        self._launch([Job(str(n), self._argv(n, "idle")) for n in range(SERVICES)])
        self._await(lambda: len({name for event, name, _ in self._events() if event == "start"}) >= SERVICES)
        last = max(at for event, _, at in self._events() if event == "start")
        self._add(START, (last - self._began) * 1e3, "ms")
        for event, _, at in self._events():
            if event == "loaded":
                self._add(WARM, (last - at) * 1e3, "ms")
        # runit and others restart at once only what has run for more than a second
        time.sleep(1.5)
        for number in range(5):
            self._restart(str(number))
        self._stop_all()

    def orphan(self) -> None:
        """Stop one service that has left a daemon of its own behind."""
        self._launch([Job("0", self._argv(0, "orphan"))])
        self._await(lambda: any(event == "orphan" for event, _, _ in self._events()))
        time.sleep(1.2)
        self.peer.stop_one(self._pid())
        time.sleep(0.5)
        self._add(ORPHANS, float(len(self._pids())), "processes")

    def flood(self) -> None:
        """Many lines at once, until the last one is in the file."""
        self._launch([Job("0", (*self._argv(0, "flood"), str(MEGABYTES)), log=True)])
        self._await(lambda: any(event == "start" for event, _, _ in self._events()))
        began = next(at for event, _, at in self._events() if event == "start")
        self._await(lambda: _last_line(self.peer.log_files()) == MEGABYTES * 10_000 - 1, every=0.005)
        self._add(LOG, time.monotonic() - began, "s")
        if isinstance(self.peer, Ours):
            self._add(SPLIT, float(_split(self.peer.log_files())), "lines")

    def close(self) -> None:
        """Leave nothing behind."""
        if self._process is not None:
            with suppress(ProcessLookupError, IndexError, OSError):
                self._end(self._pid())
            self._process.kill()
            self._process.wait()
        self.peer.clean()

    def _end(self, pid: int) -> None:
        """Kill PID 1 of the namespace: it is gone once every process in there is."""
        with opened(Pid(pid)) as fd:
            kill(fd)
            wait_for_exit(fd, timeout=10)

    def _launch(self, jobs: Sequence[Job]) -> None:
        self.peer.configure(jobs)
        self._began = time.monotonic()
        self._process = self.peer.launch()

    def _restart(self, name: str) -> None:
        before = len(self._events())
        [victim] = self._pids(name)
        killed = time.monotonic()
        os.kill(victim, signal.SIGKILL)
        self._await(lambda: len(self._events()) > before)
        self._add(RESTART, (self._events()[before][2] - killed) * 1e3, "ms")
        time.sleep(0.05)

    def _stop_all(self) -> None:
        poll = select.poll()
        left = {os.pidfd_open(pid) for pid in self._pids()}
        for fd in left:
            poll.register(fd, select.POLLIN)
        began = last = time.monotonic()
        os.kill(self._pid(), self.peer.stop_signal)
        while left and time.monotonic() < began + 30:
            for fd, _ in poll.poll(100):
                last = time.monotonic()
                poll.unregister(fd)
                left.discard(fd)
                os.close(fd)
        self._add(STOP, (last - began) * 1e3 if not left else float("inf"), "ms")

    def _argv(self, number: int, mode: str) -> tuple[str, ...]:
        return (str(self._probe), str(number), str(self._record), mode)

    def _events(self) -> list[tuple[str, str, float]]:
        lines = self._record.read_text().splitlines()
        return [(event, name, float(at)) for event, name, _, at in (line.split() for line in lines)]

    def _pid(self) -> int:
        """The supervisor's pid, seen from here: the child of the wrapper."""
        if self._process is None:
            raise ProcessLookupError("not started")
        wrapper = self._process.pid
        return int(Path(f"/proc/{wrapper}/task/{wrapper}/children").read_text().split()[0])

    def _pids(self, name: str | None = None) -> list[int]:
        """The supervised processes, of one id or all."""
        found = []
        for entry in Path("/proc").iterdir():
            with suppress(OSError):
                words = (entry / "cmdline").read_bytes().decode().split("\0") if entry.name.isdigit() else []
                if str(self._record) in words and words[0] == str(self._probe) and name in (None, words[1]):
                    found.append(int(entry.name))
        return found

    def _await(self, holds: Callable[[], bool], *, timeout: float = 60, every: float = 0.01) -> None:
        """Look until it holds, seldom: times are in the record, and each look takes a processor from the measured."""
        end = time.monotonic() + timeout
        while not holds():
            if time.monotonic() > end:
                said = (self.peer.directory / "output").read_text(errors="replace")[-500:]
                raise TimeoutError(f"{self.peer.name}: nothing within {timeout:g} s; it said: {said}")
            time.sleep(every)

    def _add(self, name: str, value: float, unit: str) -> None:
        self._samples.add(name, self.peer.name, value, unit)


def _last_line(files: Sequence[Path]) -> int:
    """The number of the last line that is in the files, -1 if there is none yet."""
    with suppress(OSError, ValueError, IndexError), files[-1].open("rb") as file:
        file.seek(-100, os.SEEK_END)
        return int(file.read()[:8])
    return -1


def _split(files: Sequence[Path]) -> int:
    """Lines that are not as they were written, or not where they belong."""
    wrong, expected = 0, None
    for path in files:
        with path.open("rb") as file:
            for line in file:
                number = int(line[:8]) if line[:8].isdigit() else -1
                wrong += len(line) != 100 or (expected is not None and number != expected)
                expected = number + 1
    return wrong
