import { describe, expect, it } from "vitest";
import type { Chip, DecoderModel, Stack } from "../../src/catalog/types.ts";
import { resolveFormats } from "../../src/simulation/formats.ts";
import {
  interleaveOf,
  microStep,
  trainingMemoryParts,
  trainingPoint,
  type TrainingLayout,
} from "../../src/simulation/training.ts";
import { lowerTraining, type TrainingProgram } from "../../src/workload/training-program.ts";
import type { Precision } from "../../src/units/precision.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { a100, device, h100, stack, system } from "../support/chips.ts";
import { decoder, gpt3, llama8b, shape } from "../support/models.ts";

const trainer = stack({
  stepOverheadSeconds: 5e-3,
  collectiveOverlap: 0.7,
  usableMemoryShare: 0.92,
});

function memoryParts(
  program: TrainingProgram,
  run: Pick<TrainingLayout, "sharding" | "zeroStage" | "recompute"> & { microBatches: number },
  { stack: trainedOn = trainer, optimizer }: { stack?: Stack; optimizer?: Precision } = {},
) {
  const on = device({ chip: a100(), stack: trainedOn, system: system() });
  const setup = {
    program,
    device: on,
    sequence: 2048,
    trainableShare: 1,
    ...(optimizer && { optimizer }),
  };
  return trainingMemoryParts(setup, { microBatch: 1, interleave: 1, ...run }, run.microBatches);
}

/** The same chip behind PCIe 4.0 x16. */
function a100Hosted(bandwidthBytesPerSecond = 25e9): Chip {
  return { ...a100(), hostLink: { name: "PCIe", bandwidthBytesPerSecond } };
}

interface Run {
  model?: DecoderModel;
  chip?: Chip;
  sequence?: number;
  globalBatch?: number;
  trainableShare?: number;
}

function train(layout: Partial<TrainingLayout>, run: Run = {}) {
  const on = device({ chip: run.chip ?? a100(), stack: trainer, system: system() });
  const formats = resolveFormats(on, "bf16", "bf16", "bf16");
  if (!formats) throw new Error("no BF16");
  const setup = {
    program: lowerTraining(run.model ?? llama8b),
    device: on,
    formats,
    sequence: run.sequence ?? 2048,
    globalBatch: run.globalBatch ?? 512,
    trainableShare: run.trainableShare ?? 1,
  };
  const whole: TrainingLayout = {
    sharding: UNSHARDED,
    microBatch: 1,
    interleave: 1,
    zeroStage: 1,
    recompute: "none",
    ...layout,
  };
  return trainingPoint(setup, whole, microStep(setup, whole));
}

/**
 * Bytes a token and layer of Llama 3 8B, 16-bit: inputs of two norms and of the multiplies behind them, queries and output of 4,096,
 * keys and values of 1,024 each (eight heads of 128), and three times the inner width.
 */
const LLAMA_8B_LAYER = 2 * (4 * 4096 + 2 * 4096 + 2 * 1024 + 3 * 14_336);

describe("pipeline", () => {
  it("idles (p − 1)/(v·m) of the busy time (Narayanan et al. 2021)", () => {
    const sharding = { ...UNSHARDED, tensor: 8, pipeline: 4 };
    for (const interleave of [1, 2]) {
      const point = train({ sharding, interleave }, { globalBatch: 16 });
      const busy = point.stepSeconds - point.bubbleSeconds;
      const bubbles = 3 / (interleave * 16);
      // Mean stages fill and drain the pipeline; the fullest, which sets its pace, has the vocabulary too: 8 layers of 218 M parameters
      // and a quarter of 525 M against the whole of them. The optimizer step is the only other part.
      expect(point.bubbleSeconds / busy).toBeGreaterThan(
        0.95 * ((8 * 218 + 525 / 4) / (8 * 218 + 525)) * bubbles,
      );
      expect(point.bubbleSeconds / busy).toBeLessThanOrEqual(bubbles);
    }
  });

  it("hands every micro-batch over once for each virtual stage, forward and backward", () => {
    const sharding = { ...UNSHARDED, pipeline: 8 };
    const shown = (interleave: number): number => {
      const point = train({ sharding, interleave }, { globalBatch: 16 });
      return point.stepSeconds - point.bubbleSeconds;
    };
    // 2,048 tokens of 4,096 at 16 bits over 300 GB/s, of which the stack hides 70 %; beside it two hops and what the link does not reach of its peak.
    const onLinks = (0.3 * 2048 * 4096 * 2) / 300e9;
    const more = (shown(4) - shown(2)) / (16 * 2 * 2);
    expect(more).toBeGreaterThan(onLinks);
    expect(more).toBeLessThan(1.5 * onLinks);
    // Without interleaving nothing is hidden: one whole hand-over against 2 × 0.3 of one.
    expect(shown(1)).toBeGreaterThan(shown(2));
  });

  it("spares the last stage a layer for the logits where the layers leave one over", () => {
    const seconds = (layers: number): number => {
      const model = { ...gpt3, shape: { ...gpt3.shape, layers } };
      const point = train({ sharding: { ...UNSHARDED, tensor: 8, pipeline: 8 } }, { model });
      return point.stepSeconds - point.bubbleSeconds;
    };
    // GPT-3's head is a third of a layer, so that a full stage sets the pace unless every stage is full.
    expect(seconds(95) / seconds(94)).toBeCloseTo(1, 2);
    const head = 51_200 / (12 * 12_288);
    expect(seconds(96) / seconds(95)).toBeCloseTo(1 + head / 12, 2);
  });

  it("is interleaved where each rank has two layers to split", () => {
    expect(interleaveOf(96, 8)).toBe(2);
    expect(interleaveOf(96, 64)).toBe(1);
    expect(interleaveOf(96, 1)).toBe(1);
  });
});

