import {
  Document,
  isMap,
  isPair,
  isScalar,
  isSeq,
  visit,
  type Node,
  type Pair,
  type YAMLMap,
} from "yaml";
import type { Path } from "../input/path.ts";
import type { Mapping } from "../input/mapping.ts";

/** What an editor with a YAML language server needs to complete the file. */
const MODELINE =
  "yaml-language-server: $schema=./node_modules/chipselect/schemas/workload.schema.json";

/** A remark that is written behind the line of a value. */
export interface Remark {
  path: Path;
  text: string;
}

/** Small mappings that read best on one line. */
const ONE_LINE = new Set([
  "input",
  "output",
  "timeToFirstToken",
  "timePerOutputToken",
  "endToEnd",
  "precision",
  "adapter",
]);

/** A workload as a commented file: modeline, heading, a remark behind each line that a question stands for. */
export function writeWorkload(
  document: Mapping,
  heading: readonly string[],
  remarks: readonly Remark[],
): string {
  const yaml = new Document(document);
  yaml.commentBefore = [` ${MODELINE}`, "", ...heading.map((line) => ` ${line}`)].join("\n");
  visit(yaml, {
    Pair: (_key, pair) => {
      const name = isScalar(pair.key) ? String(pair.key.value) : "";
      if (isMap(pair.value) && ONE_LINE.has(name)) pair.value.flow = true;
    },
    Seq: (_key, sequence) => {
      if (sequence.items.every(isScalar)) sequence.flow = true;
    },
  });
  if (isMap(yaml.contents)) spaceSections(yaml.contents);
  const written = new Map<Node, string[]>();
  for (const { path, text } of remarks) {
    const line = lineOf(yaml, path);
    if (line !== null) written.set(line, [...(written.get(line) ?? []), text]);
  }
  for (const [node, texts] of written) node.comment = ` ${texts.join("; ")}`;
  return yaml.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function spaceSections(contents: YAMLMap): void {
  contents.items.forEach((pair, index) => {
    if (index > 0 && isScalar(pair.key)) pair.key.spaceBefore = true;
  });
}

/** The value whose line a remark goes behind: the one at the path, or what holds it on one line. */
function lineOf(yaml: Document, path: Path): Node | null {
  let node: unknown = yaml.contents;
  for (const step of path) {
    if (isSeq(node)) node = node.items[Number(step)];
    else if (isMap(node)) node = pairOf(node, String(step))?.value;
    else return null;
    if (isFlow(node)) break;
  }
  if (isScalar(node)) return node;
  return isFlow(node) ? node : null;
}

function isFlow(node: unknown): node is Node {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isPair(pair) && isScalar(pair.key) && pair.key.value === key);
}
