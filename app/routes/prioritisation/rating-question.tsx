import { ratingLevels } from "#app/domain/prioritisation/level-units.ts";
import { t } from "#app/i18n/de/prioritisation.ts";
import { ChoiceGroup } from "#app/ui/fields.tsx";

type Criterion = {
  readonly id: number;
  readonly name: string;
  readonly question: string;
  readonly reversed: boolean;
  readonly levels: readonly string[];
  /** "none": not answered yet; null: "kann ich nicht beurteilen". */
  readonly answer: number | null | "none";
};

/** One criterion as a choice among its five levels and "kann ich nicht beurteilen". */
export function RatingQuestion({ criterion }: { criterion: Criterion }) {
  const { id, name, question, reversed, levels, answer } = criterion;
  const selected = answer === "none" ? [] : [answer === null ? "unknown" : String(answer)];
  const hint = [question, reversed ? t("rating.reversedHint") : ""].filter(Boolean).join(" ");
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
    </div>
  );
}

function labelOf(level: number, levels: readonly string[]): string {
  const sentence = levels[level] ?? (level === 0 ? t("rating.lowest") : level === 4 ? t("rating.highest") : undefined);
  return sentence === undefined ? t("rating.level", { level }) : t("rating.levelWithSentence", { level, sentence });
}
