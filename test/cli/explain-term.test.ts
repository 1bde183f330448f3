import { describe, expect, it } from "vitest";
import { TERMS } from "../../src/app/terms.ts";
import { chipselect } from "./fake-io.ts";

describe("explain TERM", () => {
  it.each(["TPOT", "tpot", "cost", "CS1101", "memory-bandwidth", "MFU"])(
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

  it("lists all terms without a name", async () => {
    const { stdout } = await chipselect(["explain", "--format", "json"]);
    const { terms }: { terms: { id: string }[] } = JSON.parse(stdout);
    expect(terms.map(({ id }) => id)).toEqual(TERMS.map(({ id }) => id));
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
});
