/** Where reading goes on when what had the focus is gone: never to the top of the page, unsaid. */

/** To the heading of the screen, once what was just done has been drawn. */
export function focusHeading(): void {
  setTimeout(() => document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true }), SETTLED_MS);
}

/** Signals and effects have drawn by then, and nobody has pressed anything else yet. */
const SETTLED_MS = 50;
