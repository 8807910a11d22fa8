"""Colour contrast as WCAG 2.2 measures it (relative luminance and contrast ratio)."""

PAPER_LIGHT, PAPER_DARK = "#fbf8f3", "#16201f"
"""What words are written on, by day and by night."""
TEXT_CONTRAST = 4.5
"""The least between words and paper (WCAG 2.2 AA, 1.4.3)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#rrggbb` colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
