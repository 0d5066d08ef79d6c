"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import CreateOptions
from . import CreateRequest
from . import CreateResponse
from . import DestroyOptions
from . import DestroyRequest
from . import DestroyResponse
from . import Event
from . import GetOptions
from . import GetRequest
from . import GetResponse
from . import IdQuery
from . import LabelQuery
from . import LabelTerm
from . import ListOptions
from . import ListRequest
from . import ListResponse
from . import Metadata
from . import Resource
from . import Spec
from . import TeardownAndDestroyOptions
from . import TeardownAndDestroyRequest
from . import TeardownAndDestroyResponse
from . import TeardownOptions
from . import TeardownRequest
from . import TeardownResponse
from . import UpdateOptions
from . import UpdateRequest
from . import UpdateResponse
from . import WatchOptions
from . import WatchRequest
from . import WatchResponse
from ...google.protobuf import codec as codec_google_protobuf
from . import EventType as enum_EventType
from . import LabelTermOperation as enum_LabelTermOperation

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]
get_EventType = {int(member): member for member in enum_EventType}.get
zero_EventType = enum_EventType(0)
get_LabelTermOperation = {int(member): member for member in enum_LabelTermOperation}.get
zero_LabelTermOperation = enum_LabelTermOperation(0)


def write_CreateOptions(m):
    if not isinstance(m, CreateOptions):
        wrong(m)
    out = []
    a = out.append
    x = m.owner
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


