import type { ModelProblem } from "../../catalog/check-model.ts";
import type { Block } from "../../catalog/types.ts";
import { nearest } from "../../units/nearest.ts";
import { lowerBlocks } from "../lower-blocks.ts";
import { COMMON_PARAMETERS } from "./block-type.ts";
import type { Parameter, ParameterTable } from "./parameter.ts";
import { BLOCK_TYPES } from "./registry.ts";
import type { Tensor } from "./tensor.ts";

/**
 * What is wrong with a list of blocks, each with its place (`blocks[3].out`); empty when nothing is. With the shape of
 * the input, layers whose shapes don't fit are found too (only the first, and only when all else is right).
 */
export function checkBlocks(
  blocks: readonly unknown[],
  input: Tensor | null = null,
  path = "blocks",
): ModelProblem[] {
  const problems: ModelProblem[] = [];
  checkList(blocks, path, new Set(), problems);
  if (problems.length > 0 || input === null) return problems;
  try {
    lowerBlocks({ input, blocks: blocks.filter(isBlock) }, 1);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const help = "the shape after each block is the input of the next; check strides and channels";
    problems.push({ path, message, help });
  }
  return problems;
}

/** `saved` grows as blocks name tensors. */
function checkList(
  blocks: readonly unknown[],
  path: string,
  saved: Set<string>,
  problems: ModelProblem[],
): void {
  for (const [index, block] of blocks.entries()) {
    const place = `${path}[${index}]`;
    if (isBlock(block)) {
      checkBlock(block, place, saved, problems);
    } else {
      const help = "a block is written like {type: conv, out: 64, kernel: 3}";
      problems.push({ path: place, message: "not a block", help });
    }
  }
}

function isBlock(value: unknown): value is Block {
  return (
    typeof value === "object" && value !== null && "type" in value && typeof value.type === "string"
  );
}

function checkBlock(
  block: Block,
  path: string,
  saved: Set<string>,
  problems: ModelProblem[],
): void {
  const type = BLOCK_TYPES.get(block.type);
  if (type === undefined) {
    problems.push({
      path: `${path}.type`,
      message: `there is no block type "${block.type}"`,
      help: suggestion(block.type, [...BLOCK_TYPES.keys()], "block types"),
    });
    return;
  }
  const table: ParameterTable = { ...COMMON_PARAMETERS, ...type.parameters };
  for (const key of Object.keys(block)) {
    if (key === "type" || Object.hasOwn(table, key)) continue;
    problems.push({
      path: `${path}.${key}`,
      message: `${type.id} has no parameter "${key}"`,
      help: suggestion(key, Object.keys(table), "parameters"),
    });
  }
  // What a block uses comes from before it; what it saves is there for those after it.
  const inOrder = Object.entries(table).toSorted(
    ([, a], [, b]) => Number(a.role === "saves") - Number(b.role === "saves"),
  );
  for (const [key, parameter] of inOrder) {
    checkValue(block[key], parameter, `${path}.${key}`, saved, problems);
  }
}

function checkValue(
  given: unknown,
  parameter: Parameter<unknown>,
  path: string,
  saved: Set<string>,
  problems: ModelProblem[],
): void {
  const help = `${parameter.description}: ${parameter.expects}`;
  if (given === undefined) {
    if (parameter.fallback === undefined) problems.push({ path, message: "is missing", help });
    return;
  }
  if (parameter.read(given) === undefined) {
    const message = `${JSON.stringify(given)} is not ${parameter.expects}`;
    problems.push({ path, message, help });
  } else if (parameter.nested === true && Array.isArray(given)) {
    checkList(given, path, saved, problems);
  } else if (parameter.role !== undefined && typeof given === "string") {
    checkNames(given, parameter.role, path, saved, problems);
  }
}

function checkNames(
  given: string,
  role: "uses" | "saves",
  path: string,
  saved: Set<string>,
  problems: ModelProblem[],
): void {
  for (const name of given.trim().split(/\s+/)) {
    if (role === "saves") {
      saved.add(name);
    } else if (!saved.has(name)) {
      const help = suggestion(name, [...saved], "tensors saved before");
      problems.push({ path, message: `no block before saves "${name}"`, help });
    }
  }
}

function suggestion(word: string, candidates: readonly string[], what: string): string {
  const [first] = nearest(word, candidates, 1);
  if (first !== undefined) return `did you mean "${first}"?`;
  return `${what}: ${candidates.length === 0 ? "none" : candidates.join(", ")}`;
}
