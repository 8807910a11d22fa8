/** What a worker wrote and the service would not take, field by field in words. Ids stand for nothing that can be read. */
import type { Waiting } from "../../../shared/desk/queue.ts";
import { locale } from "../../messages.ts";
import { dayWordsOf, momentOf, t } from "../support/words.ts";
import { VIEWS } from "./saved-rules.ts";
import { t as staff } from "./words.ts";

export interface Field {
  name: string;
  value: string;
}

/** Each field's own question, as it stands where it is asked. */
const QUESTIONS: { [field: string]: string } = {
  words: "sup-part-words", name: "sup-signpost-name", helped: "sup-helped", did_not_help: "sup-not-helped", method: "sup-how", minutes: "sup-minutes",
  topics: "sup-topics", others: "sup-others", outcome: "sup-close-how", meets: "sup-visit-meets", getting: "sup-visit-getting", wear: "sup-visit-wear",
  contact: "sup-tell-contact", adjustments: "sup-tell-adjustments", next_on: "sup-day-which", due_on: "sup-task-when", start: "sup-visit-when",
  place: "sup-travel-place", miles: "sup-travel-miles", time: "sup-travel-time",
};
/** Fields of a referral, and why something was suggested: by the name that `sup-detail` has for each. */
const DETAILS: { [field: string]: string } = { why: "reason", reason: "reason", referrer: "by", agreed: "agreed" };
/** What says which thing it is, and not what was written. */
const APART = ["kind", "side", "section", "at", "done", "source", "to", "none", "filter", "column", "up"];
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** What it is: "Phone call, 30 minutes", "Risks", "Add a task". */
export function whatOf({ path, body }: Pick<Waiting, "path" | "body">): string {
  const [kind, section] = [textOf(body, "kind") ?? "", textOf(body, "section")];
  if (section) return t("sup-part", { section });
  if (path.startsWith(`${VIEWS}/`)) return staff("views-title");
  if (path.startsWith("/api/tasks/")) return t(textOf(body, "words") ? "sup-task-add" : "sup-tasks");
  if (path.startsWith("/api/prescriptions/")) {
    const said = { kind, called: t("sup-somebody"), side: textOf(body, "side") ?? "worker", to: textOf(body, "to") ?? "person" };
    return path.includes("/steps/") ? capital(t("sup-happened", said)) : t("sup-suggest-kind", { kind });
  }
  return path.includes("/steps/") ? t("sup-step", { kind, method: textOf(body, "method") ?? "none", minutes: Number(textOf(body, "minutes") ?? 0) }) : t("sup-begin");
}

/** All that was written in it, in the order in which it was sent. */
export function fieldsOf({ path, body }: Pick<Waiting, "path" | "body">): Field[] {
  const flat = Object.entries(body).flatMap(([field, value]) => (["details", "view"].includes(field) ? Object.entries((value ?? {}) as object) : [[field, value]] as [string, unknown][]));
  return flat.flatMap(([field, value]) => {
    if (field === "none" && value === true) return [{ name: nameOf("words"), value: t("sup-none", { section: textOf(body, "section") ?? "" }) }];
    const said = APART.includes(field) ? "" : valueOf(field, value, path);
    return said ? [{ name: nameOf(field), value: said }] : [];
  });
}

const nameOf = (field: string): string =>
  DETAILS[field] ? t("sup-detail", { field: DETAILS[field] }) : t(QUESTIONS[field] ?? "sup-part-words", { called: t("sup-them") });

function valueOf(field: string, value: unknown, path: string): string {
  if (typeof value === "number") return field === "miles" ? t("sup-miles", { miles: value }) : String(value);
  if (Array.isArray(value)) return value.filter((each) => !ID.test(each)).map((topic: string) => t("sup-topic", { topic })).join(", ");
  if (typeof value !== "string" || ID.test(value) || field === "thing") return "";
  switch (field) {
    case "method": return t("sup-method", { method: value });
    case "outcome": return t(path.startsWith("/api/prescriptions/") ? "sup-ended" : "sup-outcome", { outcome: value });
    case "time": return t("sup-time", { time: value });
    case "agreed": return t("sup-agreed", { how: value });
    case "next_on": case "due_on": return dayWordsOf(value);
    case "start": return momentOf(value);
    default: return value;
  }
}

const capital = (words: string): string => words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);

const textOf = (body: object, field: string): string | undefined => (body as { [field: string]: string | undefined })[field];
