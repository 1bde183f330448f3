import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ErrorGroup, ValidatedRow, ValidationResult } from "../../src/validation/types.ts";
import { chipselect, type Outcome } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const folder = temporaryFolders();

const HEADER =
  "id,chip_id,chip,chips,model_id,model,weights_precision,activation_precision,kv_precision,tp,pp,dp,ep,input_tokens,output_tokens,batch,scenario,framework,framework_version,metric,value,unit,grade,source_title,source_locator,confidence,note";

/** A row of the shipped llm-inference.csv with a few cells changed. */
function row(changed: Readonly<Record<string, string>>): string {
  const cells: Record<string, string> = {
    id: "mine-1",
    chip_id: "h100-sxm",
    chip: "NVIDIA H100 SXM 80GB",
    chips: "1",
    model_id: "gpt-j-6b",
    model: "GPT-J-6B",
    weights_precision: "fp8",
    activation_precision: "fp8",
    kv_precision: "fp8",
    tp: "1",
    pp: "1",
    input_tokens: "128",
    output_tokens: "128",
    batch: "64",
    scenario: "fixed-batch",
    framework: "trt-llm",
    framework_version: "0.5.0",
    metric: "output_tokens_per_s",
    value: "10907",
    unit: "tokens/s",
    grade: "A",
    confidence: "read",
    ...changed,
  };
  return HEADER.split(",")
    .map((name) => cells[name] ?? "")
    .join(",");
}

/** Two rows that can be predicted, one of a chip that nobody knows, one that is reported apart. */
const MINE = [
  HEADER,
  row({}),
  row({ id: "mine-2", batch: "1", value: "185" }),
  row({ id: "mine-3", chip_id: "", chip: "Homemade 9000" }),
  row({ id: "mine-4", grade: "C" }),
  "",
].join("\n");

async function validate(text: string, ...flags: string[]): Promise<Outcome> {
  return chipselect(["validate", "--measurements", "-", ...flags], { stdin: text });
}

function parsed({ stdout }: Outcome): ValidationResult {
  return JSON.parse(stdout);
}

describe("validate --measurements", () => {
  it("gives the JSON of the command line contract", async () => {
    const outcome = await validate(MINE, "--format", "json");
    expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code: 0, stderr: "" });
    // Names as in the section "validate --measurements FILE.csv --format json"; more may be added, none renamed.
    const { schemaVersion, summary, groups, rows } = parsed(outcome);
    expect(schemaVersion).toBe(1);
    expect(summary).toMatchObject({ rows: 3, predicted: 2, skipped: 1 });
    for (const key of ["medianErrorFactor", "p90ErrorFactor", "pairwiseOrder"]) {
      expect(summary).toHaveProperty(key);
    }
    for (const by of ["chip", "stack", "metric", "model", "class"] satisfies ErrorGroup["by"][]) {
      const group = groups.find((candidate) => candidate.by === by);
      for (const key of ["key", "rows", "medianErrorFactor", "p90ErrorFactor", "medianRatio"]) {
        expect(group).toHaveProperty(key);
      }
    }
    expect(rows.map(({ id }) => id)).toEqual(["mine-1", "mine-2", "mine-3", "mine-4"]);
    expect(rows[0]).toMatchObject({ measured: 10_907, skipped: null });
  });

  it("has ratios and error factors as the contract defines them", async () => {
    const { rows } = parsed(await validate(MINE, "--format", "json"));
    const predicted = rows.filter((candidate) => candidate.predicted !== null);
    expect(predicted.length).toBeGreaterThan(1);
    for (const each of predicted) {
      const ratio = (each.predicted ?? Number.NaN) / each.measured;
      expect(each.ratio).toBeCloseTo(ratio, 9);
      expect(each.errorFactor).toBeCloseTo(Math.max(ratio, 1 / ratio) - 1, 9);
    }
  });

  it("skips rows of unknown chips with the reason, and ends with 0", async () => {
    const { code, stdout } = await validate(MINE);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Skipped\n- 1 row: .*chip/mu);
  });

  it("keeps grade C out of the summary and reports it apart", async () => {
    const result = parsed(await validate(MINE, "--format", "json"));
    expect(result.summary.rows).toBe(3);
    expect(result.apart.reduce((sum, { rows }) => sum + rows, 0)).toBe(1);
  });

  it("reads several files and names each fault with file and line, all at once", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "good.csv"), MINE);
    writeFileSync(
      join(cwd, "bad.csv"),
      [HEADER, row({}), row({ id: "b", value: "fast" })].join("\n"),
    );
    writeFileSync(join(cwd, "other.csv"), "name,price\nh100,1\n");
    mkdirSync(join(cwd, "folder"));
    const files = ["good.csv", "bad.csv", "other.csv", "missing.csv", "folder"];
    const { code, stdout, stderr } = await chipselect(["validate", "--measurements", ...files], {
      cwd,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error\[CS1501\]: .*"fast".*\n {2}--> bad\.csv:3:1$/mu);
    expect(stderr).toContain("--> other.csv:1:1");
    expect(stderr).toMatch(/^error\[CS1001\]: no such file\n {2}--> missing\.csv:1:1$/mu);
    expect(stderr).toMatch(/^error\[CS1002\].*\n {2}--> folder:1:1\nhelp: name a CSV file$/mu);
    expect(stderr).toContain("4 errors");
  });

  it("reads files of different kinds in one run, each relative to where it is called", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.csv"), MINE);
    writeFileSync(
      join(cwd, "b.csv"),
      "id,chip_id,chip,chips,op,M,N,K,bytes,precision,metric,value,unit,source_locator,note\nop-1,a100-80-sxm,NVIDIA A100 SXM 80GB,1,matmul,512,12288,12288,,FP16,latency_ms,0.6118,ms,,\n",
    );
    const flags = ["--measurements", "a.csv", "b.csv", "--format", "json"];
    const { rows } = parsed(await chipselect(["validate", ...flags], { cwd }));
    expect(new Set(rows.map(({ set }) => set))).toEqual(new Set(["llm-inference", "operators"]));
  });

  it("says that a file has no rows, and ends with 0", async () => {
    const { code, stdout } = await validate(`${HEADER}\n`);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "There is no row to predict.\n" });
  });
});

