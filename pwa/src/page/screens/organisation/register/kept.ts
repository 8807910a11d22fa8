/** The register that this device keeps, as a signal, and when it is sent: a while after the last tap, and with a signal. */
import { effect, signal } from "@preact/signals";
import { type Kept, readRegister, REGISTER } from "../../../../shared/register/register.ts";
import { sendMarks, type Went } from "../../../../shared/register/sending.ts";
import { whenOnline } from "../../../online.ts";
import { me, store } from "../../../state.ts";

export const kept = signal<Kept | null>(null);
export const went = signal<Went>("sent");

/** So long a slip of the finger can be put right before anybody else sees it. */
const SOON_MS = 3_000;
let timer: ReturnType<typeof setTimeout> | undefined;

const look = (): void => void readRegister(store.value!).then((now) => (kept.value = now), () => (kept.value = null));

/** Sends what waits now. */
export async function sendNow(): Promise<void> {
  clearTimeout(timer);
  went.value = await sendMarks(store.value!).catch(() => "offline" as const);
}

/** Sends what waits, a few seconds after the last tap. */
export function sendSoon(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void sendNow(), SOON_MS);
}

store.value!.changes.listen((change) => {
  if (change.what === "wiped") kept.value = null;
  else if (change.what === "meta" && change.key === REGISTER) look();
});
// What was on its way as the signal came back may be lost all the same: it is sent again, and not with the next tap only.
whenOnline(sendNow, () => went.peek() === "sent");
addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") void sendNow(); });
effect(() => {
  if (me.value?.role !== "publisher") return;
  look();
  void sendNow();
});
