import type { Block } from "../../catalog/types.ts";
import type { Padding } from "./tensor.ts";

/** One key of a block: what it means, which values it takes, and what holds when it is left out. */
export interface Parameter<T> {
  readonly description: string;
  /** Completes "must be …". */
  readonly expects: string;
  /** Undefined when the key must be given. */
  readonly fallback: T | undefined;
  /** The value, or undefined when it isn't one. */
  read(value: unknown): T | undefined;
  /** Set when the value names tensors: those of blocks before, or new ones. */
  readonly role?: "uses" | "saves";
  /** Set when the value is a list of blocks. */
  readonly nested?: true;
}

export type ParameterTable = Readonly<Record<string, Parameter<unknown>>>;

/** Values that a block's `expand` receives for its table of parameters. */
export type ParameterValues<P> = {
  readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value > 0;
}

/** A whole number above zero: channels, repetitions, heads. */
export function count(description: string, fallback?: number): Parameter<number> {
  return {
    description,
    expects: "a whole number above 0",
    fallback,
    read: (value) => (isCount(value) ? value : undefined),
  };
}

/** A count that may be left out, for which the block then has a rule. */
export function optionalCount(description: string): Parameter<number | null> {
  return { ...count(description), fallback: null };
}

/** A number of zero or more: ratios, operations per element. */
export function amount(description: string, fallback?: number): Parameter<number> {
  return {
    description,
    expects: "a number of 0 or more",
    fallback,
    read: (value) =>
      typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined,
  };
}

export function flag(description: string, fallback: boolean): Parameter<boolean> {
  return {
    description,
    expects: "true or false",
    fallback,
    read: (value) => (typeof value === "boolean" ? value : undefined),
  };
}

/** A window or stride: 3, [3], [3, 1] or [1, 3, 3]. */
export function size(
  description: string,
  fallback?: number,
): Parameter<number | readonly number[]> {
  return {
    description,
    expects:
      "a whole number above 0, or a list [height], [height, width] or [depth, height, width]",
    fallback,
    read: (value) => {
      if (isCount(value)) return value;
      const isList =
        Array.isArray(value) && value.length >= 1 && value.length <= 3 && value.every(isCount);
      return isList ? value : undefined;
    },
  };
}

export function padding(): Parameter<Padding> {
  return {
    description: "zeros round the tensor",
    expects: '"same", "valid" or a whole number of 0 or more',
    fallback: "same",
    read: (value) => {
      if (value === "same" || value === "valid") return value;
      return value === 0 || isCount(value) ? value : undefined;
    },
  };
}

export function counts(
  description: string,
  fallback?: readonly number[],
): Parameter<readonly number[]> {
  return {
    description,
    expects: "a list of whole numbers above 0",
    fallback,
    read: (value) =>
      Array.isArray(value) && value.length > 0 && value.every(isCount) ? value : undefined,
  };
}

export function choice<const T extends string>(
  description: string,
  values: readonly T[],
  fallback?: T,
): Parameter<T> {
  return {
    description,
    expects: `one of ${values.join(", ")}`,
    fallback,
    read: (value) => values.find((known) => known === value),
  };
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && /^\S+$/.test(value);
}

/** A word for reports, or for a tensor that this block saves. */
export function newName(description: string, role?: "saves"): Parameter<string | null> {
  return {
    description,
    expects: "a name without spaces",
    fallback: null,
    read: (value) => (isWord(value) ? value : undefined),
    ...(role === undefined ? {} : { role }),
  };
}

/** Name of one tensor that a block before saved. */
export function tensorName(description: string): Parameter<string> {
  return {
    description,
    expects: "the name of a saved tensor",
    fallback: undefined,
    read: (value) => (isWord(value) ? value : undefined),
    role: "uses",
  };
}

export function optionalTensorName(description: string): Parameter<string | null> {
  return { ...tensorName(description), fallback: null };
}

/** Names of several tensors in one string, with spaces between. */
export function names(
  description: string,
  role: "uses" | "saves",
  fallback?: readonly string[],
): Parameter<readonly string[]> {
  return {
    description,
    expects: 'names with spaces between, such as "p3 p4 p5"',
    fallback,
    role,
    read: (value) =>
      typeof value === "string" && value.trim() !== "" ? value.trim().split(/\s+/) : undefined,
  };
}

export function blocks(description: string): Parameter<readonly Block[]> {
  return {
    description,
    expects: "a list of blocks",
    fallback: undefined,
    nested: true,
    read: (value) => (Array.isArray(value) && value.length > 0 ? value : undefined),
  };
}
