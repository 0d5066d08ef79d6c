"""Modules that run in a forked interpreter find what they would find after exec."""

import json
import os
import resource
import signal
import socket
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from libtalos.linux import caps
from libtalos.linux.cgroup import Cgroups, NoHierarchyError
from libtalos.linux.exits import Exit
from libtalos.linux.launch import Launch, Report
from libtalos.linux.spawner import Spawner, SpawnerGoneError
from libtalos.linux.zygote import start_zygote
from tests.unit.linux.launching import answer, ask, end, forked_zygote, spawner_of

# Looks for a text in its own memory, of which it has two halves.
SEARCHING = """
import os
def found(first, second):
    count = 0
    with open("/proc/self/mem", "rb", 0) as memory, open("/proc/self/maps") as maps:
        for line in list(maps):
            start, end = (int(word, 16) for word in line.split()[0].split("-"))
            if " rw" in line:
                memory.seek(start)
                count += sum(piece.startswith(second) for piece in memory.read(end - start).split(first)[1:])
    return count
if __name__ == "__main__":
    print(found(os.environb[b"FIRST"], os.environb[b"SECOND"]), "in the component, ", end="", flush=True)
"""
# A process that has a secret in its environment, and forks a zygote.
FORKING = """
import os, select, sys
sys.path.append(sys.argv[1])
from libtalos.linux.launch import Launch
from libtalos.linux.spawner import Spawner
from libtalos.linux.zygote import fork_zygote
spawner = Spawner(fork_zygote((), {}))
env = {"FIRST": sys.argv[2], "SECOND": sys.argv[3]}
argv = ("python", "-m", "searching")
report = spawner.ask(Launch(argv=argv, module="searching", env=env, stdout=1, stderr=2))
while (pid := spawner.answer()) is None:
    select.select([spawner], [], [])
os.waitpid(pid, 0)
from searching import found
print("some in its parent:", found(sys.argv[2].encode(), sys.argv[3].encode()) > 0)
"""


class Runner:
    """Writes modules and has a zygote run them."""

    def __init__(self, spawner: Spawner, directory: Path) -> None:
        self._spawner = spawner
        self._directory = directory

    def __call__(
        self, code: str, *, name: str = "part", env: Mapping[str, str] | None = None, **more: Any
    ) -> tuple[Exit, Report, str]:
        """Run code as the module parts.<name>; how it ended, what was reported, what it said on both streams."""
        (self._directory / "parts").mkdir(exist_ok=True)
        (self._directory / f"parts/{name}.py").write_text(textwrap.dedent(code))
        reader, writer = os.pipe()
        argv = ("/usr/bin/python3", "-I", "-m", f"parts.{name}")
        launch = Launch(argv=argv, module=argv[-1], env=env or {}, stdout=writer, stderr=writer, **more)
        started = ask(self._spawner, launch)
        os.close(writer)
        with os.fdopen(reader) as file:
            said = file.read()
        return *end(started), said


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Runner]:
    """A zygote that can import from the test's directory."""
    monkeypatch.syspath_prepend(str(tmp_path))
    with spawner_of(forked_zygote("random")) as spawner:
        yield Runner(spawner, tmp_path)


def test_the_environment_is_what_was_given(run: Runner) -> None:
    code = "import os, json; print(json.dumps([dict(os.environ), open('/proc/self/environ').read()]))"
    _, _, said = run(code, env={"A": "b", "C": "d e"})
    environment, shown = json.loads(said)
    assert environment == {"A": "b", "C": "d e"}
    assert shown == "A=b\0C=d e\0"


def test_nothing_of_the_environment_before_is_left_in_memory(tmp_path: Path) -> None:
    secret = os.urandom(32).hex()
    (tmp_path / "searching.py").write_text(SEARCHING)
    command = (sys.executable, "-I", "-c", FORKING, str(tmp_path), secret[:32], secret[32:])
    done = subprocess.run(command, env={"USERDATA": secret}, capture_output=True, check=True, text=True, timeout=20)
    assert done.stdout == "0 in the component, some in its parent: True\n"


