/** What `chipselect init` writes: a workload that evaluates as it is, and says what every key means. */
export const WORKLOAD_TEMPLATE = `# yaml-language-server: $schema=./node_modules/chipselect/schemas/workload.schema.json
#
# A workload for chipselect. Edit it, then run: chipselect evaluate workload.yaml
# Quantities carry their unit: 80 GB, 40 ms, 2.5 M USD, 30 days, 50 kW. Lines that start with # are
# examples of what else can be said; \`chipselect schema workload\` prints the whole format.

scenario:
  name: Support chat
  # voice-assistant, autonomous-driving, medical-imaging, big-data-analytics, edge-image-recognition,
  # natural-language-services, industrial-inspection, scientific-computing, education, smart-city-video,
  # pre-training, fine-tuning, recommendation or other
  application: natural-language-services
  place: cloud            # cloud, datacenter, on-premises, edge, vehicle or device
  # sites: 1              # identical places that each carry the whole demand

demand:
  tasks:
    - id: chat
      kind: inference     # inference, training or fine-tuning
      mode: interactive   # interactive (a person waits), batch or streaming
      # A model of the catalogue (chipselect catalog list models), or your own:
      # model: {huggingFace: ./config.json}
      model: llama3.1-70b
      # Exactly one of rate, users, frames and volume:
      rate: 5 requests/s
      # users: {concurrent: 500, thinkTime: 20 s}
      # frames: {streams: 8, rate: 30 fps}
      # volume: {requests: 10 M, within: 8 h}
      input: {mean: 1500, p95: 6000}      # tokens of a request
      output: {mean: 300, p95: 800}
      latency:
        timeToFirstToken: {max: 2 s, percentile: 95}
        timePerOutputToken: 60 ms         # mean
      # Number formats that you accept; 16 bits when left out.
      precision: {weights: [fp8, bf16], activations: [fp8, bf16], cache: [fp8, bf16]}

budget:
  # capital: 3 M USD
  # monthly: 100 k USD
  # perUnit: 1 USD/M tokens
  # power: 50 kW
  energyPrice: 0.10 USD/kWh
  horizon: 3 years
  ownership: either       # own, rent or either

scalability:
  growth: {factor: 3, within: 24 months}
  # maxChips: 512

# constraints:
#   vendors: {deny: [some-vendor]}        # also classes, chips, stacks, formFactors; allow or deny
#   safety: ASIL-B
#   export: unrestricted
#   availableBy: 2027-01-01
#   chipPower: 350 W
#   allowEstimates: true
#   usedHardware: true                    # chips that nobody makes any more, from old stock or used

# How much each criterion counts; any numbers, they are scaled to add up to 1.
preferences:
  weights: {cost: 30, performance: 20, energy: 15, latency: 10, scalability: 10, software: 10, risk: 5}
  # What a figure is worth, in the place of a criterion's own value function (chipselect explain performance):
  # values: {performance: {shape: saturating, worst: 1, enough: 1.5, curvature: 2}}
`;
