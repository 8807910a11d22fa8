import { Choice } from "../../components/Choice.tsx";
import { Fold } from "../../components/Fold.tsx";
import { canBuzz, canSpeak } from "./device.ts";
import { type PlayerSettings, setSetting, settings } from "./settings.ts";
import { t } from "./words.ts";

interface OptionsProps {
  /** Counting by the clock makes sense only where there are repetitions. */
  counts: boolean;
  paced?: (paced: boolean) => void;
}

/** Sound, buzz and counting, each switched off or on and remembered on this phone. */
export function Options({ counts, paced }: OptionsProps) {
  const option = (name: keyof PlayerSettings) => (
    <Choice
      kind="checkbox"
      name={name}
      value="on"
      chosen={settings.value[name]}
      choose={(on) => {
        setSetting(name, on);
        if (name === "paced") paced?.(on);
      }}
    >
      {t(`exercise-${name}`)}
    </Choice>
  );
  return (
    <Fold words={t("exercise-options")}>
      <div class="choices stacked">
        {canSpeak() && option("speak")}
        {canBuzz() && option("buzz")}
        {counts && option("paced")}
      </div>
      {counts && <p class="hint">{t("exercise-paced-hint")}</p>}
    </Fold>
  );
}
