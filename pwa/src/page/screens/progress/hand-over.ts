/** How long the browser is given to fetch what it was handed before the memory is freed. */
const KEEP_MS = 60_000;

/** Gives the person a file made here. The text never leaves the phone unless they send it. */
export function handOver(name: string, type: string, text: BlobPart): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS);
}
