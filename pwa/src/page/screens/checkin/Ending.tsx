import type { Entry } from "../../../shared/record/versions.ts";
import { mayFinishEarly } from "../../../shared/rules/check-in.ts";
import { contactsDone, standingOf } from "../../../shared/rules/contacts.ts";
import { contactsFor } from "../../../shared/rules/due.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { entries, today } from "../../state.ts";
import { endPathway, HOME } from "./own.ts";
import type { CheckInPacks } from "./packs.ts";
import { t } from "./words.ts";

/** Ending a pathway: finished, early and glad, moving on, or stopping. Each is a good reason, and each can be undone. */
export function Ending({ packs, enrolled }: { packs: CheckInPacks; enrolled: Entry<"pathway"> }) {
  const saving = useSaving();
  const pathway = packs.pathways[enrolled.body.pathway]!;
  const standing = standingOf(entries.value, packs.pathways, enrolled, today.value)!;
  const done = contactsDone(entries.value, enrolled);
  const finished = standing.contact === null;
  const due = standing.state === "not-yet" ? null : standing.contact;
  const early = !finished && mayFinishEarly(pathway, contactsFor(pathway, enrolled.body.variant), done, due);
  const end = (why: "finished" | "early" | "stopped") => () =>
    saving.try(() => endPathway(enrolled, why, t(`checkin-ended-${why}`, { pathway: pathway.title })));
  return (
    <Page title={t("checkin-end-title", { pathway: pathway.title })} back={{ to: HOME, words: t("checkin-title") }}>
      {finished && (
        <section class="panel">
          <p>{t("checkin-all-done")}</p>
          <Button wide kind="warm" press={end("finished")}>{t("checkin-end-finished")}</Button>
        </section>
      )}
      {early && (
        <section class="panel">
          <Blocks of={pathway.early_finish.words} />
          <Button wide kind="warm" press={end("early")}>{t("checkin-end-early")}</Button>
        </section>
      )}
      <saving.Trouble />
      <h2>{t("checkin-end-other")}</h2>
      <p>{t("checkin-end-kept")}</p>
      <div class="buttons">
        <a class="button quiet" href={`${HOME}/choose`}>{t("checkin-end-moved-on")}</a>
        {!finished && <Button kind="quiet" press={end("stopped")}>{t("checkin-end-stopped")}</Button>}
      </div>
    </Page>
  );
}
