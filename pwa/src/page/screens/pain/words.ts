import pain from "content/messages/en/pain.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(pain);
