import { describe, expect, it } from "vitest";
import type { BlocksModel, EncoderModel } from "../../src/catalog/types.ts";
import { atInputSize } from "../../src/validation/input-size.ts";
import { PRECISIONS } from "../../src/units/precision.ts";
import { cpu, h100 } from "../support/chips.ts";
import { bertLarge } from "../support/models.ts";
import { catalog, predicted, row } from "./rows.ts";

/** One 3×3 convolution over the picture and a pooled classifier: work grows with the area. */
const network: BlocksModel = {
  ...bertLarge,
  id: "pixels",
  kind: "blocks",
  parameters: 1e6,
  input: { channels: 3, height: 224, width: 224, depth: 1 },
  blocks: [
    { type: "conv", out: 64, kernel: 3 },
    { type: "conv", out: 64, kernel: 3, repeat: 4 },
    { type: "global-pool" },
    { type: "linear", out: 1000 },
  ],
};

const onCatalog = catalog(network, bertLarge);

const value = (
  fields: Record<string, string>,
  model: BlocksModel | EncoderModel = network,
  on = onCatalog,
) =>
  predicted(
    row("vision", {
      model_id: model.id,
      metric: "latency_ms",
      weights_precision: "int8",
      activation_precision: "int8",
      batch: "4",
      scenario: "fixed-batch",
      value: "1",
      ...fields,
    }),
    on,
  );

describe("a row whose picture is too small for the network's windows", () => {
  it("is skipped and says so", () => {
    const valid: BlocksModel = {
      ...network,
      id: "valid",
      blocks: [{ type: "conv", out: 8, kernel: 5, padding: "valid" }, { type: "global-pool" }],
    };
    expect(() => value({ input_shape: "3x3x3" }, valid, catalog(valid))).toThrow(
      /3x3x3 is no input of valid: .*window of 1×5×5 doesn't fit/u,
    );
  });
});

describe("a network in FP32 on cores of Arm with half precision", () => {
  const peakOpsPerSecond = { fp32: 1e12, fp16: 2e12 };
  const latency = (family: string, framework: string) => {
    const chip = { ...cpu(), id: "cores", family, peakOpsPerSecond };
    const on = {
      ...onCatalog,
      chips: [chip],
      families: onCatalog.families.map((one) => ({ ...one, id: family })),
    };
    const fields = { chip_id: "cores", weights_precision: "fp32", activation_precision: "fp32" };
    return value({ ...fields, framework }, network, on);
  };

  it("runs in FP16 where the framework does so unless told otherwise", () => {
    expect(latency("arm-embedded", "halving")).toBeLessThan(latency("arm-embedded", "engine"));
    expect(latency("x86-avx2", "halving")).toBe(latency("x86-avx2", "engine"));
  });
});

describe("vision metrics", () => {
  const batch = value({}) / 1e3;

  it("count samples of all chips, each with a copy of its own", () => {
    expect(value({ metric: "fps" })).toBeCloseTo(4 / batch, 6);
    expect(value({ metric: "samples_per_s", chips: "3" })).toBeCloseTo(12 / batch, 6);
  });

  it("leave single-stream latency to one chip", () => {
    const alone = { scenario: "single-stream", batch: "1" };
    expect(value({ ...alone, chips: "4" })).toBe(value(alone));
  });

  it("are per image on Sophgo pages, whatever the batch", () => {
    const note = "PER-IMAGE latency: calculate time already divided by batch";
    expect(value({ note })).toBeCloseTo((1e3 * batch) / 4, 9);
  });

  describe("of AWS, on a chip of two cores that each take a batch", () => {
    const twoCores = { ...onCatalog, chips: [h100({ engines: 2 })] };
    const onCores = (fields: Record<string, string>) => value(fields, network, twoCores);
    const both = "data parallel over 2 NeuronCores; batch is per core";
    const queued = "data parallel over NeuronCores; batch is per core";

    it("count the batch of both", () => {
      expect(onCores({ note: both, batch: "2" })).toBeCloseTo(onCores({ batch: "4" }), 9);
      const rate = onCores({ note: both, batch: "2", metric: "fps" });
      expect(rate).toBeCloseTo(4e3 / onCores({ note: both, batch: "2" }), 6);
    });

    it("wait behind a second batch where throughput × latency is two batches a core", () => {
      const latency = onCores({ note: queued, batch: "8" });
      const rate = onCores({ note: queued, batch: "8", metric: "fps" });
      expect((rate * latency) / 1e3).toBeCloseTo(2 * 2 * 8, 6);
    });

    it("use one core for a batch of one", () => {
      const latency = onCores({ note: queued, batch: "1" });
      const rate = onCores({ note: queued, batch: "1", metric: "fps" });
      expect((rate * latency) / 1e3).toBeCloseTo(1, 6);
    });
  });

  it("of a saturated run come from a batch at least as good as any smaller one", () => {
    const rate = (batch: string, scenario: string) => value({ batch, scenario, metric: "fps" });
    const free = rate("", "offline");
    for (const batch of ["1", "2", "4", "8"]) {
      expect(free).toBeGreaterThanOrEqual(rate(batch, "fixed-batch"));
    }
  });

  it("take a DPU's 14 images a call, whoever calls (Vitis AI: C20B14)", () => {
    const note = "1x C20B14CU1 @300MHz";
    expect(value({ note, batch: "1" })).toBe(value({ batch: "14" }));
  });

  it("run FP32 convolutions in TF32 where framework and chip do", () => {
    const fields = { weights_precision: "fp32", activation_precision: "fp32", framework: "torch" };
    const chips = [h100({ peakOpsPerSecond: { fp32: 67e12, tf32: 495e12 } })];
    const stacks = onCatalog.stacks.map((each) => ({ ...each, precisions: PRECISIONS }));
    const here = { ...onCatalog, chips, stacks };
    const fast = value(fields, network, here);
    expect(value({ ...fields, framework: "engine" }, network, here) / fast).toBeGreaterThan(1.5);
  });

  it("are slower on one of three cores, where arithmetic bounds", () => {
    const large = { batch: "256" };
    const note = "ONE of 3 NPU cores";
    expect(value({ ...large, note }) / value(large)).toBeGreaterThan(1.5);
  });
});

