"""Every problem that reading can find, with what it means and what the publisher can do about it."""

from collections.abc import Mapping
from typing import Any

from jointly.listings.dates.problems import REMEDIES as DATE_REMEDIES
from jointly.listings.dates.problems import problem
from jointly.listings.model import Problem

ITEM_REMEDIES: Mapping[str, str] = {
    # What the item is
    "item-unreadable": "The item is not an object that can be read. Send one JSON object with a type and an id.",
    "kind-not-used": "Nothing is wrong: slots and facilities to book are not shown here.",
    "type-unknown": "The type of the item is not known; it was read as a series. Give a type of the OpenActive model.",
    "id-missing": "The item has no id, so its name stands in for one. Give each item an @id that never changes.",
    "name-missing": "The item has no name. Give it one.",
    "parent-missing": "The session's series has not come yet, so the session is not shown. Publish the series.",
    "person-named": "A leader is named in the title; the name was left out. Keep people's names out of titles.",
    # Text and links
    "html-in-text": "The text holds HTML; only its words were kept. Send plain text.",
    "script-in-text": "The text holds a script or another active part, which was thrown away. Send plain text.",
    "text-too-long": "The text is longer than is kept, and was cut. Shorten it.",
    "url-wrong": "The link is not one to a public web page, and was left out. Give a whole https address.",
    "url-without-scheme": "The link does not say http or https; https was taken. Give the whole address.",
    "url-placeholder": "The link is only an example, and was left out. Give the real page, or nothing.",
    "picture-not-used": "The picture is not one that is shown here, such as an SVG. Give a JPEG, PNG or WebP by https.",
    "email-wrong": "The e-mail address is not one, and was left out. Correct it.",
    "email-placeholder": "The e-mail address is only an example, and was left out. Give the real one, or nothing.",
    # Where it is
    "place-missing": "It is not said where it is. Give a location, or say that it is online.",
    "place-is-reference": "The location is only the address of a record elsewhere. Send the place itself.",
    "place-name-is-numbers": "The place's name is a pair of coordinates, and was left out. Give the name of the venue.",
    "place-abroad": "The place is not in the United Kingdom, and is not found by distance. Or correct the country.",
    "address-is-text": "The address is one text; only its postcode was picked out. Give its parts.",
    "postcode-wrong": "The postcode is not one of the United Kingdom, and was left out. Correct it.",
    "postcode-half": "Only the first half of the postcode is there, so the distance is rough. Give all of it.",
    "coordinates-swapped": "Latitude and longitude stood the wrong way round, and were swapped. Put them right.",
    "coordinates-zero": "The coordinates are 0, 0, which is in the sea; they were left out. Give the real ones.",
    "coordinates-outside": "The coordinates are not in or near the United Kingdom; they were left out. Correct them.",
    "coordinates-wrong": "The coordinates are not two numbers of degrees; they were left out. Correct them.",
    # When it is
    "date-wrong": "The date cannot be read, and was left out. Write it as 2026-11-24, or 2026-11-24T10:30:00Z.",
    "date-too-early": "The date is before 2020, and was left out. Remove what is long over, or correct the year.",
    "date-without-time": "The date has no time of day, so no session is shown. Add the time.",
    "start-missing": "The session has no start, so it is not shown. Give its startDate.",
    "end-before-start": "The session ends before it starts, so it is shown without an end. Correct its end.",
    "zone-missing": "The time does not say in which time zone it is; UK time was taken. Add Z or the offset.",
    "zone-misnamed": "The time zone stands under another name than scheduleTimezone. Use that name.",
    "schedule-partial": "The schedule lacks something that dates need, so it is only said when it usually runs. Give a "
    "first day, times, time zone and how often.",
    "schedule-weekly-assumed": "The schedule names days but not how often; weekly was taken. Give repeatFrequency.",
    "schedule-frequency-wrong": "How often the schedule repeats is not understood. Use P1D, P1W, P2W or P1M.",
    "schedule-day-wrong": "A day of the schedule is none that is known, and was left out. Use schema.org's days.",
    "schedule-exception-wrong": "A date on which it does not run cannot be read. Write it as 2026-12-24.",
    "schedule-ended": "A schedule is past its last day, so its times are not shown. Remove it, or give the new times.",
    "time-in-text": "The text names a time at which no session starts. One of the two is wrong: correct it.",
    "duration-wrong": "The length cannot be read, and was left out. Write it as PT45M.",
    "duration-of-course": "The length is that of a whole course, and was left out. Give that of one session.",
    "schedule-over": "Every date is past, so it is not shown any more. Remove it, or give new dates.",
    # What it is, for whom and at what cost
    "activity-missing": "No activity is given. Choose one of the OpenActive activity list.",
    "activity-without-id": "The activity is not one of the OpenActive activity list. Give the id of one that is.",
    "activity-is-text": "The activity is a bare text. Give the id of one of the OpenActive activity list.",
    "age-wrong": "The ages cannot be right, and were left out. Give the youngest and the oldest as numbers.",
    "age-is-text": "The ages are a text. Give them as minValue and maxValue.",
    "gender-unknown": "Who it is for is said in a word that is not known. Use NoRestriction, FemaleOnly or MaleOnly.",
    "status-unknown": "The status is none that is known; it was read as going ahead. Use one of the standard.",
    "attendance-unknown": "How to take part is said in a word that is not known. Use schema.org's attendance modes.",
    "price-wrong": "The price is not an amount of money, and was left out. Give a number of pounds.",
    "price-is-text": "The price is a text. Give it as a number.",
    "currency-missing": "The price has no currency; pounds were taken. Give GBP.",
    "offers-not-list": "The prices are not in a list called offers. Put them there.",
    "free-but-priced": "It is said to be free and has a price as well; both are shown. Correct one of them.",
    "priced-but-free": "It is said not to be free, and yet every price is 0; no price is shown. Correct one of them.",
    "fee-in-text": "It is said to be free, but its text names a fee; both are shown. Correct one of them.",
    # Open Referral UK
    "organisation-missing": "It is not said who runs it; the publisher of the feed is shown. Give the organisation.",
    "spelt-organisation": "The organisation stands under a key spelt with s. The standard spells it organization.",
    "more-places": "Nothing is wrong: it runs at several places, and all of them are shown.",
    # iCalendar
    "calendar-unreadable": "The calendar cannot be read at all. Check it with a validator.",
    "calendar-too-long": "The calendar has more events than are read. Divide it.",
    "event-unreadable": "The event cannot be read, and was left out. Check it with a validator.",
    "event-without-uid": "The event has no UID, so its name and start stand in for one. Give it a UID that stays.",
    "event-without-start": "The event has no DTSTART, and was left out. Give it one.",
    "event-private": "The event is marked as private, and was left out. Publish only what is for everybody.",
    "event-range-not-read": "A change is said to hold for all later dates; only the first was changed. End the series "
    "there, and begin another.",
    "property-unreadable": "A property of the event cannot be read, and was left out. Check it with a validator.",
}
REMEDIES: Mapping[str, str] = {**ITEM_REMEDIES, **DATE_REMEDIES}
"""Every code of reading and of dates, in plain words for whoever looks after a source."""


def note(problems: list[Problem], code: str, found: Any = None) -> None:
    """Puts a problem on the list, once, with what stood there."""
    made = problem(code, None if found is None else " ".join(str(found).split()))
    if made not in problems:
        problems.append(made)
