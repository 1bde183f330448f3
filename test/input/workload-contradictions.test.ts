import { describe, expect, it } from "vitest";
import { diagnose, said, type Row } from "./edited-workload.ts";

describe("contradictions", () => {
  it.each<Row>([
    [
      "      rate: 20 requests/s\n",
      "",
      "7:7 CS1108 this inference task has no load",
      "rate: 20 requests/s",
    ],
    [
      "requests/s",
      "requests/s\n      users: {concurrent: 9}",
      '10:7 CS1108 "users" is a second load beside "rate"',
      "its own task",
    ],
    [
      "      tokens: 50 M\n      within: 8 h\n      sequence: 4096\n",
      "      within: 8 h\n",
      "14:7 CS1108 a training task needs the size of its data set",
      "tokens: 300 B",
    ],
    [
      "tokens: 50 M",
      "tokens: 50 M\n      samples: 1 M",
      "17:7 CS1108 the data set is given in tokens and in samples",
      "one of them",
    ],
    [
      "50 ms}",
      "50 ms, endToEnd: 0.5 s}",
      "12:77 CS1401 the whole answer is due in 500 ms, before its first token (1 s)",
      "larger limit",
    ],
    [
      "p95: 6000",
      "p95: 600",
      "10:32 CS1402 the 95th percentile 600 is below the mean 1500",
      "swap",
    ],
    [
      "{deny: [Huawei]}",
      "{allow: [huawei], deny: [Huawei]}",
      '23:37 CS1403 "Huawei" is allowed and denied',
      "one of the lists",
    ],
    [
      "constraints:",
      "preferences: {weights: {cost: 0}}\nconstraints:",
      "22:24 CS1404 no criterion has a weight above 0",
      "cost: 50",
    ],
    ["id: tune", "id: chat", '13:11 CS1405 another task has the id "chat"', "its own id"],
    [
      "kind: inference",
      "kind: inference\n      mode: streaming",
      '8:13 CS1406 a task in mode streaming takes no "rate"',
      "frames",
    ],
    [
      "rate: 20 requests/s",
      "mode: interactive\n      volume: {requests: 9, within: 1 h}",
      '9:13 CS1406 a task in mode interactive takes no "volume"',
      "mode batch",
    ],
    [
      "kind: inference",
      "kind: inference\n      mode: batch",
      "13:7 CS1407 a batch task has no latency limits",
      "mode: interactive",
    ],
    [
      "globalBatch: 262144",
      "globalBatch: 60 M",
      "19:20 CS1410 one step takes 60000000 tokens, but the whole run has 50000000",
      "one optimizer step",
    ],
    [
      "globalBatch: 262144",
      "globalBatch: 64",
      "19:20 CS1410 one step takes 64 tokens, less than one sequence of 4096",
      "counts tokens",
    ],
    [
      "sequence: 4096",
      "sequence: 4096\n      precision: fp8",
      "19:18 CS1411 training in fp8 alone keeps no 16-bit master copy",
      "[fp8, bf16]",
    ],
    [
      "sequence: 4096",
      "sequence: 4096\n      precision: {optimizer: [fp32, int4]}",
      "19:30 CS1411 no optimizer keeps its moments in int4",
      "fp32, bf16, fp16, fp8, int8",
    ],
    [
      "sequence: 4096",
      "sequence: 4096\n      adapter: {method: lora}",
      "19:25 CS1102 an adapter needs its share of trainable parameters",
      "0.5 %",
    ],
  ])("%j → %j: %s", (find, replace, fault, help) => {
    const found = diagnose([find, replace]);
    expect(said(found)).toEqual([fault]);
    expect(found[0]?.help).toContain(help);
  });

  it("include a rented chip in a vehicle", () => {
    const found = diagnose(["cloud", "vehicle"], ["capital: 3 M USD", "ownership: rent"]);
    expect(said(found)).toEqual(["21:14 CS1412 a chip built into a vehicle cannot be rented"]);
  });
});

describe("warnings, which do not stop", () => {
  it.each<Row>([
    [
      "50 ms}",
      "50 ms, endToEnd: 10 s}",
      "12:77 CS1409 endToEnd 10 s is tighter than the other limits, which allow 16 s for 300 tokens",
      "binds",
    ],
    [
      "capital: 3 M USD",
      "capital: 3 M USD\n  perUnit: 5 USD/frame",
      "22:12 CS1407 no task of this workload does its work in units of a frame, so this limits nothing",
      "price requests",
    ],
    [
      "capital: 3 M USD",
      "capital: 3 M USD\n  ownership: rent",
      "21:3 CS1407 a capital budget does not limit what is only rented",
      "budget.monthly",
    ],
    [
      "constraints:",
      "scalability: {growth: {factor: 2, within: 4 years}}\nconstraints:",
      "22:43 CS1408 the growth target lies after the horizon of 3 years",
      "budget.horizon",
    ],
  ])("%j → %j: %s", (find, replace, fault, help) => {
    const found = diagnose([find, replace]);
    expect(said(found)).toEqual([fault]);
    expect(found[0]).toMatchObject({ severity: "warning", help: expect.stringContaining(help) });
  });
});
