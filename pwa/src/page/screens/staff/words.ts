import staff from "../../../../../content/messages/en/staff.ftl?raw";
import { words } from "../../messages.ts";

export const t = words(staff);
