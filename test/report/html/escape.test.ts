import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluationDocument } from "../../../src/report/evaluation/document.ts";
import { writeHtml } from "../../../src/report/html/page.ts";
import { writeJson } from "../../../src/report/json.ts";
import { EVALUATION } from "../fixtures/evaluation.ts";
import { embeddedResult, textOf } from "./read-page.ts";

function pageOf(text: string): string {
  return writeHtml({ blocks: [{ kind: "paragraph", text }] }, {});
}

describe("text from files", () => {
  const HOSTILE = `</script><script>alert(1)</script><img src=x onerror='alert(2)'>"><!--\u2028\u0000\u202E]]>&amp;`;

  it("is never markup, wherever it stands", () => {
    const [first, ...rest] = EVALUATION.candidates;
    if (first === undefined) throw new Error("the fixture has candidates");
    const result = {
      ...EVALUATION,
      tool: { name: "chipselect" as const, version: HOSTILE },
      workload: { ...EVALUATION.workload, name: HOSTILE },
      candidates: [{ ...first, name: HOSTILE, id: HOSTILE, reasons: [HOSTILE] }, ...rest],
      notModelled: [HOSTILE],
    };
    const view = { source: HOSTILE, all: true };
    const html = writeHtml(evaluationDocument(result, view), result);
    expect(html.match(/<script/gu)).toHaveLength(1);
    for (const raw of ["<img", "<!--", "\u0000", "\u2028", "\u202E"]) {
      expect(html).not.toContain(raw);
    }
    expect(embeddedResult(html)).toEqual(JSON.parse(writeJson(result)));
  });

  it("comes back as it was, but for control characters and line breaks", () => {
    const printable = fc.string({ unit: "binary" }).map((text) => text.replaceAll("`", ""));
    fc.assert(
      fc.property(printable, (text) => {
        const shown = /<section[^>]*>\n<p>(.*?)<\/p>/su.exec(pageOf(text))?.[1] ?? "";
        expect(shown).not.toMatch(/[<>"']/u);
        const plain = text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, " ").trim();
        expect(textOf(shown)).toBe(plain);
      }),
    );
  });

  it("keeps the JSON readable for every parser, whatever is in it", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const html = writeHtml({ blocks: [] }, { value });
        expect(embeddedResult(html)).toEqual(JSON.parse(JSON.stringify({ value })));
      }),
    );
  });

  it("marks what a reader may type", () => {
    expect(pageOf("see `catalog <id>` now")).toContain("see <code>catalog &lt;id&gt;</code> now");
  });
});
