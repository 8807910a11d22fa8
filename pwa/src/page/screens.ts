/** The table of screens: their addresses, who they are for, and the code each one loads when it is first needed. */
import type { ComponentType } from "preact";
import { quietMoment } from "./quiet.ts";
import { decoded } from "./router.ts";
import type { IconName } from "./components/Icon.tsx";
import Today from "./screens/today/Today.tsx";

export interface ScreenProps {
  /** What the address says after the screen's own name: "/exercise/sit-to-stand" gives ["sit-to-stand"]. */
  parts: string[];
}

type Loaded = { default: ComponentType<ScreenProps> };

export interface Screen {
  name: string;
  /** Who may open it; "all" needs no sign-in. */
  for: "patient" | "advisor" | "both" | "all";
  load: () => Promise<Loaded>;
}

const today = Promise.resolve({ default: Today });

const screens: Screen[] = [
  { name: "", for: "patient", load: () => today },
  { name: "pain", for: "patient", load: () => import("./screens/pain/Pain.tsx") },
  { name: "exercise", for: "patient", load: () => import("./screens/exercise/Exercise.tsx") },
  { name: "plan", for: "patient", load: () => import("./screens/plan/Plan.tsx") },
  { name: "progress", for: "patient", load: () => import("./screens/progress/Progress.tsx") },
  { name: "diary", for: "patient", load: () => import("./screens/diary/Diary.tsx") },
  { name: "people", for: "advisor", load: () => import("./screens/staff/People.tsx") },
  { name: "more", for: "both", load: () => import("./screens/more/More.tsx") },
  { name: "stop", for: "all", load: () => import("./screens/stop/Stop.tsx") },
  { name: "join", for: "all", load: () => import("./screens/join/Join.tsx") },
];

export interface Place {
  to: string;
  /** message id of its words */
  words: string;
  icon: IconName;
  /** screens that are reached from it */
  over?: string[];
}

export const navigation: { [role in "patient" | "advisor"]: Place[] } = {
  patient: [
    { to: "/", words: "nav-today", icon: "today", over: ["/pain", "/exercise", "/stop"] },
    { to: "/plan", words: "nav-plan", icon: "plan" },
    { to: "/progress", words: "nav-progress", icon: "progress" },
    { to: "/more", words: "nav-more", icon: "more", over: ["/diary"] },
  ],
  advisor: [
    { to: "/people", words: "nav-people", icon: "people" },
    { to: "/more", words: "nav-more", icon: "more" },
  ],
};

/** The screen at an address and the rest of the address, or null when there is none. */
export function screenAt(path: string): { screen: Screen; parts: string[] } | null {
  const address = path.split("/").filter(Boolean).map(decoded);
  if (!address.every((part) => part !== null)) return null;
  const [name = "", ...parts] = address;
  const screen = screens.find((each) => each.name === name);
  return screen ? { screen, parts } : null;
}

/** Fetches what a person will open next, one screen at a time in quiet moments, so that it is there when they do. */
export async function prefetchScreens(role: "patient" | "advisor"): Promise<void> {
  for (const screen of screens.filter((each) => each.for === role || each.for === "both" || each.name === "stop")) {
    await quietMoment();
    await screen.load().catch(() => undefined);
  }
}
