import { t as prioritisation } from "#app/i18n/de/prioritisation.ts";
import { t } from "#app/i18n/de/rounds.ts";
import type { Crumb } from "#app/ui/page.tsx";

export const ROUNDS = "/priorisierung/runden";
export const roundPath = (roundId: number): string => `${ROUNDS}/${roundId}`;

/** The way to a page of a round. */
export const roundCrumbs = (round: { readonly id: number; readonly title: string } | null): Crumb[] => [
  { to: "/priorisierung", label: prioritisation("ranking.title") },
  { to: ROUNDS, label: t("list.title") },
  ...(round === null ? [] : [{ to: roundPath(round.id), label: round.title }]),
];
