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
