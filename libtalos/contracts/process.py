"""One component's process alone, started as init starts it: socket activation in, readiness out, SIGTERM to stop.

The protocols are systemd's: sd_listen_fds(3) and sd_notify(3). So any component in any language can be started.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from libtalos.contracts.layout import ContractError
from libtalos.contracts.notify import NotifySocket

# LISTEN_PID must be the pid of the program itself, which is known only after the last fork (a wrapper may fork).
_TRAMPOLINE = """\
import os, sys
os.dup2(int(sys.argv[1]), 3)
os.environ["LISTEN_PID"] = str(os.getpid())
os.execvp(sys.argv[2], sys.argv[2:])
"""
_BACKLOG = 128
_STDERR_TAIL = 8192
_PATH_LIMIT = 107  # bytes in sockaddr_un.sun_path, less the final NUL


class ProcessError(ContractError):
    """The process did not do what the protocol asks; the message ends with what it wrote on stderr."""


class ComponentProcess:
    """A component process on a bus directory of its own. Use as an async context manager.

    Attributes: `socket` is the path to call; `pid` is the component's own pid (seen from here) once it is ready.
    """

    def __init__(
        self,
        name: str,
        *,
        bus_dir: Path,
        command: Sequence[str] | None = None,
        env: Mapping[str, str] | None = None,
        wrapper: Sequence[str] = (),
        ready_timeout: float = 20.0,
        stop_timeout: float = 10.0,
        exit_codes: Sequence[int] = (0,),
    ) -> None:
        """Prepare the process; nothing is started yet.

        command defaults to `python -I -m services.<name>`; wrapper goes before it, such as `("unshare", "--mount")`.
        env is added to this process' environment. Timeouts are in seconds; exit_codes are those of a good stop.
        """
        self.name = name
        self.socket = bus_dir / f"{name}.sock"
        self.pid = 0
        self._command = tuple(command or (sys.executable, "-I", "-m", f"services.{name}"))
        self._wrapper = tuple(wrapper)
        self._env = {**os.environ, **(env or {}), "TALOS_BUS_DIR": str(bus_dir)}
        self._ready_timeout = ready_timeout
        self._stop_timeout = stop_timeout
        self._exit_codes = tuple(exit_codes)
        self._listener: socket.socket | None = None
        self._process: asyncio.subprocess.Process | None = None
        self._stderr: IO[bytes] | None = None
        self._stderr_tail = ""
        self._notify = NotifySocket(bus_dir / f"{name}.notify")

    async def __aenter__(self) -> Self:
        """Start the process and wait until it says that it is ready. Raises ProcessError."""
        try:
            await self.start()
        except BaseException:
            await self.kill()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop the process. Raises ProcessError if it does not stop well, unless an exception is under way."""
        if error is not None:
            await self.kill()
        else:
            await self.stop()

    @property
    def stderr(self) -> str:
        """The end of what the process has written on stderr so far (8 KiB)."""
        if self._stderr is not None:
            size = os.fstat(self._stderr.fileno()).st_size
            tail = os.pread(self._stderr.fileno(), _STDERR_TAIL, max(0, size - _STDERR_TAIL))
            self._stderr_tail = tail.decode(errors="replace")
        return self._stderr_tail

    @property
    def exit_code(self) -> int | None:
        """The exit code, or None while it runs (or was never started)."""
        return self._process.returncode if self._process else None

    async def start(self) -> None:
        """Bind the socket, start the process and wait for READY=1. Raises ProcessError, OSError."""
        self._listener = _listen(self.socket)
        self._stderr = tempfile.TemporaryFile()  # noqa: SIM115 (closed by kill(), after the last words were read)
        self._notify.open()
        self._process = await self._spawn(self._listener.fileno())
        await self._until_ready(self._process)

    async def restart(self) -> None:
        """Stop the process and start it again on the same socket, which stays open meanwhile. Raises ProcessError."""
        await self._terminate()
        await self._start_again()

    async def crash(self) -> None:
        """Kill the process, which notices nothing, and start it again on the same socket. Raises ProcessError."""
        if self._process is None:
            raise ProcessError(f"{self.name} was not started")
        self._signal(signal.SIGKILL)
        await self._process.wait()
        await self._start_again()

    async def _start_again(self) -> None:
        if self._listener is None:
            raise ProcessError(f"{self.name} was not started")
        self._notify.reset()
        self._process = await self._spawn(self._listener.fileno())
        await self._until_ready(self._process)

    async def stop(self) -> int:
        """Send SIGTERM, wait, and return the exit code. Raises ProcessError if it does not stop, or not well."""
        try:
            return await self._terminate()
        finally:
            await self.kill()

    async def ended(self) -> int:
        """Wait until the process ends by itself, and return its exit code; what is left of it goes with kill()."""
        if self._process is None:
            raise ProcessError(f"{self.name} was not started")
        return await self._process.wait()

    async def kill(self) -> None:
        """Kill the process if it runs and give everything back. Never raises for a process that is gone."""
        if self._process is not None and self._process.returncode is None:
            self._signal(signal.SIGKILL)
            await self._process.wait()
        if self._listener is not None:
            self._listener.close()
            self._listener = None
            self.socket.unlink(missing_ok=True)
        self._stderr_tail = self.stderr
        if self._stderr is not None:
            self._stderr.close()
            self._stderr = None
        self._notify.close()

    async def _terminate(self) -> int:
        if self._process is None:
            raise ProcessError(f"{self.name} was not started")
        if self._process.returncode is None:
            self._signal(signal.SIGTERM)
        try:
            code = await asyncio.wait_for(self._process.wait(), self._stop_timeout)
        except TimeoutError:
            raise self._error(f"did not stop within {self._stop_timeout} s of SIGTERM") from None
        if code not in self._exit_codes:
            raise self._error(f"stopped with exit code {code}, not {' or '.join(map(str, self._exit_codes))}")
        return code

    async def _spawn(self, fd: int) -> asyncio.subprocess.Process:
        trampoline = (sys.executable, "-I", "-c", _TRAMPOLINE, str(fd))
        environment = {
            **self._env,
            "LISTEN_FDS": "1",
            "LISTEN_FDNAMES": self.socket.name,
            "NOTIFY_SOCKET": str(self._notify.path),
        }
        try:
            return await asyncio.create_subprocess_exec(
                *self._wrapper,
                *trampoline,
                *self._command,
                stdin=asyncio.subprocess.DEVNULL,
                stderr=self._stderr,
                env=environment,
                pass_fds=(fd,),
                start_new_session=True,
            )
        except FileNotFoundError as error:
            raise ProcessError(f"cannot start {self.name}: {error}") from None

    async def _until_ready(self, process: asyncio.subprocess.Process) -> None:
        ready = asyncio.ensure_future(self._notify.ready())
        exited = asyncio.ensure_future(process.wait())
        try:
            await asyncio.wait({ready, exited}, timeout=self._ready_timeout, return_when=asyncio.FIRST_COMPLETED)
            pid = self._notify.look()  # what it said before its end counts, whichever is heard of first
            if pid is not None:
                self.pid = pid
            elif exited.done():
                raise self._error(f"ended with exit code {exited.result()} before it was ready")
            else:
                raise self._error(f"was not ready within {self._ready_timeout} s")
        finally:
            ready.cancel()
            exited.cancel()

    def _signal(self, number: signal.Signals) -> None:
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            if number is signal.SIGKILL:
                os.killpg(self._process.pid, number)  # with a wrapper's child that never became ready
            else:
                # The component itself, not a wrapper, which need not pass signals on.
                os.kill(self.pid or self._process.pid, number)

    def _error(self, what: str) -> ProcessError:
        return ProcessError(f"{self.name} {what}; its stderr ends:\n{self.stderr or '(nothing)'}")


def _listen(path: Path) -> socket.socket:
    if len(os.fsencode(path)) > _PATH_LIMIT:
        raise ProcessError(f"{path} is too long for a socket address: give a shorter bus_dir")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listener.bind(str(path))
    listener.listen(_BACKLOG)
    return listener
