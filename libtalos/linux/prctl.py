"""prctl(2): the switches of the calling process that supervision needs. Numbers are from linux/prctl.h."""

import ctypes
import os

PR_SET_PDEATHSIG = 1
PR_SET_KEEPCAPS = 8
PR_CAPBSET_READ = 23
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38
PR_GET_TID_ADDRESS = 40
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_RAISE = 2
PR_CAP_AMBIENT_CLEAR_ALL = 4

# loaded at import: a forked child must not call the dynamic linker
LIBC = ctypes.CDLL(None, use_errno=True)
LIBC.prctl.argtypes = (ctypes.c_int,) + (ctypes.c_ulong,) * 4
LIBC.prctl.restype = ctypes.c_int


def prctl(option: int, first: int = 0, second: int = 0) -> int:
    """Call prctl(2) and return its result. Raises OSError with the kernel's reason."""
    result: int = LIBC.prctl(option, first, second, 0, 0)
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), f"prctl({option}, {first}, {second})")
    return result


def set_child_subreaper(enabled: bool = True) -> None:
    """Make this process the parent of orphans below it, in place of PID 1."""
    prctl(PR_SET_CHILD_SUBREAPER, int(enabled))


def set_no_new_privileges() -> None:
    """No later exec of this process or its children can gain privileges."""
    prctl(PR_SET_NO_NEW_PRIVS, 1)


def set_parent_death_signal(number: int) -> None:
    """Have the kernel send this process a signal when its parent thread ends."""
    prctl(PR_SET_PDEATHSIG, number)


def thread_id_address() -> int:
    """Where libc keeps the id of this thread (set_tid_address(2)); 0 if the kernel does not tell (Linux 3.5)."""
    address = ctypes.c_ulong()
    return address.value if LIBC.prctl(PR_GET_TID_ADDRESS, ctypes.addressof(address), 0, 0, 0) == 0 else 0
