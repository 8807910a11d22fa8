import { type Signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { How } from "../../../shared/record/versions.ts";
import { Choices } from "./WriteFor.tsx";
import { t } from "./care-words.ts";

interface WayFieldProps {
  question: string;
  ways: readonly string[];
  way: How | null;
  choose: (way: How) => void;
  /** what is wrong, in words */
  wrong?: string;
}

/** How staff write something down for somebody; it is marked so for good. */
export function WayField({ question, ways, way, choose, wrong = "" }: WayFieldProps) {
  return (
    <Choices
      question={question} options={ORDER.filter((each) => ways.includes(each))} words={(how) => t("care-contact-way", { how })}
      chosen={way} choose={(how) => choose(how as How)} wrong={wrong}
    />
  );
}

const ORDER: readonly How[] = ["together", "phone", "paper"];

interface Way {
  chosen: Signal<How | null>;
  /** Whether it was said; when not, the question says so. */
  said: () => boolean;
  Field: (props: { question: string }) => ReturnType<typeof WayField>;
}

/** Asks how something comes to be written down, where nothing can be saved before that is said: the only way, or none yet. */
export function useWay(ways: readonly string[]): Way {
  const chosen = useSignal<How | null>(ways.length === 1 ? (ways[0] as How) : null);
  const asked = useSignal(false);
  return useMemo(() => ({
    chosen,
    said: () => {
      asked.value = chosen.value === null;
      if (asked.value) setTimeout(() => document.querySelector<HTMLElement>(".field.wrong input")?.focus());
      return !asked.value;
    },
    Field: ({ question }: { question: string }) => (
      <WayField
        question={question} ways={ways} way={chosen.value} choose={(next) => (chosen.value = next)}
        wrong={asked.value && chosen.value === null ? t("care-way-needed") : ""}
      />
    ),
  }), []);
}

/** The one that most meetings are, when it may be used. */
export const firstWay = (ways: readonly string[]): How => ORDER.find((way) => ways.includes(way)) ?? "paper";
