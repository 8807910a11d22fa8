import { useSignal } from "@preact/signals";
import type { Answer, Body } from "../../../shared/api/client.ts";
import { shortDayWords } from "../../../shared/datewords.ts";
import { londonDay } from "../../../shared/listings/london.ts";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { locale } from "../../messages.ts";
import { whenWords } from "../near/say.ts";
import { type AnswerKind, useAnswer } from "../organisation/inbox/AnswerForm.tsx";
import { OneOf } from "../organisation/fields.tsx";
import { focusWrong } from "../service/useDoing.tsx";
import { t } from "./words.ts";
import "../organisation/publish.css";

export type Said = Omit<Body<"POST /api/answer">, "code" | "id">;
type Asked = NonNullable<Answer<"POST /api/answer/look">["asked"]>;
type Kind = Said["kind"];

const KINDS: readonly Kind[] = ["offer", "wait", "full", "unsuitable", "seen"];
const NAME = 70;

/** What a group needs to know of one person, and its answer. */
export function Form({ asked, send }: { asked: Asked; send: (said: Said) => Promise<void> }) {
  const kind = useSignal<Kind | null>(null);
  const wrong = useSignal(false);
  return (
    <>
      <p>{asked.worker ? t("answer-ask", { worker: asked.worker, service: asked.service }) : t("answer-ask-nobody", { service: asked.service })}</p>
      <dl class="pairs">
        {([["inbox-who", asked.called], ["inbox-for", asked.name], ["inbox-date-suggested", asked.start && whenWords({ start: asked.start }, new Date())],
          ["inbox-helps", asked.adjustments], ["inbox-contact", asked.contact], ["inbox-note", asked.words]] as const)
          .map(([what, said]) => said && <Pair key={what} what={t(what)} said={said} />)}
      </dl>
      <p class="soft">{t("answer-private")}</p>
      <OneOf
        question={t("answer-which")} of={KINDS.map((each) => [each, t(`answer-of-${each}`)] as const)} value={kind.value}
        wrong={wrong.value ? t("answer-choose") : undefined} choose={(value) => (kind.value = value)}
      />
      <Rest key={kind.value ?? ""} kind={kind.value} first={asked.start} send={send} choose={() => (wrong.value = true)} />
      <p class="soft">{t("answer-once")} {t("answer-until", { day: shortDayWords(londonDay(new Date(asked.ends_at)), locale) })}</p>
    </>
  );
}

const Pair = ({ what, said }: { what: string; said: string }) => <><dt>{what}</dt><dd class="inbox-words">{said}</dd></>;

interface RestProps {
  kind: Kind | null;
  first: string | null;
  send: (said: Said) => Promise<void>;
  choose: () => void;
}

/** The words that go with the answer that was chosen, who says it, and the button. */
function Rest({ kind, first, send, choose }: RestProps) {
  const name = useSignal("");
  const { said, fields } = useAnswer((kind === "seen" ? "full" : (kind ?? "full")) satisfies AnswerKind, first);
  const press = async () => {
    if (!kind) return choose();
    const answer = said();
    if (!answer) return focusWrong();
    await send({ kind, words: answer.words ?? null, start: answer.start ?? null, meets: answer.meets ?? null, name: name.value.trim() || null });
  };
  return (
    <>
      {kind && kind !== "seen" && fields}
      {kind && <Line question={t("answer-who")} hint={t("answer-who-hint")} longest={NAME} value={name.value} change={(text) => (name.value = text)} />}
      <div class="buttons"><Button press={press}>{t("inbox-send")}</Button></div>
    </>
  );
}
