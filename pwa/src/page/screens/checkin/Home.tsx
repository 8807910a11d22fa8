import type { Pathway } from "../../../shared/content/pathway-types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { mayFinishEarly } from "../../../shared/rules/check-in.ts";
import { checkInsOf, contactsDone, standingOf } from "../../../shared/rules/contacts.ts";
import { contactsFor, type Standing } from "../../../shared/rules/due.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Page } from "../../components/Page.tsx";
import { entries, today } from "../../state.ts";
import { Before } from "./Before.tsx";
import { contactAddress, HOME } from "./own.ts";
import type { CheckInPacks } from "./packs.ts";
import { TalkingTherapies } from "./TalkingTherapies.tsx";
import { dueWords, t } from "./words.ts";

/** Where somebody stands: what is due, what was done, and the ways to end. */
export function Home({ packs, running }: { packs: CheckInPacks; running: Entry<"pathway">[] }) {
  return (
    <Page title={t("checkin-title")}>
      {running.length === 0 && <NotOnOne />}
      {running.map((enrolled) => <One key={enrolled.id} packs={packs} enrolled={enrolled} />)}
      <Before packs={packs} />
      <TalkingTherapies pathways={packs.pathways} />
    </Page>
  );
}

function NotOnOne() {
  return (
    <>
      <p>{t("checkin-none")}</p>
      <p>{t("checkin-none-how")}</p>
      <a class="button wide" href={`${HOME}/choose`}>{t("checkin-choose")}</a>
    </>
  );
}

function One({ packs, enrolled }: { packs: CheckInPacks; enrolled: Entry<"pathway"> }) {
  const pathway = packs.pathways[enrolled.body.pathway]!;
  const standing = standingOf(entries.value, packs.pathways, enrolled, today.value)!;
  const steps = contactsFor(pathway, enrolled.body.variant);
  const done = contactsDone(entries.value, enrolled);
  const due = standing.state === "not-yet" ? null : standing.contact;
  const finished = standing.contact === null;
  const early = !finished && mayFinishEarly(pathway, steps, done, due);
  return (
    <section class="panel">
      <h2>{pathway.title}</h2>
      {finished ? <p>{t("checkin-all-done")}</p> : <Due enrolled={enrolled} standing={standing} pathway={pathway} />}
      <Fold words={t("checkin-about", { pathway: pathway.title })}><Blocks of={pathway.about} /></Fold>
      {early && <p>{t("checkin-may-finish")}</p>}
      <p><a class="button plain" href={`${HOME}/end`}>{t(finished ? "checkin-to-end-all" : early ? "checkin-to-end-glad" : "checkin-to-end")}</a></p>
    </section>
  );
}

function Due({ enrolled, standing, pathway }: { enrolled: Entry<"pathway">; standing: Standing; pathway: Pathway }) {
  const contact = pathway.contacts.find(({ slug }) => slug === standing.contact)!;
  const begun = checkInsOf(entries.value, enrolled).some(({ body }) => body.contact === contact.slug && body.state === "open");
  const to = contactAddress(enrolled.body, contact.slug);
  return (
    <>
      <h3>{contact.title}</h3>
      <p>{dueWords(standing)}</p>
      {begun && <p>{t("checkin-begun")}</p>}
      <a class={standing.state === "not-yet" && !begun ? "button quiet wide" : "button wide"} href={to}>
        {t(begun ? "checkin-carry-on" : standing.state === "not-yet" ? "checkin-start-early" : "checkin-start")}
      </a>
    </>
  );
}
