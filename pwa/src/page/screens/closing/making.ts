/** The message as a worker writes it: what they typed is kept in memory until it goes, and both letters follow it. */
import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { askAt } from "../../../shared/api/client.ts";
import type { Schemas } from "../../../shared/api/schema.d.ts";
import { uuid7 } from "../../../shared/ids.ts";
import { withProof } from "../../components/Proof.tsx";
import { me } from "../../state.ts";

export type Draft = Schemas["Draft"];
export type Edits = Draft["edits"];

/** Typing pauses for so long before the letters are made anew. */
const PAUSE_MS = 700;

/** What was typed and did not go yet, by who typed it and the episode: another screen may be looked at meanwhile. */
const typed = new Map<string, Edits>();

const mineOf = (referral: string): string => `${me.value?.person} ${referral}`;

export interface Making {
  draft: Signal<Draft | null>;
  edits: Signal<Edits | null>;
  failed: Signal<unknown>;
  /** whether the letters do not say yet what the form does */
  behind: Signal<boolean>;
  open: () => Promise<void>;
  change: (changes: Partial<Edits>) => void;
  /** Raises what sending raises. */
  send: () => Promise<void>;
}

export function useMaking(referral: string): Making {
  const draft = useSignal<Draft | null>(null);
  const edits = useSignal<Edits | null>(null);
  const failed = useSignal<unknown>(null);
  const behind = useSignal(false);
  const making = useMemo<Making>(() => {
    const where = { referral };
    let waits: ReturnType<typeof setTimeout> | undefined;
    let id = uuid7();
    const show = (came: Draft) => {
      draft.value = came;
      behind.value = false;
    };
    const open = async () => {
      failed.value = null;
      try {
        const mine = typed.get(mineOf(referral));
        const came = await withProof(() => (mine ? askAt("POST /api/referrals/{referral}/closing", where, mine) : askAt("GET /api/referrals/{referral}/closing", where)));
        edits.value = mine ?? came.edits;
        show(came);
      } catch (error) {
        failed.value = error;
      }
    };
    const follow = async () => {
      const asked = edits.value!;
      try {
        const came = await withProof(() => askAt("POST /api/referrals/{referral}/closing", where, asked));
        failed.value = null;
        if (asked === edits.value) show(came);
      } catch (error) {
        failed.value = error;
      }
    };
    const change = (changes: Partial<Edits>) => {
      edits.value = { ...edits.value!, ...changes };
      typed.set(mineOf(referral), edits.value);
      behind.value = true;
      clearTimeout(waits);
      waits = setTimeout(() => void follow(), PAUSE_MS);
    };
    const send = async () => {
      const { as_read, sent } = draft.value!;
      const said = { ...edits.value!, as_read, previous: sent[0]?.id ?? null, read: true as const };
      const came = await withProof(() => askAt("PUT /api/referrals/{referral}/closing/{message}", { ...where, message: id }, said));
      id = uuid7();
      typed.delete(mineOf(referral));
      edits.value = came.edits;
      show(came);
    };
    return { draft, edits, failed, behind, open, change, send };
  }, [referral]);
  useEffect(() => void making.open(), [making]);
  return making;
}
