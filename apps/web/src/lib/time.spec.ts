import { clockTime, dayInWords, dayOf, daysBetween } from './time';

const LATE = '2026-03-28T23:30:00.000Z';

describe('times as a reader sees them', () => {
  it('puts an instant on the day of its reader', () => {
    expect(dayOf(LATE, 'UTC')).toBe('2026-03-28');
    expect(dayOf(LATE, 'Europe/Berlin')).toBe('2026-03-29');
    expect(clockTime(LATE, 'Europe/Berlin')).toBe('00:30');
  });

  it('counts days over a change of the clocks', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });

  it('names the year only where it is another one', () => {
    expect(dayInWords('2026-03-09', '2026-11-21')).toBe('Monday, March 9');
    expect(dayInWords('2025-03-09', '2026-11-21')).toBe('Sunday, March 9, 2025');
  });
});
