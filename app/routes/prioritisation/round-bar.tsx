import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/rounds.ts";
import { formatDayOf } from "#app/i18n/format.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/fields.tsx";
import type { RankingData } from "./ranking-data.ts";
import { roundPath } from "./round-crumbs.ts";
import { RoundState } from "./round-state.tsx";

/** Keeps the chosen round in addresses of this page: "runde=2&". */
export const inRound = (round: { readonly id: number } | null): string => (round === null ? "" : `runde=${round.id}&`);

/** Which round the ranking is of, where it stands, and the way to the other rounds. */
export function RoundBar({ ranking: { round, rounds, hidesGroups } }: { ranking: RankingData }) {
  if (round === null) return null;
  return (
    <div className="round-bar">
      {rounds.length > 1 && (
        <Form method="get" className="round-switcher">
          <SelectField
            key={round.id}
            field={{ id: "runde", name: "runde", defaultValue: String(round.id) }}
            label={t("switcher.label")}
            width="medium"
            options={rounds.map(({ id, title }) => ({ value: String(id), label: title }))}
          />
          <Button>{t("switcher.show")}</Button>
        </Form>
      )}
      <div className="round-bar__state">
        <a href={roundPath(round.id)}>{round.title}</a>
        <RoundState round={round} />
        {round.adoptedAt !== null && <span>{t("switcher.adopted", { date: formatDayOf(round.adoptedAt), note: round.adoptedNote })}</span>}
        {hidesGroups && <span className="ranking__note">{t(round.state === "open" ? "switcher.ownGroupOnly" : "switcher.anonymous")}</span>}
      </div>
    </div>
  );
}
