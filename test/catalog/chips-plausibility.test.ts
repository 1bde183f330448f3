import { describe, expect, it } from "vitest";
import type { Chip, ChipClass } from "../../src/catalog/types.ts";
import { chipFiles, complaints } from "./chips-on-disk.ts";

const chips = chipFiles().map((file) => file.chip);
const rejected = (check: (chip: Chip) => string | null): string[] => complaints(chips, check);

describe("peaks against cores × clock", () => {
  // Operations per core and cycle that the widest units do. GPU: an SM or CU of 64–128 lanes × 2 on vectors, at most 16,384 in
  // a matrix unit at 8 bits (B200: 2 × 8192). CPU: 4 (64-bit NEON, or two scalar pipes) to 64 (two AVX-512 pipes) in FP32, 4096 with AMX
  // at INT8. TPU: one 128 × 128 or 256 × 256 array does 2 × 16,384 or 2 × 65,536.
  const FP32: Partial<Record<ChipClass, [number, number]>> = { gpu: [120, 280], cpu: [3.9, 65] };
  const MATRIX: Record<ChipClass, [number, number]> = {
    gpu: [3.9, 33_000], // FP16 of Pascal's graphics chips: 1/64 of 256
    cpu: [3.9, 4100],
    tpu: [32_000, 132_000],
    asic: [120, 265_000],
    fpga: [250, 4100], // AI Engine tile 256, DPU B4096 what its name says
    npu: [13, 70_000], // a SHAVE of Myriad 2 to a whole tensor unit
    mcu: [1, 4100],
  };
  /** The peak is another engine's than the cores and the clock. */
  const OTHER_ENGINE: Record<string, string> = {
    "snapdragon-x-elite": "cores of the CPU, peaks of the GPU and the NPU",
    "core-ultra-9-285k": "cores of the CPU, INT8 of the NPU",
    "core-ultra-7-258v": "cores of the CPU, INT8 of the NPU",
    "ryzen-ai-9-hx370": "cores of the CPU, peaks of the NPU",
  };

  const perCoreAndCycle = (each: Chip, peak: number): number =>
    peak / ((each.cores ?? 0) * (each.clockHz ?? 0));
  const comparable = (each: Chip): boolean =>
    each.cores !== null && each.clockHz !== null && !(each.id in OTHER_ENGINE);

  it("is checked on more than a hundred chips", () => {
    expect(chips.filter((each) => comparable(each)).length).toBeGreaterThan(100);
  });

  it("FP32 of GPUs and CPUs is what their vector lanes do", () => {
    const wrong = rejected((each) => {
      const bounds = FP32[each.class];
      const peak = each.peakOpsPerSecond.fp32;
      if (!comparable(each) || bounds === undefined || peak === undefined) return null;
      const rate = perCoreAndCycle(each, peak);
      return rate >= bounds[0] && rate <= bounds[1] ? null : `${rate.toFixed(1)} FP32 per core`;
    });
    // The H800 and H100 peaks are quoted at a higher boost than their matrix clock: 289 and 277 of 256.
    expect(wrong).toEqual([]);
  });

  it("16-bit and 8-bit peaks are what a matrix unit of that class can do", () => {
    const wrong = rejected((each) => {
      if (!comparable(each)) return null;
      const [low, high] = MATRIX[each.class];
      for (const precision of ["bf16", "fp16", "fp8", "int8"] as const) {
        const peak = each.peakOpsPerSecond[precision];
        if (peak === undefined) continue;
        const rate = perCoreAndCycle(each, peak);
        if (rate < low || rate > high) return `${rate.toFixed(1)} ${precision} per core`;
      }
      return null;
    });
    expect(wrong).toEqual([]);
  });
});

