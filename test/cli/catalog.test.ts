import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { KINDS } from "../../src/report/catalog/kinds.ts";
import { chipselect } from "./fake-io.ts";

describe("catalog", () => {
  it.each(KINDS.map(({ id }) => id))(
    "lists %s as a table of 80 columns and as JSON",
    async (kind) => {
      const table = await chipselect(["catalog", "list", kind]);
      expect({ code: table.code, stderr: table.stderr }).toEqual({ code: 0, stderr: "" });
      const json = await chipselect(["catalog", "list", kind, "--format", "json"]);
      const { items } = JSON.parse(json.stdout);
      expect(items.length).toBeGreaterThan(0);
      // Header lines, rule, one line an item.
      expect(table.stdout.split("\n").length).toBeGreaterThan(items.length);
    },
  );

  it("keeps the items that have a text in them", async () => {
    const { stdout } = await chipselect(["catalog", "list", "chips", "H100", "--format", "json"]);
    const ids: string[] = JSON.parse(stdout).items.map(({ id }: { id: string }) => id);
    expect(ids).toContain("h100-sxm");
    expect(ids).not.toContain("mi300x");
  });

  it("shows each figure of a chip with its source", async () => {
    const { stdout } = await chipselect(["catalog", "show", "h100-sxm"]);
    // NVIDIA H100 datasheet: 3.35 TB/s of HBM3, 700 W.
    expect(stdout).toMatch(/memory\.bandwidthBytesPerSecond +3\.35 TB\/s +\S/u);
    expect(stdout).toMatch(/tdpWatts +700 W +\S/u);
  });

  it("suggests the nearest id", async () => {
    const { code, stderr } = await chipselect(["catalog", "show", "h100-sx"]);
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean "h100-sxm"');
  });

  it("lists the sources, each with the figures that rest on it", async () => {
    const { stdout } = await chipselect(["catalog", "sources", "--format", "json"]);
    const sources: { code: string; figures: number }[] = JSON.parse(stdout).sources;
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter(({ figures }) => figures === 0)).toEqual([]);
  });

  it("lists example workloads with paths that can be given to evaluate", async () => {
    const { stdout } = await chipselect(["catalog", "list", "scenarios", "--format", "json"]);
    const paths: string[] = JSON.parse(stdout).items.map(({ path }: { path: string }) => path);
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
  });
});
