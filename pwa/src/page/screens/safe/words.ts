import safe from "content/messages/en/safe.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(safe);
