import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { uuid7 } from "../../../shared/ids.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { withProof, isQuiet } from "../../components/Proof.tsx";
import { Failed } from "../../components/States.tsx";
import { go } from "../../router.ts";
import { serviceName } from "../../state.ts";
import { troubleOf } from "../account/words.ts";
import { rememberAsked, shareWithTeam } from "./asked.ts";
import { type Days, endOf, Until } from "./Until.tsx";
import { type Scope, t } from "./words.ts";
import { What } from "./What.tsx";
import { Who } from "./Who.tsx";

export const sharingBack = { to: "/more/sharing", words: t("sharing-title") };

export function ShareTeam() {
  const who = useSignal<string | null>(null);
  const chosen = useSignal<Scope[]>([]);
  const writes = useSignal(false);
  const days = useSignal<Days>(null);
  const wrong = useSignal("");
  const id = useMemo(() => uuid7(), []);
  const share = async () => {
    wrong.value = chosen.value.length ? "" : t("share-needs-what");
    if (wrong.value) return;
    try {
      await withProof(() => shareWithTeam(id, chosen.value, writes.value, endOf(days.value), who.value));
      await rememberAsked();
      go("/more/sharing", { replace: true });
    } catch (error) {
      wrong.value = isQuiet(error) ? "" : troubleOf(error);
    }
  };
  return (
    <Page title={t("team-title", { service: serviceName.value })} back={sharingBack}>
      <p>{t("team-why")}</p>
      <p>{t("team-about")}</p>
      <Who chosen={who.value} choose={(person) => (who.value = person)} />
      <What question={t("share-what")} chosen={chosen.value} choose={(scopes) => (chosen.value = scopes)} writes={writes} />
      <Until days={days.value} choose={(each) => (days.value = each)} />
      {wrong.value && <Failed words={wrong.value} />}
      <Button wide press={share}>{t("team-share")}</Button>
    </Page>
  );
}
