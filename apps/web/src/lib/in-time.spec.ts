import { inTime } from './in-time';

describe('how long until something', () => {
  it('is told in seconds up to a minute, then in minutes, never too short', () => {
    expect(inTime(400, 'en')).toBe('in 1 second');
    expect(inTime(60_000, 'en')).toBe('in 60 seconds');
    expect(inTime(61_000, 'en')).toBe('in 2 minutes');
    expect(inTime(180_000, 'de')).toBe('in 3 Minuten');
  });
});
