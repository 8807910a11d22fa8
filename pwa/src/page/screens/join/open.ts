import { go } from "../../router.ts";
import { prefetchScreens } from "../../screens.ts";
import { startSending, stopSending } from "../../sending.ts";
import type { Me } from "../../../shared/store/meta.ts";
import { store } from "../../state.ts";
import { settleIn } from "../../who.ts";

/** Opens the record of whoever the server says is signed in, and asks them what is asked once. */
export async function open(who: Me): Promise<void> {
  stopSending();
  await settleIn(who);
  startSending(store.value!);
  void prefetchScreens(who.role);
  go("/welcome", { replace: true });
}
