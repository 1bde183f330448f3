import { describe, expect, it } from "vitest";
import { expandValue } from "../../../src/input/over/expand-values.ts";
import { readOverText } from "../../../src/input/over/over-text.ts";
import { findPlace, multiplied, valueAt, withValueAt } from "../../../src/input/over/place.ts";

function read(text: string) {
  const reading = readOverText(text, 1);
  if (!reading.ok) throw new Error(reading.diagnostic.message);
  return reading.over;
}

function fault(text: string): string {
  const reading = readOverText(text, 1);
  if (reading.ok) throw new Error(`${text} was accepted`);
  return reading.diagnostic.message;
}

const shown = (text: string): unknown => {
  const expansion = expandValue({ text, start: 0 });
  return expansion.ok ? expansion.values.map((value) => value.shown) : expansion.message;
};

describe("KEY=a,b,c", () => {
  it("splits the key at dots and brackets, the values at commas, and keeps where each stands", () => {
    const over = read("demand.tasks[0].rate=5 requests/s, 10 requests/s");
    expect(over.steps.map(({ text }) => text)).toEqual(["demand", "tasks", "0", "rate"]);
    expect(over.values).toEqual([
      { text: "5 requests/s", start: 21 },
      { text: "10 requests/s", start: 35 },
    ]);
  });

  it("leaves commas inside brackets, braces and quotes alone", () => {
    const over = read('k=[fp8, bf16],{mean: 1, p95: 2},"a, b"');
    expect(over.values.map(({ text }) => text)).toEqual([
      "[fp8, bf16]",
      "{mean: 1, p95: 2}",
      '"a, b"',
    ]);
  });

  it("takes the first = alone as the end of the key", () => {
    expect(read("k=a=b").values).toEqual([{ text: "a=b", start: 2 }]);
  });

  it.each([
    ["budget.monthly", 'budget.monthly" has no ='],
    ["=1,2", "the key before = is missing"],
    ["a..b=1", '"a..b" has an empty part'],
    [".a=1", '".a" has an empty part'],
    ["a.=1", '"a." has an empty part'],
    ["a=", '"a" has no values'],
    ["a=1,,2", '"a" has an empty value; is a comma too many?'],
    ["a=1\u001b[31m", "an axis is one line without control characters"],
  ])("refuses %j", (text, message) => {
    expect(fault(text)).toContain(message);
  });
});

describe("values of an axis", () => {
  it.each<[string, unknown]>([
    ["20 k USD", ["20 k USD"]],
    ["8", [8]],
    ["true", [true]],
    ["[fp8, bf16]", ["[fp8, bf16]"]],
    ["x0.5", ["x0.5"]],
    // Both ends: (8 − 1) / 7 = 1.
    ["1..8/8 TB/s", [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `${n} TB/s`)],
    ["0.1..0.3/3", [0.1, 0.2, 0.3]],
    ["80..10/2 GB", ["80 GB", "10 GB"]],
    ["1..64*2", [1, 2, 4, 8, 16, 32, 64]],
    ["1..100*10 requests/s", ["1 requests/s", "10 requests/s", "100 requests/s"]],
    ["64..1*0.25", [64, 16, 4, 1]],
    ["x0.5..x2*2", ["x0.5", "x1", "x2"]],
    ["x1..2/3", ["x1", "x1.5", "x2"]],
    ["x0", ["x0"]],
    ["2027-03-01", ["2027-03-01"]],
  ])("%s", (text, values) => {
    expect(shown(text)).toEqual(values);
  });

  it.each([
    ["1..8", "is a range without steps"],
    ["1..8/1", "needs at least two values"],
    ["1..8*1", "never gets from one end to the other"],
    ["8..1*2", "never gets from one end to the other"],
    ["0..8*2", "never gets from one end to the other"],
    ["1..2/1000000", "has more than 100000 values"],
    ["1..2*1.0000001", "has more than 100000 values"],
    ["x-1", "multiplies by less than zero"],
    ["x1..x2/3 GB", "is a multiple with a unit"],
    ["{a: 1", "is not a YAML value"],
  ])("refuses %s", (text, message) => {
    expect(shown(text)).toContain(message);
  });
});

describe("the place of a key", () => {
  const root = {
    demand: { tasks: [{ id: "chat", output: 300 }, { id: "tune" }] },
    budget: { monthly: "20 k USD" },
  };
  const place = (key: string) => findPlace(root, read(`${key}=1`).steps);

  it("finds entries of lists by id and by number", () => {
    const path = ["demand", "tasks", 1, "rate"];
    expect(place("demand.tasks.tune.rate")).toEqual({ ok: true, path });
    expect(place("demand.tasks.1.rate")).toEqual({ ok: true, path });
  });

  it("accepts keys that are not there yet: whether they may be is the reader's business", () => {
    expect(place("constraints.maxPower")).toEqual({ ok: true, path: ["constraints", "maxPower"] });
  });

  it("refuses entries that are not there, with the ids that are", () => {
    expect(place("demand.tasks.chta.rate")).toMatchObject({
      ok: false,
      message: '"tasks" has no entry "chta"',
      help: 'did you mean "chat"? valid: chat, tune',
    });
    expect(place("demand.tasks.2.rate").ok).toBe(false);
  });

  it("refuses a key inside a plain value", () => {
    expect(place("demand.tasks.chat.output.mean")).toMatchObject({
      ok: false,
      message: '"output" is 300 here, which has no key "mean"',
    });
  });

  it("replaces one value and leaves the given document as it was", () => {
    const before = structuredClone(root);
    const changed = withValueAt(root, ["demand", "tasks", 0, "output"], 5);
    expect(valueAt(changed, ["demand", "tasks", 0, "output"])).toBe(5);
    expect(valueAt(changed, ["demand", "tasks", 1, "id"])).toBe("tune");
    expect(valueAt(withValueAt(root, ["constraints", "safety"], "QM"), ["constraints"])).toEqual({
      safety: "QM",
    });
    expect(root).toEqual(before);
  });

  it.each<[unknown, number, unknown]>([
    [40, 0.5, 20],
    ["40 requests/s", 2, "80 requests/s"],
    ["20 k USD", 0.1, "2 k USD"],
    ["$1.5 M", 3, "$4.5 M"],
    ["1e3 s", 2, "2000 s"],
    ["fast", 2, null],
    [{ max: "1 s" }, 2, null],
    [undefined, 2, null],
  ])("multiplies %j by %d", (written, factor, value) => {
    expect(multiplied(written, factor)).toEqual(value);
  });
});
