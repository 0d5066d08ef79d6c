"""What every benchmark is given, and what it is: a name and a function that returns rows."""

import fcntl
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from libtalos.image.spec import checkout_of_suite
from tests.bench.machine import await_quiet
from tests.bench.report import Row

OURS = "libtalos"
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Setting:
    """How often to measure, where to work, whom to tell.

    `kept` outlives the run: what is dear to make. `patience` is how many seconds each measurement may wait for a quiet
    machine.
    """

    rounds: int
    work: Path
    kept: Path
    patience: float = 0.0

    def settle(self) -> None:
        """Wait, as long as there is patience for it, until nothing else runs on this machine."""
        if self.patience and not await_quiet(self.patience):
            self.say(f"the machine is still busy after {self.patience:g} s; measuring nevertheless")

    def say(self, line: str) -> None:
        """A line of progress."""
        print(f"• {line}", file=sys.stderr, flush=True)


@dataclass(frozen=True)
class Bench:
    """One benchmark. Without one of `packages` (programs by Debian package) only a contender is left out."""

    name: str
    title: str
    run: Callable[[Setting], list[Row]]
    packages: tuple[tuple[str, str], ...] = ()
    root: bool = True


@contextmanager
def setting(rounds: int, patience: float) -> Iterator[Setting]:
    """A place to work below _out/bench, on a disk; one run at a time, since two would measure each other.

    Raises BlockingIOError if there is another run.
    """
    kept = checkout_of_suite() / "_out" / "bench"
    kept.mkdir(parents=True, exist_ok=True)
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        work = kept / "work"
        # what a run that was killed left; benchmarks that make more than files clear that away themselves
        shutil.rmtree(work, ignore_errors=True)
        work.mkdir()
        try:
            yield Setting(rounds=rounds, work=work, kept=kept, patience=patience)
        finally:
            shutil.rmtree(work, ignore_errors=True)
