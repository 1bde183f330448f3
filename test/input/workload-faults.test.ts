import { describe, expect, it } from "vitest";
import { readWorkload } from "../../src/input/read-workload.ts";
import { BASE, diagnose, said, type Row } from "./edited-workload.ts";
import { KNOWN } from "./known.ts";

it("finds nothing wrong with the base workload", () => {
  expect(readWorkload(BASE, "w.yaml", KNOWN)).toMatchObject({ ok: true, warnings: [] });
});

describe("keys", () => {
  it.each<Row>([
    ["budget:", "bugdet:", '20:1 CS1101 unknown key "bugdet"', 'did you mean "budget"?'],
    ["  capital:", "  capitel:", '21:3 CS1101 unknown key "capitel"', 'did you mean "capital"?'],
    ["  name: Base\n", "", '1:1 CS1102 missing key "name" in "scenario"', "Support chat"],
    [
      "  place: cloud",
      "  sites: 2",
      '1:1 CS1102 missing key "place" in "scenario"',
      "cloud, datacenter",
    ],
    [
      "      model: llama3.1-70b\n",
      "",
      '6:7 CS1102 missing key "model" in entry 1 of "tasks"',
      "llama3.1-70b",
    ],
    [
      "      within: 8 h\n",
      "",
      '13:7 CS1102 missing key "within" in entry 2 of "tasks"',
      "within: 24 h",
    ],
    [
      "      output: 300\n",
      "",
      '8:14 CS1102 this model needs "output", the tokens of an answer',
      "output: {mean",
    ],
    [
      "      sequence: 4096\n",
      "",
      "16:7 CS1102 training on tokens needs the length of a sequence",
      "sequence: 4096",
    ],
    [
      "output: 300",
      "output: 300\n      epochs: 3",
      '12:7 CS1107 "epochs" does not belong to kind inference',
      "remove it",
    ],
    [
      "globalBatch: 262144",
      "globalBatch: 262144\n      rate: 5",
      '20:7 CS1107 "rate" does not belong to kind fine-tuning',
      "remove it",
    ],
  ])("%j → %j: %s", (find, replace, fault, help) => {
    const found = diagnose([find, replace]);
    expect(said(found)).toEqual([fault]);
    expect(found[0]?.help ?? "").toContain(help);
  });
});

describe("values of the wrong kind", () => {
  it.each<Row>([
    [
      "  place: cloud",
      "  place: clowd",
      '3:10 CS1104 "clowd" is not a value of "place"',
      'did you mean "cloud"?',
    ],
    [
      "rate: 20 requests/s",
      "users: 2000",
      '9:14 CS1103 "users" takes a mapping, not 2000',
      "{concurrent: 500, thinkTime: 20 s}",
    ],
    [
      "      globalBatch: 262144\n",
      "",
      '13:7 CS1102 missing key "globalBatch" in entry 2 of "tasks"',
      "globalBatch: 64 k tokens",
    ],
    [
      "      sequence: 4096",
      "      sequence: 4096\n      method: lora",
      '19:7 CS1101 unknown key "method"',
      "valid: id, kind, model",
    ],
    ["name: Base", "name: 12", '2:9 CS1103 "name" takes text, not 12', 'put it in quotes: "12"'],
    ["name: Base", 'name: ""', '2:9 CS1105 "name" is empty', "Support chat"],
    ["capital: 3 M USD", "capital:", '21:3 CS1103 "capital" has no value', "2.5 M USD"],
    [
      "capital: 3 M USD",
      "capital: [1]",
      '21:12 CS1103 "capital" takes text or a number, not a list',
      "M USD",
    ],
    [
      "vendors: {deny: [Huawei]}",
      "allowEstimates: yes",
      '23:19 CS1103 "yes" is text in YAML 1.2, and "allowEstimates" takes true or false',
      "write true",
    ],
    [
      "vendors: {deny: [Huawei]}",
      "vendors: [Huawei]",
      '23:12 CS1103 "vendors" takes a mapping, not a list',
      "",
    ],
    [
      "[Huawei]",
      "[Huawei, Huawei]",
      '23:28 CS1106 the same entry stands twice in "deny"',
      "remove one",
    ],
    [
      "vendors: {deny: [Huawei]}",
      "availableBy: soon",
      '23:16 CS1105 "soon" does not have the form of "availableBy"',
      "2027-01-01",
    ],
    [
      "vendors: {deny: [Huawei]}",
      "availableBy: 2027-02-29",
      '23:16 CS1105 "2027-02-29" is not a day of the calendar',
      "2027-01-31",
    ],
    [
      "timeToFirstToken: 1 s",
      "timeToFirstToken: {max: 1 s, percentile: 100}",
      '12:58 CS1202 "percentile" is 100, which is above 99.99',
      "95",
    ],
    [
      "kind: inference",
      "kind: inferrence",
      '7:13 CS1104 "inferrence" is not a value of "kind"',
      'did you mean "inference"?',
    ],
    [
      "      rate:",
      "      precision: fp12\n      rate:",
      '9:18 CS1104 "fp12" is not a value of "precision"',
      'did you mean "fp16"',
    ],
  ])("%j → %j: %s", (find, replace, fault, help) => {
    const found = diagnose([find, replace]);
    expect(said(found)).toEqual([fault]);
    expect(found[0]?.help ?? "").toContain(help);
  });
});

