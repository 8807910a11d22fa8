"""A physiotherapist changes the content: in files alone, told what is wrong by file and line, and seen on the phone."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.moving import go_to
from journeys.written import plan_for_every_day
from support.content_tree import Tree
from support.devices import Devices
from support.repository import ROOT
from support.server import Server

BRIDGE, BRIDGE_WORDS = "exercises/bridge/exercise.yaml", "exercises/bridge/en.md"
KNEE_HIP = "programmes/knee-hip/programme.yaml"
ADVISOR = "pathways/joint-pain-advisor/pathway.yaml"
SLEEP, PAIN_CASES = "topics/sleep/en.md", "questionnaires/pain-nrs/v1/cases.yaml"
MOOD_WORDS = "pathways/pain-and-mood/en.md"


@pytest.fixture
def edited(tmp_path: Path) -> Tree:
    """A service's own copy of the content."""
    return Tree(Path(shutil.copytree(ROOT / "content", tmp_path / "our-content")))


@pytest.fixture
def office(demo_data: Path, tmp_path: Path, edited: Tree) -> Iterator[Server]:
    """A service that uses that copy; not started yet."""
    folder = tmp_path / "office"
    shutil.copytree(demo_data, folder, ignore=shutil.ignore_patterns("*.sock"))
    folder.chmod(0o700)
    server = Server(folder, verb="demo", environment={"JOINTLY_CONTENT": str(edited.root)})
    yield server
    server.stop()


def raise_version(tree: Tree, path: str) -> None:
    """Adds 1 to the version of a file, as the checks ask for."""
    version = int(tree.text(path).partition("version: ")[2].partition("\n")[0])
    tree.plant(path, f"version: {version}", f"version: {version + 1}")


def test_a_sentence_a_dose_and_a_rule_changed_in_files_are_seen_on_the_phone(
    edited: Tree, office: Server, devices: Devices, tmp_path: Path
) -> None:
    # given content of which every version is published
    assert office.run("content", "publish").stdout.endswith("Everything is published.\n")
    # when a physiotherapist changes a sentence, a dose and a rule
    edited.plant(BRIDGE_WORDS, "Squeeze your bottom and lift your hips.", "Breathe out, then lift your hips.")
    edited.plant(BRIDGE, "level: 1, sets: 2, reps: 8", "level: 1, sets: 3, reps: 6")
    edited.plant(KNEE_HIP, "sessions_to_move_up: 3", "sessions_to_move_up: 2")
    # then the checks say which versions these were, and the service does not start with them
    checked = office.run("content", "check", check=False)
    assert checked.returncode == 1
    told = checked.stdout.splitlines()
    assert f"{BRIDGE}:{edited.line(BRIDGE, 'version:')}: " in checked.stdout
    assert f"{KNEE_HIP}:{edited.line(KNEE_HIP, 'version:')}: " in checked.stdout
    assert len(told) == 3 and told[-1] == "2 to mend."
    # when they make them new versions, and look at them
    for path in (BRIDGE, KNEE_HIP):
        raise_version(edited, path)
    assert office.run("content", "check").stdout == "No faults.\n"
    looked = office.run("content", "preview", "--to", str(tmp_path / "pages"))
    assert looked.stdout.endswith("No faults.\n")
    page = (tmp_path / "pages/exercises-bridge.html").read_text(encoding="utf-8")
    assert "Breathe out, then lift your hips." in page
    desktop = devices.desktop()
    desktop.goto((tmp_path / "pages/index.html").as_uri())
    desktop.get_by_role("link", name="Bridge", exact=True).click()
    expect(desktop.get_by_role("heading", name="Bridge", exact=True)).to_be_visible()
    expect(desktop.get_by_role("row", name="1 3 6 60 5")).to_be_visible()
    # with its positions side by side, and the way between them, drawn as on the phone
    expect(desktop.locator(".figures svg")).to_have_count(3)
    drawn = [picture.inner_html() for picture in desktop.locator(".figures svg").all()[:2]]
    assert "<path" in drawn[0] and drawn[0] != drawn[1]
    assert office.run("content", "publish").stdout.count(": version ") == 2
    # and start the service
    office.start()
    with closing(Clinic(office)) as clinic:
        rose = joining.signed_in(devices.phone(base_url=office.url), clinic.newcomer("Rose", plan_for_every_day()).code)
        # then Rose reads the sentence and the dose, and the rule is printed with its new number
        rose.goto("/exercise/bridge")
        expect(rose.get_by_text("Breathe out, then lift your hips.")).to_be_visible()
        expect(rose.get_by_text("3 sets. Do it 6 times in each set.")).to_be_visible()
        go_to(rose, "Plan")
        rose.get_by_text("Look at levels").first.click()
        expect(rose.get_by_text("your last 2 times at this level were all like this").first).to_be_attached()


