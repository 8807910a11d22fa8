import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Line } from "../../components/Line.tsx";
import { Notice } from "../../components/Notice.tsx";
import { NotWatched } from "../../components/NotWatched.tsx";
import { Page } from "../../components/Page.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { useDraft } from "../../draft.ts";
import { go } from "../../router.ts";
import { record } from "../../state.ts";
import { offerUndo } from "../../undo.ts";
import { type About, aboutOf, ADJUSTMENTS, AGES, CONTACTS, type LineName, saveAbout, SEXES } from "./about-form.ts";
import { back, t } from "./words.ts";
import "./account.css";

const LONGEST = 150;
const LONGEST_POSTCODE = 10;
/** What the phone may fill in by itself, by the way of contact. */
const FILLED_BY = { phone: "tel", text: "tel", email: "email", letter: "street-address", app: "off" };

/** How to reach and help somebody and, only if they like, who they are. Nothing is required; it works without signal. */
export default function AboutMe() {
  const draft = useDraft<About>(`about ${aboutOf()?.head.id ?? "new"}`, 1, () => ({ ...aboutOf()?.body }));
  const saving = useSaving();
  const form = draft.value.value;
  if (!form) return <Page title={t("about-me-title")} back={back}>{null}</Page>;
  const save = async () => {
    const before = aboutOf();
    let saved: string | undefined;
    if (!(await saving.try(async () => (saved = (await saveAbout(form)).id)))) return;
    await draft.done();
    go("/more");
    const undo = () => (before ? record.value!.save("about", before.body, { entry: before.id }) : record.value!.remove(saved!));
    offerUndo({ words: t("about-me-saved"), entry: saved!, undo });
  };
  const line = (name: LineName, hint = false) => (
    <Line
      question={t(`about-${name.replace("_", "-")}`)} {...(hint && { hint: t(`about-${name.replace("_", "-")}-hint`) })} longest={name === "postcode" ? LONGEST_POSTCODE : LONGEST}
      autocomplete={name === "postcode" ? "postal-code" : name === "reach_at" ? FILLED_BY[form.contact ?? "app"] : "off"} value={form[name] ?? ""} change={(text) => draft.change({ [name]: text })}
    />
  );
  return (
    <Page title={t("about-me-title")} back={back}>
      <p>{t("about-me-intro")}</p>
      <p>{t("about-me-who")}</p>
      <NotWatched />
      {draft.restored.value && (
        <Notice>
          <p>{t("about-me-draft")}</p>
          <Button kind="plain" press={draft.startAgain}>{t("about-me-draft-clear")}</Button>
        </Notice>
      )}
      <h2>{t("about-part-reach")}</h2>
      <One question={t("about-contact")} names={CONTACTS} say={(name) => t(`contact-${name}`)} chosen={form.contact} choose={(contact) => draft.change({ contact })} />
      {line("reach_at", true)}
      {line("when", true)}
      <h2>{t("about-part-help")}</h2>
      {line("language", true)}
      <One
        question={t("about-interpreter")} names={["yes", "no"] as const} say={(said) => t(`answer-${said}`)} chosen={yesNo(form.interpreter)}
        choose={(said) => draft.change({ interpreter: said && said === "yes" })}
      />
      <fieldset>
        <legend class="question">{t("about-adjustments")}</legend>
        <div class="choices pile">
          {ADJUSTMENTS.map((each) => (
            <Choice
              key={each} kind="checkbox" name="adjustments" value={each} chosen={form.adjustments?.includes(each) ?? false}
              choose={(on) => draft.change({ adjustments: ADJUSTMENTS.filter((one) => (one === each ? on : form.adjustments?.includes(one))) })}
            >
              {t(`adjust-${each}`)}
            </Choice>
          ))}
        </div>
      </fieldset>
      {line("other_adjustments", true)}
      {line("carer", true)}
      {line("matters", true)}
      <h2>{t("about-part-optional")}</h2>
      <p>{t("about-optional-why")}</p>
      <One question={t("about-age")} hint={t("about-age-why")} names={AGES} say={(age) => t(`age-${age.replace("+", "-up")}`)} chosen={form.age_band} choose={(age_band) => draft.change({ age_band })} />
      <One question={t("about-sex")} hint={t("about-sex-why")} names={SEXES} say={(sex) => t(`sex-${sex}`)} chosen={form.sex} choose={(sex) => draft.change({ sex })} />
      {line("ethnicity", true)}
      {line("postcode", true)}
      <saving.Trouble />
      <div class="thumb"><Button press={save}>{t("about-me-save")}</Button></div>
    </Page>
  );
}

const yesNo = (said: boolean | undefined) => (said === undefined ? undefined : said ? "yes" : "no");

interface OneProps<V extends string> {
  question: string;
  hint?: string;
  names: readonly V[];
  say: (name: V) => string;
  chosen: V | undefined;
  choose: (name: V | undefined) => void;
}

/** One of several, or nothing: what was chosen can be taken back. */
function One<V extends string>({ question, hint, names, say, chosen, choose }: OneProps<V>): ComponentChildren {
  const group = useId();
  return (
    <fieldset>
      <legend class="question">{question}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="choices">
        {names.map((name) => (
          <Choice key={name} kind="radio" name={group} value={name} chosen={chosen === name} choose={() => choose(name)}>{say(name)}</Choice>
        ))}
        {chosen !== undefined && <Button kind="plain" press={() => choose(undefined)}>{t("about-clear")}</Button>}
      </div>
    </fieldset>
  );
}
