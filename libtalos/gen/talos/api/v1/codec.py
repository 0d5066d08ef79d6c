"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import Backend
from . import ListBackendsRequest
from . import ListBackendsResponse
from ....google.protobuf import codec as codec_google_protobuf

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]


def write_Backend(m):
    if not isinstance(m, Backend):
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
    x = m.serving
    if x is True:
        a(b'\x10\x01')
    elif x is not False:
        wrong(x)
    x = m.version
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.uptime
    if x is not None:
        b = codec_google_protobuf.write_Duration_value(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.error
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


def read_Backend(d, p, e, b, more=None):
    x1 = ""
    x2 = False
    x3 = ""
    x4 = None
    x5 = ""
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
                        raise wrong_type("talos.api.v1.Backend", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.api.v1.Backend", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = codec_google_protobuf.read_Duration_value(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("talos.api.v1.Backend", p, error) from None
    m = new(Backend)
    m.__dict__ = {
        "component": x1,
        "serving": x2,
        "version": x3,
        "uptime": x4,
        "error": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListBackendsRequest(m):
    if not isinstance(m, ListBackendsRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListBackendsRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.api.v1.ListBackendsRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.api.v1.ListBackendsRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.api.v1.ListBackendsRequest", p, error) from None
    m = new(ListBackendsRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListBackendsResponse(m):
    if not isinstance(m, ListBackendsResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.backends
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Backend(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListBackendsResponse(d, p, e, b, more=None):
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
                    v = read_Backend(d, p, q, b)
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
                        raise wrong_type("talos.api.v1.ListBackendsResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.api.v1.ListBackendsResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.api.v1.ListBackendsResponse", p, error) from None
    m = new(ListBackendsResponse)
    m.__dict__ = {
        "backends": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    Backend: (encoder(write_Backend), decoder(read_Backend)),
    ListBackendsRequest: (encoder(write_ListBackendsRequest), decoder(read_ListBackendsRequest)),
    ListBackendsResponse: (encoder(write_ListBackendsResponse), decoder(read_ListBackendsResponse)),
}
