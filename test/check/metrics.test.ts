import { describe, expect, it } from "vitest";
import { findMetric, METRICS } from "../../src/check/metrics/all-metrics.ts";
import type { MetricContext } from "../../src/check/metrics/metric.ts";
import { EXAMPLE, specOf } from "./example.ts";

const { chip, silicon } = specOf(EXAMPLE);
const context: MetricContext = { chip, silicon, workload: null, outcome: null, ranks: 1 };

const read = (name: string): number | null => findMetric(name)?.read(context) ?? null;

describe("metrics of policies", () => {
  it("are found by id or by the names that people use, whatever the case", () => {
    expect(findMetric("TPOT")?.id).toBe("timePerOutputToken");
    expect(findMetric("Cost per million tokens")?.id).toBe("costPerMillionTokens");
    expect(findMetric("MFU")?.id).toBe("utilisation");
    expect(findMetric("TPP")?.id).toBe("totalProcessingPerformance");
    expect(findMetric("nothing")).toBeNull();
  });

  it("have ids of their own, and no two share a name", () => {
    const ids = METRICS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/gu, "");
    for (const { id, aliases } of METRICS) {
      for (const name of [id, ...aliases].map(plain)) {
        const owners = METRICS.filter((metric) =>
          [metric.id, ...metric.aliases].map(plain).includes(name),
        );
        expect(owners.map((owner) => owner.id)).toEqual([id]);
      }
    }
  });

  it("of the chip follow from the spec", () => {
    // 589.8 dense TOPS × 8 bits; over 760 mm²; 450 W over 760 mm²
    expect(read("TPP")).toBeCloseTo(4718.4, 6);
    expect(read("performanceDensity")).toBeCloseTo(6.2084, 4);
    expect(read("powerDensity")).toBeCloseTo(0.5921, 4);
    expect(read("die")).toBe(760);
    expect(read("sram")).toBe(160e6);
    expect(read("peak.fp8")).toBe(589.8e12);
  });

  it("of a plan are unknown without one", () => {
    expect(read("TPOT")).toBeNull();
    expect(read("missedLimits")).toBeNull();
    expect(read("rankAcceptability")).toBeNull();
  });
});
