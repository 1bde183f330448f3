import { describe, expect, it } from "vitest";
import { readYaml } from "../../src/input/read-yaml.ts";
import { renderDiagnostics } from "../../src/input/render-diagnostics.ts";

function transcript(text: string): string {
  const reading = readYaml(text, "w.yaml");
  if (reading.ok) return "read";
  return renderDiagnostics(reading.diagnostics, { sources: new Map([["w.yaml", text]]) });
}

function valueOf(text: string): unknown {
  const reading = readYaml(text, "w.yaml");
  expect(reading.ok).toBe(true);
  return reading.ok ? reading.value.value : undefined;
}

describe("YAML that is read", () => {
  it("is YAML 1.2: yes, dates and numbers with underscores are text", () => {
    expect(valueOf("a: yes\nb: 2027-01-01\nc: 1_000\nd: 2:4\ne: 1e3\n")).toEqual({
      a: "yes",
      b: "2027-01-01",
      c: "1_000",
      d: "2:4",
      e: 1000,
    });
  });

  it("may use anchors, aliases and merges", () => {
    expect(valueOf("x: &x {a: 1, b: 2}\ny: {<<: *x, b: 3}\nz: *x\n")).toEqual({
      x: { a: 1, b: 2 },
      y: { a: 1, b: 3 },
      z: { a: 1, b: 2 },
    });
  });

  it("may start with a byte order mark and a document mark, and end its lines as Windows does", () => {
    expect(valueOf("\ufeff---\r\na: 1\r\nb: 2\r\n")).toEqual({ a: 1, b: 2 });
  });
});

describe("the place of a value", () => {
  const text = [
    "base: &base",
    "  rate: 20",
    "tasks:",
    "  - id: a",
    "    <<: *base",
    "  - <<: [*base, {extra: [7, 8]}]",
    "empty:",
    "",
  ].join("\n");
  const reading = readYaml(text, "w.yaml");
  const spanOf = reading.ok ? reading.value.spanOf : undefined;
  const at = (path: (string | number)[], part: "key" | "value" = "value"): string => {
    const span = spanOf?.(path, part);
    return span ? `${span.line}:${span.column}-${span.endColumn}` : "";
  };

  // Lines and columns counted by hand in the text above.
  it("is that of the scalar, or of the key", () => {
    expect(at(["tasks", 0, "id"])).toBe("4:9-10");
    expect(at(["tasks", 0, "id"], "key")).toBe("4:5-7");
  });

  it("is the key of a block of several lines, or the first key in an entry of a list", () => {
    expect(at(["tasks"])).toBe("3:1-6");
    expect(at(["tasks", 0])).toBe("4:5-7");
  });

  it("is where a merged value is written", () => {
    expect(at(["tasks", 0, "rate"])).toBe("2:9-11");
    expect(at(["tasks", 1, "extra", 1])).toBe("6:29-30");
  });

  it("is the key of a missing value, and the nearest ancestor of what does not exist", () => {
    expect(at(["empty"])).toBe("7:1-6");
    expect(at(["tasks", 0, "nothing", "here"])).toBe("4:5-7");
  });
});

