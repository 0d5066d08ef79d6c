"""Generated from proto/ by `talos contracts generate`. Do not edit."""

from libtalos.wireformat.pure import (
    DECODE_FAULTS, PACK, SMALL, UNPACK, cut_off, decoder, deeper, encoder, inside, put_bool, put_enum, put_int32,
    put_int64, put_sint32, put_sint64, put_uint32, put_uint64, read_bool, read_enum, read_int32, read_int64,
    read_length, read_sint32, read_sint64, read_tag, read_uint32, read_uint64, refused, skip, varint,
)
from libtalos.wireformat.shared import invalid, keep, kept, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

from . import ErrorResponse
from . import ExtensionNumberResponse
from . import ExtensionRequest
from . import FileDescriptorResponse
from . import ListServiceResponse
from . import ServerReflectionRequest
from . import ServerReflectionResponse
from . import ServiceResponse

new = object.__new__
pack_fixed32, unpack_fixed32 = PACK["fixed32"], UNPACK["fixed32"]
pack_sfixed32, unpack_sfixed32 = PACK["sfixed32"], UNPACK["sfixed32"]
pack_float, unpack_float = PACK["float"], UNPACK["float"]
pack_fixed64, unpack_fixed64 = PACK["fixed64"], UNPACK["fixed64"]
pack_sfixed64, unpack_sfixed64 = PACK["sfixed64"], UNPACK["sfixed64"]
pack_double, unpack_double = PACK["double"], UNPACK["double"]


