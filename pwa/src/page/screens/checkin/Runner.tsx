/**
 * The runner of one check-in: an overview of its sections, the sections themselves, and its end. It knows nothing of where
 * answers go, so the same screens serve somebody alone on their phone and staff with a person in front of them.
 *
 * Whoever uses it gives it (`RunnerProps`):
 *   base      the address of the overview; the runner makes every other address below it, so that Back and a reload work
 *   parts     what the present address says after `base`, such as ["phq-4", "2"]
 *   out       where Back and "later" lead
 *   finished  called when the check-in was saved as done: go on from there
 *   by        "alone", "together" or "paper", as the entry will say
 *   called    what the person is called, where somebody else asks or writes
 *   on        the day that it is counted for, where that is not today, as for paper
 *   enrolled  the person's `pathway` entry; `contact` is the slug of one of its contacts
 *   packs     from useCheckInPacks()
 *   entries   what is known of the person's diary: an open check-in in it is carried on, the one before lends its words
 *   form      keeps what is half done, as useDraft does: `value` (null while it is read), `change`, `done`
 *   save      saves the body, over the entry of that id if there is one, and gives the entry's id
 *   note      notes that a care card was shown, where that is not this phone's own diary (see safe/noting.ts)
 *   scoreForm for staff: the address at which the score of a form is written down
 *   goals     draws the goals to look at again; it calls what it is given after each goal that was kept
 */
import type { ComponentChildren } from "preact";
import type { Day } from "../../../shared/dates.ts";
import type { CheckIn } from "../../../shared/record/kinds.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import type { Held } from "../../../shared/rules/check-in.ts";
import type { Form } from "../../draft.ts";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import type { Keep } from "../safe/noting.ts";
import { AfterHelp } from "./AfterHelp.tsx";
import { AlreadyDone } from "./AlreadyDone.tsx";
import { Finish } from "./Finish.tsx";
import { GoalSection } from "./GoalSection.tsx";
import { Help, useHelpFirst } from "./Help.tsx";
import { Measure } from "./Measure.tsx";
import { Onward } from "./Onward.tsx";
import { Overview } from "./Overview.tsx";
import type { CheckInPacks } from "./packs.ts";
import { Signs } from "./Signs.tsx";
import { Topics } from "./Topics.tsx";
import { type Run, useRun } from "./useRun.ts";
import { t } from "./words.ts";
import "./checkin.css";

export interface RunnerProps {
  base: string;
  parts: string[];
  out: { to: string; words: string };
  finished: () => unknown;
  by: CheckIn["with"];
  called?: string;
  on?: Day;
  enrolled: Entry<"pathway">;
  contact: string;
  packs: CheckInPacks;
  entries: readonly Entry[];
  form: Pick<Form<Held>, "value" | "change" | "done">;
  save: (body: CheckIn, entry: string | null) => Promise<string>;
  note?: Keep;
  scoreForm?: (instrument: string) => string;
  goals?: (kept: () => Promise<void>) => ComponentChildren;
}

export function Runner(props: RunnerProps) {
  const run = useRun(props);
  if (run === "reading") return <Loading />; // its heading is that of what comes
  if (run === "unknown") return <Page title={t("checkin-missing")} back={props.out}><p>{t("checkin-missing-words")}</p></Page>;
  if (run === "done") return <AlreadyDone out={props.out} />;
  return <At run={run} parts={props.parts} />;
}

function At({ run, parts: [place, ...rest] }: { run: Run; parts: string[] }) {
  useHelpFirst(run, place);
  if (place === undefined) return <Overview run={run} />;
  if (place === "finish") return <Finish run={run} />;
  if (place === "after-help") return <AfterHelp run={run} section={rest.join("/")} />;
  if (place === "help") return <Help run={run} card={rest[0]} sign={rest[1]} section={rest.slice(2).join("/")} />;
  const section = run.sections.find(({ id }) => id === place);
  switch (section?.kind) {
    case "signs": return <Signs run={run} section={section} page={rest[0]} />;
    case "measure": return <Measure run={run} section={section} page={rest[0]} />;
    case "topics": return <Topics run={run} section={section} />;
    case "goal": return <GoalSection run={run} section={section} />;
    case "onward": return <Onward run={run} section={section} />;
    default: return <Overview run={run} />;
  }
}
