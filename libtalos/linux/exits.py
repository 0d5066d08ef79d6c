"""How a process ended."""

import os
import signal
from typing import NamedTuple, Protocol


class WaitidResult(Protocol):
    """What os.waitid returns, as far as it matters here (struct siginfo of SIGCHLD)."""

    @property
    def si_pid(self) -> int: ...
    @property
    def si_code(self) -> int: ...
    @property
    def si_status(self) -> int: ...


class Exit(NamedTuple):
    """The end of a process: an exit code, or the signal that killed it (then code is None)."""

    pid: int
    code: int | None = None
    signal: int | None = None

    @property
    def ok(self) -> bool:
        """True if the process ended by itself with code 0."""
        return self.code == 0

    def describe(self) -> str:
        """Words in the form that Go programs, and so upstream's users, know: `exit status 1`, `signal: killed`."""
        if self.signal is None:
            return f"exit status {self.code}"
        return f"signal: {signal.strsignal(self.signal) or self.signal}".lower()

    @classmethod
    def of(cls, result: WaitidResult) -> "Exit":
        """Translate a waitid result; a core dump counts as its signal."""
        if result.si_code == os.CLD_EXITED:
            return cls(result.si_pid, code=result.si_status)
        return cls(result.si_pid, signal=result.si_status)
