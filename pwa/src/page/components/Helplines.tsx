import { useService } from "../service.ts";
import { words } from "../messages.ts";
import more from "content/messages/en/more.ftl?raw";

const t = words(more);

/** The numbers that the service chose for its people. Kept on the phone, so they are there without signal. */
export function Helplines() {
  const lines = useService()?.helplines ?? [];
  if (!lines.length) return null;
  return (
    <section>
      <h2>{t("helplines")}</h2>
      <ul class="rows">
        {lines.map(({ name, phone, words: said, url }) => (
          <li key={name} class="row">
            <span class="grow">
              <span class="what">{name}</span>
              {said && <span class="detail">{said}</span>}
              <span class="buttons">
                {phone && <a class="button quiet" href={`tel:${phone.replaceAll(" ", "")}`}>{t("helpline-call", { phone })}</a>}
                {url && <a class="button plain" href={url} rel="noreferrer">{t("helpline-visit", { name })}</a>}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
