import type { ComponentChildren } from "preact";
import { offersSmaller } from "../../../shared/rules/goals.ts";
import { Notice } from "../../components/Notice.tsx";
import { t } from "./words.ts";

interface SmallerStepProps {
  /** how sure they are, from 0 to 10 */
  sure: number | null;
  /** the way to the step */
  children: ComponentChildren;
}

/** For an answer under 7 the offer to change the step, which may be passed over. */
export function SmallerStep({ sure, children }: SmallerStepProps) {
  return (
    <div role="status">
      {offersSmaller(sure) && (
        <Notice kind="warm">
          <p><strong>{t("goals-smaller")}</strong></p>
          <p>{t("goals-smaller-words")}</p>
          {children}
        </Notice>
      )}
    </div>
  );
}
