import { describe, expect, it } from "vitest";
import { colourLevel } from "../../src/cli/colour-policy.ts";
import { outputStyle } from "../../src/cli/output-style.ts";
import { chipselect } from "./fake-io.ts";

const ESCAPE = "\u001b";

describe("whether to colour", () => {
  // Order of the contract: flag > FORCE_COLOR > NO_COLOR > TERM=dumb > terminal.
  it.each([
    [{ flag: undefined, env: {}, isTerminal: true }, 1],
    [{ flag: undefined, env: {}, isTerminal: false }, 0],
    [{ flag: undefined, env: { TERM: "xterm-256color" }, isTerminal: true }, 2],
    [{ flag: undefined, env: { COLORTERM: "truecolor" }, isTerminal: true }, 3],
    [{ flag: undefined, env: { TERM: "dumb" }, isTerminal: true }, 0],
    [{ flag: undefined, env: { NO_COLOR: "1" }, isTerminal: true }, 0],
    [{ flag: undefined, env: { NO_COLOR: "" }, isTerminal: true }, 1],
    [{ flag: undefined, env: { FORCE_COLOR: "1", NO_COLOR: "1" }, isTerminal: false }, 1],
    [{ flag: undefined, env: { FORCE_COLOR: "0" }, isTerminal: true }, 0],
    [{ flag: undefined, env: { FORCE_COLOR: "3" }, isTerminal: false }, 3],
    [{ flag: false, env: { FORCE_COLOR: "1" }, isTerminal: true }, 0],
    [{ flag: true, env: { NO_COLOR: "1" }, isTerminal: false }, 1],
  ] as const)("%j gives level %i", (question, level) => {
    expect(colourLevel(question)).toBe(level);
  });
});

describe("a report", () => {
  it("has colour on a terminal and none in a pipe", async () => {
    expect((await chipselect(["explain", "TPOT"], { terminal: 80 })).stdout).toContain(ESCAPE);
    expect((await chipselect(["explain", "TPOT"])).stdout).not.toContain(ESCAPE);
  });

  it("obeys --color and --no-color", async () => {
    expect((await chipselect(["explain", "TPOT", "--color"])).stdout).toContain(ESCAPE);
    const { stdout } = await chipselect(["explain", "TPOT", "--no-color"], { terminal: 80 });
    expect(stdout).not.toContain(ESCAPE);
  });

  it("says the same with and without", async () => {
    const { stdout } = await chipselect(["explain", "TPOT"], { terminal: 80 });
    // oxlint-disable-next-line no-control-regex
    const bare = stdout.replaceAll(/\u001b\[\d+m/gu, "");
    expect(bare).toBe((await chipselect(["explain", "TPOT"])).stdout);
  });
});

describe("width and characters", () => {
  const pipe = { isTerminal: false, columns: null, write: () => Promise.resolve() };
  const style = (env: Record<string, string>, columns: number | null = null, flags = {}) =>
    outputStyle(
      flags,
      {
        argv: [],
        cwd: "/",
        env,
        stdout: pipe,
        stderr: pipe,
        readStdin: () => Promise.resolve(""),
        platform: "test",
      },
      { ...pipe, columns },
    );

  it("takes COLUMNS, then the terminal, then 80", () => {
    expect(style({ COLUMNS: "120" }, 100).width).toBe(120);
    expect(style({}, 100).width).toBe(100);
    expect(style({}).width).toBe(80);
    expect(style({ COLUMNS: "wide" }).width).toBe(80);
    expect(style({ COLUMNS: "120" }, 100, { wide: true }).width).toBe(Infinity);
  });

  it("keeps to ASCII where the locale is not UTF-8, and when asked", () => {
    expect(style({ LANG: "C" }).ascii).toBe(true);
    expect(style({ LANG: "de_DE.UTF-8" }).ascii).toBe(false);
    expect(style({ LC_ALL: "POSIX", LANG: "de_DE.UTF-8" }).ascii).toBe(true);
    expect(style({}).ascii).toBe(false);
    expect(style({}, null, { ascii: true }).ascii).toBe(true);
  });
});
