#!/usr/bin/env node
// CommonJS (see package.json beside this file): starting the loader of ES modules costs 4 ms.
const { existsSync, readFileSync } = require("node:fs");
const path = require("node:path");

const [first, ...rest] = process.argv.slice(2);
if ((first === "--version" || first === "-V") && rest.length === 0) {
  // Answered without loading the program: scripts ask for it often.
  const description = readFileSync(path.join(__dirname, "../package.json"), "utf8");
  process.stdout.write(`${JSON.parse(description).version}\n`);
} else {
  const { bundleOf, loadProgram } = require("./program.js");
  const bundle = bundleOf(first);
  if (existsSync(bundle)) {
    // A command that keeps its results when it is interrupted listens itself.
    process.once("SIGINT", () => {
      if (process.listenerCount("SIGINT") === 0) process.exit(130);
    });
    const { processIo, run } = loadProgram(bundle);
    // All output has been taken when `run` ends. Leaving at once spares V8 the tidying of a heap that nobody needs any more: 10 ms.
    void run(processIo(process)).then((exitCode) => process.exit(exitCode));
  } else {
    process.stderr.write("error: chipselect is not built\nhelp: npm run build\n");
    process.exitCode = 2;
  }
}
