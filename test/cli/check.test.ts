import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { array, assert, asyncProperty, boolean, constantFrom, nat, record } from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../src/app/package-root.ts";
import type { CheckResult } from "../../src/check/types.ts";
import { chipselect, type Outcome, type Surroundings } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const folder = temporaryFolders();

// Whole programs run here, on machines that others use as well.
vi.setConfig({ testTimeout: 30_000 });

const ROOT = packageRoot();
const EXAMPLE = "profiles/checks/meridian-1.yaml";
const FIXTURES = "test/fixtures/checks";
const WORKLOADS = ["profiles/checks/assistant.yaml", "profiles/checks/summaries.yaml"];

const at = { cwd: ROOT };

/** The worked example, or another spec with its workloads and policy. */
const check = (
  spec: string,
  flags: readonly string[] = [],
  around: Surroundings = at,
): Promise<Outcome> =>
  chipselect(
    ["check", spec, "-w", ...WORKLOADS, "--policy", "profiles/checks/policy.yaml", ...flags],
    around,
  );

const parsed = ({ stdout }: Outcome): CheckResult => JSON.parse(stdout);

const failures = (outcome: Outcome): unknown[] =>
  parsed(outcome)
    .checks.filter(({ status }) => status === "fail")
    .map(({ id, code, place }) => [id, code, place.line]);

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

describe("check", () => {
  it("holds with the recommended policy when none is named, and simulates ranks when asked", async () => {
    const outcome = await chipselect(["check", EXAMPLE, "-w", WORKLOADS[0] ?? ""], at);
    expect(outcome.code).toBe(0);
    const policy = join(folder(), "ranked.yaml");
    writeFileSync(policy, "assertions: [{metric: rank, atMost: 1}]\n");
    const ranked = await check(EXAMPLE, ["--policy", policy, "-f", "json"]);
    expect(ranked.code).toBe(1);
    const [first] = parsed(ranked).checks;
    expect(first?.value).toBeGreaterThan(1);
    const wide = "{metric: rank, atMost: 400, with: {metric: acceptability, atLeast: 99 %}}";
    writeFileSync(policy, `assertions: [${wide}]\n`);
    expect((await check(EXAMPLE, ["--policy", policy])).code).toBe(0);
  });

  it("writes several reports in one run, each for its reader", async () => {
    const out = folder();
    const reports = ["json", "markdown", "csv", "html", "junit", "sarif", "github", "gitlab"];
    const flags = reports.flatMap((kind) => [
      "--report",
      `${kind}=${join(out, kind, `r.${kind}`)}`,
    ]);
    const { code, stderr } = await check(`${FIXTURES}/fails/die.yaml`, flags);
    expect(code).toBe(1);
    for (const kind of reports) {
      expect(stderr).toContain(`wrote ${join(out, kind, `r.${kind}`)}`);
      expect(readFileSync(join(out, kind, `r.${kind}`), "utf8")).toContain("CS2101");
    }
  });

  it("takes levels that end with 1 from --fail-on and --max-warnings", async () => {
    const hot = join(folder(), "hot.yaml");
    const text = readFileSync(join(ROOT, EXAMPLE), "utf8");
    writeFileSync(hot, text.replace("tdp: 450 W", "tdp: 900 W"));
    expect((await check(hot)).code).toBe(0);
    expect((await check(hot, ["--fail-on", "warn"])).code).toBe(1);
    expect((await check(hot, ["--max-warnings", "0"])).code).toBe(1);
    expect((await check(hot, ["--max-warnings", "1"])).code).toBe(0);
    expect((await check(`${FIXTURES}/fails/die.yaml`, ["--fail-on", "never"])).code).toBe(0);
    expect((await check(`${FIXTURES}/fails/die.yaml`, ["--fail-on", "sometimes"])).code).toBe(2);
  });

  it.each([
    ["no spec", ["check", "-w", WORKLOADS[0] ?? ""], "name a spec"],
    ["no workload", ["check", EXAMPLE], "--workload FILE is missing"],
    ["a missing file", ["check", "none.yaml", "-w", WORKLOADS[0] ?? ""], "error[CS1001]"],
    [
      "a policy that is none",
      ["check", EXAMPLE, "-w", WORKLOADS[0] ?? "", "-p", "strct"],
      "error[CS2002]",
    ],
    [
      "a policy for a workload that is not given",
      ["check", EXAMPLE, "-w", WORKLOADS[0] ?? "", "-p", "profiles/checks/policy.yaml"],
      "error[CS2003]",
    ],
    ["the same spec twice", ["check", EXAMPLE, EXAMPLE, "-w", WORKLOADS[0] ?? ""], "error[CS2011]"],
  ])("ends with 2 for %s", async (_what, argv, said) => {
    const { code, stdout, stderr } = await chipselect(argv, at);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(said);
  });

  it("refuses a percentile that the workload does not plan", async () => {
    const policy = join(folder(), "p99.yaml");
    writeFileSync(
      policy,
      "assertions: [{metric: TTFT, percentile: 99, atMost: 2 s, workload: assistant}]\n",
    );
    const { code, stderr } = await check(EXAMPLE, ["--policy", policy]);
    expect(code).toBe(2);
    expect(stderr).toContain("asks for p99, but assistant plans assistant at p95");
  });

  it("finds the faults of all files in one run", async () => {
    const { stderr } = await chipselect(
      ["check", `${FIXTURES}/broken/unit.yaml`, "-w", "none.yaml", "-p", "neither.yaml"],
      at,
    );
    expect(stderr).toContain("3 errors");
  });
});

