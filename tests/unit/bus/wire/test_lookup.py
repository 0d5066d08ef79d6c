"""Which codec a class has, and what a process imports for it."""

from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from dataclasses import dataclass

import betterproto2
import pytest

from libtalos.bus import wire
from libtalos.bus.wire import lookup
from libtalos.bus.wire.lookup import Codecs, find_compiled
from libtalos.gen import codec_digest
from libtalos.gen.common import Metadata
from tests.unit.bus.wire.tree import Codec, Tree

LAZY = """
import sys
from libtalos.bus import wire
from libtalos.gen.common import Error
assert not [name for name in sys.modules if name.endswith(".codec") and "gen" in name]
wire.decoder_of(Error)
print(wire.implementation())
generated = [name for name in sys.modules if name.startswith("libtalos.gen")]
print(*sorted(name for name in generated if name.endswith((".codec", "compiled"))))
unwanted = {"google.protobuf.message", "grpclib", "Cython", "libtalos.contracts", "libtalos.gen.machine"}
print(*sorted(unwanted & sys.modules.keys()))
"""


@dataclass(eq=False, repr=False)
class Own(betterproto2.Message):
    """A class that no generator has seen."""

    name: str = betterproto2.field(1, betterproto2.TYPE_STRING)
    data: bytes = betterproto2.field(2, betterproto2.TYPE_BYTES)


def test_the_codecs_of_a_class_are_found_once() -> None:
    """The same function each time."""
    codecs = Codecs(None)
    assert codecs.encoder_of(Metadata) is codecs.encoder_of(Metadata)
    assert codecs.decoder_of(Metadata)(codecs.encoder_of(Metadata)(Metadata(hostname="node"))).hostname == "node"
    assert wire.decoder_of(Metadata)(wire.encoder_of(Metadata)(Metadata(error="e"))).error == "e"


def test_a_class_without_generated_codec_goes_through_betterproto2(codec: Codec) -> None:
    """Behind a check of the outer form."""
    assert codec.decode(Own, codec.encode(Own(name="a", data=b"b"))) == Own(name="a", data=b"b")
    for damaged in ("0a0361", "0f", "0001", "0affffffffffffffff", "08ffffffffffffffffffff01", "0a01ff"):
        with pytest.raises(wire.WireError, match=r"Own|byte"):
            codec.decode(Own, bytes.fromhex(damaged))
    with pytest.raises(wire.EncodeError, match="Own"):
        codec.encode(Own(name=5))  # type: ignore[arg-type]


@pytest.mark.parametrize("wanted", ["pure", "compiled"])
def test_codecs_are_imported_when_they_are_asked_for(wanted: str) -> None:
    """Only those of the package and of what it uses, and no development tools."""
    environment = {**os.environ, "TALOS_CODEC": wanted}
    done = subprocess.run([sys.executable, "-c", LAZY], capture_output=True, text=True, env=environment, check=False)
    if wanted == "compiled" and "No module named 'libtalos.gen.compiled'" in done.stderr:
        pytest.skip("no compiled codec: run `make setup` where gcc is")
    assert done.returncode == 0, done.stderr
    implementation, imported, *others = done.stdout.splitlines()
    packages = ("common", "google.protobuf", "google.rpc")
    assert implementation == wanted
    pure = " ".join(f"libtalos.gen.{package}.codec" for package in packages)
    assert imported == ("libtalos.gen.compiled" if wanted == "compiled" else pure)
    assert others == [""]


def test_another_value_of_the_variable_is_an_error() -> None:
    """A typing error must not choose in silence."""
    with pytest.raises(ValueError, match="TALOS_CODEC=fast: give `pure` or `compiled`"):
        find_compiled("fast")
    assert find_compiled("pure") is None


def test_an_extension_of_other_protos_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would read fields that have other numbers by now."""
    pytest.importorskip("libtalos.gen.compiled", reason="no compiled codec: run `make setup` where gcc is")
    assert find_compiled("") is not None
    monkeypatch.setattr(lookup, "DIGEST", "of other protos")
    assert find_compiled("") is None
    with pytest.raises(ImportError, match="is built from other protos: install libtalos again"):
        find_compiled("compiled")
    monkeypatch.setattr(lookup, "DIGEST", codec_digest.DIGEST)
    assert find_compiled("compiled") is not None


def test_without_an_extension(monkeypatch: pytest.MonkeyPatch) -> None:
    """The codecs in Python do the work, unless the extension is asked for."""
    monkeypatch.setattr(lookup, "_COMPILED", "libtalos.gen.not_built")
    assert find_compiled("") is None
    with pytest.raises(ImportError, match="not_built"):
        find_compiled("compiled")


def test_a_read_message_is_like_a_made_one(codec: Codec, tree: Tree) -> None:
    """Equal, with the same fields, changeable, copied by dataclasses, and its lists are its own."""
    cls, _ = tree.both("Repeated")
    read, made = codec.decode(cls, b""), cls()
    assert read == made
    assert vars(read).keys() == vars(made).keys()
    read.int32.append(1)
    assert codec.decode(cls, b"").int32 == []
    read.string = ["x"]
    assert dataclasses.replace(read, bool=[True]) == cls(int32=[1], string=["x"], bool=[True])
    assert repr(read) == "Repeated(int32=[1], string=['x'])"
