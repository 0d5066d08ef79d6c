"""From a question to an answer, whatever the upstreams do."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from ipaddress import ip_address

import dns.rcode
from msgspec.structs import replace

from services.network.dns.cache import Cache
from services.network.dns.codec import Answer, MessageError
from services.network.dns.endpoint import Endpoint
from services.network.dns.hosts import make_hosts
from services.network.dns.limits import Limits
from services.network.dns.question import A, Question
from services.network.dns.resolver import Resolver
from tests.unit.services.network.dns.samples import QUESTION, record

ONE, TWO = (Endpoint(ip_address(f"192.0.2.{number}")) for number in (1, 2))
GOOD = Answer(answer=(record("a.test. 60 A 192.0.2.9"),), ttl=60)
UNABLE = Answer(rcode=dns.rcode.SERVFAIL)
LIMITS = Limits(try_timeout=0.02, query_timeout=1.0, concurrent=2)
Behaviour = Callable[[], Answer]


class Lab:
    """Two upstreams that behave as told; None is silent."""

    def __init__(self, *behaviours: Answer | Exception | None, limits: Limits = LIMITS) -> None:
        self.behaviours = dict(zip((ONE, TWO), behaviours, strict=False))
        self.asked: list[Endpoint] = []
        self.failures: list[str] = []
        self.now = 0.0
        self.resolver = Resolver(
            exchange=self,
            servers=self,
            cache=Cache(clock=lambda: self.now, entries=10, size=100_000),
            limits=limits,
        )

    async def ask(self, upstream: Endpoint, question: Question) -> Answer:
        """Behave."""
        self.asked.append(upstream)
        await asyncio.sleep(0)
        behaviour = self.behaviours[upstream]
        if behaviour is None:
            await asyncio.Event().wait()
        if isinstance(behaviour, Exception):
            raise behaviour
        assert behaviour is not None
        return behaviour

    def ordered(self) -> tuple[Endpoint, ...]:
        """As they were given."""
        return tuple(self.behaviours)

    def failed(self, server: Endpoint, reason: str) -> None:
        """Note."""
        self.failures.append(reason)


async def test_silence_and_errors_lead_to_the_next_one() -> None:
    for bad, reason in (
        (None, "no answer within 0.02 s"),
        (OSError(111, "refused"), "refused"),
        (MessageError("x"), "x"),
    ):
        lab = Lab(bad, GOOD)
        assert await lab.resolver.resolve(QUESTION) == GOOD
        assert lab.asked == [ONE, TWO]
        assert reason in lab.failures[0]


async def test_one_that_is_unable_is_no_failure_and_another_is_asked_once() -> None:
    lab = Lab(UNABLE, replace(GOOD, rcode=dns.rcode.REFUSED))
    assert await lab.resolver.resolve(QUESTION) == UNABLE
    assert lab.asked == [ONE, TWO]
    assert lab.failures == []
    assert lab.resolver.known(QUESTION) is None


async def test_where_nobody_answers_it_ends() -> None:
    lab = Lab(OSError("no network"))
    assert (await lab.resolver.resolve(QUESTION)).rcode == dns.rcode.SERVFAIL
    assert lab.asked == [ONE] * 3
    silent = Lab(None, limits=replace(LIMITS, try_timeout=5.0, query_timeout=0.02))
    assert (await silent.resolver.resolve(QUESTION)).rcode == dns.rcode.SERVFAIL
    assert (await Lab().resolver.resolve(QUESTION)).rcode == dns.rcode.SERVFAIL


async def test_what_many_ask_is_asked_once_and_known_then() -> None:
    lab = Lab(GOOD)
    answers = await asyncio.gather(*(lab.resolver.resolve(QUESTION) for _ in range(20)))
    assert answers == [GOOD] * 20
    assert lab.asked == [ONE]
    lab.now = 30.0
    known = lab.resolver.known(QUESTION)
    assert known is not None
    assert (known[0].answer, known[1]) == (GOOD.answer, 30)
    lab.now = 61.0
    assert lab.resolver.known(QUESTION) is None


async def test_one_client_that_goes_away_leaves_the_others_their_answer() -> None:
    lab = Lab(GOOD)
    first, second = (asyncio.create_task(lab.resolver.resolve(QUESTION)) for _ in range(2))
    await asyncio.sleep(0)
    first.cancel()
    assert await second == GOOD


async def test_too_many_questions_at_a_time_fail_at_once() -> None:
    lab = Lab(None)
    waiting = [asyncio.create_task(lab.resolver.resolve(Question(f"{number}.test.", A))) for number in range(2)]
    await asyncio.sleep(0)
    assert (await lab.resolver.resolve(QUESTION)).rcode == dns.rcode.SERVFAIL
    assert len(lab.asked) <= 2
    await lab.resolver.close()
    assert all(
        isinstance(each, asyncio.CancelledError) for each in await asyncio.gather(*waiting, return_exceptions=True)
    )


async def test_the_answers_of_other_servers_are_forgotten_also_those_under_way() -> None:
    lab = Lab(GOOD)
    under_way = asyncio.create_task(lab.resolver.resolve(QUESTION))
    await asyncio.sleep(0)
    lab.resolver.forget()
    assert await under_way == GOOD
    assert lab.resolver.known(QUESTION) is None
    await lab.resolver.resolve(QUESTION)
    assert lab.resolver.known(QUESTION) is not None
    lab.resolver.forget()
    assert lab.resolver.known(QUESTION) is None


async def test_no_answer_is_believed_longer_than_the_bound() -> None:
    lab = Lab(replace(GOOD, ttl=10**6), limits=replace(LIMITS, max_ttl=100))
    await lab.resolver.resolve(QUESTION)
    lab.now = 101.0
    assert lab.resolver.known(QUESTION) is None


async def test_names_of_the_node_come_before_all_others() -> None:
    lab = Lab(GOOD)
    await lab.resolver.resolve(QUESTION)
    lab.resolver.use(make_hosts([(ip_address("10.0.0.1"), ("a.test",))]))
    known = lab.resolver.known(QUESTION)
    assert known is not None
    assert known[0].answer[0].to_text() == "a.test. 10 IN A 10.0.0.1"
