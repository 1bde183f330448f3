import type { Path } from "../../input/path.ts";
import { PLACES } from "../../input/workload-types.ts";
import { valueAt, withoutValue, withValue } from "../document.ts";
import { put, question, YES_OR_NO } from "../make-question.ts";
import { NONE, type Question, type Situation } from "../question.ts";
import { scaleQuantity } from "../scale-quantity.ts";

/** Where else such a workload might stand. A car's computer stays in the car. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  cloud: ["datacenter", "on-premises"],
  datacenter: ["cloud", "on-premises"],
  "on-premises": ["datacenter", "edge"],
  pc: ["on-premises", "cloud"],
  edge: ["on-premises", "device"],
  device: ["edge"],
};

const AVAILABLE_BY: Path = ["constraints", "availableBy"];

const placeOf = ({ document }: Situation): string =>
  String(valueAt(document, ["scenario", "place"]));

const SAFETY = ["QM", "ASIL-A", "ASIL-B", "ASIL-C", "ASIL-D"];

/** Where it runs. These come before the budget, whose default depends on them. */
export const PLACE_QUESTIONS: readonly Question[] = [
  question({
    text: "place",
    kind: "choice",
    stage: "further",
    path: ["scenario", "place"],
    values: PLACES,
    widens: true,
    plausible: (situation) => NEIGHBOURS[placeOf(situation)] ?? [],
    write: (document, answer) => {
      const moved = put(document, ["scenario", "place"], answer);
      const builtIn = answer === "vehicle" || answer === "device";
      const rented = valueAt(moved, ["budget", "ownership"]) === "rent";
      return builtIn && rented ? withValue(moved, ["budget", "ownership"], "own") : moved;
    },
  }),
  question({
    text: "sites",
    kind: "text",
    stage: "further",
    path: ["scenario", "sites"],
    otherwise: "1",
    spread: 10,
    // One cloud is one place.
    when: (situation) => placeOf(situation) !== "cloud",
  }),
];

export const LIMIT_QUESTIONS: readonly Question[] = [
  question({
    text: "ownership",
    kind: "choice",
    stage: "further",
    path: ["budget", "ownership"],
    values: ["either", "own", "rent"],
    otherwise: "either",
    widens: true,
    when: (situation) => !["vehicle", "device"].includes(placeOf(situation)),
    plausible: () => ["either", "own", "rent"],
  }),
  money("capital", ["budget", "capital"]),
  money("monthly", ["budget", "monthly"]),
  money("perUnit", ["budget", "perUnit"]),
  limit("power", ["budget", "power"]),
  question({
    text: "energyPrice",
    kind: "text",
    stage: "further",
    path: ["budget", "energyPrice"],
    otherwise: "0.10 USD/kWh",
    spread: 2,
  }),
  question({
    text: "horizon",
    kind: "text",
    stage: "further",
    path: ["budget", "horizon"],
    otherwise: "3 years",
    spread: 2,
  }),
  question({
    text: "growth",
    kind: "text",
    stage: "further",
    path: ["scalability", "growth", "factor"],
    optional: true,
    spread: 2,
    write: (document, answer) => {
      const growth: Path = ["scalability", "growth"];
      if (answer === NONE || answer === "1") return withoutValue(document, growth);
      const known = valueAt(document, [...growth, "within"]) !== undefined;
      const changed = put(document, [...growth, "factor"], answer);
      return known ? changed : withValue(changed, [...growth, "within"], "24 months");
    },
  }),
  limit("maxChips", ["scalability", "maxChips"]),
  limit("chipPower", ["constraints", "chipPower"]),
  question({
    text: "clockScaling",
    stage: "further",
    path: ["constraints", "clockScaling"],
    ...YES_OR_NO,
    otherwise: "false",
  }),
  question({
    text: "safety",
    kind: "choice",
    stage: "further",
    path: ["constraints", "safety"],
    values: SAFETY,
    optional: true,
    widens: true,
    when: (situation) => placeOf(situation) === "vehicle",
    plausible: ({ document }) => {
      const index = SAFETY.indexOf(String(valueAt(document, ["constraints", "safety"])));
      return [SAFETY[index - 1] ?? NONE, SAFETY[index + 1]].filter((level) => level !== undefined);
    },
  }),
  question({
    text: "export",
    kind: "choice",
    stage: "further",
    path: ["constraints", "export"],
    values: ["any", "unrestricted", "china"],
    otherwise: "any",
    widens: true,
    plausible: () => ["any", "unrestricted"],
  }),
  question({
    text: "availableBy",
    kind: "text",
    stage: "further",
    path: AVAILABLE_BY,
    optional: true,
    widens: true,
    plausible: () => [NONE],
    // A year alone shall be refused as no date, not as a number.
    write: (document, answer) =>
      answer === NONE
        ? withoutValue(document, AVAILABLE_BY)
        : withValue(document, AVAILABLE_BY, answer),
  }),
  question({
    text: "allowEstimates",
    stage: "further",
    path: ["constraints", "allowEstimates"],
    ...YES_OR_NO,
    otherwise: "true",
    widens: true,
  }),
  filter("excludedVendors", "vendors", ({ names }) => names.vendors),
  filter("excludedClasses", "classes", ({ names }) => names.classes),
  question({
    text: "name",
    kind: "text",
    stage: "review",
    path: ["scenario", "name"],
    // A year is a title too.
    write: (document, answer) => withValue(document, ["scenario", "name"], answer),
  }),
];

/** A limit that need not exist. */
function limit(text: "power" | "maxChips" | "chipPower", path: Path): Question {
  return question({ text, kind: "text", stage: "further", path, optional: true, spread: 1.5 });
}

/** The scenario's own budget is tried where the demand is no longer the scenario's. */
function money(text: "capital" | "monthly" | "perUnit", path: Path): Question {
  return question({
    text,
    kind: "text",
    stage: "further",
    path,
    optional: true,
    spread: 1.5,
    plausible: ({ document, preset }) => {
      const present = valueAt(document, path);
      if (typeof present !== "string") {
        const usual = valueAt(preset, path);
        return typeof usual === "string" ? [usual] : [];
      }
      return [1 / 1.5, 1.5].flatMap((factor) => scaleQuantity(present, factor) ?? []);
    },
  });
}

function filter(
  text: "excludedVendors" | "excludedClasses",
  key: "vendors" | "classes",
  names: (facts: Situation["facts"]) => readonly string[],
): Question {
  return question({
    text,
    kind: "many",
    stage: "review",
    path: ["constraints", key, "deny"],
    default: ({ document }) => {
      const denied = valueAt(document, ["constraints", key, "deny"]);
      return Array.isArray(denied) ? denied.map(String) : [];
    },
    choices: ({ facts }) => names(facts).map((value) => ({ value, name: value })),
  });
}
