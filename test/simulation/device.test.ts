import { describe, expect, it } from "vitest";
import { buildDevice, missingFigures } from "../../src/simulation/device.ts";
import { residentShare } from "../../src/simulation/step-time.ts";
import { cpu, device, family, h100, npu, stack, system } from "../support/chips.ts";

describe("a device", () => {
  it("sustains the family's share of the memory bandwidth and leaves the stack's share of the memory", () => {
    const { memoryBytesPerSecond, usableMemoryBytes } = device();
    expect(memoryBytesPerSecond).toBeCloseTo(0.8 * 3.35e12);
    // Vendors print binary gigabytes: 80 "GB" are 80 × 2^30 bytes.
    expect(usableMemoryBytes).toBeCloseTo(0.9 * 80 * 2 ** 30);
  });

  it("is not built without power, peak or memory, and says which is missing", () => {
    const bare = h100({ tdpWatts: null, peakOpsPerSecond: {} });
    expect(missingFigures(bare)).toEqual(["peak operations", "power"]);
    expect(buildDevice(bare, family(), system(), stack())).toBeNull();
  });

  it("joins no more chips than chip and system both allow", () => {
    expect(device({ system: system({ scaleUpChips: 4 }) }).scaleUp?.chips).toBe(4);
    expect(device({ system: system({ scaleUpChips: 72 }) }).scaleUp?.chips).toBe(8);
    expect(device({ chip: cpu(), system: system({ chipsPerNode: 1 }) }).scaleUp).toBeNull();
  });

  it("talks over its host's bus when it has no link of its own", () => {
    const hostLink = { name: "PCIe 5.0 x16", bandwidthBytesPerSecond: 63e9 };
    const card = device({ chip: h100({ scaleUp: null, hostLink }) });
    // Through the host's memory every byte crosses the bus twice.
    expect(card.scaleUp).toMatchObject({ bytesPerSecond: 0.5 * 0.8 * 63e9, chips: 8 });
  });
});

describe("peaks that a stack uses", () => {
  it("are doubled in FP16 on cards that accumulate in FP16 faster, for stacks that do", () => {
    // GeForce RTX 4090: 165.2 TFLOP/s with FP32 accumulation, 330.3 with FP16 (NVIDIA Ada whitepaper, appendix A).
    const geforce = h100({
      peakOpsPerSecond: { fp16: 165.2e12, bf16: 165.2e12 },
      halfAccumulationGain: 2,
    });
    const half = stack({ halfAccumulation: true });
    expect(device({ chip: geforce }).peakOpsPerSecond.fp16).toBe(165.2e12);
    expect(device({ chip: geforce, stack: half }).peakOpsPerSecond).toEqual({
      fp16: 330.4e12,
      bf16: 165.2e12,
    });
    const usual = h100();
    expect(device({ chip: usual, stack: half }).peakOpsPerSecond).toEqual(usual.peakOpsPerSecond);
  });

  it("are those of the vector units for stacks that leave a CPU's matrix tiles idle", () => {
    // Xeon 8480+: 56 cores × 64 FP32, 2048 BF16 and 4096 INT8 operations a cycle with AMX, at 2 GHz.
    const amx = { ...cpu(), peakOpsPerSecond: { fp32: 7.168e12, bf16: 229.4e12, int8: 458.8e12 } };
    const vector = device({ chip: amx, stack: stack({ vectorOnly: true }) });
    expect(vector.peakOpsPerSecond).toEqual({ fp32: 7.168e12, bf16: 14.336e12, int8: 28.672e12 });
    expect(device({ chip: amx }).peakOpsPerSecond).toEqual(amx.peakOpsPerSecond);
    const plain = { ...cpu(), peakOpsPerSecond: { fp32: 7.4e12, bf16: 14.7e12, int8: 29.5e12 } };
    const same = device({ chip: plain, stack: stack({ vectorOnly: true }) });
    expect(same.peakOpsPerSecond).toEqual(plain.peakOpsPerSecond);
  });
});

