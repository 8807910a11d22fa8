import { useSignal } from "@preact/signals";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet } from "../../components/Proof.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import { reasonOf } from "../../reasons.ts";
import type { ScreenProps } from "../../screens.ts";
import { nameOf } from "../person/words.ts";
import { opened } from "../support/opening.ts";
import { Edit } from "./Edit.tsx";
import { Letter } from "./Letter.tsx";
import { type Draft, type Making, useMaking } from "./making.ts";
import { Missing } from "./Missing.tsx";
import { Sent } from "./Sent.tsx";
import { t } from "./words.ts";
import "./closing.css";

/** /person/ID/support/closing/REFERRAL: the message that ends an episode, read in both its letters before it goes. */
export default function Closing({ parts: [person = "", referral = ""] }: ScreenProps) {
  const home = `/person/${person}/support`;
  const called = nameOf(opened.value?.support.called ?? null);
  const making = useMaking(referral);
  const { draft, edits, failed, open } = making;
  return (
    <Page title={t("ending-title", { called })} back={{ to: `${home}/episode`, words: t("ending-back") }}>
      {failed.value !== null && !isQuiet(failed.value) && <Failed words={reasonOf(failed.value)} again={open} />}
      {failed.value === null && !draft.value && <Loading />}
      {draft.value && edits.value && <Made making={making} draft={draft.value} called={called} home={home} />}
    </Page>
  );
}

interface MadeProps {
  making: Making;
  draft: Draft;
  called: string;
  home: string;
}

function Made({ making, draft, called, home }: MadeProps) {
  const printed = useSignal<"professional" | "personal">("professional");
  const print = (which: "professional" | "personal") => () => {
    printed.value = which;
    requestAnimationFrame(() => globalThis.print()); // once the other letter is out of the way
  };
  const hidden = (which: "professional" | "personal") => (printed.value === which ? undefined : "closing-not-printed");
  if (!draft.closed) {
    return (
      <Notice>
        <p>{t("ending-open", { called })}</p>
        <a class="button" href={`${home}/episode`}>{t("ending-to-episode")}</a>
      </Notice>
    );
  }
  return (
    <>
      <div class="closing-not-printed"><Missing faults={draft.faults} home={home} /></div>
      <Sent referral={draft.referral} sent={draft.sent} />
      <Edit draft={draft} edits={making.edits.value!} change={making.change} called={called} />
      <h2 class="closing-not-printed">{t("ending-letters")}</h2>
      <p class="closing-not-printed" role="status">{making.behind.value ? t("ending-behind") : ""}</p>
      <div class={hidden("professional")}>
        <Letter letter={draft.professional} titled>
          <div class="buttons"><Button kind="quiet" press={print("professional")}>{t("ending-print")}</Button></div>
        </Letter>
      </div>
      {draft.personal ? (
        <div class={hidden("personal")}>
          <Letter letter={draft.personal} titled>
            <div class="buttons"><Button kind="quiet" press={print("personal")}>{t("ending-print-person", { called })}</Button></div>
          </Letter>
        </div>
      ) : <p class="closing-not-printed">{t("ending-no-letter")}</p>}
      <Go making={making} draft={draft} called={called} />
    </>
  );
}

/** Both were read: the word of whoever lets the message go, for just these words. */
function Go({ making: { behind, send }, draft, called }: Pick<MadeProps, "making" | "draft" | "called">) {
  const read = useSignal<string | null>(null);
  const trouble = useSignal("");
  const go = async () => {
    trouble.value = "";
    if (draft.faults.some(({ stops }) => stops)) return void (trouble.value = t("ending-missing-first"));
    if (behind.value) return void (trouble.value = t("ending-behind"));
    if (read.value !== draft.as_read) return void (trouble.value = t("ending-read-first"));
    try {
      await send();
      read.value = null;
      announce(t("ending-done", { called }));
      scrollTo(0, 0);
    } catch (error) {
      trouble.value = isQuiet(error) ? "" : reasonOf(error);
    }
  };
  return (
    <div class="closing-not-printed">
      <div class="choices">
        <Choice kind="checkbox" name="read" value="both" chosen={read.value === draft.as_read} choose={(on) => (read.value = on ? draft.as_read : null)}>
          {t(draft.personal ? "ending-read" : "ending-read-one")}
        </Choice>
      </div>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      <Button press={go}>{t(draft.sent.length ? "ending-go-again" : "ending-go")}</Button>
      <p class="soft small">{t("ending-go-words", { called })}</p>
    </div>
  );
}
