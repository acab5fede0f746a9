import { jest } from '@jest/globals';
import { Peers } from './peers.js';

const LEASE_MS = 100;

describe('the other nodes', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('are alive for as long as they say something', () => {
    const peers = new Peers(LEASE_MS);
    peers.hear('a', 1);
    peers.hear('b', 1);
    jest.advanceTimersByTime(LEASE_MS - 1);
    peers.hear('a', 2);
    jest.advanceTimersByTime(1);

    expect(peers.expire()).toEqual(['b']);
    expect(peers.ids).toEqual(['a']);
    expect(peers.expire()).toEqual([]);
  });

  it('count what they say, so that a gap is noticed, also after they were taken for dead', () => {
    const peers = new Peers(LEASE_MS);

    expect(peers.hear('a', 41)).toBe(true);
    expect(peers.hear('a', 42)).toBe(true);
    expect(peers.hear('a', 44)).toBe(false);
    expect(peers.hear('a', 44)).toBe(true);
    jest.advanceTimersByTime(LEASE_MS);
    peers.expire();
    expect(peers.hear('a', 46)).toBe(false);
  });

  it('that say farewell have so long, and no longer', () => {
    const peers = new Peers(LEASE_MS);
    peers.hear('a', 1);
    peers.leave('a', 10);
    jest.advanceTimersByTime(10);

    expect(peers.expire()).toEqual(['a']);
  });

  it('cannot be blamed for silence while nobody can be heard', () => {
    const peers = new Peers(LEASE_MS);
    peers.hear('a', 1);
    jest.advanceTimersByTime(LEASE_MS);
    peers.renewAll();

    expect(peers.expire()).toEqual([]);
  });
});