describe("encoders", () => {
  const text = { sequence_length: "384", weights_precision: "fp16", activation_precision: "fp16" };

  it("take the length of the row", () => {
    const long = value({ ...text, batch: "32" }, bertLarge);
    const short = value({ ...text, batch: "32", sequence_length: "128" }, bertLarge);
    expect(long / short).toBeGreaterThan(2);
  });

  it("share one batch among the chips of a latency row by heads, or by layers in parts", () => {
    const one = value({ ...text, batch: "32" }, bertLarge);
    const two = value({ ...text, batch: "32", chips: "2" }, bertLarge);
    const stages = value({ ...text, batch: "32", chips: "2", note: "pp=2" }, bertLarge);
    expect(two).toBeLessThan(one);
    // Two parts over two stages: three of the four half-batch stage times that one chip needs.
    expect(stages / one).toBeGreaterThan(0.7);
    expect(stages / one).toBeLessThan(0.95);
    const alone = value({ ...text, batch: "1" }, bertLarge);
    expect(
      value({ ...text, batch: "1", chips: "2", note: "pp=2" }, bertLarge) / alone,
    ).toBeGreaterThan(0.99);
  });
});

describe("input size", () => {
  const sized = (shape: string) => {
    const model = atInputSize(network, shape);
    return model.kind === "blocks" ? [model.input.height, model.input.width] : null;
  };

  it("of a row replaces the model's own", () => {
    expect(sized("512x320x3")).toEqual([512, 320]);
    expect(sized("640")).toEqual([640, 640]);
  });

  it("that is the same, unreadable, or of other channels changes nothing", () => {
    for (const shape of ["224x224x3", "", "30 s of audio", "64x64x1"]) {
      expect(atInputSize(network, shape)).toBe(network);
    }
  });

  it("costs in proportion to the area", () => {
    const large = value({ input_shape: "448x448x3", batch: "512" });
    expect(large / value({ batch: "512" })).toBeGreaterThan(3);
  });
});

const operator = (fields: Record<string, string>) =>
  predicted(
    row("operators", {
      metric: "latency_ms",
      precision: "FP16",
      framework: "",
      value: "1",
      ...fields,
    }),
  );

describe("operators", () => {
  it("take a large multiply at the reachable share of the peak, without the step's overhead", () => {
    const size = { op: "matmul", M: "8192", N: "8192", K: "8192" };
    const least = (1e3 * 2 * 8192 ** 3) / (0.75 * 989e12);
    expect(operator(size)).toBeGreaterThan(least);
    expect(operator(size)).toBeLessThan(1.15 * least);
  });

  it("count elements in and out of memory: a softmax twice, a gated activation three times", () => {
    const size = { M: "16384", N: "16384" };
    // Elementwise kernels reach the family's vector share, one half, of its bandwidth share.
    const twice = (1e3 * 2 * 2 * 16_384 ** 2) / (0.5 * 0.8 * 3.35e12);
    expect(operator({ op: "softmax", ...size }) / twice).toBeCloseTo(1, 1);
    expect(operator({ op: "mlp_act", ...size }) / twice).toBeCloseTo(1.5, 1);
  });

  it("print throughput in elements of the matrix", () => {
    const size = { op: "gelu", M: "100000000" };
    const seconds = operator(size) / 1e3;
    const rate = operator({ ...size, metric: "throughput_gelements_per_s" });
    expect(rate).toBeCloseTo(0.1 / seconds, 6);
  });

  it("reduce over the node's links, and over the network where the note spreads the group", () => {
    const sum = { op: "all_reduce", chips: "8", bytes: "100000000" };
    const inside = operator({ ...sum, note: "NCCL, 8 of 8 GPUs per node" });
    const across = operator({ ...sum, note: "NCCL, 4 of 8 GPUs per node, several nodes" });
    // 2·7/8 of 100 MB at 80 % of 450 GB/s.
    expect(inside).toBeGreaterThan((1e3 * 1.75 * 1e8) / (0.8 * 450e9));
    expect(across).toBeGreaterThan(1.2 * inside);
  });
});
