/** What `chipselect explain CODE` says about a diagnostic. */
export interface CodeInfo {
  readonly title: string;
  readonly explanation: string;
}

/** Every code that reading a file can give. Codes are stable: a retired one is never used again. */
export const CODES = {
  CS1001: {
    title: "file not found",
    explanation:
      "No file has this name. Paths are relative to the directory that the command runs in; paths inside a workload file are relative to that file.",
  },
  CS1002: {
    title: "not a file",
    explanation: "The path names a directory or a device. Name one YAML file.",
  },
  CS1003: {
    title: "file cannot be read",
    explanation:
      "The operating system refused to open or read the file. Check its permissions and those of its directory.",
  },
  CS1004: {
    title: "file too large",
    explanation:
      "A file that a person writes is a few kilobytes. A larger one is refused before it is parsed, so that a wrong file name never costs minutes.",
  },
  CS1005: {
    title: "not a text file",
    explanation:
      "The file is not UTF-8 text: it holds zero bytes or byte sequences that UTF-8 does not allow. Save it as UTF-8.",
  },
  CS1006: {
    title: "empty file",
    explanation:
      "The file holds nothing but white space and comments. `chipselect init` writes a commented template.",
  },
  CS1010: {
    title: "YAML syntax error",
    explanation:
      "The text is not well-formed YAML 1.2. Usual causes: uneven indentation, a missing space after a colon, an unclosed quote or bracket, a value that starts with %, @, ` or & and is not quoted.",
  },
  CS1011: {
    title: "tab used for indentation",
    explanation: "YAML forbids tabs in indentation. Use two spaces a level.",
  },
  CS1012: {
    title: "key given twice",
    explanation:
      "A mapping has the same key twice, so one of the values would be lost. Keep one of them.",
  },
  CS1013: {
    title: "several documents in one file",
    explanation:
      "A line `---` in the middle of a file starts a second YAML document. chipselect reads one document a file.",
  },
  CS1014: {
    title: "unknown anchor",
    explanation:
      "`*name` repeats the value that `&name` marked earlier in the file. No such mark exists before it.",
  },
  CS1015: {
    title: "aliases expand too far",
    explanation:
      "Aliases of aliases multiply; a few lines can stand for billions of values (a YAML bomb). The file is refused before it is expanded.",
  },
  CS1016: {
    title: "alias inside its own anchor",
    explanation: "A value that contains itself has no end and cannot be read.",
  },
  CS1017: {
    title: "nested too deeply",
    explanation: "No chipselect file needs more than a dozen levels. Look for unclosed brackets.",
  },
  CS1018: {
    title: "unknown tag",
    explanation:
      "`!name` asks for a custom type. chipselect files hold plain text, numbers, lists and mappings. A text that starts with `!` needs quotes.",
  },
  CS1019: {
    title: "key is not a plain word",
    explanation: "Keys are plain words. A list or a mapping cannot be a key.",
  },
  CS1101: {
    title: "unknown key",
    explanation:
      "The format has no such key at this place. It would be ignored, and a misspelt limit that is ignored is worse than an error. `chipselect schema workload` prints the format.",
  },
  CS1102: {
    title: "missing key",
    explanation: "A key that has no default is missing.",
  },
  CS1103: {
    title: "wrong kind of value",
    explanation:
      "The value is of another kind (text, number, list, mapping, true or false) than the key takes. YAML 1.2 reads `yes` as text, and an empty value as nothing.",
  },
  CS1104: {
    title: "value not in the list",
    explanation: "The key takes one of a fixed list of values.",
  },
  CS1105: {
    title: "value has the wrong form",
    explanation:
      "The text does not have the form that the key needs, such as a date written 2027-01-31.",
  },
  CS1106: {
    title: "list too short or too long",
    explanation: "The list needs at least one entry, has too many, or names one twice.",
  },
  CS1107: {
    title: "key does not belong here",
    explanation:
      "The key exists, but not for this kind of task: `latency` limits a request, `within` bounds a training run.",
  },
  CS1108: {
    title: "exactly one of several keys",
    explanation:
      "Some keys are alternatives, such as the load of an inference task: rate, users, frames or volume. Give exactly one.",
  },
  CS1201: {
    title: "not a quantity",
    explanation:
      'Quantities are a number and a unit: "80 GB", "40 ms", "2.5 M USD", "20 requests/s", "50 %". Decimal prefixes (GB = 10^9 bytes) and binary ones (GiB = 2^30) are kept apart; b is a bit, B a byte; m is milli, M is mega or million.',
  },
  CS1202: {
    title: "quantity out of bounds",
    explanation:
      "The quantity is zero where that makes no sense, or beyond anything that exists. Usually the unit is wrong.",
  },
  CS1301: {
    title: "unknown model",
    explanation:
      "The catalogue has no model of this id. `chipselect catalog list models` lists them. A model of your own is given as {huggingFace: ./config.json} or {profile: {...}}.",
  },
  CS1302: {
    title: "unknown name",
    explanation:
      "A list of chips, vendors, classes, stacks or form factors names one that the catalogue does not have. `chipselect catalog list` shows the names.",
  },
  CS1303: {
    title: "unknown criterion",
    explanation:
      "`preferences.weights` takes the ids of the criteria; `chipselect explain` describes each.",
  },
  CS1304: {
    title: "model file cannot be used",
    explanation:
      "The Hugging Face config.json that the task names is missing, is not JSON, or lacks what the simulation needs.",
  },
  CS1305: {
    title: "model profile cannot be used",
    explanation: "The model profile that is written in the workload file is not a valid one.",
  },
  CS1401: {
    title: "contradictory latency limits",
    explanation:
      "The whole answer cannot be due before its first token. End to end = time to first token + time per output token × (output tokens − 1).",
  },
  CS1402: {
    title: "tail below the mean",
    explanation:
      "The 95th percentile of a length cannot be below its mean for the distributions that are simulated.",
  },
  CS1403: {
    title: "allowed and denied at once",
    explanation: "A name stands in the allow list and in the deny list of the same filter.",
  },
  CS1404: {
    title: "no weight above zero",
    explanation: "Weights are relative; at least one criterion must count.",
  },
  CS1405: {
    title: "task id used twice",
    explanation: "Reports name tasks by their id, so it must be unique in the file.",
  },
  CS1406: {
    title: "load does not fit the mode",
    explanation:
      "interactive takes rate or users (a person waits), streaming takes frames (a fixed rate), batch takes volume or rate (only throughput counts).",
  },
  CS1407: {
    title: "limit does not apply",
    explanation:
      "The limit can never bind in this workload, so it is probably meant for something else.",
  },
  CS1408: {
    title: "growth after the horizon",
    explanation:
      "The growth target lies after the end of the budget horizon, when the hardware may have been replaced. Growth counts in the criterion scalability alone: costs are those of today's demand, over the horizon.",
  },
  CS1409: {
    title: "limit implied by others",
    explanation:
      "Two limits speak about the same time and one is tighter, so the other never binds. The plan meets both.",
  },
  CS1410: {
    title: "contradictory training sizes",
    explanation:
      "One optimizer step cannot take more than the whole training run, nor less than one sequence.",
  },
  CS1411: {
    title: "precision cannot be used here",
    explanation:
      "Training keeps gradients, for which formats of eight bits and less need a 16-bit companion. Only training has an optimizer, whose moments are kept in fp32, bf16, fp16, fp8 or int8 (in blocks) beside an FP32 master copy.",
  },
  CS1412: {
    title: "ownership does not fit the place",
    explanation:
      "A chip built into a vehicle or a device is bought; it cannot be rented by the hour.",
  },
  CS1501: {
    title: "not a file of measurements",
    explanation:
      "`chipselect validate` reads CSV files (RFC 4180) in the columns of the files in profiles/measurements/ and tells the sets apart by their header. Each row has as many cells as the header, an id of its own, and figures that are numbers. A row of an unknown chip or model is no fault: it is skipped, with the reason.",
  },
  CS1601: {
    title: "unknown criterion or alternative",
    explanation:
      "The matrix names a criterion or an alternative that it does not define. Weights, orders, values and shared errors use the ids under criteria: and alternatives:.",
  },
  CS1602: {
    title: "id given twice",
    explanation: "Two criteria, two alternatives or two shared errors have the same id.",
  },
  CS1603: {
    title: "value function that cannot be drawn",
    explanation:
      "A value function needs the figures that its shape names (linear and log: worst and best; saturating: worst and enough; target: low, target, high; piecewise: points of rising figures and values from 0 to 1), with two different ends, above 0 on a log range, and in agreement with the direction of the criterion.",
  },
  CS1604: {
    title: "comparisons that contradict each other",
    explanation:
      "A matrix of pairwise comparisons is square, has 1 on its diagonal, and each entry below the diagonal is the inverse of the one above: if a is 3 times as important as b, b is 1/3 as important as a. Best-worst comparisons give 1 for the best and the worst themselves.",
  },
  CS1605: {
    title: "figures missing or too many",
    explanation:
      "An alternative has one figure for each criterion, in their order or by id. A figure that nobody knows is written null: it then counts as the worst end of the range, and the report says what it could be worth.",
  },
  CS1606: {
    title: "weights that cannot be",
    explanation:
      "Some criterion needs a weight above 0, an order names each criterion once, and intervals of weights must leave room for weights that add up to 1 and keep the stated order.",
  },
  CS1607: {
    title: "unknown method",
    explanation:
      "The methods that `chipselect rank` knows are listed by `chipselect explain`. Each method reads its own options only.",
  },
  CS1608: {
    title: "uncertainty that does not fit",
    explanation:
      "The interval of a figure holds the figure. Relative errors (low and high, or factor) need figures above 0; a deviation is an absolute error.",
  },
  CS1801: {
    title: "not an axis of a sweep",
    explanation:
      "`chipselect sweep --over KEY=a,b,c` varies one key of the workload file, written as a dotted path (`demand.tasks.chat.rate`), or of a chip (`chip.h100-sxm.memory.bandwidth`). Values are written as in the file and stand between commas; `x0.5` is a multiple of what is there; `10..80/8 GB` eight values evenly spaced and `1..64*2` powers of two, both ends included.",
  },
  CS1802: {
    title: "nothing there to vary",
    explanation:
      "The key of an axis leads nowhere: the list has no such entry, the value is not a mapping, the catalogue has no such chip, or a chip has no such figure.",
  },
  CS1803: {
    title: "nothing to multiply",
    explanation:
      "`x2` multiplies the number that stands in the workload file or in the catalogue; there is none at this key.",
  },
  CS1804: {
    title: "a chip that contradicts itself",
    explanation:
      "No such chip can be: it idles at more than its peak power, its cores and clock cannot do its peak, or its system does not join as many chips.",
  },
  CS1901: {
    title: "not a saved result",
    explanation:
      "`chipselect report` and `chipselect compare` read what `chipselect evaluate --format json` or `--report json=FILE` wrote, of schemaVersion 1. `chipselect schema result` prints its form.",
  },
} as const satisfies Record<string, CodeInfo>;

export type Code = keyof typeof CODES;

export function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text);
}
