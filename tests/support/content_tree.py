"""A copy of the content to change and to plant faults in."""

from dataclasses import dataclass
from pathlib import Path

from jointly.content import check


@dataclass(frozen=True)
class Tree:
    """A content folder of a test's own."""

    root: Path

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def plant(self, path: str, old: str, new: str) -> None:
        """Puts `new` where `old` is for the first time."""
        text = self.text(path)
        assert old in text, f"{path} has no {old!r}"
        self.write(path, text.replace(old, new, 1))

    def line(self, path: str, text: str) -> int:
        """The line, from 1, on which a text first stands."""
        before, found, _ = self.text(path).partition(text)
        assert found, f"{path} has no {text!r}"
        return before.count("\n") + 1

    def faults(self) -> list[str]:
        return [str(fault) for fault in check(self.root)]
