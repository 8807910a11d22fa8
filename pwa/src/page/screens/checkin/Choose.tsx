import type { Entry } from "../../../shared/record/versions.ts";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { HOME } from "./own.ts";
import type { CheckInPacks } from "./packs.ts";
import { TalkingTherapies } from "./TalkingTherapies.tsx";
import { t } from "./words.ts";

/** Every pathway in a sentence; nothing is asked first, and none is suggested. */
export function Choose({ packs, running }: { packs: CheckInPacks; running: Entry<"pathway"> | undefined }) {
  const others = Object.values(packs.pathways).filter(({ slug }) => slug !== running?.body.pathway);
  return (
    <Page title={t("checkin-choose-title")} back={{ to: HOME, words: t("checkin-title") }}>
      <p>{t("checkin-choose-how")}</p>
      <ul class="rows">
        {others.map((pathway) => <LinkRow key={pathway.slug} to={`${HOME}/choose/${pathway.slug}`} what={pathway.title} detail={pathway.summary ?? ""} />)}
      </ul>
      <TalkingTherapies pathways={packs.pathways} />
    </Page>
  );
}
