import type { Method } from "./method.ts";
import { normalise, ratioObstacle } from "./normalise.ts";
import { sum } from "./table.ts";

export const codas: Method = {
  id: "codas",
  title: "Combined distance from the negative ideal (CODAS)",
  formula:
    "Σ_k (E − E_k) + [|E − E_k| ≥ τ] (T − T_k), Euclidean and taxicab distances from the worst of each column",
  higherIsBetter: true,
  reads: ["threshold"],
  defaults: { threshold: 0.02 },
  differs: "squares the distances from the worst candidate",
  definition:
    "M. Keshavarz Ghorabaee, E. K. Zavadskas, Z. Turskis & J. Antucheviciene, Economic Computation and Economic Cybernetics Studies and Research 50(3), 2016",
  testedOn: "pymcdm 1.4.0 on random matrices",
  obstacle: (table) => ratioObstacle(table, "linear-max"),
  apply(table, { threshold = 0.02 }) {
    const rows = normalise(table, "linear-max").map((row) =>
      row.map((r, j) => r * (table.criteria[j]?.weight ?? 0)),
    );
    const lowest = table.criteria.map((_, j) => Math.min(...rows.map((row) => row[j] ?? 0)));
    const parts = rows.map((row) => row.map((x, j) => x - (lowest[j] ?? 0)));
    const euclidean = parts.map((row) => Math.hypot(...row));
    const taxicab = parts.map(sum);
    const scores = euclidean.map((e, i) =>
      sum(
        euclidean.map((other, k) => {
          const counts = Math.abs(e - other) >= threshold ? 1 : 0;
          return e - other + counts * ((taxicab[i] ?? 0) - (taxicab[k] ?? 0));
        }),
      ),
    );
    return { scores, detail: { euclidean, taxicab }, parts };
  },
};
