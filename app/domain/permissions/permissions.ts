/**
 * The one permission matrix, used by the server to decide and by the interface to show.
 * Pure: who may do what to which resource, and nothing about how they logged in.
 */
export const roles = ["digitalOfficer", "contributor", "reviewer", "viewer", "admin"] as const;
export type Role = (typeof roles)[number];

export const actions = [
  /** The living working plan: list, detail, timeline, resources, ranking. Reviewers read frozen versions instead. */
  "plan:read",
  "measure:create",
  "measure:edit",
  "measure:archive",
  "measure:bulkEdit",
  "measure:import",
  "plan:edit",
  "rating:write",
  "criteria:edit",
  /** Open, close and adopt prioritisation rounds, and give places by hand. */
  "round:manage",
  /** Draw up, open and close advisory ballots. */
  "ballot:manage",
  /** Vote in a ballot one belongs to, and see its result. */
  "ballot:vote",
  "comparison:read",
  "comparison:edit",
  "resources:edit",
  /** Run the planner, keep scenarios, take a plan over and undo that. */
  "planner:run",
  "amendment:read",
  "amendment:edit",
  "strategy:edit",
  "version:read",
  "version:freeze",
  "version:submit",
  "comment:write",
  "comment:answer",
  "report:export",
  "history:read",
  "organisation:edit",
  "settings:edit",
  "user:manage",
] as const;
export type Action = (typeof actions)[number];

/** Who acts. `orgUnitIds` are the acting user's own unit and every unit below it. */
export type Actor = { readonly id: number; readonly role: Role; readonly orgUnitIds: readonly number[] };

/** What is acted on, as far as the decision needs it. A measure without a lead unit belongs to nobody's own unit. */
export type Resource = { readonly leadUnitId: number | null };

/** "own": only where the resource's lead unit is among the actor's own units. */
type Grant = "always" | "own";

const MATRIX: Readonly<Record<Role, Readonly<Partial<Record<Action, Grant>>>>> = {
  digitalOfficer: {
    "plan:read": "always",
    "measure:create": "always",
    "measure:edit": "always",
    "measure:archive": "always",
    "measure:bulkEdit": "always",
    "measure:import": "always",
    "plan:edit": "always",
    "rating:write": "always",
    "criteria:edit": "always",
    "round:manage": "always",
    "ballot:manage": "always",
    "comparison:read": "always",
    "comparison:edit": "always",
    "resources:edit": "always",
    "planner:run": "always",
    "amendment:read": "always",
    "amendment:edit": "always",
    "strategy:edit": "always",
    "version:read": "always",
    "version:freeze": "always",
    "version:submit": "always",
    "comment:write": "always",
    "comment:answer": "always",
    "report:export": "always",
    "history:read": "always",
    "organisation:edit": "always",
  },
  contributor: {
    "plan:read": "always",
    "measure:create": "own",
    "measure:edit": "own",
    "plan:edit": "own",
    "rating:write": "always",
    "amendment:read": "always",
    "comparison:read": "always",
    "version:read": "always",
    "history:read": "always",
    "report:export": "always",
  },
  reviewer: {
    "rating:write": "always",
    "ballot:vote": "always",
    "amendment:read": "always",
    "comparison:read": "always",
    "version:read": "always",
    "comment:write": "always",
    "report:export": "always",
  },
  viewer: {
    "plan:read": "always",
    "amendment:read": "always",
    "comparison:read": "always",
    "version:read": "always",
    "report:export": "always",
    "history:read": "always",
  },
  admin: {
    "plan:read": "always",
    "version:read": "always",
    "history:read": "always",
    "organisation:edit": "always",
    "settings:edit": "always",
    "user:manage": "always",
  },
};

/**
 * May `actor` do `action`?
 * Without a resource the question is "to at least something", which is what a menu or a list asks;
 * a write always names its resource.
 */
export function can(actor: Actor, action: Action, resource?: Resource): boolean {
  const grant = MATRIX[actor.role][action];
  if (grant === undefined) return false;
  if (grant === "always") return true;
  if (resource === undefined) return actor.orgUnitIds.length > 0;
  return resource.leadUnitId !== null && actor.orgUnitIds.includes(resource.leadUnitId);
}

declare const authorisedBy: unique symbol;
/** A resource whose permission was checked; only {@link authorise} makes one, so unchecked rows cannot be written. */
export type Authorised<R> = R & { readonly [authorisedBy]: true };

/** Null when the actor may not. */
export const authorise = <R extends Resource>(actor: Actor, action: Action, resource: R): Authorised<R> | null =>
  can(actor, action, resource) ? (resource as Authorised<R>) : null;
