"""The message to professionals: what is asked comes first, none is said, and views are kept apart."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import get_args, get_type_hints

import pytest

from jointly.prescribing.closing import model as m
from jointly.prescribing.closing.letter import (
    Facts,
    Points,
    Quote,
    Section,
    Table,
    Text,
    Under,
    clean,
    moment,
    month,
    number,
    signed,
)
from jointly.prescribing.closing.sections import SECTIONS, letter
from jointly.prescribing.closing.sections.about import spaced


def section(message: m.ClosingMessage, speak, key: str, **how) -> Section:
    return next(one for one in letter(message, speak, **how).sections if one.key == key)


def test_days_are_those_of_london(changed, speak):
    """Half past eleven at night in UTC is the next day in July, and so is its clock in the letter."""
    made = letter(changed(written_at=datetime(2026, 7, 14, 23, 30, tzinfo=UTC)), speak)

    assert made.foot.endswith("15 July 2026, page")
    [review] = [one for one in made.sections if one.key == "review"]
    [said] = [block for block in review.blocks if isinstance(block, Facts)]
    assert "15 July 2026, 12:30am" in dict(said.pairs).values()


def test_plan_and_requested_actions_come_first(message, speak):
    made = letter(message, speak)

    assert made.title == "End of social prescribing support: Margaret Ann Thwaite"
    assert made.sections[0] == Section(
        "plan",
        "Plan and requested actions",
        (
            Table(
                "Plan and requested actions",
                ("For professionals", "For the person or a carer", "What was agreed"),
                (
                    (
                        "Please look at her painkillers again; she takes them less.",
                        "Go on with chair exercise.",
                        "She will ask at the surgery in September.",
                    ),
                ),
            ),
        ),
    )


def test_none_is_said_out_loud(changed, speak):
    made = changed(plan=())
    assert section(made, speak, "plan").blocks == (Text("None. Nothing is asked of anybody."),)
    assert letter(made, speak).sections[0].key == "plan"


def test_nothing_asked_of_professionals_is_said_too(changed, speak):
    made = changed(plan=(m.RequestedAction(person="Go on walking"),))

    first, table = section(made, speak, "plan").blocks
    assert first == Text("Nothing is asked of professionals.")
    assert table.rows == (("–", "Go on walking", "–"),)


def test_the_order_is_that_of_the_standard(message, speak):
    keys = [one.key for one in letter(message, speak).sections]

    assert keys == [key for key in SECTIONS if key in keys]
    assert set(SECTIONS) - set(keys) == {"problems", "services", "pregnancy", "safeguarding"}


def test_no_known_risks_is_said_and_silence_is_not_the_same(changed, message, speak):
    assert section(message, speak, "risks").blocks == (
        Text("No known risks."),
        Facts((("Looked at on", "12 August 2026"),)),
    )
    assert section(changed(risks=m.Risks()), speak, "risks").blocks == (
        Text("Nobody has said yet if there are risks."),
    )


def test_risks_with_their_days(changed, speak):
    fall = m.Risk(risk=m.Coded(text="Falls", code="22298006"), start=date(2025, 1, 2), comment="On stairs")

    [table] = section(changed(risks=m.Risks(known=(fall,))), speak, "risks").blocks
    assert table.rows == (("Falls (SNOMED CT 22298006)", "2 January 2025", "–", "On stairs"),)


def test_the_referrers_view_and_the_persons_words_are_apart(message, speak):
    assert section(message, speak, "presenting").blocks == (
        Under("The referrer’s view"),
        Points(("Loneliness with osteoarthritis of the knee",)),
        Under("The person’s own words"),
        Quote("I miss having a laugh."),
    )


def test_scores_before_and_after_with_what_a_change_means(message, speak):
    table, *rest = section(message, speak, "scores").blocks

    assert table.header == ("Score", "First", "Last", "Change", "Scale")
    assert table.rows == (
        (
            "Pain, 0 to 10 (version 1): Pain on average",
            "7 (3 March 2026)",
            "4 (12 August 2026)",
            "−3",
            "0 to 10, lower is better",
        ),
        (
            "Personal wellbeing (ONS4) (version 1): Satisfied with life",
            "5 (3 March 2026)",
            "7.5 (12 August 2026)",
            "+2.5",
            "0 to 10, higher is better",
        ),
        (
            "Chair stand, 30 seconds (version 1): Stands",
            "8 stands (3 March 2026)",
            "Not asked again",
            "–",
            "higher is better",
        ),
    )
    assert rest == [
        Under("Pain, 0 to 10: Pain on average"),
        Text("A change of 1 point or more is one that people notice."),
        Text("Source: Salaffi and others, 2004"),
    ]


def test_what_did_not_help_is_told_beside_what_did(message, speak):
    table, *rest = section(message, speak, "tried").blocks

    assert table.rows[0] == (
        "Chair exercise on Tuesdays (activity)",
        "Moorside Hall",
        "group told on 10 March 2026; 17 March 2026 to 4 August 2026",
        "17",
        "Going on",
        "Yes",
    )
    assert table.rows[1][2:] == ("group told on 2 April 2026; 9 April 2026", "1", "Stopped", "No")
    assert [row[-1] for row in table.rows] == ["Yes", "No", "Partly", "–"]
    assert Facts((("What did not help", "The water was too cold for her hands."),)) in rest


def test_signposts_are_no_referrals(message, speak):
    assert section(message, speak, "signposts").blocks == (
        Text("They were given these details. Nobody was told about them, so these are not referrals."),
        Table(
            "Signposts",
            ("Date", "What they were told of", "Reason"),
            (("6 May 2026", "Citizens Advice, 0800 144 8848", "Benefits"),),
        ),
    )


def test_confidence_0_goes_out_as_1_and_says_so(message, speak):
    [table] = [block for block in section(message, speak, "support").blocks if isinstance(block, Table)]

    assert [row[4] for row in table.rows] == ["6 out of 10", "1 out of 10 (they said 0; this scale starts at 1)"]


def test_who_checked_it_and_that_nobody_did(changed, message, speak):
    [facts, *_] = section(message, speak, "review").blocks
    assert ("Checked by", "Priya Rao, Senior link worker, Moorside Link Workers") in facts.pairs

    assert Text("Nobody has checked this yet.") in section(changed(review=None), speak, "review").blocks


def test_safeguarding_leaves_only_when_it_is_asked_for(message, speak):
    assert "shouts" not in str(letter(message, speak))
    assert section(message, speak, "safeguarding", safeguarding=True).blocks[0].rows[0][-1] == "Husband shouts at night"


def test_the_code_of_the_practice_is_shown_only_where_nothing_else_is_known(changed, message, speak):
    assert "Y12345" not in str(section(message, speak, "practices"))
    bare = changed(practices=(m.Practice(code="V81997"),))
    assert section(bare, speak, "practices").blocks == (Facts((("Code", "V81997"),)),)


def test_the_nhs_number_is_shown_on_one_line(message, speak):
    [facts] = section(message, speak, "person").blocks
    assert ("NHS number", "999\u00a0000\u00a00018 – not checked") in facts.pairs
    assert spaced("") == ""


def test_every_choice_has_a_word(speak):
    groups = {
        (m.Person, "sex"): "sex",
        (m.Person, "preferred_method"): "prefers",
        (m.OtherId, "kind"): "id",
        (m.Referral, "method"): "referred-by",
        (m.Contact, "method"): "method",
        (m.Ending, "outcome"): "outcome",
        (m.Tried, "kind"): "thing",
        (m.Tried, "outcome"): "tried",
        (m.Tried, "helped"): "helped",
        (m.Goal, "status"): "goal",
        (m.Action, "status"): "action",
        (m.Score, "better"): "better",
    }
    for (kind, field), group in groups.items():
        choices = [one for one in get_args(get_type_hints(kind)[field]) if one]
        assert choices, field
        for one in choices:
            assert speak(f"closing-{group}-{one}")
    for number_ in range(1, 9):
        assert speak(f"closing-nhs-status-{number_:02}")


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 3, 3, 14, 0, tzinfo=UTC), "3 March 2026, 2pm"),
        (datetime(2026, 8, 12, 11, 0, tzinfo=UTC), "12 August 2026, midday"),
        (datetime(2026, 8, 12, 23, 0, tzinfo=UTC), "13 August 2026, midnight"),
        (datetime(2026, 1, 5, 9, 5, tzinfo=UTC), "5 January 2026, 9:05am"),
    ],
)
def test_times_are_those_of_the_clocks_here(at: datetime, said: str):
    assert moment(at) == said


def test_numbers_and_months():
    assert [signed(one) for one in (-3, 0, 2.5)] == ["−3", "0", "+2.5"]
    assert number(7.0) == "7"
    assert [month(one) for one in ("2026-04", "soon", "")] == ["April 2026", "soon", ""]


def test_what_no_document_can_hold_is_left_out():
    assert clean("a\x00b\tc\r\nd\u202ee\ud800 ") == "ab c\nde"


def test_two_referrals_are_numbered(changed, message, speak):
    again = replace(message.referrals[0], reason="Asked again")

    blocks = section(changed(referrals=(message.referrals[0], again)), speak, "referrals").blocks
    assert [block.words for block in blocks if isinstance(block, Under)] == ["Referral 1", "Referral 2"]
