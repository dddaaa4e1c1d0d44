import { readFileSync } from "node:fs";
import { countBallots } from "#app/domain/prioritisation/ballot/count-ballots.ts";
import { PABULIB_PROBLEMS, type Invalid } from "#app/domain/prioritisation/ballot/pabulib-problem.ts";
import { readPabulib } from "#app/domain/prioritisation/ballot/pabulib.ts";
import { t } from "#app/i18n/de/tools.ts";
import { runTool, ToolRefusal } from "./run-tool.ts";

/** Prints the ids of the projects a Pabulib file funds by the rule its META names: a JSON array, in the order of the file. */
await runTool(function* ({ args }) {
  const [path] = args;
  if (path === undefined) throw new ToolRefusal(t("pabulibUsage"));
  const read = readPabulib(readText(path));
  if (!read.ok) throw new ToolRefusal(t("pabulibRefused", { path, reason: describe(read.refusal) }));
  yield JSON.stringify(countBallots(read.value.election, read.value.rule).fundedIds);
});

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new ToolRefusal(t("pabulibUnreadable", { path }));
  }
}

function describe({ fields }: Invalid): string {
  return Object.entries(fields)
    .flatMap(([section, problems]) =>
      problems.map(({ code, values }) => {
        const line = String(values?.line ?? 0);
        const where = line === "0" ? section.toUpperCase() || t("pabulibFile") : t("pabulibLine", { line });
        const known = PABULIB_PROBLEMS.find((each) => each === code);
        return known === undefined ? code : t(`pabulib.${known}`, { where, value: String(values?.value ?? "") });
      }),
    )
    .join(" ");
}
