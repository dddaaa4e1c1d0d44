import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import type { LevelSuggestion } from "#app/domain/prioritisation/derivation.ts";
import { ruleText, suggestionText } from "#app/i18n/de/derivation.ts";
import { ChoiceGroup } from "#app/ui/fields.tsx";
import type { ReactNode } from "react";

type Criterion = {
  readonly id: number;
  readonly name: string;
  readonly question: string;
  readonly reversed: boolean;
  readonly levels: readonly string[];
  /** "none": not answered yet; null: "kann ich nicht beurteilen". */
  readonly answer: number | null | "none";
  /** Null where the criterion is derived from no figure. */
  readonly suggestion: LevelSuggestion | null;
};

/** One criterion as a choice among its five levels and "kann ich nicht beurteilen". `children` stand below it. */
export function RatingQuestion({ criterion, children }: { criterion: Criterion; children?: ReactNode }) {
  const { id, name, question, reversed, levels, answer, suggestion } = criterion;
  const selected = answer === "none" ? [] : [answer === null ? "unknown" : String(answer)];
  const asked = [question, reversed ? t("rating.reversedHint") : ""].filter(Boolean).join(" ");
  const hint =
    suggestion === null ? (
      asked
    ) : (
      <>
        {asked}
        <span className="rating-suggestion">{suggestionText(suggestion)}</span>
        {suggestion.level !== null && <span className="rating-suggestion__rule">{ruleText(suggestion)}</span>}
      </>
    );
  return (
    <div className="form-section">
      <ChoiceGroup
        type="radio"
        field={{ id: `criterion-${id}`, name: `answers.c${id}` }}
        label={name}
        {...(hint === "" ? {} : { hint })}
        selected={selected}
        options={[...ratingLevels.map((level) => ({ value: String(level), label: labelOf(level, levels) })), { value: "unknown", label: t("rating.cannotJudge") }]}
      />
      {children}
    </div>
  );
}

function labelOf(level: number, levels: readonly string[]): string {
  const sentence = levels[level] ?? (level === 0 ? t("rating.lowest") : level === 4 ? t("rating.highest") : undefined);
  return sentence === undefined ? t("rating.level", { level }) : t("rating.levelWithSentence", { level, sentence });
}
