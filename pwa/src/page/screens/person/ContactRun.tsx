import type { Day } from "../../../shared/dates.ts";
import type { Entry, How } from "../../../shared/record/versions.ts";
import { freshCheckIn, type Held } from "../../../shared/rules/check-in.ts";
import { pathwaysOn } from "../../../shared/rules/contacts.ts";
import { ofKind } from "../../../shared/rules/sessions.ts";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { go } from "../../router.ts";
import { today } from "../../state.ts";
import { type CheckInPacks, useCheckInPacks } from "../checkin/packs.ts";
import { Runner } from "../checkin/Runner.tsx";
import { InCheckIn } from "../goals/InCheckIn.tsx";
import { useHeld } from "../goals/saving.ts";
import type { CareProps } from "./Care.tsx";
import { t } from "./care-words.ts";
import { useSentAsItGoes } from "./useSentAsItGoes.ts";
import { nameOf } from "./words.ts";

interface ContactRunProps extends CareProps {
  id: string;
  contact: string;
  /** "together", "phone", or "paper.2026-11-20" */
  how: string;
  /** what the address says after it: the runner's own */
  parts: string[];
}

/** A contact that staff run with somebody: the same screens as on their own phone; answers are sent, and not kept here. */
export function ContactRun(props: ContactRunProps) {
  const { record, id } = props;
  const packs = useCheckInPacks();
  const out = { to: `/person/${record.person}`, words: nameOf(record.called) };
  const enrolled = pathwaysOn(record.entries).find((each) => each.id === id);
  if (packs === undefined) return <Page title={t("care-pathway")} back={out}><Loading /></Page>;
  if (!enrolled || !packs) return <Page title={t("care-contact-gone")} back={out}><p>{t("care-contact-gone-words")}</p></Page>;
  return <Run {...props} packs={packs} enrolled={enrolled} out={out} />;
}

interface RunProps extends ContactRunProps {
  packs: CheckInPacks;
  enrolled: Entry<"pathway">;
  out: { to: string; words: string };
}

function Run({ record, keep, id, contact, how, parts, packs, enrolled, out }: RunProps) {
  const home = out.to;
  const [said = "", on] = how.split(".") as [string, Day?];
  const way = said as How;
  const base = `${home}/contact/${id}/${contact}/${how}`;
  const by = way === "paper" ? "paper" : "together";
  const form = useHeld<Held>(`${record.person} check-in ${id} ${contact}`, () => freshCheckIn(on ?? today.value));
  const save = useSentAsItGoes({ record, enrolled, contact, by, form, place: parts.join("/"), send: (body, entry) => keep("check-in", body, way, { entry, day: on }) });
  return (
    <Runner
      base={base}
      parts={parts}
      out={out}
      finished={() => go(`${home}/change/${id}`, { replace: true })}
      by={by}
      called={nameOf(record.called)}
      {...(on && { on })}
      enrolled={enrolled}
      contact={contact}
      packs={packs}
      entries={record.entries}
      form={form}
      save={save}
      scoreForm={(instrument) => `${home}/score/${instrument}?${new URLSearchParams({ then: base })}`}
      note={(body, entry) => keep("safety", body, way, { entry: entry ?? null })}
      goals={() => (
        <InCheckIn
          goals={ofKind(record.entries, "goal")} withPerson={record.person}
          save={(goal, before) => keep("goal", goal, way, { entry: before?.id ?? null, day: on })}
        />
      )}
    />
  );
}
