import { over, partOf, SECTIONS, type Section } from "../../../shared/rules/page-parts.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Page } from "../../components/Page.tsx";
import { go } from "../../router.ts";
import { useHeld } from "../goals/saving.ts";
import { useDoing } from "./doing.tsx";
import { Words } from "./fields.tsx";
import type { Step } from "./opening.ts";
import { Version } from "./Parts.tsx";
import type { Here } from "./Support.tsx";
import { fromTravel, type Travel, TravelFields } from "./Travel.tsx";
import { t } from "./words.ts";
import { onPage } from "./writing.ts";

/** A part of their record, written anew over what it says now; where two wrote at once, both are here to be joined. */
export function EditPart(here: Here & { section: string }) {
  const section = SECTIONS.find((each) => each === here.section);
  if (!section) return <Page title={t("sup-missing")} back={here.home}><p>{t("sup-missing-words")}</p></Page>;
  return <Edit key={section} {...here} section={section} />;
}

/** Parts of which there may be nothing, which is then said outright. */
const MAY_BE_NONE: readonly Section[] = ["risks", "requirements", "safeguarding", "needs", "services"];

interface Held extends Travel {
  words: string;
  none: boolean;
  /** what was read when the writing began: what somebody else wrote meanwhile is joined afterwards, and never covered */
  read: Step[];
}

const heldFrom = (now: Step[]): Held => ({
  words: now.map(({ said }) => String(said["words"] ?? "")).filter(Boolean).join("\n"),
  none: now.length > 0 && now.every(({ said }) => said["none"]), read: now, ...fromTravel(now[0]),
});

function Edit({ opened, person, home, called, section }: Here & { section: Section }) {
  const { now } = partOf(opened.support.page, section);
  const form = useHeld<Held>(`part ${person} ${section}`, () => heldFrom(now));
  const doing = useDoing();
  const held = form.value.value!;
  const { words, none, place, miles, time, read } = held;
  const untouched = JSON.stringify({ ...held, read: 0 }) === JSON.stringify({ ...heldFrom(read), read: 0 });
  if (untouched && read.map(({ id }) => id).join() !== now.map(({ id }) => id).join()) form.change(heldFrom(now)); // nothing was typed yet
  const save = async () => {
    const text = words.trim();
    const travel = section === "travel" && place.trim() ? { place: place.trim(), miles, time } : {};
    if (!text && !none && !("place" in travel)) return doing.say(t("sup-part-needed"));
    const said = { section, ...(none ? { none } : text && { words: text }), ...travel, ...over(read) };
    if (!(await doing.run(() => onPage(person, said)))) return;
    await form.done();
    go(home.to);
  };
  return (
    <Page title={t("sup-part", { section })} back={home}>
      <p class="soft">{t("sup-part-hint", { section, called })}</p>
      {section === "safeguarding" && <p>{t("sup-team-only", { called })}</p>}
      {read.length > 1 && (
        <>
          <p>{t("sup-join-words", { count: read.length })}</p>
          {read.map((step) => <Version key={step.id} step={step} waits={false} />)}
        </>
      )}
      {section === "travel" && <TravelFields value={{ place, miles, time }} change={form.change} />}
      {MAY_BE_NONE.includes(section) && (
        <div class="choices support-none">
          <Choice kind="checkbox" name="none" value="none" chosen={none} choose={(on) => form.change({ none: on })}>{t("sup-none", { section })}</Choice>
        </div>
      )}
      {!none && (
        <Words question={t(section === "travel" ? "sup-travel-also" : "sup-part-words")} hint={t("sup-part-words-hint", { called })} rows={5} value={words} change={(text) => form.change({ words: text })} />
      )}
      <doing.Trouble />
      <div class="buttons">
        <Button press={save}>{t("sup-save")}</Button>
        {!untouched && <Button kind="quiet" press={() => form.change(heldFrom(now))}>{t("sup-part-fresh")}</Button>}
      </div>
    </Page>
  );
}
