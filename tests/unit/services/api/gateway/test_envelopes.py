"""Answers of several nodes in one, made of bytes, read as messages."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libtalos.bus.errors import NotFoundError
from libtalos.bus.wire import WireError, decoder_of, encoder_of
from libtalos.gen import machine as m
from libtalos.gen.common import Data
from services.api.gateway import envelopes

NAMES = st.lists(st.text(max_size=200), min_size=1, max_size=3)


@given(NAMES, st.text(min_size=1, max_size=200))
def test_every_message_of_an_answer_gets_the_nodes_name(names: list[str], node: str) -> None:
    reply = encoder_of(m.HostnameResponse)(m.HostnameResponse(messages=[m.Hostname(hostname=name) for name in names]))
    found = decoder_of(m.HostnameResponse)(envelopes.reply_of(node, reply)).messages
    assert [each.hostname for each in found] == names
    assert {each.metadata.hostname for each in found if each.metadata} == {node}
    assert all(each.metadata for each in found)


def test_an_empty_answer_is_one_message_all_the_same() -> None:
    (only,) = decoder_of(m.HostnameResponse)(envelopes.reply_of("n", b"")).messages
    assert only.metadata is not None
    assert only.metadata.hostname == "n"


@given(st.binary(max_size=300))
def test_a_message_of_a_stream_keeps_what_is_in_it(data: bytes) -> None:
    found = decoder_of(Data)(envelopes.item_of("n", encoder_of(Data)(Data(bytes=data))))
    assert found.bytes == data
    assert found.metadata is not None
    assert found.metadata.hostname == "n"


def test_a_failure_stands_where_an_answer_would() -> None:
    error = NotFoundError("no such file")
    (only,) = decoder_of(m.HostnameResponse)(envelopes.failed_reply("n", error)).messages
    item = decoder_of(Data)(envelopes.failed_item("n", error))
    for metadata in (only.metadata, item.metadata):
        assert metadata is not None
        assert metadata.status is not None
        assert (metadata.hostname, metadata.status.code, metadata.status.message) == ("n", 5, "no such file")
        assert metadata.error == "rpc error: code = NotFound desc = no such file"


@given(st.binary(max_size=40))
def test_any_bytes_are_an_answer_or_no_answer_at_all(data: bytes) -> None:
    with contextlib.suppress(WireError):
        made = envelopes.reply_of("n", data)
        # as many messages as there were, one at least, each of them longer by the name
        assert len(made) > len(data)


@pytest.mark.parametrize("data", [b"\x12\x00", b"\x0a\x05abc", b"\x0a", b"\x0a" + b"\xff" * 11])
def test_what_is_no_answer_is_refused(data: bytes) -> None:
    with pytest.raises(WireError):
        envelopes.reply_of("n", data)
