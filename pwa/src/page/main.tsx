import { render } from "preact";
import { Frame } from "./components/Frame.tsx";
import { keepMeasures } from "./measures.ts";
import { startRouter } from "./router.ts";
import { prefetchScreens } from "./screens.ts";
import { start } from "./start.ts";
import { me } from "./state.ts";
import { registerWorker } from "./update.ts";

startRouter();
const app = document.getElementById("app")!;
render(<Frame />, app);
keepMeasures(app);
await start();

const idle = window.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 500));
idle(() => {
  registerWorker().catch(() => undefined); // without one the app works as long as there is a connection
  if (me.value) prefetchScreens(me.value.role);
});
