"""A config that is tried: it goes by itself unless somebody confirms it, and what was there before comes back."""

from __future__ import annotations

import asyncio
import errno
from ipaddress import ip_interface
from typing import Any

import pytest

from libtalos.config.errors import ConfigError
from services.network.machineconfig import Config, keep_config, read_config
from services.network.trial.trials import KeepError, TrialError
from tests.unit.services.network.fakes import link
from tests.unit.services.network.trial.lab import CONFIG, CUT, MANAGEMENT, OTHER, FakeFiles, Lab

MTU = "machine: {network: {interfaces: [{interface: eth0, mtu: 1400}]}}"


async def test_a_trial_that_nobody_confirms_goes_by_itself() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", 60.0)
    assert lab.addresses == {OTHER}
    lab.now += 60.0
    async with lab.running():
        await lab.until_told("reverted")
    assert lab.addresses == {MANAGEMENT}
    assert (lab.trials.state, lab.actions, lab.told[-1].error) == (None, ["applied", "reverted"], "")
    assert lab.told[-1].reason == "nobody has confirmed it in time"


async def test_a_trial_that_begins_while_the_loop_waits_for_one_ends_in_time() -> None:
    lab = Lab()
    async with lab.running():
        await asyncio.sleep(0)
        await lab.trials.apply(CUT, "", 0.001)
        lab.now += 1.0
        await lab.until_told("reverted")
    assert lab.addresses == {MANAGEMENT}


async def test_a_trial_that_is_confirmed_stays() -> None:
    lab = Lab()
    async with lab.running():
        plan = (await lab.trials.plan(CUT)).id
        await lab.trials.apply(CUT, plan, 60.0)
        state = lab.trials.state
        assert state is not None
        assert (state.plan, state.remaining) == (plan, 60.0)
        assert f"remove address {MANAGEMENT} from eth0" in state.operations
        assert await lab.trials.confirm(plan) == plan
        lab.now += 1000.0
        lab.reconciler.apply()
    assert lab.addresses == {OTHER}
    assert lab.trials.state is not None
    assert lab.trials.state.remaining is None
    assert lab.memories.saved is not None
    assert ("eth0", OTHER) in lab.memories.saved.ledger.addresses


async def test_what_was_confirmed_holds_after_a_restart_and_goes_at_a_clients_wish() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", 60.0)
    await lab.trials.confirm("")
    again = Lab(files=lab.files)
    assert again.addresses == {OTHER}
    await again.trials.revert("")
    assert (again.addresses, again.files.held) == ({MANAGEMENT}, None)


async def test_what_is_on_trial_does_not_outlive_the_process() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", 60.0)
    assert lab.files.held is None
    assert Lab(files=lab.files).addresses == {MANAGEMENT}


async def test_without_a_timeout_it_holds_at_once() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", None)
    assert lab.addresses == {OTHER}
    assert lab.files.held is not None
    assert f"add address {OTHER} to eth0" in lab.files.held.operations


async def test_a_patch_is_put_over_the_config_of_the_node() -> None:
    lab = Lab()
    draft = await lab.trials.plan(MTU)
    assert [each.describe() for each in draft.planned.operations] == ["set mtu 1400 on eth0"]
    assert lab.addresses == {MANAGEMENT}


async def test_what_the_config_is_silent_of_is_put_back_too() -> None:
    """The machine config has no word of the link's MTU, so that nothing but the undoing brings it back."""
    lab = Lab()
    await lab.trials.apply(MTU, "", 60.0)
    assert lab.kernel.links["eth0"].mtu == 1400
    await lab.trials.revert("")
    assert lab.kernel.links["eth0"].mtu == 1500


async def test_what_was_somebody_elses_before_is_so_again() -> None:
    """An address that the trial wants as well was there before: it stays, also if the component is killed meanwhile."""
    lab = Lab()
    lab.add("10.7.0.1/24")
    await lab.trials.apply(CONFIG.replace("[10.5.0.2/24]", "[10.7.0.1/24, 10.8.0.1/24]"), "", 60.0)
    assert lab.addresses == {"10.7.0.1/24", "10.8.0.1/24"}
    assert lab.memories.saved is not None
    ours = {each.interface for each in lab.memories.saved.ledger.addresses if each.link == "eth0"}
    assert ours == {MANAGEMENT, "10.8.0.1/24"}
    await lab.trials.revert("")
    lab.reconciler.apply()
    assert lab.addresses == {MANAGEMENT, "10.7.0.1/24"}


async def test_a_new_machine_config_ends_a_trial_and_one_that_is_told_again_does_not() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", 60.0)
    lab.configure(CONFIG)
    assert lab.addresses == {OTHER}
    lab.trials.want(keep_config(read_config(CONFIG), ConfigError("cannot be read")))
    assert lab.trials.state is not None
    lab.configure(CONFIG.replace(MANAGEMENT, "10.5.0.3/24"))
    assert (lab.addresses, lab.actions) == ({"10.5.0.3/24"}, ["applied", "ended"])
    with pytest.raises(TrialError, match="nothing is on trial"):
        await lab.trials.confirm("")


async def test_a_new_machine_config_ends_what_was_confirmed() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", None)
    lab.configure(CONFIG.replace("hostname: node", "hostname: other"))
    assert (lab.addresses, lab.files.held) == ({MANAGEMENT}, None)
    later = Lab(CONFIG.replace("hostname: node", "hostname: third"), files=FakeFiles(lab.files.held))
    assert later.addresses == {MANAGEMENT}


