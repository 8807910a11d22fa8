import { render } from "preact";
import { Frame } from "./components/Frame.tsx";
import { keepMeasures } from "./measures.ts";
import { startRouter } from "./router.ts";
import { quietMoment } from "./quiet.ts";
import { prefetchScreens } from "./screens.ts";
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
  await quietMoment();
  registerWorker().catch(() => undefined); // without one the app works as long as there is a connection
  if (me.value) await prefetchScreens(me.value.role);
}

void open();
