"""Contents of files, in chunks, from threads."""

import asyncio
import os
import threading
from collections.abc import Generator
from pathlib import Path

import pytest

from services.filesystem.offload import in_thread
from services.filesystem.reading import CHUNK, NotRegularError, read_chunks


@pytest.mark.parametrize("size", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK])
def test_contents_come_whole_in_bounded_chunks(tmp_path: Path, size: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(os.urandom(size))
    chunks = list(read_chunks(tmp_path, "/file"))
    assert b"".join(chunks) == path.read_bytes()
    assert all(0 < len(chunk) <= CHUNK for chunk in chunks)


def test_a_file_of_proc_that_says_it_is_empty_is_read() -> None:
    assert b"".join(read_chunks(Path("/"), "/proc/self/status")).startswith(b"Name:")


@pytest.mark.parametrize("path", ["/dev/null", "/proc", "pipe"])
def test_only_regular_files_are_opened(tmp_path: Path, path: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(NotRegularError, match="not a regular file"):
        list(read_chunks(Path("/"), path if path.startswith("/") else f"{tmp_path}/{path}"))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(read_chunks(tmp_path, "/absent"))


class Source:
    """A generator that tells when it is closed, and that can be held up in the middle."""

    def __init__(self) -> None:
        self.closed = threading.Event()
        self.entered = threading.Event()
        self.go_on = threading.Event()

    def items(self, *, hold: bool = False) -> Generator[int, None, None]:
        """Yield 0 to 9."""
        try:
            for number in range(10):
                if hold:
                    self.entered.set()
                    self.go_on.wait(10)
                yield number
        finally:
            self.closed.set()


async def test_items_come_in_order() -> None:
    source = Source()
    assert [item async for item in in_thread(source.items())] == list(range(10))
    assert source.closed.is_set()


async def test_an_error_comes_out_where_it_belongs() -> None:
    def failing() -> Generator[int, None, None]:
        yield 1
        raise FileNotFoundError("gone")

    items = in_thread(failing())
    assert await anext(items) == 1
    with pytest.raises(FileNotFoundError, match="gone"):
        await anext(items)


async def test_no_more_than_one_item_is_made_ahead_of_a_slow_reader() -> None:
    made: list[int] = []

    def counting() -> Generator[int, None, None]:
        for number in range(100):
            made.append(number)
            yield number

    async for item in in_thread(counting()):
        # a thread that did not stop would be far ahead after this
        await asyncio.sleep(0.001)
        assert len(made) <= item + 2
    assert len(made) == 100


async def test_a_reader_that_leaves_early_closes_the_source() -> None:
    source = Source()
    items = in_thread(source.items())
    assert await anext(items) == 0
    await items.aclose()  # type: ignore[attr-defined] # it is an async generator
    assert await asyncio.to_thread(source.closed.wait, 10)


async def test_a_reader_that_is_cancelled_while_a_thread_works_closes_the_source_after_it() -> None:
    source = Source()

    async def read() -> None:
        async for _ in in_thread(source.items(hold=True)):
            pass

    reader = asyncio.create_task(read())
    await asyncio.to_thread(source.entered.wait, 10)
    reader.cancel()
    with pytest.raises(asyncio.CancelledError):
        await reader
    assert not source.closed.is_set()
    source.go_on.set()
    assert await asyncio.to_thread(source.closed.wait, 10)
