import type { PlanScope } from "#app/domain/resources/plan-scope.ts";
import { lineUsage } from "#app/domain/resources/line-usage.ts";
import { horizonOf } from "#app/domain/resources/horizon.ts";
import type { Db } from "#db/client.server.ts";
import { listAdoptedWindows } from "#db/queries/adopted-windows.server.ts";
import { listBudgetLines } from "#db/queries/budget-lines.server.ts";
import { loadCostedMeasures } from "#db/queries/partial-measures.server.ts";
import { loadMunicipality } from "#db/queries/portfolio.server.ts";

/** Every line with what the live plan claims of it (ideas left out unless asked for), and the costs no line holds. */
export const plannedLines = (db: Db, scope: PlanScope = "planned") =>
  lineUsage({
    lines: listBudgetLines(db),
    measures: loadCostedMeasures(db),
    horizon: horizonOf(loadMunicipality(db)),
    scope,
    adoptedWindows: listAdoptedWindows(db),
  });
