const HEADINGS = ['', 'peer', 'measured', 'bare', 'ratio (min–max)', 'bar', 'aim', ''];

const number = (value) => {
  if (value === undefined || Number.isNaN(value)) return '–';
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(value < 1 ? 2 : 3)));
};

const ratio = ({ median, min, max }) =>
  Number.isNaN(median) ? '' : `${number(median)} (${number(min)}–${number(max)})`;

/** The rows of one workload as lines of text. */
export function table(title, rows) {
  const goal = (row, value) =>
    value === undefined ? '' : `${number(value)}${Number.isNaN(row.ratio.median) ? '' : ' ×'}`;
  const cells = rows.map((row) => [
    row.label,
    row.peer,
    number(row.measured.median),
    number(row.yardstick.median),
    ratio(row.ratio),
    goal(row, row.bar),
    goal(row, row.aim),
    row.verdict,
  ]);
  const all = [[title, ...HEADINGS.slice(1)], ...cells];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const lines = all.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], '-'.repeat(lines[0].length), ...lines.slice(1)].join('\n');
}
