"""Three phones and a service, and everything that may come between them (reliability R1, R4 to R8).

The phones are the PWA's own store, outbox and sync, in Node; the service is the real one. After any history and
a quiet end: all replicas are equal, every version anybody saved is there once, and nothing is there that nobody saved.
"""

import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from faults.device import Device
from faults.near_server import NearServer

DEVICES = st.integers(0, 2)
FAULTS = st.sampled_from(["none", "none", "drop-request", "drop-response", "duplicate", "replay", "cut"])
YEAR = 365 * 86_400
CLOCKS = st.sampled_from([0, -2 * YEAR, -3600, 3600, 10 * YEAR])
SCORES = st.integers(0, 10)
names = itertools.count()


def _alive(history: "Histories") -> bool:
    return not history.erased


class World:
    """What outlives one history: three Node processes and the service."""

    near: NearServer
    devices: list[Device]


class Histories(RuleBasedStateMachine):
    """The model is the set of versions that were saved, and of those that a phone was told are received."""

    def __init__(self) -> None:
        super().__init__()
        self.near, self.devices = World.near, World.devices
        history = next(names)
        for place, device in enumerate(self.devices):
            device("open", url=self.near.url, name=f"{history}-{place}")
        first, *others = self.devices
        self.person = first("join", code=self.near.join_code())["me"]["person"]
        for device in others:
            device("join", code=self.near.person_code(self.person))
        self.saved: dict[str, str] = {}
        self.received: list[set[str]] = [set(), set(), set()]
        self.backed_up = False
        self.erased = False

    @precondition(_alive)
    @rule(device=DEVICES, score=SCORES)
    def save(self, device: int, score: int) -> None:
        entry = self.devices[device]("save", kind="pain", body={"score": score, "regions": ["left-knee"]})
        self._remember(entry)

    @precondition(_alive)
    @rule(device=DEVICES, score=SCORES, data=st.data())
    def correct(self, device: int, score: int, data: st.DataObject) -> None:
        if entry := self._some_entry(device, data, gone=False):
            body = {"score": score, "regions": ["right-hip"]}
            self._remember(self.devices[device]("correct", entry=entry, body=body))

    @precondition(_alive)
    @rule(device=DEVICES, data=st.data())
    def remove(self, device: int, data: st.DataObject) -> None:
        if entry := self._some_entry(device, data, gone=False):
            self._remember(self.devices[device]("remove", entry=entry))

    @precondition(_alive)
    @rule(device=DEVICES, data=st.data())
    def undo(self, device: int, data: st.DataObject) -> None:
        if entry := self._some_entry(device, data, gone=True):
            self._remember(self.devices[device]("undo", entry=entry))

    @rule(device=DEVICES, fault=FAULTS)
    def sync(self, device: int, fault: str) -> None:
        self.devices[device]("sync", fault=fault)
        if not self.erased:
            self._what_was_received_is_never_forgotten(device)

    @rule(device=DEVICES)
    def reopen_phone(self, device: int) -> None:
        self.devices[device]("restart")

    @rule(device=DEVICES, offset=CLOCKS)
    def clock_jumps(self, device: int, offset: int) -> None:
        self.devices[device]("clock", offset_seconds=offset)

    @rule()
    def restart_service(self) -> None:
        self.near.restart()

    @precondition(lambda self: not self.backed_up)
    @rule()
    def back_up(self) -> None:
        self.near.back_up()
        self.backed_up = True

    @precondition(lambda self: self.backed_up)
    @rule()
    def restore(self) -> None:
        self.near.restore()
        self.backed_up = False

    @precondition(lambda self: self.backed_up and not self.erased)
    @rule(sure=st.integers(0, 5))
    def erase(self, sure: int) -> None:
        """Now and then the person is erased. A restore of the copy, which has them, must not bring them back."""
        if sure == 0:
            self.near.erase(UUID(self.person))
            self.erased = True

    def teardown(self) -> None:
        if self.erased:
            self._nothing_is_left()
        else:
            self._everything_is_everywhere()

    def _everything_is_everywhere(self) -> None:
        replicas = self._quiet_end()
        assert replicas[0] == replicas[1] == replicas[2]
        there = {version: content for entry in replicas[0].values() for version, content in entry["versions"].items()}
        assert there == self.saved
        rows = self.near.rows_of(self.person)
        assert [number for number, _ in rows] == list(range(1, len(rows) + 1))
        assert sorted(version for _, version in rows) == sorted(self.saved)

    def _nothing_is_left(self) -> None:
        for device in self.devices:
            signed_in = device("me") is not None
            outcome = device("sync")["outcome"]
            assert outcome == "erased" or not signed_in
            device("restart")
            assert device("me") is None
            assert device("list") == []
            assert device("unsent")["outbox"] == 0
        assert self.near.rows_of(self.person) == []

    def _what_was_received_is_never_forgotten(self, device: int) -> None:
        """A phone that was told "received" once still holds the version, and so does no phone one that nobody saved."""
        here = {version["id"]: version for entry in self.devices[device]("list") for version in entry["versions"]}
        assert self.received[device] <= set(here) <= set(self.saved)
        self.received[device] |= {id for id, version in here.items() if version.get("number")}

    def _quiet_end(self) -> list[dict]:
        """Lets every phone sync until nothing moves any more, and gives what each one shows."""
        for _ in range(3):
            for device in self.devices:
                assert device("sync")["outcome"] == "done"
        for device in self.devices:
            assert device("unsent") == {"waiting": 0, "refused": 0, "outbox": 0}
        return [{entry["id"]: _essence(entry) for entry in device("list")} for device in self.devices]

    def _some_entry(self, device: int, data: st.DataObject, *, gone: bool) -> str | None:
        found = [entry["id"] for entry in self.devices[device]("list") if entry["gone"] is gone]
        return data.draw(st.sampled_from(found)) if found else None

    def _remember(self, entry: dict) -> None:
        for version in entry["versions"]:
            self.saved.setdefault(version["id"], _content(version))


def _content(version: dict) -> str:
    said = {name: version.get(name) for name in ("entry", "previous", "kind", "at", "zone", "body")}
    return json.dumps(said | {"gone": bool(version.get("gone"))}, sort_keys=True)


def _essence(entry: dict) -> dict:
    """What every replica must agree on: the numbers too, since only the service gives them."""
    versions = {version["id"]: _content(version) for version in entry["versions"]}
    numbers = {version["id"]: version["number"] for version in entry["versions"]}
    shown = {name: entry[name] for name in ("gone", "body", "head")}
    return shown | {"also": sorted(entry["also"]), "versions": versions, "numbers": numbers}


@pytest.fixture(scope="module")
def world(near: NearServer, node_test_packages: Path) -> Iterator[None]:
    World.near, World.devices = near, [Device() for _ in range(3)]
    yield
    for device in World.devices:
        device.close()


@pytest.mark.parametrize("histories", [40, pytest.param(2000, marks=pytest.mark.long)])
@pytest.mark.usefixtures("world")
def test_any_history_ends_with_equal_replicas(histories: int) -> None:
    run_state_machine_as_test(
        Histories,
        settings=settings(
            max_examples=histories,
            stateful_step_count=30,
            deadline=None,
            print_blob=True,
            database=None,
            phases=[Phase.explicit, Phase.generate, Phase.shrink],
            suppress_health_check=list(HealthCheck),
        ),
    )
