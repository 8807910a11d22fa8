import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { quietMoment } from "../quiet.ts";

/** Something small that comes once the screen is drawn and nothing else is to do; where it cannot come, it is not missed. */
export function Quietly({ load }: { load: () => Promise<{ default: ComponentType }> }) {
  const here = useSignal<{ Shown: ComponentType } | null>(null);
  useEffect(() => {
    void quietMoment().then(load).then(({ default: Shown }) => (here.value = { Shown }), () => undefined);
  }, []);
  return here.value && <here.value.Shown />;
}
