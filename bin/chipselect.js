#!/usr/bin/env node
import { existsSync, readFileSync } from "node:fs";
import module from "node:module";
import { setFlagsFromString } from "node:v8";

module.enableCompileCache?.();
// A run of a tenth of a second ends before optimised code pays for its compilation: let only loops that stay hot have it.
setFlagsFromString("--interrupt-budget=1000000");

const program = new URL("../dist/cli/main.js", import.meta.url);
const [first, ...rest] = process.argv.slice(2);
if ((first === "--version" || first === "-V") && rest.length === 0) {
  // Answered without loading the program: scripts ask for it often.
  const description = readFileSync(new URL("../package.json", import.meta.url), "utf8");
  process.stdout.write(`${JSON.parse(description).version}\n`);
} else if (!existsSync(program)) {
  process.stderr.write("error: chipselect is not built\nhelp: npm run build\n");
  process.exitCode = 2;
} else {
  // A command that keeps its results when it is interrupted listens itself.
  process.once("SIGINT", () => {
    if (process.listenerCount("SIGINT") === 0) process.exit(130);
  });
  const { processIo, run } = await import(program.href);
  process.exitCode = await run(processIo(process));
}
