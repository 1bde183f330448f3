import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_WEIGHTS } from "../../src/input/default-weights.ts";
import { readWorkload } from "../../src/input/read-workload.ts";
import type { Workload } from "../../src/input/workload-types.ts";
import { KNOWN } from "./known.ts";

const FIXTURES = new URL("../fixtures/workloads/", import.meta.url);

function read(text: string): Workload {
  const reading = readWorkload(text, "w.yaml", KNOWN);
  if (!reading.ok) throw new Error(reading.diagnostics.map(({ message }) => message).join("\n"));
  return reading.value;
}

const DAY = 86_400;
const YEAR = 365.25 * DAY;

describe("a workload with every key", () => {
  const text = readFileSync(new URL("reference.yaml", FIXTURES), "utf8");

  it("is read to SI units, as written", () => {
    // Worked by hand from test/fixtures/workloads/reference.yaml.
    const half = { weights: ["bf16"], activations: ["bf16"], cache: ["bf16"] };
    const low = ["fp8", "bf16"];
    expect(read(text)).toEqual({
      name: "Support chat, 70B class",
      application: "natural-language-services",
      description: "free text",
      place: "cloud",
      sites: 1,
      tasks: [
        {
          id: "chat",
          kind: "inference",
          mode: "interactive",
          model: { kind: "catalog", id: "llama3.1-70b" },
          load: { kind: "rate", requestsPerSecond: 20 },
          inputLength: { mean: 1500, p95: 6000 },
          outputLength: { mean: 300, p95: 800 },
          latency: {
            timeToFirstToken: { limitSeconds: 1, percentile: 95 },
            timePerOutputToken: { limitSeconds: 0.05, percentile: null },
            endToEnd: { limitSeconds: 20, percentile: 99 },
          },
          precision: { weights: low, activations: low, cache: low },
          compression: [
            { kind: "pruning", pattern: "2:4", share: 0.5, accuracyRisk: "low" },
            {
              kind: "distillation",
              model: { kind: "catalog", id: "llama3.1-8b" },
              accuracyRisk: "medium",
            },
          ],
          steps: 30,
          prefixHitRate: 0.6,
          speculation: {
            draft: { kind: "catalog", id: "llama3.1-8b" },
            tokens: 4,
            acceptance: 0.75,
          },
          disaggregation: true,
        },
        {
          id: "pretrain",
          kind: "training",
          model: { kind: "catalog", id: "gpt3-175b" },
          precision: half,
          compression: [],
          totalTokens: 300e9,
          deadlineSeconds: 60 * DAY,
          sequenceLength: 2048,
          globalBatchTokens: 3.2e6,
          trainableShare: 1,
        },
        {
          id: "adapt",
          kind: "fine-tuning",
          model: { kind: "catalog", id: "llama3.1-8b" },
          precision: half,
          compression: [],
          totalTokens: 150e6,
          deadlineSeconds: 8 * 3600,
          sequenceLength: 4096,
          globalBatchTokens: 262_144,
          trainableShare: 0.005,
        },
      ],
      budget: {
        capitalUsd: 3e6,
        monthlyUsd: 100e3,
        perUnit: { usd: 0.5, unit: "million-tokens" },
        powerWatts: 50e3,
        energyUsdPerKilowattHour: 0.1,
        horizonSeconds: 3 * YEAR,
        ownership: "either",
      },
      scalability: { growthFactor: 4, growthSeconds: 2 * YEAR, maxChips: 512 },
      constraints: {
        vendors: { allow: [], deny: ["Huawei"] },
        classes: { allow: ["gpu", "tpu", "asic"], deny: [] },
        chips: { allow: [], deny: ["b200"] },
        stacks: { allow: ["vllm"], deny: [] },
        formFactors: { allow: ["SXM5"], deny: [] },
        safety: "ASIL-B",
        exportClass: "unrestricted",
        availableBy: "2027-01-01",
        chipPowerWatts: 350,
        clockScaling: false,
        allowEstimates: true,
        usedHardware: false,
      },
      weights: {
        cost: 0.3,
        performance: 0.2,
        energy: 0.15,
        latency: 0.1,
        scalability: 0.1,
        software: 0.1,
        risk: 0.05,
      },
    });
  });

  it("gives no warnings", () => {
    expect(readWorkload(text, "w.yaml", KNOWN)).toMatchObject({ ok: true, warnings: [] });
  });
});

