"""A service whose mail goes to a server of the tests."""

import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from jointly.kit.mail_server import MailServer
from jointly.reminders.channels.channel import Words
from support.certificates import server_and_client

WORDS = Words("A reminder", "Time for something you planned.\n\nOpen Jointly to see what.")
SENDER, TO = "reminders@msk.example", "margaret@home.example"


def account(port: int, *, safety: str = "none", host: str = "127.0.0.1", login: tuple[str, str] | None = None):
    """The settings of a service that hands its mail over there."""
    user, password = login or (None, None)
    return MailServer(host, port, safety, user, password, SENDER, "Thornbeck MSK")


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """TLS for a server that is `localhost`, and for a client that trusts it."""
    return server_and_client("localhost", tmp_path_factory.mktemp("tls"))


@pytest.fixture
def secret_file(tmp_path: Path) -> Callable[..., str]:
    """Writes a file that only its user can read, and says where it is."""

    def write(text: str, mode: int = 0o600) -> str:
        file = tmp_path / "secret"
        file.write_text(text)
        file.chmod(mode)
        return str(file)

    return write
