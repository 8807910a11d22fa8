import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { weekdayWords } from "../../../shared/datewords.ts";
import { WEEKDAYS } from "../../../shared/dates.ts";
import { CONDITIONS, GROUPS, KINDS, type Name } from "../../../shared/listings/facets.ts";
import { Button } from "../../components/Button.tsx";
import { Choice } from "../../components/Choice.tsx";
import { Fold } from "../../components/Fold.tsx";
import { locale } from "../../messages.ts";
import { choose, type Filters as Chosen, filters, FIRST_NEEDS, foldedAway, MILES, OTHER_NEEDS, TIMES, toggled } from "./filters.ts";
import { milesWords } from "./say.ts";
import { t } from "./words.ts";

/** What somebody needs at once; days, and everything else, folded away. */
export function Filters() {
  const { needs, online } = filters.value;
  return (
    <>
      <Group words={t("near-needs")} class="near-needs">
        <Several names={FIRST_NEEDS} chosen={needs} change={(next) => choose({ needs: next })} />
      </Group>
      {needs.length > 0 && <p class="soft small">{t("near-needs-why")}</p>}
      <div class="near-folds">
        <Fold words={folded("near-when", filters.value.days.length + Number(filters.value.time !== "any"))}>
          <Days />
          <ToFound />
        </Fold>
        <Fold words={folded("near-more", foldedAway.value)}>
          <Words />
          {!online && <One words={t("near-far")} name="miles" among={MILES} say={milesWords} />}
          <Group words={t("near-needs-else")}>
            <Several names={OTHER_NEEDS} chosen={needs} change={(next) => choose({ needs: next })} />
          </Group>
          <One words={t("near-kinds")} name="kind" among={[null, ...KINDS]} say={(kind) => (kind ? t(`near-facet-${kind}`) : t("near-kind-any"))} />
          <Group words={t("near-groups")}>
            <Several names={GROUPS} chosen={filters.value.groups} change={(groups) => choose({ groups })} />
          </Group>
          <Group words={t("near-conditions")}>
            <Several names={CONDITIONS} chosen={filters.value.conditions} change={(conditions) => choose({ conditions })} />
          </Group>
          {!online && <One words={t("near-order")} name="order" among={["near", "soon"] as const} say={(order) => t(`near-order-${order}`)} />}
          <ToFound />
        </Fold>
      </div>
    </>
  );
}

/** Past all that is unfolded to what was found. */
function ToFound() {
  const press = () => {
    const found = document.querySelector<HTMLElement>(".near-found");
    found?.scrollIntoView();
    found?.focus({ preventScroll: true });
  };
  return <Button press={press}>{t("near-show")}</Button>;
}

/** How many choices are under a fold stands on it. */
const folded = (id: string, count: number): string => (count ? `${t(id)}: ${t("near-chosen", { count })}` : t(id));

function Days() {
  const { days } = filters.value;
  return (
    <>
      <Group words={t("near-days")}>
        {WEEKDAYS.map((weekday, day) => (
          <Choice
            key={weekday} kind="checkbox" name="days" value={weekday} chosen={days.includes(day)}
            choose={(on) => choose({ days: toggled(days, day, on) })}
          >
            {weekdayWords(weekday, locale)}
          </Choice>
        ))}
      </Group>
      <One words={t("near-times")} name="time" among={Object.keys(TIMES) as (keyof typeof TIMES)[]} say={(time) => t("near-time", { time })} />
    </>
  );
}

function Words() {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{t("near-words")}</label>
      <span class="hint" id={`${id}-hint`}>{t("near-words-hint")}</span>
      <input
        id={id} class="input" type="search" autocomplete="off" maxLength={100} aria-describedby={`${id}-hint`}
        value={filters.value.words} onInput={(event) => choose({ words: event.currentTarget.value })}
      />
    </div>
  );
}

function Group({ words, class: name, children }: { words: string; class?: string; children: ComponentChildren }) {
  return (
    <fieldset class={name}>
      <legend class="question">{words}</legend>
      <div class="choices">{children}</div>
    </fieldset>
  );
}

function Several<N extends Name>({ names, chosen, change }: { names: readonly N[]; chosen: readonly N[]; change: (chosen: N[]) => void }) {
  return names.map((name) => (
    <Choice key={name} kind="checkbox" name={name} value={name} chosen={chosen.includes(name)} choose={(on) => change(toggled(chosen, name, on))}>
      {t(`near-facet-${name}`)}
    </Choice>
  ));
}

interface OneProps<K extends keyof Chosen> {
  words: string;
  name: K;
  among: readonly Chosen[K][];
  say: (value: Chosen[K]) => string;
}

function One<K extends keyof Chosen>({ words, name, among, say }: OneProps<K>) {
  return (
    <Group words={words}>
      {among.map((value) => (
        <Choice
          key={String(value)} kind="radio" name={name} value={String(value)} chosen={filters.value[name] === value}
          choose={() => choose({ [name]: value } as Partial<Chosen>)}
        >
          {say(value)}
        </Choice>
      ))}
    </Group>
  );
}
