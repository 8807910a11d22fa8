import { render } from "preact";
import { localTime, phoneClock } from "../shared/dates.ts";
import { Frame } from "./components/Frame.tsx";
import { keepMeasures } from "./measures.ts";
import { startRouter } from "./router.ts";
import { quietMoment } from "./quiet.ts";
import { prefetchScreens } from "./screens.ts";
import { firstSent } from "./sending.ts";
import { start } from "./start.ts";
import { me } from "./state.ts";
import { registerWorker } from "./update.ts";

/** Not awaited at the top level: the screens' own files wait for this one to be done. */
async function open(): Promise<void> {
  const app = document.getElementById("app")!;
  startRouter();
  render(<Frame />, app);
  keepMeasures(app);
  await start();
  void quietMoment().then(() => import("./reminders/start.ts")).then(({ startReminders }) => startReminders(), () => undefined);
  await firstSent();
  await quietMoment();
  registerWorker().catch(() => undefined); // without one the app works as long as there is a connection
  if (me.value) await prefetchScreens(me.value.role);
}

/** The first date and number said by `Intl` take a slow phone 100 ms: better while somebody reads than when they save. */
async function wakeIntl(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 10_000));
  await quietMoment();
  localTime(new Date(), phoneClock.zone());
}

void open();
void wakeIntl();
