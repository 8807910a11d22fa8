import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { Button } from "../../../components/Button.tsx";
import { Page } from "../../../components/Page.tsx";
import { locale } from "../../../messages.ts";
import { shortDayWords } from "../../../../shared/datewords.ts";
import { uuid7 } from "../../../../shared/ids.ts";
import { londonDay } from "../../../../shared/listings/london.ts";
import { whenWords } from "../../near/say.ts";
import { Came, useDoing } from "../../service/useDoing.tsx";
import { Shown } from "../../service/useFetched.tsx";
import { AnswerForm, type AnswerKind, type Answered } from "./AnswerForm.tsx";
import { type Said, say, type Sent, type Step, useInbox } from "./inbox.ts";
import { Message } from "./Message.tsx";
import { nameOf, standsWords, stepWords } from "./say.ts";
import { home, t } from "./words.ts";

/** /organisation/inbox/<id>: what the group needs of one person, what happened so far, and what it says. */
export function InboxOne({ id }: { id: string }) {
  const found = useInbox();
  const one = found.value.value?.people.find((each) => each.id === id);
  return (
    <Page title={one ? nameOf(one) : t("inbox-title")} back={home}>
      <Shown of={found}>{() => (one ? <Whole one={one} again={found.again} /> : <p>{t("inbox-gone")}</p>)}</Shown>
    </Page>
  );
}

function Whole({ one, again }: { one: Sent; again: () => Promise<void> }) {
  const doing = useDoing();
  const tried = useRef({ said: "", id: "" });
  const send = async (said: Said): Promise<boolean> => {
    const words = JSON.stringify(said);
    // Said again after no answer came, it is the same step: it may have arrived.
    if (tried.current.said !== words) tried.current = { said: words, id: uuid7() };
    if (!(await doing.run(() => say(one.id, tried.current.id, said), t(`inbox-said-${said.kind}`)))) return false;
    tried.current = { said: "", id: "" };
    await again();
    return true;
  };
  const now = new Date();
  return (
    <>
      <p><strong>{standsWords(one, now)}</strong></p>
      <dl class="pairs">
        <Pair what={t("inbox-for")} said={one.name} />
        {one.start && <Pair what={t(one.state === "booked" ? "inbox-date" : "inbox-date-suggested")} said={whenWords({ start: one.start }, now)} />}
        <Pair what={t("inbox-helps")} said={one.adjustments} />
        <Pair what={t("inbox-contact")} said={one.contact} />
        <Pair what={t("inbox-note")} said={one.words} />
        {one.visits > 0 && <Pair what={t("inbox-visits")} said={String(one.visits)} />}
      </dl>
      <Came of={doing} />
      {one.state !== "closed" && <Answers one={one} send={send} />}
      <h2>{t("inbox-so-far")}</h2>
      {one.steps.length === 0 ? <p class="soft">{t("inbox-nothing-yet")}</p> : <ul class="rows">{one.steps.map((step) => <Happened key={step.id} step={step} />)}</ul>}
      {one.state !== "closed" && <Message send={send} />}
    </>
  );
}

const Pair = ({ what, said }: { what: string; said: string | null }) => (said ? <><dt>{what}</dt><dd>{said}</dd></> : null);

const MAY: { [state: string]: AnswerKind[] } = {
  sent: ["offer", "wait", "full", "unsuitable"],
  seen: ["offer", "book", "wait", "full", "unsuitable"],
  offered: ["book", "offer", "wait", "full", "unsuitable"],
  waiting: ["offer", "full", "unsuitable"],
  full: ["offer", "wait"],
  unsuitable: ["offer"],
  booked: ["book", "offer"],
  going: [],
  missed: ["book", "offer"],
};

function Answers({ one, send }: { one: Sent; send: (said: Said) => Promise<boolean> }) {
  const open = useSignal<AnswerKind | null>(null);
  const may = MAY[one.state] ?? [];
  const answer = async (said: Answered) => {
    if (await send(said)) open.value = null;
  };
  if (!may.length) return null;
  return (
    <section aria-labelledby="inbox-answer">
      <h2 id="inbox-answer">{t("inbox-answer")}</h2>
      {open.value
        ? <AnswerForm key={open.value} kind={open.value} first={one.start} send={answer} leave={() => (open.value = null)} />
        : (
          <div class="buttons">
            {one.state === "sent" && <Button press={() => send({ kind: "seen" })}>{t("inbox-do-seen")}</Button>}
            {may.map((kind) => <Button key={kind} kind="quiet" press={() => void (open.value = kind)}>{t(`inbox-do-${kind}`)}</Button>)}
          </div>
        )}
    </section>
  );
}

function Happened({ step }: { step: Step }) {
  const now = new Date();
  const day = shortDayWords(londonDay(new Date(step.at)), locale);
  return (
    <li class="row">
      <span class="grow">
        <span class="what">{stepWords(step)}</span>
        {step.start && <span class="detail">{whenWords({ start: step.start }, now)}</span>}
        {step.meets && <span class="detail">{step.meets}</span>}
        {step.words && <span class="detail inbox-words">{step.words}</span>}
        <span class="detail">{step.called ? t("inbox-step-when", { day, who: step.called }) : day}</span>
      </span>
    </li>
  );
}
