/** Making codes: one at a time, shown until the advisor is finished with it. */
import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { type Answer, type Body, NoAnswer, ask } from "../../../shared/api/client.ts";
import type { Person } from "./People.tsx";
import { t } from "./words.ts";

export interface MadeCode {
  code: string;
  link: string;
  expires_at: string;
  what: "new" | "again" | "service";
  called: string;
}

export const useCodes = () => useMemo(makeCodes, []);

function makeCodes() {
  const made = signal<MadeCode | null>(null);
  const failed = signal<string | null>(null);

  async function make(what: MadeCode["what"], wanted: Body<"POST /api/codes">, called = ""): Promise<void> {
    failed.value = null;
    try {
      const { code, link, expires_at }: Answer<"POST /api/codes"> = await ask("POST /api/codes", wanted);
      made.value = { code: inFours(code), link, expires_at, what, called };
    } catch (error) {
      made.value = null;
      failed.value = error instanceof NoAnswer
        ? t("staff-offline")
        : t("staff-make-failed", { reason: error instanceof Error ? error.message : "" });
    }
    scrollTo(0, 0);
  }

  return {
    made,
    failed,
    makeNew: () => make("new", { kind: "person", person: null }),
    makeService: () => make("service", { kind: "service", person: null }),
    makeFor: (person: Person) => make("again", { kind: "person", person: person.person }, person.called),
    done: () => {
      made.value = null;
    },
  };
}

/** "ABCDEFGH" as "ABCD-EFGH", easier to read out and to type. */
const inFours = (code: string): string => code.replace(/[^A-Z0-9]/gi, "").replace(/(.{4})(?=.)/g, "$1-");
