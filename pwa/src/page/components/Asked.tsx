import { type Signal, useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import { NoAnswer } from "../../shared/api/client.ts";
import { t, troubleOf } from "../screens/account/words.ts";
import { Failed, Loading } from "./States.tsx";

export interface Asked<T> {
  /** null until there is an answer */
  value: Signal<T | null>;
  trouble: Signal<string>;
  again: () => Promise<void>;
}

/** Something that only the server can tell: asked for on arriving, and again on request. */
export function useAsked<T>(load: () => Promise<T>): Asked<T> {
  const value = useSignal<T | null>(null);
  const trouble = useSignal("");
  const asked = useMemo(() => ({
    value, trouble,
    async again() {
      trouble.value = "";
      try {
        value.value = await load();
      } catch (error) {
        trouble.value = error instanceof NoAnswer ? t("needs-internet-to-see") : troubleOf(error);
      }
    },
  }), []);
  useEffect(() => void asked.again(), []);
  return asked;
}

/** What was asked for; until then that it is coming, or why it did not. What came before stays in sight. */
export function Shown<T>({ of, children }: { of: Asked<T>; children: (value: T) => ComponentChildren }) {
  const value = of.value.value;
  return (
    <>
      {of.trouble.value && <Failed words={of.trouble.value} again={of.again} />}
      {value !== null ? children(value) : !of.trouble.value && <Loading />}
    </>
  );
}
