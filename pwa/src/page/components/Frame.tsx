import { announced } from "../announce.ts";
import { t } from "../messages.ts";
import { asked } from "../reminders/asked.ts";
import { path } from "../router.ts";
import { placesOf, type Role } from "../screens.ts";
import { me, serviceName } from "../state.ts";
import { Connection } from "./Connection.tsx";
import { Icon } from "./Icon.tsx";
import { Opening } from "./Opening.tsx";
import { UndoBar } from "./UndoBar.tsx";
import { UpdateBar } from "./UpdateBar.tsx";

/** What stays while screens change: the service's name, the line about sending, the navigation. */
export function Frame() {
  const Asked = asked.value;
  return (
    <div class="frame">
      <a class="skip" href="#main">
        {t("skip")}
      </a>
      <header class="header">
        <p class="name">
          <Mark />
          {serviceName.value}
        </p>
        <a class="help" href="/safe">{t("get-help")}</a>
        <Connection />
      </header>
      <UpdateBar />
      <main class="screen" id="main" tabIndex={-1}>
        <UndoBar />
        {Asked && <Asked />}
        <Opening />
      </main>
      {me.value && <Navigation role={me.value.role} />}
      <p class="heard" role="status">
        {announced.value}
      </p>
    </div>
  );
}

function Navigation({ role }: { role: Role }) {
  const first = `/${path.value.split("/")[1]}`;
  return (
    <nav class="nav" aria-label={t("navigation")}>
      <ul>
        {placesOf(role).map(({ to, words, icon, over = [] }) => (
          <li key={to}>
            <a href={to} aria-current={first === to ? "page" : over.includes(first) ? "true" : undefined}>
              <Icon name={icon} />
              {t(words)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Two parts that meet: the app's own mark, in the service's colours. */
function Mark() {
  return (
    <svg class="mark-of-app" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M8 5v5a8 8 0 0 0 8 8" />
      <path class="other" d="M24 27v-5a8 8 0 0 0-8-8" />
    </svg>
  );
}
