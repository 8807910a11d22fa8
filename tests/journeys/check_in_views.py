"""Every screen of check-ins in every state, in order, of somebody whose check-in at 3 weeks is due: the ways there."""

from playwright.sync_api import expect

from journeys.steps.checking import numbers
from journeys.viewing import View, at, button, fill, score, settled, then

CHECK_IN = "/check-in/joint-pain-advisor/three-weeks"

CHECK_INS: dict[str, View] = {
    "check-ins": settled("/check-in", ".panel"),
    "check-ins to choose": at("/check-in/choose"),
    "check-ins to start": settled("/check-in/choose/low-back", "ol"),
    "check-in": settled(CHECK_IN, ".rows"),
    "check-in signs": settled(f"{CHECK_IN}/signs", ".signs"),
    "check-in after help": settled(f"{CHECK_IN}/after-help/signs", ".rows"),
    "check-in questions": settled(f"{CHECK_IN}/pain-nrs", ".scale"),
    "check-in own words": settled(f"{CHECK_IN}/own-activities/2", ".input"),
    "check-in number that cannot be taken": then(
        settled(f"{CHECK_IN}/activity-minutes", ".measure-number"),
        fill("On how many days did you do something that made you breathe harder", "8"),
        button("Next"),
    ),
    "check-in result": settled(f"{CHECK_IN}/confidence/result", ".notice"),
    "check-in not sure": then(settled(f"{CHECK_IN}/confidence", ".scale"), score(5, "How confident")),
    "check-in chair stand": settled(f"{CHECK_IN}/chair-stand", ".chair-stand"),
    "check-in topics": settled(f"{CHECK_IN}/topics", ".thumb"),
    "check-in goal": settled(f"{CHECK_IN}/goal", ".thumb"),
    "check-in other help": settled(f"{CHECK_IN}/onward", ".panel"),
    "check-in to finish": settled(f"{CHECK_IN}/finish", ".thumb"),
    "what has changed, after the first": settled("/check-in/results", ".once"),
    "what has changed": then(
        settled(f"{CHECK_IN}/pain-nrs", ".scale"),
        lambda page: numbers(page, 4, 6, 7),
        settled(f"{CHECK_IN}/finish", ".thumb"),
        button("Finish this check-in"),
        lambda page: expect(page.locator(".first-to-last").first).to_be_visible(),
    ),
    "check-in that is done": at(CHECK_IN),
    "check-ins to end": settled("/check-in/end", ".buttons"),
}
