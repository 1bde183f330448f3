import { describe, expect, it } from "vitest";
import { writeGithub } from "../../../src/report/check/github.ts";
import { entry, hostileView, MIXED, view, CONTROLS } from "./view.ts";

/** As actions/toolkit reads a workflow command. */
function parsed(line: string): {
  command: string;
  properties: Record<string, string>;
  message: string;
} {
  const [, command = "", properties = "", message = ""] =
    /^::(\w+) ?([^:]*(?:%3A[^:]*)*)::(.*)$/u.exec(line) ?? [];
  const plain = (text: string): string =>
    text
      .replaceAll("%0D", "\r")
      .replaceAll("%0A", "\n")
      .replaceAll("%3A", ":")
      .replaceAll("%2C", ",")
      .replaceAll("%25", "%");
  const pairs = properties.split(",").map((pair): [string, string] => {
    const [name = "", ...value] = pair.split("=");
    return [name, plain(value.join("="))];
  });
  return { command, properties: Object.fromEntries(pairs), message: plain(message) };
}

describe("GitHub annotations", () => {
  it("stand at file, line and column, errors before warnings", () => {
    const lines = writeGithub(view(MIXED)).trimEnd().split("\n").map(parsed);
    expect(lines.map(({ command }) => command)).toEqual(["error", "warning"]);
    expect(lines[0]?.properties).toEqual({
      file: "chips/meridian-1.yaml",
      line: "37",
      col: "14",
      endColumn: "21",
      title: "CS2101 time per output token on chat",
    });
    expect(lines[0]?.message).toContain("7.5 % too much\nmemory.bandwidth ≥ 5.2 TB/s");
  });

  it("escape % CR LF, and : and , in properties", () => {
    const odd = entry({ title: "a:b,c%d", message: "50 %\r\nnext", help: null });
    const line = writeGithub(view([odd])).trimEnd();
    expect(line).toContain("title=CS2101 a%3Ab%2Cc%25d::50 %25%0D%0Anext");
    expect(line.split("\n")).toHaveLength(1);
    expect(parsed(line)).toMatchObject({
      properties: { title: "CS2101 a:b,c%d" },
      message: "50 %\r\nnext",
    });
  });

  it("let no text start a command of its own or reach the terminal", () => {
    const text = writeGithub(hostileView());
    const lines = text.trimEnd().split("\n");
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^::error file=/u);
    expect(text).not.toMatch(CONTROLS);
  });

  it("are ten of a kind at most, with a word about the others", () => {
    const many = Array.from({ length: 13 }, (_, index) => entry({ id: `a${index}` }));
    const lines = writeGithub(view(many)).trimEnd().split("\n");
    expect(lines).toHaveLength(11);
    expect(lines[10]).toBe("::notice::3 more errors in the step summary");
  });

  it("name files from the root of the checkout", () => {
    const shown = { ...view([entry()]), fromRoot: (file: string) => `silicon/${file}` };
    expect(writeGithub(shown)).toContain("file=silicon/chips/meridian-1.yaml,");
  });

  it("are nothing where nothing fails", () => {
    expect(writeGithub(view([entry({ status: "pass" })]))).toBe("");
  });
});
