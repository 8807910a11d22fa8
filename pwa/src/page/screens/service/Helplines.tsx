import { useSignal } from "@preact/signals";
import { Button } from "../../components/Button.tsx";
import { Line } from "../../components/Line.tsx";
import { Page } from "../../components/Page.tsx";
import { Empty } from "../../components/States.tsx";
import { fetchService, type Helpline, said, saveParts } from "./setup.ts";
import { Came, focusWrong, useDoing } from "./useDoing.tsx";
import { Shown, useFetched } from "./useFetched.tsx";
import { back, t } from "./words.ts";

/** As the server takes them. */
const MOST = 10;
const PHONE = /^[0-9+() ]{3,30}$/;
const ADDRESS = /^https:\/\/[^\s<>"'\\@]+$/;

interface Typed {
  name: string;
  phone: string;
  words: string;
  url: string;
}

/** Whom people can ring or look up: seen on their phone, without signal too. */
export function Helplines() {
  const service = useFetched(fetchService);
  return (
    <Page title={t("service-helplines")} back={back}>
      <p>{t("helplines-words")}</p>
      <Shown of={service}>
        {({ helplines, looks_at_list }) => (
          <>
            <Form now={helplines} />
            <LooksAtList now={looks_at_list} />
          </>
        )}
      </Shown>
    </Page>
  );
}

function Form({ now }: { now: Helpline[] }) {
  const lines = useSignal<Typed[]>(now.map(({ name, phone, words, url }) => ({ name, phone: phone ?? "", words: words ?? "", url: url ?? "" })));
  const tried = useSignal(false);
  const doing = useDoing();
  const set = (changed: Typed[]) => {
    lines.value = changed;
    doing.done.value = "";
  };
  const change = (at: number, changes: Partial<Typed>) => set(lines.value.map((line, index) => (index === at ? { ...line, ...changes } : line)));
  const save = async () => {
    tried.value = true;
    if (lines.value.some((line) => Object.keys(wrongIn(line)).length)) return focusWrong();
    await doing.run(() => saveParts({ helplines: lines.value.map(sent) }), t("service-saved"));
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      {lines.value.length === 0 && <Empty><p>{t("helplines-none")}</p></Empty>}
      {lines.value.map((line, index) => (
        <One
          key={index} at={index + 1} line={line} wrong={tried.value ? wrongIn(line) : {}} change={(changes) => change(index, changes)}
          remove={() => set(lines.value.filter((_, other) => other !== index))}
        />
      ))}
      <Came of={doing} />
      <div class="buttons">
        {(now.length > 0 || lines.value.length > 0) && <Button submit press={save}>{t("helplines-save")}</Button>}
        {lines.value.length < MOST && (
          <Button kind={now.length || lines.value.length ? "quiet" : "main"} press={() => set([...lines.value, { name: "", phone: "", words: "", url: "" }])}>{t("helplines-add")}</Button>
        )}
      </div>
    </form>
  );
}

/** When staff look at their list: said to people wherever they are shown whom to turn to. */
function LooksAtList({ now }: { now: string | null }) {
  const when = useSignal(now ?? "");
  const doing = useDoing();
  const change = (text: string) => {
    when.value = text;
    doing.done.value = "";
  };
  return (
    <form onSubmit={(event) => event.preventDefault()} noValidate>
      <Line question={t("looks-at-list")} hint={t("looks-at-list-hint")} longest={200} value={when.value} change={change} />
      <Came of={doing} />
      <Button submit kind="quiet" press={() => doing.run(() => saveParts({ looks_at_list: said(when.value) }), t("service-saved"))}>{t("looks-at-list-save")}</Button>
    </form>
  );
}

interface OneProps {
  at: number;
  line: Typed;
  wrong: Partial<Typed>;
  change: (changes: Partial<Typed>) => void;
  remove: () => void;
}

function One({ at, line, wrong, change, remove }: OneProps) {
  return (
    <fieldset class="card">
      <legend class="question">{t("helplines-number", { number: at })}</legend>
      <Line question={t("helplines-name")} longest={60} value={line.name} wrong={wrong.name} change={(name) => change({ name })} />
      <Line question={t("helplines-phone")} hint={t("helplines-phone-hint")} longest={30} value={line.phone} wrong={wrong.phone} change={(phone) => change({ phone })} />
      <Line question={t("helplines-what")} hint={t("helplines-what-hint")} longest={200} value={line.words} change={(words) => change({ words })} />
      <Line question={t("helplines-url")} hint={t("helplines-url-hint")} longest={200} value={line.url} wrong={wrong.url} change={(url) => change({ url })} />
      <Button kind="quiet" press={remove} label={t("helplines-remove-this", { name: line.name || String(at) })}>{t("helplines-remove")}</Button>
    </fieldset>
  );
}

/** What is wrong with it, by its field, in words. */
function wrongIn({ name, phone, url }: Typed): Partial<Typed> {
  return {
    ...(!name.trim() && { name: t("helplines-name-needed") }),
    ...(phone.trim() && !PHONE.test(phone.trim()) && { phone: t("helplines-phone-wrong") }),
    ...(!phone.trim() && !url.trim() && { phone: t("helplines-way-needed") }),
    ...(url.trim() && !ADDRESS.test(url.trim()) && { url: t("helplines-url-wrong") }),
  };
}

const sent = ({ name, phone, words, url }: Typed): Helpline => ({ name: name.trim(), phone: said(phone), words: said(words), url: said(url) });
