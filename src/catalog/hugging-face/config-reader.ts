import { isMapping } from "../read-figures.ts";

interface ConfigProblem {
  message: string;
  help: string;
}

/** Reads a config.json, whose keys have several names for the same thing, and collects what is missing or wrong. */
export interface ConfigReader {
  /** First of `keys` that is set, as a count of at least one; a problem is noted (and 1 returned) when none is. */
  required(...keys: readonly string[]): number;
  /** First of `keys` that is set to a count (0 included), or undefined. */
  optional(...keys: readonly string[]): number | undefined;
  flag(key: string): boolean | undefined;
  text(key: string): string | undefined;
  /** Array under `key`, or undefined. */
  list(key: string): readonly unknown[] | undefined;
  /** Mapping under `key`, or undefined. */
  section(key: string): Readonly<Record<string, unknown>> | undefined;
  has(key: string): boolean;
  warn(text: string): void;
}

export interface ConfigFindings {
  problems: ConfigProblem[];
  warnings: string[];
}

/** `defaults` are the values that the model type's own configuration class has for keys that a file may leave out. */
export function configReader(
  config: Readonly<Record<string, unknown>>,
  defaults: Readonly<Record<string, unknown>>,
  findings: ConfigFindings,
): ConfigReader {
  const valueOf = (key: string): unknown => config[key] ?? defaults[key];
  const optional = (...keys: readonly string[]): number | undefined => {
    const key = keys.find((name) => valueOf(name) !== undefined && valueOf(name) !== null);
    if (key === undefined) return undefined;
    const value = valueOf(key);
    if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
    findings.problems.push({
      message: `"${key}" is ${JSON.stringify(value)}, not a whole number`,
      help: `"${key}" of a config.json is a count, such as ${EXAMPLES[keys[0] ?? ""] ?? 32}`,
    });
    return undefined;
  };
  return {
    optional,
    required: (...keys) => {
      const before = findings.problems.length;
      const value = optional(...keys);
      if (value !== undefined && value > 0) return value;
      if (findings.problems.length === before) findings.problems.push(missing(keys, value));
      return 1;
    },
    flag: (key) => {
      const value = valueOf(key);
      return typeof value === "boolean" ? value : undefined;
    },
    text: (key) => {
      const value = valueOf(key);
      return typeof value === "string" ? value : undefined;
    },
    list: (key) => {
      const value = valueOf(key);
      return Array.isArray(value) ? value : undefined;
    },
    section: (key) => {
      const value = valueOf(key);
      return isMapping(value) ? value : undefined;
    },
    has: (key) => valueOf(key) !== undefined && valueOf(key) !== null,
    warn: (text) => findings.warnings.push(text),
  };
}

/** Some configurations nest their sizes: multimodal models (text_config), DBRX (attn_config, ffn_config). */
export function flattened(
  config: Readonly<Record<string, unknown>>,
  sections: readonly string[],
): Record<string, unknown> {
  const flat: Record<string, unknown> = { ...config };
  for (const section of sections) {
    const nested = config[section];
    if (isMapping(nested)) Object.assign(flat, nested);
  }
  return flat;
}

const EXAMPLES: Readonly<Record<string, number>> = {
  num_hidden_layers: 32,
  hidden_size: 4096,
  num_attention_heads: 32,
  vocab_size: 128256,
};

function missing(keys: readonly string[], value: number | undefined): ConfigProblem {
  const [key = "", ...others] = keys;
  const message = value === 0 ? `"${key}" is 0` : `the configuration has no "${key}"`;
  const spellings = others.length === 0 ? "" : ` (also known as ${others.join(", ")})`;
  const example = EXAMPLES[key];
  const such = example === undefined ? "" : `, for example "${key}": ${example}`;
  return { message, help: `add "${key}"${spellings}${such}` };
}
