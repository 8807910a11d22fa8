"""What went wrong, in words a person can read.

Every refusal that may reach a person is a `Refusal`: an HTTP status, a stable `code` for programs,
and the id of a message in `content/messages`. Its text never holds what the person wrote.
"""


class Refusal(Exception):
    """A request that is refused for a reason. `words` fill the message's variables."""

    def __init__(self, status: int, code: str, *, retry_after: int | None = None, **words: str | int) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.retry_after = retry_after
        self.words = words


class Told(Exception):
    """What ends a command: its text is told to the operator as it is, in plain words and without a traceback."""


class UnsafeSetting(Told):
    """A setting that the service must not start with; the text names it and says what to do."""