describe("quantities", () => {
  it.each<Row>([
    ["50 ms", "50", '12:60 CS1201 "50" has no unit', '"50 s"'],
    ["50 ms", "50 mss", '12:60 CS1201 unknown unit "mss" for a duration', '"50 ms"'],
    ["50 ms", "-50 ms", '12:60 CS1201 "-50 ms" is negative', "0 or more"],
    ["50 ms", "0 ms", '12:60 CS1202 "0 ms" is zero', "leave the key out"],
    ["1 s,", "2 days,", '12:35 CS1202 "2 days" is absurdly large', "from 100 ns to 24 h"],
    [
      "20 requests/s",
      "20 tokens/s",
      '9:13 CS1201 unknown unit "tokens/s" for a rate',
      "requests/s",
    ],
    ["20 requests/s", "2 B requests/s", '9:13 CS1202 "2 B requests/s" is absurdly large', "1 B/s"],
    ["3 M USD", "3 M EUR", '21:12 CS1201 unknown unit "M EUR" for an amount of money', "M USD"],
    ["3 M USD", "9000 T USD", '21:12 CS1202 "9000 T USD" is absurdly large', "$1000 T"],
    [
      "capital: 3 M USD",
      "capital: 3 M EUR",
      '21:12 CS1201 unknown unit "M EUR" for an amount of money',
      "amounts are in US dollars",
    ],
    ["capital: 3 M USD", "power: 11 GW", '21:10 CS1202 "11 GW" is absurdly large', "10 GW"],
    [
      "capital: 3 M USD",
      "perUnit: 0.5 USD",
      '21:12 CS1201 "0.5 USD" does not say what the price is for',
      "USD/M tokens",
    ],
    [
      "capital: 3 M USD",
      "energyPrice: 0,1 USD/kWh",
      '21:16 CS1201 "0,1" has a comma; decimals are written with a point',
      '"0.1 USD/kWh"',
    ],
    [
      "place: cloud",
      "place: cloud\n  sites: 2.5",
      '4:10 CS1202 "2.5" is not a whole number',
      "from 1 to 1 B",
    ],
    [
      "place: cloud",
      "place: cloud\n  sites: 2e9",
      '4:10 CS1202 "2000000000" is absurdly large',
      "from 1 to 1 B",
    ],
    [
      "tokens: 50 M",
      "tokens: 5e18",
      '16:15 CS1202 "5000000000000000000" is absurdly large',
      "1000000 T",
    ],
    [
      "tokens: 50 M",
      "tokens: 50_000",
      '16:15 CS1201 "50_000" has underscores, which YAML reads as text',
      '"50000"',
    ],
    [
      "tokens: 50 M",
      "tokens: 50 M samples",
      '16:15 CS1201 unknown unit "M samples" for a count',
      "tokens",
    ],
  ])("%j → %j: %s", (find, replace, fault, help) => {
    const found = diagnose([find, replace]);
    expect(said(found)).toEqual([fault]);
    expect(found[0]?.help ?? "").toContain(help);
  });
});

describe("names", () => {
  it.each<Row>([
    [
      "llama3.1-70b",
      "lama3.1-70b",
      '8:14 CS1301 the catalogue has no model "lama3.1-70b"',
      'did you mean "llama3.1-70b"',
    ],
    [
      "llama3.1-70b",
      "meta-llama/Llama-3.1-8B-Instruct",
      '8:14 CS1301 the catalogue has no model "meta-llama/Llama-3.1-8B-Instruct"',
      'did you mean "llama3.1-8b"',
    ],
    [
      "llama3.1-70b",
      "llama3.1-coder-70b",
      '8:14 CS1301 the catalogue has no model "llama3.1-coder-70b"',
      'did you mean "llama3.1-70b"?',
    ],
    [
      "llama3.1-70b",
      "./config.json",
      '8:14 CS1301 the catalogue has no model "./config.json"',
      "{huggingFace: ./config.json}",
    ],
    [
      "llama3.1-70b",
      "{huggingFace: ./c.json}",
      "8:28 CS1304 ./c.json: files cannot be read here",
      "relative",
    ],
    [
      "llama3.1-70b",
      "{hugingFace: ./c.json, profile: {kind: decoder}}",
      '8:15 CS1101 unknown key "hugingFace"',
      'did you mean "huggingFace"',
    ],
    [
      "[Huawei]",
      "[Nvidea]",
      '23:20 CS1302 the catalogue has no vendor "Nvidea"',
      'did you mean "NVIDIA"?',
    ],
    [
      "vendors: {deny: [Huawei]}",
      "chips: {allow: [b200, h100]}",
      '23:25 CS1302 the catalogue has no chip "h100"',
      '"h100-pcie" or "h100-sxm"',
    ],
    [
      "vendors: {deny: [Huawei]}",
      "stacks: {allow: [vLM]}",
      '23:20 CS1302 the catalogue has no software stack "vLM"',
      'did you mean "vllm"?',
    ],
    [
      "constraints:",
      "preferences: {weights: {speed: 1, cost: 1}}\nconstraints:",
      '22:25 CS1303 there is no criterion "speed"',
      "valid: cost, performance",
    ],
  ])("%j → %j: %s", (find, replace, fault, help) => {
    // An unusable inline profile has faults of its own; only the first matters here.
    const found = diagnose([find, replace]);
    expect(said(found)[0]).toBe(fault);
    expect(found[0]?.help).toContain(help);
  });
});
describe("a file that is no workload", () => {
  it.each([
    ["a list", "- a\n- b\n", "CS1103"],
    ["a text", "hello\n", "CS1103"],
    ["nothing", "---\nnull\n", "CS1103"],
    ["another kind of profile", "id: h100\nname: H100\n", "CS1101"],
  ])("%s", (_name, text, code) => {
    const reading = readWorkload(text, "w.yaml", KNOWN);
    expect(reading.ok ? [] : reading.diagnostics.map((found) => found.code)).toContain(code);
  });
});