def without_an_id(tree: Tree) -> None:
    """A Welsh translation that lacks one id."""
    shutil.copytree(tree.root / "messages/en", tree.root / "messages/cy")
    tree.plant("messages/cy/today.ftl", "today-title = ", "todays-title = ")


# what is done to the copy, the file it is told of, a text on that line, the message
MISTAKES: dict[str, tuple[Callable[[Tree], None], str, str, str]] = {
    "an unknown exercise": (
        lambda tree: tree.plant(KNEE_HIP, "  - bridge\n", "  - brigde\n"),
        *(KNEE_HIP, "- brigde", "there is no exercise 'brigde'"),
    ),
    "an unknown questionnaire": (
        lambda tree: tree.plant(ADVISOR, "chair-stand", "stool-stand"),
        *(ADVISOR, "stool-stand", "there is no questionnaire 'stool-stand'"),
    ),
    "a translation without an id": (
        without_an_id,
        *(
            "messages/cy/today.ftl",
            "todays-title",
            "'today-title' is missing: English has it in messages/en/today.ftl:",
        ),
    ),
    "a changed meaning of a published version": (
        lambda tree: tree.plant(BRIDGE, "level: 1, sets: 2, reps: 8", "level: 1, sets: 2, reps: 9"),
        *(BRIDGE, "version:", "was published with other facts: make it version"),
    ),
    "HTML in words": (
        lambda tree: tree.plant(MOOD_WORDS, "Pain can wear you down.", "Pain can <b>wear</b> you down."),
        *(MOOD_WORDS, "<b>wear</b>", "HTML is not allowed: write plain words"),
    ),
    "advice on a medicine": (
        lambda tree: tree.plant(SLEEP, "## In short\n\n", "## In short\n\nStop your amitriptyline. "),
        *(SLEEP, "Stop your amitriptyline", "nobody is told to start, stop or change a medicine"),
    ),
    "a score that comes out otherwise": (
        lambda tree: tree.plant(PAIN_CASES, "scores: { now: 0, average: 0,", "scores: { now: 7, average: 0,"),
        *(PAIN_CASES, "scores: { now: 7", "'scores' comes to now 0, average 0, worst 0"),
    ),
    "a screen without a word": (
        lambda tree: tree.plant("messages/en/topics.ftl", "topics-title = ", "topic-title = "),
        *("messages/en/topics.ftl", "###", "'topics-title' is missing: the app says it"),
    ),
    "a translation that nobody reads": (
        lambda tree: tree.write("topics/sleep/cy.md", "# Cwsg\n"),
        *("topics/sleep/cy.md", "# Cwsg", "nobody reads this file"),
    ),
}


def test_each_mistake_is_told_with_its_file_and_line(edited: Tree, office: Server) -> None:
    # given content of which every version is published
    office.run("content", "publish")
    # when somebody makes every mistake at once
    for make, *_ in MISTAKES.values():
        make(edited)
    checked = office.run("content", "check", check=False)
    # then each is told where it is
    for path, text, message in (told for _, *told in MISTAKES.values()):
        place = f"{path}:{edited.line(path, text)}: "
        assert any(line.startswith(place) and message in line for line in checked.stdout.splitlines()), place
    assert checked.returncode == 1
    # and the pages show them too
    office.run("content", "preview", "--to", str(edited.root.parent / "pages"), check=False)
    page = (edited.root.parent / "pages/pathways-joint-pain-advisor.html").read_text(encoding="utf-8")
    assert "there is no questionnaire &#x27;stool-stand&#x27;" in page
    # and the service does not start
    refused = office.run("demo", "--port", "1", check=False)
    assert refused.returncode != 0
    assert "there is no exercise 'brigde'" in refused.stdout + refused.stderr