const SMALL = `
scenario: {name: Small, place: edge}
demand:
  tasks:
    - {kind: inference, model: resnet50, rate: 5}
`;

function withTask(task: string): Workload {
  return read(`scenario: {name: One, place: cloud}\ndemand: {tasks: [${task}]}\n`);
}

describe("what a file leaves out", () => {
  it("is filled in with the documented defaults", () => {
    const everything = { allow: [], deny: [] };
    const half = ["bf16", "fp16"];
    expect(read(SMALL)).toEqual({
      name: "Small",
      application: "other",
      description: null,
      place: "edge",
      sites: 1,
      tasks: [
        {
          id: "task-1",
          kind: "inference",
          mode: "interactive",
          model: { kind: "catalog", id: "resnet50" },
          load: { kind: "rate", requestsPerSecond: 5 },
          inputLength: { mean: 1, p95: 1 },
          outputLength: { mean: 1, p95: 1 },
          latency: { timeToFirstToken: null, timePerOutputToken: null, endToEnd: null },
          precision: { weights: half, activations: half, cache: half },
          compression: [],
          steps: null,
          prefixHitRate: 0,
          speculation: null,
          disaggregation: false,
        },
      ],
      budget: {
        capitalUsd: null,
        monthlyUsd: null,
        perUnit: null,
        powerWatts: null,
        energyUsdPerKilowattHour: 0.1,
        horizonSeconds: 3 * YEAR,
        ownership: "either",
      },
      scalability: { growthFactor: 1, growthSeconds: 3 * YEAR, maxChips: null },
      constraints: {
        vendors: everything,
        classes: everything,
        chips: everything,
        stacks: everything,
        formFactors: everything,
        safety: null,
        exportClass: "any",
        availableBy: null,
        chipPowerWatts: null,
        clockScaling: false,
        allowEstimates: true,
        usedHardware: false,
      },
      // Those of src/input/default-weights.ts, of which the seven criteria known here have 94 %.
      weights: Object.fromEntries(
        KNOWN.criteria.map((id) => [id, expect.closeTo((DEFAULT_WEIGHTS[id] ?? 0) / 0.94, 12)]),
      ),
      weightsFrom: "application",
    });
  });

  it("includes the mode, which follows from the load", () => {
    const modeOf = (load: string): unknown =>
      withTask(`{kind: inference, model: resnet50, ${load}}`).tasks[0];
    expect(modeOf("frames: {streams: 8, rate: 30 fps}")).toMatchObject({
      mode: "streaming",
      load: { kind: "frames", streams: 8, framesPerSecond: 30 },
    });
    expect(modeOf("volume: {requests: 10 M, within: 8 h}")).toMatchObject({
      mode: "batch",
      load: { kind: "volume", requests: 10e6, deadlineSeconds: 28_800 },
    });
    expect(modeOf("users: {concurrent: 500, thinkTime: 20 s}")).toMatchObject({
      mode: "interactive",
      load: { kind: "users", concurrentUsers: 500, thinkSeconds: 20 },
    });
  });
});

describe("number formats", () => {
  const precisionOf = (precision: string): unknown =>
    withTask(`{kind: inference, model: resnet50, rate: 5, precision: ${precision}}`).tasks[0]
      ?.precision;

  it("may be one for all roles", () => {
    const all = { weights: ["int8"], activations: ["int8"], cache: ["int8"] };
    expect(precisionOf("int8")).toEqual(all);
    expect(precisionOf("[int8]")).toEqual(all);
  });

  it("of activations follow the weights and may always be 16 bits wide", () => {
    expect(precisionOf("{weights: [int4]}")).toEqual({
      weights: ["int4"],
      activations: ["int4", "bf16", "fp16"],
      cache: ["bf16", "fp16"],
    });
  });

  it("stay as wide as the weights ask for", () => {
    const wide = { weights: ["fp32"], activations: ["fp32"], cache: ["fp32"] };
    expect(precisionOf("{weights: fp32}")).toEqual(wide);
  });
});

describe("names", () => {
  it("are spelt as the catalogue does, whatever their case", () => {
    const { constraints } = read(`${SMALL}constraints: {vendors: {allow: [nvidia, amd]}}\n`);
    expect(constraints.vendors.allow).toEqual(["NVIDIA", "AMD"]);
  });
});

