import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lengthVariation, meanWaitSeconds, waitSeconds } from "../../src/simulation/queueing.ts";

const queue = (rho: number, serviceVariation: number, serviceSeconds = 2) => ({
  arrivalsPerSecond: rho / serviceSeconds,
  serviceSeconds,
  serviceVariation,
});

describe("waiting before one server (Pollaczek–Khinchine)", () => {
  it("is ρ/(1 − ρ) service times for exponential service, M/M/1", () => {
    expect(meanWaitSeconds(queue(0.8, 1))).toBeCloseTo(4 * 2);
  });

  it("is half of that for a fixed service time, M/D/1", () => {
    expect(meanWaitSeconds(queue(0.8, 0))).toBeCloseTo(2 * 2);
  });

  it("has the percentiles of M/M/1: P(wait > t) = ρ·exp(−(μ − λ)·t)", () => {
    const [rho, service] = [0.8, 2];
    const p95 = waitSeconds(queue(rho, 1, service), 95);
    expect(rho * Math.exp(-((1 - rho) / service) * p95)).toBeCloseTo(0.05);
  });

  it("is nothing for those who find the server idle", () => {
    expect(waitSeconds(queue(0.3, 1), 60)).toBe(0);
  });

  it("is infinite at full load and beyond", () => {
    expect(meanWaitSeconds(queue(1, 0))).toBe(Number.POSITIVE_INFINITY);
    expect(waitSeconds(queue(1.5, 1), 99)).toBe(Number.POSITIVE_INFINITY);
  });

  it("never falls with load, variation or percentile", () => {
    const shares = fc.double({ min: 0, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(shares, shares, shares, (load, variation, step) => {
        const at = (rho: number, cv: number, percentile: number): number =>
          waitSeconds(queue(rho, cv), percentile);
        const more = (share: number): number => share + (0.99 - share) * step;
        const base = at(load, variation, 100 * load);
        expect(at(more(load), variation, 100 * load)).toBeGreaterThanOrEqual(base - 1e-12);
        expect(at(load, variation + step, 100 * load)).toBeGreaterThanOrEqual(base - 1e-12);
        expect(at(load, variation, 100 * more(load))).toBeGreaterThanOrEqual(base - 1e-12);
      }),
    );
  });
});

describe("variation of a log-normal length", () => {
  it("gives back the 95th percentile that it came from", () => {
    for (const ratio of [1.2, 2, 3.5]) {
      const sigma = Math.sqrt(Math.log(1 + lengthVariation(1000, 1000 * ratio) ** 2));
      expect(Math.exp(1.645 * sigma - sigma ** 2 / 2)).toBeCloseTo(ratio, 6);
    }
  });

  it("is 0 for a constant length", () => {
    expect(lengthVariation(1000, 1000)).toBe(0);
  });
});
