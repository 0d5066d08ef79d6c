import asyncio
import os
import signal
import socket
import threading
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from libtalos.linux import process
from libtalos.linux.cgroup import Cgroups
from libtalos.linux.launch import Launch
from libtalos.supervise.assembly import Parts
from libtalos.supervise.checks import Exec
from libtalos.supervise.health import HealthCheck
from libtalos.supervise.restart import RestartPolicy
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import ServiceId, ServiceState, ServiceStatus

from .conftest import until

pytestmark = pytest.mark.root
Run = Callable[..., Awaitable[ServiceStatus]]
ONE = ServiceId("one")
# a child in a session of its own whose parent is gone: nothing ties it to the service but the group
ORPHAN = "setsid sh -c '(sleep 600 & echo orphan $! ) ' ; exec sleep 600"


def _group(cgroups: Cgroups, name: str = "system/one") -> Path:
    return cgroups.group(name).path


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


async def _lines(parts: Parts, count: int, name: str = "one") -> list[str]:
    lines: list[str] = []
    async with asyncio.timeout(10):
        async for piece in parts.logs.read(name, follow=True):
            lines += piece.decode().splitlines()
            if len(lines) >= count:
                break
    return lines


async def test_a_service_is_in_its_group_from_its_first_instruction(parts: Parts, run: Run, cgroups: Cgroups) -> None:
    status = await run("cat /proc/self/cgroup; exec sleep 600")
    lines = await _lines(parts, 1)
    assert any(line.endswith(f"/{cgroups.root.name}/system/one") for line in lines)
    assert status.pid in cgroups.group("system/one").pids()
    await parts.supervisor.stop(ONE)
    assert not _group(cgroups).exists()


async def test_orphans_are_gone_after_a_stop(parts: Parts, run: Run, cgroups: Cgroups) -> None:
    await run(ORPHAN)
    orphan = int((await _lines(parts, 1))[0].split()[1])
    assert _alive(orphan)
    await parts.supervisor.stop(ONE)
    assert not _alive(orphan)
    assert not _group(cgroups).exists()


async def test_what_a_crashed_process_leaves_is_gone_before_its_successor(
    parts: Parts, run: Run, cgroups: Cgroups
) -> None:
    status = await run(ORPHAN)
    orphan = int((await _lines(parts, 1))[0].split()[1])
    assert status.pid is not None
    os.kill(status.pid, signal.SIGKILL)
    await until(parts, lambda s: s.restarts == 1)
    assert not _alive(orphan)


async def test_a_group_that_forks_all_the_time_is_killed_as_a_whole(parts: Parts, run: Run, cgroups: Cgroups) -> None:
    await run("trap '' TERM; f() { while :; do (sleep 0.01) & sleep 0.005; done; }; f & f & f", stop_timeout=0.2)
    await asyncio.sleep(0.2)
    await parts.supervisor.stop(ONE)
    assert not _group(cgroups).exists()


async def test_sigterm_first_and_kill_after_the_timeout(parts: Parts, run: Run) -> None:
    await run("trap 'echo got it' TERM; while :; do sleep 0.05; done", stop_timeout=0.3)
    await asyncio.sleep(0.1)
    began = time.monotonic()
    status = await parts.supervisor.stop(ONE)
    assert 0.3 <= time.monotonic() - began < 2
    assert await _lines(parts, 1) == ["got it"]
    assert "Sending SIGKILL" in status.events[-2].message


async def test_a_stop_of_all_keeps_its_deadline(parts: Parts, run: Run) -> None:
    await run("trap '' TERM; while :; do sleep 0.05; done", stop_timeout=60)
    await asyncio.sleep(0.1)
    began = time.monotonic()
    assert await parts.supervisor.stop_all(1) == ()
    assert time.monotonic() - began < 1


async def test_killed_and_back_with_the_same_socket(parts: Parts, run: Run) -> None:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        inode = os.fstat(listener.fileno()).st_ino
        status = await run("echo $LISTEN_FDNAMES $(readlink /proc/$$/fd/3); sleep 600", listen={"api": listener})
        assert status.pid is not None
        await _lines(parts, 1)
        os.kill(status.pid, signal.SIGKILL)
        after = await until(parts, lambda s: s.restarts == 1 and s.pid is not None)
    assert after.pid != status.pid
    assert await _lines(parts, 2) == [f"api socket:[{inode}]"] * 2


async def test_a_crash_tells_the_last_log_line(parts: Parts, run: Run) -> None:
    await run("sleep 0.05; echo first; printf 'panic: no disk' >&2; exit 2", restart=RestartPolicy.once())
    status = await until(parts, lambda s: s.state is ServiceState.FAILED)
    assert status.events[-1].message == 'Exit status 2 (last log "panic: no disk")'


