import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { packageRoot } from "../../../src/app/package-root.ts";
import { chipselect } from "../fake-io.ts";
import { temporaryFolders } from "../temporary-folder.ts";

// Whole evaluations, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000 });

const EXAMPLE = join(packageRoot(), "profiles", "workloads", "natural-language-services.yaml");
const RATE = "demand.tasks.chat.rate=x0.5,x1,x2";
const MONEY = "budget.monthly=20 k USD,90 k USD";
/** Three chips keep the runs short. */
const CHIPS = ["--chips", "h100-sxm,mi300x,h200-sxm"];

const folder = temporaryFolders();
const sweep = (cwd: string, ...argv: string[]) =>
  chipselect(["sweep", EXAMPLE, ...CHIPS, ...argv], { cwd });
const text = (cwd: string, name: string): string => readFileSync(join(cwd, name), "utf8");

describe("chipselect sweep", () => {
  it("tells who wins where, the last axis fastest, with the wins counted over all points", async () => {
    const { code, stdout, stderr } = await sweep(folder(), "--over", RATE, "--over", MONEY);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const rows = stdout.split("\n").filter((line) => /^ *x\d/u.test(line));
    expect(rows.map((row) => row.trim().split(/ {2,}/u).slice(0, 2))).toEqual([
      ["x0.5", "20 k USD"],
      ["x0.5", "90 k USD"],
      ["x1", "20 k USD"],
      ["x1", "90 k USD"],
      ["x2", "20 k USD"],
      ["x2", "90 k USD"],
    ]);
    // The winner of a row has a score, behind the two values and its id.
    const winners = rows
      .map((row) => row.trim().split(/ {2,}/u))
      .filter((cells) => cells[3] !== "-")
      .map((cells) => cells[2] ?? "");
    const counts = [...stdout.matchAll(/^(\S+) +(\d) +[\d.]+$/gmu)].map(([, id, wins]) => [
      id,
      Number(wins),
    ]);
    const counted = [...new Set(winners)].map((id) => [
      id,
      winners.filter((other) => other === id).length,
    ]);
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(counted));
  });

  it("lists as many candidates as asked for, in every format", async () => {
    const argv = ["--over", "budget.horizon=2 years,3 years"];
    const cwd = folder();
    const json = await sweep(cwd, ...argv, "--top", "2", "--format", "json");
    const document: {
      schemaVersion: number;
      points: number;
      results: { candidates: { rank: number }[] }[];
      summary: { points: number };
    } = JSON.parse(json.stdout);
    expect(document).toMatchObject({ schemaVersion: 1, points: 2, summary: { points: 2 } });
    expect(document.results.map(({ candidates }) => candidates.map(({ rank }) => rank))).toEqual([
      [1, 2],
      [1, 2],
    ]);
    const csv = await sweep(cwd, ...argv, "--top", "all", "--format", "csv");
    const [header = "", ...rows] = csv.stdout.trimEnd().split("\r\n");
    expect(header).toMatch(/^"point","budget.horizon","winner","feasible","rank","id",/u);
    expect(rows).toHaveLength(6);
    const lines = (await sweep(cwd, ...argv, "--format", "ndjson")).stdout.trimEnd().split("\n");
    const kindOf = (line: string): string | undefined => {
      const { kind }: { kind?: string } = JSON.parse(line);
      return kind;
    };
    expect(lines.map(kindOf)).toEqual(["sweep", undefined, undefined]);
  });

  it("writes rows to a file by its name and says so on stdout", async () => {
    const cwd = folder();
    const run = await sweep(cwd, "--over", MONEY, "-o", "out/rows.csv");
    expect(run.code).toBe(0);
    expect(run.stdout).toContain("All rows are in out/rows.csv.");
    const shown = await sweep(cwd, "--over", MONEY, "--format", "csv");
    expect(text(cwd, "out/rows.csv")).toBe(shown.stdout);
    expect(readdirSync(join(cwd, "out"))).toEqual(["rows.csv"]);
  });

  it("ends with 1 when no point has a feasible candidate", async () => {
    const { code, stdout } = await sweep(folder(), "--over", "budget.monthly=1 USD,2 USD");
    expect(code).toBe(1);
    expect(stdout).toContain("No candidate meets every limit at any point.");
  });

  it("reads the workload from stdin", async () => {
    const stdin = readFileSync(EXAMPLE, "utf8");
    const argv = ["sweep", "-", ...CHIPS, "--over", MONEY, "--format", "ndjson"];
    const { code, stdout } = await chipselect(argv, { stdin });
    const fromFile = await sweep(folder(), "--over", MONEY, "--format", "ndjson");
    expect({ code, stdout }).toEqual({ code: 0, stdout: fromFile.stdout });
  });

  it("sweeps a key that the file lacks", async () => {
    const { code } = await sweep(folder(), "--over", "budget.power=100 kW,1 MW");
    expect(code).toBe(0);
  });
});

