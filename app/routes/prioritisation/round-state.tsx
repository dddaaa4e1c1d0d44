import { stateText } from "#app/i18n/de/rounds.ts";
import { Badge } from "#app/ui/badge.tsx";

const looks = { open: "info", closed: "neutral", adopted: "success" } as const;

/** Where a round stands, in words. */
export const RoundState = ({ round }: { round: { readonly state: keyof typeof looks; readonly isInForce: boolean } }) => (
  <Badge kind={round.state === "adopted" && !round.isInForce ? "neutral" : looks[round.state]}>{stateText(round)}</Badge>
);
