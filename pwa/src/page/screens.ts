/** The table of screens: their addresses, who they are for, and the code each one loads when it is first needed. */
import type { ComponentType } from "preact";
import type { Me } from "../shared/store/meta.ts";
import { quietMoment } from "./quiet.ts";
import { decoded } from "./router.ts";
import type { IconName } from "./components/Icon.tsx";
import Today from "./screens/today/Today.tsx";

export interface ScreenProps {
  /** What the address says after the screen's own name: "/exercise/sit-to-stand" gives ["sit-to-stand"]. */
  parts: string[];
}

export type Role = Me["role"];
type Loaded = { default: ComponentType<ScreenProps> };

export interface Screen {
  name: string;
  /** Who may open it: "both" is anybody who signed in, "all" needs no sign-in. */
  for: Role | readonly Role[] | "both" | "all";
  load: () => Promise<Loaded>;
}

const today = Promise.resolve({ default: Today });

/** Staff whom people share their diary with. */
const readers: readonly Role[] = ["advisor", "link-worker"];

const screens: Screen[] = [
  { name: "", for: "patient", load: () => today },
  { name: "pain", for: "patient", load: () => import("./screens/pain/Pain.tsx") },
  { name: "exercise", for: "patient", load: () => import("./screens/exercise/Exercise.tsx") },
  { name: "plan", for: "patient", load: () => import("./screens/plan/Plan.tsx") },
  { name: "check-in", for: "patient", load: () => import("./screens/checkin/CheckIn.tsx") },
  { name: "goals", for: "patient", load: () => import("./screens/goals/Goals.tsx") },
  { name: "progress", for: "patient", load: () => import("./screens/progress/Progress.tsx") },
  { name: "suggested", for: "patient", load: () => import("./screens/suggested/Suggested.tsx") },
  { name: "closing", for: "patient", load: () => import("./screens/closing/OwnClosing.tsx") },
  { name: "diary", for: "patient", load: () => import("./screens/diary/Diary.tsx") },
  { name: "people", for: readers, load: () => import("./screens/staff/People.tsx") },
  { name: "person", for: readers, load: () => import("./screens/person/Person.tsx") },
  { name: "arrivals", for: readers, load: () => import("./screens/arrivals/Arrivals.tsx") },
  { name: "organisation", for: "publisher", load: () => import("./screens/organisation/Organisation.tsx") },
  { name: "service", for: ["lead", "administrator"], load: () => import("./screens/service/Service.tsx") },
  { name: "figures", for: ["lead", "administrator"], load: () => import("./screens/figures/Figures.tsx") },
  { name: "helping", for: ["patient", "carer"], load: () => import("./screens/helping/Helping.tsx") },
  { name: "privacy", for: "all", load: () => import("./screens/account/Privacy.tsx") },
  { name: "accessibility", for: "all", load: () => import("./screens/account/Accessibility.tsx") },
  { name: "deleted", for: "all", load: () => import("./screens/mydata/Deleted.tsx") },
  { name: "welcome", for: "both", load: () => import("./screens/join/Welcome.tsx") },
  { name: "more", for: "both", load: () => import("./screens/more/More.tsx") },
  { name: "safe", for: "all", load: () => import("./screens/safe/Safe.tsx") },
  { name: "library", for: "all", load: () => import("./screens/library/Library.tsx") },
  { name: "near", for: "all", load: () => import("./screens/near/Near.tsx") },
  { name: "topics", for: "all", load: () => import("./screens/topics/Topics.tsx") },
  { name: "stop", for: "all", load: () => import("./screens/stop/Stop.tsx") },
  { name: "stop-emails", for: "all", load: () => import("./screens/stop-emails/StopEmails.tsx") },
  { name: "staff", for: "all", load: () => import("./screens/staff/SignIn.tsx") },
  { name: "answer", for: "all", load: () => import("./screens/answer/Answer.tsx") },
  { name: "referrers", for: ["lead", "administrator"], load: () => import("./screens/refer/Referrers.tsx") },
  { name: "refer", for: "all", load: () => import("./screens/refer/Refer.tsx") },
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

const navigation: { [role in Role]?: Place[] } = {
  patient: [
    { to: "/", words: "nav-today", icon: "today", over: ["/pain", "/exercise", "/check-in", "/near", "/stop", "/suggested", "/closing"] },
    { to: "/plan", words: "nav-plan", icon: "plan", over: ["/goals"] },
    { to: "/progress", words: "nav-progress", icon: "progress" },
    { to: "/more", words: "nav-more", icon: "more", over: ["/diary", "/helping", "/library", "/topics", "/privacy", "/accessibility"] },
  ],
  carer: [
    { to: "/helping", words: "nav-helping", icon: "people" },
    { to: "/more", words: "nav-more", icon: "more", over: ["/near", "/stop", "/privacy", "/accessibility"] },
  ],
};

const staff = (to: string, words: string, icon: IconName, over: string[] = []): Place[] =>
  [{ to, words, icon, over }, { to: "/more", words: "nav-more", icon: "more" }];

/** Where somebody of this role goes from anywhere; the first is where they begin. */
export function placesOf(role: Role): Place[] {
  if (role === "publisher") return staff("/organisation", "nav-publish", "today");
  if (role === "lead" || role === "administrator") return staff("/service", "nav-service", "service", ["/figures", "/referrers"]);
  return navigation[role] ?? staff("/people", "nav-people", "people", ["/person", "/arrivals"]);
}

export const mayOpen = (role: Role, screen: Screen): boolean =>
  screen.for === "all" || screen.for === "both" || (typeof screen.for === "string" ? screen.for === role : screen.for.includes(role));

/** The screen at an address and the rest of the address, or null when there is none. */
export function screenAt(path: string): { screen: Screen; parts: string[] } | null {
  const address = path.split("/").filter(Boolean).map(decoded);
  if (!address.every((part) => part !== null)) return null;
  const [name = "", ...parts] = address;
  const screen = screens.find((each) => each.name === name);
  return screen ? { screen, parts } : null;
}

/** Fetches what a person will open next, one screen at a time in quiet moments, so that it is there when they do. */
export async function prefetchScreens(role: Role): Promise<void> {
  for (const screen of screens.filter((each) => mayOpen(role, each) && !["join", "staff", "welcome", "deleted", "answer", "refer", "stop-emails"].includes(each.name))) {
    await quietMoment();
    await screen.load().catch(() => undefined);
  }
}
