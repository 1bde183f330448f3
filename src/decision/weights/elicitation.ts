/** A way to ask people for weights: what `chipselect explain` says about it. */
export interface Elicitation {
  readonly id: string;
  readonly title: string;
  readonly formula: string;
  /** What is asked, and what the answer means. */
  readonly asks: string;
  /** Source of the definition, and of the figures that the test compares with. */
  readonly definition: string;
  readonly testedOn: string;
}

/** Shares of the whole; equal ones where nothing has a weight. */
export function shares(points: readonly number[]): number[] {
  const total = points.reduce((all, each) => all + each, 0);
  return points.map((each) => (total > 0 ? each / total : 1 / points.length));
}
