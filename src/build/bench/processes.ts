import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "../../units/statistics.ts";
import { gptWorkload } from "./example.ts";

/** What a whole process took. */
interface Process {
  cpuSeconds: number;
  wallSeconds: number;
  peakBytes: number;
  stdout: string;
}

export interface CommandFigures {
  command: string;
  /** CPU seconds of the whole process, median of some runs, and what it takes over `node -e 0`. */
  cpuSeconds: number;
  overNodeSeconds: number;
  peakBytes: number;
}

export interface GrowthFigures {
  configurations: number;
  cpuSeconds: number;
  wallSeconds: number;
  peakBytes: number;
}

/** Reports what the process took when it ends, on a pipe of its own. */
const HOOK = `if (require("node:worker_threads").isMainThread) process.on("exit", () => {
  const { user, system } = process.cpuUsage();
  require("node:fs").writeSync(3, JSON.stringify({
    cpuSeconds: (user + system) / 1e6,
    peakBytes: 1024 * process.resourceUsage().maxRSS,
  }));
});`;

const RUNS = 7;

const COMMANDS = [
  "--version",
  "evaluate profiles/workloads/natural-language-services.yaml",
  "evaluate profiles/workloads/pre-training.yaml",
  "evaluate profiles/workloads/fine-tuning.yaml",
  "explain profiles/workloads/pre-training.yaml --chip h100-sxm",
  "simulate profiles/workloads/pre-training.yaml --chip h100-sxm",
  "simulate profiles/workloads/pre-training.yaml --chip h100-sxm --search --workers 1",
  "validate",
  "catalog list chips",
] as const;

/** A machine with the program on it and a folder for what a run needs. */
export interface Runner {
  command(argv: readonly string[]): Process;
  node(): Process;
  /** File in the temporary folder with this text. */
  file(name: string, text: string): string;
  end(): void;
}

export function createRunner(root: string): Runner {
  const folder = mkdtempSync(join(tmpdir(), "chipselect-bench-"));
  const file = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const hook = file("hook.cjs", HOOK);
  const start = (argv: readonly string[]): Process => {
    const started = performance.now();
    const { stdout, output, status } = spawnSync(process.execPath, ["--require", hook, ...argv], {
      cwd: root,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore", "pipe"],
      maxBuffer: 2 ** 28,
    });
    const wallSeconds = (performance.now() - started) / 1000;
    if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${status}`);
    const { cpuSeconds, peakBytes }: Process = JSON.parse(output[3] ?? "");
    return { cpuSeconds, wallSeconds, peakBytes, stdout };
  };
  return {
    command: (argv) => start(["bin/chipselect.js", ...argv]),
    node: () => start(["-e", "0"]),
    file,
    end: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Whole processes in turn, so that a busy moment of the machine strikes all of them. */
export function benchCommands(runner: Runner): { nodeSeconds: number; commands: CommandFigures[] } {
  const node: number[] = [];
  const runs = COMMANDS.map((): Process[] => []);
  for (let round = 0; round < RUNS; round++) {
    node.push(runner.node().cpuSeconds);
    COMMANDS.forEach((command, index) => {
      runs[index]?.push(runner.command([...command.split(" "), ...quietly(command)]));
    });
  }
  const nodeSeconds = median(node) ?? 0;
  const commands = COMMANDS.map((command, index): CommandFigures => {
    const cpuSeconds = median((runs[index] ?? []).map((run) => run.cpuSeconds)) ?? 0;
    const peakBytes = Math.max(...(runs[index] ?? []).map((run) => run.peakBytes));
    return { command, cpuSeconds, overNodeSeconds: cpuSeconds - nodeSeconds, peakBytes };
  });
  return { nodeSeconds, commands };
}

const quietly = (command: string): readonly string[] =>
  command === "--version" ? [] : ["--quiet"];

/** `simulate --search` on spaces that grow, one thread and then all: time and memory of the whole process. */
export function benchGrowth(
  runner: Runner,
  globalBatches: readonly number[],
  workers: number,
): GrowthFigures[] {
  return globalBatches.map((globalBatch) => {
    const workload = runner.file(`gpt-${globalBatch}.yaml`, gptWorkload(globalBatch));
    const argv = ["simulate", workload, "--chip", "h100-sxm", "--search", "--quiet"];
    argv.push("--format", "json", "--workers", String(workers));
    const { stdout, cpuSeconds, wallSeconds, peakBytes } = runner.command(argv);
    const { searches }: { searches: { costed: number }[] } = JSON.parse(stdout);
    const configurations = searches.reduce((sum, { costed }) => sum + costed, 0);
    return { configurations, cpuSeconds, wallSeconds, peakBytes };
  });
}
