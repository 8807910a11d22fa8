import { useId } from "preact/hooks";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Line } from "../../components/Line.tsx";
import type { Draft, Edits, Making } from "./making.ts";
import { t } from "./words.ts";

/** Lines of other systems have 150 letters; a longer one is told, and never cut. */
const LINE = 500;
const MUCH = 6000;
const ASKED = 20;

interface EditProps {
  draft: Draft;
  edits: Edits;
  change: Making["change"];
  called: string;
}

/** What the worker writes and puts right: the rest stands where it is from. */
export function Edit(props: EditProps) {
  return (
    <div class="closing-not-printed">
      <div id="closing-asked"><Asked {...props} /></div>
      <div id="closing-words"><Summary {...props} /></div>
      <div id="closing-helped"><Helped {...props} /></div>
      {props.draft.personal && <div id="closing-person"><ToPerson {...props} /></div>}
      <div id="closing-who"><Who {...props} /></div>
      <div id="closing-names"><Names {...props} /></div>
    </div>
  );
}

/** What is asked of professionals and of the person: nothing is an answer too, and then the message says so. */
function Asked({ edits: { plan = [] }, change, called }: EditProps) {
  const put = (index: number, said: Partial<(typeof plan)[number]>) =>
    change({ plan: plan.map((one, place) => (place === index ? { ...one, ...said } : one)) });
  return (
    <>
      <h2>{t("ending-plan")}</h2>
      {!plan.length && <p>{t("ending-plan-nothing")}</p>}
      {plan.map((one, index) => (
        <div key={index} class="closing-asked" role="group" aria-label={t("ending-plan-number", { number: index + 1 })}>
          <Much
            question={t("ending-plan-professionals")} rows={2} longest={LINE}
            value={one.professionals ?? ""} change={(professionals) => put(index, { professionals })}
          />
          <Much question={t("ending-plan-person", { called })} rows={2} longest={LINE} value={one.person ?? ""} change={(person) => put(index, { person })} />
          <Much question={t("ending-plan-agreed")} rows={2} longest={LINE} value={one.agreed ?? ""} change={(agreed) => put(index, { agreed })} />
          <Button kind="plain" press={() => change({ plan: plan.filter((_, place) => place !== index) })} label={t("ending-plan-drop-label", { number: index + 1 })}>
            {t("ending-plan-drop")}
          </Button>
        </div>
      ))}
      {plan.length < ASKED && (
        <Button kind="quiet" press={() => change({ plan: [...plan, { professionals: "", person: "", agreed: "" }] })}>{t("ending-plan-add")}</Button>
      )}
    </>
  );
}

function Summary({ edits, change, called }: EditProps) {
  return (
    <>
      <h2>{t("ending-words-title")}</h2>
      <Much question={t("ending-summary")} hint={t("ending-summary-hint")} rows={6} value={edits.summary ?? ""} change={(summary) => change({ summary })} />
      <Much question={t("ending-impact", { called })} rows={2} value={edits.impact ?? ""} change={(impact) => change({ impact })} />
    </>
  );
}

function Helped({ draft, edits: { tried = [] }, change }: EditProps) {
  const put = (id: string, said: Partial<(typeof tried)[number]>) => change({ tried: tried.map((one) => (one.id === id ? { ...one, ...said } : one)) });
  if (!tried.length) return null;
  return (
    <Fold words={t("ending-helped-title")} open={draft.faults.some(({ part }) => part === "tried")}>
      <p class="soft">{t("ending-helped-hint")}</p>
      {tried.map((one) => (
        <div key={one.id} class="closing-asked" role="group" aria-label={draft.tried[one.id] ?? ""}>
          <h3>{draft.tried[one.id]}</h3>
          <Much question={t("ending-what-helped")} rows={2} value={one.what_helped ?? ""} change={(what_helped) => put(one.id, { what_helped })} />
          <Much question={t("ending-what-did-not")} rows={2} value={one.what_did_not ?? ""} change={(what_did_not) => put(one.id, { what_did_not })} />
        </div>
      ))}
    </Fold>
  );
}

const ToPerson = ({ edits, change, called }: EditProps) => (
  <Much
    question={t("ending-to-person", { called })} hint={t("ending-to-person-hint", { called })} rows={4}
    value={edits.to_person ?? ""} change={(to_person) => change({ to_person })}
  />
);

function Who({ draft, edits, change, called }: EditProps) {
  return (
    <>
      <Much
        question={t("ending-told")} hint={t("ending-told-hint", { called })} rows={3}
        value={(edits.told ?? []).join("\n")} change={(text) => change({ told: text.split("\n").slice(0, 10) })}
      />
      <Line
        question={t("ending-contact")} hint={t("ending-contact-hint", { called })} longest={70}
        value={edits.contact ?? ""} change={(contact) => change({ contact })}
      />
      {draft.has_safeguarding && (
        <div class="choices">
          <Choice kind="checkbox" name="safeguarding" value="yes" chosen={edits.safeguarding ?? false} choose={(safeguarding) => change({ safeguarding })}>
            {t("ending-safeguarding", { called })}
          </Choice>
        </div>
      )}
    </>
  );
}

/** Who it is about and who referred them: what the referral and the page do not say can be filled in here. */
function Names({ draft, edits, change }: EditProps) {
  const lacks = draft.faults.some(({ part, stops }) => stops && ["person", "practices", "referrals", "author"].includes(part));
  const field = (name: Named, longest: number) => (
    <Line
      key={name} question={t("ending-field", { field: name })} {...(name === "practice_code" && { hint: t("ending-code-hint") })} longest={longest}
      value={edits[name] ?? ""} change={(text) => change({ [name]: clean(name, text) })}
    />
  );
  return (
    <Fold words={t("ending-names-title")} open={lacks}>
      <p class="soft">{t("ending-names-hint")}</p>
      {field("given", 70)}
      {field("family", 70)}
      <BirthDate value={edits.born_on ?? null} change={(born_on) => change({ born_on })} />
      {field("nhs_number", 14)}
      {field("practice", LINE)}
      {field("practice_code", 6)}
      {field("referrer", 70)}
      {field("referrer_service", 70)}
      {field("referrer_organisation", 70)}
      {field("referrer_contact", 70)}
    </Fold>
  );
}

type Named = "given" | "family" | "nhs_number" | "practice" | "practice_code" | "referrer" | "referrer_service" | "referrer_organisation" | "referrer_contact";

/** Numbers and codes without the spaces that people write in them. */
function clean(name: Named, text: string): string {
  if (name === "nhs_number") return text.replace(/\D/g, "").slice(0, 10);
  return name === "practice_code" ? text.toUpperCase().replace(/[^A-Z0-9]/g, "") : text;
}

function BirthDate({ value, change }: { value: string | null; change: (day: string | null) => void }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("ending-field", { field: "born_on" })}</label>
      <input id={id} class="input" type="date" autocomplete="off" value={value ?? ""} onChange={(event) => change(event.currentTarget.value || null)} />
    </div>
  );
}

interface MuchProps {
  question: string;
  hint?: string;
  rows: number;
  longest?: number;
  value: string;
  change: (text: string) => void;
}

/** Browsers write fields down in the clear: "off" stops that. */
function Much({ question, hint, rows, longest = MUCH, value, change }: MuchProps) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{question}</label>
      {hint && <span class="hint" id={`${id}-hint`}>{hint}</span>}
      <textarea
        autocomplete="off" id={id} class="input" rows={rows} maxLength={longest} aria-describedby={hint ? `${id}-hint` : undefined}
        value={value} onInput={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}