def write_ErrorResponse(m):
    if not isinstance(m, ErrorResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.error_code
    if x:
        a(b'\x08' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m.error_message
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


def read_ErrorResponse(d, p, e, b, more=None):
    x1 = 0
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
                if tag == 8:
                    x1 = d[p]
                    p += 1
                    if x1 > 127:
                        x1, p = read_int32(d, p - 1)
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
                        raise wrong_type("grpc.reflection.v1.ErrorResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.reflection.v1.ErrorResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("grpc.reflection.v1.ErrorResponse", p, error) from None
    m = new(ErrorResponse)
    m.__dict__ = {
        "error_code": x1,
        "error_message": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ExtensionNumberResponse(m):
    if not isinstance(m, ExtensionNumberResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.base_type_name
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.extension_number
    if x.__class__ is not list:
        x = sequence(x)
    if x:
        b = b"".join([(SMALL[y] if 0 <= y < 2048 else put_int32(y)) for y in x])
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ExtensionNumberResponse(d, p, e, b, more=None):
    x1 = ""
    x2 = []
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
                while tag == 18:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    while p < q:
                        v = d[p]
                        p += 1
                        if v > 127:
                            v, p = read_int32(d, p - 1)
                        x2.append(v)
                    if p != q:
                        raise cut_off("grpc.reflection.v1.ExtensionNumberResponse", p)
                    if p >= e:
                        t = p
                        tag = -1
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                while tag == 16:
                    v = d[p]
                    p += 1
                    if v > 127:
                        v, p = read_int32(d, p - 1)
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
                        raise wrong_type("grpc.reflection.v1.ExtensionNumberResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.reflection.v1.ExtensionNumberResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("grpc.reflection.v1.ExtensionNumberResponse", p, error) from None
    m = new(ExtensionNumberResponse)
    m.__dict__ = {
        "base_type_name": x1,
        "extension_number": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ExtensionRequest(m):
    if not isinstance(m, ExtensionRequest):
        wrong(m)
    out = []
    a = out.append
    x = m.containing_type
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.extension_number
    if x:
        a(b'\x10' + (SMALL[x] if 0 <= x < 2048 else put_int32(x)))
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ExtensionRequest(d, p, e, b, more=None):
    x1 = ""
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
                        raise wrong_type("grpc.reflection.v1.ExtensionRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.reflection.v1.ExtensionRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("grpc.reflection.v1.ExtensionRequest", p, error) from None
    m = new(ExtensionRequest)
    m.__dict__ = {
        "containing_type": x1,
        "extension_number": x2,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_FileDescriptorResponse(m):
    if not isinstance(m, FileDescriptorResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.file_descriptor_proto
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = y if y.__class__ is bytes else octets(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_FileDescriptorResponse(d, p, e, b, more=None):
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
                    v = d[p:q]
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
                        raise wrong_type("grpc.reflection.v1.FileDescriptorResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.reflection.v1.FileDescriptorResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("grpc.reflection.v1.FileDescriptorResponse", p, error) from None
    m = new(FileDescriptorResponse)
    m.__dict__ = {
        "file_descriptor_proto": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ListServiceResponse(m):
    if not isinstance(m, ListServiceResponse):
        wrong(m)
    out = []
    a = out.append
    x = m.service
    if x.__class__ is not list:
        x = sequence(x)
    for y in x:
        b = write_ServiceResponse(y)
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ListServiceResponse(d, p, e, b, more=None):
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
                    v = read_ServiceResponse(d, p, q, b)
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
                        raise wrong_type("grpc.reflection.v1.ListServiceResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.reflection.v1.ListServiceResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("grpc.reflection.v1.ListServiceResponse", p, error) from None
    m = new(ListServiceResponse)
    m.__dict__ = {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServerReflectionRequest(m):
    if not isinstance(m, ServerReflectionRequest):
        wrong(m)
    out = []
    a = out.append
    one_all_extension_numbers_of_type = False
    x = m.host
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.file_by_filename
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.file_by_filename")
        one_all_extension_numbers_of_type = True
        b = x.encode()
        n = len(b)
        a(b'\x1a' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.file_containing_symbol
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.file_containing_symbol")
        one_all_extension_numbers_of_type = True
        b = x.encode()
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.file_containing_extension
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.file_containing_extension")
        one_all_extension_numbers_of_type = True
        b = write_ExtensionRequest(x)
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.all_extension_numbers_of_type
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.all_extension_numbers_of_type")
        one_all_extension_numbers_of_type = True
        b = x.encode()
        n = len(b)
        a(b'2' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.list_services
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.list_services")
        one_all_extension_numbers_of_type = True
        b = x.encode()
        n = len(b)
        a(b':' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServerReflectionRequest(d, p, e, b, more=None):
    x1 = ""
    x3 = None
    x4 = None
    x5 = None
    x6 = None
    x7 = None
    q5 = -1
    m5 = None
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
                if tag == 26:
                    n = d[p]
                    p += 1
                    if n > 127:
                        n, p = read_length(d, p - 1)
                    q = p + n
                    x3 = d[p:q].decode()
                    p = q
                    x4 = None
                    if q5 >= 0:
                        read_ExtensionRequest(d, p5, q5, b, m5)
                        q5 = -1
                        m5 = None
                    x6 = None
                    x7 = None
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
                    x3 = None
                    if q5 >= 0:
                        read_ExtensionRequest(d, p5, q5, b, m5)
                        q5 = -1
                        m5 = None
                    x6 = None
                    x7 = None
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
                    if q5 < 0:
                        p5 = p
                        q5 = q
                    else:
                        m5 = later(m5, p, q)
                    p = q
                    x3 = None
                    x4 = None
                    x6 = None
                    x7 = None
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
                    x3 = None
                    x4 = None
                    if q5 >= 0:
                        read_ExtensionRequest(d, p5, q5, b, m5)
                        q5 = -1
                        m5 = None
                    x7 = None
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
                    x7 = d[p:q].decode()
                    p = q
                    x3 = None
                    x4 = None
                    if q5 >= 0:
                        read_ExtensionRequest(d, p5, q5, b, m5)
                        q5 = -1
                        m5 = None
                    x6 = None
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 3, 4, 5, 6, 7}:
                        raise wrong_type("grpc.reflection.v1.ServerReflectionRequest", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.reflection.v1.ServerReflectionRequest", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q5 >= 0:
            x5 = read_ExtensionRequest(d, p5, q5, b, m5)
    except DECODE_FAULTS as error:
        raise refused("grpc.reflection.v1.ServerReflectionRequest", p, error) from None
    m = new(ServerReflectionRequest)
    m.__dict__ = {
        "host": x1,
        "file_by_filename": x3,
        "file_containing_symbol": x4,
        "file_containing_extension": x5,
        "all_extension_numbers_of_type": x6,
        "list_services": x7,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServerReflectionResponse(m):
    if not isinstance(m, ServerReflectionResponse):
        wrong(m)
    out = []
    a = out.append
    one_all_extension_numbers_response = False
    x = m.valid_host
    if x:
        b = x.encode()
        n = len(b)
        a(b'\n' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    elif x != "":
        wrong(x)
    x = m.original_request
    if x is not None:
        b = write_ServerReflectionRequest(x)
        n = len(b)
        a(b'\x12' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.file_descriptor_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1.ServerReflectionResponse.file_descriptor_response")
        one_all_extension_numbers_response = True
        b = write_FileDescriptorResponse(x)
        n = len(b)
        a(b'"' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.all_extension_numbers_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1.ServerReflectionResponse.all_extension_numbers_response")
        one_all_extension_numbers_response = True
        b = write_ExtensionNumberResponse(x)
        n = len(b)
        a(b'*' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.list_services_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1.ServerReflectionResponse.list_services_response")
        one_all_extension_numbers_response = True
        b = write_ListServiceResponse(x)
        n = len(b)
        a(b'2' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m.error_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1.ServerReflectionResponse.error_response")
        one_all_extension_numbers_response = True
        b = write_ErrorResponse(x)
        n = len(b)
        a(b':' + (SMALL[n] if n < 2048 else varint(n)))
        a(b)
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServerReflectionResponse(d, p, e, b, more=None):
    x1 = ""
    x2 = None
    x4 = None
    x5 = None
    x6 = None
    x7 = None
    q2 = q4 = q5 = q6 = q7 = -1
    m2 = m4 = m5 = m6 = m7 = None
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
                    if q5 >= 0:
                        read_ExtensionNumberResponse(d, p5, q5, b, m5)
                        q5 = -1
                        m5 = None
                    if q6 >= 0:
                        read_ListServiceResponse(d, p6, q6, b, m6)
                        q6 = -1
                        m6 = None
                    if q7 >= 0:
                        read_ErrorResponse(d, p7, q7, b, m7)
                        q7 = -1
                        m7 = None
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
                    if q5 < 0:
                        p5 = p
                        q5 = q
                    else:
                        m5 = later(m5, p, q)
                    p = q
                    if q4 >= 0:
                        read_FileDescriptorResponse(d, p4, q4, b, m4)
                        q4 = -1
                        m4 = None
                    if q6 >= 0:
                        read_ListServiceResponse(d, p6, q6, b, m6)
                        q6 = -1
                        m6 = None
                    if q7 >= 0:
                        read_ErrorResponse(d, p7, q7, b, m7)
                        q7 = -1
                        m7 = None
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
                    if q6 < 0:
                        p6 = p
                        q6 = q
                    else:
                        m6 = later(m6, p, q)
                    p = q
                    if q4 >= 0:
                        read_FileDescriptorResponse(d, p4, q4, b, m4)
                        q4 = -1
                        m4 = None
                    if q5 >= 0:
                        read_ExtensionNumberResponse(d, p5, q5, b, m5)
                        q5 = -1
                        m5 = None
                    if q7 >= 0:
                        read_ErrorResponse(d, p7, q7, b, m7)
                        q7 = -1
                        m7 = None
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
                    if q4 >= 0:
                        read_FileDescriptorResponse(d, p4, q4, b, m4)
                        q4 = -1
                        m4 = None
                    if q5 >= 0:
                        read_ExtensionNumberResponse(d, p5, q5, b, m5)
                        q5 = -1
                        m5 = None
                    if q6 >= 0:
                        read_ListServiceResponse(d, p6, q6, b, m6)
                        q6 = -1
                        m6 = None
                    if p >= e:
                        break
                    t = p
                    tag = d[p]
                    p += 1
                    if tag > 127:
                        tag, p = read_tag(d, t)
                if t == s:
                    if tag >> 3 in {1, 2, 4, 5, 6, 7}:
                        raise wrong_type("grpc.reflection.v1.ServerReflectionResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.reflection.v1.ServerReflectionResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
        if q2 >= 0:
            x2 = read_ServerReflectionRequest(d, p2, q2, b, m2)
        if q4 >= 0:
            x4 = read_FileDescriptorResponse(d, p4, q4, b, m4)
        if q5 >= 0:
            x5 = read_ExtensionNumberResponse(d, p5, q5, b, m5)
        if q6 >= 0:
            x6 = read_ListServiceResponse(d, p6, q6, b, m6)
        if q7 >= 0:
            x7 = read_ErrorResponse(d, p7, q7, b, m7)
    except DECODE_FAULTS as error:
        raise refused("grpc.reflection.v1.ServerReflectionResponse", p, error) from None
    m = new(ServerReflectionResponse)
    m.__dict__ = {
        "valid_host": x1,
        "original_request": x2,
        "file_descriptor_response": x4,
        "all_extension_numbers_response": x5,
        "list_services_response": x6,
        "error_response": x7,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


def write_ServiceResponse(m):
    if not isinstance(m, ServiceResponse):
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
    x = m._unknown_fields
    if x:
        a(x)
    return b"".join(out)


def read_ServiceResponse(d, p, e, b, more=None):
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
                        raise wrong_type("grpc.reflection.v1.ServiceResponse", tag, t)
                    p = skip(d, p, tag, t)
                    unknown = keep(unknown, t, p)
                else:
                    p = t
            if p != e:
                raise cut_off("grpc.reflection.v1.ServiceResponse", p)
            if not more:
                break
            p = more.pop()
            e = more.pop()
    except DECODE_FAULTS as error:
        raise refused("grpc.reflection.v1.ServiceResponse", p, error) from None
    m = new(ServiceResponse)
    m.__dict__ = {
        "name": x1,
        "_unknown_fields": b"" if unknown is None else kept(d, unknown),
    }
    return m


CODECS = {
    ErrorResponse: (encoder(write_ErrorResponse), decoder(read_ErrorResponse)),
    ExtensionNumberResponse: (encoder(write_ExtensionNumberResponse), decoder(read_ExtensionNumberResponse)),
    ExtensionRequest: (encoder(write_ExtensionRequest), decoder(read_ExtensionRequest)),
    FileDescriptorResponse: (encoder(write_FileDescriptorResponse), decoder(read_FileDescriptorResponse)),
    ListServiceResponse: (encoder(write_ListServiceResponse), decoder(read_ListServiceResponse)),
    ServerReflectionRequest: (encoder(write_ServerReflectionRequest), decoder(read_ServerReflectionRequest)),
    ServerReflectionResponse: (encoder(write_ServerReflectionResponse), decoder(read_ServerReflectionResponse)),
    ServiceResponse: (encoder(write_ServiceResponse), decoder(read_ServiceResponse)),
}
