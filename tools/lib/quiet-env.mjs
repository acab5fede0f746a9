/** Keeps Nx and Next to the work: no daemon left behind, no full-screen view, nothing sent anywhere. */
export const quietEnv = {
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  NEXT_TELEMETRY_DISABLED: '1',
};
