import { describe, expect, it } from "vitest";
import type { Chip } from "../../src/catalog/types.ts";
import type { Precision } from "../../src/units/precision.ts";
import { chipFiles, complaints } from "./chips-on-disk.ts";

const chips = chipFiles().map((file) => file.chip);
const byId = new Map(chips.map((chip) => [chip.id, chip]));

function chip(id: string): Chip {
  const found = byId.get(id);
  if (found === undefined) throw new Error(`no chip "${id}" in the catalogue`);
  return found;
}

describe("the ladder of precisions", () => {
  /** A narrower format is never slower, except on these chips. */
  const EXCEPTIONS: Record<string, string> = {
    "b300-sxm": "Blackwell Ultra gave up INT8 for FP4",
    "gb300-nvl72": "Blackwell Ultra gave up INT8 for FP4",
    "rubin-vr200": "INT8 cut as on Blackwell Ultra",
    "v100-sxm2-16": "INT8 only by DP4A on the vector lanes",
    "v100-sxm2-32": "INT8 only by DP4A on the vector lanes",
    "v100-pcie-32": "INT8 only by DP4A on the vector lanes",
    "v100s-pcie-32": "INT8 only by DP4A on the vector lanes",
    "titan-v": "INT8 only by DP4A on the vector lanes",
    p40: "FP16 at 1/64 of FP32",
    "tesla-p4": "FP16 at 1/64 of FP32",
    "gtx1060-6": "FP16 at 1/64 of FP32",
    gtx1070: "FP16 at 1/64 of FP32",
    gtx1070ti: "FP16 at 1/64 of FP32",
    gtx1080: "FP16 at 1/64 of FP32",
    gtx1080ti: "FP16 at 1/64 of FP32",
    "titan-xp": "FP16 at 1/64 of FP32",
    gaudi3: "FP16 at the TF32 rate, only BF16 and FP8 are fast (ST)",
    mi100: "BF16 at half of FP16",
  };
  const NOT_SLOWER: readonly [Precision, Precision][] = [
    ["fp4", "fp8"],
    ["fp8", "fp16"],
    ["fp8", "bf16"],
    ["int4", "int8"],
    ["int8", "fp16"],
    ["int8", "bf16"],
    ["fp16", "bf16"],
    ["bf16", "fp16"],
    ["fp16", "tf32"],
    ["bf16", "tf32"],
    ["fp16", "fp32"],
    ["bf16", "fp32"],
    ["tf32", "fp32"],
    ["fp32", "fp64"],
  ];

  function steps(each: Chip): string[] {
    const { peakOpsPerSecond: peak } = each;
    return NOT_SLOWER.flatMap(([narrow, wide]) => {
      const [fast, slow] = [peak[narrow], peak[wide]];
      return fast === undefined || slow === undefined || fast >= slow * 0.99
        ? []
        : [`${narrow} < ${wide}`];
    });
  }

  it("narrower formats are at least as fast", () => {
    const wrong = complaints(chips, (each) => {
      const found = each.id in EXCEPTIONS ? [] : steps(each);
      return found.length === 0 ? null : found.join(", ");
    });
    expect(wrong).toEqual([]);
  });

  it("lists no exception that the data no longer needs", () => {
    expect(Object.keys(EXCEPTIONS).filter((id) => steps(chip(id)).length === 0)).toEqual([]);
  });
});

describe("generations", () => {
  const CHAINS: readonly [Precision, ...string[]][] = [
    ["fp16", "p100-sxm2", "v100-sxm2-16", "a100-40-sxm", "h100-sxm", "b200-sxm", "rubin-vr200"],
    ["fp16", "rtx2080ti", "rtx3090", "rtx4090", "rtx5090"],
    ["int8", "t4", "l4", "l40s"],
    ["fp16", "mi50-32", "mi100", "mi250x", "mi300x", "mi355x", "mi455x"],
    ["bf16", "tpu-v2", "tpu-v3", "tpu-v4", "tpu-v5p", "tpu-v7-ironwood"],
    ["bf16", "tpu-v5e", "tpu-v6e", "tpu-v7-ironwood"],
    ["fp8", "trainium1", "trainium2", "trainium3"],
    ["bf16", "inferentia1", "inferentia2"],
    ["bf16", "gaudi2", "gaudi3"],
    ["fp16", "ascend310", "ascend310p", "ascend910b", "ascend910c"],
    ["fp8", "grayskull-e150", "blackhole-p150"],
    ["fp32", "xeon-8280", "xeon-8380", "xeon-8480p", "xeon-8592p", "xeon-6980p"],
    ["fp32", "epyc-7763", "epyc-9654", "epyc-9755", "epyc-9965"],
    ["fp32", "graviton2", "graviton3", "graviton4"],
    ["fp32", "m1-ultra", "m2-ultra", "m3-ultra"],
    ["fp16", "m3-max", "m4-max", "m5-max"],
    ["fp16", "jetson-nano", "jetson-tx2", "jetson-agx-xavier", "jetson-agx-orin-64"],
    ["int8", "jetson-agx-xavier", "jetson-agx-orin-64", "jetson-t5000"],
    ["int8", "rk3566", "rk3588"],
    ["int8", "hailo-8l", "hailo-8"],
    ["int8", "eyeq4h", "eyeq5h", "eyeq6h"],
    ["fp32", "rpi4", "rpi5"],
  ];

  it.each(CHAINS)("%s grows from generation to generation: %s …", (precision, ...ids) => {
    const peaks = ids.map((id) => chip(id).peakOpsPerSecond[precision]);
    expect(peaks.every((peak) => peak !== undefined)).toBe(true);
    expect(peaks).toEqual([...peaks].sort((left, right) => Number(left) - Number(right)));
    expect(new Set(peaks).size).toBe(ids.length);
  });

  it.each([
    [
      "v100-sxm2-16",
      "a100-40-sxm",
      "a100-80-sxm",
      "h100-sxm",
      "h200-sxm",
      "b200-sxm",
      "rubin-vr200",
    ],
    ["mi50-32", "mi100", "mi250x", "mi300x", "mi325x", "mi355x", "mi455x"],
    ["tpu-v2", "tpu-v3", "tpu-v4", "tpu-v5p", "tpu-v7-ironwood"],
    ["trainium1", "trainium2", "trainium3"],
    ["gaudi1", "gaudi2", "gaudi3"],
    ["m4", "m4-pro", "m4-max", "m3-ultra"],
  ])("memory bandwidth grows: %s …", (...ids) => {
    const rates = ids.map((id) => chip(id).memory.bandwidthBytesPerSecond);
    expect(rates.every((rate) => rate !== null)).toBe(true);
    expect(rates).toEqual([...rates].sort((left, right) => Number(left) - Number(right)));
  });

  it("NVLink doubles or more from V100 to Rubin", () => {
    // 150, 300, 450, 900, 1800 GB/s per direction: NVLink 2 to 6 datasheets.
    const ids = ["v100-sxm2-16", "a100-80-sxm", "h100-sxm", "b200-sxm", "rubin-vr200"];
    expect(ids.map((id) => (chip(id).scaleUp?.bandwidthBytesPerSecond ?? 0) / 1e9)).toEqual([
      150, 300, 450, 900, 1800,
    ]);
  });
});
