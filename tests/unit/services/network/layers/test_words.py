"""Numbers and their words."""

from __future__ import annotations

import pytest

from services.network.layers import words

KINDS = words.Word.__subclasses__()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_word_means_its_number(kind: type[words.Word]) -> None:
    assert [kind.parse(member.word) for member in kind] == list(kind)
    assert [kind(int(member)) for member in kind] == list(kind)


def test_another_word_is_refused_with_those_that_there_are() -> None:
    with pytest.raises(ValueError, match='"quick" is none of slow, fast'):
        words.LacpRate.parse("quick")


def test_layers_rise() -> None:
    rising = ["default", "cmdline", "platform", "operator", "configuration"]
    assert [layer.word for layer in sorted(words.Layer)] == rising


def test_families_know_their_versions() -> None:
    assert [(family.version, words.Family.of(family.version)) for family in words.Family] == [
        (4, words.Family.INET4),
        (6, words.Family.INET6),
    ]
