import { Page } from "../../components/Page.tsx";
import { Failed, Loading } from "../../components/States.tsx";
import type { ScreenProps } from "../../screens.ts";
import { Choose } from "./Choose.tsx";
import { Ending } from "./Ending.tsx";
import { Home } from "./Home.tsx";
import { runningOn } from "./own.ts";
import { OwnRunner } from "./OwnRunner.tsx";
import { useCheckInPacks } from "./packs.ts";
import { Results } from "./Results.tsx";
import { Start } from "./Start.tsx";
import { t } from "./words.ts";
import "./checkin.css";

/**
 * /check-in: where somebody stands on their pathway. /check-in/choose[/<pathway>]: choosing and starting one.
 * /check-in/end: ending it. /check-in/results: what has changed. /check-in/<pathway>/<contact>[/…]: one check-in.
 */
export default function CheckIn({ parts: [place, ...rest] }: ScreenProps) {
  const packs = useCheckInPacks();
  if (packs === undefined) return <Loading />;
  if (packs === null) return <Page title={t("checkin-title")}><Failed words={t("checkin-not-here")} /></Page>;
  const running = runningOn(packs.pathways);
  if (place === "choose" && rest[0] && packs.pathways[rest[0]]) return <Start pathway={packs.pathways[rest[0]]!} packs={packs} running={running[0]} />;
  if (place === "choose") return <Choose packs={packs} running={running[0]} />;
  if (place === "results") return <Results packs={packs} contact={rest[0]} />;
  const enrolled = running.find(({ body }) => body.pathway === place);
  if (enrolled && rest[0]) return <OwnRunner packs={packs} enrolled={enrolled} contact={rest[0]} parts={rest.slice(1)} />;
  if (place === "end" && running[0]) return <Ending packs={packs} enrolled={running[0]} />;
  return <Home packs={packs} running={running} />;
}
