import type { Db } from "#db/client.server.ts";
import type { CurrentUser, ServiceContext } from "./service-context.server.ts";
import { noteWriteBeside } from "./writes-beside.server.ts";

/** A thread for each, one piece of work after the other: whoever waits for a long list does not hold up the pages of the plan. */
export const lanes = ["planning", "lists"] as const;
export type Lane = (typeof lanes)[number];
/** Work of a service, as plain data that can be handed to a thread. */
export type BesideWork = { readonly lane: Lane; readonly name: string; readonly user: CurrentUser; readonly args: readonly unknown[] };
/** Does the work somewhere with a connection of its own; rejects when it was lost on the way, and then nothing is written. */
export type BesideRunner = (work: BesideWork) => Promise<unknown>;

type Terms<Args extends readonly unknown[]> = {
  readonly lane: Lane;
  /** Of the service; the thread finds it by this. */
  readonly name: string;
  /** Less than that is done sooner here than it is handed over. */
  readonly isLarge: (db: Db, args: Args) => boolean;
  readonly isWrite?: boolean;
};

const services = new Map<string, (service: ServiceContext, args: readonly unknown[]) => unknown>();
const runners = new WeakMap<Db, BesideRunner>();

/** From now on large work is done there; without this, in the thread of the caller. */
export function workBesideBy(db: Db, runner: BesideRunner): void {
  runners.set(db, runner);
}

/** The same service, which does not hold up anybody else where there is much to do. Arguments and answer are plain data. */
export function beside<Args extends readonly unknown[], Answer>({ lane, name, isLarge, isWrite = false }: Terms<NoInfer<Args>>, service: (context: ServiceContext, ...args: Args) => Answer | Promise<Answer>): (context: ServiceContext, ...args: Args) => Promise<Answer> {
  // Only the function returned below hands work over under this name.
  services.set(name, (context, args) => service(context, ...(args as Args)));
  return async (context, ...args) => {
    const { db, user } = context;
    const runner = runners.get(db);
    if (runner === undefined || !isLarge(db, args)) return service(context, ...args);
    const answer = runner({ lane, name, user, args });
    if (isWrite) noteWriteBeside(db, answer);
    return (await answer) as Answer;
  };
}

/** What runs inside the thread. */
export function performBeside(context: ServiceContext, name: string, args: readonly unknown[]): unknown {
  const service = services.get(name);
  if (service === undefined) throw new Error(`there is no work called ${name}`);
  return service(context, args);
}
