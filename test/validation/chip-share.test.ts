import { describe, expect, it } from "vitest";
import { atClock, chipShare, dieShare, statedClockShare } from "../../src/validation/chip-share.ts";
import type { Chip } from "../../src/catalog/types.ts";
import { cpu, h100 } from "../support/chips.ts";
import { row } from "./rows.ts";

const x86 = { ...cpu(), cores: 48, family: "x86-amx" };
const arm = { ...cpu(), cores: 64, family: "arm-server" };
const share = (chip: string, of: typeof x86, note = "") =>
  chipShare(row("llm-inference", { chip, note }), of);

describe("share of a socket", () => {
  it("of a cloud instance: two threads a core on x86, one on Arm and on AWS's seventh AMD generation", () => {
    expect(share("Xeon (AWS m7i, 96 vCPU)", x86)).toBe(1);
    expect(share("Xeon (AWS m7i.8xlarge, 32 vCPU)", x86)).toBeCloseTo(16 / 48);
    expect(share("Graviton2 (4 vCPU c6gd.xlarge)", arm)).toBeCloseTo(4 / 64);
    expect(share("EPYC Genoa (AWS m7a, 24 vCPU)", x86)).toBeCloseTo(24 / 48);
  });

  it("is bounded by the threads that ran", () => {
    expect(share("Xeon (AWS m7i, 96 vCPU)", x86, "8 threads")).toBeCloseTo(8 / 48);
    expect(share("Xeon", x86, "12 threads")).toBeCloseTo(12 / 48);
    expect(share("Xeon", x86)).toBe(1);
  });
});

describe("one die of a package", () => {
  const two = h100({ process: { ...h100().process, diesPerPackage: 2 } });
  const dies = (chip: string) => dieShare(row("llm-inference", { chip }), two);

  it("is a share where the name says so", () => {
    expect(dies("AMD MI250X (one GCD)")).toBe(0.5);
    expect(dies("AMD MI250X")).toBe(1);
  });
});

describe("the clock of a microcontroller", () => {
  const m7 = { ...cpu(), class: "mcu" as const, clockHz: 480e6 };
  const clock = (note: string, of: Chip = m7) => statedClockShare(row("vision", { note }), of);

  it("is the one that the row states", () => {
    expect(clock("1 CPU 400 MHz")).toBeCloseTo(400 / 480);
    expect(clock("processor Arm Cortex-M7 @ 280 MHz")).toBe(1);
    expect(clock("1 CPU 400 MHz", { ...m7, class: "cpu" })).toBe(1);
  });

  it("carries rates and memory with it", () => {
    const slower = atClock(m7, 0.5);
    expect(slower.clockHz).toBe(240e6);
    expect(slower.peakOpsPerSecond.fp32).toBe((m7.peakOpsPerSecond.fp32 ?? 0) / 2);
  });
});
