import type { Dimension } from "../units/dimensions.ts";
import { formatQuantity } from "../units/format.ts";
import { holds, relativeMiss, type FigureLimit } from "./limits.ts";
import type { LimitCheck } from "./types.ts";

type Clause = Pick<LimitCheck, "path" | "line">;

/**
 * A figure and the limit that it was checked against. Thousands of limits are met for every one that a person reads about: words are
 * found when somebody asks. As JSON it is a plain `LimitCheck`.
 */
export class FigureCheck implements LimitCheck {
  readonly id: string;
  readonly title: string;
  readonly rule: FigureLimit["rule"];
  readonly limit: number;
  readonly value: number;
  readonly unit: string;
  readonly pass: boolean;
  readonly shortfall: number | null;
  declare readonly path?: string;
  declare readonly line?: number;
  readonly #dimension: Dimension;

  constructor(id: string, title: string, figure: Figure, clause: Clause | null = null) {
    const { rule, value, limit, unit, dimension } = figure;
    this.id = id;
    this.title = title;
    this.rule = rule;
    this.limit = limit;
    this.value = value;
    this.unit = unit;
    this.pass = holds(figure);
    this.shortfall = this.pass ? null : Math.abs(value - limit);
    this.#dimension = dimension;
    if (clause) Object.assign(this, clause);
  }

  /** The same with the clause of the workload file that sets the limit. */
  setBy(clause: Clause): FigureCheck {
    const { rule, value, limit, unit } = this;
    const figure = { rule, value, limit, unit, dimension: this.#dimension };
    return new FigureCheck(this.id, this.title, figure, clause);
  }

  get message(): string {
    const { title, rule, value, limit, pass } = this;
    const shown = formatQuantity(value, this.#dimension);
    const asked = formatQuantity(limit, this.#dimension);
    if (rule === "at-most" && pass) return `${title} ${shown} is within ${asked}.`;
    if (pass) return `${title} ${shown} reaches the ${asked} asked for.`;
    const by = formatQuantity(relativeMiss(this), "share");
    return rule === "at-most"
      ? `${title} ${shown} misses the limit of ${asked} by ${by}.`
      : `${title} ${shown} falls short of the ${asked} asked for by ${by}.`;
  }

  toJSON(): object {
    const { path, line, ...figures } = this;
    return { ...figures, message: this.message, path, line };
  }
}

type Figure = Pick<FigureLimit, "rule" | "value" | "limit" | "unit" | "dimension">;
