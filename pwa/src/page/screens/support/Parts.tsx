import { partOf, SECTIONS, type Section } from "../../../shared/rules/page-parts.ts";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Contacts } from "./Contacts.tsx";
import { Goals } from "./Goals.tsx";
import type { Step } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { dateOf, t } from "./words.ts";

/** Their record, part by part, each with who wrote it and when. What two wrote at once is both shown, to be joined. */
export function Parts(here: Here) {
  return (
    <section class="support-parts">
      <h2>{t("sup-record")}</h2>
      <nav class="support-jump" aria-label={t("sup-jump")}>
        {SECTIONS.map((section) => <a key={section} href={`#part_${section}`}>{t("sup-part", { section })}</a>)}
      </nav>
      {SECTIONS.map((section) => [
        section === "consent" && <Contacts key="contacts" {...here} />,
        <PartCard key={section} {...here} section={section} />,
      ])}
    </section>
  );
}

function PartCard({ opened, home, called, section }: Here & { section: Section }) {
  const { now, before } = partOf(opened.support.page, section);
  const title = t("sup-part", { section });
  return (
    <article class="support-part" id={`part_${section}`} aria-labelledby={`part_${section}-title`}>
      <div class="support-part-top">
        <h3 id={`part_${section}-title`}>{title}</h3>
        <a class="button plain" href={`${home.to}/part/${section}`} aria-label={t(now.length > 1 ? "sup-join-label" : now.length ? "sup-change-label" : "sup-write-label", { part: title })}>
          {t(now.length > 1 ? "sup-join" : now.length ? "sup-change" : "sup-write")}
        </a>
      </div>
      {section === "safeguarding" && <p class="soft small">{t("sup-team-only", { called })}</p>}
      {section === "plan" && <Goals person={opened.support.person} called={called} />}
      {section === "consent" && opened.support.shared_since && <p>{t("sup-consent-since", { called, day: dateOf(opened.support.shared_since) })}</p>}
      {section === "consent" && <Told {...{ called }} of={opened.support.prescriptions} />}
      {now.length === 0 && <p class="soft">{t("sup-part-none", { section })}</p>}
      {now.length > 1 && <Notice kind="warm"><p>{t("sup-two-wrote", { count: now.length })}</p></Notice>}
      {now.map((step) => <Version key={step.id} step={step} waits={opened.waiting.has(step.id)} />)}
      {before.length > 0 && <Fold words={t("sup-before", { count: before.length })}>{before.map((step) => <Version key={step.id} step={step} waits={false} />)}</Fold>}
    </article>
  );
}

/** Which groups were told of them, and whether it was written down that they agreed to that first. */
function Told({ of, called }: { of: Here["opened"]["support"]["prescriptions"]; called: string }) {
  const told = of.flatMap(({ name, steps }) => steps.filter(({ kind }) => kind === "send").map((step) => ({ name, step })));
  if (!told.length) return null;
  return (
    <ul>
      {told.map(({ name, step }) => (
        <li key={step.id}>{t(step.said["agreed"] ? "sup-consent-told" : "sup-consent-told-unasked", { called, name, day: dateOf(step.at) })}</li>
      ))}
    </ul>
  );
}

/** One version: its words, or that there is nothing, and who wrote it when. */
export function Version({ step, waits }: { step: Step; waits: boolean }) {
  const { words, none, place, miles, time } = step.said;
  return (
    <div class="support-version">
      {none && <p><strong>{t("sup-none", { section: String(step.said["section"]) })}</strong></p>}
      {place && <p>{t("sup-travel-says", { place: String(place), miles: Number(miles ?? 0), time: String(time ?? "any") })}</p>}
      {words && <p class="note">{words}</p>}
      <p class="soft small">
        {t("sup-written-by", { who: step.called ?? t("sup-somebody"), day: dateOf(step.at) })}
        {waits && ` ${t("sup-waiting")}`}
      </p>
    </div>
  );
}
