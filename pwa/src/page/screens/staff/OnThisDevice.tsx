import { Notice } from "../../components/Notice.tsx";
import { isStaff } from "../../roles.ts";
import { placesOf } from "../../screens.ts";
import { me } from "../../state.ts";
import { t } from "./sign-in-words.ts";

/** Somebody is signed in here already. A diary that is on this device stays until its owner takes it off. */
export function OnThisDevice({ invited }: { invited: boolean }) {
  const { role, called } = me.value!;
  const name = called ?? t("sign-in-somebody");
  if (!isStaff(role)) {
    return (
      <Notice kind="warm" title={t("sign-in-diary-here", { called: name })}>
        <p>{t("sign-in-diary-words")}</p>
        <div class="buttons">
          <a class="button quiet" href="/more/sign-out">{t("sign-in-leave", { called: name })}</a>
          <a class="button plain" href="/">{t("sign-in-back")}</a>
        </div>
      </Notice>
    );
  }
  return (
    <Notice title={t("sign-in-here", { called: name })}>
      {invited && <p>{t("sign-in-here-invited", { called: name })}</p>}
      <a class="button quiet" href={placesOf(role)[0]!.to}>{t("sign-in-go-on", { called: name })}</a>
    </Notice>
  );
}
