"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import Definition
from . import GetRequest
from . import GetResponse
from . import ListDefinitionsRequest
from . import ListDefinitionsResponse
from . import ListRequest
from . import ListResponse
from . import Metadata
from . import PrintColumn
from . import Resource
from . import WatchRequest
from . import WatchResponse
from ....google.protobuf import codec as codec_google_protobuf
from . import EventType as enum_EventType
from . import Phase as enum_Phase
from . import Sensitivity as enum_Sensitivity

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]
get_EventType = {int(member): member for member in enum_EventType}.get
zero_EventType = enum_EventType(0)
get_Phase = {int(member): member for member in enum_Phase}.get
zero_Phase = enum_Phase(0)
get_Sensitivity = {int(member): member for member in enum_Sensitivity}.get
zero_Sensitivity = enum_Sensitivity(0)


def write_Definition(m):
    if not isinstance(m, Definition):
        wrong(m)
    out = []
    a = out.append
    x = m.type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.display_type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.default_namespace
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.aliases
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.print_columns
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_PrintColumn(y)
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.sensitivity
    if x:
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.schema
    if x:
        b = x if x.__class__ is bytes else octets(x)
        n = len(b)
        a(b':' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != b"":
        wrong(x)
    x = m.other_namespaces
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


def read_Definition(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = ""
    x4 = []
    x5 = []
    x6 = zero_Sensitivity
    x7 = b""
    x8 = []
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
                while tag == 42:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    v = read_PrintColumn(d, p, q, b)
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
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x6 = get_Sensitivity(n)
                    if x6 is None:
                        x6 = enum_Sensitivity(n)
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
                    x7 = d[p:q]
                    p = q
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
                        raise wrong_type("talos.resource.v1.Definition", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.Definition", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.Definition", p, error) from None
    m = new(Definition)
    m.__dict__ = {
        "type": x1,
        "display_type": x2,
        "default_namespace": x3,
        "aliases": x4,
        "print_columns": x5,
        "sensitivity": x6,
        "schema": x7,
        "other_namespaces": x8,
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
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_GetRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = ""
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
                if t == s:
                    if tag >> 3 in {1, 2, 3}:
                        raise wrong_type("talos.resource.v1.GetRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.GetRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.GetRequest", p, error) from None
    m = new(GetRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "id": x3,
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
                        raise wrong_type("talos.resource.v1.GetResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.GetResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Resource(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.GetResponse", p, error) from None
    m = new(GetResponse)
    m.__dict__ = {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListDefinitionsRequest(m):
    if not isinstance(m, ListDefinitionsRequest):
        wrong(m)
    out = []
    a = out.append
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListDefinitionsRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.resource.v1.ListDefinitionsRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.ListDefinitionsRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.ListDefinitionsRequest", p, error) from None
    m = new(ListDefinitionsRequest)
    m.__dict__ = {
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListDefinitionsResponse(m):
    if not isinstance(m, ListDefinitionsResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.definitions
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_Definition(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListDefinitionsResponse(d, p, e, b, more=None):
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
                    v = read_Definition(d, p, q, b)
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
                        raise wrong_type("talos.resource.v1.ListDefinitionsResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.ListDefinitionsResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.ListDefinitionsResponse", p, error) from None
    m = new(ListDefinitionsResponse)
    m.__dict__ = {
        "definitions": x1,
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
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListRequest(d, p, e, b, more=None):
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
                        raise wrong_type("talos.resource.v1.ListRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.ListRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.ListRequest", p, error) from None
    m = new(ListRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
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
                        raise wrong_type("talos.resource.v1.ListResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.ListResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Resource(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.ListResponse", p, error) from None
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
        a(b' ' + (SMALL[x] if 0 <= x < 2048 else put_uint64(x)))
    elif x != 0:
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
        a(b'0' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
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
    x = m.labels
    if x.__class__ is not dict:
        x = mapping(x)
    for k, w in x.items():
        b = write_MetadataLabelsEntry(k, w)
        n = len(b)
        a(b'J' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.annotations
    if x.__class__ is not dict:
        x = mapping(x)
    for k, w in x.items():
        b = write_MetadataAnnotationsEntry(k, w)
        n = len(b)
        a(b'R' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.finalizers
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y.encode()
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
    x4 = 0
    x5 = ""
    x6 = zero_Phase
    x7 = None
    x8 = None
    x9 = {}
    x10 = {}
    x11 = []
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
                if tag == 48:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x6 = get_Phase(n)
                    if x6 is None:
                        x6 = enum_Phase(n)
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
                    b()
                    if not read_MetadataLabelsEntry(x9, d, p, q, b):
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
                while tag == 82:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    b()
                    if not read_MetadataAnnotationsEntry(x10, d, p, q, b):
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
                    v = d[p:q].decode()
                    p = q
                    x11.append(v)
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
                        raise wrong_type("talos.resource.v1.Metadata", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.Metadata", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q7 >= 0:
            x7 = codec_google_protobuf.read_Timestamp_value(d, p7, q7, b, m7)
        if q8 >= 0:
            x8 = codec_google_protobuf.read_Timestamp_value(d, p8, q8, b, m8)
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.Metadata", p, error) from None
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
        "labels": x9,
        "annotations": x10,
        "finalizers": x11,
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
                        raise wrong_type("talos.resource.v1.Metadata.LabelsEntry", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.Metadata.LabelsEntry", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.Metadata.LabelsEntry", p, error) from None
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
                        raise wrong_type("talos.resource.v1.Metadata.AnnotationsEntry", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.Metadata.AnnotationsEntry", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.Metadata.AnnotationsEntry", p, error) from None
    if unknown is not None:
        return False
    into[x1] = x2
    return True


def write_PrintColumn(m):
    if not isinstance(m, PrintColumn):
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
    x = m.json_path
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


def read_PrintColumn(d, p, e, b, more=None):
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
                        raise wrong_type("talos.resource.v1.PrintColumn", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.PrintColumn", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.PrintColumn", p, error) from None
    m = new(PrintColumn)
    m.__dict__ = {
        "name": x1,
        "json_path": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


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


def read_Resource(d, p, e, b, more=None):
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
                        raise wrong_type("talos.resource.v1.Resource", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.Resource", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.Resource", p, error) from None
    m = new(Resource)
    m.__dict__ = {
        "metadata": x1,
        "spec": x2,
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
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.bookmark
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


def read_WatchRequest(d, p, e, b, more=None):
    x1 = ""
    x2 = ""
    x3 = ""
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
                if t == s:
                    if tag >> 3 in {1, 2, 3, 4}:
                        raise wrong_type("talos.resource.v1.WatchRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.WatchRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.WatchRequest", p, error) from None
    m = new(WatchRequest)
    m.__dict__ = {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "bookmark": x4,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_WatchResponse(m):
    if not isinstance(m, WatchResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.event_type
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.resource
    if x is not None:
        b = write_Resource(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.bookmark
    if x:
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_WatchResponse(d, p, e, b, more=None):
    x1 = zero_EventType
    x2 = None
    x3 = ""
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
                if tag == 8:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_enum(d, p - 1)
                    x1 = get_EventType(n)
                    if x1 is None:
                        x1 = enum_EventType(n)
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
                if t == s:
                    if tag >> 3 in {1, 2, 3}:
                        raise wrong_type("talos.resource.v1.WatchResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("talos.resource.v1.WatchResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q2 >= 0:
            x2 = read_Resource(d, p2, q2, b, m2)
    except DECODE_FAULTS as error:
        raise refused("talos.resource.v1.WatchResponse", p, error) from None
    m = new(WatchResponse)
    m.__dict__ = {
        "event_type": x1,
        "resource": x2,
        "bookmark": x3,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    Definition: (encoder(write_Definition), decoder(read_Definition)),
    GetRequest: (encoder(write_GetRequest), decoder(read_GetRequest)),
    GetResponse: (encoder(write_GetResponse), decoder(read_GetResponse)),
    ListDefinitionsRequest: (encoder(write_ListDefinitionsRequest), decoder(read_ListDefinitionsRequest)),
    ListDefinitionsResponse: (encoder(write_ListDefinitionsResponse), decoder(read_ListDefinitionsResponse)),
    ListRequest: (encoder(write_ListRequest), decoder(read_ListRequest)),
    ListResponse: (encoder(write_ListResponse), decoder(read_ListResponse)),
    Metadata: (encoder(write_Metadata), decoder(read_Metadata)),
    PrintColumn: (encoder(write_PrintColumn), decoder(read_PrintColumn)),
    Resource: (encoder(write_Resource), decoder(read_Resource)),
    WatchRequest: (encoder(write_WatchRequest), decoder(read_WatchRequest)),
    WatchResponse: (encoder(write_WatchResponse), decoder(read_WatchResponse)),
}
