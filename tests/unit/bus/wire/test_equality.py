"""Both codecs read and write what protobuf's own reads and writes, for every message."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import libtalos.gen
from libtalos.contracts.descriptors import Types
from libtalos.contracts.lock import packaged
from libtalos.contracts.strategies import messages
from tests.unit.bus.wire.model import of_google, of_ours
from tests.unit.bus.wire.tree import Codec, Tree

NAMES = ("Scalars", "Optionals", "Repeated", "Maps", "Choice", "Known", "Tree", "Nothing", "Later")
UNHURRIED = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture, HealthCheck.data_too_large],
)


def same(codec: Codec, cls: Any, theirs: Any) -> None:
    """What protobuf writes is read as protobuf's own values, and what is written of that is read so by protobuf."""
    raw = theirs.SerializeToString()
    ours = codec.decode(cls, raw)
    expected = of_google(theirs)
    assert of_ours(ours, theirs.DESCRIPTOR) == expected
    written = codec.encode(ours)
    assert of_google(type(theirs).FromString(written)) == expected
    assert codec.encode(codec.decode(cls, written)) == written


@pytest.mark.parametrize("name", NAMES)
@UNHURRIED
@given(data=st.data())
def test_random_messages_with_every_feature(codec: Codec, tree: Tree, name: str, data: st.DataObject) -> None:
    """Any subset of fields, any values."""
    cls, google = tree.both(name)
    same(codec, cls, data.draw(messages(tree.types, google.DESCRIPTOR.full_name)))


@pytest.mark.parametrize("name", NAMES)
def test_defaults_are_no_bytes(codec: Codec, tree: Tree, name: str) -> None:
    """A new message is empty, and no bytes are a new message."""
    cls, google = tree.both(name)
    assert codec.encode(cls()) == b""
    assert codec.decode(cls, b"") == cls()
    assert of_ours(codec.decode(cls, b""), google.DESCRIPTOR) == of_google(google())


@UNHURRIED
@given(data=st.data())
def test_random_messages_of_the_project(own: Codec, data: st.DataObject) -> None:
    """Every message of libtalos/gen, with the codecs that are installed."""
    types = Types(packaged())
    classes = own_classes()
    name = data.draw(st.sampled_from(sorted(classes)))
    same(own, classes[name], data.draw(messages(types, name)))


def test_every_message_of_the_project_has_a_codec(own: Codec) -> None:
    """None goes through betterproto2."""
    for cls in own_classes().values():
        own.codecs.encoder_of(cls)
        package = importlib.import_module(f"{cls.__module__}.codec").CODECS
        assert cls in package
        assert own.codecs.decoder_of(cls)(b"") == cls()


def own_classes() -> dict[str, Any]:
    """The generated classes of the project by the full name of their message."""
    for module in pkgutil.walk_packages(libtalos.gen.__path__, "libtalos.gen."):
        if module.ispkg:
            importlib.import_module(module.name)
    pool = importlib.import_module("libtalos.gen.message_pool").default_message_pool
    return {url.rpartition("/")[2]: cls for url, cls in pool.url_to_type.items()}


@UNHURRIED
@given(data=st.data())
def test_unknown_fields_are_kept_with_order_and_bytes(codec: Codec, tree: Tree, data: st.DataObject) -> None:
    """A message of a later version goes through an older reader unchanged."""
    scalars, _ = tree.both("Scalars")
    raw = data.draw(messages(tree.types, "wiretest.v1.Later")).SerializeToString()
    message = codec.decode(scalars, raw)
    known = codec.encode(scalars(int32=message.int32))
    assert codec.encode(message) == raw
    assert message._unknown_fields == raw[len(known) :]


def test_unknown_fields_between_known_ones(codec: Codec, tree: Tree) -> None:
    """They are kept in their order, after what is known, an overlong tag included."""
    cls, google = tree.both("Scalars")
    raw = bytes.fromhex("90030a 0805 9d0301020304 720178 9083800007")
    message = codec.decode(cls, raw)
    assert (message.int32, message.string) == (5, "x")
    assert message._unknown_fields == bytes.fromhex("90030a 9d0301020304 9083800007")
    assert of_google(google.FromString(raw))["unknown"] == message._unknown_fields


def test_both_give_the_same_bytes(pure: Codec, fast: Codec, tree: Tree) -> None:
    """For one message with everything set."""
    cls, google = tree.both("Scalars")
    message = cls(
        int32=-1, sint64=-(2**63), fixed64=2**64 - 1, float=1.5, double=-0.0, bool=True, string="ä", from_="f"
    )
    raw = google(int32=-1, sint64=-(2**63), fixed64=2**64 - 1, float=1.5, double=-0.0, bool=True, string="ä")
    setattr(raw, "from", "f")
    assert pure.encode(message) == fast.encode(message) == raw.SerializeToString()
