import type { AdoptedPlace, PlaceInRound } from "#app/domain/prioritisation/adopted-place.ts";
import type { RoundInForce } from "#app/domain/prioritisation/round.ts";
import { formatDayOf } from "./format.ts";
import { t } from "./de/rounds.ts";

/** "Platz 4 von 48 in „Priorisierung 2026“, angenommen am 07.07.2026 (Rat, …)" */
export const placeSentence = ({ position, placeCount, roundTitle, adoptedAt, adoptedNote }: PlaceInRound): string =>
  t("adopted.place", { position, count: placeCount, title: roundTitle, date: formatDayOf(adoptedAt), note: adoptedNote });

/** "von Hand: gesetzliche Frist 31.12.2027"; nothing where the place was computed. */
export const handNote = ({ overrideReason }: AdoptedPlace): string | null => (overrideReason === "" ? null : t("adopted.byHand", { reason: overrideReason }));

/** Which round a ranking comes from, and how binding it is. */
export const roundSentence = ({ title, state, adoptedAt, adoptedNote }: RoundInForce): string =>
  state === "adopted" && adoptedAt !== null ? t("adopted.roundAdopted", { title, date: formatDayOf(adoptedAt), note: adoptedNote }) : t(state === "open" ? "adopted.roundOpen" : "adopted.roundClosed", { title });
