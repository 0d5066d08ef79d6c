"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import Any
from . import Duration
from . import Empty
from . import Timestamp

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]


def write_Any(m):
    if not isinstance(m, Any):
        wrong(m)
    out = []
    a = out.append
    x = m.type_url
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
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


def read_Any(d, p, e, b, more=None):
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
                        raise wrong_type("google.protobuf.Any", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("google.protobuf.Any", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("google.protobuf.Any", p, error) from None
    m = new(Any)
    m.__dict__ = {
        "type_url": x1,
        "value": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Duration(m):
    if not isinstance(m, Duration):
        wrong(m)
    out = []
    a = out.append
    x = m.seconds
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.nanos
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Duration(d, p, e, b, more=None):
    x1 = 0
    x2 = 0
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
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("google.protobuf.Duration", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("google.protobuf.Duration", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("google.protobuf.Duration", p, error) from None
    m = new(Duration)
    m.__dict__ = {
        "seconds": x1,
        "nanos": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Duration_value(x):
    seconds, nanos = from_timedelta(x)
    out = []
    a = out.append
    if seconds:
        a(b'\x08' + (SMALL[seconds] if 0 <= seconds < 2048 else put_int64(seconds)))
    elif seconds != 0:
        wrong(seconds)
    if nanos:
        a(b'\x10' + (SMALL[nanos] if 0 <= nanos < 2048 else put_int32(nanos)))
    elif nanos != 0:
        wrong(nanos)
    return b"".join(out)


def read_Duration_value(d, p, e, b, more=None):
    x1 = 0
    x2 = 0
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
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("google.protobuf.Duration", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("google.protobuf.Duration", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("google.protobuf.Duration", p, error) from None
    try:
        return to_timedelta(x1, x2)
    except ValueError as error:
        raise invalid("google.protobuf.Duration", e, error) from None


def write_Empty(m):
    if not isinstance(m, Empty):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Empty(d, p, e, b, more=None):
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
                        raise wrong_type("google.protobuf.Empty", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("google.protobuf.Empty", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("google.protobuf.Empty", p, error) from None
    m = new(Empty)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Timestamp(m):
    if not isinstance(m, Timestamp):
        wrong(m)
    out = []
    a = out.append
    x = m.seconds
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.nanos
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Timestamp(d, p, e, b, more=None):
    x1 = 0
    x2 = 0
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
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("google.protobuf.Timestamp", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("google.protobuf.Timestamp", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("google.protobuf.Timestamp", p, error) from None
    m = new(Timestamp)
    m.__dict__ = {
        "seconds": x1,
        "nanos": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Timestamp_value(x):
    seconds, nanos = from_datetime(x)
    out = []
    a = out.append
    if seconds:
        a(b'\x08' + (SMALL[seconds] if 0 <= seconds < 2048 else put_int64(seconds)))
    elif seconds != 0:
        wrong(seconds)
    if nanos:
        a(b'\x10' + (SMALL[nanos] if 0 <= nanos < 2048 else put_int32(nanos)))
    elif nanos != 0:
        wrong(nanos)
    return b"".join(out)


def read_Timestamp_value(d, p, e, b, more=None):
    x1 = 0
    x2 = 0
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
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_int32(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2}:
                        raise wrong_type("google.protobuf.Timestamp", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("google.protobuf.Timestamp", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("google.protobuf.Timestamp", p, error) from None
    try:
        return to_datetime(x1, x2)
    except ValueError as error:
        raise invalid("google.protobuf.Timestamp", e, error) from None


CODECS = {
    Any: (encoder(write_Any), decoder(read_Any)),
    Duration: (encoder(write_Duration), decoder(read_Duration)),
    Empty: (encoder(write_Empty), decoder(read_Empty)),
    Timestamp: (encoder(write_Timestamp), decoder(read_Timestamp)),
}
