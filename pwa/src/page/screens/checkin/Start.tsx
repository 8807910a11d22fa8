import type { Pathway } from "../../../shared/content/pathway-types.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { contactsFor } from "../../../shared/rules/due.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { go } from "../../router.ts";
import { contactAddress, HOME, startPathway } from "./own.ts";
import type { CheckInPacks } from "./packs.ts";
import { t } from "./words.ts";

interface StartProps {
  pathway: Pathway;
  packs: CheckInPacks;
  running: Entry<"pathway"> | undefined;
}

/** What a pathway is, which check-ins it has, and the button that starts it. */
export function Start({ pathway, packs, running }: StartProps) {
  const saving = useSaving();
  const steps = contactsFor(pathway, null);
  const before = running && packs.pathways[running.body.pathway];
  const start = async () => {
    if (await saving.try(() => startPathway(pathway, running))) go(contactAddress({ pathway: pathway.slug }, steps[0]!.slug));
  };
  return (
    <Page title={pathway.title} back={{ to: `${HOME}/choose`, words: t("checkin-choose-title") }}>
      <Blocks of={pathway.about} />
      <h2>{t("checkin-steps")}</h2>
      <ol>{steps.map(({ slug, title }) => <li key={slug}>{title}</li>)}</ol>
      {pathway.variants.length > 0 && <p class="soft">{t("checkin-variant-by-staff")}</p>}
      {before && <Notice><p>{t("checkin-moves-on", { pathway: before.title })}</p></Notice>}
      {!pathway.approved && <p class="soft small">{t("checkin-not-approved")}</p>}
      <saving.Trouble />
      <div class="thumb"><Button press={start}>{t("checkin-start-pathway")}</Button></div>
    </Page>
  );
}
