import { Button } from "../../components/Button.tsx";
import { offerUndo } from "../../undo.ts";
import { useDoing } from "./doing.tsx";
import type { Referral } from "./opening.ts";
import type { Here } from "./Support.tsx";
import { t } from "./words.ts";
import { inEpisode } from "./writing.ts";

/** Before the first conversation an attempt, which is counted; afterwards a note that somebody rang. One tap, and one to take it back. */
export function NobodyAnswered({ episode, called }: Here & { episode: Referral }) {
  const doing = useDoing();
  const before = episode.state === "received" || episode.state === "attempted";
  const press = () => doing.run(async () => {
    const words = t("sup-nobody-answered-note");
    const step = await inEpisode(episode.id, before ? { kind: "attempt", method: "phone" } : { kind: "note", method: "phone", words });
    offerUndo({
      words: before ? t("sup-attempt-kept", { count: episode.attempts + 1 }) : t("sup-note-kept", { called }),
      undo: () => inEpisode(episode.id, { kind: "undo", previous: step }),
    });
  });
  return (
    <>
      <Button kind="quiet" press={press}>{t("sup-nobody-answered")}</Button>
      <doing.Trouble />
    </>
  );
}
