import { useSignal } from "@preact/signals";
import { askAt } from "../../../shared/api/client.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Line } from "../../components/Line.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { useDraft } from "../../draft.ts";
import { go } from "../../router.ts";
import { troubleOf } from "../account/words.ts";
import { sharingBack } from "./ShareTeam.tsx";
import { type Days, endOf, Until } from "./Until.tsx";
import { type Scope, t } from "./words.ts";
import { What } from "./What.tsx";

interface TrustedForm {
  /** of the share that this becomes: saving it twice gives it once */
  id: string;
  called: string;
  scopes: Scope[];
  may_write: boolean;
  days: Days;
  why: string;
}

const fresh = (): TrustedForm => ({ id: uuid7(), called: "", scopes: [], may_write: false, days: null, why: "" });

/** Somebody the person trusts: who, what they may see and do, for how long and why. Then there is a code to hand over. */
export function ShareTrusted() {
  const draft = useDraft<TrustedForm>("share trusted", 2, fresh);
  const wrong = useSignal<{ called?: string; scopes?: string; sending?: string }>({});
  const form = draft.value.value;
  if (!form) return <Page title={t("trusted-title")} back={sharingBack}>{null}</Page>;
  const share = async () => {
    const { id, called, scopes, may_write, days, why } = form;
    const missing = {
      ...(!called.trim() && { called: t("trusted-needs-name") }),
      ...(!scopes.length && { scopes: t("share-needs-what") }),
    };
    wrong.value = missing;
    if (Object.keys(missing).length) return void document.querySelector<HTMLInputElement>("main input")?.focus();
    try {
      await withProof(() => askAt("PUT /api/shares/{id}", { id }, {
        with_kind: "person", called: called.trim(), scopes, may_write, ends_at: endOf(days), why: why.trim() || null,
      }));
      await draft.done();
      go(`/more/sharing/code/${id}`, { replace: true });
    } catch (error) {
      wrong.value = isQuiet(error) ? {} : { sending: troubleOf(error) };
    }
  };
  return (
    <Page title={t("trusted-title")} back={sharingBack}>
      <p>{t("trusted-intro")}</p>
      <Line
        question={t("trusted-name")} hint={t("trusted-name-hint")} longest={60} wrong={wrong.value.called}
        value={form.called} change={(called) => draft.change({ called })}
      />
      {wrong.value.scopes && <p class="wrong-words" role="alert">{wrong.value.scopes}</p>}
      <What question={t("trusted-what")} chosen={form.scopes} choose={(scopes) => draft.change({ scopes })} />
      <fieldset>
        <legend class="question">{t("trusted-write")}</legend>
        <div class="choices">
          {[false, true].map((yes) => (
            <Choice key={String(yes)} kind="radio" name="write" value={String(yes)} chosen={form.may_write === yes} choose={() => draft.change({ may_write: yes })}>
              {t(yes ? "trusted-write-yes" : "trusted-write-no")}
            </Choice>
          ))}
        </div>
      </fieldset>
      <Until days={form.days} choose={(days) => draft.change({ days })} />
      <Line question={t("trusted-why")} hint={t("trusted-why-hint")} longest={300} value={form.why} change={(why) => draft.change({ why })} />
      <NotWatched />
      {wrong.value.sending && <Failed words={wrong.value.sending} />}
      <Button wide press={share}>{t("trusted-make")}</Button>
    </Page>
  );
}
