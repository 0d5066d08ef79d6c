"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import KeyValue
from . import Member
from . import MemberListRequest
from . import MemberListResponse
from . import RangeRequest
from . import RangeResponse
from . import ResponseHeader
from . import SnapshotRequest
from . import SnapshotResponse
from . import StatusRequest
from . import StatusResponse

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]


def write_KeyValue(m):
    if not isinstance(m, KeyValue):
        wrong(m)
    out = []
    a = out.append
    x = m.key
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m.create_revision
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.mod_revision
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.version
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.value
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m.lease
    if x:
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_KeyValue(d, p, e, b, more=None):
    x1 = b""
    x2 = 0
    x3 = 0
    x4 = 0
    x5 = b""
    x6 = 0
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
                if tag == 16:
                    x2 = d[p]
                    p += 1
                    if x2 > 127:
                        x2, p = read_int64(d, p - 1)
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
                        x4, p = read_int64(d, p - 1)
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
                    x5 = d[p:q]
                    p = q
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
                        x6, p = read_int64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6}:
                        raise wrong_type("etcdserverpb.KeyValue", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.KeyValue", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.KeyValue", p, error) from None
    m = new(KeyValue)
    m.__dict__ = {
        "key": x1,
        "create_revision": x2,
        "mod_revision": x3,
        "version": x4,
        "value": x5,
        "lease": x6,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Member(m):
    if not isinstance(m, Member):
        wrong(m)
    out = []
    a = out.append
    x = m.id
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
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
    x = m.peer_ur_ls
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.client_ur_ls
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.is_learner
    if x is True:
        a(b'(\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Member(d, p, e, b, more=None):
    x1 = 0
    x2 = ""
    x3 = []
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
                    v = d[p:q].decode()
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
                        raise wrong_type("etcdserverpb.Member", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.Member", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.Member", p, error) from None
    m = new(Member)
    m.__dict__ = {
        "id": x1,
        "name": x2,
        "peer_ur_ls": x3,
        "client_ur_ls": x4,
        "is_learner": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MemberListRequest(m):
    if not isinstance(m, MemberListRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.linearizable
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MemberListRequest(d, p, e, b, more=None):
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
                        raise wrong_type("etcdserverpb.MemberListRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.MemberListRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.MemberListRequest", p, error) from None
    m = new(MemberListRequest)
    m.__dict__ = {
        "linearizable": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MemberListResponse(m):
    if not isinstance(m, MemberListResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.header
    if x is not None:
        b = write_ResponseHeader(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.members
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Member(y)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_MemberListResponse(d, p, e, b, more=None):
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
                    v = read_Member(d, p, q, b)
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
                        raise wrong_type("etcdserverpb.MemberListResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.MemberListResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_ResponseHeader(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.MemberListResponse", p, error) from None
    m = new(MemberListResponse)
    m.__dict__ = {
        "header": x1,
        "members": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_RangeRequest(m):
    if not isinstance(m, RangeRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.key
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m.range_end
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m.limit
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.revision
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.serializable
    if x is True:
        a(b'8\x01')
    elif x is not False:
        wrong(x)
    x = m.keys_only
    if x is True:
        a(b'@\x01')
    elif x is not False:
        wrong(x)
    x = m.count_only
    if x is True:
        a(b'H\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_RangeRequest(d, p, e, b, more=None):
    x1 = b""
    x2 = b""
    x3 = 0
    x4 = 0
    x7 = False
    x8 = False
    x9 = False
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
                        x4, p = read_int64(d, p - 1)
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
                if tag == 72:
                    x9 = d[p]
                    p += 1
                    if x9 > 127:
                        x9, p = read_bool(d, p - 1)
                    x9 = x9 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 7, 8, 9}:
                        raise wrong_type("etcdserverpb.RangeRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.RangeRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.RangeRequest", p, error) from None
    m = new(RangeRequest)
    m.__dict__ = {
        "key": x1,
        "range_end": x2,
        "limit": x3,
        "revision": x4,
        "serializable": x7,
        "keys_only": x8,
        "count_only": x9,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_RangeResponse(m):
    if not isinstance(m, RangeResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.header
    if x is not None:
        b = write_ResponseHeader(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.kvs
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_KeyValue(y)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.more
    if x is True:
        a(b'\x18\x01')
    elif x is not False:
        wrong(x)
    x = m.count
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_RangeResponse(d, p, e, b, more=None):
    x1 = None
    x2 = []
    x3 = False
    x4 = 0
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
                    v = read_KeyValue(d, p, q, b)
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
                if tag == 32:
                    x4 = d[p]
                    p += 1
                    if x4 > 127:
                        x4, p = read_int64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("etcdserverpb.RangeResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.RangeResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_ResponseHeader(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.RangeResponse", p, error) from None
    m = new(RangeResponse)
    m.__dict__ = {
        "header": x1,
        "kvs": x2,
        "more": x3,
        "count": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ResponseHeader(m):
    if not isinstance(m, ResponseHeader):
        wrong(m)
    out = []
    a = out.append
    x = m.cluster_id
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.member_id
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.revision
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.raft_term
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ResponseHeader(d, p, e, b, more=None):
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
                        x4, p = read_uint64(d, p - 1)
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("etcdserverpb.ResponseHeader", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.ResponseHeader", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.ResponseHeader", p, error) from None
    m = new(ResponseHeader)
    m.__dict__ = {
        "cluster_id": x1,
        "member_id": x2,
        "revision": x3,
        "raft_term": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_SnapshotRequest(m):
    if not isinstance(m, SnapshotRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_SnapshotRequest(d, p, e, b, more=None):
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
                        raise wrong_type("etcdserverpb.SnapshotRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.SnapshotRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.SnapshotRequest", p, error) from None
    m = new(SnapshotRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_SnapshotResponse(m):
    if not isinstance(m, SnapshotResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.header
    if x is not None:
        b = write_ResponseHeader(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.remaining_bytes
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.blob
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_SnapshotResponse(d, p, e, b, more=None):
    x1 = None
    x2 = 0
    x3 = b""
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
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x3 = d[p:q]
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
                        raise wrong_type("etcdserverpb.SnapshotResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.SnapshotResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_ResponseHeader(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.SnapshotResponse", p, error) from None
    m = new(SnapshotResponse)
    m.__dict__ = {
        "header": x1,
        "remaining_bytes": x2,
        "blob": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_StatusRequest(m):
    if not isinstance(m, StatusRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_StatusRequest(d, p, e, b, more=None):
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
                        raise wrong_type("etcdserverpb.StatusRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.StatusRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.StatusRequest", p, error) from None
    m = new(StatusRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_StatusResponse(m):
    if not isinstance(m, StatusResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.header
    if x is not None:
        b = write_ResponseHeader(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.version
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.db_size
    if x:
        a(b'\x18' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.leader
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.raft_index
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.raft_term
    if x:
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.raft_applied_index
    if x:
        a(b'8' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.errors
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'B' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.db_size_in_use
    if x:
        a(b'H' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.is_learner
    if x is True:
        a(b'P\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_StatusResponse(d, p, e, b, more=None):
    x1 = None
    x2 = ""
    x3 = 0
    x4 = 0
    x5 = 0
    x6 = 0
    x7 = 0
    x8 = []
    x9 = 0
    x10 = False
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
                if tag == 72:
                    x9 = d[p]
                    p += 1
                    if x9 > 127:
                        x9, p = read_int64(d, p - 1)
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
                        x10, p = read_bool(d, p - 1)
                    x10 = x10 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}:
                        raise wrong_type("etcdserverpb.StatusResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("etcdserverpb.StatusResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_ResponseHeader(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("etcdserverpb.StatusResponse", p, error) from None
    m = new(StatusResponse)
    m.__dict__ = {
        "header": x1,
        "version": x2,
        "db_size": x3,
        "leader": x4,
        "raft_index": x5,
        "raft_term": x6,
        "raft_applied_index": x7,
        "errors": x8,
        "db_size_in_use": x9,
        "is_learner": x10,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    KeyValue: (encoder(write_KeyValue), decoder(read_KeyValue)),
    Member: (encoder(write_Member), decoder(read_Member)),
    MemberListRequest: (encoder(write_MemberListRequest), decoder(read_MemberListRequest)),
    MemberListResponse: (encoder(write_MemberListResponse), decoder(read_MemberListResponse)),
    RangeRequest: (encoder(write_RangeRequest), decoder(read_RangeRequest)),
    RangeResponse: (encoder(write_RangeResponse), decoder(read_RangeResponse)),
    ResponseHeader: (encoder(write_ResponseHeader), decoder(read_ResponseHeader)),
    SnapshotRequest: (encoder(write_SnapshotRequest), decoder(read_SnapshotRequest)),
    SnapshotResponse: (encoder(write_SnapshotResponse), decoder(read_SnapshotResponse)),
    StatusRequest: (encoder(write_StatusRequest), decoder(read_StatusRequest)),
    StatusResponse: (encoder(write_StatusResponse), decoder(read_StatusResponse)),
}
