"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import HealthCheckRequest
from . import HealthCheckResponse
from . import HealthCheckResponseServingStatus as enum_HealthCheckResponseServingStatus

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]
get_HealthCheckResponseServingStatus = {int(member): member for member in enum_HealthCheckResponseServingStatus}.get
zero_HealthCheckResponseServingStatus = enum_HealthCheckResponseServingStatus(0)


def write_HealthCheckRequest(m):
    if not isinstance(m, HealthCheckRequest):
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
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_HealthCheckRequest(d, p, e, b, more=None):
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
                        raise wrong_type("grpc.health.v1.HealthCheckRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.health.v1.HealthCheckRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("grpc.health.v1.HealthCheckRequest", p, error) from None
    m = new(HealthCheckRequest)
    m.__dict__ = {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_HealthCheckResponse(m):
    if not isinstance(m, HealthCheckResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.status
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_HealthCheckResponse(d, p, e, b, more=None):
    x1 = zero_HealthCheckResponseServingStatus
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
                    x1 = get_HealthCheckResponseServingStatus(n)
                    if x1 is None:
                        x1 = enum_HealthCheckResponseServingStatus(n)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1}:
                        raise wrong_type("grpc.health.v1.HealthCheckResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.health.v1.HealthCheckResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("grpc.health.v1.HealthCheckResponse", p, error) from None
    m = new(HealthCheckResponse)
    m.__dict__ = {
        "status": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    HealthCheckRequest: (encoder(write_HealthCheckRequest), decoder(read_HealthCheckRequest)),
    HealthCheckResponse: (encoder(write_HealthCheckResponse), decoder(read_HealthCheckResponse)),
}
