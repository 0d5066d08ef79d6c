"""Sequences: order, events, log lines, failure, lock and takeover."""

import asyncio

import pytest
import structlog
from structlog.testing import capture_logs

from services.init.sequence import Phase, Sequence, SequenceFailedError, SequenceLockedError, Sequencer, Task


class Recorder:
    """A listener that writes everything down."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, ...]] = []

    def sequence_started(self, name: str, actor_id: str) -> None:
        self.heard.append(("sequence+", name, actor_id))

    def sequence_stopped(self, name: str, actor_id: str, error: str) -> None:
        self.heard.append(("sequence-", name, actor_id, error))

    def sequence_refused(self, name: str, actor_id: str, error: str) -> None:
        self.heard.append(("sequence!", name, actor_id, error))

    def phase_started(self, name: str, actor_id: str) -> None:
        self.heard.append(("phase+", name))

    def phase_stopped(self, name: str, actor_id: str) -> None:
        self.heard.append(("phase-", name))

    def task_started(self, name: str, actor_id: str) -> None:
        self.heard.append(("task+", name))

    def task_stopped(self, name: str, actor_id: str) -> None:
        self.heard.append(("task-", name))


async def ok() -> None:
    """A task that does nothing."""


async def for_ever() -> None:
    await asyncio.Event().wait()


async def broken() -> None:
    raise RuntimeError("the disk is on fire")


def make(recorder: Recorder) -> Sequencer:
    return Sequencer(listener=recorder, clock=lambda: 0.0, log=structlog.stdlib.get_logger())


async def test_phases_run_in_order_and_are_told() -> None:
    recorder = Recorder()
    sequence = Sequence("boot", (Phase("one", (Task("a", ok),)), Phase("two", (Task("b", ok),))))
    await make(recorder).run(sequence, actor_id="x")
    assert recorder.heard == [
        ("sequence+", "boot", "x"),
        ("phase+", "one"),
        ("task+", "a"),
        ("task-", "a"),
        ("phase-", "one"),
        ("phase+", "two"),
        ("task+", "b"),
        ("task-", "b"),
        ("phase-", "two"),
        ("sequence-", "boot", "x", ""),
    ]


async def test_log_lines_have_upstreams_texts() -> None:
    with capture_logs() as lines:
        await make(Recorder()).run(Sequence("boot", (Phase("one", (Task("a", ok), Task("b", ok))),)), actor_id="x")
    texts = [line["event"] for line in lines]
    assert texts[0] == "boot sequence: 1 phase(s)"
    assert texts[1] == "phase one (1/1): 2 tasks(s)"
    assert "task a (1/2): starting" in texts
    assert "task b (2/2): done, 0ms" in texts
    assert texts[-1] == "boot sequence: done: 0ms"


async def test_tasks_of_a_phase_run_at_once() -> None:
    met = asyncio.Barrier(2)

    async def meet() -> None:
        await met.wait()

    sequence = Sequence("boot", (Phase("one", (Task("a", meet), Task("b", meet))),))
    await asyncio.wait_for(make(Recorder()).run(sequence, actor_id="x"), 1)


async def test_a_failed_task_cancels_its_phase_and_names_itself() -> None:
    recorder = Recorder()
    sequence = Sequence("boot", (Phase("one", (Task("a", broken), Task("b", for_ever))), Phase("two", ())))
    with pytest.raises(SequenceFailedError, match="phase one: task a: the disk is on fire"):
        await make(recorder).run(sequence, actor_id="x")
    assert ("phase+", "two") not in recorder.heard
    assert recorder.heard[-1] == ("sequence-", "boot", "x", "phase one: task a: the disk is on fire")


async def test_a_second_sequence_is_refused_and_a_takeover_cancels() -> None:
    recorder = Recorder()
    sequencer = make(recorder)
    first = asyncio.create_task(sequencer.run(Sequence("boot", (Phase("p", (Task("t", for_ever),)),)), actor_id="1"))
    await asyncio.sleep(0)
    with pytest.raises(SequenceLockedError):
        await sequencer.run(Sequence("reset", ()), actor_id="2")
    assert recorder.heard[-1] == ("sequence!", "reset", "2", "sequence not started: locked")
    await sequencer.run(Sequence("shutdown", ()), actor_id="3", takeover=True)
    assert first.cancelled()
    assert ("sequence-", "boot", "1", "cancelled") in recorder.heard
    assert recorder.heard[-1] == ("sequence-", "shutdown", "3", "")
