import type { DbOrTx } from "./client.server.ts";

/**
 * Building and preparing a statement costs many times what running it does, so what every request asks is prepared
 * once per connection. Values that change go in as `sql.placeholder`.
 */
export function preparedOnce<Statement>(build: (db: DbOrTx) => Statement): (db: DbOrTx) => Statement {
  const byConnection = new WeakMap<DbOrTx, Statement>();
  return (db) => {
    const known = byConnection.get(db);
    if (known !== undefined) return known;
    const statement = build(db);
    byConnection.set(db, statement);
    return statement;
  };
}
