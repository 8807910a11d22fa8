"""`?` becomes `$n` where it is a placeholder, and only there."""

import pytest

from jointly.kit.db.postgres.placeholders import numbered


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("select 1", "select 1"),
        ("values (?, ?,?)", "values ($1, $2,$3)"),
        ("select '?' || ?", "select '?' || $1"),
        ("select 'it''s ?' where a = ?", "select 'it''s ?' where a = $1"),
        ('select "odd?name" from t where "b""?" = ?', 'select "odd?name" from t where "b""?" = $1'),
        ("select ? -- why?\n, ?", "select $1 -- why?\n, $2"),
        ("select ? -- why?", "select $1 -- why?"),
        ("select /* ? '\n */ ?", "select /* ? '\n */ $1"),
        ("select $$ ? $$, $body$ ? $$ ? $body$, ?", "select $$ ? $$, $body$ ? $$ ? $body$, $1"),
        ("select ?" + ", ?" * 10, "select " + ", ".join(f"${n}" for n in range(1, 12))),
    ],
)
def test_each_placeholder_is_numbered_from_the_left(written: str, sent: str):
    assert numbered(written) == sent
    assert numbered(written) is numbered(written)
