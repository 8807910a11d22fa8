"""What the FHIR document says: the codes, none said, the views apart, and what did not help."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from jointly.prescribing.closing import model as m
from jointly.prescribing.closing.fhir import document
from jointly.prescribing.closing.sections import letter
from support.fhir import SNOMED, resources, section, snomed

FALL = m.Risk(risk=m.Coded(text="Falls", code="22298006"), start=date(2025, 1, 2), end=date(2025, 6, 2))


def test_the_sections_are_those_of_the_letter_with_the_plan_first(message, speak):
    [composition] = resources(document(message, speak), "Composition")

    assert [one["title"] for one in composition["section"]] == [one.heading for one in letter(message, speak).sections]
    assert composition["section"][0]["title"] == "Plan and requested actions"
    assert [one["description"] for one in resources(document(message, speak), "Task")] == [
        "Please look at her painkillers again; she takes them less.",
        "Go on with chair exercise.",
    ]


def test_the_code_of_an_accepted_episode_is_there_once_with_the_day_of_the_first_yes(message, speak):
    made = document(message, speak)

    assert snomed(made) == [("ServiceRequest", "871731000000106")]
    request = resources(made, "ServiceRequest")[0]
    assert request["occurrenceDateTime"] == "2026-03-03"
    assert request["code"] == {
        "coding": [{"system": SNOMED, "code": "871731000000106"}],
        "text": "Referral to social prescribing",
    }


def test_two_referrals_of_an_episode_still_carry_it_once(changed, message, speak):
    made = document(changed(referrals=(*message.referrals, *message.referrals)), speak)

    assert snomed(made) == [("ServiceRequest", "871731000000106")]


def test_an_episode_that_was_coded_before_is_not_coded_again(changed, message, speak):
    made = document(changed(ending=replace(message.ending, coded_before=True)), speak)

    assert snomed(made) == []
    assert resources(made, "ServiceRequest")[0]["code"] == {"text": "Referral to social prescribing"}


def test_declined_has_its_own_code_and_not_the_other(changed, speak):
    ending = m.Ending(outcome="declined", declined_on=date(2026, 3, 3), closed_on=date(2026, 3, 3))
    made = document(changed(ending=ending), speak)

    assert snomed(made) == [("Observation", "871711000000103")]
    assert resources(made, "ServiceRequest")[0]["status"] == "revoked"


@pytest.mark.parametrize("outcome", ["unable", "unsuitable"])
def test_who_was_never_asked_has_no_code(changed, speak, outcome):
    made = document(changed(ending=m.Ending(outcome=outcome, closed_on=date(2026, 3, 3))), speak)

    assert snomed(made) == []


def test_no_known_risks_is_said_in_words_and_as_a_reason_for_an_empty_section(message, changed, speak):
    nil = {"coding": [{"system": "http://terminology.hl7.org/CodeSystem/list-empty-reason", "code": "nilknown"}]}
    risks = section(document(message, speak), "Risks")
    assert "No known risks." in risks["text"]["div"]
    assert risks["emptyReason"] == nil
    assert "entry" not in risks

    assert "emptyReason" not in section(document(changed(risks=m.Risks()), speak), "Risks")
    both = section(document(changed(risks=m.Risks(known=(FALL,), none_known=True)), speak), "Risks")
    assert "emptyReason" not in both, "a section with entries has none (cmp-2)"
    plan = section(document(changed(plan=()), speak), "Plan and requested actions")
    assert plan["emptyReason"] == nil
    assert "None." in plan["text"]["div"]


def test_a_risk_is_a_flag(changed, speak):
    made = document(changed(risks=m.Risks(known=(FALL,))), speak)

    [flag] = [one for one in resources(made, "Flag") if one["category"][0]["text"] == "Risk"]
    assert flag["code"] == {"coding": [{"system": SNOMED, "code": "22298006"}], "text": "Falls"}
    assert (flag["status"], flag["period"]) == ("inactive", {"start": "2025-01-02", "end": "2025-06-02"})
    assert "emptyReason" not in section(made, "Risks")


def test_the_person(message, speak):
    [patient] = resources(document(message, speak), "Patient")

    assert patient["identifier"][0]["system"] == "https://fhir.nhs.uk/Id/nhs-number"
    assert patient["identifier"][0]["value"] == "9990000018"
    assert patient["identifier"][0]["extension"][0]["valueCodeableConcept"]["coding"][0]["code"] == "02"
    assert patient["name"][0] == {
        "use": "official",
        "text": "Margaret Ann Thwaite",
        "family": "Thwaite",
        "given": ["Margaret", "Ann"],
    }
    assert (patient["gender"], patient["birthDate"]) == ("female", "1951-03-14")
    assert "deceasedBoolean" not in patient


def test_scores_are_two_observations_with_the_change_in_words(message, speak):
    made = [one for one in resources(document(message, speak), "Observation") if "valueQuantity" in one]

    pain = [one for one in made if one["code"]["coding"][0]["code"] == "pain-nrs/average"]
    assert [(one["effectiveDateTime"], one["valueQuantity"]["value"]) for one in pain] == [
        ("2026-03-03", 7),
        ("2026-08-12", 4),
    ]
    assert [one["text"] for one in pain[1]["note"]] == [
        "Change since 3 March 2026: −3",
        "0 to 10, lower is better",
        "A change of 1 point or more is one that people notice.",
        "Source: Salaffi and others, 2004",
    ]
    assert len(made) == 5
    assert not any("interpretation" in one for one in made)


def test_what_did_not_help_is_there_and_signposts_are_no_requests(message, speak):
    made = document(message, speak)

    swim = next(one for one in resources(made, "Procedure") if one["code"]["text"] == "Gentle swim")
    assert (swim["status"], swim["outcome"]) == ("stopped", {"text": "Did it help? No"})
    assert {"text": "What did not help: The water was too cold for her hands."} in swim["note"]
    assert len(resources(made, "ServiceRequest")) == 3, "the episode and two groups that were told"
    [signpost] = resources(made, "Communication")
    assert signpost["payload"] == [{"contentString": "Citizens Advice, 0800 144 8848"}]
    choir = next(one for one in resources(made, "Procedure") if one["code"]["text"] == "Choir")
    assert choir["status"] == "not-done"


def test_the_two_views_have_two_asserters(message, speak):
    made = document(message, speak)

    [patient] = resources(made, "Patient")
    said = {one["code"]["text"]: one.get("asserter") for one in resources(made, "Condition")}
    assert said["I miss having a laugh."] == {"reference": f"urn:uuid:{patient['id']}"}
    assert said["Loneliness with osteoarthritis of the knee"] == resources(made, "ServiceRequest")[0]["requester"]
    assert said["Sees few people"] is None


def test_a_message_that_nobody_reviewed_is_preliminary(changed, message, speak):
    assert resources(document(message, speak), "Composition")[0]["status"] == "final"
    [unread] = resources(document(changed(review=None), speak), "Composition")
    assert unread["status"] == "preliminary"
    assert "attester" not in unread


def test_safeguarding_leaves_no_trace_unless_it_is_asked_for(message, speak):
    assert not re.search("shouts|afeguarding", json.dumps(document(message, speak)))
    asked = document(message, speak, safeguarding=True)
    assert resources(asked, "Composition")[0]["confidentiality"] == "R"
    assert any(one["code"]["text"] == "Husband shouts at night" for one in resources(asked, "Flag"))
