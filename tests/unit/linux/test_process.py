import os
import resource
import signal
import socket
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from libtalos.linux import process
from libtalos.linux.exits import Exit
from libtalos.linux.helper import start_helper
from libtalos.linux.launch import Launch, Report, Started
from libtalos.linux.spawner import Spawner, SpawnerGoneError, TooBigError
from tests.unit.linux.launching import ask, end, forked_zygote, spawner_of

Start = Callable[[Launch], Started]


@pytest.fixture(params=["fork", "spawner", "zygote"])
def start(request: pytest.FixtureRequest) -> Iterator[Start]:
    """All ways of starting a program have to behave the same."""
    if request.param == "fork":
        yield process.start
        return
    with spawner_of(start_helper() if request.param == "spawner" else forked_zygote()) as spawner:
        yield lambda launch: ask(spawner, launch)


def _run(start: Start, script: str, env: Mapping[str, str] | None = None, **more: Any) -> tuple[Exit, Report, str]:
    reader, writer = os.pipe()
    whole = {"PATH": os.environ["PATH"]} | dict(env or {})
    launch = Launch(argv=("sh", "-c", script), env=whole, stdout=writer, stderr=writer, **more)
    try:
        started = start(launch)
    finally:
        os.close(writer)
    with os.fdopen(reader) as file:
        said = file.read()
    return *end(started), said


def test_it_runs_as_a_child_of_ours_in_a_session_of_its_own(start: Start) -> None:
    exit_, report, said = _run(start, "echo $PPID; cut -d' ' -f1,5,6 /proc/$$/stat; exit 3")
    parent, ids = said.splitlines()
    assert int(parent) == os.getpid()
    assert len(set(ids.split())) == 1
    assert (exit_.code, report) == (3, Report(None, ()))


def test_nothing_of_the_parent_is_inherited(start: Start) -> None:
    old = signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
    secret = os.open("/dev/null", os.O_RDONLY)
    os.set_inheritable(secret, False)
    try:
        _, _, said = _run(start, "grep -E '^Sig(Blk|Ign)' /proc/self/status; ls /proc/$$/fd; env")
    finally:
        signal.signal(signal.SIGUSR1, old)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGUSR2})
        os.close(secret)
    words = said.split()
    assert (words[0], int(words[1], 16), words[2]) == ("SigBlk:", 0, "SigIgn:")
    # 32 and 33 are libc's own: its posix_spawn ignores them, and each program's libc sets them anew when it needs them
    assert int(words[3], 16) & ~0x180000000 == 0
    assert [word for word in words[4:] if word.isdigit()] == ["0", "1", "2"]
    assert "HOME=" not in said


def test_what_fails_before_exec_is_told_by_step_and_reason(start: Start) -> None:
    for launch, text in _failures():
        exit_, report = end(start(launch))
        assert exit_.code == 127
        assert report.error is not None
        assert report.error.startswith(text)


def _failures() -> list[tuple[Launch, str]]:
    return [
        (Launch(argv=("/no/such",), env={}), "cannot execute /no/such: No such file or directory"),
        (Launch(argv=("no-such",), env={"PATH": "/bin"}), "cannot execute no-such: No such file or directory"),
        (Launch(argv=("/bin/true",), env={}, cwd="/no/dir"), "cannot enter the directory /no/dir: No such file"),
        (Launch(argv=("/etc/passwd",), env={}), "cannot execute /etc/passwd: Permission denied"),
        (Launch(argv=("/bin/true",), env={}, join=(Path("/no/procs"),)), "cannot join /no/procs: No such file"),
    ]


def test_listening_sockets_are_handed_over_as_systemd_does(start: Start) -> None:
    with socket.socket() as one, socket.socket() as two:
        ports = {"a.sock": one, "b.sock": two}
        for sock in ports.values():
            sock.bind(("127.0.0.1", 0))
            sock.listen()
        listen = {name: sock.fileno() for name, sock in ports.items()}
        script = "echo $LISTEN_PID $$ $LISTEN_FDS $LISTEN_FDNAMES; readlink /proc/$$/fd/3 /proc/$$/fd/4"
        _, _, said = _run(start, script, listen=listen)
        inodes = [f"socket:[{os.fstat(sock.fileno()).st_ino}]" for sock in (one, two)]
    words = said.split()
    assert words[0] == words[1]
    assert words[2:] == ["2", "a.sock:b.sock", *inodes]


