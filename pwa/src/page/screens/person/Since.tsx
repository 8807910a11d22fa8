import { pathwaysOn } from "../../../shared/rules/contacts.ts";
import { Page } from "../../components/Page.tsx";
import { Loading } from "../../components/States.tsx";
import { pathwayName } from "../../named.ts";
import { Changes } from "../checkin/Changes.tsx";
import { useCheckInPacks } from "../checkin/packs.ts";
import { t } from "./care-words.ts";
import type { Opened } from "./opening.ts";
import { nameOf } from "./words.ts";
import "../checkin/checkin.css";

/** What has changed since the first contact of a pathway, as the person sees it too. */
export function Since({ record, id }: { record: Opened; id: string | undefined }) {
  const packs = useCheckInPacks();
  const enrolled = pathwaysOn(record.entries).find((each) => each.id === id);
  const back = { to: `/person/${record.person}`, words: nameOf(record.called) };
  if (!enrolled) return <Page title={t("care-contact-gone")} back={back}><p>{t("care-contact-gone-words")}</p></Page>;
  return (
    <Page title={pathwayName(enrolled.body.pathway)} back={back}>
      {packs?.pathways[enrolled.body.pathway] ? <Changes entries={record.entries} enrolled={enrolled} packs={packs} /> : <Loading />}
      <a class="button" href={back.to}>{t("care-back-to", { called: back.words })}</a>
    </Page>
  );
}