describe("validate", () => {
  it("keeps the rows of the grades that are asked for", async () => {
    const { rows } = parsed(await validate(MINE, "--grade", "c,X", "--format", "json"));
    expect(rows.map(({ id }) => id)).toEqual(["mine-4"]);
  });

  it("keeps the rows of the set that is asked for", async () => {
    const { rows } = parsed(await validate(MINE, "--set", "training", "--format", "json"));
    expect(rows).toEqual([]);
  });

  it("shows the tables that --by asks for, given once or several times", async () => {
    const { stdout } = await validate(MINE, "--by", "chip,model", "--by", "stack");
    const headings = stdout.match(/^Errors by \w+$/gmu);
    expect(headings).toEqual(["Errors by chip", "Errors by model", "Errors by stack"]);
    expect((await validate(MINE, "--by", "set")).stdout).not.toContain("Errors by");
  });

  it("lists rows with --rows and plots with --scatter, within 80 columns", async () => {
    const { stdout } = await validate(MINE, "--rows", "--scatter", "--ascii");
    expect(stdout).toContain("mine-3");
    expect(stdout).toMatch(/^ +predicted$/mu);
    expect(stdout).toMatch(/^[\n -~]*$/u);
    expect(Math.max(...stdout.split("\n").map(({ length }) => length))).toBeLessThanOrEqual(80);
  });

  it("gives one CSV record a row", async () => {
    const { stdout } = await validate(MINE, "--format", "csv");
    expect(stdout.trimEnd().split("\r\n")).toHaveLength(5);
  });

  it.each([
    ["--by", "chp", 'did you mean "chip"'],
    ["--set", "trainig", 'did you mean "training"'],
    ["--grade", "E", "valid: A, B, C, X"],
  ])("refuses %s %s and says what is right", async (flag, value, help) => {
    const { code, stdout, stderr } = await validate(MINE, flag, value);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(help);
  });

  it.each([{}, { terminal: 80, env: { CI: "1" } }])(
    "draws no progress on a pipe or in CI: %j",
    async (surroundings) => {
      const argv = ["validate", "--set", "training", "--format", "json"];
      expect((await chipselect(argv, surroundings)).stderr).not.toContain("\r");
    },
  );
});

describe("the measurements that ship with the program", () => {
  const SHIPPED = join(import.meta.dirname, "../../profiles/measurements");

  it("are all read, none lost", async () => {
    const files = readdirSync(SHIPPED).filter((file) => file.endsWith(".csv"));
    expect(files.length).toBeGreaterThanOrEqual(5);
    const outcome = await chipselect(["validate", "--format", "json"]);
    expect(outcome.code).toBe(0);
    const { rows, summary, groups } = parsed(outcome);
    // No cell of the shipped files holds a line break, so every line after the header is a row.
    const lines = files.flatMap((file) =>
      readFileSync(join(SHIPPED, file), "utf8").trimEnd().split("\n").slice(1),
    );
    expect(rows.length).toBe(lines.length);
    const counted = rows.filter(isCounted);
    expect(summary.rows).toBeLessThanOrEqual(counted.length);
    const sets = groups.filter(({ by }) => by === "set");
    expect(sets.reduce((sum, set) => sum + set.rows, 0)).toBe(summary.rows);
  }, 60_000);
});

function isCounted({ grade, excluded }: ValidatedRow): boolean {
  return excluded === null && (grade === "A" || grade === "B");
}
