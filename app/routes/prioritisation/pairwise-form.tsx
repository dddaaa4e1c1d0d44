import { Form } from "@remix-run/react";
import { useState, type FormEvent } from "react";
import type { JudgedPair } from "#app/domain/prioritisation/judged-pair.ts";
import { submittedField, submittedVersion, type Submitted } from "#app/forms/submitted-field.ts";
import { pairName, readPair } from "#app/forms/weights.ts";
import { stepText, t } from "#app/i18n/de/weights.ts";
import { Button } from "#app/ui/button.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { Section } from "#app/ui/page.tsx";
import { PairwiseResult, pairId } from "./pairwise-result.tsx";

type Criterion = { readonly id: number; readonly name: string };
type Props = { readonly criteria: readonly Criterion[]; readonly judgements: readonly JudgedPair[]; readonly rowVersion: number; readonly submitted: Submitted; readonly isConflict: boolean };

/** Saaty's odd steps, from "the left one" over "equal" to "the right one". */
const STEPS = [8, 6, 4, 2, 0, -2, -4, -6, -8] as const;

/** Every pair of criteria as one radio scale; what follows from it is worked out while answering, where there is JavaScript. */
export function PairwiseForm({ criteria, judgements, rowVersion, submitted, isConflict }: Props) {
  const ids = criteria.map((criterion) => criterion.id).sort((a, b) => a - b);
  const nameOf = (id: number) => criteria.find((criterion) => criterion.id === id)?.name ?? "";
  const pairs = ids.flatMap((first, index) => ids.slice(index + 1).map((second) => ({ first, second })));
  const chosen = (first: number, second: number) => {
    const stored = judgements.find((pair) => pair.firstCriterionId === first && pair.secondCriterionId === second)?.intensity;
    return submittedField(submitted, pairName(first, second), stored === undefined ? "" : String(stored)).defaultValue;
  };
  const [shown, setShown] = useState<readonly JudgedPair[]>(judgements);
  const isChanged = JSON.stringify(inOrder(shown)) !== JSON.stringify(inOrder(judgements));
  const show = ({ currentTarget }: FormEvent<HTMLFormElement>) => setShown(readPairs(new FormData(currentTarget)));
  return (
    <>
      <Form method="post" className="form form--wide pairs" onChange={show}>
        <ErrorSummary entries={[]} formErrors={submitted?.error?.[""] ?? []} />
        <input type="hidden" name="method" value="pairwise" />
        <input type="hidden" name="rowVersion" value={submittedVersion(submitted, rowVersion, isConflict)} />
        <p>{t("pairs.text")}</p>
        <p className="muted">{t("pairs.scale")}</p>
        {pairs.map(({ first, second }) => (
          <PairScale key={pairId(first, second)} first={{ id: first, name: nameOf(first) }} second={{ id: second, name: nameOf(second) }} chosen={chosen(first, second)} />
        ))}
        <div className="form-actions form-actions--sticky">
          <Button variant="primary">{t("pairs.submit")}</Button>
          <span role="status">{t("pairs.progress", { done: shown.length, total: pairs.length })}</span>
        </div>
      </Form>
      <Section title={t("pairs.result")}>
        {isChanged && <p className="muted">{t("pairs.unsaved")}</p>}
        <PairwiseResult criteria={criteria} judgements={shown} linked />
      </Section>
    </>
  );
}

function PairScale({ first, second, chosen }: { readonly first: Criterion; readonly second: Criterion; readonly chosen: string }) {
  const steps = chosen === "" || STEPS.some((step) => String(step) === chosen) ? STEPS : [...STEPS, Number(chosen)].sort((a, b) => b - a);
  return (
    <fieldset className="pair" id={pairId(first.id, second.id)} tabIndex={-1}>
      <legend className="visually-hidden">{t("pairs.legend", { first: first.name, second: second.name })}</legend>
      <span className="pair__name" aria-hidden="true">
        {first.name}
      </span>
      <span className="pair__name pair__name--second" aria-hidden="true">
        {second.name}
      </span>
      <div className="pair__steps">
        {steps.map((step) => (
          <label key={step} className="pair__step">
            <input type="radio" name={pairName(first.id, second.id)} value={step} defaultChecked={chosen === String(step)} />
            <span aria-hidden="true">{Math.abs(step) + 1}</span>
            <span className="visually-hidden">{stepText(step, first.name, second.name)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const readPairs = (form: FormData): JudgedPair[] =>
  [...form].flatMap(([name, value]) => (name.startsWith("pairs.") && typeof value === "string" ? [readPair(name.slice("pairs.".length), value)] : []));

const inOrder = (pairs: readonly JudgedPair[]) =>
  [...pairs].sort((a, b) => a.firstCriterionId - b.firstCriterionId || a.secondCriterionId - b.secondCriterionId).map((pair) => [pair.firstCriterionId, pair.secondCriterionId, pair.intensity]);
