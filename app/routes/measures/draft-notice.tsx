import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/measures.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";

/** Offers what was typed here when a save failed. `taken`: it already stands in the form. */
export function DraftNotice({ savedAt, taken, path }: { savedAt: string; taken: boolean; path: string }) {
  const at = formatDateTime(savedAt);
  return (
    <div className="sheet-notices">
      <Alert kind="info" title={taken ? t("draft.taken", { at }) : t("draft.title", { at })}>
        {!taken && <p>{t("draft.text")}</p>}
        <div className="form-actions">
          {!taken && (
            <LinkButton to={`${path}?entwurf=1`} variant="primary" compact reload>
              {t("draft.take")}
            </LinkButton>
          )}
          <Form method="post" reloadDocument>
            <Button name="intent" value="discardDraft" compact>
              {t("draft.discard")}
            </Button>
          </Form>
        </div>
      </Alert>
    </div>
  );
}
