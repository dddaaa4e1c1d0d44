import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, plainDate, type PlainDate } from "#app/domain/calendar/plain-date.ts";
import { addQuarters, firstDayOf, lastDayOf, quarterOf } from "#app/domain/calendar/quarter.ts";
import { noFilter } from "#app/domain/measures/list-filter.ts";
import { defaultTimelineView } from "#app/domain/planning/timeline-view.ts";
import { showTimeline, type ShownTimeline } from "#app/services/planning/show-timeline.server.ts";
import type { CurrentUser } from "#app/services/service-context.server.ts";
import { migrateDatabase, openDatabase } from "#db/client.server.ts";
import { generatePortfolio } from "#db/seed/generate.ts";
import { generatedUsers } from "#db/seed/generated-foundation.ts";
import { storeGeneratedHistory } from "#db/seed/store-generated-history.server.ts";
import { storePortfolio } from "#db/seed/store-portfolio.server.ts";

const SEED = 1;
export const TODAY: PlainDate = plainDate("2027-05-10");

const officer: CurrentUser = {
  id: 1,
  role: "digitalOfficer",
  name: "",
  email: "",
  orgUnitId: null,
  orgUnitIds: [],
  raterGroupId: null,
  parliamentaryGroup: null,
  mustChangePassword: false,
};

/** The generated plan with every measure in it, as the page's loader gives it to the digital officer. */
export function generatedTimeline(count: number): ShownTimeline {
  const folder = mkdtempSync(join(tmpdir(), "digitalfahrplan-bench-"));
  const db = openDatabase(join(folder, "timeline.sqlite"));
  try {
    migrateDatabase(db);
    const portfolio = generatePortfolio({ count, seed: SEED });
    storePortfolio(db, portfolio, generatedUsers(""));
    storeGeneratedHistory(db, portfolio, SEED);
    const clock = { now: () => `${TODAY}T08:00:00.000Z`, today: () => TODAY };
    const shown = showTimeline({ db, clock, user: officer }, { ...defaultTimelineView, filter: noFilter });
    if (!shown.ok) throw new Error("the officer may not see the timeline");
    return shown.value;
  } finally {
    db.$client.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same for a chart that knows groups, bars and links: what has no end, or no date, is given what our own picture shows there. */
export type PlainPlan = {
  readonly lanes: ReadonlyArray<{ readonly id: number; readonly name: string }>;
  readonly bars: ReadonlyArray<{ readonly id: number; readonly title: string; readonly start: PlainDate; readonly end: PlainDate; readonly progress: number; readonly lane: number }>;
  readonly links: ReadonlyArray<{ readonly id: number; readonly from: number; readonly to: number }>;
  readonly span: { readonly first: PlainDate; readonly last: PlainDate };
};

const NO_LANE = 0;

export function plainPlan({ measures, undated, dependencies, lanes, years }: ShownTimeline): PlainPlan {
  const now = quarterOf(TODAY);
  const last = plainDate(`${years.lastYear + 1}-01-01`);
  const bars = [...measures, ...undated].map(({ id, title, startQuarter, endQuarter, permanentTask, progressPercent, laneId }) => {
    const first = startQuarter ?? endQuarter ?? now;
    const runsOn = permanentTask && endQuarter === null && startQuarter !== null;
    const end = endQuarter ?? startQuarter ?? addQuarters(now, 1);
    return { id, title, start: firstDayOf(first), end: runsOn ? last : addDays(lastDayOf(end), 1), progress: (progressPercent ?? 0) / 100, lane: laneId ?? NO_LANE };
  });
  const drawn = new Set(bars.map(({ id }) => id));
  const used = new Set(bars.map(({ lane }) => lane));
  return {
    lanes: [...lanes, { id: NO_LANE, name: "ohne Handlungsfeld" }].filter(({ id }) => used.has(id)),
    bars: bars.sort((a, b) => a.lane - b.lane || (a.start < b.start ? -1 : a.start > b.start ? 1 : a.id - b.id)),
    links: dependencies.filter(({ predecessorId, successorId }) => drawn.has(predecessorId) && drawn.has(successorId)).map(({ id, predecessorId, successorId }) => ({ id, from: predecessorId, to: successorId })),
    span: { first: plainDate(`${years.firstYear}-01-01`), last },
  };
}
