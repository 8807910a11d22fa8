import type { Answers, Questionnaire, Score, Values } from "../../../shared/content/questionnaire-types.ts";
import { normOf, scoreOf } from "../../../shared/rules/scoring.ts";
import { Fold } from "../../components/Fold.tsx";
import { chosenWords, isRounded, scoreTitle, sizeWords, sumWords, valueWords } from "./sum-words.ts";
import { number, t } from "./words.ts";
import "./measures.css";

interface ResultProps {
  questionnaire: Questionnaire;
  values: Values;
  /** the answers of another time, to show beside these; left out when they are of another version */
  before?: Answers | null;
}

/**
 * What the answers come to, as numbers that can be added up again by hand. It says nothing about the person: what an
 * owner calls a range stands in a list of all of them, with its source, and never beside the person's own number.
 */
export function Result({ questionnaire: asked, values, before = null }: ResultProps) {
  const earlier = before?.version === asked.version ? before.values : null;
  const shown = asked.scores.filter((score) => score.items.some((id) => values[id] !== undefined));
  return (
    <>
      {!shown.length && <p>{t("measures-nothing")}</p>}
      {shown.map((score) => <OneScore key={score.id} asked={asked} score={score} values={values} earlier={earlier} />)}
      <Average asked={asked} values={values} />
      <Names asked={asked} />
      <Fold words={t("measures-made")}>
        <p>{t("measures-source", { source: asked.source })}</p>
        <p>{asked.attribution}</p>
        <p>{asked.permission ?? asked.licence}</p>
        {!asked.approved && <p>{t("measures-not-approved")}</p>}
      </Fold>
      <p class="soft">{asked.not_watched}</p>
    </>
  );
}

interface OneScoreProps {
  asked: Questionnaire;
  score: Score;
  values: Values;
  earlier: Values | null;
}

function OneScore({ asked, score, values, earlier }: OneScoreProps) {
  const found = scoreOf(asked, score, values);
  const last = earlier && scoreOf(asked, score, earlier).value;
  return (
    <section class="measure-score">
      <h2>{scoreTitle(asked, score, values)}</h2>
      {sumWords(asked, score, found, values).map((line) => <p key={line} class="measure-sum">{line}</p>)}
      {isRounded(found.value, score) && <p class="soft small">{t("measures-rounded")}</p>}
      {found.value === null && <p>{t("measures-none-yet")}</p>}
      {found.band && <p>{t("measures-band", { range: found.band.words })}</p>}
      {last !== null && <p>{t("measures-before", { value: valueWords(asked, score, last) })}</p>}
      {score.better && !chosenWords(asked, score, found.value) && <p class="soft small">{t("measures-better", { better: score.better })}</p>}
      {sizeWords(score).map((size) => <p key={size} class="soft small">{size}</p>)}
    </section>
  );
}

/** The printed average of the table, where there is one for the age and the sex that were said. */
function Average({ asked, values }: { asked: Questionnaire; values: Values }) {
  const norm = normOf(asked, values);
  if (!norm || !asked.norms) return null;
  const sex = asked.items.find(({ id }) => id === asked.norms!.sex)?.options?.find(({ value }) => value === norm.sex)?.words ?? "";
  return (
    <p>
      {t("measures-norm", { sex, from: number(norm.from_age), to: number(norm.to_age), low: number(norm.low), high: number(norm.high) })}{" "}
      {t("measures-norm-where", { where: norm.where })} {t("measures-source", { source: asked.norms.source })}
    </p>
  );
}

/** Every range with the name that its owner gives it: a printed table, the same for everybody. */
function Names({ asked }: { asked: Questionnaire }) {
  const named = asked.scores.filter((score) => score.bands.some((band) => band.name !== null));
  if (!named.length) return null;
  return (
    <Fold words={t("measures-names")}>
      <p>{asked.reference}</p>
      {named.map((score) => (
        <div key={score.id}>
          {named.length > 1 && <h3>{score.words}</h3>}
          <ul>
            {score.bands.map((band) => (
              <li key={band.from}>{t("measures-name", { range: band.words, name: band.name ?? t("measures-no-name") })}</li>
            ))}
          </ul>
        </div>
      ))}
    </Fold>
  );
}
