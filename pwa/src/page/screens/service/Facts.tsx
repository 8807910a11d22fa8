import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Page } from "../../components/Page.tsx";
import { dashed, fetchService, missingIn, said, saveParts, type Setup } from "./setup.ts";
import { Came, useDoing } from "./useDoing.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { back, t } from "./words.ts";

type Part = "privacy" | "accessibility";
type Said = { [name: string]: string | null };

/** As the server takes them. */
const LONGEST = 600;
const SHORT: { [name: string]: number } = { answer_within: 200, reviewed: 200 };

/** The facts that only the service knows, which its privacy notice or accessibility statement stands on. */
export function Facts({ part }: { part: Part }) {
  const service = useFetched(fetchService);
  return (
    <Page title={t(`service-${part}`)} back={back}>
      <p>{t(`facts-${part}`)}</p>
      <Shown of={service}>{(now) => <Form part={part} now={now[part]} />}</Shown>
    </Page>
  );
}

function Form({ part, now }: { part: Part; now: Said }) {
  const facts = useSignal<Said>(now);
  const doing = useDoing();
  const missing = missingIn(facts.value);
  const change = (name: string, text: string) => {
    facts.value = { ...facts.value, [name]: text };
    doing.done.value = "";
  };
  const save = () => {
    const tidy = Object.fromEntries(Object.entries(facts.value).map(([name, text]) => [name, said(text ?? "")]));
    return doing.run(() => saveParts({ [part]: tidy } as Partial<Setup>), t("service-saved"));
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <p role="status"><strong>{t("service-missing", { count: missing })}</strong></p>
      {Object.entries(facts.value).map(([name, text]) => (
        <Fact key={name} id={`${part}-${dashed(name)}`} text={text ?? ""} longest={SHORT[name] ?? LONGEST} change={(said) => change(name, said)} />
      ))}
      <Came of={doing} />
      <Button submit press={save}>{t("facts-save")}</Button>
    </form>
  );
}

interface FactProps {
  /** "privacy-contact": its words begin with it */
  id: string;
  text: string;
  longest: number;
  change: (text: string) => void;
}

function Fact({ id, text, longest, change }: FactProps) {
  return (
    <div class="field">
      <label for={id}>{t(`fact-${id}`)}</label>
      <span class="hint" id={`${id}-more`}>{t(`fact-${id}-hint`)} {!text && <strong>{t("facts-missing")}</strong>}</span>
      <textarea
        id={id} class="input" rows={longest < LONGEST ? 2 : 4} maxLength={longest} aria-describedby={`${id}-more`}
        value={text} onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
