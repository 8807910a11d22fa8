/** Goes on after the server asked for more: a proof that it is still the same person, or, of staff, a new sign-in. */
import { useSignal } from "@preact/signals";
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ask, Problem } from "../../shared/api/client.ts";
import { type Me, writeMe } from "../../shared/store/meta.ts";
import { passkeyWords, t } from "../passkey-words.ts";
import { usePasskey } from "../passkey.ts";
import { isStaff } from "../roles.ts";
import { go } from "../router.ts";
import { deviceName } from "../screens/join/device.ts";
import { me, openRecord, store } from "../state.ts";
import { mayHave, settleIn } from "../who.ts";
import { Button } from "./Button.tsx";
import { Notice } from "./Notice.tsx";
import { StillWaits } from "./StillWaits.tsx";
import "./proof.css";

/** The person did not want to, or somebody else signed in: nothing was done. */
export class NotProved extends Error {
  override name = "NotProved";
}

type Wanted = "proof" | "sign-in";

/**
 * `await withProof(() => ask("PUT /api/service", …))`. When the server wants a proof, a small window asks for it and the
 * action is done again; what is on the screen stays as it is. Raises NotProved when that was not given, and whatever
 * the action raises.
 */
export async function withProof<T>(action: () => Promise<T>): Promise<T> {
  const who = me.value;
  for (let asked = 0; ; asked += 1) {
    try {
      return await action();
    } catch (error) {
      if (error instanceof Problem && ["revoked", "erased"].includes(error.code)) return leave(who);
      const wanted = wantedBy(error);
      if (!wanted || asked === 2) throw error;
      await prove(wanted);
    }
  }
}

/**
 * This device was signed out from elsewhere, or the account is over: it forgets who asked. Several answers may say so, and
 * one may come when they have left already, or when the next person is here.
 */
async function leave(who: Me | null): Promise<never> {
  if (who && me.value?.person === who.person) {
    go(isStaff(who.role) ? "/staff" : "/join", { replace: true }); // first, or the screen that nobody may see any more sends them elsewhere
    await store.value!.wipe();
    await openRecord();
  }
  throw new NotProved();
}

function wantedBy(error: unknown): Wanted | null {
  if (!(error instanceof Problem)) return null;
  if (error.code === "needs-proof") return "proof";
  return error.status === 401 && isStaff(me.value?.role) ? "sign-in" : null;
}

let open: Promise<void> | null = null;

/** One window at a time: whoever else waits goes on with it. */
export const prove = (wanted: Wanted): Promise<void> => (open ??= show(wanted).finally(() => (open = null)));

function show(wanted: Wanted): Promise<void> {
  const place = document.body.appendChild(document.createElement("div"));
  const before = document.activeElement;
  const closed = () => {
    render(null, place);
    place.remove();
    if (before instanceof HTMLElement) before.focus();
  };
  return new Promise<void>((resolve, reject) => {
    render(<Window wanted={wanted} proved={resolve} refused={() => reject(new NotProved())} />, place);
  }).finally(closed);
}

function Window({ wanted, proved, refused }: { wanted: Wanted; proved: () => void; refused: () => void }) {
  const place = useRef<HTMLDialogElement>(null);
  const trouble = useSignal("");
  const other = useSignal<Me | null>(null);
  useEffect(() => place.current?.showModal(), []);
  const work = async () => {
    trouble.value = "";
    try {
      if (wanted === "proof") await stepUp();
      else if (!(await signInAgain((who) => (other.value = who)))) return other.value ? undefined : refused();
      proved();
    } catch (error) {
      trouble.value = passkeyWords(error);
    }
  };
  const removed = () => {
    go("/staff", { replace: true });
    refused();
  };
  return (
    <dialog
      ref={place} class={wanted === "proof" ? "proof" : "proof covering"} aria-labelledby="proof-title"
      onCancel={(event) => { event.preventDefault(); refused(); }}
    >
      <h2 id="proof-title">{t(wanted === "proof" ? "proof-title" : "idle-title")}</h2>
      <p>{t(wanted === "proof" ? "proof-words" : "idle-words")}</p>
      {trouble.value && <Notice kind="stop" urgent><p>{trouble.value}</p></Notice>}
      {other.value ? <StillWaits who={other.value} keep={() => (other.value = null)} removed={removed} /> : (
        <div class="buttons">
          <Button press={work}>{t("passkey-use")}</Button>
          <Button kind="quiet" press={refused}>{t("passkey-not-now")}</Button>
        </div>
      )}
    </dialog>
  );
}

async function stepUp(): Promise<void> {
  const { options } = await ask("POST /api/step-up/options");
  const { credential } = await usePasskey(options);
  await remember(await ask("POST /api/step-up", { credential }));
}

/** False when it is somebody else who signed in: they begin on a screen of their own, or `waits` is told that something has to be settled first. */
async function signInAgain(waits: (who: Me) => void): Promise<boolean> {
  const who = await signIn();
  if (who.person === me.value?.person) {
    await remember(who);
    return true;
  }
  if (await mayHave(who)) {
    await settleIn(who);
    go("/", { replace: true });
  } else waits(who);
  return false;
}

/** Signs in with a passkey that the browser finds by itself. Raises PasskeyTrouble, Problem or NoAnswer. */
export async function signIn(): Promise<Me> {
  const { options } = await ask("POST /api/sign-in/options");
  const { credential } = await usePasskey(options);
  return ask("POST /api/sign-in", { credential, device_name: deviceName() });
}

/** The session and its token are new. */
async function remember(who: Me): Promise<void> {
  await writeMe(store.value!, who);
  await openRecord();
}

/** What to say of a failed action: nothing when the person closed the window themselves. */
export const isQuiet = (error: unknown): boolean => error instanceof NotProved;
