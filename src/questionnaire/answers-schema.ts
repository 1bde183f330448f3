import { draftWorkload } from "./draft.ts";
import { LOADS } from "./preset-tasks.ts";
import type { Facts, Question } from "./question.ts";
import { EN } from "../texts/en.ts";
import { fill, textAt } from "../texts/texts.ts";
import type { Mapping } from "../input/mapping.ts";

/** Ways to set weights; each has questions of its own. */
const WEIGHTS = ["sliders", "swing", "pairwise"];

/**
 * The schema of answers files, from the questions that any scenario may ask: what the prompts know is what editors complete. The
 * questions that a scenario has, and what figures must be, the reader of answers says.
 */
export function answersSchema(facts: Facts): Mapping {
  const questions = new Map<string, Question>();
  for (const scenario of facts.scenarios) {
    for (const weights of WEIGHTS) {
      const loads = [...LOADS, null];
      for (const load of loads) {
        for (const question of asked(facts, scenario, weights, load)) {
          questions.set(question.id, question);
        }
      }
    }
  }
  const all = [...questions.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const inOrder = [...all.filter(({ id }) => id === "scenario"), ...all.filter(isNamed)];
  const texts = new Map(all.map((question) => [question.text, question]));
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: "answers.schema.json",
    title: "Answers",
    description:
      "Answers to the questions of `chipselect ask`, by question: for --answers FILE, and what --resume goes on with. What is left out is asked, or keeps the figure of the scenario.",
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      inOrder.map(({ id, text }) => [id, { $ref: `#/definitions/${text}` }]),
    ),
    patternProperties: {
      "^weights\\.points\\.[a-z-]+$": { $ref: "#/definitions/swingPoints" },
      "^weights\\.compare\\.[a-z-]+\\.[a-z-]+$": { $ref: "#/definitions/comparison" },
    },
    definitions: Object.fromEntries(
      [...texts]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([text, question]) => [text, definitionOf(question, facts)]),
    ),
    examples: [{ scenario: "natural-language-services", "chat.model": "llama3.1-8b" }],
  };
}

/** Weights name criteria, of which there are too many pairs to list. */
function isNamed({ id }: Question): boolean {
  return id !== "scenario" && !/^weights\.(?:points|compare)\./u.test(id);
}

function asked(facts: Facts, scenario: string, weights: string, load: string | null): Question[] {
  const answers = new Map([
    ["scenario", scenario],
    ["weights", weights],
  ]);
  const tasks = draftWorkload(answers, facts).questions.filter(
    ({ question: q }) => q.text === "load",
  );
  for (const { question } of tasks) if (load !== null) answers.set(question.id, load);
  return draftWorkload(answers, facts).questions.map(({ question }) => question);
}

function definitionOf(question: Question, facts: Facts): Mapping {
  const { label, help } = EN.questions[question.text];
  const names = { criterion: "a criterion", first: "one criterion", second: "another" };
  const words = { title: fill(label, names), description: fill(help, names) };
  return { ...words, ...formOf(question, facts) };
}

function formOf(question: Question, facts: Facts): Mapping {
  const situation = { preset: {}, answers: new Map(), document: {}, facts };
  switch (question.kind) {
    case "text":
      return { type: ["string", "number"] };
    case "many":
      return { type: "array", items: { type: "string", minLength: 1 }, uniqueItems: true };
    case "sliders":
      return {
        type: "object",
        minProperties: 1,
        propertyNames: { enum: facts.names.criteria },
        additionalProperties: { type: "number", minimum: 0 },
      };
    default: {
      const values = question.text === "model" ? [] : question.choices(situation);
      // Which criteria a scenario weighs depends on the scenario.
      if (values.length === 0) return { type: "string", minLength: 1 };
      return choicesOf(
        question,
        values.map(({ value }) => value),
      );
    }
  }
}

function choicesOf({ text }: Question, values: readonly string[]): Mapping {
  const own: Readonly<Record<string, unknown>> = EN.choices;
  const named = own[text];
  const wording = typeof named === "object" && named !== null ? { ...named } : EN.scenarios;
  const words = { first: "the first", second: "the second" };
  const described = values.map((value) => fill(textAt(wording, value) ?? value, words));
  const booleans = values.includes("true");
  return {
    enum: values.map((value) => (booleans ? value === "true" : numeric(value))),
    enumDescriptions: described,
  };
}

/** As an answers file has it: a figure is no text. */
function numeric(value: string): string | number {
  return /^\d+$/u.test(value) ? Number(value) : value;
}