def test_descriptors_may_overlap_in_any_order(start: Start) -> None:
    """The sources lie on the numbers that others of them are to get."""
    low = [os.dup(0) for _ in range(8)]
    readers = [os.pipe() for _ in range(3)]
    try:
        writers = [writer for _, writer in readers]
        listen = {f"n{n}": fd for n, fd in enumerate(reversed(writers))}
        launch = Launch(argv=("/bin/sh", "-c", "echo 3 >&3; echo 4 >&4; echo 5 >&5"), env={}, listen=listen)
        assert end(start(launch))[0].code == 0
        assert [os.read(reader, 9) for reader, _ in readers] == [b"5\n", b"4\n", b"3\n"]
    finally:
        for fd in (*low, *(fd for pair in readers for fd in pair)):
            os.close(fd)


def test_limits_are_set_and_what_cannot_be_had_is_noted(start: Start) -> None:
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    wanted = {resource.RLIMIT_NOFILE: (100, 200), resource.RLIMIT_CORE: (0, 0)}
    _, report, said = _run(start, "ulimit -Sn; ulimit -Hn; ulimit -c", rlimits=wanted)
    assert (said.split(), report.notes) == (["100", "200", "0"], ())
    _, report, said = _run(start, "ulimit -Hn", rlimits={resource.RLIMIT_NOFILE: (100, most + 1)})
    if said.split() != [str(most + 1)]:
        assert said.split() == [str(most)]
        assert report.notes[0].startswith(f"resource limit 7 is {most} and not {most + 1}")


def test_an_oom_score_that_is_refused_is_a_note_and_no_failure(start: Start) -> None:
    exit_, report, said = _run(start, "cat /proc/self/oom_score_adj", oom_score_adj=-997)
    assert exit_.code == 0
    assert said.strip() == "-997" or report.notes == ("oom_score_adj stays as it is: -997 needs CAP_SYS_RESOURCE",)


def test_umask_and_directory(start: Start, tmp_path: Path) -> None:
    _, _, said = _run(start, "umask; pwd", umask=0o077, cwd=str(tmp_path))
    assert said.split() == ["0077", str(tmp_path)]


@pytest.mark.root
def test_a_user_gets_its_groups_and_only_the_capabilities_it_was_given(start: Start) -> None:
    script = "id -u; id -g; id -G; grep -E '^Cap(Prm|Eff|Bnd|Amb)|^NoNewPrivs' /proc/self/status"
    capabilities = frozenset({"CAP_NET_BIND_SERVICE"})
    _, report, said = _run(
        start, script, uid=60, gid=61, groups=(61, 62), capabilities=capabilities, no_new_privileges=True
    )
    assert report.error is None
    words = said.split()
    assert words[:4] == ["60", "61", "61", "62"]
    values = dict(zip(words[4::2], words[5::2], strict=True))
    assert values.pop("NoNewPrivs:") == "1"
    assert set(values.values()) == {"0000000000000400"}


@pytest.mark.root
def test_root_with_few_capabilities_cannot_get_more_back(start: Start) -> None:
    _, _, said = _run(start, "grep -E '^Cap(Prm|Eff|Bnd)' /proc/self/status", capabilities=frozenset({"CAP_KILL"}))
    assert set(said.split()[1::2]) == {"0000000000000020"}


def test_an_unknown_capability_is_an_error_before_the_fork(start: Start) -> None:
    with pytest.raises(ValueError, match="unknown capability 'CAP_ROOT': names look like CAP_NET_ADMIN"):
        start(Launch(argv=("/bin/true",), env={}, capabilities=frozenset({"CAP_ROOT"})))


def test_a_spawner_that_is_gone_says_so() -> None:
    spawner = Spawner(start_helper())
    os.kill(spawner.pid, signal.SIGKILL)
    os.waitpid(spawner.pid, 0)
    with pytest.raises(SpawnerGoneError):
        ask(spawner, Launch(argv=("/bin/true",), env={}))
    spawner.close()


def test_what_does_not_fit_a_request_is_refused() -> None:
    spawner = Spawner(start_helper())
    with pytest.raises(TooBigError, match="of /bin/true are too big"):
        spawner.ask(Launch(argv=("/bin/true", "x" * 200_000), env={}))
    spawner.close()
    os.waitpid(spawner.pid, 0)