describe("a baseline", () => {
  it("is saved, compared, and told apart from what fails anew", async () => {
    const base = join(folder(), "base.json");
    const saved = await check(EXAMPLE, ["--save-baseline", base]);
    expect(saved).toMatchObject({ code: 0, stderr: `wrote ${base}\n` });
    const same = await check(EXAMPLE, ["--baseline", base, "-f", "json"]);
    expect(same.code).toBe(0);
    expect(parsed(same).summary.skipped).toBe(0);
    const dearer = await check(`${FIXTURES}/fails/price.yaml`, ["--baseline", base, "-f", "json"]);
    const worse = parsed(dearer).checks.filter(
      ({ code, status }) => code === "CS2103" && status === "fail",
    );
    expect(worse.map(({ id, known }) => [id, known])).toEqual([
      ["no-regression.cost", false],
      ["no-regression.unit-cost", false],
      ["no-regression.capital", false],
      ["no-regression.cost", false],
      ["no-regression.unit-cost", false],
      ["no-regression.capital", false],
    ]);
    // The line of the price that was raised, though more arithmetic would pass as well.
    const { place, change } = worse[0] ?? {};
    expect([change?.field, place?.line]).toEqual(["price", 56]);
    const price = parsed(dearer).figures.find(({ metric }) => metric === "price");
    expect(price).toMatchObject({ before: 8000, now: 60_000, better: false });
  });

  it("that failed already is known, and what is mended is said", async () => {
    const base = join(folder(), "base.json");
    await check(`${FIXTURES}/fails/die.yaml`, ["--save-baseline", base]);
    const again = await check(`${FIXTURES}/fails/die.yaml`, ["--baseline", base, "-f", "json"]);
    expect(again.code).toBe(1);
    expect(parsed(again).checks.find(({ id }) => id === "die")?.known).toBe(true);
    const mended = await check(EXAMPLE, ["--baseline", base, "-f", "json"]);
    expect(parsed(mended).warnings).toEqual([
      "fixed since the baseline: die (CS2101) of meridian-1",
    ]);
  });

  it("with entries that nothing answers to warns", async () => {
    const base = join(folder(), "base.json");
    await check(EXAMPLE, ["--save-baseline", base]);
    writeFileSync(base, readFileSync(base, "utf8").replaceAll("meridian-1", "meridian-0"));
    const outcome = await check(EXAMPLE, ["--baseline", base, "-f", "json"]);
    expect(outcome.code).toBe(0);
    expect(parsed(outcome).checks.find(({ code }) => code === "CS2021")?.message).toContain(
      "meridian-0",
    );
  });

  it.each(["", "{}", '{"kind": "chipselect-baseline"', "null"])(
    "that is malformed (%j) ends with 2, never with a pass",
    async (text) => {
      const base = join(folder(), "base.json");
      writeFileSync(base, text);
      const { code, stdout, stderr } = await check(EXAMPLE, ["--baseline", base]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain("error[CS2020]");
    },
  );

  it("that does not exist ends with 2", async () => {
    expect((await check(EXAMPLE, ["--baseline", "none.json"])).code).toBe(2);
  });
});

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

describe("in GitHub Actions", () => {
  it("annotates and summarises of its own accord, on stderr and in the summary file", async () => {
    const summary = join(folder(), "summary.md");
    writeFileSync(summary, "before\n");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary, GITHUB_WORKSPACE: ROOT };
    const { stdout, stderr } = await check(`${FIXTURES}/fails/die.yaml`, [], { ...at, env });
    expect(stderr).toMatch(
      /^::error file=test\/fixtures\/checks\/fails\/die\.yaml,line=18,col=12,/u,
    );
    expect(stdout).not.toContain("::error");
    expect(readFileSync(summary, "utf8")).toMatch(/^before\n\*\*❌ Check fails/u);
  });

  it("names files from the root of the checkout, wherever it runs", async () => {
    const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: join(ROOT, "..") };
    const { stderr } = await check(`${FIXTURES}/fails/die.yaml`, [], { ...at, env });
    const name = relative(join(ROOT, ".."), join(ROOT, FIXTURES, "fails/die.yaml"));
    expect(stderr).toContain(`::error file=${name},`);
  });

  it("stays silent when a format or --no-ci is given, and everywhere else", async () => {
    const summary = join(folder(), "summary.md");
    const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: summary };
    const spec = `${FIXTURES}/fails/die.yaml`;
    expect((await check(spec, ["-f", "json"], { ...at, env })).stderr).toBe("");
    expect((await check(spec, ["--no-ci"], { ...at, env })).stderr).toBe("");
    expect((await check(spec)).stderr).toBe("");
    expect(existsSync(summary)).toBe(false);
  });
});

