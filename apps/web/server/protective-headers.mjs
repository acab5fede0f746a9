const YEAR_S = 31_536_000;

/** What browsers may not do with any answer. Calls and voice messages will need the camera and the microphone. */
export const PROTECTIVE_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'X-Frame-Options': 'DENY',
  'Permissions-Policy': [
    'accelerometer=()',
    'camera=(self)',
    'display-capture=()',
    'geolocation=()',
    'gyroscope=()',
    'hid=()',
    'magnetometer=()',
    'microphone=(self)',
    'midi=()',
    'payment=()',
    'serial=()',
    'usb=()',
  ].join(', '),
};

/** Marks an answer; https is promised for a year only to who came by it. */
export const protect = (response, { https }) => {
  for (const [name, value] of Object.entries(PROTECTIVE_HEADERS)) response.setHeader(name, value);
  if (https) response.setHeader('Strict-Transport-Security', `max-age=${YEAR_S}`);
};

/** An answer in the bytes of HTTP/1.1, for connections that nobody gives a response for. The last on it. */
export const rawAnswer = (status, headers = {}, body = '') => {
  const all = {
    ...PROTECTIVE_HEADERS,
    ...headers,
    'Content-Length': Buffer.byteLength(body),
    Connection: 'close',
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status}`, ...lines, '', body].join('\r\n');
};
