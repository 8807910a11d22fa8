import { useSignal } from "@preact/signals";
import { ask, NoAnswer, Problem } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { serviceName } from "../../state.ts";
import { go } from "../../router.ts";
import { accountGone } from "../../who.ts";
import { troubleOf } from "../account/words.ts";
import { kept, type Kept } from "./kept.ts";
import { myDataBack, t } from "./words.ts";

/** Deletes the account after a typed word. What goes, what is kept and why is said before and after. */
export function DeleteAccount() {
  const typed = useSignal("");
  const wrong = useSignal("");
  const trouble = useSignal("");
  const word = t("delete-word");
  const work = async () => {
    trouble.value = "";
    wrong.value = typed.value.trim().toLowerCase() === word ? "" : t("delete-needs-word", { word });
    if (wrong.value) return;
    try {
      await end((await withProof(erase)).kept);
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : error instanceof NoAnswer ? t("delete-unheard") : troubleOf(error);
    }
  };
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

/** When the answer of a first try was lost on its way the account is gone, and there is nobody to ask any more. */
async function erase(): Promise<{ kept: Kept[] }> {
  try {
    return await ask("POST /api/me/delete", { sure: true });
  } catch (error) {
    if (error instanceof Problem && error.status === 410 && error.code === "erased") return { kept: [] };
    throw error;
  }
}

/** The screen that says so is open to everybody: from here on nobody is signed in. */
async function end(what: Kept[]): Promise<void> {
  kept.value = what;
  go("/deleted", { replace: true });
  await accountGone();
}
