"""What can be measured on a page as it stands."""

from playwright.sync_api import Page

TARGET = 48
"""CSS pixels: the least height and width of what a thumb presses (look.md)."""

SMALL = """(least) => {
  const inText = (link) => link.matches('p a, li a, dd a') && getComputedStyle(link).display === 'inline';
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && element.getClientRects().length > 0 && !element.closest('[aria-hidden=true]');
  const small = [];
  for (const each of document.querySelectorAll('a[href], button, summary, input, textarea, select')) {
    const target = each.matches('input[type=radio], input[type=checkbox]') ? each.closest('label') ?? each : each;
    if (!seen(target) || inText(each) || each.matches('.skip')) continue;
    const { width, height } = target.getBoundingClientRect();
    if (width < least - 0.5 || height < least - 0.5) {
      small.push(`${each.tagName} "${(target.innerText || each.name || '').slice(0, 40)}" ${width} x ${height}`);
    }
  }
  return small;
}"""

SIDEWAYS = """() => {
  // Not innerWidth: a phone's browser draws a page that is too wide smaller, and then says that its screen is as wide.
  const { scrollWidth: wide, clientWidth: screen } = document.documentElement;
  if (wide <= screen) return [];
  return [...document.querySelectorAll('body *')]
    .filter((each) => each.getBoundingClientRect().right > screen + 1 && !each.closest('.table-frame > *'))
    .map((each) => [each, Math.round(each.getBoundingClientRect().right)])
    .map(([each, right]) => `${each.tagName}.${each.className} to ${right} of ${screen}`)
    .slice(0, 5);
}"""

MOTION = """() => {
  const one = (time) => parseFloat(time) * (time.includes('ms') ? 1 : 1000);
  const ms = (times) => Math.max(...times.split(',').map(one));
  return Math.max(...[...document.querySelectorAll('*')].map((each) => {
    const style = getComputedStyle(each);
    return Math.max(ms(style.transitionDuration), style.animationName === 'none' ? 0 : ms(style.animationDuration));
  }));
}"""

OUTLINE = """() => {
  const unseen = [];
  const able = 'a[href], button, summary, input, textarea, select, [tabindex="0"]';
  for (const each of document.querySelectorAll(able)) {
    if (!each.checkVisibility() || each.closest('dialog:not([open])')) continue;
    if (document.querySelector('dialog[open]') && !each.closest('dialog[open]')) continue;
    each.focus({ focusVisible: true, preventScroll: true });
    if (document.activeElement !== each) continue;
    const label = each.closest('label');
    const drawn = [each, ...(label ? [label, ...label.querySelectorAll('*')] : [])].some((part) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(part);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
    });
    if (!drawn) unseen.push(`${each.tagName}.${each.className} "${(each.innerText || each.name || '').slice(0, 40)}"`);
  }
  return unseen;
}"""

HELP = """() => {
  // What stands in the way of everything else has its own way to help.
  const open = [...document.querySelectorAll('dialog[open]')].at(-1);
  const ways = [...(open ?? document).querySelectorAll(open ? 'a[href^="/safe/"]' : 'a[href="/safe"]')];
  return ways.some((way) => {
    way.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = way.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return way.checkVisibility() && (way === there || way.contains(there));
  });
}"""


def help_in_one_tap(page: Page) -> bool:
    """Whether the care cards are one tap away, so that each is two taps away, and nothing lies over that way."""
    return page.evaluate(HELP)


def small_targets(page: Page) -> list[str]:
    """What is to be pressed and smaller than a thumb, links within running text left out."""
    return page.evaluate(SMALL, TARGET)


def sideways(page: Page) -> list[str]:
    """What makes the page wider than the screen."""
    return page.evaluate(SIDEWAYS)


def largest_motion_ms(page: Page) -> float:
    """How long the longest transition or animation on the page lasts."""
    return page.evaluate(MOTION)


def without_outline(page: Page) -> list[str]:
    """What takes the focus of a keyboard and does not show it."""
    return page.evaluate(OUTLINE)
