import { describe, expect, it } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { findTerm, TERMS } from "../../src/app/terms.ts";
import { CODES } from "../../src/input/codes.ts";
import { evaluateExample } from "../support/expectations.ts";
import { chipselect } from "./fake-io.ts";

describe("explain TERM", () => {
  it.each(["TPOT", "tpot", "cost", "CS1101", "memory-bandwidth", "MFU", "TP", "batch", "rows"])(
    "knows %s",
    async (term) => {
      const { code, stdout, stderr } = await chipselect(["explain", term]);
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
      expect(stdout.trim().length).toBeGreaterThan(40);
    },
  );

  it("gives the formula of a metric", async () => {
    expect((await chipselect(["explain", "TPOT"])).stdout).toMatch(/Formula +\(end to end/u);
  });

  it("gives the same as JSON", async () => {
    const { stdout } = await chipselect(["explain", "TPOT", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, id: "TPOT", kind: "metric" });
  });

  it.each(["h100-sxm", "llama3.1-8b", "vllm-cuda"])(
    "sends who asks for %s to the catalogue",
    async (id) => {
      const { code, stderr } = await chipselect(["explain", id]);
      expect(code).toBe(2);
      expect(stderr).toContain(`help: chipselect catalog show ${id}`);
    },
  );

  it("lists all terms without a name", async () => {
    const { stdout } = await chipselect(["explain", "--format", "json"]);
    const { terms }: { terms: { id: string }[] } = JSON.parse(stdout);
    expect(terms.map(({ id }) => id).slice(0, TERMS.length)).toEqual(TERMS.map(({ id }) => id));
    expect(terms.map(({ id }) => id)).toContain("medical-imaging");
  });

  it("suggests the nearest term", async () => {
    const { code, stderr } = await chipselect(["explain", "TPOTT"]);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "TPOT"');
  });

  it("has one meaning for each id", () => {
    const ids = TERMS.map(({ id }) => id.toLowerCase());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("shows the usual weights of a field of use with their reasons", async () => {
    const { stdout } = await chipselect(["explain", "medical-imaging"]);
    expect(stdout).toContain("Formula");
    expect(stdout).toMatch(/risk 25: An approved\s+device/u);
  });

  it("knows the columns of the report", () => {
    const columns =
      "Score Chips Paid Cost Power TTFT TPOT Latency Headroom MFU Data Layout Batch Format Mem/chip Training Throughput Measured Rows";
    const asked = [...columns.split(" "), "Unit cost"];
    expect(asked.filter((name) => findTerm(name) === undefined)).toEqual([]);
  });

  it("knows every criterion, every figure of a candidate, every bound and every message code", () => {
    const { criteria, candidates, recommendation } = evaluateExample(
      "natural-language-services",
      loadBuiltinCatalog(),
    );
    const metrics = Object.keys(candidates[0]?.metrics ?? {});
    const decisions = ["waterfall", "flipPoints", "looseOrder", "nearTies", "tolerance", "margin"];
    const elsewhere = ["dominance", "doubleCounting", "relaxation", "assumptions"];
    for (const key of decisions) expect(recommendation).toHaveProperty(key);
    const asked = [
      ...criteria.map(({ id }) => id),
      ...metrics,
      ...decisions,
      ...elsewhere,
      ...candidates.flatMap(({ boundBy }) => boundBy ?? []),
      ...Object.keys(CODES),
    ];
    expect(metrics.length).toBeGreaterThan(10);
    expect(asked.filter((name) => findTerm(name) === undefined)).toEqual([]);
  });
});
