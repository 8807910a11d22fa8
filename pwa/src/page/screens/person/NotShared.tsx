import { useSignal } from "@preact/signals";
import { askAt, NoAnswer } from "../../../shared/api/client.ts";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { reasonOf } from "../../reasons.ts";
import { t } from "./words.ts";

interface NotSharedProps {
  person: string;
  back: { to: string; words: string };
  opened: () => Promise<void>;
}

/** Nothing is shared here: how to ask for it, and what there is in a true emergency. */
export function NotShared({ person, back, opened }: NotSharedProps) {
  return (
    <Page title={t("person-not-shared")} back={back}>
      <p>{t("person-not-shared-words")}</p>
      <h2>{t("person-ask")}</h2>
      <p>{t("person-ask-words")}</p>
      <p>{t("person-support-words")}</p>
      <a class="button quiet" href={`/person/${person}/support`}>{t("person-support-begin")}</a>
      <Fold words={t("person-emergency")}>
        <BreakGlass person={person} opened={opened} />
      </Fold>
    </Page>
  );
}

/** As the server wants it. */
const SHORTEST = 10;
const LONGEST = 300;
const CONSEQUENCES = ["hour", "shown", "noted", "help"];

function BreakGlass({ person, opened }: Omit<NotSharedProps, "back">) {
  const reason = useSignal("");
  const wrong = useSignal("");
  const open = async () => {
    const said = reason.value.trim();
    wrong.value = said.length < SHORTEST ? t("person-emergency-short") : "";
    if (wrong.value) return document.getElementById("emergency-reason")?.focus();
    try {
      await withProof(() => askAt("POST /api/people/{person}/emergency", { person }, { reason: said }));
      await opened();
    } catch (error) {
      wrong.value = isQuiet(error) ? "" : error instanceof NoAnswer ? t("person-offline") : reasonOf(error);
    }
  };
  return (
    <Notice kind="stop">
      <ul>{CONSEQUENCES.map((each) => <li key={each}>{t(`person-emergency-${each}`)}</li>)}</ul>
      <div class={wrong.value ? "field wrong" : "field"}>
        <label for="emergency-reason">{t("person-emergency-reason")}</label>
        <span class="hint" id="emergency-hint">{t("person-emergency-hint")}</span>
        {wrong.value && <span class="wrong-words" role="alert">{wrong.value}</span>}
        <textarea
          autocomplete="off" id="emergency-reason" class="input" rows={3} maxLength={LONGEST} aria-describedby="emergency-hint"
          value={reason.value} onInput={(event) => (reason.value = event.currentTarget.value)}
        />
      </div>
      <Button kind="stop" press={open}>{t("person-emergency-do")}</Button>
    </Notice>
  );
}
