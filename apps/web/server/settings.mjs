import { trusting } from './forwarded.mjs';

const fail = (name, value, wanted) => {
  throw new Error(`${name}=${value} is not usable: ${wanted}`);
};

const port = (name, fallback) => {
  const value = process.env[name] ?? fallback;
  return /^\d{1,5}$/.test(value) && Number(value) <= 65_535
    ? Number(value)
    : fail(name, value, 'give a port from 0 to 65535');
};

const apiUrl = () => {
  const value = process.env.API_URL || `http://127.0.0.1:${port('PORT', '3333')}`;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    fail('API_URL', value, 'give an http or https address');
  }
  return new URL(value).origin;
};

const maxMessageLength = () => {
  const value = process.env.MAX_MESSAGE_LENGTH || '8000';
  return /^[1-9]\d{0,5}$/.test(value)
    ? value
    : fail('MAX_MESSAGE_LENGTH', value, 'give a number of characters');
};

/** The same setting as the API's: the web server may stand behind the same proxies. */
const trust = () => {
  const value = process.env.TRUSTED_PROXIES || 'loopback';
  const proxies = value.split(',').map((proxy) => proxy.trim());
  try {
    return trusting(proxies.filter(Boolean));
  } catch {
    return fail('TRUSTED_PROXIES', value, 'give addresses, ranges or loopback, separated by commas');
  }
};

/** People who come from another system bring the address of their picture. */
const foreignPictures = () =>
  Boolean(process.env.EXTERNAL_JWT_SECRET || process.env.EXTERNAL_JWKS_URL) ||
  process.env.AUTH_MODE === 'external';

/**
 * The web server's settings. The pages read `API_URL` and `MAX_MESSAGE_LENGTH` from the environment of this
 * same process, so what was filled in here is put there.
 */
export const readSettings = () => {
  const settings = {
    port: port('WEB_PORT', '3000'),
    host: process.env.HOST || undefined,
    apiUrl: apiUrl(),
    isTrusted: trust(),
    foreignPictures: foreignPictures(),
  };
  process.env.API_URL = settings.apiUrl;
  process.env.MAX_MESSAGE_LENGTH = maxMessageLength();
  return settings;
};
