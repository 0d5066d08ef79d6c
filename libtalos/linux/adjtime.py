"""clock_adjtime(2): reading and disciplining the kernel's clock. Numbers: linux/timex.h."""

from __future__ import annotations

import ctypes
import os
import time

ADJ_OFFSET = 0x0001
ADJ_MAXERROR = 0x0004
ADJ_ESTERROR = 0x0008
ADJ_STATUS = 0x0010
ADJ_TIMECONST = 0x0020
ADJ_SETOFFSET = 0x0100
ADJ_NANO = 0x2000

STATUS_BITS = {
    0x0001: "STA_PLL",
    0x0002: "STA_PPSFREQ",
    0x0004: "STA_PPSTIME",
    0x0008: "STA_FLL",
    0x0010: "STA_INS",
    0x0020: "STA_DEL",
    0x0040: "STA_UNSYNC",
    0x0080: "STA_FREQHOLD",
    0x0100: "STA_PPSSIGNAL",
    0x0200: "STA_PPSJITTER",
    0x0400: "STA_PPSWANDER",
    0x0800: "STA_PPSERROR",
    0x1000: "STA_CLOCKERR",
    0x2000: "STA_NANO",
    0x4000: "STA_MODE",
    0x8000: "STA_CLK",
}
STA_PLL = 0x0001
STA_INS = 0x0010
STA_DEL = 0x0020
STA_UNSYNC = 0x0040
STA_NANO = 0x2000
# what the call returns, by number
STATES = ("TIME_OK", "TIME_INS", "TIME_DEL", "TIME_OOP", "TIME_WAIT", "TIME_ERROR")


class Timex(ctypes.Structure):
    """struct timex of 64-bit Linux.

    offset is in nanoseconds with STA_NANO; freq in 2^-16 parts per million; maxerror and esterror in microseconds.
    """

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("constant", ctypes.c_long),
        ("precision", ctypes.c_long),
        ("tolerance", ctypes.c_long),
        ("seconds", ctypes.c_long),
        ("fraction", ctypes.c_long),
        ("tick", ctypes.c_long),
        ("ppsfreq", ctypes.c_long),
        ("jitter", ctypes.c_long),
        ("shift", ctypes.c_int),
        ("stabil", ctypes.c_long),
        ("jitcnt", ctypes.c_long),
        ("calcnt", ctypes.c_long),
        ("errcnt", ctypes.c_long),
        ("stbcnt", ctypes.c_long),
        ("tai", ctypes.c_int),
        ("_reserved", ctypes.c_int * 11),
    )


_LIBC = ctypes.CDLL(None, use_errno=True)


def clock_adjtime(timex: Timex) -> int:
    """Do what the modes say to the system's clock, fill in its state, return the number of STATES. Raises OSError.

    Modes 0 only read; everything else needs CAP_SYS_TIME.
    """
    state: int = _LIBC.clock_adjtime(time.CLOCK_REALTIME, ctypes.byref(timex))
    if state < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), "clock_adjtime")
    return state
