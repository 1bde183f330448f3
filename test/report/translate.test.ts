import { describe, expect, it } from "vitest";
import { translateDocument, translator, type Translation } from "../../src/report/translate.ts";
import { wrap, displayWidth } from "../../src/report/terminal/width.ts";

/** A language in capitals, so that what was translated is seen. */
const LOUD: Translation = {
  joiner: " / ",
  words: { cost: "COST", Chip: "CHIP", rent: "RENT", days: "DAYS" },
  sentences: [
    ["Take {name}.", "TAKE {name}!"],
    ["Mind {what*}.", "MIND {what*}!"],
    ["Buy {rest+}.", "BUY {rest*}!"],
    ["{a*}; then {b}", "{a*} THEN {b}"],
    ["nearest {list}", "NEAREST {list~}"],
    ["{n#} chips", "{n} CHIPS"],
    ["{path@} at {to}", "{path} AT {to*}"],
    ["beaten: {pairs}", "BEATEN: {pairs>}"],
    ['they say "{words+}" of it', "THEY SAY «{words}» OF IT"],
  ],
  phrases: [[" by {p#} (limit {l#})", " BY {p} (LIMIT {l})"]],
};

describe("a translator", () => {
  const translate = translator(LOUD);

  it("knows whole words and sentences with names in them, which it keeps", () => {
    expect(translate("cost")).toBe("COST");
    expect(translate("Take H100 SXM5 80GB.")).toBe("TAKE H100 SXM5 80GB!");
  });

  it("translates what a sentence names, where the language says so", () => {
    expect(translate("Mind cost.")).toBe("MIND COST!");
    expect(translate("Buy cost; then wait.")).toBe("BUY COST THEN wait!");
  });

  it("takes texts of several sentences or clauses apart", () => {
    expect(translate("Take A. Mind cost.")).toBe("TAKE A!MIND COST!");
    expect(translate("cost; 3 chips")).toBe("COST / 3 CHIPS");
  });

  it("replaces phrases between names, figures with their units", () => {
    expect(translate("nearest A (b c) by 2 % (limit 3 k USD), D by 4 % (limit 5 ms)")).toBe(
      "NEAREST A (b c) BY 2 % (LIMIT 3 k USD), D BY 4 % (LIMIT 5 ms)",
    );
  });

  it("translates units that are words, whichever way a figure is named", () => {
    expect(translate("budget.horizon at 90 days")).toBe("budget.horizon AT 90 DAYS");
    expect(translate("nearest A by 2 % (limit 5 days)")).toBe("NEAREST A BY 2 % (LIMIT 5 DAYS)");
    expect(translate("90 days")).toBe("90 DAYS");
    expect(translate("8.59 USD/k request")).toBe("8.59 USD/k request");
  });

  it("takes one word where a path is meant, not a sentence", () => {
    expect(translate("is not built to stand at the edge")).toBe(
      "is not built to stand at the edge",
    );
  });

  it("does not take apart what is quoted, and draws pairs with an arrow", () => {
    expect(translate('they say "safe; sound" of it')).toBe("THEY SAY «safe; sound» OF IT");
    expect(translate("beaten: A by B, C by D")).toBe("BEATEN: A → B, C → D");
  });

  it("leaves no comma or space of English between words of Chinese", () => {
    const chinese = translator({
      ...LOUD,
      sentences: [["{a*}, {b*}", "{a*}, {b*} 低"]],
      words: { high: "高", mean: "平均" },
    });
    expect(chinese("high, mean")).toBe("高、平均低");
  });

  it("leaves what it does not know, and tells", () => {
    const missing: string[] = [];
    expect(translator(LOUD, (text) => missing.push(text))("Something else. Take A.")).toBe(
      "Something else.TAKE A!",
    );
    expect(missing).toEqual(["Something else."]);
  });

  it("does not take ids and figures for words that are missing", () => {
    const missing: string[] = [];
    translator(LOUD, (text) => missing.push(text))("12.5 MWh");
    expect(missing).toEqual([]);
  });
});

describe("a translated document", () => {
  it("keeps names, commands and figures", () => {
    const document = translateDocument(
      {
        blocks: [
          {
            kind: "table",
            table: {
              columns: [
                { id: "name", title: "Chip", type: "name" },
                { id: "ownership", title: "cost", type: "text" },
                { id: "a", title: "cost", type: "sum", shortensTitle: true },
                { id: "n", title: "n", type: "quantity", unit: "s" },
              ],
              rows: [
                [
                  { value: "rent" },
                  { value: "rent", tone: "good" },
                  { value: "cost" },
                  { value: 1 },
                ],
              ],
            },
          },
          { kind: "next", why: "cost", command: "chipselect explain cost" },
        ],
      },
      translator(LOUD),
    );
    const [block, next] = document.blocks;
    if (block?.kind !== "table") throw new Error("a table stays a table");
    expect(block.table.columns.map(({ title }) => title)).toEqual(["CHIP", "COST", "cost", "n"]);
    expect(block.table.rows[0]?.map(({ value }) => value)).toEqual(["rent", "RENT", "cost", 1]);
    expect(next).toEqual({ kind: "next", why: "COST", command: "chipselect explain cost" });
  });
});

describe("Chinese prose", () => {
  it("breaks between characters, never before a closing mark", () => {
    const text = "成本不含人员、维修与备件、软件许可、税费以及到站点的网络。";
    for (let width = 10; width < 40; width++) {
      const lines = wrap(text, width);
      expect(lines.join("")).toBe(text);
      expect(lines.every((line) => displayWidth(line) <= width)).toBe(true);
      expect(lines.some((line) => /^[、。，：；）”]/u.test(line))).toBe(false);
    }
  });

  it("keeps numbers with their units, and words whole", () => {
    const lines = wrap("首 token 时延 969 ms，限制 1 s（差 26 %）。", 12);
    expect(lines.join("\n")).toContain("969 ms");
    expect(lines.join("\n")).toContain("26 %");
    expect(lines.join("\n")).toContain("token");
  });
});
