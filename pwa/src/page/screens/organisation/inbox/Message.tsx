import { useSignal } from "@preact/signals";
import { Button } from "../../../components/Button.tsx";
import { Fold } from "../../../components/Fold.tsx";
import { Area, OneOf } from "../fields.tsx";
import type { Said } from "./inbox.ts";
import { t } from "./words.ts";

const LONGEST = 2_000;

/** A word to the link worker, or to the person: each sees only what is for them. */
export function Message({ send }: { send: (said: Said) => Promise<boolean> }) {
  const to = useSignal<"worker" | "person">("worker");
  const words = useSignal("");
  const wrong = useSignal(false);
  const press = async () => {
    wrong.value = !words.value.trim();
    if (!wrong.value && (await send({ kind: "say", to: to.value, words: words.value.trim() }))) words.value = "";
  };
  return (
    <Fold words={t("inbox-say")}>
      <OneOf
        question={t("inbox-say-to")} of={[["worker", t("inbox-say-to-worker")], ["person", t("inbox-say-to-person")]]} value={to.value}
        choose={(value) => (to.value = value)}
      />
      <Area
        question={t("inbox-say-words")} hint={t("inbox-say-hint")} longest={LONGEST} value={words.value}
        wrong={wrong.value ? t("inbox-needs-words") : undefined} change={(text) => (words.value = text)}
      />
      <Button press={press}>{t("inbox-send")}</Button>
    </Fold>
  );
}
