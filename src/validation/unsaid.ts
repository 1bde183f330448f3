import { isMapping, type Mapping } from "../input/mapping.ts";
import { cell, frameworkOf, noteOf } from "./row-fields.ts";
import type { MeasurementRow } from "./types.ts";

/** What a published run did although its row does not say so. */
export interface Unsaid {
  /** Format of its keys and values. */
  cache?: "fp8";
  /** The sum over a tensor group and the norm that follows ran as one kernel. */
  fusedNorms?: true;
  /** Mean length of its prompts and answers over the stated one. */
  lengthShare?: number;
  /** Tokens that the model's own prediction head proposes in a round; with attention data parallelism, where that differs. */
  proposals?: number;
  proposalsOfDataParallel?: number;
}

/** Which rows a fact is about: all that have one of the values that are stated here. */
interface Scope {
  /** Part of the title of the source. */
  source: string;
  framework: readonly string[];
  model: readonly string[];
  /** Empty for any. */
  chip: readonly string[];
  version: readonly string[];
  /** Day of the measurement, or the start of it, as notes state it. */
  measured: readonly string[];
}

export interface UnsaidFact {
  scope: Scope;
  says: Unsaid;
}

export function unsaidOf(
  row: MeasurementRow,
  chipId: string,
  modelId: string,
  facts: readonly UnsaidFact[],
): Unsaid {
  const source = cell(row, "source_title");
  const framework = frameworkOf(row);
  const version = cell(row, "framework_version");
  const note = noteOf(row);
  const isAmong = (list: readonly string[], value: string): boolean =>
    list.length === 0 || list.includes(value);
  const about = facts.filter(
    ({ scope }) =>
      source.includes(scope.source) &&
      isAmong(scope.framework, framework) &&
      isAmong(scope.model, modelId) &&
      isAmong(scope.chip, chipId) &&
      isAmong(scope.version, version) &&
      (scope.measured.length === 0 ||
        scope.measured.some((day) => note.includes(`measured ${day}`))),
  );
  const all: Unsaid = {};
  for (const { says } of about) Object.assign(all, says);
  return all;
}

/** @throws TypeError when the section does not have the form of frameworks.yaml */
export function readUnsaid(section: unknown): UnsaidFact[] {
  if (section === undefined) return [];
  if (!Array.isArray(section)) throw new TypeError("unsaid must be a list");
  return section.map((fact: unknown) => readFact(fact));
}

function readFact(fact: unknown): UnsaidFact {
  if (!isMapping(fact)) throw new TypeError("each of unsaid must be a mapping");
  const source = fact["source"];
  if (typeof source !== "string") throw new TypeError("each of unsaid must name its source");
  return {
    scope: {
      source,
      framework: textsAt(fact, "framework"),
      model: textsAt(fact, "model"),
      chip: textsAt(fact, "chip"),
      version: textsAt(fact, "version"),
      measured: textsAt(fact, "measured"),
    },
    says: readSays(fact),
  };
}

const NUMBERS = ["lengthShare", "proposals", "proposalsOfDataParallel"] as const;

function readSays(fact: Mapping): Unsaid {
  const says: Unsaid = fact["cache"] === "fp8" ? { cache: "fp8" } : {};
  if (fact["fusedNorms"] === true) says.fusedNorms = true;
  for (const key of NUMBERS) {
    const value = fact[key];
    if (value === undefined) continue;
    if (typeof value !== "number") throw new TypeError(`${key} of unsaid must be a number`);
    says[key] = value;
  }
  return says;
}

/** One text or a list of them; empty where it is left out. */
function textsAt(fact: Mapping, key: string): string[] {
  const value = fact[key] ?? [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (list.every((item) => typeof item === "string")) return list;
  throw new TypeError(`${key} of unsaid must be text`);
}
