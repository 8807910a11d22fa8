/** Comma-separated text that opens rightly and safely in a spreadsheet. */

export type Cell = string | number | boolean | null;

/** Excel takes a file without this mark for the machine's old code page and spoils every accent. */
const BYTE_ORDER_MARK = "\uFEFF";
/** A cell that starts like this would be run as a formula (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows to one CSV text: RFC 4180 quoting and line ends, UTF-8 with a byte order mark. */
export function csv(rows: Cell[][]): string {
  return BYTE_ORDER_MARK + rows.map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/** Numbers are ours and stay as they are; words may be anybody's. */
function cell(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
