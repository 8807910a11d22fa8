"""Progress: the chart, its table and the copies agree with what was written down."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from playwright.sync_api import Page, expect

from journeys.clinic import Clinic
from journeys.steps import joining
from journeys.steps.moving import aeroplane_mode, go_to, sees
from journeys.written import day, exercised, plan_for_every_day, settled, written
from support.devices import Devices


@pytest.fixture
def hers(clinic: Clinic, margaret: Callable[..., Page]) -> tuple[Page, list[dict]]:
    """Margaret's phone on Progress, and every version that the server holds of her."""
    page = margaret()
    go_to(page, "Progress")
    sees(page, "Your progress")
    rows = clinic.rows_of(joining.person(page))
    pains = sum(row["kind"] == "pain" for row in standing(rows))
    expect(page.get_by_text(f"You wrote down pain {pains} times")).to_be_visible()  # all of them have come
    return page, rows


def standing(rows: list[dict]) -> list[dict]:
    """The last version of each entry that nobody deleted: others may have changed some in this clinic."""
    last = {row.get("entry") or row["id"]: row for row in rows}
    return [row for row in last.values() if not row.get("gone")]


def test_the_table_adds_up_to_the_entries(hers: tuple[Page, list[dict]]) -> None:
    page, rows = hers
    scores, days = defaultdict(list), defaultdict(set)
    for row in standing(rows):
        monday = monday_of(date.fromisoformat(row["at"][:10]))
        if row["kind"] == "pain":
            scores[monday].append(row["body"]["score"])
        if row["kind"] == "exercise" and row["body"]["outcome"] != "skipped":
            days[monday].add(row["at"][:10])
    # then every week's average and days are as worked out by hand
    shown = [line.locator("th, td").all_inner_texts() for line in page.locator("tbody tr").all()]
    for week in shown:
        monday = next(each for each in all_mondays(rows) if f"{each.day} {each:%B}" == week[0])
        said = scores[monday]
        average = f"{round(sum(said) / len(said) * 10 + 1e-9) / 10:g}" if said else "Nothing written"
        assert week[1].split("\n")[0].strip() == average, (monday, said)
        assert week[2] == (str(len(days[monday])) if days[monday] else "Nothing written")
    assert len(shown) == len(all_mondays(rows))
    # and the sentence counts the same
    total = sum(map(len, scores.values()))
    expect(page.get_by_text(f"You wrote down pain {total} times")).to_be_visible()
    expect(page.get_by_text(f"You exercised on {sum(map(len, days.values()))} days.")).to_be_visible()


def test_the_chart_is_one_picture_with_its_sentence(hers: tuple[Page, list[dict]]) -> None:
    page, _rows = hers
    chart = page.get_by_role("img").first
    expect(chart).to_have_attribute("aria-label", re.compile("You wrote down pain"))
    expect(page.get_by_role("table")).to_be_visible()


def test_copies_made_with_no_signal_hold_every_entry(hers: tuple[Page, list[dict]]) -> None:
    page, rows = hers
    aeroplane_mode(page)
    # when Margaret downloads the spreadsheet and the whole
    sheet = list(csv.reader(io.StringIO(downloaded(page, "Download for a spreadsheet (CSV)"))))
    whole = json.loads(downloaded(page, "Download everything (JSON)"))
    # then no entry is missing
    held = {row.get("entry") or row["id"] for row in rows}
    assert {entry["id"] for entry in whole["entries"]} == held
    assert len(sheet) - 1 == len(standing(rows))
    assert {version["id"] for entry in whole["entries"] for version in entry["versions"]} == {row["id"] for row in rows}
    notes = {row["body"]["note"] for row in standing(rows) if row["kind"] == "pain" and "note" in row["body"]}
    assert notes <= {line[-1] for line in sheet}


def test_a_note_cannot_become_a_formula(clinic: Clinic, devices: Devices) -> None:
    nasty = '=HYPERLINK("http://evil.example","see")'
    lou = clinic.newcomer("Lou", written("pain", {"score": 1, "regions": [], "note": nasty}))
    page = joining.signed_in(devices.phone(base_url=clinic.url), lou.code)
    go_to(page, "Progress")
    text = downloaded(page, "Download for a spreadsheet (CSV)")
    [_heading, line] = list(csv.reader(io.StringIO(text)))
    assert line[-1] == f"'{nasty}"
    assert text.startswith("\ufeff")


def test_the_spreadsheet_says_what_each_entry_keeps(clinic: Clinic, devices: Devices) -> None:
    gentle = exercised("walking", days_ago=2)
    gentle["body"] |= {"gentle": True, "level": 2}
    pat = clinic.newcomer("Pat", plan_for_every_day(), gentle, settled(days_ago=2))
    page = joining.signed_in(devices.phone(base_url=clinic.url), pat.code)
    go_to(page, "Progress")
    text = downloaded(page, "Download for a spreadsheet (CSV)").removeprefix("\ufeff")
    plan, exercise, answer = csv.DictReader(io.StringIO(text))
    assert plan["Plan"] == "Knee and hip programme; Every day at 10am"
    assert (exercise["Level"], exercise["Gentle version"], exercise["Sets"]) == ("2", "Yes", "2")
    assert (answer["About the day"], answer["Settled by next morning"]) == (day(2).isoformat(), "Yes")
    assert answer["Note"] == ""


def test_printing_leaves_out_what_paper_cannot_do(hers: tuple[Page, list[dict]]) -> None:
    page, _rows = hers
    page.emulate_media(media="print")
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_text(re.compile("^Printed on"))).to_be_visible()
    expect(page.get_by_text("Name: Margaret")).to_be_visible()
    expect(page.get_by_role("navigation")).to_be_hidden()
    expect(page.get_by_role("button", name="Print this page")).to_be_hidden()


def test_with_nothing_written_it_says_what_will_be_here(clinic: Clinic, devices: Devices) -> None:
    page = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Zoe").code)
    go_to(page, "Progress")
    expect(page.get_by_text("it shows here week by week")).to_be_visible()


def test_a_plan_alone_is_nothing_to_chart(clinic: Clinic, devices: Devices) -> None:
    page = joining.signed_in(devices.phone(base_url=clinic.url), clinic.newcomer("Amy", plan_for_every_day()).code)
    go_to(page, "Progress")
    expect(page.get_by_text("it shows here week by week")).to_be_visible()


def downloaded(page: Page, button: str) -> str:
    """The text of the file that a button gives."""
    with page.expect_download() as found:
        page.get_by_role("button", name=button).click()
    return found.value.path().read_bytes().decode()


def monday_of(date: date) -> date:
    """The Monday of its week."""
    return date - timedelta(days=date.weekday())


def all_mondays(rows: list[dict]) -> list[date]:
    """Of every week from the first entry of pain or exercise to now."""
    first = min(date.fromisoformat(row["at"][:10]) for row in rows if row["kind"] in ("pain", "exercise"))
    weeks = (monday_of(day()) - monday_of(first)).days // 7
    return [monday_of(first) + timedelta(weeks=week) for week in range(weeks + 1)]
