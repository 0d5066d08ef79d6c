# cython: language_level=3, boundscheck=False, wraparound=False, initializedcheck=False, nonecheck=False
# cython: binding=False, embedsignature=False, annotation_typing=False, cdivision=True, auto_pickle=False
"""Generated from proto/ by `talos contracts generate`. Do not edit.

The codecs in C. The part above the first message is libtalos/contracts/codecs/runtime.pyx. Every read is bounded by the
end of its message, which is never after the end of the bytes; what is written goes to memory that grows.
"""

from cpython.datetime cimport (
    PyDateTime_CheckExact, datetime_day, datetime_hour, datetime_microsecond, datetime_minute, datetime_month, datetime_new,
    datetime_second, datetime_tzinfo, datetime_year, import_datetime,
)
from cpython.bytes cimport PyBytes_AS_STRING, PyBytes_FromStringAndSize, PyBytes_GET_SIZE
from cpython.dict cimport PyDict_CheckExact
from cpython.exc cimport PyErr_Clear, PyErr_ExceptionMatches
from cpython.float cimport PyFloat_AsDouble
from cpython.list cimport PyList_CheckExact
from cpython.long cimport PyLong_AsLongLong, PyLong_AsUnsignedLongLong, PyLong_Check
from cpython.object cimport PyObject, PyTypeObject
from cpython.ref cimport Py_XDECREF
from cpython.unicode cimport PyUnicode_AsUTF8AndSize, PyUnicode_Check
from libc.math cimport isinf
from libc.stdint cimport int32_t, int64_t, uint8_t, uint32_t, uint64_t
from libc.string cimport memcpy, memmove

from datetime import UTC
from importlib import import_module

from libtalos.wireformat.errors import MAX_DEPTH, MAX_MESSAGES, EncodeError, WireError, cut_off, no_text, too_deep, too_many
from libtalos.wireformat.faults import explain
from libtalos.wireformat.shared import ENCODE_FAULTS, invalid, keep, later, mapping, octets, sequence, two_set, wrong, wrong_type
from libtalos.wireformat.times import from_datetime, from_timedelta, to_datetime, to_timedelta

cdef extern from "Python.h":
    PyObject* decode_utf8 "PyUnicode_DecodeUTF8"(const char* data, Py_ssize_t size, const char* errors)
    int set_dict "PyObject_GenericSetDict"(object instance, object value, void* context) except -1
    PyObject* new_bytes "PyBytes_FromStringAndSize"(const char* data, Py_ssize_t size)
    char* bytes_data "PyBytes_AS_STRING"(PyObject* whole)
    int resize_bytes "_PyBytes_Resize"(PyObject** whole, Py_ssize_t size) except -1
    object allocate "PyType_GenericAlloc"(PyTypeObject* cls, Py_ssize_t items)

import_datetime()

cdef int max_depth = MAX_DEPTH
cdef Py_ssize_t max_messages = MAX_MESSAGES
# the small members of an enum are found by index
cdef enum:
    SMALL_MEMBERS = 64


# Writing


cdef enum:
    FIRST = 2048


# What is written is in `first` as long as it fits there, and then in a bytes object, which is cut in the end.
cdef struct Out:
    uint8_t* data
    Py_ssize_t size
    Py_ssize_t capacity
    PyObject* whole
    uint8_t first[FIRST]


cdef int grow(Out* o, Py_ssize_t more) except -1:
    # one large value takes little more than itself, many small ones do not grow it often
    cdef Py_ssize_t capacity = o.size + max(o.size, more) + FIRST
    if o.whole == NULL:
        o.whole = new_bytes(NULL, capacity)
        if o.whole == NULL:
            raise MemoryError()
        memcpy(bytes_data(o.whole), o.first, o.size)
    else:
        resize_bytes(&o.whole, capacity)
    o.data, o.capacity = <uint8_t*>bytes_data(o.whole), capacity
    return 0


cdef inline object written(Out* o):
    """All of it; nothing can be written any more."""
    cdef object whole
    if o.whole == NULL:
        return PyBytes_FromStringAndSize(<const char*>o.first, o.size)
    resize_bytes(&o.whole, o.size)
    whole = <object>o.whole
    Py_XDECREF(o.whole)
    o.whole = NULL
    return whole


cdef inline int room(Out* o, Py_ssize_t more) except -1:
    return grow(o, more) if o.capacity - o.size < more else 0


cdef inline int put_raw(Out* o, const void* data, Py_ssize_t size) except -1:
    room(o, size)
    memcpy(o.data + o.size, data, size)
    o.size += size
    return 0


cdef inline int put_varint(Out* o, uint64_t value) except -1:
    room(o, 10)
    while value > 127:
        o.data[o.size] = <uint8_t>(value | 128)
        o.size += 1
        value >>= 7
    o.data[o.size] = <uint8_t>value
    o.size += 1
    return 0


cdef inline int put_fixed(Out* o, uint64_t value, int size) except -1:
    cdef int index
    room(o, size)
    for index in range(size):
        o.data[o.size + index] = <uint8_t>(value >> (8 * index))
    o.size += size
    return 0


cdef inline Py_ssize_t begin(Out* o) except -1:
    """Leave a byte for the length of what follows."""
    room(o, 1)
    o.size += 1
    return o.size - 1


cdef inline int finish(Out* o, Py_ssize_t at) except -1:
    """Put the length of what has been written since begin()."""
    cdef Py_ssize_t size = o.size - at - 1
    if size < 128:
        o.data[at] = <uint8_t>size
        return 0
    return move_for_length(o, at, size)


cdef int move_for_length(Out* o, Py_ssize_t at, Py_ssize_t size) except -1:
    cdef Py_ssize_t rest = size >> 7, width = 1
    while rest:
        width += 1
        rest >>= 7
    room(o, width)
    memmove(o.data + at + width, o.data + at + 1, size)
    o.size = at
    put_varint(o, size)
    o.size += size
    return 0


cdef inline int64_t signed(object value, int64_t minimum, int64_t maximum) except? -0x7EADBEEF:
    cdef int64_t number
    if not PyLong_Check(value):
        wrong(value)
    number = PyLong_AsLongLong(value)
    if number < minimum or number > maximum:
        raise OverflowError(value)
    return number


cdef inline uint64_t unsigned(object value, uint64_t maximum) except? 0xDEADBEEF:
    cdef uint64_t number
    if not PyLong_Check(value):
        wrong(value)
    number = PyLong_AsUnsignedLongLong(value)
    if number > maximum:
        raise OverflowError(value)
    return number


cdef inline int put_int32(Out* o, object value) except -1:
    return put_varint(o, <uint64_t>signed(value, -0x80000000LL, 0x7FFFFFFFLL))


cdef inline int put_enum(Out* o, object value) except -1:
    return put_int32(o, value)


cdef inline int put_int64(Out* o, object value) except -1:
    return put_varint(o, <uint64_t>signed(value, <int64_t>0x8000000000000000ULL, 0x7FFFFFFFFFFFFFFFLL))


cdef inline int put_uint32(Out* o, object value) except -1:
    return put_varint(o, unsigned(value, 0xFFFFFFFFULL))


cdef inline int put_uint64(Out* o, object value) except -1:
    return put_varint(o, unsigned(value, 0xFFFFFFFFFFFFFFFFULL))


cdef inline int put_zigzag(Out* o, int64_t value) except -1:
    return put_varint(o, (<uint64_t>value << 1) ^ <uint64_t>(value >> 63))


cdef inline int put_sint32(Out* o, object value) except -1:
    return put_zigzag(o, signed(value, -0x80000000LL, 0x7FFFFFFFLL))


cdef inline int put_sint64(Out* o, object value) except -1:
    return put_zigzag(o, signed(value, <int64_t>0x8000000000000000ULL, 0x7FFFFFFFFFFFFFFFLL))


cdef inline int put_bool(Out* o, object value) except -1:
    if value is not True and value is not False:
        wrong(value)
    return put_varint(o, 1 if value is True else 0)


cdef inline int put_fixed32(Out* o, object value) except -1:
    return put_fixed(o, unsigned(value, 0xFFFFFFFFULL), 4)


cdef inline int put_sfixed32(Out* o, object value) except -1:
    return put_fixed(o, <uint64_t>signed(value, -0x80000000LL, 0x7FFFFFFFLL), 4)


cdef inline int put_fixed64(Out* o, object value) except -1:
    return put_fixed(o, unsigned(value, 0xFFFFFFFFFFFFFFFFULL), 8)


cdef inline int put_sfixed64(Out* o, object value) except -1:
    return put_fixed(o, <uint64_t>signed(value, <int64_t>0x8000000000000000ULL, 0x7FFFFFFFFFFFFFFFLL), 8)


cdef inline uint64_t bits_of_float(object value) except? 0xDEADBEEFDEADBEEFULL:
    cdef double wide = PyFloat_AsDouble(value)
    cdef float narrow = <float>wide
    cdef uint32_t bits
    if isinf(narrow) and not isinf(wide):
        raise OverflowError(value)
    memcpy(&bits, &narrow, 4)
    return bits


cdef inline uint64_t bits_of_double(object value) except? 0xDEADBEEFDEADBEEFULL:
    cdef double number = PyFloat_AsDouble(value)
    cdef uint64_t bits
    memcpy(&bits, &number, 8)
    return bits


cdef inline int put_float(Out* o, object value) except -1:
    return put_fixed(o, bits_of_float(value), 4)


cdef inline int put_double(Out* o, object value) except -1:
    return put_fixed(o, bits_of_double(value), 8)


cdef inline int put_string(Out* o, object value) except -1:
    cdef Py_ssize_t size
    cdef const char* data
    if not PyUnicode_Check(value):
        wrong(value)
    data = PyUnicode_AsUTF8AndSize(value, &size)
    put_varint(o, <uint64_t>size)
    return put_raw(o, data, size)


cdef inline int put_bytes(Out* o, object value) except -1:
    cdef object exact = value if type(value) is bytes else octets(value)
    put_varint(o, <uint64_t>PyBytes_GET_SIZE(exact))
    return put_raw(o, PyBytes_AS_STRING(exact), PyBytes_GET_SIZE(exact))


cdef inline int put_unknown(Out* o, object value) except -1:
    cdef object exact = value if type(value) is bytes else octets(value)
    return put_raw(o, PyBytes_AS_STRING(exact), PyBytes_GET_SIZE(exact))


cdef inline int deeper(int depth) except -1:
    if depth >= max_depth:
        raise EncodeError(f"more than {max_depth} messages in each other")
    return depth + 1


# Reading


cdef struct In:
    const uint8_t* data
    Py_ssize_t allowance


cdef int cut(const char* name, Py_ssize_t position) except -1:
    raise cut_off(name.decode(), position)


cdef inline int charge(In* i, Py_ssize_t position) except -1:
    i.allowance -= 1
    if i.allowance < 0:
        raise too_many(position)
    return 0


cdef inline int inside(int depth, Py_ssize_t position) except -1:
    if depth >= max_depth:
        raise too_deep(position)
    return depth + 1


cdef uint64_t long_varint(In* i, Py_ssize_t* p, Py_ssize_t e, const char* name) except? 0xDEADBEEFDEADBEEFULL:
    """At most ten bytes; what is above 64 bits is cut off, as protobuf does."""
    cdef uint64_t value = 0
    cdef Py_ssize_t at = p[0]
    cdef int shift
    cdef uint8_t byte
    for shift in range(0, 70, 7):
        if at >= e:
            cut(name, at)
        byte = i.data[at]
        at += 1
        value |= <uint64_t>(byte & 127) << shift
        if byte < 128:
            p[0] = at
            return value
    raise WireError(f"a number at byte {p[0]} does not end")


cdef int64_t short_varint(In* i, Py_ssize_t* p, Py_ssize_t e, int64_t maximum, const char* name) except -2:
    """At most five bytes and the maximum."""
    cdef int64_t value = 0
    cdef Py_ssize_t at = p[0]
    cdef int shift
    cdef uint8_t byte
    for shift in range(0, 35, 7):
        if at >= e:
            cut(name, at)
        byte = i.data[at]
        at += 1
        value |= <int64_t>(byte & 127) << shift
        if byte < 128 and value <= maximum:
            p[0] = at
            return value
    raise WireError(f"a number at byte {p[0]} is more than {maximum}, or does not end")


cdef inline uint64_t get_varint(In* i, Py_ssize_t* p, Py_ssize_t e, const char* name) except? 0xDEADBEEFDEADBEEFULL:
    cdef uint8_t byte
    if p[0] < e:
        byte = i.data[p[0]]
        if byte < 128:
            p[0] += 1
            return byte
    return long_varint(i, p, e, name)


cdef inline int64_t next_tag(In* i, Py_ssize_t* p, Py_ssize_t e, const char* name) except -2:
    cdef uint8_t byte = i.data[p[0]]
    if byte < 128:
        p[0] += 1
        return byte
    return short_varint(i, p, e, 0xFFFFFFFFLL, name)


cdef inline Py_ssize_t get_end(In* i, Py_ssize_t* p, Py_ssize_t e, const char* name) except -1:
    """The end of a value whose length is next."""
    cdef int64_t size
    if p[0] < e and i.data[p[0]] < 128:
        size = i.data[p[0]]
        p[0] += 1
    else:
        size = short_varint(i, p, e, 0x7FFFFFFFLL, name)
    if size > e - p[0]:
        cut(name, p[0])
    return p[0] + <Py_ssize_t>size


cdef inline uint64_t get_fixed(In* i, Py_ssize_t* p, Py_ssize_t e, int size, const char* name) except? 0xDEADBEEFDEADBEEFULL:
    cdef uint64_t value = 0
    cdef int index
    if e - p[0] < size:
        cut(name, p[0])
    for index in range(size):
        value |= <uint64_t>i.data[p[0] + index] << (8 * index)
    p[0] += size
    return value


cdef inline double get_float(In* i, Py_ssize_t* p, Py_ssize_t e, const char* name) except? -0.5:
    cdef uint32_t bits = <uint32_t>get_fixed(i, p, e, 4, name)
    cdef float value
    memcpy(&value, &bits, 4)
    return value


cdef inline double get_double(In* i, Py_ssize_t* p, Py_ssize_t e, const char* name) except? -0.5:
    cdef uint64_t bits = get_fixed(i, p, e, 8, name)
    cdef double value
    memcpy(&value, &bits, 8)
    return value


cdef inline int64_t zigzag(uint64_t value):
    return <int64_t>(value >> 1) ^ -<int64_t>(value & 1)


cdef inline object get_bytes(In* i, Py_ssize_t p, Py_ssize_t q):
    return PyBytes_FromStringAndSize(<const char*>i.data + p, q - p)


cdef inline object get_string(In* i, Py_ssize_t p, Py_ssize_t q, const char* name):
    cdef PyObject* found = decode_utf8(<const char*>i.data + p, q - p, NULL)
    cdef object text
    if found == NULL:
        if PyErr_ExceptionMatches(UnicodeDecodeError):
            PyErr_Clear()
            raise no_text(name.decode(), p)
        raise MemoryError()
    text = <object>found
    Py_XDECREF(found)
    return text


cdef inline object member(tuple small, object cls, int32_t value):
    """The member of an enum, or one that is made for an unknown value."""
    cdef object found
    if 0 <= value < SMALL_MEMBERS:
        found = small[value]
        if found is not None:
            return found
    return cls(value)


cdef Py_ssize_t skip(In* i, Py_ssize_t p, Py_ssize_t e, int64_t tag, Py_ssize_t start, const char* name) except -1:
    """The position after an unknown field."""
    cdef int wire_type = tag & 7
    if tag >> 3 == 0:
        raise WireError(f"field number 0 at byte {start}")
    if wire_type == 0:
        get_varint(i, &p, e, name)
        return p
    if wire_type == 2:
        return get_end(i, &p, e, name)
    if wire_type == 1 or wire_type == 5:
        get_fixed(i, &p, e, 8 if wire_type == 1 else 4, name)
        return p
    raise WireError(f"wire type {wire_type} of field {tag >> 3} at byte {start} is not one of proto3's")


cdef object kept_of(In* i, list ranges):
    """The bytes of all ranges: start, end, start, end, …"""
    cdef Py_ssize_t index
    return b"".join([get_bytes(i, ranges[index], ranges[index + 1]) for index in range(0, len(ranges), 2)])


cdef inline object instance(object cls, dict values):
    """A message with these values; the class's own way would make a second dict first."""
    cdef object made
    if cls is None:
        raise ImportError("the package of a message could not be imported")
    made = allocate(<PyTypeObject*>cls, 0)
    set_dict(made, values, NULL)
    return made


# Times, without the objects that lie between: howardhinnant.github.io/date_algorithms.html, for years from 1 on


cdef object utc = UTC


