import { Page } from "../../components/Page.tsx";
import { Empty, Loading } from "../../components/States.tsx";
import { area, saved } from "./here.ts";
import { ListingRow } from "./ListingRow.tsx";
import { ageWords } from "./say.ts";
import { t } from "./words.ts";

/** /near/saved: what somebody saved, newest first. It is all on this phone. */
export function SavedList() {
  const all = Object.values(saved.value).sort((a, b) => (a.saved_at < b.saved_at ? 1 : -1));
  const oldest = all.map(({ read_at }) => read_at).sort()[0];
  return (
    <Page title={t("near-saved-title")} back={{ to: "/near", words: t("near-title") }}>
      {area.value === undefined ? <Loading /> : all.length === 0 && <Empty><p>{t("near-saved-none")}</p></Empty>}
      {oldest && <p class="soft small">{t("near-kept", { age: ageWords(oldest, new Date()) })}</p>}
      <ul class="rows">
        {all.map(({ card, source, gone }) => <ListingRow key={card.id} card={card} source={source} gone={gone} />)}
      </ul>
    </Page>
  );
}
