"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import AddressEvent
from . import BpfInstruction
from . import ConfigLoadErrorEvent
from . import ConfigValidationErrorEvent
from . import ConnectRecord
from . import ConnectRecordProcess
from . import CopyRequest
from . import DiskUsageInfo
from . import DiskUsageRequest
from . import Event
from . import EventsRequest
from . import FeaturesInfo
from . import FileInfo
from . import Hostname
from . import HostnameResponse
from . import ListRequest
from . import LogsContainer
from . import LogsContainersResponse
from . import LogsRequest
from . import MachineStatusEvent
from . import MachineStatusEventMachineStatus
from . import MachineStatusEventMachineStatusUnmetCondition
from . import MemInfo
from . import Memory
from . import MemoryResponse
from . import MetaDelete
from . import MetaDeleteRequest
from . import MetaDeleteResponse
from . import MetaWrite
from . import MetaWriteRequest
from . import MetaWriteResponse
from . import MountStat
from . import Mounts
from . import MountsResponse
from . import NetDev
from . import Netstat
from . import NetstatRequest
from . import NetstatRequestFeature
from . import NetstatRequestL4Proto
from . import NetstatRequestNetNs
from . import NetstatResponse
from . import NetworkDeviceStats
from . import NetworkDeviceStatsResponse
from . import PacketCaptureRequest
from . import PhaseEvent
from . import PlatformInfo
from . import ReadRequest
from . import Reset
from . import ResetPartitionSpec
from . import ResetRequest
from . import ResetResponse
from . import RestartEvent
from . import SequenceEvent
from . import ServiceEvent
from . import ServiceEvents
from . import ServiceHealth
from . import ServiceInfo
from . import ServiceList
from . import ServiceListResponse
from . import ServiceRestart
from . import ServiceRestartRequest
from . import ServiceRestartResponse
from . import ServiceStart
from . import ServiceStartRequest
from . import ServiceStartResponse
from . import ServiceStateEvent
from . import ServiceStop
from . import ServiceStopRequest
from . import ServiceStopResponse
from . import TaskEvent
from . import Version
from . import VersionInfo
from . import VersionResponse
from . import Xattr
from ..common import codec as codec_common
from ..google.protobuf import codec as codec_google_protobuf
from ..common import ContainerDriver as enum_ContainerDriver
from . import ConnectRecordState as enum_ConnectRecordState
from . import ConnectRecordTimerActive as enum_ConnectRecordTimerActive
from . import ListRequestType as enum_ListRequestType
from . import MachineStatusEventMachineStage as enum_MachineStatusEventMachineStage
from . import NetstatRequestFilter as enum_NetstatRequestFilter
from . import PhaseEventAction as enum_PhaseEventAction
from . import ResetRequestWipeMode as enum_ResetRequestWipeMode
from . import SequenceEventAction as enum_SequenceEventAction
from . import ServiceStateEventAction as enum_ServiceStateEventAction
from . import TaskEventAction as enum_TaskEventAction

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]
get_ContainerDriver = {int(member): member for member in enum_ContainerDriver}.get
zero_ContainerDriver = enum_ContainerDriver(0)
get_ConnectRecordState = {int(member): member for member in enum_ConnectRecordState}.get
zero_ConnectRecordState = enum_ConnectRecordState(0)
get_ConnectRecordTimerActive = {int(member): member for member in enum_ConnectRecordTimerActive}.get
zero_ConnectRecordTimerActive = enum_ConnectRecordTimerActive(0)
get_ListRequestType = {int(member): member for member in enum_ListRequestType}.get
zero_ListRequestType = enum_ListRequestType(0)
get_MachineStatusEventMachineStage = {int(member): member for member in enum_MachineStatusEventMachineStage}.get
zero_MachineStatusEventMachineStage = enum_MachineStatusEventMachineStage(0)
get_NetstatRequestFilter = {int(member): member for member in enum_NetstatRequestFilter}.get
zero_NetstatRequestFilter = enum_NetstatRequestFilter(0)
get_PhaseEventAction = {int(member): member for member in enum_PhaseEventAction}.get
zero_PhaseEventAction = enum_PhaseEventAction(0)
get_ResetRequestWipeMode = {int(member): member for member in enum_ResetRequestWipeMode}.get
zero_ResetRequestWipeMode = enum_ResetRequestWipeMode(0)
get_SequenceEventAction = {int(member): member for member in enum_SequenceEventAction}.get
zero_SequenceEventAction = enum_SequenceEventAction(0)
get_ServiceStateEventAction = {int(member): member for member in enum_ServiceStateEventAction}.get
zero_ServiceStateEventAction = enum_ServiceStateEventAction(0)
get_TaskEventAction = {int(member): member for member in enum_TaskEventAction}.get
zero_TaskEventAction = enum_TaskEventAction(0)


