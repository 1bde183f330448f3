export const SECONDS_PER_HOUR = 3600;
/** 365 days: the year of 8760 hours that energy and rent are billed by. */
export const SECONDS_PER_YEAR = 8760 * SECONDS_PER_HOUR;
/** 730 hours, the month of the clouds' own price lists. */
export const SECONDS_PER_MONTH = SECONDS_PER_YEAR / 12;
/** One kilowatt-hour. */
export const JOULES_PER_KILOWATT_HOUR = 3.6e6;
