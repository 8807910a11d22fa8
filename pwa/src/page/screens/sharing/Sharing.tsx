import { useSignal } from "@preact/signals";
import { ask, askAt } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { announce } from "../../announce.ts";
import { type Asked, Shown, useAsked } from "../../components/Asked.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty, Failed } from "../../components/States.tsx";
import type { ScreenProps } from "../../screens.ts";
import { back, troubleOf } from "../account/words.ts";
import { CarerCode } from "./CarerCode.tsx";
import { Given } from "./Given.tsx";
import { ShareOrganisation } from "./ShareOrganisation.tsx";
import { ShareTeam } from "./ShareTeam.tsx";
import { ShareTrusted } from "./ShareTrusted.tsx";
import { holdsDiary, isRunning, type Share, t, withWords } from "./words.ts";

type Shares = Schemas["Shares"];

/** Who can see my diary: everything that is shared, each with a way to stop it, and three ways to add. */
export default function Sharing({ parts: [part, id] }: ScreenProps) {
  if (part === "team") return <ShareTeam />;
  if (part === "trusted") return <ShareTrusted />;
  if (part === "group") return <ShareOrganisation />;
  if (part === "code" && id) return <CarerCode id={id} />;
  return <List />;
}

function List() {
  const asked = useAsked(() => ask("GET /api/shares"));
  return (
    <Page title={t("sharing-title")} back={back}>
      <p>{t("sharing-intro")}</p>
      <Shown of={asked}>{(shares) => <Everybody shares={shares} asked={asked} />}</Shown>
      <a class="button quiet wide" href="/more/seen">{t("sharing-to-seen")}</a>
    </Page>
  );
}

function Everybody({ shares: { given }, asked }: { shares: Shares; asked: Asked<Shares> }) {
  const trouble = useSignal("");
  const running = given.filter(isRunning);
  const over = given.filter((share) => !isRunning(share));
  const stop = (share: Share) => async () => {
    trouble.value = "";
    try {
      await askAt("DELETE /api/shares/{id}", { id: share.id });
      announce(t("share-stopped", { who: withWords(share) }));
      await asked.again();
    } catch (error) {
      trouble.value = `${t("share-not-stopped", { who: withWords(share) })} ${troubleOf(error)}`;
    }
  };
  return (
    <>
      {trouble.value && <Failed words={trouble.value} />}
      {running.length === 0 && <Empty><p>{t("sharing-nobody")}</p></Empty>}
      <ul class="rows">
        {running.map((share) => <li key={share.id}><Given share={share} stop={stop(share)} /></li>)}
      </ul>
      <h2>{t("sharing-add")}</h2>
      <div class="buttons">
        {!running.some((share) => share.with_kind === "service" && holdsDiary(share)) && <a class="button" href="/more/sharing/team">{t("sharing-add-team")}</a>}
        <a class="button quiet" href="/more/sharing/trusted">{t("sharing-add-trusted")}</a>
        <a class="button quiet" href="/more/sharing/group">{t("sharing-add-group")}</a>
      </div>
      {over.length > 0 && (
        <Fold words={t("sharing-over", { count: over.length })}>
          <ul class="rows">{over.map((share) => <li key={share.id}><Given share={share} /></li>)}</ul>
        </Fold>
      )}
    </>
  );
}
