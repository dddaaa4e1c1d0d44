import { Form } from "@remix-run/react";
import { t } from "#app/i18n/de/staff-plan.ts";
import { Button } from "#app/ui/button.tsx";

/** Deleting takes two steps, with and without JavaScript: open, read what it means, press. */
export const DeleteSection = ({ title, advice, rowVersion }: { title: string; advice: string; rowVersion: number }) => (
  <details className="delete-section">
    <summary>{title}</summary>
    <Form method="post">
      <p>{advice}</p>
      <input type="hidden" name="rowVersion" value={rowVersion} />
      <Button variant="danger" icon="trash" name="intent" value="delete">
        {t("post.delete")}
      </Button>
    </Form>
  </details>
);
