"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import BlockDeviceWipe
from . import BlockDeviceWipeDescriptor
from . import BlockDeviceWipeRequest
from . import BlockDeviceWipeResponse
from ..common import codec as codec_common
from . import BlockDeviceWipeDescriptorMethod as enum_BlockDeviceWipeDescriptorMethod

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]
get_BlockDeviceWipeDescriptorMethod = {int(member): member for member in enum_BlockDeviceWipeDescriptorMethod}.get
zero_BlockDeviceWipeDescriptorMethod = enum_BlockDeviceWipeDescriptorMethod(0)


def write_BlockDeviceWipe(m):
    if not isinstance(m, BlockDeviceWipe):
        wrong(m)
    out = []
    a = out.append
    x = m.metadata
    if x is not None:
        b = codec_common.write_Metadata(x)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_BlockDeviceWipe(d, p, e, b, more=None):
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
                        raise wrong_type("storage.BlockDeviceWipe", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("storage.BlockDeviceWipe", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q1 >= 0:
            x1 = codec_common.read_Metadata(d, p1, q1, b, m1)
    except DECODE_FAULTS as error:
        raise refused("storage.BlockDeviceWipe", p, error) from None
    m = new(BlockDeviceWipe)
    m.__dict__ = {
        "metadata": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_BlockDeviceWipeDescriptor(m):
    if not isinstance(m, BlockDeviceWipeDescriptor):
        wrong(m)
    out = []
    a = out.append
    x = m.device
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.method
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_enum(x)))
    elif x != 0:
        wrong(x)
    x = m.skip_volume_check
    if x is True:
        a(b'\x18\x01')
    elif x is not False:
        wrong(x)
    x = m.drop_partition
    if x is True:
        a(b' \x01')
    elif x is not False:
        wrong(x)
    x = m.skip_secondary_check
    if x is True:
        a(b'(\x01')
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_BlockDeviceWipeDescriptor(d, p, e, b, more=None):
    x1 = ""
    x2 = zero_BlockDeviceWipeDescriptorMethod
    x3 = False
    x4 = False
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
                    x2 = get_BlockDeviceWipeDescriptorMethod(n)
                    if x2 is None:
                        x2 = enum_BlockDeviceWipeDescriptorMethod(n)
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
                        x4, p = read_bool(d, p - 1)
                    x4 = x4 != 0
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
                        raise wrong_type("storage.BlockDeviceWipeDescriptor", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("storage.BlockDeviceWipeDescriptor", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("storage.BlockDeviceWipeDescriptor", p, error) from None
    m = new(BlockDeviceWipeDescriptor)
    m.__dict__ = {
        "device": x1,
        "method": x2,
        "skip_volume_check": x3,
        "drop_partition": x4,
        "skip_secondary_check": x5,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_BlockDeviceWipeRequest(m):
    if not isinstance(m, BlockDeviceWipeRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.devices
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_BlockDeviceWipeDescriptor(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_BlockDeviceWipeRequest(d, p, e, b, more=None):
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
                    v = read_BlockDeviceWipeDescriptor(d, p, q, b)
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
                        raise wrong_type("storage.BlockDeviceWipeRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("storage.BlockDeviceWipeRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("storage.BlockDeviceWipeRequest", p, error) from None
    m = new(BlockDeviceWipeRequest)
    m.__dict__ = {
        "devices": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_BlockDeviceWipeResponse(m):
    if not isinstance(m, BlockDeviceWipeResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.messages
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_BlockDeviceWipe(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_BlockDeviceWipeResponse(d, p, e, b, more=None):
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
                    v = read_BlockDeviceWipe(d, p, q, b)
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
                        raise wrong_type("storage.BlockDeviceWipeResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("storage.BlockDeviceWipeResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("storage.BlockDeviceWipeResponse", p, error) from None
    m = new(BlockDeviceWipeResponse)
    m.__dict__ = {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    BlockDeviceWipe: (encoder(write_BlockDeviceWipe), decoder(read_BlockDeviceWipe)),
    BlockDeviceWipeDescriptor: (encoder(write_BlockDeviceWipeDescriptor), decoder(read_BlockDeviceWipeDescriptor)),
    BlockDeviceWipeRequest: (encoder(write_BlockDeviceWipeRequest), decoder(read_BlockDeviceWipeRequest)),
    BlockDeviceWipeResponse: (encoder(write_BlockDeviceWipeResponse), decoder(read_BlockDeviceWipeResponse)),
}
