import { assert, constantFrom, integer, nat, property, record } from "fast-check";
import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../../src/app/builtin-catalog.ts";
import { indexHardware } from "../../../src/app/hardware.ts";
import { devicesFor } from "../../../src/planner/candidate.ts";
import { resolveFormats } from "../../../src/simulation/formats.ts";
import {
  leafCode,
  leafOf,
  LEAVES,
  type Leaf,
} from "../../../src/simulation/training-kernel/leaf.ts";
import { trainingKernel } from "../../../src/simulation/training-kernel/kernel.ts";
import { trainingFloor } from "../../../src/simulation/training-kernel/floor.ts";
import {
  leastSeconds,
  setData,
  setInterleave,
  setLeastAgain,
  setPipeline,
} from "../../../src/simulation/training-kernel/levels.ts";
import { setPlacement } from "../../../src/simulation/training-kernel/placement.ts";
import { scanLeaves } from "../../../src/simulation/training-kernel/scan.ts";
import {
  hasHost,
  microStep,
  trainingPoint,
  type TrainingLayout,
  type TrainingSetup,
} from "../../../src/simulation/training.ts";
import { lowerTraining } from "../../../src/workload/training-program.ts";
import type { PlacedGroup } from "../../../src/workload/types.ts";
import { pretraining } from "../../support/tasks.ts";

/** The catalogue's own chips, links, stacks and models: islands and pods, switches and meshes, buses, hosts slower than their chips. */
const catalog = loadBuiltinCatalog();
const index = indexHardware(catalog);
const CHIPS = [
  "h100-sxm",
  "mi300x",
  "tpu-v4",
  "tpu-v5e",
  "gaudi3",
  "trainium2",
  "rtx4090",
  "a40",
  "epyc-9654",
  "gb200-nvl72",
];
const MODELS = [
  "gpt3-175b",
  "llama3.1-405b",
  "llama3-8b",
  "deepseek-v3",
  "mixtral-8x7b",
  "bert-large",
  "t5-11b",
  "whisper-large-v3",
  "resnet50",
  "dlrm-dcnv2",
];

const setups = CHIPS.flatMap((id) => {
  const chip = catalog.chips.find((each) => each.id === id);
  if (!chip) throw new Error(`no chip ${id}`);
  const hardware = index.of(chip, { allow: [], deny: [] });
  return MODELS.flatMap((name) => {
    const model = catalog.models.find((each) => each.id === name);
    if (!model) throw new Error(`no model ${name}`);
    const program = lowerTraining(model);
    return devicesFor(hardware, pretraining(), model).flatMap((limited) =>
      (["bf16", "fp8", "fp32"] as const).flatMap((precision): TrainingSetup[] => {
        // Everything fits, so that every cost is compared.
        const device = { ...limited, usableMemoryBytes: Number.MAX_VALUE };
        const formats = resolveFormats(device, precision, precision, precision);
        if (!formats) return [];
        const shared = { program, device, formats, sequence: 4096, globalBatch: 384 };
        const training = { gradients: "fp32", optimizerStates: ["bf16"] } as const;
        const chunked = { ...device, stack: { ...device.stack, tensorChunks: true, training } };
        return [
          { ...shared, trainableShare: 1 },
          { ...shared, trainableShare: 0.003, kernels: "early" },
          { ...shared, trainableShare: 1, device: chunked, optimizer: "bf16" },
          { ...shared, trainableShare: 1, device: chunked, kernels: "early" },
        ];
      }),
    );
  });
});

const ORDERS = permutations(["tensor", "context", "pipeline", "data"]);

