/**
 * Runs the built program on typical command lines and keeps the code that V8 compiled for them (dist/cli/BUNDLE.VERSION-ARCH).
 * A process of its own, because compiled code holds only for the flags of V8 that `bin/program.js` sets.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleOf, writeCodeCache, type Io } from "../../bin/program.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const workload = (id: string): string => join(root, "profiles/workloads", `${id}.yaml`);

/** One for each kind of planner and each kind of mistake in a file: what most runs need. */
const COMMAND_LINES: readonly (readonly string[])[] = [
  ["evaluate", workload("natural-language-services")],
  ["evaluate", workload("industrial-inspection"), "--format", "json"],
  ["evaluate", workload("fine-tuning")],
  ["evaluate", "-"],
];

const MISTAKEN =
  "scenario: { nam: chat }\ndemand: { tasks: [{ model: llama3.1-80b, input: 1000 kg }] }\n";

const nowhere: Io["stdout"] = { isTerminal: false, columns: null, write: () => Promise.resolve() };

function ioFor(argv: readonly string[]): Io {
  return {
    argv: [...argv],
    cwd: root,
    env: {},
    stdout: nowhere,
    stderr: nowhere,
    readStdin: () => Promise.resolve(MISTAKEN),
    platform: "",
  };
}

for (const bundle of [bundleOf("evaluate"), bundleOf(undefined)]) {
  await writeCodeCache(bundle, async (program) => {
    for (const argv of COMMAND_LINES) await program.run(ioFor(argv));
  });
}
