import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";

type Shown = ComponentType<{ slug: string }>;
let loaded: Shown | null = null;

/** The picture of an exercise, once its code and its library have come: nobody waits for it, and nobody misses it. */
export function LazyFigure({ slug }: { slug: string }) {
  const shown = useSignal<Shown | null>(loaded);
  useEffect(() => {
    if (!loaded) import("./FigureOf.tsx").then((module) => (shown.value = loaded = module.default), () => undefined);
  }, []);
  const Figure = shown.value;
  return Figure && <Figure slug={slug} />;
}
