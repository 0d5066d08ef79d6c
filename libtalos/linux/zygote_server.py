"""The warm interpreter that init's components are forked from: a spawn_server that runs Python modules as well.

A module that is run by fork finds everything imported that its zygote has imported, and shares the pages of it. What
exec would have done for it is done here: only its own descriptors, capabilities, environment and title, fresh signal
handlers and standard streams. Never call this with a thread, an event loop or a buffer in use.
"""

import atexit
import gc
import importlib
import os
import runpy
import select
import signal
import sys
import traceback

from libtalos.linux import caps, child, clone
from libtalos.linux.order import NOTE
from libtalos.linux.prctl import set_parent_death_signal, thread_id_address
from libtalos.linux.spawn_server import Server, settle
from libtalos.linux.title import Title, forget_environment

TYPE_CHECKING = False  # typing is not for the zygote
if TYPE_CHECKING:
    import socket
    from collections.abc import Mapping, Sequence
    from typing import Any, NoReturn

NAME = "zygote"


def serve(number: int, preload: "Sequence[str]", environment: "Mapping[str, str]") -> None:
    """Import modules, then serve requests on a socket descriptor until the other end closes it.

    environment takes the place of what this process has. Raises ImportError.
    """
    set_parent_death_signal(signal.SIGKILL)
    os.setsid()
    forget_environment()
    os.environ.update(environment)
    gc.disable()
    server = _Zygote(settle(number))
    for module in preload:
        importlib.import_module(module)
        if module.endswith(".__main__"):
            del sys.modules[module]  # imported for what it imports; it is run anew, as __main__
        server.serve_waiting()
    server.serve()


class _Zygote(Server):
    def __init__(self, link: "socket.socket") -> None:
        super().__init__(link)
        self._thread_id = thread_id_address()
        self._title: Title | None = None

    def serve_waiting(self) -> None:
        """Serve one request if there is one: modules are asked for in the order in which they are imported here."""
        if select.select([self._link], [], [], 0)[0]:
            self._serve_one()

    def fork(self, launch: "Any", *, report: int, directory: int | None) -> int:
        """As Server.fork; a sibling that is to run a module goes on in this interpreter."""
        if launch.module is None:
            return super().fork(launch, report=report, directory=directory)
        self._show()
        # no collection in a child touches, and so copies, what was there before it
        gc.freeze()
        steps = [
            *self.preparations(launch, report=report, clean=False),
            ("keep no other capabilities", _confine, (launch.allowed,)),
            (f"run {launch.module}", _live, (launch, report)),
        ]
        pid = clone.fork_interpreter(directory, thread_id=self._thread_id)
        if pid == 0:
            child.become(steps, report=report)
        return pid

    def _show(self) -> None:
        """Take a title; not before the first start, since PID 1 forks its zygote before it mounts /proc."""
        if self._title is None:
            self._title = _titled((NAME,), os.environ)


def _confine(allowed: int | None) -> None:
    """exec would give root no more than the bounding set."""
    if allowed is not None:
        caps.confine(allowed)


def _live(launch: "Any", report: int) -> "NoReturn":
    """Be the module from here to its end."""
    env = child.environment(launch.env, tuple(launch.listen))
    os.environ.clear()
    os.environ.update(env)
    title = _titled(launch.argv, env, name=launch.module.rpartition(".")[2])
    if title is None:
        child.say(report, NOTE, "shows the command line of its zygote: this kernel lacks PR_SET_MM_MAP")
    sys.argv[:] = [""]  # runpy puts the module's file there
    _open_streams()
    _handle_signals()
    gc.enable()
    os.close(report)
    _end(_run(launch.module))


def _run(module: str) -> int:
    """Run as python -m does; returns the exit code."""
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    except SystemExit as error:
        if error.code is None or isinstance(error.code, int):
            return error.code or 0
        print(error.code, file=sys.stderr)
        return 1
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def _end(code: int) -> "NoReturn":
    """Exit, without the interpreter's dismantling, which would copy every page that is still shared."""
    try:
        atexit._run_exitfuncs()  # noqa: SLF001 - the module has no other way
        sys.stdout.flush()
        sys.stderr.flush()
    finally:
        os._exit(code)


def _titled(argv: "Sequence[str]", env: "Mapping[str, str]", *, name: str = "") -> Title | None:
    """What this process shows from now on; None where that cannot be changed."""
    try:
        return Title(argv, env, name=name)
    except OSError:
        return None


def _open_streams() -> None:
    """Standard streams as a new interpreter has them: nothing buffered, made for what the descriptors are now."""
    sys.stdin = sys.__stdin__ = open(0, encoding="utf-8", closefd=False)  # type: ignore[misc] # noqa: SIM115
    sys.stdout = sys.__stdout__ = _output(1, errors="strict", line_buffering=os.isatty(1))  # type: ignore[misc]
    sys.stderr = sys.__stderr__ = _output(2, errors="backslashreplace", line_buffering=True)  # type: ignore[misc]


def _output(fd: int, *, errors: str, line_buffering: bool) -> "Any":
    stream: Any = open(fd, "w", encoding="utf-8", errors=errors, closefd=False)  # noqa: SIM115
    stream.reconfigure(line_buffering=line_buffering)
    return stream


def _handle_signals() -> None:
    """Signals as a new interpreter has them; the preparations have set them all to their defaults."""
    for number in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGINT, signal.default_int_handler)
