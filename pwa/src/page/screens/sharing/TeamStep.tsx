import { useSignal } from "@preact/signals";
import { uuid7 } from "../../../shared/ids.ts";
import { useMemo } from "preact/hooks";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { Failed } from "../../components/States.tsx";
import { serviceName } from "../../state.ts";
import { troubleOf } from "../account/words.ts";
import type { StepProps } from "../join/steps.ts";
import { rememberAsked, shareWithTeam } from "./asked.ts";
import { type Scope, t } from "./words.ts";
import { What } from "./What.tsx";

/** Asked once after joining. Saying no is one press, and either can be changed later. */
export default function TeamStep({ done }: StepProps) {
  const chosen = useSignal<Scope[]>([]);
  const writes = useSignal(false);
  const wrong = useSignal("");
  const id = useMemo(() => uuid7(), []);
  const service = serviceName.value;
  const leave = async () => {
    await rememberAsked();
    done();
  };
  const share = async () => {
    wrong.value = chosen.value.length ? "" : t("share-needs-what");
    if (wrong.value) return;
    try {
      await shareWithTeam(id, chosen.value, writes.value);
      await leave();
    } catch (error) {
      wrong.value = troubleOf(error);
    }
  };
  return (
    <Page title={t("team-title", { service })}>
      <p>{t("team-why")}</p>
      <p>{t("team-about")}</p>
      <p>{t("team-choice")}</p>
      <What question={t("share-what")} chosen={chosen.value} choose={(scopes) => (chosen.value = scopes)} writes={writes} />
      {wrong.value && <Failed words={wrong.value} />}
      <div class="buttons">
        <Button press={share}>{t("team-share")}</Button>
        <Button kind="quiet" press={leave}>{t("team-not-now")}</Button>
      </div>
      <p class="soft">{t("team-later")}</p>
    </Page>
  );
}
