"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import Data
from . import Error
from . import Metadata
from ..google.protobuf import codec as codec_google_protobuf
from ..google.rpc import codec as codec_google_rpc
from . import Code as enum_Code

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]
get_Code = {int(member): member for member in enum_Code}.get
zero_Code = enum_Code(0)


def write_Data(m):
    if not isinstance(m, Data):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.bytes
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


def read_Data(d, p, e, b, more=None):
    x1 = None
    x2 = b""
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
                        raise wrong_type("common.Data", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("common.Data", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("common.Data", p, error) from None
    m = new(Data)
    m.__dict__ = {
        "metadata": x1,
        "bytes": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Error(m):
    if not isinstance(m, Error):
        wrong(m)
    out = []
    a = out.append
    x = m.code
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.message
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.details
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = codec_google_protobuf.write_Any(y)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Error(d, p, e, b, more=None):
    x1 = zero_Code
    x2 = ""
    x3 = []
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
                    x1 = get_Code(n)
                    if x1 is None:
                        x1 = enum_Code(n)
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
                    v = codec_google_protobuf.read_Any(d, p, q, b)
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
                        raise wrong_type("common.Error", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("common.Error", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("common.Error", p, error) from None
    m = new(Error)
    m.__dict__ = {
        "code": x1,
        "message": x2,
        "details": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Metadata(m):
    if not isinstance(m, Metadata):
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
    x = m.error
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.status
    if x is not None:
        b = codec_google_rpc.write_Status(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Metadata(d, p, e, b, more=None):
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
                        raise wrong_type("common.Metadata", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("common.Metadata", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q3 >= 0:
            x3 = codec_google_rpc.read_Status(d, p3, q3, b, m3)
    except DECODE_FAULTS as error:
        raise refused("common.Metadata", p, error) from None
    m = new(Metadata)
    m.__dict__ = {
        "hostname": x1,
        "error": x2,
        "status": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    Data: (encoder(write_Data), decoder(read_Data)),
    Error: (encoder(write_Error), decoder(read_Error)),
    Metadata: (encoder(write_Metadata), decoder(read_Metadata)),
}