def test_it_is_shown_as_if_it_had_been_executed(run: Runner) -> None:
    _, _, said = run(
        "import sys; print(open('/proc/self/cmdline').read(), open('/proc/self/comm').read(), sys.orig_argv)"
    )
    command, rest = said.rsplit("\0", 1)
    assert command.split("\0") == ["/usr/bin/python3", "-I", "-m", "parts.part"]
    assert rest.split("\n")[0].strip() == "part"
    assert "'parts.part'" in rest


def test_a_title_may_be_longer_than_what_was_there(run: Runner) -> None:
    name = "part" * 50
    _, _, said = run("print(open('/proc/self/cmdline').read().split(chr(0))[3])", name=name)
    assert said == f"parts.{name}\n"


def test_it_is_a_child_of_ours_in_a_session_of_its_own(run: Runner) -> None:
    _, _, said = run("import os; print(os.getppid(), os.getsid(0) == os.getpgid(0) == os.getpid())")
    assert said == f"{os.getpid()} True\n"


def test_it_has_its_own_descriptors_alone(run: Runner) -> None:
    with socket.socket(socket.AF_UNIX) as one, socket.socket(socket.AF_UNIX) as two:
        _, _, said = run(
            """
            import os
            print(sorted(int(fd) for fd in os.listdir("/proc/self/fd") if os.path.exists(f"/proc/self/fd/{fd}")
                         or os.path.islink(f"/proc/self/fd/{fd}")))
            print(os.environ["LISTEN_FDS"], os.environ["LISTEN_FDNAMES"], int(os.environ["LISTEN_PID"]) == os.getpid())
            print(os.readlink("/proc/self/fd/0"), os.readlink("/proc/self/fd/3").split(":")[0])
            """,
            listen={"one.sock": one.fileno(), "two.sock": two.fileno()},
        )
    # listdir has closed the directory that it had open by the time the links are looked at
    assert said.splitlines() == ["[0, 1, 2, 3, 4]", "2 one.sock:two.sock True", "/dev/null socket"]


def test_signals_are_as_in_a_new_interpreter(run: Runner) -> None:
    """Whatever the process does with them that the zygote was forked from."""
    _, _, said = run("""
        import signal
        print([line.split()[1] for line in open("/proc/self/status") if line.startswith("SigBlk")])
        ignored = [number.name for number in signal.Signals if signal.getsignal(number) is signal.SIG_IGN]
        handled = [number.name for number in signal.Signals if callable(signal.getsignal(number))
                   and signal.getsignal(number) not in (signal.SIG_IGN, signal.SIG_DFL)]
        print(sorted(ignored), handled)
    """)
    assert said.splitlines() == ["['0000000000000000']", "['SIGPIPE', 'SIGXFSZ'] ['SIGINT']"]


def test_a_signal_ends_it(run: Runner) -> None:
    exit_, _, _ = run("import os, signal; os.kill(os.getpid(), signal.SIGTERM)")
    assert exit_.signal == signal.SIGTERM


def test_limits_umask_directory_and_priority_are_set(run: Runner) -> None:
    _, _, said = run(
        "import os, resource; print(resource.getrlimit(resource.RLIMIT_CORE), os.umask(0), os.getcwd(), os.nice(0))",
        rlimits={resource.RLIMIT_CORE: (0, 0)},
        umask=0o027,
        cwd="/usr",
        nice=1,
    )
    assert said == f"(0, 0) {0o027} /usr {min(os.nice(0) + 1, 19)}\n", "19 is the last one"


def test_each_one_draws_other_random_numbers(run: Runner) -> None:
    code = "import random; print(random.random())"
    assert run(code)[2] != run(code)[2]


def test_there_is_no_event_loop_and_one_thread(run: Runner) -> None:
    _, _, said = run("""
        import asyncio, gc, os, threading
        print(asyncio._get_running_loop(), threading.active_count(), threading.current_thread().name)
        print(threading.get_native_id() == os.getpid(), gc.isenabled(), len(os.listdir("/proc/self/task")))
        async def hello():
            return await asyncio.to_thread(os.getpid) == os.getpid()
        print(asyncio.run(hello()))
    """)
    assert said.splitlines() == ["None 1 MainThread", "True True 1", "True"]


