import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { embeddedResult } from "../report/html/read-page.ts";
import { chipselect } from "./fake-io.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const WORKLOAD = "profiles/workloads/keyword-spotting.yaml";

/** Every command that has a report, with a quick question. */
const COMMAND_LINES = [
  `evaluate ${WORKLOAD}`,
  `explain ${WORKLOAD} --chip ndp120`,
  `simulate ${WORKLOAD} --chip ndp120`,
  "explain TPOT",
  "explain",
  "catalog list",
  "catalog list stacks",
  "catalog show h100-sxm",
  "catalog sources",
];

describe("an HTML report", { timeout: 30_000 }, () => {
  const folder = temporaryFolders();

  async function expectPage(commandLine: string): Promise<void> {
    const file = join(folder(), "reports", "out.html");
    const output = ["--format", "json", "--report", `html=${file}`];
    const { stdout, stderr } = await chipselect([...commandLine.split(" "), ...output]);
    const html = readFileSync(file, "utf8");
    expect(stderr).toContain(`wrote ${file}`);
    expect(html).toMatch(/^<!doctype html>\n.*<\/html>\n$/su);
    expect(html).not.toContain("<h1>Report</h1>");
    expect(embeddedResult(html)).toEqual(JSON.parse(stdout));
  }

  it.each(COMMAND_LINES)("is one page with the result of JSON in it: %s", async (commandLine) => {
    await expectPage(commandLine);
    expect.hasAssertions();
  });

  it("is one page with the result of JSON in it: validate --scatter", async () => {
    const shipped = readFileSync("profiles/measurements/training.csv", "utf8").split("\n");
    const file = join(folder(), "training.csv");
    writeFileSync(file, shipped.slice(0, 20).join("\n"));
    await expectPage(`validate --measurements ${file} --scatter`);
    expect.hasAssertions();
  });

  it("is the same bytes on stdout and in a file, whatever the terminal", async () => {
    const file = join(folder(), "out.html");
    const argv = ["catalog", "show", "h100-sxm", "-q", "--format", "html"];
    const { stdout } = await chipselect([...argv, "--report", `html=${file}`], { terminal: 60 });
    expect(readFileSync(file, "utf8")).toBe(stdout);
    expect((await chipselect(argv, { env: { FORCE_COLOR: "1", LANG: "C" } })).stdout).toBe(stdout);
  });

  it("stands in the help of what can be written", async () => {
    expect((await chipselect(["evaluate", "--help"])).stdout).toMatch(/markdown,\s+csv,\s+html/u);
  });
});
