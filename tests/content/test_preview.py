"""The pages that reviewers look at: one for each item, whatever is wrong with it, and nothing from anywhere else."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from jointly.content.loading import load, read
from jointly.content.preview import preview
from jointly.content.preview.html import Html, element, table, together
from support.repository import ROOT

BRIDGE = "exercises/bridge/exercise.yaml"


@pytest.fixture
def pages(tree, tmp_path):
    """Makes the pages of the tree as it is now, and gives them by name."""

    def made() -> dict[str, str]:
        files = preview(read(tree.root), tmp_path / "pages")
        return {file.name: file.read_text(encoding="utf-8").replace("&#x27;", "'") for file in files}

    return made


def words_of(page: str) -> str:
    """What can be read of a page."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", page.partition("<body>")[2]))


def test_every_item_has_a_page_that_the_index_leads_to(tree, pages):
    made = pages()
    folders = [
        f"{kind}-{folder.name}"
        for kind in ("exercises", "programmes", "pathways", "safety")
        for folder in (tree.root / kind).iterdir()
    ]
    folders += [
        f"questionnaires-{folder.parent.name}-{folder.name}" for folder in tree.root.glob("questionnaires/*/v*")
    ]
    assert {f"{name}.html" for name in folders} | {"index.html", "lists-body-regions.html"} <= made.keys()
    led_to = set(re.findall(r'href="([^"]+)"', made["index.html"]))
    assert led_to == made.keys() - {"index.html"}


def test_sentences_of_a_questionnaire_stand_apart(pages):
    about = pages()["questionnaires-own-activities-v1.html"].partition(">about<")[2].partition("</tr>")[0]

    assert about.count("<li>") > 1
    assert "., " not in about


def test_a_page_shows_review_words_and_facts(pages):
    said = words_of(pages()["exercises-bridge.html"])

    for text in (
        "Not clinically approved.",
        "The wording, the doses and the order of the levels",
        "NICE NG226",
        "Squeeze your bottom and lift your hips.",
        "exercise.yaml · version ",
        "rest seconds",
        "The dose for a bad day: less than Level 1.",
    ):
        assert text in said, text


def test_worked_cases_are_shown_with_what_they_expect(pages):
    said = words_of(pages()["questionnaires-phq-4-v1.html"])

    assert "Feeling nervous, anxious or on edge" in said
    assert "5 in all, the top of the second range" in said
    assert "scores: total: 5" in said


def test_faults_stand_on_top_of_their_own_page_and_others_on_the_index(tree, pages):
    tree.plant(BRIDGE, "sets: 2, reps: 8", "sets: two, reps: 8")
    tree.write("messages/en/app.ftl", "hello = {")
    made = pages()

    assert f"{BRIDGE}:{tree.line(BRIDGE, 'sets: two')}: 'sets' must be a whole number" in made["exercises-bridge.html"]
    assert made["exercises-bridge.html"].index("To mend") < made["exercises-bridge.html"].index("Not clinically")
    assert "To mend" not in made["exercises-balance.html"]
    assert "messages/en/app.ftl:1:" in made["index.html"]
    assert BRIDGE not in made["index.html"]


@pytest.mark.parametrize("name", ["exercise.yaml", "en.md"])
def test_an_item_that_cannot_be_read_has_a_page_that_says_so(tree, pages, name):
    (tree.root / "exercises/bridge" / name).unlink()

    assert f"exercises/bridge/{name}:1: this file is missing" in pages()["exercises-bridge.html"]


def test_an_approved_item_says_by_whom(tree, pages):
    for old, new in (
        ("approved: false", "approved: true"),
        ("by: null", 'by: "Ana Example"'),
        ("role: null", "role: physiotherapist"),
        ("  on: null", '  on: "2026-11-21"'),
        ("next_due: null", 'next_due: "2027-11-21"'),
    ):
        tree.plant(BRIDGE, old, new)
    made = pages()

    assert "Approved by Ana Example, physiotherapist on 2026-11-21. Look again on 2027-11-21." in words_of(
        made["exercises-bridge.html"]
    )
    assert "1 of them clinically approved" in made["index.html"]


def test_content_never_becomes_code(tree, pages):
    tree.plant(BRIDGE, "kind: reps", 'kind: "<script>alert(1)</script>"')
    tree.plant("exercises/bridge/en.md", "# Bridge", "# <img src=x onerror=alert(1)>")
    page = pages()["exercises-bridge.html"]

    assert "<script>alert" not in page
    assert "<img" not in page


def test_pages_ask_nothing_of_anywhere(pages):
    for name, page in pages().items():
        assert not re.search(r"""(?:src|href|action)=["']?(?:https?:)?//""", page), name
        assert "url(" not in page and "@import" not in page
        assert "default-src 'none'" in page


def test_an_exercise_has_its_picture_as_the_app_gets_it(tree, tmp_path: Path):
    tree.plant("exercises/balance/exercise.yaml", "figure:\n  base: ", "figure:\n  base: no-such-")
    preview(read(tree.root), tmp_path / "pages", 'tell("</script>")')
    bridge = (tmp_path / "pages/exercises-bridge.html").read_text(encoding="utf-8")
    [facts] = re.findall(r'data-figure="([^"]*)"', bridge)
    library = json.loads(load(ROOT / "content").packs["library"].body)["exercises"]
    assert json.loads(unescape(facts)) == next(each["figure"] for each in library if each["slug"] == "bridge")
    assert bridge.count("</script>") == 1 and r"<\/script>" in bridge, "a script cannot end before its end"
    for name in ("exercises-balance", "pathways-low-back"):
        page = (tmp_path / f"pages/{name}.html").read_text(encoding="utf-8")
        assert "data-figure" not in page and "<script" not in page, f"{name} has no picture to draw"


def test_html_is_written_as_text_unless_it_is_marked():
    assert element("p", "a < b", Html("<b>c</b>"), None) == "<p>a &lt; b<b>c</b></p>"
    assert element("a", "x", href='"><script>', class_="y") == '<a href="&quot;&gt;&lt;script&gt;" class="y">x</a>'
    assert together("<", Html("<br>")) == "&lt;<br>"
    assert '<th scope="row">&amp;</th><td>1</td>' in table(["a", "b"], [["&", "1"]])


def test_the_folder_is_made_and_written_again(tree, tmp_path: Path):
    for _ in range(2):
        files = preview(read(tree.root), tmp_path / "new/pages")
    assert files[0].name == "index.html" and all(file.is_file() for file in files)
