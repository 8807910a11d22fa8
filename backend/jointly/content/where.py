"""Where the content is."""

from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def content_root(chosen: Path | None = None) -> Path:
    """The chosen tree; otherwise the one shipped in the package; otherwise, in a checkout, the repository's own."""
    if chosen is not None:
        return chosen
    shipped = _PACKAGE / "content_tree"
    return shipped if shipped.is_dir() else _PACKAGE.parents[1] / "content"
