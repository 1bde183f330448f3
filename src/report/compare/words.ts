import { significant } from "../figures.ts";

/** A value of an input or a plan, in few words. */
export function text(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "number") {
    return Number.isInteger(value) && value < 1e7 ? String(value) : significant(value, 4);
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
