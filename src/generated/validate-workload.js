var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// <stdin>
var validate = validate21;
var stdin_default = validate21;
var schema6 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "workload.schema.json", "title": "chipselect workload", "description": "A workload and its limits: what runs, how much of it, for how much money and power, and what may be chosen. Quantities carry units.", "type": "object", "additionalProperties": false, "required": ["scenario", "demand"], "properties": { "scenario": { "title": "Scenario", "description": "What the workload is for and where it runs.", "type": "object", "additionalProperties": false, "properties": { "name": { "description": "Title of the report.", "type": "string", "minLength": 1, "maxLength": 120, "examples": ["Support chat, 70B class"] }, "application": { "description": "Field of use.", "type": "string", "enum": ["voice-assistant", "autonomous-driving", "medical-imaging", "big-data-analytics", "edge-image-recognition", "natural-language-services", "industrial-inspection", "scientific-computing", "education", "smart-city-video", "pre-training", "fine-tuning", "recommendation", "other"], "default": "other" }, "description": { "description": "Free text for readers of the file.", "type": "string", "maxLength": 4e3 }, "place": { "description": "Where the chips stand. Decides which kinds of chip can be deployed at all.", "type": "string", "enum": ["cloud", "datacenter", "on-premises", "edge", "vehicle", "device"], "enumDescriptions": ["Rented from a cloud provider, or an equal facility.", "A data centre of one's own or colocation.", "A server room or office.", "An unattended box near the data source.", "Built into a vehicle.", "Built into a battery- or cable-powered device."] }, "sites": { "description": "Identical places that each carry the whole demand (cameras, cars, clinics). Money and power count all of them.", "allOf": [{ "$ref": "#/definitions/count" }], "default": 1, "examples": [1, 400, "10 k"] } }, "required": ["name", "place"] }, "demand": { "title": "Demand", "description": "The work itself.", "type": "object", "additionalProperties": false, "properties": { "tasks": { "description": "Tasks that run side by side at each site. A voice assistant has three: speech recognition, language model, speech synthesis.", "type": "array", "minItems": 1, "maxItems": 32, "items": { "$ref": "#/definitions/task" } } }, "required": ["tasks"] }, "budget": { "title": "Budget", "description": "Limits on money and power. A limit that is left out does not bind.", "type": "object", "additionalProperties": false, "properties": { "capital": { "description": "Most that may be spent at the start, all sites.", "allOf": [{ "$ref": "#/definitions/money" }], "examples": ["3 M USD"] }, "monthly": { "description": "Most that may be spent a month, all sites.", "allOf": [{ "$ref": "#/definitions/money" }], "examples": ["100 k USD"] }, "perUnit": { "title": "Price of a unit of work", "description": "Most that one unit of work may cost, everything included.", "type": ["string", "number"], "examples": ["0.50 USD/M tokens", "0.002 USD/request", "0.0001 USD/frame", "5 M USD/run"] }, "power": { "description": "Electrical power of everything at one site, facility overhead included.", "allOf": [{ "$ref": "#/definitions/power" }], "examples": ["50 kW"] }, "energyPrice": { "title": "Price of energy", "description": "What a kilowatt-hour costs.", "type": ["string", "number"], "examples": ["0.10 USD/kWh"], "default": "0.10 USD/kWh" }, "horizon": { "description": "Time over which costs are counted.", "allOf": [{ "$ref": "#/definitions/duration" }], "default": "3 years", "examples": ["3 years"] }, "ownership": { "description": "Buy the chips, rent them, or whichever is cheaper.", "type": "string", "enum": ["own", "rent", "either"], "enumDescriptions": ["Bought, with host, power and hosting.", "Rented by the hour.", "The cheaper of the two."], "default": "either" } } }, "scalability": { "title": "Scalability", "description": "How the demand grows and how large the deployment may become.", "type": "object", "additionalProperties": false, "properties": { "growth": { "title": "Growth", "description": "The demand is this much larger within this time; the cost of getting there is a criterion.", "type": "object", "additionalProperties": false, "properties": { "factor": { "title": "Growth factor", "description": "Demand at the target over demand now, at least 1.", "type": ["number", "string"], "examples": [4] }, "within": { "description": "Time until then.", "allOf": [{ "$ref": "#/definitions/duration" }], "examples": ["24 months"] } }, "required": ["factor", "within"] }, "maxChips": { "description": "Most chips that can be housed at one site.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": [512] } } }, "constraints": { "title": "Constraints", "description": "Hard limits on what may be recommended. A candidate that breaks one is listed with the reason.", "type": "object", "additionalProperties": false, "properties": { "vendors": { "title": "Filter of vendors", "description": "Which vendors may be recommended. An empty or missing allow list admits all; deny wins over allow.", "type": "object", "additionalProperties": false, "properties": { "allow": { "description": "Only these vendors.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["NVIDIA"]] }, "deny": { "description": "None of these vendors.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["NVIDIA"]] } } }, "classes": { "title": "Filter of chip classes", "description": "Which chip classes may be recommended. An empty or missing allow list admits all; deny wins over allow.", "type": "object", "additionalProperties": false, "properties": { "allow": { "description": "Only these chip classes.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["gpu"]] }, "deny": { "description": "None of these chip classes.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["gpu"]] } } }, "chips": { "title": "Filter of chips", "description": "Which chips may be recommended. An empty or missing allow list admits all; deny wins over allow.", "type": "object", "additionalProperties": false, "properties": { "allow": { "description": "Only these chips.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["h100-sxm"]] }, "deny": { "description": "None of these chips.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["h100-sxm"]] } } }, "stacks": { "title": "Filter of software stacks", "description": "Which software stacks may be recommended. An empty or missing allow list admits all; deny wins over allow.", "type": "object", "additionalProperties": false, "properties": { "allow": { "description": "Only these software stacks.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["vllm"]] }, "deny": { "description": "None of these software stacks.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["vllm"]] } } }, "formFactors": { "title": "Filter of form factors", "description": "Which form factors may be recommended. An empty or missing allow list admits all; deny wins over allow.", "type": "object", "additionalProperties": false, "properties": { "allow": { "description": "Only these form factors.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["SXM5"]] }, "deny": { "description": "None of these form factors.", "allOf": [{ "$ref": "#/definitions/nameList" }], "examples": [["SXM5"]] } } }, "safety": { "description": "Lowest acceptable functional-safety level (ISO 26262).", "type": "string", "enum": ["QM", "ASIL-A", "ASIL-B", "ASIL-C", "ASIL-D"] }, "export": { "description": "US export class: unrestricted admits only chips below the thresholds of ECCN 3A090.", "type": "string", "enum": ["any", "unrestricted"], "default": "any" }, "availableBy": { "description": "Chips must be on sale by this date, YYYY-MM-DD.", "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "examples": ["2027-01-01"] }, "chipPower": { "description": "Largest power of a single chip (air cooling, a USB port, a battery).", "allOf": [{ "$ref": "#/definitions/power" }], "examples": ["350 W"] }, "allowEstimates": { "description": "Whether figures that the catalogue estimated may carry a recommendation.", "type": "boolean", "default": true } } }, "preferences": { "title": "Preferences", "description": "What matters how much.", "type": "object", "additionalProperties": false, "properties": { "weights": { "title": "Weights", "description": "Weight of each criterion: any numbers from 0 up, relative to each other. A criterion that is left out weighs 0; without this key the defaults below hold.", "type": "object", "additionalProperties": { "type": "number", "minimum": 0, "maximum": 1e6 }, "properties": { "cost": { "description": "Total cost over the horizon.", "type": "number", "minimum": 0, "maximum": 1e6, "default": 30 }, "performance": { "description": "Headroom over the demand.", "type": "number", "minimum": 0, "maximum": 1e6, "default": 20 }, "energy": { "description": "Energy per unit of work.", "type": "number", "minimum": 0, "maximum": 1e6, "default": 15 }, "latency": { "description": "Latency against its limits.", "type": "number", "minimum": 0, "maximum": 1e6, "default": 10 }, "scalability": { "description": "Cost of the growth target.", "type": "number", "minimum": 0, "maximum": 1e6, "default": 10 }, "software": { "description": "Maturity of the software stack.", "type": "number", "minimum": 0, "maximum": 1e6, "default": 10 }, "risk": { "description": "Doubtful data, accuracy loss, supply.", "type": "number", "minimum": 0, "maximum": 1e6, "default": 5 } }, "examples": [{ "cost": 30, "performance": 20, "energy": 15, "latency": 10, "scalability": 10, "software": 10, "risk": 5 }] } } } }, "definitions": { "count": { "title": "Count", "type": ["string", "number"], "examples": [1, "10 k", "1.28 M", "15 T"] }, "money": { "title": "Amount of money", "type": ["string", "number"], "examples": ["2.5 M USD", "100 k USD", "$31,250"] }, "power": { "title": "Power", "type": ["string", "number"], "examples": ["350 W", "50 kW", "20 MW"] }, "duration": { "title": "Duration", "type": ["string", "number"], "examples": ["40 ms", "8 h", "30 days", "24 months", "3 years"] }, "nameList": { "title": "List of names", "type": "array", "uniqueItems": true, "maxItems": 500, "items": { "type": "string", "minLength": 1 } }, "precision": { "title": "Number format", "type": "string", "enum": ["fp64", "fp32", "tf32", "bf16", "fp16", "fp8", "fp4", "int8", "int4"] }, "precisions": { "title": "Number formats", "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/precision" } }, "else": { "$ref": "#/definitions/precision" } }, "length": { "title": "Length", "type": ["number", "string", "object"], "examples": [1500, { "mean": 1500, "p95": 6e3 }], "if": { "type": "object" }, "then": { "title": "Length", "description": "Mean and tail.", "type": "object", "additionalProperties": false, "properties": { "mean": { "description": "Mean.", "allOf": [{ "$ref": "#/definitions/count" }] }, "p95": { "description": "95th percentile; equals the mean when left out.", "allOf": [{ "$ref": "#/definitions/count" }] } }, "required": ["mean"] } }, "latency": { "title": "Latency limit", "type": ["string", "number", "object"], "examples": ["1 s", { "max": "1 s", "percentile": 95 }], "if": { "type": "object" }, "then": { "title": "Latency limit", "description": "A limit on a percentile.", "type": "object", "additionalProperties": false, "properties": { "max": { "description": "The limit.", "allOf": [{ "$ref": "#/definitions/duration" }] }, "percentile": { "description": "Percentile that must meet the limit, 50 to 99.99; without it the mean must.", "type": "number", "minimum": 50, "maximum": 99.99, "examples": [95, 99] } }, "required": ["max"] } }, "model": { "title": "Model", "description": "Id of a model in the catalogue, or one's own.", "type": ["string", "object"], "minLength": 1, "examples": ["llama3.1-70b", { "huggingFace": "./config.json" }], "if": { "type": "object" }, "then": { "title": "Model of one's own", "description": "Either a Hugging Face config.json or a profile as in profiles/models.", "type": "object", "additionalProperties": false, "properties": { "huggingFace": { "description": "Path of a config.json, relative to this file.", "type": "string", "minLength": 1, "examples": ["./config.json"] }, "profile": { "description": "Model profile in the format of profiles/models (see model.schema.json).", "type": "object" } } } }, "compression": { "title": "Compression", "description": "An allowed way to make the model smaller; the planner may use it or not.", "type": "object", "additionalProperties": false, "properties": { "pruning": { "description": "Remove weights.", "type": "string", "enum": ["structured", "2:4", "unstructured"], "enumDescriptions": ["Whole channels or heads: saves work everywhere.", "Two of four: saves work where the chip has sparse units.", "Single weights: saves memory only."] }, "share": { "title": "Share", "description": "Share of the weights that is removed.", "type": ["string", "number"], "examples": ["50 %", 0.5] }, "distillation": { "description": "A smaller model that answers instead.", "allOf": [{ "$ref": "#/definitions/model" }] }, "accuracyRisk": { "description": "How much accuracy this may cost; counts in the risk criterion.", "type": "string", "enum": ["none", "low", "medium", "high"], "enumDescriptions": ["Shown to be lossless for this model.", "Small, usually recovered by fine-tuning.", "Visible on some inputs.", "Needs its own evaluation."], "default": "low" } } }, "task": { "title": "Task", "description": "One model and its load.", "type": "object", "additionalProperties": false, "required": ["kind", "model"], "properties": { "id": { "description": "Name of the task in reports; `task-1`, `task-2`, \u2026 when left out.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$", "maxLength": 60, "examples": ["chat"] }, "kind": { "description": "What is done with the model.", "type": "string", "enum": ["inference", "training", "fine-tuning"], "enumDescriptions": ["The model answers requests.", "The model is trained from scratch.", "A trained model is adapted."] }, "model": { "$ref": "#/definitions/model" }, "precision": { "title": "Allowed number formats", "description": "Formats that may be used; one format or list for all, or by role. Inference: bf16 and fp16 when left out, training: bf16.", "type": ["string", "array", "object"], "examples": [{ "weights": ["fp8", "bf16"], "activations": ["fp8", "bf16"], "cache": ["fp8", "bf16"] }, "int8"], "if": { "type": "object" }, "then": { "title": "Allowed number formats", "description": "By role.", "type": "object", "additionalProperties": false, "properties": { "weights": { "description": "Formats accepted for weights, best first; one format or a list.", "allOf": [{ "$ref": "#/definitions/precisions" }] }, "activations": { "description": "Formats accepted for activations; when left out, those of the weights and the 16-bit formats, best first; one format or a list.", "allOf": [{ "$ref": "#/definitions/precisions" }] }, "cache": { "description": "Formats accepted for the key/value cache; when left out, the 16-bit formats, best first; one format or a list.", "allOf": [{ "$ref": "#/definitions/precisions" }] } } }, "else": { "$ref": "#/definitions/precisions" } }, "compression": { "description": "Allowed compressions.", "type": "array", "maxItems": 8, "items": { "$ref": "#/definitions/compression" } }, "mode": { "description": "Inference only. Follows from the load when left out: frames are streaming, a volume is batch, anything else is interactive.", "type": "string", "enum": ["interactive", "batch", "streaming"], "enumDescriptions": ["A person waits.", "Only throughput counts.", "Frames at a fixed rate."] }, "rate": { "title": "Request rate", "description": "Inference load: requests per unit of time, at each site.", "type": ["string", "number"], "examples": ["20 requests/s", "1200 requests/min", "5 M requests/day", 20] }, "users": { "title": "Users", "description": "Inference load: people who each wait for the answer, then think.", "type": "object", "additionalProperties": false, "properties": { "concurrent": { "description": "Users at the same time.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": [500] }, "thinkTime": { "description": "Time between an answer and the next request.", "allOf": [{ "$ref": "#/definitions/duration" }], "default": "0 s", "examples": ["20 s"] } }, "required": ["concurrent"] }, "frames": { "title": "Frames", "description": "Inference load: streams of frames at a fixed rate.", "type": "object", "additionalProperties": false, "properties": { "streams": { "description": "Streams (cameras).", "allOf": [{ "$ref": "#/definitions/count" }], "default": 1, "examples": [8] }, "rate": { "title": "Frame rate", "description": "Frames per second of one stream.", "type": ["string", "number"], "examples": ["30 fps", "5 frames/min"] } }, "required": ["rate"] }, "volume": { "title": "Volume", "description": "Inference load: a fixed amount of work before a deadline, over and over.", "type": "object", "additionalProperties": false, "properties": { "requests": { "description": "Requests in all.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": ["10 M"] }, "within": { "description": "Time for all of them.", "allOf": [{ "$ref": "#/definitions/duration" }], "examples": ["8 h"] } }, "required": ["requests", "within"] }, "input": { "description": "Inference: tokens of a request (samples where the model has no tokens, 1 when left out).", "allOf": [{ "$ref": "#/definitions/length" }] }, "output": { "description": "Inference: tokens of an answer (1 where the model has no tokens).", "allOf": [{ "$ref": "#/definitions/length" }] }, "latency": { "title": "Latency limits", "description": "Inference: how long an answer may take. Mean, or a percentile.", "type": "object", "additionalProperties": false, "properties": { "timeToFirstToken": { "description": "From the request to the first token.", "allOf": [{ "$ref": "#/definitions/latency" }] }, "timePerOutputToken": { "description": "Between two tokens after the first.", "allOf": [{ "$ref": "#/definitions/latency" }] }, "endToEnd": { "description": "From the request to the end of the answer.", "allOf": [{ "$ref": "#/definitions/latency" }] } } }, "steps": { "description": "Inference: denoiser iterations of a diffusion model; the model's default when left out.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": [30] }, "tokens": { "description": "Training: tokens of the data set.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": ["300 B", "15 T"] }, "samples": { "description": "Training: samples of the data set, for models without tokens.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": ["1.28 M"] }, "epochs": { "title": "Epochs", "description": "Training: passes over the data set.", "type": ["number", "string"], "default": 1, "examples": [90] }, "within": { "description": "Training: deadline.", "allOf": [{ "$ref": "#/definitions/duration" }], "examples": ["60 days"] }, "sequence": { "description": "Training: tokens of one sequence (1 for models without tokens).", "allOf": [{ "$ref": "#/definitions/count" }], "examples": [2048] }, "globalBatch": { "description": "Training: tokens (or samples) of one optimizer step.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": ["3.2 M tokens", 4096] }, "adapter": { "title": "Adapter", "description": "Fine-tuning: what is trained. Everything when left out.", "type": "object", "additionalProperties": false, "properties": { "method": { "description": "Method.", "type": "string", "enum": ["full", "lora"], "enumDescriptions": ["All parameters.", "Low-rank adapters (Hu et al. 2021)."] }, "trainable": { "title": "Trainable share", "description": "Share of the parameters that is trained.", "type": ["string", "number"], "examples": ["0.5 %"] } }, "required": ["method"] } }, "allOf": [{ "if": { "properties": { "kind": { "const": "inference" } }, "required": ["kind"] }, "then": { "properties": { "tokens": false, "samples": false, "epochs": false, "within": false, "sequence": false, "globalBatch": false, "adapter": false } } }, { "if": { "properties": { "kind": { "enum": ["training", "fine-tuning"] } }, "required": ["kind"] }, "then": { "examples": [{ "within": "60 days", "globalBatch": "4 M tokens" }], "required": ["within", "globalBatch"], "properties": { "mode": false, "rate": false, "users": false, "frames": false, "volume": false, "input": false, "output": false, "latency": false, "steps": false } } }, { "if": { "properties": { "kind": { "const": "training" } }, "required": ["kind"] }, "then": { "properties": { "adapter": false } } }], "examples": [{ "kind": "inference", "model": "llama3.1-70b" }] } } };
var func2 = require_ucs2length().default;
var func5 = Object.prototype.hasOwnProperty;
var schema7 = { "title": "Count", "type": ["string", "number"], "examples": [1, "10 k", "1.28 M", "15 T"] };
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema7.type }, schema: schema7.type, parentSchema: schema7, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var schema8 = { "title": "Task", "description": "One model and its load.", "type": "object", "additionalProperties": false, "required": ["kind", "model"], "properties": { "id": { "description": "Name of the task in reports; `task-1`, `task-2`, \u2026 when left out.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9_.-]*$", "maxLength": 60, "examples": ["chat"] }, "kind": { "description": "What is done with the model.", "type": "string", "enum": ["inference", "training", "fine-tuning"], "enumDescriptions": ["The model answers requests.", "The model is trained from scratch.", "A trained model is adapted."] }, "model": { "$ref": "#/definitions/model" }, "precision": { "title": "Allowed number formats", "description": "Formats that may be used; one format or list for all, or by role. Inference: bf16 and fp16 when left out, training: bf16.", "type": ["string", "array", "object"], "examples": [{ "weights": ["fp8", "bf16"], "activations": ["fp8", "bf16"], "cache": ["fp8", "bf16"] }, "int8"], "if": { "type": "object" }, "then": { "title": "Allowed number formats", "description": "By role.", "type": "object", "additionalProperties": false, "properties": { "weights": { "description": "Formats accepted for weights, best first; one format or a list.", "allOf": [{ "$ref": "#/definitions/precisions" }] }, "activations": { "description": "Formats accepted for activations; when left out, those of the weights and the 16-bit formats, best first; one format or a list.", "allOf": [{ "$ref": "#/definitions/precisions" }] }, "cache": { "description": "Formats accepted for the key/value cache; when left out, the 16-bit formats, best first; one format or a list.", "allOf": [{ "$ref": "#/definitions/precisions" }] } } }, "else": { "$ref": "#/definitions/precisions" } }, "compression": { "description": "Allowed compressions.", "type": "array", "maxItems": 8, "items": { "$ref": "#/definitions/compression" } }, "mode": { "description": "Inference only. Follows from the load when left out: frames are streaming, a volume is batch, anything else is interactive.", "type": "string", "enum": ["interactive", "batch", "streaming"], "enumDescriptions": ["A person waits.", "Only throughput counts.", "Frames at a fixed rate."] }, "rate": { "title": "Request rate", "description": "Inference load: requests per unit of time, at each site.", "type": ["string", "number"], "examples": ["20 requests/s", "1200 requests/min", "5 M requests/day", 20] }, "users": { "title": "Users", "description": "Inference load: people who each wait for the answer, then think.", "type": "object", "additionalProperties": false, "properties": { "concurrent": { "description": "Users at the same time.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": [500] }, "thinkTime": { "description": "Time between an answer and the next request.", "allOf": [{ "$ref": "#/definitions/duration" }], "default": "0 s", "examples": ["20 s"] } }, "required": ["concurrent"] }, "frames": { "title": "Frames", "description": "Inference load: streams of frames at a fixed rate.", "type": "object", "additionalProperties": false, "properties": { "streams": { "description": "Streams (cameras).", "allOf": [{ "$ref": "#/definitions/count" }], "default": 1, "examples": [8] }, "rate": { "title": "Frame rate", "description": "Frames per second of one stream.", "type": ["string", "number"], "examples": ["30 fps", "5 frames/min"] } }, "required": ["rate"] }, "volume": { "title": "Volume", "description": "Inference load: a fixed amount of work before a deadline, over and over.", "type": "object", "additionalProperties": false, "properties": { "requests": { "description": "Requests in all.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": ["10 M"] }, "within": { "description": "Time for all of them.", "allOf": [{ "$ref": "#/definitions/duration" }], "examples": ["8 h"] } }, "required": ["requests", "within"] }, "input": { "description": "Inference: tokens of a request (samples where the model has no tokens, 1 when left out).", "allOf": [{ "$ref": "#/definitions/length" }] }, "output": { "description": "Inference: tokens of an answer (1 where the model has no tokens).", "allOf": [{ "$ref": "#/definitions/length" }] }, "latency": { "title": "Latency limits", "description": "Inference: how long an answer may take. Mean, or a percentile.", "type": "object", "additionalProperties": false, "properties": { "timeToFirstToken": { "description": "From the request to the first token.", "allOf": [{ "$ref": "#/definitions/latency" }] }, "timePerOutputToken": { "description": "Between two tokens after the first.", "allOf": [{ "$ref": "#/definitions/latency" }] }, "endToEnd": { "description": "From the request to the end of the answer.", "allOf": [{ "$ref": "#/definitions/latency" }] } } }, "steps": { "description": "Inference: denoiser iterations of a diffusion model; the model's default when left out.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": [30] }, "tokens": { "description": "Training: tokens of the data set.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": ["300 B", "15 T"] }, "samples": { "description": "Training: samples of the data set, for models without tokens.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": ["1.28 M"] }, "epochs": { "title": "Epochs", "description": "Training: passes over the data set.", "type": ["number", "string"], "default": 1, "examples": [90] }, "within": { "description": "Training: deadline.", "allOf": [{ "$ref": "#/definitions/duration" }], "examples": ["60 days"] }, "sequence": { "description": "Training: tokens of one sequence (1 for models without tokens).", "allOf": [{ "$ref": "#/definitions/count" }], "examples": [2048] }, "globalBatch": { "description": "Training: tokens (or samples) of one optimizer step.", "allOf": [{ "$ref": "#/definitions/count" }], "examples": ["3.2 M tokens", 4096] }, "adapter": { "title": "Adapter", "description": "Fine-tuning: what is trained. Everything when left out.", "type": "object", "additionalProperties": false, "properties": { "method": { "description": "Method.", "type": "string", "enum": ["full", "lora"], "enumDescriptions": ["All parameters.", "Low-rank adapters (Hu et al. 2021)."] }, "trainable": { "title": "Trainable share", "description": "Share of the parameters that is trained.", "type": ["string", "number"], "examples": ["0.5 %"] } }, "required": ["method"] } }, "allOf": [{ "if": { "properties": { "kind": { "const": "inference" } }, "required": ["kind"] }, "then": { "properties": { "tokens": false, "samples": false, "epochs": false, "within": false, "sequence": false, "globalBatch": false, "adapter": false } } }, { "if": { "properties": { "kind": { "enum": ["training", "fine-tuning"] } }, "required": ["kind"] }, "then": { "examples": [{ "within": "60 days", "globalBatch": "4 M tokens" }], "required": ["within", "globalBatch"], "properties": { "mode": false, "rate": false, "users": false, "frames": false, "volume": false, "input": false, "output": false, "latency": false, "steps": false } } }, { "if": { "properties": { "kind": { "const": "training" } }, "required": ["kind"] }, "then": { "properties": { "adapter": false } } }], "examples": [{ "kind": "inference", "model": "llama3.1-70b" }] };
var pattern0 = new RegExp("^[A-Za-z0-9][A-Za-z0-9_.-]*$", "u");
var schema9 = { "title": "Model", "description": "Id of a model in the catalogue, or one's own.", "type": ["string", "object"], "minLength": 1, "examples": ["llama3.1-70b", { "huggingFace": "./config.json" }], "if": { "type": "object" }, "then": { "title": "Model of one's own", "description": "Either a Hugging Face config.json or a profile as in profiles/models.", "type": "object", "additionalProperties": false, "properties": { "huggingFace": { "description": "Path of a config.json, relative to this file.", "type": "string", "minLength": 1, "examples": ["./config.json"] }, "profile": { "description": "Model profile in the format of profiles/models (see model.schema.json).", "type": "object" } } } };
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema9.type }, schema: schema9.type, parentSchema: schema9, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        if (!(key0 === "huggingFace" || key0 === "profile")) {
          const err2 = { instancePath, schemaPath: "#/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema9.then, data };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
      if (data.huggingFace !== void 0) {
        let data0 = data.huggingFace;
        if (typeof data0 === "string") {
          if (func2(data0) < 1) {
            const err3 = { instancePath: instancePath + "/huggingFace", schemaPath: "#/then/properties/huggingFace/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema9.then.properties.huggingFace, data: data0 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        } else {
          const err4 = { instancePath: instancePath + "/huggingFace", schemaPath: "#/then/properties/huggingFace/type", keyword: "type", params: { type: "string" }, schema: schema9.then.properties.huggingFace.type, parentSchema: schema9.then.properties.huggingFace, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
      if (data.profile !== void 0) {
        let data1 = data.profile;
        if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
          const err5 = { instancePath: instancePath + "/profile", schemaPath: "#/then/properties/profile/type", keyword: "type", params: { type: "object" }, schema: schema9.then.properties.profile.type, parentSchema: schema9.then.properties.profile, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      }
    } else {
      const err6 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" }, schema: schema9.then.type, parentSchema: schema9.then, data };
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err7 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema9.if, parentSchema: schema9, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  if (typeof data === "string") {
    if (func2(data) < 1) {
      const err8 = { instancePath, schemaPath: "#/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema9, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
  }
  validate25.errors = vErrors;
  return errors === 0;
}
var schema10 = { "title": "Number formats", "type": ["string", "array"], "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "$ref": "#/definitions/precision" } }, "else": { "$ref": "#/definitions/precision" } };
var schema11 = { "title": "Number format", "type": "string", "enum": ["fp64", "fp32", "tf32", "bf16", "fp16", "fp8", "fp4", "int8", "int4"] };
function validate28(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" }, schema: schema11.type, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "fp64" || data === "fp32" || data === "tf32" || data === "bf16" || data === "fp16" || data === "fp8" || data === "fp4" || data === "int8" || data === "int4")) {
    const err1 = { instancePath, schemaPath: "#/enum", keyword: "enum", params: { allowedValues: schema11.enum }, schema: schema11.enum, parentSchema: schema11, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate28.errors = vErrors;
  return errors === 0;
}
var func0 = require_equal().default;
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema10.type }, schema: schema10.type, parentSchema: schema10, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  let ifClause0;
  if (_valid0) {
    const _errs4 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err2 = { instancePath, schemaPath: "#/then/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema10.then, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        if (!validate28(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData })) {
          vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
          errors = vErrors.length;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0: for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func0(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, schema: true, parentSchema: schema10.then, data };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "array" }, schema: schema10.then.type, parentSchema: schema10.then, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
    ifClause0 = "then";
  } else {
    const _errs7 = errors;
    if (!validate28(data, { instancePath, parentData, parentDataProperty, rootData })) {
      vErrors = vErrors === null ? validate28.errors : vErrors.concat(validate28.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs7 === errors;
    valid0 = _valid0;
    ifClause0 = "else";
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema10.if, parentSchema: schema10, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate27.errors = vErrors;
  return errors === 0;
}
var schema12 = { "title": "Compression", "description": "An allowed way to make the model smaller; the planner may use it or not.", "type": "object", "additionalProperties": false, "properties": { "pruning": { "description": "Remove weights.", "type": "string", "enum": ["structured", "2:4", "unstructured"], "enumDescriptions": ["Whole channels or heads: saves work everywhere.", "Two of four: saves work where the chip has sparse units.", "Single weights: saves memory only."] }, "share": { "title": "Share", "description": "Share of the weights that is removed.", "type": ["string", "number"], "examples": ["50 %", 0.5] }, "distillation": { "description": "A smaller model that answers instead.", "allOf": [{ "$ref": "#/definitions/model" }] }, "accuracyRisk": { "description": "How much accuracy this may cost; counts in the risk criterion.", "type": "string", "enum": ["none", "low", "medium", "high"], "enumDescriptions": ["Shown to be lossless for this model.", "Small, usually recovered by fine-tuning.", "Visible on some inputs.", "Needs its own evaluation."], "default": "low" } } };
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "pruning" || key0 === "share" || key0 === "distillation" || key0 === "accuracyRisk")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema12, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.pruning !== void 0) {
      let data0 = data.pruning;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/pruning", schemaPath: "#/properties/pruning/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.pruning.type, parentSchema: schema12.properties.pruning, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (!(data0 === "structured" || data0 === "2:4" || data0 === "unstructured")) {
        const err2 = { instancePath: instancePath + "/pruning", schemaPath: "#/properties/pruning/enum", keyword: "enum", params: { allowedValues: schema12.properties.pruning.enum }, schema: schema12.properties.pruning.enum, parentSchema: schema12.properties.pruning, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.share !== void 0) {
      let data1 = data.share;
      if (typeof data1 !== "string" && !(typeof data1 == "number" && isFinite(data1))) {
        const err3 = { instancePath: instancePath + "/share", schemaPath: "#/properties/share/type", keyword: "type", params: { type: schema12.properties.share.type }, schema: schema12.properties.share.type, parentSchema: schema12.properties.share, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.distillation !== void 0) {
      if (!validate25(data.distillation, { instancePath: instancePath + "/distillation", parentData: data, parentDataProperty: "distillation", rootData })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
    if (data.accuracyRisk !== void 0) {
      let data3 = data.accuracyRisk;
      if (typeof data3 !== "string") {
        const err4 = { instancePath: instancePath + "/accuracyRisk", schemaPath: "#/properties/accuracyRisk/type", keyword: "type", params: { type: "string" }, schema: schema12.properties.accuracyRisk.type, parentSchema: schema12.properties.accuracyRisk, data: data3 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (!(data3 === "none" || data3 === "low" || data3 === "medium" || data3 === "high")) {
        const err5 = { instancePath: instancePath + "/accuracyRisk", schemaPath: "#/properties/accuracyRisk/enum", keyword: "enum", params: { allowedValues: schema12.properties.accuracyRisk.enum }, schema: schema12.properties.accuracyRisk.enum, parentSchema: schema12.properties.accuracyRisk, data: data3 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema12.type, parentSchema: schema12, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
var schema13 = { "title": "Duration", "type": ["string", "number"], "examples": ["40 ms", "8 h", "30 days", "24 months", "3 years"] };
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema13.type }, schema: schema13.type, parentSchema: schema13, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate39.errors = vErrors;
  return errors === 0;
}
var schema14 = { "title": "Length", "type": ["number", "string", "object"], "examples": [1500, { "mean": 1500, "p95": 6e3 }], "if": { "type": "object" }, "then": { "title": "Length", "description": "Mean and tail.", "type": "object", "additionalProperties": false, "properties": { "mean": { "description": "Mean.", "allOf": [{ "$ref": "#/definitions/count" }] }, "p95": { "description": "95th percentile; equals the mean when left out.", "allOf": [{ "$ref": "#/definitions/count" }] } }, "required": ["mean"] } };
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!(typeof data == "number" && isFinite(data)) && typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema14.type }, schema: schema14.type, parentSchema: schema14, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.mean === void 0) {
        const err2 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "mean" }, schema: schema14.then.required, parentSchema: schema14.then, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "mean" || key0 === "p95")) {
          const err3 = { instancePath, schemaPath: "#/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema14.then, data };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (data.mean !== void 0) {
        if (!validate22(data.mean, { instancePath: instancePath + "/mean", parentData: data, parentDataProperty: "mean", rootData })) {
          vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
          errors = vErrors.length;
        }
      }
      if (data.p95 !== void 0) {
        if (!validate22(data.p95, { instancePath: instancePath + "/p95", parentData: data, parentDataProperty: "p95", rootData })) {
          vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
          errors = vErrors.length;
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" }, schema: schema14.then.type, parentSchema: schema14.then, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema14.if, parentSchema: schema14, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
var schema15 = { "title": "Latency limit", "type": ["string", "number", "object"], "examples": ["1 s", { "max": "1 s", "percentile": 95 }], "if": { "type": "object" }, "then": { "title": "Latency limit", "description": "A limit on a percentile.", "type": "object", "additionalProperties": false, "properties": { "max": { "description": "The limit.", "allOf": [{ "$ref": "#/definitions/duration" }] }, "percentile": { "description": "Percentile that must meet the limit, 50 to 99.99; without it the mean must.", "type": "number", "minimum": 50, "maximum": 99.99, "examples": [95, 99] } }, "required": ["max"] } };
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data)) && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema15.type }, schema: schema15.type, parentSchema: schema15, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs1 = errors;
  let valid0 = true;
  const _errs2 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs2 === errors;
  errors = _errs1;
  if (vErrors !== null) {
    if (_errs1) {
      vErrors.length = _errs1;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.max === void 0) {
        const err2 = { instancePath, schemaPath: "#/then/required", keyword: "required", params: { missingProperty: "max" }, schema: schema15.then.required, parentSchema: schema15.then, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "max" || key0 === "percentile")) {
          const err3 = { instancePath, schemaPath: "#/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema15.then, data };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      if (data.max !== void 0) {
        if (!validate39(data.max, { instancePath: instancePath + "/max", parentData: data, parentDataProperty: "max", rootData })) {
          vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
          errors = vErrors.length;
        }
      }
      if (data.percentile !== void 0) {
        let data1 = data.percentile;
        if (typeof data1 == "number" && isFinite(data1)) {
          if (data1 > 99.99 || isNaN(data1)) {
            const err4 = { instancePath: instancePath + "/percentile", schemaPath: "#/then/properties/percentile/maximum", keyword: "maximum", params: { comparison: "<=", limit: 99.99 }, schema: 99.99, parentSchema: schema15.then.properties.percentile, data: data1 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          if (data1 < 50 || isNaN(data1)) {
            const err5 = { instancePath: instancePath + "/percentile", schemaPath: "#/then/properties/percentile/minimum", keyword: "minimum", params: { comparison: ">=", limit: 50 }, schema: 50, parentSchema: schema15.then.properties.percentile, data: data1 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        } else {
          const err6 = { instancePath: instancePath + "/percentile", schemaPath: "#/then/properties/percentile/type", keyword: "type", params: { type: "number" }, schema: schema15.then.properties.percentile.type, parentSchema: schema15.then.properties.percentile, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      }
    } else {
      const err7 = { instancePath, schemaPath: "#/then/type", keyword: "type", params: { type: "object" }, schema: schema15.then.type, parentSchema: schema15.then, data };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
    var _valid0 = _errs4 === errors;
    valid0 = _valid0;
  }
  if (!valid0) {
    const err8 = { instancePath, schemaPath: "#/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema15.if, parentSchema: schema15, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.kind === void 0 && (missing0 = "kind")) {
      const err0 = {};
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    } else {
      if (data.kind !== void 0) {
        if ("inference" !== data.kind) {
          const err1 = {};
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.tokens !== void 0) {
        const err2 = { instancePath: instancePath + "/tokens", schemaPath: "#/allOf/0/then/properties/tokens/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[0].then.properties.tokens, data: data.tokens };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (data.samples !== void 0) {
        const err3 = { instancePath: instancePath + "/samples", schemaPath: "#/allOf/0/then/properties/samples/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[0].then.properties.samples, data: data.samples };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (data.epochs !== void 0) {
        const err4 = { instancePath: instancePath + "/epochs", schemaPath: "#/allOf/0/then/properties/epochs/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[0].then.properties.epochs, data: data.epochs };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (data.within !== void 0) {
        const err5 = { instancePath: instancePath + "/within", schemaPath: "#/allOf/0/then/properties/within/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[0].then.properties.within, data: data.within };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (data.sequence !== void 0) {
        const err6 = { instancePath: instancePath + "/sequence", schemaPath: "#/allOf/0/then/properties/sequence/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[0].then.properties.sequence, data: data.sequence };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (data.globalBatch !== void 0) {
        const err7 = { instancePath: instancePath + "/globalBatch", schemaPath: "#/allOf/0/then/properties/globalBatch/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[0].then.properties.globalBatch, data: data.globalBatch };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (data.adapter !== void 0) {
        const err8 = { instancePath: instancePath + "/adapter", schemaPath: "#/allOf/0/then/properties/adapter/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[0].then.properties.adapter, data: data.adapter };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err9 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema8.allOf[0].if, parentSchema: schema8.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  const _errs7 = errors;
  let valid4 = true;
  const _errs8 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.kind === void 0 && (missing1 = "kind")) {
      const err10 = {};
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    } else {
      if (data.kind !== void 0) {
        let data8 = data.kind;
        if (!(data8 === "training" || data8 === "fine-tuning")) {
          const err11 = {};
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    }
  }
  var _valid1 = _errs8 === errors;
  errors = _errs7;
  if (vErrors !== null) {
    if (_errs7) {
      vErrors.length = _errs7;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs10 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.within === void 0) {
        const err12 = { instancePath, schemaPath: "#/allOf/1/then/required", keyword: "required", params: { missingProperty: "within" }, schema: schema8.allOf[1].then.required, parentSchema: schema8.allOf[1].then, data };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (data.globalBatch === void 0) {
        const err13 = { instancePath, schemaPath: "#/allOf/1/then/required", keyword: "required", params: { missingProperty: "globalBatch" }, schema: schema8.allOf[1].then.required, parentSchema: schema8.allOf[1].then, data };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (data.mode !== void 0) {
        const err14 = { instancePath: instancePath + "/mode", schemaPath: "#/allOf/1/then/properties/mode/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.mode, data: data.mode };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
      if (data.rate !== void 0) {
        const err15 = { instancePath: instancePath + "/rate", schemaPath: "#/allOf/1/then/properties/rate/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.rate, data: data.rate };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (data.users !== void 0) {
        const err16 = { instancePath: instancePath + "/users", schemaPath: "#/allOf/1/then/properties/users/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.users, data: data.users };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
      if (data.frames !== void 0) {
        const err17 = { instancePath: instancePath + "/frames", schemaPath: "#/allOf/1/then/properties/frames/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.frames, data: data.frames };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
      if (data.volume !== void 0) {
        const err18 = { instancePath: instancePath + "/volume", schemaPath: "#/allOf/1/then/properties/volume/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.volume, data: data.volume };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
      if (data.input !== void 0) {
        const err19 = { instancePath: instancePath + "/input", schemaPath: "#/allOf/1/then/properties/input/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.input, data: data.input };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
      if (data.output !== void 0) {
        const err20 = { instancePath: instancePath + "/output", schemaPath: "#/allOf/1/then/properties/output/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.output, data: data.output };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
      if (data.latency !== void 0) {
        const err21 = { instancePath: instancePath + "/latency", schemaPath: "#/allOf/1/then/properties/latency/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.latency, data: data.latency };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
      if (data.steps !== void 0) {
        const err22 = { instancePath: instancePath + "/steps", schemaPath: "#/allOf/1/then/properties/steps/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[1].then.properties.steps, data: data.steps };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
    var _valid1 = _errs10 === errors;
    valid4 = _valid1;
  }
  if (!valid4) {
    const err23 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema8.allOf[1].if, parentSchema: schema8.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  const _errs12 = errors;
  let valid7 = true;
  const _errs13 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing2;
    if (data.kind === void 0 && (missing2 = "kind")) {
      const err24 = {};
      if (vErrors === null) {
        vErrors = [err24];
      } else {
        vErrors.push(err24);
      }
      errors++;
    } else {
      if (data.kind !== void 0) {
        if ("training" !== data.kind) {
          const err25 = {};
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      }
    }
  }
  var _valid2 = _errs13 === errors;
  errors = _errs12;
  if (vErrors !== null) {
    if (_errs12) {
      vErrors.length = _errs12;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs15 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.adapter !== void 0) {
        const err26 = { instancePath: instancePath + "/adapter", schemaPath: "#/allOf/2/then/properties/adapter/false schema", keyword: "false schema", params: {}, schema: false, parentSchema: schema8.allOf[2].then.properties.adapter, data: data.adapter };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    var _valid2 = _errs15 === errors;
    valid7 = _valid2;
  }
  if (!valid7) {
    const err27 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, schema: schema8.allOf[2].if, parentSchema: schema8.allOf[2], data };
    if (vErrors === null) {
      vErrors = [err27];
    } else {
      vErrors.push(err27);
    }
    errors++;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.kind === void 0) {
      const err28 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" }, schema: schema8.required, parentSchema: schema8, data };
      if (vErrors === null) {
        vErrors = [err28];
      } else {
        vErrors.push(err28);
      }
      errors++;
    }
    if (data.model === void 0) {
      const err29 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "model" }, schema: schema8.required, parentSchema: schema8, data };
      if (vErrors === null) {
        vErrors = [err29];
      } else {
        vErrors.push(err29);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func5.call(schema8.properties, key0)) {
        const err30 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema8, data };
        if (vErrors === null) {
          vErrors = [err30];
        } else {
          vErrors.push(err30);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data20 = data.id;
      if (typeof data20 === "string") {
        if (func2(data20) > 60) {
          const err31 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/maxLength", keyword: "maxLength", params: { limit: 60 }, schema: 60, parentSchema: schema8.properties.id, data: data20 };
          if (vErrors === null) {
            vErrors = [err31];
          } else {
            vErrors.push(err31);
          }
          errors++;
        }
        if (!pattern0.test(data20)) {
          const err32 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9_.-]*$" }, schema: "^[A-Za-z0-9][A-Za-z0-9_.-]*$", parentSchema: schema8.properties.id, data: data20 };
          if (vErrors === null) {
            vErrors = [err32];
          } else {
            vErrors.push(err32);
          }
          errors++;
        }
      } else {
        const err33 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, schema: schema8.properties.id.type, parentSchema: schema8.properties.id, data: data20 };
        if (vErrors === null) {
          vErrors = [err33];
        } else {
          vErrors.push(err33);
        }
        errors++;
      }
    }
    if (data.kind !== void 0) {
      let data21 = data.kind;
      if (typeof data21 !== "string") {
        const err34 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" }, schema: schema8.properties.kind.type, parentSchema: schema8.properties.kind, data: data21 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
      if (!(data21 === "inference" || data21 === "training" || data21 === "fine-tuning")) {
        const err35 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema8.properties.kind.enum }, schema: schema8.properties.kind.enum, parentSchema: schema8.properties.kind, data: data21 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.model !== void 0) {
      if (!validate25(data.model, { instancePath: instancePath + "/model", parentData: data, parentDataProperty: "model", rootData })) {
        vErrors = vErrors === null ? validate25.errors : vErrors.concat(validate25.errors);
        errors = vErrors.length;
      }
    }
    if (data.precision !== void 0) {
      let data23 = data.precision;
      if ((!data23 || typeof data23 != "object") && typeof data23 !== "string") {
        const err36 = { instancePath: instancePath + "/precision", schemaPath: "#/properties/precision/type", keyword: "type", params: { type: schema8.properties.precision.type }, schema: schema8.properties.precision.type, parentSchema: schema8.properties.precision, data: data23 };
        if (vErrors === null) {
          vErrors = [err36];
        } else {
          vErrors.push(err36);
        }
        errors++;
      }
      const _errs24 = errors;
      let valid11 = true;
      const _errs25 = errors;
      if (!(data23 && typeof data23 == "object" && !Array.isArray(data23))) {
        const err37 = {};
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
      var _valid3 = _errs25 === errors;
      errors = _errs24;
      if (vErrors !== null) {
        if (_errs24) {
          vErrors.length = _errs24;
        } else {
          vErrors = null;
        }
      }
      let ifClause0;
      if (_valid3) {
        const _errs27 = errors;
        if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
          for (const key1 in data23) {
            if (!(key1 === "weights" || key1 === "activations" || key1 === "cache")) {
              const err38 = { instancePath: instancePath + "/precision", schemaPath: "#/properties/precision/then/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema8.properties.precision.then, data: data23 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          }
          if (data23.weights !== void 0) {
            if (!validate27(data23.weights, { instancePath: instancePath + "/precision/weights", parentData: data23, parentDataProperty: "weights", rootData })) {
              vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
              errors = vErrors.length;
            }
          }
          if (data23.activations !== void 0) {
            if (!validate27(data23.activations, { instancePath: instancePath + "/precision/activations", parentData: data23, parentDataProperty: "activations", rootData })) {
              vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
              errors = vErrors.length;
            }
          }
          if (data23.cache !== void 0) {
            if (!validate27(data23.cache, { instancePath: instancePath + "/precision/cache", parentData: data23, parentDataProperty: "cache", rootData })) {
              vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
              errors = vErrors.length;
            }
          }
        } else {
          const err39 = { instancePath: instancePath + "/precision", schemaPath: "#/properties/precision/then/type", keyword: "type", params: { type: "object" }, schema: schema8.properties.precision.then.type, parentSchema: schema8.properties.precision.then, data: data23 };
          if (vErrors === null) {
            vErrors = [err39];
          } else {
            vErrors.push(err39);
          }
          errors++;
        }
        var _valid3 = _errs27 === errors;
        valid11 = _valid3;
        ifClause0 = "then";
      } else {
        const _errs36 = errors;
        if (!validate27(data23, { instancePath: instancePath + "/precision", parentData: data, parentDataProperty: "precision", rootData })) {
          vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
          errors = vErrors.length;
        }
        var _valid3 = _errs36 === errors;
        valid11 = _valid3;
        ifClause0 = "else";
      }
      if (!valid11) {
        const err40 = { instancePath: instancePath + "/precision", schemaPath: "#/properties/precision/if", keyword: "if", params: { failingKeyword: ifClause0 }, schema: schema8.properties.precision.if, parentSchema: schema8.properties.precision, data: data23 };
        if (vErrors === null) {
          vErrors = [err40];
        } else {
          vErrors.push(err40);
        }
        errors++;
      }
    }
    if (data.compression !== void 0) {
      let data27 = data.compression;
      if (Array.isArray(data27)) {
        if (data27.length > 8) {
          const err41 = { instancePath: instancePath + "/compression", schemaPath: "#/properties/compression/maxItems", keyword: "maxItems", params: { limit: 8 }, schema: 8, parentSchema: schema8.properties.compression, data: data27 };
          if (vErrors === null) {
            vErrors = [err41];
          } else {
            vErrors.push(err41);
          }
          errors++;
        }
        const len0 = data27.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate35(data27[i0], { instancePath: instancePath + "/compression/" + i0, parentData: data27, parentDataProperty: i0, rootData })) {
            vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/compression", schemaPath: "#/properties/compression/type", keyword: "type", params: { type: "array" }, schema: schema8.properties.compression.type, parentSchema: schema8.properties.compression, data: data27 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.mode !== void 0) {
      let data29 = data.mode;
      if (typeof data29 !== "string") {
        const err43 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/type", keyword: "type", params: { type: "string" }, schema: schema8.properties.mode.type, parentSchema: schema8.properties.mode, data: data29 };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
      if (!(data29 === "interactive" || data29 === "batch" || data29 === "streaming")) {
        const err44 = { instancePath: instancePath + "/mode", schemaPath: "#/properties/mode/enum", keyword: "enum", params: { allowedValues: schema8.properties.mode.enum }, schema: schema8.properties.mode.enum, parentSchema: schema8.properties.mode, data: data29 };
        if (vErrors === null) {
          vErrors = [err44];
        } else {
          vErrors.push(err44);
        }
        errors++;
      }
    }
    if (data.rate !== void 0) {
      let data30 = data.rate;
      if (typeof data30 !== "string" && !(typeof data30 == "number" && isFinite(data30))) {
        const err45 = { instancePath: instancePath + "/rate", schemaPath: "#/properties/rate/type", keyword: "type", params: { type: schema8.properties.rate.type }, schema: schema8.properties.rate.type, parentSchema: schema8.properties.rate, data: data30 };
        if (vErrors === null) {
          vErrors = [err45];
        } else {
          vErrors.push(err45);
        }
        errors++;
      }
    }
    if (data.users !== void 0) {
      let data31 = data.users;
      if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
        if (data31.concurrent === void 0) {
          const err46 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/required", keyword: "required", params: { missingProperty: "concurrent" }, schema: schema8.properties.users.required, parentSchema: schema8.properties.users, data: data31 };
          if (vErrors === null) {
            vErrors = [err46];
          } else {
            vErrors.push(err46);
          }
          errors++;
        }
        for (const key2 in data31) {
          if (!(key2 === "concurrent" || key2 === "thinkTime")) {
            const err47 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, schema: false, parentSchema: schema8.properties.users, data: data31 };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
        if (data31.concurrent !== void 0) {
          if (!validate22(data31.concurrent, { instancePath: instancePath + "/users/concurrent", parentData: data31, parentDataProperty: "concurrent", rootData })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
        if (data31.thinkTime !== void 0) {
          if (!validate39(data31.thinkTime, { instancePath: instancePath + "/users/thinkTime", parentData: data31, parentDataProperty: "thinkTime", rootData })) {
            vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err48 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "object" }, schema: schema8.properties.users.type, parentSchema: schema8.properties.users, data: data31 };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.frames !== void 0) {
      let data34 = data.frames;
      if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
        if (data34.rate === void 0) {
          const err49 = { instancePath: instancePath + "/frames", schemaPath: "#/properties/frames/required", keyword: "required", params: { missingProperty: "rate" }, schema: schema8.properties.frames.required, parentSchema: schema8.properties.frames, data: data34 };
          if (vErrors === null) {
            vErrors = [err49];
          } else {
            vErrors.push(err49);
          }
          errors++;
        }
        for (const key3 in data34) {
          if (!(key3 === "streams" || key3 === "rate")) {
            const err50 = { instancePath: instancePath + "/frames", schemaPath: "#/properties/frames/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, schema: false, parentSchema: schema8.properties.frames, data: data34 };
            if (vErrors === null) {
              vErrors = [err50];
            } else {
              vErrors.push(err50);
            }
            errors++;
          }
        }
        if (data34.streams !== void 0) {
          if (!validate22(data34.streams, { instancePath: instancePath + "/frames/streams", parentData: data34, parentDataProperty: "streams", rootData })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
        if (data34.rate !== void 0) {
          let data36 = data34.rate;
          if (typeof data36 !== "string" && !(typeof data36 == "number" && isFinite(data36))) {
            const err51 = { instancePath: instancePath + "/frames/rate", schemaPath: "#/properties/frames/properties/rate/type", keyword: "type", params: { type: schema8.properties.frames.properties.rate.type }, schema: schema8.properties.frames.properties.rate.type, parentSchema: schema8.properties.frames.properties.rate, data: data36 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
      } else {
        const err52 = { instancePath: instancePath + "/frames", schemaPath: "#/properties/frames/type", keyword: "type", params: { type: "object" }, schema: schema8.properties.frames.type, parentSchema: schema8.properties.frames, data: data34 };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
    if (data.volume !== void 0) {
      let data37 = data.volume;
      if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
        if (data37.requests === void 0) {
          const err53 = { instancePath: instancePath + "/volume", schemaPath: "#/properties/volume/required", keyword: "required", params: { missingProperty: "requests" }, schema: schema8.properties.volume.required, parentSchema: schema8.properties.volume, data: data37 };
          if (vErrors === null) {
            vErrors = [err53];
          } else {
            vErrors.push(err53);
          }
          errors++;
        }
        if (data37.within === void 0) {
          const err54 = { instancePath: instancePath + "/volume", schemaPath: "#/properties/volume/required", keyword: "required", params: { missingProperty: "within" }, schema: schema8.properties.volume.required, parentSchema: schema8.properties.volume, data: data37 };
          if (vErrors === null) {
            vErrors = [err54];
          } else {
            vErrors.push(err54);
          }
          errors++;
        }
        for (const key4 in data37) {
          if (!(key4 === "requests" || key4 === "within")) {
            const err55 = { instancePath: instancePath + "/volume", schemaPath: "#/properties/volume/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema8.properties.volume, data: data37 };
            if (vErrors === null) {
              vErrors = [err55];
            } else {
              vErrors.push(err55);
            }
            errors++;
          }
        }
        if (data37.requests !== void 0) {
          if (!validate22(data37.requests, { instancePath: instancePath + "/volume/requests", parentData: data37, parentDataProperty: "requests", rootData })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
        if (data37.within !== void 0) {
          if (!validate39(data37.within, { instancePath: instancePath + "/volume/within", parentData: data37, parentDataProperty: "within", rootData })) {
            vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err56 = { instancePath: instancePath + "/volume", schemaPath: "#/properties/volume/type", keyword: "type", params: { type: "object" }, schema: schema8.properties.volume.type, parentSchema: schema8.properties.volume, data: data37 };
        if (vErrors === null) {
          vErrors = [err56];
        } else {
          vErrors.push(err56);
        }
        errors++;
      }
    }
    if (data.input !== void 0) {
      if (!validate44(data.input, { instancePath: instancePath + "/input", parentData: data, parentDataProperty: "input", rootData })) {
        vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
        errors = vErrors.length;
      }
    }
    if (data.output !== void 0) {
      if (!validate44(data.output, { instancePath: instancePath + "/output", parentData: data, parentDataProperty: "output", rootData })) {
        vErrors = vErrors === null ? validate44.errors : vErrors.concat(validate44.errors);
        errors = vErrors.length;
      }
    }
    if (data.latency !== void 0) {
      let data42 = data.latency;
      if (data42 && typeof data42 == "object" && !Array.isArray(data42)) {
        for (const key5 in data42) {
          if (!(key5 === "timeToFirstToken" || key5 === "timePerOutputToken" || key5 === "endToEnd")) {
            const err57 = { instancePath: instancePath + "/latency", schemaPath: "#/properties/latency/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema8.properties.latency, data: data42 };
            if (vErrors === null) {
              vErrors = [err57];
            } else {
              vErrors.push(err57);
            }
            errors++;
          }
        }
        if (data42.timeToFirstToken !== void 0) {
          if (!validate49(data42.timeToFirstToken, { instancePath: instancePath + "/latency/timeToFirstToken", parentData: data42, parentDataProperty: "timeToFirstToken", rootData })) {
            vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
            errors = vErrors.length;
          }
        }
        if (data42.timePerOutputToken !== void 0) {
          if (!validate49(data42.timePerOutputToken, { instancePath: instancePath + "/latency/timePerOutputToken", parentData: data42, parentDataProperty: "timePerOutputToken", rootData })) {
            vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
            errors = vErrors.length;
          }
        }
        if (data42.endToEnd !== void 0) {
          if (!validate49(data42.endToEnd, { instancePath: instancePath + "/latency/endToEnd", parentData: data42, parentDataProperty: "endToEnd", rootData })) {
            vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err58 = { instancePath: instancePath + "/latency", schemaPath: "#/properties/latency/type", keyword: "type", params: { type: "object" }, schema: schema8.properties.latency.type, parentSchema: schema8.properties.latency, data: data42 };
        if (vErrors === null) {
          vErrors = [err58];
        } else {
          vErrors.push(err58);
        }
        errors++;
      }
    }
    if (data.steps !== void 0) {
      if (!validate22(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.tokens !== void 0) {
      if (!validate22(data.tokens, { instancePath: instancePath + "/tokens", parentData: data, parentDataProperty: "tokens", rootData })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.samples !== void 0) {
      if (!validate22(data.samples, { instancePath: instancePath + "/samples", parentData: data, parentDataProperty: "samples", rootData })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.epochs !== void 0) {
      let data49 = data.epochs;
      if (!(typeof data49 == "number" && isFinite(data49)) && typeof data49 !== "string") {
        const err59 = { instancePath: instancePath + "/epochs", schemaPath: "#/properties/epochs/type", keyword: "type", params: { type: schema8.properties.epochs.type }, schema: schema8.properties.epochs.type, parentSchema: schema8.properties.epochs, data: data49 };
        if (vErrors === null) {
          vErrors = [err59];
        } else {
          vErrors.push(err59);
        }
        errors++;
      }
    }
    if (data.within !== void 0) {
      if (!validate39(data.within, { instancePath: instancePath + "/within", parentData: data, parentDataProperty: "within", rootData })) {
        vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
        errors = vErrors.length;
      }
    }
    if (data.sequence !== void 0) {
      if (!validate22(data.sequence, { instancePath: instancePath + "/sequence", parentData: data, parentDataProperty: "sequence", rootData })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.globalBatch !== void 0) {
      if (!validate22(data.globalBatch, { instancePath: instancePath + "/globalBatch", parentData: data, parentDataProperty: "globalBatch", rootData })) {
        vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
        errors = vErrors.length;
      }
    }
    if (data.adapter !== void 0) {
      let data53 = data.adapter;
      if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
        if (data53.method === void 0) {
          const err60 = { instancePath: instancePath + "/adapter", schemaPath: "#/properties/adapter/required", keyword: "required", params: { missingProperty: "method" }, schema: schema8.properties.adapter.required, parentSchema: schema8.properties.adapter, data: data53 };
          if (vErrors === null) {
            vErrors = [err60];
          } else {
            vErrors.push(err60);
          }
          errors++;
        }
        for (const key6 in data53) {
          if (!(key6 === "method" || key6 === "trainable")) {
            const err61 = { instancePath: instancePath + "/adapter", schemaPath: "#/properties/adapter/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema8.properties.adapter, data: data53 };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
        if (data53.method !== void 0) {
          let data54 = data53.method;
          if (typeof data54 !== "string") {
            const err62 = { instancePath: instancePath + "/adapter/method", schemaPath: "#/properties/adapter/properties/method/type", keyword: "type", params: { type: "string" }, schema: schema8.properties.adapter.properties.method.type, parentSchema: schema8.properties.adapter.properties.method, data: data54 };
            if (vErrors === null) {
              vErrors = [err62];
            } else {
              vErrors.push(err62);
            }
            errors++;
          }
          if (!(data54 === "full" || data54 === "lora")) {
            const err63 = { instancePath: instancePath + "/adapter/method", schemaPath: "#/properties/adapter/properties/method/enum", keyword: "enum", params: { allowedValues: schema8.properties.adapter.properties.method.enum }, schema: schema8.properties.adapter.properties.method.enum, parentSchema: schema8.properties.adapter.properties.method, data: data54 };
            if (vErrors === null) {
              vErrors = [err63];
            } else {
              vErrors.push(err63);
            }
            errors++;
          }
        }
        if (data53.trainable !== void 0) {
          let data55 = data53.trainable;
          if (typeof data55 !== "string" && !(typeof data55 == "number" && isFinite(data55))) {
            const err64 = { instancePath: instancePath + "/adapter/trainable", schemaPath: "#/properties/adapter/properties/trainable/type", keyword: "type", params: { type: schema8.properties.adapter.properties.trainable.type }, schema: schema8.properties.adapter.properties.trainable.type, parentSchema: schema8.properties.adapter.properties.trainable, data: data55 };
            if (vErrors === null) {
              vErrors = [err64];
            } else {
              vErrors.push(err64);
            }
            errors++;
          }
        }
      } else {
        const err65 = { instancePath: instancePath + "/adapter", schemaPath: "#/properties/adapter/type", keyword: "type", params: { type: "object" }, schema: schema8.properties.adapter.type, parentSchema: schema8.properties.adapter, data: data53 };
        if (vErrors === null) {
          vErrors = [err65];
        } else {
          vErrors.push(err65);
        }
        errors++;
      }
    }
  } else {
    const err66 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema8.type, parentSchema: schema8, data };
    if (vErrors === null) {
      vErrors = [err66];
    } else {
      vErrors.push(err66);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
var schema16 = { "title": "Amount of money", "type": ["string", "number"], "examples": ["2.5 M USD", "100 k USD", "$31,250"] };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema16.type }, schema: schema16.type, parentSchema: schema16, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}
var schema17 = { "title": "Power", "type": ["string", "number"], "examples": ["350 W", "50 kW", "20 MW"] };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (typeof data !== "string" && !(typeof data == "number" && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema17.type }, schema: schema17.type, parentSchema: schema17, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
var schema18 = { "title": "List of names", "type": "array", "uniqueItems": true, "maxItems": 500, "items": { "type": "string", "minLength": 1 } };
function validate69(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (Array.isArray(data)) {
    if (data.length > 500) {
      const err0 = { instancePath, schemaPath: "#/maxItems", keyword: "maxItems", params: { limit: 500 }, schema: 500, parentSchema: schema18, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 === "string") {
        if (func2(data0) < 1) {
          const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema18.items, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/items/type", keyword: "type", params: { type: "string" }, schema: schema18.items.type, parentSchema: schema18.items, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    let i1 = data.length;
    let j0;
    if (i1 > 1) {
      const indices0 = {};
      for (; i1--; ) {
        let item0 = data[i1];
        if (typeof item0 !== "string") {
          continue;
        }
        if (typeof indices0[item0] == "number") {
          j0 = indices0[item0];
          const err3 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, schema: true, parentSchema: schema18, data };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
          break;
        }
        indices0[item0] = i1;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, schema: schema18.type, parentSchema: schema18, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate69.errors = vErrors;
  return errors === 0;
}
var pattern1 = new RegExp("^\\d{4}-\\d{2}-\\d{2}$", "u");
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.scenario === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "scenario" }, schema: schema6.required, parentSchema: schema6, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.demand === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "demand" }, schema: schema6.required, parentSchema: schema6, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "scenario" || key0 === "demand" || key0 === "budget" || key0 === "scalability" || key0 === "constraints" || key0 === "preferences")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, schema: false, parentSchema: schema6, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.scenario !== void 0) {
      let data0 = data.scenario;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        if (data0.name === void 0) {
          const err3 = { instancePath: instancePath + "/scenario", schemaPath: "#/properties/scenario/required", keyword: "required", params: { missingProperty: "name" }, schema: schema6.properties.scenario.required, parentSchema: schema6.properties.scenario, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (data0.place === void 0) {
          const err4 = { instancePath: instancePath + "/scenario", schemaPath: "#/properties/scenario/required", keyword: "required", params: { missingProperty: "place" }, schema: schema6.properties.scenario.required, parentSchema: schema6.properties.scenario, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        for (const key1 in data0) {
          if (!(key1 === "name" || key1 === "application" || key1 === "description" || key1 === "place" || key1 === "sites")) {
            const err5 = { instancePath: instancePath + "/scenario", schemaPath: "#/properties/scenario/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, schema: false, parentSchema: schema6.properties.scenario, data: data0 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data0.name !== void 0) {
          let data1 = data0.name;
          if (typeof data1 === "string") {
            if (func2(data1) > 120) {
              const err6 = { instancePath: instancePath + "/scenario/name", schemaPath: "#/properties/scenario/properties/name/maxLength", keyword: "maxLength", params: { limit: 120 }, schema: 120, parentSchema: schema6.properties.scenario.properties.name, data: data1 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
            if (func2(data1) < 1) {
              const err7 = { instancePath: instancePath + "/scenario/name", schemaPath: "#/properties/scenario/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, schema: 1, parentSchema: schema6.properties.scenario.properties.name, data: data1 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/scenario/name", schemaPath: "#/properties/scenario/properties/name/type", keyword: "type", params: { type: "string" }, schema: schema6.properties.scenario.properties.name.type, parentSchema: schema6.properties.scenario.properties.name, data: data1 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data0.application !== void 0) {
          let data2 = data0.application;
          if (typeof data2 !== "string") {
            const err9 = { instancePath: instancePath + "/scenario/application", schemaPath: "#/properties/scenario/properties/application/type", keyword: "type", params: { type: "string" }, schema: schema6.properties.scenario.properties.application.type, parentSchema: schema6.properties.scenario.properties.application, data: data2 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (!(data2 === "voice-assistant" || data2 === "autonomous-driving" || data2 === "medical-imaging" || data2 === "big-data-analytics" || data2 === "edge-image-recognition" || data2 === "natural-language-services" || data2 === "industrial-inspection" || data2 === "scientific-computing" || data2 === "education" || data2 === "smart-city-video" || data2 === "pre-training" || data2 === "fine-tuning" || data2 === "recommendation" || data2 === "other")) {
            const err10 = { instancePath: instancePath + "/scenario/application", schemaPath: "#/properties/scenario/properties/application/enum", keyword: "enum", params: { allowedValues: schema6.properties.scenario.properties.application.enum }, schema: schema6.properties.scenario.properties.application.enum, parentSchema: schema6.properties.scenario.properties.application, data: data2 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data0.description !== void 0) {
          let data3 = data0.description;
          if (typeof data3 === "string") {
            if (func2(data3) > 4e3) {
              const err11 = { instancePath: instancePath + "/scenario/description", schemaPath: "#/properties/scenario/properties/description/maxLength", keyword: "maxLength", params: { limit: 4e3 }, schema: 4e3, parentSchema: schema6.properties.scenario.properties.description, data: data3 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/scenario/description", schemaPath: "#/properties/scenario/properties/description/type", keyword: "type", params: { type: "string" }, schema: schema6.properties.scenario.properties.description.type, parentSchema: schema6.properties.scenario.properties.description, data: data3 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data0.place !== void 0) {
          let data4 = data0.place;
          if (typeof data4 !== "string") {
            const err13 = { instancePath: instancePath + "/scenario/place", schemaPath: "#/properties/scenario/properties/place/type", keyword: "type", params: { type: "string" }, schema: schema6.properties.scenario.properties.place.type, parentSchema: schema6.properties.scenario.properties.place, data: data4 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          if (!(data4 === "cloud" || data4 === "datacenter" || data4 === "on-premises" || data4 === "edge" || data4 === "vehicle" || data4 === "device")) {
            const err14 = { instancePath: instancePath + "/scenario/place", schemaPath: "#/properties/scenario/properties/place/enum", keyword: "enum", params: { allowedValues: schema6.properties.scenario.properties.place.enum }, schema: schema6.properties.scenario.properties.place.enum, parentSchema: schema6.properties.scenario.properties.place, data: data4 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data0.sites !== void 0) {
          if (!validate22(data0.sites, { instancePath: instancePath + "/scenario/sites", parentData: data0, parentDataProperty: "sites", rootData })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/scenario", schemaPath: "#/properties/scenario/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.scenario.type, parentSchema: schema6.properties.scenario, data: data0 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.demand !== void 0) {
      let data6 = data.demand;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (data6.tasks === void 0) {
          const err16 = { instancePath: instancePath + "/demand", schemaPath: "#/properties/demand/required", keyword: "required", params: { missingProperty: "tasks" }, schema: schema6.properties.demand.required, parentSchema: schema6.properties.demand, data: data6 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
        for (const key2 in data6) {
          if (!(key2 === "tasks")) {
            const err17 = { instancePath: instancePath + "/demand", schemaPath: "#/properties/demand/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, schema: false, parentSchema: schema6.properties.demand, data: data6 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data6.tasks !== void 0) {
          let data7 = data6.tasks;
          if (Array.isArray(data7)) {
            if (data7.length > 32) {
              const err18 = { instancePath: instancePath + "/demand/tasks", schemaPath: "#/properties/demand/properties/tasks/maxItems", keyword: "maxItems", params: { limit: 32 }, schema: 32, parentSchema: schema6.properties.demand.properties.tasks, data: data7 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
            if (data7.length < 1) {
              const err19 = { instancePath: instancePath + "/demand/tasks", schemaPath: "#/properties/demand/properties/tasks/minItems", keyword: "minItems", params: { limit: 1 }, schema: 1, parentSchema: schema6.properties.demand.properties.tasks, data: data7 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            const len0 = data7.length;
            for (let i0 = 0; i0 < len0; i0++) {
              if (!validate24(data7[i0], { instancePath: instancePath + "/demand/tasks/" + i0, parentData: data7, parentDataProperty: i0, rootData })) {
                vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err20 = { instancePath: instancePath + "/demand/tasks", schemaPath: "#/properties/demand/properties/tasks/type", keyword: "type", params: { type: "array" }, schema: schema6.properties.demand.properties.tasks.type, parentSchema: schema6.properties.demand.properties.tasks, data: data7 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/demand", schemaPath: "#/properties/demand/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.demand.type, parentSchema: schema6.properties.demand, data: data6 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.budget !== void 0) {
      let data9 = data.budget;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        for (const key3 in data9) {
          if (!(key3 === "capital" || key3 === "monthly" || key3 === "perUnit" || key3 === "power" || key3 === "energyPrice" || key3 === "horizon" || key3 === "ownership")) {
            const err22 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, schema: false, parentSchema: schema6.properties.budget, data: data9 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data9.capital !== void 0) {
          if (!validate61(data9.capital, { instancePath: instancePath + "/budget/capital", parentData: data9, parentDataProperty: "capital", rootData })) {
            vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
            errors = vErrors.length;
          }
        }
        if (data9.monthly !== void 0) {
          if (!validate61(data9.monthly, { instancePath: instancePath + "/budget/monthly", parentData: data9, parentDataProperty: "monthly", rootData })) {
            vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
            errors = vErrors.length;
          }
        }
        if (data9.perUnit !== void 0) {
          let data12 = data9.perUnit;
          if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12))) {
            const err23 = { instancePath: instancePath + "/budget/perUnit", schemaPath: "#/properties/budget/properties/perUnit/type", keyword: "type", params: { type: schema6.properties.budget.properties.perUnit.type }, schema: schema6.properties.budget.properties.perUnit.type, parentSchema: schema6.properties.budget.properties.perUnit, data: data12 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data9.power !== void 0) {
          if (!validate64(data9.power, { instancePath: instancePath + "/budget/power", parentData: data9, parentDataProperty: "power", rootData })) {
            vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
            errors = vErrors.length;
          }
        }
        if (data9.energyPrice !== void 0) {
          let data14 = data9.energyPrice;
          if (typeof data14 !== "string" && !(typeof data14 == "number" && isFinite(data14))) {
            const err24 = { instancePath: instancePath + "/budget/energyPrice", schemaPath: "#/properties/budget/properties/energyPrice/type", keyword: "type", params: { type: schema6.properties.budget.properties.energyPrice.type }, schema: schema6.properties.budget.properties.energyPrice.type, parentSchema: schema6.properties.budget.properties.energyPrice, data: data14 };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
        if (data9.horizon !== void 0) {
          if (!validate39(data9.horizon, { instancePath: instancePath + "/budget/horizon", parentData: data9, parentDataProperty: "horizon", rootData })) {
            vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
            errors = vErrors.length;
          }
        }
        if (data9.ownership !== void 0) {
          let data16 = data9.ownership;
          if (typeof data16 !== "string") {
            const err25 = { instancePath: instancePath + "/budget/ownership", schemaPath: "#/properties/budget/properties/ownership/type", keyword: "type", params: { type: "string" }, schema: schema6.properties.budget.properties.ownership.type, parentSchema: schema6.properties.budget.properties.ownership, data: data16 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
          if (!(data16 === "own" || data16 === "rent" || data16 === "either")) {
            const err26 = { instancePath: instancePath + "/budget/ownership", schemaPath: "#/properties/budget/properties/ownership/enum", keyword: "enum", params: { allowedValues: schema6.properties.budget.properties.ownership.enum }, schema: schema6.properties.budget.properties.ownership.enum, parentSchema: schema6.properties.budget.properties.ownership, data: data16 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
        }
      } else {
        const err27 = { instancePath: instancePath + "/budget", schemaPath: "#/properties/budget/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.budget.type, parentSchema: schema6.properties.budget, data: data9 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.scalability !== void 0) {
      let data17 = data.scalability;
      if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
        for (const key4 in data17) {
          if (!(key4 === "growth" || key4 === "maxChips")) {
            const err28 = { instancePath: instancePath + "/scalability", schemaPath: "#/properties/scalability/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, schema: false, parentSchema: schema6.properties.scalability, data: data17 };
            if (vErrors === null) {
              vErrors = [err28];
            } else {
              vErrors.push(err28);
            }
            errors++;
          }
        }
        if (data17.growth !== void 0) {
          let data18 = data17.growth;
          if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
            if (data18.factor === void 0) {
              const err29 = { instancePath: instancePath + "/scalability/growth", schemaPath: "#/properties/scalability/properties/growth/required", keyword: "required", params: { missingProperty: "factor" }, schema: schema6.properties.scalability.properties.growth.required, parentSchema: schema6.properties.scalability.properties.growth, data: data18 };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            if (data18.within === void 0) {
              const err30 = { instancePath: instancePath + "/scalability/growth", schemaPath: "#/properties/scalability/properties/growth/required", keyword: "required", params: { missingProperty: "within" }, schema: schema6.properties.scalability.properties.growth.required, parentSchema: schema6.properties.scalability.properties.growth, data: data18 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            for (const key5 in data18) {
              if (!(key5 === "factor" || key5 === "within")) {
                const err31 = { instancePath: instancePath + "/scalability/growth", schemaPath: "#/properties/scalability/properties/growth/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, schema: false, parentSchema: schema6.properties.scalability.properties.growth, data: data18 };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
            }
            if (data18.factor !== void 0) {
              let data19 = data18.factor;
              if (!(typeof data19 == "number" && isFinite(data19)) && typeof data19 !== "string") {
                const err32 = { instancePath: instancePath + "/scalability/growth/factor", schemaPath: "#/properties/scalability/properties/growth/properties/factor/type", keyword: "type", params: { type: schema6.properties.scalability.properties.growth.properties.factor.type }, schema: schema6.properties.scalability.properties.growth.properties.factor.type, parentSchema: schema6.properties.scalability.properties.growth.properties.factor, data: data19 };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
            if (data18.within !== void 0) {
              if (!validate39(data18.within, { instancePath: instancePath + "/scalability/growth/within", parentData: data18, parentDataProperty: "within", rootData })) {
                vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err33 = { instancePath: instancePath + "/scalability/growth", schemaPath: "#/properties/scalability/properties/growth/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.scalability.properties.growth.type, parentSchema: schema6.properties.scalability.properties.growth, data: data18 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data17.maxChips !== void 0) {
          if (!validate22(data17.maxChips, { instancePath: instancePath + "/scalability/maxChips", parentData: data17, parentDataProperty: "maxChips", rootData })) {
            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err34 = { instancePath: instancePath + "/scalability", schemaPath: "#/properties/scalability/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.scalability.type, parentSchema: schema6.properties.scalability, data: data17 };
        if (vErrors === null) {
          vErrors = [err34];
        } else {
          vErrors.push(err34);
        }
        errors++;
      }
    }
    if (data.constraints !== void 0) {
      let data22 = data.constraints;
      if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
        for (const key6 in data22) {
          if (!func5.call(schema6.properties.constraints.properties, key6)) {
            const err35 = { instancePath: instancePath + "/constraints", schemaPath: "#/properties/constraints/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, schema: false, parentSchema: schema6.properties.constraints, data: data22 };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        }
        if (data22.vendors !== void 0) {
          let data23 = data22.vendors;
          if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
            for (const key7 in data23) {
              if (!(key7 === "allow" || key7 === "deny")) {
                const err36 = { instancePath: instancePath + "/constraints/vendors", schemaPath: "#/properties/constraints/properties/vendors/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, schema: false, parentSchema: schema6.properties.constraints.properties.vendors, data: data23 };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data23.allow !== void 0) {
              if (!validate69(data23.allow, { instancePath: instancePath + "/constraints/vendors/allow", parentData: data23, parentDataProperty: "allow", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
            if (data23.deny !== void 0) {
              if (!validate69(data23.deny, { instancePath: instancePath + "/constraints/vendors/deny", parentData: data23, parentDataProperty: "deny", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/constraints/vendors", schemaPath: "#/properties/constraints/properties/vendors/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.constraints.properties.vendors.type, parentSchema: schema6.properties.constraints.properties.vendors, data: data23 };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data22.classes !== void 0) {
          let data26 = data22.classes;
          if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
            for (const key8 in data26) {
              if (!(key8 === "allow" || key8 === "deny")) {
                const err38 = { instancePath: instancePath + "/constraints/classes", schemaPath: "#/properties/constraints/properties/classes/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, schema: false, parentSchema: schema6.properties.constraints.properties.classes, data: data26 };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data26.allow !== void 0) {
              if (!validate69(data26.allow, { instancePath: instancePath + "/constraints/classes/allow", parentData: data26, parentDataProperty: "allow", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
            if (data26.deny !== void 0) {
              if (!validate69(data26.deny, { instancePath: instancePath + "/constraints/classes/deny", parentData: data26, parentDataProperty: "deny", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err39 = { instancePath: instancePath + "/constraints/classes", schemaPath: "#/properties/constraints/properties/classes/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.constraints.properties.classes.type, parentSchema: schema6.properties.constraints.properties.classes, data: data26 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data22.chips !== void 0) {
          let data29 = data22.chips;
          if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
            for (const key9 in data29) {
              if (!(key9 === "allow" || key9 === "deny")) {
                const err40 = { instancePath: instancePath + "/constraints/chips", schemaPath: "#/properties/constraints/properties/chips/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, schema: false, parentSchema: schema6.properties.constraints.properties.chips, data: data29 };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
            if (data29.allow !== void 0) {
              if (!validate69(data29.allow, { instancePath: instancePath + "/constraints/chips/allow", parentData: data29, parentDataProperty: "allow", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
            if (data29.deny !== void 0) {
              if (!validate69(data29.deny, { instancePath: instancePath + "/constraints/chips/deny", parentData: data29, parentDataProperty: "deny", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err41 = { instancePath: instancePath + "/constraints/chips", schemaPath: "#/properties/constraints/properties/chips/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.constraints.properties.chips.type, parentSchema: schema6.properties.constraints.properties.chips, data: data29 };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data22.stacks !== void 0) {
          let data32 = data22.stacks;
          if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
            for (const key10 in data32) {
              if (!(key10 === "allow" || key10 === "deny")) {
                const err42 = { instancePath: instancePath + "/constraints/stacks", schemaPath: "#/properties/constraints/properties/stacks/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, schema: false, parentSchema: schema6.properties.constraints.properties.stacks, data: data32 };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data32.allow !== void 0) {
              if (!validate69(data32.allow, { instancePath: instancePath + "/constraints/stacks/allow", parentData: data32, parentDataProperty: "allow", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
            if (data32.deny !== void 0) {
              if (!validate69(data32.deny, { instancePath: instancePath + "/constraints/stacks/deny", parentData: data32, parentDataProperty: "deny", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err43 = { instancePath: instancePath + "/constraints/stacks", schemaPath: "#/properties/constraints/properties/stacks/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.constraints.properties.stacks.type, parentSchema: schema6.properties.constraints.properties.stacks, data: data32 };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        if (data22.formFactors !== void 0) {
          let data35 = data22.formFactors;
          if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
            for (const key11 in data35) {
              if (!(key11 === "allow" || key11 === "deny")) {
                const err44 = { instancePath: instancePath + "/constraints/formFactors", schemaPath: "#/properties/constraints/properties/formFactors/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, schema: false, parentSchema: schema6.properties.constraints.properties.formFactors, data: data35 };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
            if (data35.allow !== void 0) {
              if (!validate69(data35.allow, { instancePath: instancePath + "/constraints/formFactors/allow", parentData: data35, parentDataProperty: "allow", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
            if (data35.deny !== void 0) {
              if (!validate69(data35.deny, { instancePath: instancePath + "/constraints/formFactors/deny", parentData: data35, parentDataProperty: "deny", rootData })) {
                vErrors = vErrors === null ? validate69.errors : vErrors.concat(validate69.errors);
                errors = vErrors.length;
              }
            }
          } else {
            const err45 = { instancePath: instancePath + "/constraints/formFactors", schemaPath: "#/properties/constraints/properties/formFactors/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.constraints.properties.formFactors.type, parentSchema: schema6.properties.constraints.properties.formFactors, data: data35 };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
        if (data22.safety !== void 0) {
          let data38 = data22.safety;
          if (typeof data38 !== "string") {
            const err46 = { instancePath: instancePath + "/constraints/safety", schemaPath: "#/properties/constraints/properties/safety/type", keyword: "type", params: { type: "string" }, schema: schema6.properties.constraints.properties.safety.type, parentSchema: schema6.properties.constraints.properties.safety, data: data38 };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
          if (!(data38 === "QM" || data38 === "ASIL-A" || data38 === "ASIL-B" || data38 === "ASIL-C" || data38 === "ASIL-D")) {
            const err47 = { instancePath: instancePath + "/constraints/safety", schemaPath: "#/properties/constraints/properties/safety/enum", keyword: "enum", params: { allowedValues: schema6.properties.constraints.properties.safety.enum }, schema: schema6.properties.constraints.properties.safety.enum, parentSchema: schema6.properties.constraints.properties.safety, data: data38 };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
        }
        if (data22.export !== void 0) {
          let data39 = data22.export;
          if (typeof data39 !== "string") {
            const err48 = { instancePath: instancePath + "/constraints/export", schemaPath: "#/properties/constraints/properties/export/type", keyword: "type", params: { type: "string" }, schema: schema6.properties.constraints.properties.export.type, parentSchema: schema6.properties.constraints.properties.export, data: data39 };
            if (vErrors === null) {
              vErrors = [err48];
            } else {
              vErrors.push(err48);
            }
            errors++;
          }
          if (!(data39 === "any" || data39 === "unrestricted")) {
            const err49 = { instancePath: instancePath + "/constraints/export", schemaPath: "#/properties/constraints/properties/export/enum", keyword: "enum", params: { allowedValues: schema6.properties.constraints.properties.export.enum }, schema: schema6.properties.constraints.properties.export.enum, parentSchema: schema6.properties.constraints.properties.export, data: data39 };
            if (vErrors === null) {
              vErrors = [err49];
            } else {
              vErrors.push(err49);
            }
            errors++;
          }
        }
        if (data22.availableBy !== void 0) {
          let data40 = data22.availableBy;
          if (typeof data40 === "string") {
            if (!pattern1.test(data40)) {
              const err50 = { instancePath: instancePath + "/constraints/availableBy", schemaPath: "#/properties/constraints/properties/availableBy/pattern", keyword: "pattern", params: { pattern: "^\\d{4}-\\d{2}-\\d{2}$" }, schema: "^\\d{4}-\\d{2}-\\d{2}$", parentSchema: schema6.properties.constraints.properties.availableBy, data: data40 };
              if (vErrors === null) {
                vErrors = [err50];
              } else {
                vErrors.push(err50);
              }
              errors++;
            }
          } else {
            const err51 = { instancePath: instancePath + "/constraints/availableBy", schemaPath: "#/properties/constraints/properties/availableBy/type", keyword: "type", params: { type: "string" }, schema: schema6.properties.constraints.properties.availableBy.type, parentSchema: schema6.properties.constraints.properties.availableBy, data: data40 };
            if (vErrors === null) {
              vErrors = [err51];
            } else {
              vErrors.push(err51);
            }
            errors++;
          }
        }
        if (data22.chipPower !== void 0) {
          if (!validate64(data22.chipPower, { instancePath: instancePath + "/constraints/chipPower", parentData: data22, parentDataProperty: "chipPower", rootData })) {
            vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
            errors = vErrors.length;
          }
        }
        if (data22.allowEstimates !== void 0) {
          let data42 = data22.allowEstimates;
          if (typeof data42 !== "boolean") {
            const err52 = { instancePath: instancePath + "/constraints/allowEstimates", schemaPath: "#/properties/constraints/properties/allowEstimates/type", keyword: "type", params: { type: "boolean" }, schema: schema6.properties.constraints.properties.allowEstimates.type, parentSchema: schema6.properties.constraints.properties.allowEstimates, data: data42 };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
      } else {
        const err53 = { instancePath: instancePath + "/constraints", schemaPath: "#/properties/constraints/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.constraints.type, parentSchema: schema6.properties.constraints, data: data22 };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
    if (data.preferences !== void 0) {
      let data43 = data.preferences;
      if (data43 && typeof data43 == "object" && !Array.isArray(data43)) {
        for (const key12 in data43) {
          if (!(key12 === "weights")) {
            const err54 = { instancePath: instancePath + "/preferences", schemaPath: "#/properties/preferences/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, schema: false, parentSchema: schema6.properties.preferences, data: data43 };
            if (vErrors === null) {
              vErrors = [err54];
            } else {
              vErrors.push(err54);
            }
            errors++;
          }
        }
        if (data43.weights !== void 0) {
          let data44 = data43.weights;
          if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
            for (const key13 in data44) {
              if (!(key13 === "cost" || key13 === "performance" || key13 === "energy" || key13 === "latency" || key13 === "scalability" || key13 === "software" || key13 === "risk")) {
                let data45 = data44[key13];
                if (typeof data45 == "number" && isFinite(data45)) {
                  if (data45 > 1e6 || isNaN(data45)) {
                    const err55 = { instancePath: instancePath + "/preferences/weights/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/preferences/properties/weights/additionalProperties/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema6.properties.preferences.properties.weights.additionalProperties, data: data45 };
                    if (vErrors === null) {
                      vErrors = [err55];
                    } else {
                      vErrors.push(err55);
                    }
                    errors++;
                  }
                  if (data45 < 0 || isNaN(data45)) {
                    const err56 = { instancePath: instancePath + "/preferences/weights/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/preferences/properties/weights/additionalProperties/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema6.properties.preferences.properties.weights.additionalProperties, data: data45 };
                    if (vErrors === null) {
                      vErrors = [err56];
                    } else {
                      vErrors.push(err56);
                    }
                    errors++;
                  }
                } else {
                  const err57 = { instancePath: instancePath + "/preferences/weights/" + key13.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/preferences/properties/weights/additionalProperties/type", keyword: "type", params: { type: "number" }, schema: schema6.properties.preferences.properties.weights.additionalProperties.type, parentSchema: schema6.properties.preferences.properties.weights.additionalProperties, data: data45 };
                  if (vErrors === null) {
                    vErrors = [err57];
                  } else {
                    vErrors.push(err57);
                  }
                  errors++;
                }
              }
            }
            if (data44.cost !== void 0) {
              let data46 = data44.cost;
              if (typeof data46 == "number" && isFinite(data46)) {
                if (data46 > 1e6 || isNaN(data46)) {
                  const err58 = { instancePath: instancePath + "/preferences/weights/cost", schemaPath: "#/properties/preferences/properties/weights/properties/cost/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema6.properties.preferences.properties.weights.properties.cost, data: data46 };
                  if (vErrors === null) {
                    vErrors = [err58];
                  } else {
                    vErrors.push(err58);
                  }
                  errors++;
                }
                if (data46 < 0 || isNaN(data46)) {
                  const err59 = { instancePath: instancePath + "/preferences/weights/cost", schemaPath: "#/properties/preferences/properties/weights/properties/cost/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema6.properties.preferences.properties.weights.properties.cost, data: data46 };
                  if (vErrors === null) {
                    vErrors = [err59];
                  } else {
                    vErrors.push(err59);
                  }
                  errors++;
                }
              } else {
                const err60 = { instancePath: instancePath + "/preferences/weights/cost", schemaPath: "#/properties/preferences/properties/weights/properties/cost/type", keyword: "type", params: { type: "number" }, schema: schema6.properties.preferences.properties.weights.properties.cost.type, parentSchema: schema6.properties.preferences.properties.weights.properties.cost, data: data46 };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
            if (data44.performance !== void 0) {
              let data47 = data44.performance;
              if (typeof data47 == "number" && isFinite(data47)) {
                if (data47 > 1e6 || isNaN(data47)) {
                  const err61 = { instancePath: instancePath + "/preferences/weights/performance", schemaPath: "#/properties/preferences/properties/weights/properties/performance/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema6.properties.preferences.properties.weights.properties.performance, data: data47 };
                  if (vErrors === null) {
                    vErrors = [err61];
                  } else {
                    vErrors.push(err61);
                  }
                  errors++;
                }
                if (data47 < 0 || isNaN(data47)) {
                  const err62 = { instancePath: instancePath + "/preferences/weights/performance", schemaPath: "#/properties/preferences/properties/weights/properties/performance/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema6.properties.preferences.properties.weights.properties.performance, data: data47 };
                  if (vErrors === null) {
                    vErrors = [err62];
                  } else {
                    vErrors.push(err62);
                  }
                  errors++;
                }
              } else {
                const err63 = { instancePath: instancePath + "/preferences/weights/performance", schemaPath: "#/properties/preferences/properties/weights/properties/performance/type", keyword: "type", params: { type: "number" }, schema: schema6.properties.preferences.properties.weights.properties.performance.type, parentSchema: schema6.properties.preferences.properties.weights.properties.performance, data: data47 };
                if (vErrors === null) {
                  vErrors = [err63];
                } else {
                  vErrors.push(err63);
                }
                errors++;
              }
            }
            if (data44.energy !== void 0) {
              let data48 = data44.energy;
              if (typeof data48 == "number" && isFinite(data48)) {
                if (data48 > 1e6 || isNaN(data48)) {
                  const err64 = { instancePath: instancePath + "/preferences/weights/energy", schemaPath: "#/properties/preferences/properties/weights/properties/energy/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema6.properties.preferences.properties.weights.properties.energy, data: data48 };
                  if (vErrors === null) {
                    vErrors = [err64];
                  } else {
                    vErrors.push(err64);
                  }
                  errors++;
                }
                if (data48 < 0 || isNaN(data48)) {
                  const err65 = { instancePath: instancePath + "/preferences/weights/energy", schemaPath: "#/properties/preferences/properties/weights/properties/energy/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema6.properties.preferences.properties.weights.properties.energy, data: data48 };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
              } else {
                const err66 = { instancePath: instancePath + "/preferences/weights/energy", schemaPath: "#/properties/preferences/properties/weights/properties/energy/type", keyword: "type", params: { type: "number" }, schema: schema6.properties.preferences.properties.weights.properties.energy.type, parentSchema: schema6.properties.preferences.properties.weights.properties.energy, data: data48 };
                if (vErrors === null) {
                  vErrors = [err66];
                } else {
                  vErrors.push(err66);
                }
                errors++;
              }
            }
            if (data44.latency !== void 0) {
              let data49 = data44.latency;
              if (typeof data49 == "number" && isFinite(data49)) {
                if (data49 > 1e6 || isNaN(data49)) {
                  const err67 = { instancePath: instancePath + "/preferences/weights/latency", schemaPath: "#/properties/preferences/properties/weights/properties/latency/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema6.properties.preferences.properties.weights.properties.latency, data: data49 };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
                if (data49 < 0 || isNaN(data49)) {
                  const err68 = { instancePath: instancePath + "/preferences/weights/latency", schemaPath: "#/properties/preferences/properties/weights/properties/latency/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema6.properties.preferences.properties.weights.properties.latency, data: data49 };
                  if (vErrors === null) {
                    vErrors = [err68];
                  } else {
                    vErrors.push(err68);
                  }
                  errors++;
                }
              } else {
                const err69 = { instancePath: instancePath + "/preferences/weights/latency", schemaPath: "#/properties/preferences/properties/weights/properties/latency/type", keyword: "type", params: { type: "number" }, schema: schema6.properties.preferences.properties.weights.properties.latency.type, parentSchema: schema6.properties.preferences.properties.weights.properties.latency, data: data49 };
                if (vErrors === null) {
                  vErrors = [err69];
                } else {
                  vErrors.push(err69);
                }
                errors++;
              }
            }
            if (data44.scalability !== void 0) {
              let data50 = data44.scalability;
              if (typeof data50 == "number" && isFinite(data50)) {
                if (data50 > 1e6 || isNaN(data50)) {
                  const err70 = { instancePath: instancePath + "/preferences/weights/scalability", schemaPath: "#/properties/preferences/properties/weights/properties/scalability/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema6.properties.preferences.properties.weights.properties.scalability, data: data50 };
                  if (vErrors === null) {
                    vErrors = [err70];
                  } else {
                    vErrors.push(err70);
                  }
                  errors++;
                }
                if (data50 < 0 || isNaN(data50)) {
                  const err71 = { instancePath: instancePath + "/preferences/weights/scalability", schemaPath: "#/properties/preferences/properties/weights/properties/scalability/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema6.properties.preferences.properties.weights.properties.scalability, data: data50 };
                  if (vErrors === null) {
                    vErrors = [err71];
                  } else {
                    vErrors.push(err71);
                  }
                  errors++;
                }
              } else {
                const err72 = { instancePath: instancePath + "/preferences/weights/scalability", schemaPath: "#/properties/preferences/properties/weights/properties/scalability/type", keyword: "type", params: { type: "number" }, schema: schema6.properties.preferences.properties.weights.properties.scalability.type, parentSchema: schema6.properties.preferences.properties.weights.properties.scalability, data: data50 };
                if (vErrors === null) {
                  vErrors = [err72];
                } else {
                  vErrors.push(err72);
                }
                errors++;
              }
            }
            if (data44.software !== void 0) {
              let data51 = data44.software;
              if (typeof data51 == "number" && isFinite(data51)) {
                if (data51 > 1e6 || isNaN(data51)) {
                  const err73 = { instancePath: instancePath + "/preferences/weights/software", schemaPath: "#/properties/preferences/properties/weights/properties/software/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema6.properties.preferences.properties.weights.properties.software, data: data51 };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
                if (data51 < 0 || isNaN(data51)) {
                  const err74 = { instancePath: instancePath + "/preferences/weights/software", schemaPath: "#/properties/preferences/properties/weights/properties/software/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema6.properties.preferences.properties.weights.properties.software, data: data51 };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
              } else {
                const err75 = { instancePath: instancePath + "/preferences/weights/software", schemaPath: "#/properties/preferences/properties/weights/properties/software/type", keyword: "type", params: { type: "number" }, schema: schema6.properties.preferences.properties.weights.properties.software.type, parentSchema: schema6.properties.preferences.properties.weights.properties.software, data: data51 };
                if (vErrors === null) {
                  vErrors = [err75];
                } else {
                  vErrors.push(err75);
                }
                errors++;
              }
            }
            if (data44.risk !== void 0) {
              let data52 = data44.risk;
              if (typeof data52 == "number" && isFinite(data52)) {
                if (data52 > 1e6 || isNaN(data52)) {
                  const err76 = { instancePath: instancePath + "/preferences/weights/risk", schemaPath: "#/properties/preferences/properties/weights/properties/risk/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 }, schema: 1e6, parentSchema: schema6.properties.preferences.properties.weights.properties.risk, data: data52 };
                  if (vErrors === null) {
                    vErrors = [err76];
                  } else {
                    vErrors.push(err76);
                  }
                  errors++;
                }
                if (data52 < 0 || isNaN(data52)) {
                  const err77 = { instancePath: instancePath + "/preferences/weights/risk", schemaPath: "#/properties/preferences/properties/weights/properties/risk/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, schema: 0, parentSchema: schema6.properties.preferences.properties.weights.properties.risk, data: data52 };
                  if (vErrors === null) {
                    vErrors = [err77];
                  } else {
                    vErrors.push(err77);
                  }
                  errors++;
                }
              } else {
                const err78 = { instancePath: instancePath + "/preferences/weights/risk", schemaPath: "#/properties/preferences/properties/weights/properties/risk/type", keyword: "type", params: { type: "number" }, schema: schema6.properties.preferences.properties.weights.properties.risk.type, parentSchema: schema6.properties.preferences.properties.weights.properties.risk, data: data52 };
                if (vErrors === null) {
                  vErrors = [err78];
                } else {
                  vErrors.push(err78);
                }
                errors++;
              }
            }
          } else {
            const err79 = { instancePath: instancePath + "/preferences/weights", schemaPath: "#/properties/preferences/properties/weights/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.preferences.properties.weights.type, parentSchema: schema6.properties.preferences.properties.weights, data: data44 };
            if (vErrors === null) {
              vErrors = [err79];
            } else {
              vErrors.push(err79);
            }
            errors++;
          }
        }
      } else {
        const err80 = { instancePath: instancePath + "/preferences", schemaPath: "#/properties/preferences/type", keyword: "type", params: { type: "object" }, schema: schema6.properties.preferences.type, parentSchema: schema6.properties.preferences, data: data43 };
        if (vErrors === null) {
          vErrors = [err80];
        } else {
          vErrors.push(err80);
        }
        errors++;
      }
    }
  } else {
    const err81 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, schema: schema6.type, parentSchema: schema6, data };
    if (vErrors === null) {
      vErrors = [err81];
    } else {
      vErrors.push(err81);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
export {
  stdin_default as default,
  validate
};
