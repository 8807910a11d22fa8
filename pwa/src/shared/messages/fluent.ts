/** Words from Fluent files: `speak(resources, locale)` gives a function that says a message by its id. */
import type { FluentVariable } from "@fluent/bundle";
import { FluentBundle, FluentNumber, FluentResource } from "@fluent/bundle";

export type Arguments = { [name: string]: FluentVariable };

export interface Speech {
  /** The words for `id` ("today-title"), or for one of its attributes ("pain-score.label"). */
  (id: string, args?: Arguments): string;
  /** Adds a screen's own messages. Adding the same text again does nothing. */
  add(resource: string): void;
  locale: string;
}

/**
 * An id that no resource has is said as itself, which a test of the words finds.
 * `isolate` false leaves out the invisible marks around variables: for file names, downloads and tests.
 */
export function speak(resources: string[], locale: string, { isolate = true } = {}): Speech {
  const bundle = new FluentBundle(locale, { useIsolating: isolate });
  const added = new Set<string>();
  const say = (id: string, args?: Arguments): string => {
    const [message, attribute] = id.split(".", 2) as [string, string?];
    const found = bundle.getMessage(message);
    const pattern = attribute ? found?.attributes[attribute] : found?.value;
    return pattern ? bundle.formatPattern(pattern, args && plain(args, locale), []) : id;
  };
  const add = (resource: string): void => {
    if (added.has(resource)) return;
    added.add(resource);
    bundle.addResource(new FluentResource(resource), { allowOverrides: true });
  };
  resources.forEach(add);
  return Object.assign(say, { add, locale });
}

/** A small whole number in English: as `Intl` would say it, which takes 80 ms to wake up on a slow phone. */
class SmallNumber extends FluentNumber {
  override toString(): string {
    return String(this.value);
  }
}

function plain(args: Arguments, locale: string): Arguments {
  if (!locale.startsWith("en")) return args;
  return Object.fromEntries(Object.entries(args).map(([name, value]) =>
    [name, typeof value === "number" && Number.isInteger(value) && Math.abs(value) < 1000 ? new SmallNumber(value) : value]));
}
