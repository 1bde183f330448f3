import { InvalidArgumentError } from "commander";

const LARGEST = 1e9;

/** A whole number of at least 1, for an option. */
export function positiveInteger(text: string): number {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || value < 1 || value > LARGEST) {
    throw new InvalidArgumentError("It must be a whole number of at least 1.");
  }
  return value;
}

/** A whole number of at least 0, for an option. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/u.test(text)) throw new InvalidArgumentError("It must be a whole number.");
  return Number(text);
}

/** A share above 0 and up to 1, for an option. */
export function shareOfOne(text: string): number {
  const value = Number(text);
  if (!/^\d*\.?\d+$/u.test(text) || value <= 0 || value > 1) {
    throw new InvalidArgumentError("It must be a number above 0 and up to 1.");
  }
  return value;
}

export interface WholeRange {
  from: number;
  to: number;
}

/** `16` or `4-16`: whole numbers of at least 1, the smaller one first. */
export function wholeRange(text: string): WholeRange {
  const [, first = text, last = first] = /^(\d+)-(\d+)$/u.exec(text) ?? [];
  const from = positiveInteger(first);
  const to = positiveInteger(last);
  if (from > to) throw new InvalidArgumentError("The smaller number comes first, as in 4-16.");
  return { from, to };
}

/** A seed of a random draw: a whole number of at least 0. */
export function seedNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || value > 2 ** 32 - 1) {
    throw new InvalidArgumentError("It must be a whole number from 0 to 4294967295.");
  }
  return value;
}
