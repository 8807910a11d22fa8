"""The FHIR document: its structure by the R4B models, and by our own tests what those models do not look at."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from fhir.resources.R4B import get_fhir_model_class
from fhir.resources.R4B.bundle import Bundle
from pydantic import ValidationError

from jointly.prescribing.closing import model as m
from jointly.prescribing.closing.fhir import document
from jointly.prescribing.closing.fhir.codes import PROFILED
from support.fhir import codings, fields, resources
from support.leaves import leaves
from support.repository import ROOT

EPISODE = "urn:uuid:0199f000-0000-7000-8000-000000000005"
CODES = {
    "Bundle.type": {"document"},
    "CarePlan.status": {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"},
    "CarePlan.intent": {"proposal", "plan", "order", "option"},
    "CarePlan.activity.detail.status": {
        *("not-started", "scheduled", "in-progress", "on-hold", "completed", "cancelled", "stopped", "unknown"),
    },
    "Communication.status": {"preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "unknown"},
    "Composition.status": {"preliminary", "final", "amended", "entered-in-error"},
    "Composition.confidentiality": {"U", "L", "M", "N", "R", "V"},
    "Composition.attester.mode": {"personal", "professional", "legal", "official"},
    "Composition.relatesTo.code": {"replaces", "transforms", "signs", "appends"},
    "Composition.section.text.status": {"generated", "extensions", "additional", "empty"},
    "Encounter.status": {"planned", "arrived", "triaged", "in-progress", "onleave", "finished", "cancelled"},
    "Flag.status": {"active", "inactive", "entered-in-error"},
    "Goal.lifecycleStatus": {
        *("proposed", "planned", "accepted", "active", "on-hold", "completed", "cancelled", "rejected"),
    },
    "Observation.status": {"registered", "preliminary", "final", "amended", "corrected", "cancelled", "unknown"},
    "Patient.gender": {"male", "female", "other", "unknown"},
    "Patient.name.use": {"usual", "official", "temp", "nickname", "anonymous", "old", "maiden"},
    "Patient.telecom.system": {"phone", "fax", "email", "pager", "url", "sms", "other"},
    "Patient.telecom.use": {"home", "work", "temp", "old", "mobile"},
    "Patient.address.use": {"home", "work", "temp", "old", "billing"},
    "Patient.address.type": {"postal", "physical", "both"},
    "PractitionerRole.telecom.system": {"phone", "fax", "email", "pager", "url", "sms", "other"},
    "Procedure.status": {
        *("preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "unknown"),
    },
    "ServiceRequest.status": {"draft", "active", "on-hold", "revoked", "completed", "entered-in-error", "unknown"},
    "ServiceRequest.intent": {"proposal", "plan", "directive", "order", "original-order", "reflex-order", "option"},
    "Task.status": {
        *("draft", "requested", "received", "accepted", "rejected", "ready", "cancelled", "in-progress", "on-hold"),
        *("failed", "completed"),
    },
    "Task.intent": {"unknown", "proposal", "plan", "order", "original-order", "reflex-order", "option"},
}
"""Codes of R4's required bindings, as hl7.org/fhir/R4 lists them: `fhir.resources` looks at none."""

FALL = m.Risk(risk=m.Coded(text="Falls", code="22298006"), start=date(2025, 1, 2), end=date(2025, 6, 2))


def whole(changed) -> m.ClosingMessage:
    """A message with something in every section."""
    return changed(
        replaces=UUID(int=7),
        risks=m.Risks(known=(FALL,)),
        problems=(m.Coded(text="Osteoarthritis of the knee"),),
        services=(m.Service(what="Physiotherapy", since=date(2026, 5, 1)),),
        pregnancy="No longer asked",
    )


def variants(changed) -> Iterator[m.ClosingMessage]:
    yield changed()
    yield whole(changed)
    yield changed(plan=(), practices=(m.Practice(code="V81997"),), review=None, support=m.CarePlan())
    for outcome in ("declined", "unable", "unsuitable", "moved", "disengaged", "died", "withdrawn", "other"):
        ending = m.Ending(outcome=outcome, closed_on=date(2026, 8, 14), comment="As it was")
        yield changed(ending=replace(ending, declined_on=date(2026, 3, 3)) if outcome == "declined" else ending)
    yield changed(referrals=(m.Referral(method="self", to="Moorside Link Workers"),), person=m.Person(id=UUID(int=9)))


@pytest.fixture(scope="module")
def documents(changed, speak) -> list[dict[str, Any]]:
    """Documents of all kinds of ends, each with and without safeguarding."""
    return [document(one, speak, safeguarding=asked) for one in variants(changed) for asked in (False, True)]


def test_every_document_fits_the_models(documents):
    for made in documents:
        Bundle.model_validate_json(json.dumps(made))


def test_the_models_do_refuse(message, speak):
    for spoil in (
        lambda made: made["entry"][0]["resource"].pop("status"),
        lambda made: made["entry"][0]["resource"].update(colour="red"),
        lambda made: made["entry"][0]["resource"].update(date="yesterday"),
        lambda made: made["entry"][1]["resource"].update(birthDate="14/3/1951"),
        lambda made: made["entry"][1]["resource"].update(name=[{"text": ""}]),
    ):
        made = document(message, speak)
        spoil(made)
        with pytest.raises(ValidationError):
            Bundle.model_validate(made)


