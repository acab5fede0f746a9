/** Median, least and most of the numbers; NaN of none. */
export function spread(numbers) {
  const sorted = numbers.filter((number) => !Number.isNaN(number)).sort((a, b) => a - b);
  if (sorted.length === 0) return { median: NaN, min: NaN, max: NaN };
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
  return { median, min: sorted[0], max: sorted.at(-1) };
}

/** How well `value` does against what must be reached (`bar`) and what is aimed for. */
export function verdict(value, { better, bar, aim }) {
  if (bar === undefined || Number.isNaN(value)) return '';
  const reaches = (goal) => (better === 'higher' ? value >= goal : value <= goal);
  if (reaches(aim)) return 'aim';
  return reaches(bar) ? 'bar' : 'BELOW';
}
