import { t } from "#app/i18n/de/overview.ts";
import { formatDate, formatDayOf } from "#app/i18n/format.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/page.tsx";
import type { OverviewData } from "./overview.tsx";

/** The version the committee has before it. */
export function VersionCard({ version }: Pick<OverviewData, "version">) {
  return (
    <Section title={t("versionTitle")} id="fassung">
      {version === null ? (
        <p className="muted">{t("versionNone")}</p>
      ) : (
        <>
          <p>
            <a href={`/ausschuss/fassungen/${version.snapshotId}`}>{t("versionLine", { number: String(version.number), title: version.title })}</a>
          </p>
          <p className="muted">
            {version.meetingDate === null
              ? t("versionSubmitted", { committee: version.committee, date: formatDayOf(version.submittedAt) })
              : t("versionMeeting", { committee: version.committee, date: formatDate(version.meetingDate) })}
          </p>
        </>
      )}
    </Section>
  );
}

export function RatingProgress({ rating: { done, total } }: { rating: NonNullable<OverviewData["rating"]> }) {
  return (
    <Section title={t("ratingTitle")} id="bewertung">
      <p>{t("ratingProgress", { done, total })}</p>
      {done < total && (
        <LinkButton to="/priorisierung/bewerten" compact icon="scale">
          {t("rate")}
        </LinkButton>
      )}
    </Section>
  );
}

export function UpcomingDates({ dates }: { dates: OverviewData["upcoming"] }) {
  return (
    <Section title={t("upcoming")} id="termine">
      {dates.length === 0 ? (
        <p className="muted">{t("upcomingNone")}</p>
      ) : (
        <ol className="date-list">
          {dates.map(({ date, kind, measureId, measureTitle, text }) => (
            <li key={`${measureId}-${date}-${text}`}>
              <time dateTime={date} className="nowrap">
                {formatDate(date)}
              </time>
              <div>
                <a href={`/massnahmen/${measureId}`}>{measureTitle}</a>
                <p className="muted small">
                  {t(kind)}: {text}
                </p>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