cdef int64_t days_of(int64_t year, int64_t month, int64_t day) noexcept:
    """Days since 1970; years begin in March, so that the leap day is the last."""
    year -= month <= 2
    cdef int64_t era = year // 400
    cdef int64_t of_era = year - era * 400
    cdef int64_t of_year = (153 * (month - 3 if month > 2 else month + 9) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


cdef (int64_t, int64_t) split_datetime(object value) except *:
    """from_datetime of libtalos.wireformat.times."""
    if not PyDateTime_CheckExact(value) or datetime_tzinfo(value) is not utc:
        return from_datetime(value)
    cdef int64_t seconds = days_of(datetime_year(value), datetime_month(value), datetime_day(value)) * 86400
    seconds += datetime_hour(value) * 3600 + datetime_minute(value) * 60 + datetime_second(value)
    return seconds, <int64_t>datetime_microsecond(value) * 1000


cdef object join_datetime(int64_t seconds, int64_t nanos):
    """to_datetime of libtalos.wireformat.times."""
    if not 0 <= nanos <= 999999999 or not -62135596800LL <= seconds <= 253402300799LL:
        return to_datetime(seconds, nanos)
    cdef int64_t since = seconds + 62135596800LL
    cdef int64_t rest = since % 86400, days = since // 86400 + 306
    cdef int64_t era = days // 146097
    cdef int64_t of_era = days - era * 146097
    cdef int64_t year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    cdef int64_t of_year = of_era - (365 * year + year // 4 - year // 100)
    cdef int64_t shifted = (5 * of_year + 2) // 153
    cdef int month = <int>(shifted + 3 if shifted < 10 else shifted - 9)
    year += era * 400 + (month <= 2)
    return datetime_new(
        <int>year, month, <int>(of_year - (153 * shifted + 2) // 5 + 1), <int>(rest // 3600), <int>(rest // 60 % 60),
        <int>(rest % 60), <int>(nanos // 1000), utc, 0
    )


# Classes


ctypedef int (*Write)(Out* o, object m, int depth) except -1
ctypedef object (*Read)(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth)

# proto package -> its codecs by class; a package comes in when it is asked for
cdef dict bound = {}


cdef class Codec:
    """The functions of one class that others see."""

    cdef Write write
    cdef Read read

    def encode(self, message):
        """Serialize. Raises EncodeError, which names the field."""
        cdef Out out
        out.data, out.size, out.capacity, out.whole = out.first, 0, FIRST, NULL
        try:
            self.write(&out, message, 0)
            return written(&out)
        except EncodeError:
            raise
        except ENCODE_FAULTS as error:
            raise explain(message, error) from error
        finally:
            Py_XDECREF(out.whole)

    def decode(self, data):
        """Parse. Raises WireError, which names the byte."""
        cdef In source
        cdef object exact = data if type(data) is bytes else octets(data)
        source.data, source.allowance = <const uint8_t*>PyBytes_AS_STRING(exact), max_messages
        return self.read(&source, 0, PyBytes_GET_SIZE(exact), None, 0)


cdef tuple codec(Write write, Read read):
    cdef Codec made = Codec.__new__(Codec)
    made.write, made.read = write, read
    return made.encode, made.decode


cdef tuple small_members(object cls):
    cdef list found = [None] * SMALL_MEMBERS
    for each in cls:
        if 0 <= int(each) < SMALL_MEMBERS:
            found[int(each)] = each
    return tuple(found)


cdef object class_common_Data = None
cdef object class_common_Error = None
cdef object class_common_Metadata = None
cdef object class_cosi_resource_CreateOptions = None
cdef object class_cosi_resource_CreateRequest = None
cdef object class_cosi_resource_CreateResponse = None
cdef object class_cosi_resource_DestroyOptions = None
cdef object class_cosi_resource_DestroyRequest = None
cdef object class_cosi_resource_DestroyResponse = None
cdef object class_cosi_resource_Event = None
cdef object class_cosi_resource_GetOptions = None
cdef object class_cosi_resource_GetRequest = None
cdef object class_cosi_resource_GetResponse = None
cdef object class_cosi_resource_IdQuery = None
cdef object class_cosi_resource_LabelQuery = None
cdef object class_cosi_resource_LabelTerm = None
cdef object class_cosi_resource_ListOptions = None
cdef object class_cosi_resource_ListRequest = None
cdef object class_cosi_resource_ListResponse = None
cdef object class_cosi_resource_Metadata = None
cdef object class_cosi_resource_Resource = None
cdef object class_cosi_resource_Spec = None
cdef object class_cosi_resource_TeardownAndDestroyOptions = None
cdef object class_cosi_resource_TeardownAndDestroyRequest = None
cdef object class_cosi_resource_TeardownAndDestroyResponse = None
cdef object class_cosi_resource_TeardownOptions = None
cdef object class_cosi_resource_TeardownRequest = None
cdef object class_cosi_resource_TeardownResponse = None
cdef object class_cosi_resource_UpdateOptions = None
cdef object class_cosi_resource_UpdateRequest = None
cdef object class_cosi_resource_UpdateResponse = None
cdef object class_cosi_resource_WatchOptions = None
cdef object class_cosi_resource_WatchRequest = None
cdef object class_cosi_resource_WatchResponse = None
cdef object class_etcdserverpb_KeyValue = None
cdef object class_etcdserverpb_Member = None
cdef object class_etcdserverpb_MemberListRequest = None
cdef object class_etcdserverpb_MemberListResponse = None
cdef object class_etcdserverpb_RangeRequest = None
cdef object class_etcdserverpb_RangeResponse = None
cdef object class_etcdserverpb_ResponseHeader = None
cdef object class_etcdserverpb_SnapshotRequest = None
cdef object class_etcdserverpb_SnapshotResponse = None
cdef object class_etcdserverpb_StatusRequest = None
cdef object class_etcdserverpb_StatusResponse = None
cdef object class_google_protobuf_Any = None
cdef object class_google_protobuf_Duration = None
cdef object class_google_protobuf_Empty = None
cdef object class_google_protobuf_Timestamp = None
cdef object class_google_rpc_Status = None
cdef object class_grpc_health_v1_HealthCheckRequest = None
cdef object class_grpc_health_v1_HealthCheckResponse = None
cdef object class_grpc_reflection_v1_ErrorResponse = None
cdef object class_grpc_reflection_v1_ExtensionNumberResponse = None
cdef object class_grpc_reflection_v1_ExtensionRequest = None
cdef object class_grpc_reflection_v1_FileDescriptorResponse = None
cdef object class_grpc_reflection_v1_ListServiceResponse = None
cdef object class_grpc_reflection_v1_ServerReflectionRequest = None
cdef object class_grpc_reflection_v1_ServerReflectionResponse = None
cdef object class_grpc_reflection_v1_ServiceResponse = None
cdef object class_grpc_reflection_v1alpha_ErrorResponse = None
cdef object class_grpc_reflection_v1alpha_ExtensionNumberResponse = None
cdef object class_grpc_reflection_v1alpha_ExtensionRequest = None
cdef object class_grpc_reflection_v1alpha_FileDescriptorResponse = None
cdef object class_grpc_reflection_v1alpha_ListServiceResponse = None
cdef object class_grpc_reflection_v1alpha_ServerReflectionRequest = None
cdef object class_grpc_reflection_v1alpha_ServerReflectionResponse = None
cdef object class_grpc_reflection_v1alpha_ServiceResponse = None
cdef object class_machine_AddressEvent = None
cdef object class_machine_BpfInstruction = None
cdef object class_machine_ConfigLoadErrorEvent = None
cdef object class_machine_ConfigValidationErrorEvent = None
cdef object class_machine_ConnectRecord = None
cdef object class_machine_ConnectRecordProcess = None
cdef object class_machine_CopyRequest = None
cdef object class_machine_DiskUsageInfo = None
cdef object class_machine_DiskUsageRequest = None
cdef object class_machine_Event = None
cdef object class_machine_EventsRequest = None
cdef object class_machine_FeaturesInfo = None
cdef object class_machine_FileInfo = None
cdef object class_machine_Hostname = None
cdef object class_machine_HostnameResponse = None
cdef object class_machine_ListRequest = None
cdef object class_machine_LogsContainer = None
cdef object class_machine_LogsContainersResponse = None
cdef object class_machine_LogsRequest = None
cdef object class_machine_MachineStatusEvent = None
cdef object class_machine_MachineStatusEventMachineStatus = None
cdef object class_machine_MachineStatusEventMachineStatusUnmetCondition = None
cdef object class_machine_MemInfo = None
cdef object class_machine_Memory = None
cdef object class_machine_MemoryResponse = None
cdef object class_machine_MetaDelete = None
cdef object class_machine_MetaDeleteRequest = None
cdef object class_machine_MetaDeleteResponse = None
cdef object class_machine_MetaWrite = None
cdef object class_machine_MetaWriteRequest = None
cdef object class_machine_MetaWriteResponse = None
cdef object class_machine_MountStat = None
cdef object class_machine_Mounts = None
cdef object class_machine_MountsResponse = None
cdef object class_machine_NetDev = None
cdef object class_machine_Netstat = None
cdef object class_machine_NetstatRequest = None
cdef object class_machine_NetstatRequestFeature = None
cdef object class_machine_NetstatRequestL4Proto = None
cdef object class_machine_NetstatRequestNetNs = None
cdef object class_machine_NetstatResponse = None
cdef object class_machine_NetworkDeviceStats = None
cdef object class_machine_NetworkDeviceStatsResponse = None
cdef object class_machine_PacketCaptureRequest = None
cdef object class_machine_PhaseEvent = None
cdef object class_machine_PlatformInfo = None
cdef object class_machine_ReadRequest = None
cdef object class_machine_Reset = None
cdef object class_machine_ResetPartitionSpec = None
cdef object class_machine_ResetRequest = None
cdef object class_machine_ResetResponse = None
cdef object class_machine_RestartEvent = None
cdef object class_machine_SequenceEvent = None
cdef object class_machine_ServiceEvent = None
cdef object class_machine_ServiceEvents = None
cdef object class_machine_ServiceHealth = None
cdef object class_machine_ServiceInfo = None
cdef object class_machine_ServiceList = None
cdef object class_machine_ServiceListResponse = None
cdef object class_machine_ServiceRestart = None
cdef object class_machine_ServiceRestartRequest = None
cdef object class_machine_ServiceRestartResponse = None
cdef object class_machine_ServiceStart = None
cdef object class_machine_ServiceStartRequest = None
cdef object class_machine_ServiceStartResponse = None
cdef object class_machine_ServiceStateEvent = None
cdef object class_machine_ServiceStop = None
cdef object class_machine_ServiceStopRequest = None
cdef object class_machine_ServiceStopResponse = None
cdef object class_machine_TaskEvent = None
cdef object class_machine_Version = None
cdef object class_machine_VersionInfo = None
cdef object class_machine_VersionResponse = None
cdef object class_machine_Xattr = None
cdef object class_storage_BlockDeviceWipe = None
cdef object class_storage_BlockDeviceWipeDescriptor = None
cdef object class_storage_BlockDeviceWipeRequest = None
cdef object class_storage_BlockDeviceWipeResponse = None
cdef object class_talos_api_v1_Backend = None
cdef object class_talos_api_v1_ListBackendsRequest = None
cdef object class_talos_api_v1_ListBackendsResponse = None
cdef object class_talos_component_v1_DescribeRequest = None
cdef object class_talos_component_v1_DescribeResponse = None
cdef object class_talos_component_v1_Event = None
cdef object class_talos_component_v1_GetMetricsRequest = None
cdef object class_talos_component_v1_GetMetricsResponse = None
cdef object class_talos_component_v1_Metric = None
cdef object class_talos_component_v1_ServedContract = None
cdef object class_talos_component_v1_UsedContract = None
cdef object class_talos_component_v1_WatchEventsRequest = None
cdef object class_talos_component_v1_WatchEventsResponse = None
cdef object class_talos_etcd_v1_GetStatusRequest = None
cdef object class_talos_etcd_v1_GetStatusResponse = None
cdef object class_talos_etcd_v1_ListMembersRequest = None
cdef object class_talos_etcd_v1_ListMembersResponse = None
cdef object class_talos_etcd_v1_Member = None
cdef object class_talos_etcd_v1_SnapshotRequest = None
cdef object class_talos_etcd_v1_SnapshotResponse = None
cdef object class_talos_filesystem_v1_CopyFilesRequest = None
cdef object class_talos_filesystem_v1_CopyFilesResponse = None
cdef object class_talos_filesystem_v1_DeleteMetaRequest = None
cdef object class_talos_filesystem_v1_DeleteMetaResponse = None
cdef object class_talos_filesystem_v1_DiskUsageEntry = None
cdef object class_talos_filesystem_v1_DiskUsageRequest = None
cdef object class_talos_filesystem_v1_DiskUsageResponse = None
cdef object class_talos_filesystem_v1_FileEntry = None
cdef object class_talos_filesystem_v1_ListFilesRequest = None
cdef object class_talos_filesystem_v1_ListFilesResponse = None
cdef object class_talos_filesystem_v1_MountStat = None
cdef object class_talos_filesystem_v1_MountTableRequest = None
cdef object class_talos_filesystem_v1_MountTableResponse = None
cdef object class_talos_filesystem_v1_MountVolumeRequest = None
cdef object class_talos_filesystem_v1_MountVolumeResponse = None
cdef object class_talos_filesystem_v1_PlanDiskRequest = None
cdef object class_talos_filesystem_v1_PlanDiskResponse = None
cdef object class_talos_filesystem_v1_PlanRequest = None
cdef object class_talos_filesystem_v1_PlanResponse = None
cdef object class_talos_filesystem_v1_PlanRow = None
cdef object class_talos_filesystem_v1_PlanVolumesRequest = None
cdef object class_talos_filesystem_v1_PlanVolumesResponse = None
cdef object class_talos_filesystem_v1_PlannedPartition = None
cdef object class_talos_filesystem_v1_PlannedVolume = None
cdef object class_talos_filesystem_v1_ProvisionDiskRequest = None
cdef object class_talos_filesystem_v1_ProvisionDiskResponse = None
cdef object class_talos_filesystem_v1_ReadFileRequest = None
cdef object class_talos_filesystem_v1_ReadFileResponse = None
cdef object class_talos_filesystem_v1_ReadMetaRequest = None
cdef object class_talos_filesystem_v1_ReadMetaResponse = None
cdef object class_talos_filesystem_v1_StatMountsRequest = None
cdef object class_talos_filesystem_v1_StatMountsResponse = None
cdef object class_talos_filesystem_v1_TreeRepairEvent = None
cdef object class_talos_filesystem_v1_UnmountTableRequest = None
cdef object class_talos_filesystem_v1_UnmountTableResponse = None
cdef object class_talos_filesystem_v1_UnmountVolumeRequest = None
cdef object class_talos_filesystem_v1_UnmountVolumeResponse = None
cdef object class_talos_filesystem_v1_WipeDevice = None
cdef object class_talos_filesystem_v1_WipeDevicesRequest = None
cdef object class_talos_filesystem_v1_WipeDevicesResponse = None
cdef object class_talos_filesystem_v1_WipeVolumesRequest = None
cdef object class_talos_filesystem_v1_WipeVolumesResponse = None
cdef object class_talos_filesystem_v1_WriteEtcFileRequest = None
cdef object class_talos_filesystem_v1_WriteEtcFileResponse = None
cdef object class_talos_filesystem_v1_WriteMetaRequest = None
cdef object class_talos_filesystem_v1_WriteMetaResponse = None
cdef object class_talos_init_v1_ResetRequest = None
cdef object class_talos_init_v1_ResetResponse = None
cdef object class_talos_init_v1_ShutdownRequest = None
cdef object class_talos_init_v1_ShutdownResponse = None
cdef object class_talos_kubelet_v1_RenderRequest = None
cdef object class_talos_kubelet_v1_RenderResponse = None
cdef object class_talos_network_v1_ApplyRequest = None
cdef object class_talos_network_v1_ApplyResponse = None
cdef object class_talos_network_v1_BpfInstruction = None
cdef object class_talos_network_v1_CapturePacketsRequest = None
cdef object class_talos_network_v1_CapturePacketsResponse = None
cdef object class_talos_network_v1_ConfirmRequest = None
cdef object class_talos_network_v1_ConfirmResponse = None
cdef object class_talos_network_v1_DeviceCounters = None
cdef object class_talos_network_v1_ListDeviceCountersRequest = None
cdef object class_talos_network_v1_ListDeviceCountersResponse = None
cdef object class_talos_network_v1_ListSocketsRequest = None
cdef object class_talos_network_v1_ListSocketsResponse = None
cdef object class_talos_network_v1_MeasureTimeRequest = None
cdef object class_talos_network_v1_MeasureTimeResponse = None
cdef object class_talos_network_v1_Operation = None
cdef object class_talos_network_v1_PlanRequest = None
cdef object class_talos_network_v1_PlanResponse = None
cdef object class_talos_network_v1_RevertRequest = None
cdef object class_talos_network_v1_RevertResponse = None
cdef object class_talos_network_v1_Socket = None
cdef object class_talos_network_v1_Trial = None
cdef object class_talos_network_v1_TrialEvent = None
cdef object class_talos_resource_v1_Definition = None
cdef object class_talos_resource_v1_GetRequest = None
cdef object class_talos_resource_v1_GetResponse = None
cdef object class_talos_resource_v1_ListDefinitionsRequest = None
cdef object class_talos_resource_v1_ListDefinitionsResponse = None
cdef object class_talos_resource_v1_ListRequest = None
cdef object class_talos_resource_v1_ListResponse = None
cdef object class_talos_resource_v1_Metadata = None
cdef object class_talos_resource_v1_PrintColumn = None
cdef object class_talos_resource_v1_Resource = None
cdef object class_talos_resource_v1_WatchRequest = None
cdef object class_talos_resource_v1_WatchResponse = None
cdef object class_talos_supervisor_v1_ListLogsRequest = None
cdef object class_talos_supervisor_v1_ListLogsResponse = None
cdef object class_talos_supervisor_v1_ListServicesRequest = None
cdef object class_talos_supervisor_v1_ListServicesResponse = None
cdef object class_talos_supervisor_v1_RestartServiceRequest = None
cdef object class_talos_supervisor_v1_RestartServiceResponse = None
cdef object class_talos_supervisor_v1_Service = None
cdef object class_talos_supervisor_v1_ServiceEvent = None
cdef object class_talos_supervisor_v1_ServiceHealth = None
cdef object class_talos_supervisor_v1_StartServiceRequest = None
cdef object class_talos_supervisor_v1_StartServiceResponse = None
cdef object class_talos_supervisor_v1_StopServiceRequest = None
cdef object class_talos_supervisor_v1_StopServiceResponse = None
cdef object class_talos_supervisor_v1_StreamLogsRequest = None
cdef object class_talos_supervisor_v1_StreamLogsResponse = None
cdef object class_time_Time = None
cdef object class_time_TimeRequest = None
cdef object class_time_TimeResponse = None
cdef object enum_common_Code = None, zero_common_Code = None
cdef tuple small_common_Code = None
cdef object enum_common_ContainerDriver = None, zero_common_ContainerDriver = None
cdef tuple small_common_ContainerDriver = None
cdef object enum_cosi_resource_EventType = None, zero_cosi_resource_EventType = None
cdef tuple small_cosi_resource_EventType = None
cdef object enum_cosi_resource_LabelTermOperation = None, zero_cosi_resource_LabelTermOperation = None
cdef tuple small_cosi_resource_LabelTermOperation = None
cdef object enum_grpc_health_v1_HealthCheckResponseServingStatus = None, zero_grpc_health_v1_HealthCheckResponseServingStatus = None
cdef tuple small_grpc_health_v1_HealthCheckResponseServingStatus = None
cdef object enum_machine_ConnectRecordState = None, zero_machine_ConnectRecordState = None
cdef tuple small_machine_ConnectRecordState = None
cdef object enum_machine_ConnectRecordTimerActive = None, zero_machine_ConnectRecordTimerActive = None
cdef tuple small_machine_ConnectRecordTimerActive = None
cdef object enum_machine_ListRequestType = None, zero_machine_ListRequestType = None
cdef tuple small_machine_ListRequestType = None
cdef object enum_machine_MachineStatusEventMachineStage = None, zero_machine_MachineStatusEventMachineStage = None
cdef tuple small_machine_MachineStatusEventMachineStage = None
cdef object enum_machine_NetstatRequestFilter = None, zero_machine_NetstatRequestFilter = None
cdef tuple small_machine_NetstatRequestFilter = None
cdef object enum_machine_PhaseEventAction = None, zero_machine_PhaseEventAction = None
cdef tuple small_machine_PhaseEventAction = None
cdef object enum_machine_ResetRequestWipeMode = None, zero_machine_ResetRequestWipeMode = None
cdef tuple small_machine_ResetRequestWipeMode = None
cdef object enum_machine_SequenceEventAction = None, zero_machine_SequenceEventAction = None
cdef tuple small_machine_SequenceEventAction = None
cdef object enum_machine_ServiceStateEventAction = None, zero_machine_ServiceStateEventAction = None
cdef tuple small_machine_ServiceStateEventAction = None
cdef object enum_machine_TaskEventAction = None, zero_machine_TaskEventAction = None
cdef tuple small_machine_TaskEventAction = None
cdef object enum_storage_BlockDeviceWipeDescriptorMethod = None, zero_storage_BlockDeviceWipeDescriptorMethod = None
cdef tuple small_storage_BlockDeviceWipeDescriptorMethod = None
cdef object enum_talos_filesystem_v1_FileType = None, zero_talos_filesystem_v1_FileType = None
cdef tuple small_talos_filesystem_v1_FileType = None
cdef object enum_talos_filesystem_v1_WipeMethod = None, zero_talos_filesystem_v1_WipeMethod = None
cdef tuple small_talos_filesystem_v1_WipeMethod = None
cdef object enum_talos_resource_v1_EventType = None, zero_talos_resource_v1_EventType = None
cdef tuple small_talos_resource_v1_EventType = None
cdef object enum_talos_resource_v1_Phase = None, zero_talos_resource_v1_Phase = None
cdef tuple small_talos_resource_v1_Phase = None
cdef object enum_talos_resource_v1_Sensitivity = None, zero_talos_resource_v1_Sensitivity = None
cdef tuple small_talos_resource_v1_Sensitivity = None
cdef object enum_talos_supervisor_v1_ServiceState = None, zero_talos_supervisor_v1_ServiceState = None
cdef tuple small_talos_supervisor_v1_ServiceState = None


cdef int write_common_Data(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_common_Data and not isinstance(m, class_common_Data):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.bytes
    if x:
        put_varint(o, 18)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_common_Data(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "common.Data"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = b""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("common.Data", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_common_Data, {
        "metadata": x1,
        "bytes": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_common_Error(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_common_Error and not isinstance(m, class_common_Error):
        wrong(m)
    x = m.code
    if x:
        put_varint(o, 8)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.message
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.details
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Any(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_common_Error(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "common.Error"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = zero_common_Code
    cdef object x2 = ""
    cdef list x3 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = member(small_common_Code, enum_common_Code, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_google_protobuf_Any(i, p, q, None, inside(depth, p))
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("common.Error", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_common_Error, {
        "code": x1,
        "message": x2,
        "details": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_common_Metadata(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_common_Metadata and not isinstance(m, class_common_Metadata):
        wrong(m)
    x = m.hostname
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.error
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.status
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_google_rpc_Status(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_common_Metadata(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "common.Metadata"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("common.Metadata", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_google_rpc_Status(i, p3, q3, m3, inside(depth, p3))
    return instance(class_common_Metadata, {
        "hostname": x1,
        "error": x2,
        "status": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_CreateOptions(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_CreateOptions and not isinstance(m, class_cosi_resource_CreateOptions):
        wrong(m)
    x = m.owner
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_CreateOptions(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.CreateOptions"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.CreateOptions", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_CreateOptions, {
        "owner": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_CreateRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_CreateRequest and not isinstance(m, class_cosi_resource_CreateRequest):
        wrong(m)
    x = m.resource
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m.options
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_cosi_resource_CreateOptions(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_CreateRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.CreateRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("cosi.resource.CreateRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_cosi_resource_Resource(i, p1, q1, m1, inside(depth, p1))
    if q2 >= 0:
        x2 = read_cosi_resource_CreateOptions(i, p2, q2, m2, inside(depth, p2))
    return instance(class_cosi_resource_CreateRequest, {
        "resource": x1,
        "options": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_CreateResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_CreateResponse and not isinstance(m, class_cosi_resource_CreateResponse):
        wrong(m)
    x = m.resource
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_CreateResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.CreateResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.CreateResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_cosi_resource_Resource(i, p1, q1, m1, inside(depth, p1))
    return instance(class_cosi_resource_CreateResponse, {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_DestroyOptions(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_DestroyOptions and not isinstance(m, class_cosi_resource_DestroyOptions):
        wrong(m)
    x = m.owner
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_DestroyOptions(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.DestroyOptions"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.DestroyOptions", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_DestroyOptions, {
        "owner": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_DestroyRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_DestroyRequest and not isinstance(m, class_cosi_resource_DestroyRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_cosi_resource_DestroyOptions(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_DestroyRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.DestroyRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("cosi.resource.DestroyRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_cosi_resource_DestroyOptions(i, p4, q4, m4, inside(depth, p4))
    return instance(class_cosi_resource_DestroyRequest, {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_DestroyResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_DestroyResponse and not isinstance(m, class_cosi_resource_DestroyResponse):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_DestroyResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.DestroyResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("cosi.resource.DestroyResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_DestroyResponse, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_Event(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_Event and not isinstance(m, class_cosi_resource_Event):
        wrong(m)
    x = m.resource
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m.event_type
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.old
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_cosi_resource_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m.error
    if x is not None:
        put_varint(o, 34)
        put_string(o, x)
    x = m.bookmark
    if x is not None:
        put_varint(o, 42)
        put_bytes(o, x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_Event(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.Event"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = zero_cosi_resource_EventType
    cdef object x3 = None
    cdef object x4 = None
    cdef object x5 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_cosi_resource_EventType, enum_cosi_resource_EventType, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                x5 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("cosi.resource.Event", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_cosi_resource_Resource(i, p1, q1, m1, inside(depth, p1))
    if q3 >= 0:
        x3 = read_cosi_resource_Resource(i, p3, q3, m3, inside(depth, p3))
    return instance(class_cosi_resource_Event, {
        "resource": x1,
        "event_type": x2,
        "old": x3,
        "error": x4,
        "bookmark": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_GetOptions(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_GetOptions and not isinstance(m, class_cosi_resource_GetOptions):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_GetOptions(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.GetOptions"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("cosi.resource.GetOptions", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_GetOptions, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_GetRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_GetRequest and not isinstance(m, class_cosi_resource_GetRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_cosi_resource_GetOptions(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_GetRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.GetRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("cosi.resource.GetRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_cosi_resource_GetOptions(i, p4, q4, m4, inside(depth, p4))
    return instance(class_cosi_resource_GetRequest, {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_GetResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_GetResponse and not isinstance(m, class_cosi_resource_GetResponse):
        wrong(m)
    x = m.resource
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_GetResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.GetResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.GetResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_cosi_resource_Resource(i, p1, q1, m1, inside(depth, p1))
    return instance(class_cosi_resource_GetResponse, {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_IdQuery(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_IdQuery and not isinstance(m, class_cosi_resource_IdQuery):
        wrong(m)
    x = m.regexp
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_IdQuery(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.IDQuery"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.IDQuery", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_IdQuery, {
        "regexp": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_LabelQuery(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_LabelQuery and not isinstance(m, class_cosi_resource_LabelQuery):
        wrong(m)
    x = m.terms
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_LabelTerm(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_LabelQuery(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.LabelQuery"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_cosi_resource_LabelTerm(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.LabelQuery", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_LabelQuery, {
        "terms": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_LabelTerm(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_LabelTerm and not isinstance(m, class_cosi_resource_LabelTerm):
        wrong(m)
    x = m.key
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.op
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.value
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        put_string(o, y)
    x = m.invert
    if x is True:
        put_varint(o, 32)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_LabelTerm(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.LabelTerm"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = zero_cosi_resource_LabelTermOperation
    cdef list x3 = []
    cdef object x4 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_cosi_resource_LabelTermOperation, enum_cosi_resource_LabelTermOperation, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("cosi.resource.LabelTerm", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_LabelTerm, {
        "key": x1,
        "op": x2,
        "value": x3,
        "invert": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_ListOptions(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_ListOptions and not isinstance(m, class_cosi_resource_ListOptions):
        wrong(m)
    x = m.label_query
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_LabelQuery(o, y, deeper(depth))
        finish(o, at)
    x = m.id_query
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_cosi_resource_IdQuery(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_ListOptions(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.ListOptions"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef object x2 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_cosi_resource_LabelQuery(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("cosi.resource.ListOptions", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_cosi_resource_IdQuery(i, p2, q2, m2, inside(depth, p2))
    return instance(class_cosi_resource_ListOptions, {
        "label_query": x1,
        "id_query": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_ListRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_ListRequest and not isinstance(m, class_cosi_resource_ListRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_cosi_resource_ListOptions(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_ListRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.ListRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("cosi.resource.ListRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_cosi_resource_ListOptions(i, p3, q3, m3, inside(depth, p3))
    return instance(class_cosi_resource_ListRequest, {
        "namespace": x1,
        "type": x2,
        "options": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_ListResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_ListResponse and not isinstance(m, class_cosi_resource_ListResponse):
        wrong(m)
    x = m.resource
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_ListResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.ListResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.ListResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_cosi_resource_Resource(i, p1, q1, m1, inside(depth, p1))
    return instance(class_cosi_resource_ListResponse, {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_Metadata(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_Metadata and not isinstance(m, class_cosi_resource_Metadata):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.version
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.owner
    if x:
        put_varint(o, 42)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.phase
    if x:
        put_varint(o, 50)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.created
    if x is not None:
        put_varint(o, 58)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.updated
    if x is not None:
        put_varint(o, 66)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.finalizers
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 74)
        put_string(o, y)
    x = m.labels
    if not PyDict_CheckExact(x):
        x = mapping(x)
    for k, w in x.items():
        put_varint(o, 82)
        at = begin(o)
        write_cosi_resource_MetadataLabelsEntry(o, k, w, deeper(depth))
        finish(o, at)
    x = m.annotations
    if not PyDict_CheckExact(x):
        x = mapping(x)
    for k, w in x.items():
        put_varint(o, 90)
        at = begin(o)
        write_cosi_resource_MetadataAnnotationsEntry(o, k, w, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_Metadata(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.Metadata"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = ""
    cdef object x5 = ""
    cdef object x6 = ""
    cdef object x7 = None
    cdef object x8 = None
    cdef list x9 = []
    cdef dict x10 = {}
    cdef dict x11 = {}
    cdef Py_ssize_t p7 = 0, q7 = -1
    cdef list m7 = None
    cdef Py_ssize_t p8 = 0, q8 = -1
    cdef list m8 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                x5 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                x6 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 58:
                q = get_end(i, &p, e, name)
                if q7 < 0:
                    p7 = p
                    q7 = q
                else:
                    m7 = later(m7, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 66:
                q = get_end(i, &p, e, name)
                if q8 < 0:
                    p8 = p
                    q8 = q
                else:
                    m8 = later(m8, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 74:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x9.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 82:
                q = get_end(i, &p, e, name)
                charge(i, p)
                if not read_cosi_resource_MetadataLabelsEntry(x10, i, p, q, None, inside(depth, p)):
                    unknown = keep(unknown, t, q)
                p = q
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 90:
                q = get_end(i, &p, e, name)
                charge(i, p)
                if not read_cosi_resource_MetadataAnnotationsEntry(x11, i, p, q, None, inside(depth, p)):
                    unknown = keep(unknown, t, q)
                p = q
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}:
                    raise wrong_type("cosi.resource.Metadata", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q7 >= 0:
        x7 = read_google_protobuf_Timestamp_value(i, p7, q7, m7, inside(depth, p7))
    if q8 >= 0:
        x8 = read_google_protobuf_Timestamp_value(i, p8, q8, m8, inside(depth, p8))
    return instance(class_cosi_resource_Metadata, {
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
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_MetadataLabelsEntry(Out* o, object key, object value, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    put_varint(o, 10)
    put_string(o, key)
    put_varint(o, 18)
    put_string(o, value)
    return 0


cdef object read_cosi_resource_MetadataLabelsEntry(dict into, In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.Metadata.LabelsEntry"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("cosi.resource.Metadata.LabelsEntry", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if unknown is not None:
        return False
    into[x1] = x2
    return True


cdef int write_cosi_resource_MetadataAnnotationsEntry(Out* o, object key, object value, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    put_varint(o, 10)
    put_string(o, key)
    put_varint(o, 18)
    put_string(o, value)
    return 0


cdef object read_cosi_resource_MetadataAnnotationsEntry(dict into, In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.Metadata.AnnotationsEntry"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("cosi.resource.Metadata.AnnotationsEntry", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if unknown is not None:
        return False
    into[x1] = x2
    return True


cdef int write_cosi_resource_Resource(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_Resource and not isinstance(m, class_cosi_resource_Resource):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.spec
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_cosi_resource_Spec(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_Resource(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.Resource"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("cosi.resource.Resource", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_cosi_resource_Metadata(i, p1, q1, m1, inside(depth, p1))
    if q2 >= 0:
        x2 = read_cosi_resource_Spec(i, p2, q2, m2, inside(depth, p2))
    return instance(class_cosi_resource_Resource, {
        "metadata": x1,
        "spec": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_Spec(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_Spec and not isinstance(m, class_cosi_resource_Spec):
        wrong(m)
    x = m.proto_spec
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m.yaml_spec
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_Spec(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.Spec"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("cosi.resource.Spec", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_Spec, {
        "proto_spec": x1,
        "yaml_spec": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_TeardownAndDestroyOptions(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_TeardownAndDestroyOptions and not isinstance(m, class_cosi_resource_TeardownAndDestroyOptions):
        wrong(m)
    x = m.owner
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_TeardownAndDestroyOptions(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.TeardownAndDestroyOptions"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.TeardownAndDestroyOptions", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_TeardownAndDestroyOptions, {
        "owner": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_TeardownAndDestroyRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_TeardownAndDestroyRequest and not isinstance(m, class_cosi_resource_TeardownAndDestroyRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_cosi_resource_TeardownAndDestroyOptions(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_TeardownAndDestroyRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.TeardownAndDestroyRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("cosi.resource.TeardownAndDestroyRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_cosi_resource_TeardownAndDestroyOptions(i, p4, q4, m4, inside(depth, p4))
    return instance(class_cosi_resource_TeardownAndDestroyRequest, {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_TeardownAndDestroyResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_TeardownAndDestroyResponse and not isinstance(m, class_cosi_resource_TeardownAndDestroyResponse):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_TeardownAndDestroyResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.TeardownAndDestroyResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("cosi.resource.TeardownAndDestroyResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_TeardownAndDestroyResponse, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_TeardownOptions(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_TeardownOptions and not isinstance(m, class_cosi_resource_TeardownOptions):
        wrong(m)
    x = m.owner
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_TeardownOptions(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.TeardownOptions"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.TeardownOptions", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_TeardownOptions, {
        "owner": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_TeardownRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_TeardownRequest and not isinstance(m, class_cosi_resource_TeardownRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.options
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_cosi_resource_TeardownOptions(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_TeardownRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.TeardownRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("cosi.resource.TeardownRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_cosi_resource_TeardownOptions(i, p4, q4, m4, inside(depth, p4))
    return instance(class_cosi_resource_TeardownRequest, {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_TeardownResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_TeardownResponse and not isinstance(m, class_cosi_resource_TeardownResponse):
        wrong(m)
    x = m.destroy_ready
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_TeardownResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.TeardownResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.TeardownResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_TeardownResponse, {
        "destroy_ready": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_UpdateOptions(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_UpdateOptions and not isinstance(m, class_cosi_resource_UpdateOptions):
        wrong(m)
    x = m.owner
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.expected_phase
    if x is not None:
        put_varint(o, 18)
        put_string(o, x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_UpdateOptions(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.UpdateOptions"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("cosi.resource.UpdateOptions", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_UpdateOptions, {
        "owner": x1,
        "expected_phase": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_UpdateRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_UpdateRequest and not isinstance(m, class_cosi_resource_UpdateRequest):
        wrong(m)
    x = m.new_resource
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_cosi_resource_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m.options
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_cosi_resource_UpdateOptions(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_UpdateRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.UpdateRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x2 = None
    cdef object x3 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {2, 3}:
                    raise wrong_type("cosi.resource.UpdateRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_cosi_resource_Resource(i, p2, q2, m2, inside(depth, p2))
    if q3 >= 0:
        x3 = read_cosi_resource_UpdateOptions(i, p3, q3, m3, inside(depth, p3))
    return instance(class_cosi_resource_UpdateRequest, {
        "new_resource": x2,
        "options": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_UpdateResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_UpdateResponse and not isinstance(m, class_cosi_resource_UpdateResponse):
        wrong(m)
    x = m.resource
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_UpdateResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.UpdateResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.UpdateResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_cosi_resource_Resource(i, p1, q1, m1, inside(depth, p1))
    return instance(class_cosi_resource_UpdateResponse, {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_WatchOptions(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_WatchOptions and not isinstance(m, class_cosi_resource_WatchOptions):
        wrong(m)
    x = m.bootstrap_contents
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.tail_events
    if x:
        put_varint(o, 16)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.label_query
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        at = begin(o)
        write_cosi_resource_LabelQuery(o, y, deeper(depth))
        finish(o, at)
    x = m.id_query
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_cosi_resource_IdQuery(o, x, deeper(depth))
        finish(o, at)
    x = m.aggregated
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.start_from_bookmark
    if x is not None:
        put_varint(o, 50)
        put_bytes(o, x)
    x = m.bootstrap_bookmark
    if x is True:
        put_varint(o, 56)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_WatchOptions(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.WatchOptions"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    cdef object x2 = 0
    cdef list x3 = []
    cdef object x4 = None
    cdef object x5 = False
    cdef object x6 = None
    cdef object x7 = False
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_cosi_resource_LabelQuery(i, p, q, None, inside(depth, p))
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                x6 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7}:
                    raise wrong_type("cosi.resource.WatchOptions", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_cosi_resource_IdQuery(i, p4, q4, m4, inside(depth, p4))
    return instance(class_cosi_resource_WatchOptions, {
        "bootstrap_contents": x1,
        "tail_events": x2,
        "label_query": x3,
        "id_query": x4,
        "aggregated": x5,
        "start_from_bookmark": x6,
        "bootstrap_bookmark": x7,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_WatchRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_WatchRequest and not isinstance(m, class_cosi_resource_WatchRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x is not None:
        put_varint(o, 26)
        put_string(o, x)
    x = m.options
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_cosi_resource_WatchOptions(o, x, deeper(depth))
        finish(o, at)
    x = m.api_version
    if x:
        put_varint(o, 40)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_WatchRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.WatchRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = None
    cdef object x4 = None
    cdef object x5 = 0
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("cosi.resource.WatchRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_cosi_resource_WatchOptions(i, p4, q4, m4, inside(depth, p4))
    return instance(class_cosi_resource_WatchRequest, {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "options": x4,
        "api_version": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_cosi_resource_WatchResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_cosi_resource_WatchResponse and not isinstance(m, class_cosi_resource_WatchResponse):
        wrong(m)
    x = m.event
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_cosi_resource_Event(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_cosi_resource_WatchResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "cosi.resource.WatchResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_cosi_resource_Event(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("cosi.resource.WatchResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_cosi_resource_WatchResponse, {
        "event": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_KeyValue(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_KeyValue and not isinstance(m, class_etcdserverpb_KeyValue):
        wrong(m)
    x = m.key
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m.create_revision
    if x:
        put_varint(o, 16)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.mod_revision
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.version
    if x:
        put_varint(o, 32)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.value
    if x:
        put_varint(o, 42)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m.lease
    if x:
        put_varint(o, 48)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_KeyValue(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.KeyValue"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = 0
    cdef object x5 = b""
    cdef object x6 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                x5 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6}:
                    raise wrong_type("etcdserverpb.KeyValue", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_etcdserverpb_KeyValue, {
        "key": x1,
        "create_revision": x2,
        "mod_revision": x3,
        "version": x4,
        "value": x5,
        "lease": x6,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_Member(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_Member and not isinstance(m, class_etcdserverpb_Member):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 8)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.name
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.peer_ur_ls
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        put_string(o, y)
    x = m.client_ur_ls
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        put_string(o, y)
    x = m.is_learner
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_Member(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.Member"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    cdef list x3 = []
    cdef list x4 = []
    cdef object x5 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("etcdserverpb.Member", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_etcdserverpb_Member, {
        "id": x1,
        "name": x2,
        "peer_ur_ls": x3,
        "client_ur_ls": x4,
        "is_learner": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_MemberListRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_MemberListRequest and not isinstance(m, class_etcdserverpb_MemberListRequest):
        wrong(m)
    x = m.linearizable
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_MemberListRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.MemberListRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("etcdserverpb.MemberListRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_etcdserverpb_MemberListRequest, {
        "linearizable": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_MemberListResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_MemberListResponse and not isinstance(m, class_etcdserverpb_MemberListResponse):
        wrong(m)
    x = m.header
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_etcdserverpb_ResponseHeader(o, x, deeper(depth))
        finish(o, at)
    x = m.members
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_etcdserverpb_Member(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_MemberListResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.MemberListResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef list x2 = []
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_etcdserverpb_Member(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("etcdserverpb.MemberListResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_etcdserverpb_ResponseHeader(i, p1, q1, m1, inside(depth, p1))
    return instance(class_etcdserverpb_MemberListResponse, {
        "header": x1,
        "members": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_RangeRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_RangeRequest and not isinstance(m, class_etcdserverpb_RangeRequest):
        wrong(m)
    x = m.key
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m.range_end
    if x:
        put_varint(o, 18)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m.limit
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.revision
    if x:
        put_varint(o, 32)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.serializable
    if x is True:
        put_varint(o, 56)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.keys_only
    if x is True:
        put_varint(o, 64)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.count_only
    if x is True:
        put_varint(o, 72)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_RangeRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.RangeRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    cdef object x2 = b""
    cdef object x3 = 0
    cdef object x4 = 0
    cdef object x7 = False
    cdef object x8 = False
    cdef object x9 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 72:
                x9 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 7, 8, 9}:
                    raise wrong_type("etcdserverpb.RangeRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_etcdserverpb_RangeRequest, {
        "key": x1,
        "range_end": x2,
        "limit": x3,
        "revision": x4,
        "serializable": x7,
        "keys_only": x8,
        "count_only": x9,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_RangeResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_RangeResponse and not isinstance(m, class_etcdserverpb_RangeResponse):
        wrong(m)
    x = m.header
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_etcdserverpb_ResponseHeader(o, x, deeper(depth))
        finish(o, at)
    x = m.kvs
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_etcdserverpb_KeyValue(o, y, deeper(depth))
        finish(o, at)
    x = m.more
    if x is True:
        put_varint(o, 24)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.count
    if x:
        put_varint(o, 32)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_RangeResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.RangeResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef list x2 = []
    cdef object x3 = False
    cdef object x4 = 0
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_etcdserverpb_KeyValue(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("etcdserverpb.RangeResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_etcdserverpb_ResponseHeader(i, p1, q1, m1, inside(depth, p1))
    return instance(class_etcdserverpb_RangeResponse, {
        "header": x1,
        "kvs": x2,
        "more": x3,
        "count": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_ResponseHeader(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_ResponseHeader and not isinstance(m, class_etcdserverpb_ResponseHeader):
        wrong(m)
    x = m.cluster_id
    if x:
        put_varint(o, 8)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.member_id
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.revision
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.raft_term
    if x:
        put_varint(o, 32)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_ResponseHeader(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.ResponseHeader"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("etcdserverpb.ResponseHeader", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_etcdserverpb_ResponseHeader, {
        "cluster_id": x1,
        "member_id": x2,
        "revision": x3,
        "raft_term": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_SnapshotRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_SnapshotRequest and not isinstance(m, class_etcdserverpb_SnapshotRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_SnapshotRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.SnapshotRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("etcdserverpb.SnapshotRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_etcdserverpb_SnapshotRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_SnapshotResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_SnapshotResponse and not isinstance(m, class_etcdserverpb_SnapshotResponse):
        wrong(m)
    x = m.header
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_etcdserverpb_ResponseHeader(o, x, deeper(depth))
        finish(o, at)
    x = m.remaining_bytes
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.blob
    if x:
        put_varint(o, 26)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_SnapshotResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.SnapshotResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = 0
    cdef object x3 = b""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("etcdserverpb.SnapshotResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_etcdserverpb_ResponseHeader(i, p1, q1, m1, inside(depth, p1))
    return instance(class_etcdserverpb_SnapshotResponse, {
        "header": x1,
        "remaining_bytes": x2,
        "blob": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_StatusRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_StatusRequest and not isinstance(m, class_etcdserverpb_StatusRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_StatusRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.StatusRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("etcdserverpb.StatusRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_etcdserverpb_StatusRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_etcdserverpb_StatusResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_etcdserverpb_StatusResponse and not isinstance(m, class_etcdserverpb_StatusResponse):
        wrong(m)
    x = m.header
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_etcdserverpb_ResponseHeader(o, x, deeper(depth))
        finish(o, at)
    x = m.version
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.db_size
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.leader
    if x:
        put_varint(o, 32)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.raft_index
    if x:
        put_varint(o, 40)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.raft_term
    if x:
        put_varint(o, 48)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.raft_applied_index
    if x:
        put_varint(o, 56)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.errors
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 66)
        put_string(o, y)
    x = m.db_size_in_use
    if x:
        put_varint(o, 72)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.is_learner
    if x is True:
        put_varint(o, 80)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_etcdserverpb_StatusResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "etcdserverpb.StatusResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef object x3 = 0
    cdef object x4 = 0
    cdef object x5 = 0
    cdef object x6 = 0
    cdef object x7 = 0
    cdef list x8 = []
    cdef object x9 = 0
    cdef object x10 = False
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 66:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x8.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 72:
                x9 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 80:
                x10 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}:
                    raise wrong_type("etcdserverpb.StatusResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_etcdserverpb_ResponseHeader(i, p1, q1, m1, inside(depth, p1))
    return instance(class_etcdserverpb_StatusResponse, {
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
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_google_protobuf_Any(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_google_protobuf_Any and not isinstance(m, class_google_protobuf_Any):
        wrong(m)
    x = m.type_url
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.value
    if x:
        put_varint(o, 18)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_google_protobuf_Any(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "google.protobuf.Any"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("google.protobuf.Any", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_google_protobuf_Any, {
        "type_url": x1,
        "value": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_google_protobuf_Duration(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_google_protobuf_Duration and not isinstance(m, class_google_protobuf_Duration):
        wrong(m)
    x = m.seconds
    if x:
        put_varint(o, 8)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.nanos
    if x:
        put_varint(o, 16)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_google_protobuf_Duration(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "google.protobuf.Duration"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("google.protobuf.Duration", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_google_protobuf_Duration, {
        "seconds": x1,
        "nanos": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_google_protobuf_Duration_value(Out* o, object x, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    seconds, nanos = from_timedelta(x)
    if seconds:
        put_varint(o, 8)
        put_int64(o, seconds)
    elif seconds != 0:
        wrong(seconds)
    if nanos:
        put_varint(o, 16)
        put_int32(o, nanos)
    elif nanos != 0:
        wrong(nanos)
    return 0


cdef object read_google_protobuf_Duration_value(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "google.protobuf.Duration"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("google.protobuf.Duration", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    try:
        return to_timedelta(x1, x2)
    except ValueError as error:
        raise invalid(name.decode(), e, error) from None


cdef int write_google_protobuf_Empty(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_google_protobuf_Empty and not isinstance(m, class_google_protobuf_Empty):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_google_protobuf_Empty(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "google.protobuf.Empty"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("google.protobuf.Empty", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_google_protobuf_Empty, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_google_protobuf_Timestamp(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_google_protobuf_Timestamp and not isinstance(m, class_google_protobuf_Timestamp):
        wrong(m)
    x = m.seconds
    if x:
        put_varint(o, 8)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.nanos
    if x:
        put_varint(o, 16)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_google_protobuf_Timestamp(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "google.protobuf.Timestamp"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("google.protobuf.Timestamp", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_google_protobuf_Timestamp, {
        "seconds": x1,
        "nanos": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_google_protobuf_Timestamp_value(Out* o, object x, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    seconds, nanos = split_datetime(x)
    if seconds:
        put_varint(o, 8)
        put_int64(o, seconds)
    elif seconds != 0:
        wrong(seconds)
    if nanos:
        put_varint(o, 16)
        put_int32(o, nanos)
    elif nanos != 0:
        wrong(nanos)
    return 0


cdef object read_google_protobuf_Timestamp_value(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "google.protobuf.Timestamp"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("google.protobuf.Timestamp", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    try:
        return join_datetime(x1, x2)
    except ValueError as error:
        raise invalid(name.decode(), e, error) from None


cdef int write_google_rpc_Status(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_google_rpc_Status and not isinstance(m, class_google_rpc_Status):
        wrong(m)
    x = m.code
    if x:
        put_varint(o, 8)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.message
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.details
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Any(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_google_rpc_Status(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "google.rpc.Status"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    cdef list x3 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_google_protobuf_Any(i, p, q, None, inside(depth, p))
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("google.rpc.Status", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_google_rpc_Status, {
        "code": x1,
        "message": x2,
        "details": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_health_v1_HealthCheckRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_health_v1_HealthCheckRequest and not isinstance(m, class_grpc_health_v1_HealthCheckRequest):
        wrong(m)
    x = m.service
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_health_v1_HealthCheckRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.health.v1.HealthCheckRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("grpc.health.v1.HealthCheckRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_health_v1_HealthCheckRequest, {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_health_v1_HealthCheckResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_health_v1_HealthCheckResponse and not isinstance(m, class_grpc_health_v1_HealthCheckResponse):
        wrong(m)
    x = m.status
    if x:
        put_varint(o, 8)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_health_v1_HealthCheckResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.health.v1.HealthCheckResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = zero_grpc_health_v1_HealthCheckResponseServingStatus
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = member(small_grpc_health_v1_HealthCheckResponseServingStatus, enum_grpc_health_v1_HealthCheckResponseServingStatus, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("grpc.health.v1.HealthCheckResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_health_v1_HealthCheckResponse, {
        "status": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1_ErrorResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1_ErrorResponse and not isinstance(m, class_grpc_reflection_v1_ErrorResponse):
        wrong(m)
    x = m.error_code
    if x:
        put_varint(o, 8)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.error_message
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1_ErrorResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1.ErrorResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("grpc.reflection.v1.ErrorResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1_ErrorResponse, {
        "error_code": x1,
        "error_message": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1_ExtensionNumberResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1_ExtensionNumberResponse and not isinstance(m, class_grpc_reflection_v1_ExtensionNumberResponse):
        wrong(m)
    x = m.base_type_name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.extension_number
    if not PyList_CheckExact(x):
        x = sequence(x)
    if x:
        put_varint(o, 18)
        at = begin(o)
        for y in x:
            put_int32(o, y)
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1_ExtensionNumberResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1.ExtensionNumberResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef list x2 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                while p < q:
                    v = <int32_t>get_varint(i, &p, q, name)
                    x2.append(v)
                if p != q:
                    cut(name, p)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 16:
                v = <int32_t>get_varint(i, &p, e, name)
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("grpc.reflection.v1.ExtensionNumberResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1_ExtensionNumberResponse, {
        "base_type_name": x1,
        "extension_number": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1_ExtensionRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1_ExtensionRequest and not isinstance(m, class_grpc_reflection_v1_ExtensionRequest):
        wrong(m)
    x = m.containing_type
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.extension_number
    if x:
        put_varint(o, 16)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1_ExtensionRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1.ExtensionRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("grpc.reflection.v1.ExtensionRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1_ExtensionRequest, {
        "containing_type": x1,
        "extension_number": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1_FileDescriptorResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1_FileDescriptorResponse and not isinstance(m, class_grpc_reflection_v1_FileDescriptorResponse):
        wrong(m)
    x = m.file_descriptor_proto
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_bytes(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1_FileDescriptorResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1.FileDescriptorResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_bytes(i, p, q)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("grpc.reflection.v1.FileDescriptorResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1_FileDescriptorResponse, {
        "file_descriptor_proto": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1_ListServiceResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1_ListServiceResponse and not isinstance(m, class_grpc_reflection_v1_ListServiceResponse):
        wrong(m)
    x = m.service
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_grpc_reflection_v1_ServiceResponse(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1_ListServiceResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1.ListServiceResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_grpc_reflection_v1_ServiceResponse(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("grpc.reflection.v1.ListServiceResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1_ListServiceResponse, {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1_ServerReflectionRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1_ServerReflectionRequest and not isinstance(m, class_grpc_reflection_v1_ServerReflectionRequest):
        wrong(m)
    one_all_extension_numbers_of_type = False
    x = m.host
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.file_by_filename
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.file_by_filename")
        one_all_extension_numbers_of_type = True
        put_varint(o, 26)
        put_string(o, x)
    x = m.file_containing_symbol
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.file_containing_symbol")
        one_all_extension_numbers_of_type = True
        put_varint(o, 34)
        put_string(o, x)
    x = m.file_containing_extension
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.file_containing_extension")
        one_all_extension_numbers_of_type = True
        put_varint(o, 42)
        at = begin(o)
        write_grpc_reflection_v1_ExtensionRequest(o, x, deeper(depth))
        finish(o, at)
    x = m.all_extension_numbers_of_type
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.all_extension_numbers_of_type")
        one_all_extension_numbers_of_type = True
        put_varint(o, 50)
        put_string(o, x)
    x = m.list_services
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1.ServerReflectionRequest.list_services")
        one_all_extension_numbers_of_type = True
        put_varint(o, 58)
        put_string(o, x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1_ServerReflectionRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1.ServerReflectionRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x3 = None
    cdef object x4 = None
    cdef object x5 = None
    cdef object x6 = None
    cdef object x7 = None
    cdef Py_ssize_t p5 = 0, q5 = -1
    cdef list m5 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                x4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                x6 = None
                x7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                x3 = None
                if q5 >= 0:
                    read_grpc_reflection_v1_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                x6 = None
                x7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
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
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                x6 = get_string(i, p, q, name)
                p = q
                x3 = None
                x4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                x7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 58:
                q = get_end(i, &p, e, name)
                x7 = get_string(i, p, q, name)
                p = q
                x3 = None
                x4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                x6 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 3, 4, 5, 6, 7}:
                    raise wrong_type("grpc.reflection.v1.ServerReflectionRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q5 >= 0:
        x5 = read_grpc_reflection_v1_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
    return instance(class_grpc_reflection_v1_ServerReflectionRequest, {
        "host": x1,
        "file_by_filename": x3,
        "file_containing_symbol": x4,
        "file_containing_extension": x5,
        "all_extension_numbers_of_type": x6,
        "list_services": x7,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1_ServerReflectionResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1_ServerReflectionResponse and not isinstance(m, class_grpc_reflection_v1_ServerReflectionResponse):
        wrong(m)
    one_all_extension_numbers_response = False
    x = m.valid_host
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.original_request
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_grpc_reflection_v1_ServerReflectionRequest(o, x, deeper(depth))
        finish(o, at)
    x = m.file_descriptor_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1.ServerReflectionResponse.file_descriptor_response")
        one_all_extension_numbers_response = True
        put_varint(o, 34)
        at = begin(o)
        write_grpc_reflection_v1_FileDescriptorResponse(o, x, deeper(depth))
        finish(o, at)
    x = m.all_extension_numbers_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1.ServerReflectionResponse.all_extension_numbers_response")
        one_all_extension_numbers_response = True
        put_varint(o, 42)
        at = begin(o)
        write_grpc_reflection_v1_ExtensionNumberResponse(o, x, deeper(depth))
        finish(o, at)
    x = m.list_services_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1.ServerReflectionResponse.list_services_response")
        one_all_extension_numbers_response = True
        put_varint(o, 50)
        at = begin(o)
        write_grpc_reflection_v1_ListServiceResponse(o, x, deeper(depth))
        finish(o, at)
    x = m.error_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1.ServerReflectionResponse.error_response")
        one_all_extension_numbers_response = True
        put_varint(o, 58)
        at = begin(o)
        write_grpc_reflection_v1_ErrorResponse(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1_ServerReflectionResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1.ServerReflectionResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = None
    cdef object x4 = None
    cdef object x5 = None
    cdef object x6 = None
    cdef object x7 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    cdef Py_ssize_t p5 = 0, q5 = -1
    cdef list m5 = None
    cdef Py_ssize_t p6 = 0, q6 = -1
    cdef list m6 = None
    cdef Py_ssize_t p7 = 0, q7 = -1
    cdef list m7 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if q5 >= 0:
                    read_grpc_reflection_v1_ExtensionNumberResponse(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                if q6 >= 0:
                    read_grpc_reflection_v1_ListServiceResponse(i, p6, q6, m6, inside(depth, p6))
                    q6 = -1
                    m6 = None
                if q7 >= 0:
                    read_grpc_reflection_v1_ErrorResponse(i, p7, q7, m7, inside(depth, p7))
                    q7 = -1
                    m7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                if q5 < 0:
                    p5 = p
                    q5 = q
                else:
                    m5 = later(m5, p, q)
                p = q
                if q4 >= 0:
                    read_grpc_reflection_v1_FileDescriptorResponse(i, p4, q4, m4, inside(depth, p4))
                    q4 = -1
                    m4 = None
                if q6 >= 0:
                    read_grpc_reflection_v1_ListServiceResponse(i, p6, q6, m6, inside(depth, p6))
                    q6 = -1
                    m6 = None
                if q7 >= 0:
                    read_grpc_reflection_v1_ErrorResponse(i, p7, q7, m7, inside(depth, p7))
                    q7 = -1
                    m7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                if q6 < 0:
                    p6 = p
                    q6 = q
                else:
                    m6 = later(m6, p, q)
                p = q
                if q4 >= 0:
                    read_grpc_reflection_v1_FileDescriptorResponse(i, p4, q4, m4, inside(depth, p4))
                    q4 = -1
                    m4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1_ExtensionNumberResponse(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                if q7 >= 0:
                    read_grpc_reflection_v1_ErrorResponse(i, p7, q7, m7, inside(depth, p7))
                    q7 = -1
                    m7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 58:
                q = get_end(i, &p, e, name)
                if q7 < 0:
                    p7 = p
                    q7 = q
                else:
                    m7 = later(m7, p, q)
                p = q
                if q4 >= 0:
                    read_grpc_reflection_v1_FileDescriptorResponse(i, p4, q4, m4, inside(depth, p4))
                    q4 = -1
                    m4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1_ExtensionNumberResponse(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                if q6 >= 0:
                    read_grpc_reflection_v1_ListServiceResponse(i, p6, q6, m6, inside(depth, p6))
                    q6 = -1
                    m6 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 4, 5, 6, 7}:
                    raise wrong_type("grpc.reflection.v1.ServerReflectionResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_grpc_reflection_v1_ServerReflectionRequest(i, p2, q2, m2, inside(depth, p2))
    if q4 >= 0:
        x4 = read_grpc_reflection_v1_FileDescriptorResponse(i, p4, q4, m4, inside(depth, p4))
    if q5 >= 0:
        x5 = read_grpc_reflection_v1_ExtensionNumberResponse(i, p5, q5, m5, inside(depth, p5))
    if q6 >= 0:
        x6 = read_grpc_reflection_v1_ListServiceResponse(i, p6, q6, m6, inside(depth, p6))
    if q7 >= 0:
        x7 = read_grpc_reflection_v1_ErrorResponse(i, p7, q7, m7, inside(depth, p7))
    return instance(class_grpc_reflection_v1_ServerReflectionResponse, {
        "valid_host": x1,
        "original_request": x2,
        "file_descriptor_response": x4,
        "all_extension_numbers_response": x5,
        "list_services_response": x6,
        "error_response": x7,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1_ServiceResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1_ServiceResponse and not isinstance(m, class_grpc_reflection_v1_ServiceResponse):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1_ServiceResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1.ServiceResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("grpc.reflection.v1.ServiceResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1_ServiceResponse, {
        "name": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1alpha_ErrorResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1alpha_ErrorResponse and not isinstance(m, class_grpc_reflection_v1alpha_ErrorResponse):
        wrong(m)
    x = m.error_code
    if x:
        put_varint(o, 8)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.error_message
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1alpha_ErrorResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1alpha.ErrorResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("grpc.reflection.v1alpha.ErrorResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1alpha_ErrorResponse, {
        "error_code": x1,
        "error_message": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1alpha_ExtensionNumberResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1alpha_ExtensionNumberResponse and not isinstance(m, class_grpc_reflection_v1alpha_ExtensionNumberResponse):
        wrong(m)
    x = m.base_type_name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.extension_number
    if not PyList_CheckExact(x):
        x = sequence(x)
    if x:
        put_varint(o, 18)
        at = begin(o)
        for y in x:
            put_int32(o, y)
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1alpha_ExtensionNumberResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1alpha.ExtensionNumberResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef list x2 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                while p < q:
                    v = <int32_t>get_varint(i, &p, q, name)
                    x2.append(v)
                if p != q:
                    cut(name, p)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 16:
                v = <int32_t>get_varint(i, &p, e, name)
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("grpc.reflection.v1alpha.ExtensionNumberResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1alpha_ExtensionNumberResponse, {
        "base_type_name": x1,
        "extension_number": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1alpha_ExtensionRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1alpha_ExtensionRequest and not isinstance(m, class_grpc_reflection_v1alpha_ExtensionRequest):
        wrong(m)
    x = m.containing_type
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.extension_number
    if x:
        put_varint(o, 16)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1alpha_ExtensionRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1alpha.ExtensionRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("grpc.reflection.v1alpha.ExtensionRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1alpha_ExtensionRequest, {
        "containing_type": x1,
        "extension_number": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1alpha_FileDescriptorResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1alpha_FileDescriptorResponse and not isinstance(m, class_grpc_reflection_v1alpha_FileDescriptorResponse):
        wrong(m)
    x = m.file_descriptor_proto
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_bytes(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1alpha_FileDescriptorResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1alpha.FileDescriptorResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_bytes(i, p, q)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("grpc.reflection.v1alpha.FileDescriptorResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1alpha_FileDescriptorResponse, {
        "file_descriptor_proto": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1alpha_ListServiceResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1alpha_ListServiceResponse and not isinstance(m, class_grpc_reflection_v1alpha_ListServiceResponse):
        wrong(m)
    x = m.service
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_grpc_reflection_v1alpha_ServiceResponse(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1alpha_ListServiceResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1alpha.ListServiceResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_grpc_reflection_v1alpha_ServiceResponse(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("grpc.reflection.v1alpha.ListServiceResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1alpha_ListServiceResponse, {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1alpha_ServerReflectionRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1alpha_ServerReflectionRequest and not isinstance(m, class_grpc_reflection_v1alpha_ServerReflectionRequest):
        wrong(m)
    one_all_extension_numbers_of_type = False
    x = m.host
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.file_by_filename
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1alpha.ServerReflectionRequest.file_by_filename")
        one_all_extension_numbers_of_type = True
        put_varint(o, 26)
        put_string(o, x)
    x = m.file_containing_symbol
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1alpha.ServerReflectionRequest.file_containing_symbol")
        one_all_extension_numbers_of_type = True
        put_varint(o, 34)
        put_string(o, x)
    x = m.file_containing_extension
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1alpha.ServerReflectionRequest.file_containing_extension")
        one_all_extension_numbers_of_type = True
        put_varint(o, 42)
        at = begin(o)
        write_grpc_reflection_v1alpha_ExtensionRequest(o, x, deeper(depth))
        finish(o, at)
    x = m.all_extension_numbers_of_type
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1alpha.ServerReflectionRequest.all_extension_numbers_of_type")
        one_all_extension_numbers_of_type = True
        put_varint(o, 50)
        put_string(o, x)
    x = m.list_services
    if x is not None:
        if one_all_extension_numbers_of_type:
            two_set("grpc.reflection.v1alpha.ServerReflectionRequest.list_services")
        one_all_extension_numbers_of_type = True
        put_varint(o, 58)
        put_string(o, x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1alpha_ServerReflectionRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1alpha.ServerReflectionRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x3 = None
    cdef object x4 = None
    cdef object x5 = None
    cdef object x6 = None
    cdef object x7 = None
    cdef Py_ssize_t p5 = 0, q5 = -1
    cdef list m5 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                x4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1alpha_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                x6 = None
                x7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                x3 = None
                if q5 >= 0:
                    read_grpc_reflection_v1alpha_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                x6 = None
                x7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
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
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                x6 = get_string(i, p, q, name)
                p = q
                x3 = None
                x4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1alpha_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                x7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 58:
                q = get_end(i, &p, e, name)
                x7 = get_string(i, p, q, name)
                p = q
                x3 = None
                x4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1alpha_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                x6 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 3, 4, 5, 6, 7}:
                    raise wrong_type("grpc.reflection.v1alpha.ServerReflectionRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q5 >= 0:
        x5 = read_grpc_reflection_v1alpha_ExtensionRequest(i, p5, q5, m5, inside(depth, p5))
    return instance(class_grpc_reflection_v1alpha_ServerReflectionRequest, {
        "host": x1,
        "file_by_filename": x3,
        "file_containing_symbol": x4,
        "file_containing_extension": x5,
        "all_extension_numbers_of_type": x6,
        "list_services": x7,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1alpha_ServerReflectionResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1alpha_ServerReflectionResponse and not isinstance(m, class_grpc_reflection_v1alpha_ServerReflectionResponse):
        wrong(m)
    one_all_extension_numbers_response = False
    x = m.valid_host
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.original_request
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_grpc_reflection_v1alpha_ServerReflectionRequest(o, x, deeper(depth))
        finish(o, at)
    x = m.file_descriptor_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1alpha.ServerReflectionResponse.file_descriptor_response")
        one_all_extension_numbers_response = True
        put_varint(o, 34)
        at = begin(o)
        write_grpc_reflection_v1alpha_FileDescriptorResponse(o, x, deeper(depth))
        finish(o, at)
    x = m.all_extension_numbers_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1alpha.ServerReflectionResponse.all_extension_numbers_response")
        one_all_extension_numbers_response = True
        put_varint(o, 42)
        at = begin(o)
        write_grpc_reflection_v1alpha_ExtensionNumberResponse(o, x, deeper(depth))
        finish(o, at)
    x = m.list_services_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1alpha.ServerReflectionResponse.list_services_response")
        one_all_extension_numbers_response = True
        put_varint(o, 50)
        at = begin(o)
        write_grpc_reflection_v1alpha_ListServiceResponse(o, x, deeper(depth))
        finish(o, at)
    x = m.error_response
    if x is not None:
        if one_all_extension_numbers_response:
            two_set("grpc.reflection.v1alpha.ServerReflectionResponse.error_response")
        one_all_extension_numbers_response = True
        put_varint(o, 58)
        at = begin(o)
        write_grpc_reflection_v1alpha_ErrorResponse(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1alpha_ServerReflectionResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1alpha.ServerReflectionResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = None
    cdef object x4 = None
    cdef object x5 = None
    cdef object x6 = None
    cdef object x7 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    cdef Py_ssize_t p5 = 0, q5 = -1
    cdef list m5 = None
    cdef Py_ssize_t p6 = 0, q6 = -1
    cdef list m6 = None
    cdef Py_ssize_t p7 = 0, q7 = -1
    cdef list m7 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if q5 >= 0:
                    read_grpc_reflection_v1alpha_ExtensionNumberResponse(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                if q6 >= 0:
                    read_grpc_reflection_v1alpha_ListServiceResponse(i, p6, q6, m6, inside(depth, p6))
                    q6 = -1
                    m6 = None
                if q7 >= 0:
                    read_grpc_reflection_v1alpha_ErrorResponse(i, p7, q7, m7, inside(depth, p7))
                    q7 = -1
                    m7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                if q5 < 0:
                    p5 = p
                    q5 = q
                else:
                    m5 = later(m5, p, q)
                p = q
                if q4 >= 0:
                    read_grpc_reflection_v1alpha_FileDescriptorResponse(i, p4, q4, m4, inside(depth, p4))
                    q4 = -1
                    m4 = None
                if q6 >= 0:
                    read_grpc_reflection_v1alpha_ListServiceResponse(i, p6, q6, m6, inside(depth, p6))
                    q6 = -1
                    m6 = None
                if q7 >= 0:
                    read_grpc_reflection_v1alpha_ErrorResponse(i, p7, q7, m7, inside(depth, p7))
                    q7 = -1
                    m7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                if q6 < 0:
                    p6 = p
                    q6 = q
                else:
                    m6 = later(m6, p, q)
                p = q
                if q4 >= 0:
                    read_grpc_reflection_v1alpha_FileDescriptorResponse(i, p4, q4, m4, inside(depth, p4))
                    q4 = -1
                    m4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1alpha_ExtensionNumberResponse(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                if q7 >= 0:
                    read_grpc_reflection_v1alpha_ErrorResponse(i, p7, q7, m7, inside(depth, p7))
                    q7 = -1
                    m7 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 58:
                q = get_end(i, &p, e, name)
                if q7 < 0:
                    p7 = p
                    q7 = q
                else:
                    m7 = later(m7, p, q)
                p = q
                if q4 >= 0:
                    read_grpc_reflection_v1alpha_FileDescriptorResponse(i, p4, q4, m4, inside(depth, p4))
                    q4 = -1
                    m4 = None
                if q5 >= 0:
                    read_grpc_reflection_v1alpha_ExtensionNumberResponse(i, p5, q5, m5, inside(depth, p5))
                    q5 = -1
                    m5 = None
                if q6 >= 0:
                    read_grpc_reflection_v1alpha_ListServiceResponse(i, p6, q6, m6, inside(depth, p6))
                    q6 = -1
                    m6 = None
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 4, 5, 6, 7}:
                    raise wrong_type("grpc.reflection.v1alpha.ServerReflectionResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_grpc_reflection_v1alpha_ServerReflectionRequest(i, p2, q2, m2, inside(depth, p2))
    if q4 >= 0:
        x4 = read_grpc_reflection_v1alpha_FileDescriptorResponse(i, p4, q4, m4, inside(depth, p4))
    if q5 >= 0:
        x5 = read_grpc_reflection_v1alpha_ExtensionNumberResponse(i, p5, q5, m5, inside(depth, p5))
    if q6 >= 0:
        x6 = read_grpc_reflection_v1alpha_ListServiceResponse(i, p6, q6, m6, inside(depth, p6))
    if q7 >= 0:
        x7 = read_grpc_reflection_v1alpha_ErrorResponse(i, p7, q7, m7, inside(depth, p7))
    return instance(class_grpc_reflection_v1alpha_ServerReflectionResponse, {
        "valid_host": x1,
        "original_request": x2,
        "file_descriptor_response": x4,
        "all_extension_numbers_response": x5,
        "list_services_response": x6,
        "error_response": x7,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_grpc_reflection_v1alpha_ServiceResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_grpc_reflection_v1alpha_ServiceResponse and not isinstance(m, class_grpc_reflection_v1alpha_ServiceResponse):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_grpc_reflection_v1alpha_ServiceResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "grpc.reflection.v1alpha.ServiceResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("grpc.reflection.v1alpha.ServiceResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_grpc_reflection_v1alpha_ServiceResponse, {
        "name": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_AddressEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_AddressEvent and not isinstance(m, class_machine_AddressEvent):
        wrong(m)
    x = m.hostname
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.addresses
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_AddressEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.AddressEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef list x2 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.AddressEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_AddressEvent, {
        "hostname": x1,
        "addresses": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_BpfInstruction(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_BpfInstruction and not isinstance(m, class_machine_BpfInstruction):
        wrong(m)
    x = m.op
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.jt
    if x:
        put_varint(o, 16)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.jf
    if x:
        put_varint(o, 24)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.k
    if x:
        put_varint(o, 32)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_BpfInstruction(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.BPFInstruction"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.BPFInstruction", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_BpfInstruction, {
        "op": x1,
        "jt": x2,
        "jf": x3,
        "k": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ConfigLoadErrorEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ConfigLoadErrorEvent and not isinstance(m, class_machine_ConfigLoadErrorEvent):
        wrong(m)
    x = m.error
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ConfigLoadErrorEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ConfigLoadErrorEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ConfigLoadErrorEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ConfigLoadErrorEvent, {
        "error": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ConfigValidationErrorEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ConfigValidationErrorEvent and not isinstance(m, class_machine_ConfigValidationErrorEvent):
        wrong(m)
    x = m.error
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ConfigValidationErrorEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ConfigValidationErrorEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ConfigValidationErrorEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ConfigValidationErrorEvent, {
        "error": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ConnectRecord(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ConnectRecord and not isinstance(m, class_machine_ConnectRecord):
        wrong(m)
    x = m.l4proto
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.localip
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.localport
    if x:
        put_varint(o, 24)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.remoteip
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.remoteport
    if x:
        put_varint(o, 40)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.state
    if x:
        put_varint(o, 48)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.txqueue
    if x:
        put_varint(o, 56)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rxqueue
    if x:
        put_varint(o, 64)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tr
    if x:
        put_varint(o, 72)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.timerwhen
    if x:
        put_varint(o, 80)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.retrnsmt
    if x:
        put_varint(o, 88)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.uid
    if x:
        put_varint(o, 96)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.timeout
    if x:
        put_varint(o, 104)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.inode
    if x:
        put_varint(o, 112)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.ref
    if x:
        put_varint(o, 120)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.pointer
    if x:
        put_varint(o, 128)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.process
    if x is not None:
        put_varint(o, 138)
        at = begin(o)
        write_machine_ConnectRecordProcess(o, x, deeper(depth))
        finish(o, at)
    x = m.netns
    if x:
        put_varint(o, 146)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ConnectRecord(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ConnectRecord"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = 0
    cdef object x4 = ""
    cdef object x5 = 0
    cdef object x6 = zero_machine_ConnectRecordState
    cdef object x7 = 0
    cdef object x8 = 0
    cdef object x9 = zero_machine_ConnectRecordTimerActive
    cdef object x10 = 0
    cdef object x11 = 0
    cdef object x12 = 0
    cdef object x13 = 0
    cdef object x14 = 0
    cdef object x15 = 0
    cdef object x16 = 0
    cdef object x17 = None
    cdef object x18 = ""
    cdef Py_ssize_t p17 = 0, q17 = -1
    cdef list m17 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = member(small_machine_ConnectRecordState, enum_machine_ConnectRecordState, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 72:
                x9 = member(small_machine_ConnectRecordTimerActive, enum_machine_ConnectRecordTimerActive, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 80:
                x10 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 88:
                x11 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 96:
                x12 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 104:
                x13 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 112:
                x14 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 120:
                x15 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 128:
                x16 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 138:
                q = get_end(i, &p, e, name)
                if q17 < 0:
                    p17 = p
                    q17 = q
                else:
                    m17 = later(m17, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 146:
                q = get_end(i, &p, e, name)
                x18 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18}:
                    raise wrong_type("machine.ConnectRecord", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q17 >= 0:
        x17 = read_machine_ConnectRecordProcess(i, p17, q17, m17, inside(depth, p17))
    return instance(class_machine_ConnectRecord, {
        "l4proto": x1,
        "localip": x2,
        "localport": x3,
        "remoteip": x4,
        "remoteport": x5,
        "state": x6,
        "txqueue": x7,
        "rxqueue": x8,
        "tr": x9,
        "timerwhen": x10,
        "retrnsmt": x11,
        "uid": x12,
        "timeout": x13,
        "inode": x14,
        "ref": x15,
        "pointer": x16,
        "process": x17,
        "netns": x18,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ConnectRecordProcess(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ConnectRecordProcess and not isinstance(m, class_machine_ConnectRecordProcess):
        wrong(m)
    x = m.pid
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.name
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ConnectRecordProcess(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ConnectRecord.Process"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.ConnectRecord.Process", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ConnectRecordProcess, {
        "pid": x1,
        "name": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_CopyRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_CopyRequest and not isinstance(m, class_machine_CopyRequest):
        wrong(m)
    x = m.root_path
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_CopyRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.CopyRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.CopyRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_CopyRequest, {
        "root_path": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_DiskUsageInfo(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_DiskUsageInfo and not isinstance(m, class_machine_DiskUsageInfo):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.name
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.error
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.relative_name
    if x:
        put_varint(o, 42)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_DiskUsageInfo(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.DiskUsageInfo"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef object x3 = 0
    cdef object x4 = ""
    cdef object x5 = ""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                x5 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("machine.DiskUsageInfo", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_DiskUsageInfo, {
        "metadata": x1,
        "name": x2,
        "size": x3,
        "error": x4,
        "relative_name": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_DiskUsageRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_DiskUsageRequest and not isinstance(m, class_machine_DiskUsageRequest):
        wrong(m)
    x = m.recursion_depth
    if x:
        put_varint(o, 8)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.all
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.threshold
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.paths
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_DiskUsageRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.DiskUsageRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = False
    cdef object x3 = 0
    cdef list x4 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.DiskUsageRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_DiskUsageRequest, {
        "recursion_depth": x1,
        "all": x2,
        "threshold": x3,
        "paths": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_Event(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_Event and not isinstance(m, class_machine_Event):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.data
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_google_protobuf_Any(o, x, deeper(depth))
        finish(o, at)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.actor_id
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_Event(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.Event"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = None
    cdef object x3 = ""
    cdef object x4 = ""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.Event", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    if q2 >= 0:
        x2 = read_google_protobuf_Any(i, p2, q2, m2, inside(depth, p2))
    return instance(class_machine_Event, {
        "metadata": x1,
        "data": x2,
        "id": x3,
        "actor_id": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_EventsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_EventsRequest and not isinstance(m, class_machine_EventsRequest):
        wrong(m)
    x = m.tail_events
    if x:
        put_varint(o, 8)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.tail_id
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.tail_seconds
    if x:
        put_varint(o, 24)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.with_actor_id
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_EventsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.EventsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    cdef object x3 = 0
    cdef object x4 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.EventsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_EventsRequest, {
        "tail_events": x1,
        "tail_id": x2,
        "tail_seconds": x3,
        "with_actor_id": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_FeaturesInfo(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_FeaturesInfo and not isinstance(m, class_machine_FeaturesInfo):
        wrong(m)
    x = m.rbac
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_FeaturesInfo(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.FeaturesInfo"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.FeaturesInfo", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_FeaturesInfo, {
        "rbac": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_FileInfo(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_FileInfo and not isinstance(m, class_machine_FileInfo):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.name
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.mode
    if x:
        put_varint(o, 32)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.modified
    if x:
        put_varint(o, 40)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.is_dir
    if x is True:
        put_varint(o, 48)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.error
    if x:
        put_varint(o, 58)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.link
    if x:
        put_varint(o, 66)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.relative_name
    if x:
        put_varint(o, 74)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.uid
    if x:
        put_varint(o, 80)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.gid
    if x:
        put_varint(o, 88)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.xattrs
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 98)
        at = begin(o)
        write_machine_Xattr(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_FileInfo(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.FileInfo"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef object x3 = 0
    cdef object x4 = 0
    cdef object x5 = 0
    cdef object x6 = False
    cdef object x7 = ""
    cdef object x8 = ""
    cdef object x9 = ""
    cdef object x10 = 0
    cdef object x11 = 0
    cdef list x12 = []
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 58:
                q = get_end(i, &p, e, name)
                x7 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 66:
                q = get_end(i, &p, e, name)
                x8 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 74:
                q = get_end(i, &p, e, name)
                x9 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 80:
                x10 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 88:
                x11 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 98:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_Xattr(i, p, q, None, inside(depth, p))
                p = q
                x12.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}:
                    raise wrong_type("machine.FileInfo", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_FileInfo, {
        "metadata": x1,
        "name": x2,
        "size": x3,
        "mode": x4,
        "modified": x5,
        "is_dir": x6,
        "error": x7,
        "link": x8,
        "relative_name": x9,
        "uid": x10,
        "gid": x11,
        "xattrs": x12,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_Hostname(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_Hostname and not isinstance(m, class_machine_Hostname):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.hostname
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_Hostname(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.Hostname"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.Hostname", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_Hostname, {
        "metadata": x1,
        "hostname": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_HostnameResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_HostnameResponse and not isinstance(m, class_machine_HostnameResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_Hostname(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_HostnameResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.HostnameResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_Hostname(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.HostnameResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_HostnameResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ListRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ListRequest and not isinstance(m, class_machine_ListRequest):
        wrong(m)
    x = m.root
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.recurse
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.recursion_depth
    if x:
        put_varint(o, 24)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.types
    if not PyList_CheckExact(x):
        x = sequence(x)
    if x:
        put_varint(o, 34)
        at = begin(o)
        for y in x:
            put_enum(o, y)
        finish(o, at)
    x = m.report_xattrs
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ListRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ListRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    cdef object x3 = 0
    cdef list x4 = []
    cdef object x5 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                while p < q:
                    v = member(small_machine_ListRequestType, enum_machine_ListRequestType, <int32_t>get_varint(i, &p, q, name))
                    x4.append(v)
                if p != q:
                    cut(name, p)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 32:
                v = member(small_machine_ListRequestType, enum_machine_ListRequestType, <int32_t>get_varint(i, &p, e, name))
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("machine.ListRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ListRequest, {
        "root": x1,
        "recurse": x2,
        "recursion_depth": x3,
        "types": x4,
        "report_xattrs": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_LogsContainer(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_LogsContainer and not isinstance(m, class_machine_LogsContainer):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.ids
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_LogsContainer(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.LogsContainer"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef list x2 = []
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.LogsContainer", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_LogsContainer, {
        "metadata": x1,
        "ids": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_LogsContainersResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_LogsContainersResponse and not isinstance(m, class_machine_LogsContainersResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_LogsContainer(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_LogsContainersResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.LogsContainersResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_LogsContainer(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.LogsContainersResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_LogsContainersResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_LogsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_LogsRequest and not isinstance(m, class_machine_LogsRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.driver
    if x:
        put_varint(o, 24)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.follow
    if x is True:
        put_varint(o, 32)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.tail_lines
    if x:
        put_varint(o, 40)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_LogsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.LogsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = zero_common_ContainerDriver
    cdef object x4 = False
    cdef object x5 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = member(small_common_ContainerDriver, enum_common_ContainerDriver, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("machine.LogsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_LogsRequest, {
        "namespace": x1,
        "id": x2,
        "driver": x3,
        "follow": x4,
        "tail_lines": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MachineStatusEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MachineStatusEvent and not isinstance(m, class_machine_MachineStatusEvent):
        wrong(m)
    x = m.stage
    if x:
        put_varint(o, 8)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.status
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_machine_MachineStatusEventMachineStatus(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MachineStatusEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MachineStatusEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = zero_machine_MachineStatusEventMachineStage
    cdef object x2 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = member(small_machine_MachineStatusEventMachineStage, enum_machine_MachineStatusEventMachineStage, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.MachineStatusEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_machine_MachineStatusEventMachineStatus(i, p2, q2, m2, inside(depth, p2))
    return instance(class_machine_MachineStatusEvent, {
        "stage": x1,
        "status": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MachineStatusEventMachineStatus(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MachineStatusEventMachineStatus and not isinstance(m, class_machine_MachineStatusEventMachineStatus):
        wrong(m)
    x = m.ready
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.unmet_conditions
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_machine_MachineStatusEventMachineStatusUnmetCondition(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MachineStatusEventMachineStatus(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MachineStatusEvent.MachineStatus"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    cdef list x2 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_MachineStatusEventMachineStatusUnmetCondition(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.MachineStatusEvent.MachineStatus", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MachineStatusEventMachineStatus, {
        "ready": x1,
        "unmet_conditions": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MachineStatusEventMachineStatusUnmetCondition(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MachineStatusEventMachineStatusUnmetCondition and not isinstance(m, class_machine_MachineStatusEventMachineStatusUnmetCondition):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.reason
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MachineStatusEventMachineStatusUnmetCondition(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MachineStatusEvent.MachineStatus.UnmetCondition"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.MachineStatusEvent.MachineStatus.UnmetCondition", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MachineStatusEventMachineStatusUnmetCondition, {
        "name": x1,
        "reason": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MemInfo(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MemInfo and not isinstance(m, class_machine_MemInfo):
        wrong(m)
    x = m.memtotal
    if x:
        put_varint(o, 8)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.memfree
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.memavailable
    if x:
        put_varint(o, 24)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.buffers
    if x:
        put_varint(o, 32)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.cached
    if x:
        put_varint(o, 40)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.swapcached
    if x:
        put_varint(o, 48)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.active
    if x:
        put_varint(o, 56)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.inactive
    if x:
        put_varint(o, 64)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.activeanon
    if x:
        put_varint(o, 72)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.inactiveanon
    if x:
        put_varint(o, 80)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.activefile
    if x:
        put_varint(o, 88)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.inactivefile
    if x:
        put_varint(o, 96)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.unevictable
    if x:
        put_varint(o, 104)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.mlocked
    if x:
        put_varint(o, 112)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.swaptotal
    if x:
        put_varint(o, 120)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.swapfree
    if x:
        put_varint(o, 128)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.dirty
    if x:
        put_varint(o, 136)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.writeback
    if x:
        put_varint(o, 144)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.anonpages
    if x:
        put_varint(o, 152)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.mapped
    if x:
        put_varint(o, 160)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.shmem
    if x:
        put_varint(o, 168)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.slab
    if x:
        put_varint(o, 176)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.sreclaimable
    if x:
        put_varint(o, 184)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.sunreclaim
    if x:
        put_varint(o, 192)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.kernelstack
    if x:
        put_varint(o, 200)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.pagetables
    if x:
        put_varint(o, 208)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.nfsunstable
    if x:
        put_varint(o, 216)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.bounce
    if x:
        put_varint(o, 224)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.writebacktmp
    if x:
        put_varint(o, 232)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.commitlimit
    if x:
        put_varint(o, 240)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.committedas
    if x:
        put_varint(o, 248)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.vmalloctotal
    if x:
        put_varint(o, 256)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.vmallocused
    if x:
        put_varint(o, 264)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.vmallocchunk
    if x:
        put_varint(o, 272)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.hardwarecorrupted
    if x:
        put_varint(o, 280)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.anonhugepages
    if x:
        put_varint(o, 288)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.shmemhugepages
    if x:
        put_varint(o, 296)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.shmempmdmapped
    if x:
        put_varint(o, 304)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.cmatotal
    if x:
        put_varint(o, 312)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.cmafree
    if x:
        put_varint(o, 320)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.hugepagestotal
    if x:
        put_varint(o, 328)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.hugepagesfree
    if x:
        put_varint(o, 336)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.hugepagesrsvd
    if x:
        put_varint(o, 344)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.hugepagessurp
    if x:
        put_varint(o, 352)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.hugepagesize
    if x:
        put_varint(o, 360)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.directmap4k
    if x:
        put_varint(o, 368)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.directmap2m
    if x:
        put_varint(o, 376)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.directmap1g
    if x:
        put_varint(o, 384)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MemInfo(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MemInfo"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = 0
    cdef object x5 = 0
    cdef object x6 = 0
    cdef object x7 = 0
    cdef object x8 = 0
    cdef object x9 = 0
    cdef object x10 = 0
    cdef object x11 = 0
    cdef object x12 = 0
    cdef object x13 = 0
    cdef object x14 = 0
    cdef object x15 = 0
    cdef object x16 = 0
    cdef object x17 = 0
    cdef object x18 = 0
    cdef object x19 = 0
    cdef object x20 = 0
    cdef object x21 = 0
    cdef object x22 = 0
    cdef object x23 = 0
    cdef object x24 = 0
    cdef object x25 = 0
    cdef object x26 = 0
    cdef object x27 = 0
    cdef object x28 = 0
    cdef object x29 = 0
    cdef object x30 = 0
    cdef object x31 = 0
    cdef object x32 = 0
    cdef object x33 = 0
    cdef object x34 = 0
    cdef object x35 = 0
    cdef object x36 = 0
    cdef object x37 = 0
    cdef object x38 = 0
    cdef object x39 = 0
    cdef object x40 = 0
    cdef object x41 = 0
    cdef object x42 = 0
    cdef object x43 = 0
    cdef object x44 = 0
    cdef object x45 = 0
    cdef object x46 = 0
    cdef object x47 = 0
    cdef object x48 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 72:
                x9 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 80:
                x10 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 88:
                x11 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 96:
                x12 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 104:
                x13 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 112:
                x14 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 120:
                x15 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 128:
                x16 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 136:
                x17 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 144:
                x18 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 152:
                x19 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 160:
                x20 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 168:
                x21 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 176:
                x22 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 184:
                x23 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 192:
                x24 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 200:
                x25 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 208:
                x26 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 216:
                x27 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 224:
                x28 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 232:
                x29 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 240:
                x30 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 248:
                x31 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 256:
                x32 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 264:
                x33 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 272:
                x34 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 280:
                x35 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 288:
                x36 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 296:
                x37 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 304:
                x38 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 312:
                x39 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 320:
                x40 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 328:
                x41 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 336:
                x42 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 344:
                x43 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 352:
                x44 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 360:
                x45 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 368:
                x46 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 376:
                x47 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 384:
                x48 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48}:
                    raise wrong_type("machine.MemInfo", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MemInfo, {
        "memtotal": x1,
        "memfree": x2,
        "memavailable": x3,
        "buffers": x4,
        "cached": x5,
        "swapcached": x6,
        "active": x7,
        "inactive": x8,
        "activeanon": x9,
        "inactiveanon": x10,
        "activefile": x11,
        "inactivefile": x12,
        "unevictable": x13,
        "mlocked": x14,
        "swaptotal": x15,
        "swapfree": x16,
        "dirty": x17,
        "writeback": x18,
        "anonpages": x19,
        "mapped": x20,
        "shmem": x21,
        "slab": x22,
        "sreclaimable": x23,
        "sunreclaim": x24,
        "kernelstack": x25,
        "pagetables": x26,
        "nfsunstable": x27,
        "bounce": x28,
        "writebacktmp": x29,
        "commitlimit": x30,
        "committedas": x31,
        "vmalloctotal": x32,
        "vmallocused": x33,
        "vmallocchunk": x34,
        "hardwarecorrupted": x35,
        "anonhugepages": x36,
        "shmemhugepages": x37,
        "shmempmdmapped": x38,
        "cmatotal": x39,
        "cmafree": x40,
        "hugepagestotal": x41,
        "hugepagesfree": x42,
        "hugepagesrsvd": x43,
        "hugepagessurp": x44,
        "hugepagesize": x45,
        "directmap4k": x46,
        "directmap2m": x47,
        "directmap1g": x48,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_Memory(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_Memory and not isinstance(m, class_machine_Memory):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.meminfo
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_machine_MemInfo(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_Memory(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.Memory"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.Memory", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    if q2 >= 0:
        x2 = read_machine_MemInfo(i, p2, q2, m2, inside(depth, p2))
    return instance(class_machine_Memory, {
        "metadata": x1,
        "meminfo": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MemoryResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MemoryResponse and not isinstance(m, class_machine_MemoryResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_Memory(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MemoryResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MemoryResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_Memory(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.MemoryResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MemoryResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MetaDelete(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MetaDelete and not isinstance(m, class_machine_MetaDelete):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MetaDelete(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MetaDelete"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.MetaDelete", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_MetaDelete, {
        "metadata": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MetaDeleteRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MetaDeleteRequest and not isinstance(m, class_machine_MetaDeleteRequest):
        wrong(m)
    x = m.key
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MetaDeleteRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MetaDeleteRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.MetaDeleteRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MetaDeleteRequest, {
        "key": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MetaDeleteResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MetaDeleteResponse and not isinstance(m, class_machine_MetaDeleteResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_MetaDelete(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MetaDeleteResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MetaDeleteResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_MetaDelete(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.MetaDeleteResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MetaDeleteResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MetaWrite(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MetaWrite and not isinstance(m, class_machine_MetaWrite):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MetaWrite(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MetaWrite"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.MetaWrite", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_MetaWrite, {
        "metadata": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MetaWriteRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MetaWriteRequest and not isinstance(m, class_machine_MetaWriteRequest):
        wrong(m)
    x = m.key
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.value
    if x:
        put_varint(o, 18)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MetaWriteRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MetaWriteRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.MetaWriteRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MetaWriteRequest, {
        "key": x1,
        "value": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MetaWriteResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MetaWriteResponse and not isinstance(m, class_machine_MetaWriteResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_MetaWrite(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MetaWriteResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MetaWriteResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_MetaWrite(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.MetaWriteResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MetaWriteResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MountStat(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MountStat and not isinstance(m, class_machine_MountStat):
        wrong(m)
    x = m.filesystem
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.available
    if x:
        put_varint(o, 24)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.mounted_on
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MountStat(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MountStat"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.MountStat", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MountStat, {
        "filesystem": x1,
        "size": x2,
        "available": x3,
        "mounted_on": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_Mounts(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_Mounts and not isinstance(m, class_machine_Mounts):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.stats
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_machine_MountStat(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_Mounts(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.Mounts"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef list x2 = []
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_MountStat(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.Mounts", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_Mounts, {
        "metadata": x1,
        "stats": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_MountsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_MountsResponse and not isinstance(m, class_machine_MountsResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_Mounts(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_MountsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.MountsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_Mounts(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.MountsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_MountsResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_NetDev(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_NetDev and not isinstance(m, class_machine_NetDev):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.rx_bytes
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_packets
    if x:
        put_varint(o, 24)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_errors
    if x:
        put_varint(o, 32)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_dropped
    if x:
        put_varint(o, 40)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_fifo
    if x:
        put_varint(o, 48)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_frame
    if x:
        put_varint(o, 56)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_compressed
    if x:
        put_varint(o, 64)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_multicast
    if x:
        put_varint(o, 72)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_bytes
    if x:
        put_varint(o, 80)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_packets
    if x:
        put_varint(o, 88)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_errors
    if x:
        put_varint(o, 96)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_dropped
    if x:
        put_varint(o, 104)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_fifo
    if x:
        put_varint(o, 112)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_collisions
    if x:
        put_varint(o, 120)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_carrier
    if x:
        put_varint(o, 128)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_compressed
    if x:
        put_varint(o, 136)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_NetDev(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.NetDev"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = 0
    cdef object x5 = 0
    cdef object x6 = 0
    cdef object x7 = 0
    cdef object x8 = 0
    cdef object x9 = 0
    cdef object x10 = 0
    cdef object x11 = 0
    cdef object x12 = 0
    cdef object x13 = 0
    cdef object x14 = 0
    cdef object x15 = 0
    cdef object x16 = 0
    cdef object x17 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 72:
                x9 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 80:
                x10 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 88:
                x11 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 96:
                x12 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 104:
                x13 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 112:
                x14 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 120:
                x15 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 128:
                x16 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 136:
                x17 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}:
                    raise wrong_type("machine.NetDev", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_NetDev, {
        "name": x1,
        "rx_bytes": x2,
        "rx_packets": x3,
        "rx_errors": x4,
        "rx_dropped": x5,
        "rx_fifo": x6,
        "rx_frame": x7,
        "rx_compressed": x8,
        "rx_multicast": x9,
        "tx_bytes": x10,
        "tx_packets": x11,
        "tx_errors": x12,
        "tx_dropped": x13,
        "tx_fifo": x14,
        "tx_collisions": x15,
        "tx_carrier": x16,
        "tx_compressed": x17,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_Netstat(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_Netstat and not isinstance(m, class_machine_Netstat):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.connectrecord
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_machine_ConnectRecord(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_Netstat(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.Netstat"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef list x2 = []
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_ConnectRecord(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.Netstat", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_Netstat, {
        "metadata": x1,
        "connectrecord": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_NetstatRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_NetstatRequest and not isinstance(m, class_machine_NetstatRequest):
        wrong(m)
    x = m.filter
    if x:
        put_varint(o, 8)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.feature
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_machine_NetstatRequestFeature(o, x, deeper(depth))
        finish(o, at)
    x = m.l4proto
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_machine_NetstatRequestL4Proto(o, x, deeper(depth))
        finish(o, at)
    x = m.netns
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_machine_NetstatRequestNetNs(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_NetstatRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.NetstatRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = zero_machine_NetstatRequestFilter
    cdef object x2 = None
    cdef object x3 = None
    cdef object x4 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = member(small_machine_NetstatRequestFilter, enum_machine_NetstatRequestFilter, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.NetstatRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_machine_NetstatRequestFeature(i, p2, q2, m2, inside(depth, p2))
    if q3 >= 0:
        x3 = read_machine_NetstatRequestL4Proto(i, p3, q3, m3, inside(depth, p3))
    if q4 >= 0:
        x4 = read_machine_NetstatRequestNetNs(i, p4, q4, m4, inside(depth, p4))
    return instance(class_machine_NetstatRequest, {
        "filter": x1,
        "feature": x2,
        "l4proto": x3,
        "netns": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_NetstatRequestFeature(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_NetstatRequestFeature and not isinstance(m, class_machine_NetstatRequestFeature):
        wrong(m)
    x = m.pid
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_NetstatRequestFeature(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.NetstatRequest.Feature"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.NetstatRequest.Feature", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_NetstatRequestFeature, {
        "pid": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_NetstatRequestL4Proto(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_NetstatRequestL4Proto and not isinstance(m, class_machine_NetstatRequestL4Proto):
        wrong(m)
    x = m.tcp
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.tcp6
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.udp
    if x is True:
        put_varint(o, 24)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.udp6
    if x is True:
        put_varint(o, 32)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.udplite
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.udplite6
    if x is True:
        put_varint(o, 48)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.raw
    if x is True:
        put_varint(o, 56)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.raw6
    if x is True:
        put_varint(o, 64)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_NetstatRequestL4Proto(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.NetstatRequest.L4proto"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    cdef object x2 = False
    cdef object x3 = False
    cdef object x4 = False
    cdef object x5 = False
    cdef object x6 = False
    cdef object x7 = False
    cdef object x8 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8}:
                    raise wrong_type("machine.NetstatRequest.L4proto", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_NetstatRequestL4Proto, {
        "tcp": x1,
        "tcp6": x2,
        "udp": x3,
        "udp6": x4,
        "udplite": x5,
        "udplite6": x6,
        "raw": x7,
        "raw6": x8,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_NetstatRequestNetNs(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_NetstatRequestNetNs and not isinstance(m, class_machine_NetstatRequestNetNs):
        wrong(m)
    x = m.hostnetwork
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.netns
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        put_string(o, y)
    x = m.allnetns
    if x is True:
        put_varint(o, 24)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_NetstatRequestNetNs(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.NetstatRequest.NetNS"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    cdef list x2 = []
    cdef object x3 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("machine.NetstatRequest.NetNS", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_NetstatRequestNetNs, {
        "hostnetwork": x1,
        "netns": x2,
        "allnetns": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_NetstatResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_NetstatResponse and not isinstance(m, class_machine_NetstatResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_Netstat(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_NetstatResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.NetstatResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_Netstat(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.NetstatResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_NetstatResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_NetworkDeviceStats(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_NetworkDeviceStats and not isinstance(m, class_machine_NetworkDeviceStats):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.total
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_machine_NetDev(o, x, deeper(depth))
        finish(o, at)
    x = m.devices
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        at = begin(o)
        write_machine_NetDev(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_NetworkDeviceStats(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.NetworkDeviceStats"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = None
    cdef list x3 = []
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_NetDev(i, p, q, None, inside(depth, p))
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("machine.NetworkDeviceStats", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    if q2 >= 0:
        x2 = read_machine_NetDev(i, p2, q2, m2, inside(depth, p2))
    return instance(class_machine_NetworkDeviceStats, {
        "metadata": x1,
        "total": x2,
        "devices": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_NetworkDeviceStatsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_NetworkDeviceStatsResponse and not isinstance(m, class_machine_NetworkDeviceStatsResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_NetworkDeviceStats(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_NetworkDeviceStatsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.NetworkDeviceStatsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_NetworkDeviceStats(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.NetworkDeviceStatsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_NetworkDeviceStatsResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_PacketCaptureRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_PacketCaptureRequest and not isinstance(m, class_machine_PacketCaptureRequest):
        wrong(m)
    x = m.interface
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.promiscuous
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.snap_len
    if x:
        put_varint(o, 24)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.bpf_filter
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        at = begin(o)
        write_machine_BpfInstruction(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_PacketCaptureRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.PacketCaptureRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    cdef object x3 = 0
    cdef list x4 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_BpfInstruction(i, p, q, None, inside(depth, p))
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.PacketCaptureRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_PacketCaptureRequest, {
        "interface": x1,
        "promiscuous": x2,
        "snap_len": x3,
        "bpf_filter": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_PhaseEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_PhaseEvent and not isinstance(m, class_machine_PhaseEvent):
        wrong(m)
    x = m.phase
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_PhaseEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.PhaseEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = zero_machine_PhaseEventAction
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_machine_PhaseEventAction, enum_machine_PhaseEventAction, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.PhaseEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_PhaseEvent, {
        "phase": x1,
        "action": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_PlatformInfo(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_PlatformInfo and not isinstance(m, class_machine_PlatformInfo):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.mode
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_PlatformInfo(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.PlatformInfo"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.PlatformInfo", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_PlatformInfo, {
        "name": x1,
        "mode": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ReadRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ReadRequest and not isinstance(m, class_machine_ReadRequest):
        wrong(m)
    x = m.path
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ReadRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ReadRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ReadRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ReadRequest, {
        "path": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_Reset(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_Reset and not isinstance(m, class_machine_Reset):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.actor_id
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_Reset(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.Reset"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.Reset", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_Reset, {
        "metadata": x1,
        "actor_id": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ResetPartitionSpec(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ResetPartitionSpec and not isinstance(m, class_machine_ResetPartitionSpec):
        wrong(m)
    x = m.label
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.wipe
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ResetPartitionSpec(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ResetPartitionSpec"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.ResetPartitionSpec", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ResetPartitionSpec, {
        "label": x1,
        "wipe": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ResetRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ResetRequest and not isinstance(m, class_machine_ResetRequest):
        wrong(m)
    x = m.graceful
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.reboot
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.system_partitions_to_wipe
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        at = begin(o)
        write_machine_ResetPartitionSpec(o, y, deeper(depth))
        finish(o, at)
    x = m.user_disks_to_wipe
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        put_string(o, y)
    x = m.mode
    if x:
        put_varint(o, 40)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ResetRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ResetRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    cdef object x2 = False
    cdef list x3 = []
    cdef list x4 = []
    cdef object x5 = zero_machine_ResetRequestWipeMode
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_ResetPartitionSpec(i, p, q, None, inside(depth, p))
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = member(small_machine_ResetRequestWipeMode, enum_machine_ResetRequestWipeMode, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("machine.ResetRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ResetRequest, {
        "graceful": x1,
        "reboot": x2,
        "system_partitions_to_wipe": x3,
        "user_disks_to_wipe": x4,
        "mode": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ResetResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ResetResponse and not isinstance(m, class_machine_ResetResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_Reset(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ResetResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ResetResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_Reset(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ResetResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ResetResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_RestartEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_RestartEvent and not isinstance(m, class_machine_RestartEvent):
        wrong(m)
    x = m.cmd
    if x:
        put_varint(o, 8)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_RestartEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.RestartEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.RestartEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_RestartEvent, {
        "cmd": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_SequenceEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_SequenceEvent and not isinstance(m, class_machine_SequenceEvent):
        wrong(m)
    x = m.sequence
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.error
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_common_Error(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_SequenceEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.SequenceEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = zero_machine_SequenceEventAction
    cdef object x3 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_machine_SequenceEventAction, enum_machine_SequenceEventAction, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("machine.SequenceEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_common_Error(i, p3, q3, m3, inside(depth, p3))
    return instance(class_machine_SequenceEvent, {
        "sequence": x1,
        "action": x2,
        "error": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceEvent and not isinstance(m, class_machine_ServiceEvent):
        wrong(m)
    x = m.msg
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.state
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.ts
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("machine.ServiceEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_google_protobuf_Timestamp_value(i, p3, q3, m3, inside(depth, p3))
    return instance(class_machine_ServiceEvent, {
        "msg": x1,
        "state": x2,
        "ts": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceEvents(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceEvents and not isinstance(m, class_machine_ServiceEvents):
        wrong(m)
    x = m.events
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_ServiceEvent(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceEvents(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceEvents"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_ServiceEvent(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ServiceEvents", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ServiceEvents, {
        "events": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceHealth(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceHealth and not isinstance(m, class_machine_ServiceHealth):
        wrong(m)
    x = m.unknown
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.healthy
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.last_message
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.last_change
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceHealth(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceHealth"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    cdef object x2 = False
    cdef object x3 = ""
    cdef object x4 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.ServiceHealth", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_google_protobuf_Timestamp_value(i, p4, q4, m4, inside(depth, p4))
    return instance(class_machine_ServiceHealth, {
        "unknown": x1,
        "healthy": x2,
        "last_message": x3,
        "last_change": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceInfo(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceInfo and not isinstance(m, class_machine_ServiceInfo):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.state
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.events
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_machine_ServiceEvents(o, x, deeper(depth))
        finish(o, at)
    x = m.health
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_machine_ServiceHealth(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceInfo(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceInfo"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = None
    cdef object x4 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.ServiceInfo", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_machine_ServiceEvents(i, p3, q3, m3, inside(depth, p3))
    if q4 >= 0:
        x4 = read_machine_ServiceHealth(i, p4, q4, m4, inside(depth, p4))
    return instance(class_machine_ServiceInfo, {
        "id": x1,
        "state": x2,
        "events": x3,
        "health": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceList(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceList and not isinstance(m, class_machine_ServiceList):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.services
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_machine_ServiceInfo(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceList(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceList"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef list x2 = []
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_ServiceInfo(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.ServiceList", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_ServiceList, {
        "metadata": x1,
        "services": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceListResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceListResponse and not isinstance(m, class_machine_ServiceListResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_ServiceList(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceListResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceListResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_ServiceList(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ServiceListResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ServiceListResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceRestart(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceRestart and not isinstance(m, class_machine_ServiceRestart):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.resp
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceRestart(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceRestart"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.ServiceRestart", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_ServiceRestart, {
        "metadata": x1,
        "resp": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceRestartRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceRestartRequest and not isinstance(m, class_machine_ServiceRestartRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceRestartRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceRestartRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ServiceRestartRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ServiceRestartRequest, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceRestartResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceRestartResponse and not isinstance(m, class_machine_ServiceRestartResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_ServiceRestart(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceRestartResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceRestartResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_ServiceRestart(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ServiceRestartResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ServiceRestartResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceStart(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceStart and not isinstance(m, class_machine_ServiceStart):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.resp
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceStart(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceStart"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.ServiceStart", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_ServiceStart, {
        "metadata": x1,
        "resp": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceStartRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceStartRequest and not isinstance(m, class_machine_ServiceStartRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceStartRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceStartRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ServiceStartRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ServiceStartRequest, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceStartResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceStartResponse and not isinstance(m, class_machine_ServiceStartResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_ServiceStart(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceStartResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceStartResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_ServiceStart(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ServiceStartResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ServiceStartResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceStateEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceStateEvent and not isinstance(m, class_machine_ServiceStateEvent):
        wrong(m)
    x = m.service
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.message
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.health
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_machine_ServiceHealth(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceStateEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceStateEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = zero_machine_ServiceStateEventAction
    cdef object x3 = ""
    cdef object x4 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_machine_ServiceStateEventAction, enum_machine_ServiceStateEventAction, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.ServiceStateEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_machine_ServiceHealth(i, p4, q4, m4, inside(depth, p4))
    return instance(class_machine_ServiceStateEvent, {
        "service": x1,
        "action": x2,
        "message": x3,
        "health": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceStop(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceStop and not isinstance(m, class_machine_ServiceStop):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.resp
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceStop(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceStop"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.ServiceStop", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_machine_ServiceStop, {
        "metadata": x1,
        "resp": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceStopRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceStopRequest and not isinstance(m, class_machine_ServiceStopRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceStopRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceStopRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ServiceStopRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ServiceStopRequest, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_ServiceStopResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_ServiceStopResponse and not isinstance(m, class_machine_ServiceStopResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_ServiceStop(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_ServiceStopResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.ServiceStopResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_ServiceStop(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.ServiceStopResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_ServiceStopResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_TaskEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_TaskEvent and not isinstance(m, class_machine_TaskEvent):
        wrong(m)
    x = m.task
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_TaskEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.TaskEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = zero_machine_TaskEventAction
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_machine_TaskEventAction, enum_machine_TaskEventAction, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.TaskEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_TaskEvent, {
        "task": x1,
        "action": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_Version(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_Version and not isinstance(m, class_machine_Version):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.version
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_machine_VersionInfo(o, x, deeper(depth))
        finish(o, at)
    x = m.platform
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_machine_PlatformInfo(o, x, deeper(depth))
        finish(o, at)
    x = m.features
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_machine_FeaturesInfo(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_Version(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.Version"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = None
    cdef object x3 = None
    cdef object x4 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("machine.Version", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    if q2 >= 0:
        x2 = read_machine_VersionInfo(i, p2, q2, m2, inside(depth, p2))
    if q3 >= 0:
        x3 = read_machine_PlatformInfo(i, p3, q3, m3, inside(depth, p3))
    if q4 >= 0:
        x4 = read_machine_FeaturesInfo(i, p4, q4, m4, inside(depth, p4))
    return instance(class_machine_Version, {
        "metadata": x1,
        "version": x2,
        "platform": x3,
        "features": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_VersionInfo(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_VersionInfo and not isinstance(m, class_machine_VersionInfo):
        wrong(m)
    x = m.tag
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.sha
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.built
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.go_version
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.os
    if x:
        put_varint(o, 42)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.arch
    if x:
        put_varint(o, 50)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_VersionInfo(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.VersionInfo"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = ""
    cdef object x5 = ""
    cdef object x6 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                x5 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                x6 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6}:
                    raise wrong_type("machine.VersionInfo", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_VersionInfo, {
        "tag": x1,
        "sha": x2,
        "built": x3,
        "go_version": x4,
        "os": x5,
        "arch": x6,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_VersionResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_VersionResponse and not isinstance(m, class_machine_VersionResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_machine_Version(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_VersionResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.VersionResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_machine_Version(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("machine.VersionResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_VersionResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_machine_Xattr(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_machine_Xattr and not isinstance(m, class_machine_Xattr):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.data
    if x:
        put_varint(o, 18)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_machine_Xattr(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "machine.Xattr"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("machine.Xattr", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_machine_Xattr, {
        "name": x1,
        "data": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_storage_BlockDeviceWipe(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_storage_BlockDeviceWipe and not isinstance(m, class_storage_BlockDeviceWipe):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_storage_BlockDeviceWipe(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "storage.BlockDeviceWipe"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("storage.BlockDeviceWipe", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_storage_BlockDeviceWipe, {
        "metadata": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_storage_BlockDeviceWipeDescriptor(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_storage_BlockDeviceWipeDescriptor and not isinstance(m, class_storage_BlockDeviceWipeDescriptor):
        wrong(m)
    x = m.device
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.method
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.skip_volume_check
    if x is True:
        put_varint(o, 24)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.drop_partition
    if x is True:
        put_varint(o, 32)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.skip_secondary_check
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_storage_BlockDeviceWipeDescriptor(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "storage.BlockDeviceWipeDescriptor"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = zero_storage_BlockDeviceWipeDescriptorMethod
    cdef object x3 = False
    cdef object x4 = False
    cdef object x5 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_storage_BlockDeviceWipeDescriptorMethod, enum_storage_BlockDeviceWipeDescriptorMethod, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("storage.BlockDeviceWipeDescriptor", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_storage_BlockDeviceWipeDescriptor, {
        "device": x1,
        "method": x2,
        "skip_volume_check": x3,
        "drop_partition": x4,
        "skip_secondary_check": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_storage_BlockDeviceWipeRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_storage_BlockDeviceWipeRequest and not isinstance(m, class_storage_BlockDeviceWipeRequest):
        wrong(m)
    x = m.devices
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_storage_BlockDeviceWipeDescriptor(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_storage_BlockDeviceWipeRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "storage.BlockDeviceWipeRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_storage_BlockDeviceWipeDescriptor(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("storage.BlockDeviceWipeRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_storage_BlockDeviceWipeRequest, {
        "devices": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_storage_BlockDeviceWipeResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_storage_BlockDeviceWipeResponse and not isinstance(m, class_storage_BlockDeviceWipeResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_storage_BlockDeviceWipe(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_storage_BlockDeviceWipeResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "storage.BlockDeviceWipeResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_storage_BlockDeviceWipe(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("storage.BlockDeviceWipeResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_storage_BlockDeviceWipeResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_api_v1_Backend(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_api_v1_Backend and not isinstance(m, class_talos_api_v1_Backend):
        wrong(m)
    x = m.component
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.serving
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.version
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.uptime
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_google_protobuf_Duration_value(o, x, deeper(depth))
        finish(o, at)
    x = m.error
    if x:
        put_varint(o, 42)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_api_v1_Backend(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.api.v1.Backend"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    cdef object x3 = ""
    cdef object x4 = None
    cdef object x5 = ""
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                x5 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("talos.api.v1.Backend", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_google_protobuf_Duration_value(i, p4, q4, m4, inside(depth, p4))
    return instance(class_talos_api_v1_Backend, {
        "component": x1,
        "serving": x2,
        "version": x3,
        "uptime": x4,
        "error": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_api_v1_ListBackendsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_api_v1_ListBackendsRequest and not isinstance(m, class_talos_api_v1_ListBackendsRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_api_v1_ListBackendsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.api.v1.ListBackendsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.api.v1.ListBackendsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_api_v1_ListBackendsRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_api_v1_ListBackendsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_api_v1_ListBackendsResponse and not isinstance(m, class_talos_api_v1_ListBackendsResponse):
        wrong(m)
    x = m.backends
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_api_v1_Backend(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_api_v1_ListBackendsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.api.v1.ListBackendsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_api_v1_Backend(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.api.v1.ListBackendsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_api_v1_ListBackendsResponse, {
        "backends": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_DescribeRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_DescribeRequest and not isinstance(m, class_talos_component_v1_DescribeRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_DescribeRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.DescribeRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.component.v1.DescribeRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_component_v1_DescribeRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_DescribeResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_DescribeResponse and not isinstance(m, class_talos_component_v1_DescribeResponse):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.version
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.serves
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        at = begin(o)
        write_talos_component_v1_ServedContract(o, y, deeper(depth))
        finish(o, at)
    x = m.uses
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        at = begin(o)
        write_talos_component_v1_UsedContract(o, y, deeper(depth))
        finish(o, at)
    x = m.started_at
    if x is not None:
        put_varint(o, 42)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.uptime
    if x is not None:
        put_varint(o, 50)
        at = begin(o)
        write_google_protobuf_Duration_value(o, x, deeper(depth))
        finish(o, at)
    x = m.pid
    if x:
        put_varint(o, 56)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_DescribeResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.DescribeResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef list x3 = []
    cdef list x4 = []
    cdef object x5 = None
    cdef object x6 = None
    cdef object x7 = 0
    cdef Py_ssize_t p5 = 0, q5 = -1
    cdef list m5 = None
    cdef Py_ssize_t p6 = 0, q6 = -1
    cdef list m6 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_component_v1_ServedContract(i, p, q, None, inside(depth, p))
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_component_v1_UsedContract(i, p, q, None, inside(depth, p))
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                if q5 < 0:
                    p5 = p
                    q5 = q
                else:
                    m5 = later(m5, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                if q6 < 0:
                    p6 = p
                    q6 = q
                else:
                    m6 = later(m6, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7}:
                    raise wrong_type("talos.component.v1.DescribeResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q5 >= 0:
        x5 = read_google_protobuf_Timestamp_value(i, p5, q5, m5, inside(depth, p5))
    if q6 >= 0:
        x6 = read_google_protobuf_Duration_value(i, p6, q6, m6, inside(depth, p6))
    return instance(class_talos_component_v1_DescribeResponse, {
        "name": x1,
        "version": x2,
        "serves": x3,
        "uses": x4,
        "started_at": x5,
        "uptime": x6,
        "pid": x7,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_Event(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_Event and not isinstance(m, class_talos_component_v1_Event):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.time
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.component
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.actor_id
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.data
    if x is not None:
        put_varint(o, 42)
        at = begin(o)
        write_google_protobuf_Any(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_Event(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.Event"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = None
    cdef object x3 = ""
    cdef object x4 = ""
    cdef object x5 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    cdef Py_ssize_t p5 = 0, q5 = -1
    cdef list m5 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                if q5 < 0:
                    p5 = p
                    q5 = q
                else:
                    m5 = later(m5, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("talos.component.v1.Event", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_google_protobuf_Timestamp_value(i, p2, q2, m2, inside(depth, p2))
    if q5 >= 0:
        x5 = read_google_protobuf_Any(i, p5, q5, m5, inside(depth, p5))
    return instance(class_talos_component_v1_Event, {
        "id": x1,
        "time": x2,
        "component": x3,
        "actor_id": x4,
        "data": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_GetMetricsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_GetMetricsRequest and not isinstance(m, class_talos_component_v1_GetMetricsRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_GetMetricsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.GetMetricsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.component.v1.GetMetricsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_component_v1_GetMetricsRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_GetMetricsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_GetMetricsResponse and not isinstance(m, class_talos_component_v1_GetMetricsResponse):
        wrong(m)
    x = m.metrics
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_component_v1_Metric(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_GetMetricsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.GetMetricsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_component_v1_Metric(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.component.v1.GetMetricsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_component_v1_GetMetricsResponse, {
        "metrics": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_Metric(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_Metric and not isinstance(m, class_talos_component_v1_Metric):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.labels
    if not PyDict_CheckExact(x):
        x = mapping(x)
    for k, w in x.items():
        put_varint(o, 18)
        at = begin(o)
        write_talos_component_v1_MetricLabelsEntry(o, k, w, deeper(depth))
        finish(o, at)
    x = m.value
    bits = bits_of_double(x)
    if bits:
        put_varint(o, 25)
        put_fixed(o, bits, 8)
    x = m.unit
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_Metric(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.Metric"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef dict x2 = {}
    cdef object x3 = 0.0
    cdef object x4 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                if not read_talos_component_v1_MetricLabelsEntry(x2, i, p, q, None, inside(depth, p)):
                    unknown = keep(unknown, t, q)
                p = q
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 25:
                x3 = get_double(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.component.v1.Metric", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_component_v1_Metric, {
        "name": x1,
        "labels": x2,
        "value": x3,
        "unit": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_MetricLabelsEntry(Out* o, object key, object value, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    put_varint(o, 10)
    put_string(o, key)
    put_varint(o, 18)
    put_string(o, value)
    return 0


cdef object read_talos_component_v1_MetricLabelsEntry(dict into, In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.Metric.LabelsEntry"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.component.v1.Metric.LabelsEntry", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if unknown is not None:
        return False
    into[x1] = x2
    return True


cdef int write_talos_component_v1_ServedContract(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_ServedContract and not isinstance(m, class_talos_component_v1_ServedContract):
        wrong(m)
    x = m.package
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.digest
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_ServedContract(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.ServedContract"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.component.v1.ServedContract", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_component_v1_ServedContract, {
        "package": x1,
        "digest": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_UsedContract(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_UsedContract and not isinstance(m, class_talos_component_v1_UsedContract):
        wrong(m)
    x = m.component
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.package
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_UsedContract(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.UsedContract"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.component.v1.UsedContract", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_component_v1_UsedContract, {
        "component": x1,
        "package": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_WatchEventsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_WatchEventsRequest and not isinstance(m, class_talos_component_v1_WatchEventsRequest):
        wrong(m)
    x = m.tail_events
    if x:
        put_varint(o, 8)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.tail_id
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.tail_since
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Duration_value(o, x, deeper(depth))
        finish(o, at)
    x = m.with_actor_id
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.follow
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_WatchEventsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.WatchEventsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    cdef object x3 = None
    cdef object x4 = ""
    cdef object x5 = False
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("talos.component.v1.WatchEventsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_google_protobuf_Duration_value(i, p3, q3, m3, inside(depth, p3))
    return instance(class_talos_component_v1_WatchEventsRequest, {
        "tail_events": x1,
        "tail_id": x2,
        "tail_since": x3,
        "with_actor_id": x4,
        "follow": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_component_v1_WatchEventsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_component_v1_WatchEventsResponse and not isinstance(m, class_talos_component_v1_WatchEventsResponse):
        wrong(m)
    x = m.event
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_talos_component_v1_Event(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_component_v1_WatchEventsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.component.v1.WatchEventsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.component.v1.WatchEventsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_talos_component_v1_Event(i, p1, q1, m1, inside(depth, p1))
    return instance(class_talos_component_v1_WatchEventsResponse, {
        "event": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_etcd_v1_GetStatusRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_etcd_v1_GetStatusRequest and not isinstance(m, class_talos_etcd_v1_GetStatusRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_etcd_v1_GetStatusRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.etcd.v1.GetStatusRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.etcd.v1.GetStatusRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_etcd_v1_GetStatusRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_etcd_v1_GetStatusResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_etcd_v1_GetStatusResponse and not isinstance(m, class_talos_etcd_v1_GetStatusResponse):
        wrong(m)
    x = m.member_id
    if x:
        put_varint(o, 8)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.leader
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.version
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.db_size
    if x:
        put_varint(o, 32)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.db_size_in_use
    if x:
        put_varint(o, 40)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.raft_index
    if x:
        put_varint(o, 48)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.raft_term
    if x:
        put_varint(o, 56)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.raft_applied_index
    if x:
        put_varint(o, 64)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.errors
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 74)
        put_string(o, y)
    x = m.is_learner
    if x is True:
        put_varint(o, 80)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_etcd_v1_GetStatusResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.etcd.v1.GetStatusResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    cdef object x3 = ""
    cdef object x4 = 0
    cdef object x5 = 0
    cdef object x6 = 0
    cdef object x7 = 0
    cdef object x8 = 0
    cdef list x9 = []
    cdef object x10 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 74:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x9.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 80:
                x10 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}:
                    raise wrong_type("talos.etcd.v1.GetStatusResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_etcd_v1_GetStatusResponse, {
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
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_etcd_v1_ListMembersRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_etcd_v1_ListMembersRequest and not isinstance(m, class_talos_etcd_v1_ListMembersRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_etcd_v1_ListMembersRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.etcd.v1.ListMembersRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.etcd.v1.ListMembersRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_etcd_v1_ListMembersRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_etcd_v1_ListMembersResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_etcd_v1_ListMembersResponse and not isinstance(m, class_talos_etcd_v1_ListMembersResponse):
        wrong(m)
    x = m.members
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_etcd_v1_Member(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_etcd_v1_ListMembersResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.etcd.v1.ListMembersResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_etcd_v1_Member(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.etcd.v1.ListMembersResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_etcd_v1_ListMembersResponse, {
        "members": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_etcd_v1_Member(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_etcd_v1_Member and not isinstance(m, class_talos_etcd_v1_Member):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 8)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.name
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.peer_urls
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        put_string(o, y)
    x = m.client_urls
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        put_string(o, y)
    x = m.is_learner
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_etcd_v1_Member(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.etcd.v1.Member"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    cdef list x3 = []
    cdef list x4 = []
    cdef object x5 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("talos.etcd.v1.Member", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_etcd_v1_Member, {
        "id": x1,
        "name": x2,
        "peer_urls": x3,
        "client_urls": x4,
        "is_learner": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_etcd_v1_SnapshotRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_etcd_v1_SnapshotRequest and not isinstance(m, class_talos_etcd_v1_SnapshotRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_etcd_v1_SnapshotRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.etcd.v1.SnapshotRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.etcd.v1.SnapshotRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_etcd_v1_SnapshotRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_etcd_v1_SnapshotResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_etcd_v1_SnapshotResponse and not isinstance(m, class_talos_etcd_v1_SnapshotResponse):
        wrong(m)
    x = m.data
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_etcd_v1_SnapshotResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.etcd.v1.SnapshotResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.etcd.v1.SnapshotResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_etcd_v1_SnapshotResponse, {
        "data": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_CopyFilesRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_CopyFilesRequest and not isinstance(m, class_talos_filesystem_v1_CopyFilesRequest):
        wrong(m)
    x = m.path
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_CopyFilesRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.CopyFilesRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.CopyFilesRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_CopyFilesRequest, {
        "path": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_CopyFilesResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_CopyFilesResponse and not isinstance(m, class_talos_filesystem_v1_CopyFilesResponse):
        wrong(m)
    x = m.data
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m.relative_path
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.error
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_CopyFilesResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.CopyFilesResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    cdef object x2 = ""
    cdef object x3 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.filesystem.v1.CopyFilesResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_CopyFilesResponse, {
        "data": x1,
        "relative_path": x2,
        "error": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_DeleteMetaRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_DeleteMetaRequest and not isinstance(m, class_talos_filesystem_v1_DeleteMetaRequest):
        wrong(m)
    x = m.key
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_DeleteMetaRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.DeleteMetaRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.DeleteMetaRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_DeleteMetaRequest, {
        "key": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_DeleteMetaResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_DeleteMetaResponse and not isinstance(m, class_talos_filesystem_v1_DeleteMetaResponse):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_DeleteMetaResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.DeleteMetaResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.filesystem.v1.DeleteMetaResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_DeleteMetaResponse, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_DiskUsageEntry(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_DiskUsageEntry and not isinstance(m, class_talos_filesystem_v1_DiskUsageEntry):
        wrong(m)
    x = m.path
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.relative_path
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.error
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_DiskUsageEntry(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.DiskUsageEntry"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = 0
    cdef object x4 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.filesystem.v1.DiskUsageEntry", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_DiskUsageEntry, {
        "path": x1,
        "relative_path": x2,
        "size": x3,
        "error": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_DiskUsageRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_DiskUsageRequest and not isinstance(m, class_talos_filesystem_v1_DiskUsageRequest):
        wrong(m)
    x = m.paths
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m.recursion_depth
    if x:
        put_varint(o, 16)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.all
    if x is True:
        put_varint(o, 24)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.threshold
    if x:
        put_varint(o, 32)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_DiskUsageRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.DiskUsageRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef object x2 = 0
    cdef object x3 = False
    cdef object x4 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.filesystem.v1.DiskUsageRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_DiskUsageRequest, {
        "paths": x1,
        "recursion_depth": x2,
        "all": x3,
        "threshold": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_DiskUsageResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_DiskUsageResponse and not isinstance(m, class_talos_filesystem_v1_DiskUsageResponse):
        wrong(m)
    x = m.entries
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_filesystem_v1_DiskUsageEntry(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_DiskUsageResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.DiskUsageResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_filesystem_v1_DiskUsageEntry(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.DiskUsageResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_DiskUsageResponse, {
        "entries": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_FileEntry(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_FileEntry and not isinstance(m, class_talos_filesystem_v1_FileEntry):
        wrong(m)
    x = m.path
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.relative_path
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        put_varint(o, 24)
        put_int64(o, x)
    elif x != 0:
        wrong(x)
    x = m.mode
    if x:
        put_varint(o, 32)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.modified
    if x is not None:
        put_varint(o, 42)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.link
    if x:
        put_varint(o, 50)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.uid
    if x:
        put_varint(o, 56)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.gid
    if x:
        put_varint(o, 64)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.error
    if x:
        put_varint(o, 74)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_FileEntry(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.FileEntry"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = 0
    cdef object x4 = 0
    cdef object x5 = None
    cdef object x6 = ""
    cdef object x7 = 0
    cdef object x8 = 0
    cdef object x9 = ""
    cdef Py_ssize_t p5 = 0, q5 = -1
    cdef list m5 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int64_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                if q5 < 0:
                    p5 = p
                    q5 = q
                else:
                    m5 = later(m5, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                x6 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 74:
                q = get_end(i, &p, e, name)
                x9 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9}:
                    raise wrong_type("talos.filesystem.v1.FileEntry", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q5 >= 0:
        x5 = read_google_protobuf_Timestamp_value(i, p5, q5, m5, inside(depth, p5))
    return instance(class_talos_filesystem_v1_FileEntry, {
        "path": x1,
        "relative_path": x2,
        "size": x3,
        "mode": x4,
        "modified": x5,
        "link": x6,
        "uid": x7,
        "gid": x8,
        "error": x9,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_ListFilesRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_ListFilesRequest and not isinstance(m, class_talos_filesystem_v1_ListFilesRequest):
        wrong(m)
    x = m.root
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.recurse
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.recursion_depth
    if x:
        put_varint(o, 24)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.types
    if not PyList_CheckExact(x):
        x = sequence(x)
    if x:
        put_varint(o, 34)
        at = begin(o)
        for y in x:
            put_enum(o, y)
        finish(o, at)
    x = m.batched
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_ListFilesRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.ListFilesRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    cdef object x3 = 0
    cdef list x4 = []
    cdef object x5 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                while p < q:
                    v = member(small_talos_filesystem_v1_FileType, enum_talos_filesystem_v1_FileType, <int32_t>get_varint(i, &p, q, name))
                    x4.append(v)
                if p != q:
                    cut(name, p)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 32:
                v = member(small_talos_filesystem_v1_FileType, enum_talos_filesystem_v1_FileType, <int32_t>get_varint(i, &p, e, name))
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("talos.filesystem.v1.ListFilesRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_ListFilesRequest, {
        "root": x1,
        "recurse": x2,
        "recursion_depth": x3,
        "types": x4,
        "batched": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_ListFilesResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_ListFilesResponse and not isinstance(m, class_talos_filesystem_v1_ListFilesResponse):
        wrong(m)
    x = m.entry
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_talos_filesystem_v1_FileEntry(o, x, deeper(depth))
        finish(o, at)
    x = m.entries
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_talos_filesystem_v1_FileEntry(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_ListFilesResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.ListFilesResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef list x2 = []
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_filesystem_v1_FileEntry(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.ListFilesResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_talos_filesystem_v1_FileEntry(i, p1, q1, m1, inside(depth, p1))
    return instance(class_talos_filesystem_v1_ListFilesResponse, {
        "entry": x1,
        "entries": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_MountStat(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_MountStat and not isinstance(m, class_talos_filesystem_v1_MountStat):
        wrong(m)
    x = m.source
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.target
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.filesystem
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.size
    if x:
        put_varint(o, 32)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.available
    if x:
        put_varint(o, 40)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_MountStat(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.MountStat"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = 0
    cdef object x5 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("talos.filesystem.v1.MountStat", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_MountStat, {
        "source": x1,
        "target": x2,
        "filesystem": x3,
        "size": x4,
        "available": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_MountTableRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_MountTableRequest and not isinstance(m, class_talos_filesystem_v1_MountTableRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_MountTableRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.MountTableRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.filesystem.v1.MountTableRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_MountTableRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_MountTableResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_MountTableResponse and not isinstance(m, class_talos_filesystem_v1_MountTableResponse):
        wrong(m)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_MountTableResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.MountTableResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.MountTableResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_MountTableResponse, {
        "operations": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_MountVolumeRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_MountVolumeRequest and not isinstance(m, class_talos_filesystem_v1_MountVolumeRequest):
        wrong(m)
    x = m.volume_id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.requester
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_MountVolumeRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.MountVolumeRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.MountVolumeRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_MountVolumeRequest, {
        "volume_id": x1,
        "requester": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_MountVolumeResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_MountVolumeResponse and not isinstance(m, class_talos_filesystem_v1_MountVolumeResponse):
        wrong(m)
    x = m.target
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_MountVolumeResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.MountVolumeResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.MountVolumeResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_MountVolumeResponse, {
        "target": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlanDiskRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlanDiskRequest and not isinstance(m, class_talos_filesystem_v1_PlanDiskRequest):
        wrong(m)
    x = m.disk
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.force
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlanDiskRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlanDiskRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.PlanDiskRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlanDiskRequest, {
        "disk": x1,
        "force": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlanDiskResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlanDiskResponse and not isinstance(m, class_talos_filesystem_v1_PlanDiskResponse):
        wrong(m)
    x = m.disk
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.partitions
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_talos_filesystem_v1_PlannedPartition(o, y, deeper(depth))
        finish(o, at)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlanDiskResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlanDiskResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef list x2 = []
    cdef list x3 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_filesystem_v1_PlannedPartition(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.filesystem.v1.PlanDiskResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlanDiskResponse, {
        "disk": x1,
        "partitions": x2,
        "operations": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlanRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlanRequest and not isinstance(m, class_talos_filesystem_v1_PlanRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlanRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlanRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.filesystem.v1.PlanRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlanRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlanResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlanResponse and not isinstance(m, class_talos_filesystem_v1_PlanResponse):
        wrong(m)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m.rows
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_talos_filesystem_v1_PlanRow(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlanResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlanResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef list x2 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_filesystem_v1_PlanRow(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.PlanResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlanResponse, {
        "operations": x1,
        "rows": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlanRow(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlanRow and not isinstance(m, class_talos_filesystem_v1_PlanRow):
        wrong(m)
    x = m.kind
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.source
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.target
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.options
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 42)
        put_string(o, y)
    x = m.mode
    if x:
        put_varint(o, 48)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.uid
    if x:
        put_varint(o, 56)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.gid
    if x:
        put_varint(o, 64)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.component
    if x:
        put_varint(o, 74)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.steps
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 82)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlanRow(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlanRow"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = ""
    cdef list x5 = []
    cdef object x6 = 0
    cdef object x7 = 0
    cdef object x8 = 0
    cdef object x9 = ""
    cdef list x10 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 42:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x5.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 74:
                q = get_end(i, &p, e, name)
                x9 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 82:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x10.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}:
                    raise wrong_type("talos.filesystem.v1.PlanRow", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlanRow, {
        "kind": x1,
        "source": x2,
        "target": x3,
        "type": x4,
        "options": x5,
        "mode": x6,
        "uid": x7,
        "gid": x8,
        "component": x9,
        "steps": x10,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlanVolumesRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlanVolumesRequest and not isinstance(m, class_talos_filesystem_v1_PlanVolumesRequest):
        wrong(m)
    x = m.config
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlanVolumesRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlanVolumesRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.PlanVolumesRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlanVolumesRequest, {
        "config": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlanVolumesResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlanVolumesResponse and not isinstance(m, class_talos_filesystem_v1_PlanVolumesResponse):
        wrong(m)
    x = m.volumes
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_filesystem_v1_PlannedVolume(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlanVolumesResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlanVolumesResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_filesystem_v1_PlannedVolume(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.PlanVolumesResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlanVolumesResponse, {
        "volumes": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlannedPartition(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlannedPartition and not isinstance(m, class_talos_filesystem_v1_PlannedPartition):
        wrong(m)
    x = m.number
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.label
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type_guid
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.offset
    if x:
        put_varint(o, 32)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.size
    if x:
        put_varint(o, 40)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.filesystem
    if x:
        put_varint(o, 50)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlannedPartition(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlannedPartition"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = 0
    cdef object x5 = 0
    cdef object x6 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                x6 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6}:
                    raise wrong_type("talos.filesystem.v1.PlannedPartition", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlannedPartition, {
        "number": x1,
        "label": x2,
        "type_guid": x3,
        "offset": x4,
        "size": x5,
        "filesystem": x6,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_PlannedVolume(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_PlannedVolume and not isinstance(m, class_talos_filesystem_v1_PlannedVolume):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.location
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.target
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 42)
        put_string(o, y)
    x = m.error
    if x:
        put_varint(o, 50)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_PlannedVolume(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.PlannedVolume"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = ""
    cdef list x5 = []
    cdef object x6 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 42:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x5.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 50:
                q = get_end(i, &p, e, name)
                x6 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6}:
                    raise wrong_type("talos.filesystem.v1.PlannedVolume", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_PlannedVolume, {
        "id": x1,
        "type": x2,
        "location": x3,
        "target": x4,
        "operations": x5,
        "error": x6,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_ProvisionDiskRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_ProvisionDiskRequest and not isinstance(m, class_talos_filesystem_v1_ProvisionDiskRequest):
        wrong(m)
    x = m.disk
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.force
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_ProvisionDiskRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.ProvisionDiskRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.ProvisionDiskRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_ProvisionDiskRequest, {
        "disk": x1,
        "force": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_ProvisionDiskResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_ProvisionDiskResponse and not isinstance(m, class_talos_filesystem_v1_ProvisionDiskResponse):
        wrong(m)
    x = m.operation
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_ProvisionDiskResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.ProvisionDiskResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.ProvisionDiskResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_ProvisionDiskResponse, {
        "operation": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_ReadFileRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_ReadFileRequest and not isinstance(m, class_talos_filesystem_v1_ReadFileRequest):
        wrong(m)
    x = m.path
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_ReadFileRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.ReadFileRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.ReadFileRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_ReadFileRequest, {
        "path": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_ReadFileResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_ReadFileResponse and not isinstance(m, class_talos_filesystem_v1_ReadFileResponse):
        wrong(m)
    x = m.data
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_ReadFileResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.ReadFileResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.ReadFileResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_ReadFileResponse, {
        "data": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_ReadMetaRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_ReadMetaRequest and not isinstance(m, class_talos_filesystem_v1_ReadMetaRequest):
        wrong(m)
    x = m.key
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_ReadMetaRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.ReadMetaRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.ReadMetaRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_ReadMetaRequest, {
        "key": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_ReadMetaResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_ReadMetaResponse and not isinstance(m, class_talos_filesystem_v1_ReadMetaResponse):
        wrong(m)
    x = m.value
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_ReadMetaResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.ReadMetaResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.ReadMetaResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_ReadMetaResponse, {
        "value": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_StatMountsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_StatMountsRequest and not isinstance(m, class_talos_filesystem_v1_StatMountsRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_StatMountsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.StatMountsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.filesystem.v1.StatMountsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_StatMountsRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_StatMountsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_StatMountsResponse and not isinstance(m, class_talos_filesystem_v1_StatMountsResponse):
        wrong(m)
    x = m.mounts
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_filesystem_v1_MountStat(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_StatMountsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.StatMountsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_filesystem_v1_MountStat(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.StatMountsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_StatMountsResponse, {
        "mounts": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_TreeRepairEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_TreeRepairEvent and not isinstance(m, class_talos_filesystem_v1_TreeRepairEvent):
        wrong(m)
    x = m.target
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.kind
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.steps
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 26)
        put_string(o, y)
    x = m.error
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_TreeRepairEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.TreeRepairEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef list x3 = []
    cdef object x4 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 26:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x3.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.filesystem.v1.TreeRepairEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_TreeRepairEvent, {
        "target": x1,
        "kind": x2,
        "steps": x3,
        "error": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_UnmountTableRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_UnmountTableRequest and not isinstance(m, class_talos_filesystem_v1_UnmountTableRequest):
        wrong(m)
    x = m.for_good
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_UnmountTableRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.UnmountTableRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.UnmountTableRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_UnmountTableRequest, {
        "for_good": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_UnmountTableResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_UnmountTableResponse and not isinstance(m, class_talos_filesystem_v1_UnmountTableResponse):
        wrong(m)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m.held
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_UnmountTableResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.UnmountTableResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef list x2 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.UnmountTableResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_UnmountTableResponse, {
        "operations": x1,
        "held": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_UnmountVolumeRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_UnmountVolumeRequest and not isinstance(m, class_talos_filesystem_v1_UnmountVolumeRequest):
        wrong(m)
    x = m.volume_id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.requester
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_UnmountVolumeRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.UnmountVolumeRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.UnmountVolumeRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_UnmountVolumeRequest, {
        "volume_id": x1,
        "requester": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_UnmountVolumeResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_UnmountVolumeResponse and not isinstance(m, class_talos_filesystem_v1_UnmountVolumeResponse):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_UnmountVolumeResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.UnmountVolumeResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.filesystem.v1.UnmountVolumeResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_UnmountVolumeResponse, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WipeDevice(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WipeDevice and not isinstance(m, class_talos_filesystem_v1_WipeDevice):
        wrong(m)
    x = m.device
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.method
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.skip_volume_check
    if x is True:
        put_varint(o, 24)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.skip_secondary_check
    if x is True:
        put_varint(o, 32)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.drop_partition
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WipeDevice(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WipeDevice"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = zero_talos_filesystem_v1_WipeMethod
    cdef object x3 = False
    cdef object x4 = False
    cdef object x5 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_talos_filesystem_v1_WipeMethod, enum_talos_filesystem_v1_WipeMethod, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5}:
                    raise wrong_type("talos.filesystem.v1.WipeDevice", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WipeDevice, {
        "device": x1,
        "method": x2,
        "skip_volume_check": x3,
        "skip_secondary_check": x4,
        "drop_partition": x5,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WipeDevicesRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WipeDevicesRequest and not isinstance(m, class_talos_filesystem_v1_WipeDevicesRequest):
        wrong(m)
    x = m.devices
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_filesystem_v1_WipeDevice(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WipeDevicesRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WipeDevicesRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_filesystem_v1_WipeDevice(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.WipeDevicesRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WipeDevicesRequest, {
        "devices": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WipeDevicesResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WipeDevicesResponse and not isinstance(m, class_talos_filesystem_v1_WipeDevicesResponse):
        wrong(m)
    x = m.device
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.done
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.size
    if x:
        put_varint(o, 24)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.step
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WipeDevicesResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WipeDevicesResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.filesystem.v1.WipeDevicesResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WipeDevicesResponse, {
        "device": x1,
        "done": x2,
        "size": x3,
        "step": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WipeVolumesRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WipeVolumesRequest and not isinstance(m, class_talos_filesystem_v1_WipeVolumesRequest):
        wrong(m)
    x = m.labels
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m.check
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WipeVolumesRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WipeVolumesRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef object x2 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.WipeVolumesRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WipeVolumesRequest, {
        "labels": x1,
        "check": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WipeVolumesResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WipeVolumesResponse and not isinstance(m, class_talos_filesystem_v1_WipeVolumesResponse):
        wrong(m)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WipeVolumesResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WipeVolumesResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.WipeVolumesResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WipeVolumesResponse, {
        "operations": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WriteEtcFileRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WriteEtcFileRequest and not isinstance(m, class_talos_filesystem_v1_WriteEtcFileRequest):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.contents
    if x:
        put_varint(o, 18)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WriteEtcFileRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WriteEtcFileRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.WriteEtcFileRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WriteEtcFileRequest, {
        "name": x1,
        "contents": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WriteEtcFileResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WriteEtcFileResponse and not isinstance(m, class_talos_filesystem_v1_WriteEtcFileResponse):
        wrong(m)
    x = m.changed
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WriteEtcFileResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WriteEtcFileResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.filesystem.v1.WriteEtcFileResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WriteEtcFileResponse, {
        "changed": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WriteMetaRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WriteMetaRequest and not isinstance(m, class_talos_filesystem_v1_WriteMetaRequest):
        wrong(m)
    x = m.key
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.value
    if x:
        put_varint(o, 18)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WriteMetaRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WriteMetaRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.filesystem.v1.WriteMetaRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WriteMetaRequest, {
        "key": x1,
        "value": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_filesystem_v1_WriteMetaResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_filesystem_v1_WriteMetaResponse and not isinstance(m, class_talos_filesystem_v1_WriteMetaResponse):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_filesystem_v1_WriteMetaResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.filesystem.v1.WriteMetaResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.filesystem.v1.WriteMetaResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_filesystem_v1_WriteMetaResponse, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_init_v1_ResetRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_init_v1_ResetRequest and not isinstance(m, class_talos_init_v1_ResetRequest):
        wrong(m)
    x = m.graceful
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.labels
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_init_v1_ResetRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.init.v1.ResetRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    cdef list x2 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.init.v1.ResetRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_init_v1_ResetRequest, {
        "graceful": x1,
        "labels": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_init_v1_ResetResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_init_v1_ResetResponse and not isinstance(m, class_talos_init_v1_ResetResponse):
        wrong(m)
    x = m.actor_id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_init_v1_ResetResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.init.v1.ResetResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.init.v1.ResetResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_init_v1_ResetResponse, {
        "actor_id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_init_v1_ShutdownRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_init_v1_ShutdownRequest and not isinstance(m, class_talos_init_v1_ShutdownRequest):
        wrong(m)
    x = m.force
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_init_v1_ShutdownRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.init.v1.ShutdownRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.init.v1.ShutdownRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_init_v1_ShutdownRequest, {
        "force": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_init_v1_ShutdownResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_init_v1_ShutdownResponse and not isinstance(m, class_talos_init_v1_ShutdownResponse):
        wrong(m)
    x = m.actor_id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_init_v1_ShutdownResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.init.v1.ShutdownResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.init.v1.ShutdownResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_init_v1_ShutdownResponse, {
        "actor_id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_kubelet_v1_RenderRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_kubelet_v1_RenderRequest and not isinstance(m, class_talos_kubelet_v1_RenderRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_kubelet_v1_RenderRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.kubelet.v1.RenderRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.kubelet.v1.RenderRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_kubelet_v1_RenderRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_kubelet_v1_RenderResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_kubelet_v1_RenderResponse and not isinstance(m, class_talos_kubelet_v1_RenderResponse):
        wrong(m)
    x = m.args
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m.config
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_kubelet_v1_RenderResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.kubelet.v1.RenderResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.kubelet.v1.RenderResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_kubelet_v1_RenderResponse, {
        "args": x1,
        "config": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_ApplyRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_ApplyRequest and not isinstance(m, class_talos_network_v1_ApplyRequest):
        wrong(m)
    x = m.config
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.confirm_timeout
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Duration_value(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_ApplyRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.ApplyRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.network.v1.ApplyRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_google_protobuf_Duration_value(i, p3, q3, m3, inside(depth, p3))
    return instance(class_talos_network_v1_ApplyRequest, {
        "config": x1,
        "id": x2,
        "confirm_timeout": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_ApplyResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_ApplyResponse and not isinstance(m, class_talos_network_v1_ApplyResponse):
        wrong(m)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_network_v1_Operation(o, y, deeper(depth))
        finish(o, at)
    x = m.trial
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_talos_network_v1_Trial(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_ApplyResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.ApplyResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef object x2 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_network_v1_Operation(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.network.v1.ApplyResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_talos_network_v1_Trial(i, p2, q2, m2, inside(depth, p2))
    return instance(class_talos_network_v1_ApplyResponse, {
        "operations": x1,
        "trial": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_BpfInstruction(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_BpfInstruction and not isinstance(m, class_talos_network_v1_BpfInstruction):
        wrong(m)
    x = m.op
    if x:
        put_varint(o, 8)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.jt
    if x:
        put_varint(o, 16)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.jf
    if x:
        put_varint(o, 24)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.k
    if x:
        put_varint(o, 32)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_BpfInstruction(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.BPFInstruction"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = 0
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.network.v1.BPFInstruction", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_BpfInstruction, {
        "op": x1,
        "jt": x2,
        "jf": x3,
        "k": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_CapturePacketsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_CapturePacketsRequest and not isinstance(m, class_talos_network_v1_CapturePacketsRequest):
        wrong(m)
    x = m.interface
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.promiscuous
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.snap_len
    if x:
        put_varint(o, 24)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.bpf_filter
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        at = begin(o)
        write_talos_network_v1_BpfInstruction(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_CapturePacketsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.CapturePacketsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    cdef object x3 = 0
    cdef list x4 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_network_v1_BpfInstruction(i, p, q, None, inside(depth, p))
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.network.v1.CapturePacketsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_CapturePacketsRequest, {
        "interface": x1,
        "promiscuous": x2,
        "snap_len": x3,
        "bpf_filter": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_CapturePacketsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_CapturePacketsResponse and not isinstance(m, class_talos_network_v1_CapturePacketsResponse):
        wrong(m)
    x = m.data
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m.dropped
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_CapturePacketsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.CapturePacketsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    cdef object x2 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.network.v1.CapturePacketsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_CapturePacketsResponse, {
        "data": x1,
        "dropped": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_ConfirmRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_ConfirmRequest and not isinstance(m, class_talos_network_v1_ConfirmRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_ConfirmRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.ConfirmRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.network.v1.ConfirmRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_ConfirmRequest, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_ConfirmResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_ConfirmResponse and not isinstance(m, class_talos_network_v1_ConfirmResponse):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_ConfirmResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.ConfirmResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.network.v1.ConfirmResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_ConfirmResponse, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_DeviceCounters(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_DeviceCounters and not isinstance(m, class_talos_network_v1_DeviceCounters):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.rx_bytes
    if x:
        put_varint(o, 16)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_packets
    if x:
        put_varint(o, 24)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_errors
    if x:
        put_varint(o, 32)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_dropped
    if x:
        put_varint(o, 40)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_fifo
    if x:
        put_varint(o, 48)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_frame
    if x:
        put_varint(o, 56)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_compressed
    if x:
        put_varint(o, 64)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.rx_multicast
    if x:
        put_varint(o, 72)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_bytes
    if x:
        put_varint(o, 80)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_packets
    if x:
        put_varint(o, 88)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_errors
    if x:
        put_varint(o, 96)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_dropped
    if x:
        put_varint(o, 104)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_fifo
    if x:
        put_varint(o, 112)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_collisions
    if x:
        put_varint(o, 120)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_carrier
    if x:
        put_varint(o, 128)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.tx_compressed
    if x:
        put_varint(o, 136)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_DeviceCounters(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.DeviceCounters"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = 0
    cdef object x3 = 0
    cdef object x4 = 0
    cdef object x5 = 0
    cdef object x6 = 0
    cdef object x7 = 0
    cdef object x8 = 0
    cdef object x9 = 0
    cdef object x10 = 0
    cdef object x11 = 0
    cdef object x12 = 0
    cdef object x13 = 0
    cdef object x14 = 0
    cdef object x15 = 0
    cdef object x16 = 0
    cdef object x17 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 72:
                x9 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 80:
                x10 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 88:
                x11 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 96:
                x12 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 104:
                x13 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 112:
                x14 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 120:
                x15 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 128:
                x16 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 136:
                x17 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17}:
                    raise wrong_type("talos.network.v1.DeviceCounters", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_DeviceCounters, {
        "name": x1,
        "rx_bytes": x2,
        "rx_packets": x3,
        "rx_errors": x4,
        "rx_dropped": x5,
        "rx_fifo": x6,
        "rx_frame": x7,
        "rx_compressed": x8,
        "rx_multicast": x9,
        "tx_bytes": x10,
        "tx_packets": x11,
        "tx_errors": x12,
        "tx_dropped": x13,
        "tx_fifo": x14,
        "tx_collisions": x15,
        "tx_carrier": x16,
        "tx_compressed": x17,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_ListDeviceCountersRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_ListDeviceCountersRequest and not isinstance(m, class_talos_network_v1_ListDeviceCountersRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_ListDeviceCountersRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.ListDeviceCountersRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.network.v1.ListDeviceCountersRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_ListDeviceCountersRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_ListDeviceCountersResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_ListDeviceCountersResponse and not isinstance(m, class_talos_network_v1_ListDeviceCountersResponse):
        wrong(m)
    x = m.devices
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_network_v1_DeviceCounters(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_ListDeviceCountersResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.ListDeviceCountersResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_network_v1_DeviceCounters(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.network.v1.ListDeviceCountersResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_ListDeviceCountersResponse, {
        "devices": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_ListSocketsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_ListSocketsRequest and not isinstance(m, class_talos_network_v1_ListSocketsRequest):
        wrong(m)
    x = m.protocols
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m.connected
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.listening
    if x is True:
        put_varint(o, 24)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.processes
    if x is True:
        put_varint(o, 32)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.host_namespace
    if x is True:
        put_varint(o, 40)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.namespaces
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 50)
        put_string(o, y)
    x = m.all_namespaces
    if x is True:
        put_varint(o, 56)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_ListSocketsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.ListSocketsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef object x2 = False
    cdef object x3 = False
    cdef object x4 = False
    cdef object x5 = False
    cdef list x6 = []
    cdef object x7 = False
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 50:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x6.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7}:
                    raise wrong_type("talos.network.v1.ListSocketsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_ListSocketsRequest, {
        "protocols": x1,
        "connected": x2,
        "listening": x3,
        "processes": x4,
        "host_namespace": x5,
        "namespaces": x6,
        "all_namespaces": x7,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_ListSocketsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_ListSocketsResponse and not isinstance(m, class_talos_network_v1_ListSocketsResponse):
        wrong(m)
    x = m.sockets
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_network_v1_Socket(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_ListSocketsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.ListSocketsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_network_v1_Socket(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.network.v1.ListSocketsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_ListSocketsResponse, {
        "sockets": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_MeasureTimeRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_MeasureTimeRequest and not isinstance(m, class_talos_network_v1_MeasureTimeRequest):
        wrong(m)
    x = m.server
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_MeasureTimeRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.MeasureTimeRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.network.v1.MeasureTimeRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_MeasureTimeRequest, {
        "server": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_MeasureTimeResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_MeasureTimeResponse and not isinstance(m, class_talos_network_v1_MeasureTimeResponse):
        wrong(m)
    x = m.server
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.local_time
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.remote_time
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_MeasureTimeResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.MeasureTimeResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = None
    cdef object x3 = None
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.network.v1.MeasureTimeResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_google_protobuf_Timestamp_value(i, p2, q2, m2, inside(depth, p2))
    if q3 >= 0:
        x3 = read_google_protobuf_Timestamp_value(i, p3, q3, m3, inside(depth, p3))
    return instance(class_talos_network_v1_MeasureTimeResponse, {
        "server": x1,
        "local_time": x2,
        "remote_time": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_Operation(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_Operation and not isinstance(m, class_talos_network_v1_Operation):
        wrong(m)
    x = m.description
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.error
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_Operation(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.Operation"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.network.v1.Operation", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_Operation, {
        "description": x1,
        "error": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_PlanRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_PlanRequest and not isinstance(m, class_talos_network_v1_PlanRequest):
        wrong(m)
    x = m.config
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_PlanRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.PlanRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.network.v1.PlanRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_PlanRequest, {
        "config": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_PlanResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_PlanResponse and not isinstance(m, class_talos_network_v1_PlanResponse):
        wrong(m)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_network_v1_Operation(o, y, deeper(depth))
        finish(o, at)
    x = m.id
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.trial
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_talos_network_v1_Trial(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_PlanResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.PlanResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    cdef object x2 = ""
    cdef object x3 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_network_v1_Operation(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.network.v1.PlanResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_talos_network_v1_Trial(i, p3, q3, m3, inside(depth, p3))
    return instance(class_talos_network_v1_PlanResponse, {
        "operations": x1,
        "id": x2,
        "trial": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_RevertRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_RevertRequest and not isinstance(m, class_talos_network_v1_RevertRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_RevertRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.RevertRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.network.v1.RevertRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_RevertRequest, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_RevertResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_RevertResponse and not isinstance(m, class_talos_network_v1_RevertResponse):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 18)
        at = begin(o)
        write_talos_network_v1_Operation(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_RevertResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.RevertResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef list x2 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 18:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_network_v1_Operation(i, p, q, None, inside(depth, p))
                p = q
                x2.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.network.v1.RevertResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_RevertResponse, {
        "id": x1,
        "operations": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_Socket(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_Socket and not isinstance(m, class_talos_network_v1_Socket):
        wrong(m)
    x = m.protocol
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.local_address
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.local_port
    if x:
        put_varint(o, 24)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.remote_address
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.remote_port
    if x:
        put_varint(o, 40)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.state
    if x:
        put_varint(o, 48)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.transmit_queue
    if x:
        put_varint(o, 56)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.receive_queue
    if x:
        put_varint(o, 64)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.timer
    if x:
        put_varint(o, 72)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.timer_ticks
    if x:
        put_varint(o, 80)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.retransmits
    if x:
        put_varint(o, 88)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.uid
    if x:
        put_varint(o, 96)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.timeout
    if x:
        put_varint(o, 104)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.inode
    if x:
        put_varint(o, 112)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.references
    if x:
        put_varint(o, 120)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.pointer
    if x:
        put_varint(o, 128)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.pid
    if x:
        put_varint(o, 136)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.process_name
    if x:
        put_varint(o, 146)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.namespace
    if x:
        put_varint(o, 154)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_Socket(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.Socket"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = 0
    cdef object x4 = ""
    cdef object x5 = 0
    cdef object x6 = 0
    cdef object x7 = 0
    cdef object x8 = 0
    cdef object x9 = 0
    cdef object x10 = 0
    cdef object x11 = 0
    cdef object x12 = 0
    cdef object x13 = 0
    cdef object x14 = 0
    cdef object x15 = 0
    cdef object x16 = 0
    cdef object x17 = 0
    cdef object x18 = ""
    cdef object x19 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 40:
                x5 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 64:
                x8 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 72:
                x9 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 80:
                x10 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 88:
                x11 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 96:
                x12 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 104:
                x13 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 112:
                x14 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 120:
                x15 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 128:
                x16 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 136:
                x17 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 146:
                q = get_end(i, &p, e, name)
                x18 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 154:
                q = get_end(i, &p, e, name)
                x19 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19}:
                    raise wrong_type("talos.network.v1.Socket", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_Socket, {
        "protocol": x1,
        "local_address": x2,
        "local_port": x3,
        "remote_address": x4,
        "remote_port": x5,
        "state": x6,
        "transmit_queue": x7,
        "receive_queue": x8,
        "timer": x9,
        "timer_ticks": x10,
        "retransmits": x11,
        "uid": x12,
        "timeout": x13,
        "inode": x14,
        "references": x15,
        "pointer": x16,
        "pid": x17,
        "process_name": x18,
        "namespace": x19,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_Trial(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_Trial and not isinstance(m, class_talos_network_v1_Trial):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.confirmed
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.remaining
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Duration_value(o, x, deeper(depth))
        finish(o, at)
    x = m.operations
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_Trial(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.Trial"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    cdef object x3 = None
    cdef list x4 = []
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.network.v1.Trial", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_google_protobuf_Duration_value(i, p3, q3, m3, inside(depth, p3))
    return instance(class_talos_network_v1_Trial, {
        "id": x1,
        "confirmed": x2,
        "remaining": x3,
        "operations": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_network_v1_TrialEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_network_v1_TrialEvent and not isinstance(m, class_talos_network_v1_TrialEvent):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.action
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.reason
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.error
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_network_v1_TrialEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.network.v1.TrialEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.network.v1.TrialEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_network_v1_TrialEvent, {
        "id": x1,
        "action": x2,
        "reason": x3,
        "error": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_Definition(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_Definition and not isinstance(m, class_talos_resource_v1_Definition):
        wrong(m)
    x = m.type
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.display_type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.default_namespace
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.aliases
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 34)
        put_string(o, y)
    x = m.print_columns
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 42)
        at = begin(o)
        write_talos_resource_v1_PrintColumn(o, y, deeper(depth))
        finish(o, at)
    x = m.sensitivity
    if x:
        put_varint(o, 48)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.schema
    if x:
        put_varint(o, 58)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m.other_namespaces
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 66)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_Definition(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.Definition"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef list x4 = []
    cdef list x5 = []
    cdef object x6 = zero_talos_resource_v1_Sensitivity
    cdef object x7 = b""
    cdef list x8 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 34:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x4.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 42:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_resource_v1_PrintColumn(i, p, q, None, inside(depth, p))
                p = q
                x5.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = member(small_talos_resource_v1_Sensitivity, enum_talos_resource_v1_Sensitivity, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 58:
                q = get_end(i, &p, e, name)
                x7 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 66:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x8.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8}:
                    raise wrong_type("talos.resource.v1.Definition", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_resource_v1_Definition, {
        "type": x1,
        "display_type": x2,
        "default_namespace": x3,
        "aliases": x4,
        "print_columns": x5,
        "sensitivity": x6,
        "schema": x7,
        "other_namespaces": x8,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_GetRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_GetRequest and not isinstance(m, class_talos_resource_v1_GetRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_GetRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.GetRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.resource.v1.GetRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_resource_v1_GetRequest, {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_GetResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_GetResponse and not isinstance(m, class_talos_resource_v1_GetResponse):
        wrong(m)
    x = m.resource
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_talos_resource_v1_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_GetResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.GetResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.resource.v1.GetResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_talos_resource_v1_Resource(i, p1, q1, m1, inside(depth, p1))
    return instance(class_talos_resource_v1_GetResponse, {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_ListDefinitionsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_ListDefinitionsRequest and not isinstance(m, class_talos_resource_v1_ListDefinitionsRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_ListDefinitionsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.ListDefinitionsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.resource.v1.ListDefinitionsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_resource_v1_ListDefinitionsRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_ListDefinitionsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_ListDefinitionsResponse and not isinstance(m, class_talos_resource_v1_ListDefinitionsResponse):
        wrong(m)
    x = m.definitions
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_resource_v1_Definition(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_ListDefinitionsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.ListDefinitionsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_resource_v1_Definition(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.resource.v1.ListDefinitionsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_resource_v1_ListDefinitionsResponse, {
        "definitions": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_ListRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_ListRequest and not isinstance(m, class_talos_resource_v1_ListRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_ListRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.ListRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.resource.v1.ListRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_resource_v1_ListRequest, {
        "namespace": x1,
        "type": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_ListResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_ListResponse and not isinstance(m, class_talos_resource_v1_ListResponse):
        wrong(m)
    x = m.resource
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_talos_resource_v1_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_ListResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.ListResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.resource.v1.ListResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_talos_resource_v1_Resource(i, p1, q1, m1, inside(depth, p1))
    return instance(class_talos_resource_v1_ListResponse, {
        "resource": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_Metadata(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_Metadata and not isinstance(m, class_talos_resource_v1_Metadata):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.version
    if x:
        put_varint(o, 32)
        put_uint64(o, x)
    elif x != 0:
        wrong(x)
    x = m.owner
    if x:
        put_varint(o, 42)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.phase
    if x:
        put_varint(o, 48)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.created
    if x is not None:
        put_varint(o, 58)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.updated
    if x is not None:
        put_varint(o, 66)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.labels
    if not PyDict_CheckExact(x):
        x = mapping(x)
    for k, w in x.items():
        put_varint(o, 74)
        at = begin(o)
        write_talos_resource_v1_MetadataLabelsEntry(o, k, w, deeper(depth))
        finish(o, at)
    x = m.annotations
    if not PyDict_CheckExact(x):
        x = mapping(x)
    for k, w in x.items():
        put_varint(o, 82)
        at = begin(o)
        write_talos_resource_v1_MetadataAnnotationsEntry(o, k, w, deeper(depth))
        finish(o, at)
    x = m.finalizers
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 90)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_Metadata(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.Metadata"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = 0
    cdef object x5 = ""
    cdef object x6 = zero_talos_resource_v1_Phase
    cdef object x7 = None
    cdef object x8 = None
    cdef dict x9 = {}
    cdef dict x10 = {}
    cdef list x11 = []
    cdef Py_ssize_t p7 = 0, q7 = -1
    cdef list m7 = None
    cdef Py_ssize_t p8 = 0, q8 = -1
    cdef list m8 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 32:
                x4 = get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 42:
                q = get_end(i, &p, e, name)
                x5 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = member(small_talos_resource_v1_Phase, enum_talos_resource_v1_Phase, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 58:
                q = get_end(i, &p, e, name)
                if q7 < 0:
                    p7 = p
                    q7 = q
                else:
                    m7 = later(m7, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 66:
                q = get_end(i, &p, e, name)
                if q8 < 0:
                    p8 = p
                    q8 = q
                else:
                    m8 = later(m8, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 74:
                q = get_end(i, &p, e, name)
                charge(i, p)
                if not read_talos_resource_v1_MetadataLabelsEntry(x9, i, p, q, None, inside(depth, p)):
                    unknown = keep(unknown, t, q)
                p = q
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 82:
                q = get_end(i, &p, e, name)
                charge(i, p)
                if not read_talos_resource_v1_MetadataAnnotationsEntry(x10, i, p, q, None, inside(depth, p)):
                    unknown = keep(unknown, t, q)
                p = q
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 90:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x11.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}:
                    raise wrong_type("talos.resource.v1.Metadata", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q7 >= 0:
        x7 = read_google_protobuf_Timestamp_value(i, p7, q7, m7, inside(depth, p7))
    if q8 >= 0:
        x8 = read_google_protobuf_Timestamp_value(i, p8, q8, m8, inside(depth, p8))
    return instance(class_talos_resource_v1_Metadata, {
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
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_MetadataLabelsEntry(Out* o, object key, object value, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    put_varint(o, 10)
    put_string(o, key)
    put_varint(o, 18)
    put_string(o, value)
    return 0


cdef object read_talos_resource_v1_MetadataLabelsEntry(dict into, In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.Metadata.LabelsEntry"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.resource.v1.Metadata.LabelsEntry", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if unknown is not None:
        return False
    into[x1] = x2
    return True


cdef int write_talos_resource_v1_MetadataAnnotationsEntry(Out* o, object key, object value, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    put_varint(o, 10)
    put_string(o, key)
    put_varint(o, 18)
    put_string(o, value)
    return 0


cdef object read_talos_resource_v1_MetadataAnnotationsEntry(dict into, In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.Metadata.AnnotationsEntry"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.resource.v1.Metadata.AnnotationsEntry", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if unknown is not None:
        return False
    into[x1] = x2
    return True


cdef int write_talos_resource_v1_PrintColumn(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_PrintColumn and not isinstance(m, class_talos_resource_v1_PrintColumn):
        wrong(m)
    x = m.name
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.json_path
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_PrintColumn(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.PrintColumn"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.resource.v1.PrintColumn", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_resource_v1_PrintColumn, {
        "name": x1,
        "json_path": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_Resource(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_Resource and not isinstance(m, class_talos_resource_v1_Resource):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_talos_resource_v1_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.spec
    if x:
        put_varint(o, 18)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_Resource(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.Resource"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = b""
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2}:
                    raise wrong_type("talos.resource.v1.Resource", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_talos_resource_v1_Metadata(i, p1, q1, m1, inside(depth, p1))
    return instance(class_talos_resource_v1_Resource, {
        "metadata": x1,
        "spec": x2,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_WatchRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_WatchRequest and not isinstance(m, class_talos_resource_v1_WatchRequest):
        wrong(m)
    x = m.namespace
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.type
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.id
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.bookmark
    if x:
        put_varint(o, 34)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_WatchRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.WatchRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = ""
    cdef object x4 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                x4 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.resource.v1.WatchRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_resource_v1_WatchRequest, {
        "namespace": x1,
        "type": x2,
        "id": x3,
        "bookmark": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_resource_v1_WatchResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_resource_v1_WatchResponse and not isinstance(m, class_talos_resource_v1_WatchResponse):
        wrong(m)
    x = m.event_type
    if x:
        put_varint(o, 8)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.resource
    if x is not None:
        put_varint(o, 18)
        at = begin(o)
        write_talos_resource_v1_Resource(o, x, deeper(depth))
        finish(o, at)
    x = m.bookmark
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_resource_v1_WatchResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.resource.v1.WatchResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = zero_talos_resource_v1_EventType
    cdef object x2 = None
    cdef object x3 = ""
    cdef Py_ssize_t p2 = 0, q2 = -1
    cdef list m2 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = member(small_talos_resource_v1_EventType, enum_talos_resource_v1_EventType, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                if q2 < 0:
                    p2 = p
                    q2 = q
                else:
                    m2 = later(m2, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.resource.v1.WatchResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q2 >= 0:
        x2 = read_talos_resource_v1_Resource(i, p2, q2, m2, inside(depth, p2))
    return instance(class_talos_resource_v1_WatchResponse, {
        "event_type": x1,
        "resource": x2,
        "bookmark": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_ListLogsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_ListLogsRequest and not isinstance(m, class_talos_supervisor_v1_ListLogsRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_ListLogsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.ListLogsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.supervisor.v1.ListLogsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_ListLogsRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_ListLogsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_ListLogsResponse and not isinstance(m, class_talos_supervisor_v1_ListLogsResponse):
        wrong(m)
    x = m.ids
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_ListLogsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.ListLogsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.ListLogsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_ListLogsResponse, {
        "ids": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_ListServicesRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_ListServicesRequest and not isinstance(m, class_talos_supervisor_v1_ListServicesRequest):
        wrong(m)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_ListServicesRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.ListServicesRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if t == s:
                if False:
                    raise wrong_type("talos.supervisor.v1.ListServicesRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_ListServicesRequest, {
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_ListServicesResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_ListServicesResponse and not isinstance(m, class_talos_supervisor_v1_ListServicesResponse):
        wrong(m)
    x = m.services
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_talos_supervisor_v1_Service(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_ListServicesResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.ListServicesResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_supervisor_v1_Service(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.ListServicesResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_ListServicesResponse, {
        "services": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_RestartServiceRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_RestartServiceRequest and not isinstance(m, class_talos_supervisor_v1_RestartServiceRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_RestartServiceRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.RestartServiceRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.RestartServiceRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_RestartServiceRequest, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_RestartServiceResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_RestartServiceResponse and not isinstance(m, class_talos_supervisor_v1_RestartServiceResponse):
        wrong(m)
    x = m.service
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_talos_supervisor_v1_Service(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_RestartServiceResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.RestartServiceResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.RestartServiceResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_talos_supervisor_v1_Service(i, p1, q1, m1, inside(depth, p1))
    return instance(class_talos_supervisor_v1_RestartServiceResponse, {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_Service(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_Service and not isinstance(m, class_talos_supervisor_v1_Service):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.component
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.state
    if x:
        put_varint(o, 24)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.health
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_talos_supervisor_v1_ServiceHealth(o, x, deeper(depth))
        finish(o, at)
    x = m.events
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 42)
        at = begin(o)
        write_talos_supervisor_v1_ServiceEvent(o, y, deeper(depth))
        finish(o, at)
    x = m.pid
    if x:
        put_varint(o, 48)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m.restarts
    if x:
        put_varint(o, 56)
        put_uint32(o, x)
    elif x != 0:
        wrong(x)
    x = m.depends_on
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 66)
        put_string(o, y)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_Service(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.Service"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = ""
    cdef object x3 = zero_talos_supervisor_v1_ServiceState
    cdef object x4 = None
    cdef list x5 = []
    cdef object x6 = 0
    cdef object x7 = 0
    cdef list x8 = []
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = member(small_talos_supervisor_v1_ServiceState, enum_talos_supervisor_v1_ServiceState, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 42:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_talos_supervisor_v1_ServiceEvent(i, p, q, None, inside(depth, p))
                p = q
                x5.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 48:
                x6 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 56:
                x7 = <uint32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            while tag == 66:
                q = get_end(i, &p, e, name)
                v = get_string(i, p, q, name)
                p = q
                x8.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4, 5, 6, 7, 8}:
                    raise wrong_type("talos.supervisor.v1.Service", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_talos_supervisor_v1_ServiceHealth(i, p4, q4, m4, inside(depth, p4))
    return instance(class_talos_supervisor_v1_Service, {
        "id": x1,
        "component": x2,
        "state": x3,
        "health": x4,
        "events": x5,
        "pid": x6,
        "restarts": x7,
        "depends_on": x8,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_ServiceEvent(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_ServiceEvent and not isinstance(m, class_talos_supervisor_v1_ServiceEvent):
        wrong(m)
    x = m.message
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.state
    if x:
        put_varint(o, 16)
        put_enum(o, x)
    elif x != 0:
        wrong(x)
    x = m.time
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_ServiceEvent(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.ServiceEvent"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = zero_talos_supervisor_v1_ServiceState
    cdef object x3 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = member(small_talos_supervisor_v1_ServiceState, enum_talos_supervisor_v1_ServiceState, <int32_t>get_varint(i, &p, e, name))
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.supervisor.v1.ServiceEvent", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q3 >= 0:
        x3 = read_google_protobuf_Timestamp_value(i, p3, q3, m3, inside(depth, p3))
    return instance(class_talos_supervisor_v1_ServiceEvent, {
        "message": x1,
        "state": x2,
        "time": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_ServiceHealth(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_ServiceHealth and not isinstance(m, class_talos_supervisor_v1_ServiceHealth):
        wrong(m)
    x = m.unknown
    if x is True:
        put_varint(o, 8)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.healthy
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.last_message
    if x:
        put_varint(o, 26)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.last_change
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_ServiceHealth(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.ServiceHealth"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = False
    cdef object x2 = False
    cdef object x3 = ""
    cdef object x4 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 8:
                x1 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                x3 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("talos.supervisor.v1.ServiceHealth", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q4 >= 0:
        x4 = read_google_protobuf_Timestamp_value(i, p4, q4, m4, inside(depth, p4))
    return instance(class_talos_supervisor_v1_ServiceHealth, {
        "unknown": x1,
        "healthy": x2,
        "last_message": x3,
        "last_change": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_StartServiceRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_StartServiceRequest and not isinstance(m, class_talos_supervisor_v1_StartServiceRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_StartServiceRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.StartServiceRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.StartServiceRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_StartServiceRequest, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_StartServiceResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_StartServiceResponse and not isinstance(m, class_talos_supervisor_v1_StartServiceResponse):
        wrong(m)
    x = m.service
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_talos_supervisor_v1_Service(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_StartServiceResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.StartServiceResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.StartServiceResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_talos_supervisor_v1_Service(i, p1, q1, m1, inside(depth, p1))
    return instance(class_talos_supervisor_v1_StartServiceResponse, {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_StopServiceRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_StopServiceRequest and not isinstance(m, class_talos_supervisor_v1_StopServiceRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_StopServiceRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.StopServiceRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.StopServiceRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_StopServiceRequest, {
        "id": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_StopServiceResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_StopServiceResponse and not isinstance(m, class_talos_supervisor_v1_StopServiceResponse):
        wrong(m)
    x = m.service
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_talos_supervisor_v1_Service(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_StopServiceResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.StopServiceResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.StopServiceResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_talos_supervisor_v1_Service(i, p1, q1, m1, inside(depth, p1))
    return instance(class_talos_supervisor_v1_StopServiceResponse, {
        "service": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_StreamLogsRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_StreamLogsRequest and not isinstance(m, class_talos_supervisor_v1_StreamLogsRequest):
        wrong(m)
    x = m.id
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.follow
    if x is True:
        put_varint(o, 16)
        put_varint(o, 1)
    elif x is not False:
        wrong(x)
    x = m.tail_lines
    if x:
        put_varint(o, 24)
        put_int32(o, x)
    elif x != 0:
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_StreamLogsRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.StreamLogsRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    cdef object x2 = False
    cdef object x3 = 0
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 16:
                x2 = get_varint(i, &p, e, name) != 0
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 24:
                x3 = <int32_t>get_varint(i, &p, e, name)
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3}:
                    raise wrong_type("talos.supervisor.v1.StreamLogsRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_StreamLogsRequest, {
        "id": x1,
        "follow": x2,
        "tail_lines": x3,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_talos_supervisor_v1_StreamLogsResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_talos_supervisor_v1_StreamLogsResponse and not isinstance(m, class_talos_supervisor_v1_StreamLogsResponse):
        wrong(m)
    x = m.lines
    if x:
        put_varint(o, 10)
        put_bytes(o, x)
    elif x != b"":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_talos_supervisor_v1_StreamLogsResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "talos.supervisor.v1.StreamLogsResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = b""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_bytes(i, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("talos.supervisor.v1.StreamLogsResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_talos_supervisor_v1_StreamLogsResponse, {
        "lines": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_time_Time(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_time_Time and not isinstance(m, class_time_Time):
        wrong(m)
    x = m.metadata
    if x is not None:
        put_varint(o, 10)
        at = begin(o)
        write_common_Metadata(o, x, deeper(depth))
        finish(o, at)
    x = m.server
    if x:
        put_varint(o, 18)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m.localtime
    if x is not None:
        put_varint(o, 26)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m.remotetime
    if x is not None:
        put_varint(o, 34)
        at = begin(o)
        write_google_protobuf_Timestamp_value(o, x, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_time_Time(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "time.Time"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = None
    cdef object x2 = ""
    cdef object x3 = None
    cdef object x4 = None
    cdef Py_ssize_t p1 = 0, q1 = -1
    cdef list m1 = None
    cdef Py_ssize_t p3 = 0, q3 = -1
    cdef list m3 = None
    cdef Py_ssize_t p4 = 0, q4 = -1
    cdef list m4 = None
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                if q1 < 0:
                    p1 = p
                    q1 = q
                else:
                    m1 = later(m1, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 18:
                q = get_end(i, &p, e, name)
                x2 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 26:
                q = get_end(i, &p, e, name)
                if q3 < 0:
                    p3 = p
                    q3 = q
                else:
                    m3 = later(m3, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if tag == 34:
                q = get_end(i, &p, e, name)
                if q4 < 0:
                    p4 = p
                    q4 = q
                else:
                    m4 = later(m4, p, q)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1, 2, 3, 4}:
                    raise wrong_type("time.Time", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    if q1 >= 0:
        x1 = read_common_Metadata(i, p1, q1, m1, inside(depth, p1))
    if q3 >= 0:
        x3 = read_google_protobuf_Timestamp_value(i, p3, q3, m3, inside(depth, p3))
    if q4 >= 0:
        x4 = read_google_protobuf_Timestamp_value(i, p4, q4, m4, inside(depth, p4))
    return instance(class_time_Time, {
        "metadata": x1,
        "server": x2,
        "localtime": x3,
        "remotetime": x4,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_time_TimeRequest(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_time_TimeRequest and not isinstance(m, class_time_TimeRequest):
        wrong(m)
    x = m.server
    if x:
        put_varint(o, 10)
        put_string(o, x)
    elif x != "":
        wrong(x)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_time_TimeRequest(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "time.TimeRequest"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef object x1 = ""
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            if tag == 10:
                q = get_end(i, &p, e, name)
                x1 = get_string(i, p, q, name)
                p = q
                if p >= e:
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("time.TimeRequest", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_time_TimeRequest, {
        "server": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef int write_time_TimeResponse(Out* o, object m, int depth) except -1:
    cdef Py_ssize_t at
    cdef uint64_t bits
    if type(m) is not class_time_TimeResponse and not isinstance(m, class_time_TimeResponse):
        wrong(m)
    x = m.messages
    if not PyList_CheckExact(x):
        x = sequence(x)
    for y in x:
        put_varint(o, 10)
        at = begin(o)
        write_time_Time(o, y, deeper(depth))
        finish(o, at)
    x = m._unknown_fields
    if x:
        put_unknown(o, x)
    return 0


cdef object read_time_TimeResponse(In* i, Py_ssize_t p, Py_ssize_t e, list more, int depth):
    cdef const char* name = "time.TimeResponse"
    cdef Py_ssize_t q, s, t
    cdef int64_t tag
    cdef list unknown = None
    cdef object v
    cdef list x1 = []
    if more is not None:
        more.reverse()
    while True:
        while p < e:
            s = t = p
            tag = next_tag(i, &p, e, name)
            while tag == 10:
                q = get_end(i, &p, e, name)
                charge(i, p)
                v = read_time_Time(i, p, q, None, inside(depth, p))
                p = q
                x1.append(v)
                if p >= e:
                    t = p
                    tag = -1
                    break
                t = p
                tag = next_tag(i, &p, e, name)
            if t == s:
                if tag >> 3 in {1}:
                    raise wrong_type("time.TimeResponse", tag, t)
                p = skip(i, p, e, tag, t, name)
                unknown = keep(unknown, t, p)
            else:
                p = t
        if p != e:
            cut(name, p)
        if not more:
            break
        p = more.pop()
        e = more.pop()
    return instance(class_time_TimeResponse, {
        "messages": x1,
        "_unknown_fields": b"" if unknown is None else kept_of(i, unknown),
    })


cdef dict bind_common():
    global class_common_Data, class_common_Error, class_common_Metadata, enum_common_Code, zero_common_Code, small_common_Code, enum_common_ContainerDriver, zero_common_ContainerDriver, small_common_ContainerDriver
    cdef dict found = {}
    if "common" in bound:
        return bound["common"]
    here = import_module(f"{__package__}.common")
    enum_common_Code = here.Code
    zero_common_Code = enum_common_Code(0)
    small_common_Code = small_members(enum_common_Code)
    enum_common_ContainerDriver = here.ContainerDriver
    zero_common_ContainerDriver = enum_common_ContainerDriver(0)
    small_common_ContainerDriver = small_members(enum_common_ContainerDriver)
    class_common_Data = here.Data
    found[class_common_Data] = codec(write_common_Data, read_common_Data)
    class_common_Error = here.Error
    found[class_common_Error] = codec(write_common_Error, read_common_Error)
    class_common_Metadata = here.Metadata
    found[class_common_Metadata] = codec(write_common_Metadata, read_common_Metadata)
    bound["common"] = found
    bind_google_protobuf()
    bind_google_rpc()
    return found


cdef dict bind_cosi_resource():
    global class_cosi_resource_CreateOptions, class_cosi_resource_CreateRequest, class_cosi_resource_CreateResponse, class_cosi_resource_DestroyOptions, class_cosi_resource_DestroyRequest, class_cosi_resource_DestroyResponse, class_cosi_resource_Event, class_cosi_resource_GetOptions, class_cosi_resource_GetRequest, class_cosi_resource_GetResponse, class_cosi_resource_IdQuery, class_cosi_resource_LabelQuery, class_cosi_resource_LabelTerm, class_cosi_resource_ListOptions, class_cosi_resource_ListRequest, class_cosi_resource_ListResponse, class_cosi_resource_Metadata, class_cosi_resource_Resource, class_cosi_resource_Spec, class_cosi_resource_TeardownAndDestroyOptions, class_cosi_resource_TeardownAndDestroyRequest, class_cosi_resource_TeardownAndDestroyResponse, class_cosi_resource_TeardownOptions, class_cosi_resource_TeardownRequest, class_cosi_resource_TeardownResponse, class_cosi_resource_UpdateOptions, class_cosi_resource_UpdateRequest, class_cosi_resource_UpdateResponse, class_cosi_resource_WatchOptions, class_cosi_resource_WatchRequest, class_cosi_resource_WatchResponse, enum_cosi_resource_EventType, zero_cosi_resource_EventType, small_cosi_resource_EventType, enum_cosi_resource_LabelTermOperation, zero_cosi_resource_LabelTermOperation, small_cosi_resource_LabelTermOperation
    cdef dict found = {}
    if "cosi.resource" in bound:
        return bound["cosi.resource"]
    here = import_module(f"{__package__}.cosi.resource")
    enum_cosi_resource_EventType = here.EventType
    zero_cosi_resource_EventType = enum_cosi_resource_EventType(0)
    small_cosi_resource_EventType = small_members(enum_cosi_resource_EventType)
    enum_cosi_resource_LabelTermOperation = here.LabelTermOperation
    zero_cosi_resource_LabelTermOperation = enum_cosi_resource_LabelTermOperation(0)
    small_cosi_resource_LabelTermOperation = small_members(enum_cosi_resource_LabelTermOperation)
    class_cosi_resource_CreateOptions = here.CreateOptions
    found[class_cosi_resource_CreateOptions] = codec(write_cosi_resource_CreateOptions, read_cosi_resource_CreateOptions)
    class_cosi_resource_CreateRequest = here.CreateRequest
    found[class_cosi_resource_CreateRequest] = codec(write_cosi_resource_CreateRequest, read_cosi_resource_CreateRequest)
    class_cosi_resource_CreateResponse = here.CreateResponse
    found[class_cosi_resource_CreateResponse] = codec(write_cosi_resource_CreateResponse, read_cosi_resource_CreateResponse)
    class_cosi_resource_DestroyOptions = here.DestroyOptions
    found[class_cosi_resource_DestroyOptions] = codec(write_cosi_resource_DestroyOptions, read_cosi_resource_DestroyOptions)
    class_cosi_resource_DestroyRequest = here.DestroyRequest
    found[class_cosi_resource_DestroyRequest] = codec(write_cosi_resource_DestroyRequest, read_cosi_resource_DestroyRequest)
    class_cosi_resource_DestroyResponse = here.DestroyResponse
    found[class_cosi_resource_DestroyResponse] = codec(write_cosi_resource_DestroyResponse, read_cosi_resource_DestroyResponse)
    class_cosi_resource_Event = here.Event
    found[class_cosi_resource_Event] = codec(write_cosi_resource_Event, read_cosi_resource_Event)
    class_cosi_resource_GetOptions = here.GetOptions
    found[class_cosi_resource_GetOptions] = codec(write_cosi_resource_GetOptions, read_cosi_resource_GetOptions)
    class_cosi_resource_GetRequest = here.GetRequest
    found[class_cosi_resource_GetRequest] = codec(write_cosi_resource_GetRequest, read_cosi_resource_GetRequest)
    class_cosi_resource_GetResponse = here.GetResponse
    found[class_cosi_resource_GetResponse] = codec(write_cosi_resource_GetResponse, read_cosi_resource_GetResponse)
    class_cosi_resource_IdQuery = here.IdQuery
    found[class_cosi_resource_IdQuery] = codec(write_cosi_resource_IdQuery, read_cosi_resource_IdQuery)
    class_cosi_resource_LabelQuery = here.LabelQuery
    found[class_cosi_resource_LabelQuery] = codec(write_cosi_resource_LabelQuery, read_cosi_resource_LabelQuery)
    class_cosi_resource_LabelTerm = here.LabelTerm
    found[class_cosi_resource_LabelTerm] = codec(write_cosi_resource_LabelTerm, read_cosi_resource_LabelTerm)
    class_cosi_resource_ListOptions = here.ListOptions
    found[class_cosi_resource_ListOptions] = codec(write_cosi_resource_ListOptions, read_cosi_resource_ListOptions)
    class_cosi_resource_ListRequest = here.ListRequest
    found[class_cosi_resource_ListRequest] = codec(write_cosi_resource_ListRequest, read_cosi_resource_ListRequest)
    class_cosi_resource_ListResponse = here.ListResponse
    found[class_cosi_resource_ListResponse] = codec(write_cosi_resource_ListResponse, read_cosi_resource_ListResponse)
    class_cosi_resource_Metadata = here.Metadata
    found[class_cosi_resource_Metadata] = codec(write_cosi_resource_Metadata, read_cosi_resource_Metadata)
    class_cosi_resource_Resource = here.Resource
    found[class_cosi_resource_Resource] = codec(write_cosi_resource_Resource, read_cosi_resource_Resource)
    class_cosi_resource_Spec = here.Spec
    found[class_cosi_resource_Spec] = codec(write_cosi_resource_Spec, read_cosi_resource_Spec)
    class_cosi_resource_TeardownAndDestroyOptions = here.TeardownAndDestroyOptions
    found[class_cosi_resource_TeardownAndDestroyOptions] = codec(write_cosi_resource_TeardownAndDestroyOptions, read_cosi_resource_TeardownAndDestroyOptions)
    class_cosi_resource_TeardownAndDestroyRequest = here.TeardownAndDestroyRequest
    found[class_cosi_resource_TeardownAndDestroyRequest] = codec(write_cosi_resource_TeardownAndDestroyRequest, read_cosi_resource_TeardownAndDestroyRequest)
    class_cosi_resource_TeardownAndDestroyResponse = here.TeardownAndDestroyResponse
    found[class_cosi_resource_TeardownAndDestroyResponse] = codec(write_cosi_resource_TeardownAndDestroyResponse, read_cosi_resource_TeardownAndDestroyResponse)
    class_cosi_resource_TeardownOptions = here.TeardownOptions
    found[class_cosi_resource_TeardownOptions] = codec(write_cosi_resource_TeardownOptions, read_cosi_resource_TeardownOptions)
    class_cosi_resource_TeardownRequest = here.TeardownRequest
    found[class_cosi_resource_TeardownRequest] = codec(write_cosi_resource_TeardownRequest, read_cosi_resource_TeardownRequest)
    class_cosi_resource_TeardownResponse = here.TeardownResponse
    found[class_cosi_resource_TeardownResponse] = codec(write_cosi_resource_TeardownResponse, read_cosi_resource_TeardownResponse)
    class_cosi_resource_UpdateOptions = here.UpdateOptions
    found[class_cosi_resource_UpdateOptions] = codec(write_cosi_resource_UpdateOptions, read_cosi_resource_UpdateOptions)
    class_cosi_resource_UpdateRequest = here.UpdateRequest
    found[class_cosi_resource_UpdateRequest] = codec(write_cosi_resource_UpdateRequest, read_cosi_resource_UpdateRequest)
    class_cosi_resource_UpdateResponse = here.UpdateResponse
    found[class_cosi_resource_UpdateResponse] = codec(write_cosi_resource_UpdateResponse, read_cosi_resource_UpdateResponse)
    class_cosi_resource_WatchOptions = here.WatchOptions
    found[class_cosi_resource_WatchOptions] = codec(write_cosi_resource_WatchOptions, read_cosi_resource_WatchOptions)
    class_cosi_resource_WatchRequest = here.WatchRequest
    found[class_cosi_resource_WatchRequest] = codec(write_cosi_resource_WatchRequest, read_cosi_resource_WatchRequest)
    class_cosi_resource_WatchResponse = here.WatchResponse
    found[class_cosi_resource_WatchResponse] = codec(write_cosi_resource_WatchResponse, read_cosi_resource_WatchResponse)
    bound["cosi.resource"] = found
    bind_google_protobuf()
    return found


cdef dict bind_etcdserverpb():
    global class_etcdserverpb_KeyValue, class_etcdserverpb_Member, class_etcdserverpb_MemberListRequest, class_etcdserverpb_MemberListResponse, class_etcdserverpb_RangeRequest, class_etcdserverpb_RangeResponse, class_etcdserverpb_ResponseHeader, class_etcdserverpb_SnapshotRequest, class_etcdserverpb_SnapshotResponse, class_etcdserverpb_StatusRequest, class_etcdserverpb_StatusResponse
    cdef dict found = {}
    if "etcdserverpb" in bound:
        return bound["etcdserverpb"]
    here = import_module(f"{__package__}.etcdserverpb")
    class_etcdserverpb_KeyValue = here.KeyValue
    found[class_etcdserverpb_KeyValue] = codec(write_etcdserverpb_KeyValue, read_etcdserverpb_KeyValue)
    class_etcdserverpb_Member = here.Member
    found[class_etcdserverpb_Member] = codec(write_etcdserverpb_Member, read_etcdserverpb_Member)
    class_etcdserverpb_MemberListRequest = here.MemberListRequest
    found[class_etcdserverpb_MemberListRequest] = codec(write_etcdserverpb_MemberListRequest, read_etcdserverpb_MemberListRequest)
    class_etcdserverpb_MemberListResponse = here.MemberListResponse
    found[class_etcdserverpb_MemberListResponse] = codec(write_etcdserverpb_MemberListResponse, read_etcdserverpb_MemberListResponse)
    class_etcdserverpb_RangeRequest = here.RangeRequest
    found[class_etcdserverpb_RangeRequest] = codec(write_etcdserverpb_RangeRequest, read_etcdserverpb_RangeRequest)
    class_etcdserverpb_RangeResponse = here.RangeResponse
    found[class_etcdserverpb_RangeResponse] = codec(write_etcdserverpb_RangeResponse, read_etcdserverpb_RangeResponse)
    class_etcdserverpb_ResponseHeader = here.ResponseHeader
    found[class_etcdserverpb_ResponseHeader] = codec(write_etcdserverpb_ResponseHeader, read_etcdserverpb_ResponseHeader)
    class_etcdserverpb_SnapshotRequest = here.SnapshotRequest
    found[class_etcdserverpb_SnapshotRequest] = codec(write_etcdserverpb_SnapshotRequest, read_etcdserverpb_SnapshotRequest)
    class_etcdserverpb_SnapshotResponse = here.SnapshotResponse
    found[class_etcdserverpb_SnapshotResponse] = codec(write_etcdserverpb_SnapshotResponse, read_etcdserverpb_SnapshotResponse)
    class_etcdserverpb_StatusRequest = here.StatusRequest
    found[class_etcdserverpb_StatusRequest] = codec(write_etcdserverpb_StatusRequest, read_etcdserverpb_StatusRequest)
    class_etcdserverpb_StatusResponse = here.StatusResponse
    found[class_etcdserverpb_StatusResponse] = codec(write_etcdserverpb_StatusResponse, read_etcdserverpb_StatusResponse)
    bound["etcdserverpb"] = found
    return found


cdef dict bind_google_protobuf():
    global class_google_protobuf_Any, class_google_protobuf_Duration, class_google_protobuf_Empty, class_google_protobuf_Timestamp
    cdef dict found = {}
    if "google.protobuf" in bound:
        return bound["google.protobuf"]
    here = import_module(f"{__package__}.google.protobuf")
    class_google_protobuf_Any = here.Any
    found[class_google_protobuf_Any] = codec(write_google_protobuf_Any, read_google_protobuf_Any)
    class_google_protobuf_Duration = here.Duration
    found[class_google_protobuf_Duration] = codec(write_google_protobuf_Duration, read_google_protobuf_Duration)
    class_google_protobuf_Empty = here.Empty
    found[class_google_protobuf_Empty] = codec(write_google_protobuf_Empty, read_google_protobuf_Empty)
    class_google_protobuf_Timestamp = here.Timestamp
    found[class_google_protobuf_Timestamp] = codec(write_google_protobuf_Timestamp, read_google_protobuf_Timestamp)
    bound["google.protobuf"] = found
    return found


cdef dict bind_google_rpc():
    global class_google_rpc_Status
    cdef dict found = {}
    if "google.rpc" in bound:
        return bound["google.rpc"]
    here = import_module(f"{__package__}.google.rpc")
    class_google_rpc_Status = here.Status
    found[class_google_rpc_Status] = codec(write_google_rpc_Status, read_google_rpc_Status)
    bound["google.rpc"] = found
    bind_google_protobuf()
    return found


cdef dict bind_grpc_health_v1():
    global class_grpc_health_v1_HealthCheckRequest, class_grpc_health_v1_HealthCheckResponse, enum_grpc_health_v1_HealthCheckResponseServingStatus, zero_grpc_health_v1_HealthCheckResponseServingStatus, small_grpc_health_v1_HealthCheckResponseServingStatus
    cdef dict found = {}
    if "grpc.health.v1" in bound:
        return bound["grpc.health.v1"]
    here = import_module(f"{__package__}.grpc.health.v1")
    enum_grpc_health_v1_HealthCheckResponseServingStatus = here.HealthCheckResponseServingStatus
    zero_grpc_health_v1_HealthCheckResponseServingStatus = enum_grpc_health_v1_HealthCheckResponseServingStatus(0)
    small_grpc_health_v1_HealthCheckResponseServingStatus = small_members(enum_grpc_health_v1_HealthCheckResponseServingStatus)
    class_grpc_health_v1_HealthCheckRequest = here.HealthCheckRequest
    found[class_grpc_health_v1_HealthCheckRequest] = codec(write_grpc_health_v1_HealthCheckRequest, read_grpc_health_v1_HealthCheckRequest)
    class_grpc_health_v1_HealthCheckResponse = here.HealthCheckResponse
    found[class_grpc_health_v1_HealthCheckResponse] = codec(write_grpc_health_v1_HealthCheckResponse, read_grpc_health_v1_HealthCheckResponse)
    bound["grpc.health.v1"] = found
    return found


cdef dict bind_grpc_reflection_v1():
    global class_grpc_reflection_v1_ErrorResponse, class_grpc_reflection_v1_ExtensionNumberResponse, class_grpc_reflection_v1_ExtensionRequest, class_grpc_reflection_v1_FileDescriptorResponse, class_grpc_reflection_v1_ListServiceResponse, class_grpc_reflection_v1_ServerReflectionRequest, class_grpc_reflection_v1_ServerReflectionResponse, class_grpc_reflection_v1_ServiceResponse
    cdef dict found = {}
    if "grpc.reflection.v1" in bound:
        return bound["grpc.reflection.v1"]
    here = import_module(f"{__package__}.grpc.reflection.v1")
    class_grpc_reflection_v1_ErrorResponse = here.ErrorResponse
    found[class_grpc_reflection_v1_ErrorResponse] = codec(write_grpc_reflection_v1_ErrorResponse, read_grpc_reflection_v1_ErrorResponse)
    class_grpc_reflection_v1_ExtensionNumberResponse = here.ExtensionNumberResponse
    found[class_grpc_reflection_v1_ExtensionNumberResponse] = codec(write_grpc_reflection_v1_ExtensionNumberResponse, read_grpc_reflection_v1_ExtensionNumberResponse)
    class_grpc_reflection_v1_ExtensionRequest = here.ExtensionRequest
    found[class_grpc_reflection_v1_ExtensionRequest] = codec(write_grpc_reflection_v1_ExtensionRequest, read_grpc_reflection_v1_ExtensionRequest)
    class_grpc_reflection_v1_FileDescriptorResponse = here.FileDescriptorResponse
    found[class_grpc_reflection_v1_FileDescriptorResponse] = codec(write_grpc_reflection_v1_FileDescriptorResponse, read_grpc_reflection_v1_FileDescriptorResponse)
    class_grpc_reflection_v1_ListServiceResponse = here.ListServiceResponse
    found[class_grpc_reflection_v1_ListServiceResponse] = codec(write_grpc_reflection_v1_ListServiceResponse, read_grpc_reflection_v1_ListServiceResponse)
    class_grpc_reflection_v1_ServerReflectionRequest = here.ServerReflectionRequest
    found[class_grpc_reflection_v1_ServerReflectionRequest] = codec(write_grpc_reflection_v1_ServerReflectionRequest, read_grpc_reflection_v1_ServerReflectionRequest)
    class_grpc_reflection_v1_ServerReflectionResponse = here.ServerReflectionResponse
    found[class_grpc_reflection_v1_ServerReflectionResponse] = codec(write_grpc_reflection_v1_ServerReflectionResponse, read_grpc_reflection_v1_ServerReflectionResponse)
    class_grpc_reflection_v1_ServiceResponse = here.ServiceResponse
    found[class_grpc_reflection_v1_ServiceResponse] = codec(write_grpc_reflection_v1_ServiceResponse, read_grpc_reflection_v1_ServiceResponse)
    bound["grpc.reflection.v1"] = found
    return found


cdef dict bind_grpc_reflection_v1alpha():
    global class_grpc_reflection_v1alpha_ErrorResponse, class_grpc_reflection_v1alpha_ExtensionNumberResponse, class_grpc_reflection_v1alpha_ExtensionRequest, class_grpc_reflection_v1alpha_FileDescriptorResponse, class_grpc_reflection_v1alpha_ListServiceResponse, class_grpc_reflection_v1alpha_ServerReflectionRequest, class_grpc_reflection_v1alpha_ServerReflectionResponse, class_grpc_reflection_v1alpha_ServiceResponse
    cdef dict found = {}
    if "grpc.reflection.v1alpha" in bound:
        return bound["grpc.reflection.v1alpha"]
    here = import_module(f"{__package__}.grpc.reflection.v1alpha")
    class_grpc_reflection_v1alpha_ErrorResponse = here.ErrorResponse
    found[class_grpc_reflection_v1alpha_ErrorResponse] = codec(write_grpc_reflection_v1alpha_ErrorResponse, read_grpc_reflection_v1alpha_ErrorResponse)
    class_grpc_reflection_v1alpha_ExtensionNumberResponse = here.ExtensionNumberResponse
    found[class_grpc_reflection_v1alpha_ExtensionNumberResponse] = codec(write_grpc_reflection_v1alpha_ExtensionNumberResponse, read_grpc_reflection_v1alpha_ExtensionNumberResponse)
    class_grpc_reflection_v1alpha_ExtensionRequest = here.ExtensionRequest
    found[class_grpc_reflection_v1alpha_ExtensionRequest] = codec(write_grpc_reflection_v1alpha_ExtensionRequest, read_grpc_reflection_v1alpha_ExtensionRequest)
    class_grpc_reflection_v1alpha_FileDescriptorResponse = here.FileDescriptorResponse
    found[class_grpc_reflection_v1alpha_FileDescriptorResponse] = codec(write_grpc_reflection_v1alpha_FileDescriptorResponse, read_grpc_reflection_v1alpha_FileDescriptorResponse)
    class_grpc_reflection_v1alpha_ListServiceResponse = here.ListServiceResponse
    found[class_grpc_reflection_v1alpha_ListServiceResponse] = codec(write_grpc_reflection_v1alpha_ListServiceResponse, read_grpc_reflection_v1alpha_ListServiceResponse)
    class_grpc_reflection_v1alpha_ServerReflectionRequest = here.ServerReflectionRequest
    found[class_grpc_reflection_v1alpha_ServerReflectionRequest] = codec(write_grpc_reflection_v1alpha_ServerReflectionRequest, read_grpc_reflection_v1alpha_ServerReflectionRequest)
    class_grpc_reflection_v1alpha_ServerReflectionResponse = here.ServerReflectionResponse
    found[class_grpc_reflection_v1alpha_ServerReflectionResponse] = codec(write_grpc_reflection_v1alpha_ServerReflectionResponse, read_grpc_reflection_v1alpha_ServerReflectionResponse)
    class_grpc_reflection_v1alpha_ServiceResponse = here.ServiceResponse
    found[class_grpc_reflection_v1alpha_ServiceResponse] = codec(write_grpc_reflection_v1alpha_ServiceResponse, read_grpc_reflection_v1alpha_ServiceResponse)
    bound["grpc.reflection.v1alpha"] = found
    return found


cdef dict bind_machine():
    global class_machine_AddressEvent, class_machine_BpfInstruction, class_machine_ConfigLoadErrorEvent, class_machine_ConfigValidationErrorEvent, class_machine_ConnectRecord, class_machine_ConnectRecordProcess, class_machine_CopyRequest, class_machine_DiskUsageInfo, class_machine_DiskUsageRequest, class_machine_Event, class_machine_EventsRequest, class_machine_FeaturesInfo, class_machine_FileInfo, class_machine_Hostname, class_machine_HostnameResponse, class_machine_ListRequest, class_machine_LogsContainer, class_machine_LogsContainersResponse, class_machine_LogsRequest, class_machine_MachineStatusEvent, class_machine_MachineStatusEventMachineStatus, class_machine_MachineStatusEventMachineStatusUnmetCondition, class_machine_MemInfo, class_machine_Memory, class_machine_MemoryResponse, class_machine_MetaDelete, class_machine_MetaDeleteRequest, class_machine_MetaDeleteResponse, class_machine_MetaWrite, class_machine_MetaWriteRequest, class_machine_MetaWriteResponse, class_machine_MountStat, class_machine_Mounts, class_machine_MountsResponse, class_machine_NetDev, class_machine_Netstat, class_machine_NetstatRequest, class_machine_NetstatRequestFeature, class_machine_NetstatRequestL4Proto, class_machine_NetstatRequestNetNs, class_machine_NetstatResponse, class_machine_NetworkDeviceStats, class_machine_NetworkDeviceStatsResponse, class_machine_PacketCaptureRequest, class_machine_PhaseEvent, class_machine_PlatformInfo, class_machine_ReadRequest, class_machine_Reset, class_machine_ResetPartitionSpec, class_machine_ResetRequest, class_machine_ResetResponse, class_machine_RestartEvent, class_machine_SequenceEvent, class_machine_ServiceEvent, class_machine_ServiceEvents, class_machine_ServiceHealth, class_machine_ServiceInfo, class_machine_ServiceList, class_machine_ServiceListResponse, class_machine_ServiceRestart, class_machine_ServiceRestartRequest, class_machine_ServiceRestartResponse, class_machine_ServiceStart, class_machine_ServiceStartRequest, class_machine_ServiceStartResponse, class_machine_ServiceStateEvent, class_machine_ServiceStop, class_machine_ServiceStopRequest, class_machine_ServiceStopResponse, class_machine_TaskEvent, class_machine_Version, class_machine_VersionInfo, class_machine_VersionResponse, class_machine_Xattr, enum_machine_ConnectRecordState, zero_machine_ConnectRecordState, small_machine_ConnectRecordState, enum_machine_ConnectRecordTimerActive, zero_machine_ConnectRecordTimerActive, small_machine_ConnectRecordTimerActive, enum_machine_ListRequestType, zero_machine_ListRequestType, small_machine_ListRequestType, enum_machine_MachineStatusEventMachineStage, zero_machine_MachineStatusEventMachineStage, small_machine_MachineStatusEventMachineStage, enum_machine_NetstatRequestFilter, zero_machine_NetstatRequestFilter, small_machine_NetstatRequestFilter, enum_machine_PhaseEventAction, zero_machine_PhaseEventAction, small_machine_PhaseEventAction, enum_machine_ResetRequestWipeMode, zero_machine_ResetRequestWipeMode, small_machine_ResetRequestWipeMode, enum_machine_SequenceEventAction, zero_machine_SequenceEventAction, small_machine_SequenceEventAction, enum_machine_ServiceStateEventAction, zero_machine_ServiceStateEventAction, small_machine_ServiceStateEventAction, enum_machine_TaskEventAction, zero_machine_TaskEventAction, small_machine_TaskEventAction
    cdef dict found = {}
    if "machine" in bound:
        return bound["machine"]
    here = import_module(f"{__package__}.machine")
    enum_machine_ConnectRecordState = here.ConnectRecordState
    zero_machine_ConnectRecordState = enum_machine_ConnectRecordState(0)
    small_machine_ConnectRecordState = small_members(enum_machine_ConnectRecordState)
    enum_machine_ConnectRecordTimerActive = here.ConnectRecordTimerActive
    zero_machine_ConnectRecordTimerActive = enum_machine_ConnectRecordTimerActive(0)
    small_machine_ConnectRecordTimerActive = small_members(enum_machine_ConnectRecordTimerActive)
    enum_machine_ListRequestType = here.ListRequestType
    zero_machine_ListRequestType = enum_machine_ListRequestType(0)
    small_machine_ListRequestType = small_members(enum_machine_ListRequestType)
    enum_machine_MachineStatusEventMachineStage = here.MachineStatusEventMachineStage
    zero_machine_MachineStatusEventMachineStage = enum_machine_MachineStatusEventMachineStage(0)
    small_machine_MachineStatusEventMachineStage = small_members(enum_machine_MachineStatusEventMachineStage)
    enum_machine_NetstatRequestFilter = here.NetstatRequestFilter
    zero_machine_NetstatRequestFilter = enum_machine_NetstatRequestFilter(0)
    small_machine_NetstatRequestFilter = small_members(enum_machine_NetstatRequestFilter)
    enum_machine_PhaseEventAction = here.PhaseEventAction
    zero_machine_PhaseEventAction = enum_machine_PhaseEventAction(0)
    small_machine_PhaseEventAction = small_members(enum_machine_PhaseEventAction)
    enum_machine_ResetRequestWipeMode = here.ResetRequestWipeMode
    zero_machine_ResetRequestWipeMode = enum_machine_ResetRequestWipeMode(0)
    small_machine_ResetRequestWipeMode = small_members(enum_machine_ResetRequestWipeMode)
    enum_machine_SequenceEventAction = here.SequenceEventAction
    zero_machine_SequenceEventAction = enum_machine_SequenceEventAction(0)
    small_machine_SequenceEventAction = small_members(enum_machine_SequenceEventAction)
    enum_machine_ServiceStateEventAction = here.ServiceStateEventAction
    zero_machine_ServiceStateEventAction = enum_machine_ServiceStateEventAction(0)
    small_machine_ServiceStateEventAction = small_members(enum_machine_ServiceStateEventAction)
    enum_machine_TaskEventAction = here.TaskEventAction
    zero_machine_TaskEventAction = enum_machine_TaskEventAction(0)
    small_machine_TaskEventAction = small_members(enum_machine_TaskEventAction)
    class_machine_AddressEvent = here.AddressEvent
    found[class_machine_AddressEvent] = codec(write_machine_AddressEvent, read_machine_AddressEvent)
    class_machine_BpfInstruction = here.BpfInstruction
    found[class_machine_BpfInstruction] = codec(write_machine_BpfInstruction, read_machine_BpfInstruction)
    class_machine_ConfigLoadErrorEvent = here.ConfigLoadErrorEvent
    found[class_machine_ConfigLoadErrorEvent] = codec(write_machine_ConfigLoadErrorEvent, read_machine_ConfigLoadErrorEvent)
    class_machine_ConfigValidationErrorEvent = here.ConfigValidationErrorEvent
    found[class_machine_ConfigValidationErrorEvent] = codec(write_machine_ConfigValidationErrorEvent, read_machine_ConfigValidationErrorEvent)
    class_machine_ConnectRecord = here.ConnectRecord
    found[class_machine_ConnectRecord] = codec(write_machine_ConnectRecord, read_machine_ConnectRecord)
    class_machine_ConnectRecordProcess = here.ConnectRecordProcess
    found[class_machine_ConnectRecordProcess] = codec(write_machine_ConnectRecordProcess, read_machine_ConnectRecordProcess)
    class_machine_CopyRequest = here.CopyRequest
    found[class_machine_CopyRequest] = codec(write_machine_CopyRequest, read_machine_CopyRequest)
    class_machine_DiskUsageInfo = here.DiskUsageInfo
    found[class_machine_DiskUsageInfo] = codec(write_machine_DiskUsageInfo, read_machine_DiskUsageInfo)
    class_machine_DiskUsageRequest = here.DiskUsageRequest
    found[class_machine_DiskUsageRequest] = codec(write_machine_DiskUsageRequest, read_machine_DiskUsageRequest)
    class_machine_Event = here.Event
    found[class_machine_Event] = codec(write_machine_Event, read_machine_Event)
    class_machine_EventsRequest = here.EventsRequest
    found[class_machine_EventsRequest] = codec(write_machine_EventsRequest, read_machine_EventsRequest)
    class_machine_FeaturesInfo = here.FeaturesInfo
    found[class_machine_FeaturesInfo] = codec(write_machine_FeaturesInfo, read_machine_FeaturesInfo)
    class_machine_FileInfo = here.FileInfo
    found[class_machine_FileInfo] = codec(write_machine_FileInfo, read_machine_FileInfo)
    class_machine_Hostname = here.Hostname
    found[class_machine_Hostname] = codec(write_machine_Hostname, read_machine_Hostname)
    class_machine_HostnameResponse = here.HostnameResponse
    found[class_machine_HostnameResponse] = codec(write_machine_HostnameResponse, read_machine_HostnameResponse)
    class_machine_ListRequest = here.ListRequest
    found[class_machine_ListRequest] = codec(write_machine_ListRequest, read_machine_ListRequest)
    class_machine_LogsContainer = here.LogsContainer
    found[class_machine_LogsContainer] = codec(write_machine_LogsContainer, read_machine_LogsContainer)
    class_machine_LogsContainersResponse = here.LogsContainersResponse
    found[class_machine_LogsContainersResponse] = codec(write_machine_LogsContainersResponse, read_machine_LogsContainersResponse)
    class_machine_LogsRequest = here.LogsRequest
    found[class_machine_LogsRequest] = codec(write_machine_LogsRequest, read_machine_LogsRequest)
    class_machine_MachineStatusEvent = here.MachineStatusEvent
    found[class_machine_MachineStatusEvent] = codec(write_machine_MachineStatusEvent, read_machine_MachineStatusEvent)
    class_machine_MachineStatusEventMachineStatus = here.MachineStatusEventMachineStatus
    found[class_machine_MachineStatusEventMachineStatus] = codec(write_machine_MachineStatusEventMachineStatus, read_machine_MachineStatusEventMachineStatus)
    class_machine_MachineStatusEventMachineStatusUnmetCondition = here.MachineStatusEventMachineStatusUnmetCondition
    found[class_machine_MachineStatusEventMachineStatusUnmetCondition] = codec(write_machine_MachineStatusEventMachineStatusUnmetCondition, read_machine_MachineStatusEventMachineStatusUnmetCondition)
    class_machine_MemInfo = here.MemInfo
    found[class_machine_MemInfo] = codec(write_machine_MemInfo, read_machine_MemInfo)
    class_machine_Memory = here.Memory
    found[class_machine_Memory] = codec(write_machine_Memory, read_machine_Memory)
    class_machine_MemoryResponse = here.MemoryResponse
    found[class_machine_MemoryResponse] = codec(write_machine_MemoryResponse, read_machine_MemoryResponse)
    class_machine_MetaDelete = here.MetaDelete
    found[class_machine_MetaDelete] = codec(write_machine_MetaDelete, read_machine_MetaDelete)
    class_machine_MetaDeleteRequest = here.MetaDeleteRequest
    found[class_machine_MetaDeleteRequest] = codec(write_machine_MetaDeleteRequest, read_machine_MetaDeleteRequest)
    class_machine_MetaDeleteResponse = here.MetaDeleteResponse
    found[class_machine_MetaDeleteResponse] = codec(write_machine_MetaDeleteResponse, read_machine_MetaDeleteResponse)
    class_machine_MetaWrite = here.MetaWrite
    found[class_machine_MetaWrite] = codec(write_machine_MetaWrite, read_machine_MetaWrite)
    class_machine_MetaWriteRequest = here.MetaWriteRequest
    found[class_machine_MetaWriteRequest] = codec(write_machine_MetaWriteRequest, read_machine_MetaWriteRequest)
    class_machine_MetaWriteResponse = here.MetaWriteResponse
    found[class_machine_MetaWriteResponse] = codec(write_machine_MetaWriteResponse, read_machine_MetaWriteResponse)
    class_machine_MountStat = here.MountStat
    found[class_machine_MountStat] = codec(write_machine_MountStat, read_machine_MountStat)
    class_machine_Mounts = here.Mounts
    found[class_machine_Mounts] = codec(write_machine_Mounts, read_machine_Mounts)
    class_machine_MountsResponse = here.MountsResponse
    found[class_machine_MountsResponse] = codec(write_machine_MountsResponse, read_machine_MountsResponse)
    class_machine_NetDev = here.NetDev
    found[class_machine_NetDev] = codec(write_machine_NetDev, read_machine_NetDev)
    class_machine_Netstat = here.Netstat
    found[class_machine_Netstat] = codec(write_machine_Netstat, read_machine_Netstat)
    class_machine_NetstatRequest = here.NetstatRequest
    found[class_machine_NetstatRequest] = codec(write_machine_NetstatRequest, read_machine_NetstatRequest)
    class_machine_NetstatRequestFeature = here.NetstatRequestFeature
    found[class_machine_NetstatRequestFeature] = codec(write_machine_NetstatRequestFeature, read_machine_NetstatRequestFeature)
    class_machine_NetstatRequestL4Proto = here.NetstatRequestL4Proto
    found[class_machine_NetstatRequestL4Proto] = codec(write_machine_NetstatRequestL4Proto, read_machine_NetstatRequestL4Proto)
    class_machine_NetstatRequestNetNs = here.NetstatRequestNetNs
    found[class_machine_NetstatRequestNetNs] = codec(write_machine_NetstatRequestNetNs, read_machine_NetstatRequestNetNs)
    class_machine_NetstatResponse = here.NetstatResponse
    found[class_machine_NetstatResponse] = codec(write_machine_NetstatResponse, read_machine_NetstatResponse)
    class_machine_NetworkDeviceStats = here.NetworkDeviceStats
    found[class_machine_NetworkDeviceStats] = codec(write_machine_NetworkDeviceStats, read_machine_NetworkDeviceStats)
    class_machine_NetworkDeviceStatsResponse = here.NetworkDeviceStatsResponse
    found[class_machine_NetworkDeviceStatsResponse] = codec(write_machine_NetworkDeviceStatsResponse, read_machine_NetworkDeviceStatsResponse)
    class_machine_PacketCaptureRequest = here.PacketCaptureRequest
    found[class_machine_PacketCaptureRequest] = codec(write_machine_PacketCaptureRequest, read_machine_PacketCaptureRequest)
    class_machine_PhaseEvent = here.PhaseEvent
    found[class_machine_PhaseEvent] = codec(write_machine_PhaseEvent, read_machine_PhaseEvent)
    class_machine_PlatformInfo = here.PlatformInfo
    found[class_machine_PlatformInfo] = codec(write_machine_PlatformInfo, read_machine_PlatformInfo)
    class_machine_ReadRequest = here.ReadRequest
    found[class_machine_ReadRequest] = codec(write_machine_ReadRequest, read_machine_ReadRequest)
    class_machine_Reset = here.Reset
    found[class_machine_Reset] = codec(write_machine_Reset, read_machine_Reset)
    class_machine_ResetPartitionSpec = here.ResetPartitionSpec
    found[class_machine_ResetPartitionSpec] = codec(write_machine_ResetPartitionSpec, read_machine_ResetPartitionSpec)
    class_machine_ResetRequest = here.ResetRequest
    found[class_machine_ResetRequest] = codec(write_machine_ResetRequest, read_machine_ResetRequest)
    class_machine_ResetResponse = here.ResetResponse
    found[class_machine_ResetResponse] = codec(write_machine_ResetResponse, read_machine_ResetResponse)
    class_machine_RestartEvent = here.RestartEvent
    found[class_machine_RestartEvent] = codec(write_machine_RestartEvent, read_machine_RestartEvent)
    class_machine_SequenceEvent = here.SequenceEvent
    found[class_machine_SequenceEvent] = codec(write_machine_SequenceEvent, read_machine_SequenceEvent)
    class_machine_ServiceEvent = here.ServiceEvent
    found[class_machine_ServiceEvent] = codec(write_machine_ServiceEvent, read_machine_ServiceEvent)
    class_machine_ServiceEvents = here.ServiceEvents
    found[class_machine_ServiceEvents] = codec(write_machine_ServiceEvents, read_machine_ServiceEvents)
    class_machine_ServiceHealth = here.ServiceHealth
    found[class_machine_ServiceHealth] = codec(write_machine_ServiceHealth, read_machine_ServiceHealth)
    class_machine_ServiceInfo = here.ServiceInfo
    found[class_machine_ServiceInfo] = codec(write_machine_ServiceInfo, read_machine_ServiceInfo)
    class_machine_ServiceList = here.ServiceList
    found[class_machine_ServiceList] = codec(write_machine_ServiceList, read_machine_ServiceList)
    class_machine_ServiceListResponse = here.ServiceListResponse
    found[class_machine_ServiceListResponse] = codec(write_machine_ServiceListResponse, read_machine_ServiceListResponse)
    class_machine_ServiceRestart = here.ServiceRestart
    found[class_machine_ServiceRestart] = codec(write_machine_ServiceRestart, read_machine_ServiceRestart)
    class_machine_ServiceRestartRequest = here.ServiceRestartRequest
    found[class_machine_ServiceRestartRequest] = codec(write_machine_ServiceRestartRequest, read_machine_ServiceRestartRequest)
    class_machine_ServiceRestartResponse = here.ServiceRestartResponse
    found[class_machine_ServiceRestartResponse] = codec(write_machine_ServiceRestartResponse, read_machine_ServiceRestartResponse)
    class_machine_ServiceStart = here.ServiceStart
    found[class_machine_ServiceStart] = codec(write_machine_ServiceStart, read_machine_ServiceStart)
    class_machine_ServiceStartRequest = here.ServiceStartRequest
    found[class_machine_ServiceStartRequest] = codec(write_machine_ServiceStartRequest, read_machine_ServiceStartRequest)
    class_machine_ServiceStartResponse = here.ServiceStartResponse
    found[class_machine_ServiceStartResponse] = codec(write_machine_ServiceStartResponse, read_machine_ServiceStartResponse)
    class_machine_ServiceStateEvent = here.ServiceStateEvent
    found[class_machine_ServiceStateEvent] = codec(write_machine_ServiceStateEvent, read_machine_ServiceStateEvent)
    class_machine_ServiceStop = here.ServiceStop
    found[class_machine_ServiceStop] = codec(write_machine_ServiceStop, read_machine_ServiceStop)
    class_machine_ServiceStopRequest = here.ServiceStopRequest
    found[class_machine_ServiceStopRequest] = codec(write_machine_ServiceStopRequest, read_machine_ServiceStopRequest)
    class_machine_ServiceStopResponse = here.ServiceStopResponse
    found[class_machine_ServiceStopResponse] = codec(write_machine_ServiceStopResponse, read_machine_ServiceStopResponse)
    class_machine_TaskEvent = here.TaskEvent
    found[class_machine_TaskEvent] = codec(write_machine_TaskEvent, read_machine_TaskEvent)
    class_machine_Version = here.Version
    found[class_machine_Version] = codec(write_machine_Version, read_machine_Version)
    class_machine_VersionInfo = here.VersionInfo
    found[class_machine_VersionInfo] = codec(write_machine_VersionInfo, read_machine_VersionInfo)
    class_machine_VersionResponse = here.VersionResponse
    found[class_machine_VersionResponse] = codec(write_machine_VersionResponse, read_machine_VersionResponse)
    class_machine_Xattr = here.Xattr
    found[class_machine_Xattr] = codec(write_machine_Xattr, read_machine_Xattr)
    bound["machine"] = found
    bind_common()
    bind_google_protobuf()
    return found


cdef dict bind_storage():
    global class_storage_BlockDeviceWipe, class_storage_BlockDeviceWipeDescriptor, class_storage_BlockDeviceWipeRequest, class_storage_BlockDeviceWipeResponse, enum_storage_BlockDeviceWipeDescriptorMethod, zero_storage_BlockDeviceWipeDescriptorMethod, small_storage_BlockDeviceWipeDescriptorMethod
    cdef dict found = {}
    if "storage" in bound:
        return bound["storage"]
    here = import_module(f"{__package__}.storage")
    enum_storage_BlockDeviceWipeDescriptorMethod = here.BlockDeviceWipeDescriptorMethod
    zero_storage_BlockDeviceWipeDescriptorMethod = enum_storage_BlockDeviceWipeDescriptorMethod(0)
    small_storage_BlockDeviceWipeDescriptorMethod = small_members(enum_storage_BlockDeviceWipeDescriptorMethod)
    class_storage_BlockDeviceWipe = here.BlockDeviceWipe
    found[class_storage_BlockDeviceWipe] = codec(write_storage_BlockDeviceWipe, read_storage_BlockDeviceWipe)
    class_storage_BlockDeviceWipeDescriptor = here.BlockDeviceWipeDescriptor
    found[class_storage_BlockDeviceWipeDescriptor] = codec(write_storage_BlockDeviceWipeDescriptor, read_storage_BlockDeviceWipeDescriptor)
    class_storage_BlockDeviceWipeRequest = here.BlockDeviceWipeRequest
    found[class_storage_BlockDeviceWipeRequest] = codec(write_storage_BlockDeviceWipeRequest, read_storage_BlockDeviceWipeRequest)
    class_storage_BlockDeviceWipeResponse = here.BlockDeviceWipeResponse
    found[class_storage_BlockDeviceWipeResponse] = codec(write_storage_BlockDeviceWipeResponse, read_storage_BlockDeviceWipeResponse)
    bound["storage"] = found
    bind_common()
    return found


cdef dict bind_talos_api_v1():
    global class_talos_api_v1_Backend, class_talos_api_v1_ListBackendsRequest, class_talos_api_v1_ListBackendsResponse
    cdef dict found = {}
    if "talos.api.v1" in bound:
        return bound["talos.api.v1"]
    here = import_module(f"{__package__}.talos.api.v1")
    class_talos_api_v1_Backend = here.Backend
    found[class_talos_api_v1_Backend] = codec(write_talos_api_v1_Backend, read_talos_api_v1_Backend)
    class_talos_api_v1_ListBackendsRequest = here.ListBackendsRequest
    found[class_talos_api_v1_ListBackendsRequest] = codec(write_talos_api_v1_ListBackendsRequest, read_talos_api_v1_ListBackendsRequest)
    class_talos_api_v1_ListBackendsResponse = here.ListBackendsResponse
    found[class_talos_api_v1_ListBackendsResponse] = codec(write_talos_api_v1_ListBackendsResponse, read_talos_api_v1_ListBackendsResponse)
    bound["talos.api.v1"] = found
    bind_google_protobuf()
    return found


cdef dict bind_talos_component_v1():
    global class_talos_component_v1_DescribeRequest, class_talos_component_v1_DescribeResponse, class_talos_component_v1_Event, class_talos_component_v1_GetMetricsRequest, class_talos_component_v1_GetMetricsResponse, class_talos_component_v1_Metric, class_talos_component_v1_ServedContract, class_talos_component_v1_UsedContract, class_talos_component_v1_WatchEventsRequest, class_talos_component_v1_WatchEventsResponse
    cdef dict found = {}
    if "talos.component.v1" in bound:
        return bound["talos.component.v1"]
    here = import_module(f"{__package__}.talos.component.v1")
    class_talos_component_v1_DescribeRequest = here.DescribeRequest
    found[class_talos_component_v1_DescribeRequest] = codec(write_talos_component_v1_DescribeRequest, read_talos_component_v1_DescribeRequest)
    class_talos_component_v1_DescribeResponse = here.DescribeResponse
    found[class_talos_component_v1_DescribeResponse] = codec(write_talos_component_v1_DescribeResponse, read_talos_component_v1_DescribeResponse)
    class_talos_component_v1_Event = here.Event
    found[class_talos_component_v1_Event] = codec(write_talos_component_v1_Event, read_talos_component_v1_Event)
    class_talos_component_v1_GetMetricsRequest = here.GetMetricsRequest
    found[class_talos_component_v1_GetMetricsRequest] = codec(write_talos_component_v1_GetMetricsRequest, read_talos_component_v1_GetMetricsRequest)
    class_talos_component_v1_GetMetricsResponse = here.GetMetricsResponse
    found[class_talos_component_v1_GetMetricsResponse] = codec(write_talos_component_v1_GetMetricsResponse, read_talos_component_v1_GetMetricsResponse)
    class_talos_component_v1_Metric = here.Metric
    found[class_talos_component_v1_Metric] = codec(write_talos_component_v1_Metric, read_talos_component_v1_Metric)
    class_talos_component_v1_ServedContract = here.ServedContract
    found[class_talos_component_v1_ServedContract] = codec(write_talos_component_v1_ServedContract, read_talos_component_v1_ServedContract)
    class_talos_component_v1_UsedContract = here.UsedContract
    found[class_talos_component_v1_UsedContract] = codec(write_talos_component_v1_UsedContract, read_talos_component_v1_UsedContract)
    class_talos_component_v1_WatchEventsRequest = here.WatchEventsRequest
    found[class_talos_component_v1_WatchEventsRequest] = codec(write_talos_component_v1_WatchEventsRequest, read_talos_component_v1_WatchEventsRequest)
    class_talos_component_v1_WatchEventsResponse = here.WatchEventsResponse
    found[class_talos_component_v1_WatchEventsResponse] = codec(write_talos_component_v1_WatchEventsResponse, read_talos_component_v1_WatchEventsResponse)
    bound["talos.component.v1"] = found
    bind_google_protobuf()
    return found


cdef dict bind_talos_etcd_v1():
    global class_talos_etcd_v1_GetStatusRequest, class_talos_etcd_v1_GetStatusResponse, class_talos_etcd_v1_ListMembersRequest, class_talos_etcd_v1_ListMembersResponse, class_talos_etcd_v1_Member, class_talos_etcd_v1_SnapshotRequest, class_talos_etcd_v1_SnapshotResponse
    cdef dict found = {}
    if "talos.etcd.v1" in bound:
        return bound["talos.etcd.v1"]
    here = import_module(f"{__package__}.talos.etcd.v1")
    class_talos_etcd_v1_GetStatusRequest = here.GetStatusRequest
    found[class_talos_etcd_v1_GetStatusRequest] = codec(write_talos_etcd_v1_GetStatusRequest, read_talos_etcd_v1_GetStatusRequest)
    class_talos_etcd_v1_GetStatusResponse = here.GetStatusResponse
    found[class_talos_etcd_v1_GetStatusResponse] = codec(write_talos_etcd_v1_GetStatusResponse, read_talos_etcd_v1_GetStatusResponse)
    class_talos_etcd_v1_ListMembersRequest = here.ListMembersRequest
    found[class_talos_etcd_v1_ListMembersRequest] = codec(write_talos_etcd_v1_ListMembersRequest, read_talos_etcd_v1_ListMembersRequest)
    class_talos_etcd_v1_ListMembersResponse = here.ListMembersResponse
    found[class_talos_etcd_v1_ListMembersResponse] = codec(write_talos_etcd_v1_ListMembersResponse, read_talos_etcd_v1_ListMembersResponse)
    class_talos_etcd_v1_Member = here.Member
    found[class_talos_etcd_v1_Member] = codec(write_talos_etcd_v1_Member, read_talos_etcd_v1_Member)
    class_talos_etcd_v1_SnapshotRequest = here.SnapshotRequest
    found[class_talos_etcd_v1_SnapshotRequest] = codec(write_talos_etcd_v1_SnapshotRequest, read_talos_etcd_v1_SnapshotRequest)
    class_talos_etcd_v1_SnapshotResponse = here.SnapshotResponse
    found[class_talos_etcd_v1_SnapshotResponse] = codec(write_talos_etcd_v1_SnapshotResponse, read_talos_etcd_v1_SnapshotResponse)
    bound["talos.etcd.v1"] = found
    return found


cdef dict bind_talos_filesystem_v1():
    global class_talos_filesystem_v1_CopyFilesRequest, class_talos_filesystem_v1_CopyFilesResponse, class_talos_filesystem_v1_DeleteMetaRequest, class_talos_filesystem_v1_DeleteMetaResponse, class_talos_filesystem_v1_DiskUsageEntry, class_talos_filesystem_v1_DiskUsageRequest, class_talos_filesystem_v1_DiskUsageResponse, class_talos_filesystem_v1_FileEntry, class_talos_filesystem_v1_ListFilesRequest, class_talos_filesystem_v1_ListFilesResponse, class_talos_filesystem_v1_MountStat, class_talos_filesystem_v1_MountTableRequest, class_talos_filesystem_v1_MountTableResponse, class_talos_filesystem_v1_MountVolumeRequest, class_talos_filesystem_v1_MountVolumeResponse, class_talos_filesystem_v1_PlanDiskRequest, class_talos_filesystem_v1_PlanDiskResponse, class_talos_filesystem_v1_PlanRequest, class_talos_filesystem_v1_PlanResponse, class_talos_filesystem_v1_PlanRow, class_talos_filesystem_v1_PlanVolumesRequest, class_talos_filesystem_v1_PlanVolumesResponse, class_talos_filesystem_v1_PlannedPartition, class_talos_filesystem_v1_PlannedVolume, class_talos_filesystem_v1_ProvisionDiskRequest, class_talos_filesystem_v1_ProvisionDiskResponse, class_talos_filesystem_v1_ReadFileRequest, class_talos_filesystem_v1_ReadFileResponse, class_talos_filesystem_v1_ReadMetaRequest, class_talos_filesystem_v1_ReadMetaResponse, class_talos_filesystem_v1_StatMountsRequest, class_talos_filesystem_v1_StatMountsResponse, class_talos_filesystem_v1_TreeRepairEvent, class_talos_filesystem_v1_UnmountTableRequest, class_talos_filesystem_v1_UnmountTableResponse, class_talos_filesystem_v1_UnmountVolumeRequest, class_talos_filesystem_v1_UnmountVolumeResponse, class_talos_filesystem_v1_WipeDevice, class_talos_filesystem_v1_WipeDevicesRequest, class_talos_filesystem_v1_WipeDevicesResponse, class_talos_filesystem_v1_WipeVolumesRequest, class_talos_filesystem_v1_WipeVolumesResponse, class_talos_filesystem_v1_WriteEtcFileRequest, class_talos_filesystem_v1_WriteEtcFileResponse, class_talos_filesystem_v1_WriteMetaRequest, class_talos_filesystem_v1_WriteMetaResponse, enum_talos_filesystem_v1_FileType, zero_talos_filesystem_v1_FileType, small_talos_filesystem_v1_FileType, enum_talos_filesystem_v1_WipeMethod, zero_talos_filesystem_v1_WipeMethod, small_talos_filesystem_v1_WipeMethod
    cdef dict found = {}
    if "talos.filesystem.v1" in bound:
        return bound["talos.filesystem.v1"]
    here = import_module(f"{__package__}.talos.filesystem.v1")
    enum_talos_filesystem_v1_FileType = here.FileType
    zero_talos_filesystem_v1_FileType = enum_talos_filesystem_v1_FileType(0)
    small_talos_filesystem_v1_FileType = small_members(enum_talos_filesystem_v1_FileType)
    enum_talos_filesystem_v1_WipeMethod = here.WipeMethod
    zero_talos_filesystem_v1_WipeMethod = enum_talos_filesystem_v1_WipeMethod(0)
    small_talos_filesystem_v1_WipeMethod = small_members(enum_talos_filesystem_v1_WipeMethod)
    class_talos_filesystem_v1_CopyFilesRequest = here.CopyFilesRequest
    found[class_talos_filesystem_v1_CopyFilesRequest] = codec(write_talos_filesystem_v1_CopyFilesRequest, read_talos_filesystem_v1_CopyFilesRequest)
    class_talos_filesystem_v1_CopyFilesResponse = here.CopyFilesResponse
    found[class_talos_filesystem_v1_CopyFilesResponse] = codec(write_talos_filesystem_v1_CopyFilesResponse, read_talos_filesystem_v1_CopyFilesResponse)
    class_talos_filesystem_v1_DeleteMetaRequest = here.DeleteMetaRequest
    found[class_talos_filesystem_v1_DeleteMetaRequest] = codec(write_talos_filesystem_v1_DeleteMetaRequest, read_talos_filesystem_v1_DeleteMetaRequest)
    class_talos_filesystem_v1_DeleteMetaResponse = here.DeleteMetaResponse
    found[class_talos_filesystem_v1_DeleteMetaResponse] = codec(write_talos_filesystem_v1_DeleteMetaResponse, read_talos_filesystem_v1_DeleteMetaResponse)
    class_talos_filesystem_v1_DiskUsageEntry = here.DiskUsageEntry
    found[class_talos_filesystem_v1_DiskUsageEntry] = codec(write_talos_filesystem_v1_DiskUsageEntry, read_talos_filesystem_v1_DiskUsageEntry)
    class_talos_filesystem_v1_DiskUsageRequest = here.DiskUsageRequest
    found[class_talos_filesystem_v1_DiskUsageRequest] = codec(write_talos_filesystem_v1_DiskUsageRequest, read_talos_filesystem_v1_DiskUsageRequest)
    class_talos_filesystem_v1_DiskUsageResponse = here.DiskUsageResponse
    found[class_talos_filesystem_v1_DiskUsageResponse] = codec(write_talos_filesystem_v1_DiskUsageResponse, read_talos_filesystem_v1_DiskUsageResponse)
    class_talos_filesystem_v1_FileEntry = here.FileEntry
    found[class_talos_filesystem_v1_FileEntry] = codec(write_talos_filesystem_v1_FileEntry, read_talos_filesystem_v1_FileEntry)
    class_talos_filesystem_v1_ListFilesRequest = here.ListFilesRequest
    found[class_talos_filesystem_v1_ListFilesRequest] = codec(write_talos_filesystem_v1_ListFilesRequest, read_talos_filesystem_v1_ListFilesRequest)
    class_talos_filesystem_v1_ListFilesResponse = here.ListFilesResponse
    found[class_talos_filesystem_v1_ListFilesResponse] = codec(write_talos_filesystem_v1_ListFilesResponse, read_talos_filesystem_v1_ListFilesResponse)
    class_talos_filesystem_v1_MountStat = here.MountStat
    found[class_talos_filesystem_v1_MountStat] = codec(write_talos_filesystem_v1_MountStat, read_talos_filesystem_v1_MountStat)
    class_talos_filesystem_v1_MountTableRequest = here.MountTableRequest
    found[class_talos_filesystem_v1_MountTableRequest] = codec(write_talos_filesystem_v1_MountTableRequest, read_talos_filesystem_v1_MountTableRequest)
    class_talos_filesystem_v1_MountTableResponse = here.MountTableResponse
    found[class_talos_filesystem_v1_MountTableResponse] = codec(write_talos_filesystem_v1_MountTableResponse, read_talos_filesystem_v1_MountTableResponse)
    class_talos_filesystem_v1_MountVolumeRequest = here.MountVolumeRequest
    found[class_talos_filesystem_v1_MountVolumeRequest] = codec(write_talos_filesystem_v1_MountVolumeRequest, read_talos_filesystem_v1_MountVolumeRequest)
    class_talos_filesystem_v1_MountVolumeResponse = here.MountVolumeResponse
    found[class_talos_filesystem_v1_MountVolumeResponse] = codec(write_talos_filesystem_v1_MountVolumeResponse, read_talos_filesystem_v1_MountVolumeResponse)
    class_talos_filesystem_v1_PlanDiskRequest = here.PlanDiskRequest
    found[class_talos_filesystem_v1_PlanDiskRequest] = codec(write_talos_filesystem_v1_PlanDiskRequest, read_talos_filesystem_v1_PlanDiskRequest)
    class_talos_filesystem_v1_PlanDiskResponse = here.PlanDiskResponse
    found[class_talos_filesystem_v1_PlanDiskResponse] = codec(write_talos_filesystem_v1_PlanDiskResponse, read_talos_filesystem_v1_PlanDiskResponse)
    class_talos_filesystem_v1_PlanRequest = here.PlanRequest
    found[class_talos_filesystem_v1_PlanRequest] = codec(write_talos_filesystem_v1_PlanRequest, read_talos_filesystem_v1_PlanRequest)
    class_talos_filesystem_v1_PlanResponse = here.PlanResponse
    found[class_talos_filesystem_v1_PlanResponse] = codec(write_talos_filesystem_v1_PlanResponse, read_talos_filesystem_v1_PlanResponse)
    class_talos_filesystem_v1_PlanRow = here.PlanRow
    found[class_talos_filesystem_v1_PlanRow] = codec(write_talos_filesystem_v1_PlanRow, read_talos_filesystem_v1_PlanRow)
    class_talos_filesystem_v1_PlanVolumesRequest = here.PlanVolumesRequest
    found[class_talos_filesystem_v1_PlanVolumesRequest] = codec(write_talos_filesystem_v1_PlanVolumesRequest, read_talos_filesystem_v1_PlanVolumesRequest)
    class_talos_filesystem_v1_PlanVolumesResponse = here.PlanVolumesResponse
    found[class_talos_filesystem_v1_PlanVolumesResponse] = codec(write_talos_filesystem_v1_PlanVolumesResponse, read_talos_filesystem_v1_PlanVolumesResponse)
    class_talos_filesystem_v1_PlannedPartition = here.PlannedPartition
    found[class_talos_filesystem_v1_PlannedPartition] = codec(write_talos_filesystem_v1_PlannedPartition, read_talos_filesystem_v1_PlannedPartition)
    class_talos_filesystem_v1_PlannedVolume = here.PlannedVolume
    found[class_talos_filesystem_v1_PlannedVolume] = codec(write_talos_filesystem_v1_PlannedVolume, read_talos_filesystem_v1_PlannedVolume)
    class_talos_filesystem_v1_ProvisionDiskRequest = here.ProvisionDiskRequest
    found[class_talos_filesystem_v1_ProvisionDiskRequest] = codec(write_talos_filesystem_v1_ProvisionDiskRequest, read_talos_filesystem_v1_ProvisionDiskRequest)
    class_talos_filesystem_v1_ProvisionDiskResponse = here.ProvisionDiskResponse
    found[class_talos_filesystem_v1_ProvisionDiskResponse] = codec(write_talos_filesystem_v1_ProvisionDiskResponse, read_talos_filesystem_v1_ProvisionDiskResponse)
    class_talos_filesystem_v1_ReadFileRequest = here.ReadFileRequest
    found[class_talos_filesystem_v1_ReadFileRequest] = codec(write_talos_filesystem_v1_ReadFileRequest, read_talos_filesystem_v1_ReadFileRequest)
    class_talos_filesystem_v1_ReadFileResponse = here.ReadFileResponse
    found[class_talos_filesystem_v1_ReadFileResponse] = codec(write_talos_filesystem_v1_ReadFileResponse, read_talos_filesystem_v1_ReadFileResponse)
    class_talos_filesystem_v1_ReadMetaRequest = here.ReadMetaRequest
    found[class_talos_filesystem_v1_ReadMetaRequest] = codec(write_talos_filesystem_v1_ReadMetaRequest, read_talos_filesystem_v1_ReadMetaRequest)
    class_talos_filesystem_v1_ReadMetaResponse = here.ReadMetaResponse
    found[class_talos_filesystem_v1_ReadMetaResponse] = codec(write_talos_filesystem_v1_ReadMetaResponse, read_talos_filesystem_v1_ReadMetaResponse)
    class_talos_filesystem_v1_StatMountsRequest = here.StatMountsRequest
    found[class_talos_filesystem_v1_StatMountsRequest] = codec(write_talos_filesystem_v1_StatMountsRequest, read_talos_filesystem_v1_StatMountsRequest)
    class_talos_filesystem_v1_StatMountsResponse = here.StatMountsResponse
    found[class_talos_filesystem_v1_StatMountsResponse] = codec(write_talos_filesystem_v1_StatMountsResponse, read_talos_filesystem_v1_StatMountsResponse)
    class_talos_filesystem_v1_TreeRepairEvent = here.TreeRepairEvent
    found[class_talos_filesystem_v1_TreeRepairEvent] = codec(write_talos_filesystem_v1_TreeRepairEvent, read_talos_filesystem_v1_TreeRepairEvent)
    class_talos_filesystem_v1_UnmountTableRequest = here.UnmountTableRequest
    found[class_talos_filesystem_v1_UnmountTableRequest] = codec(write_talos_filesystem_v1_UnmountTableRequest, read_talos_filesystem_v1_UnmountTableRequest)
    class_talos_filesystem_v1_UnmountTableResponse = here.UnmountTableResponse
    found[class_talos_filesystem_v1_UnmountTableResponse] = codec(write_talos_filesystem_v1_UnmountTableResponse, read_talos_filesystem_v1_UnmountTableResponse)
    class_talos_filesystem_v1_UnmountVolumeRequest = here.UnmountVolumeRequest
    found[class_talos_filesystem_v1_UnmountVolumeRequest] = codec(write_talos_filesystem_v1_UnmountVolumeRequest, read_talos_filesystem_v1_UnmountVolumeRequest)
    class_talos_filesystem_v1_UnmountVolumeResponse = here.UnmountVolumeResponse
    found[class_talos_filesystem_v1_UnmountVolumeResponse] = codec(write_talos_filesystem_v1_UnmountVolumeResponse, read_talos_filesystem_v1_UnmountVolumeResponse)
    class_talos_filesystem_v1_WipeDevice = here.WipeDevice
    found[class_talos_filesystem_v1_WipeDevice] = codec(write_talos_filesystem_v1_WipeDevice, read_talos_filesystem_v1_WipeDevice)
    class_talos_filesystem_v1_WipeDevicesRequest = here.WipeDevicesRequest
    found[class_talos_filesystem_v1_WipeDevicesRequest] = codec(write_talos_filesystem_v1_WipeDevicesRequest, read_talos_filesystem_v1_WipeDevicesRequest)
    class_talos_filesystem_v1_WipeDevicesResponse = here.WipeDevicesResponse
    found[class_talos_filesystem_v1_WipeDevicesResponse] = codec(write_talos_filesystem_v1_WipeDevicesResponse, read_talos_filesystem_v1_WipeDevicesResponse)
    class_talos_filesystem_v1_WipeVolumesRequest = here.WipeVolumesRequest
    found[class_talos_filesystem_v1_WipeVolumesRequest] = codec(write_talos_filesystem_v1_WipeVolumesRequest, read_talos_filesystem_v1_WipeVolumesRequest)
    class_talos_filesystem_v1_WipeVolumesResponse = here.WipeVolumesResponse
    found[class_talos_filesystem_v1_WipeVolumesResponse] = codec(write_talos_filesystem_v1_WipeVolumesResponse, read_talos_filesystem_v1_WipeVolumesResponse)
    class_talos_filesystem_v1_WriteEtcFileRequest = here.WriteEtcFileRequest
    found[class_talos_filesystem_v1_WriteEtcFileRequest] = codec(write_talos_filesystem_v1_WriteEtcFileRequest, read_talos_filesystem_v1_WriteEtcFileRequest)
    class_talos_filesystem_v1_WriteEtcFileResponse = here.WriteEtcFileResponse
    found[class_talos_filesystem_v1_WriteEtcFileResponse] = codec(write_talos_filesystem_v1_WriteEtcFileResponse, read_talos_filesystem_v1_WriteEtcFileResponse)
    class_talos_filesystem_v1_WriteMetaRequest = here.WriteMetaRequest
    found[class_talos_filesystem_v1_WriteMetaRequest] = codec(write_talos_filesystem_v1_WriteMetaRequest, read_talos_filesystem_v1_WriteMetaRequest)
    class_talos_filesystem_v1_WriteMetaResponse = here.WriteMetaResponse
    found[class_talos_filesystem_v1_WriteMetaResponse] = codec(write_talos_filesystem_v1_WriteMetaResponse, read_talos_filesystem_v1_WriteMetaResponse)
    bound["talos.filesystem.v1"] = found
    bind_google_protobuf()
    return found


cdef dict bind_talos_init_v1():
    global class_talos_init_v1_ResetRequest, class_talos_init_v1_ResetResponse, class_talos_init_v1_ShutdownRequest, class_talos_init_v1_ShutdownResponse
    cdef dict found = {}
    if "talos.init.v1" in bound:
        return bound["talos.init.v1"]
    here = import_module(f"{__package__}.talos.init.v1")
    class_talos_init_v1_ResetRequest = here.ResetRequest
    found[class_talos_init_v1_ResetRequest] = codec(write_talos_init_v1_ResetRequest, read_talos_init_v1_ResetRequest)
    class_talos_init_v1_ResetResponse = here.ResetResponse
    found[class_talos_init_v1_ResetResponse] = codec(write_talos_init_v1_ResetResponse, read_talos_init_v1_ResetResponse)
    class_talos_init_v1_ShutdownRequest = here.ShutdownRequest
    found[class_talos_init_v1_ShutdownRequest] = codec(write_talos_init_v1_ShutdownRequest, read_talos_init_v1_ShutdownRequest)
    class_talos_init_v1_ShutdownResponse = here.ShutdownResponse
    found[class_talos_init_v1_ShutdownResponse] = codec(write_talos_init_v1_ShutdownResponse, read_talos_init_v1_ShutdownResponse)
    bound["talos.init.v1"] = found
    return found


cdef dict bind_talos_kubelet_v1():
    global class_talos_kubelet_v1_RenderRequest, class_talos_kubelet_v1_RenderResponse
    cdef dict found = {}
    if "talos.kubelet.v1" in bound:
        return bound["talos.kubelet.v1"]
    here = import_module(f"{__package__}.talos.kubelet.v1")
    class_talos_kubelet_v1_RenderRequest = here.RenderRequest
    found[class_talos_kubelet_v1_RenderRequest] = codec(write_talos_kubelet_v1_RenderRequest, read_talos_kubelet_v1_RenderRequest)
    class_talos_kubelet_v1_RenderResponse = here.RenderResponse
    found[class_talos_kubelet_v1_RenderResponse] = codec(write_talos_kubelet_v1_RenderResponse, read_talos_kubelet_v1_RenderResponse)
    bound["talos.kubelet.v1"] = found
    return found


cdef dict bind_talos_network_v1():
    global class_talos_network_v1_ApplyRequest, class_talos_network_v1_ApplyResponse, class_talos_network_v1_BpfInstruction, class_talos_network_v1_CapturePacketsRequest, class_talos_network_v1_CapturePacketsResponse, class_talos_network_v1_ConfirmRequest, class_talos_network_v1_ConfirmResponse, class_talos_network_v1_DeviceCounters, class_talos_network_v1_ListDeviceCountersRequest, class_talos_network_v1_ListDeviceCountersResponse, class_talos_network_v1_ListSocketsRequest, class_talos_network_v1_ListSocketsResponse, class_talos_network_v1_MeasureTimeRequest, class_talos_network_v1_MeasureTimeResponse, class_talos_network_v1_Operation, class_talos_network_v1_PlanRequest, class_talos_network_v1_PlanResponse, class_talos_network_v1_RevertRequest, class_talos_network_v1_RevertResponse, class_talos_network_v1_Socket, class_talos_network_v1_Trial, class_talos_network_v1_TrialEvent
    cdef dict found = {}
    if "talos.network.v1" in bound:
        return bound["talos.network.v1"]
    here = import_module(f"{__package__}.talos.network.v1")
    class_talos_network_v1_ApplyRequest = here.ApplyRequest
    found[class_talos_network_v1_ApplyRequest] = codec(write_talos_network_v1_ApplyRequest, read_talos_network_v1_ApplyRequest)
    class_talos_network_v1_ApplyResponse = here.ApplyResponse
    found[class_talos_network_v1_ApplyResponse] = codec(write_talos_network_v1_ApplyResponse, read_talos_network_v1_ApplyResponse)
    class_talos_network_v1_BpfInstruction = here.BpfInstruction
    found[class_talos_network_v1_BpfInstruction] = codec(write_talos_network_v1_BpfInstruction, read_talos_network_v1_BpfInstruction)
    class_talos_network_v1_CapturePacketsRequest = here.CapturePacketsRequest
    found[class_talos_network_v1_CapturePacketsRequest] = codec(write_talos_network_v1_CapturePacketsRequest, read_talos_network_v1_CapturePacketsRequest)
    class_talos_network_v1_CapturePacketsResponse = here.CapturePacketsResponse
    found[class_talos_network_v1_CapturePacketsResponse] = codec(write_talos_network_v1_CapturePacketsResponse, read_talos_network_v1_CapturePacketsResponse)
    class_talos_network_v1_ConfirmRequest = here.ConfirmRequest
    found[class_talos_network_v1_ConfirmRequest] = codec(write_talos_network_v1_ConfirmRequest, read_talos_network_v1_ConfirmRequest)
    class_talos_network_v1_ConfirmResponse = here.ConfirmResponse
    found[class_talos_network_v1_ConfirmResponse] = codec(write_talos_network_v1_ConfirmResponse, read_talos_network_v1_ConfirmResponse)
    class_talos_network_v1_DeviceCounters = here.DeviceCounters
    found[class_talos_network_v1_DeviceCounters] = codec(write_talos_network_v1_DeviceCounters, read_talos_network_v1_DeviceCounters)
    class_talos_network_v1_ListDeviceCountersRequest = here.ListDeviceCountersRequest
    found[class_talos_network_v1_ListDeviceCountersRequest] = codec(write_talos_network_v1_ListDeviceCountersRequest, read_talos_network_v1_ListDeviceCountersRequest)
    class_talos_network_v1_ListDeviceCountersResponse = here.ListDeviceCountersResponse
    found[class_talos_network_v1_ListDeviceCountersResponse] = codec(write_talos_network_v1_ListDeviceCountersResponse, read_talos_network_v1_ListDeviceCountersResponse)
    class_talos_network_v1_ListSocketsRequest = here.ListSocketsRequest
    found[class_talos_network_v1_ListSocketsRequest] = codec(write_talos_network_v1_ListSocketsRequest, read_talos_network_v1_ListSocketsRequest)
    class_talos_network_v1_ListSocketsResponse = here.ListSocketsResponse
    found[class_talos_network_v1_ListSocketsResponse] = codec(write_talos_network_v1_ListSocketsResponse, read_talos_network_v1_ListSocketsResponse)
    class_talos_network_v1_MeasureTimeRequest = here.MeasureTimeRequest
    found[class_talos_network_v1_MeasureTimeRequest] = codec(write_talos_network_v1_MeasureTimeRequest, read_talos_network_v1_MeasureTimeRequest)
    class_talos_network_v1_MeasureTimeResponse = here.MeasureTimeResponse
    found[class_talos_network_v1_MeasureTimeResponse] = codec(write_talos_network_v1_MeasureTimeResponse, read_talos_network_v1_MeasureTimeResponse)
    class_talos_network_v1_Operation = here.Operation
    found[class_talos_network_v1_Operation] = codec(write_talos_network_v1_Operation, read_talos_network_v1_Operation)
    class_talos_network_v1_PlanRequest = here.PlanRequest
    found[class_talos_network_v1_PlanRequest] = codec(write_talos_network_v1_PlanRequest, read_talos_network_v1_PlanRequest)
    class_talos_network_v1_PlanResponse = here.PlanResponse
    found[class_talos_network_v1_PlanResponse] = codec(write_talos_network_v1_PlanResponse, read_talos_network_v1_PlanResponse)
    class_talos_network_v1_RevertRequest = here.RevertRequest
    found[class_talos_network_v1_RevertRequest] = codec(write_talos_network_v1_RevertRequest, read_talos_network_v1_RevertRequest)
    class_talos_network_v1_RevertResponse = here.RevertResponse
    found[class_talos_network_v1_RevertResponse] = codec(write_talos_network_v1_RevertResponse, read_talos_network_v1_RevertResponse)
    class_talos_network_v1_Socket = here.Socket
    found[class_talos_network_v1_Socket] = codec(write_talos_network_v1_Socket, read_talos_network_v1_Socket)
    class_talos_network_v1_Trial = here.Trial
    found[class_talos_network_v1_Trial] = codec(write_talos_network_v1_Trial, read_talos_network_v1_Trial)
    class_talos_network_v1_TrialEvent = here.TrialEvent
    found[class_talos_network_v1_TrialEvent] = codec(write_talos_network_v1_TrialEvent, read_talos_network_v1_TrialEvent)
    bound["talos.network.v1"] = found
    bind_google_protobuf()
    return found


cdef dict bind_talos_resource_v1():
    global class_talos_resource_v1_Definition, class_talos_resource_v1_GetRequest, class_talos_resource_v1_GetResponse, class_talos_resource_v1_ListDefinitionsRequest, class_talos_resource_v1_ListDefinitionsResponse, class_talos_resource_v1_ListRequest, class_talos_resource_v1_ListResponse, class_talos_resource_v1_Metadata, class_talos_resource_v1_PrintColumn, class_talos_resource_v1_Resource, class_talos_resource_v1_WatchRequest, class_talos_resource_v1_WatchResponse, enum_talos_resource_v1_EventType, zero_talos_resource_v1_EventType, small_talos_resource_v1_EventType, enum_talos_resource_v1_Phase, zero_talos_resource_v1_Phase, small_talos_resource_v1_Phase, enum_talos_resource_v1_Sensitivity, zero_talos_resource_v1_Sensitivity, small_talos_resource_v1_Sensitivity
    cdef dict found = {}
    if "talos.resource.v1" in bound:
        return bound["talos.resource.v1"]
    here = import_module(f"{__package__}.talos.resource.v1")
    enum_talos_resource_v1_EventType = here.EventType
    zero_talos_resource_v1_EventType = enum_talos_resource_v1_EventType(0)
    small_talos_resource_v1_EventType = small_members(enum_talos_resource_v1_EventType)
    enum_talos_resource_v1_Phase = here.Phase
    zero_talos_resource_v1_Phase = enum_talos_resource_v1_Phase(0)
    small_talos_resource_v1_Phase = small_members(enum_talos_resource_v1_Phase)
    enum_talos_resource_v1_Sensitivity = here.Sensitivity
    zero_talos_resource_v1_Sensitivity = enum_talos_resource_v1_Sensitivity(0)
    small_talos_resource_v1_Sensitivity = small_members(enum_talos_resource_v1_Sensitivity)
    class_talos_resource_v1_Definition = here.Definition
    found[class_talos_resource_v1_Definition] = codec(write_talos_resource_v1_Definition, read_talos_resource_v1_Definition)
    class_talos_resource_v1_GetRequest = here.GetRequest
    found[class_talos_resource_v1_GetRequest] = codec(write_talos_resource_v1_GetRequest, read_talos_resource_v1_GetRequest)
    class_talos_resource_v1_GetResponse = here.GetResponse
    found[class_talos_resource_v1_GetResponse] = codec(write_talos_resource_v1_GetResponse, read_talos_resource_v1_GetResponse)
    class_talos_resource_v1_ListDefinitionsRequest = here.ListDefinitionsRequest
    found[class_talos_resource_v1_ListDefinitionsRequest] = codec(write_talos_resource_v1_ListDefinitionsRequest, read_talos_resource_v1_ListDefinitionsRequest)
    class_talos_resource_v1_ListDefinitionsResponse = here.ListDefinitionsResponse
    found[class_talos_resource_v1_ListDefinitionsResponse] = codec(write_talos_resource_v1_ListDefinitionsResponse, read_talos_resource_v1_ListDefinitionsResponse)
    class_talos_resource_v1_ListRequest = here.ListRequest
    found[class_talos_resource_v1_ListRequest] = codec(write_talos_resource_v1_ListRequest, read_talos_resource_v1_ListRequest)
    class_talos_resource_v1_ListResponse = here.ListResponse
    found[class_talos_resource_v1_ListResponse] = codec(write_talos_resource_v1_ListResponse, read_talos_resource_v1_ListResponse)
    class_talos_resource_v1_Metadata = here.Metadata
    found[class_talos_resource_v1_Metadata] = codec(write_talos_resource_v1_Metadata, read_talos_resource_v1_Metadata)
    class_talos_resource_v1_PrintColumn = here.PrintColumn
    found[class_talos_resource_v1_PrintColumn] = codec(write_talos_resource_v1_PrintColumn, read_talos_resource_v1_PrintColumn)
    class_talos_resource_v1_Resource = here.Resource
    found[class_talos_resource_v1_Resource] = codec(write_talos_resource_v1_Resource, read_talos_resource_v1_Resource)
    class_talos_resource_v1_WatchRequest = here.WatchRequest
    found[class_talos_resource_v1_WatchRequest] = codec(write_talos_resource_v1_WatchRequest, read_talos_resource_v1_WatchRequest)
    class_talos_resource_v1_WatchResponse = here.WatchResponse
    found[class_talos_resource_v1_WatchResponse] = codec(write_talos_resource_v1_WatchResponse, read_talos_resource_v1_WatchResponse)
    bound["talos.resource.v1"] = found
    bind_google_protobuf()
    return found


cdef dict bind_talos_supervisor_v1():
    global class_talos_supervisor_v1_ListLogsRequest, class_talos_supervisor_v1_ListLogsResponse, class_talos_supervisor_v1_ListServicesRequest, class_talos_supervisor_v1_ListServicesResponse, class_talos_supervisor_v1_RestartServiceRequest, class_talos_supervisor_v1_RestartServiceResponse, class_talos_supervisor_v1_Service, class_talos_supervisor_v1_ServiceEvent, class_talos_supervisor_v1_ServiceHealth, class_talos_supervisor_v1_StartServiceRequest, class_talos_supervisor_v1_StartServiceResponse, class_talos_supervisor_v1_StopServiceRequest, class_talos_supervisor_v1_StopServiceResponse, class_talos_supervisor_v1_StreamLogsRequest, class_talos_supervisor_v1_StreamLogsResponse, enum_talos_supervisor_v1_ServiceState, zero_talos_supervisor_v1_ServiceState, small_talos_supervisor_v1_ServiceState
    cdef dict found = {}
    if "talos.supervisor.v1" in bound:
        return bound["talos.supervisor.v1"]
    here = import_module(f"{__package__}.talos.supervisor.v1")
    enum_talos_supervisor_v1_ServiceState = here.ServiceState
    zero_talos_supervisor_v1_ServiceState = enum_talos_supervisor_v1_ServiceState(0)
    small_talos_supervisor_v1_ServiceState = small_members(enum_talos_supervisor_v1_ServiceState)
    class_talos_supervisor_v1_ListLogsRequest = here.ListLogsRequest
    found[class_talos_supervisor_v1_ListLogsRequest] = codec(write_talos_supervisor_v1_ListLogsRequest, read_talos_supervisor_v1_ListLogsRequest)
    class_talos_supervisor_v1_ListLogsResponse = here.ListLogsResponse
    found[class_talos_supervisor_v1_ListLogsResponse] = codec(write_talos_supervisor_v1_ListLogsResponse, read_talos_supervisor_v1_ListLogsResponse)
    class_talos_supervisor_v1_ListServicesRequest = here.ListServicesRequest
    found[class_talos_supervisor_v1_ListServicesRequest] = codec(write_talos_supervisor_v1_ListServicesRequest, read_talos_supervisor_v1_ListServicesRequest)
    class_talos_supervisor_v1_ListServicesResponse = here.ListServicesResponse
    found[class_talos_supervisor_v1_ListServicesResponse] = codec(write_talos_supervisor_v1_ListServicesResponse, read_talos_supervisor_v1_ListServicesResponse)
    class_talos_supervisor_v1_RestartServiceRequest = here.RestartServiceRequest
    found[class_talos_supervisor_v1_RestartServiceRequest] = codec(write_talos_supervisor_v1_RestartServiceRequest, read_talos_supervisor_v1_RestartServiceRequest)
    class_talos_supervisor_v1_RestartServiceResponse = here.RestartServiceResponse
    found[class_talos_supervisor_v1_RestartServiceResponse] = codec(write_talos_supervisor_v1_RestartServiceResponse, read_talos_supervisor_v1_RestartServiceResponse)
    class_talos_supervisor_v1_Service = here.Service
    found[class_talos_supervisor_v1_Service] = codec(write_talos_supervisor_v1_Service, read_talos_supervisor_v1_Service)
    class_talos_supervisor_v1_ServiceEvent = here.ServiceEvent
    found[class_talos_supervisor_v1_ServiceEvent] = codec(write_talos_supervisor_v1_ServiceEvent, read_talos_supervisor_v1_ServiceEvent)
    class_talos_supervisor_v1_ServiceHealth = here.ServiceHealth
    found[class_talos_supervisor_v1_ServiceHealth] = codec(write_talos_supervisor_v1_ServiceHealth, read_talos_supervisor_v1_ServiceHealth)
    class_talos_supervisor_v1_StartServiceRequest = here.StartServiceRequest
    found[class_talos_supervisor_v1_StartServiceRequest] = codec(write_talos_supervisor_v1_StartServiceRequest, read_talos_supervisor_v1_StartServiceRequest)
    class_talos_supervisor_v1_StartServiceResponse = here.StartServiceResponse
    found[class_talos_supervisor_v1_StartServiceResponse] = codec(write_talos_supervisor_v1_StartServiceResponse, read_talos_supervisor_v1_StartServiceResponse)
    class_talos_supervisor_v1_StopServiceRequest = here.StopServiceRequest
    found[class_talos_supervisor_v1_StopServiceRequest] = codec(write_talos_supervisor_v1_StopServiceRequest, read_talos_supervisor_v1_StopServiceRequest)
    class_talos_supervisor_v1_StopServiceResponse = here.StopServiceResponse
    found[class_talos_supervisor_v1_StopServiceResponse] = codec(write_talos_supervisor_v1_StopServiceResponse, read_talos_supervisor_v1_StopServiceResponse)
    class_talos_supervisor_v1_StreamLogsRequest = here.StreamLogsRequest
    found[class_talos_supervisor_v1_StreamLogsRequest] = codec(write_talos_supervisor_v1_StreamLogsRequest, read_talos_supervisor_v1_StreamLogsRequest)
    class_talos_supervisor_v1_StreamLogsResponse = here.StreamLogsResponse
    found[class_talos_supervisor_v1_StreamLogsResponse] = codec(write_talos_supervisor_v1_StreamLogsResponse, read_talos_supervisor_v1_StreamLogsResponse)
    bound["talos.supervisor.v1"] = found
    bind_google_protobuf()
    return found


cdef dict bind_time():
    global class_time_Time, class_time_TimeRequest, class_time_TimeResponse
    cdef dict found = {}
    if "time" in bound:
        return bound["time"]
    here = import_module(f"{__package__}.time")
    class_time_Time = here.Time
    found[class_time_Time] = codec(write_time_Time, read_time_Time)
    class_time_TimeRequest = here.TimeRequest
    found[class_time_TimeRequest] = codec(write_time_TimeRequest, read_time_TimeRequest)
    class_time_TimeResponse = here.TimeResponse
    found[class_time_TimeResponse] = codec(write_time_TimeResponse, read_time_TimeResponse)
    bound["time"] = found
    bind_common()
    bind_google_protobuf()
    return found


def codecs(package):
    """Encoder and decoder of every class of a proto package. Raises KeyError."""
    if package == "common":
        return bind_common()
    if package == "cosi.resource":
        return bind_cosi_resource()
    if package == "etcdserverpb":
        return bind_etcdserverpb()
    if package == "google.protobuf":
        return bind_google_protobuf()
    if package == "google.rpc":
        return bind_google_rpc()
    if package == "grpc.health.v1":
        return bind_grpc_health_v1()
    if package == "grpc.reflection.v1":
        return bind_grpc_reflection_v1()
    if package == "grpc.reflection.v1alpha":
        return bind_grpc_reflection_v1alpha()
    if package == "machine":
        return bind_machine()
    if package == "storage":
        return bind_storage()
    if package == "talos.api.v1":
        return bind_talos_api_v1()
    if package == "talos.component.v1":
        return bind_talos_component_v1()
    if package == "talos.etcd.v1":
        return bind_talos_etcd_v1()
    if package == "talos.filesystem.v1":
        return bind_talos_filesystem_v1()
    if package == "talos.init.v1":
        return bind_talos_init_v1()
    if package == "talos.kubelet.v1":
        return bind_talos_kubelet_v1()
    if package == "talos.network.v1":
        return bind_talos_network_v1()
    if package == "talos.resource.v1":
        return bind_talos_resource_v1()
    if package == "talos.supervisor.v1":
        return bind_talos_supervisor_v1()
    if package == "time":
        return bind_time()
    raise KeyError(package)

DIGEST = "0cc3184477aeb79d2628ad2f47c9beb1befa2a617bcec53467e9ed6d117a21fd"