def write_AddressEvent(m):
    if not isinstance(m, AddressEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.hostname
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.addresses
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_AddressEvent(d, p, e, b, more=None):
    x1 = ""
    x2 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    v = d[p:q].decode()
                    p = q
                    x2.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.AddressEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.AddressEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.AddressEvent", p, error) from None
    m = new(AddressEvent)
    m.__dict__ = {
        "hostname": x1,
        "addresses": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_BpfInstruction(m):
    if not isinstance(m, BpfInstruction):
        wrong(m)
    out = []
    a = out.append
    x = m.op
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.jt
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.jf
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.k
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_BpfInstruction(d, p, e, b, more=None):
    x1 = 0
    x2 = 0
    x3 = 0
    x4 = 0
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 32:
                    x4 = d[p]
                    p += 1
                    if x4 > 127:
                        x4, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.BPFInstruction", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.BPFInstruction", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.BPFInstruction", p, error) from None
    m = new(BpfInstruction)
    m.__dict__ = {
        "op": x1,
        "jt": x2,
        "jf": x3,
        "k": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ConfigLoadErrorEvent(m):
    if not isinstance(m, ConfigLoadErrorEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.error
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ConfigLoadErrorEvent(d, p, e, b, more=None):
    x1 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ConfigLoadErrorEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ConfigLoadErrorEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ConfigLoadErrorEvent", p, error) from None
    m = new(ConfigLoadErrorEvent)
    m.__dict__ = {
        "error": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ConfigValidationErrorEvent(m):
    if not isinstance(m, ConfigValidationErrorEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.error
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ConfigValidationErrorEvent(d, p, e, b, more=None):
    x1 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ConfigValidationErrorEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ConfigValidationErrorEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ConfigValidationErrorEvent", p, error) from None
    m = new(ConfigValidationErrorEvent)
    m.__dict__ = {
        "error": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ConnectRecord(m):
    if not isinstance(m, ConnectRecord):
        wrong(m)
    out = []
    a = out.append
    x = m.l4proto
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.localip
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.localport
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.remoteip
    if x:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.remoteport
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.state
    if x:
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.txqueue
    if x:
        a(b'8' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.rxqueue
    if x:
        a(b'@' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tr
    if x:
        a(b'H' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.timerwhen
    if x:
        a(b'P' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.retrnsmt
    if x:
        a(b'X' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.uid
    if x:
        a(b'`' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.timeout
    if x:
        a(b'h' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.inode
    if x:
        a(b'p' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.ref
    if x:
        a(b'x' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.pointer
    if x:
        a(b'\x80\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.process
    if x is not None:
        b = write_ConnectRecordProcess(x)
        n = len(b)
        a(b'\x8a\x01' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.netns
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x92\x01' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ConnectRecord(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = 0
    x4 = ""
    x5 = 0
    x6 = zero_ConnectRecordState
    x7 = 0
    x8 = 0
    x9 = zero_ConnectRecordTimerActive
    x10 = 0
    x11 = 0
    x12 = 0
    x13 = 0
    x14 = 0
    x15 = 0
    x16 = 0
    x17 = None
    x18 = ""
    q17 = -1
    m17 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x4 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 40:
                    x5 = d[p]
                    p += 1
                    if x5 > 127:
                        x5, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 48:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x6 = get_ConnectRecordState(n)
                    if x6 is None:
                        x6 = enum_ConnectRecordState(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 56:
                    x7 = d[p]
                    p += 1
                    if x7 > 127:
                        x7, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 64:
                    x8 = d[p]
                    p += 1
                    if x8 > 127:
                        x8, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 72:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x9 = get_ConnectRecordTimerActive(n)
                    if x9 is None:
                        x9 = enum_ConnectRecordTimerActive(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 80:
                    x10 = d[p]
                    p += 1
                    if x10 > 127:
                        x10, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 88:
                    x11 = d[p]
                    p += 1
                    if x11 > 127:
                        x11, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 96:
                    x12 = d[p]
                    p += 1
                    if x12 > 127:
                        x12, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 104:
                    x13 = d[p]
                    p += 1
                    if x13 > 127:
                        x13, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 112:
                    x14 = d[p]
                    p += 1
                    if x14 > 127:
                        x14, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 120:
                    x15 = d[p]
                    p += 1
                    if x15 > 127:
                        x15, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 128:
                    x16 = d[p]
                    p += 1
                    if x16 > 127:
                        x16, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 138:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q17 < 0:
                        p17 = p
                        q17 = q
                    else:
                        m17 = later(m17, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 146:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x18 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}:
                        raise wrong_type("machine.ConnectRecord", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ConnectRecord", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q17 >= 0:
            x17 = read_ConnectRecordProcess(d, p17, q17, b, m17)
    except DECODE_FAULTS as error:
        raise refused("machine.ConnectRecord", p, error) from None
    m = new(ConnectRecord)
    m.__dict__ = {
        "l4proto": x1,
        "localip": x2,
        "localport": x3,
        "remoteip": x4,
        "remoteport": x5,
        "state": x6,
        "txqueue": x7,
        "rxqueue": x8,
        "tr": x9,
        "timerwhen": x10,
        "retrnsmt": x11,
        "uid": x12,
        "timeout": x13,
        "inode": x14,
        "ref": x15,
        "pointer": x16,
        "process": x17,
        "netns": x18,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ConnectRecordProcess(m):
    if not isinstance(m, ConnectRecordProcess):
        wrong(m)
    out = []
    a = out.append
    x = m.pid
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.name
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ConnectRecordProcess(d, p, e, b, more=None):
    x1 = 0
    x2 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.ConnectRecord.Process", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ConnectRecord.Process", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ConnectRecord.Process", p, error) from None
    m = new(ConnectRecordProcess)
    m.__dict__ = {
        "pid": x1,
        "name": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_CopyRequest(m):
    if not isinstance(m, CopyRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.root_path
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_CopyRequest(d, p, e, b, more=None):
    x1 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.CopyRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.CopyRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.CopyRequest", p, error) from None
    m = new(CopyRequest)
    m.__dict__ = {
        "root_path": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_DiskUsageInfo(m):
    if not isinstance(m, DiskUsageInfo):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.name
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.error
    if x:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.relative_name
    if x:
        b = x.encode()
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_DiskUsageInfo(d, p, e, b, more=None):
    x1 = None
    x2 = ""
    x3 = 0
    x4 = ""
    x5 = ""
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_int64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x4 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 42:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x5 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5}:
                        raise wrong_type("machine.DiskUsageInfo", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.DiskUsageInfo", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.DiskUsageInfo", p, error) from None
    m = new(DiskUsageInfo)
    m.__dict__ = {
        "metadata": x1,
        "name": x2,
        "size": x3,
        "error": x4,
        "relative_name": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_DiskUsageRequest(m):
    if not isinstance(m, DiskUsageRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.recursion_depth
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m.all
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m.threshold
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.paths
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_DiskUsageRequest(d, p, e, b, more=None):
    x1 = 0
    x2 = False
    x3 = 0
    x4 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_bool(d, p - 1)
                    x2 = x2 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_int64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    v = d[p:q].decode()
                    p = q
                    x4.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.DiskUsageRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.DiskUsageRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.DiskUsageRequest", p, error) from None
    m = new(DiskUsageRequest)
    m.__dict__ = {
        "recursion_depth": x1,
        "all": x2,
        "threshold": x3,
        "paths": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Event(m):
    if not isinstance(m, Event):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.data
    if x is not None:
        b = codec_google_protobuf.write_Any(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.actor_id
    if x:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Event(d, p, e, b, more=None):
    x1 = None
    x2 = None
    x3 = ""
    x4 = ""
    q1 = q2 = -1
    m1 = m2 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q2 < 0:
                        p2 = p
                        q2 = q
                    else:
                        m2 = later(m2, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x3 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x4 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.Event", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.Event", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
        if q2 >= 0:
            x2 = codec_google_protobuf.read_Any(d, p2, q2, b, m2)
    except DECODE_FAULTS as error:
        raise refused("machine.Event", p, error) from None
    m = new(Event)
    m.__dict__ = {
        "metadata": x1,
        "data": x2,
        "id": x3,
        "actor_id": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_EventsRequest(m):
    if not isinstance(m, EventsRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.tail_events
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m.tail_id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.tail_seconds
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m.with_actor_id
    if x:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_EventsRequest(d, p, e, b, more=None):
    x1 = 0
    x2 = ""
    x3 = 0
    x4 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x4 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.EventsRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.EventsRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.EventsRequest", p, error) from None
    m = new(EventsRequest)
    m.__dict__ = {
        "tail_events": x1,
        "tail_id": x2,
        "tail_seconds": x3,
        "with_actor_id": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_FeaturesInfo(m):
    if not isinstance(m, FeaturesInfo):
        wrong(m)
    out = []
    a = out.append
    x = m.rbac
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_FeaturesInfo(d, p, e, b, more=None):
    x1 = False
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_bool(d, p - 1)
                    x1 = x1 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.FeaturesInfo", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.FeaturesInfo", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.FeaturesInfo", p, error) from None
    m = new(FeaturesInfo)
    m.__dict__ = {
        "rbac": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_FileInfo(m):
    if not isinstance(m, FileInfo):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.name
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.mode
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.modified
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.is_dir
    if x is True:
        a(b'0\x01')
    elif x is not False:
        wrong(x)
    x = m.error
    if x:
        b = x.encode()
        n = len(b)
        a(b':' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.link
    if x:
        b = x.encode()
        n = len(b)
        a(b'B' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.relative_name
    if x:
        b = x.encode()
        n = len(b)
        a(b'J' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.uid
    if x:
        a(b'P' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.gid
    if x:
        a(b'X' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.xattrs
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Xattr(y)
        n = len(b)
        a(b'b' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_FileInfo(d, p, e, b, more=None):
    x1 = None
    x2 = ""
    x3 = 0
    x4 = 0
    x5 = 0
    x6 = False
    x7 = ""
    x8 = ""
    x9 = ""
    x10 = 0
    x11 = 0
    x12 = []
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_int64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 32:
                    x4 = d[p]
                    p += 1
                    if x4 > 127:
                        x4, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 40:
                    x5 = d[p]
                    p += 1
                    if x5 > 127:
                        x5, p = read_int64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 48:
                    x6 = d[p]
                    p += 1
                    if x6 > 127:
                        x6, p = read_bool(d, p - 1)
                    x6 = x6 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 58:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x7 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 66:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x8 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 74:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x9 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 80:
                    x10 = d[p]
                    p += 1
                    if x10 > 127:
                        x10, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 88:
                    x11 = d[p]
                    p += 1
                    if x11 > 127:
                        x11, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 98:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_Xattr(d, p, q, b)
                    p = q
                    x12.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}:
                        raise wrong_type("machine.FileInfo", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.FileInfo", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.FileInfo", p, error) from None
    m = new(FileInfo)
    m.__dict__ = {
        "metadata": x1,
        "name": x2,
        "size": x3,
        "mode": x4,
        "modified": x5,
        "is_dir": x6,
        "error": x7,
        "link": x8,
        "relative_name": x9,
        "uid": x10,
        "gid": x11,
        "xattrs": x12,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Hostname(m):
    if not isinstance(m, Hostname):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.hostname
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Hostname(d, p, e, b, more=None):
    x1 = None
    x2 = ""
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.Hostname", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.Hostname", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.Hostname", p, error) from None
    m = new(Hostname)
    m.__dict__ = {
        "metadata": x1,
        "hostname": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_HostnameResponse(m):
    if not isinstance(m, HostnameResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Hostname(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_HostnameResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_Hostname(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.HostnameResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.HostnameResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.HostnameResponse", p, error) from None
    m = new(HostnameResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListRequest(m):
    if not isinstance(m, ListRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.root
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.recurse
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m.recursion_depth
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m.types
    if x.__class__ is not list:
        x = sequence(x)
    if x:
        b = b"".join([(SMALL[y] if 0 <= y < 2048 else put_enum(y)) for y in x])
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.report_xattrs
    if x is True:
        a(b'(\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = False
    x3 = 0
    x4 = []
    x5 = False
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_bool(d, p - 1)
                    x2 = x2 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    while p < q:
                        n = d[p]
                        p += 1
                        if n > 127:
                            n, p = read_enum(d, p - 1)
                        v = get_ListRequestType(n)
                        if v is None:
                            v = enum_ListRequestType(n)
                        x4.append(v)
                    if p != q:
                        raise cut_off("machine.ListRequest", p)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 32:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    v = get_ListRequestType(n)
                    if v is None:
                        v = enum_ListRequestType(n)
                    x4.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 40:
                    x5 = d[p]
                    p += 1
                    if x5 > 127:
                        x5, p = read_bool(d, p - 1)
                    x5 = x5 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5}:
                        raise wrong_type("machine.ListRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ListRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ListRequest", p, error) from None
    m = new(ListRequest)
    m.__dict__ = {
        "root": x1,
        "recurse": x2,
        "recursion_depth": x3,
        "types": x4,
        "report_xattrs": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_LogsContainer(m):
    if not isinstance(m, LogsContainer):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.ids
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_LogsContainer(d, p, e, b, more=None):
    x1 = None
    x2 = []
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    v = d[p:q].decode()
                    p = q
                    x2.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.LogsContainer", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.LogsContainer", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.LogsContainer", p, error) from None
    m = new(LogsContainer)
    m.__dict__ = {
        "metadata": x1,
        "ids": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_LogsContainersResponse(m):
    if not isinstance(m, LogsContainersResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_LogsContainer(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_LogsContainersResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_LogsContainer(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.LogsContainersResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.LogsContainersResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.LogsContainersResponse", p, error) from None
    m = new(LogsContainersResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_LogsRequest(m):
    if not isinstance(m, LogsRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.namespace
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.driver
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.follow
    if x is True:
        a(b' \x01')
    elif x is not False:
        wrong(x)
    x = m.tail_lines
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_LogsRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = zero_ContainerDriver
    x4 = False
    x5 = 0
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x3 = get_ContainerDriver(n)
                    if x3 is None:
                        x3 = enum_ContainerDriver(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 32:
                    x4 = d[p]
                    p += 1
                    if x4 > 127:
                        x4, p = read_bool(d, p - 1)
                    x4 = x4 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 40:
                    x5 = d[p]
                    p += 1
                    if x5 > 127:
                        x5, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5}:
                        raise wrong_type("machine.LogsRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.LogsRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.LogsRequest", p, error) from None
    m = new(LogsRequest)
    m.__dict__ = {
        "namespace": x1,
        "id": x2,
        "driver": x3,
        "follow": x4,
        "tail_lines": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MachineStatusEvent(m):
    if not isinstance(m, MachineStatusEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.stage
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.status
    if x is not None:
        b = write_MachineStatusEventMachineStatus(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MachineStatusEvent(d, p, e, b, more=None):
    x1 = zero_MachineStatusEventMachineStage
    x2 = None
    q2 = -1
    m2 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x1 = get_MachineStatusEventMachineStage(n)
                    if x1 is None:
                        x1 = enum_MachineStatusEventMachineStage(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q2 < 0:
                        p2 = p
                        q2 = q
                    else:
                        m2 = later(m2, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.MachineStatusEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MachineStatusEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q2 >= 0:
            x2 = read_MachineStatusEventMachineStatus(d, p2, q2, b, m2)
    except DECODE_FAULTS as error:
        raise refused("machine.MachineStatusEvent", p, error) from None
    m = new(MachineStatusEvent)
    m.__dict__ = {
        "stage": x1,
        "status": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MachineStatusEventMachineStatus(m):
    if not isinstance(m, MachineStatusEventMachineStatus):
        wrong(m)
    out = []
    a = out.append
    x = m.ready
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m.unmet_conditions
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_MachineStatusEventMachineStatusUnmetCondition(y)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MachineStatusEventMachineStatus(d, p, e, b, more=None):
    x1 = False
    x2 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_bool(d, p - 1)
                    x1 = x1 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_MachineStatusEventMachineStatusUnmetCondition(d, p, q, b)
                    p = q
                    x2.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.MachineStatusEvent.MachineStatus", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MachineStatusEvent.MachineStatus", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MachineStatusEvent.MachineStatus", p, error) from None
    m = new(MachineStatusEventMachineStatus)
    m.__dict__ = {
        "ready": x1,
        "unmet_conditions": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MachineStatusEventMachineStatusUnmetCondition(m):
    if not isinstance(m, MachineStatusEventMachineStatusUnmetCondition):
        wrong(m)
    out = []
    a = out.append
    x = m.name
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.reason
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MachineStatusEventMachineStatusUnmetCondition(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.MachineStatusEvent.MachineStatus.UnmetCondition", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MachineStatusEvent.MachineStatus.UnmetCondition", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MachineStatusEvent.MachineStatus.UnmetCondition", p, error) from None
    m = new(MachineStatusEventMachineStatusUnmetCondition)
    m.__dict__ = {
        "name": x1,
        "reason": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MemInfo(m):
    if not isinstance(m, MemInfo):
        wrong(m)
    out = []
    a = out.append
    x = m.memtotal
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.memfree
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.memavailable
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.buffers
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.cached
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.swapcached
    if x:
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.active
    if x:
        a(b'8' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.inactive
    if x:
        a(b'@' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.activeanon
    if x:
        a(b'H' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.inactiveanon
    if x:
        a(b'P' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.activefile
    if x:
        a(b'X' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.inactivefile
    if x:
        a(b'`' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.unevictable
    if x:
        a(b'h' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.mlocked
    if x:
        a(b'p' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.swaptotal
    if x:
        a(b'x' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.swapfree
    if x:
        a(b'\x80\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.dirty
    if x:
        a(b'\x88\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.writeback
    if x:
        a(b'\x90\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.anonpages
    if x:
        a(b'\x98\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.mapped
    if x:
        a(b'\xa0\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.shmem
    if x:
        a(b'\xa8\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.slab
    if x:
        a(b'\xb0\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.sreclaimable
    if x:
        a(b'\xb8\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.sunreclaim
    if x:
        a(b'\xc0\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.kernelstack
    if x:
        a(b'\xc8\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.pagetables
    if x:
        a(b'\xd0\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.nfsunstable
    if x:
        a(b'\xd8\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.bounce
    if x:
        a(b'\xe0\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.writebacktmp
    if x:
        a(b'\xe8\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.commitlimit
    if x:
        a(b'\xf0\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.committedas
    if x:
        a(b'\xf8\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.vmalloctotal
    if x:
        a(b'\x80\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.vmallocused
    if x:
        a(b'\x88\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.vmallocchunk
    if x:
        a(b'\x90\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.hardwarecorrupted
    if x:
        a(b'\x98\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.anonhugepages
    if x:
        a(b'\xa0\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.shmemhugepages
    if x:
        a(b'\xa8\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.shmempmdmapped
    if x:
        a(b'\xb0\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.cmatotal
    if x:
        a(b'\xb8\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.cmafree
    if x:
        a(b'\xc0\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.hugepagestotal
    if x:
        a(b'\xc8\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.hugepagesfree
    if x:
        a(b'\xd0\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.hugepagesrsvd
    if x:
        a(b'\xd8\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.hugepagessurp
    if x:
        a(b'\xe0\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.hugepagesize
    if x:
        a(b'\xe8\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.directmap4k
    if x:
        a(b'\xf0\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.directmap2m
    if x:
        a(b'\xf8\x02' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.directmap1g
    if x:
        a(b'\x80\x03' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MemInfo(d, p, e, b, more=None):
    x1 = 0
    x2 = 0
    x3 = 0
    x4 = 0
    x5 = 0
    x6 = 0
    x7 = 0
    x8 = 0
    x9 = 0
    x10 = 0
    x11 = 0
    x12 = 0
    x13 = 0
    x14 = 0
    x15 = 0
    x16 = 0
    x17 = 0
    x18 = 0
    x19 = 0
    x20 = 0
    x21 = 0
    x22 = 0
    x23 = 0
    x24 = 0
    x25 = 0
    x26 = 0
    x27 = 0
    x28 = 0
    x29 = 0
    x30 = 0
    x31 = 0
    x32 = 0
    x33 = 0
    x34 = 0
    x35 = 0
    x36 = 0
    x37 = 0
    x38 = 0
    x39 = 0
    x40 = 0
    x41 = 0
    x42 = 0
    x43 = 0
    x44 = 0
    x45 = 0
    x46 = 0
    x47 = 0
    x48 = 0
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 32:
                    x4 = d[p]
                    p += 1
                    if x4 > 127:
                        x4, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 40:
                    x5 = d[p]
                    p += 1
                    if x5 > 127:
                        x5, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 48:
                    x6 = d[p]
                    p += 1
                    if x6 > 127:
                        x6, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 56:
                    x7 = d[p]
                    p += 1
                    if x7 > 127:
                        x7, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 64:
                    x8 = d[p]
                    p += 1
                    if x8 > 127:
                        x8, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 72:
                    x9 = d[p]
                    p += 1
                    if x9 > 127:
                        x9, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 80:
                    x10 = d[p]
                    p += 1
                    if x10 > 127:
                        x10, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 88:
                    x11 = d[p]
                    p += 1
                    if x11 > 127:
                        x11, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 96:
                    x12 = d[p]
                    p += 1
                    if x12 > 127:
                        x12, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 104:
                    x13 = d[p]
                    p += 1
                    if x13 > 127:
                        x13, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 112:
                    x14 = d[p]
                    p += 1
                    if x14 > 127:
                        x14, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 120:
                    x15 = d[p]
                    p += 1
                    if x15 > 127:
                        x15, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 128:
                    x16 = d[p]
                    p += 1
                    if x16 > 127:
                        x16, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 136:
                    x17 = d[p]
                    p += 1
                    if x17 > 127:
                        x17, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 144:
                    x18 = d[p]
                    p += 1
                    if x18 > 127:
                        x18, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 152:
                    x19 = d[p]
                    p += 1
                    if x19 > 127:
                        x19, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 160:
                    x20 = d[p]
                    p += 1
                    if x20 > 127:
                        x20, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 168:
                    x21 = d[p]
                    p += 1
                    if x21 > 127:
                        x21, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 176:
                    x22 = d[p]
                    p += 1
                    if x22 > 127:
                        x22, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 184:
                    x23 = d[p]
                    p += 1
                    if x23 > 127:
                        x23, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 192:
                    x24 = d[p]
                    p += 1
                    if x24 > 127:
                        x24, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 200:
                    x25 = d[p]
                    p += 1
                    if x25 > 127:
                        x25, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 208:
                    x26 = d[p]
                    p += 1
                    if x26 > 127:
                        x26, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 216:
                    x27 = d[p]
                    p += 1
                    if x27 > 127:
                        x27, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 224:
                    x28 = d[p]
                    p += 1
                    if x28 > 127:
                        x28, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 232:
                    x29 = d[p]
                    p += 1
                    if x29 > 127:
                        x29, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 240:
                    x30 = d[p]
                    p += 1
                    if x30 > 127:
                        x30, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 248:
                    x31 = d[p]
                    p += 1
                    if x31 > 127:
                        x31, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 256:
                    x32 = d[p]
                    p += 1
                    if x32 > 127:
                        x32, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 264:
                    x33 = d[p]
                    p += 1
                    if x33 > 127:
                        x33, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 272:
                    x34 = d[p]
                    p += 1
                    if x34 > 127:
                        x34, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 280:
                    x35 = d[p]
                    p += 1
                    if x35 > 127:
                        x35, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 288:
                    x36 = d[p]
                    p += 1
                    if x36 > 127:
                        x36, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 296:
                    x37 = d[p]
                    p += 1
                    if x37 > 127:
                        x37, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 304:
                    x38 = d[p]
                    p += 1
                    if x38 > 127:
                        x38, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 312:
                    x39 = d[p]
                    p += 1
                    if x39 > 127:
                        x39, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 320:
                    x40 = d[p]
                    p += 1
                    if x40 > 127:
                        x40, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 328:
                    x41 = d[p]
                    p += 1
                    if x41 > 127:
                        x41, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 336:
                    x42 = d[p]
                    p += 1
                    if x42 > 127:
                        x42, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 344:
                    x43 = d[p]
                    p += 1
                    if x43 > 127:
                        x43, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 352:
                    x44 = d[p]
                    p += 1
                    if x44 > 127:
                        x44, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 360:
                    x45 = d[p]
                    p += 1
                    if x45 > 127:
                        x45, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 368:
                    x46 = d[p]
                    p += 1
                    if x46 > 127:
                        x46, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 376:
                    x47 = d[p]
                    p += 1
                    if x47 > 127:
                        x47, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 384:
                    x48 = d[p]
                    p += 1
                    if x48 > 127:
                        x48, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48}:
                        raise wrong_type("machine.MemInfo", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MemInfo", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MemInfo", p, error) from None
    m = new(MemInfo)
    m.__dict__ = {
        "memtotal": x1,
        "memfree": x2,
        "memavailable": x3,
        "buffers": x4,
        "cached": x5,
        "swapcached": x6,
        "active": x7,
        "inactive": x8,
        "activeanon": x9,
        "inactiveanon": x10,
        "activefile": x11,
        "inactivefile": x12,
        "unevictable": x13,
        "mlocked": x14,
        "swaptotal": x15,
        "swapfree": x16,
        "dirty": x17,
        "writeback": x18,
        "anonpages": x19,
        "mapped": x20,
        "shmem": x21,
        "slab": x22,
        "sreclaimable": x23,
        "sunreclaim": x24,
        "kernelstack": x25,
        "pagetables": x26,
        "nfsunstable": x27,
        "bounce": x28,
        "writebacktmp": x29,
        "commitlimit": x30,
        "committedas": x31,
        "vmalloctotal": x32,
        "vmallocused": x33,
        "vmallocchunk": x34,
        "hardwarecorrupted": x35,
        "anonhugepages": x36,
        "shmemhugepages": x37,
        "shmempmdmapped": x38,
        "cmatotal": x39,
        "cmafree": x40,
        "hugepagestotal": x41,
        "hugepagesfree": x42,
        "hugepagesrsvd": x43,
        "hugepagessurp": x44,
        "hugepagesize": x45,
        "directmap4k": x46,
        "directmap2m": x47,
        "directmap1g": x48,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Memory(m):
    if not isinstance(m, Memory):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.meminfo
    if x is not None:
        b = write_MemInfo(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Memory(d, p, e, b, more=None):
    x1 = None
    x2 = None
    q1 = q2 = -1
    m1 = m2 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q2 < 0:
                        p2 = p
                        q2 = q
                    else:
                        m2 = later(m2, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.Memory", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.Memory", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
        if q2 >= 0:
            x2 = read_MemInfo(d, p2, q2, b, m2)
    except DECODE_FAULTS as error:
        raise refused("machine.Memory", p, error) from None
    m = new(Memory)
    m.__dict__ = {
        "metadata": x1,
        "meminfo": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MemoryResponse(m):
    if not isinstance(m, MemoryResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Memory(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MemoryResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_Memory(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.MemoryResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MemoryResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MemoryResponse", p, error) from None
    m = new(MemoryResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MetaDelete(m):
    if not isinstance(m, MetaDelete):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MetaDelete(d, p, e, b, more=None):
    x1 = None
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.MetaDelete", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MetaDelete", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.MetaDelete", p, error) from None
    m = new(MetaDelete)
    m.__dict__ = {
        "metadata": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MetaDeleteRequest(m):
    if not isinstance(m, MetaDeleteRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.key
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MetaDeleteRequest(d, p, e, b, more=None):
    x1 = 0
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.MetaDeleteRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MetaDeleteRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MetaDeleteRequest", p, error) from None
    m = new(MetaDeleteRequest)
    m.__dict__ = {
        "key": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MetaDeleteResponse(m):
    if not isinstance(m, MetaDeleteResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_MetaDelete(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MetaDeleteResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_MetaDelete(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.MetaDeleteResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MetaDeleteResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MetaDeleteResponse", p, error) from None
    m = new(MetaDeleteResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MetaWrite(m):
    if not isinstance(m, MetaWrite):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MetaWrite(d, p, e, b, more=None):
    x1 = None
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.MetaWrite", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MetaWrite", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.MetaWrite", p, error) from None
    m = new(MetaWrite)
    m.__dict__ = {
        "metadata": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MetaWriteRequest(m):
    if not isinstance(m, MetaWriteRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.key
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.value
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MetaWriteRequest(d, p, e, b, more=None):
    x1 = 0
    x2 = b""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q]
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.MetaWriteRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MetaWriteRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MetaWriteRequest", p, error) from None
    m = new(MetaWriteRequest)
    m.__dict__ = {
        "key": x1,
        "value": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MetaWriteResponse(m):
    if not isinstance(m, MetaWriteResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_MetaWrite(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MetaWriteResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_MetaWrite(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.MetaWriteResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MetaWriteResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MetaWriteResponse", p, error) from None
    m = new(MetaWriteResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MountStat(m):
    if not isinstance(m, MountStat):
        wrong(m)
    out = []
    a = out.append
    x = m.filesystem
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.available
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.mounted_on
    if x:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MountStat(d, p, e, b, more=None):
    x1 = ""
    x2 = 0
    x3 = 0
    x4 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x4 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.MountStat", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MountStat", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MountStat", p, error) from None
    m = new(MountStat)
    m.__dict__ = {
        "filesystem": x1,
        "size": x2,
        "available": x3,
        "mounted_on": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Mounts(m):
    if not isinstance(m, Mounts):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.stats
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_MountStat(y)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Mounts(d, p, e, b, more=None):
    x1 = None
    x2 = []
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_MountStat(d, p, q, b)
                    p = q
                    x2.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.Mounts", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.Mounts", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.Mounts", p, error) from None
    m = new(Mounts)
    m.__dict__ = {
        "metadata": x1,
        "stats": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MountsResponse(m):
    if not isinstance(m, MountsResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Mounts(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MountsResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_Mounts(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.MountsResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.MountsResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.MountsResponse", p, error) from None
    m = new(MountsResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_NetDev(m):
    if not isinstance(m, NetDev):
        wrong(m)
    out = []
    a = out.append
    x = m.name
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.rx_bytes
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.rx_packets
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.rx_errors
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.rx_dropped
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.rx_fifo
    if x:
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.rx_frame
    if x:
        a(b'8' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.rx_compressed
    if x:
        a(b'@' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.rx_multicast
    if x:
        a(b'H' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tx_bytes
    if x:
        a(b'P' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tx_packets
    if x:
        a(b'X' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tx_errors
    if x:
        a(b'`' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tx_dropped
    if x:
        a(b'h' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tx_fifo
    if x:
        a(b'p' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tx_collisions
    if x:
        a(b'x' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tx_carrier
    if x:
        a(b'\x80\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.tx_compressed
    if x:
        a(b'\x88\x01' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_NetDev(d, p, e, b, more=None):
    x1 = ""
    x2 = 0
    x3 = 0
    x4 = 0
    x5 = 0
    x6 = 0
    x7 = 0
    x8 = 0
    x9 = 0
    x10 = 0
    x11 = 0
    x12 = 0
    x13 = 0
    x14 = 0
    x15 = 0
    x16 = 0
    x17 = 0
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 32:
                    x4 = d[p]
                    p += 1
                    if x4 > 127:
                        x4, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 40:
                    x5 = d[p]
                    p += 1
                    if x5 > 127:
                        x5, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 48:
                    x6 = d[p]
                    p += 1
                    if x6 > 127:
                        x6, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 56:
                    x7 = d[p]
                    p += 1
                    if x7 > 127:
                        x7, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 64:
                    x8 = d[p]
                    p += 1
                    if x8 > 127:
                        x8, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 72:
                    x9 = d[p]
                    p += 1
                    if x9 > 127:
                        x9, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 80:
                    x10 = d[p]
                    p += 1
                    if x10 > 127:
                        x10, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 88:
                    x11 = d[p]
                    p += 1
                    if x11 > 127:
                        x11, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 96:
                    x12 = d[p]
                    p += 1
                    if x12 > 127:
                        x12, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 104:
                    x13 = d[p]
                    p += 1
                    if x13 > 127:
                        x13, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 112:
                    x14 = d[p]
                    p += 1
                    if x14 > 127:
                        x14, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 120:
                    x15 = d[p]
                    p += 1
                    if x15 > 127:
                        x15, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 128:
                    x16 = d[p]
                    p += 1
                    if x16 > 127:
                        x16, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 136:
                    x17 = d[p]
                    p += 1
                    if x17 > 127:
                        x17, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}:
                        raise wrong_type("machine.NetDev", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.NetDev", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.NetDev", p, error) from None
    m = new(NetDev)
    m.__dict__ = {
        "name": x1,
        "rx_bytes": x2,
        "rx_packets": x3,
        "rx_errors": x4,
        "rx_dropped": x5,
        "rx_fifo": x6,
        "rx_frame": x7,
        "rx_compressed": x8,
        "rx_multicast": x9,
        "tx_bytes": x10,
        "tx_packets": x11,
        "tx_errors": x12,
        "tx_dropped": x13,
        "tx_fifo": x14,
        "tx_collisions": x15,
        "tx_carrier": x16,
        "tx_compressed": x17,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Netstat(m):
    if not isinstance(m, Netstat):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.connectrecord
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ConnectRecord(y)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Netstat(d, p, e, b, more=None):
    x1 = None
    x2 = []
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ConnectRecord(d, p, q, b)
                    p = q
                    x2.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.Netstat", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.Netstat", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.Netstat", p, error) from None
    m = new(Netstat)
    m.__dict__ = {
        "metadata": x1,
        "connectrecord": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_NetstatRequest(m):
    if not isinstance(m, NetstatRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.filter
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.feature
    if x is not None:
        b = write_NetstatRequestFeature(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.l4proto
    if x is not None:
        b = write_NetstatRequestL4Proto(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.netns
    if x is not None:
        b = write_NetstatRequestNetNs(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_NetstatRequest(d, p, e, b, more=None):
    x1 = zero_NetstatRequestFilter
    x2 = None
    x3 = None
    x4 = None
    q2 = q3 = q4 = -1
    m2 = m3 = m4 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x1 = get_NetstatRequestFilter(n)
                    if x1 is None:
                        x1 = enum_NetstatRequestFilter(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q2 < 0:
                        p2 = p
                        q2 = q
                    else:
                        m2 = later(m2, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q3 < 0:
                        p3 = p
                        q3 = q
                    else:
                        m3 = later(m3, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q4 < 0:
                        p4 = p
                        q4 = q
                    else:
                        m4 = later(m4, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.NetstatRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.NetstatRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q2 >= 0:
            x2 = read_NetstatRequestFeature(d, p2, q2, b, m2)
        if q3 >= 0:
            x3 = read_NetstatRequestL4Proto(d, p3, q3, b, m3)
        if q4 >= 0:
            x4 = read_NetstatRequestNetNs(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("machine.NetstatRequest", p, error) from None
    m = new(NetstatRequest)
    m.__dict__ = {
        "filter": x1,
        "feature": x2,
        "l4proto": x3,
        "netns": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_NetstatRequestFeature(m):
    if not isinstance(m, NetstatRequestFeature):
        wrong(m)
    out = []
    a = out.append
    x = m.pid
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_NetstatRequestFeature(d, p, e, b, more=None):
    x1 = False
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_bool(d, p - 1)
                    x1 = x1 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.NetstatRequest.Feature", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.NetstatRequest.Feature", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.NetstatRequest.Feature", p, error) from None
    m = new(NetstatRequestFeature)
    m.__dict__ = {
        "pid": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_NetstatRequestL4Proto(m):
    if not isinstance(m, NetstatRequestL4Proto):
        wrong(m)
    out = []
    a = out.append
    x = m.tcp
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m.tcp6
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m.udp
    if x is True:
        a(b'\x18\x01')
    elif x is not False:
        wrong(x)
    x = m.udp6
    if x is True:
        a(b' \x01')
    elif x is not False:
        wrong(x)
    x = m.udplite
    if x is True:
        a(b'(\x01')
    elif x is not False:
        wrong(x)
    x = m.udplite6
    if x is True:
        a(b'0\x01')
    elif x is not False:
        wrong(x)
    x = m.raw
    if x is True:
        a(b'8\x01')
    elif x is not False:
        wrong(x)
    x = m.raw6
    if x is True:
        a(b'@\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_NetstatRequestL4Proto(d, p, e, b, more=None):
    x1 = False
    x2 = False
    x3 = False
    x4 = False
    x5 = False
    x6 = False
    x7 = False
    x8 = False
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_bool(d, p - 1)
                    x1 = x1 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_bool(d, p - 1)
                    x2 = x2 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_bool(d, p - 1)
                    x3 = x3 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 32:
                    x4 = d[p]
                    p += 1
                    if x4 > 127:
                        x4, p = read_bool(d, p - 1)
                    x4 = x4 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 40:
                    x5 = d[p]
                    p += 1
                    if x5 > 127:
                        x5, p = read_bool(d, p - 1)
                    x5 = x5 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 48:
                    x6 = d[p]
                    p += 1
                    if x6 > 127:
                        x6, p = read_bool(d, p - 1)
                    x6 = x6 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 56:
                    x7 = d[p]
                    p += 1
                    if x7 > 127:
                        x7, p = read_bool(d, p - 1)
                    x7 = x7 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 64:
                    x8 = d[p]
                    p += 1
                    if x8 > 127:
                        x8, p = read_bool(d, p - 1)
                    x8 = x8 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8}:
                        raise wrong_type("machine.NetstatRequest.L4proto", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.NetstatRequest.L4proto", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.NetstatRequest.L4proto", p, error) from None
    m = new(NetstatRequestL4Proto)
    m.__dict__ = {
        "tcp": x1,
        "tcp6": x2,
        "udp": x3,
        "udp6": x4,
        "udplite": x5,
        "udplite6": x6,
        "raw": x7,
        "raw6": x8,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_NetstatRequestNetNs(m):
    if not isinstance(m, NetstatRequestNetNs):
        wrong(m)
    out = []
    a = out.append
    x = m.hostnetwork
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m.netns
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.allnetns
    if x is True:
        a(b'\x18\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_NetstatRequestNetNs(d, p, e, b, more=None):
    x1 = False
    x2 = []
    x3 = False
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_bool(d, p - 1)
                    x1 = x1 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    v = d[p:q].decode()
                    p = q
                    x2.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_bool(d, p - 1)
                    x3 = x3 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3}:
                        raise wrong_type("machine.NetstatRequest.NetNS", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.NetstatRequest.NetNS", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.NetstatRequest.NetNS", p, error) from None
    m = new(NetstatRequestNetNs)
    m.__dict__ = {
        "hostnetwork": x1,
        "netns": x2,
        "allnetns": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_NetstatResponse(m):
    if not isinstance(m, NetstatResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Netstat(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_NetstatResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_Netstat(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.NetstatResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.NetstatResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.NetstatResponse", p, error) from None
    m = new(NetstatResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_NetworkDeviceStats(m):
    if not isinstance(m, NetworkDeviceStats):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.total
    if x is not None:
        b = write_NetDev(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.devices
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_NetDev(y)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_NetworkDeviceStats(d, p, e, b, more=None):
    x1 = None
    x2 = None
    x3 = []
    q1 = q2 = -1
    m1 = m2 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q2 < 0:
                        p2 = p
                        q2 = q
                    else:
                        m2 = later(m2, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_NetDev(d, p, q, b)
                    p = q
                    x3.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3}:
                        raise wrong_type("machine.NetworkDeviceStats", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.NetworkDeviceStats", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
        if q2 >= 0:
            x2 = read_NetDev(d, p2, q2, b, m2)
    except DECODE_FAULTS as error:
        raise refused("machine.NetworkDeviceStats", p, error) from None
    m = new(NetworkDeviceStats)
    m.__dict__ = {
        "metadata": x1,
        "total": x2,
        "devices": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_NetworkDeviceStatsResponse(m):
    if not isinstance(m, NetworkDeviceStatsResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_NetworkDeviceStats(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_NetworkDeviceStatsResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_NetworkDeviceStats(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.NetworkDeviceStatsResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.NetworkDeviceStatsResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.NetworkDeviceStatsResponse", p, error) from None
    m = new(NetworkDeviceStatsResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_PacketCaptureRequest(m):
    if not isinstance(m, PacketCaptureRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.interface
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.promiscuous
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m.snap_len
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.bpf_filter
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_BpfInstruction(y)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_PacketCaptureRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = False
    x3 = 0
    x4 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_bool(d, p - 1)
                    x2 = x2 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 24:
                    x3 = d[p]
                    p += 1
                    if x3 > 127:
                        x3, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_BpfInstruction(d, p, q, b)
                    p = q
                    x4.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.PacketCaptureRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.PacketCaptureRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.PacketCaptureRequest", p, error) from None
    m = new(PacketCaptureRequest)
    m.__dict__ = {
        "interface": x1,
        "promiscuous": x2,
        "snap_len": x3,
        "bpf_filter": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_PhaseEvent(m):
    if not isinstance(m, PhaseEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.phase
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_PhaseEvent(d, p, e, b, more=None):
    x1 = ""
    x2 = zero_PhaseEventAction
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x2 = get_PhaseEventAction(n)
                    if x2 is None:
                        x2 = enum_PhaseEventAction(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.PhaseEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.PhaseEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.PhaseEvent", p, error) from None
    m = new(PhaseEvent)
    m.__dict__ = {
        "phase": x1,
        "action": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_PlatformInfo(m):
    if not isinstance(m, PlatformInfo):
        wrong(m)
    out = []
    a = out.append
    x = m.name
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.mode
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_PlatformInfo(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.PlatformInfo", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.PlatformInfo", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.PlatformInfo", p, error) from None
    m = new(PlatformInfo)
    m.__dict__ = {
        "name": x1,
        "mode": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ReadRequest(m):
    if not isinstance(m, ReadRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.path
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ReadRequest(d, p, e, b, more=None):
    x1 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ReadRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ReadRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ReadRequest", p, error) from None
    m = new(ReadRequest)
    m.__dict__ = {
        "path": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Reset(m):
    if not isinstance(m, Reset):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.actor_id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Reset(d, p, e, b, more=None):
    x1 = None
    x2 = ""
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.Reset", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.Reset", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.Reset", p, error) from None
    m = new(Reset)
    m.__dict__ = {
        "metadata": x1,
        "actor_id": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ResetPartitionSpec(m):
    if not isinstance(m, ResetPartitionSpec):
        wrong(m)
    out = []
    a = out.append
    x = m.label
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.wipe
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ResetPartitionSpec(d, p, e, b, more=None):
    x1 = ""
    x2 = False
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_bool(d, p - 1)
                    x2 = x2 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.ResetPartitionSpec", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ResetPartitionSpec", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ResetPartitionSpec", p, error) from None
    m = new(ResetPartitionSpec)
    m.__dict__ = {
        "label": x1,
        "wipe": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ResetRequest(m):
    if not isinstance(m, ResetRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.graceful
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m.reboot
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m.system_partitions_to_wipe
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ResetPartitionSpec(y)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.user_disks_to_wipe
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.mode
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ResetRequest(d, p, e, b, more=None):
    x1 = False
    x2 = False
    x3 = []
    x4 = []
    x5 = zero_ResetRequestWipeMode
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_bool(d, p - 1)
                    x1 = x1 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_bool(d, p - 1)
                    x2 = x2 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ResetPartitionSpec(d, p, q, b)
                    p = q
                    x3.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    v = d[p:q].decode()
                    p = q
                    x4.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 40:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x5 = get_ResetRequestWipeMode(n)
                    if x5 is None:
                        x5 = enum_ResetRequestWipeMode(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5}:
                        raise wrong_type("machine.ResetRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ResetRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ResetRequest", p, error) from None
    m = new(ResetRequest)
    m.__dict__ = {
        "graceful": x1,
        "reboot": x2,
        "system_partitions_to_wipe": x3,
        "user_disks_to_wipe": x4,
        "mode": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ResetResponse(m):
    if not isinstance(m, ResetResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Reset(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ResetResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_Reset(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ResetResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ResetResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ResetResponse", p, error) from None
    m = new(ResetResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_RestartEvent(m):
    if not isinstance(m, RestartEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.cmd
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_RestartEvent(d, p, e, b, more=None):
    x1 = 0
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_int64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.RestartEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.RestartEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.RestartEvent", p, error) from None
    m = new(RestartEvent)
    m.__dict__ = {
        "cmd": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_SequenceEvent(m):
    if not isinstance(m, SequenceEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.sequence
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.error
    if x is not None:
        b = codec_common.write_Error(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_SequenceEvent(d, p, e, b, more=None):
    x1 = ""
    x2 = zero_SequenceEventAction
    x3 = None
    q3 = -1
    m3 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x2 = get_SequenceEventAction(n)
                    if x2 is None:
                        x2 = enum_SequenceEventAction(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q3 < 0:
                        p3 = p
                        q3 = q
                    else:
                        m3 = later(m3, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3}:
                        raise wrong_type("machine.SequenceEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.SequenceEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q3 >= 0:
            x3 = codec_common.read_Error(d, p3, q3, b, m3)
    except DECODE_FAULTS as error:
        raise refused("machine.SequenceEvent", p, error) from None
    m = new(SequenceEvent)
    m.__dict__ = {
        "sequence": x1,
        "action": x2,
        "error": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceEvent(m):
    if not isinstance(m, ServiceEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.msg
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.state
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.ts
    if x is not None:
        b = codec_google_protobuf.write_Timestamp_value(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceEvent(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = None
    q3 = -1
    m3 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q3 < 0:
                        p3 = p
                        q3 = q
                    else:
                        m3 = later(m3, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3}:
                        raise wrong_type("machine.ServiceEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q3 >= 0:
            x3 = codec_google_protobuf.read_Timestamp_value(d, p3, q3, b, m3)
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceEvent", p, error) from None
    m = new(ServiceEvent)
    m.__dict__ = {
        "msg": x1,
        "state": x2,
        "ts": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceEvents(m):
    if not isinstance(m, ServiceEvents):
        wrong(m)
    out = []
    a = out.append
    x = m.events
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServiceEvent(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceEvents(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ServiceEvent(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ServiceEvents", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceEvents", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceEvents", p, error) from None
    m = new(ServiceEvents)
    m.__dict__ = {
        "events": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceHealth(m):
    if not isinstance(m, ServiceHealth):
        wrong(m)
    out = []
    a = out.append
    x = m.unknown
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m.healthy
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m.last_message
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.last_change
    if x is not None:
        b = codec_google_protobuf.write_Timestamp_value(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceHealth(d, p, e, b, more=None):
    x1 = False
    x2 = False
    x3 = ""
    x4 = None
    q4 = -1
    m4 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_bool(d, p - 1)
                    x1 = x1 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_bool(d, p - 1)
                    x2 = x2 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x3 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q4 < 0:
                        p4 = p
                        q4 = q
                    else:
                        m4 = later(m4, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.ServiceHealth", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceHealth", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = codec_google_protobuf.read_Timestamp_value(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceHealth", p, error) from None
    m = new(ServiceHealth)
    m.__dict__ = {
        "unknown": x1,
        "healthy": x2,
        "last_message": x3,
        "last_change": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceInfo(m):
    if not isinstance(m, ServiceInfo):
        wrong(m)
    out = []
    a = out.append
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.state
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.events
    if x is not None:
        b = write_ServiceEvents(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.health
    if x is not None:
        b = write_ServiceHealth(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceInfo(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = None
    x4 = None
    q3 = q4 = -1
    m3 = m4 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q3 < 0:
                        p3 = p
                        q3 = q
                    else:
                        m3 = later(m3, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q4 < 0:
                        p4 = p
                        q4 = q
                    else:
                        m4 = later(m4, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.ServiceInfo", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceInfo", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q3 >= 0:
            x3 = read_ServiceEvents(d, p3, q3, b, m3)
        if q4 >= 0:
            x4 = read_ServiceHealth(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceInfo", p, error) from None
    m = new(ServiceInfo)
    m.__dict__ = {
        "id": x1,
        "state": x2,
        "events": x3,
        "health": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceList(m):
    if not isinstance(m, ServiceList):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.services
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServiceInfo(y)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceList(d, p, e, b, more=None):
    x1 = None
    x2 = []
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ServiceInfo(d, p, q, b)
                    p = q
                    x2.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.ServiceList", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceList", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceList", p, error) from None
    m = new(ServiceList)
    m.__dict__ = {
        "metadata": x1,
        "services": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceListResponse(m):
    if not isinstance(m, ServiceListResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServiceList(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceListResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ServiceList(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ServiceListResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceListResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceListResponse", p, error) from None
    m = new(ServiceListResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceRestart(m):
    if not isinstance(m, ServiceRestart):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.resp
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceRestart(d, p, e, b, more=None):
    x1 = None
    x2 = ""
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.ServiceRestart", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceRestart", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceRestart", p, error) from None
    m = new(ServiceRestart)
    m.__dict__ = {
        "metadata": x1,
        "resp": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceRestartRequest(m):
    if not isinstance(m, ServiceRestartRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceRestartRequest(d, p, e, b, more=None):
    x1 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ServiceRestartRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceRestartRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceRestartRequest", p, error) from None
    m = new(ServiceRestartRequest)
    m.__dict__ = {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceRestartResponse(m):
    if not isinstance(m, ServiceRestartResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServiceRestart(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceRestartResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ServiceRestart(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ServiceRestartResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceRestartResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceRestartResponse", p, error) from None
    m = new(ServiceRestartResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceStart(m):
    if not isinstance(m, ServiceStart):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.resp
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceStart(d, p, e, b, more=None):
    x1 = None
    x2 = ""
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.ServiceStart", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceStart", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceStart", p, error) from None
    m = new(ServiceStart)
    m.__dict__ = {
        "metadata": x1,
        "resp": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceStartRequest(m):
    if not isinstance(m, ServiceStartRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceStartRequest(d, p, e, b, more=None):
    x1 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ServiceStartRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceStartRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceStartRequest", p, error) from None
    m = new(ServiceStartRequest)
    m.__dict__ = {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceStartResponse(m):
    if not isinstance(m, ServiceStartResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServiceStart(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceStartResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ServiceStart(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ServiceStartResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceStartResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceStartResponse", p, error) from None
    m = new(ServiceStartResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceStateEvent(m):
    if not isinstance(m, ServiceStateEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.service
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.message
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.health
    if x is not None:
        b = write_ServiceHealth(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceStateEvent(d, p, e, b, more=None):
    x1 = ""
    x2 = zero_ServiceStateEventAction
    x3 = ""
    x4 = None
    q4 = -1
    m4 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x2 = get_ServiceStateEventAction(n)
                    if x2 is None:
                        x2 = enum_ServiceStateEventAction(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x3 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q4 < 0:
                        p4 = p
                        q4 = q
                    else:
                        m4 = later(m4, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.ServiceStateEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceStateEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = read_ServiceHealth(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceStateEvent", p, error) from None
    m = new(ServiceStateEvent)
    m.__dict__ = {
        "service": x1,
        "action": x2,
        "message": x3,
        "health": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceStop(m):
    if not isinstance(m, ServiceStop):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.resp
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceStop(d, p, e, b, more=None):
    x1 = None
    x2 = ""
    q1 = -1
    m1 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.ServiceStop", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceStop", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceStop", p, error) from None
    m = new(ServiceStop)
    m.__dict__ = {
        "metadata": x1,
        "resp": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceStopRequest(m):
    if not isinstance(m, ServiceStopRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceStopRequest(d, p, e, b, more=None):
    x1 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ServiceStopRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceStopRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceStopRequest", p, error) from None
    m = new(ServiceStopRequest)
    m.__dict__ = {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceStopResponse(m):
    if not isinstance(m, ServiceStopResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServiceStop(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceStopResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ServiceStop(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.ServiceStopResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.ServiceStopResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.ServiceStopResponse", p, error) from None
    m = new(ServiceStopResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_TaskEvent(m):
    if not isinstance(m, TaskEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.task
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_TaskEvent(d, p, e, b, more=None):
    x1 = ""
    x2 = zero_TaskEventAction
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 16:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x2 = get_TaskEventAction(n)
                    if x2 is None:
                        x2 = enum_TaskEventAction(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.TaskEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.TaskEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.TaskEvent", p, error) from None
    m = new(TaskEvent)
    m.__dict__ = {
        "task": x1,
        "action": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Version(m):
    if not isinstance(m, Version):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.version
    if x is not None:
        b = write_VersionInfo(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.platform
    if x is not None:
        b = write_PlatformInfo(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.features
    if x is not None:
        b = write_FeaturesInfo(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Version(d, p, e, b, more=None):
    x1 = None
    x2 = None
    x3 = None
    x4 = None
    q1 = q2 = q3 = q4 = -1
    m1 = m2 = m3 = m4 = None
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q1 < 0:
                        p1 = p
                        q1 = q
                    else:
                        m1 = later(m1, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q2 < 0:
                        p2 = p
                        q2 = q
                    else:
                        m2 = later(m2, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q3 < 0:
                        p3 = p
                        q3 = q
                    else:
                        m3 = later(m3, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q4 < 0:
                        p4 = p
                        q4 = q
                    else:
                        m4 = later(m4, p, q)
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("machine.Version", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.Version", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
        if q2 >= 0:
            x2 = read_VersionInfo(d, p2, q2, b, m2)
        if q3 >= 0:
            x3 = read_PlatformInfo(d, p3, q3, b, m3)
        if q4 >= 0:
            x4 = read_FeaturesInfo(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("machine.Version", p, error) from None
    m = new(Version)
    m.__dict__ = {
        "metadata": x1,
        "version": x2,
        "platform": x3,
        "features": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_VersionInfo(m):
    if not isinstance(m, VersionInfo):
        wrong(m)
    out = []
    a = out.append
    x = m.tag
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.sha
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.built
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.go_version
    if x:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.os
    if x:
        b = x.encode()
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.arch
    if x:
        b = x.encode()
        n = len(b)
        a(b'2' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_VersionInfo(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = ""
    x4 = ""
    x5 = ""
    x6 = ""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x3 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 34:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x4 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 42:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x5 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 50:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x6 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6}:
                        raise wrong_type("machine.VersionInfo", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.VersionInfo", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.VersionInfo", p, error) from None
    m = new(VersionInfo)
    m.__dict__ = {
        "tag": x1,
        "sha": x2,
        "built": x3,
        "go_version": x4,
        "os": x5,
        "arch": x6,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_VersionResponse(m):
    if not isinstance(m, VersionResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Version(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_VersionResponse(d, p, e, b, more=None):
    x1 = []
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_Version(d, p, q, b)
                    p = q
                    x1.append(v)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("machine.VersionResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.VersionResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.VersionResponse", p, error) from None
    m = new(VersionResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Xattr(m):
    if not isinstance(m, Xattr):
        wrong(m)
    out = []
    a = out.append
    x = m.name
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.data
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Xattr(d, p, e, b, more=None):
    x1 = ""
    x2 = b""
    unknown = None
    try:
        if more is not None:
            more.reverse()
        while True:
            while p < e:
                s = t = p
                tag = d[p]
                p += 1
                if tag > 127:
                    tag, p = read_tag(d, t)
                if tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x1 = d[p:q].decode()
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x2 = d[p:q]
                    p = q
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("machine.Xattr", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("machine.Xattr", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("machine.Xattr", p, error) from None
    m = new(Xattr)
    m.__dict__ = {
        "name": x1,
        "data": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    AddressEvent: (encoder(write_AddressEvent), decoder(read_AddressEvent)),
    BpfInstruction: (encoder(write_BpfInstruction), decoder(read_BpfInstruction)),
    ConfigLoadErrorEvent: (encoder(write_ConfigLoadErrorEvent), decoder(read_ConfigLoadErrorEvent)),
    ConfigValidationErrorEvent: (encoder(write_ConfigValidationErrorEvent), decoder(read_ConfigValidationErrorEvent)),
    ConnectRecord: (encoder(write_ConnectRecord), decoder(read_ConnectRecord)),
    ConnectRecordProcess: (encoder(write_ConnectRecordProcess), decoder(read_ConnectRecordProcess)),
    CopyRequest: (encoder(write_CopyRequest), decoder(read_CopyRequest)),
    DiskUsageInfo: (encoder(write_DiskUsageInfo), decoder(read_DiskUsageInfo)),
    DiskUsageRequest: (encoder(write_DiskUsageRequest), decoder(read_DiskUsageRequest)),
    Event: (encoder(write_Event), decoder(read_Event)),
    EventsRequest: (encoder(write_EventsRequest), decoder(read_EventsRequest)),
    FeaturesInfo: (encoder(write_FeaturesInfo), decoder(read_FeaturesInfo)),
    FileInfo: (encoder(write_FileInfo), decoder(read_FileInfo)),
    Hostname: (encoder(write_Hostname), decoder(read_Hostname)),
    HostnameResponse: (encoder(write_HostnameResponse), decoder(read_HostnameResponse)),
    ListRequest: (encoder(write_ListRequest), decoder(read_ListRequest)),
    LogsContainer: (encoder(write_LogsContainer), decoder(read_LogsContainer)),
    LogsContainersResponse: (encoder(write_LogsContainersResponse), decoder(read_LogsContainersResponse)),
    LogsRequest: (encoder(write_LogsRequest), decoder(read_LogsRequest)),
    MachineStatusEvent: (encoder(write_MachineStatusEvent), decoder(read_MachineStatusEvent)),
    MachineStatusEventMachineStatus: (encoder(write_MachineStatusEventMachineStatus), decoder(read_MachineStatusEventMachineStatus)),
    MachineStatusEventMachineStatusUnmetCondition: (encoder(write_MachineStatusEventMachineStatusUnmetCondition), decoder(read_MachineStatusEventMachineStatusUnmetCondition)),
    MemInfo: (encoder(write_MemInfo), decoder(read_MemInfo)),
    Memory: (encoder(write_Memory), decoder(read_Memory)),
    MemoryResponse: (encoder(write_MemoryResponse), decoder(read_MemoryResponse)),
    MetaDelete: (encoder(write_MetaDelete), decoder(read_MetaDelete)),
    MetaDeleteRequest: (encoder(write_MetaDeleteRequest), decoder(read_MetaDeleteRequest)),
    MetaDeleteResponse: (encoder(write_MetaDeleteResponse), decoder(read_MetaDeleteResponse)),
    MetaWrite: (encoder(write_MetaWrite), decoder(read_MetaWrite)),
    MetaWriteRequest: (encoder(write_MetaWriteRequest), decoder(read_MetaWriteRequest)),
    MetaWriteResponse: (encoder(write_MetaWriteResponse), decoder(read_MetaWriteResponse)),
    MountStat: (encoder(write_MountStat), decoder(read_MountStat)),
    Mounts: (encoder(write_Mounts), decoder(read_Mounts)),
    MountsResponse: (encoder(write_MountsResponse), decoder(read_MountsResponse)),
    NetDev: (encoder(write_NetDev), decoder(read_NetDev)),
    Netstat: (encoder(write_Netstat), decoder(read_Netstat)),
    NetstatRequest: (encoder(write_NetstatRequest), decoder(read_NetstatRequest)),
    NetstatRequestFeature: (encoder(write_NetstatRequestFeature), decoder(read_NetstatRequestFeature)),
    NetstatRequestL4Proto: (encoder(write_NetstatRequestL4Proto), decoder(read_NetstatRequestL4Proto)),
    NetstatRequestNetNs: (encoder(write_NetstatRequestNetNs), decoder(read_NetstatRequestNetNs)),
    NetstatResponse: (encoder(write_NetstatResponse), decoder(read_NetstatResponse)),
    NetworkDeviceStats: (encoder(write_NetworkDeviceStats), decoder(read_NetworkDeviceStats)),
    NetworkDeviceStatsResponse: (encoder(write_NetworkDeviceStatsResponse), decoder(read_NetworkDeviceStatsResponse)),
    PacketCaptureRequest: (encoder(write_PacketCaptureRequest), decoder(read_PacketCaptureRequest)),
    PhaseEvent: (encoder(write_PhaseEvent), decoder(read_PhaseEvent)),
    PlatformInfo: (encoder(write_PlatformInfo), decoder(read_PlatformInfo)),
    ReadRequest: (encoder(write_ReadRequest), decoder(read_ReadRequest)),
    Reset: (encoder(write_Reset), decoder(read_Reset)),
    ResetPartitionSpec: (encoder(write_ResetPartitionSpec), decoder(read_ResetPartitionSpec)),
    ResetRequest: (encoder(write_ResetRequest), decoder(read_ResetRequest)),
    ResetResponse: (encoder(write_ResetResponse), decoder(read_ResetResponse)),
    RestartEvent: (encoder(write_RestartEvent), decoder(read_RestartEvent)),
    SequenceEvent: (encoder(write_SequenceEvent), decoder(read_SequenceEvent)),
    ServiceEvent: (encoder(write_ServiceEvent), decoder(read_ServiceEvent)),
    ServiceEvents: (encoder(write_ServiceEvents), decoder(read_ServiceEvents)),
    ServiceHealth: (encoder(write_ServiceHealth), decoder(read_ServiceHealth)),
    ServiceInfo: (encoder(write_ServiceInfo), decoder(read_ServiceInfo)),
    ServiceList: (encoder(write_ServiceList), decoder(read_ServiceList)),
    ServiceListResponse: (encoder(write_ServiceListResponse), decoder(read_ServiceListResponse)),
    ServiceRestart: (encoder(write_ServiceRestart), decoder(read_ServiceRestart)),
    ServiceRestartRequest: (encoder(write_ServiceRestartRequest), decoder(read_ServiceRestartRequest)),
    ServiceRestartResponse: (encoder(write_ServiceRestartResponse), decoder(read_ServiceRestartResponse)),
    ServiceStart: (encoder(write_ServiceStart), decoder(read_ServiceStart)),
    ServiceStartRequest: (encoder(write_ServiceStartRequest), decoder(read_ServiceStartRequest)),
    ServiceStartResponse: (encoder(write_ServiceStartResponse), decoder(read_ServiceStartResponse)),
    ServiceStateEvent: (encoder(write_ServiceStateEvent), decoder(read_ServiceStateEvent)),
    ServiceStop: (encoder(write_ServiceStop), decoder(read_ServiceStop)),
    ServiceStopRequest: (encoder(write_ServiceStopRequest), decoder(read_ServiceStopRequest)),
    ServiceStopResponse: (encoder(write_ServiceStopResponse), decoder(read_ServiceStopResponse)),
    TaskEvent: (encoder(write_TaskEvent), decoder(read_TaskEvent)),
    Version: (encoder(write_Version), decoder(read_Version)),
    VersionInfo: (encoder(write_VersionInfo), decoder(read_VersionInfo)),
    VersionResponse: (encoder(write_VersionResponse), decoder(read_VersionResponse)),
    Xattr: (encoder(write_Xattr), decoder(read_Xattr)),
}
