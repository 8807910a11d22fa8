import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask } from "../../../shared/api/client.ts";
import { announce } from "../../announce.ts";
import { Button } from "../../components/Button.tsx";
import { Failed } from "../../components/States.tsx";
import { reasonOf } from "../../reasons.ts";
import type { Latest } from "../../reminders/copies.ts";
import { here, lookHere, turnOff, turnOn, untold } from "../../reminders/here.ts";
import { me } from "../../state.ts";
import { Cannot } from "./Cannot.tsx";
import { atTime, t } from "./words.ts";

type Told = Answer<"GET /api/reminders">;

/** Whether reminders come to this device, whether they arrive, and trying it out. */
export function OnThisDevice({ service }: { service: Latest<Told> }) {
  useEffect(() => void lookHere(), []);
  const said = service.copy.value?.value;
  if (!here.value) return null;
  return (
    <section class="row card told">
      <h2>{t("remind-here-title")}</h2>
      {said && !said.push ? <p>{t("remind-not-yet")}</p>
        : here.value === "on" ? <On said={said} changed={service.again} />
        : here.value === "off" || here.value === "ask" ? <Off changed={service.again} />
        : <Cannot here={here.value} />}
      <Test />
    </section>
  );
}

function On({ said, changed }: { said: Told | undefined; changed: () => Promise<void> }) {
  const own = said?.devices.find(({ device }) => device === me.value?.device);
  const off = async () => {
    await turnOff();
    announce(t("remind-turned-off"));
    await changed();
  };
  return (
    <>
      <p>{t(untold.value ? "remind-here-untold" : "remind-here-on")}</p>
      {own && !untold.value && <p class="soft">{own.reached_at ? t("remind-reached", { when: atTime(own.reached_at) }) : t("remind-not-reached")}</p>}
      <Button kind="quiet" press={off}>{t("remind-here-turn-off")}</Button>
    </>
  );
}

function Off({ changed }: { changed: () => Promise<void> }) {
  const on = async () => {
    if ((await turnOn()) !== "on") return;
    announce(t("remind-turned-on"));
    await changed();
  };
  return (
    <>
      <p>{t("remind-here-off")}</p>
      {here.value === "ask" && <p class="soft">{t("remind-next")}</p>}
      <Button press={on}>{t("remind-here-turn-on")}</Button>
    </>
  );
}

/** Sends one by whatever way reaches the person now, and says by which. */
function Test() {
  const said = useSignal("");
  const trouble = useSignal("");
  const test = async () => {
    said.value = trouble.value = "";
    try {
      const { channel } = await ask("POST /api/reminders/test");
      said.value = t(`remind-test-${channel}`);
    } catch (error) {
      trouble.value = reasonOf(error);
    }
  };
  return (
    <>
      <div class="buttons"><Button kind="quiet" press={test}>{t("remind-test")}</Button></div>
      {said.value && <p class="remind-said" role="status">{said.value}</p>}
      {trouble.value && <Failed words={trouble.value} />}
    </>
  );
}
