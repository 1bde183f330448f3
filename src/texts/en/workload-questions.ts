/** Questions about the place, the budget, limits and weights. */
export const WORKLOAD_QUESTIONS = {
  place: {
    label: "Place of the chips",
    message: "Where do the chips stand?",
    help: "Decides which kinds of chip can be deployed at all: a data-centre card does not go into a camera.",
  },
  sites: {
    label: "Identical sites",
    message: "How many identical places carry this work?",
    help: "Cameras, cars, clinics: each carries the whole demand; money counts all of them. 1, 400, 10 k.",
  },
  ownership: {
    label: "Buy or rent",
    message: "Are the chips bought or rented?",
    help: "Bought chips come with host, power and hosting and keep a resale value; rented ones cost by the hour.",
  },
  capital: {
    label: "Money at the start, at most",
    message: "How much may be spent at the start, all sites?",
    help: "With a unit: 60 k USD, 3 M USD. none: no limit.",
  },
  monthly: {
    label: "Money a month, at most",
    message: "How much may be spent a month, all sites?",
    help: "With a unit: 20 k USD. It pays for bought chips too where the money at the start has no limit. none: no limit.",
  },
  perUnit: {
    label: "Price of a unit of work, at most",
    message: "What may a unit of work cost, everything included?",
    help: "0.50 USD/M tokens, 0.002 USD/request, 5 M USD/run. none: no limit.",
  },
  power: {
    label: "Power of a site, at most",
    message: "How much electrical power does a site have?",
    help: "Everything at the site, cooling included: 8 W, 3 kW, 40 MW. none: no limit.",
  },
  energyPrice: {
    label: "Price of energy",
    message: "What does a kilowatt-hour cost?",
    help: "0.10 USD/kWh.",
  },
  horizon: {
    label: "Time over which costs count",
    message: "Over which time do you count the costs?",
    help: "Until the chips are written off, the rent ends or the run is over: 3 years, 90 days.",
  },
  growth: {
    label: "Growth factor of the demand",
    message: "How many times as large will the demand become?",
    help: "2 is twice as much at the end of the time that the scenario names. What growing costs is a criterion. none: it stays.",
  },
  maxChips: {
    label: "Chips at a site, at most",
    message: "How many chips can a site house at most?",
    help: "Sockets, slots, or the quota of a cloud: 1, 8, 512. none: no limit.",
  },
  chipPower: {
    label: "Power of one chip, at most",
    message: "How much power may a single chip take?",
    help: "Cooling, a port or a battery decide: 5 W, 350 W. none: no limit.",
  },
  safety: {
    label: "Functional safety",
    message: "Which functional-safety level must the chip have at least?",
    help: "ISO 26262, from QM to ASIL-D. none: no demand.",
  },
  export: {
    label: "US export class",
    message: "May chips that the US restrict for export be recommended?",
    help: "unrestricted admits only chips below the thresholds of ECCN 3A090; china adds those of Chinese makers, for a buyer there.",
  },
  availableBy: {
    label: "On sale by",
    message: "By which date must the chip be on sale?",
    help: "YYYY-MM-DD. none: announced chips count too.",
  },
  allowEstimates: {
    label: "Estimated figures",
    message: "May a recommendation rest on estimated figures?",
    help: "Some makers publish few figures; the catalogue then estimates from similar chips and marks them with ~.",
  },
  excludedVendors: {
    label: "Excluded vendors",
    message: "Which vendors are out of the question?",
    help: "Space takes a vendor in or out. None selected: all are welcome.",
  },
  excludedClasses: {
    label: "Excluded kinds of chip",
    message: "Which kinds of chip are out of the question?",
    help: "Space takes a kind in or out. None selected: all are welcome.",
  },
  name: {
    label: "Title",
    message: "How is the report called?",
    help: "A title of up to 120 characters.",
  },
  weights: {
    label: "Weights",
    message: "What counts how much?",
    help: "The criteria are weighed against each other. Swing questions fit how the score is made best; pairs are for those who like to compare two at a time; sliders set the numbers themselves.",
  },
  weightValues: {
    label: "Weights by sliders",
    message: "How much does each criterion count?",
    help: "Up and down choose a criterion, left and right change it. Only the proportions matter.",
  },
  swingMost: {
    label: "Most valuable improvement",
    message: "All criteria are at their worst. Which one would you first move to its best?",
    help: "Think of the whole way from the worst to the best end of its range, not of how important the word sounds.",
  },
  swingPoints: {
    label: "Points of {criterion}",
    message: "{most} from worst to best is 100 points. How many is {criterion} from worst to best?",
    help: "0 to 100: half as valuable is 50.",
  },
  comparison: {
    label: "{first} against {second}",
    message: "How much does {first} count against {second}?",
    help: "Saaty's scale: 1 equal, 3 somewhat more, 5 clearly more, 7 much more, 9 as much more as can be.",
  },
} as const;
