import publish from "content/messages/en/publish.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(publish);

export const home = { to: "/organisation", words: t("publish-title") };
