import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { array, assert, asyncProperty, boolean, constantFrom, nat, record } from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { chipselect } from "../fake-io.ts";
import { temporaryFolders } from "../temporary-folder.ts";
import { at, EXAMPLE, FIXTURES, ROOT, WORKLOADS, PATIENCE } from "./worked-example.ts";

const folder = temporaryFolders();
vi.setConfig(PATIENCE);

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
