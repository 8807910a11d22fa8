import { Button } from "../../components/Button.tsx";
import { isWhole, shown } from "./code.ts";
import { t } from "./words.ts";

/** On an iPhone the Home Screen app has its own storage, so it comes first, and the code is typed in there. */
export function HomeSteps({ code, carryOn }: { code: string; carryOn: () => void }) {
  const known = isWhole(code);
  return (
    <>
      <h2>{t("join-home-title")}</h2>
      <p>{t("join-home-words")}</p>
      <ol>
        <li>{t("join-home-1")}</li>
        <li>{t("join-home-2")}</li>
        <li>
          {t(known ? "join-home-3" : "join-home-3-no-code")}
          {known && <strong class="code-shown">{shown(code)}</strong>}
        </li>
      </ol>
      <Button kind="quiet" wide press={carryOn}>
        {t("join-here")}
      </Button>
    </>
  );
}
