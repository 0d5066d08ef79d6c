"""The component's start: the tree first, then its resources, then a look at every change.

A step that fails ends the process: its log line is the last one, so that it is in the failure event that init
publishes, and init starts the component again with its backoff. A start does only what is missing.
"""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import structlog

from libtalos.mounts import StepError
from services.filesystem.follow import Watch, follow
from services.filesystem.resources import Publisher
from services.filesystem.tree import MountTree


class Lifecycle:
    """Starts the component. `complete` is set when the tree is as wanted."""

    def __init__(
        self,
        *,
        tree: MountTree,
        publisher: Publisher,
        watch: Callable[[], Watch],
        spawn: Callable[[str, Coroutine[Any, Any, None]], None],
        clock: Callable[[], float],
        log: structlog.stdlib.BoundLogger,
    ) -> None:
        """Take what is started; clock is monotonic, in seconds."""
        self.complete = asyncio.Event()
        self._tree = tree
        self._publisher = publisher
        self._watch = watch
        self._spawn = spawn
        self._clock = clock
        self._log = log

    async def start(self) -> None:
        """Bring the tree about, publish, and watch. Raises StepError, OSError."""
        began = self._clock()
        steps = await asyncio.to_thread(self._bring_about)
        self._log.info("mount table done", steps=steps, seconds=round(self._clock() - began, 3))
        watch = self._watch()  # before the first look, so that no change falls between the two
        await self._publisher.publish_mounts()
        await self._publisher.publish_etc_files()
        self.complete.set()
        self._spawn("mounts", follow(watch, self._changed))

    async def _changed(self) -> None:
        await self._publisher.publish_mounts()
        missing = await asyncio.to_thread(self._tree.missing)
        if missing:
            steps = [step.describe() for step in missing]
            self._log.warning("the tree is not as wanted; a restart of the component puts it right", missing=steps)

    def _bring_about(self) -> int:
        steps = 0
        try:
            for step in self._tree.complete():
                self._log.info("done", step=step.describe())
                steps += 1
        except StepError as error:
            self._log.error("mount table failed", target=error.row.target, step=error.step, error=str(error))
            raise
        for remark in self._tree.remarks():
            self._log.warning("left as it is", remark=remark)
        return steps
