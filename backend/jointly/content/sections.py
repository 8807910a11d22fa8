"""Takes the expected sections off a page of words, and faults what is missing or left over."""

from jointly.content.faults import Desk
from jointly.content.words import Kind, Page, Section

_KINDS: dict[Kind, str] = {
    "paragraph": "a paragraph",
    "bullets": "a list with a hyphen before each item",
    "numbers": "a numbered list",
}


class Sections:
    """The sections of one page. Each is taken once; `finish` faults those that nobody took."""

    def __init__(self, desk: Desk, page: Page) -> None:
        self.desk, self.page = desk, page
        self.left: dict[str, Section] = {}
        for section in page.sections:
            if section.name in self.left:
                self.fault(section.line, f"the section '{section.name}' is there twice")
            self.left[section.name] = section

    def fault(self, line: int, message: str) -> None:
        self.desk.fault(self.page.path, line, message)

    def take(self, name: str) -> Section | None:
        """The section of that name, with words in it; otherwise None, and a fault."""
        section = self.left.pop(name, None)
        if section is None:
            self.fault(1, f"the section '{name}' is missing")
        elif not any(text for words in section.words for text in words.texts):
            self.fault(section.line, f"the section '{name}' has no words")
            return None
        return section

    def paragraph(self, name: str, longest: int | None = None) -> str:
        """The words of a section that is 1 paragraph, of at most so many characters."""
        section = self.left.get(name)
        texts = self._only("paragraph", name)
        if section and longest and texts and len(texts[0]) > longest:
            self.fault(section.words[0].lines[0], f"'{name}' is longer than {longest} characters")
        return texts[0] if texts else ""

    def numbers(self, name: str) -> tuple[str, ...]:
        return self._only("numbers", name)

    def bullets(self, name: str, count: range | None = None) -> tuple[str, ...]:
        """The points of a section that is a list, of at least and at most so many."""
        section = self.left.get(name)
        texts = self._only("bullets", name)
        if section and count and texts and len(texts) not in count:
            self.fault(section.line, f"the section '{name}' has {count.start} to {count.stop - 1} points")
        return texts

    def finish(self) -> None:
        for section in self.left.values():
            self.fault(section.line, f"the section '{section.name}' does not belong here")

    def _only(self, kind: Kind, name: str) -> tuple[str, ...]:
        """The texts of a section that must be 1 paragraph or 1 list; empty, with a fault, when it is not."""
        section = self.take(name)
        if section is None:
            return ()
        if [words.kind for words in section.words] != [kind]:
            self.fault(section.line, f"the section '{name}' must be {_KINDS[kind]} and nothing else")
            return ()
        return section.words[0].texts
