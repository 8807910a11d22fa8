import inbox from "content/messages/en/inbox.ftl?raw";
import { words } from "../../../messages.ts";

export const t = words(inbox);

export const home = { to: "/organisation/inbox", words: t("inbox-title") };
