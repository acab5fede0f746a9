import { fromRoot } from './root.mjs';

/**
 * Keeps Nx and Next to the work: no daemon left behind, no full-screen view, nothing sent anywhere. The cache is
 * this checkout's own: what was built below another path holds that path.
 */
export const quietEnv = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NX_CACHE_DIRECTORY: fromRoot('.nx/cache'),
  NEXT_TELEMETRY_DISABLED: '1',
};
