import plan from "../../../../../content/messages/en/plan.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(plan);
