import { useSignal } from "@preact/signals";
import { useId, useMemo } from "preact/hooks";
import { askAt } from "../../../shared/api/client.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Failed } from "../../components/States.tsx";
import { useDraft } from "../../draft.ts";
import { focusHeading } from "../../focus.ts";
import { serviceName } from "../../state.ts";
import { troubleOf } from "../account/words.ts";
import { keepOwn, type Own } from "./own.ts";
import { t } from "./words.ts";

/** What happens next and what is shared comes first; then the words, which nobody has to give, and the yes. */
export function AskForm({ before, asked }: { before: boolean; asked: (now: Own[]) => void }) {
  const id = useId();
  // Made here, so that asking again after a lost answer asks for the same.
  const referral = useMemo(() => uuid7(), []);
  const draft = useDraft("ask for support", 1, () => ({ words: "" }));
  const agreed = useSignal(false);
  const wrong = useSignal(false);
  const trouble = useSignal("");
  const form = draft.value.value;
  if (!form) return null;
  const send = async () => {
    trouble.value = "";
    wrong.value = !agreed.value;
    if (wrong.value) return;
    const words = form.words.trim();
    try {
      const now = await askAt("PUT /api/referrals/mine/{referral}", { referral }, { agreed: true, ...(words && { words }) });
      await draft.done();
      asked(await keepOwn(now));
      focusHeading();
      announce(t("own-support-asked-now"));
    } catch (error) {
      trouble.value = troubleOf(error);
    }
  };
  return (
    <>
      <p>{t("own-support-intro")}</p>
      <h2>{t("own-support-next-title")}</h2>
      <ol>{[1, 2, 3].map((step) => <li key={step}>{t(`own-support-next-${step}`, { service: serviceName.value })}</li>)}</ol>
      <h2>{t("own-support-shared-title")}</h2>
      <ul>{[1, 2, 3].map((part) => <li key={part}>{t(`own-support-shared-${part}`)}</li>)}</ul>
      <p>{t("own-support-shared-not")}</p>
      <div class="field">
        <label for={id}>{t("own-support-words")}</label>
        <span class="hint" id={`${id}-hint`}>{t("own-support-words-hint")}</span>
        <textarea
          id={id} class="input" rows={3} maxLength={2000} autocomplete="off" aria-describedby={`${id}-hint`} value={form.words}
          onInput={(event) => draft.change({ words: event.currentTarget.value })}
        />
        <NotWatched />
      </div>
      <fieldset class={wrong.value ? "wrong" : undefined}>
        <legend class="question">{t("own-support-agree-title")}</legend>
        {wrong.value && <span class="wrong-words" role="alert">{t("own-support-agree-needs")}</span>}
        <div class="choices pile">
          <Choice kind="checkbox" name="agreed" value="yes" chosen={agreed.value} choose={(on) => (agreed.value = on)}>{t("own-support-agree")}</Choice>
        </div>
      </fieldset>
      {trouble.value && <Failed words={trouble.value} />}
      <Button wide press={send}>{t(before ? "own-support-again" : "own-support-ask")}</Button>
    </>
  );
}
