"""Names of hosts that an operator trusts, as settings list them."""

import ipaddress
import re

from jointly.kit.errors import UnsafeSetting


def hosts(text: str, setting: str) -> tuple[str, ...]:
    """Names and addresses, separated by commas, in lower case. Raises `UnsafeSetting`, naming `setting`."""
    found = tuple(host.strip().lower().strip("[]") for host in text.split(",") if host.strip())
    for host in found:
        address = ":" in host and _is_address(host)
        if not address and not re.fullmatch(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?", host):
            raise UnsafeSetting(
                f"{setting} must be names of hosts separated by commas, such as feeds.internal, each "
                "without http:// and port; never *."
            )
    return found


def _is_address(text: str) -> bool:
    try:
        return bool(ipaddress.ip_address(text))
    except ValueError:
        return False