@pytest.mark.parametrize(
    ("code", "exit_code", "last"),
    [
        ("print('well')", 0, "well"),
        ("import sys; sys.exit(3)", 3, ""),
        ("import sys; sys.exit('no config')", 1, "no config"),
        ("raise ValueError('broken')", 1, "ValueError: broken"),
        ("import sys; sys.stdout.write('unflushed'); sys.exit(2)", 2, "unflushed"),
        ("import atexit; atexit.register(print, 'at the end')", 0, "at the end"),
    ],
)
def test_it_ends_as_a_program_does(run: Runner, code: str, exit_code: int, last: str) -> None:
    exit_, report, said = run(code)
    assert (exit_.code, report) == (exit_code, Report(None, ()))
    assert said.rstrip("\n").rpartition("\n")[2] == last


def test_what_fails_before_the_module_is_told_by_step_and_reason(run: Runner) -> None:
    exit_, report, _ = run("", cwd="/no/dir")
    assert exit_.code == 127
    assert report.error == "cannot enter the directory /no/dir: No such file or directory"


def test_a_module_is_run_as_main_with_what_was_imported_before(run: Runner) -> None:
    _, _, said = run(
        "import sys; print(__name__, sys.modules['__main__'].__file__ == __file__, 'random' in sys.modules)"
    )
    assert said == "__main__ True True\n"


def test_a_zygote_that_is_gone_says_so(run: Runner) -> None:
    os.kill(run._spawner.pid, signal.SIGKILL)
    with pytest.raises(SpawnerGoneError):
        answer(run._spawner)


def test_a_new_one_is_a_program_with_the_same_abilities() -> None:
    reader, writer = os.pipe()
    with spawner_of(start_zygote(("random",), {"PATH": "/bin"})) as spawner:
        argv = ("/usr/bin/python3", "-I", "-m", "this")
        exit_, report = end(ask(spawner, Launch(argv=argv, module="this", env={}, stdout=writer)))
    os.close(writer)
    with os.fdopen(reader) as file:
        assert file.read().startswith("The Zen of Python")
    assert (exit_.code, report) == (0, Report(None, ()))


def test_one_that_cannot_import_what_it_should_ends() -> None:
    spawner = Spawner(start_zygote(("no_such_module",), {}))
    assert os.waitpid(spawner.pid, 0)[1] != 0
    spawner._link.close()


@pytest.mark.root
def test_it_has_no_more_capabilities_than_given(run: Runner) -> None:
    code = "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('Cap')])"
    _, _, said = run(code, capabilities=frozenset({"CAP_CHOWN", "CAP_KILL"}))
    few = f"{caps.mask(['CAP_CHOWN', 'CAP_KILL']):016x}"
    inheritable, permitted, effective, bounding, ambient = json.loads(said.replace("'", '"'))
    assert (permitted, effective, bounding) == (few, few, few)
    assert int(inheritable, 16) & ~int(few, 16) == 0
    assert ambient == "0" * 16


@pytest.mark.root
def test_another_user_keeps_what_it_was_given(run: Runner) -> None:
    code = """
        import os
        print(os.getresuid(), os.getresgid(), os.getgroups())
        print([line.split()[1] for line in open("/proc/self/status") if line.startswith(("CapEff", "NoNewPrivs"))])
    """
    given: dict[str, Any] = {"uid": 65534, "gid": 65534, "capabilities": frozenset({"CAP_KILL", "CAP_DAC_OVERRIDE"})}
    _, _, said = run(code, no_new_privileges=True, **given)
    assert said.splitlines() == [
        "(65534, 65534, 65534) (65534, 65534, 65534) []",
        f"['{caps.mask(['CAP_KILL', 'CAP_DAC_OVERRIDE']):016x}', '1']",
    ]


@pytest.mark.root
def test_it_is_born_in_its_group(run: Runner) -> None:
    try:
        group = Cgroups.find().group(f"libtalos-zygote-{os.getpid()}")
    except NoHierarchyError as error:
        pytest.skip(str(error))
    group.create()
    if group.birthplace is None:
        group.remove()
        pytest.skip("no cgroup of version 2 to be born in")
    try:
        _, _, said = run("print(open('/proc/self/cgroup').read())", into=group.birthplace)
    finally:
        group.remove()
    assert f"libtalos-zygote-{os.getpid()}" in said
