import { BadSettings, loadEnv } from './env.js';

const complaintsOf = (settings: Record<string, string>): string[] => {
  try {
    loadEnv(settings);
  } catch (error) {
    if (error instanceof BadSettings) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('settings', () => {
  it('need not be given at all', () => {
    expect(loadEnv({})).toMatchObject({
      PORT: 3333,
      PUBLIC_URL: 'http://localhost:3000',
      DATABASE_URL: 'sqlite:data/parley.db',
      STORAGE_URL: 'file:data/files',
      STORAGE_REDIRECT: false,
      MAX_IMAGE_BYTES: 5_242_880,
      MAX_FILE_BYTES: 26_214_400,
      SESSION_TTL: 30 * 24 * 3_600_000,
      MAX_MESSAGE_LENGTH: 8_000,
      ALLOWED_ORIGINS: [],
    });
  });

  it('follow one another: the page from its port, the database from its folder', () => {
    expect(loadEnv({ WEB_PORT: '8080', DATA_DIR: '/srv/my data' })).toMatchObject({
      PUBLIC_URL: 'http://localhost:8080',
      DATABASE_URL: 'sqlite:/srv/my data/parley.db',
    });
  });

  it('that are empty count as not given', () => {
    expect(loadEnv({ PORT: '', PUBLIC_URL: '' }).PORT).toBe(3333);
  });

  it.each([
    ['30d', 30 * 86_400_000],
    ['12 h', 12 * 3_600_000],
    ['90s', 90_000],
  ])('%s is a duration', (given, ms) => {
    expect(loadEnv({ SESSION_TTL: given }).SESSION_TTL).toBe(ms);
  });

  it('a limit is a number in a time, or off', () => {
    expect(loadEnv({})).toMatchObject({
      RATE_LIMIT_MESSAGES: { points: 60, ms: 10_000 },
      RATE_LIMIT_LOGIN: { points: 60, ms: 60_000 },
      RATE_LIMIT_HTTP: { points: 1_200, ms: 60_000 },
    });
    expect(loadEnv({ RATE_LIMIT_HTTP: '5/24h' }).RATE_LIMIT_HTTP).toEqual({ points: 5, ms: 86_400_000 });
    expect(loadEnv({ RATE_LIMIT_HTTP: 'off' }).RATE_LIMIT_HTTP).toBeNull();
  });

  it('lists are separated by commas', () => {
    expect(loadEnv({ ALLOWED_ORIGINS: 'https://a.example/, http://b.example:81' }).ALLOWED_ORIGINS).toEqual([
      'https://a.example',
      'http://b.example:81',
    ]);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', 'http'],
    ['WEB_PORT', '-1'],
    ['NODE_ENV', 'staging'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'localhost'],
    ['PUBLIC_URL', 'ftp://x.example'],
    ['DATABASE_URL', 'mongodb://x'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_URL', 'redis://localhost/parley'],
    ['REDIS_URL', 'redis://localhost?prefix=a:b'],
    ['REDIS_URL', 'redis://localhost?family=6'],
    ['SESSION_SECRET', 'short'],
    ['SESSION_TTL', '30'],
    ['SESSION_TTL', '0d'],
    ['AUTH_MODE', 'closed'],
    ['AUTH_MODE', 'external'],
    ['ALLOWED_ORIGINS', 'https://a.example, nonsense'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['TRUSTED_PROXIES', '10.0.0.0/8, 10.0.0.0/99'],
    ['RATE_LIMIT_MESSAGES', '60'],
    ['RATE_LIMIT_MESSAGES', '0/10s'],
    ['RATE_LIMIT_LOGIN', '60/1d'],
    ['RATE_LIMIT_LOGIN', 'OFF'],
    ['RATE_LIMIT_HTTP', '1200/0m'],
    ['RATE_LIMIT_HTTP', '1200/25h'],
    ['MAX_MESSAGE_LENGTH', '0'],
    ['STORAGE_URL', 'ftp://x.example'],
    ['STORAGE_URL', 's3://host-without-a-key/bucket'],
    ['STORAGE_URL', 's3://key:secret@host-without-a-bucket'],
    ['STORAGE_REDIRECT', 'yes'],
    ['MAX_IMAGE_BYTES', '5 MB'],
    ['MAX_FILE_BYTES', '0'],
    ['UPLOAD_QUOTA_BYTES', '-1'],
  ])('%s=%s is refused in one line that names it', (name, value) => {
    const complaints = complaintsOf({ [name]: value });

    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toMatch(new RegExp(`^${name}`));
    expect(complaints[0]!.length).toBeLessThan(120);
  });

  it('several nodes need one secret that they share', () => {
    const REDIS_URL = 'redis://127.0.0.1:6379/1?prefix=test';

    expect(complaintsOf({ REDIS_URL })).toEqual([
      'SESSION_SECRET: is required with REDIS_URL, the same for all nodes',
    ]);
    expect(complaintsOf({ REDIS_URL, SESSION_SECRET: 'thirty-two bytes or more than that' })).toEqual([]);
  });

  it('a replica is one of the database', () => {
    const DATABASE_READ_URL = 'postgres://reader@replica/parley';
    const refusal = 'DATABASE_READ_URL: must be a replica of DATABASE_URL, a server of the same kind';

    for (const DATABASE_URL of ['', 'sqlite:parley.db', 'mysql://db/parley'])
      expect(complaintsOf({ DATABASE_URL, DATABASE_READ_URL })).toEqual([refusal]);
    expect(complaintsOf({ DATABASE_READ_URL: 'sqlite:parley.db' })).toEqual([refusal]);
    expect(complaintsOf({ DATABASE_URL: 'postgresql://db/parley', DATABASE_READ_URL })).toEqual([]);
    expect(complaintsOf({ DATABASE_URL: 'mysql://db/a', DATABASE_READ_URL: 'mariadb://db/a' })).toEqual([]);
  });

  it('every bad value has its line', () => {
    expect(complaintsOf({ PORT: 'x', LOG_LEVEL: 'x', SESSION_TTL: 'x' })).toHaveLength(3);
  });
});
