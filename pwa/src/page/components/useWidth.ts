import { useLayoutEffect, useRef, useState } from "preact/hooks";

/** Narrower than this, as while a page is being laid out for paper, is no width to draw for. */
const LEAST_EMS = 5;

/** The width there is and the size of the page's text; both change with the window and the person's settings. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 320, em: 19 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const em = parseFloat(getComputedStyle(document.documentElement).fontSize);
      if (element.clientWidth > em * LEAST_EMS) setSize({ width: element.clientWidth, em });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
}
