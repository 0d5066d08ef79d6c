import os
import signal
import sys

import pytest

from libtalos.linux.apart import ApartError, apart


def test_the_result_comes_back_and_the_rest_does_not() -> None:
    kept: list[int] = []

    def work() -> tuple[int, str, list[int]]:
        import this  # noqa: PLC0415 - the point of it

        kept.append(1)
        return os.getppid(), this.__name__, kept

    sys.modules.pop("this", None)
    assert apart(work) == (os.getpid(), "this", [1])
    assert kept == []
    assert "this" not in sys.modules


def test_a_result_may_be_larger_than_a_pipe() -> None:
    assert len(apart(lambda: bytes(1_000_000))) == 1_000_000


def test_work_that_fails_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    def work() -> None:
        raise ValueError("not so")

    with pytest.raises(ApartError, match="exit status 1"):
        apart(work)
    assert "ValueError: not so" in capfd.readouterr().err


def test_a_child_that_is_killed_is_told_and_nothing_is_left() -> None:
    with pytest.raises(ApartError, match="exit status -9"):
        apart(lambda: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_handlers_do_not_run_in_the_child() -> None:
    seen: list[int] = []
    old = signal.signal(signal.SIGUSR1, lambda *_: seen.append(os.getpid()))
    try:
        apart(lambda: os.kill(os.getpid(), signal.SIGUSR1))
        assert signal.SIGUSR1 not in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    finally:
        signal.signal(signal.SIGUSR1, old)
    assert seen == []
