/** What comes with a push: the JSON of declarative web push, which some browsers show without any worker. */

export interface Notice {
  title: string;
  options: NotificationOptions & { actions?: { action: string; title: string }[] };
}

/** What a notification keeps for when it is tapped. */
export interface Kept {
  /** good for one answer of each kind; empty when there is none to give */
  token: string;
  /** the slots it tells of */
  keys: string[];
  /** a path of this app */
  to: string;
  /** what can be answered: some systems show no buttons for it, and then the app does */
  says: Says[];
}

/** That it is done, or should come again in an hour. */
export type Says = "done" | "later";

/** Said when a message cannot be read: something must always be shown. */
export interface Fallback {
  title: string;
  body: string;
}

interface Said {
  title: string; body: string; lang: string; dir: NotificationDirection; navigate: string; tag: string; silent: boolean;
  actions: { action: string; title: string }[];
  data: { token: string; keys: string[]; title_done: string; body_done: string };
}

/** The keys a message tells of; none when it cannot be read. */
export const keysIn = (text: string): string[] => keysOf(read(text));

/** The notification for a message, or the one that says that all of it is done already. */
export function noticeOf(text: string, { done, origin, fallback }: { done: boolean; origin: string; fallback: Fallback }): Notice {
  const said = read(text);
  const { title_done, body_done, token } = said.data ?? {};
  const already = done && Boolean(title_done);
  const says = already ? [] : actionsOf(said).map(({ action }) => action).filter(isAnswer);
  const data: Kept = { token: words(token), keys: keysOf(said), to: pathOf(said.navigate, origin), says };
  const title = (already ? title_done : words(said.title)) || fallback.title;
  const body = already ? words(body_done) : words(said.title) ? words(said.body) : fallback.body;
  return {
    title,
    options: {
      body, data, lang: words(said.lang) || "en-GB", dir: said.dir === "rtl" ? "rtl" : "ltr",
      icon: "/icon-192.png", badge: "/icon-192.png", silent: already || said.silent === true,
      ...(words(said.tag) && { tag: words(said.tag) }),
      ...(!already && { actions: actionsOf(said) }),
    },
  };
}

function read(text: string): Partial<Said> {
  try {
    const message = JSON.parse(text) as { notification?: Partial<Said> } & Partial<Said>;
    return message?.notification ?? message ?? {};
  } catch {
    return {};
  }
}

const isAnswer = (action: string): action is Says => action === "done" || action === "later";
const words = (said: unknown): string => (typeof said === "string" ? said : "");
const keysOf = ({ data }: Partial<Said>): string[] => (Array.isArray(data?.keys) ? data.keys.filter((key) => typeof key === "string") : []);
const actionsOf = ({ actions }: Partial<Said>) =>
  (Array.isArray(actions) ? actions : []).slice(0, 2).map(({ action, title }) => ({ action: words(action), title: words(title) }));

/** A path inside this app, whatever a message says. */
export function pathOf(address: unknown, origin: string): string {
  try {
    const url = new URL(words(address) || "/", origin);
    return url.origin === origin ? url.pathname + url.search : "/";
  } catch {
    return "/";
  }
}
