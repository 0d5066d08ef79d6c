"""The base of generated service bases."""

from __future__ import annotations

from libtalos.stubs.method import Method


class ServiceBase:
    """One service. Subclasses define its methods; those that they leave out answer UNIMPLEMENTED."""

    def __mapping__(self) -> dict[str, Method]:
        """The methods by path ("/package.Service/Method")."""
        return {}
