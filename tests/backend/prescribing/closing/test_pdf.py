"""The PDF: tagged for screen readers, in reading order, and what people wrote is never markup."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
import typst
from pypdf import PdfReader

from jointly.prescribing.closing import pdf as module
from jointly.prescribing.closing import plain, sections
from jointly.prescribing.closing.letter import Letter, Section, Text
from jointly.prescribing.closing.pdf import pdf


@pytest.fixture(scope="module")
def made(message, speak) -> bytes:
    return pdf(sections.letter(message, speak), written_at=message.written_at, speak=speak)


def text(made: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


def elements(node: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each element of the structure tree with the roles above it, its own last."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from elements(one, above)
    elif isinstance(node, dict) and node.get("/Type") not in {"/MCR", "/OBJR"}:
        path = (*above, node["/S"].removeprefix("/")) if "/S" in node else above
        if "/S" in node:
            yield path, node
        yield from elements(node.get("/K", []), path)


def roles(made: bytes) -> list[tuple[str, ...]]:
    return [path for path, _ in elements(PdfReader(io.BytesIO(made)).trailer["/Root"]["/StructTreeRoot"])]


def test_a_screen_reader_has_what_it_needs(made):
    root = PdfReader(io.BytesIO(made)).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/Lang"] == "en-GB"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert PdfReader(io.BytesIO(made)).metadata.title == "End of social prescribing support: Margaret Ann Thwaite"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode(), "it says that it is PDF/UA-1"


def test_every_role_is_there_and_in_its_place(made):
    found = roles(made)
    last = [path[-1] for path in found]

    assert last.count("H1") == 1
    assert last.count("H2") == 18
    assert {"H3", "P", "L", "LI", "Table", "THead", "TBody", "TR", "TH", "TD", "BlockQuote"} <= set(last)
    assert {path[-3:-1] for path in found if path[-1] == "TH"} == {("THead", "TR")}
    assert {path[-3:-1] for path in found if path[-1] == "TD"} == {("TBody", "TR")}


def test_headings_never_leave_out_a_level(made):
    levels = [int(path[-1][1]) for path in roles(made) if re.fullmatch("H[1-6]", path[-1])]

    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_heading_of_a_table_says_that_it_is_of_a_column(made):
    tree = PdfReader(io.BytesIO(made)).trailer["/Root"]["/StructTreeRoot"]
    heads = [node for path, node in elements(tree) if path[-1] == "TH"]

    assert len(heads) == 3 + 5 + 6 + 3 + 6 + 5
    for head in heads:
        assert "/Column" in str(head["/A"])


def test_it_is_read_aloud_in_the_order_of_the_letter(made, message, speak):
    read = re.sub(r"\s+", " ", text(made))
    places = [read.index(f" {one.heading} ") for one in sections.letter(message, speak).sections]

    assert places == sorted(places)
    for words in (
        "Please look at her painkillers again; she takes them less.",
        "NHS number: 999 000 0018 – not checked",
        "Score First Last Change Scale",
        "The referrer’s view • Loneliness with osteoarthritis of the knee The person’s own words I miss",
        "Risks No known risks.",
        "Code for the record: SNOMED CT 871731000000106",
    ):
        assert words in read


def test_every_page_says_whose_it_is_and_how_many_there_are(made):
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(made)).pages]

    for number, page in enumerate(pages, start=1):
        assert page.rstrip().endswith(f"Margaret Ann Thwaite, 14 August 2026, page {number}/{len(pages)}")


def test_the_persons_letter_and_large_print(message, speak):
    letter = plain.letter(message, speak)
    usual = pdf(letter, written_at=message.written_at, speak=speak)
    large = pdf(letter, written_at=message.written_at, speak=speak, large=True)

    assert "What we did together: for Maggie" in text(usual)
    first, larger = (PdfReader(io.BytesIO(one)).pages[0].extract_text() for one in (usual, large))
    assert len(larger) < 0.7 * len(first), "fewer words find room on a page"
    words = [re.sub(r"14 August 2026, page \d/\d", "", text(one)).split() for one in (usual, large)]
    assert words[0] == words[1], "and they are the same words"


def test_the_same_letter_is_the_same_bytes(made, message, speak):
    assert pdf(sections.letter(message, speak), written_at=message.written_at, speak=speak) == made


def one_line(words: str) -> Letter:
    return Letter(title="Letter", author="A", foot="page", sections=(Section("a", "Heading", (Text(words),)),))


def test_what_people_write_is_text_wherever_it_stands(changed, message, speak, hostile):
    name = replace(message.person.name, given=(hostile,), preferred=hostile)
    written = changed(
        person=replace(message.person, name=name),
        author=replace(message.author, service=hostile),
        summary=hostile,
        tried=(replace(message.tried[0], what=hostile, what_helped=hostile),),
        presenting=replace(message.presenting, own=(hostile,)),
        support=replace(message.support, strengths=(hostile,)),
        told=(hostile,),
        to_person=hostile,
    )

    for letter in (sections.letter(written, speak), plain.letter(written, speak)):
        done = pdf(letter, written_at=message.written_at, speak=speak)
        assert "root:" not in text(done)
        headings = [path for path in roles(done) if re.fullmatch("H[12]", path[-1])]
        assert len(headings) == 1 + len(letter.sections), "nothing became a heading"


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd")',
        '#import "@preview/cetz:0.3.0": *',
        "*bold* _it_ `raw` $x^2$ <label> @ref // gone /* gone */ = no heading",
        '\\ \\u{1F600} ]#panic(1)[ #eval("1") {{ }} ${x} %s',
        "</div><script>alert(1)</script>&lt;b&gt; ]]> <!--",
        'O\'Brien "quoted" & 5 < 6 -- “so” ½ ñ ŵ',
    ],
)
def test_it_is_printed_letter_for_letter(message, speak, words: str):
    done = pdf(one_line(words), written_at=message.written_at, speak=speak)

    assert words in re.sub(r"\s+", " ", text(done))


def test_words_from_right_to_left_are_kept(message, speak):
    done = text(pdf(one_line("שלום Pat مرحبا"), written_at=message.written_at, speak=speak))

    assert "שלום" in done
    assert "مرحبا" in done


def test_what_no_font_has_is_said_by_name_or_marked_and_told(message, speak):
    pictures = text(pdf(one_line("Good 🙂 👩🏽‍🦽 ❤️"), written_at=message.written_at, speak=speak))
    assert "Good [slightly smiling face] [woman][manual wheelchair] ❤" in pictures
    assert "could not be printed" not in pictures

    letters = text(pdf(one_line("你好 Pat"), written_at=message.written_at, speak=speak))
    assert "□□ Pat" in letters
    assert "Some letters could not be printed. Each of them is a □ here." in letters


def test_a_mixture_that_cannot_be_drawn_still_prints_the_rest(message, speak, monkeypatch):
    monkeypatch.setattr(module, "_has", lambda sign, fonts: True)
    done = pdf(one_line("你好 Pat"), written_at=message.written_at, speak=speak)

    assert "Pat" in text(done)
    assert "H2" in [path[-1] for path in roles(done)]


def test_all_fonts_come_with_typst_and_are_in_the_file(made):
    fonts = [
        font.get_object()
        for page in PdfReader(io.BytesIO(made)).pages
        for font in page["/Resources"]["/Font"].get_object().values()
    ]
    own = {one.replace(" ", "") for one in typst.Fonts(include_system_fonts=False).families()}

    assert fonts
    for font in fonts:
        family = re.sub(r"^/[A-Z]{6}\+|-.*", "", font["/BaseFont"])
        assert any(one.startswith(family) or family.startswith(one) for one in own), family
        described = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & described.keys()
        assert "/ToUnicode" in font, "its letters can be read out"


def test_a_folder_of_fonts_changes_nothing_that_the_own_ones_have(made, message, speak, tmp_path):
    letter = sections.letter(message, speak)

    assert pdf(letter, written_at=message.written_at, speak=speak, fonts=(tmp_path,)) == made


def test_the_template_loads_nothing():
    template = module.TEMPLATE.read_text(encoding="utf-8")

    assert not re.search(r"#?\b(import|include|read|image|eval|plugin)\b\s*[(\"@]", template)
