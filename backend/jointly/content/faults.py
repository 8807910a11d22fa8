"""What is wrong with the content, said so that the person who edits it can put it right."""

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from jointly.kit.errors import Told

if TYPE_CHECKING:
    from jointly.content.words import Page
    from jointly.content.yaml_lines import Marked


@dataclass(frozen=True, order=True)
class Fault:
    """One thing to put right: the file inside the content folder, its line (from 1), and what is wrong."""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ContentFaults(Told):
    """The content cannot be used. Carries every fault, so that one look is enough to put them all right."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(frozen=True)
class Desk:
    """One reading of a content folder: it opens the files and collects the faults on the way.

    `sheets` and `pages` keep what was read of each file, for checks of the whole tree; `opened` are all those files.
    """

    root: Path
    faults: list[Fault] = field(default_factory=list)
    sheets: dict[str, "Marked"] = field(default_factory=dict)
    pages: dict[str, "Page"] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)

    def fault(self, path: str, line: int, message: str) -> None:
        self.faults.append(Fault(path, line, message))

    @property
    def told(self) -> list[Fault]:
        """Every fault once, in order of file and line."""
        return sorted(set(self.faults))

    def text(self, path: str) -> str | None:
        """The words of a file; None, with a fault, when it is missing or is not UTF-8."""
        self.opened.add(path)
        try:
            raw = (self.root / path).read_bytes()
        except FileNotFoundError:
            self.fault(path, 1, "this file is missing")
            return None
        try:
            # Some editors on Windows write an invisible mark at the start of a file; utf-8-sig leaves it out.
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            self.fault(path, line, "this file is not saved as UTF-8: save it again with the encoding UTF-8")
            return None
        return text.replace("\r\n", "\n").replace("\r", "\n")

    def folders(self, path: str) -> list[str]:
        """The folders inside a folder, in order of name; hidden ones are left alone."""
        return [name for name in self._names(path) if (self.root / path / name).is_dir()]

    def files(self, path: str, ending: str) -> list[str]:
        """The paths of the files inside a folder whose names end so, in order of name."""
        return [str(PurePosixPath(path, name)) for name in self._names(path) if name.endswith(ending)]

    def _names(self, path: str) -> list[str]:
        folder = self.root / path
        return sorted(item.name for item in folder.iterdir() if item.name[0] != ".") if folder.is_dir() else []
