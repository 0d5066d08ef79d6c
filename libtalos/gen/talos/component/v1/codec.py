"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import DescribeRequest
from . import DescribeResponse
from . import Event
from . import GetMetricsRequest
from . import GetMetricsResponse
from . import Metric
from . import ServedContract
from . import UsedContract
from . import WatchEventsRequest
from . import WatchEventsResponse
from ....google.protobuf import codec as codec_google_protobuf

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]


def write_DescribeRequest(m):
    if not isinstance(m, DescribeRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_DescribeRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.component.v1.DescribeRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.DescribeRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.DescribeRequest", p, error) from None
    m = new(DescribeRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_DescribeResponse(m):
    if not isinstance(m, DescribeResponse):
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
    x = m.version
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.serves
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServedContract(y)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.uses
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_UsedContract(y)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.started_at
    if x is not None:
        b = codec_google_protobuf.write_Timestamp_value(x)
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.uptime
    if x is not None:
        b = codec_google_protobuf.write_Duration_value(x)
        n = len(b)
        a(b'2' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.pid
    if x:
        a(b'8' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_DescribeResponse(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = []
    x4 = []
    x5 = None
    x6 = None
    x7 = 0
    q5 = q6 = -1
    m5 = m6 = None
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
                while tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_ServedContract(d, p, q, b)
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
                    b()
                    v = read_UsedContract(d, p, q, b)
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
                if tag == 42:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q5 < 0:
                        p5 = p
                        q5 = q
                    else:
                        m5 = later(m5, p, q)
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
                    if q6 < 0:
                        p6 = p
                        q6 = q
                    else:
                        m6 = later(m6, p, q)
                    p = q
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
                        x7, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7}:
                        raise wrong_type("talos.component.v1.DescribeResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.DescribeResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q5 >= 0:
            x5 = codec_google_protobuf.read_Timestamp_value(d, p5, q5, b, m5)
        if q6 >= 0:
            x6 = codec_google_protobuf.read_Duration_value(d, p6, q6, b, m6)
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.DescribeResponse", p, error) from None
    m = new(DescribeResponse)
    m.__dict__ = {
        "name": x1,
        "version": x2,
        "serves": x3,
        "uses": x4,
        "started_at": x5,
        "uptime": x6,
        "pid": x7,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Event(m):
    if not isinstance(m, Event):
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
    x = m.time
    if x is not None:
        b = codec_google_protobuf.write_Timestamp_value(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.component
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
    x = m.data
    if x is not None:
        b = codec_google_protobuf.write_Any(x)
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Event(d, p, e, b, more=None):
    x1 = ""
    x2 = None
    x3 = ""
    x4 = ""
    x5 = None
    q2 = q5 = -1
    m2 = m5 = None
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
                if tag == 42:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q5 < 0:
                        p5 = p
                        q5 = q
                    else:
                        m5 = later(m5, p, q)
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
                        raise wrong_type("talos.component.v1.Event", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.Event", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q2 >= 0:
            x2 = codec_google_protobuf.read_Timestamp_value(d, p2, q2, b, m2)
        if q5 >= 0:
            x5 = codec_google_protobuf.read_Any(d, p5, q5, b, m5)
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.Event", p, error) from None
    m = new(Event)
    m.__dict__ = {
        "id": x1,
        "time": x2,
        "component": x3,
        "actor_id": x4,
        "data": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_GetMetricsRequest(m):
    if not isinstance(m, GetMetricsRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_GetMetricsRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.component.v1.GetMetricsRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.GetMetricsRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.GetMetricsRequest", p, error) from None
    m = new(GetMetricsRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_GetMetricsResponse(m):
    if not isinstance(m, GetMetricsResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.metrics
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Metric(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_GetMetricsResponse(d, p, e, b, more=None):
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
                    v = read_Metric(d, p, q, b)
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
                        raise wrong_type("talos.component.v1.GetMetricsResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.GetMetricsResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.GetMetricsResponse", p, error) from None
    m = new(GetMetricsResponse)
    m.__dict__ = {
        "metrics": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Metric(m):
    if not isinstance(m, Metric):
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
    x = m.labels
    if x.__class__ is not dict:
        x = mapping(x)
    for k, w in x.items():
        b = write_MetricLabelsEntry(k, w)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.value
    b = pack_double(x)
    if b != b'\x00\x00\x00\x00\x00\x00\x00\x00':
        a(b'\x19' + b)
    x = m.unit
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


def read_Metric(d, p, e, b, more=None):
    x1 = ""
    x2 = {}
    x3 = 0.0
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
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    if not read_MetricLabelsEntry(x2, d, p, q, b):
                        unknown = keep(unknown, t, q)
                    p = q
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if tag == 25:
                    x3 = unpack_double(d, p)[0]
                    p += 8
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
                        raise wrong_type("talos.component.v1.Metric", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.Metric", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.Metric", p, error) from None
    m = new(Metric)
    m.__dict__ = {
        "name": x1,
        "labels": x2,
        "value": x3,
        "unit": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MetricLabelsEntry(key, value):
    out = []
    a = out.append
    b = key.encode()
    n = len(b)
    a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
    a(b)
    b = value.encode()
    n = len(b)
    a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
    a(b)
    return b"".join(out)


def read_MetricLabelsEntry(into, d, p, e, b, more=None):
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
                        raise wrong_type("talos.component.v1.Metric.LabelsEntry", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.Metric.LabelsEntry", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.Metric.LabelsEntry", p, error) from None
    if unknown is not None:
        return False
    into[x1] = x2
    return True


def write_ServedContract(m):
    if not isinstance(m, ServedContract):
        wrong(m)
    out = []
    a = out.append
    x = m.package
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.digest
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


def read_ServedContract(d, p, e, b, more=None):
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
                        raise wrong_type("talos.component.v1.ServedContract", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.ServedContract", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.ServedContract", p, error) from None
    m = new(ServedContract)
    m.__dict__ = {
        "package": x1,
        "digest": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_UsedContract(m):
    if not isinstance(m, UsedContract):
        wrong(m)
    out = []
    a = out.append
    x = m.component
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.package
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


def read_UsedContract(d, p, e, b, more=None):
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
                        raise wrong_type("talos.component.v1.UsedContract", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.UsedContract", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.UsedContract", p, error) from None
    m = new(UsedContract)
    m.__dict__ = {
        "component": x1,
        "package": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_WatchEventsRequest(m):
    if not isinstance(m, WatchEventsRequest):
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
    x = m.tail_since
    if x is not None:
        b = codec_google_protobuf.write_Duration_value(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.with_actor_id
    if x:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.follow
    if x is True:
        a(b'(\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_WatchEventsRequest(d, p, e, b, more=None):
    x1 = 0
    x2 = ""
    x3 = None
    x4 = ""
    x5 = False
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
                        raise wrong_type("talos.component.v1.WatchEventsRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.WatchEventsRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q3 >= 0:
            x3 = codec_google_protobuf.read_Duration_value(d, p3, q3, b, m3)
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.WatchEventsRequest", p, error) from None
    m = new(WatchEventsRequest)
    m.__dict__ = {
        "tail_events": x1,
        "tail_id": x2,
        "tail_since": x3,
        "with_actor_id": x4,
        "follow": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_WatchEventsResponse(m):
    if not isinstance(m, WatchEventsResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.event
    if x is not None:
        b = write_Event(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_WatchEventsResponse(d, p, e, b, more=None):
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
                        raise wrong_type("talos.component.v1.WatchEventsResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.component.v1.WatchEventsResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Event(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("talos.component.v1.WatchEventsResponse", p, error) from None
    m = new(WatchEventsResponse)
    m.__dict__ = {
        "event": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    DescribeRequest: (encoder(write_DescribeRequest), decoder(read_DescribeRequest)),
    DescribeResponse: (encoder(write_DescribeResponse), decoder(read_DescribeResponse)),
    Event: (encoder(write_Event), decoder(read_Event)),
    GetMetricsRequest: (encoder(write_GetMetricsRequest), decoder(read_GetMetricsRequest)),
    GetMetricsResponse: (encoder(write_GetMetricsResponse), decoder(read_GetMetricsResponse)),
    Metric: (encoder(write_Metric), decoder(read_Metric)),
    ServedContract: (encoder(write_ServedContract), decoder(read_ServedContract)),
    UsedContract: (encoder(write_UsedContract), decoder(read_UsedContract)),
    WatchEventsRequest: (encoder(write_WatchEventsRequest), decoder(read_WatchEventsRequest)),
    WatchEventsResponse: (encoder(write_WatchEventsResponse), decoder(read_WatchEventsResponse)),
}
