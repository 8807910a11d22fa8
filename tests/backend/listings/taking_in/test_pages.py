"""Pages of feeds, whatever is in them; and which copy is the newer one."""

import contextlib
import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jointly.listings import taking_in
from jointly.listings.taking_in.modified import MOST, Modified, is_older, modified_of
from jointly.listings.taking_in.pages import NotAPage, read_page
from jointly.listings.taking_in.pages_about import about_page
from jointly.listings.taking_in.problems import REMEDIES, SOURCE_REMEDIES

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(["id", "state", "kind", "modified", "data"])
ITEM = st.dictionaries(NAMES, JSON | st.sampled_from(["updated", "deleted"])) | JSON


@given(st.lists(ITEM, max_size=6), JSON, JSON)
def test_any_json_in_any_field_is_read(items, next, licence):
    page = read_page(json.dumps({"items": items, "next": next, "license": licence}).encode(), NOW)
    assert page.came == len(items)
    assert len({one.key for one in page.items}) == len(page.items) <= len(items)
    for one in page.items:
        assert one.key.strip()
        assert one.gone is False or one.data is None
        for words in (one.key, one.kind, one.modified.text, one.data or "", one.data_id or "", one.parent or ""):
            assert "\0" not in words
            words.encode()
        json.loads(one.data or "null")


@given(st.binary(max_size=200))
def test_any_bytes_are_a_page_or_none(body):
    with contextlib.suppress(NotAPage):
        read_page(body, NOW)
    about_page(body, "https://a.example/")


@given(JSON)
def test_any_json_about_data_is_looked_through(given_):
    for about in (given_, {"@type": "Dataset", "distribution": given_}, {"type": "DataCatalog", "hasPart": given_}):
        found = about_page(json.dumps(about).encode(), "https://a.example/")
        for one in found.found if found else ():
            assert one.url.startswith(("https://", "http://"))


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"{}", b'{"items": {}}', b'{"items": null}', b"[" * 10_000, b"\xff"]
)
def test_what_is_no_page_is_told(body):
    with pytest.raises(NotAPage):
        read_page(body, NOW)


@given(st.integers(-MOST, MOST), st.integers(-MOST, MOST))
def test_whole_numbers_are_compared_as_numbers(one, other):
    assert is_older(modified_of(one), modified_of(other)) == (one < other)


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        (5, Modified("5", 5)),
        (5.0, Modified("5", 5)),
        (5.5, Modified("5.5", None)),
        (MOST + 1, Modified(str(MOST + 1), None)),
        ("5", Modified("5", None)),
        (True, Modified("", None)),
        (None, Modified("", None)),
        ([5], Modified("", None)),
    ],
)
def test_modified_is_kept_as_it_came(value, kept):
    assert modified_of(value) == kept


def test_a_script_of_another_kind_is_no_description():
    page = b'<script>{"@type": "Dataset"}</script><script type="text/plain">{"@type": "Dataset"}</script>'
    assert about_page(page, "https://a.example/") is None


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/"),
        (" CC BY\x1b[31m 4.0 ", "CC BY[31m 4.0"),
        ("javascript:alert(1)", None),
        ("\tJaVaScRiPt:alert(1)", None),
        ("data:text/html,x", None),
        ("", None),
        (4, None),
    ],
)
def test_a_licence_is_a_web_address_or_a_name(said, kept):
    assert read_page(json.dumps({"items": [], "license": said}).encode(), NOW).licence == kept


def test_every_code_has_its_remedy_and_every_remedy_its_code():
    texts = [file.read_text(encoding="utf-8") for file in Path(taking_in.__file__).parent.glob("*.py")]
    code = r'"((?:source|page|next|feed|wrap|type|licence|service|list|id|reading)-[a-z-]+)"'
    used = {found for text in texts if "REMEDIES: Mapping" not in text for found in re.findall(code, text)}
    assert used - {"id-missing"} == SOURCE_REMEDIES.keys()
    assert used <= REMEDIES.keys()
