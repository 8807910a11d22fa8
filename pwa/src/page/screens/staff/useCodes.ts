/** Making codes: one at a time, shown until the advisor is finished with it. */
import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { type Answer, type Body, NoAnswer, ask } from "../../../shared/api/client.ts";
import { isQuiet, withProof } from "../../components/Proof.tsx";
import { reasonOf } from "../../reasons.ts";
import type { Person } from "./caseload-rows.ts";
import { t } from "./words.ts";

export interface MadeCode {
  code: string;
  link: string;
  /** When it stops working. */
  ends_at: string;
  what: "new" | "again" | "service" | "invitation";
  called: string;
}

export const useCodes = (made: () => unknown) => useMemo(() => makeCodes(made), []);

/** `after` is called when a code was made: somebody new may be in the list. */
function makeCodes(after: () => unknown) {
  const made = signal<MadeCode | null>(null);
  const failed = signal<string | null>(null);

  async function make(what: MadeCode["what"], wanted: Body<"POST /api/codes">, called = ""): Promise<void> {
    failed.value = null;
    try {
      const { code, link, ends_at }: Answer<"POST /api/codes"> = await withProof(() => ask("POST /api/codes", wanted));
      made.value = { code: inFours(code), link, ends_at, what, called };
      after();
    } catch (error) {
      made.value = null;
      failed.value = error instanceof NoAnswer
        ? t("staff-offline")
        : isQuiet(error) ? null : t("staff-make-failed", { reason: reasonOf(error) });
    }
    scrollTo(0, 0);
  }

  return {
    made,
    failed,
    /** For one new person; `called` may be empty. */
    makeNew: (called: string) => make("new", { kind: "person", called: called.trim() || null }, called.trim()),
    makeService: () => make("service", { kind: "service" }),
    makeFor: (person: Person) => make(person.joined_at ? "again" : "new", { kind: "person", person: person.person }, person.called ?? ""),
    done: () => {
      made.value = null;
    },
  };
}

/** "ABCDEFGH" as "ABCD-EFGH", easier to read out and to type. */
export const inFours = (code: string): string => code.replace(/[^A-Z0-9]/gi, "").replace(/(.{4})(?=.)/g, "$1-");
