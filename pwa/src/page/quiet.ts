/** Waits until the page has nothing more pressing to do. Safari knows no idle callback. */
export function quietMoment(): Promise<unknown> {
  return new Promise((resolve) => ("requestIdleCallback" in window ? requestIdleCallback(resolve, { timeout: 1_000 }) : setTimeout(resolve, 300)));
}
