/**
 * What the styles cannot know by themselves: how tall the bars at the foot are, so that nothing hides behind them, and
 * whether the text is so large for this screen (under 14 letter heights wide) that the bars had better not stay put.
 */
const NARROW = 14;

export function keepMeasures(main: Element): void {
  const root = document.documentElement;
  const tall = (selector: string) => `${document.querySelector<HTMLElement>(selector)?.offsetHeight ?? 0}px`;
  const measure = () => {
    root.classList.toggle("big-text", innerWidth < NARROW * parseFloat(getComputedStyle(root).fontSize));
    root.style.setProperty("--nav-tall", tall(".nav"));
    root.style.setProperty("--thumb-tall", tall(".thumb"));
  };
  new ResizeObserver(measure).observe(main);
}
