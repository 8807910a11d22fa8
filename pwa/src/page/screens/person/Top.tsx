import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dayWords, timeWords } from "../../../shared/datewords.ts";
import type { Bodies } from "../../../shared/record/kinds.ts";
import { Notice } from "../../components/Notice.tsx";
import { locale } from "../../messages.ts";
import { newest, type Opened } from "./opening.ts";
import { nameOf, t } from "./words.ts";

/** In the order in which they matter here. */
const SCOPES = ["pain", "exercise", "checkins", "notes", "about", "support"];

type About = Partial<Bodies["about"]>;

/** First of all, always: what they agreed to, and how to reach and help them. What they did not say is "not said". */
export function Top({ record }: { record: Opened }) {
  const about: About = newest(record.entries, "about")?.body ?? {};
  const called = nameOf(record.called);
  return (
    <section class="person-top" aria-label={t("person-top")}>
      {record.as_ === "emergency" && <Notice kind="stop"><p>{t("person-emergency-open", { called })}</p></Notice>}
      <dl class="pairs">
        <dt>{t("person-shared")}</dt>
        <dd>{listed(SCOPES.filter((scope) => record.scopes.includes(scope)).map((scope) => t("person-scope", { scope })))}</dd>
        <dt>{t("person-until")}</dt>
        <dd>{record.ends_at ? untilWords(record.ends_at) : t("person-no-end")}</dd>
        <dt>{t("person-may-write")}</dt>
        <dd>{record.ways.length ? listed(record.ways.map((how) => t("person-way", { how }))) : t("person-may-not")}</dd>
        <dt>{t("person-contact")}</dt>
        <Said words={contactOf(about)} />
        <dt>{t("person-language")}</dt>
        <Said words={[about.language, interpreterOf(about)]} />
        <dt>{t("person-adjustments")}</dt>
        <Said words={[...(about.adjustments ?? []).map((slug) => t("person-adjustment", { slug })), about.other_adjustments]} />
        <dt>{t("person-carer")}</dt>
        <Said words={[about.carer]} />
        <dt>{t("person-matters")}</dt>
        <Said words={[about.matters]} />
      </dl>
    </section>
  );
}

function Said({ words }: { words: (string | null | undefined)[] }) {
  const said = words.filter(Boolean) as string[];
  return said.length ? <dd>{said.join(". ")}</dd> : <dd class="soft">{t("person-not-said")}</dd>;
}

const contactOf = ({ contact, reach_at, when }: About) => [contact && t("person-contact-by", { contact }), reach_at, when];

function interpreterOf({ interpreter }: About): string | null {
  if (interpreter === undefined || interpreter === null) return null;
  return t(interpreter ? "person-interpreter" : "person-no-interpreter");
}

/** "2:02pm on Saturday 28 November 2026", on this device's clock. */
function untilWords(instant: string): string {
  const at = localTime(new Date(instant), phoneClock.zone());
  return t("person-until-when", { time: timeWords(at), day: dayWords(dayOf(at), locale) });
}

const listed = (words: string[]): string => new Intl.ListFormat(locale, { type: "unit" }).format(words);
