"""URLs in documents."""

from __future__ import annotations

from typing import Self
from urllib.parse import SplitResult, urlsplit

from libtalos.config.written import Written
from libtalos.pki.secret import PLACEHOLDER


class Url(Written[str]):
    """A URL with a scheme and a host; parts has both, and the port."""

    __slots__ = ()

    @property
    def parts(self) -> SplitResult:
        """The URL taken apart."""
        return urlsplit(self.value)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse the text. Raises ValueError that says what is missing."""
        problem = url_problem(text)
        if problem:
            shown = PLACEHOLDER if "@" in text else text  # there may be a password in front of the host
            raise ValueError(f'"{shown}" is not a URL: {problem}')
        return cls(text)


def url_problem(text: str, *schemes: str) -> str:
    """What keeps a text from being a URL of one of the schemes (of any, where none is given); nothing if it is one."""
    if not text.isprintable() or " " in text:
        return "it has blanks or control characters"
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        return str(error)
    if port == 0:
        return "there is no port 0"
    if not parts.scheme or (schemes and parts.scheme not in schemes):
        return f"it must begin with {' or '.join(f'{scheme}://' for scheme in schemes) or 'a scheme such as https://'}"
    return "" if parts.hostname else "it has no host"
