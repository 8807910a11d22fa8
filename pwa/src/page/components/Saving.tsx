import { type Signal, useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import { t } from "../messages.ts";
import { Notice } from "./Notice.tsx";

type Trouble = "storage-full" | "not-saved" | null;

/** Saving from a form. When the phone has no room, or anything else fails, it says so and the form keeps what it has. */
export function useSaving() {
  const trouble = useSignal<Trouble>(null);
  return useMemo(() => ({ try: attempt(trouble), Trouble: () => <Words trouble={trouble} /> }), []);
}

function attempt(trouble: Signal<Trouble>) {
  return async (save: () => Promise<unknown>): Promise<boolean> => {
    try {
      await save();
      trouble.value = null;
      return true;
    } catch (error) {
      trouble.value = error instanceof Error && error.name === "StorageFull" ? "storage-full" : "not-saved";
      return false;
    }
  };
}

function Words({ trouble }: { trouble: Signal<Trouble> }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble.value) place.current?.scrollIntoView({ block: "center" });
  }, [trouble.value]);
  return (
    <div ref={place}>
      {trouble.value && (
        <Notice kind="stop" urgent title={t(`trouble-${trouble.value}`)}>
          <p>{t(`trouble-${trouble.value}-words`)}</p>
        </Notice>
      )}
    </div>
  );
}
