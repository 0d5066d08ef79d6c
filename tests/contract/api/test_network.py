"""Sockets, devices and packets through upstream's machine API."""

from __future__ import annotations

import asyncio
from contextlib import aclosing

import pytest

from libtalos.bus.errors import InvalidArgumentError, NotFoundError
from libtalos.bus.streams import as_generator
from libtalos.gen import common
from libtalos.gen import machine as m
from libtalos.gen.talos.network import v1 as net
from tests.contract.api.conftest import Node

pytestmark = pytest.mark.root


@pytest.fixture
def stub(node: Node) -> m.MachineServiceStub:
    return node.channel.stub(m.MachineServiceStub)


async def test_sockets_have_upstreams_fields(stub: m.MachineServiceStub) -> None:
    (answer,) = (await stub.netstat(m.NetstatRequest())).messages
    listening, connected = answer.connectrecord
    assert listening == m.ConnectRecord(
        l4proto="tcp6",
        localip="::",
        localport=50000,
        remoteip="::",
        state=m.ConnectRecordState.LISTEN,
        process=m.ConnectRecordProcess(pid=7),
    )
    assert connected == m.ConnectRecord(
        l4proto="tcp",
        localip="10.5.0.2",
        localport=443,
        remoteip="10.5.0.1",
        remoteport=999,
        state=m.ConnectRecordState.ESTABLISHED,
        txqueue=11,
        rxqueue=12,
        tr=m.ConnectRecordTimerActive.KEEPALIVE,
        timerwhen=250,
        retrnsmt=1,
        uid=5,
        timeout=3,
        inode=13,
        ref=4,
        pointer=9,
        process=m.ConnectRecordProcess(pid=8, name="etcd"),
        netns="cni-1",
    )


async def test_what_is_asked_for_is_handed_on(node: Node, stub: m.MachineServiceStub) -> None:
    await stub.netstat(m.NetstatRequest())
    await stub.netstat(
        m.NetstatRequest(
            filter=m.NetstatRequestFilter.LISTENING,
            feature=m.NetstatRequestFeature(pid=True),
            l4proto=m.NetstatRequestL4Proto(raw6=True, udplite=True),
            netns=m.NetstatRequestNetNs(hostnetwork=True, netns=["a", "b"], allnetns=True),
        )
    )
    await stub.netstat(m.NetstatRequest(filter=m.NetstatRequestFilter.CONNECTED))
    plain, special, connected = node["network"].network.asked
    assert list(plain.protocols) == ["tcp", "tcp6", "udp", "udp6"]
    assert (plain.connected, plain.listening, plain.processes, plain.host_namespace) == (True, True, False, False)
    assert list(special.protocols) == ["udplite", "raw6"]
    assert (special.connected, special.listening, special.processes) == (False, True, True)
    assert (special.host_namespace, list(special.namespaces), special.all_namespaces) == (True, ["a", "b"], True)
    assert (connected.connected, connected.listening) == (True, False)


async def test_what_is_not_there_is_refused(stub: m.MachineServiceStub) -> None:
    with pytest.raises(InvalidArgumentError, match='there is no network namespace "nowhere"'):
        await stub.netstat(m.NetstatRequest(netns=m.NetstatRequestNetNs(netns=["nowhere"])))


async def test_devices_and_their_sums(stub: m.MachineServiceStub) -> None:
    (answer,) = (await stub.network_device_stats()).messages
    assert answer.devices == [
        m.NetDev(name="lo", rx_bytes=1, tx_packets=2),
        m.NetDev(name="eth0", rx_bytes=10, tx_carrier=3),
    ]
    assert answer.total == m.NetDev(name="eth0, lo", rx_bytes=11, tx_packets=2, tx_carrier=3)


async def test_packets_come_until_the_caller_leaves(node: Node, stub: m.MachineServiceStub) -> None:
    network = node["network"].network
    request = m.PacketCaptureRequest(
        interface="eth0", promiscuous=True, snap_len=100, bpf_filter=[m.BpfInstruction(op=1, jt=2, jf=3, k=4)]
    )
    async with aclosing(as_generator(stub.packet_capture(request))) as parts:
        assert [await anext(parts), await anext(parts)] == [common.Data(bytes=b"file"), common.Data(bytes=b"packet")]
    async with asyncio.timeout(10):
        await network.captured.wait()
    program = [net.BpfInstruction(op=1, jt=2, jf=3, k=4)]
    assert network.captures == [
        net.CapturePacketsRequest(interface="eth0", promiscuous=True, snap_len=100, bpf_filter=program)
    ]


async def test_a_link_that_is_not_there_is_not_found(stub: m.MachineServiceStub) -> None:
    with pytest.raises(NotFoundError, match='there is no link "eth7"'):
        await anext(as_generator(stub.packet_capture(m.PacketCaptureRequest(interface="eth7"))))
