"""Secrets that an operator puts into a file of one line: read at the start, and refused when others can read them."""

from pathlib import Path

from jointly.kit.errors import UnsafeSetting

LONGEST = 1000


def read_secret(path: str, setting: str) -> str:
    """The one line in the file at `path`, without its end. Raises `UnsafeSetting`, naming `setting`, never the line."""
    file = Path(path).expanduser().absolute()
    try:
        mode = file.stat().st_mode
        with file.open("rb") as opened:
            held = opened.read(LONGEST + 2)
    except OSError:
        raise UnsafeSetting(f"{setting}={path} cannot be read: it must be a file of the service's own user.") from None
    if mode & 0o077:
        raise UnsafeSetting(f"{setting}={path} can be read by other users: chmod 600 it.")
    secret = held.decode("ascii", "replace").rstrip("\r\n")
    if not secret or len(secret) > LONGEST or not (secret.isascii() and secret.isprintable()):
        raise UnsafeSetting(f"{setting}={path} must hold one line of 1 to {LONGEST} letters, digits and signs.")
    return secret
