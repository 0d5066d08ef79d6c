"""The machine status as a function of stage and services."""

from libtalos.resources.definitions.runtime import MachineStatus
from services.init.machine import Machine
from services.init.status import ServiceSummary, machine_status

UP = ServiceSummary(id="etcd", running=True, healthy=True)
SICK = ServiceSummary(id="etcd", running=True, healthy=False)
GONE = ServiceSummary(id="api", running=False, healthy=False)
SKIPPED = ServiceSummary(id="kubelet", running=False, healthy=False, skipped=True)


def reasons(status: MachineStatus) -> list[str]:
    return [condition.reason for condition in status.status.unmet_conditions]


def test_ready_when_all_are_up_or_skipped() -> None:
    assert machine_status("running", [UP, SKIPPED]).status.ready


def test_problems_have_upstreams_words_and_are_sorted() -> None:
    status = machine_status("running", [SICK, GONE])
    assert not status.status.ready
    assert reasons(status) == ["api not running", "etcd not healthy"]


def test_a_silent_component_is_a_problem() -> None:
    assert reasons(machine_status("booting", [UP], ["kubelet"])) == ["kubelet has not reported its services"]


def test_other_stages_are_never_ready() -> None:
    assert machine_status("shutting down", [UP]) == MachineStatus(stage="shutting down")


async def test_machine_tells_changes_only_and_ready_waits() -> None:
    own = [UP]
    told: list[MachineStatus] = []
    machine = Machine(own=lambda: own, peers=["kubelet"], publish=[told.append])
    machine.refresh()
    machine.refresh()
    assert len(told) == 1
    machine.report("kubelet", {"kubelet": SKIPPED})
    await machine.ready()
    machine.enter("running")
    assert [status.stage for status in told] == ["booting", "booting", "running"]
    machine.report("kubelet", None)
    assert not told[-1].status.ready
