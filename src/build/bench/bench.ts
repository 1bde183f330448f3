/**
 * Measures the program: kernel, planner, whole commands, growth with the space. Run by `npm run bench` after a build; `--json` prints
 * the figures alone, `--quick` leaves out the largest spaces. What was tried and what paid is in README.md beside this file.
 */
import { availableParallelism, cpus, loadavg } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadBuiltinCatalog } from "../../app/builtin-catalog.ts";
import { render } from "../../report/formats.ts";
import { benchDocument, type BenchResult } from "./document.ts";
import { gptJob } from "./example.ts";
import { benchKernel } from "./kernel.ts";
import { benchPlanner } from "./planner.ts";
import { benchCommands, benchGrowth, createRunner } from "./processes.ts";
import { benchRobustness } from "./robustness.ts";
import { referenceRoundsPerSecond } from "./reference-loop.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../../..");

const { values: flags } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
  },
});

/** Sequences a step of GPT-3 whose legal layouts number about 1, 10, 100 and 250 million. */
const GROWTH = flags.quick ? [8, 120] : [8, 120, 5040, 55_440];
const EXAMPLES = ["natural-language-services", "pre-training", "fine-tuning"];

const [first] = cpus();
const machine = {
  node: process.version,
  cpu: first?.model ?? "unknown",
  cores: availableParallelism(),
  loadAverage: loadavg()[0] ?? 0,
};
const say = (what: string): void => console.error(what);

say("reference loop");
const reference = referenceRoundsPerSecond();
say("robustness");
const robustness = benchRobustness();
const catalog = loadBuiltinCatalog();
say("kernel");
const kernel = await benchKernel(
  gptJob(catalog, flags.quick ? 120 : 5040),
  gptJob(catalog, flags.quick ? 5040 : 55_440),
);
say("planner");
const planner = EXAMPLES.map((name) =>
  benchPlanner(root, join(root, `profiles/workloads/${name}.yaml`), catalog),
);
const runner = createRunner(root);
try {
  say("commands");
  const { nodeSeconds, commands } = benchCommands(runner);
  say("growth");
  const growth = [1, machine.cores].flatMap((workers) =>
    benchGrowth(runner, GROWTH, workers).map((figures) => ({ ...figures, workers })),
  );
  const result: BenchResult = {
    machine,
    referenceRoundsPerSecond: reference,
    kernel: { ...kernel, perReferenceRound: kernel.perSecondOneCore / reference },
    planner,
    robustness,
    nodeSeconds,
    commands,
    growth,
  };
  const report = {
    result,
    document: () => benchDocument(result),
    table: () => ({ columns: [], rows: [] }),
  };
  const style = { width: 120, colour: 0, ascii: false } as const;
  process.stdout.write(await render(report, flags.json ? "json" : "table", style));
} finally {
  runner.end();
}
