import type { RankChange } from "#app/domain/prioritisation/compare-rounds.ts";
import { t } from "#app/i18n/de/rounds.ts";
import { formatPoints } from "#app/i18n/format.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Section } from "#app/ui/page.tsx";
import { DataTable } from "#app/ui/table.tsx";

const MOST_MOVERS = 6;
const MOST_CAUSES = 2;

export const changeSummary = (changes: readonly RankChange[]): string =>
  t("compare.summary", {
    risen: changes.filter(({ rise }) => rise > 0).length,
    fallen: changes.filter(({ rise }) => rise < 0).length,
    same: changes.filter(({ rise }) => rise === 0).length,
  });

const signed = (tenths: number): string => `${tenths < 0 ? "−" : "+"}${formatPoints(Math.abs(tenths))}`;

/** A sentence for each of the largest movements: how far, and because of what. */
export function BigMovers({ changes }: { changes: readonly RankChange[] }) {
  const movers = changes
    .filter(({ rise }) => rise !== 0)
    .sort((a, b) => Math.abs(b.rise) - Math.abs(a.rise) || a.after.position - b.after.position)
    .slice(0, MOST_MOVERS);
  if (movers.length === 0) return null;
  return (
    <Section title={t("compare.movers")}>
      <ul className="plain-list round-movers">
        {movers.map((change) => (
          <li key={change.measureId}>{moverSentence(change)}</li>
        ))}
      </ul>
    </Section>
  );
}

function moverSentence({ title, rise, before, after, causes }: RankChange): string {
  const moved = t(rise > 0 ? "compare.rose" : "compare.fell", { title, count: Math.abs(rise), before: before.position, after: after.position });
  if (after.overrideReason !== null) return moved + t("compare.becauseHand", { reason: after.overrideReason });
  if (before.overrideReason !== null) return moved + t("compare.becauseNoHand");
  // Of the causes, the largest that points the way the measure moved.
  const cause = causes.find(({ changeTenths }) => Math.sign(changeTenths) === Math.sign(rise));
  return moved + (cause === undefined ? t("compare.becauseOthers") : t("compare.becauseBy", { criterion: cause.name, points: signed(cause.changeTenths) }));
}

export function ChangesTable({ changes, before, after }: { changes: readonly RankChange[]; before: string; after: string }) {
  return (
    <div className="round-changes">
    <DataTable caption={t("compare.caption")} stacked>
      <thead>
        <tr>
          <th scope="col">{t("compare.measure")}</th>
          <th scope="col" className="numeric">
            {t("compare.before", { title: before })}
          </th>
          <th scope="col" className="numeric">
            {t("compare.after", { title: after })}
          </th>
          <th scope="col">{t("compare.change")}</th>
          <th scope="col" className="numeric">
            {t("compare.points")}
          </th>
          <th scope="col">{t("compare.causes")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.measureId}>
            <th scope="row">
              {change.title}
              {change.after.overrideReason !== null && (
                <span className="ranking__note">
                  {t("override.mark")}: {change.after.overrideReason}
                </span>
              )}
            </th>
            <td className="numeric" data-label={t("compare.before", { title: before })}>
              {change.before.position}
            </td>
            <td className="numeric" data-label={t("compare.after", { title: after })}>
              {change.after.position}
            </td>
            <td data-label={t("compare.change")}>
              <Movement rise={change.rise} />
            </td>
            <td className="numeric" data-label={t("compare.points")}>
              {t("compare.pointsChange", { before: formatPoints(change.before.scoreTenths), after: formatPoints(change.after.scoreTenths) })}
            </td>
            <td data-label={t("compare.causes")}>{causesText(change.causes)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
    </div>
  );
}

function Movement({ rise }: { rise: number }) {
  if (rise === 0) return <>{t("compare.same")}</>;
  return (
    <span className="round-movement">
      <Icon name={rise > 0 ? "arrowUp" : "arrowDown"} />
      {t(rise > 0 ? "compare.up" : "compare.down", { count: Math.abs(rise) })}
    </span>
  );
}

function causesText(causes: RankChange["causes"]): string {
  if (causes.length === 0) return t("compare.noCause");
  return causes
    .slice(0, MOST_CAUSES)
    .map(({ name, changeTenths }) => t("compare.cause", { name, points: signed(changeTenths) }))
    .join(", ");
}
