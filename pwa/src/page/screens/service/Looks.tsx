import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Page } from "../../components/Page.tsx";
import { contrast, isColour, judged, LEAST, PAPERS } from "./contrast.ts";
import { fetchService, saveParts, type Service } from "./setup.ts";
import { Came, focusWrong, useDoing } from "./useDoing.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { back, t } from "./words.ts";

const LONGEST_NAME = 40;

/** What the service is called and its colours, each with how well it reads, and seen at once. */
export function Looks() {
  const service = useFetched(fetchService);
  return (
    <Page title={t("service-looks")} back={back}>
      <Shown of={service}>{(now) => <Form now={now} />}</Shown>
    </Page>
  );
}

function Form({ now }: { now: Service }) {
  const form = useSignal({ name: now.name, brand: now.brand, brand_dark: now.brand_dark, accent: now.accent });
  const wrong = useSignal(false);
  const doing = useDoing();
  const { name, brand, brand_dark, accent } = form.value;
  const change = (changes: Partial<typeof form.value>) => {
    form.value = { ...form.value, ...changes };
    doing.done.value = "";
  };
  const readable = isReadable(brand, PAPERS.light) && isReadable(brand_dark, PAPERS.dark) && isColour(accent);
  const save = async () => {
    wrong.value = !name.trim();
    if (wrong.value || !readable) focusWrong();
    else await doing.run(() => saveParts({ name: name.trim(), brand, brand_dark, accent }), t("service-saved"));
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <Line
        question={t("looks-name")} hint={t("looks-name-hint")} longest={LONGEST_NAME} value={name}
        wrong={wrong.value && !name.trim() ? t("looks-name-needed") : ""} change={(text) => change({ name: text })}
      />
      <Colour question={t("looks-brand")} value={brand} paper={PAPERS.light} change={(colour) => change({ brand: colour })} />
      <Preview name={name} brand={brand} accent={accent} mode="light" />
      <Colour question={t("looks-dark")} value={brand_dark} paper={PAPERS.dark} change={(colour) => change({ brand_dark: colour })} />
      <Preview name={name} brand={brand_dark} accent={accent} mode="dark" />
      <Colour question={t("looks-accent")} hint={t("looks-accent-hint")} value={accent} change={(colour) => change({ accent: colour })} />
      {!readable && <p class="wrong-words">{t("looks-not-readable")}</p>}
      <Came of={doing} />
      <Button submit press={save}>{t("looks-save")}</Button>
    </form>
  );
}

const isReadable = (colour: string, paper: string): boolean => isColour(colour) && contrast(colour, paper) >= LEAST;

interface ColourProps {
  question: string;
  hint?: string;
  value: string;
  /** what words in this colour stand on; none when there are no words in it */
  paper?: string;
  change: (colour: string) => void;
}

/** A colour, by the device's own chooser or as it is written; and how well it reads, in words. */
function Colour({ question, hint, value, paper, change }: ColourProps) {
  const id = useId();
  const words = !isColour(value) ? t("looks-colour-form") : paper && contrastWords(contrast(value, paper));
  const bad = !isColour(value) || (paper !== undefined && !isReadable(value, paper));
  return (
    <div class={bad ? "field wrong" : "field"}>
      <label for={id}>{question}</label>
      {hint && <span class="hint">{hint}</span>}
      <span class="colour-row">
        <input
          class="colour" type="color" aria-label={t("looks-choose", { what: question })} value={isColour(value) ? value : "#000000"}
          onInput={(event) => change(event.currentTarget.value)}
        />
        <input
          id={id} class="input short" autocomplete="off" spellcheck={false} maxLength={7} value={value} aria-describedby={`${id}-words`}
          onInput={(event) => change(event.currentTarget.value.trim())}
        />
      </span>
      <p class={bad ? "wrong-words" : "hint"} id={`${id}-words`} role="status">{words}</p>
    </div>
  );
}

const contrastWords = (ratio: number): string => t("looks-contrast", { how: judged(ratio), ratio: (Math.floor(ratio * 10) / 10).toFixed(1) });

/** A piece of the app in these colours, in light or in dark. */
function Preview({ name, brand, accent, mode }: { name: string; brand: string; accent: string; mode: "light" | "dark" }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (isColour(brand)) place.current?.style.setProperty("--seen", brand);
    if (isColour(accent)) place.current?.style.setProperty("--seen-accent", accent);
  }, [brand, accent]);
  return (
    <div class={`looks-preview ${mode}`} ref={place} aria-hidden="true">
      <p class="looks-name">{name.trim() || t("service-name")}</p>
      <p>{t("looks-sample")} <span class="looks-link">{t("looks-sample-link")}</span></p>
      <p class="looks-warm">{t("looks-sample-warm")}</p>
      <p class="looks-button">{t("looks-sample-button")}</p>
    </div>
  );
}
