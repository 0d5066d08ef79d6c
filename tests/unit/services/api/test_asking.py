"""One question to several components at once."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from libtalos.bus.errors import DeadlineExceededError, UnavailableError
from services.api.asking import ComponentName, ask_all, find_owner

Backend = Callable[[], Awaitable[bool]]


async def yes() -> bool:
    return True


async def no() -> bool:
    return False


async def never() -> bool:
    await asyncio.get_running_loop().create_future()
    return True


async def broken() -> bool:
    raise UnavailableError("away")


async def faulty() -> bool:
    raise KeyError("a fault")


def backends(**given: Backend) -> dict[ComponentName, Backend]:
    return {ComponentName(name): backend for name, backend in given.items()}


def call(backend: Backend) -> Awaitable[bool]:
    return backend()


async def test_answers_and_failures_are_kept_apart() -> None:
    answers = await ask_all(backends(init=yes, etcd=broken, kubelet=never), call, patience=0.05)
    assert answers.given == {"init": True}
    assert isinstance(answers.failed[ComponentName("etcd")], UnavailableError)
    late = answers.failed[ComponentName("kubelet")]
    assert isinstance(late, DeadlineExceededError)
    assert late.message == "kubelet did not answer within 0.05 s"


async def test_a_fault_is_not_an_answer() -> None:
    with pytest.raises(KeyError, match="a fault"):
        await ask_all(backends(init=yes, etcd=faulty), call, patience=1)


async def test_the_owner_is_found_without_waiting_for_the_others() -> None:
    owner = await asyncio.wait_for(find_owner(backends(init=no, etcd=never, kubelet=yes), call, patience=60), 1)
    assert owner == "kubelet"


async def test_nobody_owns_what_all_deny() -> None:
    assert await find_owner(backends(init=no, etcd=no), call, patience=1) is None


async def test_an_unreachable_component_leaves_the_question_open() -> None:
    with pytest.raises(UnavailableError, match="etcd: away"):
        await find_owner(backends(init=no, etcd=broken), call, patience=1)


async def test_probes_do_not_outlive_the_search() -> None:
    before = asyncio.all_tasks()
    await find_owner(backends(init=never, etcd=yes), call, patience=60)
    assert asyncio.all_tasks() == before
