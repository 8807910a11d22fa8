import lock from "content/messages/en/lock.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(lock);
