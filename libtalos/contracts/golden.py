"""proto/golden: recorded bytes of every method's request and response, with their JSON beside them.

They pin the wire format itself, independent of the code that made them: a codec that reads or writes anything else
is wrong. Each is read by two codecs, the generated one and protobuf's own, and both must agree.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import betterproto2
import msgspec
from google.protobuf import descriptor_pb2 as pb
from google.protobuf import json_format

from libtalos.bus.wire import decoder_of, encoder_of
from libtalos.contracts.descriptors import Types, methods, packages
from libtalos.contracts.files import read_tree, replace_tree
from libtalos.contracts.layout import ContractError, Finding
from libtalos.contracts.samples import sample, variants

CHECK = "golden"


class Golden(msgspec.Struct, frozen=True, kw_only=True):
    """One recorded message: its path below proto/golden without suffix, and its type's full name."""

    stem: str
    message: str
    variant: int


class Codec(msgspec.Struct, frozen=True, kw_only=True):
    """One way to read and write a message; without JSON where the codec's JSON is not the contract's."""

    name: str
    encode: Callable[[bytes], bytes]
    to_json: Callable[[bytes], object] | None = None
    from_json: Callable[[object], bytes] | None = None


def entries(files: pb.FileDescriptorSet) -> Iterator[Golden]:
    """Return what is to be recorded: one request and one response a method, more if they have oneofs."""
    types = Types(files)
    for package in packages(files):
        for method in methods(files, package):
            for side, message in (("request", method.request), ("response", method.response)):
                for variant in range(variants(types, message)):
                    suffix = f".{variant + 1}" if variant else ""
                    stem = f"{package}/{method.name}.{side}{suffix}"
                    yield Golden(stem=stem, message=message, variant=variant)


def render(files: pb.FileDescriptorSet) -> dict[str, bytes]:
    """Return the files to record by relative path. Raises ContractError if two methods of a package share a name."""
    types = Types(files)
    result: dict[str, bytes] = {}
    for entry in entries(files):
        if f"{entry.stem}.bin" in result:
            raise ContractError(f"two methods would record {entry.stem}: rename one, names are unique in a package")
        message = sample(types, entry.message, variant=entry.variant)
        result[f"{entry.stem}.bin"] = bytes(message.SerializeToString(deterministic=True))
        result[f"{entry.stem}.json"] = encode_json(_to_json(types, message))
    return result


def write(directory: Path, files: pb.FileDescriptorSet) -> None:
    """Record the golden messages of files in directory; what was recorded before goes."""
    replace_tree(directory, render(files))


def encode_json(value: object) -> bytes:
    """Return value as it is recorded: indented, keys sorted, one line feed at the end."""
    return json.dumps(value, indent=2, sort_keys=True, ensure_ascii=False).encode() + b"\n"


def verify(directory: Path, files: pb.FileDescriptorSet) -> list[Finding]:
    """Return what is wrong with the recorded messages, for files' types and for the generated classes."""
    recorded = read_tree(directory)
    known = {entry.stem: entry for entry in entries(files)}
    expected = {f"{stem}.{suffix}" for stem in known for suffix in ("bin", "json")}
    findings = [_finding(name, "is not recorded: run `talos contracts record`") for name in expected - recorded.keys()]
    findings += [_finding(name, "belongs to no method; remove it") for name in recorded.keys() - expected]
    types = Types(files)
    whole = [item for stem, item in known.items() if {f"{stem}.bin", f"{stem}.json"} <= recorded.keys()]
    for entry in whole:
        raw, text = recorded[f"{entry.stem}.bin"], recorded[f"{entry.stem}.json"]
        findings += [_finding(entry.stem, problem) for problem in _problems(types, entry.message, raw, text)]
    return sorted(findings, key=lambda item: item.where)


def _problems(types: Types, name: str, raw: bytes, text: bytes) -> Iterator[str]:
    try:
        expected = json.loads(text)
    except ValueError as error:
        yield f"the JSON is damaged: {error}"
        return
    for codec in _codecs(types, name):
        try:
            yield from _compare(codec, raw, expected)
        except ContractError:
            raise
        except Exception as error:  # a codec that fails on good input is the finding, whatever it raises
            yield f"{codec.name} cannot read it: {type(error).__name__}: {error}"


def _compare(codec: Codec, raw: bytes, expected: object) -> Iterator[str]:
    encoded = codec.encode(raw)
    if encoded != raw:
        yield f"{codec.name} encodes other bytes: {encoded.hex()} instead of {raw.hex()}"
    if codec.to_json is None or codec.from_json is None:
        return
    as_json = codec.to_json(raw)
    if as_json != expected:
        yield f"{codec.name} gives other JSON: {as_json} instead of {expected}"
    from_json = codec.from_json(expected)
    if from_json != raw:
        yield f"{codec.name} makes other bytes of the JSON: {from_json.hex()} instead of {raw.hex()}"


def _codecs(types: Types, name: str) -> Iterator[Codec]:
    yield _protobuf(types, name)
    generated = _generated(types, name)
    # Somebody else's contracts have names (`ID`, `directmap1G`) that betterproto2 spells differently in JSON. Only
    # bytes of them go over a wire here.
    ours = name.startswith("talos.")
    yield generated if ours else Codec(name=generated.name, encode=generated.encode)


def _protobuf(types: Types, name: str) -> Codec:
    cls = types.message(name)

    def encode(raw: bytes) -> bytes:
        message = cls.FromString(raw)
        message.DiscardUnknownFields()  # so that a field which the contract does not know shows as other bytes
        return bytes(message.SerializeToString(deterministic=True))

    def from_json(value: object) -> bytes:
        message = json_format.ParseDict(value, cls(), descriptor_pool=types.pool)
        return bytes(message.SerializeToString(deterministic=True))

    return Codec(
        name="protobuf",
        encode=encode,
        to_json=lambda raw: _to_json(types, cls.FromString(raw)),
        from_json=from_json,
    )


def _generated(types: Types, name: str) -> Codec:
    cls = generated_class(types, name)
    encode, decode = encoder_of(cls), decoder_of(cls)
    return Codec(
        name="the generated codec",
        encode=lambda raw: encode(decode(raw)),
        to_json=lambda raw: decode(raw).to_dict(),
        from_json=lambda value: encode(cls.from_dict(value)),
    )


def generated_class(types: Types, name: str) -> type[betterproto2.Message]:
    """Return the generated class of the message with this full name. Raises ContractError if there is none."""
    package = types.descriptor(name).file.package
    try:
        module = importlib.import_module(f"libtalos.gen.{package}")
    except ModuleNotFoundError:
        raise ContractError(f"no stubs for {package}: run `talos contracts generate`") from None
    pool: betterproto2.MessagePool = module.default_message_pool
    found = pool.url_to_type.get(f"type.googleapis.com/{name}")
    if found is None:
        raise ContractError(f"no stub for {name}: run `talos contracts generate`")
    return found


def _to_json(types: Types, message: object) -> object:
    return json_format.MessageToDict(message, descriptor_pool=types.pool)


def _finding(name: str, message: str) -> Finding:
    return Finding(check=CHECK, where=f"proto/golden/{name}", message=message)
