import reports from "content/messages/en/reports.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(reports);
