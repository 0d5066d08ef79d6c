"""Values that must not be shown: they print as a placeholder and give up their text only when asked by name."""

from __future__ import annotations

import base64
import hmac
from typing import Any, Final

PLACEHOLDER: Final = "******"


class Secret:
    """A secret text. `str()`, `repr()` and formatting show a placeholder; `reveal()` gives the text."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself. Whoever calls this answers for where it goes."""
        return self._text

    def document_text(self) -> str:
        """The text as it is written in a YAML document."""
        return self._text

    def __repr__(self) -> str:
        return PLACEHOLDER

    def __bool__(self) -> bool:
        return bool(self._text)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret) or type(self) is not type(other):
            return NotImplemented
        return hmac.compare_digest(self._text.encode(), other._text.encode())

    def __hash__(self) -> int:
        return hash((type(self), self._text))


class SecretKey(Secret):
    """A private key in PEM. Documents hold it in base64, as upstream does."""

    __slots__ = ()

    def document_text(self) -> str:
        """The PEM text in base64, on one line."""
        return base64.b64encode(self.reveal().encode()).decode()

    @classmethod
    def from_document(cls, text: str) -> SecretKey:
        """The inverse of document_text. Raises ValueError if text is not base64 of text."""
        return cls(base64.b64decode(text, validate=True).decode())


class PemKey(SecretKey):
    """A private key in PEM that documents hold as it is."""

    __slots__ = ()

    def document_text(self) -> str:
        """The PEM text."""
        return self.reveal()


def reveal(value: object) -> str:
    """The text of a secret in a document: msgspec's enc_hook for structs that hold secrets."""
    if isinstance(value, Secret):
        return value.document_text()
    raise NotImplementedError(type(value).__name__)


def hide(target: type, value: Any) -> object:
    """The inverse, msgspec's dec_hook. Raises TypeError for what is no text, ValueError for a key that is no base64."""
    if not isinstance(value, str):
        raise TypeError(f"Expected `str`, got `{type(value).__name__}`")
    return SecretKey.from_document(value) if target is SecretKey else target(value)
