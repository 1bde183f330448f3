import { describe, expect, it } from "vitest";
import { resolveFormats } from "../../src/simulation/formats.ts";
import { device, h100, npu, stack, v100 } from "../support/chips.ts";

describe("number formats that really run", () => {
  it("are the asked ones where chip and stack have them", () => {
    expect(resolveFormats(device(), "fp8", "fp8", "fp8")).toMatchObject({
      compute: "fp8",
      stored: "fp8",
      weightBytes: 1,
      activationBytes: 1,
      cacheBytes: 1,
      dequantises: false,
    });
  });

  it("widen BF16 to FP32 on a V100, as FP16 lacks its range; FP16 runs where it is allowed", () => {
    const on = device({ chip: v100() });
    expect(resolveFormats(on, "bf16", "bf16", "bf16")).toMatchObject({
      compute: "fp32",
      stored: "fp32",
      weightBytes: 4,
    });
    expect(resolveFormats(on, "fp16", "fp16", "fp16")).toMatchObject({ compute: "fp16" });
  });

  it("run INT8 wider on a chip without INT8, and keep narrow weights where the stack can unpack them", () => {
    const without = h100({ peakOpsPerSecond: { fp32: 60e12, fp16: 900e12 } });
    const unpacks = device({ chip: without });
    expect(resolveFormats(unpacks, "int8", "int8", "int8")).toMatchObject({
      compute: "fp16",
      weightBytes: 1,
      dequantises: true,
    });
    const plain = device({ chip: without, stack: stack({ weightOnly: [] }) });
    expect(resolveFormats(plain, "int8", "int8", "int8")).toMatchObject({
      compute: "fp16",
      weightBytes: 2,
      dequantises: false,
    });
  });

  it("unpack narrow weights only with a stack that has kernels for it", () => {
    expect(resolveFormats(device(), "int4", "bf16", "bf16")).toMatchObject({
      compute: "bf16",
      // 16 bits of scale and 4 of zero point for 128 weights, as in GPTQ and AWQ checkpoints.
      weightBytes: (4 + 20 / 128) / 8,
      dequantises: true,
    });
    const plain = device({ stack: stack({ weightOnly: [] }) });
    expect(resolveFormats(plain, "int4", "bf16", "bf16")).toBeNull();
  });

  it("are none where neither the format nor a wider one runs", () => {
    expect(resolveFormats(device({ chip: npu() }), "bf16", "bf16", "bf16")).toBeNull();
    const int8Only = device({ stack: stack({ precisions: ["int8"] }) });
    expect(resolveFormats(int8Only, "bf16", "bf16", "bf16")).toBeNull();
  });
});
