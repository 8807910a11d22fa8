"""Margaret's Joint Pain Advisor pathway: begun with her advisor 3 weeks ago, so that the check-in at 3 weeks is due."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from jointly.demo.diary import Entry

PATHWAY, FIRST = "joint-pain-advisor", "baseline"
WEEKS = 3
ANSWERS: dict[str, dict[str, int | str]] = {
    "pain-nrs": {"now": 5, "average": 6, "worst": 8},
    "own-activities": {
        "activity-1": "Walking to the shop",
        "rate-1": 4,
        "activity-2": "Getting up from my chair",
        "rate-2": 5,
        "activity-3": "Kneeling in the garden",
        "rate-3": 2,
    },
    "activity-minutes": {"moderate_days": 2, "moderate_minutes": 20, "vigorous_days": 0, "days_30": 0},
    "confidence": {"sure": 5},
    "ons4": {"satisfied": 6, "worthwhile": 7, "happy": 6, "anxious": 4},
    "loneliness": {"lonely": 3},
    "phq-4": {"nervous": 1, "worrying": 0, "interest": 1, "down": 0},
}


def three_weeks_ago(versions: Mapping[str, int], today: datetime) -> list[Entry]:
    """The start of the pathway, the first contact with her answers, and a goal; `versions` are the content's own, of
    the pathway and of each instrument."""
    then = (today - timedelta(weeks=WEEKS)).replace(hour=14, minute=5, second=0, microsecond=0, fold=0)
    on = then.date().isoformat()
    pathway = {"pathway": PATHWAY, "version": versions[PATHWAY], "variant": None, "started_on": on}
    answers = {slug: {"version": versions[slug], "values": values, "left": False} for slug, values in ANSWERS.items()}
    check_in = {"pathway": PATHWAY, "version": versions[PATHWAY], "contact": FIRST, "with": "together", "state": "done"}
    check_in |= {"on": on, "answers": answers, "topics": ["pacing"], "refers": ["leisure"], "goal_reviewed": True}
    told = [
        (then, "pathway", pathway | {"extra": [], "ended": None}),
        (then + timedelta(minutes=24), "goal", _goal(today)),
        (then + timedelta(minutes=31), "check-in", check_in),
    ]
    return [(at, kind, json.dumps(body).encode()) for at, kind, body in told]


def _goal(today: datetime) -> dict:
    return {
        "matters": "Seeing my granddaughter play on Saturdays.",
        "goal": "Walk to the playing field and back",
        "importance": 9,
        "action": {
            "what": "Walk to the corner and back",
            "when": "After breakfast",
            "where": "From home",
            "confidence": 8,
        },
        "coping": [{"if": "it rains", "then": "I walk up and down the hall."}],
        "review_on": (today + timedelta(days=6)).date().isoformat(),
        "status": "active",
        "helped": None,
        "bad_day": "Half the way, and sit on the bench.",
    }