describe("bandwidth against the kind of memory", () => {
  /** GB/s of one chip, from the smallest interface to the largest that carries the kind today. */
  const BOUNDS: readonly [RegExp, number, number][] = [
    [/PSRAM/, 0.04, 1.6], // 8 lines at 40 MHz to 16 at 200 MHz, both edges (Espressif)
    [/SRAM/, 9000, 21_000_000], // on the die: Dojo D1 to a whole wafer
    [/^HBM4/, 10_000, 25_000], // 8–12 stacks of 1.6–2.8 TB/s
    [/^HBM3e/, 4000, 8100], // 6–8 stacks of about 1 TB/s
    [/^HBM3/, 1200, 5400], // 2–8 stacks of 0.6–0.8 TB/s
    [/^HBM2e/, 800, 3800], // 2–8 stacks of 0.4–0.46 TB/s
    [/^HBM2/, 300, 1650], // 2–5 stacks of 0.15–0.31 TB/s
    [/HBM/, 600, 9000], // generation not published
    [/^GDDR7/, 440, 1800], // 128–512 bits of 28 Gb/s
    [/^GDDR6X/, 500, 1010], // 192–384 bits of 19–21 Gb/s
    [/^GDDR6/, 180, 1000], // 96–512 bits of 12–20 Gb/s
    [/^GDDR5X/, 280, 550], // 256–384 bits of 9–11.4 Gb/s
    [/^GDDR5/, 100, 350],
    [/LPDDR5/, 25, 820], // 32–1024 bits of 6.4–8.5 Gb/s
    [/LPDDR4/, 7, 550], // 16 bits of 3.7 Gb/s to four 256-bit chips of 4.3 (Cloud AI 100 Ultra)
    [/LPDDR[23]/, 3, 30], // 32 bits of 0.9 Gb/s to 128 of 1.9
    [/^DDR3L/, 4, 26],
    [/^(DDR|MRDIMM)/, 15, 850], // one channel of DDR4 to twelve of MRDIMM-8800
  ];

  it("lies between the smallest and the largest interface of its kind", () => {
    const wrong = rejected(({ memory: { type, bandwidthBytesPerSecond: rate } }) => {
      if (type === null || rate === null) return null;
      const bounds = BOUNDS.find(([pattern]) => pattern.test(type));
      if (bounds === undefined) return `no bounds for "${type}"`;
      const gigabytes = rate / 1e9;
      return gigabytes >= bounds[1] && gigabytes <= bounds[2] ? null : `${gigabytes} GB/s ${type}`;
    });
    expect(wrong).toEqual([]);
  });

  it("equals channels × 8 bytes × transfer rate where the profile says both", () => {
    let compared = 0;
    const wrong = rejected(({ memory: { type, bandwidthBytesPerSecond: rate } }) => {
      const channels = /^(?:DDR\d|MRDIMM)-(\d+)(?: \/ \S+)? (\d+)ch$/.exec(type ?? "");
      if (channels === null || rate === null) return null;
      compared += 1;
      const expected = Number(channels[1]) * 1e6 * 8 * Number(channels[2]);
      return Math.abs(rate / expected - 1) < 0.01 ? null : `${rate} instead of ${expected}`;
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(15);
  });

  it("stays below what the named width of LPDDR4 or LPDDR5 can carry", () => {
    const fastest = { 4: 4267, 5: 8533 };
    let compared = 0;
    const wrong = rejected(({ memory: { type, bandwidthBytesPerSecond: rate } }) => {
      const match = /LPDDR(4|4x\/5)[xX]?(?:-\d+)? (?:(\d)x)?(\d+)-bit/.exec(type ?? "");
      if (match === null || rate === null) return null;
      compared += 1;
      const generation = match[1] === "4" ? 4 : 5;
      const bits = Number(match[2] ?? 1) * Number(match[3]);
      return rate <= ((fastest[generation] * 1e6 * bits) / 8) * 1.01 ? null : `${rate} on ${type}`;
    });
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(5);
  });
});

describe("energy", () => {
  /** Largest dense matrix peak in operations of 8 bits per watt of TDP, in TOPS/W. */
  function efficiency(each: Chip): number | null {
    const { bf16 = 0, fp16 = 0, fp8 = 0, int8 = 0, fp32 = 0 } = each.peakOpsPerSecond;
    const best = Math.max(2 * bf16, 2 * fp16, fp8, int8, fp32);
    return each.tdpWatts === null || best === 0 ? null : best / 1e12 / each.tdpWatts;
  }
  // Upper bounds follow the best parts of their time: T4 1.9 (2018), Groq 3.5 and Hailo-8 5.2 (2020), Cloud AI 100 5.0–5.8
  // (2021–2023), Rubin 9.7 (2026). Lower bounds are half of the least efficient part of the class.
  const BEST_UNTIL: readonly [number, number][] = [
    [2017, 1.5],
    [2020, 5.5],
    [2024, 6.1],
    [2030, 10],
  ];
  const WORST: Record<ChipClass, number> = {
    gpu: 0.04,
    tpu: 0.15,
    asic: 0.2,
    npu: 0.1,
    fpga: 0.04,
    cpu: 0.004,
    mcu: 0.0015,
  };
  const EXCEPTIONS: Record<string, string> = {
    "metis-aipu":
      "in-memory compute; 214 TOPS cannot be held inside the power of the M.2 card (MV)",
    journey5: "128 TOPS are probably sparse-equivalent; the vendor states no basis",
    "qaic100-dm2e":
      "149 TOPS at 12 W of the chip is Qualcomm's own measurement with half of the inputs zero",
    sd8elite: "a phone sustains 8 W; the short runs that its NPU is rated by draw more",
    "sd8elite-gen5": "as sd8elite",
    "ampereone-192": "only FP32 is known, its 8-bit rates are not",
  };

  it("peak per watt lies between the class's worst and the year's best", () => {
    const wrong = rejected((each) => {
      const rate = efficiency(each);
      if (rate === null || each.id in EXCEPTIONS) return null;
      const best = BEST_UNTIL.find(([year]) => each.year <= year)?.[1] ?? 0;
      return rate >= WORST[each.class] && rate <= best ? null : `${rate.toFixed(3)} TOPS/W`;
    });
    expect(wrong).toEqual([]);
  });

  it("idle power is below the TDP, and a third or less on GPUs", () => {
    const wrong = rejected((each) => {
      if (each.idleWatts === null || each.tdpWatts === null) return null;
      const limit = each.class === "gpu" ? each.tdpWatts / 3 : each.tdpWatts / 2;
      return each.idleWatts < limit ? null : `${each.idleWatts} W idle of ${each.tdpWatts} W`;
    });
    expect(wrong).toEqual([]);
  });
});

describe("silicon", () => {
  it("has as many transistors per area as its node allows", () => {
    // Million transistors per mm² of whole dies with their SRAM and I/O: 16 nm up to 30 (P100 25), 7 nm up to 80 (A100 66,
    // GC200 72, Dojo D1 78), 8 nm up to 50 (GA102 45),
    // 4–5 nm up to 155 (Navi 48 151, B200 130, H100 98), 2–3 nm up to 250.
    const densest: readonly [number, number][] = [
      [4, 250],
      [6, 155],
      [8, 80],
      [9, 50],
      [17, 45],
      [100, 20],
    ];
    const wrong = rejected(({ process }) => {
      const { nodeNanometres: node, transistors, dieAreaSquareMillimetres: area } = process;
      if (node === null || transistors === null || area === null) return null;
      const density = transistors / 1e6 / area;
      const limit = densest.find(([below]) => node < below)?.[1] ?? 0;
      return density > 5 && density <= limit ? null : `${density.toFixed(0)} M/mm² at ${node} nm`;
    });
    expect(wrong).toEqual([]);
  });
});