describe("weights", () => {
  const weightsOf = (weights: string): Workload["weights"] =>
    read(`${SMALL}preferences: {weights: ${weights}}\n`).weights;

  it("are relative and add up to 1", () => {
    expect(weightsOf("{cost: 3, energy: 1}")).toEqual({
      cost: 0.75,
      performance: 0,
      energy: 0.25,
      latency: 0,
      scalability: 0,
      software: 0,
      risk: 0,
    });
  });
});

describe("a model of one's own", () => {
  const task = "{kind: inference, model: {huggingFace: ./c.json}, rate: 5, input: 9, output: 9}";
  const text = `scenario: {name: One, place: cloud}\ndemand: {tasks: [${task}]}\n`;

  it("is read from a Hugging Face configuration beside the file", () => {
    const asked: string[] = [];
    const reading = readWorkload(text, "w.yaml", KNOWN, {
      readJson(path) {
        asked.push(path);
        return { ok: true, value: { model_type: "llama" } };
      },
    });
    expect(asked).toEqual(["./c.json"]);
    expect(reading.ok && reading.value.tasks[0]?.model).toEqual({
      kind: "hugging-face",
      path: "./c.json",
      config: { model_type: "llama" },
    });
  });

  it("may stand in the file", () => {
    const profile =
      "{kind: decoder, parameters: 1 B, shape: {layers: 2, hidden: 64, heads: 4, ffn: 256, vocabulary: 1000}}";
    const { tasks } = withTask(
      `{kind: inference, model: {profile: ${profile}}, rate: 5, input: 9, output: 9}`,
    );
    expect(tasks[0]?.model).toMatchObject({ kind: "inline", profile: { kind: "decoder" } });
  });
});

describe("decoding", () => {
  const decoding = (keys: string) => {
    const task = `{kind: inference, model: llama3.1-70b, rate: 5, input: 100, output: 10, ${keys}}`;
    return readWorkload(
      `scenario: {name: One, place: cloud}\ndemand: {tasks: [${task}]}\n`,
      "w.yaml",
      KNOWN,
    );
  };

  it("looks proposals up in the prompt where no draft is named", () => {
    expect(decoding("speculation: {tokens: 5, acceptance: 40 %}")).toMatchObject({
      ok: true,
      value: { tasks: [{ speculation: { draft: null, tokens: 5, acceptance: 0.4 } }] },
    });
  });

  it("has them proposed by a head of the model where the draft is one", () => {
    const keys = "speculation: {draft: prediction-head, tokens: 3, acceptance: 70 %}";
    expect(decoding(keys)).toMatchObject({
      ok: true,
      value: { tasks: [{ speculation: { draft: { kind: "prediction-head" }, tokens: 3 } }] },
    });
  });

  it.each([
    ["prefixCache: {hitRate: 120 %}", "CS1201"],
    ["prefixCache: {}", "CS1102"],
    ["speculation: {tokens: 2.5, acceptance: 0.5}", "CS1202"],
    ["speculation: {tokens: 100, acceptance: 0.5}", "CS1202"],
    ["speculation: {draft: llama3.1-9b, tokens: 4, acceptance: 0.5}", "CS1301"],
  ])("refuses %s", (keys, code) => {
    expect(decoding(keys)).toMatchObject({ ok: false, diagnostics: [{ code }] });
  });
});

describe("chips of a site", () => {
  const maxChips = (place: string, scalability = ""): number | null =>
    read(
      `scenario: {name: One, place: ${place}}\n${scalability}\ndemand: {tasks: [{kind: inference, model: resnet50, rate: 5}]}\n`,
    ).scalability.maxChips;

  it("are four in a personal computer where nothing is said, and any number elsewhere", () => {
    expect(maxChips("pc")).toBe(4);
    expect(maxChips("on-premises")).toBeNull();
  });

  it("are as many as the file says", () => {
    expect(maxChips("pc", "scalability: {maxChips: 2}")).toBe(2);
  });
});

describe("anchors and merges", () => {
  it("share keys between tasks", () => {
    const { tasks } = read(`
scenario: {name: Two, place: cloud}
demand:
  tasks:
    - &first {id: a, kind: inference, model: resnet50, rate: 5}
    - {<<: *first, id: b, rate: 7}
`);
    expect(tasks.map(({ id }) => id)).toEqual(["a", "b"]);
    expect(tasks[1]).toMatchObject({ load: { kind: "rate", requestsPerSecond: 7 } });
  });
});
