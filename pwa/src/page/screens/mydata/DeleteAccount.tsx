import { useSignal } from "@preact/signals";
import { ask, NoAnswer, Problem } from "../../../shared/api/client.ts";
import type { Answer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { serviceName } from "../../state.ts";
import { accountGone } from "../../who.ts";
import { troubleOf } from "../account/words.ts";
import { myDataBack, t } from "./words.ts";

type Gone = Answer<"POST /api/me/delete">;

/** Deletes the account after a typed word. What goes, what is kept and why is said before and after. */
export function DeleteAccount() {
  const typed = useSignal("");
  const wrong = useSignal("");
  const trouble = useSignal("");
  const gone = useSignal<Gone | null>(null);
  const word = t("delete-word");
  const work = async () => {
    trouble.value = "";
    wrong.value = typed.value.trim().toLowerCase() === word ? "" : t("delete-needs-word", { word });
    if (wrong.value) return;
    try {
      gone.value = await withProof(() => ask("POST /api/me/delete", { sure: true }));
      await accountGone();
    } catch (error) {
      if (wasDone(error)) return accountGone().then(() => void (gone.value = { kept: [] }));
      trouble.value = isQuiet(error) ? "" : error instanceof NoAnswer ? t("delete-unheard") : troubleOf(error);
    }
  };
  if (gone.value) return <Done gone={gone.value} />;
  return (
    <Page title={t("delete-title")} back={myDataBack}>
      <p>{t("delete-before", { service: serviceName.value })}</p>
      <h2>{t("delete-goes")}</h2>
      <ul>{["diary", "about", "sharing", "phones"].map((part) => <li key={part}>{t(`delete-goes-${part}`)}</li>)}</ul>
      <h2>{t("delete-stays")}</h2>
      <ul>{["audit", "id", "paper"].map((part) => <li key={part}>{t(`delete-stays-${part}`)}</li>)}</ul>
      <p><a href="/more/my-data">{t("delete-download-first")}</a></p>
      <Notice kind="stop" title={t("delete-no-way-back")}>
        <Line question={t("delete-type", { word })} longest={20} wrong={wrong.value} value={typed.value} change={(text) => (typed.value = text)} />
        {trouble.value && <Failed words={trouble.value} />}
        <div class="buttons">
          <Button kind="stop" press={work}>{t("delete-do")}</Button>
          <a class="button quiet" href="/more/my-data">{t("delete-keep")}</a>
        </div>
      </Notice>
    </Page>
  );
}

/** The answer of a first try was lost on its way, and the account is gone: now there is nobody to ask. */
const wasDone = (error: unknown): boolean =>
  error instanceof Problem && error.status === 410 && error.code === "erased";

function Done({ gone: { kept } }: { gone: Gone }) {
  return (
    <Page title={t("delete-done")}>
      <p>{t("delete-done-words")}</p>
      {kept.length > 0 && (
        <>
          <h2>{t("delete-stays")}</h2>
          <ul>{kept.map(({ what, why }) => <li key={what}>{what} {why}</li>)}</ul>
        </>
      )}
      <a class="button" href="/join">{t("delete-to-start")}</a>
    </Page>
  );
}
