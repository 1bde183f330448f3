import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { loadBuiltinCatalog } from "../../src/app/builtin-catalog.ts";
import { evaluate } from "../../src/app/evaluate.ts";
import { evaluateWithFlips } from "../../src/app/evaluate-with-flips.ts";
import { knownNames } from "../../src/app/known-names.ts";
import { MODEL_CHECKS } from "../../src/app/model-checks.ts";
import { packageRoot } from "../../src/app/package-root.ts";
import { scenarioIds } from "../../src/app/scenarios.ts";
import { CRITERIA } from "../../src/decision/criteria/all-criteria.ts";
import { readWorkload } from "../../src/input/read-workload.ts";
import { evaluationDocument } from "../../src/report/evaluation/document.ts";
import { writeMarkdown } from "../../src/report/markdown.ts";
import { translateDocument, translator } from "../../src/report/translate.ts";
import type { EvaluationResult } from "../../src/report/types.ts";
import { groupBy } from "../../src/units/group-by.ts";
import { REPORT_ZH } from "../../src/texts/report-zh.ts";

vi.setConfig({ testTimeout: 60_000 });

const catalog = loadBuiltinCatalog();

function exampleText(scenario: string): string {
  return readFileSync(join(packageRoot(), "profiles", "workloads", `${scenario}.yaml`), "utf8");
}

function read(text: string) {
  const sources = {
    readJson: () => ({ ok: false, message: "no files" }) as const,
    ...MODEL_CHECKS,
  };
  const reading = readWorkload(text, "workload.yaml", knownNames(catalog), sources);
  if (!reading.ok) throw new Error(reading.diagnostics[0]?.message);
  const { value, lineOf } = reading;
  return {
    workload: value,
    options: { version: "0", ...(lineOf === undefined ? {} : { lineOf }) },
  };
}

/** Names that are the same in every language, longest first, so that no part of one is left. */
const NAMES = [
  ...catalog.chips.flatMap(({ id, name, vendor, formFactor }) => [id, name, vendor, formFactor]),
  ...catalog.models.flatMap(({ id, name }) => [id, name]),
  ...catalog.stacks.map(({ id }) => id),
].flatMap((name) => (name === null || name.length < 3 ? [] : [name]));

/** Units, and terms that the field writes in English: what may be left besides names, paths and commands. */
const ENGLISH_TERMS = new Set(
  [
    "token tokens tok million-tokens request requests req frame frames run users min",
    // Normalisations and correlations, by the ids and names that the literature has.
    "linear-max vector Kendall Spearman",
    "fpga mcu",
  ].flatMap((terms) => terms.split(" ")),
);

/** Names by their first letters, longest first. */
type Names = ReadonlyMap<string, readonly string[]>;
const FIRST_LETTERS = 2;

function namesOf(names: readonly string[]): Names {
  const longestFirst = [...new Set(names)].toSorted((a, b) => b.length - a.length);
  return groupBy(longestFirst, (name) => name.slice(0, FIRST_LETTERS));
}

/** The text without the names where they stand as words of their own. */
function without(names: Names, text: string): string {
  let left = "";
  for (let i = 0; i < text.length; i++) {
    const begins = !/[A-Za-z]/u.test(text[i - 1] ?? "");
    const name = (begins ? names.get(text.slice(i, i + FIRST_LETTERS)) : undefined)?.find(
      (each) => text.startsWith(each, i) && !/[a-z]/u.test(text[i + each.length] ?? ""),
    );
    left += name === undefined ? (text[i] ?? "") : " ";
    if (name !== undefined) i += name.length - 1;
  }
  return left;
}

const CATALOGUE_NAMES = namesOf(NAMES);

