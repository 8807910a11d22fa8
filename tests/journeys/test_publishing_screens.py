"""For everybody who publishes: every screen of it, light and dark, with large text, by keyboard, with sore thumbs."""

from datetime import UTC, datetime

from journeys.clinic import Clinic
from journeys.every_check import HOW_CLOSELY, Check, faults_of
from journeys.publishing_views import LEAD_WHO_APPROVES, PUBLISHER
from journeys.steps.publishing import Team
from journeys.steps.working import at_work
from support.devices import Devices


@HOW_CLOSELY
def test_every_screen_of_publishing(own_clinic: Clinic, devices: Devices, axe: Check, closely: bool) -> None:
    team = Team(own_clinic, devices)
    team.publish(datetime.now(UTC).date().isoformat())
    team.approve()
    listing = team.ade.url.rsplit("/", 1)[1]
    said = {"listing": listing, "what": "was-not-on", "on": None, "words": "The door was locked."}
    report = "0197a000-0000-7000-8000-000000000000"
    own_clinic.sam.put(f"/api/publishing/reports/{report}/from-staff", json=said).raise_for_status()
    priya = at_work(devices.phone(base_url=own_clinic.url), own_clinic, "Priya", "Your service")
    faults = faults_of(team.ade, PUBLISHER, axe, closely=closely)
    faults += faults_of(priya, LEAD_WHO_APPROVES, axe, closely=closely)
    assert not faults, "\n".join(faults)
