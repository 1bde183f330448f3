import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { chipselect } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const folder = temporaryFolders();
const CAMERA = ["--set", "scenario=edge-image-recognition"];

/** Splits the command line that the program prints, as a shell would. */
function words(command: string): string[] {
  return [...command.matchAll(/'((?:[^']|'\\'')*)'|(\S+)/gu)].map(
    ([, quoted, bare]) => quoted?.replaceAll("'\\''", "'") ?? bare ?? "",
  );
}

describe("ask without a person", () => {
  it("says what is missing and ends with 2 before any prompt", async () => {
    const nothing = await chipselect(["ask"], { cwd: folder() });
    expect(nothing).toMatchObject({ code: 2, stdout: "" });
    expect(nothing.stderr).toBe(
      "error: questions need a terminal; missing: scenario\nhelp: answer with --answers FILE or --set scenario=…, or take the defaults with --yes\n",
    );
    const half = await chipselect(["ask", ...CAMERA, "--no-input"], { cwd: folder() });
    expect(half.code).toBe(2);
    expect(half.stderr).toContain(
      "missing: tasks, watch.model, watch.frameRate, recognise.model, recognise.frameRate",
    );
  });

  it("takes every default with --yes, but the scenario has none", async () => {
    const { code, stderr } = await chipselect(["ask", "--yes"], { cwd: folder() });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        "error: questions are left that nobody answers; missing: scenario\nhelp: answer with --answers FILE or --set scenario=…\n",
    });
  });

  it("writes the workload to a pipe, and tells the recommendation on stderr", async () => {
    const { code, stdout, stderr } = await chipselect(["ask", "--yes", ...CAMERA], {
      cwd: folder(),
    });
    expect(code).toBe(0);
    expect(stdout.split("\n")[0]).toMatch(/^# yaml-language-server: \$schema=/u);
    expect(stdout).toContain("application: edge-image-recognition");
    expect(stderr).toMatch(/^Buy \d+ × /u);
  });

  it("needs no --yes when the opening questions are answered", async () => {
    const cwd = folder();
    writeFileSync(
      join(cwd, "a.yaml"),
      "scenario: pre-training\npretrain.model: llama3.1-70b\npretrain.tokens: 2 T\npretrain.trainingTime: 60 days\n",
    );
    const { code, stdout } = await chipselect(["ask", "--answers", "a.yaml", "--no-input"], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stdout).toContain("tokens: 2 T # Tokens of the training\n");
    expect(stdout).toContain("power: 40 MW # Power of a site, at most (assumed)\n");
  });
});

describe("what ask writes", () => {
  it("evaluates to what it showed: the report on stdout is that of evaluate", async () => {
    const cwd = folder();
    const asked = await chipselect(["ask", "--yes", ...CAMERA, "-o", "w.yaml"], { cwd });
    const evaluated = await chipselect(["evaluate", "w.yaml"], { cwd });
    expect(asked.code).toBe(evaluated.code);
    expect(asked.stdout).toBe(evaluated.stdout);
    expect(asked.stderr).toContain(
      "wrote w.yaml; evaluate it again with: chipselect evaluate w.yaml",
    );
  });

  it("comes again, byte by byte, from the command line that it prints", async () => {
    const cwd = folder();
    const sets = [
      "scenario=natural-language-services",
      "chat.model=llama3.1-8b",
      "chat.load=users",
      "chat.users=300",
      "monthly=none",
      "excludedVendors=[Huawei, Cerebras]",
      "weights=sliders",
      "weights.values={cost: 50, latency: 50}",
      "scenario.name=Bob's chat",
      "demand.tasks[0].precision=fp8",
    ].flatMap((set) => ["--set", set]);
    const first = await chipselect(["ask", "--yes", ...sets, "--lang", "zh", "-o", "w.yaml"], {
      cwd,
    });
    const text = readFileSync(join(cwd, "w.yaml"), "utf8");
    expect(text).toContain("name: Bob's chat");
    expect(text).toContain("precision: fp8");
    expect(text).toContain("假定");
    const command =
      first.stderr.split("\n").find((line) => line.startsWith("chipselect ask")) ?? "";
    const second = await chipselect([...words(command).slice(1), "--force"], { cwd });
    expect(second).toMatchObject({ code: first.code, stdout: first.stdout });
    expect(readFileSync(join(cwd, "w.yaml"), "utf8")).toBe(text);
  });

  it("never overwrites without --force, and says so before any question", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "w.yaml"), "mine");
    const refused = await chipselect(["ask", "-o", "w.yaml"], { cwd });
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("w.yaml exists already");
    expect(readFileSync(join(cwd, "w.yaml"), "utf8")).toBe("mine");
    const forced = await chipselect(["ask", "--yes", ...CAMERA, "-o", "w.yaml", "--force"], {
      cwd,
    });
    expect(forced.code).toBe(0);
    expect(readFileSync(join(cwd, "w.yaml"), "utf8")).not.toBe("mine");
  });

  it("goes to workload.yaml where stdout is a terminal", async () => {
    const cwd = folder();
    const { stdout } = await chipselect(["ask", "--yes", ...CAMERA], { cwd, terminal: 100 });
    expect(existsSync(join(cwd, "workload.yaml"))).toBe(true);
    expect(stdout).toContain("Ranking");
  });

  it("takes report files and formats as evaluate does", async () => {
    const cwd = folder();
    const argv = ["ask", "--yes", ...CAMERA, "-o", "w.yaml", "-f", "json", "--report", "csv=r.csv"];
    const { stdout } = await chipselect(argv, { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1 });
    expect(existsSync(join(cwd, "r.csv"))).toBe(true);
  });

  it("ends with 1 when no chip meets every limit", async () => {
    const argv = ["ask", "--yes", ...CAMERA, "--set", "power=1 mW"];
    const { code, stderr } = await chipselect(argv, { cwd: folder() });
    expect(code).toBe(1);
    expect(stderr).toContain("No candidate meets every limit.");
  });
});

