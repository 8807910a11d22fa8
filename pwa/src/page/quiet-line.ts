/** What the line about sending says. Pure: the words are ids of `app.ftl`, each with the number of entries it speaks of. */

interface Standing {
  waiting: number;
  refused: number;
  unreadable: number;
  trouble: "signed-in-as-another" | "sign-in-again" | "storage-trouble" | null;
}

export type Line = [id: string, count: number];

const WHERE = { "signed-in-as-another": "/join", "sign-in-again": "/join", "storage-trouble": "/more/phone" };

/** Whatever else is wrong, every entry that is on this phone only is counted; null when there is nothing to say. */
export function linesOf({ waiting, refused, unreadable, trouble }: Standing): { to: string; lines: Line[] } | null {
  const lines: Line[] = trouble ? [[trouble, waiting]] : waiting ? [["unsent", waiting]] : [];
  if (refused) lines.push(["refused", refused]);
  if (unreadable) lines.push(["unreadable", unreadable]);
  return lines.length ? { to: trouble ? WHERE[trouble] : "/more/sending", lines } : null;
}
