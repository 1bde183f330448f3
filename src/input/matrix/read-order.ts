import { report, type Fields } from "../workload/context.ts";
import { placeOf, type Ids, type MatrixContext } from "./matrix-context.ts";

/** Groups of criteria, the most important first, from `order`; a name twice, or one left out, is a fault. */
export function orderAt(
  context: MatrixContext,
  fields: Fields,
  ids: Ids,
  { complete }: { complete: boolean },
): number[][] {
  const written = fields.values["order"];
  if (!Array.isArray(written)) {
    if (complete) {
      const message = "rank-order weights need an order";
      const help = `order: [${[...ids.keys()].join(", ")}], the most important first`;
      report(context, [...fields.path, "method"], { code: "CS1606", message, help });
    }
    return [];
  }
  const seen = new Set<number>();
  const groups = (written as unknown[]).map((entry, k) => {
    const names: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    return names.flatMap((name, l) => {
      const path = [...fields.path, "order", k, ...(Array.isArray(entry) ? [l] : [])];
      const place = placeOf(context, ids, name, path, { noun: "criterion" });
      if (place === null) return [];
      if (seen.has(place)) {
        const message = `"${String(name)}" stands twice in the order`;
        report(context, path, { code: "CS1606", message, help: "remove one of them" });
      }
      seen.add(place);
      return [place];
    });
  });
  const left = [...ids].filter(([, place]) => !seen.has(place)).map(([id]) => id);
  if (complete && left.length > 0) {
    const message = `the order leaves out ${left.join(", ")}`;
    report(context, [...fields.path, "order"], {
      code: "CS1606",
      message,
      help: "name each criterion once",
      part: "key",
    });
  }
  return groups;
}
