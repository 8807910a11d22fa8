import progress from "../../../../../content/messages/en/progress.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(progress);
