/** So close to the limit no other amount is written: the two would run into one another. */
const CLEAR = 0.84

/** Round amounts between nothing and the limit: about four steps, of 1, 2, 2.5 or 5 times a power of ten. */
export function axisTicks(total: number): number[] {
  if (total <= 0) return []
  const rough = total / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).findLast((one) => one <= rough * 1.0001) ?? power
  return Array.from({ length: Math.floor(total / step) }, (_, index) => (index + 1) * step).filter(
    (amount) => amount / total <= CLEAR,
  )
}
