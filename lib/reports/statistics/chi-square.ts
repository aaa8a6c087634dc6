const minDenominator = 1e-300;
const relativeTolerance = 1e-15;

// ln Γ(half/2) for a whole `half`: Γ(1/2) = √π, Γ(1) = 1, and then Γ(x + 1) = x Γ(x).
function lnGammaOfHalves(half: number): number {
  let sum = half % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let x = half % 2 === 0 ? 1 : 0.5; x < half / 2; x += 1) sum += Math.log(x);
  return sum;
}

// Lower incomplete gamma as a power series (DLMF 8.11.4), over x^a e^-x / Γ(a).
function lowerGammaSeries(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; term > sum * relativeTolerance; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum;
}

// Upper incomplete gamma as a continued fraction (DLMF 8.9.2, by Lentz's method), over the same.
function upperGammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / minDenominator;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < 10_000; n += 1) {
    const step = n * (a - n);
    b += 2;
    d = 1 / (step * d + b || minDenominator);
    c = b + step / c || minDenominator;
    product *= c * d;
    if (Math.abs(c * d - 1) < relativeTolerance) break;
  }
  return product;
}

/** Chi-square survival function: P(X ≥ x) for `df` whole degrees of freedom. */
export function chiSquareTail(x: number, df: number): number {
  if (!(x > 0) || df < 1) return 1;
  if (!Number.isFinite(x)) return 0;
  const a = df / 2;
  const half = x / 2;
  const scale = Math.exp(a * Math.log(half) - half - lnGammaOfHalves(df));
  return half < a + 1
    ? Math.max(0, 1 - scale * lowerGammaSeries(a, half))
    : scale * upperGammaFraction(a, half);
}

/** Two-sided tail probability of the standard normal, P(|Z| ≥ |z|). */
export function normalTails(z: number): number {
  return chiSquareTail(z * z, 1);
}
