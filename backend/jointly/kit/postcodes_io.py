"""The address at which postcodes are looked up outside, if the operator gave one."""

import re
from collections.abc import Container
from urllib.parse import urlsplit

from jointly.kit.errors import UnsafeSetting
from jointly.kit.own_machine import is_own_machine


def postcodes_io(address: str, private_hosts: Container[str]) -> str | None:
    """The address as it is used; none when it is empty. Raises `UnsafeSetting`: a postcode goes out over TLS, unless it
    stays on this machine or goes to a host of the operator's own network."""
    if not address:
        return None
    parts = urlsplit(address)
    host = parts.hostname or ""
    inside = is_own_machine(host) or host in private_hosts
    if not re.fullmatch(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._/-]*)?", address) or not host:
        raise UnsafeSetting("JOINTLY_POSTCODES_IO must look like https://api.postcodes.io, with nothing after it.")
    if parts.scheme == "http" and not inside:
        raise UnsafeSetting(
            "JOINTLY_POSTCODES_IO must start with https://, unless its host is this machine or is named in "
            "JOINTLY_FEEDS_PRIVATE_HOSTS."
        )
    return address.rstrip("/")
