"""What goes out as Open Referral UK 3 fits the schemas of the UK and of HSDS, and its pages are whole."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from backend.listings.giving_out.conftest import ROOT, organisation, peers, place, schedule, tai_chi, with_dates
from jointly.listings.giving_out import oruk
from jointly.listings.giving_out.oruk_filters import Wanted, chosen, day_of
from jointly.listings.giving_out.oruk_terms import TAXONOMIES, row_of, taxonomy_row, terms_of
from jointly.listings.model import Organisation, Price
from support.fixtures import fixture_json, needs_fixtures

BARE = tai_chi(
    summary=None,
    url=None,
    booking_url=None,
    place=place(street=None, access_note=None),
    organisation=Organisation(id=organisation().id, name="Hands"),
    checked_at=None,
    contact_name=None,
    contact_phone=None,
    contact_email=None,
    schedules=(),
    prices=(),
    stated={},
    conditions=(),
    languages=(),
    activities=(),
    topics=(),
)
SERVICES = {
    "whole": tai_chi(),
    "online": peers(),
    "mixed": tai_chi(attendance="mixed"),
    "bare": BARE,
    "cancelled": tai_chi(status="cancelled"),
    "once": tai_chi(schedules=(schedule(every=None, days=(), interval=1, ends_on=date(2026, 10, 6)),)),
    "daily": tai_chi(schedules=(schedule(every="day", interval=1, days=()),)),
    "monthly": tai_chi(schedules=(schedule(every="month", days=(), interval=1),)),
}


def faults(schema: str, document: Any) -> list[str]:
    validator = Draft202012Validator(fixture_json(schema), format_checker=FormatChecker())
    return [f"{list(fault.absolute_path)}: {fault.message}" for fault in validator.iter_errors(document)]


@pytest.mark.parametrize("name", SERVICES)
@needs_fixtures("that services fit the schemas of Open Referral UK 3 and HSDS 3")
def test_a_service_fits_both_schemas(name: str):
    made = oruk.full(SERVICES[name], ROOT)
    assert faults("oruk/schemas/uk-profile-compiled/service.json", made) == []
    assert faults("hsds/schemas-3.0/service.json", made) == []


@needs_fixtures("that pages of lists fit the schemas of Open Referral UK 3")
def test_pages_fit_the_schemas_of_lists():
    def fits(schema: str, rows: list[dict]) -> list[str]:
        page = oruk.envelope(rows, total=len(rows), page=1, per_page=50)
        return faults(f"oruk/schemas/V3.0-UK/{schema}.json", page)

    services = list(SERVICES.values())
    assert fits("service_list", [oruk.row(service, ROOT) for service in services]) == []
    at = [row for service in services for row in oruk.at_places(service, ROOT)]
    assert fits("service_at_location_list", at) == []
    assert fits("taxonomy_list", [taxonomy_row(one) for one in TAXONOMIES]) == []
    terms = {term.uri: term for service in services for term in terms_of(service)}
    assert fits("taxonomy_term_list", [row_of(term) for term in terms.values()]) == []


@needs_fixtures("that the schemas of Open Referral UK 3 are awake: they find what is wrong in a damaged service")
def test_the_schemas_are_awake():
    damaged = oruk.full(tai_chi(), ROOT) | {"status": "on", "last_modified": "yesterday", "url": "no address"}
    assert len(faults("oruk/schemas/uk-profile-compiled/service.json", damaged)) == 3


def test_rows_of_a_list_carry_no_schedules_places_contacts_costs_or_attributes():
    inner = {"schedules", "service_at_locations", "contacts", "cost_options", "attributes", "organization"}
    assert not inner & oruk.row(tai_chi(), ROOT).keys()
    assert inner <= oruk.full(tai_chi(), ROOT).keys()


@pytest.mark.parametrize(
    ("total", "page", "rows", "told"),
    [
        (0, 1, 0, (0, True, True, True)),
        (3, 1, 3, (1, True, True, False)),
        (120, 1, 50, (3, True, False, False)),
        (120, 3, 20, (3, False, True, False)),
        (120, 4, 0, (3, False, True, True)),
    ],
)
def test_the_envelope_says_where_in_the_list_a_page_is(total: int, page: int, rows: int, told: tuple):
    made = oruk.envelope([{}] * rows, total=total, page=page, per_page=50)
    assert (made["total_pages"], made["first_page"], made["last_page"], made["empty"]) == told
    assert (made["total_items"], made["page_number"], made["size"], len(made["contents"])) == (total, page, rows, rows)


def test_what_is_free_says_so_and_the_link_to_join_stays_here():
    assert oruk.row(peers(), ROOT)["fees"] == "Free"
    assert "fees" not in oruk.row(tai_chi(), ROOT)
    tea = tai_chi(prices=(Price(pence=0),), price_words="£2 for tea")
    assert oruk.row(tea, ROOT)["fees"] == "£2 for tea"
    assert "secret-room" not in str(oruk.full(peers(), ROOT))


TERM = next(term for term in terms_of(tai_chi()) if term.uri == "urn:jointly:condition:hands")


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), "tp"),
        (Wanted(words="tai JOINTS"), "t"),
        (Wanted(words="swimming"), ""),
        (Wanted(term=TERM.id), "tp"),
        (Wanted(taxonomy=TAXONOMIES[0].id), "t"),
        (Wanted(youngest=100), "p"),
        (Wanted(oldest=17), "p"),
        (Wanted(day="tue"), "tp"),
        (Wanted(day="wed"), ""),
        (Wanted(from_time="10:30", to_time="11:30"), "tp"),
        (Wanted(from_time="10:31"), ""),
        (Wanted(organisation=organisation().id), "tp"),
        (Wanted(changed_after=datetime(2026, 11, 20, 9, 30, tzinfo=UTC)), ""),
        (Wanted(near=(53.8, -1.55), metres=1_000), "t"),
        (Wanted(near=(53.9, -1.55), metres=1_000), ""),
    ],
)
def test_every_parameter_leaves_out_what_does_not_fit(wanted: Wanted, found: str):
    services = {"t": tai_chi(), "p": peers(min_age=None, max_age=None)}
    assert chosen(list(services.values()), wanted) == [services[name] for name in found]


def test_days_are_asked_for_in_any_usual_way():
    assert [day_of(said) for said in ("TU", "tue", "Tuesday", "x")] == ["tue", "tue", "tue", None]


def test_a_date_that_is_off_or_moved_is_said_in_words_by_the_schedule_that_planned_it():
    out = with_dates(tai_chi())
    [planned, other] = oruk.full(
        tai_chi(schedules=(*out.service.schedules, schedule(days=("fri",)))), ROOT, spoken=out.said
    )["schedules"]
    assert planned["description"].endswith(
        "Not on 1 December 2026 (The hall is shut). On 16 December 2026 at 14:00 instead of 15 December 2026."
    )
    assert "instead of" not in other.get("description", "")
