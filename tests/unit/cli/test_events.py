"""`talos events`: order, following over restarts, ends; and how commands that go on are ended."""

from __future__ import annotations

import json
import select
import signal
from typing import IO, Any

import pytest

from libtalos.cli import eventtext
from libtalos.gen import common, machine
from libtalos.gen.google.protobuf import Any as AnyMessage
from libtalos.gen.talos.component.v1 import Event
from libtalos.gen.talos.filesystem.v1 import TreeRepairEvent


def task(name: str) -> machine.TaskEvent:
    """Something that happens."""
    return machine.TaskEvent(task=name, action=machine.TaskEventAction.START)


def told(stream: IO[str] | None) -> str:
    """The message of the next event."""
    assert stream is not None
    return str(json.loads(stream.readline())["data"]["task"])


def test_the_past_is_in_order_of_time(node: Any) -> None:
    for component, name in (("network", "a"), ("init", "b"), ("network", "c"), ("api", "d")):
        node.happen(component, task(name))
    documents = [json.loads(line) for line in node.talos("events", "-o", "json").stdout.splitlines()]
    assert [(each["component"], each["data"]["task"]) for each in documents] == [
        ("network", "a"),
        ("init", "b"),
        ("network", "c"),
        ("api", "d"),
    ]
    assert documents[0]["data"]["action"] == "START"
    assert documents[0]["type"] == "TaskEvent"
    lines = node.talos("events", "--tail", "2").stdout.splitlines()
    assert [line.split()[-2:] for line in lines[1:]] == [["c", "start"], ["d", "start"]]
    after = node.talos("events", "--since", documents[2]["id"], "-o", "json").stdout
    assert [json.loads(line)["data"]["task"] for line in after.splitlines()] == ["d"]
    assert len(node.talos("events", "--duration", "1m").stdout.splitlines()) == 5


def test_a_component_that_does_not_answer_is_named(node: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("libtalos.cli.events.PATIENCE", 0.3)
    node.happen("init", task("a"))
    node.do(node.components["network"].stop)
    result = node.talos("events", "-o", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["data"]["task"] == "a"
    assert result.stderr == "warning: network: its past events are missing: no answer within 0.3 s\n"


def test_following_outlasts_a_restart_and_loses_nothing(node: Any) -> None:
    node.happen("init", task("before"))
    network = node.components["network"]
    with node.begin("events", "-f", "-o", "json") as process:
        assert told(process.stdout) == "before"
        node.happen("network", task("first"))
        assert told(process.stdout) == "first"
        node.do(network.stop)
        node.do(network.start)
        # before anybody can have connected again
        node.happen("network", task("second"))
        node.happen("init", task("third"))
        assert {told(process.stdout), told(process.stdout)} == {"second", "third"}
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=10)
    assert (process.returncode, out, err) == (130, "", "")


def test_following_from_now_tells_nothing_old(node: Any) -> None:
    node.happen("init", task("old"))
    with node.begin("events", "-f", "--tail", "0") as process:
        assert process.stdout.readline().startswith("TIME")
        # the connection is made some time after the heading
        while not select.select([process.stdout], [], [], 0.05)[0]:
            node.happen("init", task("new"))
        assert process.stdout.readline().split()[-2:] == ["new", "start"]
        process.kill()


def test_the_past_of_a_late_component_comes_when_it_answers(node: Any) -> None:
    """Its socket is there, and nobody takes the connection until later."""
    node.happen("init", task("a"))
    network = node.components["network"]
    node.do(network.stop)
    with node.begin("events", "-f", "-o", "json") as process:
        assert told(process.stdout) == "a"
        node.do(network.start)
        node.happen("network", task("late"))
        assert told(process.stdout) == "late"
        process.terminate()
        _, err = process.communicate(timeout=10)
    assert process.returncode == 130
    assert err.count("\n") == 1
    assert err.startswith("warning: network: its past events are missing")


def test_following_ends_with_the_node(node: Any) -> None:
    with node.begin("events", "-f") as process:
        assert process.stdout.readline().startswith("TIME")
        node.happen("init", task("last"))
        assert process.stdout.readline().split()[-2:] == ["last", "start"]
        for component in node.components.values():
            node.do(component.die)
        _, err = process.communicate(timeout=10)
    assert process.returncode == 3
    assert "the node is gone" in err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("command", [("logs", "etcd", "-f"), ("get", "machinestatus", "-w")])
def test_an_interrupt_ends_quietly(node: Any, command: tuple[str, ...], number: signal.Signals) -> None:
    with node.begin(*command) as process:
        process.stdout.readline()
        process.send_signal(number)
        _, err = process.communicate(timeout=10)
    assert (process.returncode, err) == (130, "")


@pytest.mark.parametrize("command", [("logs", "etcd", "-f"), ("events", "-f")])
def test_a_closed_pipe_ends_quietly_and_at_once(node: Any, command: tuple[str, ...]) -> None:
    """Also if there is nothing more to write."""
    with node.begin(*command) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.wait(timeout=10) == 0
        assert process.stderr.read() == ""


@pytest.mark.parametrize(
    ("message", "text"),
    [
        (
            machine.ServiceStateEvent(
                service="etcd", action=machine.ServiceStateEventAction.RUNNING, message="Started", health=None
            ),
            "etcd running: Started",
        ),
        (
            machine.SequenceEvent(
                sequence="boot", action=machine.SequenceEventAction.STOP, error=common.Error(message="no disk")
            ),
            "boot stop: no disk",
        ),
        (machine.PhaseEvent(phase="ephemeral"), "ephemeral start"),
        (
            machine.MachineStatusEvent(
                stage=machine.MachineStatusEventMachineStage.BOOTING,
                status=machine.MachineStatusEventMachineStatus(
                    unmet_conditions=[
                        machine.MachineStatusEventMachineStatusUnmetCondition(name="x", reason="etcd not healthy")
                    ]
                ),
            ),
            "booting, not ready: etcd not healthy",
        ),
        (machine.ConfigLoadErrorEvent(error="bad"), "error=bad"),
        (
            TreeRepairEvent(target="/opt", kind="overlay", steps=["mount it", "set it"]),
            "/opt (overlay) repaired: mount it; set it",
        ),
        (TreeRepairEvent(target="/a", kind="link", error="no"), "/a (link) not repaired: no"),
    ],
)
def test_what_events_say(message: Any, text: str) -> None:
    assert eventtext.as_text(Event(data=AnyMessage.pack(message))) == text


def test_an_unknown_event_keeps_its_name() -> None:
    event = Event(data=AnyMessage(type_url="type.googleapis.com/x.NewEvent", value=b"\x08\x01"))
    assert (eventtext.kind(event), eventtext.as_text(event), eventtext.as_data(event)) == ("NewEvent", "", {})
