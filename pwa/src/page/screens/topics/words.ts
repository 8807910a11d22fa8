import topics from "content/messages/en/topics.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(topics);
