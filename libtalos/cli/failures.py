"""From errors and interrupts to messages and exit codes, for every command.

0 done; 1 failed; 2 wrong usage; 3 the node cannot be reached; 4 there is nothing of that name; 5 not allowed, or not in
this state; 130 interrupted, by Ctrl-C, SIGTERM or SIGHUP.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import stat
import sys
from collections.abc import Callable, Coroutine, Iterator
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import typer

from libtalos.bus.errors import BusError, Code
from libtalos.cli.output import ReaderGoneError, say, say_error
from libtalos.image.errors import ImageError
from libtalos.provision.errors import ProvisionError, UnknownClusterError

T = TypeVar("T")

EXIT_FAILED = 1
EXIT_USAGE = 2
EXIT_UNREACHABLE = 3
EXIT_NOT_FOUND = 4
EXIT_REFUSED = 5
EXIT_INTERRUPTED = 130
# besides SIGINT
INTERRUPTING = (signal.SIGTERM, signal.SIGHUP)
EXIT_CODES = {
    Code.INVALID_ARGUMENT: EXIT_USAGE,
    Code.UNAVAILABLE: EXIT_UNREACHABLE,
    Code.DEADLINE_EXCEEDED: EXIT_UNREACHABLE,
    Code.NOT_FOUND: EXIT_NOT_FOUND,
    Code.PERMISSION_DENIED: EXIT_REFUSED,
    Code.UNAUTHENTICATED: EXIT_REFUSED,
    Code.FAILED_PRECONDITION: EXIT_REFUSED,
}


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run a command's work; what goes wrong becomes a message on stderr and an exit code."""
    with reported():
        return asyncio.run(_while_read(work))


def parsed(option: str, parse: Callable[[str], T], text: str) -> T:
    """The value of an option, by a function that raises ProvisionError; that makes it wrong usage."""
    try:
        return parse(text)
    except ProvisionError as error:
        raise typer.BadParameter(str(error), param_hint=option) from error


@contextlib.contextmanager
def reported(*, interrupted: str = "") -> Iterator[None]:
    """Turn what a user can do something about into a message on stderr and an exit code.

    SIGTERM and SIGHUP interrupt as Ctrl-C does, so that what was begun is undone; interrupted is said then.
    """
    with _interrupts():
        try:
            yield
        except ReaderGoneError as error:
            _drop_stdout()
            raise typer.Exit(0) from error
        except (BusError, ProvisionError, ImageError, OSError) as error:
            leave(_message(error), error, code=_exit_code(error))
        except KeyboardInterrupt as error:
            leave(interrupted, error, code=EXIT_INTERRUPTED)


def leave(message: str, error: BaseException, *, code: int) -> None:
    """Say what went wrong, with the notes on error, and end the command."""
    if message:
        say_error(message)
    for note in getattr(error, "__notes__", ()):
        say(note)
    raise typer.Exit(code) from error


def _message(error: Exception) -> str:
    return error.message if isinstance(error, BusError) else str(error)


def _exit_code(error: Exception) -> int:
    if isinstance(error, BusError):
        return EXIT_CODES.get(error.code, EXIT_FAILED)
    return EXIT_NOT_FOUND if isinstance(error, UnknownClusterError) else EXIT_FAILED


@contextlib.contextmanager
def _interrupts() -> Iterator[None]:
    before = {number: signal.signal(number, signal.default_int_handler) for number in INTERRUPTING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


async def _while_read(work: Coroutine[Any, Any, T]) -> T:
    """Run work until it ends, is interrupted, or nobody reads a stdout that is a pipe; then raise ReaderGoneError.

    A command that follows something would else notice it with the next line, which may come in an hour or never.
    """
    task = asyncio.ensure_future(work)
    reasons: list[type[BaseException]] = []

    def leave_off(reason: type[BaseException]) -> None:
        reasons.append(reason)
        task.cancel()

    _on_signals(asyncio.get_running_loop(), partial(leave_off, KeyboardInterrupt))
    with _on_reader_gone(partial(leave_off, ReaderGoneError)):
        try:
            return await task
        except asyncio.CancelledError:
            if reasons:
                raise reasons[0] from None
            raise


def _on_signals(loop: asyncio.AbstractEventLoop, act: Callable[[], None]) -> None:
    """Act in the loop at the first SIGTERM or SIGHUP, as asyncio does at SIGINT; the next one interrupts at once.

    An exception raised by the handler itself could come up in the middle of any task.
    """
    seen: list[int] = []

    def handle(number: int, _frame: object) -> None:
        if seen:
            raise KeyboardInterrupt
        seen.append(number)
        loop.call_soon_threadsafe(act)

    for number in INTERRUPTING:
        signal.signal(number, handle)


@contextlib.contextmanager
def _on_reader_gone(act: Callable[[], None]) -> Iterator[None]:
    """Act once when the reader of stdout leaves, if stdout is a pipe."""
    pipe = _stdout_pipe()
    if pipe is None:
        yield
        return
    loop = asyncio.get_running_loop()

    def leave_off() -> None:
        loop.remove_reader(pipe)
        act()

    # the writing end of a pipe is never readable: the only thing that epoll(7) tells of it is EPOLLERR
    loop.add_reader(pipe, leave_off)
    try:
        yield
    finally:
        loop.remove_reader(pipe)


def _stdout_pipe() -> int | None:
    """The descriptor of stdout if that is a pipe."""
    with contextlib.suppress(OSError, ValueError):
        number = sys.stdout.fileno()
        if stat.S_ISFIFO(os.fstat(number).st_mode):
            return number
    return None


def _drop_stdout() -> None:
    """Send what is left in the buffer nowhere: Python would complain about it at its end."""
    with contextlib.suppress(OSError, ValueError), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
