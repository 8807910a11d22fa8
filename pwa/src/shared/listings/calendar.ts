/** A date of a listing for the phone's own calendar (iCalendar, RFC 5545), made on the phone. */

export interface Event {
  uid: string;
  start: Date;
  end: Date | null;
  name: string;
  place: string | null;
  words: string;
  url: string;
}

/** Octets of a line before it has to be folded. */
const LONGEST = 75;
const encoder = new TextEncoder();

export function calendarOf({ uid, start, end, name, place, words, url }: Event, now: Date): string {
  const lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jointly//What is on//EN", "BEGIN:VEVENT",
    `UID:${text(uid)}`, `DTSTAMP:${instant(now)}`, `DTSTART:${instant(start)}`,
    ...(end ? [`DTEND:${instant(end)}`] : []),
    `SUMMARY:${text(name)}`,
    ...(place ? [`LOCATION:${text(place)}`] : []),
    ...(words ? [`DESCRIPTION:${text(words)}`] : []),
    `URL:${url}`, "END:VEVENT", "END:VCALENDAR",
  ];
  return lines.map(folded).join("\r\n") + "\r\n";
}

const instant = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;

/** What could end a line or a value is made harmless. */
const text = (said: string): string =>
  said.replaceAll("\\", "\\\\").replaceAll(";", "\\;").replaceAll(",", "\\,").replaceAll(/\r\n|\n|\r/g, "\\n").replaceAll(/[\u0000-\u001f\u007f]/g, " ");

/** Broken between letters, never inside one. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, size] = ["", 0];
  for (const letter of line) {
    const more = encoder.encode(letter).length;
    if (size + more > LONGEST) {
      parts.push(part);
      [part, size] = ["", 1]; // the space that begins a line counts too
    }
    part += letter;
    size += more;
  }
  return [...parts, part].join("\r\n ");
}
