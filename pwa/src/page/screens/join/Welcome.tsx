import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Loading } from "../../components/States.tsx";
import { go } from "../../router.ts";
import { placesOf } from "../../screens.ts";
import { me } from "../../state.ts";
import { type StepProps, steps } from "./steps.ts";

/** After joining: one step after another, and then the screen they begin with. A step that cannot be shown is passed over. */
export default function Welcome() {
  const at = useSignal(-1);
  const shown = useSignal<ComponentType<StepProps> | null>(null);
  const next = async () => {
    for (let index = at.peek() + 1; index < steps.length; index += 1) {
      const found = await stepAt(index).catch(() => null);
      if (!found) continue;
      shown.value = found;
      at.value = index;
      return scrollTo(0, 0);
    }
    go(placesOf(me.value!.role)[0]!.to, { replace: true });
  };
  useEffect(() => void next(), []);
  const Shown = shown.value;
  return Shown ? <Shown key={at.value} done={next} /> : <Loading />;
}

async function stepAt(index: number): Promise<ComponentType<StepProps> | null> {
  const { wanted, load } = steps[index]!;
  return (await wanted(me.value!)) ? (await load()).default : null;
}
