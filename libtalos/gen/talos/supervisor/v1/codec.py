"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import ListLogsRequest
from . import ListLogsResponse
from . import ListServicesRequest
from . import ListServicesResponse
from . import RestartServiceRequest
from . import RestartServiceResponse
from . import Service
from . import ServiceEvent
from . import ServiceHealth
from . import StartServiceRequest
from . import StartServiceResponse
from . import StopServiceRequest
from . import StopServiceResponse
from . import StreamLogsRequest
from . import StreamLogsResponse
from ....google.protobuf import codec as codec_google_protobuf
from . import ServiceState as enum_ServiceState

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]
get_ServiceState = {int(member): member for member in enum_ServiceState}.get
zero_ServiceState = enum_ServiceState(0)


def write_ListLogsRequest(m):
    if not isinstance(m, ListLogsRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListLogsRequest(d, p, e, b, more=None):
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
                if t == s:
                    if False:
                        raise wrong_type("talos.supervisor.v1.ListLogsRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.ListLogsRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.ListLogsRequest", p, error) from None
    m = new(ListLogsRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListLogsResponse(m):
    if not isinstance(m, ListLogsResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.ids
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListLogsResponse(d, p, e, b, more=None):
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
                    v = d[p:q].decode()
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
                        raise wrong_type("talos.supervisor.v1.ListLogsResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.ListLogsResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.ListLogsResponse", p, error) from None
    m = new(ListLogsResponse)
    m.__dict__ = {
        "ids": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListServicesRequest(m):
    if not isinstance(m, ListServicesRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListServicesRequest(d, p, e, b, more=None):
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
                if t == s:
                    if False:
                        raise wrong_type("talos.supervisor.v1.ListServicesRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.ListServicesRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.ListServicesRequest", p, error) from None
    m = new(ListServicesRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListServicesResponse(m):
    if not isinstance(m, ListServicesResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.services
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Service(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListServicesResponse(d, p, e, b, more=None):
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
                    v = read_Service(d, p, q, b)
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
                        raise wrong_type("talos.supervisor.v1.ListServicesResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.ListServicesResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.ListServicesResponse", p, error) from None
    m = new(ListServicesResponse)
    m.__dict__ = {
        "services": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_RestartServiceRequest(m):
    if not isinstance(m, RestartServiceRequest):
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


def read_RestartServiceRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.supervisor.v1.RestartServiceRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.RestartServiceRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.RestartServiceRequest", p, error) from None
    m = new(RestartServiceRequest)
    m.__dict__ = {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_RestartServiceResponse(m):
    if not isinstance(m, RestartServiceResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.service
    if x is not None:
        b = write_Service(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_RestartServiceResponse(d, p, e, b, more=None):
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
                        raise wrong_type("talos.supervisor.v1.RestartServiceResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.RestartServiceResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Service(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.RestartServiceResponse", p, error) from None
    m = new(RestartServiceResponse)
    m.__dict__ = {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Service(m):
    if not isinstance(m, Service):
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
    x = m.component
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.state
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.health
    if x is not None:
        b = write_ServiceHealth(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.events
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServiceEvent(y)
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.pid
    if x:
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m.restarts
    if x:
        a(b'8' + (SMALL[x] if 0 <= x < 2048 else put_uint32(x)))
    elif x != 0:
        wrong(x)
    x = m.depends_on
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'B' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Service(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = zero_ServiceState
    x4 = None
    x5 = []
    x6 = 0
    x7 = 0
    x8 = []
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
                    x3 = get_ServiceState(n)
                    if x3 is None:
                        x3 = enum_ServiceState(n)
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
                while tag == 42:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ServiceEvent(d, p, q, b)
                    p = q
                    x5.append(v)
                    if p >= e:
                        t = p
                        tag = -1
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
                        x6, p = read_int32(d, p - 1)
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
                        x7, p = read_uint32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 66:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    v = d[p:q].decode()
                    p = q
                    x8.append(v)
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
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8}:
                        raise wrong_type("talos.supervisor.v1.Service", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.Service", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = read_ServiceHealth(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.Service", p, error) from None
    m = new(Service)
    m.__dict__ = {
        "id": x1,
        "component": x2,
        "state": x3,
        "health": x4,
        "events": x5,
        "pid": x6,
        "restarts": x7,
        "depends_on": x8,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceEvent(m):
    if not isinstance(m, ServiceEvent):
        wrong(m)
    out = []
    a = out.append
    x = m.message
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.state
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.time
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
    x2 = zero_ServiceState
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
                    x2 = get_ServiceState(n)
                    if x2 is None:
                        x2 = enum_ServiceState(n)
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
                        raise wrong_type("talos.supervisor.v1.ServiceEvent", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.ServiceEvent", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q3 >= 0:
            x3 = codec_google_protobuf.read_Timestamp_value(d, p3, q3, b, m3)
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.ServiceEvent", p, error) from None
    m = new(ServiceEvent)
    m.__dict__ = {
        "message": x1,
        "state": x2,
        "time": x3,
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
                        raise wrong_type("talos.supervisor.v1.ServiceHealth", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.ServiceHealth", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = codec_google_protobuf.read_Timestamp_value(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.ServiceHealth", p, error) from None
    m = new(ServiceHealth)
    m.__dict__ = {
        "unknown": x1,
        "healthy": x2,
        "last_message": x3,
        "last_change": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_StartServiceRequest(m):
    if not isinstance(m, StartServiceRequest):
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


def read_StartServiceRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.supervisor.v1.StartServiceRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.StartServiceRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.StartServiceRequest", p, error) from None
    m = new(StartServiceRequest)
    m.__dict__ = {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_StartServiceResponse(m):
    if not isinstance(m, StartServiceResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.service
    if x is not None:
        b = write_Service(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_StartServiceResponse(d, p, e, b, more=None):
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
                        raise wrong_type("talos.supervisor.v1.StartServiceResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.StartServiceResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Service(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.StartServiceResponse", p, error) from None
    m = new(StartServiceResponse)
    m.__dict__ = {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_StopServiceRequest(m):
    if not isinstance(m, StopServiceRequest):
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


def read_StopServiceRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.supervisor.v1.StopServiceRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.StopServiceRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.StopServiceRequest", p, error) from None
    m = new(StopServiceRequest)
    m.__dict__ = {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_StopServiceResponse(m):
    if not isinstance(m, StopServiceResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.service
    if x is not None:
        b = write_Service(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_StopServiceResponse(d, p, e, b, more=None):
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
                        raise wrong_type("talos.supervisor.v1.StopServiceResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.StopServiceResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Service(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.StopServiceResponse", p, error) from None
    m = new(StopServiceResponse)
    m.__dict__ = {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_StreamLogsRequest(m):
    if not isinstance(m, StreamLogsRequest):
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
    x = m.follow
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m.tail_lines
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_StreamLogsRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = False
    x3 = 0
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
                if t == s:
                    if tag >> 3 in {1, 2, 3}:
                        raise wrong_type("talos.supervisor.v1.StreamLogsRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.StreamLogsRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.StreamLogsRequest", p, error) from None
    m = new(StreamLogsRequest)
    m.__dict__ = {
        "id": x1,
        "follow": x2,
        "tail_lines": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_StreamLogsResponse(m):
    if not isinstance(m, StreamLogsResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.lines
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_StreamLogsResponse(d, p, e, b, more=None):
    x1 = b""
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
                    x1 = d[p:q]
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
                        raise wrong_type("talos.supervisor.v1.StreamLogsResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.supervisor.v1.StreamLogsResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.supervisor.v1.StreamLogsResponse", p, error) from None
    m = new(StreamLogsResponse)
    m.__dict__ = {
        "lines": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    ListLogsRequest: (encoder(write_ListLogsRequest), decoder(read_ListLogsRequest)),
    ListLogsResponse: (encoder(write_ListLogsResponse), decoder(read_ListLogsResponse)),
    ListServicesRequest: (encoder(write_ListServicesRequest), decoder(read_ListServicesRequest)),
    ListServicesResponse: (encoder(write_ListServicesResponse), decoder(read_ListServicesResponse)),
    RestartServiceRequest: (encoder(write_RestartServiceRequest), decoder(read_RestartServiceRequest)),
    RestartServiceResponse: (encoder(write_RestartServiceResponse), decoder(read_RestartServiceResponse)),
    Service: (encoder(write_Service), decoder(read_Service)),
    ServiceEvent: (encoder(write_ServiceEvent), decoder(read_ServiceEvent)),
    ServiceHealth: (encoder(write_ServiceHealth), decoder(read_ServiceHealth)),
    StartServiceRequest: (encoder(write_StartServiceRequest), decoder(read_StartServiceRequest)),
    StartServiceResponse: (encoder(write_StartServiceResponse), decoder(read_StartServiceResponse)),
    StopServiceRequest: (encoder(write_StopServiceRequest), decoder(read_StopServiceRequest)),
    StopServiceResponse: (encoder(write_StopServiceResponse), decoder(read_StopServiceResponse)),
    StreamLogsRequest: (encoder(write_StreamLogsRequest), decoder(read_StreamLogsRequest)),
    StreamLogsResponse: (encoder(write_StreamLogsResponse), decoder(read_StreamLogsResponse)),
}
