import { timeWords } from "../../../shared/datewords.ts";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { useLatest } from "../../reminders/copies.ts";
import { AsOf } from "./AsOf.tsx";
import { backHere, dayWords, itemWords, t } from "./words.ts";

/** The rehearsal: every telling of the next 14 days, from the last copy when there is no signal. */
export function Ahead() {
  const latest = useLatest("GET /api/reminders/rehearsal");
  const tellings = latest.copy.value?.value.tellings ?? null;
  const days = [...new Set(tellings?.map(({ local }) => local.slice(0, 10)))];
  return (
    <Page title={t("remind-ahead")} back={backHere}>
      <p>{t("remind-ahead-intro")}</p>
      <AsOf of={latest} />
      {tellings?.length === 0 && <Empty><p>{t("remind-ahead-none")}</p></Empty>}
      {days.map((day) => (
        <section key={day}>
          <h2>{dayWords(day)}</h2>
          <ul class="rows">
            {tellings!.filter(({ local }) => local.startsWith(day)).map(({ at, local, items }) => (
              <li key={at} class="row">
                <span class="grow">
                  <span class="what">{timeWords(local)}</span>
                  {items.map((item) => <span key={item.key} class="detail">{itemWords(item)}</span>)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
