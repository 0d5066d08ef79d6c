"""docs/documents.md has every kind, and says what acts on it."""

from __future__ import annotations

import re
from pathlib import Path

from libtalos.config.document import API_VERSION
from libtalos.config.inert import ACTIVE_KINDS
from libtalos.config.registry import KINDS, document_class

PAGE = Path(__file__).parents[3] / "docs" / "documents.md"
ROW = re.compile(r"^\| (\w+Config) \| (.+?) \| (.+?) \|$", re.MULTILINE)


def test_the_table_is_what_is_read_and_acted_on() -> None:
    rows = {kind: (name, actor) for kind, name, actor in ROW.findall(PAGE.read_text())}
    assert rows.keys() == KINDS.keys()
    assert {kind for kind, (_, actor) in rows.items() if actor != "nothing yet"} == ACTIVE_KINDS
    for kind, (name, _) in rows.items():
        fields = document_class(API_VERSION, kind).__struct_fields__
        assert ("name" in fields) is (name != "one"), kind
