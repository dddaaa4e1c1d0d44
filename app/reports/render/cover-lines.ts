import { t } from "#app/i18n/de/reports.ts";
import { formatDate, formatDateTime, formatDayOf } from "#app/i18n/format.ts";
import { sectionTitle } from "#app/reports/labels.ts";
import type { Cover, Section } from "#app/reports/model.ts";

/** What the cover says about the version besides its title, one line each. */
export function coverLines(cover: Cover): string[] {
  return [
    t("frozenLine", { at: formatDateTime(cover.frozenAt), by: cover.frozenBy }),
    ...(cover.submission === null
      ? [t("draftLine")]
      : [
          t("submittedLine", { committee: cover.submission.committee, at: formatDateTime(cover.submission.submittedAt) }),
          ...(cover.submission.meetingDate === null ? [] : [t("meetingLine", { date: formatDate(cover.submission.meetingDate) })]),
        ]),
    ...(cover.isDemonstration ? [t("demonstrationLine")] : []),
  ];
}

export const coverPeriod = (cover: Cover): string => t("periodLine", { firstYear: String(cover.firstYear), lastYear: String(cover.lastYear) });

/** What the comparison rests on: the sentence above the list of changes. */
export const changesIntro = (base: { readonly number: number; readonly title: string; readonly frozenAt: string } | null): string =>
  base === null ? t("firstVersion") : t("changesSince", { number: base.number, title: base.title, date: formatDayOf(base.frozenAt) });

export const titleOf = (section: Section): string => sectionTitle(section.id);
