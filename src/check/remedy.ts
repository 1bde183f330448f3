import { smallestChanges, type SmallestChange } from "./judge/smallest-change.ts";
import type { NamedWorkload } from "./judge/laboratory.ts";
import {
  judge,
  type JudgeContext,
  type PlainAssertion,
  type Subject,
  type Verdict,
} from "./judge/verdict.ts";
import { isMapping } from "../input/mapping.ts";
import type { Path } from "../input/path.ts";
import { SPEC_FIELDS } from "./spec/fields.ts";
import type { Spec } from "./spec/read-spec.ts";
import { writtenAt } from "./spec/written.ts";

/** What changed since the baseline is most likely what broke the promise, so its figures go first. */
export function changesFor(
  { chip }: Spec,
  plain: PlainAssertion,
  subject: Subject,
  workload: NamedWorkload | null,
  context: JudgeContext,
): readonly SmallestChange[] {
  const which = plain.metric.scope === "spec" ? "any" : "better";
  const changes = smallestChanges(
    chip,
    which,
    (trial) => judge(plain, { ...subject, chip: trial }, workload, context).status === "pass",
  );
  const touched = (change: SmallestChange): boolean => {
    const metric = SPEC_FIELDS.find(({ id }) => id === change.field)?.metric ?? null;
    const before = metric === null ? null : context.baseline?.(subject.id, null, metric);
    return typeof before === "number" && Math.abs(change.from / before - 1) > 1e-9;
  };
  return changes.toSorted((a, b) => Number(touched(b)) - Number(touched(a)));
}

const MOST_ALTERNATIVES = 2;

/** The smallest change first, then others for a designer who cannot make it. */
export function helpOf(changes: readonly SmallestChange[], { lacksFigure }: Verdict): string {
  const [first, ...others] = changes;
  if (lacksFigure)
    return "`workload:` limits an assertion to the workloads that have such a figure";
  if (first === undefined)
    return "no single figure of the spec, changed up to 8 times, would let it pass";
  const also = others
    .filter(({ field }) => field !== first.field)
    .slice(0, MOST_ALTERNATIVES)
    .map(({ text }) => text.replace(/ would pass; it is ([^(]*?)(?: \(.*)?$/u, " (now $1)"));
  return also.length === 0 ? first.text : `${first.text}. Or ${also.join(", or ")}`;
}

/** Where the spec writes the figure that would have to change; null where it inherits or leaves out the figure. */
export function writtenPath(spec: Spec, { field }: SmallestChange): Path | null {
  const path = field.split(".");
  const node = writtenAt(spec.document, path);
  if (node === undefined) return null;
  return isMapping(node) && "value" in node ? [...path, "value"] : path;
}
