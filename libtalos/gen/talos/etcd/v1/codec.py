"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import GetStatusRequest
from . import GetStatusResponse
from . import ListMembersRequest
from . import ListMembersResponse
from . import Member
from . import SnapshotRequest
from . import SnapshotResponse

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]


def write_GetStatusRequest(m):
    if not isinstance(m, GetStatusRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_GetStatusRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.etcd.v1.GetStatusRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.etcd.v1.GetStatusRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.etcd.v1.GetStatusRequest", p, error) from None
    m = new(GetStatusRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_GetStatusResponse(m):
    if not isinstance(m, GetStatusResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.member_id
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.leader
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.version
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.db_size
    if x:
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.db_size_in_use
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_int64(x)))
    elif x != 0:
        wrong(x)
    x = m.raft_index
    if x:
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.raft_term
    if x:
        a(b'8' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.raft_applied_index
    if x:
        a(b'@' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
        wrong(x)
    x = m.errors
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'J' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.is_learner
    if x is True:
        a(b'P\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_GetStatusResponse(d, p, e, b, more=None):
    x1 = 0
    x2 = 0
    x3 = ""
    x4 = 0
    x5 = 0
    x6 = 0
    x7 = 0
    x8 = 0
    x9 = []
    x10 = False
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
                while tag == 74:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    v = d[p:q].decode()
                    p = q
                    x9.append(v)
                    if p >= e:
                        t = p
                        tag = -1
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
                        raise wrong_type("talos.etcd.v1.GetStatusResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.etcd.v1.GetStatusResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.etcd.v1.GetStatusResponse", p, error) from None
    m = new(GetStatusResponse)
    m.__dict__ = {
        "member_id": x1,
        "leader": x2,
        "version": x3,
        "db_size": x4,
        "db_size_in_use": x5,
        "raft_index": x6,
        "raft_term": x7,
        "raft_applied_index": x8,
        "errors": x9,
        "is_learner": x10,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListMembersRequest(m):
    if not isinstance(m, ListMembersRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListMembersRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.etcd.v1.ListMembersRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.etcd.v1.ListMembersRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.etcd.v1.ListMembersRequest", p, error) from None
    m = new(ListMembersRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListMembersResponse(m):
    if not isinstance(m, ListMembersResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.members
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Member(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListMembersResponse(d, p, e, b, more=None):
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
                    v = read_Member(d, p, q, b)
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
                        raise wrong_type("talos.etcd.v1.ListMembersResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.etcd.v1.ListMembersResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.etcd.v1.ListMembersResponse", p, error) from None
    m = new(ListMembersResponse)
    m.__dict__ = {
        "members": x1,
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
    x = m.peer_urls
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.client_urls
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
                        raise wrong_type("talos.etcd.v1.Member", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.etcd.v1.Member", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.etcd.v1.Member", p, error) from None
    m = new(Member)
    m.__dict__ = {
        "id": x1,
        "name": x2,
        "peer_urls": x3,
        "client_urls": x4,
        "is_learner": x5,
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
                        raise wrong_type("talos.etcd.v1.SnapshotRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.etcd.v1.SnapshotRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.etcd.v1.SnapshotRequest", p, error) from None
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
    x = m.data
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


def read_SnapshotResponse(d, p, e, b, more=None):
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
                        raise wrong_type("talos.etcd.v1.SnapshotResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.etcd.v1.SnapshotResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.etcd.v1.SnapshotResponse", p, error) from None
    m = new(SnapshotResponse)
    m.__dict__ = {
        "data": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    GetStatusRequest: (encoder(write_GetStatusRequest), decoder(read_GetStatusRequest)),
    GetStatusResponse: (encoder(write_GetStatusResponse), decoder(read_GetStatusResponse)),
    ListMembersRequest: (encoder(write_ListMembersRequest), decoder(read_ListMembersRequest)),
    ListMembersResponse: (encoder(write_ListMembersResponse), decoder(read_ListMembersResponse)),
    Member: (encoder(write_Member), decoder(read_Member)),
    SnapshotRequest: (encoder(write_SnapshotRequest), decoder(read_SnapshotRequest)),
    SnapshotResponse: (encoder(write_SnapshotResponse), decoder(read_SnapshotResponse)),
}
