"""For everybody: every screen in every state, light and dark, with large text, by keyboard, with sore thumbs."""

import pytest

from journeys import views
from journeys.clinic import Clinic
from journeys.every_check import HOW_CLOSELY, Check, faults_of
from journeys.steps import joining
from support.devices import Devices


@HOW_CLOSELY
@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Margaret", views.PATIENT),
        (None, views.STRANGER),
        ("Sam", views.ADVISOR),
        ("Priya", views.LEAD),
        ("Joan", views.CARER),
    ],
    ids=["a person", "somebody who has not joined", "an advisor", "a lead", "a carer"],
)
def test_every_screen_in_every_state(
    own_clinic: Clinic, devices: Devices, axe: Check, name: str | None, seen: dict[str, views.View], closely: bool
) -> None:
    page = devices.phone(base_url=own_clinic.url)
    if name:
        joining.open_link(page, own_clinic.link_of(name).partition("#")[2])
        joining.confirm(page)
        page.wait_for_selector("nav")
    faults = faults_of(page, seen, axe, closely=closely)
    assert not faults, "\n".join(faults)