def test_every_code_is_one_of_r4s(documents):
    seen: set[str] = set()
    for made in documents:
        found = [("Bundle.type", made["type"])]
        for entry in made["entry"]:
            found += fields(entry["resource"], entry["resource"]["resourceType"])
        for path, value in found:
            if re.search(r"\.(status|intent|mode|use|gender|lifecycleStatus|confidentiality)$|telecom\.system$", path):
                assert path in CODES, f"{path} has no codes here"
            if path in CODES:
                assert value in CODES[path], path
                seen.add(path)
    assert seen == CODES.keys() - {"Patient.address.type"}


def test_it_is_a_document_with_the_composition_first(message, speak):
    made = document(message, speak)

    assert [made["type"], made["timestamp"]] == ["document", "2026-08-14T09:30:00Z"]
    assert made["identifier"] == {
        "system": "urn:ietf:rfc:3986",
        "value": "urn:uuid:0199f000-0000-7000-8000-000000000001",
    }
    assert [one["resource"]["resourceType"] for one in made["entry"][:2]] == ["Composition", "Patient"]
    assert len(resources(made, "Composition")) == 1


def test_every_reference_leads_to_an_entry_and_every_entry_is_reached_from_the_composition(documents):
    for made in documents:
        by_url = {one["fullUrl"]: one["resource"] for one in made["entry"]}
        assert len(by_url) == len(made["entry"])
        for url, resource in by_url.items():
            assert url == f"urn:uuid:{UUID(resource['id'])}"
        reached, ahead = set(), [made["entry"][0]["fullUrl"]]
        while ahead:
            url = ahead.pop()
            if url not in reached:
                reached.add(url)
                ahead += [value for path, value in fields(by_url[url], "") if path.endswith(".reference")]
        assert reached == by_url.keys()


def test_references_are_to_kinds_that_their_fields_take(documents):
    checked = 0
    for made in documents:
        kinds = {one["fullUrl"]: one["resource"]["resourceType"] for one in made["entry"]}
        for entry in made["entry"]:
            resource = entry["resource"]
            model = get_fhir_model_class(resource["resourceType"])
            for field in model.model_fields.values():
                takes = (field.json_schema_extra or {}).get("enum_reference_types")
                value = resource.get(field.alias or "")
                for one in value if isinstance(value, list) else [value]:
                    if takes and isinstance(one, dict) and "reference" in one:
                        assert kinds[one["reference"]] in takes or "Resource" in takes, (resource, field.alias)
                        checked += 1
    assert checked > 400


def test_it_is_the_same_each_time(message, changed, speak):
    assert json.dumps(document(message, speak)) == json.dumps(document(message, speak))
    other = document(changed(id=UUID(int=8), replaces=message.id), speak)
    assert resources(other, "ServiceRequest")[0]["id"] == EPISODE.removeprefix("urn:uuid:")
    assert resources(other, "Composition")[0]["relatesTo"] == [
        {
            "code": "replaces",
            "targetIdentifier": {
                "system": "urn:ietf:rfc:3986",
                "value": "urn:uuid:0199f000-0000-7000-8000-000000000001",
            },
        }
    ]


def test_nothing_is_empty(documents):
    for made in documents:
        text = json.dumps(made)
        assert not re.search(r'null|""|\[\]|\{\}', text)
        assert len(list(leaves(made))) > 100


def test_codes_go_out_without_the_terms_of_their_owners(documents):
    for made in documents:
        for entry in made["entry"]:
            assert all(one.keys() <= {"system", "version", "code"} for one in codings(entry["resource"]))


def test_uk_core_is_stated(message, speak):
    for entry in document(message, speak)["entry"]:
        kind = entry["resource"]["resourceType"]
        stated = entry["resource"].get("meta", {}).get("profile")
        assert stated == ([f"https://fhir.hl7.org.uk/StructureDefinition/UKCore-{kind}"] if kind in PROFILED else None)


def test_no_resource_is_used_that_the_list_of_differences_leaves_out(documents):
    listed = (ROOT / "backend/jointly/prescribing/closing/fhir/R4.md").read_text(encoding="utf-8")
    used = {entry["resource"]["resourceType"] for made in documents for entry in made["entry"]} | {"Bundle"}
    sentence = listed.partition("We use none: ")[2].partition(" are the same")[0]

    assert used == set(re.findall(r"[A-Z]\w+", sentence))


def test_what_the_rules_of_documents_and_sections_ask(documents):
    for made in documents:
        assert made["identifier"]["system"] and made["identifier"]["value"], "bdl-9"
        assert made["timestamp"], "bdl-10"
        assert made["entry"][0]["resource"]["resourceType"] == "Composition", "bdl-11"
        for one in resources(made, "Composition")[0]["section"]:
            assert one["text"]["div"], "cmp-1"
            assert not ("entry" in one and "emptyReason" in one), "cmp-2"
