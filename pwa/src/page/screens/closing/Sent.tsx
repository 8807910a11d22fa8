import { useSignal } from "@preact/signals";
import { dayOf, localTime, phoneClock } from "../../../shared/dates.ts";
import { dateWords } from "../../../shared/datewords.ts";
import { Button } from "../../components/Button.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { Notice } from "../../components/Notice.tsx";
import { locale } from "../../messages.ts";
import { reasonOf } from "../../reasons.ts";
import { download, type Form } from "./files.ts";
import type { Draft } from "./making.ts";
import { t } from "./words.ts";

/** What was looked over and may go: the newest first, each to be taken away as a file. */
export function Sent({ referral, sent }: { referral: string; sent: Draft["sent"] }) {
  const made = useSignal("");
  const trouble = useSignal("");
  const take = (message: string, form: Form) => async () => {
    made.value = trouble.value = "";
    try {
      made.value = t("ending-made", { file: await withProof(() => download(referral, message, form)) });
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : reasonOf(error);
    }
  };
  if (!sent.length) return null;
  return (
    <section class="closing-not-printed">
      <h2>{t("ending-sent")}</h2>
      <p>{t("ending-sent-words")}</p>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      {sent.map(({ id, at, called }, index) => {
        const day = dateWords(dayOf(localTime(new Date(at), phoneClock.zone())), locale);
        return (
          <div key={id} class="closing-asked">
            <p>{t(index === 0 ? "ending-sent-by" : "ending-sent-before", { who: called, day })}</p>
            <div class="buttons">
              <Button press={take(id, "pdf")} label={t("ending-pdf-label", { day })}>{t("ending-pdf")}</Button>
              <Button kind="quiet" press={take(id, "fhir")} label={t("ending-fhir-label", { day })}>{t("ending-fhir")}</Button>
            </div>
          </div>
        );
      })}
      <p role="status">{made.value}</p>
    </section>
  );
}
