import { afterEach, describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.mjs';

const usual = { ...process.env };

const reading = (settings) => {
  process.env = { ...usual, ...settings };
  return readSettings();
};

afterEach(() => {
  process.env = { ...usual };
});

describe('the settings of the web server', () => {
  it('trust the proxies that the API trusts', () => {
    const { isTrusted } = reading({ TRUSTED_PROXIES: '10.0.0.0/8, 198.51.100.7' });

    expect(isTrusted('10.1.2.3')).toBe(true);
    expect(isTrusted('198.51.100.7')).toBe(true);
    expect(isTrusted('127.0.0.1')).toBe(false);
    expect(isTrusted('')).toBe(false);
    expect(reading({}).isTrusted('::ffff:127.0.0.1')).toBe(true);
  });

  it.each([
    [{}, false],
    [{ AUTH_MODE: 'password' }, false],
    [{ AUTH_MODE: 'external' }, true],
    [{ EXTERNAL_JWT_SECRET: 'x'.repeat(32) }, true],
    [{ EXTERNAL_JWKS_URL: 'https://shop.example/keys' }, true],
  ])('with %j, pictures from elsewhere are shown: %j', (settings, shown) => {
    expect(reading(settings).foreignPictures).toBe(shown);
  });

  it.each([
    ['WEB_PORT', 'many'],
    ['API_URL', 'nowhere'],
    ['MAX_MESSAGE_LENGTH', '0'],
    ['TRUSTED_PROXIES', 'everybody'],
  ])('%s=%s is refused in one line that names it', (name, value) => {
    expect(() => reading({ [name]: value })).toThrow(new RegExp(`^${name}=${value} is not usable: .+$`));
  });
});
