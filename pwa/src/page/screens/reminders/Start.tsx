import { useEffect } from "preact/hooks";
import { Button } from "../../components/Button.tsx";
import { Notice } from "../../components/Notice.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { announce } from "../../announce.ts";
import { here, lookHere, turnOn } from "../../reminders/here.ts";
import { Cannot } from "./Cannot.tsx";
import { back, t } from "./words.ts";
import { beginWishes } from "./wishes.ts";

/** Before anything is chosen: what reminders are and what others can see of them, asked here before the browser asks. */
export function Start() {
  useEffect(() => void lookHere(), []);
  const saving = useSaving();
  const begin = () => saving.try(beginWishes);
  const turn = async () => {
    const now = await turnOn(); // first: a browser asks only straight after a tap
    if (now !== "on") return;
    if (await begin()) announce(t("remind-turned-on"));
  };
  const may = here.value === "ask" || here.value === "off" || here.value === "on";
  return (
    <Page title={t("reminders-title")} back={back}>
      <p>{t("remind-intro")}</p>
      {here.value && !may && <Notice><Cannot here={here.value} /></Notice>}
      <p>{t("remind-quiet")}</p>
      <p>{t("remind-stop")}</p>
      {here.value === "ask" && <p class="soft">{t("remind-next")}</p>}
      <saving.Trouble />
      {here.value && (
        <div class="thumb">
          {may ? <Button press={turn}>{t("remind-turn-on")}</Button> : <Button kind="quiet" press={begin}>{t("remind-without")}</Button>}
        </div>
      )}
      {here.value && !may && <p class="soft">{t("remind-without-words")}</p>}
    </Page>
  );
}
