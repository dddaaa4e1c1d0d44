import { t } from "#app/i18n/de/committee.ts";
import { formatDate, formatDateTime } from "#app/i18n/format.ts";
import type { VersionHead } from "#app/services/committee/version-report.server.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Facts } from "#app/ui/table.tsx";

/** A version whose checksum does not fit says so above everything else, on every page that shows it. */
export function IntegrityNotice({ head }: { head: VersionHead }) {
  if (head.integrity === "intact") return null;
  const altered = head.integrity === "altered";
  return (
    <Alert kind="danger" title={t(altered ? "version.altered" : "version.unreadable")} live>
      <p>{t(altered ? "version.alteredText" : "version.unreadableText")}</p>
      <p className="mono">{t("version.expected", { sha256: head.sha256 })}</p>
      <p className="mono">{t("version.actual", { sha256: head.actualSha256 })}</p>
    </Alert>
  );
}

export function VersionFacts({ head }: { head: VersionHead }) {
  const { submission } = head;
  return (
    <div className="version-facts">
      <Facts
        facts={[
          {
            label: t("version.state"),
            value:
              submission === null ? (
                <Badge icon="edit">{t("list.draft")}</Badge>
              ) : (
                <Badge kind="success" icon="check">
                  {t("list.submitted")}
                </Badge>
              ),
          },
          { label: t("version.frozen"), value: t("list.by", { at: formatDateTime(head.frozenAt), name: head.frozenBy }) },
          ...(submission === null
            ? []
            : [
                { label: t("version.committee"), value: submission.committee },
                ...(submission.meetingDate === null ? [] : [{ label: t("version.meetingDate"), value: formatDate(submission.meetingDate) }]),
                { label: t("version.submitted"), value: t("list.by", { at: formatDateTime(submission.submittedAt), name: submission.submittedBy }) },
              ]),
          ...(head.note === "" ? [] : [{ label: t("version.note"), value: head.note }]),
        ]}
      />
      <p className="small version-checksum">
        {t("version.checksum")}: <span className="mono">{head.sha256}</span>
        {head.integrity === "intact" && (
          <>
            {" "}
            <span className="muted">{t("version.intact")}</span>
          </>
        )}
      </p>
      {submission === null && <p className="muted">{t("version.draftNotice")}</p>}
    </div>
  );
}
