import { RankStrip } from "#app/charts/svg/rank-strip.tsx";
import { meanPlaceText, shareText, t, weightChangeText, weightShareText } from "#app/i18n/de/robustness.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { RobustnessResult, RobustnessRow } from "./robustness-data.ts";

/** Per measure: how often at the top, from which to which place, how often where, and what it takes to swap with the next. */
export function RobustnessTable({ result: { entries, ratedCount, top } }: { result: RobustnessResult }) {
  return (
    <DataTable caption={t("caption", { count: ratedCount })} stacked>
      <thead>
        <tr>
          <th scope="col" className="numeric">
            {t("position")}
          </th>
          <th scope="col">{t("measure")}</th>
          <th scope="col" className="numeric">
            {t("topShare", { top })}
          </th>
          <th scope="col" className="numeric">
            {t("interval")}
          </th>
          <th scope="col" className="numeric">
            {t("mean")}
          </th>
          <th scope="col" className="robustness__strip">
            {t("strip")}
            <span className="robustness__hint">{t("stripHint", { last: ratedCount, top })}</span>
          </th>
          <th scope="col">{t("swap")}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.measureId}>
            <td className="numeric" data-label={t("position")}>
              {entry.position}
            </td>
            <th scope="row">
              <a href={`/massnahmen/${entry.measureId}`}>{entry.title}</a>
            </th>
            <td className="numeric" data-label={t("topShare", { top })}>
              <strong>{shareText(entry.topShare)}</strong>
            </td>
            <td className="numeric" data-label={t("interval")}>
              {entry.bestPosition === entry.worstPosition ? t("always", { place: entry.bestPosition }) : t("fromTo", { best: entry.bestPosition, worst: entry.worstPosition })}
            </td>
            <td className="numeric" data-label={t("mean")}>
              {meanPlaceText(entry.meanPosition)}
            </td>
            <td className="robustness__strip">
              <RankStrip density={entry.density} position={entry.position} top={top} label={describeStrip(entry)} />
            </td>
            <td data-label={t("swap")}>{describeSwap(entry.swap)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

const MOST_NAMED = 3;

/** The places it takes most often, in words. */
function describeStrip({ density: { bins, placesPerBin, placeCount }, position }: RobustnessRow): string {
  const often = [...bins]
    .sort((a, b) => b.share - a.share || a.bin - b.bin)
    .slice(0, MOST_NAMED)
    .map(({ bin, share }) => {
      const first = bin * placesPerBin + 1;
      const last = Math.min(placeCount, first + placesPerBin - 1);
      return first === last ? t("stripPlace", { place: first, share: shareText(share) }) : t("stripPlaces", { first, last, share: shareText(share) });
    });
  return t("stripLabel", { often: often.join(", "), position });
}

function describeSwap(swap: RobustnessRow["swap"]): string {
  if (swap === null) return t("swapLast");
  if (swap.kind !== "byWeight") return t(swap.kind === "tied" ? "swapTied" : "swapNever");
  return t("swapMove", { criterion: swap.criterion, now: weightShareText(swap.shareNow), then: weightShareText(swap.shareAtSwap), change: weightChangeText(swap.change) });
}
