import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const DATA = ["catalog", "input", "units"];
const WORK = ["workload", ...DATA];
const KERNEL = ["simulation", ...WORK];
const JUDGED = ["decision", "planner", "validation", "economics", ...KERNEL];

/**
 * Who may import whom. Each part lists what it may use besides itself, and why it may use no more. The order is that of
 * the data flow in the README's architecture section.
 */
const LAYERS: Readonly<Record<string, { may: readonly string[]; because: string }>> = {
  units: { may: [], because: "quantities and number formats know nothing of chips or workloads" },
  input: { may: ["units"], because: "reading a file must not depend on what the catalogue holds" },
  catalog: {
    may: ["input", "units"],
    because: "data and its readers; no arithmetic of the simulation",
  },
  workload: { may: DATA, because: "operators depend on models, not on chips" },
  simulation: { may: WORK, because: "the kernel knows neither money nor preferences" },
  economics: {
    may: DATA,
    because: "prices depend on what is bought, not on how it was planned",
  },
  validation: {
    may: KERNEL,
    because: "it predicts with the kernel that the planner uses, and needs no plan",
  },
  calibration: {
    may: ["validation", ...KERNEL],
    because: "it fits parameters to predictions; a tool that nothing of the program needs",
  },
  planner: {
    may: ["economics", ...KERNEL],
    because: "it finds the cheapest plan and does not judge between chips",
  },
  decision: {
    may: ["planner", "economics", ...KERNEL],
    because: "it judges plans and must not know how they are shown",
  },
  check: {
    may: JUDGED,
    because:
      "it judges what a decision says of a proposed chip, and must not know how that is shown",
  },
  texts: {
    may: [],
    because: "the words of the questionnaire, which know nothing of what they name",
  },
  questionnaire: {
    may: ["texts", "decision", ...DATA],
    because:
      "questions as data, weights by the decision layer's own arithmetic; what an answer does to the ranking is told to it, not computed here",
  },
  report: {
    may: ["check", ...JUDGED],
    because: "a renderer reads one result value and computes nothing",
  },
  app: {
    may: ["report", "check", "questionnaire", ...JUDGED],
    because: "use cases join the parts; they never print",
  },
  cli: {
    may: ["app", "report", "check", "questionnaire", "texts", ...JUDGED],
    because: "a thin layer over everything",
  },
};

/** Tooling looks at whatever it compiles, fits, measures or documents, but not at the command line. */
const BUILD_MAY = [
  "app",
  "calibration",
  "report",
  "validation",
  "decision",
  "planner",
  "simulation",
  "catalog",
  "input",
  "units",
  "workload",
  "build",
];

/** The global of Node, not a chip's process node. */
const PROCESS =
  /(?<![.\w])process\.(?:argv|arch|cwd|env|exit|exitCode|hrtime|kill|memoryUsage|on|once|platform|stderr|stdin|stdout|version|versions)\b/u;

/** Parts that must not touch the outside world. */
const PURE = [
  "units",
  "input",
  "catalog",
  "workload",
  "simulation",
  "economics",
  "validation",
  "calibration",
  "planner",
  "decision",
  "check",
  "texts",
  "questionnaire",
  "report",
];

const ROOT = resolve(import.meta.dirname, "../..");
const SOURCE = join(ROOT, "src");

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "generated" ? [] : filesUnder(path);
    return path.endsWith(".ts") ? [path] : [];
  });
}

interface Import {
  target: string;
  /** `await import()`: loads when the line runs. */
  onDemand: boolean;
  /** Erased: loads nothing. */
  typeOnly: boolean;
}

function importsOf(path: string): Import[] {
  const text = readFileSync(path, "utf8");
  const pattern = /(?:(import|export)( type)?\b[^;"(]*from|(import)\()\s*"([^"]+)"/gu;
  return [...text.matchAll(pattern)].map(([, , type, onDemand, target = ""]) => ({
    target,
    onDemand: onDemand !== undefined,
    typeOnly: type !== undefined,
  }));
}

const partOf = (path: string): string => relative(SOURCE, path).split("/")[0] ?? "";

interface Edge {
  file: string;
  from: string;
  to: string;
  target: string;
  onDemand: boolean;
  typeOnly: boolean;
}

const edges: Edge[] = filesUnder(SOURCE).flatMap((path) =>
  importsOf(path)
    .filter(({ target }) => target.startsWith("."))
    .map(({ target, ...kind }) => ({
      ...kind,
      file: relative(ROOT, path),
      target: relative(ROOT, resolve(dirname(path), target)),
      from: partOf(path),
      to: partOf(resolve(dirname(path), target)),
    })),
);

describe("layers", () => {
  it.each(Object.entries(LAYERS))("%s imports only what lies below it", (part, { may }) => {
    const allowed = new Set([part, "generated", ...may]);
    const wrong = edges.filter(({ from, to }) => from === part && !allowed.has(to));
    expect(wrong).toEqual([]);
  });

  it("build tooling stays below the command line", () => {
    const allowed = new Set(BUILD_MAY);
    // Warming up is running the finished program, as its user does.
    const wrong = edges.filter(
      ({ file, from, to }) =>
        from === "build" && !allowed.has(to) && !(file === "src/build/warm-up.ts" && to === ".."),
    );
    expect(wrong).toEqual([]);
  });

  it("every folder of src has a rule", () => {
    const known = new Set([...Object.keys(LAYERS), "build", "index.ts"]);
    const parts = new Set(filesUnder(SOURCE).map(partOf));
    expect([...parts].filter((part) => !known.has(part))).toEqual([]);
  });

  it.each(PURE)("%s does no input or output", (part) => {
    const banned = /from "node:|\bconsole\.|\bDate\.now|new Date\(\)|Math\.random/u;
    const wrong = filesUnder(join(SOURCE, part)).filter((path) => {
      const text = readFileSync(path, "utf8");
      return banned.test(text) || PROCESS.test(text);
    });
    expect(wrong.map((path) => relative(ROOT, path))).toEqual([]);
  });

  it("inquirer loads only when a person is asked: it costs as much as half an evaluation", () => {
    const prompts = edges.filter(
      ({ file, target }) =>
        !file.startsWith("src/cli/prompts/") && target.startsWith("src/cli/prompts/"),
    );
    // The only way in, and it is itself imported on demand.
    const entry = "src/cli/ask/interview-person.ts";
    const direct = prompts.filter(
      ({ file, onDemand, typeOnly }) => !onDemand && !typeOnly && file !== entry,
    );
    expect(direct).toEqual([]);
    const entries = edges.filter(({ target, onDemand }) => target === entry && !onDemand);
    expect(entries).toEqual([]);
    const packages = filesUnder(SOURCE)
      .filter((path) => /from "@?inquirer/u.test(readFileSync(path, "utf8")))
      .map((path) => relative(ROOT, path));
    expect(packages.every((path) => path.startsWith("src/cli/prompts/"))).toBe(true);
  });

  it("only bin touches the process, and only cli/process-io.ts wraps it", () => {
    const allowed = new Set(["src/cli/process-io.ts"]);
    const wrong = filesUnder(SOURCE)
      .filter((path) => partOf(path) !== "build")
      .filter((path) => PROCESS.test(readFileSync(path, "utf8")))
      .map((path) => relative(ROOT, path))
      .filter((path) => !allowed.has(path));
    expect(wrong).toEqual([]);
  });
});
