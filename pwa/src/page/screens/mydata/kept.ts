import { signal } from "@preact/signals";
import type { Answer } from "../../../shared/api/client.ts";

export type Kept = Answer<"POST /api/me/delete">["kept"][number];

/** What the service said it keeps of an account that was deleted just now. */
export const kept = signal<Kept[]>([]);
