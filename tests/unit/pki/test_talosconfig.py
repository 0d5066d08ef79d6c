"""The talosconfig: read, written, merged, found."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from libtalos.pki import bundle, talosconfig
from libtalos.pki.secret import Secret, SecretKey
from libtalos.pki.talosconfig import Auth, Basic, Context, SideroV1, Talosconfig, TalosconfigError
from tests.unit.pki.times import NOW

NAMES = st.text("abc-1", min_size=1, max_size=3)
CONTEXTS = st.builds(
    Context,
    endpoints=st.lists(NAMES, max_size=2).map(tuple),
    nodes=st.lists(NAMES, max_size=2).map(tuple),
    ca=st.binary(max_size=4),
    crt=st.binary(max_size=4),
    key=st.text("ab", min_size=1, max_size=2).map(SecretKey),
    auth=st.sampled_from(
        (Auth(), Auth(basic=Basic(username="u", password=Secret("p"))), Auth(siderov1=SideroV1(identity="i")))
    ),
    cluster=NAMES,
    proxy_url=NAMES,
)
CONFIGS = st.builds(Talosconfig, context=NAMES, contexts=st.dictionaries(NAMES, CONTEXTS, max_size=3))
# as upstream writes it
DOCUMENT = f"""\
context: production
contexts:
    production:
        endpoints:
            - 10.5.0.2
        nodes: []
        ca: {base64.b64encode(b"CA").decode()}
        crt: {base64.b64encode(b"CRT").decode()}
        key: {base64.b64encode(b"KEY").decode()}
        proxy-url: socks5://127.0.0.1
    omni:
        endpoints: [https://omni.example]
        auth:
            siderov1:
                identity: me@example.com
        cluster: first
"""


def test_upstreams_document_is_read() -> None:
    config = talosconfig.decode(DOCUMENT.encode())
    name, context = config.chosen()
    assert name == "production"
    assert context == Context(
        endpoints=("10.5.0.2",), ca=b"CA", crt=b"CRT", key=SecretKey("KEY"), proxy_url="socks5://127.0.0.1"
    )
    assert config.chosen("omni")[1].auth == Auth(siderov1=SideroV1(identity="me@example.com"))


@given(CONFIGS)
def test_what_is_written_is_read_again(config: Talosconfig) -> None:
    assert talosconfig.decode(talosconfig.encode(config)) == config


@pytest.mark.parametrize("data", [b"", b"---\n", b"# nothing\n"])
def test_an_empty_file_has_no_contexts(data: bytes) -> None:
    assert talosconfig.decode(data) == Talosconfig()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("contexts: {a: {kei: x}}", "unknown field `kei`"),
        ("contexts: {a: {key: '***'}}", "contexts"),
        ("contexts: {a: {endpoints: x}}", r"\$.contexts"),
        ("a: [", "line"),
        ("[]", "Expected `object`"),
        ("\x00", "not YAML"),
    ],
)
def test_what_cannot_be_used_is_told(text: str, said: str) -> None:
    with pytest.raises(TalosconfigError, match=said):
        talosconfig.decode(text.encode())


def test_keys_and_passwords_do_not_show() -> None:
    config = talosconfig.decode(DOCUMENT.encode())
    assert "KEY" not in repr(config)


@given(CONFIGS, CONFIGS)
def test_a_merge_loses_nothing(ours: Talosconfig, theirs: Talosconfig) -> None:
    merged, renamed = ours.merge(theirs)
    assert merged.contexts.items() >= ours.contexts.items()
    for name, context in theirs.contexts.items():
        assert merged.contexts[renamed.get(name, name)] == context
    assert ours.merge(Talosconfig())[0] == ours


def test_a_name_that_is_taken_gets_a_number() -> None:
    one, two, three = (Context(cluster=name) for name in ("one", "two", "three"))
    ours = Talosconfig(context="a", contexts={"a": one, "a-1": two})
    merged, renamed = ours.merge(Talosconfig(context="a", contexts={"a": three}))
    assert renamed == {"a": "a-2"}
    assert (merged.context, merged.contexts["a-2"]) == ("a-2", three)
    assert ours.merge(ours) == (ours, {})


def test_contexts_are_chosen_and_removed() -> None:
    config = Talosconfig().with_context("a", Context()).with_context("b", Context())
    assert config.context == "a"
    assert config.use("b").context == "b"
    assert set(config.without("b").contexts) == {"a"}
    with pytest.raises(TalosconfigError, match="the current one"):
        config.without("a")
    with pytest.raises(TalosconfigError, match='"c" is not defined, only: a, b'):
        config.use("c")
    with pytest.raises(TalosconfigError, match="no context is set"):
        Talosconfig().chosen()


def test_the_file_is_found_where_upstream_looks(tmp_path: Path) -> None:
    given = tmp_path / "x"
    assert talosconfig.find({"TALOSCONFIG": "/y"}, home=tmp_path, given=given) == given
    assert talosconfig.find({"TALOSCONFIG": "/y"}, home=tmp_path) == Path("/y")
    assert talosconfig.find({}, home=tmp_path) == tmp_path / "config"


def test_an_administrators_context() -> None:
    secrets = bundle.generate(now=NOW)
    pair = secrets.administrator(now=NOW)
    config = talosconfig.client(name="c", pair=pair, authority=secrets.certs.os.crt, endpoints=("10.5.0.2",))
    assert config.chosen()[1] == Context(
        endpoints=("10.5.0.2",), ca=secrets.certs.os.crt, crt=pair.certificate, key=pair.key
    )
