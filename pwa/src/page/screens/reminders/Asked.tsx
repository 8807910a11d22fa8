import type { ComponentType } from "preact";
import type { Says } from "../../../shared/reminders/message.ts";
import { announce } from "../../announce.ts";
import { Notice } from "../../components/Notice.tsx";
import { Answering } from "./Answering.tsx";
import { t } from "./words.ts";
import "./reminders.css";

/** What stands above the screen that a tapped reminder opened: phones without buttons on notifications have them here. */
export function askOf(token: string, keys: readonly string[], says: readonly Says[]): ComponentType {
  announce(t("remind-asked"));
  return () => (
    <Notice>
      <p>{t("remind-asked")}</p>
      <Answering token={token} keys={keys} says={says} />
    </Notice>
  );
}
