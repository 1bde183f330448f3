import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/app/package-root.ts";
import { chipselect } from "./fake-io.ts";

describe("schema", () => {
  it("lists the names of all schemas", async () => {
    const { code, stdout } = await chipselect(["schema"]);
    expect(code).toBe(0);
    expect(stdout.split("\n")).toContain("workload");
  });

  it("prints the file of the package as it is", async () => {
    const { code, stdout } = await chipselect(["schema", "workload"]);
    expect(code).toBe(0);
    const file = join(packageRoot(), "schemas", "workload.schema.json");
    expect(stdout).toBe(readFileSync(file, "utf8"));
    expect(JSON.parse(stdout)).toHaveProperty("$schema");
  });

  it("suggests the nearest name", async () => {
    const { code, stdout, stderr } = await chipselect(["schema", "worklod"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain('did you mean "workload"?');
  });
});
