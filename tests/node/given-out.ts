/**
 * What the standards' own tools say of what we give out: node given-out.ts asked.json told.json. No network: the terms
 * of OpenActive lie in the folder `cache`, as the validator itself would keep them.
 */
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";

interface Page { url: string; json: { items: unknown[] }; contentType: string; cacheControl: string; status: number }
interface Found { severity: string; type: string; path?: string; message?: string }
interface Asked { cache: string; items: unknown[]; site: string; catalogue?: unknown; feeds: Page[][]; calendars: string[]; until: string }

const require = createRequire(import.meta.url);
const [, , from, to] = process.argv;
const asked = JSON.parse(readFileSync(from!, "utf8")) as Asked;
writeFileSync(to!, JSON.stringify({
  items: await all(asked.items, "RPDEFeed"),
  site: await site(asked.site),
  catalogue: asked.catalogue ? (await all([asked.catalogue], "DataCatalog"))[0] : [],
  feeds: asked.feeds.map(feed),
  starts: asked.calendars.map(starts),
}));

async function all(items: unknown[], validationMode: string): Promise<string[][]> {
  if (items.length === 0) return [];
  const { validate } = require("@openactive/data-model-validator");
  const options = { loadRemoteJson: true, remoteJsonCachePath: asked.cache, remoteJsonCacheTimeToLive: 1e9, validationMode };
  const found: string[][] = [];
  for (const item of items) found.push(failures(await validate(item, options) as Found[]));
  return found;
}

function failures(found: Found[]): string[] {
  return found.filter(({ severity }) => severity === "failure").map(({ type, path, message }) => `${type} ${path ?? ""}: ${message ?? ""}`);
}

async function site(html: string): Promise<{ read: unknown; failures: string[] }> {
  if (!html) return { read: null, failures: [] };
  const { extractJSONLDfromHTML } = require("@openactive/dataset-utils");
  const read = extractJSONLDfromHTML("https://listings.msk-leeds.org.uk/open/openactive", html) as unknown;
  return { read, failures: (await all([read], "DatasetSite"))[0]! };
}

function feed(pages: Page[]): string[] {
  const { FeedPageChecker } = require("@openactive/rpde-validator");
  const checker = new FeedPageChecker();
  return pages.flatMap((page, pageIndex) =>
    (checker.validateRpdePage({ ...page, pageIndex, isInitialHarvestComplete: false, isOrdersFeed: false }) as Found[])
      .map((found) => JSON.stringify(found)));
}

/** Every start that goes ahead until then, in UTC: overrides count for the events of their own UID alone. */
function starts(calendar: string): string[] {
  const ICAL = require("ical.js").default ?? require("ical.js");
  ICAL.TimezoneService.reset();
  const root = new ICAL.Component(ICAL.parse(calendar));
  for (const zone of root.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const events = root.getAllSubcomponents("vevent") as any[];
  const uid = (event: any) => event.getFirstPropertyValue("uid");
  const found: string[] = [];
  for (const main of events.filter((event) => !event.hasProperty("recurrence-id"))) {
    const exceptions = events.filter((event) => event.hasProperty("recurrence-id") && uid(event) === uid(main));
    const event = new ICAL.Event(main, { strictExceptions: true, exceptions });
    const end = ICAL.Time.fromDateTimeString(asked.until);
    const steps = event.iterator();
    for (let next = steps.next(), count = 0; next && next.compare(end) < 0 && count < 1000; next = steps.next(), count++) {
      const { item, startDate } = event.getOccurrenceDetails(next);
      if (item.component.getFirstPropertyValue("status") !== "CANCELLED") found.push(startDate.toJSDate().toISOString());
    }
  }
  return found.sort();
}
