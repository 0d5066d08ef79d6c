"""Plans and trials over the contract."""

from __future__ import annotations

import datetime as dt
import errno
from collections.abc import AsyncGenerator
from pathlib import Path
from typing import Any

import pytest

from libtalos.bus.errors import FailedPreconditionError, InternalError, InvalidArgumentError
from libtalos.gen.talos.network.v1 import ApplyRequest, ConfirmRequest, PlanRequest, RevertRequest
from services.network.capture.captures import Piece, Wish
from services.network.rpc import NetworkRpc
from services.network.sockets.listing import Sockets
from services.network.timesync.sample import Sample
from tests.unit.services.network.trial.lab import CONFIG, CUT, MANAGEMENT, OTHER, Lab

MINUTE = dt.timedelta(minutes=1)


class NoTime:
    """Servers that nobody asks."""

    async def measure(self, server: str) -> Sample:
        """Never called."""
        raise AssertionError(server)


class NoCaptures:
    """Captures that nobody begins."""

    def run(self, wish: Wish) -> AsyncGenerator[Piece, None]:
        """Never called."""
        raise AssertionError(wish)


def serve(lab: Lab) -> NetworkRpc:
    """The contract before a lab."""
    sockets = Sockets(proc=Path("/proc"), netns=Path("/run/netns"))
    return NetworkRpc(trials=lab.trials, sockets=sockets, time=NoTime(), captures=NoCaptures())


def told(reply: Any) -> list[tuple[str, str]]:
    """The operations of a reply."""
    return [(each.description, each.error) for each in reply.operations]


async def test_plan_and_apply() -> None:
    lab = Lab()
    rpc = serve(lab)
    lab.kernel.unplug("eth0")
    lab.kernel.hostname = "other"
    waits = [("wait for link eth0", "there is no link eth0 yet (machine.network.interfaces[0])")]
    planned = told(await rpc.plan(PlanRequest()))
    assert planned == [("set hostname node", ""), *waits]
    assert lab.kernel.hostname == "other"
    assert told(await rpc.apply(ApplyRequest())) == planned
    assert told(await rpc.plan(PlanRequest())) == waits


async def test_a_trial_from_its_plan_to_its_confirmation() -> None:
    lab = Lab()
    rpc = serve(lab)
    plan = await rpc.plan(PlanRequest(config=CUT))
    assert plan.trial is None
    applied = await rpc.apply(ApplyRequest(config=CUT, id=plan.id, confirm_timeout=MINUTE))
    assert set(told(applied)) == set(told(plan))
    assert applied.trial is not None
    assert (applied.trial.id, applied.trial.confirmed, applied.trial.remaining) == (plan.id, False, MINUTE)
    assert (await rpc.confirm(ConfirmRequest(id=plan.id))).id == plan.id
    trial = (await rpc.plan(PlanRequest())).trial
    assert trial is not None
    assert (trial.id, trial.confirmed, trial.remaining) == (plan.id, True, None)
    reverted = await rpc.revert(RevertRequest())
    assert (reverted.id, lab.addresses) == (plan.id, {MANAGEMENT})
    assert (f"remove address {OTHER} from eth0", "") in told(reverted)


async def test_what_is_not_put_into_the_kernel_is_in_the_plan_as_well() -> None:
    lab = Lab()
    names = "    nameservers: [10.5.0.1]\n    interfaces:\n      - interface: eth1\n        dhcp: true\n"
    text = CONFIG.replace("    interfaces:\n", names) + "  time: {servers: [ntp.example.org]}\n"
    operations = [each.description for each in (await serve(lab).plan(PlanRequest(config=text))).operations]
    assert operations == [
        "run dhcp4/eth1",
        "ask the name servers 10.5.0.1 instead of 1.1.1.1, 8.8.8.8",
        "ask the time servers ntp.example.org instead of time.cloudflare.com",
        "wait for link eth1",
        "use operator dhcp4/eth1",
    ]
    await lab.trials.apply(text, "", None)
    back = [each.description for each in (await serve(lab).plan(PlanRequest(config=CONFIG))).operations]
    assert back[0] == "stop dhcp4/eth1, with what it found out"


@pytest.mark.parametrize(
    ("request_", "what"),
    [
        (ApplyRequest(confirm_timeout=MINUTE), "give one"),
        (ApplyRequest(config=CUT, confirm_timeout=dt.timedelta()), "is not between 0 and 1:00:00"),
        (ApplyRequest(config=CUT, confirm_timeout=-MINUTE), "is not between"),
        (ApplyRequest(config=CUT, confirm_timeout=61 * MINUTE), "is not between"),
        (ApplyRequest(config="nonsense: 1"), "the config cannot be used: "),
    ],
)
async def test_requests_that_make_no_sense_are_refused(request_: ApplyRequest, what: str) -> None:
    lab = Lab()
    with pytest.raises(InvalidArgumentError, match=what):
        await serve(lab).apply(request_)
    assert lab.trials.state is None


async def test_what_cannot_be_done_in_this_state_is_a_failed_precondition() -> None:
    rpc = serve(Lab())
    with pytest.raises(FailedPreconditionError, match="nothing is on trial"):
        await rpc.confirm(ConfirmRequest())
    with pytest.raises(FailedPreconditionError, match="nothing to revert"):
        await rpc.revert(RevertRequest())
    with pytest.raises(FailedPreconditionError, match="plan anew"):
        await rpc.apply(ApplyRequest(id="0"))


async def test_what_cannot_be_kept_is_an_error_of_the_call() -> None:
    lab = Lab()
    lab.files.error = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(InternalError, match="cannot write the file"):
        await serve(lab).apply(ApplyRequest(config=CUT))
    assert lab.addresses == {MANAGEMENT}


async def test_a_kernel_that_cannot_be_read_is_an_error_of_the_call() -> None:
    lab = Lab()
    lab.kernel.broken["read"] = errno.EIO
    rpc = serve(lab)
    with pytest.raises(InternalError, match="cannot read the kernel's network state"):
        await rpc.plan(PlanRequest())
    with pytest.raises(InternalError, match="cannot read the kernel's network state"):
        await rpc.apply(ApplyRequest())
