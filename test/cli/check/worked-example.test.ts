import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { chipselect } from "../fake-io.ts";
import { temporaryFolders } from "../temporary-folder.ts";
import {
  at,
  check,
  EXAMPLE,
  failures,
  FIXTURES,
  parsed,
  ROOT,
  PATIENCE,
} from "./worked-example.ts";

const folder = temporaryFolders();
vi.setConfig(PATIENCE);

describe("the worked example", () => {
  it("passes with exit code 0 and the verdict", async () => {
    const { code, stdout, stderr } = await check(EXAMPLE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain("Check passes:");
  });

  it.each(["json", "markdown", "csv", "html", "junit", "sarif", "github", "gitlab"])(
    "is written as %s where that is asked for",
    async (format) => {
      expect(await check(EXAMPLE, ["--format", format])).toMatchObject({ code: 0, stderr: "" });
    },
  );

  it("gives the same bytes twice", async () => {
    const [first, second] = await Promise.all([
      check(EXAMPLE, ["-f", "json"]),
      check(EXAMPLE, ["-f", "json"]),
    ]);
    expect(first).toEqual(second);
  });

  it("has copies that each differ in one thing", () => {
    const original = readFileSync(join(ROOT, EXAMPLE), "utf8").split("\n");
    for (const kind of ["fails", "broken"]) {
      const files = readdirSync(join(ROOT, FIXTURES, kind));
      expect(files).toHaveLength(5);
      for (const file of files) {
        const lines = readFileSync(join(ROOT, FIXTURES, kind, file), "utf8").split("\n");
        const gone = original.filter((line) => !lines.includes(line));
        expect([1, 2]).toContain(gone.length);
      }
    }
  });

  it.each([
    ["bandwidth", "busy", "CS2101", "bandwidth: 1.0 TB/s"],
    ["die", "die", "CS2101", "dieArea: 832 mm2"],
    ["export", "export", "CS2101", "int8: 1179.6 TOP/s"],
    ["price", "cheap-answers", "CS2101", "price: 60 k USD"],
    ["stacks", "memory-bandwidth", "CS3002", "bandwidth: 4.8 TB/s"],
  ])(
    "fails with %s for one reason, at the right line, with exit code 1",
    async (name, id, code, line) => {
      const spec = `${FIXTURES}/fails/${name}.yaml`;
      const outcome = await check(spec, ["-f", "json"]);
      expect(outcome.code).toBe(1);
      const written = readFileSync(join(ROOT, spec), "utf8").split("\n");
      const expected = written.findIndex((text) => text.trim() === line) + 1;
      expect(failures(outcome)).toEqual([[id, code, expected]]);
    },
  );

  it.each([
    ["missing-key", "CS1102", 5],
    ["syntax", "CS1010", 57],
    ["unit", "CS1201", 35],
    ["unknown-key", "CS1101", 35],
    ["unknown-stack", "CS1302", 12],
  ])("ends with 2 where the spec is broken: %s", async (name, code, line) => {
    const spec = `${FIXTURES}/broken/${name}.yaml`;
    const outcome = await check(spec, ["-f", "json"]);
    expect(outcome).toMatchObject({ code: 2, stdout: "" });
    expect(outcome.stderr).toContain(`error[${code}]`);
    expect(outcome.stderr).toContain(`--> ${spec}:${line}:`);
  });

  it("names a change of the spec that really passes", async () => {
    const outcome = await check(`${FIXTURES}/fails/bandwidth.yaml`, ["-f", "json"]);
    const change = parsed(outcome).checks.find(({ status }) => status === "fail")?.change;
    expect(change?.field).toBe("memory.bandwidth");
    const text = readFileSync(join(ROOT, `${FIXTURES}/fails/bandwidth.yaml`), "utf8");
    const at = folder();
    const write = (terabytes: number): string => {
      const file = join(at, `${terabytes}.yaml`);
      writeFileSync(file, text.replace("bandwidth: 1.0 TB/s", `bandwidth: ${terabytes} TB/s`));
      return file;
    };
    const enough = (change?.to ?? 0) / 1e12;
    expect((await check(write(enough))).code).toBe(0);
    expect((await check(write(Number((enough * 0.98).toPrecision(3))))).code).toBe(1);
  });

  it("passes the tests of its policy", async () => {
    const { code, stdout } = await chipselect(
      ["check", "--test", "profiles/checks/policy.test.yaml"],
      at,
    );
    expect(code).toBe(0);
    expect(stdout).toContain("Check passes: 4 of 4 checks hold");
  });
});

describe("explain", () => {
  it.each(["CS2101", "CS3004", "die-reticle", "policy-metrics"])("knows %s", async (term) => {
    expect((await chipselect(["explain", term])).code).toBe(0);
  });
});
