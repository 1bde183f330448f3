/**
 * Additive value model: V_i = Σ_j w_j · v_ij (Keeney & Raiffa 1976). The products are returned as well, because they are what
 * a justification table shows.
 *
 * @param values alternatives × criteria, each 0..1 on a fixed range
 * @param weights one per criterion, ≥ 0, adding up to 1
 */
export function additive(
  values: readonly (readonly number[])[],
  weights: readonly number[],
): { score: number; contributions: readonly number[] }[] {
  return values.map((row) => {
    const contributions = weights.map((weight, criterion) => weight * (row[criterion] ?? 0));
    return { contributions, score: contributions.reduce((sum, part) => sum + part, 0) };
  });
}
