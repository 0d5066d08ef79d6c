"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import ApplyRequest
from . import ApplyResponse
from . import Operation
from . import PlanRequest
from . import PlanResponse

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]


def write_ApplyRequest(m):
    if not isinstance(m, ApplyRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ApplyRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.network.v1.ApplyRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.network.v1.ApplyRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.network.v1.ApplyRequest", p, error) from None
    m = new(ApplyRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ApplyResponse(m):
    if not isinstance(m, ApplyResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.operations
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Operation(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ApplyResponse(d, p, e, b, more=None):
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
                    v = read_Operation(d, p, q, b)
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
                        raise wrong_type("talos.network.v1.ApplyResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.network.v1.ApplyResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.network.v1.ApplyResponse", p, error) from None
    m = new(ApplyResponse)
    m.__dict__ = {
        "operations": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Operation(m):
    if not isinstance(m, Operation):
        wrong(m)
    out = []
    a = out.append
    x = m.description
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
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Operation(d, p, e, b, more=None):
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
                        raise wrong_type("talos.network.v1.Operation", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.network.v1.Operation", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.network.v1.Operation", p, error) from None
    m = new(Operation)
    m.__dict__ = {
        "description": x1,
        "error": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_PlanRequest(m):
    if not isinstance(m, PlanRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_PlanRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.network.v1.PlanRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.network.v1.PlanRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.network.v1.PlanRequest", p, error) from None
    m = new(PlanRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_PlanResponse(m):
    if not isinstance(m, PlanResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.operations
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Operation(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_PlanResponse(d, p, e, b, more=None):
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
                    v = read_Operation(d, p, q, b)
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
                        raise wrong_type("talos.network.v1.PlanResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.network.v1.PlanResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.network.v1.PlanResponse", p, error) from None
    m = new(PlanResponse)
    m.__dict__ = {
        "operations": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    ApplyRequest: (encoder(write_ApplyRequest), decoder(read_ApplyRequest)),
    ApplyResponse: (encoder(write_ApplyResponse), decoder(read_ApplyResponse)),
    Operation: (encoder(write_Operation), decoder(read_Operation)),
    PlanRequest: (encoder(write_PlanRequest), decoder(read_PlanRequest)),
    PlanResponse: (encoder(write_PlanResponse), decoder(read_PlanResponse)),
}
