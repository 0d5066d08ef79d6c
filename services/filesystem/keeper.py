"""Everything that changes the tree, one thing at a time."""

import asyncio
from collections.abc import Callable, Iterable
from typing import Final

import structlog

from libtalos.mounts import Operation, StepError
from services.filesystem.closing import Closed, Closing
from services.filesystem.etcfiles import EtcFiles
from services.filesystem.tree import MountTree, Repair

NOTHING: Final[tuple[Repair, ...]] = ()


class TreeKeeper:
    """Brings the tree about, writes its files, repairs it, and takes it down."""

    def __init__(
        self, *, tree: MountTree, etc_files: EtcFiles, closing: Closing, log: structlog.stdlib.BoundLogger
    ) -> None:
        """Take the tree, the files in it, and what closes volumes that are not the table's.

        turn is held by whoever changes the tree; down says that all mounts were taken away by a request.
        """
        self._tree = tree
        self._etc_files = etc_files
        self._closing = closing
        self._log = log
        self.turn = asyncio.Lock()
        self.down = False
        self._kept = False

    async def mount(self) -> list[str]:
        """Do what is missing, keep it from then on, and return what was done. Raises StepError, OSError."""
        return await self._in_turn(self._mount)

    async def mount_before_volumes(self) -> list[str]:
        """Do what is missing of the rows before the first volume, and return it. Raises StepError, OSError."""
        return await self._in_turn(lambda: self._carry_out(self._tree.before_volumes()))

    async def unmount(self) -> list[str]:
        """Take all mounts away, user volumes first, keep nothing, and return what was done.

        Raises StepError, OSError for a mount that is in use: what could be taken away is then brought about again.
        """
        return await self._in_turn(self._unmount)

    async def unmount_for_good(self) -> Closed:
        """Take away all mounts that can be, whoever made them, and keep nothing. Raises OSError if it cannot look."""
        async with self.turn:
            self._kept, self.down = False, True
            return await asyncio.to_thread(self._closing.for_good, self._told)

    async def write(self, name: str, contents: bytes) -> bool:
        """Write a file under /etc; the errors are those of EtcFiles.write."""
        async with self.turn:
            return await asyncio.to_thread(self._etc_files.write, name, contents)

    async def repair(self) -> tuple[Repair, ...]:
        """Put right what is not as wanted. Raises OSError if it cannot look."""
        async with self.turn:
            return tuple(await asyncio.to_thread(self._tree.repair)) if self._kept else NOTHING

    async def _in_turn(self, work: Callable[[], list[str]]) -> list[str]:
        async with self.turn:
            return await asyncio.to_thread(work)

    def _mount(self) -> list[str]:
        done = self._carry_out(self._tree.complete())
        self.down = False
        self._etc_files.adopt()
        self._tree.settle()
        self._kept = True
        for remark in self._tree.remarks():
            self._log.warning("left as it is", remark=remark)
        return done

    def _carry_out(self, operations: Iterable[Operation]) -> list[str]:
        done: list[str] = []
        try:
            for step in operations:
                done.append(step.describe())
                self._log.info("done", step=done[-1])
        except StepError as error:
            self._log.error("mount table failed", target=error.row.target, step=error.step, error=str(error))
            raise
        return done

    def _unmount(self) -> list[str]:
        self._kept, self.down = False, True
        done: list[str] = []
        try:
            for step in self._closing.user_volumes():
                _execute(step)
                done.append(self._told(step.describe()))
            done.extend(self._told(step.describe()) for step in self._tree.take_down())
        except (StepError, OSError):
            self._back_up()
            raise
        return done

    def _back_up(self) -> None:
        """Bring the tree about again; what does not succeed is left to repairs: why it stays up is the news."""
        try:
            self._mount()
        except (StepError, OSError) as error:
            self._log.error("not brought about again; trying again with the next change", error=str(error))
            self._kept, self.down = True, False

    def _told(self, step: str) -> str:
        self._log.info("done", step=step)
        return step


def _execute(step: Operation) -> None:
    try:
        step.execute()
    except OSError as error:
        raise OSError(error.errno, f"cannot {step.describe()}: {error.strerror or error}") from error
