"""This repository's contracts: style, compatibility, recording, stubs, messages and declarations agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from libtalos.contracts.layout import Layout
from libtalos.contracts.repository import Repository

REPOSITORY = Repository(Layout.at(Path(__file__).parents[2]))


@pytest.mark.parametrize("name", REPOSITORY.checks())
def test_the_check_finds_nothing(name: str) -> None:
    """As `talos contracts check`."""
    findings = REPOSITORY.checks()[name]()
    if findings:
        pytest.fail("\n".join(str(finding) for finding in findings), pytrace=False)
