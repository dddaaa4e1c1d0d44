import { Alert } from "./alert.tsx";

/** Somebody else saved first: what is stored now, beside what was typed, which stays in the form. */
export function ConflictNotice({ title, advice, stored }: { title: string; advice: string; stored: ReadonlyArray<{ field: string; value: string }> }) {
  return (
    <Alert kind="warning" title={title} live>
      <p>{advice}</p>
      <dl className="conflict__stored">
        {stored.map(({ field, value }) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Alert>
  );
}