async def test_what_was_kept_beside_another_machine_config_does_not_count() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", None)
    later = Lab(CONFIG.replace("hostname: node", "hostname: other"), files=lab.files)
    assert (later.addresses, lab.files.held) == ({MANAGEMENT}, None)


async def test_init_that_has_no_config_yet_does_not_end_what_was_kept() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", None)
    later = Lab(None, files=lab.files)
    later.trials.want(Config())
    assert later.addresses == set()
    later.configure(CONFIG)
    assert later.addresses == {OTHER}


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (lambda lab: lab.add("10.9.0.9/24"), "addresses"),
        (lambda lab: lab.kernel.remove_address(2, ip_interface(MANAGEMENT), 0), "addresses, what is to be done"),
        (
            lambda lab: lab.configure(CONFIG.replace("node", "name")),
            "the config of the node, the node's name, what is to be done",
        ),
    ],
)
async def test_a_world_that_has_moved_is_told(change: Any, what: str) -> None:
    lab = Lab()
    plan = (await lab.trials.plan(CUT)).id
    change(lab)
    with pytest.raises(TrialError, match=f"the world has moved since it was planned: {what}; plan anew"):
        await lab.trials.apply(CUT, plan, 60.0)
    assert (lab.trials.state, OTHER in lab.addresses) == (None, False)


async def test_another_config_than_the_planned_one_is_refused() -> None:
    lab = Lab()
    plan = (await lab.trials.plan(CUT)).id
    with pytest.raises(TrialError, match="the config that is tried"):
        await lab.trials.apply(MTU, plan, 60.0)
    with pytest.raises(TrialError, match='"nonsense" is not the id of a plan'):
        await lab.trials.apply(CUT, "nonsense", 60.0)


async def test_links_that_nobody_speaks_of_do_not_move_the_world() -> None:
    lab = Lab()
    plan = (await lab.trials.plan(CUT)).id
    lab.kernel.plug(link("pod1", 7, up=True))
    await lab.trials.apply(CUT, plan, 60.0)
    assert lab.addresses == {OTHER}


async def test_one_trial_at_a_time() -> None:
    lab = Lab()
    first = (await lab.trials.apply(CUT, "", 60.0)).plan
    with pytest.raises(TrialError, match=f"plan {first} is on trial: confirm or revert it first"):
        await lab.trials.apply(MTU, "", 60.0)
    with pytest.raises(TrialError, match='plan "other" is not the one that was applied last'):
        await lab.trials.confirm("other")
    with pytest.raises(TrialError, match='plan "other" is not the one'):
        await lab.trials.revert("other")


async def test_a_config_that_makes_no_sense_is_refused_with_its_path() -> None:
    lab = Lab()
    for text, what in (
        ("machine: {network: {nonsense: 1}}", "machine.network.nonsense"),
        ("machine: {network: {nameservers: [nowhere]}}", 'machine.network.nameservers: "nowhere"'),
        (CONFIG.replace(MANAGEMENT, "10.5.0.300/24"), r"machine.network.interfaces\[0\]"),
    ):
        with pytest.raises(ConfigError, match=what):
            await lab.trials.apply(text, "", 60.0)
    assert lab.trials.state is None


async def test_faults_that_the_machine_config_has_as_well_do_not_keep_a_patch_back() -> None:
    lab = Lab(CONFIG.replace("hostname: node", "hostname: node\n    nameservers: [nowhere]"))
    await lab.trials.apply(MTU, "", 60.0)
    assert lab.kernel.links["eth0"].mtu == 1400


async def test_before_init_has_told_nothing_can_be_tried() -> None:
    lab = Lab(None)
    with pytest.raises(TrialError, match="not known yet"):
        await lab.trials.plan(CUT)


async def test_there_is_nothing_to_take_back_of_the_machine_config() -> None:
    with pytest.raises(TrialError, match="nothing to revert"):
        await Lab().trials.revert("")


async def test_what_cannot_be_put_back_yet_is_told_and_tried_again() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", 60.0)
    lab.kernel.broken["add_address"] = errno.ENOBUFS
    await lab.trials.revert("")
    assert lab.told[-1].error == f"add address {MANAGEMENT} to eth0: No buffer space available"
    lab.kernel.broken.clear()
    lab.reconciler.apply()
    assert lab.addresses == {MANAGEMENT}


async def test_a_kernel_that_cannot_be_read_at_the_end_of_a_trial_does_not_end_the_loop() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", 60.0)
    lab.kernel.broken["read"] = errno.EAGAIN
    lab.now += 60.0
    async with lab.running():
        await lab.until_told("reverted")
        lab.kernel.broken.clear()
        lab.reconciler.apply()
        assert lab.addresses == {MANAGEMENT}
        await lab.trials.apply(CUT, "", 60.0)


async def test_what_cannot_be_kept_is_not_confirmed() -> None:
    lab = Lab()
    await lab.trials.apply(CUT, "", 60.0)
    lab.files.error = OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(KeepError, match="No space left"):
        await lab.trials.confirm("")
    assert lab.trials.state is not None
    assert lab.trials.state.remaining == 60.0
