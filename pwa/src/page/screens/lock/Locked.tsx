import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { ask, Problem } from "../../../shared/api/client.ts";
import type { Lock } from "../../../shared/store/lock.ts";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { focusHeading } from "../../focus.ts";
import { unlockedElsewhere } from "../../locking.ts";
import { carryOn } from "../../start.ts";
import { store } from "../../state.ts";
import { Forgotten } from "./Forgotten.tsx";
import { useTokenHere } from "./log-locked.ts";
import { LogLocked } from "./LogLocked.tsx";
import { Unlock } from "./Unlock.tsx";
import { t } from "./words.ts";
import "./lock.css";

/** How often a locked phone lets its service say that it was lost, and has to be cleared. */
const IN_TOUCH_MS = 5 * 60_000;

/** All that a locked phone shows: the way in, logging pain, and what to do when the way in is lost. */
export default function Locked() {
  const lock = useSignal<Lock | null>(null);
  const at = useSignal<"lock" | "pain" | "forgotten">("lock");
  useEffect(() => {
    void store.value!.keys.resting().then((resting) => (lock.value = resting?.lock ?? null));
    return keepInTouch();
  }, []);
  if (!lock.value) return <Page title={t("locked-title")}>{null}</Page>;
  if (at.value === "pain") return <LogLocked back={() => (at.value = "lock")} />;
  if (at.value === "forgotten") return <Forgotten back={() => (at.value = "lock")} />;
  return (
    <Page title={t("locked-title")}>
      <Unlock lock={lock.value} words={t("unlock")} done={goOn} />
      <div class="lock-stack">
        <Button kind="warm" wide press={() => (at.value = "pain")}>{t("locked-pain")}</Button>
        <Button kind="plain" press={() => (at.value = "forgotten")}>{t("locked-forgot")}</Button>
      </div>
    </Page>
  );
}

/** On to where the person was before. */
async function goOn(): Promise<void> {
  await carryOn();
  focusHeading();
}

/** A lost phone is cleared even if nobody unlocks it; a phone that another tab has unlocked opens when it is looked at. */
function keepInTouch(): () => void {
  const look = async () => {
    await useTokenHere(store.value!);
    const problem = await ask("GET /api/me").then(() => null, (error: unknown) => error);
    if (problem instanceof Problem && ["revoked", "erased"].includes(problem.code)) await store.value!.wipe();
  };
  const shown = async () => {
    if (document.visibilityState === "visible" && (await unlockedElsewhere().catch(() => false))) await carryOn();
  };
  const again = () => void look().catch(() => undefined);
  again();
  const timer = setInterval(again, IN_TOUCH_MS);
  addEventListener("online", again);
  document.addEventListener("visibilitychange", shown);
  return () => {
    clearInterval(timer);
    removeEventListener("online", again);
    document.removeEventListener("visibilitychange", shown);
  };
}
