import { z } from "zod";

const schema = z.object({
  /** "production" demands what has no safe default and knows no demonstration accounts. */
  DIGITALFAHRPLAN_MODE: z.enum(["demonstration", "production"]).default("demonstration"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  DATABASE_PATH: z.string().min(1).default("data/digitalfahrplan.sqlite"),
  /** The address people type, "https://fahrplan.musterstadt.de"; decides the accepted Host and whether cookies are Secure. */
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
});

export type Env = {
  readonly mode: "demonstration" | "production";
  readonly port: number;
  readonly host: string;
  readonly databasePath: string;
  readonly publicUrl: URL | null;
};

/** What is wrong with the environment, in one German sentence. */
export class EnvironmentRefusal extends Error {
  override name = "EnvironmentRefusal";
}

/** Reads the environment once, at start. @throws EnvironmentRefusal */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = schema.safeParse(source);
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
    throw new EnvironmentRefusal(`Ungültiger Wert in: ${names.join(", ")}. Die README nennt die erlaubten Werte.`);
  }
  const { DIGITALFAHRPLAN_MODE: mode, PORT: port, HOST: host, DATABASE_PATH: databasePath, PUBLIC_URL } = parsed.data;
  if (mode === "production" && PUBLIC_URL === undefined) {
    throw new EnvironmentRefusal("Im Produktivbetrieb fehlt PUBLIC_URL, zum Beispiel PUBLIC_URL=https://fahrplan.musterstadt.de.");
  }
  return { mode, port, host, databasePath, publicUrl: PUBLIC_URL === undefined ? null : new URL(PUBLIC_URL) };
}