describe("states", () => {
  /** Rajbhandari et al. 2020, figure 1: 7.5 billion parameters, 64 replicas, gigabytes per chip. */
  const published = [
    [0, 120],
    [1, 31.4],
    [2, 16.6],
    [3, 1.9],
  ] as const;

  it.each(published)("of ZeRO stage %i take %f GB", (zeroStage, gigabytes) => {
    const program = lowerTraining(decoder("7.5B", 7.5e9, shape(32, 4096, 32)));
    const parts = memoryParts(program, {
      sharding: { ...UNSHARDED, data: 64 },
      zeroStage,
      recompute: "full",
      microBatches: 1,
    });
    const states = parts.filter(({ part }) => part !== "activations");
    const bytes = states.reduce((sum, { bytes: each }) => sum + each, 0);
    expect(bytes / 1e9).toBeCloseTo(gigabytes, 0);
  });

  /** Megatron Core developer guide, distributed optimizer: bytes a parameter of BF16 weights and FP32 gradients over d copies. */
  it.each([
    [0, "fp32", 18],
    [1, "fp32", 6 + 12 / 64],
    // DeepSeek-V3 Technical Report, section 3.3.3: both moments in BF16 beside an FP32 master copy.
    [1, "bf16", 6 + 8 / 64],
    // Dettmers et al. 2022: a byte a moment and a scale for each 2,048.
    [1, "int8", 6 + (6 + 8 / 2048) / 64],
  ] as const)(
    "of ZeRO stage %i with moments in %s take %f bytes where gradients are wide",
    (zeroStage, optimizer, bytes) => {
      const parts = memoryParts(
        lowerTraining(llama8b),
        { sharding: { ...UNSHARDED, data: 64 }, zeroStage, recompute: "full", microBatches: 1 },
        {
          optimizer,
          stack: stack({
            ...trainer,
            training: { gradients: "fp32", optimizerStates: [optimizer] },
          }),
        },
      );
      const states = parts.filter(({ part }) => part !== "activations");
      const sum = states.reduce((total, part) => total + part.bytes, 0);
      expect(sum / llama8b.parameters).toBeCloseTo(bytes, 6);
    },
  );

  it("of the first stage of a pipeline include the embedding", () => {
    const parts = memoryParts(lowerTraining(gpt3), {
      sharding: { ...UNSHARDED, pipeline: 8 },
      zeroStage: 0,
      recompute: "full",
      microBatches: 1,
    });
    // One table serves as embedding and as head.
    const table = 51_200 * 12_288;
    const weights = (gpt3.parameters - table) / 8 + table;
    expect(parts.find(({ part }) => part === "weights")?.bytes).toBeCloseTo(2 * weights, -3);
  });

  it("of frozen weights are the weights alone (LoRA)", () => {
    const full = train({}).memoryBytesPerChip;
    const adapter = train({}, { trainableShare: 0.005 }).memoryBytesPerChip;
    expect(full - adapter).toBeCloseTo(0.995 * 14 * 8.03e9, -6);
  });
});

