"""All checks of a repository, and its recording."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from google.protobuf import descriptor_pb2 as pb

from libtalos.contracts import buf, declarations, drift, golden, lock, stub_imports
from libtalos.contracts.descriptors import packages
from libtalos.contracts.diff import Difference, differences
from libtalos.contracts.files import write_atomically
from libtalos.contracts.generate import GenerationError, descriptor_set
from libtalos.contracts.layout import ContractError, Finding, Layout, ToolError

PARTS = ("lock", "golden", "components")


class BreakingChangeError(ContractError):
    """The protos break what is recorded; within a version only compatible changes can be recorded."""


class Repository:
    """The contracts of one repository: what is in proto/, what is recorded, what is generated."""

    def __init__(self, layout: Layout, *, services: str = "services") -> None:
        """Take the paths, and the name of the Python package whose packages are the components."""
        self._layout = layout
        self._services = services

    def compiled(self) -> pb.FileDescriptorSet:
        """Return the protos, compiled. Raises ContractError with the compiler's message."""
        try:
            return descriptor_set(self._layout.proto)
        except GenerationError as error:
            raise ContractError(f"proto/ does not compile: {error}") from None

    def checks(self) -> dict[str, Callable[[], list[Finding]]]:
        """Return every check by name, from cheap to dear.

        What cannot be read is a finding; only a missing or failing program raises (ToolError, GenerationError).
        """
        return {name: partial(self._found, name, run) for name, run in self._checks().items()}

    def _checks(self) -> dict[str, Callable[[], list[Finding]]]:
        return {
            "lint": lambda: buf.lint(self._layout.proto),
            "breaking": lambda: buf.breaking(self._layout.proto, lock.read(self._layout.lock)),
            "lock": lambda: drift.recording(self._layout.lock, self.compiled()),
            "golden": lambda: golden.verify(self._layout.golden, self.compiled()),
            "declarations": self._check_declarations,
            "drift": lambda: drift.stubs(self._layout.proto, self._layout.gen),
        }

    def differences(self) -> list[Difference]:
        """Return what differs between the recording and proto/, element by element. Raises ContractError."""
        return differences(lock.read(self._layout.lock).file, self.compiled().file)

    def record(self, parts: Collection[str] = PARTS, *, accept_breaking: bool = False) -> list[Path]:
        """Record the given parts and return their paths.

        Raises BreakingChangeError if that would hide a breaking change, ContractError if a part cannot be recorded
        (then nothing is written).
        """
        files = self.compiled()
        if not accept_breaking and self._layout.lock.is_dir():
            self._refuse_breaking()
        components = declarations.encode(declarations.discover(self._services)) if "components" in parts else b""
        writers: dict[str, tuple[Path, Callable[[Path], None]]] = {
            "lock": (self._layout.lock, lambda path: lock.write(path, files)),
            "golden": (self._layout.golden, lambda path: golden.write(path, files)),
            "components": (self._layout.components, lambda path: write_atomically(path, components)),
        }
        for part in parts:
            path, write = writers[part]
            write(path)
        return [writers[part][0] for part in parts]

    def _found(self, name: str, run: Callable[[], list[Finding]]) -> list[Finding]:
        try:
            return run()
        except ToolError:
            raise
        except ContractError as error:
            return [Finding(check=name, where=str(self._layout.proto.parent), message=str(error))]

    def _refuse_breaking(self) -> None:
        broken = buf.breaking(self._layout.proto, lock.read(self._layout.lock))
        if broken:
            lines = "\n".join(f"  {finding.where}: {finding.message}" for finding in broken)
            raise BreakingChangeError(f"proto/ breaks the recorded contracts; make a new version instead:\n{lines}")

    def _check_declarations(self) -> list[Finding]:
        declared = declarations.discover(self._services)
        findings = declarations.compare(declarations.read(self._layout.components), declared)
        findings += declarations.consistent(declared, packages(lock.read(self._layout.lock)))
        return findings + stub_imports.undeclared(self._layout.services, declared)
