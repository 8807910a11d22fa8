/** What the service says about itself to everybody. The last answer stays on the phone. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { type Answer, ask } from "../shared/api/client.ts";
import { store } from "./state.ts";

export type Service = Answer<"GET /api/service">;

const KEPT = "service";
const service = signal<Service | null>(null);

/** What is kept, and soon what is so now; null until there is either. */
export function useService(): Service | null {
  useEffect(() => void look(), []);
  return service.value;
}

async function look(): Promise<void> {
  const held = store.value;
  service.value ??= (await held?.read<Service>(KEPT).catch(() => undefined)) ?? null;
  const now = await ask("GET /api/service").catch(() => null);
  if (!now) return;
  service.value = now;
  await held?.write(KEPT, now, "relaxed").catch(() => undefined); // it is only asked for again
}
