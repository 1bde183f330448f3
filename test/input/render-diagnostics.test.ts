import { describe, expect, it } from "vitest";
import { codeFrame } from "../../src/input/code-frame.ts";
import type { Diagnostic } from "../../src/input/diagnostic.ts";
import { fileError, fileTooLarge } from "../../src/input/file-errors.ts";
import { renderDiagnostics } from "../../src/input/render-diagnostics.ts";

function diagnostic(fields: Partial<Diagnostic>): Diagnostic {
  return {
    code: "CS1101",
    severity: "error",
    file: "w.yaml",
    line: 1,
    column: 1,
    endColumn: 2,
    path: "a",
    message: "wrong",
    help: null,
    ...fields,
  };
}

describe("rendered diagnostics", () => {
  it("stand in the order of their places, and end with a count", () => {
    const text = renderDiagnostics([
      diagnostic({ line: 9, message: "third" }),
      diagnostic({ line: 2, column: 7, message: "second", severity: "warning" }),
      diagnostic({ line: 2, column: 3, message: "first", code: "CS1104" }),
    ]);
    expect(text.match(/first|second|third/g)).toEqual(["first", "second", "third"]);
    expect(text).toContain("2 errors, 1 warning; see: chipselect explain CS1104\n");
  });

  it("stop after twenty and say how many more there are", () => {
    const many = Array.from({ length: 23 }, (_, line) => diagnostic({ line: line + 1 }));
    const text = renderDiagnostics(many);
    expect(text.match(/^error/gm)).toHaveLength(20);
    expect(text).toContain("... and 3 more\n");
    expect(text).toContain("23 errors;");
  });

  it("never pass on control characters of a file", () => {
    const hostile = "a: \u001b[31mred\u001b]0;title\u0007";
    const text = renderDiagnostics([diagnostic({ message: `"\u001b[2J" is\nwrong` })], {
      sources: new Map([["w.yaml", hostile]]),
    });
    expect(text.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(text.split("\n")[0]).toBe('error[CS1101]: " [2J" is wrong');
  });

  it("are coloured by the caller", () => {
    const text = renderDiagnostics([diagnostic({ help: "so" })], {
      sources: new Map([["w.yaml", "abc"]]),
      paint: (role, piece) => `<${role}>${piece}</${role}>`,
    });
    expect(text).toContain("<error>error[CS1101]:</error> <message>wrong</message>");
    expect(text).toContain("<caret>^</caret>");
    expect(text).toContain("<help>help:</help> so");
  });
});

describe("a code frame", () => {
  it("shows two lines before and carets under the span", () => {
    const frame = codeFrame("one\ntwo\nthree: four\nfive", { line: 3, column: 8, endColumn: 12 });
    expect(frame).toBe(" 1 | one\n 2 | two\n 3 | three: four\n   |        ^^^^");
  });

  it("shows a window of a long line", () => {
    const line = `${"a".repeat(300)}BAD${"c".repeat(300)}`;
    const frame = codeFrame(line, { line: 1, column: 301, endColumn: 304 });
    const [source = "", carets = ""] = frame.split("\n");
    expect(source.length).toBeLessThan(120);
    expect(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe("BAD");
  });

  it("keeps columns under tabs", () => {
    const [source, carets] = codeFrame("a:\tbad", { line: 1, column: 4, endColumn: 7 }).split("\n");
    expect(source?.indexOf("bad")).toBe(carets?.indexOf("^"));
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["ENOENT", "error[CS1001]: no such file"],
    ["EISDIR", "error[CS1002]: this is a directory"],
    ["EACCES", "error[CS1003]: permission to read it is denied"],
    ["EIO", "error[CS1003]: it cannot be read (EIO)"],
    [undefined, "error[CS1003]: it cannot be read (unknown error)"],
  ])("%s", (errno, line) => {
    expect(renderDiagnostics([fileError("a/w.yaml", errno)])).toContain(
      `${line}\n  --> a/w.yaml:1:1\n`,
    );
  });

  it("or that is too large is named with both sizes", () => {
    expect(fileTooLarge("w.yaml", 12_345_678).message).toBe(
      "the file has 12.3 MB; at most 200 kB are read",
    );
  });
});