describe("--set", () => {
  async function refusal(...sets: string[]): Promise<string> {
    const argv = ["ask", "--yes", ...sets.flatMap((set) => ["--set", set])];
    const { code, stdout, stderr } = await chipselect(argv, { cwd: folder() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    return stderr;
  }

  it("refuses what is neither a question nor a path", async () => {
    expect(await refusal("scenario=pre-training", "plase=cloud")).toBe(
      'error: --set plase: neither a question nor a path such as budget.monthly\nhelp: did you mean "place"?\n',
    );
    expect(await refusal("place=cloud")).toContain("name the scenario first");
    expect(await refusal("scenario=pretraining")).toContain('did you mean "pre-training"?');
    expect(await refusal("nonsense")).toContain("Write it as id=answer");
  });

  it("refuses values with the words of the workload's reader, at their path", async () => {
    expect(await refusal("scenario=pre-training", "budget.montly=3")).toContain(
      'budget.montly: unknown key "montly"',
    );
    expect(await refusal("scenario=pre-training", "power=3 cows")).toContain("power: ");
    expect(await refusal("scenario=natural-language-services", "chat.users=5")).toContain(
      "--set chat.users: another answer rules this question out",
    );
  });
});

describe("--answers and --resume", () => {
  it("show every fault at its line", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "a.yaml"), "scenario: pre-training\nplase: cloud\npower: 3 cows\n");
    const { code, stderr } = await chipselect(["ask", "--answers", "a.yaml", "--yes"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("--> a.yaml:2:1");
    expect(stderr).toContain('did you mean "place"?');
  });

  it("say when there is no such file", async () => {
    const { code, stderr } = await chipselect(["ask", "--resume"], { cwd: folder() });
    expect(code).toBe(2);
    expect(stderr).toContain("chipselect-answers.yaml");
  });

  it("are overruled by --set, and kept answers by those of --answers", async () => {
    const cwd = folder();
    writeFileSync(join(cwd, "kept.yaml"), "scenario: pre-training\nplace: cloud\npower: 1 MW\n");
    writeFileSync(join(cwd, "a.yaml"), "power: 2 MW\nenergyPrice: 0.05 USD/kWh\n");
    const argv = ["ask", "--yes", "--resume", "kept.yaml", "--answers", "a.yaml"];
    const { stdout } = await chipselect([...argv, "--set", "energyPrice=0.2 USD/kWh"], { cwd });
    expect(stdout).toContain("place: cloud");
    expect(stdout).toContain("power: 2 MW");
    expect(stdout).toContain("energyPrice: 0.2 USD/kWh");
  });
});
