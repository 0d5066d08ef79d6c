import asyncio
import signal
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from libtalos.supervise.errors import ClosedError, ServiceGraphError, SuperviseError, UnknownServiceError
from libtalos.supervise.health import HealthCheck
from libtalos.supervise.restart import RestartPolicy
from libtalos.supervise.spec import ServiceSpec
from libtalos.supervise.status import HISTORY, ServiceId, ServiceState, ServiceStatus
from libtalos.supervise.supervisor import Supervisor

Make = Callable[..., ServiceSpec]
Reach = Callable[..., Awaitable[ServiceStatus]]
A = ServiceId("a")


async def _settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_life_is_told_in_upstreams_words(supervisor: Supervisor, farm: Any, spec: Make, reach: Reach) -> None:
    supervisor.load([spec("a", restart=RestartPolicy.once())])
    await supervisor.start(A)
    await reach("a")
    farm.bodies["a"].end()
    await reach("a", ServiceState.FINISHED)
    assert farm.told("a") == [
        ("Starting", "Starting service"),
        ("Preparing", "Running pre state"),
        ("Preparing", "Creating service runner"),
        ("Running", 'Process Process(["/bin/a"]) started with PID 1001'),
        ("Finished", "Service finished successfully"),
    ]
    assert farm.bodies["a"].removed


