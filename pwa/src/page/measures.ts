/**
 * What the styles cannot know by themselves: how tall the bars at the foot are, so that nothing hides behind them, and
 * whether the text is so large for this screen (under 14 letter heights wide) that the bars had better not stay put.
 */
const NARROW = 14;

export function keepMeasures(app: Element): void {
  const root = document.documentElement;
  const set = (name: string, selector: string) =>
    root.style.setProperty(name, `${app.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0}px`);
  let waiting = 0;
  const measure = () => {
    waiting = 0;
    root.classList.toggle("big-text", innerWidth < NARROW * parseFloat(getComputedStyle(root).fontSize));
    set("--nav-tall", ".nav");
    set("--thumb-tall", ".thumb");
  };
  const soon = () => (waiting ||= requestAnimationFrame(measure));
  new ResizeObserver(soon).observe(app);
  new MutationObserver(soon).observe(app, { childList: true, subtree: true });
}
