/** The parts of a listing's own page. What is not stated is said to be so, and is never a no. */
import type { ComponentChildren } from "preact";
import type { Card, Source } from "../../../shared/listings/cards.ts";
import { CONDITIONS, type Facet, has, namesOf, type Name } from "../../../shared/listings/facets.ts";
import { serviceName } from "../../state.ts";
import { Elsewhere } from "./Elsewhere.tsx";
import { isWeb, letter, telephone } from "./links.ts";
import { amountWords } from "./say.ts";
import { t } from "./words.ts";

/** What is asked about getting in and taking part, and stated or not. */
const ACCESS: Facet[] = [
  "step-free", "accessible-toilet", "parking", "hearing-loop", "seated", "beginners", "met-at-door", "carers", "drop-in", "quiet",
];

export function Place({ card: { place, also_at = [], attendance } }: { card: Card }) {
  const lines = linesOf(place);
  return (
    <Section title={t("near-section-where")}>
      {attendance !== "online" && (lines.length ? <p>{lines.map((line) => <span key={line}>{line}<br /></span>)}</p> : <p>{t("near-address-not-stated")}</p>)}
      {attendance !== "online" && also_at.length > 0 && <p>{t("near-also-at")}</p>}
      {attendance !== "online" && also_at.map((also) => <p key={also.id}>{linesOf(also).join(", ")}</p>)}
      {attendance !== "in-person" && <p>{t(attendance === "online" ? "near-online-words" : "near-mixed-words")}</p>}
    </Section>
  );
}

const linesOf = (place: Card["place"]): string[] =>
  [place?.name, place?.street, place?.locality, place?.postcode].filter((line, index, all): line is string => Boolean(line) && all.indexOf(line) === index);

export function Cost({ card: { prices = [], price_words, to_bring } }: { card: Card }) {
  return (
    <Section title={t("near-section-cost")}>
      {prices.length === 0 && !price_words && <p>{t("near-cost-not-stated")}</p>}
      {prices.map(({ pence, currency = "GBP", name, words }) => {
        const amount = amountWords({ pence, currency });
        const price = words ? t("near-price-for", { price: amount, words }) : amount;
        return <p key={`${pence} ${currency} ${name} ${words}`}>{name ? t("near-price-named", { name, price }) : price}</p>;
      })}
      {price_words && <p>{price_words}</p>}
      {to_bring && <Facts of={[[t("near-to-bring"), to_bring]]} />}
    </Section>
  );
}

export function Access({ card: { facets, denied = 0, access_words } }: { card: Card }) {
  const [yes, no] = [namesOf(facets, ACCESS), namesOf(denied, ACCESS)];
  const silent = ACCESS.filter((name) => !has(facets, name) && !has(denied, name));
  return (
    <Section title={t("near-section-access")}>
      <Facts of={[[t("near-yes"), listed(yes)], [t("near-no"), listed(no)], [t("near-not-stated"), listed(silent)]]} />
      {silent.length > 0 && <p class="soft">{t("near-not-stated-ask")}</p>}
      {access_words && <p class="near-summary">{access_words}</p>}
    </Section>
  );
}

export function Who({ card }: { card: Card }) {
  const { facets, min_age, max_age, gender, eligibility, level, languages = [], referral } = card;
  const has_ages = min_age != null && max_age != null ? "both" : min_age != null ? "min" : max_age != null ? "max" : null;
  const silent = t("near-not-stated");
  return (
    <Section title={t("near-section-who")}>
      <Facts
        of={[
          [t("near-good-for"), listed(namesOf(facets, CONDITIONS)) || silent],
          [t("near-ages"), has_ages ? t("near-age-range", { has: has_ages, min: min_age ?? 0, max: max_age ?? 0 }) : silent],
          [t("near-who"), gender ? t("near-gender", { gender }) : silent],
          [t("near-eligibility"), eligibility ?? ""],
          [t("near-level"), level ?? ""],
          [t("near-languages"), languages.join(", ")],
          [t("near-referral"), referral ? t("near-referral-way", { referral }) : silent],
        ]}
      />
    </Section>
  );
}

export function Contact({ card: { contact, phone, email, url } }: { card: Card }) {
  return (
    <Section title={t("near-section-contact")}>
      {!phone && !email && !url && <p>{t("near-contact-none")}</p>}
      {contact && <p>{t("near-contact-person", { name: contact })}</p>}
      <Facts
        of={[
          [t("near-phone"), phone && <a href={telephone(phone)}>{phone}</a>],
          [t("near-email"), email && <a href={letter(email)}>{email}</a>],
          [t("near-website"), url && <Elsewhere to={url}>{url.replace(/^https?:\/\//, "")}</Elsewhere>],
        ]}
      />
    </Section>
  );
}

export function From({ card, source }: { card: Card; source: Source | undefined }) {
  return (
    <Section title={t("near-section-source")}>
      {!source ? <p>{t("near-not-stated")}</p> : source.here ? <p>{t("near-publisher-here", { by: card.by, service: serviceName.value })}</p> : (
        <>
          <p>{t("near-publisher", { publisher: source.publisher })} {source.url && <Elsewhere to={source.url}>{t("near-website")}</Elsewhere>}</p>
          <p><Licence words={source.licence} /></p>
        </>
      )}
    </Section>
  );
}

function Licence({ words }: { words: string | null }) {
  if (!words) return <>{t("near-licence", { licence: t("near-not-stated") })}</>;
  return isWeb(words) ? <Elsewhere to={words}>{t("near-licence", { licence: words })}</Elsewhere> : <>{t("near-licence", { licence: words })}</>;
}

const listed = (names: readonly Name[]): string => names.map((name) => t(`near-facet-${name}`)).join(" · ");

function Facts({ of }: { of: [words: string, said: ComponentChildren][] }) {
  const said = of.filter(([, value]) => value);
  return said.length ? <dl class="near-facts">{said.map(([words, value]) => <div key={words}><dt>{words}</dt><dd>{value}</dd></div>)}</dl> : null;
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
