/** What to do once there is a connection again. */

/** An interface is up before anything can be reached through it: what has not come by then is asked for after these, in ms. */
const AGAIN_AFTER = [1_000, 3_000, 10_000];

/** Looks when there is a connection again, and a few times more while it has not come. Gives how to end that. */
export function whenOnline(look: () => Promise<unknown>, came: () => boolean): () => void {
  let ended = false;
  const online = async () => {
    await look();
    for (const wait of AGAIN_AFTER) {
      if (came()) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (ended || came()) return;
      await look();
    }
  };
  addEventListener("online", online);
  return () => {
    ended = true;
    removeEventListener("online", online);
  };
}
