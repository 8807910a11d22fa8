/** What is asked once of somebody who has just joined, each on a screen of its own, in this order. */
import type { ComponentType } from "preact";
import { hasLock } from "../../../shared/store/keys.ts";
import type { Me } from "../../../shared/store/meta.ts";
import { store } from "../../state.ts";

export interface StepProps {
  /** goes on, whatever was chosen: "Not now" is as easy as yes */
  done: () => void;
}

export interface Step {
  name: string;
  /** Whether it is worth asking this person on this phone. Asked only when its turn comes. */
  wanted: (who: Me) => boolean | Promise<boolean>;
  load: () => Promise<{ default: ComponentType<StepProps> }>;
}

export const steps: Step[] = [
  {
    name: "lock",
    wanted: async (who) => (who.role === "patient" || who.role === "carer") && !(await hasLock(store.value!)),
    load: () => import("../lock/LockStep.tsx"),
  },
  {
    name: "team",
    wanted: (who) => who.role === "patient" && import("../sharing/asked.ts").then(({ notYetAsked }) => notYetAsked()),
    load: () => import("../sharing/TeamStep.tsx"),
  },
];
