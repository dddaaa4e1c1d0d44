import { t } from "#app/i18n/de/measures.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/page.tsx";

type Props = { readonly filtered: boolean; readonly archived: boolean; readonly mayCreate: boolean; readonly mayImport: boolean; readonly resetTo: string };

/** In place of an empty list or board: why it is empty, and what to do next. */
export function NothingFound({ filtered, archived, mayCreate, mayImport, resetTo }: Props) {
  if (filtered) {
    return (
      <EmptyState title={t("list.emptyTitle")} action={<LinkButton to={resetTo}>{t("list.reset")}</LinkButton>}>
        <p>{t("list.emptyText")}</p>
      </EmptyState>
    );
  }
  if (archived) return <EmptyState title={t("list.archiveEmpty")} />;
  return (
    <EmptyState
      title={t("list.nothingTitle")}
      action={
        <>
          {mayImport && <LinkButton to="/massnahmen/import">{t("list.import")}</LinkButton>}
          {mayCreate && <LinkButton to="/massnahmen/neu">{t("list.create")}</LinkButton>}
        </>
      }
    >
      <p>{t("list.nothingText")}</p>
    </EmptyState>
  );
}