def read_CreateOptions(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.CreateOptions", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.CreateOptions", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.CreateOptions", p, error) from None
    m = new(CreateOptions)
    m.__dict__ = {
        "owner": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_CreateRequest(m):
    if not isinstance(m, CreateRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.resource
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.options
    if x is not None:
        b = write_CreateOptions(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_CreateRequest(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.CreateRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.CreateRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Resource(d, p1, q1, b, m1)
        if q2 >= 0:
            x2 = read_CreateOptions(d, p2, q2, b, m2)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.CreateRequest", p, error) from None
    m = new(CreateRequest)
    m.__dict__ = {
        "resource": x1,
        "options": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_CreateResponse(m):
    if not isinstance(m, CreateResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.resource
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_CreateResponse(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.CreateResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.CreateResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Resource(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.CreateResponse", p, error) from None
    m = new(CreateResponse)
    m.__dict__ = {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_DestroyOptions(m):
    if not isinstance(m, DestroyOptions):
        wrong(m)
    out = []
    a = out.append
    x = m.owner
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


def read_DestroyOptions(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.DestroyOptions", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.DestroyOptions", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.DestroyOptions", p, error) from None
    m = new(DestroyOptions)
    m.__dict__ = {
        "owner": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_DestroyRequest(m):
    if not isinstance(m, DestroyRequest):
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
    x = m.type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        b = write_DestroyOptions(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_DestroyRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
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
                        raise wrong_type("cosi.resource.DestroyRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.DestroyRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = read_DestroyOptions(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.DestroyRequest", p, error) from None
    m = new(DestroyRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_DestroyResponse(m):
    if not isinstance(m, DestroyResponse):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_DestroyResponse(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.DestroyResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.DestroyResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.DestroyResponse", p, error) from None
    m = new(DestroyResponse)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Event(m):
    if not isinstance(m, Event):
        wrong(m)
    out = []
    a = out.append
    x = m.resource
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.event_type
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.old
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.error
    if x is not None:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.bookmark
    if x is not None:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Event(d, p, e, b, more=None):
    x1 = None
    x2 = zero_EventType
    x3 = None
    x4 = None
    x5 = None
    q1 = q3 = -1
    m1 = m3 = None
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
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x2 = get_EventType(n)
                    if x2 is None:
                        x2 = enum_EventType(n)
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
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5}:
                        raise wrong_type("cosi.resource.Event", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.Event", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Resource(d, p1, q1, b, m1)
        if q3 >= 0:
            x3 = read_Resource(d, p3, q3, b, m3)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.Event", p, error) from None
    m = new(Event)
    m.__dict__ = {
        "resource": x1,
        "event_type": x2,
        "old": x3,
        "error": x4,
        "bookmark": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_GetOptions(m):
    if not isinstance(m, GetOptions):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_GetOptions(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.GetOptions", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.GetOptions", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.GetOptions", p, error) from None
    m = new(GetOptions)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_GetRequest(m):
    if not isinstance(m, GetRequest):
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
    x = m.type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        b = write_GetOptions(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_GetRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
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
                        raise wrong_type("cosi.resource.GetRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.GetRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = read_GetOptions(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.GetRequest", p, error) from None
    m = new(GetRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_GetResponse(m):
    if not isinstance(m, GetResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.resource
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_GetResponse(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.GetResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.GetResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Resource(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.GetResponse", p, error) from None
    m = new(GetResponse)
    m.__dict__ = {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_IdQuery(m):
    if not isinstance(m, IdQuery):
        wrong(m)
    out = []
    a = out.append
    x = m.regexp
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


def read_IdQuery(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.IDQuery", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.IDQuery", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.IDQuery", p, error) from None
    m = new(IdQuery)
    m.__dict__ = {
        "regexp": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_LabelQuery(m):
    if not isinstance(m, LabelQuery):
        wrong(m)
    out = []
    a = out.append
    x = m.terms
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_LabelTerm(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_LabelQuery(d, p, e, b, more=None):
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
                    v = read_LabelTerm(d, p, q, b)
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
                        raise wrong_type("cosi.resource.LabelQuery", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.LabelQuery", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.LabelQuery", p, error) from None
    m = new(LabelQuery)
    m.__dict__ = {
        "terms": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_LabelTerm(m):
    if not isinstance(m, LabelTerm):
        wrong(m)
    out = []
    a = out.append
    x = m.key
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.op
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.value
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.invert
    if x is True:
        a(b' \x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_LabelTerm(d, p, e, b, more=None):
    x1 = ""
    x2 = zero_LabelTermOperation
    x3 = []
    x4 = False
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
                    x2 = get_LabelTermOperation(n)
                    if x2 is None:
                        x2 = enum_LabelTermOperation(n)
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
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("cosi.resource.LabelTerm", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.LabelTerm", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.LabelTerm", p, error) from None
    m = new(LabelTerm)
    m.__dict__ = {
        "key": x1,
        "op": x2,
        "value": x3,
        "invert": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListOptions(m):
    if not isinstance(m, ListOptions):
        wrong(m)
    out = []
    a = out.append
    x = m.label_query
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_LabelQuery(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.id_query
    if x is not None:
        b = write_IdQuery(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListOptions(d, p, e, b, more=None):
    x1 = []
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
                while tag == 10:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_LabelQuery(d, p, q, b)
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
                        raise wrong_type("cosi.resource.ListOptions", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.ListOptions", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q2 >= 0:
            x2 = read_IdQuery(d, p2, q2, b, m2)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.ListOptions", p, error) from None
    m = new(ListOptions)
    m.__dict__ = {
        "label_query": x1,
        "id_query": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListRequest(m):
    if not isinstance(m, ListRequest):
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
    x = m.type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        b = write_ListOptions(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListRequest(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.ListRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.ListRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q3 >= 0:
            x3 = read_ListOptions(d, p3, q3, b, m3)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.ListRequest", p, error) from None
    m = new(ListRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "options": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListResponse(m):
    if not isinstance(m, ListResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.resource
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListResponse(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.ListResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.ListResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Resource(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.ListResponse", p, error) from None
    m = new(ListResponse)
    m.__dict__ = {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Metadata(m):
    if not isinstance(m, Metadata):
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
    x = m.type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.version
    if x:
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.owner
    if x:
        b = x.encode()
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.phase
    if x:
        b = x.encode()
        n = len(b)
        a(b'2' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.created
    if x is not None:
        b = codec_google_protobuf.write_Timestamp_value(x)
        n = len(b)
        a(b':' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.updated
    if x is not None:
        b = codec_google_protobuf.write_Timestamp_value(x)
        n = len(b)
        a(b'B' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.finalizers
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'J' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.labels
    if x.__class__ is not dict:
        x = mapping(x)
    for k, w in x.items():
        b = write_MetadataLabelsEntry(k, w)
        n = len(b)
        a(b'R' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.annotations
    if x.__class__ is not dict:
        x = mapping(x)
    for k, w in x.items():
        b = write_MetadataAnnotationsEntry(k, w)
        n = len(b)
        a(b'Z' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Metadata(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = ""
    x4 = ""
    x5 = ""
    x6 = ""
    x7 = None
    x8 = None
    x9 = []
    x10 = {}
    x11 = {}
    q7 = q8 = -1
    m7 = m8 = None
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
                if tag == 58:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    if q7 < 0:
                        p7 = p
                        q7 = q
                    else:
                        m7 = later(m7, p, q)
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
                    if q8 < 0:
                        p8 = p
                        q8 = q
                    else:
                        m8 = later(m8, p, q)
                    p = q
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
                while tag == 82:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    if not read_MetadataLabelsEntry(x10, d, p, q, b):
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
                while tag == 90:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    if not read_MetadataAnnotationsEntry(x11, d, p, q, b):
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
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}:
                        raise wrong_type("cosi.resource.Metadata", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.Metadata", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q7 >= 0:
            x7 = codec_google_protobuf.read_Timestamp_value(d, p7, q7, b, m7)
        if q8 >= 0:
            x8 = codec_google_protobuf.read_Timestamp_value(d, p8, q8, b, m8)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.Metadata", p, error) from None
    m = new(Metadata)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "version": x4,
        "owner": x5,
        "phase": x6,
        "created": x7,
        "updated": x8,
        "finalizers": x9,
        "labels": x10,
        "annotations": x11,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_MetadataLabelsEntry(key, value):
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


def read_MetadataLabelsEntry(into, d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.Metadata.LabelsEntry", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.Metadata.LabelsEntry", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.Metadata.LabelsEntry", p, error) from None
    if unknown is not None:
        return False
    into[x1] = x2
    return True


def write_MetadataAnnotationsEntry(key, value):
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


def read_MetadataAnnotationsEntry(into, d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.Metadata.AnnotationsEntry", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.Metadata.AnnotationsEntry", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.Metadata.AnnotationsEntry", p, error) from None
    if unknown is not None:
        return False
    into[x1] = x2
    return True


def write_Resource(m):
    if not isinstance(m, Resource):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.spec
    if x is not None:
        b = write_Spec(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_Resource(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.Resource", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.Resource", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Metadata(d, p1, q1, b, m1)
        if q2 >= 0:
            x2 = read_Spec(d, p2, q2, b, m2)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.Resource", p, error) from None
    m = new(Resource)
    m.__dict__ = {
        "metadata": x1,
        "spec": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_Spec(m):
    if not isinstance(m, Spec):
        wrong(m)
    out = []
    a = out.append
    x = m.proto_spec
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m.yaml_spec
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


def read_Spec(d, p, e, b, more=None):
    x1 = b""
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
                        raise wrong_type("cosi.resource.Spec", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.Spec", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.Spec", p, error) from None
    m = new(Spec)
    m.__dict__ = {
        "proto_spec": x1,
        "yaml_spec": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_TeardownAndDestroyOptions(m):
    if not isinstance(m, TeardownAndDestroyOptions):
        wrong(m)
    out = []
    a = out.append
    x = m.owner
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


def read_TeardownAndDestroyOptions(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.TeardownAndDestroyOptions", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.TeardownAndDestroyOptions", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.TeardownAndDestroyOptions", p, error) from None
    m = new(TeardownAndDestroyOptions)
    m.__dict__ = {
        "owner": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_TeardownAndDestroyRequest(m):
    if not isinstance(m, TeardownAndDestroyRequest):
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
    x = m.type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        b = write_TeardownAndDestroyOptions(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_TeardownAndDestroyRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
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
                        raise wrong_type("cosi.resource.TeardownAndDestroyRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.TeardownAndDestroyRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = read_TeardownAndDestroyOptions(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.TeardownAndDestroyRequest", p, error) from None
    m = new(TeardownAndDestroyRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_TeardownAndDestroyResponse(m):
    if not isinstance(m, TeardownAndDestroyResponse):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_TeardownAndDestroyResponse(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.TeardownAndDestroyResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.TeardownAndDestroyResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.TeardownAndDestroyResponse", p, error) from None
    m = new(TeardownAndDestroyResponse)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_TeardownOptions(m):
    if not isinstance(m, TeardownOptions):
        wrong(m)
    out = []
    a = out.append
    x = m.owner
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


def read_TeardownOptions(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.TeardownOptions", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.TeardownOptions", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.TeardownOptions", p, error) from None
    m = new(TeardownOptions)
    m.__dict__ = {
        "owner": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_TeardownRequest(m):
    if not isinstance(m, TeardownRequest):
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
    x = m.type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        b = write_TeardownOptions(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_TeardownRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
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
                        raise wrong_type("cosi.resource.TeardownRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.TeardownRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = read_TeardownOptions(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.TeardownRequest", p, error) from None
    m = new(TeardownRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_TeardownResponse(m):
    if not isinstance(m, TeardownResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.destroy_ready
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_TeardownResponse(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.TeardownResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.TeardownResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.TeardownResponse", p, error) from None
    m = new(TeardownResponse)
    m.__dict__ = {
        "destroy_ready": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_UpdateOptions(m):
    if not isinstance(m, UpdateOptions):
        wrong(m)
    out = []
    a = out.append
    x = m.owner
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.expected_phase
    if x is not None:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_UpdateOptions(d, p, e, b, more=None):
    x1 = ""
    x2 = None
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
                        raise wrong_type("cosi.resource.UpdateOptions", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.UpdateOptions", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.UpdateOptions", p, error) from None
    m = new(UpdateOptions)
    m.__dict__ = {
        "owner": x1,
        "expected_phase": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_UpdateRequest(m):
    if not isinstance(m, UpdateRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.new_resource
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.options
    if x is not None:
        b = write_UpdateOptions(x)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_UpdateRequest(d, p, e, b, more=None):
    x2 = None
    x3 = None
    q2 = q3 = -1
    m2 = m3 = None
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
                if t == s:
                    if tag >> 3 in {2, 3}:
                        raise wrong_type("cosi.resource.UpdateRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.UpdateRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q2 >= 0:
            x2 = read_Resource(d, p2, q2, b, m2)
        if q3 >= 0:
            x3 = read_UpdateOptions(d, p3, q3, b, m3)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.UpdateRequest", p, error) from None
    m = new(UpdateRequest)
    m.__dict__ = {
        "new_resource": x2,
        "options": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_UpdateResponse(m):
    if not isinstance(m, UpdateResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.resource
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_UpdateResponse(d, p, e, b, more=None):
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
                        raise wrong_type("cosi.resource.UpdateResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.UpdateResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Resource(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.UpdateResponse", p, error) from None
    m = new(UpdateResponse)
    m.__dict__ = {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_WatchOptions(m):
    if not isinstance(m, WatchOptions):
        wrong(m)
    out = []
    a = out.append
    x = m.bootstrap_contents
    if x is True:
        a(b'\x08\x01')
    elif x is not False:
        wrong(x)
    x = m.tail_events
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m.label_query
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_LabelQuery(y)
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.id_query
    if x is not None:
        b = write_IdQuery(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.aggregated
    if x is True:
        a(b'(\x01')
    elif x is not False:
        wrong(x)
    x = m.start_from_bookmark
    if x is not None:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b'2' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.bootstrap_bookmark
    if x is True:
        a(b'8\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_WatchOptions(d, p, e, b, more=None):
    x1 = False
    x2 = 0
    x3 = []
    x4 = None
    x5 = False
    x6 = None
    x7 = False
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
                        x2, p = read_int32(d, p - 1)
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
                    v = read_LabelQuery(d, p, q, b)
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
                if tag == 50:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x6 = d[p:q]
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
                        x7, p = read_bool(d, p - 1)
                    x7 = x7 != 0
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4, 5, 6, 7}:
                        raise wrong_type("cosi.resource.WatchOptions", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.WatchOptions", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = read_IdQuery(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.WatchOptions", p, error) from None
    m = new(WatchOptions)
    m.__dict__ = {
        "bootstrap_contents": x1,
        "tail_events": x2,
        "label_query": x3,
        "id_query": x4,
        "aggregated": x5,
        "start_from_bookmark": x6,
        "bootstrap_bookmark": x7,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_WatchRequest(m):
    if not isinstance(m, WatchRequest):
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
    x = m.type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.id
    if x is not None:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.options
    if x is not None:
        b = write_WatchOptions(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.api_version
    if x:
        a(b'(' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_WatchRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = None
    x4 = None
    x5 = 0
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
                        raise wrong_type("cosi.resource.WatchRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.WatchRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q4 >= 0:
            x4 = read_WatchOptions(d, p4, q4, b, m4)
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.WatchRequest", p, error) from None
    m = new(WatchRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "api_version": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_WatchResponse(m):
    if not isinstance(m, WatchResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.event
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Event(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_WatchResponse(d, p, e, b, more=None):
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
                    v = read_Event(d, p, q, b)
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
                        raise wrong_type("cosi.resource.WatchResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("cosi.resource.WatchResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("cosi.resource.WatchResponse", p, error) from None
    m = new(WatchResponse)
    m.__dict__ = {
        "event": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    CreateOptions: (encoder(write_CreateOptions), decoder(read_CreateOptions)),
    CreateRequest: (encoder(write_CreateRequest), decoder(read_CreateRequest)),
    CreateResponse: (encoder(write_CreateResponse), decoder(read_CreateResponse)),
    DestroyOptions: (encoder(write_DestroyOptions), decoder(read_DestroyOptions)),
    DestroyRequest: (encoder(write_DestroyRequest), decoder(read_DestroyRequest)),
    DestroyResponse: (encoder(write_DestroyResponse), decoder(read_DestroyResponse)),
    Event: (encoder(write_Event), decoder(read_Event)),
    GetOptions: (encoder(write_GetOptions), decoder(read_GetOptions)),
    GetRequest: (encoder(write_GetRequest), decoder(read_GetRequest)),
    GetResponse: (encoder(write_GetResponse), decoder(read_GetResponse)),
    IdQuery: (encoder(write_IdQuery), decoder(read_IdQuery)),
    LabelQuery: (encoder(write_LabelQuery), decoder(read_LabelQuery)),
    LabelTerm: (encoder(write_LabelTerm), decoder(read_LabelTerm)),
    ListOptions: (encoder(write_ListOptions), decoder(read_ListOptions)),
    ListRequest: (encoder(write_ListRequest), decoder(read_ListRequest)),
    ListResponse: (encoder(write_ListResponse), decoder(read_ListResponse)),
    Metadata: (encoder(write_Metadata), decoder(read_Metadata)),
    Resource: (encoder(write_Resource), decoder(read_Resource)),
    Spec: (encoder(write_Spec), decoder(read_Spec)),
    TeardownAndDestroyOptions: (encoder(write_TeardownAndDestroyOptions), decoder(read_TeardownAndDestroyOptions)),
    TeardownAndDestroyRequest: (encoder(write_TeardownAndDestroyRequest), decoder(read_TeardownAndDestroyRequest)),
    TeardownAndDestroyResponse: (encoder(write_TeardownAndDestroyResponse), decoder(read_TeardownAndDestroyResponse)),
    TeardownOptions: (encoder(write_TeardownOptions), decoder(read_TeardownOptions)),
    TeardownRequest: (encoder(write_TeardownRequest), decoder(read_TeardownRequest)),
    TeardownResponse: (encoder(write_TeardownResponse), decoder(read_TeardownResponse)),
    UpdateOptions: (encoder(write_UpdateOptions), decoder(read_UpdateOptions)),
    UpdateRequest: (encoder(write_UpdateRequest), decoder(read_UpdateRequest)),
    UpdateResponse: (encoder(write_UpdateResponse), decoder(read_UpdateResponse)),
    WatchOptions: (encoder(write_WatchOptions), decoder(read_WatchOptions)),
    WatchRequest: (encoder(write_WatchRequest), decoder(read_WatchRequest)),
    WatchResponse: (encoder(write_WatchResponse), decoder(read_WatchResponse)),
}
