import type { CommandEntry } from "../command.ts";

/** Every command; a file is loaded only when its command is called. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    name: "evaluate",
    summary: "rank every chip for a workload, with the reasons",
    load: () => import("./evaluate.ts"),
  },
  {
    name: "ask",
    summary: "answer questions, see the ranking, get a workload file",
    load: () => import("./ask.ts"),
  },
  {
    name: "explain",
    summary: "one candidate in depth, or what a term or message code means",
    load: () => import("./explain.ts"),
  },
  {
    name: "simulate",
    summary: "time, memory and power of one configuration",
    load: () => import("./simulate.ts"),
  },
  {
    name: "validate",
    summary: "predict published or your own measurements; error tables",
    load: () => import("./validate.ts"),
  },
  {
    name: "sweep",
    summary: "evaluate a grid over keys of the workload or of chips",
    load: () => import("./sweep.ts"),
  },
  {
    name: "merge",
    summary: "join the parts of a sweep that several machines ran",
    load: () => import("./merge.ts"),
  },
  {
    name: "compare",
    summary: "what changed between two results of evaluate",
    load: () => import("./compare.ts"),
  },
  {
    name: "report",
    summary: "render a saved result of evaluate",
    load: () => import("./report.ts"),
  },
  {
    name: "check",
    summary: "judge proposed chip specs in CI: promises, plausibility, regressions",
    load: () => import("./check.ts"),
  },
  {
    name: "rank",
    summary: "rank the alternatives of a matrix of any domain",
    load: () => import("./rank.ts"),
  },
  {
    name: "catalog",
    summary: "the chips, models and prices that are known, and their sources",
    load: () => import("./catalog.ts"),
  },
  {
    name: "init",
    summary: "write a commented workload file to start from",
    load: () => import("./init.ts"),
  },
  {
    name: "schema",
    summary: "print the JSON Schema of a file format",
    load: () => import("./schema.ts"),
  },
  {
    name: "completion",
    summary: "shell completion for bash, zsh and fish",
    load: () => import("./completion.ts"),
  },
  {
    name: "doctor",
    summary: "the environment, and whether the installation is sound",
    load: () => import("./doctor.ts"),
  },
];
