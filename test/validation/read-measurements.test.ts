import { describe, expect, it } from "vitest";
import { readMeasurements } from "../../src/validation/read-measurements.ts";

const LLM =
  "id,chip_id,chip,chips,model_id,model,weights_precision,tp,input_tokens,output_tokens,batch,scenario,framework,metric,value,unit,grade,note";
const line = (id: string, value: string, scenario = "offline", metric = "tpot_ms", note = "") =>
  `${id},h100,H100,1,m,M,fp8,1,128,128,64,${scenario},vllm,${metric},${value},ms,A,${note}`;

const read = (...lines: string[]) => readMeasurements(lines.join("\n"), "my.csv");

describe("a good file", () => {
  it("gives its rows with their lines, quoted commas and line breaks included", () => {
    const { rows, problems } = read(
      LLM,
      line("a", "10", "offline", "tpot_ms", '"two\nlines, one cell"'),
      line("b", "20"),
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ id, line: at }) => [id, at])).toEqual([
      ["a", 2],
      ["b", 4],
    ]);
    expect(rows[0]?.fields["note"]).toBe("two\nlines, one cell");
  });

  it("may begin with a byte order mark and end its lines as Windows does", () => {
    const { rows, problems } = readMeasurements(`\u{FEFF}${LLM}\r\n${line("a", "1")}\r\n`, "w.csv");
    expect(problems).toEqual([]);
    expect(rows).toHaveLength(1);
  });

  it.each([
    ["llm-inference", LLM],
    ["vision", "id,chip,metric,value,unit,input_shape,sequence_length,scenario"],
    ["training", "id,chip,metric,value,unit,global_batch_sequences,micro_batch,zero_stage"],
    ["operators", "id,chip,metric,value,unit,op,M,N,K,bytes"],
  ])("is told to be %s by its columns", (set, header) => {
    const names = header.split(",");
    const cells = names.map((name) => (["value", "M", "N", "K"].includes(name) ? "1" : "x"));
    const kept = cells.map((text, index) =>
      /tokens|length|batch|stage|bytes|chips|tp|grade/u.test(names[index] ?? "") ? "" : text,
    );
    expect(read(header, kept.join(",")).rows.map((row) => row.set)).toEqual([set]);
  });

  it("is the set of serving points when every row is a latency at steady concurrency", () => {
    const points = read(LLM, line("a", "1", "server"), line("b", "1", "server", "ttft_ms"));
    expect(points.rows.map((row) => row.set)).toEqual(["serving-points", "serving-points"]);
    const mixed = read(LLM, line("a", "1", "server"), line("b", "1", "offline"));
    expect(mixed.rows.map((row) => row.set)).toEqual(["llm-inference", "llm-inference"]);
  });
});

describe("a bad file", () => {
  const messages = (...lines: string[]) =>
    read(...lines).problems.map(({ line: at, message }) => `${at}: ${message}`);

  it("with a header of no set says which sets there are", () => {
    expect(messages("a,b,c", "1,2,3")).toEqual([
      expect.stringMatching(/^1: the header belongs to no set.*operators \(op, M, N, K, bytes\)$/u),
    ]);
  });

  it("names missing columns", () => {
    expect(messages("id,chip,metric,op,M,N,K,bytes", "x")).toEqual([
      "1: operators without the columns value, unit",
    ]);
  });

  it("that is empty says so", () => {
    expect(messages("")).toEqual(["1: the file is empty"]);
  });

  it("with an open quote is no CSV file", () => {
    expect(messages(LLM, 'a,"b')).toEqual([expect.stringContaining("not a CSV file")]);
  });

  it("gives the rows that can be read, and the place of each fault", () => {
    const { rows, problems } = read(
      LLM,
      line("a", "fast"),
      line("b", "0"),
      line("", "5"),
      line("c", "7"),
      line("c", "8"),
      "d,h100",
      line("e", "1").replace(",A,", ",D,"),
    );
    expect(rows.map(({ id }) => id)).toEqual(["c"]);
    expect(problems.map(({ file, line: at, message }) => `${file}:${at}: ${message}`)).toEqual([
      'my.csv:2: column value: "fast" is not a number of at least 0',
      'my.csv:3: column value: "0" is not above 0',
      "my.csv:4: column id is empty",
      "my.csv:6: id c was used in line 5 already",
      "my.csv:7: 2 cells where the header has 18 columns",
      'my.csv:8: column grade: "D" is not one of A, B, C, X',
    ]);
  });
});
