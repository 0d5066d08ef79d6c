"""Documents from the lines below apiVersion and kind."""

from __future__ import annotations

from libtalos.config import Documents, ValidationError, load_documents
from libtalos.config.document import Document


def text_of(kind: str, body: str) -> str:
    """The whole document."""
    return f"apiVersion: v1alpha1\nkind: {kind}\n{body}\n"


def read(kind: str, body: str) -> Document:
    """The document. Raises what load_documents raises."""
    [document] = load_documents(text_of(kind, body).encode()).others
    return document


def problems(kind: str, body: str) -> tuple[str, ...]:
    """What is wrong with the document, without its manifest id; nothing if it can be used."""
    try:
        read(kind, body)
    except ValidationError as error:
        return tuple(problem.partition(": ")[2] for problem in error.problems)
    return ()


def warnings(kind: str, body: str) -> list[str]:
    """The document's warnings."""
    return [str(fault) for fault in read(kind, body).warnings()]


def beside(machine: str, kind: str, body: str) -> Documents:
    """The document beside a v1alpha1 one with the lines of `machine`."""
    return load_documents(f"machine:\n{machine}\n---\n{text_of(kind, body)}".encode())
