/** A desk that was left: after half an hour, which is when the server ends the sign-in too, nothing on it can be read. */
import { prove } from "./components/Proof.tsx";
import { isStaff } from "./roles.ts";
import { go, path } from "./router.ts";
import { me } from "./state.ts";

const IDLE_MS = 30 * 60_000;
const LOOK_MS = 15_000;

let used_at = Date.now();
let watching = false;

/** From now on, for as long as the page is open; whoever keeps a diary is left alone. */
export function watchIdle(): void {
  used_at = Date.now();
  if (watching) return;
  watching = true;
  for (const type of ["pointerdown", "keydown"]) addEventListener(type, () => (used_at = Date.now()), { capture: true, passive: true });
  addEventListener("visibilitychange", look);
  setInterval(look, LOOK_MS);
}

/** Names that are ticked off in a hall, perhaps without a signal: nobody could sign in there again. See decision 23. */
const inRegister = (): boolean => path.value.startsWith("/organisation/register/");

function look(): void {
  if (inRegister()) return;
  if (Date.now() - used_at < IDLE_MS || !isStaff(me.value?.role) || me.value?.method === "demonstration") return;
  prove("sign-in").then(() => (used_at = Date.now()), () => go("/staff", { replace: true }));
}
