import { buildIfStale } from "./build.ts";

/** Once before the browser tests begin: two of them run at a time and must not build at the same time. */
export function setup(): void {
  buildIfStale();
}
