/**
 * What tying up capital costs until it is sold again, in USD: level yearly payments at interest r over n years,
 * added up. With r > 0 this is n · (C − S/(1+r)^n) · r/(1 − (1+r)^−n), the capital recovery factor of engineering
 * economics (Barroso et al., The Datacenter as a Computer); with r = 0 it is C − S.
 *
 * @param years more than zero, not necessarily whole
 */
export function capitalCharge(
  capitalUsd: number,
  resaleUsd: number,
  years: number,
  interestPerYear: number,
): number {
  if (interestPerYear === 0) return capitalUsd - resaleUsd;
  const discount = (1 + interestPerYear) ** -years;
  const recoveryFactor = interestPerYear / (1 - discount);
  return years * (capitalUsd - resaleUsd * discount) * recoveryFactor;
}
