/** The sitting on this screen, kept on the phone at every change so that nothing is lost by leaving. */
import { type ReadonlySignal, signal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { resume } from "../../../shared/rules/player.ts";
import { clearDraft, readDraft, saveDraft } from "../../../shared/store/drafts.ts";
import { store } from "../../state.ts";
import { DRAFT_VERSION, type Session, draftName, isLongAgo } from "./session.ts";

export interface Sitting {
  /** undefined while it is being read; null when there is none. */
  session: ReadonlySignal<Session | null | undefined>;
  /** It was left long ago, and the person has not yet said what became of it. */
  interrupted: ReadonlySignal<boolean>;
  put(session: Session): void;
  clear(): void;
}

export function useSitting(exercise: string): Sitting {
  const sitting = useMemo(() => makeSitting(exercise), [exercise]);
  useEffect(() => void sitting.read(), [sitting]);
  return sitting;
}

function makeSitting(exercise: string) {
  const session = signal<Session | null | undefined>(undefined);
  const interrupted = signal(false);
  const name = draftName(exercise);

  /** A full phone loses only the resume point. */
  function keep(): void {
    if (!store.value) return;
    const kept = session.value ? saveDraft(store.value, name, DRAFT_VERSION, session.value) : clearDraft(store.value, name);
    kept.catch(() => undefined);
  }

  return {
    session,
    interrupted,
    async read() {
      const draft = store.value && (await readDraft<Session>(store.value, name, DRAFT_VERSION).catch(() => null));
      interrupted.value = !!draft && isLongAgo(draft, Date.now());
      session.value = draft ? { ...draft, player: resume(draft.player, Date.now()) } : null;
    },
    put(next: Session) {
      interrupted.value = false;
      session.value = { ...next, kept_at: Date.now() };
      keep();
    },
    clear() {
      interrupted.value = false;
      session.value = null;
      keep();
    },
  };
}