function permutations(groups: readonly PlacedGroup[]): PlacedGroup[][] {
  if (groups.length === 0) return [[]];
  return groups.flatMap((first) =>
    permutations(groups.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}

const layouts = record({
  setup: nat(),
  tensor: constantFrom(1, 2, 3, 4, 8, 16),
  context: constantFrom(1, 2, 4, 8, 32),
  expert: constantFrom(1, 2, 4, 8, 16, 64),
  pipeline: integer({ min: 1, max: 126 }),
  data: constantFrom(1, 2, 3, 8, 48, 384),
  microBatch: constantFrom(1, 2, 3, 8, 32),
  interleave: constantFrom(1, 2, 3, 8),
  order: constantFrom(undefined, ...ORDERS),
  leaf: nat({ max: LEAVES - 1 }),
});

describe("the training kernel", () => {
  it("agrees with the simulation on every chip, model, format and layout", () => {
    assert(
      property(layouts, ({ setup: which, order, ...drawn }) => {
        const setup = setups[which % setups.length];
        if (!setup) throw new Error("no setups");
        const { layers, limits } = setup.program;
        const { microBatch, interleave, data } = drawn;
        const host = hasHost(setup.device);
        const pipeline = Math.min(drawn.pipeline, layers);
        const expert = Math.min(drawn.expert, limits.expert);
        const tensor = Math.min(drawn.tensor, limits.tensor);
        const context = layers > 1 ? drawn.context : 1;
        const layout: TrainingLayout & Leaf = {
          sharding: { tensor, context, expert, pipeline, data, ...(order && { placement: order }) },
          microBatch,
          interleave,
          ...leafOf(drawn.leaf),
        };
        // What does not exist is not costed: states shared by nobody, a host that is not there.
        if (data * context === 1) layout.zeroStage = 0;
        if (!host) Object.assign(layout, { offload: false, offloadActivations: false });
        const reference = trainingPoint(setup, layout, microStep(setup, layout));
        const kernel = trainingKernel(setup, { tensor, context, expert, microBatch });
        setPipeline(kernel, pipeline);
        setData(kernel, data, reference.microBatches);
        setPlacement(kernel, order ?? ["tensor", "context", "pipeline", "data"]);
        setInterleave(kernel, interleave);
        scanLeaves(kernel, Number.POSITIVE_INFINITY, true);
        const { recompute, zeroStage, offload, offloadActivations } = layout;
        const leaf = leafCode({ recompute, zeroStage, offload, offloadActivations });
        const at = kernel.foundLeaf.subarray(0, kernel.found).indexOf(leaf);
        // Chips that cannot be joined never finish a step.
        expect(at >= 0).toBe(Number.isFinite(reference.stepSeconds));
        if (at < 0) return;
        const seconds = kernel.foundSeconds[at] ?? Number.NaN;
        const bytes = kernel.foundBytes[at] ?? Number.NaN;
        expect(Math.abs(seconds / reference.stepSeconds - 1)).toBeLessThan(1e-9);
        expect(Math.abs(bytes / reference.memoryBytesPerChip - 1)).toBeLessThan(1e-9);
        // Bounds hold, but for rounding, where the experts lie on chips that there are.
        if (expert > tensor * context * data) return;
        const tight = { ...setup.device, usableMemoryBytes: bytes * (1 + 1e-9) };
        const least = trainingKernel(
          { ...setup, device: tight },
          { tensor, context, expert, microBatch },
        );
        setPipeline(least, pipeline);
        setData(least, data, reference.microBatches);
        expect(setLeastAgain(least)).toBe(true);
        expect(leastSeconds(least, interleave)).toBeLessThanOrEqual(seconds * (1 + 1e-12));
        const floor = trainingFloor(setup)({ tensor, context, expert });
        const sequences = reference.microBatches * microBatch * data;
        expect(sequences * floor).toBeLessThanOrEqual(reference.chips * seconds * (1 + 1e-12));
        // A micro-batch passes all layers, one after the other.
        if (interleave > 1 && reference.microBatches % pipeline !== 0) return;
        const passing = (microBatch * floor) / (tensor * context);
        expect(passing).toBeLessThanOrEqual(seconds * (1 + 1e-12));
      }),
      { numRuns: 3000 },
    );
  }, 60_000);
});
