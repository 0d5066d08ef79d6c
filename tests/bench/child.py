"""Programs that do not outlive the benchmark, however it ends."""

import os
import signal
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import IO

from libtalos.linux.prctl import set_parent_death_signal
from tests.bench.setting import ROOT


@contextmanager
def child(
    argv: Sequence[str],
    *,
    stdout: int | IO[bytes] = subprocess.DEVNULL,
    stderr: int | IO[bytes] | None = None,
    environment: Mapping[str, str] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program in the checkout, and kill it at the end of the block if it still runs.

    environment is what is added to this process's own.
    """
    process = subprocess.Popen(
        argv,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=stderr,
        # Ctrl-C is for the benchmark, which ends what it started
        start_new_session=True,
        preexec_fn=_die_with_parent,  # noqa: PLW1509 - one system call, no lock that a thread could hold
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def _die_with_parent() -> None:
    set_parent_death_signal(signal.SIGKILL)
