"""The messages of grpc.testing, twice: as the project's generator makes them, and as protobuf's own classes."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass

from libtalos.contracts.generate import descriptor_set, generate

PROTO = Path(__file__).with_name("proto")
PACKAGE = "libtalos_interop"
SERVICE = "grpc.testing.TestService"


@dataclass(frozen=True)
class Method:
    """A method: the names of its messages, and whether they are streams."""

    request: str
    reply: str
    sends: bool
    receives: bool


@dataclass(frozen=True)
class Messages:
    """Everything generated from the protos of the interop suite."""

    # the module that the project's generator makes: messages, stubs and bases
    bus: Any
    # protobuf's own message classes by name
    protobuf: Any
    # the methods of grpc.testing.TestService by name
    methods: Mapping[str, Method]


def path_of(method: str) -> str:
    """The path of a method of grpc.testing.TestService, or of one that is named with its path already."""
    return method if method.startswith("/") else f"/{SERVICE}/{method}"


def python_name(method: str) -> str:
    """The name of a method in Python: FullDuplexCall is full_duplex_call."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", method).lower()


def generated(directory: Path) -> Messages:
    """Generate below a directory, import from there, and compile the same protos for protobuf itself."""
    generate(PROTO, directory / PACKAGE)
    sys.path.insert(0, str(directory))
    try:
        bus = importlib.import_module(f"{PACKAGE}.grpc.testing")
    finally:
        sys.path.remove(str(directory))
    pool, files = DescriptorPool(), descriptor_set(PROTO).file
    for file in files:
        pool.Add(file)
    names = [f"{file.package}.{message.name}" for file in files for message in file.message_type]
    classes = {name.rpartition(".")[2]: GetMessageClass(pool.FindMessageTypeByName(name)) for name in names}
    service = pool.FindServiceByName(SERVICE)
    methods = {
        method.name: Method(
            request=method.input_type.name,
            reply=method.output_type.name,
            sends=method.client_streaming,
            receives=method.server_streaming,
        )
        for method in service.methods
    }
    return Messages(bus=bus, protobuf=SimpleNamespace(**classes), methods=methods)
