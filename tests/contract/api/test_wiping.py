"""Upstream's BlockDeviceWipe and Reset on api.sock."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from libtalos.bus.errors import BusError, FailedPreconditionError, InvalidArgumentError, NotFoundError
from libtalos.gen import machine as m
from libtalos.gen import storage as s
from libtalos.gen.talos.filesystem import v1 as fs
from libtalos.gen.talos.init import v1 as init_v1

if TYPE_CHECKING:
    from tests.contract.api.conftest import Node

Mode = m.ResetRequestWipeMode


async def test_devices_are_wiped_as_asked_for(node: Node) -> None:
    stub = node.channel.stub(s.StorageServiceStub)
    zeroes = s.BlockDeviceWipeDescriptorMethod.ZEROES
    devices = [
        s.BlockDeviceWipeDescriptor(device="sdb", skip_volume_check=True),
        s.BlockDeviceWipeDescriptor(device="sdc1", method=zeroes, skip_secondary_check=True, drop_partition=True),
    ]
    answer = await stub.block_device_wipe(s.BlockDeviceWipeRequest(devices=devices))
    assert answer.messages == [s.BlockDeviceWipe()]
    assert node["filesystem"].filesystem.wiped == [
        fs.WipeDevice(device="sdb", method=fs.WipeMethod.FAST, skip_volume_check=True),
        fs.WipeDevice(device="sdc1", method=fs.WipeMethod.ZEROES, skip_secondary_check=True, drop_partition=True),
    ]


async def test_a_refusal_comes_through_with_its_reason(node: Node) -> None:
    stub = node.channel.stub(s.StorageServiceStub)
    with pytest.raises(FailedPreconditionError, match='"sda" is the system disk'):
        await stub.block_device_wipe(s.BlockDeviceWipeRequest(devices=[s.BlockDeviceWipeDescriptor(device="sda")]))
    unknown = s.BlockDeviceWipeDescriptor(device="sdb", method=s.BlockDeviceWipeDescriptorMethod(7))
    with pytest.raises(InvalidArgumentError, match="method 7 is not known"):
        await stub.block_device_wipe(s.BlockDeviceWipeRequest(devices=[unknown]))
    assert node["filesystem"].filesystem.wiped == []


async def test_a_reset_is_begun_with_the_labels_that_are_to_be_wiped(node: Node) -> None:
    stub = node.channel.stub(m.MachineServiceStub)
    wanted = [
        m.ResetPartitionSpec(label="EPHEMERAL", wipe=True),
        m.ResetPartitionSpec(label="STATE", wipe=False),
    ]
    answer = await stub.reset(m.ResetRequest(graceful=True, reboot=True, system_partitions_to_wipe=wanted))
    assert answer.messages == [m.Reset(actor_id="run-1")]
    await stub.reset(m.ResetRequest(mode=Mode.SYSTEM_DISK))
    assert node["init"].init.resets == [
        init_v1.ResetRequest(graceful=True, labels=["EPHEMERAL"]),
        init_v1.ResetRequest(),
    ]


@pytest.mark.parametrize(
    ("request_", "kind", "message"),
    [
        (m.ResetRequest(user_disks_to_wipe=["sdb"]), FailedPreconditionError, "a container has no disks of its own"),
        (
            m.ResetRequest(mode=Mode.SYSTEM_DISK, user_disks_to_wipe=["sdb"]),
            InvalidArgumentError,
            "SYSTEM_DISK and user disks",
        ),
        (
            m.ResetRequest(mode=Mode.USER_DISKS, system_partitions_to_wipe=[m.ResetPartitionSpec(label="META")]),
            InvalidArgumentError,
            "USER_DISKS and system partitions",
        ),
        (m.ResetRequest(mode=Mode.USER_DISKS), InvalidArgumentError, "without user disks wipes nothing"),
        (m.ResetRequest(mode=Mode(9)), InvalidArgumentError, "wipe mode 9 is not known"),
        (
            m.ResetRequest(system_partitions_to_wipe=[m.ResetPartitionSpec(label="META")]),
            InvalidArgumentError,
            "none of the system partitions is to be wiped",
        ),
        (
            m.ResetRequest(system_partitions_to_wipe=[m.ResetPartitionSpec(label="WHAT", wipe=True)]),
            NotFoundError,
            "no volume of that label",
        ),
    ],
)
async def test_what_contradicts_itself_is_refused(
    node: Node, request_: m.ResetRequest, kind: type[BusError], message: str
) -> None:
    with pytest.raises(kind, match=message):
        await node.channel.stub(m.MachineServiceStub).reset(request_)
    assert node["init"].init.resets == []
