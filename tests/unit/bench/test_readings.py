"""What benchmarks read from elsewhere: consoles, events, memory, latencies."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from libtalos.gen.google.protobuf import Any
from libtalos.gen.machine import (
    MachineStatusEvent,
    MachineStatusEventMachineStage,
    MachineStatusEventMachineStatus,
    ServiceHealth,
    ServiceStateEvent,
)
from libtalos.gen.talos.component.v1 import Event
from tests.bench.bus_end import figures
from tests.bench.bus_messages import LIST, SERVICES, SMALL, STREAM, Google, request
from tests.bench.history import CONFIG, FIRST, GROUPS, MOUNTED, console_moments, event_moments
from tests.bench.machine import busy_ticks
from tests.bench.memory import process_name, pss

AT = dt.datetime(2026, 1, 2, 3, 4, 5, 600000, tzinfo=dt.UTC)
STAGE = MachineStatusEventMachineStage


def console(*lines: str) -> str:
    entries = [{"msg": line, "time": f"2026-01-02T03:04:0{second}.500000Z"} for second, line in enumerate(lines)]
    return "not JSON\n" + "".join(json.dumps(entry) + "\n" for entry in entries)


def test_console_tells_when_each_step_was_done() -> None:
    found = console_moments(console(FIRST, GROUPS, CONFIG, f"{MOUNTED}, 2864ms"))
    began = found["PID 1 begins"]
    assert [round(at - began, 6) for at in found.values()] == [0, 1, 2, 3]


def test_console_of_a_node_that_was_restarted_counts_its_first_lines() -> None:
    twice = console(FIRST, GROUPS, CONFIG, MOUNTED, GROUPS)
    assert console_moments(twice)["early mounts made"] - console_moments(twice)["PID 1 begins"] == 1


def test_console_that_lacks_a_line_names_it() -> None:
    with pytest.raises(KeyError, match=CONFIG):
        console_moments(console(FIRST, GROUPS))


@pytest.mark.parametrize(("healthy", "expected"), [(True, {"etcd healthy": AT.timestamp()}), (False, {})])
def test_event_of_a_healthy_service(healthy: bool, expected: dict[str, float]) -> None:
    message = ServiceStateEvent(service="etcd", health=ServiceHealth(healthy=healthy))
    assert dict(event_moments(Event(time=AT, data=Any.pack(message)))) == expected


@pytest.mark.parametrize(
    ("stage", "ready", "counts"),
    [(STAGE.BOOTING, True, False), (STAGE.RUNNING, False, False), (STAGE.RUNNING, True, True)],
)
def test_machine_is_up_when_it_runs_and_is_ready(
    stage: MachineStatusEventMachineStage, ready: bool, counts: bool
) -> None:
    message = MachineStatusEvent(stage=stage, status=MachineStatusEventMachineStatus(ready=ready))
    assert bool(dict(event_moments(Event(time=AT, data=Any.pack(message))))) is counts


@pytest.mark.parametrize(
    ("cmdline", "name"),
    [
        (b"/usr/bin/python3.11\0-I\0-m\0services.api\0", "services.api"),
        (b"/usr/bin/etcd\0--name=x\0", "etcd"),
        (b"/usr/lib/systemd/systemd-journald\0", "systemd-journald"),
    ],
)
def test_process_name(cmdline: bytes, name: str) -> None:
    assert process_name(cmdline) == name


def test_pss_is_the_proportional_share_and_not_one_of_its_parts() -> None:
    assert pss("00400000-7ff000 ---p 0 0:0 0 [rollup]\nRss: 900 kB\nPss: 512 kB\nPss_Dirty: 100 kB\n") == 512


def test_pss_of_a_kernel_thread_is_an_error() -> None:
    with pytest.raises(ValueError, match="Pss:"):
        pss("")


def test_figures_of_latencies() -> None:
    found = figures(SMALL, [second / 1000 for second in range(200, 0, -1)], 0, 2.0)
    assert found["calls/s"] == 100
    assert found["p50"] == pytest.approx(101_000)
    assert found["p99"] == pytest.approx(199_000)


def test_figures_of_a_stream_are_megabytes() -> None:
    assert figures(STREAM, [0.5, 0.5], 3_000_000, 2.0) == {"MB/s": 1.5}


def test_busy_ticks_leave_out_idling_and_waiting() -> None:
    assert busy_ticks("cpu  100 1 20 5000 600 2 3 4 50 60\ncpu0 1 1 1 1 1 1 1 1 1 1\n") == 130


@pytest.mark.parametrize(("method", "size"), [(SMALL, 180), (LIST, 8052), (SERVICES, 8052)])
def test_all_stacks_send_the_same_bytes(method: str, size: int) -> None:
    ours = request(method)
    theirs = Google().of(type(ours)).FromString(bytes(ours)).SerializeToString(deterministic=True)
    assert len(theirs) == size
    assert theirs == bytes(ours)
    assert type(ours).parse(theirs) == ours
