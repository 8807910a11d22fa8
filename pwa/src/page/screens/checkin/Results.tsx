import { pathwaysOn } from "../../../shared/rules/contacts.ts";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { entries } from "../../state.ts";
import { Changes } from "./Changes.tsx";
import { HOME } from "./own.ts";
import type { CheckInPacks } from "./packs.ts";
import { t } from "./words.ts";

/** /check-in/results: what has changed on the newest pathway; with a contact in the address, up to and with that one. */
export function Results({ packs, contact }: { packs: CheckInPacks; contact: string | undefined }) {
  const enrolled = pathwaysOn(entries.value).find(({ body }) => packs.pathways[body.pathway]);
  return (
    <Page title={t("checkin-results-title")} back={{ to: HOME, words: t("checkin-title") }}>
      {enrolled ? <Changes entries={entries.value} enrolled={enrolled} packs={packs} until={contact} /> : <Empty><p>{t("checkin-results-none")}</p></Empty>}
      <Notice><p>{t("checkin-not-watched")}</p></Notice>
      <a class="button quiet" href={HOME}>{t("checkin-to-check-ins")}</a>
    </Page>
  );
}
