import { useSignal } from "@preact/signals";
import { ask } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { troubleOf } from "../account/words.ts";
import { tidy } from "../join/code.ts";
import { lookWhoShares } from "./helped.ts";
import { t } from "./words.ts";

/** A carer's code, used by somebody who has Jointly already. */
export default function HaveCode() {
  const typed = useSignal("");
  const wrong = useSignal("");
  const accept = async () => {
    const code = tidy(typed.value);
    wrong.value = code ? "" : t("have-code-needed");
    if (wrong.value) return;
    try {
      const { subject } = await ask("POST /api/shares/accept", { code });
      await lookWhoShares();
      go(`/helping/${subject}`, { replace: true });
    } catch (error) {
      wrong.value = troubleOf(error);
    }
  };
  return (
    <Page title={t("have-code-title")} back={{ to: "/helping", words: t("helping-title") }}>
      <form onSubmit={(event) => event.preventDefault()} noValidate>
        <p>{t("have-code-intro")}</p>
        <Line question={t("have-code-label")} hint={t("have-code-hint")} longest={40} wrong={wrong.value} value={typed.value} change={(text) => (typed.value = text)} />
        <Button submit wide press={accept}>{t("have-code-use")}</Button>
      </form>
    </Page>
  );
}
