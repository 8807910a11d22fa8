import { useSignal } from "@preact/signals";
import { NoAnswer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { LinkRow } from "../../components/LinkRow.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import type { ScreenProps } from "../../screens.ts";
import { lists, me, record, today } from "../../state.ts";
import { back, troubleOf } from "../account/words.ts";
import { csv } from "../progress/csv.ts";
import { everything, spreadsheet } from "../progress/export.ts";
import { handOver } from "../progress/hand-over.ts";
import { namesFor } from "../progress/names.ts";
import { DeleteAccount } from "./DeleteAccount.tsx";
import { type Ending, exported } from "./exported.ts";
import { PaperDiary } from "./PaperDiary.tsx";
import { Summary } from "./Summary.tsx";
import { t } from "./words.ts";
import "../account/account.css";

const TYPES: { [ending in Ending]: string } = { json: "application/json", csv: "text/csv;charset=utf-8" };

/** What somebody may ask of their data: to have it, to print it, to see it gone. */
export default function MyData({ parts: [part] }: ScreenProps) {
  if (part === "summary") return <Summary />;
  if (part === "paper") return <PaperDiary />;
  if (part === "delete") return <DeleteAccount />;
  return <Choices />;
}

function Choices() {
  const patient = me.value?.role === "patient"; // nobody else has a diary of their own to print
  const made = useSignal("");
  const trouble = useSignal("");
  const download = (ending: Ending) => async () => {
    made.value = trouble.value = "";
    const file = `jointly-${today.value}.${ending}`;
    try {
      handOver(file, TYPES[ending], await withProof(() => exported(ending)));
      made.value = t("my-data-made", { file });
    } catch (error) {
      if (!(error instanceof NoAnswer)) return void (trouble.value = isQuiet(error) ? "" : troubleOf(error));
      handOver(file, TYPES[ending], await onThisPhone(ending));
      made.value = t("my-data-made-here", { file });
    }
  };
  return (
    <Page title={t("my-data-title")} back={back}>
      <h2>{t("my-data-have")}</h2>
      <p>{t("my-data-have-words")}</p>
      {trouble.value && <Failed words={trouble.value} />}
      <div class="pile">
        <Button kind="quiet" wide press={download("csv")}>{t("my-data-csv")}</Button>
        <Button kind="quiet" wide press={download("json")}>{t("my-data-json")}</Button>
      </div>
      <p role="status">{made.value}</p>
      {patient && (
        <>
          <h2>{t("my-data-paper")}</h2>
          <ul class="rows">
            <LinkRow to="/more/my-data/summary" what={t("summary-title")} detail={t("summary-row")} />
            <LinkRow to="/more/my-data/paper" what={t("paper-title")} detail={t("paper-row")} />
          </ul>
        </>
      )}
      <h2>{t("my-data-end")}</h2>
      <ul class="rows"><LinkRow to="/more/my-data/delete" what={t("delete-title")} detail={t("delete-row")} /></ul>
    </Page>
  );
}

/** The same from what this phone holds, for when there is no signal. */
async function onThisPhone(ending: Ending): Promise<string> {
  const held = record.value!;
  if (ending === "csv") await namesFor(held.entries());
  return ending === "json" ? everything(held.all(), new Date()) : csv(spreadsheet(held.entries(), lists.value));
}
