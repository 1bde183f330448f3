import { describe, expect, it } from "vitest";
import { MATRIX_NAMES } from "../../src/app/rank.ts";
import type { Diagnostic } from "../../src/input/diagnostic.ts";
import { readMatrix } from "../../src/input/matrix/read-matrix.ts";

const BASE = `name: Base
criteria:
  - id: price
    unit: EUR
    weight: 2
    range: [9000, 4000]
  - id: speed
    direction: max
    weight: 1
  - id: heat
    value: {shape: target, low: 15, target: 20, high: 30}
    weight: 1
alternatives:
  - id: a
    values: [5000, 10, 20]
  - id: b
    values: {price: {value: 6000, factor: 1.1}, speed: null, heat: 25}
robustness:
  weights:
    order: [price, [speed, heat]]
    intervals: {price: [0.3, 0.6]}
`;

function diagnose(text: string): readonly Diagnostic[] {
  const reading = readMatrix(text, "m.yaml", MATRIX_NAMES);
  return reading.ok ? reading.warnings : reading.diagnostics;
}

const said = ({ line, column, code, message }: Diagnostic): string =>
  `${line}:${column} ${code} ${message}`;

/** Replaced text, its replacement, `line:column code message`, words of the help; positions counted by hand. */
type Row = readonly [find: string, replace: string, fault: string, help: string];

it("finds nothing wrong with the base matrix", () => {
  expect(readMatrix(BASE, "m.yaml", MATRIX_NAMES)).toMatchObject({ ok: true, warnings: [] });
});

describe("faults of a matrix, each with its place", () => {
  it.each<Row>([
    ["criteria:", "criterias:", '1:1 CS1102 missing key "criteria" in the document', "id: price"],
    ["    unit: EUR", "    units: EUR", '4:5 CS1101 unknown key "units"', 'did you mean "unit"?'],
    ["  - id: speed", "  - id: price", '7:9 CS1602 there are two criteria "price"', "rename one"],
    [
      "direction: max",
      "direction: up",
      '8:16 CS1104 "up" is not a value of "direction"',
      "max, min",
    ],
    [
      "    direction: max\n",
      "",
      '7:9 CS1603 it is not said whether more or less of "speed" is better',
      "direction: max",
    ],
    [
      "range: [9000, 4000]",
      "range: [9000, 4000]\n    direction: max",
      "7:16 CS1603 direction: max contradicts the range, on which less is better",
      "write direction: min",
    ],
    ["[9000, 4000]", "[9000, 9000]", "6:12 CS1603 the range starts and ends at 9000", "two ends"],
    [
      "low: 15, target: 20",
      "low: 25, target: 20",
      "11:12 CS1603 the target does not lie between low and high",
      "low < target",
    ],
    [
      "shape: target, low: 15, target: 20, high: 30",
      "shape: log, worst: 0, best: 10",
      "11:12 CS1603 a log range ends at 0 or below",
      "above 0",
    ],
    [
      "shape: target, low: 15, target: 20, high: 30",
      "shape: saturating, worst: 0",
      "11:20 CS1603 a saturating value function needs enough",
      "worst, enough",
    ],
    ["[5000, 10, 20]", "[5000, 10]", "15:13 CS1605 2 figures for 3 criteria", "price, speed, heat"],
    [
      "[5000, 10, 20]",
      "[5000, ten, 20]",
      '15:20 CS1105 entry 2 of "values" has none of the accepted forms',
      "5490",
    ],
    [", heat: 25}", "}", "17:5 CS1605 no figure for heat", "write null"],
    [
      "speed: null",
      "sped: null",
      '17:49 CS1601 there is no criterion "sped"',
      'did you mean "speed"?',
    ],
    [
      "value: 6000, factor: 1.1",
      "value: 6000, low: 7000, high: 8000",
      "17:21 CS1608 6000 does not lie between 7000 and 8000",
      "the interval holds",
    ],
    ["factor: 1.1", "deviation: 5", "17:21 CS1608 a deviation is absolute", "errors: absolute"],
    [
      "factor: 1.1",
      "factor: 1.1, high: 9000",
      "17:21 CS1608 the uncertainty is given twice",
      "or factor",
    ],
    [
      "[price, [speed, heat]]",
      "[price, [speed, price]]",
      '20:28 CS1606 "price" stands twice in the order',
      "remove one",
    ],
    [
      "{price: [0.3, 0.6]}",
      "{price: [0.1, 0.2]}",
      "19:3 CS1606 the largest weights add up to less than 1",
      "widen the intervals",
    ],
    [
      "robustness:",
      "methods: [topsi]\nrobustness:",
      '18:11 CS1607 there is no method "topsi"',
      'did you mean "topsis"?',
    ],
    [
      "robustness:",
      "methods: [{method: topsis, v: 0.5}]\nrobustness:",
      '18:28 CS1607 topsis does not read "v"',
      "normalisation",
    ],
    [
      "robustness:",
      "weights: {method: entropy}\nrobustness:",
      '18:19 CS1104 "entropy" is not a value of "method"',
      "direct, swing",
    ],
    [
      "robustness:",
      "weights: {method: ahp, comparisons: [[1, 3, 2], [1/3, 1, 1], [1/2, 2, 1]]}\nrobustness:",
      "18:68 CS1604 row 3, column 2 contradicts its mirror image",
      "row 2, column 3 says 1, so write 1",
    ],
    [
      "robustness:",
      "weights: {method: ahp, comparisons: [[1, 3], [1/3, 1]]}\nrobustness:",
      "18:37 CS1604 the comparisons have 2 rows for 3 criteria",
      "3 rows",
    ],
    [
      "robustness:",
      "weights: {method: best-worst, best: price, worst: heat, bestToOthers: {speed: 2, heat: 4}, othersToWorst: {price: 3, speed: 2}}\nrobustness:",
      "18:92 CS1604 best to worst is 4 in the one list and 3 in the other",
      "both say",
    ],
    [
      "robustness:",
      "weights: {method: rank-order, order: [price, speed]}\nrobustness:",
      "18:31 CS1606 the order leaves out heat",
      "each criterion once",
    ],
    [
      "  weights:",
      "  sharedErrors: [{id: oil, moves: [{criterion: price, deviation: 3}]}]\n  weights:",
      '19:48 CS1608 the errors of "price" are relative',
      "write a factor",
    ],
  ])("%j → %j", (find, replace, fault, help) => {
    expect(BASE).toContain(find);
    const diagnostics = diagnose(BASE.replace(find, replace));
    expect(diagnostics.map(said)).toContain(fault);
    expect(diagnostics.find((each) => said(each) === fault)?.help).toContain(help);
  });

  it("finds several faults in one run, in the order of the file", () => {
    const text = BASE.replace("[9000, 4000]", "[1, 1]").replace("speed: null", "sped: null");
    expect(diagnose(text).map(({ code, line }) => `${line} ${code}`)).toEqual([
      "6 CS1603",
      "17 CS1605",
      "17 CS1601",
    ]);
  });
});
