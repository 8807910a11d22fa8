"""What others are given of a listing, read as they would: by the standards' own readers, and with plain arithmetic."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
import icalendar
import recurring_ical_events

from support.given_out import told

SETTLES_SECONDS = 15
"""A change is in the feeds some seconds after it was made."""


class GivenOut:
    """A listing as it is given out, until `last`. Every method gives instants in UTC, in order."""

    def __init__(self, client: httpx.Client, listing: str, *, first: datetime, last: datetime, folder: Path) -> None:
        self.client, self.listing, self.first, self.last, self.folder = client, listing, first, last, folder

    def calendar(self) -> bytes:
        answer = self.client.get(f"/open/ical/{self.listing}.ics").raise_for_status()
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8", dict(answer.headers)
        return answer.content

    def in_icalendar(self) -> tuple[list[datetime], list[datetime]]:
        """What icalendar with recurring-ical-events says is on, and what is off."""
        found = recurring_ical_events.of(icalendar.Calendar.from_ical(self.calendar())).between(self.first, self.last)
        at = [(each["DTSTART"].dt.astimezone(UTC), each.get("STATUS") == "CANCELLED") for each in found]
        return sorted(when for when, off in at if not off), sorted(when for when, off in at if off)

    def in_ical_js(self) -> list[datetime]:
        """What ical.js says is on."""
        [starts] = told(self.folder, calendars=[self.calendar().decode()], until=f"{self.last:%Y-%m-%dT%H:%M:%SZ}")[
            "starts"
        ]
        return [datetime.fromisoformat(start) for start in starts]

    def in_openactive(self) -> tuple[list[datetime], list[datetime]]:
        """What the series' schedule plans, less the sessions that its feed says are off; and those."""
        series = self._item("session-series", lambda data: data["@id"].endswith(self.listing))
        off = self._item("scheduled-sessions", lambda data: data["superEvent"] == series["@id"])
        assert off["eventStatus"] == "https://schema.org/EventCancelled"
        [plan] = series["eventSchedule"]
        assert (plan["@type"], plan["repeatFrequency"]) == ("Schedule", "P2W")
        cancelled = datetime.fromisoformat(off["startDate"]).astimezone(UTC)
        assert off["@id"] == plan["idTemplate"].replace("{startDate}", f"{cancelled:%Y-%m-%dT%H:%M:%SZ}")
        planned = self._fortnights(plan["startDate"], plan["startTime"], plan["scheduleTimezone"])
        return [start for start in planned if start != cancelled], [cancelled]

    def in_open_referral(self) -> tuple[list[datetime], str]:
        """What the service's schedule plans, and what it says of single dates."""
        rows = self.client.get("/open/oruk/services", params={"per_page": 100}).raise_for_status().json()["contents"]
        assert self.listing in [row["id"] for row in rows]
        service = self.client.get(f"/open/oruk/services/{self.listing}").raise_for_status().json()
        [plan] = service["schedules"]
        assert (plan["freq"], plan["interval"], plan["byday"]) == ("WEEKLY", 2, "TU")
        return self._fortnights(plan["dtstart"], plan["opens_at"], "Europe/London"), plan["description"]

    def is_in_openactive(self) -> bool:
        """Whether any of the feeds has it."""
        return any(
            self.listing in json.dumps(item)
            for feed in ("session-series", "scheduled-sessions")
            for item in self._items(feed)
        )

    def _fortnights(self, day: str, at: str, zone: str) -> list[datetime]:
        """Every second week at the same time by the clock there."""
        start = datetime.fromisoformat(f"{day}T{at}").replace(tzinfo=ZoneInfo(zone))
        starts = [(start + timedelta(weeks=2 * count)).astimezone(UTC) for count in range(10)]
        return [each for each in starts if each < self.last]

    def _item(self, feed: str, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        until = time.monotonic() + SETTLES_SECONDS
        while True:
            found = [item["data"] for item in self._items(feed) if item["state"] == "updated" and is_it(item["data"])]
            if found:
                [data] = found
                return data
            assert time.monotonic() < until, f"{feed} has it not"
            time.sleep(0.3)

    def _items(self, feed: str) -> Iterator[dict[str, Any]]:
        """The feed from its beginning to its end: an empty page whose next is itself."""
        address = f"/open/openactive/{feed}"
        while True:
            page = self.client.get(address).raise_for_status().json()
            yield from page["items"]
            if not page["items"]:
                assert page["next"].endswith(address)
                return
            address = httpx.URL(page["next"]).raw_path.decode()
