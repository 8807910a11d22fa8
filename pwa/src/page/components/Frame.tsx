import { announced } from "../announce.ts";
import { t } from "../messages.ts";
import { path } from "../router.ts";
import { navigation } from "../screens.ts";
import { me, serviceName } from "../state.ts";
import { Connection } from "./Connection.tsx";
import { Icon } from "./Icon.tsx";
import { Opening } from "./Opening.tsx";
import { UndoBar } from "./UndoBar.tsx";
import { UpdateBar } from "./UpdateBar.tsx";

/** What stays while screens change: the service's name, the line about sending, the navigation. */
export function Frame() {
  return (
    <div class="frame">
      <a class="skip" href="#main">
        {t("skip")}
      </a>
      <header class="header">
        <p class="name">{serviceName.value}</p>
        <Connection />
      </header>
      <UpdateBar />
      <main class="screen" id="main" tabIndex={-1}>
        <UndoBar />
        <Opening />
      </main>
      {me.value && <Navigation role={me.value.role} />}
      <p class="heard" role="status">
        {announced.value}
      </p>
    </div>
  );
}

function Navigation({ role }: { role: "patient" | "advisor" }) {
  const here = (to: string) => (to === "/" ? path.value === "/" : path.value.startsWith(to));
  return (
    <nav class="nav" aria-label={t("navigation")}>
      <ul>
        {navigation[role].map(({ to, words, icon }) => (
          <li key={to}>
            <a href={to} aria-current={here(to) ? "page" : undefined}>
              <Icon name={icon} />
              {t(words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
