import { describe, expect, it, vi } from "vitest";
import { answerProblem } from "../../src/questionnaire/check-answer.ts";
import { impacts, worthAsking, type Judge } from "../../src/questionnaire/impact.ts";
import {
  answersOf,
  draftOf,
  nextQuestion,
  startInterview,
  withAnswer,
  withdrawn,
  type Interview,
} from "../../src/questionnaire/interview.ts";
import type { Answer } from "../../src/questionnaire/question.ts";
import { finished } from "../../src/questionnaire/steps.ts";
import { advisorOfCatalog } from "./facts.ts";

/** Some hundred evaluations; a busy machine takes its time. */
vi.setConfig({ testTimeout: 60_000 });

const advisor = advisorOfCatalog();
const { facts } = advisor;
const NOBODY: Interview = startInterview(new Map(), new Map(), []);

function after(answers: Record<string, Answer>, start = NOBODY): Interview {
  return Object.entries(answers).reduce(
    (interview, [id, answer]) => withAnswer(interview, id, answer),
    start,
  );
}

function asked(interview: Interview, tried: Parameters<typeof nextQuestion>[2] = []) {
  return nextQuestion(interview, draftOf(interview, facts), tried)?.applied.question.id ?? null;
}

const OPENED = {
  scenario: "natural-language-services",
  "chat.model": "llama3.1-70b",
  "chat.load": "rate",
  "chat.rate": "40 requests/s",
};

describe("the order of questions", () => {
  it("opens with the scenario, then what only the person knows of it", () => {
    expect(asked(NOBODY)).toBe("scenario");
    expect(asked(after({ scenario: "natural-language-services" }))).toBe("chat.model");
    const half = after({ scenario: "natural-language-services", "chat.model": "llama3.1-8b" });
    expect(asked(half)).toBe("chat.load");
    expect(asked(withAnswer(half, "chat.load", "users"))).toBe("chat.users");
  });

  it("goes on with what could change most, and stops where nothing would", () => {
    const winner = { id: "place", tried: 2, changed: 1, shift: 0.1 };
    const mover = { id: "growth", tried: 2, changed: 0, shift: 0.3 };
    const nothing = { id: "energyPrice", tried: 2, changed: 0, shift: 0.001 };
    expect(worthAsking([nothing, mover, winner])).toEqual([winner, mover]);
    expect(asked(after(OPENED), [nothing, mover, winner])).toBe("place");
    expect(asked(after({ ...OPENED, place: "cloud" }), [nothing, mover])).toBe("growth");
    expect(asked(after(OPENED), [nothing])).toBe("weights");
  });

  it("ends with weights and the review in twelve answers, unless more is wanted", () => {
    const many = { ...OPENED, place: "cloud", ownership: "rent", export: "any", growth: "4" };
    const tired = after({ ...many, horizon: "2 years", maxChips: "256" });
    const open = [{ id: "energyPrice", tried: 1, changed: 1, shift: 0.1 }];
    expect(tired.given).toHaveLength(10);
    expect(asked(tired, open)).toBe("weights");
    expect(asked({ ...tired, unlimited: true }, open)).toBe("energyPrice");
  });

  it("goes straight to the review when the person has heard enough, but not out of half-set weights", () => {
    expect(asked({ ...after({ scenario: "pre-training" }), enough: true })).toBeNull();
    const swing = { ...after({ ...OPENED, weights: "swing" }), enough: true };
    expect(asked(swing)).toBe("weights.most");
  });

  it("asks the weights in the way that is chosen", () => {
    expect(asked(after({ ...OPENED, weights: "keep" }))).toBeNull();
    expect(asked(after({ ...OPENED, weights: "sliders" }))).toBe("weights.values");
    expect(asked(after({ ...OPENED, weights: "swing", "weights.most": "cost" }))).toMatch(
      /^weights\.points\./u,
    );
    expect(asked(after({ ...OPENED, weights: "pairwise" }))).toMatch(/^weights\.compare\./u);
  });

  it("leaves out what a file or the command line answers", () => {
    const fixed = startInterview(new Map([["scenario", "pre-training"]]), new Map(), []);
    expect(asked(fixed)).toBe("pretrain.model");
    const path = ["demand", "tasks", 0, "model"];
    const forced = { ...fixed, overrides: [{ path, value: "llama3.1-70b" }] };
    expect(asked(forced)).toBe("pretrain.tokens");
  });
});

