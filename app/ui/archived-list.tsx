import { Form } from "@remix-run/react";
import { Button } from "./button.tsx";

type Archived = { readonly id: number; readonly name: string; readonly rowVersion: number };

/** Archived things, each with a button that posts its id (as `idName`) and version to the page itself. */
export function ArchivedList({ items, idName, restore, restoreOf }: {
  readonly items: readonly Archived[];
  readonly idName: string;
  readonly restore: string;
  readonly restoreOf: (name: string) => string;
}) {
  return (
    <ul className="plain-list">
      {items.map(({ id, name, rowVersion }) => (
        <li key={id} className="button-row">
          <span>{name}</span>
          <Form method="post">
            <input type="hidden" name={idName} value={id} />
            <input type="hidden" name="rowVersion" value={rowVersion} />
            <Button compact aria-label={restoreOf(name)}>
              {restore}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
