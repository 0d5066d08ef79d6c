import os
import signal
import subprocess
import threading
import time

import pytest

from libtalos.provision import process
from libtalos.provision.process import Pid


def test_output_and_code_are_returned() -> None:
    result = process.run(["sh", "-c", "echo out; echo err >&2; exit 3"], output=None, timeout=5)
    assert (result.returncode, result.stdout, result.stderr) == (3, "out\n", "err\n")


def test_a_program_has_its_own_session_dies_with_its_caller_and_can_be_interrupted() -> None:
    script = "import os, signal, ctypes; death = ctypes.c_int(); ctypes.CDLL(None).prctl(2, ctypes.byref(death)); \
print(os.getsid(0) == os.getpid(), death.value, sorted(signal.pthread_sigmask(signal.SIG_BLOCK, [])))"
    with process.uninterrupted():
        result = process.run(["python3", "-c", script], output=None, timeout=10)
    assert result.stdout == f"True {signal.SIGKILL.value} []\n"


def test_an_interrupt_ends_the_program_too() -> None:
    main = threading.main_thread().ident or pytest.fail("no main thread")
    read, write = os.pipe()

    def interrupt() -> None:
        os.read(read, 1)
        signal.pthread_kill(main, signal.SIGINT)

    thread = threading.Thread(target=interrupt)
    thread.start()
    started = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        process.run(["sh", "-c", "echo; exec sleep 1000"], output=write, timeout=60)
    thread.join()
    os.close(read)
    os.close(write)
    assert time.monotonic() - started < 30


def test_time_is_bounded() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        process.run(["sleep", "1000"], output=None, timeout=0.05)


def test_a_missing_program_leaves_the_signal_mask_alone() -> None:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [])
    with pytest.raises(FileNotFoundError):
        process.run(["no-such-program"], output=None, timeout=1)
    assert signal.pthread_sigmask(signal.SIG_BLOCK, []) == before


def test_the_exit_of_a_process_is_seen() -> None:
    with subprocess.Popen(["sleep", "1000"]) as child, process.opened(Pid(child.pid)) as fd:
        assert not process.has_exited(fd)
        assert not process.wait_for_exit(fd, timeout=0.01)
        process.kill(fd)
        assert process.wait_for_exit(fd, timeout=5)
        child.wait()
        process.kill(fd)


def test_a_process_that_is_gone_cannot_be_opened() -> None:
    with subprocess.Popen(["true"]) as child:
        child.wait()
    with pytest.raises(ProcessLookupError), process.opened(Pid(child.pid)):
        pass
