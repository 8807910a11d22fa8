import type { HelpNumber } from "../../../shared/content/safety-types.ts";
import { Icon } from "../../components/Icon.tsx";
import { t } from "./words.ts";

interface NumbersProps {
  of: readonly HelpNumber[];
  /** a number was pressed, whoever answers */
  called?: () => unknown;
}

/** Numbers to call or text: each is a link that the phone's own dialler or messages open. */
export function Numbers({ of, called }: NumbersProps) {
  return (
    <ul class="rows help-numbers">
      {of.map((number) => (
        <li key={number.slug}>
          <One number={number} called={called} />
        </li>
      ))}
    </ul>
  );
}

const SCHEMES = { call: "tel", text: "sms" };

function One({ number: { number, way, name, words }, called }: { number: HelpNumber; called?: () => unknown }) {
  if (!number || way === "other") return <div class="row"><Said what={name} detail={words} /></div>;
  return (
    <a class="row" href={`${SCHEMES[way]}:${number.replaceAll(" ", "")}`} onClick={() => void called?.()}>
      <Icon name="phone" />
      <Said what={t(`safe-${way}`, { number })} detail={`${name}. ${words}`} />
    </a>
  );
}

function Said({ what, detail }: { what: string; detail: string }) {
  return (
    <span class="grow">
      <span class="what">{what}</span>
      <span class="detail">{detail}</span>
    </span>
  );
}

/** While the cards are not on this phone: the numbers that everybody needs, in the words of the app itself. */
export function BasicNumbers() {
  return (
    <div class="waiting">
      <ul class="rows help-numbers">
        {([["999", "emergency"], ["111", "urgent"], ["116 123", "listening"]] as const).map(([number, what]) => (
          <li key={number}>
            <a class="row" href={`tel:${number.replaceAll(" ", "")}`}>
              <Icon name="phone" />
              <Said what={t("safe-call", { number })} detail={t(`safe-basic-${what}`)} />
            </a>
          </li>
        ))}
      </ul>
      <p class="soft">{t("safe-not-here")}</p>
    </div>
  );
}
