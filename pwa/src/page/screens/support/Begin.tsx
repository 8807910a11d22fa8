import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { me } from "../../state.ts";
import { useDoing } from "./doing.tsx";
import { OneLine } from "./fields.tsx";
import { t } from "./words.ts";
import { refer } from "./writing.ts";

interface BeginProps {
  person: string;
  back: { to: string; words: string };
  begun: () => Promise<void>;
  called?: string;
}

/** Support begins with a yes: nobody is referred who was not asked, and the record is shared from then on. */
export function Begin({ person, back, begun, called = t("sup-them") }: BeginProps) {
  const agreed = useSignal(false);
  const reason = useSignal("");
  const doing = useDoing();
  const save = async () => {
    if (!agreed.value) return doing.say(t("sup-begin-agreed-needed", { called }));
    const details = { agreed: "asked" as const, referrer: me.value?.called ?? null, ...(reason.value.trim() && { reason: reason.value.trim() }) };
    const done = await doing.run(() => refer(person, { source: "advisor", details }));
    if (!done) return;
    await begun();
    go(`/person/${person}/support`, { replace: true });
  };
  return (
    <Page title={t("sup-begin-title")} back={back}>
      <p>{t("sup-begin-words", { called })}</p>
      <div class="choices support-accept">
        <Choice kind="checkbox" name="agreed" value="yes" chosen={agreed.value} choose={(on) => (agreed.value = on)}>{t("sup-begin-agreed", { called })}</Choice>
      </div>
      <OneLine question={t("sup-begin-reason")} hint={t("sup-optional")} value={reason.value} change={(text) => (reason.value = text)} />
      <doing.Trouble />
      <Button press={save}>{t("sup-begin")}</Button>
    </Page>
  );
}
