"""Upstream's requests about sockets, devices and packets, as those of the network component, and the answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from libtalos.bus.errors import InvalidArgumentError
from libtalos.gen import machine as m
from libtalos.gen.talos.network import v1 as network_v1

_Filter = m.NetstatRequestFilter
_DEFAULT = ("tcp", "tcp6", "udp", "udp6")
_COUNTERS = tuple(name for name in m.NetDev.__dataclass_fields__ if name != "name")


def sockets_request(request: m.NetstatRequest) -> network_v1.ListSocketsRequest:
    """Return the request to the network component. Raises InvalidArgumentError for a filter that is not known.

    A request without protocols asks for TCP and UDP, as upstream's client does of itself.
    """
    if request.filter not in tuple(_Filter):
        raise InvalidArgumentError(f"filter {int(request.filter)} is not known: use ALL, CONNECTED or LISTENING")
    netns = request.netns or m.NetstatRequestNetNs()
    return network_v1.ListSocketsRequest(
        protocols=list(_protocols(request.l4proto)),
        connected=request.filter in {_Filter.ALL, _Filter.CONNECTED},
        listening=request.filter in {_Filter.ALL, _Filter.LISTENING},
        processes=request.feature is not None and request.feature.pid,
        host_namespace=netns.hostnetwork,
        namespaces=netns.netns,
        all_namespaces=netns.allnetns,
    )


def connect_record(socket: network_v1.Socket) -> m.ConnectRecord:
    """Return a socket as upstream lists it."""
    return m.ConnectRecord(
        l4proto=socket.protocol,
        localip=socket.local_address,
        localport=socket.local_port,
        remoteip=socket.remote_address,
        remoteport=socket.remote_port,
        state=m.ConnectRecordState(socket.state),
        txqueue=socket.transmit_queue,
        rxqueue=socket.receive_queue,
        tr=m.ConnectRecordTimerActive(socket.timer),
        timerwhen=socket.timer_ticks,
        retrnsmt=socket.retransmits,
        uid=socket.uid,
        timeout=socket.timeout,
        inode=socket.inode,
        ref=socket.references,
        pointer=socket.pointer,
        process=m.ConnectRecordProcess(pid=socket.pid, name=socket.process_name),
        netns=socket.namespace,
    )


def capture_request(request: m.PacketCaptureRequest) -> network_v1.CapturePacketsRequest:
    """Return the request to the network component."""
    program = [network_v1.BpfInstruction(op=each.op, jt=each.jt, jf=each.jf, k=each.k) for each in request.bpf_filter]
    return network_v1.CapturePacketsRequest(
        interface=request.interface,
        promiscuous=request.promiscuous,
        snap_len=request.snap_len,
        bpf_filter=program,
    )


def device_stats(devices: Sequence[network_v1.DeviceCounters]) -> m.NetworkDeviceStats:
    """Return the counters of all devices, and their sums, whose name is that of all of them."""
    sums = {name: sum(getattr(each, name) for each in devices) for name in _COUNTERS}
    total = m.NetDev(name=", ".join(sorted(each.name for each in devices)), **sums)
    return m.NetworkDeviceStats(total=total, devices=[_device(each) for each in devices])


def _device(counters: network_v1.DeviceCounters) -> m.NetDev:
    return m.NetDev(name=counters.name, **{name: getattr(counters, name) for name in _COUNTERS})


def _protocols(chosen: m.NetstatRequestL4Proto | None) -> Iterable[str]:
    if chosen is None:
        return _DEFAULT
    return [name for name in m.NetstatRequestL4Proto.__dataclass_fields__ if getattr(chosen, name)] or _DEFAULT
