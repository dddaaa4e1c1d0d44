import { t } from "#app/i18n/de/plan-run.ts";

/** A measure's title in a picture, where a plan only assumed some of its figures. */
export const assumedTitle = (title: string): string => t("picture.assumed", { title });
