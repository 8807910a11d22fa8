import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Exercise, Programme } from "../../../shared/content/types.ts";
import type { Finding } from "../../../shared/rules/ladder.ts";
import type { Entry } from "../../../shared/record/versions.ts";
import { ladderOf, levelOf } from "../../../shared/rules/sessions.ts";
import { levelElsewhere } from "../../../shared/rules/choosing.ts";
import { announce } from "../../announce.ts";
import { Blocks } from "../../components/Blocks.tsx";
import { Button } from "../../components/Button.tsx";
import { Fold } from "../../components/Fold.tsx";
import { Receipt } from "../../components/Receipt.tsx";
import { useSaving } from "../../components/Saving.tsx";
import { t as app } from "../../messages.ts";
import { changed, entries, record } from "../../state.ts";
import { Levels } from "./Levels.tsx";
import { t as said } from "./programme-words.ts";
import { t } from "./words.ts";
import "./plan.css";

type Choice = "up" | "stay" | "down" | "set";

/**
 * Which printed rule the person's own entries meet, with its reason, beside the three choices. The choices weigh the
 * same: the person chooses, and nothing moves by itself.
 */
export function Ladder({ programme, exercise }: { programme: Programme; exercise: Exercise }) {
  const saving = useSaving();
  const chosen = useSignal<string | null>(null);
  const card = useRef<HTMLDivElement>(null);
  changed.value;
  const saved = chosen.value ? record.value?.entry(chosen.value) : undefined;
  const done = saved?.kind === "level" && !saved.gone;
  useEffect(() => {
    if (chosen.value) card.current?.focus({ preventScroll: true }); // the button that was pressed is gone, there and back
  }, [done]);
  if (done) {
    const undo = async () => {
      await record.value!.remove(saved.id).then(() => announce(app("undone")), () => announce(app("undo-failed")));
    };
    return <div ref={card} tabIndex={-1}><Chosen entry={saved as Entry<"level">} undo={undo} /></div>;
  }

  const finding = ladderOf(entries.value, programme, exercise);
  const level = levelOf(entries.value, programme.slug, exercise.slug);
  const before = levelElsewhere(entries.value, programme.slug, exercise.slug);
  const elsewhere = before === null ? null : Math.min(before, exercise.levels.length);
  const choose = (choice: Choice, to: number) => () =>
    saving.try(async () => {
      const body = { programme: programme.slug, exercise: exercise.slug, level: to, choice, rule: finding.rule };
      chosen.value = (await record.value!.save("level", body)).id;
      announce(t("ladder-chosen", { choice, level: to }));
    });
  return (
    <div class="ladder" ref={card} tabIndex={-1}>
      <p>{t("ladder-yours", { level, exercise: exercise.title })}</p>
      {elsewhere !== null && (
        <>
          <p>{said("ladder-elsewhere", { level: elsewhere })}</p>
          <Button kind="quiet" press={choose("set", elsewhere)}>{said("ladder-set", { level: elsewhere })}</Button>
        </>
      )}
      <p class="ladder-reason">{reasonWords(finding, programme)}</p>
      {finding.rule === "down" && finding.lowest && <p>{t("ladder-lowest")}</p>}
      <p class="soft">{t("ladder-own-choice")}</p>
      <Levels exercise={exercise} now={level} />
      <div class="ladder-choices">
        {level < exercise.levels.length && <Rung choice="up" level={level + 1} met={finding.rule} press={choose("up", level + 1)} />}
        <Rung choice="stay" level={level} met={finding.rule} press={choose("stay", level)} />
        {level > 1 && <Rung choice="down" level={level - 1} met={finding.rule} press={choose("down", level - 1)} />}
      </div>
      <saving.Trouble />
      <Fold words={t("ladder-see-rules")}><Rules programme={programme} /></Fold>
    </div>
  );
}

function Rung({ choice, level, met, press }: { choice: NonNullable<Finding["rule"]>; level: number; met: Finding["rule"]; press: () => unknown }) {
  return (
    <Button kind="quiet" wide press={press}>
      <span>
        {t(`ladder-${choice}`, { level })}
        {met === choice && <span class="ladder-fits">{t("ladder-rule-marked")}</span>}
      </span>
    </Button>
  );
}

function Chosen({ entry, undo }: { entry: Entry<"level">; undo: () => unknown }) {
  return (
    <div class="ladder">
      <p><strong>{t("ladder-chosen", { choice: entry.body.choice, level: entry.body.level })}</strong></p>
      <p><Receipt entry={entry} /></p>
      <Button kind="quiet" press={undo}>{app("undo")}</Button>
    </div>
  );
}

/** The rules as the programme prints them. */
export function Rules({ programme }: { programme: Programme }) {
  const { rules } = programme.ladder;
  return (
    <div class="ladder-rules">
      {(["up", "stay", "down"] as const).map((rule) => <Blocks key={rule} of={rules[rule]} />)}
    </div>
  );
}

function reasonWords({ rule, reason, sessions, pain }: Finding, { ladder }: Programme): string {
  const id = reason === "stop-band" && rule === "stay" ? "stop-band-before" : reason;
  return t(`ladder-${id}`, { sessions, pain: pain ?? 0, go_max: ladder.go_max, needed: ladder.sessions_to_move_up });
}
