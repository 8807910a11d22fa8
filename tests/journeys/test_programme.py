"""Choosing another programme and one's own exercises, and going back."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.exercising import begin, do_own_pace, say_how_it_went
from journeys.steps.logging import said, undo
from journeys.steps.moving import aeroplane_mode, go_to, sees, unfold
from journeys.written import plan_for_every_day, written
from support.devices import Devices
from support.repository import ROOT
from support.server import Server

SHORT = ("marching", "bridge", "thigh-squeeze")
TITLES = ["Marching on the spot", "Bridge", "Thigh squeeze"]


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped content, and beside its programmes a short one of three exercises."""
    tree = tmp_path_factory.mktemp("content") / "content"
    shutil.copytree(ROOT / "content", tree)
    short = shutil.copytree(tree / "programmes" / "knee-hip", tree / "programmes" / "short")
    facts = (short / "programme.yaml").read_text(encoding="utf-8").replace("slug: knee-hip", "slug: short")
    listed = "".join(f"  - {slug}\n" for slug in SHORT)
    facts = re.sub(r"^exercises:\n(  - .*\n)+", f"exercises:\n{listed}", facts, flags=re.MULTILINE)
    facts = re.sub(r"^  exercises: \[.*\]$", "  exercises: [bridge]", facts, flags=re.MULTILINE)
    (short / "programme.yaml").write_text(facts, encoding="utf-8")
    words = (short / "en.md").read_text(encoding="utf-8")
    words = words.replace("# Knee and hip programme", "# Short programme").replace("12 exercises", "3 exercises")
    (short / "en.md").write_text(words, encoding="utf-8")
    return tree


