import { Page } from "../../components/Page.tsx";
import { kept } from "./kept.ts";
import { t } from "./words.ts";

/** After an account was deleted: what is gone, and what is kept and why, in the service's own words. */
export default function Deleted() {
  return (
    <Page title={t("delete-done")}>
      <p>{t("delete-done-words")}</p>
      {kept.value.length > 0 && (
        <>
          <h2>{t("delete-stays")}</h2>
          <ul>{kept.value.map(({ what, why }) => <li key={what}>{what} {why}</li>)}</ul>
        </>
      )}
      <a class="button" href="/join">{t("delete-to-start")}</a>
    </Page>
  );
}
