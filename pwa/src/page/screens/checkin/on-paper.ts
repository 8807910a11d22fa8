import { useEffect } from "preact/hooks";

/** Paper cannot be unfolded: what is folded away on a screen is open while it is printed, and folded again after. */
export function useOpenOnPaper(): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const fold = () => {
      for (const each of opened.splice(0)) each.open = false;
    };
    const open = () => {
      fold();
      opened = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
      for (const each of opened) each.open = true;
    };
    addEventListener("beforeprint", open);
    addEventListener("afterprint", fold);
    return () => {
      removeEventListener("beforeprint", open);
      removeEventListener("afterprint", fold);
    };
  }, []);
}