describe("bad axes", () => {
  const refused = async (...over: string[]) => {
    const argv = over.flatMap((axis) => ["--over", axis]);
    const { code, stdout, stderr } = await sweep(folder(), ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    return stderr;
  };

  it("shows every fault at its place on the command line", async () => {
    expect(
      await refused(
        "budget.montly=20 k USD",
        "budget.horizon=2 kg,1 year",
        "chip.h100-sxm.power.idle=50 W,800 W",
      ),
    ).toBe(`error[CS1101]: unknown key "montly"
  --> --over:1:8
 1 | budget.montly=20 k USD
   |        ^^^^^^
help: did you mean "monthly"? valid: capital, monthly, perUnit, power, energyPrice, grid, carbonIntensity, horizon, ownership

error[CS1201]: unknown unit "kg" for a duration
  --> --over:2:16
 1 | budget.montly=20 k USD
 2 | budget.horizon=2 kg,1 year
   |                ^^^^
help: valid units: ns, us, ms, s, min, h, days, weeks, months, years

error[CS1804]: h100-sxm: its idle power of 800 W is not below its TDP of 700 W
  --> --over:3:31
 1 | budget.montly=20 k USD
 2 | budget.horizon=2 kg,1 year
 3 | chip.h100-sxm.power.idle=50 W,800 W
   |                               ^^^^^
help: vary the other figure too, or leave this value out

3 errors; see: chipselect explain CS1101
`);
  });

  it.each([
    ["bugdet.monthly=1 USD", 'unknown key "bugdet"', 'did you mean "budget"'],
    ["demand.tasks.chta.rate=1", 'no entry "chta"', 'did you mean "chat"'],
    ["demand.tasks.chat.model=llama3.1-80b", 'no model "llama3.1-80b"', "llama3.1-70b"],
    ["demand.tasks.chat.users=10", '"users" is a second load', "one load"],
    ["budget.power=x2", "is not in the file", "give the values themselves"],
    ["chip.h100.price=x2", 'no chip or class "h100"', "h100-pcie"],
    ["chip.h100-sxm.memory.bandwith=1 TB/s", 'no figure "memory.bandwith"', "memory.bandwidth"],
    ["chip.h100-sxm.memory.bandwidth=3", '"3" has no unit', "3 GB/s"],
    ["chip.h100-sxm.memory.bandwidth=1 B/s", "too small", "is the unit right?"],
    ["chip.h100-sxm.compute.cores=1.5", "not a whole number", "accepted here"],
    ["chip.h100-sxm.compute.clock=1 Hz..", 'unknown unit "Hz.."', "kHz"],
    ["chip.h100-sxm=1", "names no figure", "chip.ID.KEY"],
    ["chip.h100-sxm.system=hgx-h10", 'no system "hgx-h10"', "hgx-h100"],
    ["chip.h100-sxm.compute.structuredSparsity=maybe", "true or false", ""],
    ["chip.h100-sxm.links.scaleUp.chips=8,9", "joins at most 8 chips", "vary"],
    ["chip.h100-sxm.compute.peak.fp8=1 EFLOP/s", "cannot do 1 EOP/s in fp8", "vary"],
    ["chip.rp2040.links.scaleUp.bandwidth=1 GB/s", "has no such link", "catalog show"],
    ["budget.monthly=1 USD,1 USD", "stands twice", "remove one"],
  ])("%s", async (over, message, help) => {
    const stderr = await refused(over);
    expect(stderr).toContain(message);
    expect(stderr).toContain(help);
  });

  it("refuses two axes over one place", async () => {
    expect(await refused("demand.tasks.chat.rate=1", "demand.tasks.0.rate=2")).toContain(
      'sets what "demand.tasks.chat.rate" sets already',
    );
  });

  it("shows faults of the file in the file", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "w.yaml"), readFileSync(EXAMPLE, "utf8").replace("90 k USD", "90 kg"));
    const argv = ["sweep", "w.yaml", "--over", "budget.horizon=1 year,2 years,3 years"];
    const { code, stderr } = await chipselect(argv, { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/--> w\.yaml:\d+:\d+/u);
    expect(stderr).toContain("1 error;");
  });

  it.each([
    [["--over", MONEY, "--chips", "h200"], 'no chip or class "h200"'],
    [["--over", MONEY, "-o", "rows.txt"], "must end with .ndjson or .csv"],
    [["--over", MONEY, "-o", "a.csv", "--format", "csv"], "exclude each other"],
    [["--over", MONEY, "--resume"], "--resume needs -o FILE"],
    [["--over", MONEY, "--shard", "1/2", "-o", "a.csv"], "parts of a sweep are written as NDJSON"],
    [["--over", MONEY, "--shard", "3/2", "--format", "ndjson"], "Write it as i/n"],
    [["--over", MONEY, "--top", "0"], "at least 1, or all"],
    [
      [
        "--over",
        "demand.tasks.chat.rate=1..2/100000 requests/s",
        "--over",
        "budget.monthly=1..9/100000 USD",
      ],
      "at most 1e9 are swept",
    ],
    [[], "--over"],
  ])("%j", async (argv, message) => {
    const { code, stderr } = await sweep(folder(), ...argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("--resume", () => {
  const argv = ["--over", RATE, "--over", MONEY];

  it.each(["rows.ndjson", "rows.csv"])(
    "goes on behind any cut of %s, to the same bytes",
    async (name) => {
      const cwd = folder();
      await sweep(cwd, ...argv, "--top", "2", "-o", name);
      const whole = text(cwd, name);
      const journal = JSON.stringify(
        JSON.parse(
          (await sweep(cwd, ...argv, "--top", "2", "--format", "ndjson")).stdout.split(
            "\n",
            1,
          )[0] ?? "",
        ),
      );
      // In the header, behind it, in a row, at a row's end, in the last row.
      const secondLine = whole.indexOf("\n") + 1;
      const thirdLine = whole.indexOf("\n", secondLine) + 1;
      const cuts = [0, 40, secondLine, secondLine + 30, thirdLine, thirdLine + 1, whole.length - 5];
      for (const cut of cuts) {
        writeFileSync(join(cwd, name), whole.slice(0, cut));
        if (name.endsWith(".csv")) writeFileSync(join(cwd, `${name}.journal`), `${journal}\n`);
        const { code } = await sweep(cwd, ...argv, "--top", "2", "-o", name, "--resume");
        expect({ cut, code, text: text(cwd, name) }).toEqual({ cut, code: 0, text: whole });
        expect(readdirSync(cwd)).toEqual([name]);
      }
    },
  );

  it("has nothing to do when the file is complete, and counts the wins of the whole", async () => {
    const cwd = folder();
    const first = await sweep(cwd, ...argv, "-o", "rows.ndjson");
    const again = await sweep(cwd, ...argv, "-o", "rows.ndjson", "--resume");
    expect(again).toEqual({ ...first, stderr: "6 points are there already, 0 are left\n" });
  });

  it("starts where there is no file yet, so that a job can always say it", async () => {
    const { code } = await sweep(folder(), ...argv, "-o", "rows.ndjson", "--resume");
    expect(code).toBe(0);
  });

  it("never overwrites unasked", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "rows.csv"), "mine");
    const refused = await sweep(cwd, ...argv, "-o", "rows.csv");
    expect(refused).toMatchObject({
      code: 2,
      stderr:
        "error: rows.csv exists already\nhelp: --resume goes on with it, --force overwrites it\n",
    });
    expect(text(cwd, "rows.csv")).toBe("mine");
    expect((await sweep(cwd, ...argv, "-o", "rows.csv", "--force")).code).toBe(0);
    mkdirSync(join(cwd, "folder.csv"));
    expect((await sweep(cwd, ...argv, "-o", "folder.csv", "--force")).stderr).toContain(
      "is a directory",
    );
  });

  it.each<[string, string[], string]>([
    [
      "another axis",
      ["--over", "demand.tasks.chat.rate=x0.5,x1,x3", "--over", MONEY],
      "the axes differ",
    ],
    ["other chips", [...argv, "--chips", "l40s"], "--chips differs"],
    ["more candidates", [...argv, "--top", "2"], "--top differs"],
    ["a part", [...argv, "--shard", "1/2"], "holds the whole grid, not part 1 of 2"],
  ])("refuses a file of %s", async (_name, other, message) => {
    const cwd = folder();
    await sweep(cwd, ...argv, "-o", "rows.ndjson");
    const before = text(cwd, "rows.ndjson");
    const { code, stderr } = await sweep(cwd, ...other, "-o", "rows.ndjson", "--resume");
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(text(cwd, "rows.ndjson")).toBe(before);
  });

  it("refuses a file of another workload", async () => {
    const cwd = folder();
    await sweep(cwd, ...argv, "-o", "rows.ndjson");
    writeFileSync(
      join(cwd, "w.yaml"),
      readFileSync(EXAMPLE, "utf8").replace("maxChips: 256", "maxChips: 255"),
    );
    const other = await chipselect(
      ["sweep", "w.yaml", ...CHIPS, ...argv, "-o", "rows.ndjson", "--resume"],
      { cwd },
    );
    expect(other.code).toBe(2);
    expect(other.stderr).toContain("the workload or the catalogue differs");
  });

  it("goes on when only a comment of the workload changed", async () => {
    const cwd = folder();
    await sweep(cwd, ...argv, "-o", "rows.ndjson");
    writeFileSync(join(cwd, "w.yaml"), `# a comment\n${readFileSync(EXAMPLE, "utf8")}`);
    const same = ["sweep", "w.yaml", ...CHIPS, ...argv, "-o", "rows.ndjson", "--resume"];
    expect((await chipselect(same, { cwd })).code).toBe(0);
  });

  it.each<[string, (lines: string[]) => string[], string]>([
    [
      "a lost line",
      (lines) => lines.toSpliced(2, 1),
      "rows.ndjson:3: point 2 stands where point 1 belongs",
    ],
    [
      "a double line",
      (lines) => lines.toSpliced(2, 0, lines[1] ?? ""),
      "rows.ndjson:3: point 0 stands where point 1 belongs",
    ],
    [
      "a broken line",
      (lines) => lines.toSpliced(2, 1, "{"),
      "rows.ndjson:3: not a point of a sweep",
    ],
    ["no header", () => ["{}", ""], "rows.ndjson:1: not a file of sweep results"],
    [
      "a newer format",
      (lines) => [String(lines[0]).replace('"schemaVersion":1', '"schemaVersion":2'), ""],
      "schemaVersion 2",
    ],
  ])("refuses a file with %s", async (_name, damage, message) => {
    const cwd = folder();
    await sweep(cwd, ...argv, "-o", "rows.ndjson");
    writeFileSync(
      join(cwd, "rows.ndjson"),
      damage(text(cwd, "rows.ndjson").split("\n")).join("\n"),
    );
    const { code, stderr } = await sweep(cwd, ...argv, "-o", "rows.ndjson", "--resume");
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
