import type { SeedMeasure } from "#db/seed/musterstadt/shape.ts";
import { applicationMeasures } from "./applications.ts";
import { citizenServiceMeasures } from "./citizen-services.ts";
import { organisationMeasures } from "./organisation.ts";
import { platformMeasures } from "./platforms.ts";
import { schoolMeasures } from "./schools.ts";
import { smartCityMeasures } from "./smart-city.ts";
import { workplaceMeasures } from "./workplace.ts";

export const measures: readonly SeedMeasure[] = [
  ...workplaceMeasures,
  ...platformMeasures,
  ...applicationMeasures,
  ...citizenServiceMeasures,
  ...schoolMeasures,
  ...smartCityMeasures,
  ...organisationMeasures,
];
