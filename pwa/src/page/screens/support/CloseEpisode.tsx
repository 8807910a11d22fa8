import { useSignal } from "@preact/signals";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { Button } from "../../components/Button.tsx";
import { go } from "../../router.ts";
import { OneOf } from "./chips.tsx";
import { useDoing } from "./doing.tsx";
import type { MoveProps } from "./Episode.tsx";
import { Words } from "./fields.tsx";
import { t } from "./words.ts";
import { inEpisode } from "./writing.ts";

type Outcome = NonNullable<Schemas["NewStep"]["outcome"]>;
/** Before they accepted: why it never began. */
const BEFORE: readonly Outcome[] = ["declined", "unable", "unsuitable", "moved", "died", "other"];
const AFTER: readonly Outcome[] = ["goals-met", "part-met", "disengaged", "moved", "died", "other"];
/** As the server counts them. */
const TRIES = 3;

/** How it ended, and what helped and what did not: the message to whoever referred is made of that. */
export function CloseEpisode({ episode, home, called }: MoveProps) {
  const doing = useDoing();
  const outcome = useSignal<Outcome | null>(null);
  const helped = useSignal("");
  const not = useSignal("");
  const words = useSignal("");
  const began = episode.state === "active";
  const reached = episode.state === "contacted" || began;
  const options = (began ? AFTER : BEFORE).filter((each) => each !== "unable" || (!reached && episode.attempts >= TRIES));
  const save = async () => {
    if (!outcome.value) return doing.say(t("sup-close-needed"));
    const text = (name: "words" | "helped" | "did_not_help", value: string) => (value.trim() ? { [name]: value.trim() } : {});
    const said = { kind: "close" as const, outcome: outcome.value, ...text("words", words.value), ...text("helped", helped.value), ...text("did_not_help", not.value) };
    if (await doing.run(() => inEpisode(episode.id, said))) go(home.to);
  };
  return (
    <>
      <OneOf question={t("sup-close-how")} options={options} words={(each) => t("sup-outcome", { outcome: each })} chosen={outcome.value} choose={(each) => (outcome.value = each)} />
      {!reached && episode.attempts < TRIES && <p class="soft small">{t("sup-close-tries", { count: episode.attempts })}</p>}
      {began && <Words question={t("sup-helped")} hint={t("sup-optional")} rows={2} value={helped.value} change={(text) => (helped.value = text)} />}
      {began && <Words question={t("sup-not-helped")} hint={t("sup-not-helped-hint")} rows={2} value={not.value} change={(text) => (not.value = text)} />}
      <Words question={t("sup-close-words")} hint={t("sup-part-words-hint", { called })} rows={2} value={words.value} change={(text) => (words.value = text)} />
      <doing.Trouble />
      <Button kind="stop" press={save}>{t("sup-close-do")}</Button>
    </>
  );
}
