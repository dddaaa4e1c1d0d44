import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";

export type Program = {
  readonly process: ChildProcess;
  /** The address it printed once it serves; rejects when it ends before that. */
  readonly origin: Promise<string>;
  /** How it ended and all it printed. */
  readonly ended: Promise<{ readonly exitCode: number | null; readonly output: string; readonly errors: string }>;
  readonly stop: () => Promise<void>;
};

/** What of the environment of whoever runs the tests must not reach the program. */
const OWN = { NODE_ENV: "test", DIGITALFAHRPLAN_MODE: undefined, PORT: "0", HOST: undefined, DATABASE_PATH: undefined, PUBLIC_URL: undefined } as const;

/** Starts the built program as a process of its own, on a free port unless `env` names one. Build first. */
export function startProgram(env: Readonly<Record<string, string>>): Program {
  if (!existsSync("build/server/index.js")) throw new Error("there is no build: run `npm run build` first");
  const child = spawn(process.execPath, ["app/http/main.js"], { env: { ...process.env, ...OWN, ...env }, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const origin = new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Digitalfahrplan läuft: (\S+?)\/?\n/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error(`the program did not start:\n${output}${errors}`)));
  });
  origin.catch(() => undefined);
  const ended = new Promise<{ exitCode: number | null; output: string; errors: string }>((resolve) => {
    child.once("close", (exitCode) => resolve({ exitCode, output, errors }));
  });
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { process: child, origin, ended, stop };
}
