import { versionOf } from "../../../shared/content/questionnaires.ts";
import { type Answered, type Section, wordsBefore } from "../../../shared/rules/check-in.ts";
import { Answers } from "./Answers.tsx";
import { Questions } from "./Questions.tsx";
import type { Run } from "./useRun.ts";

interface MeasureProps {
  run: Run;
  section: Section;
  /** the number of the screen, from 1; "result" after the last */
  page: string | undefined;
}

/** The questions of one measure, a few a screen, and what they come to. Any of them may be left out. */
export function Measure({ run, section, page }: MeasureProps) {
  const given = givenOf(run, section.id);
  const asked = versionOf(run.packs.asks[section.id], given.version)!;
  if (page === "result") return <Answers run={run} section={section} asked={asked} values={given.values} />;
  return <Questions run={run} section={section} asked={asked} given={given} place={Number(page ?? 1) - 1} />;
}

/** Answers to a version that this phone no longer has are begun afresh, in the newest. */
function givenOf(run: Run, slug: string): Answered {
  const newest = run.packs.asks[slug]!;
  const held = run.held.answers[slug];
  if (held && versionOf(newest, held.version) && (!held.left || Object.keys(held.values).length)) return held;
  return { version: newest.version, values: wordsBefore(newest, run.before(slug)), left: false };
}
