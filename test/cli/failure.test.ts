import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/cli/bad-input.ts";
import { Failure } from "../../src/cli/failure.ts";
import type { Io } from "../../src/cli/io.ts";
import { showFailure, type ShownFlags } from "../../src/cli/show-failure.ts";

async function shown(reason: unknown, flags: ShownFlags = {}): Promise<string> {
  let text = "";
  const stream: Io["stderr"] = {
    isTerminal: false,
    columns: null,
    write: (more) => {
      text += more;
      return Promise.resolve();
    },
  };
  const stdout: Io["stdout"] = {
    ...stream,
    write: () => Promise.reject(new Error("a failure never speaks on stdout")),
  };
  await showFailure(
    reason,
    {
      argv: [],
      cwd: "/",
      env: {},
      stdout,
      stderr: stream,
      readStdin: () => Promise.resolve(""),
      platform: "Node.js v20.20.2, linux x64",
    },
    flags,
  );
  return text;
}

describe("telling why a command could not run", () => {
  it("says what is wrong and what would be right", async () => {
    expect(await shown(new Failure("no such chip", 'did you mean "a"?'))).toBe(
      'error: no such chip\nhelp: did you mean "a"?\n',
    );
    expect(await shown(new Failure("no such chip"))).toBe("error: no such chip\n");
  });

  it("apologises for the unexpected in one line, names version and system, and shows no stack", async () => {
    const text = await shown(new TypeError("x is not a function"));
    expect(text.split("\n")[0]).toBe("chipselect failed unexpectedly, sorry: x is not a function");
    expect(text).toMatch(/chipselect \d+\.\d+\.\d+, Node\.js v20\.20\.2, linux x64/u);
    expect(text).toContain("--debug");
    expect(text).not.toContain("    at ");
  });

  it("shows the stack with --debug", async () => {
    expect(await shown(new TypeError("x"), { debug: true })).toContain("    at ");
  });

  it("shows faults of a file with a code frame, coloured only when asked", async () => {
    const fault = {
      code: "CS1101",
      severity: "error",
      file: "w.yaml",
      line: 1,
      column: 1,
      endColumn: 4,
      path: "abc",
      message: 'unknown key "abc"',
      help: null,
    } as const;
    const error = new BadInput([fault], new Map([["w.yaml", "abc: 1\n"]]));
    const text = await shown(error);
    expect(text).toContain('error[CS1101]: unknown key "abc"\n  --> w.yaml:1:1');
    expect(text).toContain("^^^");
    expect(await shown(error, { color: true })).toContain("\u001b[31m");
  });
});
