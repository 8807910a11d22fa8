import type { Draft } from "./making.ts";
import { Fold } from "../../components/Fold.tsx";
import { Notice } from "../../components/Notice.tsx";
import { t } from "./words.ts";

type Lack = Draft["faults"][number];

/** Parts of the message that stand on the person's page. */
const ON_PAGE: { [part: string]: string } = {
  about_me: "about-me", requirements: "requirements", support: "needs", risks: "risks", social: "social", services: "services",
  consent: "consent", safeguarding: "safeguarding",
};
/** Parts that are written on this screen. */
const HERE: { [part: string]: string } = {
  person: "closing-names", practices: "closing-names", referrals: "closing-names", author: "closing-names", plan: "closing-asked",
  summary: "closing-words", impact: "closing-words", tried: "closing-helped", told: "closing-who", to_person: "closing-person",
};

/** What is missing comes before everything else, each with a way to where it is written; then what is only too long. */
export function Missing({ faults, home }: { faults: readonly Lack[]; home: string }) {
  const [stops, warns] = [faults.filter(({ stops }) => stops), faults.filter(({ stops }) => !stops)];
  return (
    <>
      {stops.length > 0 && (
        <Notice kind="warm" title={t("ending-missing")}>
          <List faults={stops} home={home} />
        </Notice>
      )}
      {warns.length > 0 && <Fold words={t("ending-warnings", { count: warns.length })}><List faults={warns} home={home} /></Fold>}
    </>
  );
}

function List({ faults, home }: { faults: readonly Lack[]; home: string }) {
  return (
    <ul class="closing-missing">
      {faults.map((one, index) => {
        const to = whereOf(one, home);
        return <li key={index}>{to ? <a href={to}>{one.words}</a> : one.words}</li>;
      })}
    </ul>
  );
}

function whereOf({ part }: Lack, home: string): string | null {
  if (HERE[part]) return `#${HERE[part]}`;
  if (ON_PAGE[part]) return `${home}/part/${ON_PAGE[part]}`;
  return part === "ending" ? `${home}/episode` : null;
}
