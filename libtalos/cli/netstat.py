"""`talos netstat`, with upstream's flags and columns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
import typer

from libtalos.cli.output import Output, emit
from libtalos.cli.target import Target, node_command
from libtalos.gen.machine import (
    ConnectRecord,
    ConnectRecordState,
    ConnectRecordTimerActive,
    MachineServiceStub,
    NetstatRequest,
    NetstatRequestFeature,
    NetstatRequestFilter,
    NetstatRequestL4Proto,
    NetstatRequestNetNs,
)

_COLUMNS = ("PROTO", "RECV-Q", "SEND-Q", "LOCAL ADDRESS", "FOREIGN ADDRESS", "STATE")


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """The columns beside those that are always there."""

    extend: bool
    programs: bool
    pods: bool
    timers: bool


@node_command
async def netstat(
    target: Target,
    *,
    show_all: Annotated[bool, typer.Option("--all", "-a", help="All sockets, not only connected ones.")] = False,
    listening: Annotated[bool, typer.Option("--listening", "-l", help="Only sockets without a peer.")] = False,
    programs: Annotated[bool, typer.Option("--programs", "-p", help="Also whose the socket is.")] = False,
    extend: Annotated[bool, typer.Option("--extend", "-x", help="Also user and inode.")] = False,
    timers: Annotated[bool, typer.Option("--timers", "-o", help="Also timers.")] = False,
    pods: Annotated[bool, typer.Option("--pods", "-k", help="Also sockets in pods' network namespaces.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Sockets of every protocol.")] = False,
    tcp: Annotated[bool, typer.Option("--tcp", "-t", help="TCP.")] = False,
    udp: Annotated[bool, typer.Option("--udp", "-u", help="UDP.")] = False,
    udplite: Annotated[bool, typer.Option("--udplite", "-U", help="UDP-Lite.")] = False,
    raw: Annotated[bool, typer.Option("--raw", "-w", help="Raw sockets.")] = False,
    ipv4: Annotated[bool, typer.Option("--ipv4", "-4", help="Only IPv4.")] = False,
    ipv6: Annotated[bool, typer.Option("--ipv6", "-6", help="Only IPv6.")] = False,
    output: Annotated[Output, typer.Option("--output", help="table, json or yaml.")] = Output.TABLE,
) -> None:
    """List network connections and sockets; TCP and UDP, unless protocols are chosen.

    Example: talos netstat -l -p --tcp
    """
    kinds = {"tcp": tcp, "udp": udp, "udplite": udplite, "raw": raw}
    chosen = [name for name, wanted in kinds.items() if wanted or verbose] or ["tcp", "udp"]
    four, six = ipv4 or not ipv6, ipv6 or not ipv4
    protocols = {name: True for name in chosen if four} | {f"{name}6": True for name in chosen if six}
    request = NetstatRequest(
        filter=_filter(show_all=show_all, listening=listening),
        feature=NetstatRequestFeature(pid=programs),
        l4proto=NetstatRequestL4Proto(**protocols),
        netns=NetstatRequestNetNs(hostnetwork=True, allnetns=pods),
    )
    with target.bus() as bus:
        reply = await bus.channel("api").stub(MachineServiceStub).netstat(request)
    found = [record for message in reply.messages for record in message.connectrecord]
    shown = Shown(extend=extend, programs=programs, pods=pods, timers=timers)
    rows = (tuple(_cells(record, shown)) for record in found)
    emit([_data(record) for record in found], output, header=tuple(_header(shown)), rows=rows, right=_COLUMNS[1:3])


def _filter(*, show_all: bool, listening: bool) -> NetstatRequestFilter:
    if show_all:
        return NetstatRequestFilter.ALL
    return NetstatRequestFilter.LISTENING if listening else NetstatRequestFilter.CONNECTED


def _header(shown: Shown) -> Iterator[str]:
    yield from _COLUMNS
    if shown.extend:
        yield from ("UID", "INODE")
    if shown.programs:
        yield "PID/PROGRAM NAME"
    if shown.pods:
        yield "POD"
    if shown.timers:
        yield "TIMER"


def _cells(record: ConnectRecord, shown: Shown) -> Iterator[str]:
    yield from (record.l4proto, str(record.rxqueue), str(record.txqueue))
    yield f"{record.localip}:{record.localport}"
    yield f"{record.remoteip}:{record.remoteport or '*'}"
    # a socket without connections is closed, to the kernel
    yield "" if record.state is ConnectRecordState.CLOSE else _word(ConnectRecordState, record.state)
    if shown.extend:
        yield from (str(record.uid), str(record.inode))
    if shown.programs:
        process = record.process
        yield f"{process.pid}/{process.name}" if process is not None and process.pid else "-"
    if shown.pods:
        yield record.netns or "-"
    if shown.timers:
        name = _word(ConnectRecordTimerActive, record.tr).lower()
        yield f"{name} ({record.timerwhen / 100:.2f}/{record.retrnsmt}/{record.timeout})"


def _data(record: ConnectRecord) -> dict[str, Any]:
    process = record.process
    return {
        "protocol": record.l4proto,
        "local": {"address": record.localip, "port": record.localport},
        "remote": {"address": record.remoteip, "port": record.remoteport},
        "state": _word(ConnectRecordState, record.state),
        "receiveQueue": record.rxqueue,
        "sendQueue": record.txqueue,
        "uid": record.uid,
        "inode": record.inode,
        "pid": 0 if process is None else process.pid,
        "program": "" if process is None else process.name,
        "namespace": record.netns,
        "timer": _word(ConnectRecordTimerActive, record.tr),
    }


def _word(kind: type[ConnectRecordState] | type[ConnectRecordTimerActive], value: int) -> str:
    return kind(value).name or str(int(value))
