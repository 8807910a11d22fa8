"""What can be wrong with a schedule, and what its publisher can do about it."""

from collections.abc import Mapping

from jointly.listings.model import Problem

REMEDIES: Mapping[str, str] = {
    "schedule-time-missing": "The schedule has no start time, so it makes no dates. Give its startTime.",
    "schedule-time-wrong": "A time of the schedule is no time of day, so it was not used. Write it as 10:30.",
    "schedule-start-missing": "The schedule has no first day, so it cannot be told in which weeks it runs, or when its "
    "count is over; it makes no dates. Give its startDate.",
    "schedule-start-wrong": "The schedule's first day is before 1970 or after 2200, so it makes no dates. Correct its "
    "startDate.",
    "schedule-end-before-start": "The schedule ends before it starts, so it is shown without an end. Correct its "
    "endTime, or give its duration if it runs past midnight.",
    "schedule-length-wrong": "The schedule's length is not one that a session can have, so its end time is used. Give "
    "the length of one session, not of the whole course.",
    "schedule-interval-wrong": "How often the schedule repeats cannot be used, so it makes no dates. Give a whole "
    "number of days, weeks or months, at least 1.",
    "schedule-month-day-wrong": "The schedule names a day or a week that no month has; it was left out. Use 1 to 31, "
    "or -1 for the last.",
    "schedule-zone-unknown": "The schedule's time zone is not known; its times were read as UK time. Use a name such "
    "as Europe/London.",
    "schedule-start-off-pattern": "The schedule's first day is not one of the days on which it runs; calendars "
    "disagree on whether there is a session. Start it on a day of its pattern.",
    "occurrence-doubled": "Two dates of one series stand for the same time; one of them is shown, a cancelled one "
    "last. Give each its own series, or remove one.",
    "occurrences-too-many": "The series has more dates than are kept; the first ones are shown. Divide it into several "
    "series, or run it less often.",
    "rule-too-frequent": "The rule repeats more than once a day, which no session does; it makes no dates. Use DAILY, "
    "WEEKLY or MONTHLY.",
    "rule-not-understood": "The rule cannot be read, or repeats in a way that is not kept here; it makes no dates. Use "
    "days, weeks, or days of the month.",
    "rule-exceptions-too-many": "The rule has more exceptions than are kept; the latest ones are. Begin a new series.",
    "rule-until-hour-early": "The rule ends one hour before its last session, as the clocks had changed; that session "
    "is shown. Write UNTIL in UTC, at the session's own hour or later.",
    "rule-until-empty": "The rule's UNTIL is empty; the rule was read as one without an end. Leave UNTIL out, or write "
    "it as 20261103T235959Z.",
}
"""Every code of this part to what it means and what to do, in words for whoever looks after a source."""
LONGEST = 200


def problem(code: str, found: object = None) -> Problem:
    """A fault with the value as it stood, cut to what a report can hold."""
    return Problem(code=code, found=None if found is None else str(found)[:LONGEST])
