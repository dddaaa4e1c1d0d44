import type { JudgedPair } from "#app/domain/prioritisation/judged-pair.ts";
import { pairwiseWeights } from "#app/domain/prioritisation/pairwise-weights.ts";
import { consistencyText, tripleText } from "#app/i18n/de/inconsistency.ts";
import { t } from "#app/i18n/de/weights.ts";
import { formatHundredths, formatPercent } from "#app/i18n/format.ts";
import { DataTable } from "#app/ui/table.tsx";

type Criterion = { readonly id: number; readonly name: string };
type Props = { readonly criteria: readonly Criterion[]; readonly judgements: readonly JudgedPair[]; readonly linked: boolean };

export const pairId = (firstId: number, secondId: number): string => `paar-${Math.min(firstId, secondId)}-${Math.max(firstId, secondId)}`;

/** What follows from the comparisons: weights and how well they fit together, or what is still to be compared. `linked`: the pairs are on the page; otherwise the weights stand elsewhere. */
export function PairwiseResult({ criteria, judgements, linked }: Props) {
  const result = pairwiseWeights({ ids: criteria.map((criterion) => criterion.id), judgements });
  const nameOf = (id: number) => criteria.find((criterion) => criterion.id === id)?.name ?? "";
  const pairLink = (a: number, b: number) => {
    const text = t("pairs.legend", { first: nameOf(Math.min(a, b)), second: nameOf(Math.max(a, b)) });
    return linked ? <a href={`#${pairId(a, b)}`}>{text}</a> : text;
  };
  if (!result.isComplete) {
    return (
      <div className="pairs-result">
        <p>{t("pairs.incomplete")}</p>
        <h3>{t("pairs.missing")}</h3>
        <ul className="link-columns">
          {result.missing.map(({ firstCriterionId: a, secondCriterionId: b }) => (
            <li key={pairId(a, b)}>{pairLink(a, b)}</li>
          ))}
        </ul>
      </div>
    );
  }
  const { points, consistencyRatio, mostInconsistent: worst } = result;
  return (
    <div className="pairs-result">
      <p>
        <strong>{t("pairs.ratio", { ratio: formatHundredths(Math.round(consistencyRatio * 100)) })}</strong> {consistencyText(consistencyRatio)}
      </p>
      {worst !== null && (
        <div>
          <h3>{t("pairs.worst")}</h3>
          <p>{tripleText(worst, nameOf)}</p>
          {linked && (
            <p>
              {t("pairs.look")} {pairLink(worst.aId, worst.bId)} · {pairLink(worst.bId, worst.cId)} · {pairLink(worst.aId, worst.cId)}
            </p>
          )}
        </div>
      )}
      {linked && <SharesTable caption={t("pairs.result")} criteria={criteria} shares={points} />}
    </div>
  );
}

export function SharesTable({ caption, criteria, shares }: { readonly caption: string; readonly criteria: readonly Criterion[]; readonly shares: readonly number[] }) {
  return (
    <DataTable caption={caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t("criterion")}</th>
          <th scope="col" className="numeric">
            {t("share")}
          </th>
          <th scope="col" className="shares__bar" aria-hidden="true" />
        </tr>
      </thead>
      <tbody>
        {criteria.map(({ id, name }, index) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td className="numeric">{formatPercent(shares[index] ?? 0)}</td>
            <td className="shares__bar" aria-hidden="true">
              <svg width="100%" height="12" viewBox="0 0 100 12" preserveAspectRatio="none">
                <rect width={shares[index] ?? 0} height="12" />
              </svg>
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}
