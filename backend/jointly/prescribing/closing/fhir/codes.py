"""Names of systems, profiles and headings. UK Core's addresses are as HL7 UK publishes them."""

SNOMED = "http://snomed.info/sct"

NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number"
ODS_CODE = "https://fhir.nhs.uk/Id/ods-organization-code"
URI = "urn:ietf:rfc:3986"
UCUM = "http://unitsofmeasure.org"
SCORES = "urn:jointly:score"
"""A questionnaire's slug and the key of its score, as our content has them, with its version."""

_UK = "https://fhir.hl7.org.uk"
NHS_NUMBER_STATUS = f"{_UK}/StructureDefinition/Extension-UKCore-NHSNumberVerificationStatus"
NHS_NUMBER_STATUSES = f"{_UK}/CodeSystem/UKCore-NHSNumberVerificationStatusEngland"
ETHNIC_CATEGORY = f"{_UK}/StructureDefinition/Extension-UKCore-EthnicCategory"
ETHNIC_CATEGORIES = f"{_UK}/CodeSystem/UKCore-EthnicCategoryEngland"
HEADINGS = f"{_UK}/CodeSystem/UKCore-RecordStandardHeadings"
GENDER_IDENTITY = "http://hl7.org/fhir/StructureDefinition/patient-genderIdentity"

_HL7 = "http://terminology.hl7.org/CodeSystem"
ACHIEVEMENT = f"{_HL7}/goal-achievement"
CATEGORY = f"{_HL7}/observation-category"
CLASS = f"{_HL7}/v3-ActCode"
CONDITION_CATEGORY = f"{_HL7}/condition-category"
CONDITION_STATUS = f"{_HL7}/condition-clinical"
EMPTY = f"{_HL7}/list-empty-reason"

PROFILED = frozenset(
    {
        "Bundle",
        "CarePlan",
        "Communication",
        "Composition",
        "Condition",
        "Encounter",
        "Flag",
        "Observation",
        "Organization",
        "Patient",
        "Practitioner",
        "PractitionerRole",
        "Procedure",
        "ServiceRequest",
        "Task",
    }
)
"""Resources that UK Core has a profile of; it has none of Goal."""

SECTION_CODES = {
    "plan": "plan-and-requested-actions",
    "person": "patient-demographics",
    "practices": "general-practitioner-practice",
    "referrals": "referral-details",
    "ending": "outcome",
    "summary": "clinical-summary",
    "scores": "assessment-scales",
    "tried": "treatments-and-interventions",
    "signposts": "information-and-advice-given",
    "presenting": "presenting-complaints-or-issues",
    "risks": "risk-information",
    "contacts": "professional-contacts",
    "requirements": "individual-requirements",
    "social": "social-context",
    "problems": "problems-and-issues",
    "services": "services-and-care",
    "consent": "consent-for-information-sharing",
    "safeguarding": "safeguarding-issues",
    "review": "person-completing-record",
}
"""UK Core's Record Standard Headings; sections of which it has no heading carry a title alone."""


def profile(kind: str) -> str:
    """The address of UK Core's profile."""
    return f"{_UK}/StructureDefinition/UKCore-{kind}"
