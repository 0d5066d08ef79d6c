"""ComponentProcess keeps systemd's protocols, and tells what a process did wrong."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from libtalos.contracts.process import ComponentProcess, ProcessError

PREAMBLE = """
import os, signal, socket, sys, time
listener = socket.socket(fileno=3)
def notify(text):
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sock:
        sock.sendto(text.encode(), os.environ["NOTIFY_SOCKET"])
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
"""
ECHO = """
notify("STATUS=starting")
notify("READY=1")
while True:
    peer, _ = listener.accept()
    keys = ("LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES", "TALOS_BUS_DIR", "EXTRA")
    peer.sendall(" ".join([str(os.getpid()), *(os.environ.get(key, "-") for key in keys)]).encode())
    peer.close()
"""


def component(bus_dir: Path, code: str, **options: object) -> ComponentProcess:
    """A process that runs code after the preamble."""
    command = (sys.executable, "-c", PREAMBLE + code)
    return ComponentProcess("echo", bus_dir=bus_dir, command=command, **options)  # type: ignore[arg-type]


async def ask(path: Path) -> list[str]:
    """What the echo process says of its environment."""
    reader, writer = await asyncio.open_unix_connection(path)
    words = (await reader.read()).decode().split()
    writer.close()
    await writer.wait_closed()
    return words


async def test_it_is_activated_announces_itself_and_stops(tmp_path: Path) -> None:
    """The socket is descriptor 3 of the very process that LISTEN_PID names, and everything is gone afterwards."""
    async with component(tmp_path, ECHO, env={"EXTRA": "yes"}) as process:
        pid, listen_pid, *rest = await ask(process.socket)
        assert pid == listen_pid == str(process.pid)
        assert rest == ["1", "echo.sock", str(tmp_path), "yes"]
    assert process.exit_code == 0
    assert list(tmp_path.iterdir()) == []


async def test_a_wrapper_that_forks_is_seen_through(tmp_path: Path) -> None:
    """The pid is the component's, and SIGTERM goes to it, not to the wrapper."""
    wrapper = ("sh", "-c", 'trap "" TERM; "$@"; exit $?', "sh")
    async with component(tmp_path, ECHO, wrapper=wrapper) as process:
        pid, listen_pid, *_ = await ask(process.socket)
        assert pid == listen_pid == str(process.pid)
    assert process.exit_code == 0


async def test_callers_queue_while_it_restarts(tmp_path: Path) -> None:
    """The socket stays open, so a call that the killed process left behind is answered by the next one."""
    async with component(tmp_path, ECHO, exit_codes=(0, -signal.SIGKILL)) as process:
        first, *_ = await ask(process.socket)
        os.kill(process.pid, signal.SIGSTOP)
        # until it has stopped it can accept the call yet, and take it with it
        os.waitid(os.P_PID, process.pid, os.WSTOPPED)  # noqa: ASYNC222 it stops at once
        reader, writer = await asyncio.open_unix_connection(process.socket)
        os.kill(process.pid, signal.SIGKILL)
        await process.restart()
        second, *_ = (await reader.read()).decode().split()
        writer.close()
        await writer.wait_closed()
        assert first != second == str(process.pid)


async def test_one_that_is_ready_and_ends_at_once_was_ready(tmp_path: Path) -> None:
    """Both is seen in the same moment, in either order; what counts is that it said so."""
    for _ in range(20):
        process = component(tmp_path, 'notify("READY=1"); os._exit(7)', exit_codes=(7,))
        await process.start()
        assert await process.ended() == 7
        await process.kill()


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("print('no config', file=sys.stderr); sys.exit(3)", r"ended with exit code 3 before it was ready.*no config"),
        ("print('waiting', file=sys.stderr, flush=True); time.sleep(60)", r"was not ready within 0\.5 s.*waiting"),
    ],
)
async def test_a_process_that_never_is_ready_is_told(tmp_path: Path, code: str, message: str) -> None:
    """With its last words; it is killed and nothing stays behind."""
    with pytest.raises(ProcessError, match=f"(?s){message}"):
        async with component(tmp_path, code, ready_timeout=0.5):
            pytest.fail("it is not ready")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("signal.signal(signal.SIGTERM, signal.SIG_IGN)", r"did not stop within 0\.5 s of SIGTERM"),
        ("signal.signal(signal.SIGTERM, lambda *_: sys.exit(4))", "stopped with exit code 4, not 0"),
    ],
)
async def test_a_process_that_does_not_stop_well_is_told(tmp_path: Path, code: str, message: str) -> None:
    """Leaving the context is where it shows."""
    process = component(tmp_path, code + ECHO, stop_timeout=0.5)
    with pytest.raises(ProcessError, match=message):
        async with process:
            await ask(process.socket)
    assert process.exit_code is not None


async def test_a_process_is_killed_when_the_test_fails(tmp_path: Path) -> None:
    """The test's own error is what is seen, and the process is gone."""
    process = component(tmp_path, "signal.signal(signal.SIGTERM, signal.SIG_IGN)" + ECHO)
    with pytest.raises(KeyError):
        async with process:
            raise KeyError
    assert process.exit_code == -signal.SIGKILL


async def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The trampoline's error is in the message."""
    process = ComponentProcess("echo", bus_dir=tmp_path, command=("/no/such/program",))
    with pytest.raises(ProcessError, match=r"(?s)ended with exit code 1.*/no/such/program|No such file"):
        await process.start()
    await process.kill()


async def test_a_path_that_is_too_long_is_told(tmp_path: Path) -> None:
    """The kernel's limit is 107 bytes; the error says so, not EINVAL."""
    with pytest.raises(ProcessError, match="too long for a socket address: give a shorter bus_dir"):
        async with component(tmp_path / ("x" * 100), ECHO):
            pytest.fail("it cannot be bound")
