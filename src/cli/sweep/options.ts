import { InvalidArgumentError } from "commander";
import { didYouMean } from "../../input/suggest.ts";
import type { StyleFlags } from "../output-style.ts";

export const SWEEP_FORMATS = ["table", "json", "csv", "ndjson"] as const;

export type SweepFormat = (typeof SWEEP_FORMATS)[number];

export interface SweepFlags extends StyleFlags {
  over: readonly string[];
  chips: readonly string[];
  top: number | "all";
  format: SweepFormat;
  output?: string;
  workers?: number;
  shard?: { part: number; of: number };
  resume?: boolean;
  force?: boolean;
  quiet?: boolean;
  debug?: boolean;
}

export function parseSweepFormat(text: string): SweepFormat {
  const format = SWEEP_FORMATS.find((known) => known === text);
  if (format === undefined) throw new InvalidArgumentError(didYouMean(text, SWEEP_FORMATS) ?? "");
  return format;
}

export function parseTop(text: string): number | "all" {
  if (text === "all") return text;
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number of at least 1, or all.");
}

export function parseShard(text: string): { part: number; of: number } {
  const [, part = "", of = ""] = /^(\d{1,6})\/(\d{1,6})$/u.exec(text) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (shard.part < 1 || shard.part > shard.of) {
    throw new InvalidArgumentError("Write it as i/n with i from 1 to n, such as 1/4.");
  }
  return shard;
}

/** Collects a repeatable option. */
export function collect(text: string, previous: readonly string[]): readonly string[] {
  return [...previous, text];
}

/** Words between commas, of an option that may be repeated. */
export function collectWords(text: string, previous: readonly string[]): readonly string[] {
  const words = text.split(",").map((word) => word.trim());
  if (words.includes("")) throw new InvalidArgumentError("A name is empty; is a comma too many?");
  return [...previous, ...words];
}
