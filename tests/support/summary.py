"""The closing lines of a run: what it stood on, and that nothing was passed over in silence."""

from typing import Any

import pytest

from support import fixtures


class Summary:
    """A pytest plugin: notes what fixtures found, and turns a skipped test into a failed run."""

    def __init__(self) -> None:
        self.stood_on: set[str] = {"SQLite"}
        self.skipped: list[str] = []

    def note(self, what: str) -> None:
        """Name something real that tests ran on, such as `PostgreSQL 18.4`."""
        self.stood_on.add(what)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Collect the tests that were skipped."""
        if report.skipped:
            self.skipped.append(report.nodeid)

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """A run that passed something over has not passed. A worker of the run hands in what it stood on."""
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["stood_on"] = sorted(self.stood_on)
            session.config.workeroutput["not_verified"] = sorted(fixtures.NOT_VERIFIED)
        if self.skipped:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any) -> None:
        """Collect what a worker stood on."""
        output = getattr(node, "workeroutput", {})
        self.stood_on |= set(output.get("stood_on", ()))
        fixtures.NOT_VERIFIED.update(output.get("not_verified", ()))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say what the run stood on."""
        for test in self.skipped:
            terminalreporter.write_line(f"skipped, which counts as failed: {test}", red=True)
        for what in sorted(fixtures.NOT_VERIFIED):
            terminalreporter.write_line(f"not verified, for {fixtures.SETTING} names no folder: {what}", yellow=True)
        terminalreporter.write_line(f"ran on {', '.join(sorted(self.stood_on))}")
