"""The first moments of PID 1: what nothing runs without, and then the node."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import sys
from pathlib import Path
from typing import NoReturn, TextIO, cast

from libtalos.component.logs import make_logger
from libtalos.mounts import DEFAULT_PATH, load
from services.init import early
from services.init.component import DECLARATION
from services.init.ownlog import OwnLog
from services.init.zygotes import Zygotes


def boot(zygotes: Zygotes) -> NoReturn:
    """Bring up what nothing runs without, then run the node until it is shut down."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    own_log = OwnLog(sys.stderr)
    log = make_logger(DECLARATION.name, stream=cast("TextIO", own_log))
    log.info("booting Talos", pid=os.getpid())
    if zygotes.problem:
        log.warning(zygotes.problem)
    try:
        early.mount_early(load(Path(os.environ.get("TALOS_MOUNT_TABLE", str(DEFAULT_PATH)))), log=log)
        early.raise_file_limit(log)
        entry = early.enter_group(zygotes.first, log=log)
        from services.init.composition import live  # noqa: PLC0415 - imported while the kernel moves this process

        gc.freeze()
        gc.enable()
        # asyncio's own loop, never uvloop: that one refuses a SIGCHLD handler, and orphans would stay zombies
        asyncio.run(live(entry=entry, environment=os.environ, log=log, own_log=own_log, zygotes=zygotes))
    except Exception as error:
        log.error(f"init failed: {error}", exc_info=error)  # noqa: TRY400 - the reason belongs in the message
        sys.exit(1)
    sys.exit(0)
