import type { ComponentType } from "preact";
import type { ScreenProps } from "../../screens.ts";
import { me } from "../../state.ts";
import { Ahead } from "./Ahead.tsx";
import { Break } from "./Break.tsx";
import { Dates } from "./Dates.tsx";
import { Home } from "./Home.tsx";
import { LockScreen } from "./LockScreen.tsx";
import { Rounds } from "./Rounds.tsx";
import { Sent } from "./Sent.tsx";
import { Start } from "./Start.tsx";
import { Ways } from "./Ways.tsx";
import { When } from "./When.tsx";
import { wished } from "./wishes.ts";
import "../account/account.css";
import "./reminders.css";

const under: { [part: string]: ComponentType } = {
  "when": When, "break": Break, "lock-screen": LockScreen, "dates": Dates, "ahead": Ahead, "sent": Sent, "ways": Ways,
};

/** /more/reminders: what to remind somebody of, when and how; for those who work here, when work waits. */
export default function Reminders({ parts: [part = ""] }: ScreenProps) {
  if (me.value?.role !== "patient") return <Rounds />;
  if (part === "dates") return <Dates />;
  if (!wished.value) return <Start />;
  const Under = under[part];
  return Under ? <Under /> : <Home wishes={wished.value} />;
}
