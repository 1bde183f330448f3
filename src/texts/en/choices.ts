/** Choices of questions. */
export const CHOICES = {
  choices: {
    load: {
      rate: "Requests that arrive",
      users: "People who use it at the same time",
      frames: "Frames of cameras or microphones",
      volume: "A fixed amount by a deadline",
    },
    precision: {
      scenario: "as in the scenario",
      "16-bit": "16 bits",
      "8-bit": "8 bits where the chip has them",
      "4-bit": "4 bits for weights where the chip has them",
    },
    place: {
      cloud: "Cloud: rented from a provider",
      datacenter: "Data centre of your own, or colocation",
      "on-premises": "Server room or office",
      pc: "A person's own computer: laptop, desktop, workstation",
      edge: "Unattended box near the data",
      vehicle: "Built into a vehicle",
      device: "Built into a device",
    },
    ownership: {
      either: "Whichever is cheaper",
      own: "Bought",
      rent: "Rented",
    },
    safety: {
      none: "no demand",
      QM: "QM",
      "ASIL-A": "ASIL-A",
      "ASIL-B": "ASIL-B",
      "ASIL-C": "ASIL-C",
      "ASIL-D": "ASIL-D",
    },
    export: {
      any: "yes, any chip",
      unrestricted: "no, only unrestricted ones",
      china: "no, but the buyer is in China and takes Chinese chips too",
    },
    disaggregation: {
      true: "yes, where it saves chips",
      false: "no",
    },
    clockScaling: {
      true: "yes, where it saves energy",
      false: "no",
    },
    allowEstimates: {
      true: "yes",
      false: "no, only published figures",
    },
    weights: {
      keep: "as in the scenario",
      sliders: "I set sliders",
      swing: "I answer swing questions",
      pairwise: "I compare pairs",
    },
    comparison: {
      "9": "{first} counts 9 times as much as {second}",
      "7": "{first} counts 7 times as much as {second}",
      "5": "{first} counts 5 times as much as {second}",
      "3": "{first} counts 3 times as much as {second}",
      "1": "both count the same",
      "1/3": "{second} counts 3 times as much as {first}",
      "1/5": "{second} counts 5 times as much as {first}",
      "1/7": "{second} counts 7 times as much as {first}",
      "1/9": "{second} counts 9 times as much as {first}",
    },
  },
} as const;
