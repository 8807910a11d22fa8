import { Page } from "../../components/Page.tsx";
import { t } from "./care-words.ts";
import { ContactHow } from "./ContactHow.tsx";
import { ContactRun } from "./ContactRun.tsx";
import { EndPathway } from "./EndPathway.tsx";
import { GoalFor } from "./GoalFor.tsx";
import type { Keep } from "./keeping.ts";
import type { Opened } from "./opening.ts";
import { PathwayForm } from "./PathwayForm.tsx";
import { ProgrammeFor } from "./ProgrammeFor.tsx";
import { ScoreForm } from "./ScoreForm.tsx";
import { Since } from "./Since.tsx";
import { SummaryFor } from "./SummaryFor.tsx";
import { nameOf } from "./words.ts";

export interface CareProps {
  record: Opened;
  keep: Keep;
}

/** The screens below /person/ID: all of them work on the record that was opened there. Null when there is no such one. */
export function Care({ record, keep, parts: [place, ...rest] }: CareProps & { parts: string[] }) {
  if (!record.whole && place !== "summary") return <TooLong record={record} />;
  switch (place) {
    case "pathway": return <PathwayForm record={record} keep={keep} id={rest[0]} />;
    case "end": return <EndPathway record={record} keep={keep} id={rest[0]} />;
    case "contact": return rest[2]
      ? <ContactRun record={record} keep={keep} id={rest[0]!} contact={rest[1]!} how={rest[2]} parts={rest.slice(3)} />
      : <ContactHow record={record} id={rest[0] ?? ""} contact={rest[1]} />;
    case "change": return <Since record={record} id={rest[0]} />;
    case "score": return <ScoreForm record={record} keep={keep} instrument={rest[0]} />;
    case "goal": return <GoalFor record={record} keep={keep} id={rest[0]} />;
    case "programme": return <ProgrammeFor record={record} keep={keep} />;
    case "summary": return <SummaryFor record={record} />;
    default: return null;
  }
}

/** A plan or a check-in that was not read may be the one that counts now: nothing is written over it unseen. */
function TooLong({ record }: { record: Opened }) {
  const called = nameOf(record.called);
  return (
    <Page title={t("care-too-long")} back={{ to: `/person/${record.person}`, words: called }}>
      <p>{t("care-too-long-words", { called })}</p>
    </Page>
  );
}

export const CARE_PLACES: readonly string[] = ["pathway", "end", "contact", "change", "score", "goal", "programme", "summary"];
