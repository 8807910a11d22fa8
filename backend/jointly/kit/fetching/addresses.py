"""Which addresses of the network are for everybody. Others lead to machines that trust us, or to nobody.

Written out rather than asked of Python alone: `is_global` says yes to NAT64, 6to4, multicast and more, which hold or
reach private addresses. Sources: IANA's special-purpose registries for IPv4 and IPv6, November 2026.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

_REFUSED_4 = tuple(
    IPv4Network(block)
    for block in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    )
)
_TAKEN_6 = ip_network("2000::/3")
"""All that is given out for use across the internet; whatever lies outside is local, mapped or not in use."""
_REFUSED_6 = tuple(
    IPv6Network(block)
    for block in (
        "2001::/23",
        "2001:db8::/32",
        "2002::/16",
        "2620:4f:8000::/48",
        "3fff::/20",
    )
)
"""Of those: protocols (Teredo among them), documentation, 6to4."""


def is_public(address: str) -> bool:
    """Whether an address may be connected to; an IPv6 address that stands for an IPv4 one is no way round."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address) and found.ipv4_mapped and found.scope_id is None:
        found = found.ipv4_mapped
    if isinstance(found, IPv4Address):
        return found.is_global and not any(found in block for block in _REFUSED_4)
    return _is_public_6(found)


def _is_public_6(address: IPv6Address) -> bool:
    if address.scope_id is not None or address not in _TAKEN_6 or not address.is_global:
        return False
    return not any(address in block for block in _REFUSED_6)
