// The program's start in production: plain JavaScript, because Node runs it before anything is compiled.
// React is only fast with NODE_ENV=production; whether this is a real installation is a question of its own.
process.env.DIGITALFAHRPLAN_MODE ??= process.env.NODE_ENV === "production" ? "production" : "demonstration";
process.env.NODE_ENV = "production";

const build = await import("../../build/server/index.js");
await build.entry.module.startServer(build);
