/**
 * What the styles cannot know by themselves: how tall the bars at the foot are, so that nothing hides behind them, and
 * whether the text is so large for this screen (under 14 letter heights wide, or 22 high, as a phone on its side is)
 * that the bars had better not stay put.
 */
const NARROW = 14;
const LOW = 22;
const BARS: [selector: string, property: string][] = [[".nav", "--nav-tall"], [".thumb", "--thumb-tall"]];

/** Reads sizes only when the browser has just worked them out, so that measuring costs no layout of its own. */
export function keepMeasures(app: Element): void {
  const root = document.documentElement;
  const sizes = new ResizeObserver((changes) => {
    for (const { target } of changes) {
      const property = BARS.find(([selector]) => target.matches(selector))?.[1];
      if (property) root.style.setProperty(property, `${(target as HTMLElement).offsetHeight}px`);
      else measureScreen();
    }
  });
  const measureScreen = () => {
    const letter = parseFloat(getComputedStyle(root).fontSize);
    // Not innerWidth: on a phone that grows with whatever runs off the screen, and then nothing would be too large for it.
    root.classList.toggle("big-text", root.clientWidth < NARROW * letter);
    root.classList.toggle("low", root.clientHeight < LOW * letter);
  };
  addEventListener("resize", measureScreen);
  const watchBars = () => {
    for (const [selector] of BARS) {
      const bar = app.querySelector(selector);
      if (bar) sizes.observe(bar);
    }
  };
  sizes.observe(app);
  watchBars();
  new MutationObserver(watchBars).observe(app, { childList: true, subtree: true });
}