describe("back and forward", () => {
  it("steps to the last answer, keeps it as the default, and goes on as before", () => {
    const here = after(OPENED);
    const back = withdrawn(here);
    if (back === null) throw new Error("there is a way back");
    expect(asked(back)).toBe("chat.rate");
    expect(back.withdrawn.get("chat.rate")).toBe("40 requests/s");
    expect(answersOf(back).has("chat.rate")).toBe(false);
    const again = withAnswer(back, "chat.rate", "40 requests/s");
    expect(again.given).toEqual(here.given);
    expect(asked(again)).toBe(asked(here));
  });

  it("ends at the first question, and never takes back what a file said", () => {
    expect(withdrawn(NOBODY)).toBeNull();
    const fixed = startInterview(new Map([["scenario", "pre-training"]]), new Map(), []);
    expect(withdrawn(fixed)).toBeNull();
  });

  it("replaces an earlier answer where it stands", () => {
    const changed = withAnswer(after(OPENED), "chat.model", "llama3.1-8b");
    expect(changed.given.map(({ id }) => id)).toEqual(Object.keys(OPENED));
    expect(answersOf(changed).get("chat.model")).toBe("llama3.1-8b");
  });
});

describe("impact", () => {
  it("counts the plausible answers that turn the first place, and the largest change of the lead", () => {
    const interview = after(OPENED);
    // A judge by hand: whoever is air-gapped takes another chip; a longer horizon doubles the lead.
    const judge: Judge = function* (document) {
      yield;
      const text = JSON.stringify(document);
      return {
        winner: text.includes("on-premises") ? "b" : "a",
        margin: text.includes('"horizon":"4 years"') ? 0.2 : 0.1,
      };
    };
    const tried = finished(
      impacts(draftOf(interview, facts), answersOf(interview), facts, [], judge),
    );
    const of = (id: string) => tried.find((impact) => impact.id === id);
    expect(of("place")).toEqual({ id: "place", tried: 2, changed: 1, shift: 0 });
    expect(of("horizon")).toMatchObject({ tried: 2, changed: 0, shift: 0.1 });
    expect(of("energyPrice")).toMatchObject({ tried: 2, changed: 0, shift: 0 });
  });

  it("of the real simulation: looking at the leaders alone finds the winners that looking at all finds", () => {
    const scenarios = ["natural-language-services", "edge-image-recognition"];
    for (const scenario of scenarios) {
      const interview = after({ scenario });
      const draft = draftOf(interview, facts);
      if (draft.document === null) throw new Error("a scenario makes a document");
      finished(advisor.evaluate(draft.document));
      const answers = answersOf(interview);
      const quick = finished(impacts(draft, answers, facts, [], advisor.judge));
      const whole = finished(
        impacts(draft, answers, facts, [], (document) => advisor.judge(document, true)),
      );
      const outcome = (tried: typeof quick) => tried.map(({ id, changed }) => ({ id, changed }));
      expect(outcome(quick)).toEqual(outcome(whole));
    }
  });
});

describe("an answer", () => {
  const interview = after(OPENED);

  function problem(id: string, answer: Answer) {
    const { questions } = draftOf(interview, facts);
    const applied = questions.find(({ question }) => question.id === id);
    if (applied === undefined) throw new Error(`no question ${id}`);
    const found = answerProblem(applied, answer, interview, facts, advisor.read);
    if (found === null) return null;
    return "diagnostic" in found ? found.diagnostic.message : found.key;
  }

  it("is checked by the reader of workload files, with its words", () => {
    expect(problem("chat.rate", "20 kg")).toBe('unknown unit "kg" for a rate');
    expect(problem("chat.rate", "-3 requests/s")).not.toBeNull();
    expect(problem("monthly", "a lot")).not.toBeNull();
    expect(problem("availableBy", "2027-13-01")).not.toBeNull();
    expect(problem("chat.rate", "20 requests/s")).toBeNull();
  });

  it("must be among the choices, where there are some", () => {
    expect(problem("place", "moon")).toBe("notOffered");
    expect(problem("chat.model", "gpt-17")).toBe("notOffered");
    expect(problem("excludedVendors", ["NVIDIA", "Acme"])).toBe("notOffered");
    expect(problem("excludedVendors", ["NVIDIA"])).toBeNull();
  });

  it("that no file can hold is refused with the reader's reason", () => {
    expect(problem("chat.model", "./missing.json")).toContain("no files here");
  });

  it("counts for what it brings in, not for what was wrong before", () => {
    const broken = {
      ...interview,
      overrides: [{ path: ["budget", "horizon"], value: "soon" }],
    };
    const { questions } = draftOf(broken, facts);
    const power = questions.find(({ question }) => question.id === "power");
    if (power === undefined) throw new Error("no question power");
    expect(answerProblem(power, "10 kW", broken, facts, advisor.read)).toBeNull();
  });
});