describe("shares of a peak", () => {
  it("are the vector units' own for formats that a CPU's tiles do not take", () => {
    const amx = { ...cpu(), peakOpsPerSecond: { fp32: 7.3e12, bf16: 233e12, int8: 467e12 } };
    const { reachableOpsPerSecond } = device({ chip: amx });
    expect(reachableOpsPerSecond.bf16).toBeCloseTo(0.75 * 233e12, -6);
    // Xeon 8380 without tiles: ResNet-50 in FP32 at 0.80 of the peak (MLPerf Inference).
    expect(reachableOpsPerSecond.fp32).toBeCloseTo(0.8 * 7.3e12, -6);
  });

  it("fall by the cube root of the board's power below what holds the boost clock", () => {
    // H100 SXM: 700 W for 67 TFLOP/s of FP32; the same die under a cap of 350 W keeps (1/2)^(1/3) of its clock.
    const fed = family({ fullClockWatts: 700 / 67 });
    const peaks = { fp32: 67e12, bf16: 989e12 };
    const rate = (tdpWatts: number): number =>
      device({ chip: h100({ tdpWatts, peakOpsPerSecond: peaks }), family: fed })
        .reachableOpsPerSecond.bf16 ?? 0;
    expect(rate(700)).toBeCloseTo(0.75 * 989e12, -6);
    expect(rate(350) / rate(700)).toBeCloseTo(0.5 ** (1 / 3), 6);
    expect(rate(1000)).toBeCloseTo(rate(700), -6);
  });

  it("halve where as many of a CPU's cores share a multiply as the stack keeps half busy", () => {
    const busy = device({ chip: cpu(), stack: stack({ halfBusyCores: 64 }) });
    const all = device({ chip: cpu() });
    const of = ({ reachableOpsPerSecond }: typeof all): number => reachableOpsPerSecond.fp32 ?? 0;
    expect(of(busy) / of(all)).toBeCloseTo(0.5, 9);
    const gpu = device({ stack: stack({ halfBusyCores: 64 }) });
    expect(gpu.reachableOpsPerSecond).toEqual(device().reachableOpsPerSecond);
  });

  it("go at the pace of unpacking on CPUs whose kernels unpack for every product, in narrow formats", () => {
    // 64 cores at 2 GHz and 40 operations a cycle: 5.12 TOP/s of the 80 that the units could do.
    const core = { ...cpu(), clockHz: 2e9 };
    const stock = device({ chip: core, stack: stack({ narrowOpsPerCycle: 40 }) });
    expect(stock.reachableOpsPerSecond.int8).toBeCloseTo(5.12e12, -6);
    const wide = stack({ narrowOpsPerCycle: 1e6 });
    const units = device({ chip: core }).reachableOpsPerSecond;
    expect(stock.reachableOpsPerSecond.bf16).toBe(units.bf16);
    expect(device({ chip: core, stack: wide }).reachableOpsPerSecond).toEqual(units);
  });

  it("lose in attention where kernels were written for the generation before", () => {
    const hopper = family({ portedAttentionShare: 0.55 });
    const ported = device({ family: hopper, stack: stack({ portedAttention: true }) });
    expect(ported.family.attentionShare).toBeCloseTo(0.55 * 0.7, 9);
    expect(device({ family: hopper }).family.attentionShare).toBe(0.7);
    expect(device({ stack: stack({ portedAttention: true }) }).family.attentionShare).toBe(0.7);
  });
});

describe("weights on the die between steps", () => {
  it("stay in a cache only when all of them fit, in a scratchpad as far as it reaches", () => {
    const cache = device();
    expect(residentShare(cache, 30e6)).toBe(1);
    expect(residentShare(cache, 60e6)).toBe(0);
    const scratchpad = device({ chip: npu() });
    expect(residentShare(scratchpad, 2 * 0.8 * 16e6)).toBeCloseTo(0.5);
  });
});
