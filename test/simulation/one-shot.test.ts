import { describe, expect, it } from "vitest";
import type { BlocksModel, Chip } from "../../src/catalog/types.ts";
import { oneShotPoint, oneShotStep, type OneShotSetup } from "../../src/simulation/one-shot.ts";
import { resolveFormats } from "../../src/simulation/formats.ts";
import { lowerModel } from "../../src/workload/lower-model.ts";
import { UNSHARDED } from "../../src/workload/types.ts";
import { device, family, npu, stack } from "../support/chips.ts";
import { bertLarge } from "../support/models.ts";

/** A small network whose convolutions have more than a million weights. */
const network: BlocksModel = {
  ...bertLarge,
  kind: "blocks",
  parameters: 1.5e6,
  input: { channels: 64, height: 28, width: 28, depth: 1 },
  blocks: [
    { type: "conv", out: 256, kernel: 3 },
    { type: "conv", out: 256, kernel: 3, repeat: 2 },
  ],
};

const idle = { stepOverheadSeconds: 0 };

function setup(chip: Chip, on = stack(idle)): OneShotSetup {
  const program = lowerModel(network);
  if (program.kind !== "one-shot") throw new Error("a convolution network answers in one pass");
  const running = device({ chip, stack: on, family: family({ launchSeconds: 0 }) });
  const formats = resolveFormats(running, "int8", "int8", "fp16");
  if (formats === null) throw new Error("the fixture multiplies INT8");
  const fixed = { length: 1, samplesPerRequest: 1, steps: null, sharding: UNSHARDED };
  return { program, device: running, formats, ...fixed };
}

const point = (chip: Chip, batch: number, on = stack(idle)) => oneShotPoint(setup(chip, on), batch);

describe("engines that take a sample each", () => {
  const three = { ...npu(), cores: 3, engines: 3 };

  it("take as long for three samples as for one, as long as memory allows", () => {
    const fast = {
      ...three,
      memory: { ...three.memory, bandwidthBytesPerSecond: 1e15 },
    };
    expect(point(fast, 3).seconds / point(fast, 1).seconds).toBeCloseTo(1, 2);
    expect(point(fast, 4).seconds / point(fast, 3).seconds).toBeGreaterThan(1.5);
  });

  it("leave two of three idle for one sample, which then takes longer than on all cores", () => {
    const together = { ...npu(), cores: 3 };
    expect(point(three, 1).seconds / point(together, 1).seconds).toBeGreaterThan(2);
  });

  it("do the same operations and count as busy for their share of the chip", () => {
    const all = oneShotStep(setup(three), 3);
    const one = oneShotStep(setup(three), 1);
    expect(all.operations).toBeCloseTo(3 * one.operations);
    expect(one.busyComputeSeconds / all.busyComputeSeconds).toBeGreaterThan(0.3);
  });
});

it("a batch takes as long in all as in its parts", () => {
  for (const chip of [npu(), { ...npu(), cores: 3, engines: 3 }]) {
    const { seconds } = point(chip, 5);
    expect(seconds / oneShotStep(setup(chip), 5).seconds).toBeCloseTo(1, 12);
  }
});

describe("an INT8 pass that always carries four samples", () => {
  it("takes as long for one as for four", () => {
    const lanes = { ...npu(), int8Lanes: 4 };
    expect(point(lanes, 1).seconds).toBeCloseTo(point(lanes, 4).seconds, 12);
    expect(point(lanes, 5).seconds).toBeCloseTo(point(lanes, 8).seconds, 12);
  });
});

describe("a die without memory behind it", () => {
  const module = (onChipBytes: number): Chip => ({
    ...npu(),
    memory: { type: "SRAM", capacityBytes: null, bandwidthBytesPerSecond: null, onChipOnly: true },
    onChipBytes,
    hostLink: { name: "PCIe 3.0 x4", bandwidthBytesPerSecond: 3.9e9 },
  });
  const bus = 0.8 * 3.9e9;

  it("loads what does not fit for each sample, over its host's bus (parameter caching of the Edge TPU)", () => {
    const [small, large] = [module(1e6), module(32e6)];
    const streamed = (network.parameters - 0.8 * 1e6) / bus;
    for (const batch of [1, 8]) {
      const extra = point(small, batch).seconds - point(large, batch).seconds;
      // What is read on the die instead is next to nothing beside the bus.
      expect(extra / (batch * streamed)).toBeCloseTo(1, 1);
    }
  });

  it("loads all of a network that is cut into contexts, once for each batch", () => {
    const dataflow = (onChipBytes: number, batch: number): number => {
      const base = setup(module(onChipBytes));
      const cut = { ...base.device.family, contexts: true };
      return oneShotPoint({ ...base, device: { ...base.device, family: cut } }, batch).seconds;
    };
    for (const batch of [1, 8]) {
      const extra = dataflow(1e6, batch) - dataflow(32e6, batch);
      expect(extra / (network.parameters / bus)).toBeCloseTo(1, 6);
    }
  });

  it("takes samples one after the other when everything fits", () => {
    const large = module(32e6);
    expect(point(large, 8).seconds / point(large, 1).seconds).toBeCloseTo(8, 6);
  });
});

describe("pictures", () => {
  it("cross the host's link as bytes before the answer, and while the last batch runs", () => {
    const plugged = { ...npu(), hostLink: { name: "USB 2.0", bandwidthBytesPerSecond: 40e6 } };
    const sending = (64 * 28 * 28) / 40e6;
    const [sent, there] = [point(plugged, 4), point({ ...npu(), hostLink: null }, 4)];
    expect(sent.seconds - there.seconds).toBeCloseTo(4 * sending, 9);
    expect(sent.intervalSeconds).toBeCloseTo(Math.max(there.intervalSeconds, 4 * sending), 9);
  });
});

describe("the host's work on each sample", () => {
  it("delays the next batch only where its threads can not keep up (16 beside a card)", () => {
    const slowHost = stack({ ...idle, sequenceOverheadSeconds: 0.16 });
    expect(point(npu(), 4, slowHost).intervalSeconds).toBeCloseTo(4 * 0.01, 9);
  });

  it("delays its answer but not the next batch", () => {
    const busyHost = stack({ ...idle, sequenceOverheadSeconds: 1e-5 });
    const waited = point(npu(), 4, busyHost);
    const alone = point(npu(), 4);
    expect(waited.seconds).toBeCloseTo(alone.seconds + 4e-5, 12);
    expect(waited.requestsPerSecond).toBeCloseTo(alone.requestsPerSecond, 6);
  });
});
