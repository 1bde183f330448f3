import { describe, expect, it } from "vitest";
import { clauses } from "../../src/app/clause.ts";
import { describeLimit } from "../../src/planner/describe-limit.ts";
import { latencyLimit, throughputLimit } from "../../src/planner/limits.ts";
import { chat, workload } from "../support/tasks.ts";

const limit = { limitSeconds: 0.2, percentile: 95 };
const [tooSlow] = latencyLimit("chat", "end-to-end", limit, 0.25);
const missed = describeLimit(tooSlow ?? throughputLimit("chat", 1, 1));

describe("a figure beside its limit", () => {
  it("has its shortfall, and a sentence with both figures", () => {
    expect(missed).toMatchObject({ id: "chat.end-to-end", pass: false, value: 0.25, limit: 0.2 });
    expect(missed.shortfall).toBeCloseTo(0.05, 12);
    expect(missed.message).toBe(
      "chat: p95 end-to-end latency 250 ms misses the limit of 200 ms by 25 %.",
    );
    const met = describeLimit(throughputLimit("chat", 12, 10));
    expect(met).toMatchObject({ pass: true, shortfall: null });
    expect(met.message).toBe("chat: throughput 12/s reaches the 10/s asked for.");
  });

  it("is a plain object in JSON, sentence and clause included", () => {
    const task = chat({ latency: { ...chat().latency, endToEnd: limit } });
    const stated = clauses(workload([task]), () => 12)(missed);
    expect(JSON.parse(JSON.stringify(stated))).toEqual({
      id: "chat.end-to-end",
      title: "chat: p95 end-to-end latency",
      rule: "at-most",
      limit: 0.2,
      value: 0.25,
      unit: "s",
      pass: false,
      shortfall: 0.25 - 0.2,
      message: missed.message,
      path: "demand.tasks[0].latency.endToEnd",
      line: 12,
    });
  });

  it("that grows without bound has no figure", () => {
    const [endless] = latencyLimit("chat", "end-to-end", limit, Number.POSITIVE_INFINITY);
    expect(endless && describeLimit(endless)).toMatchObject({ value: null, shortfall: null });
  });
});
