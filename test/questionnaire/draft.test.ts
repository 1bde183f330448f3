import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../src/app/package-root.ts";
import { isMapping } from "../../src/input/mapping.ts";
import { formatPath } from "../../src/input/path.ts";
import { valueAt } from "../../src/questionnaire/document.ts";
import { draftWorkload } from "../../src/questionnaire/draft.ts";
import type { Answer } from "../../src/questionnaire/question.ts";
import { advisorOfCatalog } from "./facts.ts";

const { facts, read } = advisorOfCatalog();

function draft(answers: Record<string, Answer>) {
  return draftWorkload(new Map(Object.entries(answers)), facts);
}

function at(answers: Record<string, Answer>, place: string): unknown {
  const path = place.split(".").map((step) => (/^\d+$/u.test(step) ? Number(step) : step));
  return valueAt(draft(answers).document, path);
}

const chat = { scenario: "natural-language-services" };
const camera = { scenario: "edge-image-recognition" };

describe("a draft", () => {
  it("asks for the scenario and nothing else before it is known", () => {
    const { document, questions } = draft({ place: "cloud" });
    expect(document).toBeNull();
    expect(questions.map(({ question }) => question.id)).toEqual(["scenario"]);
  });

  it.each(facts.scenarios)("of %s without another answer is its example, and valid", (scenario) => {
    const { document } = draft({ scenario });
    const reading = document === null ? null : read(document);
    expect(reading).toMatchObject({ ok: true });
  });

  it.each(facts.scenarios)("of %s means the same when every default is said aloud", (scenario) => {
    const silent = draft({ scenario });
    const answers: Record<string, Answer> = { scenario };
    for (const { question, situation } of silent.questions) {
      const usual = question.default(situation);
      if (usual !== null) answers[question.id] = usual;
    }
    const [said, unsaid] = [draft(answers), silent].map(({ document }) => read(document ?? {}));
    expect(said).toMatchObject({ ok: true });
    expect(said && "value" in said && said.value).toEqual(
      unsaid && "value" in unsaid && unsaid.value,
    );
  });

  it.each(facts.scenarios)(
    "of %s has every question at a place that the schema knows",
    (scenario) => {
      const schema: unknown = JSON.parse(
        readFileSync(join(packageRoot(), "schemas", "workload.schema.json"), "utf8"),
      );
      const unknown = draft({ scenario }).questions.filter(
        ({ question }) => question.path !== null && !hasPlace(schema, schema, question.path),
      );
      expect(unknown.map(({ question }) => formatPath(question.path ?? []))).toEqual([]);
    },
  );

  it("has ids that are unique, so that an answers file means one thing", () => {
    for (const scenario of facts.scenarios) {
      const { questions, ruledOut } = draft({ scenario });
      const ids = [...questions.map(({ question }) => question.id), ...ruledOut];
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("answers", () => {
  it("stand at their place, numbers as numbers", () => {
    const answers = { ...chat, "chat.rate": "5 requests/s", maxChips: "16", place: "datacenter" };
    expect(at(answers, "demand.tasks.0.rate")).toBe("5 requests/s");
    expect(at(answers, "scalability.maxChips")).toBe(16);
    expect(at(answers, "scenario.place")).toBe("datacenter");
  });

  it("take the tail of a length along with its mean", () => {
    // The example has a mean of 1200 and a 95th percentile of 4000.
    const answers = { ...chat, "chat.inputTokens": "600" };
    expect(at(answers, "demand.tasks.0.input")).toEqual({ mean: 600, p95: 2000 });
  });

  it("keep the percentile of a limit, and take the 95th for a new one", () => {
    const faster = { ...chat, "chat.timeToFirstToken": "300 ms" };
    expect(at(faster, "demand.tasks.0.latency.timeToFirstToken")).toEqual({
      max: "300 ms",
      percentile: 95,
    });
    const whole = { ...chat, "chat.endToEnd": "20 s" };
    expect(at(whole, "demand.tasks.0.latency.endToEnd")).toEqual({ max: "20 s", percentile: 95 });
  });

  it("of none take the limit away", () => {
    const answers = { ...chat, "chat.timeToFirstToken": "none", monthly: "none", growth: "none" };
    expect(at(answers, "demand.tasks.0.latency.timeToFirstToken")).toBeUndefined();
    expect(at(answers, "budget.monthly")).toBeUndefined();
    expect(at(answers, "scalability.growth")).toBeUndefined();
  });

  it("change how the load is measured: the old measure, the mode and what it ruled out go", () => {
    const answers = { ...chat, "chat.load": "users", "chat.users": "500" };
    const { questions, ruledOut } = draft(answers);
    const ids = questions.map(({ question }) => question.id);
    expect(at(answers, "demand.tasks.0")).toMatchObject({ users: { concurrent: 500 } });
    expect(at(answers, "demand.tasks.0.rate")).toBeUndefined();
    expect(ids).toContain("chat.thinkTime");
    expect(ruledOut).toContain("chat.rate");
  });

  it("choose which models run side by side; each has its own questions", () => {
    const answers = { ...camera, tasks: ["recognise"] };
    const ids = draft(answers).questions.map(({ question }) => question.id);
    expect(at(answers, "demand.tasks")).toHaveLength(1);
    expect(ids).toContain("recognise.model");
    expect(ids).not.toContain("watch.model");
  });

  it("accept a Hugging Face configuration as a model", () => {
    const answers = { ...chat, "chat.model": "./my/config.json" };
    expect(at(answers, "demand.tasks.0.model")).toEqual({ huggingFace: "./my/config.json" });
  });

  it("move a rented workload into a car only by buying the chips", () => {
    expect(at({ ...chat, place: "vehicle" }, "budget.ownership")).toBe("own");
  });
});

describe("the example's budget", () => {
  it("grows with the sites", () => {
    // 1.2 M USD for 10,000 cameras.
    expect(at({ ...camera, sites: "1000" }, "budget.capital")).toBe("0.12 M USD");
  });

  it("says nothing about other work, but holds for the same work done faster", () => {
    expect(at({ ...chat, "chat.rate": "400 requests/s" }, "budget.monthly")).toBeUndefined();
    expect(at({ ...chat, "chat.model": "llama3.1-8b" }, "budget.perUnit")).toBeUndefined();
    expect(at({ ...chat, "chat.timeToFirstToken": "300 ms" }, "budget.monthly")).toBe("90 k USD");
    expect(
      at({ ...chat, "chat.rate": "400 requests/s", monthly: "1 M USD" }, "budget.monthly"),
    ).toBe("1 M USD");
  });
});

describe("weights", () => {
  it("by sliders are taken as they are", () => {
    const weights = { cost: 60, energy: 40 };
    const answers = { ...chat, weights: "sliders", "weights.values": weights };
    expect(at(answers, "preferences.weights")).toEqual(weights);
  });

  it("by swings are the points: 100 for the most valuable improvement", () => {
    const answers = {
      ...chat,
      weights: "swing",
      "weights.most": "latency",
      "weights.points.cost": "50",
      "weights.points.performance": "10",
    };
    // The others keep the scenario's proportion to latency: 15, so that energy with 5 is a third of it.
    expect(at(answers, "preferences.weights")).toEqual({
      cost: 50,
      latency: 100,
      performance: 10,
      scalability: 100,
      software: 67,
      energy: 33,
      risk: 33,
    });
  });

  it("by pairs share what the compared criteria had; the others keep theirs", () => {
    const { questions } = draft({ ...chat, weights: "pairwise" });
    const pairs = questions.filter(({ question }) => question.text === "comparison");
    expect(pairs).toHaveLength(10);
    const equal = Object.fromEntries(pairs.map(({ question }) => [question.id, "1"]));
    const weights = at({ ...chat, weights: "pairwise", ...equal }, "preferences.weights");
    // Cost, latency, performance, scalability and software had 35 + 15 + 15 + 15 + 10 = 90: 18 each.
    expect(weights).toMatchObject({ cost: 18, latency: 18, software: 18, energy: 5, risk: 5 });
  });
});

/** Whether a schema has a key at each step; references, combinations and conditions are looked through. */
function hasPlace(root: unknown, schema: unknown, path: readonly (string | number)[]): boolean {
  const [step, ...rest] = path;
  if (!isMapping(schema)) return false;
  const { $ref: reference } = schema;
  if (typeof reference === "string") {
    return hasPlace(root, valueAt(root, reference.split("/").slice(1)), path);
  }
  const combined = [schema["allOf"], schema["anyOf"], schema["oneOf"]].flatMap((list) =>
    Array.isArray(list) ? list : [],
  );
  const others = [...combined, schema["then"], schema["else"]];
  if (step === undefined) return true;
  const next = typeof step === "number" ? schema["items"] : valueAt(schema, ["properties", step]);
  if (isMapping(next)) return hasPlace(root, next, rest);
  return others.some((other) => hasPlace(root, other, path));
}
