import signal
import threading
from dataclasses import dataclass, field

import pytest

from libtalos.provision.operations import Lasting, execute, undo


@dataclass
class Step:
    name: str
    journal: list[str]
    fails: BaseException | None = None
    sticks: Exception | None = None
    inside: list[signal.Signals] = field(default_factory=list)

    def describe(self) -> str:
        return self.name

    def execute(self) -> None:
        if self.fails:
            raise self.fails
        self.journal.append(f"+{self.name}")

    def undo(self) -> None:
        for number in self.inside:
            # to this thread, the one of a command: a thread that another test has left behind would take it otherwise
            signal.pthread_kill(threading.get_ident(), number)
        if self.sticks:
            raise self.sticks
        self.journal.append(f"-{self.name}")


def test_steps_run_in_order_and_are_announced() -> None:
    journal: list[str] = []
    execute([Step("a", journal), Step("b", journal)], journal.append)
    assert journal == ["a", "+a", "b", "+b"]


@pytest.mark.parametrize("error", [ValueError("no"), KeyboardInterrupt()])
def test_a_failed_or_interrupted_step_and_those_before_it_are_undone_in_reverse(error: BaseException) -> None:
    journal: list[str] = []
    plan = [Step("a", journal), Step("b", journal), Step("c", journal, fails=error), Step("d", journal)]
    with pytest.raises(type(error)) as caught:
        execute(plan, lambda _: None)
    assert caught.value is error
    assert journal == ["+a", "+b", "-c", "-b", "-a"]


def test_what_could_not_be_undone_is_noted_and_does_not_stop_the_rest() -> None:
    journal: list[str] = []
    plan = [Step("a", journal), Step("b", journal, sticks=OSError("busy")), Step("c", journal, fails=ValueError("no"))]
    with pytest.raises(ValueError, match="no") as caught:
        execute(plan, lambda _: None)
    assert journal == ["+a", "+b", "-c", "-a"]
    assert caught.value.__notes__ == ["not undone: b: busy"]


def test_lasting_results_survive_a_failed_plan() -> None:
    journal: list[str] = []
    with pytest.raises(ValueError, match="no"):
        execute([Lasting(Step("a", journal)), Step("b", journal, fails=ValueError("no"))], lambda _: None)
    assert journal == ["+a", "-b"]


def test_an_undo_is_not_interrupted_but_the_interrupt_is_not_lost() -> None:
    journal: list[str] = []
    plan = [Step("a", journal), Step("b", journal, inside=[signal.SIGINT])]
    with pytest.raises(KeyboardInterrupt):
        undo(plan)
    assert journal == ["-b", "-a"]
