import type { Tx } from "#db/client.server.ts";
import { auditEvent } from "#db/schema/index.ts";
import type { FieldKey, GoalKey, GroupKey, TeamKey, UnitKey, UserKey } from "./musterstadt/shape.ts";

type AuditFields = Readonly<Record<string, unknown>>;
type Event = { at: string; userId: number | null; action: string; entity: string; entityId: number; before: AuditFields | null; after: AuditFields | null };

/** Row numbers by key, filled as the rows come into being. A key that was never inserted is a defect of the data and throws. */
export class Ids<K extends string> {
  private readonly ids = new Map<K, number>();
  constructor(private readonly kind: string) {}
  set(key: K, id: number): number {
    if (this.ids.has(key)) throw new Error(`${this.kind} ${key} exists twice`);
    this.ids.set(key, id);
    return id;
  }
  get(key: K): number {
    const id = this.ids.get(key);
    if (id === undefined) throw new Error(`there is no ${this.kind} ${key}`);
    return id;
  }
}

export type SeedContext = {
  readonly tx: Tx;
  /** The instant so many days before the load; the minute sets events of one day in order. */
  readonly daysAgo: (days: number, minute?: number) => string;
  readonly audit: (event: Event) => void;
  /** Writes the collected events in the order of time, since the log is read by its numbers. */
  readonly flushAudit: () => void;
  readonly units: Ids<UnitKey>;
  readonly fields: Ids<FieldKey>;
  readonly goals: Ids<GoalKey>;
  readonly teams: Ids<TeamKey>;
  readonly groups: Ids<GroupKey>;
  readonly users: Ids<UserKey>;
  readonly measures: Ids<string>;
  readonly criterionIds: number[];
};

const DAY = 86_400_000;

export function seedContext(tx: Tx, now: string): SeedContext {
  const events: Event[] = [];
  return {
    tx,
    daysAgo: (days, minute = 0) => new Date(Date.parse(now) - days * DAY + minute * 60_000).toISOString(),
    audit: (event) => void events.push(event),
    flushAudit: () => {
      const ordered = events.map((event, order) => ({ event, order })).sort((a, b) => (a.event.at === b.event.at ? a.order - b.order : a.event.at < b.event.at ? -1 : 1));
      for (const { event } of ordered) {
        const json = (fields: AuditFields | null) => (fields === null ? null : JSON.stringify(fields));
        tx.insert(auditEvent).values({ ...event, before: json(event.before), after: json(event.after) }).run();
      }
      events.length = 0;
    },
    units: new Ids("unit"),
    fields: new Ids("action field"),
    goals: new Ids("goal"),
    teams: new Ids("team"),
    groups: new Ids("rater group"),
    users: new Ids("user"),
    measures: new Ids("measure"),
    criterionIds: [],
  };
}
