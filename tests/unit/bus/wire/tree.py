"""A tree of stubs and codecs that the project's generator makes of proto/ here, and protobuf's own classes."""

from __future__ import annotations

import importlib
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import betterproto2

from libtalos.bus.wire.lookup import Codecs, Compiled
from libtalos.contracts.descriptors import Types
from libtalos.contracts.generate import descriptor_set, generate

PROTO = Path(__file__).with_name("proto")
NAME = "wiretree"
BUILD = """
from setuptools import Extension, setup
flags = ["-O1", "-g0"]
extension = Extension("wiretree.compiled", ["wiretree/compiled.pyx"], extra_compile_args=flags)
setup(name="wiretree", packages=[], ext_modules=[extension], script_args=["-q", "build_ext", "--inplace"])
"""


class NotBuiltError(Exception):
    """No extension was built: the text is what the build says."""


@dataclass(frozen=True)
class Tree:
    """The generated classes by the full name of their message, and protobuf's."""

    classes: dict[str, type[betterproto2.Message]]
    types: Types

    def both(self, name: str) -> tuple[Any, Any]:
        """Our class and protobuf's of a message, by its full name or that in wiretest.v1."""
        full_name = name if name in self.classes else f"wiretest.v1.{name}"
        return self.classes[full_name], self.types.message(full_name)


def make(directory: Path) -> Tree:
    """Generate below a directory, and import from there."""
    generate(PROTO, directory / NAME)
    sys.path.insert(0, str(directory))
    try:
        packages = ("wiretest.v1", "wiretest.other.v1", "google.protobuf")
        modules = [importlib.import_module(f"{NAME}.{package}") for package in packages]
    finally:
        sys.path.remove(str(directory))
    classes = dict(_classes(modules[0].default_message_pool))
    return Tree(classes, Types(descriptor_set(PROTO)))


def compiled(directory: Path) -> Compiled:
    """Build the extension of a tree that was made below directory. Raises NotBuiltError."""
    done = subprocess.run([sys.executable, "-c", BUILD], cwd=directory, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise NotBuiltError(f"{done.stdout}\n{done.stderr}")
    found: Any = importlib.import_module(f"{NAME}.compiled")
    return found  # type: ignore[no-any-return] # a module is not typed


@dataclass(frozen=True)
class Codec:
    """Both directions, by class."""

    codecs: Codecs

    def encode(self, message: Any) -> bytes:
        """Serialize."""
        return self.codecs.encoder_of(type(message))(message)

    def decode(self, cls: Any, data: Any) -> Any:
        """Parse."""
        return self.codecs.decoder_of(cls)(data)


def _classes(pool: betterproto2.MessagePool) -> Iterator[tuple[str, type[betterproto2.Message]]]:
    for url, cls in pool.url_to_type.items():
        yield url.rpartition("/")[2], cls