/** Words of a report that are neither Chinese nor a name, a term, a path, a format or what a file or a vendor says. */
function englishWords(text: string, own: Names): string[] {
  const prose = text
    .replaceAll(/\\(?=[[\]*_|<>\\])/gu, "")
    .replaceAll(
      /`[^`]*`|<\/?(?:details|summary)>|“[^”]*”|--[a-z]+|chipselect explain [\w-]+/gu,
      " ",
    );
  const left = without(CATALOGUE_NAMES, without(own, prose))
    // demand.tasks[0].rate, memory.bandwidthBytesPerSecond, idleWatts
    .replaceAll(/\b[a-z]+(?:\.\w+|\[\d+\])+/gu, " ")
    .replaceAll(/\b[a-z]+(?:[A-Z][a-z]+)+\b/gu, " ")
    .replaceAll(/\b(?:int|fp|bf|tf)\d+/gu, " ");
  const words = left.match(/[A-Za-z][a-z-]{2,}/gu) ?? [];
  return words.filter((word) => !ENGLISH_TERMS.has(word));
}

/** Lines of the report in Chinese that have such words, and texts for which the language has no entry. */
function foreign(result: EvaluationResult): string[] {
  const own = namesOf([result.workload.name, ...result.workload.tasks.map(({ id }) => id)]);
  const lines = new Set<string>();
  const translate = translator(REPORT_ZH, (text) => lines.add(text));
  for (const all of [false, true]) {
    const report = evaluationDocument(result, { source: "w.yaml", all });
    const markdown = writeMarkdown(translateDocument(report, translate));
    for (const line of markdown.split("\n")) lines.add(line);
  }
  return [...lines].filter((line) => englishWords(line, own).length > 0);
}

describe("the report of evaluate in Chinese", () => {
  it.each(scenarioIds())("has no word of English for %s, nor with --all", (scenario) => {
    const { workload, options } = read(exampleText(scenario));
    expect(foreign(evaluate(workload, catalog, options))).toEqual([]);
  });

  // One of each kind of work that plans anew quickly; the others say the same of their changes.
  it.each(["keyword-spotting", "recommendation", "pre-training"])(
    "has none with --flips for %s",
    (scenario) => {
      const { workload, options } = read(exampleText(scenario));
      expect(foreign(evaluateWithFlips(workload, catalog, options))).toEqual([]);
    },
  );

  it("has the changes that only slower examples tell", () => {
    const names = namesOf(["chat", ...NAMES]);
    const sentences = [
      "H100 SXM5 80GB wins when the price of energy rises to 0.4 USD/kWh (now 0.14 USD/kWh).",
      "H100 SXM5 80GB wins when the demand of all tasks together falls to 0.4 times today's (now 1 times today's).",
      "H100 SXM5 80GB wins when the limit on the time to first token of task chat falls to 0.5 s (now 1 s).",
      "H100 SXM5 80GB wins when the limit on the time per output token of task chat falls to 20 ms (now 50 ms).",
      "Nobody meets every limit any more when the limit on the end-to-end time of task chat falls to 20 ms (now 50 ms).",
      "H20 wins when the memory bandwidth of H100 SXM5 80GB falls to 3 TB/s (now 3.35 TB/s).",
      "H20 wins when the demand rises to 502 users (now 480 users).",
    ];
    const translate = translator(REPORT_ZH);
    const left = sentences.map(translate).filter((text) => englishWords(text, names).length > 0);
    expect(left).toEqual([]);
  });

  it("has none for workloads that no chip can run, that few may, that weigh everything, or nothing", () => {
    const chat = exampleText("natural-language-services");
    const changed = (change: (text: string) => string): string[] => {
      const { workload, options } = read(change(chat));
      return foreign(evaluate(workload, catalog, options));
    };
    const poor = (text: string): string => text.replace(/monthly: .*/u, "monthly: 1 USD");
    expect(changed(poor)).toEqual([]);
    const everything = (text: string): string =>
      text.replace(
        /^preferences:\n(?: .*\n)+/mu,
        `preferences:\n  weights: {${CRITERIA.map(({ id }) => `${id}: 1`).join(", ")}}\n`,
      );
    expect(changed(everything)).toEqual([]);
    const unweighted = (text: string): string => text.replace(/^preferences:\n(?: .*\n)+/mu, "");
    expect(changed(unweighted)).toEqual([]);
    const strict = (text: string): string =>
      text.replace(
        /^constraints:\n(?: .*\n)+/mu,
        "constraints:\n  chips: {allow: [h100-sxm, h20]}\n  availableBy: 2022-06-01\n  export: unrestricted\n  safety: ASIL-B\n",
      );
    expect(changed(strict)).toEqual([]);
  });

  it("tells English by its words, and leaves names, units and paths alone", () => {
    expect(
      englishWords("当其售价降到 217 USD 时，H100 SXM5 80GB 胜出。", namesOf(["watch"])),
    ).toEqual([]);
    expect(
      englishWords("地点（scenario.place，第 12 行）：detect 差 5 req/s", namesOf(["detect"])),
    ).toEqual([]);
    expect(englishWords("地点：is not built to stand 边缘", namesOf(["watch"]))).toEqual([
      "not",
      "built",
      "stand",
    ]);
  });

  it("has no entry twice, where the first would hide the second", () => {
    const sentences = REPORT_ZH.sentences.map(([from]) => from);
    expect(sentences.filter((from, index) => sentences.indexOf(from) !== index)).toEqual([]);
  });
});