describe("YAML that is refused", () => {
  it.each([
    ["a tab", "a:\n\tb: 1\n", "error[CS1011]: a tab is used for indentation\n  --> w.yaml:2:1\n"],
    [
      "a key given twice",
      "a: 1\na: 2\n",
      'error[CS1012]: the key "a" is given twice\n  --> w.yaml:2:1\n',
    ],
    [
      "several documents",
      "a: 1\n---\nb: 2\n",
      "error[CS1013]: the file holds 2 documents\n  --> w.yaml:2:1\n",
    ],
    [
      "an unknown alias",
      "ab: &xy 1\nc: *yx\n",
      "error[CS1014]: no anchor &yx before this alias\n  --> w.yaml:2:4\n",
    ],
    [
      "an alias in its own anchor",
      "a: &x\n  b: *x\n",
      "error[CS1016]: *x is inside the value that it repeats\n  --> w.yaml:2:6\n",
    ],
    [
      "a merge of no mapping",
      "a: &x 3\nb:\n  <<: *x\n",
      "error[CS1010]: only a mapping can be merged with <<\n  --> w.yaml:3:7\n",
    ],
    [
      "a tag",
      "a: !!python/object x\n",
      "error[CS1018]: unknown tag !!python/object\n  --> w.yaml:1:4\n",
    ],
    [
      "a list as a key",
      "? [a, b]\n: 3\n",
      "error[CS1019]: a key must be a plain word\n  --> w.yaml:1:3\n",
    ],
    [
      "an open bracket",
      "a: [1, 2\nb: 3\n",
      "error[CS1010]: the closing ] is missing before here\n  --> w.yaml:2:1\n",
    ],
    [
      "an open quote",
      'a: "b\nc: 1\n',
      'error[CS1010]: the closing " is missing before here\n  --> w.yaml:3:1\n',
    ],
    [
      "uneven indentation",
      "a:\n  b: 1\n c: 2\n",
      "error[CS1010]: all mapping items must start at the same column\n  --> w.yaml:3:1\n",
    ],
    [
      "two keys on a line",
      "a: b: c\n",
      'error[CS1010]: a second ": " on the same line\n  --> w.yaml:1:4\n',
    ],
    ["a missing space", "a:1\nb: 2\n", "error[CS1010]: this line has no key\n  --> w.yaml:1:1\n"],
    [
      "a value that starts with %",
      "a: % 5\n",
      "error[CS1010]: a value must not start with %\n  --> w.yaml:1:4\n",
    ],
    ["an empty file", "", "error[CS1006]: the file is empty\n  --> w.yaml:1:1\n"],
    [
      "comments only",
      "# nothing\n---\n# here\n",
      "error[CS1006]: the file is empty\n  --> w.yaml:1:1\n",
    ],
    [
      "a binary file",
      "\u007fELF\u0002\u0001\0\0",
      "error[CS1005]: the file holds the control character 0x7f\n  --> w.yaml:1:1\n",
    ],
    [
      "bytes that are not UTF-8",
      "a: 1\nb: caf\ufffd\n",
      "error[CS1005]: the file holds bytes that are not UTF-8\n  --> w.yaml:2:7\n",
    ],
    [
      "brackets without end",
      `a: ${"[".repeat(5000)}`,
      "error[CS1017]: the document is nested too deeply\n  --> w.yaml:1:",
    ],
  ])("%s", (_name, text, beginning) => {
    expect(transcript(text)).toContain(beginning);
    expect(transcript(text).startsWith("error")).toBe(true);
  });

  it("gives the frame and what would be right", () => {
    expect(transcript("name: x\nold: &budget 1\nnew: *budgt\n")).toBe(
      [
        "error[CS1014]: no anchor &budgt before this alias",
        "  --> w.yaml:3:6",
        " 1 | name: x",
        " 2 | old: &budget 1",
        " 3 | new: *budgt",
        "   |      ^^^^^^",
        'help: did you mean "budget"? anchors before this line: budget',
        "",
        "1 error; see: chipselect explain CS1014",
        "",
      ].join("\n"),
    );
  });

  it("finds all duplicate keys and aliases of a file at once", () => {
    const reading = readYaml("a: 1\na: 2\nb: *x\nc: {d: 1, d: 2}\n", "w.yaml");
    expect(reading.ok ? [] : reading.diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ["CS1012", 2],
      ["CS1014", 3],
      ["CS1012", 4],
    ]);
  });

  it("includes a bomb of aliases, before it is expanded", () => {
    // Ten levels of ten aliases each stand for 10^11 values; expanding them would not end.
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level <= 10; level += 1) {
      const inner = Array.from({ length: 10 }, () => `*a${level - 1}`).join(", ");
      lines.push(`a${level}: &a${level} [${inner}]`);
    }
    expect(transcript(lines.join("\n"))).toContain(
      "error[CS1015]: the aliases of this file expand too far\n  --> w.yaml:2:10\n",
    );
  });

  it("includes a bomb of merges", () => {
    const lines = ["m0: &m0 {k0: 1}"];
    for (let level = 1; level <= 30; level += 1) {
      lines.push(`m${level}: &m${level} {<<: [*m${level - 1}, *m${level - 1}], k${level}: 1}`);
    }
    expect(transcript(lines.join("\n"))).toContain("error[CS1015]");
  });

  it("includes a file of 10 MB, which is never parsed: refusing it takes less time than reading a hundredth", () => {
    const huge = "a: [1, 2]\n".repeat(1e6);
    const small = Array.from({ length: 1e4 }, (_, k) => `k${k}: [1]\n`).join("");
    const secondsOf = (text: string): number => {
      const started = performance.now();
      transcript(text);
      return performance.now() - started;
    };
    secondsOf(small);
    expect(secondsOf(huge)).toBeLessThan(secondsOf(small));
    expect(transcript(huge)).toContain(
      "error[CS1004]: the file has 10 MB; at most 200 kB are read\n",
    );
  });
});
