import helping from "content/messages/en/helping.ftl?raw";
import type { Helped } from "../../../shared/store/others.ts";
import { words } from "../../messages.ts";

export const t = words(helping);

export const calledOf = ({ called }: Pick<Helped, "called">): string => called ?? t("helping-somebody");