async def test_a_failure_says_how_and_the_last_log_line(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a", restart=RestartPolicy.once())])
    farm.last_line = 'panic: "no"'
    await supervisor.start(A)
    await reach("a")
    farm.bodies["a"].end(code=3)
    status = await reach("a", ServiceState.FAILED)
    assert status.events[-1].message == 'Exit status 3 (last log "panic: \\"no\\"")'
    assert status.pid is None


async def test_the_first_restart_is_immediate_and_the_next_ones_wait(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a")])
    await supervisor.start(A)
    for round_ in range(4):
        async with asyncio.timeout(5):
            await supervisor.until(A, lambda s, n=round_: s.restarts == n and s.pid is not None)  # type: ignore[misc]
        farm.bodies["a"].end(code=None, number=9)
    async with asyncio.timeout(5):
        await supervisor.until(A, lambda s: s.restarts == 4)
    assert farm.sleeps == [0.1, 0.2, 0.4]
    again = 'Error running Process(["/bin/a"]), going to restart forever: signal: killed'
    assert farm.told("a").count(("Waiting", again)) == 4


async def test_a_limited_service_gives_up(supervisor: Supervisor, farm: Any, spec: Make, reach: Reach) -> None:
    supervisor.load([spec("a", restart=RestartPolicy.forever().limited(3))])
    farm.failures["a"] = "cannot execute /bin/a: No such file or directory"
    await supervisor.start(A)
    status = await reach("a", ServiceState.FAILED)
    text = "Gave up after 3 failures in a row: cannot execute /bin/a: No such file or directory"
    assert status.events[-1].message == text


async def test_dependents_wait_until_a_dependency_is_up_and_say_so(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    well = asyncio.Event()
    check = HealthCheck(check=_well(well), timeout=5)
    supervisor.load([spec("c", "a", "b"), spec("a", health=check), spec("b")])
    await supervisor.start_all()
    await reach("b")
    await _settle()
    assert farm.told("c")[-1] == ("Waiting", 'Waiting for service "a" to be "up"')
    assert farm.states("c")[:2] == ["Starting", "Waiting"]
    well.set()
    await reach("c")
    assert supervisor.status(A).health.healthy is True
    assert ("Running", "Health check successful") in farm.told("a")


def _well(event: asyncio.Event) -> Callable[[], Awaitable[None]]:
    async def check() -> None:
        await event.wait()

    return check


async def test_everything_stops_dependents_first(supervisor: Supervisor, farm: Any, spec: Make, reach: Reach) -> None:
    supervisor.load([spec("a"), spec("b", "a"), spec("c", "b"), spec("d", "a")])
    await supervisor.start_all()
    for name in "abcd":
        await reach(name)
    assert await supervisor.stop_all(5) == ()
    order = [name for name, number in farm.signals if number == signal.SIGTERM]
    assert order.index("c") < order.index("b") < order.index("a")
    assert order[-1] == "a"
    assert farm.kills == []
    with pytest.raises(ClosedError):
        await supervisor.start(A)


async def test_what_is_kept_goes_on_until_everything_stops(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a"), spec("b", "a"), spec("c", "b")])
    await supervisor.start_all()
    await reach("c")
    assert await supervisor.stop_all(5, keep=(A,)) == ()
    assert [name for name, _ in farm.signals] == ["c", "b"]
    assert supervisor.status(A).state is ServiceState.RUNNING
    assert await supervisor.stop_all(5) == ()
    assert [name for name, _ in farm.signals][-1] == "a"


async def test_the_order_holds_over_services_that_are_down_already(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a"), spec("b", "a", restart=RestartPolicy.once()), spec("c", "b")])
    await supervisor.start_all()
    await reach("c")
    farm.bodies["b"].end()
    await reach("b", ServiceState.FINISHED)
    await supervisor.stop_all(5)
    assert [name for name, _ in farm.signals] == ["c", "a"]


async def test_a_service_that_ignores_sigterm_is_killed_after_its_timeout(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a", stop_timeout=0.01)])
    farm.stubborn.add("a")
    await supervisor.start(A)
    await reach("a")
    await supervisor.stop(A)
    assert farm.kills == ["a"]
    assert farm.told("a")[-3:] == [
        ("Stopping", 'Sending SIGTERM to Process(["/bin/a"])'),
        ("Stopping", 'Sending SIGKILL to Process(["/bin/a"])'),
        ("Finished", "Service finished successfully"),
    ]


async def test_the_deadline_for_all_is_a_bound(supervisor: Supervisor, farm: Any, spec: Make, reach: Reach) -> None:
    supervisor.load([spec("a"), spec("b", "a")])
    farm.stubborn.update("ab")
    await supervisor.start_all()
    await reach("b")
    began = asyncio.get_running_loop().time()
    assert await supervisor.stop_all(0.1) == ()
    assert asyncio.get_running_loop().time() - began < 0.1
    assert sorted(farm.kills) == ["a", "b"]
    assert 'gave up on b while stopping "a"' in farm.told("a")[-2][1]


@pytest.mark.parametrize("when", ["waiting", "preparing", "backing off"])
async def test_stopping_what_does_not_run_yet_finishes_it(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach, when: str
) -> None:
    hold = asyncio.Event()
    prepare = _well(hold) if when == "preparing" else _well(_set())
    supervisor.load([spec("a", *(["b"] if when == "waiting" else []), prepare=prepare), spec("b")])
    farm.sleep = _forever if when == "backing off" else farm.sleep
    farm.failures["a"] = "no" if when == "backing off" else ""
    await supervisor.start(A)
    await _settle()
    async with asyncio.timeout(1):
        status = await supervisor.stop(A)
    assert status.state is ServiceState.FINISHED
    assert farm.launched == []


def _set() -> asyncio.Event:
    event = asyncio.Event()
    event.set()
    return event


async def _forever(seconds: float) -> None:
    await asyncio.Event().wait()


async def test_a_skipped_service_is_up_for_its_dependents(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a", skip=lambda: "the image has no kubelet"), spec("b", "a")])
    await supervisor.start_all()
    await reach("b")
    assert farm.told("a")[-1] == ("Skipped", "Service skipped: the image has no kubelet")
    await supervisor.until_up([A, ServiceId("b")])


async def test_prepare_that_fails_fails_the_service(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    async def prepare() -> None:
        raise RuntimeError("no certificates")

    supervisor.load([spec("a", prepare=prepare)])
    await supervisor.start(A)
    status = await reach("a", ServiceState.FAILED)
    assert status.events[-1].message == "No certificates"
    with pytest.raises(SuperviseError, match='service "a" is not up: No certificates'):
        await supervisor.until_up([A])


async def test_a_condition_is_awaited_and_named(supervisor: Supervisor, farm: Any, spec: Make, reach: Reach) -> None:
    class Later:
        def __init__(self) -> None:
            self.met = asyncio.Event()

        def describe(self) -> str:
            return "time to be in sync"

        async def wait(self) -> None:
            await self.met.wait()

    condition = Later()
    supervisor.load([spec("a", "b", condition=condition), spec("b")])
    await supervisor.start(A)
    await _settle()
    assert farm.told("a")[-1] == ("Waiting", 'Waiting for service "b" to be "up", time to be in sync')
    await supervisor.start(ServiceId("b"))
    await reach("b")
    await _settle()
    assert farm.told("a")[-1] == ("Waiting", "Waiting for time to be in sync")
    condition.met.set()
    await reach("a")


async def test_a_group_that_cannot_be_removed_does_not_hide_the_end(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a")])
    await supervisor.start(A)
    await reach("a")
    farm.broken_group = True
    status = await supervisor.stop(A)
    assert status.events[-1].state is ServiceState.FAILED
    assert status.events[-1].message.endswith("could not be removed: [Errno 30] Read-only file system)")


async def test_readiness_makes_it_up_and_silence_fails_it(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    once = RestartPolicy.once()
    supervisor.load([spec("a", notify=True), spec("b", notify=True, ready_timeout=0.02, restart=once)])
    await supervisor.start_all()
    status = await reach("a")
    assert not status.up
    assert status.pid is not None
    assert supervisor.notified(status.pid, {"READY": "1"})
    assert not supervisor.notified(99, {"READY": "1"})
    async with asyncio.timeout(5):
        assert (await supervisor.until(A, lambda s: s.up)).health.healthy
    failed = await reach("b", ServiceState.FAILED)
    assert failed.events[-1].message == "Did not announce readiness (READY=1) within 0.02 s"


async def test_a_readiness_message_from_a_child_counts(supervisor: Supervisor, spec: Make, reach: Reach) -> None:
    supervisor.load([spec("a", notify=True)])
    await supervisor.start(A)
    await reach("a")
    assert supervisor.notified(7, {"READY": "1"})


async def test_leaving_running_makes_it_unhealthy(supervisor: Supervisor, farm: Any, spec: Make, reach: Reach) -> None:
    supervisor.load([spec("a", notify=True)])
    await supervisor.start(A)
    await reach("a")
    supervisor.notified(7, {"READY": "1"})
    await supervisor.until(A, lambda s: s.up)
    status = await supervisor.stop(A)
    assert (status.health.healthy, status.health.message) == (False, "service not running")


async def test_a_restart_on_request_has_a_new_process(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a")])
    await supervisor.start(A)
    before = await reach("a")
    await supervisor.restart(A)
    after = await reach("a")
    assert before.pid != after.pid
    await supervisor.stop(A)
    await supervisor.restart(A)
    await reach("a")


async def test_the_history_keeps_the_last_events(supervisor: Supervisor, farm: Any, spec: Make, reach: Reach) -> None:
    supervisor.load([spec("a")])
    for _ in range(20):
        await supervisor.start(A)
        await reach("a")
        await supervisor.stop(A)
    assert len(supervisor.status(A).events) == HISTORY
    assert supervisor.status(A).events[-1].state is ServiceState.FINISHED


async def test_what_a_child_could_not_have_is_told_once(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    farm.notes = ["oom_score_adj stays as it is"]
    supervisor.load([spec("a")])
    await supervisor.start(A)
    await reach("a")
    farm.bodies["a"].end(code=1)
    async with asyncio.timeout(5):
        await supervisor.until(A, lambda s: s.restarts == 1)
    assert farm.told("a").count(("Running", "oom_score_adj stays as it is")) == 1


async def test_loading_is_all_or_nothing(supervisor: Supervisor, spec: Make) -> None:
    with pytest.raises(ServiceGraphError, match='"b" depends on "x"'):
        supervisor.load([spec("a"), spec("b", "x")])
    assert supervisor.services() == []
    supervisor.load([spec("a")])
    with pytest.raises(ServiceGraphError, match='"a" is defined twice'):
        supervisor.load([spec("a")])
    with pytest.raises(UnknownServiceError, match='service "x" not defined'):
        await supervisor.start(ServiceId("x"))


async def test_a_new_specification_counts_from_the_next_start(
    supervisor: Supervisor, farm: Any, spec: Make, reach: Reach
) -> None:
    supervisor.load([spec("a")])
    supervisor.replace(spec("a", skip=lambda: "not now"))
    await supervisor.start(A)
    await reach("a", ServiceState.SKIPPED)
    with pytest.raises(ServiceGraphError):
        supervisor.replace(spec("a", "a"))


@pytest.mark.parametrize("bad", [{"id": ""}, {"id": "a/b"}, {"command": ()}, {"stop_timeout": 0}])
def test_what_cannot_be_a_service_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="service"):
        ServiceSpec(**({"id": A, "command": ("/bin/a",)} | bad))
