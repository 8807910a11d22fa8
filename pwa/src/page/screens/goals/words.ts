import goals from "content/messages/en/goals.ftl?raw";
import { words } from "../../messages.ts";
import { saidOf } from "../../whose.ts";

export const t = saidOf(words(goals));
