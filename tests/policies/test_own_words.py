"""Each place where people write freely says that nobody watches what they write, and where help is (hazard H04)."""

import re
from collections.abc import Iterator

from support.repository import ROOT, files_under

PAGES = ROOT / "pwa" / "src" / "page" / "screens"
LINE = "<NotWatched />"
GOALS = dict.fromkeys(("goals/GoalForm.tsx", "goals/Goals.tsx", "goals/InCheckIn.tsx"), LINE)
OWN_WORDS = {
    "pain/Pain.tsx": {"pain/Pain.tsx": "pain-note-hint"},
    "exercise/After.tsx": {"exercise/After.tsx": "exercise-note-hint"},
    "helping/PainFor.tsx": {"helping/PainFor.tsx": "helping-note-hint"},
    "measures/Question.tsx": {"checkin/Questions.tsx": LINE},
    "goals/GoalSteps.tsx": GOALS,
    "goals/Action.tsx": GOALS,
    "goals/Coping.tsx": GOALS,
    "goals/ReviewFields.tsx": GOALS,
    "account/AboutMe.tsx": {"account/AboutMe.tsx": LINE},
    "sharing/ShareTrusted.tsx": {"sharing/ShareTrusted.tsx": LINE},
    "sharing/ShareOrganisation.tsx": {"sharing/ShareOrganisation.tsx": LINE},
    "near/Wrong.tsx": {"near/Wrong.tsx": LINE},
    "reminders/Dates.tsx": {"reminders/Dates.tsx": LINE},
    **{f"suggested/{one}.tsx": {f"suggested/{one}.tsx": LINE} for one in ("AskForm", "Finish", "Write")},
}
"""Screens on which people write freely about themselves, and where it says that nobody watches that."""

NO_OWN_WORDS = {
    *(
        "helping/HaveCode.tsx",
        "join/CodeForm.tsx",
        "staff/CodeField.tsx",
        "lock/Secret.tsx",
        "mydata/DeleteAccount.tsx",
    ),
    *("join/Looked.tsx", "more/Called.tsx", "passkeys/Passkeys.tsx", "staff/Invited.tsx", "staff/MakeCode.tsx"),
    "staff/SavedViews.tsx",
    *("measures/NumberQuestion.tsx", "goals/Own.tsx"),
    *("person/NotShared.tsx", "person/ScoreFields.tsx", "person/WriteFor.tsx"),
    *("service/Facts.tsx", "service/Helplines.tsx", "service/Looks.tsx", "service/Organisations.tsx"),
    *("service/Staff.tsx", "near/Where.tsx"),
    *(f"organisation/{name}.tsx" for name in ("ChangeDate", "Profile", "fields")),
    *("reminders/Ways.tsx", "reminders/Rounds.tsx"),
    "support/fields.tsx",
    "closing/Edit.tsx",
    "refer/Text.tsx",
    *("organisation/inbox/AnswerForm.tsx", "answer/Form.tsx", "answer/Code.tsx"),
    *(f"organisation/form/{name}.tsx" for name in ("Come", "Cost", "What", "Where", "Who")),
}
"""Codes, secrets, a postcode, names, a number, addresses and the box of the goals' screens, what staff write or a lead
sets, and what an organisation publishes."""

BOX = re.compile(r'<textarea\b|from "[^"]*/(?:Line|NoteField|NameField|Own)\.tsx"')
OTHER_INPUT = re.compile(r'type="(?:radio|checkbox|date|time|number|color|search)"')


def has_field(text: str) -> bool:
    """Whether a screen has a field in which words can be written."""
    inputs = [rest.partition("/>")[0] for rest in text.split("<input")[1:]]
    return bool(BOX.search(text)) or any(not OTHER_INPUT.search(each) for each in inputs)


def screens() -> Iterator[str]:
    """The screens that have one."""
    for file in files_under("pwa/src/page/screens", ".tsx"):
        if has_field(file.read_text(encoding="utf-8")):
            yield file.relative_to(PAGES).as_posix()


def test_each_place_to_write_freely_says_that_nobody_watches():
    for screen, says in OWN_WORDS.items():
        for file, words in says.items():
            assert words in (PAGES / file).read_text(encoding="utf-8"), (screen, file)
    line = (ROOT / "content/messages/en/own-words.ftl").read_text(encoding="utf-8")
    assert "Nobody watches what you write. If you need help now, use “Get help” above." in line


def test_the_next_field_for_own_words_is_found():
    """If this fails, a screen has a new field: say there that nobody watches, or say here what else it is for."""
    assert {*screens()} == {*OWN_WORDS} | NO_OWN_WORDS
    assert OWN_WORDS.keys().isdisjoint(NO_OWN_WORDS)
    for planted in ("<textarea />", 'import { Line } from "../../components/Line.tsx";', '<input class="input" />'):
        assert has_field(planted), planted
    assert not has_field('<input type="date" /><input class="input" type="search" />')