@pytest.fixture(scope="module")
def clinic(content: Path, demo_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:
    """A service with that content."""
    folder = tmp_path_factory.mktemp("programmes") / "data"
    shutil.copytree(demo_data, folder, ignore=shutil.ignore_patterns("*.sock"))
    folder.chmod(0o700)
    environment = {"JOINTLY_CONTENT": str(content)}
    with Server(folder, verb="demo", environment=environment) as server, closing(Clinic(server)) as clinic:
        yield clinic


@pytest.fixture
def rose(clinic: Clinic, devices: Devices) -> Page:
    """Rose's phone: a knee and hip plan for every day, and level 2 of the bridge."""
    level = {"programme": "knee-hip", "exercise": "bridge", "level": 2, "choice": "up", "rule": "up"}
    newcomer = clinic.newcomer("Rose", plan_for_every_day(), written("level", level, days_ago=3))
    return joining.signed_in(devices.phone(base_url=clinic.url), newcomer.code)


def to_do(page: Page) -> Locator:
    """The exercises that are still to do today."""
    go_to(page, "Today")
    sees(page, "Today")
    return page.locator("main section .rows .what")


def change_to_short(page: Page) -> None:
    """From the plan to the short programme."""
    go_to(page, "Plan")
    page.get_by_role("link", name="Choose another programme").click()
    page.get_by_role("link", name="Short programme").click()
    page.get_by_role("button", name="Change to this programme").click()
    expect(said(page)).to_contain_text("Your programme is now Short programme.")


def choose(page: Page, *ticked: str, unticked: tuple[str, ...] = ()) -> None:
    """Tick exercises of the plan's chooser and untick others, and save."""
    go_to(page, "Plan")
    page.get_by_role("link", name="Choose your exercises").click()
    page.get_by_label("Find an exercise").fill(" ")
    for name in (*ticked, *unticked):
        page.get_by_label("Find an exercise").fill(name)
        page.locator(".pick-list .choice", has_text=name).get_by_role("checkbox").set_checked(name in ticked)
    page.get_by_role("button", name=re.compile("^Save ")).click()
    expect(said(page)).to_contain_text("Your exercises are saved.")


def test_another_programme_offline_and_back(clinic: Clinic, rose: Page, axe: Callable[[Page], None]) -> None:
    expect(to_do(rose)).to_have_count(12)
    # when Rose changes with no signal
    aeroplane_mode(rose)
    go_to(rose, "Plan")
    rose.get_by_role("link", name="Choose another programme").click()
    sees(rose, "Programmes")
    axe(rose)
    expect(rose.get_by_role("link", name="Knee and hip programme")).to_contain_text("Yours now")
    expect(rose.get_by_role("link", name="Short programme")).to_contain_text("3 exercises, about 10 minutes")
    change_to_short(rose)
    # then Today follows it, and a level that she had is offered, not taken
    expect(to_do(rose)).to_have_text(TITLES)
    expect(rose.locator("main")).to_contain_text("level 1")
    go_to(rose, "Plan")
    rose.locator(".plan-exercise", has_text="Bridge").locator("summary", has_text="Look at levels").click()
    expect(rose.get_by_text("You chose level 2 of this in another programme.")).to_be_visible()
    rose.get_by_role("button", name="Start at level 2").click()
    expect(rose.get_by_text("You start at level 2.").first).to_be_visible()
    # and it is one plan, changed once
    aeroplane_mode(rose, on=False)
    expect(rose.locator(".plan-receipt")).to_contain_text("Received")
    rows = clinic.entries_of(joining.person(rose), "plan")
    assert [row["body"]["programme"] for row in rows] == ["knee-hip", "short"]
    assert rows[0]["body"]["days"] == rows[1]["body"]["days"]
    assert rows[1]["entry"] == rows[0]["id"]
    # when she goes back, her levels of before are there
    rose.get_by_role("link", name="Choose another programme").click()
    rose.get_by_role("link", name="Knee and hip programme").click()
    rose.get_by_role("button", name="Change to this programme").click()
    expect(said(rose)).to_contain_text("Your programme is now")
    expect(to_do(rose)).to_have_count(12)


def test_undo_of_another_programme(rose: Page) -> None:
    change_to_short(rose)
    undo(rose)
    expect(to_do(rose)).to_have_count(12)


def test_the_first_plan_can_be_any_programme(clinic: Clinic, devices: Devices) -> None:
    ned = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Ned").code)
    go_to(ned, "Plan")
    ned.get_by_role("link", name="See all programmes").click()
    ned.get_by_role("link", name="Short programme").click()
    ned.get_by_role("button", name="Start this plan").click()
    expect(said(ned)).to_contain_text("Your plan has started.")
    expect(said(ned)).to_contain_text("Received")
    expect(ned.locator("main")).to_contain_text("Short programme")
    [row] = clinic.entries_of(joining.person(ned), "plan")
    assert row["body"]["programme"] == "short"


def test_own_exercises_their_order_and_the_own_list_again(rose: Page, axe: Callable[[Page], None]) -> None:
    change_to_short(rose)
    choose(rose, unticked=("Thigh squeeze",))
    expect(to_do(rose)).to_have_text(TITLES[:2])
    # when Rose turns the order round, with the keyboard's focus staying where it was
    go_to(rose, "Plan")
    expect(rose.get_by_text("You changed your exercises on")).to_be_visible()
    rose.get_by_role("link", name="Choose your exercises").click()
    unfold(rose, "change the order")
    axe(rose)
    rose.get_by_role("button", name="Move Marching on the spot later").press("Enter")
    expect(rose.get_by_role("button", name="Move Marching on the spot earlier")).to_be_focused()
    rose.get_by_role("button", name="Save 2 exercises").click()
    expect(said(rose)).to_contain_text("Your exercises are saved.")
    expect(to_do(rose)).to_have_text(["Bridge", "Marching on the spot"])
    # and an empty list is not saved
    go_to(rose, "Plan")
    rose.get_by_role("link", name="Choose your exercises").click()
    unfold(rose, "change the order")
    for name in ("Bridge", "Marching on the spot"):
        rose.get_by_role("button", name=f"Take away {name}").click()
    rose.get_by_role("button", name="Save", exact=True).click()
    expect(rose.get_by_role("alert")).to_contain_text("Choose at least 1 exercise.")
    # then a reload keeps what she had chosen, and the programme's own list is one press away
    rose.reload()
    expect(rose.get_by_text("We kept what you filled in before.")).to_be_visible()
    rose.get_by_role("button", name="Back to the programme’s own list").click()
    expect(said(rose)).to_contain_text("own list")
    expect(to_do(rose)).to_have_text(TITLES)


def test_an_exercise_from_the_library_is_done_and_saved_offline(clinic: Clinic, rose: Page) -> None:
    # given a programme without it
    change_to_short(rose)
    aeroplane_mode(rose)
    choose(rose, "Sit to stand", unticked=("Marching on the spot", "Thigh squeeze"))
    expect(to_do(rose)).to_have_text(["Bridge", "Sit to stand"])
    # when Rose does it, after opening the app anew with no signal
    rose.reload()
    begin(rose, "Sit to stand")
    do_own_pace(rose, sets=2)
    say_how_it_went(rose)
    # then it counts for the plan, and the diary calls it by its name
    expect(to_do(rose)).to_have_text(["Bridge"])
    rose.goto("/diary")
    expect(rose.locator("main")).to_contain_text("Sit to stand")
    aeroplane_mode(rose, on=False)
    rose.evaluate("dispatchEvent(new Event('online'))")
    expect(rose.locator("main .receipt.on-phone")).to_have_count(0)
    [row] = clinic.entries_of(joining.person(rose), "exercise")
    assert (row["body"]["programme"], row["body"]["exercise"]) == ("short", "sit-to-stand")
    plans = clinic.entries_of(joining.person(rose), "plan")
    assert plans[-1]["body"]["exercises"] == ["bridge", "sit-to-stand"]
