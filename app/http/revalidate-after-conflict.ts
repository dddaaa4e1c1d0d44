import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * For forms that show what is stored beside what was typed: after a conflict the page's data is read anew, which Remix
 * leaves out when an action was refused. Otherwise the page would show what was stored when it was opened, and a second
 * save would be refused like the first.
 */
export const revalidateAfterConflict: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) => actionStatus === 409 || defaultShouldRevalidate;