describe("activations", () => {
  it("of a pipeline count on the first stage, once for each stage, and a rebuilt layer only once", () => {
    const program = lowerTraining(gpt3);
    const kept = (recompute: "none" | "full") => {
      const parts = memoryParts(program, {
        sharding: { ...UNSHARDED, tensor: 8, pipeline: 8 },
        zeroStage: 1,
        recompute,
        microBatches: 64,
      });
      return parts.find(({ part }) => part === "activations")?.bytes ?? 0;
    };
    const layer = (2048 * 12_288) / 8;
    // Korthikanti et al. 2022: all layers' worth, L·34·s·b·h/t; with full recomputation L·2·s·b·h/t.
    expect(kept("none")).toBeCloseTo(96 * 34 * layer, -3);
    expect(kept("full")).toBeCloseTo((96 * 2 + 32) * layer, -3);
  });

  it("decide whether the layout fits", () => {
    const sharding = { ...UNSHARDED, tensor: 8, pipeline: 8, data: 16 };
    const gpt = { model: gpt3, globalBatch: 1536 };
    expect(train({ sharding, microBatch: 8 }, gpt).fits).toBe(false);
    expect(train({ sharding, microBatch: 1, recompute: "full" }, gpt).fits).toBe(true);
  });
});

describe("experts", () => {
  const moe = decoder(
    "moe",
    40e9,
    shape(32, 4096, 32, {
      ffn: 0,
      experts: {
        experts: 8,
        expertsPerToken: 2,
        sharedExperts: 0,
        expertFfn: 14_336,
        sharedFfn: 0,
        denseLayers: 0,
      },
    }),
  );

  it("that lie on several replicas keep their optimizer state once for fewer copies", () => {
    const state = (expert: number): number => {
      const parts = memoryParts(lowerTraining(moe), {
        sharding: { ...UNSHARDED, data: 16, expert },
        zeroStage: 1,
        recompute: "full",
        microBatches: 1,
      });
      return parts.find(({ part }) => part === "optimizer state")?.bytes ?? 0;
    };
    // Rajbhandari et al. 2020: 12 bytes a parameter over the 16 chips, however the experts are spread.
    expect(state(1)).toBeCloseTo((12 * 40e9) / 16, -3);
    expect(state(8)).toBe(state(1));
  });
});

describe("offloaded optimizer states", () => {
  it("leave the chip's memory and take the host's time", () => {
    const sharding = { ...UNSHARDED, data: 8 };
    const here = train({ sharding });
    const there = train({ sharding, offload: true });
    expect(here.memoryBytesPerChip - there.memoryBytesPerChip).toBeCloseTo((12 * 8.03e9) / 8, -7);
    expect(there.stepSeconds).toBeGreaterThan(here.stepSeconds);
  });
});

describe("offloaded activations", () => {
  const hosted = a100Hosted();

  it("leave two layers' worth on the chip", () => {
    const here = train({}, { chip: hosted });
    const there = train({ offloadActivations: true }, { chip: hosted });
    const layer = 2048 * LLAMA_8B_LAYER;
    expect(here.memoryBytesPerChip - there.memoryBytesPerChip).toBeCloseTo(30 * layer, -3);
  });

  it("take no time where the way to the host is quicker than the passes, and all that is longer where it is not", () => {
    const sharding = { ...UNSHARDED, tensor: 8 };
    const seconds = (chip: Chip, offloadActivations: boolean): number =>
      train({ sharding, offloadActivations }, { chip }).stepSeconds;
    const slow = a100Hosted(1e9);
    expect(seconds(hosted, true)).toBeGreaterThanOrEqual(seconds(hosted, false));
    const bytes = (32 * 2048 * LLAMA_8B_LAYER) / 8;
    // 512 micro-batches, each down once and up once at 1 GB/s; what hides behind compute is far less.
    const waiting = seconds(slow, true) - seconds(slow, false);
    expect(waiting / ((512 * 2 * bytes) / 1e9)).toBeGreaterThan(0.8);
    expect(waiting / ((512 * 2 * bytes) / 1e9)).toBeLessThan(1);
  });
});

