import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { type Outcome } from "../fake-io.ts";
import { temporaryFolders } from "../temporary-folder.ts";
import { check, EXAMPLE, failures, parsed, ROOT, PATIENCE } from "./worked-example.ts";

const folder = temporaryFolders();
vi.setConfig(PATIENCE);

describe("measured silicon", () => {
  const HEADER =
    readFileSync(join(ROOT, "profiles/measurements/llm-inference.csv"), "utf8").split("\n")[0] ??
    "";

  function csv(value: number, chip = "meridian-1"): string {
    const cells: Record<string, string> = {
      id: "bringup-1",
      chip_id: chip,
      chip: "Meridian-1",
      chips: "1",
      model_id: "llama3.1-8b",
      model: "Llama 3.1 8B",
      weights_precision: "fp8",
      activation_precision: "fp8",
      kv_precision: "fp8",
      tp: "1",
      pp: "1",
      input_tokens: "128",
      output_tokens: "128",
      batch: "64",
      scenario: "fixed-batch",
      framework: "bringup",
      metric: "output_tokens_per_s",
      value: String(value),
      unit: "tokens/s",
      grade: "A",
    };
    const file = join(folder(), "bringup.csv");
    writeFileSync(
      file,
      `${HEADER}\n${HEADER.split(",")
        .map((name) => cells[name] ?? "")
        .join(",")}\n`,
    );
    return file;
  }

  const measured = async (value: number): Promise<Outcome> =>
    check(EXAMPLE, ["--measured", csv(value), "-f", "json"]);

  it("is judged by what the spec predicts", async () => {
    const row = parsed(await measured(1)).checks.find(({ kind }) => kind === "measurement");
    const predicted = 1 / (row?.value ?? 1);
    expect(predicted).toBeGreaterThan(500);
    expect((await measured(Math.round(predicted * 0.8))).code).toBe(0);
    const slow = await measured(Math.round(predicted * 0.6));
    expect(slow.code).toBe(1);
    expect(failures(slow)).toEqual([["as-promised.bringup-1", "CS2104", expect.any(Number)]]);
  });

  it("of another chip cannot be judged", async () => {
    const { code, stderr } = await check(EXAMPLE, ["--measured", csv(1000, "h100-sxm")]);
    expect(code).toBe(2);
    expect(stderr).toContain("error[CS2030]");
  });
});
