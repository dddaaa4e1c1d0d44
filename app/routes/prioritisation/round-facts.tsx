import { t } from "#app/i18n/de/rounds.ts";
import { formatDateTime, formatDayOf } from "#app/i18n/format.ts";
import type { showRound } from "#app/services/prioritisation/show-round.server.ts";
import { Facts } from "#app/ui/table.tsx";
import { RoundState } from "./round-state.tsx";

export type ShownRound = Extract<ReturnType<typeof showRound>, { ok: true }>["value"];

export function RoundFacts({ round }: { round: ShownRound["round"] }) {
  return (
    <Facts
      facts={[
        { label: t("list.state"), value: <RoundState round={round} /> },
        { label: t("round.disclosure"), value: t(`disclosure.${round.disclosure}`) },
        { label: t("round.opened"), value: formatDayOf(round.openedAt) },
        ...(round.closedAt === null ? [] : [{ label: t("round.closed"), value: formatDateTime(round.closedAt) }]),
        ...(round.adoptedAt === null
          ? []
          : [
              { label: t("round.adopted"), value: formatDayOf(round.adoptedAt) },
              { label: t("round.adoptedNote"), value: round.adoptedNote },
            ]),
        ...(round.contentHash === null
          ? []
          : [
              {
                label: t("round.checksum"),
                value: (
                  <>
                    <code className="checksum">{round.contentHash}</code>
                    <span className="ranking__note">{t("round.checksumHint")}</span>
                  </>
                ),
              },
            ]),
      ]}
    />
  );
}
