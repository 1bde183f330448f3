import { describe, expect, it } from "vitest";
import type { SearchResult } from "../../src/report/search-types.ts";
import { chipselect, type Outcome } from "./fake-io.ts";

/** A small model whose layouts on sixteen chips are looked through in a moment. */
const SMALL = `
scenario: {name: Small run, application: pre-training, place: datacenter}
demand:
  tasks:
    - id: pretrain
      kind: training
      model: llama3.1-8b
      tokens: 10 B
      within: 30 days
      sequence: 4096
      globalBatch: 524288
      precision: {weights: [bf16], activations: [bf16]}
`;

/** Tens of millions of layouts: more than one thread does before it asks for help. */
const LARGE = SMALL.replace("llama3.1-8b", "gpt3-175b")
  .replace("sequence: 4096", "sequence: 2048")
  .replace("globalBatch: 524288", `globalBatch: ${1260 * 2048}`);

const search = (workload: string, ...flags: string[]): Promise<Outcome> =>
  chipselect(["simulate", "-", "--chip", "h100-sxm", "--search", ...flags], { stdin: workload });

async function result(workload: string, ...flags: string[]): Promise<SearchResult> {
  const { stdout, code } = await search(workload, "--format", "json", ...flags);
  expect(code).toBe(0);
  return JSON.parse(stdout);
}

describe("simulate --search", () => {
  it("shows the quickest layouts, the front and what was rejected", async () => {
    const { code, stdout } = await search(SMALL, "--chips", "8-16", "--top", "3");
    expect(code).toBe(0);
    expect(stdout).toContain("Every legal layout of Llama 3.1 8B on 8 to 16 H100 SXM5 80GB.");
    for (const heading of ["Quickest layouts", "Pareto front", "Rejected"]) {
      expect(stdout).toContain(heading);
    }
  });

  it("keeps as many of the quickest as asked for, quickest first, on chips of the range", async () => {
    const { searches } = await result(SMALL, "--chips", "8-16", "--top", "7");
    const best = searches[0]?.best ?? [];
    expect(best).toHaveLength(7);
    const seconds = best.map(({ stepSeconds }) => stepSeconds);
    expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
    for (const { chips } of best) expect(chips >= 8 && chips <= 16).toBe(true);
  });

  it("leaves fixed what is fixed and tries everything else", async () => {
    const { searches } = await result(SMALL, "--chips", "16", "--tp", "4", "--cp", "1");
    const best = searches[0]?.best ?? [];
    expect(new Set(best.map(({ tensorParallel }) => tensorParallel))).toEqual(new Set([4]));
    expect(new Set(best.map(({ contextParallel }) => contextParallel))).toEqual(new Set([1]));
    expect(new Set(best.map(({ pipelineParallel }) => pipelineParallel)).size).toBeGreaterThan(1);
  });

  it("finds what the planner plans when the number of chips is given", async () => {
    const { searches } = await result(SMALL, "--chips", "16");
    const { stdout } = await chipselect(
      ["simulate", "-", "--chip", "h100-sxm", "--chips", "16", "--format", "json"],
      { stdin: SMALL },
    );
    const { plan }: { plan: { tasks: { metrics: { trainingSeconds: number } }[] } } =
      JSON.parse(stdout);
    const [found] = searches[0]?.best ?? [];
    const planned = plan.tasks[0]?.metrics.trainingSeconds;
    expect(found?.trainingSeconds.toPrecision(12)).toBe(planned?.toPrecision(12));
  });

  it("searches each format of the optimizer's moments that workload and stack allow", async () => {
    const both = SMALL.replace(
      "activations: [bf16]",
      "activations: [bf16], optimizer: [bf16, fp32, int8]",
    );
    const { searches } = await result(both, "--chips", "8");
    // Megatron-LM has no block-wise int8 moments.
    expect(searches.map(({ precision }) => precision.optimizer)).toEqual(["fp32", "bf16"]);
    const [wide, narrow] = searches.map(({ fitting }) => fitting);
    expect(narrow).toBeGreaterThan(wide ?? Number.NaN);
    const pinned = await result(both, "--chips", "8", "--precision", "bf16/bf16/bf16/bf16");
    expect(pinned.searches.map(({ precision }) => precision.optimizer)).toEqual(["bf16"]);
  });

  it("gives the same bytes on one thread and on several", async () => {
    const outputs = await Promise.all(
      ["1", "2"].map((workers) => search(LARGE, "--workers", workers, "--format", "json")),
    );
    const [alone, ...others] = outputs.map(({ stdout }) => stdout);
    expect(alone).toContain('"costed"');
    for (const other of others) expect(other).toBe(alone);
  }, 60_000);

  it("ends with 1 when no layout fits", async () => {
    const { code, stdout } = await search(LARGE, "--chips", "1-4");
    expect(code).toBe(1);
    expect(stdout).toContain("None of them fits the memory of a chip.");
  });

  it("says what it needs when there is nothing to train", async () => {
    const chat = `
scenario: {name: Chat, application: other, place: cloud}
demand:
  tasks:
    - id: chat
      kind: inference
      mode: batch
      model: llama3.1-8b
      rate: 2 requests/s
      input: 100
      output: 100
budget: {energyPrice: 0.10 USD/kWh, horizon: 3 years}
`;
    const { code, stderr } = await search(chat);
    expect(code).toBe(2);
    expect(stderr).toContain("no training task to search layouts for");
  });
});

describe("--chips", () => {
  it.each(["0", "8-", "16-8", "a-b", "-3"])("refuses %s", async (range) => {
    const { code, stderr } = await search(SMALL, `--chips=${range}`);
    expect(code).toBe(2);
    expect(stderr).toContain("--chips");
  });

  it("takes a range only with --search", async () => {
    const argv = ["simulate", "-", "--chip", "h100-sxm", "--chips", "8-16"];
    const { code, stderr } = await chipselect(argv, { stdin: SMALL });
    expect(code).toBe(2);
    expect(stderr).toContain("--chips takes a range only with --search");
  });
});
