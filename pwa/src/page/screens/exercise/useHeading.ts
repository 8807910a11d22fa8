import { useEffect, useRef } from "preact/hooks";

/** When one stage of a screen gives way to the next, reading starts again at its heading. */
export function useHeading(stage: string): void {
  const before = useRef(stage);
  useEffect(() => {
    if (before.current === stage) return;
    before.current = stage;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }, [stage]);
}
