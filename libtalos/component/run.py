"""The life of a component process: socket in, readiness out, SIGTERM to stop."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Coroutine, Mapping
from typing import Any, NoReturn

import structlog

from libtalos.bus.settings import settings_from
from libtalos.component.activation import ActivationError, notify, own_socket
from libtalos.component.declaration import Declaration
from libtalos.component.host import ComponentHost
from libtalos.component.logs import make_logger
from libtalos.component.registry import load_registry
from libtalos.component.runtime import Compose
from libtalos.component.tasks import TaskFailedError

EXIT_FAILED = 1
EXIT_USAGE = 2


def run(declaration: Declaration, compose: Compose) -> NoReturn:
    """Run a component until SIGTERM (exit 0), a fault (exit 1), or at once if it was started wrongly (exit 2)."""
    environment = os.environ
    log = make_logger(declaration.name, environment=environment)
    sys.exit(_uvloop_run(_life(serve(declaration, compose, environment=environment, log=log))))


async def _life(serving: Coroutine[Any, Any, int]) -> int:
    try:
        return await serving
    finally:
        # With the event loop goes its handler: a signal on the way out would take the exit code, which tells the
        # reason, away.
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])


async def serve(
    declaration: Declaration,
    compose: Compose,
    *,
    environment: Mapping[str, str],
    log: structlog.stdlib.BoundLogger,
) -> int:
    """Serve until told to stop; the exit code."""
    try:
        sock = own_socket(environment, os.getpid(), declaration.name)
    except ActivationError as error:
        log.error("cannot start", error=str(error))  # noqa: TRY400 - the message says it all
        return EXIT_USAGE
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    try:
        host = ComponentHost(
            declaration=declaration,
            compose=compose,
            environment=environment,
            registry=load_registry(),
            settings=settings_from(environment),
            log=log,
        )
    except (Exception, SystemExit) as error:
        sock.close()
        return _failed(error, log)
    failure = await _until_stopped(host, stopping, environment=environment, log=log, start=host.start(sock))
    notify(environment, "STOPPING=1")
    try:
        await host.stop()
    except Exception as error:
        if failure is not None:
            log.warning("could not stop cleanly", exc_info=error)
        failure = failure or error
    if failure is not None:
        return _failed(failure, log)
    log.info("stopped")
    return 0


def _failed(error: BaseException, log: structlog.stdlib.BoundLogger) -> int:
    """Log the reason: the last line of a process is what its supervisor tells of its end.

    A SystemExit with a number is the exit code of a composition that has told its reason already.
    """
    if isinstance(error, SystemExit) and isinstance(error.code, int):
        return error.code
    known = isinstance(error, SystemExit | TaskFailedError)
    log.error(f"component failed: {error or type(error).__name__}", exc_info=None if known else error)
    return EXIT_FAILED


async def _until_stopped(
    host: ComponentHost,
    stopping: asyncio.Event,
    *,
    environment: Mapping[str, str],
    log: structlog.stdlib.BoundLogger,
    start: Coroutine[Any, Any, None],
) -> BaseException | None:
    """Start, announce readiness, and wait for the signal or a fault, whichever is first; returns the fault."""

    async def life() -> BaseException:
        try:
            await start
        except SystemExit as error:  # out of a task it would tear down the event loop
            return error
        notify(environment, "READY=1")
        log.info("ready")
        return await host.runtime.tasks.failed()

    living = asyncio.create_task(life(), name="life")
    ending = asyncio.create_task(stopping.wait(), name="stopping")
    await asyncio.wait([living, ending], return_when=asyncio.FIRST_COMPLETED)
    ending.cancel()
    if not living.done():
        living.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await living
        return None
    return living.exception() or living.result()


def _uvloop_run(main: Coroutine[Any, Any, int]) -> int:
    import uvloop  # noqa: PLC0415 - PID 1 imports this module and must not run on uvloop

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(main)
