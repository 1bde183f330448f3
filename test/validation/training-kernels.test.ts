import { describe, expect, it } from "vitest";
import { readNaming } from "../../src/validation/naming.ts";
import { withStatedNetwork } from "../../src/validation/stated-network.ts";
import { trainingKernels } from "../../src/validation/training-kernels.ts";
import { device, family, h100, system } from "../support/chips.ts";
import { row } from "./rows.ts";

const kernels = (fields: Record<string, string>, earlyKernels = false) => {
  const frameworks = { trainer: { stacks: ["trainer"], earlyKernels } };
  const { trainer } = readNaming({ frameworks, chips: {}, models: {} }).frameworks;
  return trainingKernels(row("training", fields), trainer ?? null);
};

describe("kernels of a training row", () => {
  it("are early by date: sources and containers of 2022 and before", () => {
    expect(kernels({ source_title: "Korthikanti et al. 2022" })).toBe("early");
    expect(kernels({ note: "framework as printed: PyTorch (NGC 21.11)" })).toBe("early");
    expect(kernels({ source_title: "Megatron-LM README (July 2024)" })).toBe("fused");
  });

  it("are early by framework, unless the note names flash attention", () => {
    expect(kernels({}, true)).toBe("early");
    expect(kernels({ note: "FA3 on H200" }, true)).toBe("fused");
  });

  it("are early where the note says that flash attention is off", () => {
    expect(kernels({ note: "126M without flash attention" })).toBe("early");
  });
});

describe("the network of a training row", () => {
  const usual = device({
    chip: h100(),
    family: family({ linkShare: 0.8 }),
    system: system({ chipsPerNode: 8 }),
  });
  const share = (note: string) =>
    withStatedNetwork(usual, row("training", { note })).scaleOut?.bytesPerSecond;

  it("is what the note states for a node, divided among its chips", () => {
    expect(share("400 Gbps inter-node")).toBeCloseTo((0.8 * 50e9) / 8, 0);
    expect(share("A100, 800 Gb/s between nodes; vocabulary 50257")).toBeCloseTo(
      (0.8 * 100e9) / 8,
      0,
    );
  });

  it("of Jean Zay is four 100 Gb/s links a node", () => {
    expect(share("Jean Zay, 8x A100 80GB per node")).toBeCloseTo((0.8 * 50e9) / 8, 0);
  });

  it("is the system's where the note says nothing", () => {
    expect(share("")).toBe(usual.scaleOut?.bytesPerSecond);
  });
});
