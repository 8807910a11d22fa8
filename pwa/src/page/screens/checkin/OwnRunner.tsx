import type { Entry } from "../../../shared/record/versions.ts";
import { freshCheckIn, type Held } from "../../../shared/rules/check-in.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { useDraft } from "../../draft.ts";
import { go } from "../../router.ts";
import { entries, record, today } from "../../state.ts";
import { InCheckIn } from "../goals/InCheckIn.tsx";
import { inOwnRecord } from "../goals/saving.ts";
import { Runner } from "./Runner.tsx";
import { contactAddress, draftName, HOME, RESULTS } from "./own.ts";
import type { CheckInPacks } from "./packs.ts";
import { t } from "./words.ts";

interface OwnRunnerProps {
  packs: CheckInPacks;
  enrolled: Entry<"pathway">;
  contact: string;
  parts: string[];
}

/** A check-in by the person alone: every answer in a sealed draft on this phone, every section in their diary. */
export function OwnRunner({ packs, enrolled, contact, parts }: OwnRunnerProps) {
  const form = useDraft<Held>(draftName(enrolled, contact), 1, () => freshCheckIn(today.value));
  return (
    <Runner
      base={contactAddress(enrolled.body, contact)}
      parts={parts}
      out={{ to: HOME, words: t("checkin-title") }}
      finished={() => go(`${RESULTS}/${contact}`, { replace: true })}
      by="alone"
      enrolled={enrolled}
      contact={contact}
      packs={packs}
      entries={entries.value}
      form={form}
      goals={(kept) => <InCheckIn goals={ofKind(entries.value, "goal")} save={inOwnRecord} onSave={kept} />}
      save={async (body, entry) => (await record.value!.save("check-in", body, entry ? { entry } : {})).id}
    />
  );
}
