"""The state machine and what carries it out: phases in order, parents first, faults as states."""

import pytest

from libtalos.mounts import Operation
from libtalos.resources.definitions.volumes import VolumePhase
from services.filesystem.volumes.seen import Location, Status
from services.filesystem.volumes.wanted import USER_WAVE, Volume
from services.filesystem.volumes.work import Wanted, Worker, complete
from tests.unit.services.filesystem.volumes.places import MadeUp, look, volume


class Told:
    """What a worker says."""

    def __init__(self) -> None:
        self.phases: list[tuple[str, str]] = []
        self.steps: list[str] = []

    def worker(self) -> Worker:
        return Worker(look=look, done=self._done, report=self._report)

    def _done(self, volume_id: str, operation: Operation) -> None:
        assert volume_id in operation.describe()
        self.steps.append(operation.describe())

    def _report(self, volume_id: str, status: Status) -> None:
        self.phases.append((volume_id, status.phase.value))


def settle(*volumes: Volume, seen: dict[str, Status] | None = None, resting: tuple[str, ...] = ()) -> dict[str, Status]:
    wanted = Wanted(volumes, {each.id for each in volumes}, resting)
    return Told().worker().settle(wanted, seen or {})


def test_what_is_missing_is_made_prepared_and_mounted() -> None:
    place, told = MadeUp("a"), Told()
    states = told.worker().settle(Wanted((volume(place),), {"a"}), {})
    phases = ["missing", "provisioned", "prepared", "ready", "ready"]
    assert told.phases == [("a", phase) for phase in phases]
    assert told.steps == ["room a", "make a", "format a", "mount a"]
    assert states["a"] == Status(VolumePhase.READY, Location("/disk/a", 5), mounted=True, source="/dev/a")


def test_what_is_there_is_located_and_left_as_it_is() -> None:
    place, told = MadeUp("a", there=True), Told()
    place.done += ["format"]
    told.worker().settle(Wanted((volume(place),), set()), {})
    assert [phase for _, phase in told.phases] == ["located", "provisioned", "prepared", "ready"]
    assert told.steps == []


def test_what_nobody_here_can_make_stays_missing_until_it_is_found() -> None:
    place = MadeUp("a", makeable=False)
    states = settle(volume(place))
    assert states["a"].phase is VolumePhase.MISSING
    place.there = True
    assert settle(volume(place), seen=states)["a"].mounted


@pytest.mark.parametrize(
    ("fault", "before", "error"),
    [
        ("look", VolumePhase.WAITING, "Input/output error"),
        ("room", VolumePhase.MISSING, "cannot room a: No space left on device"),
        ("make", VolumePhase.MISSING, "cannot make a: No space left on device"),
        ("format", VolumePhase.PROVISIONED, "cannot format a: No space left on device"),
        ("mount", VolumePhase.READY, "cannot mount a: No space left on device"),
    ],
)
def test_a_fault_is_a_state_and_the_next_try_begins_anew(fault: str, before: VolumePhase, error: str) -> None:
    place = MadeUp("a")
    place.faults = {fault}
    states = settle(volume(place))
    assert (states["a"].phase, states["a"].before, states["a"].error) == (VolumePhase.FAILED, before, error)
    assert not states["a"].mounted
    if fault == "make":
        assert place.done == ["room", "undo room"], "what was done of the step is taken back"
    place.faults = set()
    states = settle(volume(place), seen=states)
    assert (states["a"].phase, states["a"].before, states["a"].error) == (VolumePhase.READY, None, "")


def test_a_failed_volume_that_rests_is_left_alone() -> None:
    place = MadeUp("a")
    failed = Status().failed("full")
    assert settle(volume(place), seen={"a": failed}, resting=("a",)) == {"a": failed}
    assert place.done == []


def test_a_child_waits_for_its_parent() -> None:
    parent, child = MadeUp("a"), MadeUp("b")
    parent.faults = {"mount"}
    states = settle(volume(parent), volume(child, parent="a"))
    assert states["b"] == Status()
    parent.faults = set()
    states = settle(volume(parent), volume(child, parent="a"), seen=states)
    assert states["b"].mounted


def test_a_wave_waits_for_those_before_it_but_not_for_what_is_optional() -> None:
    meta, late = MadeUp("m", makeable=False), MadeUp("u")
    first = MadeUp("a")
    first.faults = {"format"}
    volumes = (volume(meta, optional=True), volume(first), volume(late, wave=USER_WAVE))
    states = settle(*volumes)
    assert states["u"] == Status()
    first.faults = set()
    assert settle(*volumes, seen=states)["u"].mounted


def test_what_nobody_asks_for_is_ready_and_not_mounted() -> None:
    place = MadeUp("a")
    states = Told().worker().settle(Wanted((volume(place),), set()), {})
    assert (states["a"].phase, states["a"].mounted) == (VolumePhase.READY, False)
    assert complete([volume(place)], states, set())
    assert not complete([volume(place)], states, {"a"})
    assert not complete([volume(place)], {}, set())


def test_closing_unmounts_and_a_volume_in_use_fails() -> None:
    place = MadeUp("a")
    states = settle(volume(place))
    place.faults = {"unmount"}
    failed = Told().worker().close(volume(place), states["a"])
    assert (failed.phase, failed.before) == (VolumePhase.FAILED, VolumePhase.READY)
    place.faults = set()
    assert Told().worker().close(volume(place), failed).phase is VolumePhase.CLOSED
    assert place.done == ["room", "make", "format", "mount", "unmount"]


def test_what_was_in_use_and_has_gone_is_not_made_anew_but_waited_for() -> None:
    place, told = MadeUp("a", there=True), Told()
    states = told.worker().settle(Wanted((volume(place),), {"a"}), {})
    place.faults.add("lost")
    lost = told.worker().settle(Wanted((volume(place),), {"a"}), states)
    assert (lost["a"].phase, lost["a"].before) == (VolumePhase.FAILED, VolumePhase.READY)
    place.there = False
    gone = told.worker().settle(Wanted((volume(place),), {"a"}), lost)
    assert gone["a"].error == "/disk/a has gone: it is taken when it is back"
    assert "make a" not in told.steps
    place.there, place.faults = True, set()
    assert told.worker().settle(Wanted((volume(place),), {"a"}), gone)["a"].mounted
