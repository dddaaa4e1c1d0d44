import type { PlainDate } from "#app/domain/calendar/plain-date.ts";
import type { FrozenPlace } from "#app/domain/planning/timeline-entry.ts";
import type { Db } from "#db/client.server.ts";
import { remembered } from "#db/remembered.server.ts";
import { prepared } from "#db/statements.server.ts";

type Named = { readonly id: number; readonly name: string };

/** In their order, archived ones included where measures name them. */
export const loadTimelineGoals = remembered((db: Db): readonly Named[] => prepared(db, "SELECT id, title AS name FROM goal ORDER BY position, id").all() as Named[]);

/** The goals of each measure in the order of the goals. */
export const loadGoalsOf = remembered((db: Db): ReadonlyMap<number, readonly number[]> =>
  listsByFirst(prepared(db, "SELECT mg.measure_id, mg.goal_id FROM measure_goal AS mg JOIN goal AS g ON g.id = mg.goal_id ORDER BY g.position, g.id").raw().all() as Pair[]),
);

/** Programmes have no table of their own: each is named by the first window that names it. By name. */
export const loadTimelineProgrammes = remembered((db: Db): readonly Named[] =>
  prepared(db, "SELECT min(id) AS id, programme AS name FROM funding_window GROUP BY programme ORDER BY programme").all() as Named[],
);

/** The programmes of each measure: the one the plan counts on, then by name. */
export const loadProgrammesOf = remembered((db: Db): ReadonlyMap<number, readonly number[]> => {
  const rows = prepared(
    db,
    `WITH programme(id, name) AS (SELECT min(id), programme FROM funding_window GROUP BY programme)
    SELECT w.measure_id, p.id FROM funding_window AS w JOIN programme AS p ON p.name = w.programme LEFT JOIN measure_terms AS t ON t.measure_id = w.measure_id
    GROUP BY w.measure_id, p.id ORDER BY max(w.id IS t.funding_window_id) DESC, p.name`,
  ).raw();
  return listsByFirst(rows.all() as Pair[]);
});

export type TimelineSubmission = { readonly id: number; readonly snapshotId: number; readonly versionNumber: number; readonly committee: string; readonly meetingDate: PlainDate | null };

/** Versions that were submitted, by meeting; those without a date last. */
export const loadTimelineSubmissions = remembered(
  (db: Db): readonly TimelineSubmission[] =>
    prepared(
      db,
      `SELECT b.id, b.snapshot_id AS snapshotId, s.number AS versionNumber, b.committee, b.meeting_date AS meetingDate
      FROM submission AS b JOIN snapshot AS s ON s.id = b.snapshot_id ORDER BY b.meeting_date NULLS LAST, b.id`,
    ).all() as TimelineSubmission[],
);

/** Measures that have begun and were once resolved, by what the log says. */
export const loadOnceResolved = remembered(
  (db: Db): ReadonlySet<number> =>
    new Set(
      prepared(
        db,
        `SELECT m.id FROM measure AS m WHERE m.archived_at IS NULL AND m.status IN ('inProgress', 'implemented') AND EXISTS (
          SELECT 1 FROM audit_event WHERE entity = 'measure' AND entity_id = m.id AND (instr(before, @resolved) > 0 OR instr(after, @resolved) > 0))`,
      )
        .pluck()
        .all({ resolved: '"status":"resolved"' }) as number[],
    ),
);

export type FrozenVersion = { readonly id: number; readonly number: number; readonly title: string; readonly frozenAt: string };

/** The version frozen last, submitted or not. */
export const findLastVersion = remembered(
  (db: Db): FrozenVersion | null =>
    (prepared(db, "SELECT id, number, title, frozen_at AS frozenAt FROM snapshot ORDER BY number DESC LIMIT 1").get() as FrozenVersion | undefined) ?? null,
);

type Frozen = ReadonlyMap<number, FrozenPlace>;
/** A version never changes, and its text is the largest there is: it is read once. */
const frozenPlaces = new WeakMap<Db["$client"], Map<number, Frozen>>();
const MOST_VERSIONS = 50;

/** Where each measure of a frozen version stood. Empty where the text is no version this program knows. */
export function loadFrozenPlaces(db: Db, snapshotId: number): Frozen {
  const known = frozenPlaces.get(db.$client) ?? new Map<number, Frozen>();
  frozenPlaces.set(db.$client, known);
  const places = known.get(snapshotId) ?? readPlaces(db, snapshotId);
  if (known.size >= MOST_VERSIONS) known.clear();
  known.set(snapshotId, places);
  return places;
}

function readPlaces(db: Db, snapshotId: number): Frozen {
  const content = prepared(db, "SELECT content FROM snapshot WHERE id = ?").pluck().get(snapshotId) as string | undefined;
  // Checking the whole version takes ten times as long, and pages that show it do so.
  const { portfolio } = JSON.parse(content ?? "{}") as { portfolio?: { measures?: ReadonlyArray<FrozenPlace & { readonly id: number }> } };
  return new Map((portfolio?.measures ?? []).map(({ id, startQuarter, endQuarter }) => [id, { startQuarter, endQuarter }]));
}

type Pair = readonly [number, number];

function listsByFirst(pairs: readonly Pair[]): Map<number, number[]> {
  const lists = new Map<number, number[]>();
  for (const [first, second] of pairs) {
    const list = lists.get(first);
    if (list) list.push(second);
    else lists.set(first, [second]);
  }
  return lists;
}