async def test_what_cannot_be_executed_fails_with_the_reason(parts: Parts) -> None:
    spec = ServiceSpec(id=ONE, command=("/no/such/program",), restart=RestartPolicy.forever().limited(2))
    parts.supervisor.load([spec])
    await parts.supervisor.start(ONE)
    status = await until(parts, lambda s: s.state is ServiceState.FAILED)
    assert status.events[-1].message.endswith("cannot execute /no/such/program: No such file or directory")


async def test_readiness_is_taken_from_the_service_and_its_children_only(
    parts: Parts, run: Run, problems: list[str], tmp_path: Path
) -> None:
    say = "import os, socket; socket.socket(1, 2).sendto(b'READY=1', os.environ['NOTIFY_SOCKET'])"
    status = await run(f'sleep 0.1; python3 -c "{say}; import time; time.sleep(600)"; exit 1', notify=True)
    assert not status.up
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as stranger:
        stranger.sendto(b"READY=1", str(tmp_path / "notify.sock"))
    await asyncio.sleep(0.02)
    assert not parts.supervisor.status(ONE).up
    assert "belongs to no service" in problems[0]
    await until(parts, lambda s: s.up)


async def test_an_exec_check_makes_it_healthy_and_unhealthy(parts: Parts, run: Run, tmp_path: Path) -> None:
    check = Exec(["test", "-e", str(tmp_path / "well")], parts.programs.run)
    health = HealthCheck(check=check, initial_delay=0.1, period=0.05)
    await run("exec sleep 600", health=health)
    await until(parts, lambda s: s.health.healthy is False)
    (tmp_path / "well").touch()
    status = await until(parts, lambda s: s.up)
    assert status.events[-1].message == "Health check successful"
    (tmp_path / "well").unlink()
    status = await until(parts, lambda s: not s.up)
    assert status.events[-1].message == "Health check failed: test: exit status 1"


async def test_without_the_spawner_it_goes_on(parts: Parts, run: Run, problems: list[str]) -> None:
    helper = parts.starter.pid
    assert helper is not None
    os.kill(helper, signal.SIGKILL)
    await asyncio.sleep(0.05)
    await run("exec sleep 600")
    assert parts.supervisor.status(ONE).state is ServiceState.RUNNING
    await run("exec sleep 600", name="two")
    assert parts.starter.pid != helper


async def test_the_group_of_a_predecessor_is_emptied_first(parts: Parts, run: Run, cgroups: Cgroups) -> None:
    """As after the death of the process that supervised: its services run on without a parent."""
    group = cgroups.group("system/one")
    group.create()
    left = await asyncio.create_subprocess_exec("sleep", "600")
    for path in (group.path, *group.companions):
        (path / "cgroup.procs").write_text(str(left.pid))
    await run("exec sleep 600")
    assert await left.wait() == -signal.SIGKILL


async def test_a_user_owns_its_output(parts: Parts, run: Run) -> None:
    """A program that opens /dev/stdout again, as many do for their logs, must not be refused."""
    await run("echo again > /dev/stdout; id -u > /proc/self/fd/1; exec sleep 600", uid=60, gid=60)
    assert await _lines(parts, 2) == ["again", "60"]


async def test_a_hundred_services_start_and_stop_together(parts: Parts, cgroups: Cgroups) -> None:
    names = [ServiceId(f"s{n}") for n in range(100)]
    parts.supervisor.load([ServiceSpec(id=name, command=("sleep", "600")) for name in names])
    await parts.supervisor.start_all()
    async with asyncio.timeout(30):
        await parts.supervisor.until_up(names)
    pids = [status.pid for status in parts.supervisor.services()]
    assert await parts.supervisor.stop_all(20) == ()
    assert not any(_alive(pid) for pid in pids if pid is not None)
    assert list((cgroups.root / "system").iterdir()) == [] or not any(
        path.is_dir() for path in (cgroups.root / "system").iterdir()
    )


def test_a_process_with_threads_starts_children_in_their_group_too(cgroups: Cgroups) -> None:
    """It must not use clone3, as libc does not know of that fork; its child joins by itself."""
    group = cgroups.group("threads")
    group.create()
    hold = threading.Event()
    thread = threading.Thread(target=hold.wait)
    thread.start()
    try:
        join = group.join_files if group.birthplace is None else ()
        started = process.start(Launch(argv=("/bin/sleep", "600"), env={}, into=group.birthplace, join=join))
    finally:
        hold.set()
        thread.join()
    os.set_blocking(started.report, True)
    assert os.read(started.report, 4096) == b""
    assert group.pids() == [started.pid]
    os.close(started.report)
    group.kill()
    os.waitid(os.P_PIDFD, started.pidfd, os.WEXITED)
    os.close(started.pidfd)


def test_a_process_can_move_itself(cgroups: Cgroups) -> None:
    """As PID 1 does before it starts anything."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            cgroups.enter("init")
            os.write(writer, b"in")
            signal.pause()
        finally:
            os._exit(1)
    os.close(writer)
    assert os.read(reader, 2) == b"in"
    os.close(reader)
    assert cgroups.group("init").pids() == [pid]
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