describe("speed", () => {
  it("is the same work for every replica: twice the replicas, nearly twice the rate", () => {
    const rate = (data: number): number =>
      train({ sharding: { ...UNSHARDED, tensor: 8, data } }).tokensPerSecond;
    expect(rate(16) / rate(8)).toBeGreaterThan(1.7);
    expect(rate(16) / rate(8)).toBeLessThanOrEqual(2);
  });

  it("pays for sharded weights at every micro-batch and for recomputation with a forward pass", () => {
    const sharding = { ...UNSHARDED, data: 64 };
    const seconds = (layout: Partial<TrainingLayout>): number =>
      train({ sharding, ...layout }).stepSeconds;
    expect(seconds({ zeroStage: 3 })).toBeGreaterThan(seconds({ zeroStage: 1 }));
    const again = seconds({ recompute: "full" }) / seconds({ recompute: "none" });
    expect(again).toBeGreaterThan(1.2);
    expect(again).toBeLessThan(4 / 3);
  });

  it("pays for sharded gradients at every micro-batch but the last", () => {
    const sharding = { ...UNSHARDED, data: 64 };
    const seconds = (zeroStage: 1 | 2, globalBatch: number): number =>
      train({ sharding, zeroStage }, { globalBatch }).stepSeconds;
    expect(seconds(2, 64)).toBe(seconds(1, 64));
    // 16 GB of gradients are scattered over 64 chips, eight to a domain, 70 % of it hidden.
    const scatter = (0.3 * 2 * 8.03e9) / 8 / 25e9;
    const more = (seconds(2, 640) - seconds(1, 640)) / 9;
    expect(more).toBeGreaterThan(scatter);
    expect(more).toBeLessThan(1.5 * scatter);
  });

  it("does not count padding, stages or idle replicas as model operations", () => {
    // Narayanan et al. 2021 without the recomputation; attention is halved by the mask.
    const sharding = { ...UNSHARDED, tensor: 8, pipeline: 16, data: 2 };
    const point = train({ sharding }, { model: gpt3, globalBatch: 100 });
    const [s, l, h, v] = [2048, 96, 12_288, 51_200];
    const operations = 72 * 100 * s * l * h * h * (1 + s / (12 * h) + v / (12 * l * h));
    const utilisation = operations / (point.stepSeconds * 312e12 * 256);
    expect(point.modelFlopsUtilisation / utilisation).toBeCloseTo(1, 2);
  });
});

describe("published runs", () => {
  it("GPT-3 175B on 1,024 A100 in the neighbourhood of 51 % of the peak (Narayanan et al. 2021: 140 TFLOP/s, 44 %; Korthikanti et al. 2022: 51.4 %)", () => {
    // Korthikanti et al. 2022, table 5: t = 8, p = 8, interleaved, micro-batch 1, global batch 64 on 64 chips.
    const sharding = { ...UNSHARDED, tensor: 8, pipeline: 8 };
    const layout = { sharding, interleave: 3, recompute: "selective" as const };
    const { modelFlopsUtilisation } = train(layout, { model: gpt3, globalBatch: 64 });
    expect(modelFlopsUtilisation).toBeGreaterThan(0.35);
    expect(modelFlopsUtilisation).toBeLessThan(0.62);
  });

  it("GPT 177B on 2,304 H100 near 432.8 TFLOP/s a chip (Megatron-LM README, row megatron2024-007)", () => {
    const model = decoder("gpt-177b", 177e9, shape(96, 12_288, 96, { vocabulary: 131_072 }));
    const sharding = { ...UNSHARDED, tensor: 8, pipeline: 6, data: 48 };
    const run = { model, chip: h100(), sequence: 4096, globalBatch: 1152 };
    const { modelFlopsUtilisation } = train(
      { sharding, interleave: 2, recompute: "selective" },
      run,
    );
    const measured = 432.8 / 989;
    expect(modelFlopsUtilisation).toBeGreaterThan(0.7 * measured);
    expect(modelFlopsUtilisation).toBeLessThan(1.4 * measured);
  });

  it("MPT 1B on 8 A100 near 56 % with fully sharded weights (llm-foundry, row llmfoundry-181)", () => {
    const model = decoder("mpt-1b", 1.316e9, shape(24, 2048, 16, { vocabulary: 50_368 }));
    const sharding = { ...UNSHARDED, data: 8 };
    const run = { model, globalBatch: 512 };
    const { modelFlopsUtilisation, fits } = train({ sharding, microBatch: 8, zeroStage: 3 }, run);
    expect(fits).toBe(true);
    expect(modelFlopsUtilisation).toBeGreaterThan(0.7 * 0.5623);
    expect(modelFlopsUtilisation).toBeLessThan(1.4 * 0.5623);
  });
});