describe("hostile names", () => {
  /** Line breaks, workflow commands, colours, markup of XML, HTML and Markdown, as YAML writes them. */
  const NAME = String.raw`"a\n::error file=x::pwned\r\e[31m <script>alert(1)</script> ]]> & | [l](x) @all %0A"`;

  function files(): { at: string; argv: string[] } {
    const place = folder();
    const write = (name: string, text: string): string => {
      writeFileSync(join(place, name), text);
      return name;
    };
    const spec = readFileSync(join(ROOT, `${FIXTURES}/fails/die.yaml`), "utf8");
    const workload = readFileSync(join(ROOT, WORKLOADS[0] ?? ""), "utf8");
    const chip = write(
      "chip::error,<b>%0A\u001b[31m.yaml",
      spec
        .replace("name: Meridian-1 (proposed)", `name: ${NAME}`)
        .replace("vendor: Meridian", `vendor: ${NAME}`),
    );
    const task = write("w::x,<i>&.yaml", workload.replace(/ {2}name: .*/u, `  name: ${NAME}`));
    const policy = write(
      "policy,::<u>.yaml",
      `name: ${NAME}\nassertions:\n  - {metric: die, atMost: 800 mm2, reason: ${NAME}}\n`,
    );
    return { at: place, argv: ["check", chip, "-w", task, "-p", policy] };
  }

  it.each(["table", "json", "markdown", "csv", "html", "junit", "sarif", "github", "gitlab"])(
    "come out harmless as %s",
    async (format) => {
      const { at: cwd, argv } = files();
      const { code, stdout, stderr } = await chipselect([...argv, "-f", format], { cwd });
      expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
      // A CSV file ends its lines as RFC 4180 says.
      const text = format === "csv" ? stdout.replaceAll("\r\n", "\n") : stdout;
      expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
      const commands = stdout.split("\n").filter((line) => line.startsWith("::"));
      expect(commands).toHaveLength(format === "github" ? 1 : 0);
      const isJson = ["json", "sarif", "gitlab"].includes(format);
      expect(isJson ? typeof JSON.parse(stdout) : "text").toBe(isJson ? "object" : "text");
      const markup = ["markdown", "html", "junit"].includes(format) ? stdout : "";
      expect(markup).not.toMatch(/<script>|<b>|<i>|<u>/u);
    },
  );
});

describe("any spec", () => {
  const LINES = readFileSync(join(ROOT, EXAMPLE), "utf8").split("\n");
  const VALUES = [
    "0",
    "-1",
    "1e30 W",
    '""',
    "[]",
    "{}",
    "null",
    "yes",
    "0.001 nm",
    "99999999 TB/s",
    "x",
    "*a",
    "&a",
  ];

  it("is judged or refused, and never a surprise", async () => {
    const edit = record({
      line: nat(LINES.length - 1),
      value: constantFrom(...VALUES),
      drop: boolean(),
    });
    await assert(
      asyncProperty(array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const lines = [...LINES];
        for (const { line, value, drop } of edits) {
          lines[line] = drop ? "" : (lines[line] ?? "").replace(/: .*/u, `: ${value}`);
        }
        const { code, stderr } = await chipselect(["check", "-", "-w", WORKLOADS[0] ?? ""], {
          ...at,
          stdin: lines.join("\n"),
        });
        expect([0, 1, 2]).toContain(code);
        expect(stderr).not.toContain("failed unexpectedly");
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

describe("explain", () => {
  it.each(["CS2101", "CS3004", "die-reticle", "policy-metrics"])("knows %s", async (term) => {
    expect((await chipselect(["explain", term])).code).toBe(0);
  });
});
