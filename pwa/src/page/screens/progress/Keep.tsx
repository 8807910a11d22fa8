import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { lists, record, today } from "../../state.ts";
import { csv } from "./csv.ts";
import { everything, spreadsheet } from "./export.ts";
import { handOver } from "./hand-over.ts";
import { namesFor } from "./names.ts";
import { t } from "./words.ts";

/** Print or download: all of it made on the phone, with or without signal. */
export function Keep() {
  const made = useSignal<string | null>(null);
  const give = (ending: string, type: string, text: string) => {
    made.value = `jointly-${today.value}.${ending}`;
    handOver(made.value, type, text);
  };
  const sheet = async () => {
    const entries = record.value!.entries();
    await namesFor(entries);
    give("csv", "text/csv;charset=utf-8", csv(spreadsheet(entries, lists.value)));
  };
  const all = () => give("json", "application/json", everything(record.value!.all(), new Date()));
  return (
    <section class="screen-only">
      <h2>{t("progress-keep")}</h2>
      <p>{t("progress-keep-what")}</p>
      <div class="stack">
        <Button kind="quiet" wide press={() => print()}>{t("progress-print")}</Button>
        <Button kind="quiet" wide press={sheet}>{t("progress-csv")}</Button>
        <Button kind="quiet" wide press={all}>{t("progress-json")}</Button>
      </div>
      <p role="status">{made.value && t("progress-made", { file: made.value })}</p>
    </section>
  );
}
